//! What the reader takes along: one printed page, a text, a file for a spreadsheet.

use e2e::{Journey, LANGUAGES, Look, Page, Result, journey};

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
    page.choose("staff", "permanent").await
}

#[tokio::test]
async fn the_hours_are_printed_on_one_page() {
    for (address, _) in LANGUAGES {
        journey(Journey::on("2026-11-23"), async |page| {
            fill(page, address).await?;
            assert_eq!(page.sheets().await?, 1, "{address}");
            let look = Look {
                print: true,
                ..Look::default()
            };
            page.look(look).await?;
            for part in [
                ".sheet-head",
                ".fields",
                "#summary",
                ".rules",
                ".plan",
                ".sheet-foot .contact",
            ] {
                page.visible(part, true).await?;
            }
            for part in [
                ".paste",
                ".coming",
                "[data-action=print]",
                ".choice-field",
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

#[tokio::test]
async fn the_file_for_a_spreadsheet_keeps_chinese_and_holds_no_formula() {
    journey(Journey::on("2026-11-23"), async |page| {
        for (address, _) in LANGUAGES {
            fill(page, address).await?;
            // The link is pressed by the page itself; what it would save is caught on its way.
            let script = "
                const done = arguments[arguments.length - 1];
                URL.createObjectURL = blob => { blob.arrayBuffer().then(it => done([...new Uint8Array(it)])); return '#' };
                HTMLAnchorElement.prototype.click = () => {};
                document.querySelector('[data-action=save-csv]').click()";
            let bytes = page.run(script, Vec::new()).await?;
            let bytes: Vec<u8> = (bytes.as_array().expect("bytes").iter())
                .map(|byte| byte.as_u64().expect("a byte") as u8)
                .collect();
            let text = String::from_utf8(bytes).expect("UTF-8");
            let text = text.strip_prefix('\u{feff}').expect("the mark of the encoding");
            assert!(text.contains("\"環境教育(4小時)") && text.contains("\"9.5\""), "{text}");
            assert!(!text.contains("=1+1") && text.ends_with("\r\n"), "{text}");
            for line in text.lines().filter(|line| !line.is_empty()) {
                assert!(line.starts_with('"') && line.ends_with('"'), "{line}");
                for cell in line.trim_matches('"').split("\",\"") {
                    assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{cell} in {line}");
                }
            }
        }
        Ok(())
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
        page.shows(told, "無法複製，請改存 CSV。").await?;
        page.value("void (document.execCommand = () => true)").await?;
        page.run(&copy("() => { throw new TypeError() }"), Vec::new()).await?;
        page.shows(told, "已複製。").await?;
        page.value("void delete document.execCommand").await?;
        let text = page.run(&copy("async text => { window.copied = text }"), Vec::new()).await?;
        page.shows(told, "已複製。").await?;
        let text = text.as_str().expect("a text");
        for part in ["檢核日：民國 115 年 11 月 23 日（星期一）", "環境教育", "還差 1 小時", "接下來怎麼做"] {
            assert!(text.contains(part), "{part} in {text}");
        }
        Ok(())
    })
    .await;
}
