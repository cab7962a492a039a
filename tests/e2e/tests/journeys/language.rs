//! The other language: place, view and typed hours come along, with one request and no entry in the history.

use std::fs;
use std::path::Path;

use e2e::{Change, Engine, Journey, journey};

#[tokio::test]
async fn a_change_of_language_keeps_place_view_and_hours_both_ways() {
    let settings = Journey {
        requests: vec!["/en/index.html", "/index.html"],
        ..Journey::default()
    };
    journey(settings, async |page| {
        page.open("/?theme=light").await?;
        page.press("next").await?;
        page.answer("first-time:yes").await?;
        page.at("credential").await?;
        page.press("view-hours").await?;
        page.fill("mandatory", "７.５").await?;
        page.fill("policy", "abc").await?;
        let before = page.value("history.length").await?;
        let zh = page.text("h1").await?;
        for (lang, path) in [("en", "/en/index.html"), ("zh-Hant", "/index.html")] {
            page.press("switch-language").await?;
            page.speaks(lang).await?;
            page.focused("[data-action=switch-language]").await?;
            page.shows("location.pathname", path).await?;
            page.shows("location.search", "?theme=light").await?;
            page.fragment("#node=credential&view=hours").await?;
            page.view("hours").await?;
            page.at("credential").await?;
            page.holds("mandatory", "７.５").await?;
            page.holds("policy", "abc").await?;
            page.verdict("manual-10/mandatory", "short", Some("7.5"), Some("2.5"))
                .await?;
            let title = page.value("document.title").await?;
            let heading = page.text("h1").await?;
            assert!(
                title
                    .as_str()
                    .is_some_and(|title| title.starts_with(&heading)),
                "{title} {heading}"
            );
            assert_eq!(heading == zh, lang == "zh-Hant", "{heading}");
        }
        page.shows("history.length", before).await?;
        // The way is still there, and its texts are those of the language.
        page.press("view-guided").await?;
        page.press("back").await?;
        page.at("first-time").await
    })
    .await;
}

#[tokio::test]
async fn links_of_the_other_language_work_after_the_change() {
    let settings = Journey {
        requests: vec!["/index.html"],
        ..Journey::default()
    };
    journey(settings, async |page| {
        page.open("/en/#node=group-d&view=outline").await?;
        page.press("switch-language").await?;
        page.speaks("zh-Hant").await?;
        page.attribute("#outline-group-d", "aria-current", Some("step"))
            .await?;
        page.click("#outline-d6-missing a[href='#outline-personal-folder']")
            .await?;
        page.at("personal-folder").await?;
        page.press("view-guided").await?;
        page.view("guided").await?;
        page.at("personal-folder").await
    })
    .await;
}

#[tokio::test]
async fn a_language_that_cannot_be_had_is_said_and_costs_no_hours() {
    let settings = Journey {
        noisy: true,
        requests: vec!["/en/index.html"],
        ..Journey::default()
    };
    journey(settings, async |page| {
        page.open("/#node=group-d&view=hours").await?;
        page.change("/en/*", Change::default().status(404));
        page.fill("total", "12").await?;
        page.visible("[role=alert]", false).await?;
        page.press("switch-language").await?;
        page.visible("[role=alert]", true).await?;
        page.speaks("zh-Hant").await?;
        page.holds("total", "12").await?;
        page.view("hours").await?;
        page.at("group-d").await?;
        page.attribute(
            "[role=alert] a",
            "href",
            Some("en/index.html#node=group-d&view=hours"),
        )
        .await
    })
    .await;
}

#[tokio::test]
async fn the_language_link_works_before_the_program_arrives() {
    let settings = Journey {
        noisy: true,
        ..Journey::default()
    };
    journey(settings, async |page| {
        page.change("*.wasm", Change::default().status(404));
        page.go("/").await?;
        page.press("switch-language").await?;
        page.speaks("en").await?;
        page.shows("location.pathname", "/en/index.html").await?;
        page.arrives("failed").await?;
        page.press("switch-language").await?;
        page.speaks("zh-Hant").await?;
        page.arrives("failed").await
    })
    .await;
}

#[tokio::test]
async fn a_link_pressed_twice_leads_to_the_same_page_as_pressed_once() {
    // Of two requests for the same page at once WebKit makes one.
    let requests = match Engine::chosen() {
        Engine::WebKit => vec!["/en/index.html", "/index.html"],
        _ => vec!["/en/index.html", "/en/index.html", "/index.html"],
    };
    let answers = requests.len() - 1;
    let settings = Journey {
        requests,
        ..Journey::default()
    };
    journey(settings, async |page| {
        page.open("/#view=hours").await?;
        let twice = "void [1, 2].forEach(() => document.getElementById('language').click())";
        page.value(twice).await?;
        page.speaks("en").await?;
        page.shows(
            "performance.getEntriesByName(location.href.split('#')[0]).length",
            answers,
        )
        .await?;
        page.shows("location.pathname", "/en/index.html").await?;
        page.press("switch-language").await?;
        page.speaks("zh-Hant").await?;
        page.shows("location.pathname", "/index.html").await
    })
    .await;
}

#[tokio::test]
async fn a_page_of_another_build_is_opened_anew_unless_hours_would_be_lost() {
    for (typed, requests) in [("", vec![]), ("12", vec!["/en/index.html"])] {
        let settings = Journey {
            requests,
            ..Journey::default()
        };
        journey(settings, async |page| {
            page.open("/#view=hours").await?;
            page.change("/en/*", of_another_build("en/index.html"));
            if !typed.is_empty() {
                page.fill("total", typed).await?;
            }
            page.value("void (window.stays = true)").await?;
            page.press("switch-language").await?;
            if typed.is_empty() {
                page.shows("!window.stays", true).await?;
                page.speaks("en").await?;
                page.arrives("ready").await?;
                page.view("hours").await?;
                page.forget_requests();
                return Ok(());
            }
            page.visible("[role=alert]", true).await?;
            page.speaks("zh-Hant").await?;
            page.holds("total", typed).await
        })
        .await;
    }
}

/// A page of the build under the mark of another one, which is the first line of its data.
fn of_another_build(page: &str) -> Change {
    const DATA: &str = "id=\"page-data\">";
    let file = Path::new(&e2e::setting("DIST_DIR")).join(page);
    let page = fs::read_to_string(&file).expect("the build has this page");
    let other = page.replacen(DATA, &[DATA, "other-"].concat(), 1);
    assert_ne!(other, page, "the page has data");
    Change::default().body(other)
}
