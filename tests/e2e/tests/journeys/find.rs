//! The browser's search: it finds what is in views that are not shown, and opens them at its place.

use e2e::{Engine, Journey, Page, Result, VIEWS, journey, json};

/// How each view is hidden, in the order of [`VIEWS`].
const HIDDEN: &str = "['guided', 'map', 'hours', 'outline'].map(it => document.getElementById(it).getAttribute('hidden'))";

/// Waits until the views that are not shown are left to the search, where the engine knows how.
async fn only(page: &Page, view: &str) -> Result<()> {
    let knows = page.value("'onbeforematch' in document").await? == json!(true);
    let hidden = VIEWS.map(|it| (knows && it != view).then_some("until-found"));
    page.shows(HIDDEN, json!(hidden)).await?;
    page.view(view).await
}

#[tokio::test]
async fn views_that_are_not_shown_are_left_to_the_search_once_the_program_is_ready() {
    let settings = Journey {
        requests: vec!["/en/index.html"],
        ..Journey::default()
    };
    journey(settings, async |page| {
        if page.engine() == Engine::Chromium {
            page.shows("'onbeforematch' in document", true).await?;
        }
        page.hold_program();
        page.go("/#view=hours").await?;
        page.shows("document.documentElement.dataset.app", "static")
            .await?;
        page.shows(HIDDEN, json!([null, null, null, null])).await?;
        page.release();
        page.arrives("ready").await?;
        only(page, "hours").await?;
        for view in VIEWS {
            page.press(&format!("view-{view}")).await?;
            only(page, view).await?;
            // The others take no room.
            let high = "[...document.querySelectorAll('[data-view]')].filter(it => it.getBoundingClientRect().height > 0).length";
            page.shows(high, 1).await?;
        }
        page.press("switch-language").await?;
        page.speaks("en").await?;
        only(page, "outline").await?;
        page.press("view-guided").await?;
        only(page, "guided").await
    })
    .await;
}

#[tokio::test]
async fn what_the_search_finds_is_shown_at_its_place_and_is_no_entry_of_the_history() {
    journey(Journey::default(), async |page| {
        page.open("/").await?;
        page.press("next").await?;
        page.at("first-time").await?;
        page.focused("#guided-title").await?;
        let before = page.value("history.length").await?;
        for (place, view) in [
            ("#outline-group-d-title", "outline"),
            ("[name=mandatory]", "hours"),
            ("#map-title", "map"),
            ("#guided-title", "guided"),
            ("#outline-hours-shown", "outline"),
        ] {
            // As an engine does: it tells the view, shows it, and scrolls to what it has found.
            let find = format!(
                "(it => {{
                    it.closest('[data-view]').dispatchEvent(new Event('beforematch', {{ bubbles: true }}));
                    setTimeout(() => it.scrollIntoView());
                }})(document.querySelector(\"{place}\"))"
            );
            page.value(&find).await?;
            only(page, view).await?;
            let is_seen = format!(
                "(it => it.top > -1 && it.top < innerHeight)(document.querySelector(\"{place}\").getBoundingClientRect())"
            );
            page.shows(&is_seen, true).await?;
            let fragment = match view {
                "guided" => "#node=first-time".to_owned(),
                view => format!("#node=first-time&view={view}"),
            };
            page.fragment(&fragment).await?;
            page.attribute(
                &format!("[data-action=view-{view}]"),
                "aria-current",
                Some("page"),
            )
            .await?;
        }
        page.shows("history.length", before).await?;
        page.back().await?;
        page.at("start").await?;
        page.view("guided").await
    })
    .await;
}

#[tokio::test]
async fn a_program_that_fails_later_hides_no_view() {
    let settings = Journey {
        noisy: true,
        ..Journey::default()
    };
    journey(settings, async |page| {
        page.open("/").await?;
        page.value("document.documentElement.dataset.app = 'failed'")
            .await?;
        for view in VIEWS {
            page.visible(&format!("[data-view={view}]"), true).await?;
            page.visible(&format!("[data-view={view}] h2"), true)
                .await?;
        }
        Ok(())
    })
    .await;
}
