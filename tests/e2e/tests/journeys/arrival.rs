//! What the reader finds: deep links, queries, and what was done before the program came.

use std::time::Duration;

use e2e::{Change, Journey, LANGUAGES, journey};

/// A program that takes its time.
fn slow() -> Journey {
    Journey {
        changes: vec![(
            "*.wasm",
            Change::default().delay(Duration::from_millis(1500)),
        )],
        ..Journey::default()
    }
}

#[tokio::test]
async fn a_link_opens_its_node_and_view_and_leaves_the_address_alone() {
    journey(Journey::default(), async |page| {
        for (fragment, node, view) in [
            ("", "start", "guided"),
            ("#node=group-d", "group-d", "guided"),
            ("#view=hours", "start", "hours"),
            ("#node=my-area&view=outline", "my-area", "outline"),
            ("#view=hours&node=my-area", "my-area", "hours"),
            ("#outline-system-d6", "system-d6", "outline"),
        ] {
            page.open(&format!("/{fragment}")).await?;
            page.at(node).await?;
            page.visible(&format!("[data-view={view}]"), true).await?;
            page.shows("[...document.querySelectorAll('[data-view]')].filter(e => e.checkVisibility()).length", 1)
                .await?;
            page.attribute(&format!("[data-action=view-{view}]"), "aria-current", Some("page")).await?;
            page.attribute("[data-view=outline] [aria-current]", "id", Some(&format!("outline-{node}"))).await?;
            page.fragment(fragment).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn unknown_fragments_and_queries_are_ignored() {
    journey(Journey::default(), async |page| {
        for address in [
            "/#node=nowhere",
            "/#view=nothing&x=1",
            "/#%E0%A4%A",
            "/?view=x&theme=pink",
            "/#&&==",
        ] {
            page.open(address).await?;
            page.at("start").await?;
            page.visible("[data-view=guided]", true).await?;
            page.attribute("html", "data-theme", None).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn queries_choose_view_and_theme_and_are_trimmed() {
    journey(Journey::default(), async |page| {
        page.open("/?view=%20hours%20&theme=+dark+").await?;
        page.visible("[data-view=hours]", true).await?;
        page.attribute("html", "data-theme", Some("dark")).await?;
        page.shows(
            "getComputedStyle(document.body).backgroundColor",
            "rgb(19, 25, 24)",
        )
        .await?;
        page.open("/en/?theme=auto").await?;
        page.attribute("html", "data-theme", None).await
    })
    .await;
}

#[tokio::test]
async fn the_history_does_not_grow_while_one_reads() {
    journey(Journey::default(), async |page| {
        page.open("/").await?;
        let before = page.value("history.length").await?;
        page.press("next").await?;
        page.answer("first-time:yes").await?;
        page.press("view-outline").await?;
        page.click("[data-view=outline] a[href='#outline-first-time-help']")
            .await?;
        page.focused("#outline-first-time-help").await?;
        page.fragment("#node=first-time-help&view=outline").await?;
        page.click("[data-view=outline] a[href='#section-troubles']")
            .await?;
        page.focused("#section-troubles").await?;
        page.press("view-guided").await?;
        page.at("first-time-help").await?;
        page.shows("history.length", before).await
    })
    .await;
}

#[tokio::test]
async fn a_changed_address_is_followed() {
    journey(Journey::default(), async |page| {
        page.open("/").await?;
        page.value("location.hash = '#node=group-d'").await?;
        page.at("group-d").await?;
        page.press("back").await?;
        page.at("application-systems").await
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_before_the_program_comes_stays() {
    journey(slow(), async |page| {
        page.go("/").await?;
        page.fill("environment", "３.5").await?;
        page.fill("total", "x").await?;
        page.attribute("html", "data-app", Some("static")).await?;
        page.arrives("ready").await?;
        page.holds("environment", "３.5").await?;
        page.holds("total", "x").await?;
        page.verdict("manual-10/environment", "short", Some("3.5"), Some("0.5"))
            .await?;
        // The reader was in the hours, so the program goes on there.
        page.visible("[data-view=hours]", true).await
    })
    .await;
}

#[tokio::test]
async fn the_first_click_does_not_wait_for_the_program() {
    journey(slow(), async |page| {
        for (address, _) in LANGUAGES {
            page.go(address).await?;
            page.press("next").await?;
            page.fragment("#outline-first-time").await?;
            page.attribute("html", "data-app", Some("static")).await?;
            page.visible("#outline-first-time", true).await?;
            page.arrives("ready").await?;
            page.visible("#outline-first-time", true).await?;
            page.at("first-time").await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn nothing_moves_when_the_program_comes() {
    journey(slow(), async |page| {
        for address in ["/", "/en/", "/#view=hours", "/?view=outline", "/#node=group-d"] {
            page.go(address).await?;
            page.value(
                "void (window.moved = 0, new PerformanceObserver(list => { for (const e of list.getEntries()) window.moved += e.value }).observe({ type: 'layout-shift', buffered: true }))",
            )
            .await?;
            page.arrives("ready").await?;
            // Two frames later whatever moved has been seen.
            page.run("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))", vec![]).await?;
            let moved = page.value("window.moved").await?.as_f64().unwrap();
            // A deep link shows another card than the one prerendered; that may move what is below it.
            let most = if address.contains("node=") { 0.2 } else { 0.0 };
            assert!(moved <= most, "{address}: {moved}");
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_first_tree_of_the_program_is_the_prerendered_tree() {
    journey(slow(), async |page| {
        let tree = "document.getElementById('app').innerHTML.replace(/<!--.*?-->/g, '').replace(/ aria-current=\"page\"/, '')";
        for (address, _) in LANGUAGES {
            page.go(address).await?;
            page.attribute("html", "data-app", Some("static")).await?;
            let before = page.value(tree).await?;
            page.arrives("ready").await?;
            assert_eq!(page.value(tree).await?, before);
        }
        Ok(())
    })
    .await;
}
