//! The hours check: what may be typed, what is said about it, and the buttons.

use e2e::{Journey, Key, LANGUAGES, Look, Page, Result, journey, json};

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
        // The hours typed here are judged nowhere else.
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

/// The words of the verdict, and its number.
async fn says(page: &Page, overall: &str, short: Option<&str>, words: &[&str]) -> Result<()> {
    page.attribute(VERDICT, "data-overall", Some(overall))
        .await?;
    page.attribute(VERDICT, "data-short", short).await?;
    let text = page.text(VERDICT).await?;
    for part in words {
        assert!(text.contains(part), "{part} in {text}");
    }
    Ok(())
}

const VERDICT: &str = "[data-part=verdict]";

#[tokio::test]
async fn the_verdict_is_one_number_with_its_reason_and_the_rows_say_what_they_lack() {
    journey(Journey::on("2026-11-23"), async |page| {
        page.open("/?view=hours").await?;
        says(page, "unknown", None, &["貼上或填入 5 項粗體時數"]).await?;
        let all = "document.querySelector('#hours').innerText";
        page.shows(&format!("{all}.includes('無法判斷')"), false)
            .await?;
        for (row, text) in [
            ("business-related", "18.5"),
            ("mandatory", "8"),
            ("policy", "1"),
            ("environment", "2"),
        ] {
            page.fill(row, text).await?;
        }
        // A row that is not known yet is named and never called short.
        says(
            page,
            "short",
            Some("2"),
            &["2 小時", "「性別主流化等六項」尚未填寫"],
        )
        .await?;
        page.fill("governance", "5").await?;
        let why = "修滿「環境教育」2 小時，「必須完成之課程」與「與業務相關」也一併達成。";
        let caution = "本校人事室尚未確認此規定適用於 115 年度，請以人事室公告為準。";
        let teachers = "此規定是否適用於教師，請洽人事室。";
        says(
            page,
            "short",
            Some("2"),
            &["至少還須修習", "2 小時", why, caution, teachers],
        )
        .await?;
        for (requirement, said) in [
            ("manual-10/environment", "差 2（需 4）"),
            ("manual-10/governance", "已達 5"),
            ("central-20/business-related", "差 1.5（需 20）"),
        ] {
            let row = format!(
                "document.querySelector(\"[data-requirement='{requirement}']\").textContent"
            );
            page.shows(&row, said).await?;
        }
        page.fill("environment", "4").await?;
        page.fill("mandatory", "10").await?;
        page.fill("business-related", "20").await?;
        says(
            page,
            "met",
            None,
            &["已達成目前列入檢核的規定", caution, teachers],
        )
        .await
    })
    .await;
}

#[tokio::test]
async fn what_is_cleared_can_be_taken_back() {
    journey(Journey::default(), async |page| {
        for (address, _) in LANGUAGES {
            page.open(&format!("{address}?view=hours")).await?;
            page.fill("environment", "1.5").await?;
            page.press("clear").await?;
            page.holds("environment", "").await?;
            page.press("undo").await?;
            page.focused("#summary").await?;
            page.holds("environment", "1.5").await?;
            page.verdict("manual-10/environment", "short", Some("1.5"), Some("2.5"))
                .await?;
            page.visible("[data-action=undo]", false).await?;
        }
        Ok(())
    })
    .await;
}

/// Where an element stands in the window: its upper edge and its height, rounded.
fn place(selector: &str) -> String {
    format!(
        "(box => [Math.round(box.y), Math.round(box.height)])(document.querySelector('{selector}').getBoundingClientRect())"
    )
}

#[tokio::test]
async fn on_a_phone_the_verdict_is_a_bar_at_the_top_and_a_check_leads_to_it() {
    let settings = Journey {
        look: Look {
            width: 390,
            ..Look::default()
        },
        ..Journey::default()
    };
    journey(settings, async |page| {
        page.open("/?view=hours").await?;
        page.fill("policy", "1").await?;
        page.fill("governance", "2").await?;
        page.shows(&place(VERDICT), json!([0, 56])).await?;
        // The reason is below it, once, for eyes; the bar holds it for who listens.
        page.press("check").await?;
        page.focused("#summary").await?;
        page.visible(".verdict-copy", true).await?;
        let in_window = "(box => box.y >= 56 && box.bottom <= innerHeight)(document.querySelector('.verdict-copy').getBoundingClientRect())";
        page.shows(in_window, true).await?;
        page.shows("document.querySelector('.verdict').textContent.includes(document.querySelector('.verdict-copy').textContent)", true)
            .await?;
        page.shows("document.documentElement.scrollWidth <= innerWidth", true).await
    })
    .await;
}

#[tokio::test]
async fn beside_the_table_the_verdict_stays_in_sight() {
    journey(Journey::default(), async |page| {
        page.open("/?view=hours").await?;
        for (requirement, row, _) in REQUIREMENTS {
            page.fill(row, "0").await?;
            page.attribute(
                &format!("[data-requirement='{requirement}']"),
                "data-have",
                Some("0"),
            )
            .await?;
        }
        page.click("input[name=security]").await?;
        let in_sight = format!(
            "(([top, height]) => top >= 0 && top + height <= innerHeight)({})",
            place(VERDICT)
        );
        page.shows(&in_sight, true).await?;
        let beside = "document.querySelector('[data-part=verdict]').getBoundingClientRect().left > \
                      document.querySelector('.hours-table').getBoundingClientRect().right";
        page.shows(beside, true).await
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
        // The visible verdict changes at once, and does not speak by itself.
        page.shows(
            "document.querySelector('.verdict p').closest('[aria-live],[role=status]')",
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
        page.attribute(VERDICT, "data-short", Some("2")).await?;
        let plan = page.text(".plan").await?;
        for part in [
            "0.5 小時",
            "1.5 小時",
            "115 年 12 月 31 日（四）",
            "115 年 12 月 27 日（日）",
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

#[tokio::test]
async fn a_tab_that_stays_open_asks_for_the_day_again_when_it_is_shown_and_at_each_check() {
    journey(Journey::on("2026-12-31"), async |page| {
        page.open("/?view=hours").await?;
        page.fill("environment", "1").await?;
        let until = async |day: &str| {
            let days = "document.querySelector('.plan__days').textContent";
            page.shows(&format!("{days}.includes('{day}')"), true).await
        };
        let tomorrow = async |day: &str| {
            let clock = "constructor(...given) { given.length ? super(...given) : super(";
            let clock =
                format!("void (window.Date = class extends Date {{ {clock}'{day}T00:01') }} }})");
            page.value(&clock).await
        };
        until("115 年 12 月 31 日").await?;
        tomorrow("2027-01-01").await?;
        until("115 年 12 月 31 日").await?;
        page.value("void document.dispatchEvent(new Event('visibilitychange'))")
            .await?;
        until("116 年 12 月 31 日").await?;
        tomorrow("2028-01-01").await?;
        page.press("check").await?;
        until("117 年 12 月 31 日").await
    })
    .await;
}
