//! The whole way by keyboard alone.

use e2e::{Journey, Key, Page, Result, journey};

/// Presses Tab until an element has the focus, which must be visible.
async fn tab_to(page: &Page, selector: &str) -> Result<()> {
    for _ in 0..80 {
        page.keys(Key::Tab + "").await?;
        let focused = format!("document.activeElement.matches({selector:?})");
        if page.value(&focused).await? == true {
            let outline = page
                .value("getComputedStyle(document.activeElement).outlineStyle")
                .await?;
            assert_ne!(outline, "none", "the focus on {selector} can be seen");
            return Ok(());
        }
    }
    panic!("{selector} cannot be reached by Tab");
}

#[tokio::test]
async fn from_the_skip_link_to_a_checked_result() {
    journey(Journey::default(), async |page| {
        page.open("/").await?;
        tab_to(page, ".skip-link").await?;
        page.keys(Key::Enter + "").await?;
        page.focused("#main").await?;
        for (element, node) in [
            ("[data-action=next]", "first-time"),
            ("[data-answer='first-time:no']", "sign-in-method"),
            (
                "[data-answer='sign-in-method:mobile-id']",
                "sign-in-mobile-id",
            ),
            ("[data-action=next]", "application-systems"),
            ("[data-action=next]", "group-d"),
            ("[data-action=next]", "system-d6"),
            ("[data-action=next]", "personal-folder"),
            ("[data-action=next]", "hours-shown"),
        ] {
            tab_to(page, element).await?;
            page.keys(Key::Enter + "").await?;
            page.at(node).await?;
            page.focused("#guided-title").await?;
        }
        tab_to(page, ".card a[href='#hours']").await?;
        page.keys(Key::Enter + "").await?;
        page.focused("#hours-title").await?;
        tab_to(page, "input[name=environment]").await?;
        page.keys("4").await?;
        tab_to(page, "[data-action=check]").await?;
        page.keys(" ").await?;
        page.focused("#summary").await?;
        page.verdict("manual-10/environment", "met", Some("4"), None)
            .await
    })
    .await;
}
