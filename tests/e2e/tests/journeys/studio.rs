//! The content studio as an editor uses it: confirm, change by form and by text, break and mend, open, export.

use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::{env, fs};

use e2e::{Change, Journey, Look, Page, Result, Value, journey, json, setting};

use crate::accessibility::violations;
use crate::single::works;

const AREA: &str = "textarea[name='text']";
const PREVIEW: &str = "iframe[data-part='preview']";
/// The buttons that need content without errors.
const PAGES: [&str; 3] = ["save-page-zh-Hant", "save-page-en", "save-site"];

/// Runs steps in the studio, opened with the content of the site; it asks for nothing but its own files.
async fn studio(settings: Journey, steps: impl AsyncFnOnce(&Page) -> Result<()>) {
    let settings = Journey {
        own: Some(is_own),
        ..settings
    };
    journey(settings, async |page| {
        page.open("/studio.html").await?;
        steps(page).await
    })
    .await;
}

/// Whether the studio may ask for this by itself, whenever its preview is written.
pub(crate) fn is_own(path: &str) -> bool {
    path.starts_with("/studio/")
        || path.starts_with("/learning-hours-guide-")
        // The other files that a zip of the site holds as they lie there.
        || ["/preview.html", "/studio.html", "/embed.js", "/embed.d.ts"].contains(&path)
}

async fn choose(page: &Page, file: &str) -> Result<()> {
    page.click(&format!("[data-action='file-{file}']")).await?;
    page.visible(AREA, true).await
}

fn field(name: &str) -> String {
    format!("[name='{name}']")
}

/// Replaces a piece of the text as if it was typed there.
async fn edit_text(page: &Page, old: &str, new: &str) -> Result<()> {
    let script = "
        const [old, text, done] = arguments;
        const area = document.querySelector('textarea[name=text]');
        const found = area.value.includes(old);
        area.value = area.value.replace(old, text);
        area.dispatchEvent(new InputEvent('input', { bubbles: true }));
        done(found)";
    let found = page.run(script, vec![json!(old), json!(new)]).await?;
    assert_eq!(found, json!(true), "{old} in the text");
    Ok(())
}

/// Puts a text into a field of the form at once, as when pasted: one step to undo.
async fn put(page: &Page, name: &str, text: &str) -> Result<()> {
    let script = "
        const [name, text, done] = arguments;
        const field = document.getElementsByName(name)[0];
        field.focus();
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        done()";
    page.run(script, vec![json!(name), json!(text)])
        .await
        .map(drop)
}

/// Presses a button of the form, which is long: not every driver scrolls to it.
async fn press_in_form(page: &Page, action: &str) -> Result<()> {
    let button = format!("[data-action='{action}']");
    page.visible(&button, true).await?;
    page.value(&format!(
        "document.querySelector(\"{button}\").scrollIntoView({{ block: 'center' }})"
    ))
    .await?;
    page.click(&button).await
}

/// Waits until the text of the file holds this.
async fn text_has(page: &Page, piece: &str) -> Result<()> {
    let script = format!(
        "document.querySelector(\"{AREA}\").value.includes({})",
        json!(piece)
    );
    page.shows(&script, true).await
}

/// Waits until the content has been checked and has so many errors.
async fn errors(page: &Page, count: usize) -> Result<()> {
    page.attribute(
        "[data-part='findings']",
        "data-errors",
        Some(&count.to_string()),
    )
    .await
}

/// Waits until the sentences about changes hold this.
async fn changes_say(page: &Page, piece: &str) -> Result<()> {
    let script = format!(
        "document.querySelector(\"[data-part='changes']\").textContent.includes({})",
        json!(piece)
    );
    page.shows(&script, true).await
}

