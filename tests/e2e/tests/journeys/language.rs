//! Another language, the same place and the same hours.

use e2e::{Change, Journey, journey};

#[tokio::test]
async fn another_language_keeps_place_and_hours_and_asks_for_one_page() {
    let settings = Journey {
        requests: vec!["/en/index.html", "/index.html"],
        ..Journey::default()
    };
    journey(settings, async |page| {
        page.open("/#node=group-d").await?;
        page.press("view-hours").await?;
        page.fill("environment", "3").await?;
        page.press("switch-language").await?;
        page.shows("document.documentElement.lang", "en").await?;
        page.shows(
            "location.pathname + location.hash",
            "/en/index.html#node=group-d&view=hours",
        )
        .await?;
        page.holds("environment", "3").await?;
        page.at("group-d").await?;
        page.focused("[data-action=switch-language]").await?;
        assert!(
            page.text("#summary")
                .await?
                .contains("Environmental education")
        );
        assert!(page.text("h1").await?.contains("learning hours"));
        page.press("switch-language").await?;
        page.shows("document.documentElement.lang", "zh-Hant")
            .await?;
        page.shows("location.pathname", "/index.html").await?;
        page.holds("environment", "3").await?;
        page.press("view-outline").await?;
        page.focused("#outline-group-d").await?;
        page.attribute("#outline-group-d", "aria-current", Some("step"))
            .await
    })
    .await;
}

#[tokio::test]
async fn a_language_that_cannot_be_had_costs_no_hours() {
    let settings = Journey {
        changes: vec![("/en/index.html", Change::default().status(404))],
        noisy: true,
        requests: vec!["/en/index.html"],
        ..Journey::default()
    };
    journey(settings, async |page| {
        page.open("/#view=hours").await?;
        page.fill("environment", "3").await?;
        page.press("switch-language").await?;
        page.visible("[role=alert]", true).await?;
        page.holds("environment", "3").await?;
        page.shows("document.documentElement.lang", "zh-Hant").await
    })
    .await;
}
