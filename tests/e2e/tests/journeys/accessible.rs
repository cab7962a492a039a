//! axe finds nothing, on every view, in both languages and both colour schemes.

use e2e::{Journey, LANGUAGES, Look, Page, Result, journey};

const PLACES: [&str; 8] = [
    "#node=start",
    "#node=first-time",
    "#node=verification-form",
    "#node=system-d6",
    "#node=personal-folder",
    "#node=hours-shown",
    "#view=outline",
    "#view=hours",
];

async fn check(page: &Page, what: &str) -> Result<()> {
    let axe = std::fs::read_to_string(std::env::var("AXE_PATH").unwrap()).unwrap();
    let run = "const done = arguments[0]; axe.run(document, { preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })\
        .then(r => done(r.violations.map(v => `${v.id}: ${v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | ')}`)), e => done([String(e)]))";
    let violations = page.run(&format!("{axe};{run}"), vec![]).await?;
    assert_eq!(violations, serde_json::json!([]), "{what}: {violations:#}");
    Ok(())
}

async fn check_all(dark: bool) {
    let look = Look {
        dark,
        ..Look::default()
    };
    let settings = Journey {
        look,
        ..Journey::default()
    };
    journey(settings, async |page| {
        for (address, _) in LANGUAGES {
            for place in PLACES {
                page.open(&format!("{address}{place}")).await?;
                check(page, &format!("{address}{place}")).await?;
            }
            page.fill("environment", "4").await?;
            page.fill("mandatory", "7").await?;
            check(page, "hours with verdicts").await?;
            page.fill("digital", "abc").await?;
            page.press("check").await?;
            page.focused("[data-part=error-summary]").await?;
            check(page, "hours with errors").await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_in_light_pages() {
    check_all(false).await;
}

#[tokio::test]
async fn axe_finds_nothing_in_dark_pages() {
    check_all(true).await;
}

#[tokio::test]
async fn axe_finds_nothing_before_the_program_comes() {
    let settings = Journey {
        changes: vec![("*.wasm", e2e::Change::default().status(404))],
        noisy: true,
        ..Journey::default()
    };
    journey(settings, async |page| {
        for (address, _) in LANGUAGES {
            page.go(address).await?;
            page.arrives("failed").await?;
            check(page, address).await?;
        }
        Ok(())
    })
    .await;
}
