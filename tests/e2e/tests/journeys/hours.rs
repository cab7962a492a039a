//! The hours check: what may be typed, what is said about it, and the buttons.

use e2e::{Journey, Key, LANGUAGES, Page, Result, journey};

const ROWS: [&str; 12] = [
    "total",
    "digital",
    "in-person",
    "blended",
    "official-leave",
    "business-related",
    "gender-basic",
    "gender-advanced",
    "mandatory",
    "policy",
    "environment",
    "governance",
];

const REQUIREMENTS: [(&str, &str, &str); 5] = [
    ("manual-10/mandatory", "mandatory", "10"),
    ("manual-10/policy", "policy", "1"),
    ("manual-10/environment", "environment", "4"),
    ("manual-10/governance", "governance", "5"),
    ("central-20/business-related", "business-related", "20"),
];

const SUMMARY: &str = "[data-part=error-summary]";

/// Waits until a field is marked wrong, with a message that belongs to it, or is not.
async fn is_wrong(page: &Page, row: &str, wrong: bool) -> Result<()> {
    let field = format!("input[name='{row}']");
    let expect = wrong.then_some("true");
    page.attribute(&field, "aria-invalid", expect).await?;
    let message = format!(
        "!!document.getElementById(document.querySelector(\"{field}\")\
         .getAttribute('aria-describedby'))?.textContent"
    );
    page.shows(&message, wrong).await
}

