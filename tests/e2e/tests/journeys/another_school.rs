//! The page of another school, whose flow, rules and names are its own: nothing in the code knows them.

use std::fs;

use e2e::{Build, Journey, LANGUAGES, Page, Result, VIEWS, journey, json, setting};

use crate::accessibility::violations;
use crate::studio::is_own;

fn there() -> Journey {
    Journey {
        build: Build::AnotherSchool,
        ..Journey::default()
    }
}

/// A piece of the page that is different in each language.
fn said<'a>(address: &str, chinese: &'a str, english: &'a str) -> &'a str {
    if address == "/" { chinese } else { english }
}

/// Goes on by whatever each step offers first, until nothing leads on; answers how many steps that took.
async fn walk_on(page: &Page) -> Result<usize> {
    let first =
        "document.querySelector('[data-view=guided] :is([data-action=next], [data-answer])')";
    let node =
        "document.querySelector('[data-view=guided] [data-node][aria-current=step]').dataset.node";
    // More than any flow of this size has, so that a circle ends.
    for step in 0..20 {
        if page.value(&format!("{first} === null")).await? == json!(true) {
            return Ok(step);
        }
        let before = page.value(node).await?;
        let answer = page
            .value(&format!("{first}.dataset.answer ?? null"))
            .await?;
        match answer.as_str() {
            Some(answer) => page.answer(answer).await?,
            None => page.press("next").await?,
        }
        page.shows(&format!("{node} !== {before}"), true).await?;
    }
    panic!("the steps of the guide lead nowhere");
}

#[tokio::test]
async fn its_steps_lead_to_their_end_and_name_no_other_school() {
    for (address, _) in LANGUAGES {
        journey(there(), async |page| {
            page.open(address).await?;
            let school = said(address, "某大學", "A university");
            let named = format!(
                "document.querySelector('.site-header').textContent.includes('{school}')"
            );
            page.shows(&named, true).await?;
            assert_eq!(walk_on(page).await?, 3);
            let others = "['臺北科技', 'Taipei Tech', 'ntut'].filter(it => document.documentElement.outerHTML.includes(it))";
            page.shows(others, json!([])).await
        })
        .await;
    }
}

#[tokio::test]
async fn its_map_shows_every_step_and_follows_a_press() {
    journey(there(), async |page| {
        page.open("/?view=map").await?;
        let nodes = "new Set([...document.querySelectorAll('[data-map-node]')].map(it => it.dataset.mapNode)).size";
        page.shows(nodes, 5).await?;
        page.click("[data-map-node=end]").await?;
        page.attribute("[data-map-node=end]", "data-state", Some("current"))
            .await
    })
    .await;
}

#[tokio::test]
async fn its_own_rules_judge() {
    for (address, _) in LANGUAGES {
        journey(there(), async |page| {
            page.open(&format!("{address}?view=hours")).await?;
            page.choose("staff", "permanent").await?;
            page.fill("environment", "1").await?;
            page.fill("extra", "0").await?;
            page.verdict("small/both", "short", Some("1"), Some("2"))
                .await?;
            page.fill("extra", "2").await?;
            page.verdict("small/both", "met", Some("3"), None).await
        })
        .await;
    }
}

#[tokio::test]
async fn everybody_can_use_each_of_its_views() {
    let axe = fs::read_to_string(setting("AXE_PATH")).expect("axe-core can be read");
    for (address, _) in LANGUAGES {
        journey(there(), async |page| {
            for view in VIEWS {
                page.open(&format!("{address}?view={view}")).await?;
                let found = violations(page, &axe).await?;
                assert!(found.is_empty(), "{view} of {address}: {found:#?}");
            }
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn its_studio_opens_its_content() {
    let settings = Journey {
        own: Some(is_own),
        ..there()
    };
    journey(settings, async |page| {
        page.open("/studio.html").await?;
        page.visible("[data-action='file-rules/small']", true)
            .await?;
        assert!(page.text("main").await?.contains("小規定"));
        Ok(())
    })
    .await;
}
