//! The things that the reader takes along: one printed page, a text, a file for a spreadsheet.

use e2e::{Change, Journey, LANGUAGES, Look, Page, Paper, Result, journey, json};

use crate::failures::built_page;
use crate::paste::{give, reads};

/// Fills in so much that hints, a plan and every kind of verdict are there.
async fn fill(page: &Page, address: &str) -> Result<()> {
    page.open(&format!("{address}?view=hours")).await?;
    for (row, text) in [
        ("total", "12"),
        ("digital", "20"),
        ("business-related", "18"),
        ("mandatory", "9.5"),
        ("policy", "0"),
        ("environment", "3"),
        ("governance", "=1+1"),
    ] {
        page.fill(row, text).await?;
    }
    Ok(())
}

/// Fills in what every rule asks for.
async fn fill_enough(page: &Page) -> Result<()> {
    for (row, hours) in [
        ("total", "30"),
        ("business-related", "20"),
        ("mandatory", "10"),
        ("policy", "1"),
        ("environment", "4"),
        ("governance", "5"),
    ] {
        page.fill(row, hours).await?;
    }
    Ok(())
}

/// Each paper takes the hours on one sheet.
async fn one_sheet(page: &Page, about: &str) -> Result<()> {
    for paper in [Paper::A4, Paper::LETTER] {
        assert_eq!(page.sheets(paper).await?, 1, "{about} on {paper:?}");
    }
    Ok(())
}

#[tokio::test]
async fn the_hours_are_printed_on_one_page() {
    for (address, _) in LANGUAGES {
        journey(Journey::on("2026-11-23"), async |page| {
            fill(page, address).await?;
            one_sheet(page, address).await?;
            let look = Look {
                print: true,
                ..Look::default()
            };
            page.look(look).await?;
            for part in [
                ".sheet-head",
                ".fields",
                "#summary",
                ".plan",
                ".sheet-foot .contact",
            ] {
                page.visible(part, true).await?;
            }
            for part in [
                ".paste",
                ".coming",
                "[data-action=print]",
                ".take-along__note",
                ".history",
                ".sources",
                ".views",
            ] {
                page.visible(part, false).await?;
            }
            let head = page.text(".sheet-head").await?;
            let year = if address == "/" { "115" } else { "2026" };
            assert!(head.contains(year), "{head}");
            Ok(())
        })
        .await;
    }
}

