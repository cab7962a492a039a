//! The program cannot start: the page says so and stays readable.

use std::fs;
use std::path::Path;

use e2e::{Change, Journey, LANGUAGES, Page, Result, journey, setting};

/// Guide, outline and requirements can be read, and every link of the page that is shown leads to a place.
pub(crate) async fn reads_without_program(page: &Page) -> Result<()> {
    for place in [
        "[data-node=start]",
        "[data-action=next]",
        "#outline-start",
        "#outline-verification-form",
        "#outline-hours-shown",
        "#outline-no-mail",
        "[data-requirement='manual-10/mandatory']",
        "[data-requirement='manual-10/policy']",
        "[data-requirement='manual-10/environment']",
        "[data-requirement='manual-10/governance']",
        "[data-requirement='central-20/business-related']",
    ] {
        page.visible(place, true).await?;
    }
    let nowhere = "[...document.querySelectorAll('a[href^=\"#\"]')]\
                   .filter(it => it.checkVisibility())\
                   .map(it => it.getAttribute('href').slice(1))\
                   .filter(id => !document.getElementById(id)?.checkVisibility())";
    page.shows(nowhere, e2e::json!([])).await
}

/// Breaks the program in one way; the page must notice in both languages.
async fn check(pattern: &str, change: impl Fn(&str) -> Change) {
    let settings = Journey {
        noisy: true,
        ..Journey::default()
    };
    journey(settings, async |page| {
        for (address, _) in LANGUAGES {
            let pattern = if pattern.is_empty() { address } else { pattern };
            page.change(pattern, change(&built_page(address)));
            page.go(address).await?;
            page.arrives("failed").await?;
            page.visible("[class*=notice--failed]", true).await?;
            reads_without_program(page).await?;
            page.visible("[data-action=check]", false).await?;
            page.press("next").await?;
            page.fragment("#outline-first-time").await?;
            page.visible("#outline-first-time", true).await?;
        }
        Ok(())
    })
    .await;
}

/// The page as it was built.
pub(crate) fn built_page(address: &str) -> String {
    let file = format!("{}/index.html", address.trim_matches('/'));
    let file = Path::new(&setting("DIST_DIR")).join(file.trim_start_matches('/'));
    fs::read_to_string(&file).expect("the build has this page")
}

/// The built page with one text in place of another.
fn replaced(page: &str, from: &str, to: &str) -> Change {
    assert_eq!(
        page.matches(from).count(),
        1,
        "{from} stands in the page once"
    );
    Change::default().body(page.replace(from, to))
}

#[tokio::test]
async fn a_program_forbidden_by_policy_is_a_failure_that_shows() {
    let policy = "script-src 'self' 'unsafe-inline'";
    check("", |_| {
        Change::default().header("Content-Security-Policy", policy)
    })
    .await;
}

#[tokio::test]
async fn a_missing_program_is_a_failure_that_shows() {
    check("*.wasm", |_| Change::default().status(404)).await;
}

#[tokio::test]
async fn a_corrupted_program_is_a_failure_that_shows() {
    let bytes = b"\0asm\x01\0\0\0 and then nonsense".to_vec();
    check("*.wasm", |_| Change::default().body(bytes.clone())).await;
}

#[tokio::test]
async fn a_page_in_place_of_the_program_is_a_failure_that_shows() {
    let page = "<!doctype html><title>Not found</title>";
    check("*.wasm", |_| {
        Change::default()
            .body(page)
            .header("Content-Type", "text/html")
    })
    .await;
}

#[tokio::test]
async fn missing_glue_is_a_failure_that_shows() {
    check("*.js", |_| Change::default().status(404)).await;
}

#[tokio::test]
async fn broken_glue_is_a_failure_that_shows() {
    check("*.js", |_| {
        Change::default().body("export default function (")
    })
    .await;
}

#[tokio::test]
async fn a_missing_data_block_is_a_failure_that_shows() {
    check("", |page| replaced(page, "page-data", "other-data")).await;
}

