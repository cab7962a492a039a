//! Pasting the portal's table, and dropping or choosing a file of it.

use e2e::{Journey, Key, LANGUAGES, Page, Result, Value, journey, json};

/// The text that one gets by selecting the portal's page; the name and the number are invented.
const TABLE: &str = "首頁 / 個人資料夾\n姓名 王小明 A000000000\n您的學習時數資料如下：\n\
通通總學習時數\t３０.5 小時\n數位課程總學習時數\t20\n實體課程總學習時數\t10.5\n混成課程總學習時數\t0\n\
自行申請公假學習總時數\t\n與業務相關總學習時數\t25\n性別主流化基礎課程 總學習總時數\t2\n\
性別主流化進階課程 總學習總時數\t1\n每年必須完成之課程總學習時數(10小時)\t10\n當前政府重大政策(1小時)\t1\n\
環境教育(5小時)\t4\n性別主流化、廉政與服務倫理、人權教育、行政中立、多元族群文化、公民參與(5小時)\t5\n2026/11/23";

/// The text in the field to paste into.
const PASTED: &str = "document.querySelector('[name=paste]').value";

/// Waits until a row was read as this value; `None` where it was not read.
pub(crate) async fn reads(page: &Page, row: &str, expect: Option<&str>) -> Result<()> {
    page.attribute(&format!("[data-reading='{row}']"), "data-value", expect)
        .await
}