/// Gives the studio files, dropped or chosen.
async fn give(page: &Page, files: &[(&str, &[u8])], is_dropped: bool) -> Result<()> {
    let script = "
        const [given, dropped, done] = arguments;
        const data = new DataTransfer();
        for (const [name, bytes] of given) data.items.add(new File([new Uint8Array(bytes)], name));
        if (dropped) {
            document.querySelector('main').dispatchEvent(
                new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
        } else {
            const field = document.querySelector('input[type=file]');
            field.files = data.files;
            field.dispatchEvent(new Event('change', { bubbles: true }));
        }
        done()";
    let files: Vec<Value> = (files.iter())
        .map(|(name, bytes)| json!([name, bytes]))
        .collect();
    let arguments = vec![Value::Array(files), json!(is_dropped)];
    page.run(script, arguments).await.map(drop)
}

/// The file that a button saves: its name and its bytes.
async fn saved(page: &Page, action: &str) -> Result<(String, Vec<u8>)> {
    let button = format!("[data-action='{action}']:enabled");
    page.visible(&button, true).await?;
    let script = "
        const [action, done] = arguments;
        const make = URL.createObjectURL, press = HTMLAnchorElement.prototype.click;
        let blob;
        URL.createObjectURL = it => { blob = it; return '#' };
        HTMLAnchorElement.prototype.click = function () {
            URL.createObjectURL = make;
            HTMLAnchorElement.prototype.click = press;
            const reader = new FileReader();
            reader.onload = () => done([this.download, reader.result.replace(/^[^,]*,/, '')]);
            reader.readAsDataURL(blob);
        };
        document.querySelector(`[data-action='${action}']`).click()";
    let answer = page.run(script, vec![json!(action)]).await?;
    let name = answer[0].as_str().expect("a name").to_owned();
    let bytes = answer[1].as_str().expect("base 64");
    Ok((name, decoded(bytes)))
}

/// The script of the Worker with something before each message that it hears.
fn worker(before: &str) -> Change {
    let script = String::from_utf8(built("studio/worker.js")).expect("a script");
    let listen = "const hear = onmessage; onmessage = async event => {";
    Change::default().body(format!("{script}\n{listen} {before}; hear(event); }};"))
}

#[tokio::test]
async fn a_worker_that_broke_down_or_cannot_be_loaded_is_started_anew_by_the_next_press() {
    let settings = Journey {
        noisy: true,
        own: Some(is_own),
        ..Journey::default()
    };
    journey(settings, async |page| {
        let script = "/studio/worker.js";
        let breaks_down =
            "if (event.data.kind == 'content') { setTimeout(() => { throw event }); return }";
        page.change(script, worker(breaks_down));
        page.open("/studio.html").await?;
        errors(page, 0).await?;
        let is_told = "document.querySelectorAll('.notices__refusal').length";
        for missing in [false, true] {
            if missing {
                page.change(script, Change::default().status(404));
            }
            page.press("save-content").await?;
            page.shows(is_told, 1).await?;
            page.visible("[data-action='save-content']:enabled", true)
                .await?;
            page.press("close-notices").await?;
            page.shows(is_told, 0).await?;
        }
        let whole = Change::default()
            .status(200)
            .body(built("studio/worker.js"));
        page.change(script, whole);
        let (_, zip) = saved(page, "save-content").await?;
        assert!(zip.starts_with(b"PK"), "a zip");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_step_that_is_chosen_before_the_preview_has_its_page_is_shown_once_it_has() {
    let settings = Journey {
        own: Some(is_own),
        ..Journey::default()
    };
    journey(settings, async |page| {
        // The first page comes late.
        let late = "if (event.data.kind == 'preview') await fetch('held.txt')";
        page.change("/studio/worker.js", worker(late));
        page.change("/studio/held.txt", Change::default().body("").held());
        page.open("/studio.html").await?;
        errors(page, 0).await?;
        let choose = "
            const [node, done] = arguments;
            const field = document.querySelector('[name=preview-node]');
            field.value = node;
            field.dispatchEvent(new Event('change', { bubbles: true }));
            done(field.value)";
        let chosen = page.run(choose, vec![json!("hours-shown")]).await?;
        assert_eq!(chosen, json!("hours-shown"));
        page.enter(PREVIEW).await?;
        page.shows("location.pathname", "/preview.html").await?;
        page.leave().await?;
        page.release();
        page.enter(PREVIEW).await?;
        page.arrives("ready").await?;
        page.at("hours-shown").await?;
        page.leave().await?;
        // The same while another page takes its place.
        page.press("preview-en").await?;
        page.run(choose, vec![json!("my-area")]).await?;
        page.enter(PREVIEW).await?;
        page.speaks("en").await?;
        page.arrives("ready").await?;
        page.at("my-area").await?;
        page.leave().await
    })
    .await;
}

#[tokio::test]
async fn the_sentence_about_the_preview_stays_while_content_without_errors_is_changed() {
    studio(Journey::default(), async |page| {
        choose(page, "guide").await?;
        page.enter(PREVIEW).await?;
        page.arrives("ready").await?;
        page.leave().await?;
        page.value(
            "(state => {
                window.sentences = new Set([state.textContent]);
                const watch = new MutationObserver(() => sentences.add(state.textContent));
                watch.observe(state, { childList: true, characterData: true, subtree: true });
            })(document.querySelector('.preview__state'))",
        )
        .await?;
        put(page, "guide:site.title.zh", "時數查詢").await?;
        page.enter(PREVIEW).await?;
        page.shows("document.title.slice(0, 4)", "時數查詢").await?;
        page.leave().await?;
        page.shows(
            "[...sentences].map(it => it.slice(0, 7)).join()",
            "就是網頁的樣子",
        )
        .await
    })
    .await;
}

/// The bytes of base 64.
fn decoded(text: &str) -> Vec<u8> {
    let value = |c: u8| match c {
        b'A'..=b'Z' => c - b'A',
        b'a'..=b'z' => c - b'a' + 26,
        b'0'..=b'9' => c - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let digits: Vec<u8> = text.bytes().filter(|c| *c != b'=').map(value).collect();
    let mut bytes = Vec::new();
    for group in digits.chunks(4) {
        let number = group
            .iter()
            .fold(0_u32, |sum, digit| sum << 6 | u32::from(*digit));
        let number = number << (6 * (4 - group.len()));
        bytes.extend(number.to_be_bytes().iter().skip(1).take(group.len() - 1));
    }
    bytes
}

/// A file of the build.
fn built(file: &str) -> Vec<u8> {
    fs::read(Path::new(&setting("DIST_DIR")).join(file)).expect("the build has this file")
}

/// Serves a page that the studio has made, and opens it.
async fn open_exported(page: &Page, bytes: Vec<u8>) -> Result<()> {
    page.change("/exported.html", Change::default().body(bytes));
    page.go("/exported.html").await
}

#[tokio::test]
async fn a_rule_is_confirmed_by_two_presses_and_a_date() {
    studio(Journey::default(), async |page| {
        let rule = "[data-rule='rules/manual-10']";
        page.attribute(rule, "data-state", Some("unconfirmed"))
            .await?;
        page.attribute(
            "[data-rule='rules/school-107-permanent']",
            "data-state",
            Some("history"),
        )
        .await?;
        page.click("[data-action='confirm-rules/manual-10']")
            .await?;
        let day = page
            .value("document.querySelector('[name=confirm-date]').value")
            .await?;
        let day = day.as_str().expect("a day").to_owned();
        // The focus is on the day that is asked for, and comes back to the button when the rule is confirmed.
        page.focused("[name=confirm-date]").await?;
        page.press("accept-confirm").await?;
        page.attribute(rule, "data-state", Some("confirmed"))
            .await?;
        page.focused("[data-action='confirm-rules/manual-10']")
            .await?;
        // Once more on the same day changes nothing, and asks no further.
        page.click("[data-action='confirm-rules/manual-10']")
            .await?;
        page.press("accept-confirm").await?;
        page.visible("[data-action='confirm-rules/manual-10']", true)
            .await?;
        changes_say(page, &day).await?;
        choose(page, "rules/manual-10").await?;
        text_has(page, &format!("verified = {day}")).await?;
        page.shows(
            "document.getElementsByName('rules/manual-10:verified')[0].value",
            day,
        )
        .await?;
        let (name, bytes) = saved(page, "save-page-zh-Hant").await?;
        assert_eq!(name, "guide.html");
        open_exported(page, bytes).await?;
        works(page).await?;
        let foot =
            "document.querySelector('.site-footer').textContent.includes('每年必須完成之課程')";
        page.shows(foot, true).await
    })
    .await;
}

#[tokio::test]
async fn a_phone_number_is_changed_by_form_in_both_languages() {
    studio(Journey::default(), async |page| {
        choose(page, "guide").await?;
        let name = |lang: &str| format!("guide:contact.dgpa-help.body.{lang}");
        let half = "[data-part='half-changed']";
        page.replace(&field(&name("zh")), "電話 02-1234-5678。")
            .await?;
        text_has(page, "body.zh = \"電話 02-1234-5678。\"").await?;
        page.visible(half, true).await?;
        errors(page, 0).await?;
        put(page, &name("en"), "Phone 02-1234-5678.").await?;
        text_has(page, "body.en = \"Phone 02-1234-5678.\"").await?;
        let marks = format!("document.querySelectorAll(\"{half}\").length");
        page.shows(&marks, 0).await?;
        changes_say(page, "人事行政總處").await?;
        page.press("undo").await?;
        page.visible(half, true).await?;
        page.press("redo").await?;
        page.shows(&marks, 0).await?;
        errors(page, 0).await?;
        let (name, bytes) = saved(page, "save-page-en").await?;
        assert_eq!(name, "guide.en.html");
        open_exported(page, bytes).await?;
        works(page).await?;
        page.shows(
            "document.body.textContent.includes('Phone 02-1234-5678.')",
            true,
        )
        .await
    })
    .await;
}

#[tokio::test]
async fn a_threshold_is_changed_by_form_and_tried_in_the_preview() {
    studio(Journey::default(), async |page| {
        choose(page, "rules/manual-10").await?;
        let name = "rules/manual-10:requirement.environment.at-least";
        page.replace(&field(name), "5").await?;
        text_has(page, "at-least = 5").await?;
        changes_say(page, "5").await?;
        page.enter(PREVIEW).await?;
        page.attribute(
            "[data-requirement='manual-10/environment']",
            "data-need",
            Some("5"),
        )
        .await?;
        page.arrives("ready").await?;
        page.press("view-hours").await?;
        page.fill("environment", "4").await?;
        page.verdict("manual-10/environment", "short", Some("4"), Some("1"))
            .await?;
        page.press("view-guided").await?;
        page.press("next").await?;
        page.at("first-time").await?;
        page.leave().await
    })
    .await;
}

#[tokio::test]
async fn a_line_is_broken_and_mended_by_text() {
    studio(Journey::default(), async |page| {
        choose(page, "guide").await?;
        errors(page, 0).await?;
        page.enter(PREVIEW).await?;
        page.arrives("ready").await?;
        page.leave().await?;
        edit_text(page, "title.zh = ", "title.zh ＝ ").await?;
        let finding = "[data-finding='full-width-mark']";
        page.attribute(finding, "data-severity", Some("error"))
            .await?;
        page.attribute(finding, "data-file", Some("guide")).await?;
        // It stays in sight however far the editor scrolls.
        page.value("document.querySelector('.studio__editor').scrollTo(0, 9999)")
            .await?;
        let is_in_sight = format!(
            "(it => it.top >= 0 && it.bottom <= innerHeight)(document.querySelector(\"{finding}\").getBoundingClientRect())"
        );
        page.shows(&is_in_sight, true).await?;
        let line = page
            .value(&format!("document.querySelector(\"{finding}\").dataset.line"))
            .await?;
        for action in PAGES {
            page.visible(&format!("[data-action='{action}']:disabled"), true)
                .await?;
        }
        let why = page.text("#deliver-reason").await?;
        assert!(why.contains("錯誤") && why.contains("error"), "{why}");
        // A draft can be saved, and the last good page stays.
        let (_, zip) = saved(page, "save-content").await?;
        assert!(zip.starts_with(b"PK"), "a zip");
        page.enter(PREVIEW).await?;
        page.at("start").await?;
        page.leave().await?;
        page.press("home").await?;
        page.value("document.querySelector('.studio__editor').scrollTo(0, 9999)")
            .await?;
        page.shows(&is_in_sight, true).await?;
        page.click(finding).await?;
        page.focused(AREA).await?;
        let chosen = format!(
            "(it => it.value.slice(0, it.selectionStart).split('\\n').length + '' === '{}' \
              && it.value.slice(it.selectionStart, it.selectionEnd).includes('＝'))(document.querySelector(\"{AREA}\"))",
            line.as_str().expect("a line")
        );
        page.shows(&chosen, true).await?;
        edit_text(page, "title.zh ＝ ", "title.zh = ").await?;
        errors(page, 0).await?;
        for action in PAGES {
            page.visible(&format!("[data-action='{action}']:enabled"), true)
                .await?;
        }
        changes_say(page, "").await?;
        page.shows("document.querySelectorAll(\"[data-part='changes'] li\").length", 0)
            .await
    })
    .await;
}

#[tokio::test]
async fn a_built_page_is_opened_changed_and_exported_again() {
    studio(Journey::default(), async |page| {
        for is_dropped in [true, false] {
            give(page, &[("guide.html", &built("guide.html"))], is_dropped).await?;
            page.visible("[data-action='file-guide']", true).await?;
        }
        // Without a change it is the very page, to the byte.
        for (action, file) in [
            ("save-page-zh-Hant", "guide.html"),
            ("save-page-en", "guide.en.html"),
        ] {
            errors(page, 0).await?;
            let (name, bytes) = saved(page, action).await?;
            assert_eq!(name, file);
            assert!(bytes == built(file), "{file} differs from the build");
        }
        choose(page, "guide").await?;
        page.replace(&field("guide:site.title.zh"), "時數查詢")
            .await?;
        text_has(page, "title.zh = \"時數查詢\"").await?;
        errors(page, 0).await?;
        let (_, bytes) = saved(page, "save-page-zh-Hant").await?;
        open_exported(page, bytes.clone()).await?;
        works(page).await?;
        page.shows("document.title.slice(0, 4)", "時數查詢").await?;
        page.open("/studio.html").await?;
        give(page, &[("guide.html", &bytes)], true).await?;
        choose(page, "guide").await?;
        text_has(page, "title.zh = \"時數查詢\"").await
    })
    .await;
}

#[tokio::test]
async fn another_school_starts_from_a_copy() {
    studio(Journey::default(), async |page| {
        let former = "document.querySelector(\"[data-part='left']\")";
        page.shows(&format!("{former} === null"), true).await?;
        page.click("[data-action='confirm-rules/manual-10']")
            .await?;
        page.press("accept-confirm").await?;
        let rule = "[data-rule='rules/manual-10']";
        page.attribute(rule, "data-state", Some("confirmed"))
            .await?;
        page.press("start-copy").await?;
        // Without a name nothing happens, and the sentence says what is missing.
        page.press("accept-copy").await?;
        refused(page, "", "英文名稱").await?;
        for (path, text) in [
            ("site.owner.zh", "國立範例大學"),
            ("site.owner.en", "National Example University"),
            ("site.address", "https://hours.example.edu.tw/"),
            ("contact.hr.body.zh", "電話 1234。"),
            ("contact.hr.body.en", "Phone 1234."),
        ] {
            put(page, &format!("copy:{path}"), text).await?;
        }
        page.press("accept-copy").await?;
        page.attribute(rule, "data-state", Some("unconfirmed"))
            .await?;
        page.shows(
            "document.querySelector(\"[data-part='notices']\")?.textContent.includes('請逐一核對')",
            true,
        )
        .await?;
        page.focused("[data-part='notices']").await?;
        errors(page, 0).await?;
        changes_say(page, "學校名稱").await?;
        // Each line of the list leads to itself.
        page.shows(&format!("{former}.children.length > 0"), true)
            .await?;
        let first = "[data-part='left'] li:first-child button";
        let of_first = async |name: &str| {
            page.value(&format!("document.querySelector(\"{first}\").dataset.{name}"))
                .await
        };
        let (file, line) = (of_first("file").await?, of_first("line").await?);
        page.click(first).await?;
        page.focused(AREA).await?;
        page.visible(
            &format!(
                "[data-action='file-{}'][aria-current]",
                file.as_str().expect("a file")
            ),
            true,
        )
        .await?;
        page.shows(
            &format!(
                "(it => it.value.slice(0, it.selectionStart).split('\\n').length + '')(document.querySelector(\"{AREA}\"))"
            ),
            line,
        )
        .await?;
        choose(page, "guide").await?;
        text_has(page, "owner.zh = \"國立範例大學\"").await?;
        text_has(page, "address = \"https://hours.example.edu.tw/\"").await?;
        text_has(page, "body.zh = \"電話 1234。\"").await?;
        page.enter(PREVIEW).await?;
        page.shows(
            "document.querySelector('.site-header')?.textContent.includes('國立範例大學')",
            true,
        )
        .await?;
        page.leave().await?;
        // It is one step.
        page.press("undo").await?;
        page.press("home").await?;
        page.attribute(rule, "data-state", Some("confirmed"))
            .await?;
        page.shows(&format!("{former} === null"), true).await
    })
    .await;
}

#[tokio::test]
async fn hostile_files_are_refused_and_what_was_open_stays() {
    let picture: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";
    let other = "<!doctype html><title>x</title><p>another maker's page</p>".as_bytes();
    let broken = [b"PK\x03\x04".as_slice(), &[0xff; 64]].concat();
    studio(Journey::default(), async |page| {
        choose(page, "guide").await?;
        let before = page
            .value(&format!("document.querySelector(\"{AREA}\").value"))
            .await?;
        let refusal = ".notices__refusal";
        for (name, bytes) in [
            ("picture.png", picture),
            ("other.html", other),
            ("index.html", &built("index.html")),
            ("content.zip", &broken),
            ("empty.toml", b""),
            ("noise.toml", &[0, 1, 2, 3, 255, 254]),
        ] {
            give(page, &[(name, bytes)], true).await?;
            let named = format!(
                "[...document.querySelectorAll('{refusal}')].some(it => it.textContent.includes({}))",
                json!(name)
            );
            page.shows(&named, true).await?;
            page.press("close-notices").await?;
            page.shows(&format!("document.querySelectorAll('{refusal}').length"), 0)
                .await?;
        }
        page.shows(
            &format!("document.querySelector(\"{AREA}\").value"),
            before,
        )
        .await?;
        errors(page, 0).await
    })
    .await;
}

/// Drops a file that the page makes itself, of the parts that an expression gives: too large to be handed over.
async fn give_made(page: &Page, name: &str, parts: &str) -> Result<()> {
    let script = format!(
        "const data = new DataTransfer();
         data.items.add(new File({parts}, {}));
         document.querySelector('main').dispatchEvent(
             new DragEvent('drop', {{ bubbles: true, cancelable: true, dataTransfer: data }}));
         arguments[0]()",
        json!(name)
    );
    page.run(&script, vec![]).await.map(drop)
}

/// Waits until a sentence refuses a file by its name and says why.
async fn refused(page: &Page, name: &str, why: &str) -> Result<()> {
    let script = format!(
        "[...document.querySelectorAll('.notices__refusal')].some(
             it => it.textContent.includes({}) && it.textContent.includes({}))",
        json!(name),
        json!(why)
    );
    page.shows(&script, true).await
}

/// An archive with a content file that is small only while it is packed.
fn bomb() -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    archive
        .start_file("content/guide.toml", options)
        .expect("a file");
    let blanks = vec![b' '; 32 << 20];
    archive.write_all(&blanks).expect("a file");
    archive.finish().expect("an archive").into_inner()
}

#[tokio::test]
async fn files_that_are_far_too_large_are_refused_and_what_was_open_stays() {
    let bomb = bomb();
    assert!(bomb.len() < 100_000);
    studio(Journey::default(), async |page| {
        choose(page, "calendar").await?;
        edit_text(page, "format = 1", "format = 1 # mine").await?;
        let half = "'format = 2\\n[site]\\n' + '# 時數\\n'.repeat(1.25e6)";
        for (name, parts) in [
            ("long.toml", format!("[{half}, {half}]")),
            ("long.html", format!("['<!doctype html>', {half}, {half}]")),
            ("huge.zip", "['PK', new Uint8Array(4e7)]".to_owned()),
            ("vast.toml", "[new Uint8Array(7e7)]".to_owned()),
        ] {
            give_made(page, name, &parts).await?;
            let why = if name == "long.html" {
                "網頁"
            } else {
                "太大"
            };
            refused(page, name, why).await?;
        }
        give(page, &[("bomb.zip", &bomb)], true).await?;
        refused(page, "bomb.zip", "太大").await?;
        text_has(page, "format = 1 # mine").await?;
        errors(page, 0).await?;
        // Each file that is given ends what was told of the one before.
        page.shows("document.querySelectorAll('.notices__refusal').length", 1)
            .await
    })
    .await;
}

#[tokio::test]
async fn a_guide_of_five_thousand_steps_ends_in_findings_and_can_be_undone() {
    studio(Journey::default(), async |page| {
        choose(page, "guide").await?;
        let keep = format!("void (window.guide = document.querySelector(\"{AREA}\").value)");
        page.value(&keep).await?;
        page.press("home").await?;
        let parts = "[guide, ...Array.from({ length: 5000 }, (_, n) => `
[[node]]
id = \"more-${n}\"
section = \"address\"
kind = \"step\"
title.zh = \"步驟\"
title.en = \"Step\"
next = \"more-${n + 1}\"
`)]";
        give_made(page, "guide.toml", parts).await?;
        // The last one leads nowhere.
        let finding = "[data-finding='edge-to-nowhere']";
        page.attribute(finding, "data-severity", Some("error"))
            .await?;
        for action in PAGES {
            page.visible(&format!("[data-action='{action}']:disabled"), true)
                .await?;
        }
        page.press("undo").await?;
        errors(page, 0).await?;
        page.visible("[data-action='save-site']:enabled", true)
            .await
    })
    .await;
}

#[tokio::test]
async fn the_zip_of_the_site_is_uploaded_into_an_empty_folder_and_works() {
    let settings = Journey {
        own: Some(|path| is_own(path) || path.starts_with("/uploaded/")),
        ..Journey::default()
    };
    journey(settings, async |page| {
        page.open("/studio.html").await?;
        choose(page, "guide").await?;
        page.replace(&field("guide:site.title.zh"), "時數查詢")
            .await?;
        text_has(page, "title.zh = \"時數查詢\"").await?;
        errors(page, 0).await?;
        let (name, bytes) = saved(page, "save-site").await?;
        assert_eq!(name, "site.zip");
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        for number in 0..archive.len() {
            let mut file = archive.by_index(number).expect("a file");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("what was packed");
            let address = format!("/uploaded/{}", file.name().expect("a name"));
            page.change(&address, Change::default().body(bytes));
        }
        for address in ["index.html", "guide.html"] {
            page.open(&format!("/uploaded/{address}")).await?;
            page.shows("document.title.slice(0, 4)", "時數查詢").await?;
            works(page).await?;
        }
        page.open("/uploaded/en/index.html").await?;
        page.speaks("en").await?;
        works(page).await?;
        // The next editor goes on with what was uploaded.
        page.open("/uploaded/studio.html").await?;
        choose(page, "guide").await?;
        text_has(page, "title.zh = \"時數查詢\"").await?;
        let (_, bytes) = saved(page, "save-page-zh-Hant").await?;
        open_exported(page, bytes).await?;
        page.shows("document.title.slice(0, 4)", "時數查詢").await?;
        works(page).await
    })
    .await;
}

#[tokio::test]
async fn a_script_in_a_text_is_shown_and_never_run() {
    studio(Journey::default(), async |page| {
        choose(page, "guide").await?;
        let text = "</script><script>top.hacked = 1</script><img src=x onerror='top.hacked = 1'>";
        page.replace(&field("guide:site.title.zh"), text).await?;
        text_has(page, "top.hacked").await?;
        errors(page, 0).await?;
        page.enter(PREVIEW).await?;
        page.shows(
            "document.querySelector('h1').textContent.includes('top.hacked')",
            true,
        )
        .await?;
        page.arrives("ready").await?;
        page.shows("top.hacked === undefined", true).await?;
        page.leave().await
    })
    .await;
}

#[tokio::test]
async fn the_map_of_the_preview_marks_steps_that_cannot_be_reached_or_never_lead_out() {
    studio(Journey::default(), async |page| {
        choose(page, "guide").await?;
        let marked = |node: &str, expect: bool| {
            let bold = format!("getComputedStyle(document.querySelector('[data-map-node={node}] .map__wide rect')).strokeWidth == '3px'");
            async move { page.shows(&bold, expect).await }
        };
        edit_text(page, "next = \"group-d\"", "next = \"application-systems\"").await?;
        for finding in ["unreachable", "no-way-out"] {
            page.attribute(
                &format!("[data-finding='{finding}']"),
                "data-severity",
                Some("error"),
            )
            .await?;
        }
        for action in PAGES {
            page.visible(&format!("[data-action='{action}']:disabled"), true)
                .await?;
        }
        page.enter(PREVIEW).await?;
        // Until then it is the page before, which is about to go.
        marked("group-d", true).await?;
        page.arrives("ready").await?;
        page.press("view-map").await?;
        for (node, expect) in [("application-systems", true), ("group-d", true), ("hours-shown", true)] {
            marked(node, expect).await?;
        }
        page.leave().await?;
        page.press("undo").await?;
        errors(page, 0).await?;
        page.enter(PREVIEW).await?;
        marked("group-d", false).await?;
        page.leave().await
    })
    .await;
}

#[tokio::test]
async fn leaving_with_changes_asks_until_they_were_saved() {
    studio(Journey::default(), async |page| {
        let asks = "(it => (dispatchEvent(it), it.defaultPrevented))(new Event('beforeunload', { cancelable: true }))";
        page.shows(asks, false).await?;
        choose(page, "calendar").await?;
        edit_text(page, "format = 1", "format = 1 # 1").await?;
        page.shows(asks, true).await?;
        saved(page, "save-content").await?;
        page.shows(asks, false).await?;
        let kept = "localStorage.length + sessionStorage.length + document.cookie.length";
        page.shows(kept, 0).await
    })
    .await;
}

#[tokio::test]
async fn the_preview_has_both_languages_two_widths_and_two_schemes() {
    studio(Journey::default(), async |page| {
        let width = format!("document.querySelector(\"{PREVIEW}\").clientWidth");
        page.enter(PREVIEW).await?;
        page.arrives("ready").await?;
        page.press("next").await?;
        page.at("first-time").await?;
        page.leave().await?;
        page.press("preview-en").await?;
        page.enter(PREVIEW).await?;
        page.speaks("en").await?;
        // The reader stays where they were.
        page.at("first-time").await?;
        page.arrives("ready").await?;
        page.leave().await?;
        page.press("preview-desk").await?;
        page.shows(&width, 1280).await?;
        page.press("preview-dark").await?;
        page.enter(PREVIEW).await?;
        page.attribute("html", "data-theme", Some("dark")).await?;
        page.arrives("ready").await?;
        page.leave().await
    })
    .await;
}

#[tokio::test]
async fn a_step_grows_an_answer_and_loses_it_again() {
    studio(Journey::default(), async |page| {
        choose(page, "guide").await?;
        let add = "add-node.first-time.answer";
        let new = "new-node.first-time.answer";
        // An id that cannot be used is refused, and stays to be mended.
        put(page, new, "May Be").await?;
        press_in_form(page, add).await?;
        page.visible("[data-part='notices'] .notices__refusal", true)
            .await?;
        page.shows(
            &format!("document.getElementsByName('{new}')[0].value"),
            "May Be",
        )
        .await?;
        put(page, new, "maybe").await?;
        press_in_form(page, add).await?;
        // The focus is in the new answer, goes with it, and stays near when it is removed.
        let answer = |name: &str| format!("node.first-time.answer.{name}");
        let focused = async |action: &str, name: &str| {
            page.focused(&format!("[data-action='{action}-{}']", answer(name)))
                .await
        };
        let to = format!("[name='guide:{}.to']", answer("maybe"));
        page.focused(&to).await?;
        press_in_form(page, &format!("move-up-{}", answer("maybe"))).await?;
        focused("move-up", "maybe").await?;
        press_in_form(page, &format!("move-down-{}", answer("maybe"))).await?;
        focused("move-up", "maybe").await?;
        press_in_form(page, &format!("remove-{}", answer("maybe"))).await?;
        page.focused(&format!("[id='part-{}-title']", answer("no")))
            .await?;
        page.shows(&format!("document.getElementsByName('{new}')[0].value"), "")
            .await?;
        page.shows(
            "document.querySelectorAll(\"[data-part='changes'] li\").length",
            0,
        )
        .await?;
        errors(page, 0).await
    })
    .await;
}

#[tokio::test]
async fn an_item_of_a_list_is_changed_by_form_and_a_kind_is_chosen() {
    studio(Journey::default(), async |page| {
        choose(page, "guide").await?;
        let kind = "guide:node.my-area.kind";
        page.shows(
            &format!("document.getElementsByName('{kind}')[0].selectedOptions[0].value"),
            "step",
        )
        .await?;
        put(page, "guide:screen.portal.tabs.0.zh", "總覽").await?;
        text_has(page, "{ zh = \"總覽\", en = ").await?;
        changes_say(page, "頁籤").await?;
        errors(page, 0).await
    })
    .await;
}

#[tokio::test]
async fn a_thing_to_have_ready_is_added_shown_and_removed_again() {
    studio(Journey::default(), async |page| {
        page.enter(PREVIEW).await?;
        page.arrives("ready").await?;
        page.leave().await?;
        choose(page, "guide").await?;
        let (_, before) = saved(page, "save-content").await?;
        // To a list that is there, and to a step that has none.
        for (node, number) in [("first-time-help", 4_usize), ("my-area", 0)] {
            let list = format!("node.{node}.ready");
            let button = |action: &str, number: usize| format!("{action}-{list}.{number}");
            let focused = async |action: String| {
                let button = format!("[data-action='{action}']");
                page.focused(&button).await
            };
            press_in_form(page, &format!("add-{list}")).await?;
            // The focus is in the new text, which has to be written in both languages.
            let name = |lang: &str| format!("guide:{list}.{number}.{lang}");
            page.focused(&field(&name("zh"))).await?;
            errors(page, 2).await?;
            put(page, &name("zh"), "護照影本").await?;
            errors(page, 1).await?;
            page.replace(&field(&name("en")), "Copy of your passport")
                .await?;
            errors(page, 0).await?;
            text_has(page, "{ zh = \"護照影本\", en = \"Copy of your passport\" }").await?;
            changes_say(page, "請讀者備妥").await?;
            for (language, text) in [("zh-Hant", "護照影本"), ("en", "Copy of your passport")] {
                page.press(&format!("preview-{language}")).await?;
                page.enter(PREVIEW).await?;
                page.speaks(language).await?;
                page.at(node).await?;
                page.shows(
                    "document.querySelector('[data-view=guided] .ready li:last-child')?.textContent",
                    text,
                )
                .await?;
                page.leave().await?;
            }
            // It moves up and down again, and the focus goes with it.
            if let Some(above) = number.checked_sub(1) {
                press_in_form(page, &button("move-up", number)).await?;
                focused(button("move-up", above)).await?;
                text_has(page, "passport\" },\n  { zh = \"機關或 Gmail 信箱\"").await?;
                press_in_form(page, &button("move-down", above)).await?;
                focused(button("move-up", number)).await?;
                errors(page, 0).await?;
            }
            press_in_form(page, &button("remove", number)).await?;
            match number.checked_sub(1) {
                Some(above) => {
                    let above = format!("guide:{list}.{above}.zh");
                    page.focused(&field(&above)).await?;
                }
                None => focused(format!("add-{list}")).await?,
            }
            let (_, after) = saved(page, "save-content").await?;
            assert!(after == before, "the files are not as they were");
        }
        page.press("undo").await?;
        text_has(page, "護照影本").await?;
        page.press("redo").await?;
        changes_say(page, "").await?;
        page.shows("document.querySelectorAll(\"[data-part='changes'] li\").length", 0)
            .await?;
        // The last button above the drawing cannot be removed.
        let top = "[data-action='remove-screen.portal.top.";
        press_in_form(page, "remove-screen.portal.top.1").await?;
        page.shows(&format!("document.querySelectorAll(\"{top}0']\").length"), 0)
            .await?;
        page.focused(&field("guide:screen.portal.top.0.zh")).await
    })
    .await;
}

#[tokio::test]
async fn from_a_disk_it_says_that_it_must_be_opened_from_its_address() {
    let settings = Journey {
        noisy: true,
        ..Journey::default()
    };
    journey(settings, async |page| {
        page.go_to_file("studio.html").await?;
        page.attribute("html", "data-app", Some("failed")).await?;
        page.visible(".notice--disk", true).await?;
        page.visible(".notice--broken", false).await
    })
    .await;
}

#[tokio::test]
async fn its_policy_is_strict() {
    studio(Journey::default(), async |page| {
        let policy = "document.querySelector('meta[http-equiv=content-security-policy]').content";
        let policy = page.value(policy).await?;
        let policy = policy.as_str().expect("a text");
        assert!(policy.starts_with("default-src 'none'"), "{policy}");
        assert!(policy.contains("worker-src 'self'") && policy.contains("frame-src 'self'"));
        for never in ["'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:"] {
            assert!(!policy.contains(never), "{never} in {policy}");
        }
        let styled = "document.querySelectorAll('[style], form').length";
        page.shows(styled, 0).await
    })
    .await;
}

#[tokio::test]
async fn no_state_of_it_has_violations() {
    let axe = fs::read_to_string(setting("AXE_PATH")).expect("axe-core can be read");
    for (width, dark) in [(1280, false), (1280, true), (390, false)] {
        let look = Look {
            width,
            dark,
            ..Look::default()
        };
        let settings = Journey {
            look,
            ..Journey::default()
        };
        studio(settings, async |page| {
            let mut all = Vec::new();
            let mut look_at = async |page: &Page, state: &str| -> Result<()> {
                let found = violations(page, &axe).await?;
                all.extend(found.into_iter().map(|line| format!("{state} {line}")));
                Ok(())
            };
            look_at(page, "home").await?;
            page.click("[data-action='confirm-rules/manual-10']")
                .await?;
            look_at(page, "confirming").await?;
            page.press("start-copy").await?;
            put(page, "copy:site.owner.zh", "國立範例大學").await?;
            put(page, "copy:site.owner.en", "National Example University").await?;
            look_at(page, "another school").await?;
            page.press("accept-copy").await?;
            page.visible("[data-part='left']", true).await?;
            look_at(page, "copied").await?;
            page.press("undo").await?;
            page.shows(
                "document.querySelector(\"[data-part='notices']\")",
                Value::Null,
            )
            .await?;
            choose(page, "rules/manual-10").await?;
            look_at(page, "rule").await?;
            choose(page, "guide").await?;
            page.replace(&field("guide:site.title.zh"), "時數").await?;
            page.visible("[data-part='half-changed']", true).await?;
            // A button that the edge of the form cuts in two would be found too small.
            page.value("document.querySelector('.form__scroll').scrollTo(0, 0)")
                .await?;
            look_at(page, "guide").await?;
            edit_text(page, "title.zh = ", "title.zh ＝ ").await?;
            page.visible("[data-finding]", true).await?;
            give(page, &[("x.png", b"\x89PNG")], true).await?;
            page.visible(".notices__refusal", true).await?;
            look_at(page, "broken").await?;
            page.press("preview-desk").await?;
            look_at(page, "wide").await?;
            assert!(all.is_empty(), "{all:#?}");
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn it_is_narrower_than_a_phone() {
    studio(Journey::at_width(390), async |page| {
        for file in ["guide", "rules/manual-10", "calendar"] {
            choose(page, file).await?;
            page.shows("document.documentElement.scrollWidth <= innerWidth", true)
                .await?;
        }
        Ok(())
    })
    .await;
}

/// Keeps a picture for the handbook where the environment names a folder for them; else the handbook must have one already.
async fn picture(page: &Page, name: &str) -> Result<()> {
    let bytes = page.picture().await?;
    assert!(bytes.starts_with(b"\x89PNG"), "a picture");
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/pictures");
    match env::var_os("HANDBOOK_PICTURES").map(PathBuf::from) {
        Some(folder) => fs::write(folder.join(name), bytes).expect("the folder can be written to"),
        None => assert!(kept.join(name).is_file(), "the handbook has no {name}"),
    }
    Ok(())
}

#[tokio::test]
async fn the_handbook_shows_what_it_looks_like() {
    studio(Journey::default(), async |page| {
        page.enter(PREVIEW).await?;
        page.arrives("ready").await?;
        page.leave().await?;
        page.click("[data-action='confirm-rules/manual-10']")
            .await?;
        page.visible("[name=confirm-date]", true).await?;
        picture(page, "studio.png").await?;
        choose(page, "guide").await?;
        let office = "guide:contact.hr.body.zh";
        page.replace(&field(office), "到職日期、時數缺漏：分機 1234。")
            .await?;
        page.visible("[data-part='half-changed']", true).await?;
        page.visible("[data-action='save-site']:enabled", true)
            .await?;
        let half = "document.querySelector(\"[data-part='half-changed']\")";
        page.value(&format!("{half}.scrollIntoView({{ block: 'end' }})"))
            .await?;
        picture(page, "studio-form.png").await?;
        page.press("undo").await?;
        edit_text(page, "title.zh = ", "title.zh ＝ ").await?;
        page.click("[data-finding='full-width-mark']").await?;
        page.focused(AREA).await?;
        picture(page, "studio-finding.png").await
    })
    .await;
}
