//! Which rules apply: kinds of staff, advice, history, another year.

use e2e::{Journey, LANGUAGES, journey};

const HISTORY: &str = "[data-requirement^='school-107']";

#[tokio::test]
async fn history_is_off_offered_to_its_staff_and_judged_when_asked_for() {
    journey(Journey::on("2026-11-23"), async |page| {
        for (address, _) in LANGUAGES {
            page.open(&format!("{address}?view=hours")).await?;
            page.visible(HISTORY, false).await?;
            page.visible("[name^=ask-]", false).await?;
            page.choose("staff", "teacher").await?;
            page.visible("[name^=ask-]", false).await?;
            page.choose("staff", "permanent").await?;
            page.visible("[name='ask-school-107-contract']", false)
                .await?;
            page.visible(HISTORY, false).await?;
            page.click("[name='ask-school-107-permanent']").await?;
            page.attribute(
                "[data-requirement='school-107-permanent/total']",
                "data-need",
                Some("50"),
            )
            .await?;
            page.shows(
                "document.querySelectorAll('.fields input').length > 13",
                true,
            )
            .await?;
            // Digital hours: 6 are shown, and nobody sees how much of the 5 blended ones is digital.
            page.fill("total", "50").await?;
            page.fill("digital", "6").await?;
            page.fill("blended", "5").await?;
            page.verdict("school-107-permanent/digital", "unknown", None, None)
                .await?;
            page.fill("digital", "10").await?;
            page.verdict("school-107-permanent/digital", "met", None, None)
                .await?;
            page.fill("digital", "4.5").await?;
            page.verdict("school-107-permanent/digital", "short", None, None)
                .await?;
            page.verdict("school-107-permanent/total", "met", Some("50"), None)
                .await?;
            page.verdict("school-107-permanent/human-rights", "unknown", None, None)
                .await?;
            page.choose("staff", "contract").await?;
            page.visible(HISTORY, false).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_is_open_stays_open_when_another_rule_set_comes_or_goes() {
    journey(Journey::default(), async |page| {
        page.open("/?view=hours").await?;
        let opened =
            "[...document.querySelectorAll('details[open]')].map(it => it.dataset.requirement)";
        page.click("[data-requirement='central-20/business-related'] summary")
            .await?;
        let expect = ["central-20/business-related"];
        page.choose("staff", "permanent").await?;
        page.shows(opened, &expect[..]).await?;
        page.click("[name='ask-school-107-permanent']").await?;
        page.attribute(
            "[data-requirement='school-107-permanent/total']",
            "data-need",
            Some("50"),
        )
        .await?;
        page.shows(opened, &expect[..]).await?;
        page.choose("staff", "teacher").await?;
        page.visible(HISTORY, false).await?;
        page.shows(opened, &expect[..]).await
    })
    .await;
}

#[tokio::test]
async fn a_rule_of_another_year_says_so_and_meets_nothing() {
    journey(Journey::on("2026-11-23"), async |page| {
        page.open("/?view=hours").await?;
        for (row, text) in [
            ("mandatory", "16"),
            ("policy", "10"),
            ("environment", "40"),
            ("governance", "50"),
            ("business-related", "30"),
            ("total", "50"),
            ("digital", "50"),
            ("security", "30"),
        ] {
            page.fill(row, text).await?;
        }
        let overall = async |expect| {
            page.attribute("[data-overall]", "data-overall", Some(expect))
                .await
        };
        overall("met").await?;
        page.choose("staff", "permanent").await?;
        overall("met").await?;
        page.click("[name='ask-school-107-permanent']").await?;
        for topic in ["gender-equality", "integrity", "human-rights", "neutrality"] {
            page.fill(topic, "2").await?;
        }
        overall("unknown").await?;
        let summary = page.text("#summary").await?;
        assert!(summary.contains("不是 115 年的規定"), "{summary}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn advice_is_judged_and_does_not_stand_in_the_way() {
    journey(Journey::default(), async |page| {
        page.open("/en/?view=hours").await?;
        let advice = "security-3/security";
        page.verdict(advice, "unknown", None, None).await?;
        for (row, text) in [
            ("mandatory", "10"),
            ("policy", "1"),
            ("environment", "4"),
            ("governance", "5"),
            ("business-related", "20"),
        ] {
            page.fill(row, text).await?;
        }
        page.attribute("[data-overall]", "data-overall", Some("met"))
            .await?;
        page.fill("security", "1").await?;
        page.verdict(advice, "short", Some("1"), Some("2")).await?;
        let summary = page.text("#summary").await?;
        assert!(summary.contains("Advice not met yet"), "{summary}");
        page.fill("security", "3").await?;
        page.verdict(advice, "met", Some("3"), None).await
    })
    .await;
}