#[tokio::test]
async fn a_pasted_table_is_reviewed_and_then_used() {
    journey(Journey::default(), async |page| {
        for (address, _) in LANGUAGES {
            page.open(&format!("{address}?view=hours")).await?;
            page.fill("total", "1").await?;
            page.fill("official-leave", "3").await?;
            page.paste(TABLE).await?;
            page.focused("#review").await?;
            for (row, value) in [
                ("total", Some("30.5")),
                ("official-leave", None),
                ("business-related", Some("25")),
                ("environment", Some("4")),
                ("governance", Some("5")),
            ] {
                reads(page, row, value).await?;
            }
            page.shows("document.querySelectorAll('[data-reading]').length", 12)
                .await?;
            // Nothing is used yet, and the text stands in its field and nowhere in the markup.
            page.holds("total", "1").await?;
            page.shows(PASTED, TABLE).await?;
            page.shows(
                "document.documentElement.outerHTML.includes('王小明')",
                false,
            )
            .await?;
            let review = page.text("#review").await?;
            assert!(review.contains('5') && review.contains('4'), "{review}");
            page.visible(".review__note", true).await?;
            page.press("accept-reading").await?;
            page.focused("#summary").await?;
            page.shows(PASTED, "").await?;
            page.holds("total", "30.5").await?;
            page.holds("governance", "5").await?;
            // A row that was not read stays as it was typed.
            page.holds("official-leave", "3").await?;
            page.attribute("[data-overall]", "data-overall", Some("met"))
                .await?;
            page.visible("#review", false).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_list_of_courses_fills_what_the_portal_does_not_show_and_no_row() {
    journey(Journey::default(), async |page| {
        for (address, _) in LANGUAGES {
            page.open(&format!("{address}?view=hours")).await?;
            page.paste(
                "課程名稱\t課程類別\t認證時數\n王小明的課\t522\t2\n乙\t523\t3\n\
                 環境教育\t環境教育\t4\n丙\t522 資通安全\t1",
            )
            .await?;
            page.focused("#review").await?;
            reads(page, "security", Some("3")).await?;
            page.shows("document.querySelectorAll('[data-reading]').length", 1)
                .await?;
            // A line for each: courses that count, those that do not, and those that nobody has confirmed.
            let lines = "document.querySelectorAll('[data-part=courses] li').length";
            page.shows(lines, 3).await?;
            let review = page.text("#review").await?;
            assert!(
                review.contains("523") && !review.contains("王小明"),
                "{review}"
            );
            page.holds("security", "").await?;
            page.press("accept-reading").await?;
            page.holds("security", "3").await?;
            page.holds("environment", "").await?;
            page.verdict("security-3/security", "met", Some("3"), None)
                .await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_row_in_doubt_has_no_hours_until_one_is_chosen() {
    journey(Journey::default(), async |page| {
        for (address, _) in LANGUAGES {
            page.open(&format!("{address}?view=hours")).await?;
            page.paste("當前政府重大政策\t1\t0\n環境教育\t4\t2.5")
                .await?;
            let row = "[data-reading=environment]";
            reads(page, "environment", None).await?;
            page.attribute(row, "data-doubt", Some("")).await?;
            page.click(&format!("{row} button:nth-of-type(2)")).await?;
            reads(page, "environment", Some("2.5")).await?;
            page.attribute(row, "data-doubt", None).await?;
            page.focused("#reading-environment").await?;
            // None of the numbers that were seen may be right.
            page.click("[data-reading=policy] [data-action=decline-reading]")
                .await?;
            page.attribute("[data-reading=policy]", "data-doubt", None)
                .await?;
            reads(page, "policy", None).await?;
            page.press("accept-reading").await?;
            page.holds("environment", "2.5").await?;
            page.holds("policy", "").await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_is_not_wanted_changes_nothing() {
    journey(Journey::default(), async |page| {
        page.open("/?view=hours").await?;
        page.fill("total", "7").await?;
        page.paste(TABLE).await?;
        page.focused("#review").await?;
        page.shows(PASTED, TABLE).await?;
        page.press("discard-reading").await?;
        page.focused("#paste").await?;
        page.shows(PASTED, "").await?;
        page.visible("#review", false).await?;
        page.holds("total", "7").await?;
        // It can be had back.
        page.press("undo").await?;
        page.focused("#review").await?;
        reads(page, "total", Some("30.5")).await?;
        page.press("accept-reading").await?;
        page.holds("total", "30.5").await
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_read_is_told_and_what_was_typed_stays() {
    journey(Journey::default(), async |page| {
        for (address, _) in LANGUAGES {
            page.open(&format!("{address}?view=hours")).await?;
            page.fill("total", "7").await?;
            for text in [
                "",
                " \n\u{200f}",
                "今日公告：請同仁踴躍參加。",
                "\0\u{1}\u{2}PNG",
                "環境教育(4小時)\n當前政府重大政策(1小時)",
                "總學習時數 -3\n環境教育 99999",
                "總學習時數 12\n總學習時數 13",
            ] {
                page.paste(text).await?;
                page.focused("#review").await?;
                page.visible("[data-action=accept-reading]", false).await?;
                page.shows(
                    "document.querySelector('#review-title').textContent.length > 9",
                    true,
                )
                .await?;
                page.holds("total", "7").await?;
                // Nor is what was pasted lost: it can be mended where it stands.
                page.shows(PASTED, text).await?;
            }
            page.press("clear").await?;
            page.shows(PASTED, "").await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_text_without_end_is_refused() {
    journey(Journey::default(), async |page| {
        page.open("/?view=hours").await?;
        page.press("open-paste").await?;
        page.focused("#paste").await?;
        page.value(
            "void (document.querySelector('#paste').value = '環境教育 4\\n'.repeat(300000))",
        )
        .await?;
        page.press("read-paste").await?;
        page.focused("#review").await?;
        let told = page.text("#review").await?;
        assert!(told.contains("太長"), "{told}");
        page.shows(&format!("{PASTED}.length"), 2_100_000).await
    })
    .await;
}

/// Gives the page a file, dropped on the card or chosen.
pub(crate) async fn give(page: &Page, name: &str, bytes: &[u8], is_dropped: bool) -> Result<()> {
    let script = "
        const [name, bytes, dropped, done] = arguments;
        const files = new DataTransfer();
        files.items.add(new File([new Uint8Array(bytes)], name));
        if (dropped) {
            const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: files });
            document.querySelector('.paste textarea').dispatchEvent(drop);
        } else {
            const input = document.querySelector('[type=file]');
            input.files = files.files;
            input.dispatchEvent(new Event('change', { bubbles: true }));
        }
        done(true)";
    let arguments = vec![json!(name), json!(bytes), Value::Bool(is_dropped)];
    page.run(script, arguments).await.map(drop)
}

#[tokio::test]
async fn a_file_is_read_in_the_encodings_that_a_portal_or_a_spreadsheet_writes() {
    // 姓名 王小明, 總學習時數 12, 環境教育(4小時) 4.5, 當前政府重大政策(1小時) 1, in Big5.
    let big5: &[u8] = &[
        169, 109, 166, 87, 32, 164, 253, 164, 112, 169, 250, 10, 193, 96, 190, 199, 178, 223, 174,
        201, 188, 198, 9, 49, 50, 10, 192, 244, 185, 210, 177, 208, 168, 124, 40, 52, 164, 112,
        174, 201, 41, 9, 52, 46, 53, 10, 183, 237, 171, 101, 172, 70, 169, 178, 173, 171, 164, 106,
        172, 70, 181, 166, 40, 49, 164, 112, 174, 201, 41, 9, 49, 10,
    ];
    let text = "總學習時數,12\r\n環境教育(4小時),4.5\r\n當前政府重大政策(1小時),1\r\n";
    let marked = ["\u{feff}", text].concat();
    let wide: Vec<u8> = [0xfeff]
        .into_iter()
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let html = "<!doctype html><title>總學習時數 99</title><style>環境教育 9</style><table>\
        <tr><td>總學習時數</td><td>12</td></tr><tr><td>環境教育(4小時)</td><td>4.5</td></tr>\
        <tr><td>當前政府重大政策(1小時)</td><td>1</td></tr></table><script>alert(1)</script>";
    journey(Journey::default(), async |page| {
        page.open("/?view=hours").await?;
        page.press("open-paste").await?;
        for (name, bytes, is_dropped) in [
            ("big5.txt", big5, true),
            ("utf-8.txt", text.as_bytes(), true),
            ("marked.csv", marked.as_bytes(), false),
            ("wide.txt", &wide, false),
            ("page.html", html.as_bytes(), true),
        ] {
            page.visible("#paste", true).await?;
            give(page, name, bytes, is_dropped).await?;
            page.focused("#review").await?;
            reads(page, "total", Some("12")).await?;
            reads(page, "environment", Some("4.5")).await?;
            reads(page, "policy", Some("1")).await?;
            page.press("discard-reading").await?;
            page.visible("#review", false).await?;
        }
        // A picture and a file without end are told as such.
        for bytes in [&[0x89, b'P', b'N', b'G', 0, 0, 0, 13, 255, 255][..], &[b'x'; 3_000_000]] {
            give(page, "some.file", bytes, true).await?;
            page.focused("#review").await?;
            page.visible("[data-reading]", false).await?;
            page.shows("document.querySelector('#review-title').textContent.length > 9", true)
                .await?;
        }
        // Beside the card a file would replace the page.
        page.shows(
            "(() => { const files = new DataTransfer(); files.items.add(new File([''], 'a.txt'));
                const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: files });
                return document.querySelector('h1').dispatchEvent(drop) })()",
            false,
        )
        .await
    })
    .await;
}

#[tokio::test]
async fn pasting_goes_by_keyboard_alone() {
    journey(Journey::default(), async |page| {
        page.open("/en/?view=hours").await?;
        page.press("open-paste").await?;
        page.focused("#paste").await?;
        page.keys("環境教育 3").await?;
        page.keys(Key::Tab).await?;
        page.focused("[data-action=read-paste]").await?;
        page.keys(Key::Enter).await?;
        page.focused("#review").await?;
        page.keys(Key::Tab).await?;
        page.focused("[data-action=accept-reading]").await?;
        page.keys(" ").await?;
        page.holds("environment", "3").await
    })
    .await;
}
