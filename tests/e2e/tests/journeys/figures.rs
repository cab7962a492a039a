//! Figures that the guide reaches at every step, in both languages: what is done next is in sight, names are whole, the header is low.

use e2e::{Journey, LANGUAGES, Page, Result, journey, json};

/// The ids of all nodes, troubles too.
async fn nodes(page: &Page) -> Result<Vec<String>> {
    let ids = "[...document.querySelectorAll('[data-map-node]')].map(it => it.dataset.mapNode)";
    let ids = page.value(ids).await?;
    let ids = ids.as_array().expect("a list").clone();
    let ids: Vec<_> = ids
        .iter()
        .filter_map(e2e::Value::as_str)
        .map(str::to_owned)
        .collect();
    assert!(ids.len() > 20, "{ids:?}");
    Ok(ids)
}

/// Visits every step in both languages; each must have no faults, which a script lists.
async fn check(width: u32, faults: &str) {
    journey(Journey::at_width(width), async |page| {
        for (address, _) in LANGUAGES {
            page.open(address).await?;
            for node in nodes(page).await? {
                page.value(&format!("location.hash = 'node={node}'"))
                    .await?;
                page.at(&node).await?;
                println!("{address} {node}");
                page.shows(faults, json!([])).await?;
            }
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_is_done_next_is_in_the_first_window_of_every_step() {
    let low = "[...document.querySelectorAll('.step [data-action=next], .step [data-answer], .step a[href=\"#hours\"]')]
        .map(it => it.getBoundingClientRect().bottom + scrollY).filter(it => it > 790)";
    check(1280, low).await;
}

#[tokio::test]
async fn what_is_done_next_is_in_sight_on_a_phone() {
    let hidden = "[...document.querySelectorAll('.step [data-action=next], .step [data-answer], .step a[href=\"#hours\"]')]
        .map(it => it.getBoundingClientRect()).filter(it => it.top < 0 || it.bottom > innerHeight).map(it => it.bottom)";
    check(390, hidden).await;
}

#[tokio::test]
async fn no_name_and_no_answer_is_split_over_two_lines() {
    // An English answer may be wider than a phone or the rail and breaks between its words; the Chinese name in it stays whole.
    let split =
        "[...document.querySelectorAll('#guided :is(.unbroken, .answers__text:lang(zh-Hant), .answers__text i, .trail__answer:lang(zh-Hant), .trail__answer i)')]
        .filter(it => it.checkVisibility())
        .map(it => {
            const range = document.createRange();
            range.selectNodeContents(it);
            const tops = [...range.getClientRects()].map(it => it.top + it.height / 2);
            return [it.textContent, Math.max(...tops) - Math.min(...tops)];
        })
        .filter(([, apart]) => apart > 12)";
    for width in [1280, 390] {
        check(width, split).await;
    }
}

#[tokio::test]
async fn the_header_is_one_line_or_two_rows() {
    for (width, most) in [(1280, 56), (1000, 56), (700, 96), (390, 96), (320, 104)] {
        journey(Journey::at_width(width), async |page| {
            for (address, _) in LANGUAGES {
                page.open(address).await?;
                let height = "Math.ceil(document.querySelector('.site-header').getBoundingClientRect().height)";
                page.shows(&format!("{height} <= {most} || {height}"), true)
                    .await?;
            }
            Ok(())
        })
        .await;
    }
}