/// Presses the boxes of the former rules; their verdicts stand in the rows while they are tried.
async fn press_former(page: &Page, tried: bool) -> Result<()> {
    for rules in ["school-107-permanent", "school-107-contract"] {
        page.click(&format!("[name='ask-{rules}']")).await?;
        let stands =
            format!("document.querySelector(\".fields [data-requirement^='{rules}/']\") !== null");
        page.shows(&stands, tried).await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_hours_take_one_page_whatever_is_tried_or_met() {
    for (address, _) in LANGUAGES {
        journey(Journey::on("2026-11-23"), async |page| {
            fill(page, address).await?;
            page.click(".history summary").await?;
            press_former(page, true).await?;
            one_sheet(page, "short and tried").await?;
            fill_enough(page).await?;
            page.attribute("[data-overall]", "data-overall", Some("met"))
                .await?;
            one_sheet(page, "met and tried").await?;
            press_former(page, false).await?;
            one_sheet(page, "met").await
        })
        .await;
    }
}

/// The file that the page would save: the link that it presses itself is caught on its way.
pub(crate) async fn saved(page: &Page, action: &str) -> Result<String> {
    let script = "
        const [action, done] = arguments;
        URL.createObjectURL = blob => { blob.arrayBuffer().then(it => done([...new Uint8Array(it)])); return '#' };
        HTMLAnchorElement.prototype.click = () => {};
        document.querySelector(`[data-action=${action}]`).click()";
    let bytes = page.run(script, vec![json!(action)]).await?;
    let bytes: Vec<u8> = (bytes.as_array().expect("bytes").iter())
        .map(|byte| byte.as_u64().expect("a byte") as u8)
        .collect();
    Ok(String::from_utf8(bytes).expect("UTF-8"))
}

#[tokio::test]
async fn the_file_for_a_spreadsheet_is_one_table_that_holds_no_formula() {
    journey(Journey::on("2026-11-23"), async |page| {
        for (address, _) in LANGUAGES {
            fill(page, address).await?;
            let text = saved(page, "save-csv").await?;
            let text = text
                .strip_prefix('\u{feff}')
                .expect("the mark of the encoding");
            let columns = if address == "/" {
                "\"規定\",\"項目\",\"需要\",\"已有\",\"還差\",\"結果\""
            } else {
                "\"Rule\",\"Item\",\"Needed\",\"Have\",\"Short\",\"Result\""
            };
            assert!(text.starts_with(columns), "{text}");
            assert!(
                text.contains("\"環境教育(4小時)") && text.contains("\"9.5\""),
                "{text}"
            );
            assert!(!text.contains("=1+1") && text.ends_with("\r\n"), "{text}");
            for line in text.lines().filter(|line| !line.is_empty()) {
                assert!(line.starts_with('"') && line.ends_with('"'), "{line}");
                let cells: Vec<_> = line.trim_matches('"').split("\",\"").collect();
                for cell in &cells {
                    assert!(
                        !cell.starts_with(['=', '+', '-', '@', '\t']),
                        "{cell} in {line}"
                    );
                }
            }
        }
        Ok(())
    })
    .await;
}

/// The page as it would be built had the Personnel Office confirmed every rule in March 2026.
fn confirmed(address: &str) -> Change {
    // In the data of the page a confirmation stands in the line below the words about its rule.
    let page = built_page(address);
    let confirmed = page.replace("</dl>\n\n", "</dl>\n2026\n3\n1\n");
    assert_ne!(
        page, confirmed,
        "the page has rules that nobody has confirmed"
    );
    Change::default().body(confirmed)
}

#[tokio::test]
async fn the_last_safe_day_of_a_confirmed_rule_is_saved_for_a_calendar() {
    journey(Journey::on("2026-11-23"), async |page| {
        for (address, _) in LANGUAGES {
            // Of a rule that nobody has confirmed there is none.
            fill(page, address).await?;
            page.visible("[data-action=save-csv]", true).await?;
            page.visible("[data-action=save-ics]", false).await?;
            page.change(address, confirmed(address));
            fill(page, address).await?;
            page.visible("[data-action=save-ics]", true).await?;
            let ics = saved(page, "save-ics").await?;
            assert!(
                ics.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"),
                "{ics}"
            );
            assert!(ics.ends_with("END:VCALENDAR\r\n"), "{ics}");
            // Four working days before 31 December, of which the 25th is a holiday.
            for part in ["DTSTART;VALUE=DATE:20261227", "BEGIN:VALARM", "ewant"] {
                assert!(ics.contains(part), "{part} in {ics}");
            }
            for line in ics.split("\r\n") {
                assert!(line.len() <= 75 && !line.contains('\n'), "{line}");
            }
            // A frame that lets no file out shows the day instead, to be copied.
            page.visible(".take-along__day", false).await?;
            let day = page
                .value("document.querySelector('.take-along__day').textContent")
                .await?;
            let day = day.as_str().expect("a text");
            let expect = if address == "/" {
                "115 年 12 月 27 日"
            } else {
                "27 December 2026"
            };
            assert!(day.contains("ewant") && day.contains(expect), "{day}");
            // Who has enough needs no day.
            fill_enough(page).await?;
            page.visible("[data-action=save-ics]", false).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_file_that_was_saved_brings_everything_back_on_another_day_in_the_other_language() {
    journey(Journey::on("2026-11-23"), async |page| {
        fill(page, "/").await?;
        page.fill("security", "1.5").await?;
        page.click(".history summary").await?;
        page.click("[name='ask-school-107-permanent']").await?;
        page.choose("staff", "permanent").await?;
        page.click(".coming summary").await?;
        page.press("add-coming").await?;
        page.choose("coming-row-0", "environment").await?;
        page.fill("coming-hours-0", "2").await?;
        page.fill("coming-day-0", "115/11/20").await?;
        let file = saved(page, "save-csv").await?;
        page.open("/en/?view=hours").await?;
        give(page, "learning-hours.csv", file.as_bytes(), true).await?;
        page.focused("#review").await?;
        reads(page, "environment", Some("3")).await?;
        reads(page, "staff", Some("permanent")).await?;
        page.press("accept-reading").await?;
        for (name, text) in [
            ("total", "12"),
            ("mandatory", "9.5"),
            ("policy", "0"),
            ("governance", ""),
            ("security", "1.5"),
            ("staff", "permanent"),
            ("coming-row-0", "environment"),
            ("coming-hours-0", "2"),
            ("coming-day-0", "115/11/20"),
        ] {
            page.shows(
                &format!("document.querySelector('[name={name}]')?.value"),
                text,
            )
            .await?;
        }
        // As Excel saves it where a comma stands for the point, and a year and a version later.
        let edited = file
            .replace("\",\"", ";")
            .replace('"', "")
            .replace("9.5", "9,75");
        give(page, "edited.csv", edited.as_bytes(), true).await?;
        reads(page, "mandatory", Some("9.75")).await?;
        page.press("discard-reading").await?;
        let old = file.replace("2026-11-23", "2025-12-01");
        give(page, "old.csv", old.as_bytes(), true).await?;
        page.shows(
            "document.querySelector('#review')?.textContent.includes('2025')",
            true,
        )
        .await?;
        page.press("discard-reading").await?;
        let newer = file.replace("learning-hours-guide 2", "learning-hours-guide 3");
        give(page, "newer.csv", newer.as_bytes(), true).await?;
        page.shows(
            "document.querySelector('#review-title')?.textContent.startsWith('A newer version')",
            true,
        )
        .await?;
        page.visible("[data-reading]", false).await
    })
    .await;
}

#[tokio::test]
async fn the_text_is_copied_or_the_reader_is_told_what_else_to_do() {
    journey(Journey::on("2026-11-23"), async |page| {
        fill(page, "/").await?;
        let copy = |write: &str| {
            format!(
                "const done = arguments[arguments.length - 1];
                Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {{ writeText: {write} }} }});
                document.querySelector('[data-action=copy-text]').click();
                setTimeout(() => done(window.copied ?? null))"
            )
        };
        let told = "document.querySelector('.take-along [role=status]').textContent";
        // Neither by the clipboard nor by a selection, which is tried then.
        page.value("void (document.execCommand = () => false)").await?;
        page.run(&copy("() => Promise.reject()"), Vec::new()).await?;
        page.shows(told, "無法複製，請改為下載試算表。").await?;
        page.value("void (document.execCommand = () => true)").await?;
        page.run(&copy("() => { throw new TypeError() }"), Vec::new()).await?;
        page.shows(told, "已複製。").await?;
        page.value("void delete document.execCommand").await?;
        let text = page.run(&copy("async text => { window.copied = text }"), Vec::new()).await?;
        page.shows(told, "已複製。").await?;
        let text = text.as_str().expect("a text").to_owned();
        assert!(text.lines().count() <= 8, "{text}");
        for part in ["時數檢核（115 年 11 月 23 日（一））：至少還須修習", "環境教育", "12 月 27 日", "ewant", "人事室"] {
            assert!(text.contains(part), "{part} in {text}");
        }
        let link = page.value("location.origin + location.pathname").await?;
        let link = [link.as_str().expect("an address"), "#view=hours&copied=1"].concat();
        assert_eq!(text.lines().last(), Some(&*link), "{text}");
        // Given back, it is told from hours.
        page.press("clear").await?;
        page.paste(&text).await?;
        page.focused("#review").await?;
        page.shows("document.querySelector('#review-title').textContent.includes('下載試算表')", true)
            .await?;
        page.visible("[data-reading]", false).await
    })
    .await;
}

/// Whether leaving the page would be asked about.
const ASKS: &str = "(event => { dispatchEvent(event); return event.defaultPrevented })(new Event('beforeunload', { cancelable: true }))";

#[tokio::test]
async fn leaving_asks_as_long_as_hours_stand_nowhere_else() {
    journey(Journey::default(), async |page| {
        page.open("/?view=hours").await?;
        page.shows(ASKS, false).await?;
        page.fill("total", "12").await?;
        page.shows(ASKS, true).await?;
        saved(page, "save-csv").await?;
        page.shows(ASKS, false).await?;
        page.fill("policy", "1").await?;
        page.shows(ASKS, true).await?;
        page.press("clear").await?;
        page.shows(ASKS, false).await
    })
    .await;
}

#[tokio::test]
async fn a_browser_that_does_not_print_is_told() {
    journey(Journey::default(), async |page| {
        page.open("/?view=hours").await?;
        let told =
            "document.querySelector('.take-along [role=status]').textContent.includes('無法列印')";
        let prints = "() => dispatchEvent(new Event('beforeprint'))";
        for (print, is_told) in [("() => {}", true), (prints, false), ("undefined", true)] {
            page.value(&format!("void (window.print = {print})"))
                .await?;
            page.press("print").await?;
            page.shows(told, is_told).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_link_to_the_place_is_copied_without_hours() {
    journey(Journey::default(), async |page| {
        for (address, _) in LANGUAGES {
            page.open(&format!("{address}#node=group-d")).await?;
            page.press("view-hours").await?;
            page.fill("total", "12.25").await?;
            let copy = "
                const done = arguments[arguments.length - 1];
                Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async text => done(text) } });
                document.querySelector('[data-action=copy-link]').click()";
            let link = page.run(copy, Vec::new()).await?;
            let expect = format!("{}{address}#node=group-d&view=hours", page.site());
            assert_eq!(link.as_str(), Some(&*expect));
            let told = "document.querySelector('.copy-link [role=status]').textContent";
            page.shows(&format!("{told}.length > 4"), true).await?;
            // Where it cannot be copied it can be read.
            page.value("void (document.execCommand = () => false)").await?;
            page.value("void Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })")
                .await?;
            page.press("copy-link").await?;
            page.shows(&format!("{told}.includes(`{expect}`)"), true).await?;
        }
        Ok(())
    })
    .await;
}
