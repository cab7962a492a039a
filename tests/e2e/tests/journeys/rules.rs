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
            // Nothing asks for the kind of staff before a rule that names some is chosen.
            page.visible("[name=staff]", false).await?;
            page.click(".history summary").await?;
            page.click("[name='ask-school-107-permanent']").await?;
            page.shows(
                "document.querySelector('.fields :is(input, select)').name",
                "staff",
            )
            .await?;
            page.choose("staff", "permanent").await?;
            page.visible("[name='ask-school-107-contract']", false)
                .await?;
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
async fn former_rules_that_are_tried_together_are_told_apart() {
    journey(Journey::default(), async |page| {
        for (address, _) in LANGUAGES {
            page.open(&format!("{address}?view=hours")).await?;
            page.click(".history summary").await?;
            page.click("[name='ask-school-107-permanent']").await?;
            let labels = "[...document.querySelectorAll('.hours-row th')].map(it => it.textContent.trim())";
            let named = "[...document.querySelectorAll('.hours-row th')].filter(it => it.textContent.includes('107') || it.textContent.includes('2018')).length";
            page.visible("[data-requirement='school-107-permanent/governance']", true)
                .await?;
            page.shows(named, 0).await?;
            page.click("[name='ask-school-107-contract']").await?;
            page.visible("[data-requirement='school-107-contract/governance']", true)
                .await?;
            page.shows(named, 4).await?;
            page.shows(&format!("new Set({labels}).size == {labels}.length"), true)
                .await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_is_open_stays_open_when_another_rule_set_comes_or_goes() {
    journey(Journey::default(), async |page| {
        page.open("/?view=hours").await?;
        let opened = "[...document.querySelectorAll('.hours details[open]')].map(it => it.className.split(' ')[1])";
        let expect = ["history", "sources"];
        page.click(".history summary").await?;
        page.click(".sources summary").await?;
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
        page.shows("document.querySelectorAll('.sources[open]').length", 1)
            .await
    })
    .await;
}

#[tokio::test]
async fn a_rule_of_history_is_tried_beside_the_others_and_changes_no_verdict() {
    journey(Journey::on("2026-11-23"), async |page| {
        page.open("/?view=hours").await?;
        for (row, text) in [
            ("mandatory", "10"),
            ("policy", "1"),
            ("environment", "4"),
            ("governance", "5"),
            ("business-related", "20"),
            ("total", "30"),
        ] {
            page.fill(row, text).await?;
        }
        let overall = async |expect| {
            page.attribute("[data-overall]", "data-overall", Some(expect))
                .await
        };
        overall("met").await?;
        page.click(".history summary").await?;
        page.click("[name='ask-school-107-permanent']").await?;
        page.verdict(
            "school-107-permanent/total",
            "short",
            Some("30"),
            Some("20"),
        )
        .await?;
        overall("met").await?;
        page.attribute("[data-part=verdict]", "data-short", None)
            .await?;
        let total = page
            .text("[data-requirement='school-107-permanent/total']")
            .await?;
        assert!(total.contains("試算"), "{total}");
        // The rule that binds speaks in its row, and the former one among the sources.
        page.visible("[data-requirement='central-20/business-related']", true)
            .await?;
        let former = "[data-requirement='school-107-permanent/business-related']";
        page.visible(former, false).await?;
        page.click(".sources summary").await?;
        page.visible(former, true).await
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
        page.attribute("[data-part=verdict]", "data-overall", Some("met"))
            .await?;
        let reminder = page.text(".reminders").await?;
        assert!(reminder.contains("2 short (needs 3)"), "{reminder}");
        page.fill("security", "3").await?;
        page.verdict(advice, "met", Some("3"), None).await
    })
    .await;
}
