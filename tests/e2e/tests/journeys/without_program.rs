//! Scripts off, program forbidden, missing or broken: the page stays readable and says what is not there.

use e2e::{Change, Journey, LANGUAGES, Look, Page, Result, journey};

/// Every text and every link is there, and the requirements can be compared by eye.
async fn check_readable(page: &Page) -> Result<()> {
    for view in ["guided", "hours", "outline"] {
        page.visible(&format!("[data-view={view}]"), true).await?;
    }
    page.visible("#outline-hours-shown", true).await?;
    for (requirement, need) in [
        ("manual-10/mandatory", "10"),
        ("central-20/business-related", "20"),
    ] {
        let row = format!("[data-requirement='{requirement}']");
        page.visible(&row, true).await?;
        page.attribute(&row, "data-need", Some(need)).await?;
    }
    page.visible("input[name=total]", false).await?;
    let broken = "[...document.querySelectorAll('a[href^=\"#\"]')].filter(a => a.checkVisibility() && !document.getElementById(a.hash.slice(1))).map(a => a.hash)";
    page.shows(broken, serde_json::json!([])).await
}

#[tokio::test]
async fn without_scripts_everything_can_be_read_and_followed() {
    let settings = Journey {
        look: Look {
            scripts: false,
            ..Look::default()
        },
        ..Journey::default()
    };
    journey(settings, async |page| {
        for (address, _) in LANGUAGES {
            page.go(address).await?;
            page.attribute("html", "data-app", Some("static")).await?;
            page.visible("noscript .notice", true).await?;
            check_readable(page).await?;
            page.press("next").await?;
            page.fragment("#outline-first-time").await?;
        }
        page.forget_requests();
        Ok(())
    })
    .await;
}

async fn check_failed(changes: Vec<(&'static str, Change)>) {
    let settings = Journey {
        changes,
        noisy: true,
        ..Journey::default()
    };
    journey(settings, async |page| {
        for (address, _) in LANGUAGES {
            page.go(address).await?;
            page.arrives("failed").await?;
            page.visible(".notice--failed", true).await?;
            check_readable(page).await?;
        }
        page.forget_requests();
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_policy_that_forbids_the_program_is_told() {
    let policy = "script-src 'self' 'unsafe-inline'";
    check_failed(vec![(
        "*",
        Change::default().header("Content-Security-Policy", policy),
    )])
    .await;
}

#[tokio::test]
async fn a_missing_program_is_told() {
    check_failed(vec![("*.wasm", Change::default().status(404))]).await;
}

#[tokio::test]
async fn a_broken_program_is_told() {
    check_failed(vec![(
        "*.wasm",
        Change::default().body("\0asm but not really"),
    )])
    .await;
}

#[tokio::test]
async fn missing_glue_is_told() {
    check_failed(vec![("*.js", Change::default().status(404))]).await;
}

#[tokio::test]
async fn a_broken_or_missing_data_block_is_told() {
    let dist = std::env::var("DIST_DIR").unwrap();
    let page = |path: &str| std::fs::read_to_string(format!("{dist}/{path}")).unwrap();
    let changed = |change: &dyn Fn(String) -> String| {
        vec![
            (
                "/",
                Change::default()
                    .header("Content-Type", "text/html; charset=utf-8")
                    .body(change(page("index.html"))),
            ),
            (
                "/en/",
                Change::default()
                    .header("Content-Type", "text/html; charset=utf-8")
                    .body(change(page("en/index.html"))),
            ),
        ]
    };
    // Missing, not JSON, JSON of another shape, a number where a text belongs.
    check_failed(changed(&|html| {
        html.replace("id=\"page-data\"", "id=\"lost\"")
    }))
    .await;
    check_failed(changed(&|html| {
        html.replace("id=\"page-data\">{", "id=\"page-data\">{{")
    }))
    .await;
    check_failed(changed(&|html| {
        html.replace("\"rule_sets\":", "\"rules\":")
    }))
    .await;
    check_failed(changed(&|html| {
        html.replace("\"kind\":\"outcome\"", "\"kind\":1")
    }))
    .await;
}
