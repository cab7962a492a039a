//! The keyboard alone: from the first Tab to a checked hour.

use e2e::{Journey, Key, LANGUAGES, Page, Result, journey};

/// Presses Tab until the focus is on an element; every stop on the way can be seen.
pub(crate) async fn tab_to(page: &Page, selector: &str) -> Result<()> {
    let there = format!("document.activeElement.matches({})", e2e::json!(selector));
    for _ in 0..60 {
        page.keys(Key::Tab).await?;
        see_focus(page).await?;
        if page.value(&there).await? == true {
            return Ok(());
        }
    }
    panic!("Tab does not lead to {selector}");
}

/// The element with the focus is marked as such, on screen, and not covered.
pub(crate) async fn see_focus(page: &Page) -> Result<()> {
    let seen = "(it => {
        const box = it.getBoundingClientRect();
        // In the drawing the shape is marked, not the link around it.
        const marked = [it, ...it.querySelectorAll('svg rect')].map(it => getComputedStyle(it))
            .some(it => it.outlineStyle !== 'none' && parseFloat(it.outlineWidth) >= 2);
        const at = document.elementFromPoint(box.x + Math.min(box.width, innerWidth) / 2, box.y + Math.min(box.height, 20) / 2);
        if (marked && at && (it.contains(at) || at.contains(it))) return '';
        const there = at ? 'under ' + at.outerHTML.slice(0, 100) : `at ${Math.round(box.y)} of ${innerHeight}`;
        return `${marked ? '' : 'unmarked '}${there}: ${it.outerHTML.slice(0, 200)}`;
    })(document.activeElement)";
    page.shows(seen, "").await
}

/// Enter on the element with this selector, reached by Tab; the heading of the guide has the focus then, and the drawing its place.
async fn enter(page: &Page, selector: &str) -> Result<()> {
    tab_to(page, selector).await?;
    page.keys(Key::Enter).await?;
    page.focused("[data-view=guided] h2").await?;
    page.shows("document.getAnimations().length", 0).await
}

#[tokio::test]
async fn a_first_sign_in_and_a_check_need_no_mouse() {
    journey(Journey::default(), async |page| {
        for (address, _) in LANGUAGES {
            page.open(address).await?;
            page.keys(Key::Tab).await?;
            page.focused("a[href='#main']").await?;
            see_focus(page).await?;
            page.keys(Key::Enter).await?;
            page.focused("main").await?;
            enter(page, "[data-node=start] [data-action=next]").await?;
            enter(page, "[data-answer='first-time:yes']").await?;
            enter(page, "[data-answer='credential:yes']").await?;
            for node in [
                "sign-in-with-credential",
                "my-area",
                "set-account",
                "application-systems",
                "group-d",
                "system-d6",
                "personal-folder",
            ] {
                page.at(node).await?;
                enter(page, &format!("[data-node={node}] [data-action=next]")).await?;
            }
            tab_to(page, "[data-node=hours-shown] a[href='#hours']").await?;
            page.keys(Key::Enter).await?;
            page.view("hours").await?;
            page.focused("textarea[name=paste]").await?;
            tab_to(page, "input[name=mandatory]").await?;
            page.keys("ten").await?;
            tab_to(page, "[data-action=check]").await?;
            page.keys(Key::Enter).await?;
            page.focused("[data-part=error-summary]").await?;
            tab_to(page, "[data-part=error-summary] a").await?;
            page.keys(Key::Enter).await?;
            page.focused("input[name=mandatory]").await?;
            page.keys(Key::Control + "a").await?;
            page.keys("10").await?;
            page.keys(Key::Enter).await?;
            page.focused("#summary").await?;
            page.verdict("manual-10/mandatory", "met", Some("10"), None)
                .await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn views_and_the_way_back_need_no_mouse() {
    journey(Journey::default(), async |page| {
        page.open("/#node=credential").await?;
        tab_to(page, "[data-action=back]").await?;
        page.keys(Key::Space).await?;
        page.at("first-time").await?;
        page.focused("[data-view=guided] h2").await?;
        for view in ["outline", "map", "hours", "guided"] {
            page.value("document.querySelector('.skip-link').focus()")
                .await?;
            tab_to(page, &format!("[data-action=view-{view}]")).await?;
            page.keys(Key::Enter).await?;
            page.view(view).await?;
            page.focused(&format!("[data-view={view}] :is(h2, [aria-current=step])"))
                .await?;
        }
        Ok(())
    })
    .await;
}
