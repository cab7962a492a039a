//! The browser's Back and Forward: which steps are entries of the history, what an entry keeps, and whose history a frame leaves alone.

use e2e::{Engine, Journey, Page, Result, host, journey, json};

use crate::hosts::read;

const TRAIL: &str = "document.querySelectorAll('[data-action=change]').length";

/// Walks from the start to the question whether one has a credential.
async fn walk(page: &Page) -> Result<()> {
    page.press("next").await?;
    page.answer("first-time:yes").await?;
    page.at("credential").await
}

/// Waits until the history has so many entries more than before.
async fn entries(page: &Page, before: u64, more: u64) -> Result<()> {
    page.shows("history.length", before + more).await
}

async fn length(page: &Page) -> Result<u64> {
    let length = page.value("history.length").await?;
    Ok(length.as_u64().expect("a number"))
}

#[tokio::test]
async fn back_of_the_browser_leads_to_the_step_before_with_everything_that_was_typed() {
    journey(Journey::default(), async |page| {
        page.open("/?theme=light").await?;
        let before = length(page).await?;
        walk(page).await?;
        page.press("view-hours").await?;
        page.fill("mandatory", "7.25").await?;
        page.press("view-map").await?;
        page.view("map").await?;
        entries(page, before, 4).await?;
        let steps = [
            ("start", "guided", ""),
            ("first-time", "guided", "#node=first-time"),
            ("credential", "guided", "#node=credential"),
            ("credential", "hours", "#node=credential&view=hours"),
            ("credential", "map", "#node=credential&view=map"),
        ];
        let seen = async |(node, view, fragment): (&str, &str, &str)| {
            page.at(node).await?;
            page.view(view).await?;
            if !fragment.is_empty() {
                page.fragment(fragment).await?;
            }
            page.shows("location.search", "?theme=light").await?;
            page.holds("mandatory", "7.25").await?;
            let place = format!("#outline-{node}");
            page.attribute(&place, "aria-current", Some("step")).await?;
            page.focused(&format!("[data-view={view}] h2")).await
        };
        for step in steps.into_iter().rev().skip(1) {
            page.back().await?;
            seen(step).await?;
        }
        for step in steps.into_iter().skip(1) {
            page.forward().await?;
            seen(step).await?;
        }
        entries(page, before, 4).await?;
        page.shows("String(history.state).includes('7.25')", false)
            .await
    })
    .await;
}

#[tokio::test]
async fn back_of_the_guide_is_back_of_the_browser_where_that_is_the_step_before() {
    journey(Journey::at_width(390), async |page| {
        page.open("/en/").await?;
        let before = length(page).await?;
        walk(page).await?;
        for (node, trail) in [("first-time", 1), ("start", 0)] {
            page.press("back").await?;
            page.at(node).await?;
            page.shows(TRAIL, trail).await?;
            page.focused("[data-view=guided] h2").await?;
            let is_seen = "(it => it.top >= 0 && it.bottom <= innerHeight)(document.activeElement.getBoundingClientRect())";
            page.shows(is_seen, true).await?;
            entries(page, before, 2).await?;
        }
        page.forward().await?;
        page.at("first-time").await?;
        page.forward().await?;
        page.at("credential").await?;
        // Another answer is a step that nothing comes after.
        page.back().await?;
        page.at("first-time").await?;
        page.answer("first-time:no").await?;
        page.at("sign-in-method").await?;
        entries(page, before, 2).await?;
        page.back().await?;
        page.at("first-time").await
    })
    .await;
}

#[tokio::test]
async fn back_of_the_guide_elsewhere_is_an_entry_as_are_start_again_and_an_earlier_answer() {
    journey(Journey::default(), async |page| {
        page.open("/#node=credential").await?;
        let before = length(page).await?;
        // The browser's entry before this page is no step of the guide.
        page.press("back").await?;
        page.at("first-time").await?;
        entries(page, before, 1).await?;
        page.back().await?;
        page.at("credential").await?;
        page.shows(TRAIL, 2).await?;
        // Nor is another view.
        page.press("view-hours").await?;
        page.view("hours").await?;
        page.press("view-guided").await?;
        page.view("guided").await?;
        entries(page, before, 2).await?;
        page.press("back").await?;
        page.at("first-time").await?;
        entries(page, before, 3).await?;
        page.press("restart").await?;
        page.at("start").await?;
        entries(page, before, 4).await?;
        page.back().await?;
        page.at("first-time").await?;
        page.answer("first-time:yes").await?;
        page.at("credential").await?;
        page.click("li:nth-child(1) > [data-action=change]").await?;
        page.at("start").await?;
        entries(page, before, 5).await?;
        page.back().await?;
        page.at("credential").await?;
        page.shows(TRAIL, 2).await
    })
    .await;
}

#[tokio::test]
async fn a_press_on_the_map_or_on_a_link_is_an_entry_and_one_that_leads_nowhere_else_is_none() {
    journey(Journey::default(), async |page| {
        page.open("/?view=map").await?;
        let before = length(page).await?;
        page.click("[data-map-node=first-time]").await?;
        page.at("first-time").await?;
        entries(page, before, 1).await?;
        page.press("view-map").await?;
        page.press("view-outline").await?;
        page.view("outline").await?;
        entries(page, before, 2).await?;
        page.click("#outline-first-time a[href='#outline-sign-in-method']")
            .await?;
        page.at("sign-in-method").await?;
        page.view("outline").await?;
        entries(page, before, 3).await?;
        page.back().await?;
        page.at("first-time").await?;
        page.view("outline").await?;
        page.back().await?;
        page.view("map").await?;
        page.at("first-time").await?;
        page.back().await?;
        page.at("start").await?;
        page.view("map").await
    })
    .await;
}

