//! The hours view: what is typed, what is wrong with it, and what follows from it.

use e2e::{Journey, Key, Result, journey};

#[tokio::test]
async fn each_text_is_read_or_gets_a_sentence() {
    journey(Journey::default(), async |page| {
        page.open("/#view=hours").await?;
        let long = "9".repeat(10_000);
        let noise = "時".repeat(10_000);
        let wrong = "document.getElementById('row-environment-wrong')?.textContent ?? null";
        let number = "請填數字，例如 10 或 2.5。";
        for (typed, have, sentence) in [
            ("abc", None, Some(number)),
            (
                "-1",
                None,
                Some("時數不會是負的，請填 0 以上的數字，例如 2.5。"),
            ),
            ("1.234", None, Some("最多填到小數第 2 位，例如 1.25。")),
            ("1e309", None, Some(number)),
            ("99999", None, Some("數字太大，請填 9999 以下的時數。")),
            (
                long.as_str(),
                None,
                Some("數字太大，請填 9999 以下的時數。"),
            ),
            (noise.as_str(), None, Some(number)),
            ("１２．５", Some("12.5"), None),
            ("１０小時", Some("10"), None),
            (" 4 小時 ", Some("4"), None),
            ("0", Some("0"), None),
            ("9999", Some("9999"), None),
            ("", None, None),
            ("   ", None, None),
        ] {
            page.fill("environment", typed).await?;
            page.shows(wrong, sentence).await?;
            let field = "input[name=environment]";
            page.attribute(field, "aria-invalid", sentence.map(|_| "true"))
                .await?;
            page.attribute(
                "[data-requirement='manual-10/environment']",
                "data-have",
                have,
            )
            .await?;
            page.attribute(
                "[data-requirement='manual-10/environment']",
                "data-need",
                Some("4"),
            )
            .await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn verdicts_follow_the_typing_row_by_row() {
    journey(Journey::default(), async |page| {
        page.open("/en/#view=hours").await?;
        let all = [
            ("mandatory", "manual-10/mandatory", "10"),
            ("policy", "manual-10/policy", "1"),
            ("environment", "manual-10/environment", "4"),
            ("governance", "manual-10/governance", "5"),
            ("business-related", "central-20/business-related", "20"),
        ];
        for (row, requirement, need) in all {
            page.verdict(requirement, "unknown", None, None).await?;
            page.fill(row, "0.25").await?;
            let short = format!("{}", need.parse::<f64>().unwrap() - 0.25);
            page.verdict(requirement, "short", Some("0.25"), Some(&short))
                .await?;
        }
        page.attribute("#summary", "data-overall", Some("short"))
            .await?;
        for (row, requirement, need) in all {
            page.fill(row, need).await?;
            page.verdict(requirement, "met", Some(need), None).await?;
        }
        page.attribute("#summary", "data-overall", Some("met"))
            .await?;
        page.fill("policy", "").await?;
        page.verdict("manual-10/policy", "unknown", None, None)
            .await?;
        page.attribute("#summary", "data-overall", Some("unknown"))
            .await
    })
    .await;
}

#[tokio::test]
async fn errors_are_summed_up_lead_to_their_fields_and_can_be_mended() {
    journey(Journey::default(), async |page| {
        page.open("/#view=hours").await?;
        page.fill("digital", "abc").await?;
        page.fill("policy", "-1").await?;
        page.press("check").await?;
        page.focused("[data-part=error-summary]").await?;
        page.shows(
            "document.querySelectorAll('[data-part=error-summary] a').length",
            2,
        )
        .await?;
        page.click("[data-part=error-summary] a[href='#row-policy']")
            .await?;
        page.focused("input[name=policy]").await?;
        page.fragment("#node=start&view=hours").await?;
        page.fill("policy", "1").await?;
        page.fill("digital", "2").await?;
        page.press("check").await?;
        page.visible("[data-part=error-summary]", false).await?;
        page.focused("#summary").await?;
        page.verdict("manual-10/policy", "met", Some("1"), None)
            .await
    })
    .await;
}

#[tokio::test]
async fn a_check_of_nothing_says_where_to_start() {
    journey(Journey::default(), async |page| {
        page.open("/#view=hours").await?;
        page.press("check").await?;
        page.focused("[data-part=error-summary]").await?;
        page.click("[data-part=error-summary] a").await?;
        page.focused("input[name=mandatory]").await
    })
    .await;
}

#[tokio::test]
async fn enter_in_a_field_checks_and_clear_empties_all() {
    journey(Journey::default(), async |page| {
        page.open("/#view=hours").await?;
        page.fill("environment", "2").await?;
        page.keys(Key::Enter + "").await?;
        page.focused("#summary").await?;
        page.press("clear").await?;
        page.holds("environment", "").await?;
        page.verdict("manual-10/environment", "unknown", None, None)
            .await?;
        page.focused("#hours-title").await
    })
    .await;
}

#[tokio::test]
async fn twelve_fields_stand_in_the_order_of_the_portal() {
    journey(Journey::default(), async |page| {
        page.open("/#view=hours").await?;
        let names = "[...document.querySelectorAll('[data-view=hours] input')].map(i => `${i.name} ${i.type} ${i.inputMode}`).join()";
        let expect = [
            "total", "digital", "in-person", "blended", "official-leave", "business-related",
            "gender-basic", "gender-advanced", "mandatory", "policy", "environment", "governance",
        ];
        let expect = expect.map(|name| format!("{name} text decimal")).join(",");
        page.shows(names, expect).await
    })
    .await;
}

#[tokio::test]
async fn hours_stay_while_one_reads_elsewhere() {
    journey(Journey::default(), async |page| -> Result<()> {
        page.open("/#view=hours").await?;
        page.fill("total", "12.5").await?;
        page.press("view-guided").await?;
        page.press("next").await?;
        page.press("view-outline").await?;
        page.press("view-hours").await?;
        page.holds("total", "12.5").await
    })
    .await;
}