#[tokio::test]
async fn the_twelve_rows_and_the_requirements_are_there() {
    journey(Journey::default(), async |page| {
        for (address, _) in LANGUAGES {
            page.open(&format!("{address}?view=hours")).await?;
            // The twelve rows, and what a rule set needs that no row shows.
            let names = "[...document.querySelectorAll('.fields input')].map(it => it.name)";
            page.shows(names, [&ROWS[..], &["security"]].concat()).await?;
            let plain = "[...document.querySelectorAll('.fields input')]\
                         .every(it => it.type === 'text' && it.inputMode === 'decimal' && it.labels.length === 1)";
            page.shows(plain, true).await?;
            for (requirement, _, need) in REQUIREMENTS {
                let row = format!("[data-requirement='{requirement}']");
                page.attribute(&row, "data-need", Some(need)).await?;
                page.verdict(requirement, "unknown", None, None).await?;
            }
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_field_reads_numbers_and_refuses_the_rest() {
    let letters = "a".repeat(10_000);
    let digits = "9".repeat(10_000);
    let wrong = ("unknown", None, None);
    let met = |have| ("met", Some(have), None);
    let short = |have, by| ("short", Some(have), Some(by));
    journey(Journey::default(), async |page| {
        page.open("/?view=hours").await?;
        for (text, is_number, verdict) in [
            ("10", true, met("10")),
            ("0", true, short("0", "10")),
            ("2.5", true, short("2.5", "7.5")),
            ("9.99", true, short("9.99", "0.01")),
            ("10.50", true, met("10.5")),
            ("１２．５", true, met("12.5")),
            ("１０小時", true, met("10")),
            ("  8 小時 ", true, short("8", "2")),
            ("9999", true, met("9999")),
            ("", true, wrong),
            ("   ", true, wrong),
            ("abc", false, wrong),
            ("-1", false, wrong),
            ("1.234", false, wrong),
            ("1e309", false, wrong),
            ("10000", false, wrong),
            ("1,5", false, wrong),
            ("NaN", false, wrong),
            ("<b>10</b>", false, wrong),
            ("😀", false, wrong),
            (&letters, false, wrong),
            (&digits, false, wrong),
            // And the page is alive after all of that.
            ("4", true, short("4", "6")),
        ] {
            println!("{text:.20}");
            page.fill("mandatory", text).await?;
            is_wrong(page, "mandatory", !is_number).await?;
            let (verdict, have, by) = verdict;
            page.verdict("manual-10/mandatory", verdict, have, by)
                .await?;
        }
        // What was typed here is judged nowhere else.
        page.verdict("manual-10/policy", "unknown", None, None)
            .await
    })
    .await;
}

#[tokio::test]
async fn errors_are_summed_up_lead_to_their_fields_and_go_away() {
    journey(Journey::default(), async |page| {
        for (address, _) in LANGUAGES {
            page.open(&format!("{address}?view=hours")).await?;
            page.fill("policy", "-1").await?;
            page.fill("total", "viele").await?;
            page.fill("mandatory", "10").await?;
            page.visible(SUMMARY, false).await?;
            page.press("check").await?;
            page.focused(SUMMARY).await?;
            let lines = format!("document.querySelectorAll('{SUMMARY} a').length");
            page.shows(&lines, 2).await?;
            for (line, row) in [(1, "total"), (2, "policy")] {
                page.click(&format!("{SUMMARY} li:nth-child({line}) a"))
                    .await?;
                page.focused(&format!("input[name={row}]")).await?;
                // The link's line and the field say the same, and what to type.
                is_wrong(page, row, true).await?;
            }
            page.fill("total", "31").await?;
            page.fill("policy", "1").await?;
            page.press("check").await?;
            page.visible(SUMMARY, false).await?;
            page.focused("#summary").await?;
            is_wrong(page, "total", false).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_check_of_nothing_leads_to_a_field() {
    journey(Journey::default(), async |page| {
        page.open("/?view=hours").await?;
        page.press("check").await?;
        page.focused(SUMMARY).await?;
        page.click(&format!("{SUMMARY} a")).await?;
        page.focused("[data-view=hours] input").await
    })
    .await;
}

#[tokio::test]
async fn the_verdict_follows_from_short_to_met_and_back_to_unknown() {
    journey(Journey::default(), async |page| {
        page.open("/?view=hours").await?;
        let overall = async |expect| {
            page.attribute("[data-overall]", "data-overall", Some(expect))
                .await
        };
        overall("unknown").await?;
        for (requirement, row, need) in REQUIREMENTS {
            page.fill(row, "0.25").await?;
            let by = need.parse::<f64>().expect("a number") - 0.25;
            page.verdict(requirement, "short", Some("0.25"), Some(&by.to_string()))
                .await?;
            overall("short").await?;
        }
        for (requirement, row, need) in REQUIREMENTS {
            page.fill(row, need).await?;
            page.verdict(requirement, "met", Some(need), None).await?;
        }
        overall("met").await?;
        // A field that cannot be read takes the verdict back.
        page.fill("policy", "1h30").await?;
        page.verdict("manual-10/policy", "unknown", None, None)
            .await?;
        overall("unknown").await?;
        page.press("clear").await?;
        page.focused("[data-view=hours] h2").await?;
        for row in ROWS {
            page.holds(row, "").await?;
            is_wrong(page, row, false).await?;
        }
        for (requirement, ..) in REQUIREMENTS {
            page.verdict(requirement, "unknown", None, None).await?;
        }
        overall("unknown").await
    })
    .await;
}

#[tokio::test]
async fn enter_in_a_field_checks() {
    journey(Journey::default(), async |page| {
        page.open("/en/?view=hours").await?;
        page.fill("environment", "four").await?;
        page.keys(Key::Enter).await?;
        page.focused(SUMMARY).await?;
        page.fill("environment", "4").await?;
        page.keys(Key::Enter).await?;
        page.focused("#summary").await
    })
    .await;
}

#[tokio::test]
async fn typed_hours_stay_with_the_reader_and_nowhere_else() {
    journey(Journey::default(), async |page| {
        page.open("/?view=hours").await?;
        page.fill("total", "1234.56").await?;
        page.press("view-guided").await?;
        page.press("next").await?;
        page.press("view-hours").await?;
        page.holds("total", "1234.56").await?;
        page.shows("location.href.includes('1234')", false).await?;
        page.shows(
            "[localStorage.length, sessionStorage.length, document.cookie]",
            e2e::json!([0, 0, ""]),
        )
        .await?;
        // A new visit starts empty.
        page.open("/?view=hours").await?;
        page.holds("total", "").await
    })
    .await;
}

#[tokio::test]
async fn rows_that_cannot_be_right_together_give_a_hint_and_no_error() {
    journey(Journey::default(), async |page| {
        for (address, _) in LANGUAGES {
            page.open(&format!("{address}?view=hours")).await?;
            page.visible("[data-hint]", false).await?;
            page.fill("mandatory", "12").await?;
            page.fill("business-related", "8.5").await?;
            let hint = "[data-hint='mandatory-over-business-related']";
            page.visible(hint, true).await?;
            let text = page.text(hint).await?;
            assert!(text.contains("12") && text.contains("8.5"), "{text}");
            is_wrong(page, "mandatory", false).await?;
            page.press("check").await?;
            page.visible(SUMMARY, false).await?;
            page.fill("business-related", "12").await?;
            page.visible("[data-hint]", false).await?;
            for (row, text) in [
                ("total", "20"),
                ("digital", "5"),
                ("in-person", "5"),
                ("blended", "5"),
            ] {
                page.fill(row, text).await?;
            }
            page.visible("[data-hint='total-parts']", true).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_verdict_opens_to_show_how_it_was_reached_and_stays_open() {
    journey(Journey::default(), async |page| {
        page.open("/?view=hours").await?;
        let verdict = "[data-requirement='manual-10/environment']";
        let how = format!("{verdict} > div");
        page.visible(&how, false).await?;
        page.click(&format!("{verdict} summary")).await?;
        page.visible(&how, true).await?;
        page.fill("environment", "1.5").await?;
        page.verdict("manual-10/environment", "short", Some("1.5"), Some("2.5"))
            .await?;
        page.visible(&how, true).await?;
        let text = page.text(verdict).await?;
        for part in ["環境教育(4小時)", "1.5", "2.5", "需要 4"] {
            assert!(text.contains(part), "{part} in {text}");
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn who_listens_is_told_when_a_field_is_left_and_not_at_each_key() {
    journey(Journey::default(), async |page| {
        page.open("/en/?view=hours").await?;
        let told = "document.querySelector('#hours [role=status]').textContent";
        page.fill("environment", "1").await?;
        page.verdict("manual-10/environment", "short", Some("1"), Some("3"))
            .await?;
        page.shows(told, "").await?;
        page.keys(Key::Tab).await?;
        page.shows(told, "1 short").await?;
        // What is seen changes at once, and does not speak by itself.
        page.shows(
            "document.querySelector('.summary p').closest('[aria-live],[role=status]')",
            e2e::Value::Null,
        )
        .await
    })
    .await;
}

#[tokio::test]
async fn the_plan_names_the_fewest_hours_that_are_enough() {
    journey(Journey::on("2026-11-23"), async |page| {
        page.open("/?view=hours").await?;
        page.visible(".plan ol", false).await?;
        for (row, text) in [
            ("business-related", "18"),
            ("mandatory", "9.5"),
            ("policy", "1"),
            ("environment", "4"),
            ("governance", "4.5"),
            ("security", "3"),
        ] {
            page.fill(row, text).await?;
        }
        page.shows("document.querySelectorAll('.plan ol > li').length", 2)
            .await?;
        let plan = page.text(".plan").await?;
        for part in [
            "最少再修 2 小時",
            "0.5 小時",
            "1.5 小時",
            "民國 115 年 12 月 31 日（星期四）",
            "民國 115 年 12 月 27 日（星期日）",
        ] {
            assert!(plan.contains(part), "{part} in {plan}");
        }
        page.shows(
            "[...document.querySelectorAll('.plan a')].every(it => it.href.startsWith('https://'))",
            true,
        )
        .await
    })
    .await;
}
