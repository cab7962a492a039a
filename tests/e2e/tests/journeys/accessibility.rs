//! Every view in both languages and both colour schemes, looked at by axe-core.

use std::fs;

use e2e::{Change, Journey, LANGUAGES, Look, Page, Result, Value, journey, setting};

/// A state of the page worth looking at.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place {
    /// A node of the guide.
    Guided(&'static str),
    /// The same node on the map.
    Map(&'static str),
    /// The whole manual.
    Outline,
    /// The hours with a table under review, hints, lines that are coming and a rule of history.
    Worked,
    /// The hours with these rows typed, checked or not.
    Hours(&'static [(&'static str, &'static str)], bool),
}

pub(crate) const PLACES: [Place; 12] = [
    Place::Guided("start"),
    Place::Guided("sign-in-method"),
    Place::Guided("verification-form"),
    Place::Guided("system-d6"),
    Place::Guided("hours-shown"),
    Place::Map("start"),
    Place::Map("no-mail"),
    Place::Outline,
    Place::Worked,
    Place::Hours(&[], false),
    Place::Hours(&[("total", "abc"), ("governance", "-1")], true),
    Place::Hours(
        &[
            ("mandatory", "10"),
            ("policy", "0.25"),
            ("business-related", "9999"),
        ],
        true,
    ),
];

/// Opens a page at a place.
pub(crate) async fn visit(page: &Page, address: &str, place: Place) -> Result<()> {
    match place {
        Place::Guided(node) => {
            page.open(&format!("{address}#node={node}")).await?;
            page.at(node).await
        }
        Place::Map(node) => {
            page.open(&format!("{address}#node={node}&view=map"))
                .await?;
            page.view("map").await
        }
        Place::Outline => {
            page.open(&format!("{address}#view=outline")).await?;
            page.view("outline").await
        }
        Place::Worked => {
            page.open(&format!("{address}#view=hours")).await?;
            page.click(".history summary").await?;
            page.click("[name='ask-school-107-permanent']").await?;
            page.choose("staff", "permanent").await?;
            page.fill("mandatory", "12").await?;
            page.fill("business-related", "8").await?;
            page.click(".coming summary").await?;
            page.press("add-coming").await?;
            page.choose("coming-row-0", "environment").await?;
            page.replace("[name='coming-day-0']", "x").await?;
            page.click(".sources summary").await?;
            page.paste("環境教育(5小時) 4\n當前政府重大政策 1 0.5\n總學習時數 -1")
                .await?;
            page.visible("[data-hint]", true).await?;
            page.visible("[data-reading]", true).await
        }
        Place::Hours(rows, check) => {
            page.open(&format!("{address}#view=hours")).await?;
            for (row, text) in rows {
                page.fill(row, text).await?;
            }
            if check {
                page.press("check").await?;
            }
            page.view("hours").await
        }
    }
}

/// The violations that axe-core finds, a line for each element.
pub(crate) async fn violations(page: &Page, axe: &str) -> Result<Vec<String>> {
    let script = format!(
        "{axe};
        const done = arguments[arguments.length - 1];
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        axe.run(document, {{ runOnly: tags, resultTypes: ['violations'] }}).then(
            found => done(found.violations.flatMap(rule => rule.nodes.map(node =>
                `${{rule.id}}: ${{node.html.slice(0, 200)}} ${{node.failureSummary}}`))),
            error => done([`axe-core: ${{error}}`]))"
    );
    let found = page.run(&script, Vec::new()).await?;
    let found = found.as_array().expect("a list");
    Ok(found.iter().map(Value::to_string).collect())
}

async fn check(address: &str, dark: bool) {
    let axe = fs::read_to_string(setting("AXE_PATH")).expect("axe-core can be read");
    journey(Journey::in_colours(dark), async |page| {
        let mut all = Vec::new();
        for place in PLACES {
            visit(page, address, place).await?;
            let found = violations(page, &axe).await?;
            all.extend(found.into_iter().map(|line| format!("{place:?} {line}")));
        }
        assert!(all.is_empty(), "{all:#?}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_chinese_page_has_no_violations_in_light_colours() {
    check("/", false).await;
}

#[tokio::test]
async fn the_chinese_page_has_no_violations_in_dark_colours() {
    check("/", true).await;
}

#[tokio::test]
async fn the_english_page_has_no_violations_in_light_colours() {
    check("/en/", false).await;
}

#[tokio::test]
async fn the_english_page_has_no_violations_in_dark_colours() {
    check("/en/", true).await;
}

#[tokio::test]
async fn a_page_whose_program_cannot_start_has_no_violations() {
    let axe = fs::read_to_string(setting("AXE_PATH")).expect("axe-core can be read");
    for dark in [false, true] {
        let settings = Journey {
            look: Look {
                dark,
                ..Look::default()
            },
            noisy: true,
            ..Journey::default()
        };
        journey(settings, async |page| {
            page.change("*.wasm", Change::default().status(404));
            for (address, _) in LANGUAGES {
                page.go(address).await?;
                page.arrives("failed").await?;
                let found = violations(page, &axe).await?;
                assert!(found.is_empty(), "{address} {found:#?}");
            }
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn the_pages_for_hosts_have_no_violations() {
    let axe = fs::read_to_string(setting("AXE_PATH")).expect("axe-core can be read");
    for dark in [false, true] {
        journey(Journey::in_colours(dark), async |page| {
            for address in ["/embed.html", "/en/embed.html"] {
                for place in [
                    Place::Guided("system-d6"),
                    Place::Map("start"),
                    Place::Worked,
                ] {
                    visit(page, address, place).await?;
                    let found = violations(page, &axe).await?;
                    assert!(found.is_empty(), "{address} {place:?} {found:#?}");
                }
            }
            page.go("/embed/").await?;
            page.shows(
                "document.getElementById('frame').textContent.length > 50",
                true,
            )
            .await?;
            let found = violations(page, &axe).await?;
            assert!(found.is_empty(), "{found:#?}");
            page.forget_requests();
            Ok(())
        })
        .await;
    }
}