#[tokio::test]
async fn a_broken_data_block_is_a_failure_that_shows() {
    // How many nodes follow is no number.
    check("", |page| {
        replaced(page, "\n28\nstart\n", "\nabout 28\nstart\n")
    })
    .await;
}

#[tokio::test]
async fn a_data_block_that_lacks_a_field_is_a_failure_that_shows() {
    check("", |page| replaced(page, "index.html\n", "")).await;
}

#[tokio::test]
async fn a_failure_shows_every_view_and_the_place_asked_for() {
    let settings = Journey {
        noisy: true,
        ..Journey::default()
    };
    journey(settings, async |page| {
        page.change("*.wasm", Change::default().status(404));
        page.go("/?view=hours#node=group-d").await?;
        page.arrives("failed").await?;
        reads_without_program(page).await?;
        let top =
            "Math.abs(document.getElementById('outline-group-d').getBoundingClientRect().top) < 60";
        page.shows(top, true).await?;
        page.forget_requests();
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_browser_that_is_too_old_is_a_failure_that_shows() {
    // This script runs first, in place of the policy, which lets nobody else's run.
    check("", |page| {
        let (before, policy) = page
            .split_once("<meta http-equiv=\"content-security-policy\"")
            .expect("a policy");
        let (_, after) = policy.split_once('>').expect("its end");
        let old = "<script>delete Array.prototype.at</script>";
        Change::default().body([before, old, after].concat())
    })
    .await;
}

#[tokio::test]
async fn a_browser_that_cannot_read_the_scripts_is_a_failure_that_shows() {
    check("", |page| {
        replaced(page, " type=\"module\"", " type=\"of another age\"")
    })
    .await;
}

#[tokio::test]
async fn a_program_that_is_stopped_while_one_reads_is_a_failure_that_shows() {
    let settings = Journey {
        noisy: true,
        ..Journey::default()
    };
    journey(settings, async |page| {
        // A script of the page itself: Firefox tells no page of what goes wrong in a script of its driver.
        // Its module has one function, which does nothing but stop; the engine cannot tell whose it is.
        let stopping = "
            const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 115, 0, 0, 10, 5, 1, 3, 0, 0, 11];
            const { s: stop } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports;
            addEventListener('stop-in-a-task', () => setTimeout(stop));
            addEventListener('stop-in-a-microtask', () => queueMicrotask(stop));
            addEventListener('stop-in-a-promise', () => Promise.resolve().then(stop));";
        let glue = [built_glue().as_str(), stopping].concat();
        page.change("/learning-hours-guide-*.js", Change::default().body(glue));
        for stop in ["stop-in-a-task", "stop-in-a-microtask", "stop-in-a-promise"] {
            page.open("/#node=group-d").await?;
            page.view("guided").await?;
            page.value(&format!("dispatchEvent(new Event('{stop}'))"))
                .await?;
            page.arrives("failed").await?;
            page.visible("[class*=notice--failed]", true).await?;
            let hidden = "document.querySelectorAll('[data-view][hidden], [data-view][aria-hidden]').length";
            page.shows(hidden, 0).await?;
            page.visible("#outline-group-d", true).await?;
            page.visible("[data-requirement='manual-10/mandatory']", true)
                .await?;
            page.press("next").await?;
            page.fragment("#outline-system-d6").await?;
            page.visible("#outline-system-d6", true).await?;
        }
        Ok(())
    })
    .await;
}

/// The glue of the program as it was built.
fn built_glue() -> String {
    let files = fs::read_dir(setting("DIST_DIR")).expect("the build can be read");
    let glue = files.flatten().find(|file| {
        let name = file.file_name().to_string_lossy().into_owned();
        name.starts_with("learning-hours-guide-") && name.ends_with(".js")
    });
    fs::read_to_string(glue.expect("glue").path()).expect("the glue can be read")
}