#[tokio::test]
async fn the_way_outlives_a_reload() {
    journey(Journey::default(), async |page| {
        page.open("/").await?;
        // By a side way, which no address says.
        page.press("next").await?;
        page.answer("first-time:no").await?;
        page.answer("sign-in-method:mobile-id").await?;
        page.click("[data-part=troubles] summary").await?;
        page.click("[data-action=trouble]").await?;
        page.at("sign-in-fails").await?;
        page.value("(document.documentElement.dataset.app = 'old', location.reload())")
            .await?;
        page.arrives("ready").await?;
        page.at("sign-in-fails").await?;
        page.shows(TRAIL, 4).await?;
        page.press("back").await?;
        page.at("sign-in-mobile-id").await?;
        for node in ["sign-in-method", "first-time", "start"] {
            page.back().await?;
            page.at(node).await?;
            page.view("guided").await?;
        }
        page.forward().await?;
        page.at("first-time").await
    })
    .await;
}

#[tokio::test]
async fn a_change_of_language_is_no_entry_and_the_steps_before_are_shown_in_it() {
    let settings = Journey {
        requests: vec!["/en/index.html"],
        ..Journey::default()
    };
    journey(settings, async |page| {
        page.open("/").await?;
        let before = length(page).await?;
        walk(page).await?;
        page.press("view-hours").await?;
        page.fill("policy", "1").await?;
        page.press("switch-language").await?;
        page.speaks("en").await?;
        entries(page, before, 3).await?;
        for (node, fragment) in [
            ("credential", "#node=credential"),
            ("first-time", "#node=first-time"),
            ("start", "#node=start"),
        ] {
            page.back().await?;
            page.at(node).await?;
            page.view("guided").await?;
            page.speaks("en").await?;
            page.fragment(fragment).await?;
            // The address is that of the page in this language, also after a reload.
            page.shows("location.pathname", "/en/index.html").await?;
            page.holds("policy", "1").await?;
        }
        page.forward().await?;
        page.at("first-time").await?;
        page.press("back").await?;
        page.at("start").await?;
        entries(page, before, 3).await
    })
    .await;
}

#[tokio::test]
async fn back_leaves_a_page_that_was_opened_at_a_place() {
    journey(Journey::default(), async |page| {
        page.open("/#node=group-d").await?;
        page.back().await?;
        page.shows("location.href", "about:blank").await
    })
    .await;
}

#[tokio::test]
async fn an_address_that_the_reader_changes_is_the_one_entry_that_the_browser_makes() {
    journey(Journey::default(), async |page| {
        page.open("/").await?;
        let before = length(page).await?;
        page.press("next").await?;
        page.value("location.hash = '#view=hours'").await?;
        page.view("hours").await?;
        page.fragment("#node=first-time&view=hours").await?;
        if page.engine() == Engine::WebKit {
            // A second after a press it makes no entry for what a script asks for.
            return Ok(());
        }
        entries(page, before, 2).await?;
        page.value("location.hash = '#node=nonsense'").await?;
        page.fragment("#node=first-time&view=hours").await?;
        page.value("location.hash = '#node=group-d&view=guided'")
            .await?;
        page.at("group-d").await?;
        page.view("guided").await?;
        page.press("next").await?;
        page.at("system-d6").await?;
        entries(page, before, 5).await?;
        page.back().await?;
        page.at("group-d").await?;
        page.back().await?;
        page.at("first-time").await?;
        page.view("hours").await
    })
    .await;
}

#[tokio::test]
async fn a_step_taken_while_the_program_comes_is_one_after_the_place_that_was_opened() {
    journey(Journey::default(), async |page| {
        // Before the third of the tasks in which the program takes over: the guide is there, and the page is not yet ready.
        let press = "(() => { let task = 0; const later = setTimeout; window.setTimeout = (next, ...more) => later(() => {
            task += 1;
            if (task == 3) document.querySelector('[data-action=next]').click();
            next();
        }, ...more) })()";
        page.hold_program();
        page.go("/").await?;
        page.value(press).await?;
        page.release();
        page.arrives("ready").await?;
        page.at("first-time").await?;
        // By a script, as what was pressed: WebKit's own Back leaves out what no reader has pressed.
        page.value("void history.back()").await?;
        page.at("start").await?;
        page.view("guided").await
    })
    .await;
}

#[tokio::test]
async fn a_frame_leaves_the_history_to_its_host() {
    const FRAME: &str = "iframe";
    host("plain", Journey::default(), async |page, host| {
        host.open(page).await?;
        let before = length(page).await?;
        read(page, FRAME).await?;
        page.arrives("ready").await?;
        page.at("group-d").await?;
        page.press("next").await?;
        page.at("system-d6").await?;
        page.press("back").await?;
        page.at("group-d").await?;
        page.focused("[data-view=guided] h2").await?;
        page.press("restart").await?;
        page.at("start").await?;
        page.fragment("#node=start").await?;
        page.press("view-hours").await?;
        page.view("hours").await?;
        page.fragment("#node=start&view=hours").await?;
        page.shows("history.length", before).await?;
        // A request of the host is no entry either.
        page.value("void location.replace('#node=first-time')")
            .await?;
        page.at("first-time").await?;
        page.leave().await?;
        page.shows("history.length", before).await?;
        page.shows("location.hash", json!("")).await
    })
    .await;
}
