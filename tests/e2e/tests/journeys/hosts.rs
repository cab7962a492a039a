//! The guide in hosts of every kind, each on an origin of its own (`tests/e2e/hosts/<case>`).

use std::fs;

use e2e::{Change, Host, Journey, Look, Page, Result, Value, host, journey, json, setting};

/// The messages that both sides of a frame must understand and those that they must ignore.
fn fixtures() -> Value {
    let text = include_str!("../../../../embed/fixtures.json");
    text.parse().expect("the fixtures are JSON")
}

/// Nothing went wrong in the host, and no message but ours reached it.
async fn is_well(page: &Page) -> Result<()> {
    page.leave().await?;
    page.shows("seen.wrong", json!([])).await
}

/// The frame is as high as its content, which needs no scroll bar then.
async fn fits(page: &Page, frame: &str) -> Result<f64> {
    page.enter(frame).await?;
    page.shows(
        "Math.ceil(document.body.getBoundingClientRect().height) == innerHeight",
        true,
    )
    .await?;
    let height = page.value("innerHeight").await?;
    page.leave().await?;
    Ok(height.as_f64().expect("a number"))
}

const FRAME: &str = "iframe";

/// Goes into a frame that its reader has scrolled to: what is out of sight can neither be pressed nor, where frames are lazy, loaded.
pub(crate) async fn read(page: &Page, frame: &str) -> Result<()> {
    page.value(&format!(
        "document.querySelector('{frame}').scrollIntoView()"
    ))
    .await?;
    page.enter(frame).await
}

#[tokio::test]
async fn a_plain_frame_works_at_its_size_and_leaves_the_host_alone() {
    host("plain", Journey::default(), async |page, host| {
        host.open(page).await?;
        let before = page.value("history.length").await?;
        page.enter(FRAME).await?;
        page.arrives("ready").await?;
        page.at("group-d").await?;
        for part in [".skip-link", ".anchor", ".site-header"] {
            page.shows(&format!("document.querySelectorAll('{part}').length"), 0)
                .await?;
        }
        page.shows("document.querySelectorAll('h1').length", 1)
            .await?;
        page.leave().await?;
        page.shows(
            "[scrollY, document.activeElement.tagName]",
            json!([0, "INPUT"]),
        )
        .await?;
        read(page, FRAME).await?;
        page.press("next").await?;
        page.at("system-d6").await?;
        page.press("view-hours").await?;
        page.fill("mandatory", "4").await?;
        page.verdict("manual-10/mandatory", "short", Some("4"), Some("6"))
            .await?;
        is_well(page).await?;
        page.shows("history.length", before).await?;
        page.shows(
            "[...new Set(seen.messages)].sort()",
            json!(["height", "node", "ready"]),
        )
        .await
    })
    .await;
}

#[tokio::test]
async fn a_frame_copies_the_link_to_the_page_that_stands_alone_and_never_asks_who_leaves() {
    host("plain", Journey::default(), async |page, host| {
        host.open(page).await?;
        read(page, FRAME).await?;
        page.arrives("ready").await?;
        page.press("view-hours").await?;
        page.fill("total", "12.25").await?;
        page.shows(
            "(event => { dispatchEvent(event); return event.defaultPrevented })(new Event('beforeunload', { cancelable: true }))",
            false,
        )
        .await?;
        let copy = "
            const done = arguments[arguments.length - 1];
            Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async text => done(text) } });
            document.querySelector('[data-action=copy-link]').click()";
        let link = page.run(copy, Vec::new()).await?;
        let expect = format!("{}/index.html#node=group-d&view=hours", page.site());
        assert_eq!(link.as_str(), Some(&*expect));
        is_well(page).await
    })
    .await;
}

#[tokio::test]
async fn links_before_the_program_leave_no_entry_in_the_hosts_history() {
    let settings = Journey {
        noisy: true,
        ..Journey::default()
    };
    host("plain", settings, async |page, host| {
        page.change("*.wasm", Change::default().status(404));
        host.open(page).await?;
        let before = page.value("history.length").await?;
        read(page, FRAME).await?;
        page.arrives("failed").await?;
        page.press("next").await?;
        page.fragment("#outline-first-time").await?;
        page.visible("#outline-first-time", true).await?;
        page.leave().await?;
        page.shows("history.length", before).await?;
        is_well(page).await
    })
    .await;
}

#[tokio::test]
async fn the_loader_follows_the_height_up_and_down_and_tells_the_host() {
    host("loader", Journey::default(), async |page, host| {
        host.open(page).await?;
        page.shows("seen.events", json!(["ready", "node group-d"]))
            .await?;
        page.attribute(FRAME, "title", Some("Guide to lifelong learning hours"))
            .await?;
        page.shows(
            "document.querySelectorAll('learning-hours-guide > a:not([hidden])').length",
            0,
        )
        .await?;
        page.enter(FRAME).await?;
        page.speaks("en").await?;
        page.attribute("html", "data-theme", Some("dark")).await?;
        page.leave().await?;
        let mut heights = vec![fits(page, FRAME).await?];
        for action in [
            "next",
            "view-hours",
            "view-outline",
            "view-guided",
            "restart",
        ] {
            read(page, FRAME).await?;
            page.press(action).await?;
            page.leave().await?;
            heights.push(fits(page, FRAME).await?);
        }
        assert!(heights.windows(2).any(|it| it[0] < it[1]), "{heights:?}");
        assert!(heights.windows(2).any(|it| it[0] > it[1]), "{heights:?}");
        page.shows("seen.events.at(-1)", "node start").await?;
        // Two messages of one frame of animation would come at once.
        page.shows(
            "seen.heights.filter(([height], n) => height == seen.heights[n - 1]?.[0]).length",
            0,
        )
        .await?;
        is_well(page).await
    })
    .await;
}

#[tokio::test]
async fn the_first_height_stays_when_the_program_arrives() {
    host("printed", Journey::default(), async |page, host| {
        page.hold_program();
        host.open(page).await?;
        page.shows("seen.heights.length > 0", true).await?;
        page.shows("seen.events[0]", Value::Null).await?;
        page.release();
        page.shows("seen.events[0]", "ready").await?;
        fits(page, FRAME).await?;
        page.shows("new Set(seen.heights.map(([height]) => height)).size", 1)
            .await?;
        is_well(page).await
    })
    .await;
}

#[tokio::test]
async fn several_guides_do_not_disturb_each_other_and_leave_nothing_behind() {
    host("two-widgets", Journey::default(), async |page, host| {
        host.open(page).await?;
        page.shows("document.querySelectorAll('iframe').length", 2)
            .await?;
        page.shows("seen.events.filter(it => it == 'ready').length", 2)
            .await?;
        page.enter("#one iframe").await?;
        page.at("group-d").await?;
        page.leave().await?;
        page.enter("#two iframe").await?;
        page.speaks("en").await?;
        page.view("hours").await?;
        page.leave().await?;
        // Attributes that change are passed on to their own frame only.
        page.value("document.querySelector('#one').setAttribute('node', ' system-d6 ')")
            .await?;
        page.value(
            "document.querySelector('#two learning-hours-guide').setAttribute('theme', 'dark')",
        )
        .await?;
        page.enter("#one iframe").await?;
        page.at("system-d6").await?;
        page.attribute("html", "data-theme", None).await?;
        page.leave().await?;
        page.enter("#two iframe").await?;
        page.attribute("html", "data-theme", Some("dark")).await?;
        page.at("start").await?;
        page.leave().await?;
        // Moved, a guide begins anew; removed, it is gone.
        page.value("document.querySelector('#other-place').append(document.querySelector('#one'))")
            .await?;
        page.value("document.querySelector('#one').scrollIntoView()")
            .await?;
        page.shows("seen.events.filter(it => it == 'ready').length", 3)
            .await?;
        fits(page, "#one iframe").await?;
        page.value(
            "(document.querySelector('#one').remove(), document.querySelector('#two').remove())",
        )
        .await?;
        page.shows("document.querySelectorAll('iframe').length", 0)
            .await?;
        page.value("postMessage({ app: 'learning-hours-guide', v: 1, type: 'height', height: 5 })")
            .await?;
        is_well(page).await
    })
    .await;
}

#[tokio::test]
async fn values_that_do_not_exist_are_ignored() {
    host("odd-values", Journey::default(), async |page, host| {
        host.open(page).await?;
        page.shows("seen.events", json!(["ready", "node start"]))
            .await?;
        let address = format!("{}/embed.html", page.site());
        page.attribute(FRAME, "src", Some(&address)).await?;
        page.enter(FRAME).await?;
        page.view("guided").await?;
        is_well(page).await
    })
    .await;
}

/// The loader as a host puts it into a script or a page of its own.
fn loader() -> String {
    let path = [env!("CARGO_MANIFEST_DIR"), "/../../embed/embed.js"].concat();
    fs::read_to_string(path).expect("the loader")
}

/// Those that have a link into the guide show it, and every other keeps what the host wrote.
async fn check_bundled(page: &Page) -> Result<()> {
    page.shows("seen.events.filter(it => it == 'ready').length", 2)
        .await?;
    page.enter("#one iframe").await?;
    page.at("group-d").await?;
    page.leave().await?;
    page.enter("#two iframe").await?;
    page.speaks("en").await?;
    page.leave().await?;
    page.shows("document.querySelectorAll('iframe').length", 2)
        .await?;
    page.shows(
        "document.querySelector('#three a')?.textContent + document.querySelector('#four').textContent",
        "HelpNothing",
    )
    .await?;
    is_well(page).await
}

#[tokio::test]
async fn a_loader_in_a_bundle_of_the_host_finds_the_guide_by_the_hosts_link() {
    host("bundled", Journey::default(), async |page, host| {
        let script = Change::default().header("Content-Type", "text/javascript");
        host.change("/bundled/all.js", script.body(loader()));
        host.open(page).await?;
        check_bundled(page).await
    })
    .await;
}

#[tokio::test]
async fn a_loader_within_the_hosts_page_finds_the_guide_by_the_hosts_link() {
    host("bundled", Journey::default(), async |page, host| {
        let hosts = [env!("CARGO_MANIFEST_DIR"), "/hosts/bundled/index.html"].concat();
        let text = fs::read_to_string(hosts).expect("the host");
        for kind in ["", " type=\"module\""] {
            let inlined = ["<script", kind, ">", &loader(), "</script>"].concat();
            let text = text
                .replace("<script src=\"all.js\"></script>", &inlined)
                .replace("{{guide}}", &page.site());
            host.change("/bundled/", Change::default().body(text));
            host.open(page).await?;
            check_bundled(page).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn elements_that_come_after_the_loader_are_filled() {
    host("later", Journey::default(), async |page, host| {
        host.open(page).await?;
        page.value(
            "document.querySelector('#place').innerHTML = '<p><b data-learning-hours-guide data-node=group-d></b></p>'",
        )
        .await?;
        page.shows("seen.events", json!(["ready", "node group-d"]))
            .await?;
        page.value("document.querySelector('#place').append(document.createElement('learning-hours-guide'))")
            .await?;
        page.shows("seen.events.length", 4).await?;
        is_well(page).await
    })
    .await;
}

#[tokio::test]
async fn languages_are_understood_as_pages_write_them() {
    host("languages", Journey::default(), async |page, host| {
        host.open(page).await?;
        page.shows("seen.events.filter(it => it == 'ready').length", 2)
            .await?;
        page.enter("#one iframe").await?;
        page.speaks("en").await?;
        page.leave().await?;
        page.enter("#two iframe").await?;
        page.speaks("zh-Hant").await?;
        is_well(page).await
    })
    .await;
}

/// The guide comes up at its start, as high as its content.
async fn check_comes_up(case: &'static str) {
    host(case, Journey::default(), async |page, host| {
        host.open(page).await?;
        page.shows("seen.events", json!(["ready", "node start"]))
            .await?;
        fits(page, FRAME).await?;
        is_well(page).await
    })
    .await;
}

#[tokio::test]
async fn a_host_with_a_strict_policy_needs_two_words_in_it_and_no_more() {
    check_comes_up("strict-policy").await;
}

#[tokio::test]
async fn the_loader_works_with_integrity() {
    check_comes_up("integrity").await;
}

#[tokio::test]
async fn a_frame_without_an_origin_works_and_says_what_it_cannot_do() {
    host("sandboxed", Journey::default(), async |page, host| {
        host.open(page).await?;
        page.enter(FRAME).await?;
        page.arrives("ready").await?;
        page.shows("self.origin", "null").await?;
        page.press("next").await?;
        page.at("first-time").await?;
        page.press("view-hours").await?;
        page.fill("mandatory", "4").await?;
        page.verdict("manual-10/mandatory", "short", Some("4"), Some("6"))
            .await?;
        for action in ["print", "save-csv"] {
            page.visible(&format!("[data-action={action}]"), false)
                .await?;
        }
        page.visible(".notice--closed", true).await?;
        let address = format!("{}/embed.html", page.site());
        page.shows(
            "document.querySelector('.notice--closed bdi').textContent",
            address,
        )
        .await?;
        // The other language is fetched from an origin that is not its own.
        page.press("switch-language").await?;
        page.speaks("en").await?;
        page.holds("mandatory", "4").await?;
        page.shows(
            "document.querySelector('.notice--closed').textContent.includes('neither')",
            true,
        )
        .await?;
        page.shows(
            "document.querySelector('.notice--closed bdi').textContent.length > 20",
            true,
        )
        .await?;
        is_well(page).await
    })
    .await;
}

#[tokio::test]
async fn a_frame_in_a_frame_fits_as_well() {
    host("nested", Journey::default(), async |page, host| {
        host.open(page).await?;
        page.enter(FRAME).await?;
        page.shows("seen.events", json!(["ready", "node group-d"]))
            .await?;
        page.enter(FRAME).await?;
        page.shows(
            "Math.ceil(document.body.getBoundingClientRect().height) == innerHeight",
            true,
        )
        .await?;
        page.at("group-d").await?;
        is_well(page).await
    })
    .await;
}

#[tokio::test]
async fn a_light_frame_in_a_dark_host_has_its_own_ground() {
    host("dark-host", Journey::default(), async |page, host| {
        host.open(page).await?;
        page.shows("seen.events[0]", "ready").await?;
        page.enter(FRAME).await?;
        let ground = "(it => it == 'rgb(255, 255, 255)' ? 'light' : it)(getComputedStyle(document.body).backgroundColor)";
        page.shows(ground, "light").await?;
        is_well(page).await
    })
    .await;
}

#[tokio::test]
async fn a_host_of_320_pixels_needs_no_scrolling_sideways() {
    host("loader", Journey::at_width(320), async |page, host| {
        host.open(page).await?;
        page.shows("seen.events[0]", "ready").await?;
        fits(page, FRAME).await?;
        for view in ["hours", "outline", "guided"] {
            read(page, FRAME).await?;
            page.press(&format!("view-{view}")).await?;
            page.view(view).await?;
            page.shows("document.documentElement.scrollWidth <= innerWidth", true)
                .await?;
            page.leave().await?;
        }
        page.shows("document.documentElement.scrollWidth <= innerWidth", true)
            .await?;
        is_well(page).await
    })
    .await;
}

#[tokio::test]
async fn a_host_that_reads_from_the_right_does_not_turn_the_guide_around() {
    host("right-to-left", Journey::default(), async |page, host| {
        host.open(page).await?;
        page.shows("seen.events[0]", "ready").await?;
        fits(page, FRAME).await?;
        page.enter(FRAME).await?;
        page.shows("getComputedStyle(document.body).direction", "ltr")
            .await?;
        is_well(page).await
    })
    .await;
}

#[tokio::test]
async fn a_host_that_is_printed_keeps_the_frame_as_it_is() {
    host("printed", Journey::default(), async |page, host| {
        host.open(page).await?;
        page.shows("seen.events[0]", "ready").await?;
        fits(page, FRAME).await?;
        let look = Look {
            print: true,
            ..Look::default()
        };
        page.look(look).await?;
        page.enter(FRAME).await?;
        // The way of the reader, as it stands in the full guide.
        page.visible("#outline-start", true).await?;
        page.leave().await?;
        page.look(Look::default()).await?;
        fits(page, FRAME).await?;
        is_well(page).await
    })
    .await;
}

/// Breaks the program; the frame stays readable, says what is missing, and is as high as it must be.
async fn check_broken(pattern: &str, change: Change) {
    let settings = Journey {
        noisy: true,
        ..Journey::default()
    };
    host("printed", settings, async |page, host: &Host| {
        page.change(pattern, change);
        host.open(page).await?;
        page.enter(FRAME).await?;
        page.arrives("failed").await?;
        page.visible("[class*=notice--failed]", true).await?;
        crate::failures::reads_without_program(page).await?;
        page.leave().await?;
        fits(page, FRAME).await?;
        // It has answered, so the loader puts no link beside it.
        page.shows(
            "document.querySelector('learning-hours-guide > a').hidden",
            true,
        )
        .await?;
        page.shows("seen.events", json!([])).await
    })
    .await;
}

#[tokio::test]
async fn a_server_that_forbids_programs_leaves_a_readable_frame() {
    let policy = "script-src 'self' 'unsafe-inline'";
    check_broken(
        "/embed.html",
        Change::default().header("Content-Security-Policy", policy),
    )
    .await;
}

#[tokio::test]
async fn a_program_of_the_wrong_type_starts_all_the_same() {
    let settings = Journey {
        noisy: true,
        ..Journey::default()
    };
    host("printed", settings, async |page, host| {
        page.change(
            "*.wasm",
            Change::default().header("Content-Type", "text/plain"),
        );
        host.open(page).await?;
        page.shows("seen.events[0]", "ready").await
    })
    .await;
}

#[tokio::test]
async fn a_script_of_the_wrong_type_leaves_a_readable_frame() {
    let change = Change::default()
        .header("Content-Type", "text/plain")
        .header("X-Content-Type-Options", "nosniff");
    check_broken("/learning-hours-guide-*.js", change).await;
}

#[tokio::test]
async fn a_corrupted_program_leaves_a_readable_frame() {
    check_broken("*.wasm", Change::default().body(b"\0asm nonsense".to_vec())).await;
}

#[tokio::test]
async fn a_frame_without_scripts_is_readable() {
    host(
        "scripts-off",
        Journey {
            noisy: true,
            ..Journey::default()
        },
        async |page, host| {
            host.open(page).await?;
            page.enter(FRAME).await?;
            page.visible("[data-node=start]", true).await?;
            crate::failures::reads_without_program(page).await
        },
    )
    .await;
}

#[tokio::test]
async fn a_program_that_is_slow_is_said_to_be_late_after_five_seconds() {
    host("printed", Journey::default(), async |page, host| {
        page.hold_program();
        host.open(page).await?;
        page.enter(FRAME).await?;
        let late = "(it => !!it && it.checkVisibility({ visibilityProperty: true }))(document.querySelector('.notice--late'))";
        page.shows(late, false).await?;
        page.shows(late, true).await?;
        page.attribute("html", "data-app", Some("static")).await?;
        page.release();
        page.arrives("ready").await?;
        page.shows(late, false).await?;
        is_well(page).await
    })
    .await;
}

#[tokio::test]
async fn a_frame_does_what_a_host_asks_for_and_ignores_everything_else() {
    host("plain", Journey::default(), async |page, host| {
        host.open(page).await?;
        page.shows("seen.messages.includes('ready')", true).await?;
        page.enter(FRAME).await?;
        let typed = "(it => { it.value = '4'; it.dispatchEvent(new Event('input', { bubbles: true })) })(document.querySelector('[name=mandatory]'))";
        page.value(typed).await?;
        page.leave().await?;
        // The field stays in sight: WebKit's driver scrolls to what has the focus whenever a frame is looked into.
        page.value("document.querySelector('input').focus()")
            .await?;
        page.value("scrollTo(0, 40)").await?;
        let fixtures = fixtures();
        let mut theme = None;
        for set in fixtures["set"].as_array().expect("a list") {
            post(page, &set["message"]).await?;
            page.enter(FRAME).await?;
            if let Some(node) = set["node"].as_str() {
                page.at(node).await?;
            }
            if let Some(view) = set["view"].as_str() {
                page.shows("document.documentElement.dataset.showing", view)
                    .await?;
            }
            if let Some(asked) = set.get("theme") {
                theme = asked.as_str();
            }
            page.attribute("html", "data-theme", theme).await?;
            page.leave().await?;
        }
        for message in fixtures["ignored"].as_array().expect("a list") {
            post(page, message).await?;
        }
        // A huge one, and one from the frame to itself.
        let huge = "frames[0].postMessage({ app: 'learning-hours-guide', v: 1, type: 'set', node: 'x'.repeat(5e6), view: 'hours'.repeat(1e6) }, '*')";
        page.value(huge).await?;
        page.enter(FRAME).await?;
        let own = "postMessage({ app: 'learning-hours-guide', v: 1, type: 'set', node: 'group-d' })";
        page.value(own).await?;
        page.leave().await?;
        // A last one that is understood: all before it have been looked at then.
        let last = json!({ "app": "learning-hours-guide", "v": 1, "type": "set", "theme": "dark" });
        post(page, &last).await?;
        page.enter(FRAME).await?;
        page.attribute("html", "data-theme", Some("dark")).await?;
        page.at("first-time").await?;
        page.speaks("zh-Hant").await?;
        page.holds("mandatory", "4").await?;
        page.leave().await?;
        page.shows(
            "[scrollY, document.activeElement.tagName]",
            json!([40, "INPUT"]),
        )
        .await?;
        let english = json!({ "app": "learning-hours-guide", "v": 1, "type": "set", "lang": "en" });
        post(page, &english).await?;
        page.enter(FRAME).await?;
        page.speaks("en").await?;
        page.holds("mandatory", "4").await?;
        page.leave().await?;
        page.shows(
            "[scrollY, document.activeElement.tagName]",
            json!([40, "INPUT"]),
        )
        .await?;
        is_well(page).await
    })
    .await;
}

#[tokio::test]
async fn what_a_host_asks_for_early_does_not_take_the_focus_when_the_program_arrives() {
    host("plain", Journey::default(), async |page, host| {
        page.hold_program();
        host.open(page).await?;
        // A frame that loads late is there once its reader has come to it.
        read(page, FRAME).await?;
        page.shows("document.documentElement.dataset.app", "static")
            .await?;
        page.leave().await?;
        let hours =
            json!({ "app": "learning-hours-guide", "v": 1, "type": "set", "view": "hours" });
        post(page, &hours).await?;
        read(page, FRAME).await?;
        page.fragment("#view=hours").await?;
        page.visible("[name=mandatory]", true).await?;
        // A field that a page has not laid out yet cannot be typed in before it is pressed.
        page.click("[name=mandatory]").await?;
        page.fill("mandatory", "7").await?;
        page.shows("document.documentElement.dataset.app", "static")
            .await?;
        page.release();
        page.arrives("ready").await?;
        page.view("hours").await?;
        page.focused("[name=mandatory]").await?;
        page.holds("mandatory", "7").await?;
        page.leave().await?;
        is_well(page).await
    })
    .await;
}

async fn post(page: &Page, message: &Value) -> Result<()> {
    let script = format!("frames[0].postMessage({message}, '*')");
    page.value(&script).await.map(|_| ())
}

#[tokio::test]
async fn a_loader_understands_its_frame_and_ignores_everything_else() {
    host("silent", Journey::default(), async |page, host| {
        let file = format!("{}/embed.js", setting("DIST_DIR"));
        let script = fs::read(file).expect("the loader is built");
        host.change("/silent/embed.js", Change::default().body(script));
        host.open(page).await?;
        // A frame that does not answer stays, with a link beside it.
        page.visible("learning-hours-guide > a", true).await?;
        page.visible(FRAME, true).await?;
        for fixture in fixtures()["frame"].as_array().expect("a list") {
            let message = &fixture["message"];
            page.value("seen.events = []").await?;
            // From anyone else, the host itself included, it is nothing.
            page.value(&format!("postMessage({message}, '*')")).await?;
            page.value(&format!("frames[0].postMessage({{ say: {message} }}, '*')"))
                .await?;
            page.value("frames[0].postMessage({ say: { app: 'learning-hours-guide', v: 1, type: 'node', id: 'end' } }, '*')")
                .await?;
            let mut events = Vec::new();
            events.extend(fixture["event"].as_str());
            events.push("node end");
            page.shows("seen.events", json!(events)).await?;
            if let Some(height) = fixture["height"].as_str() {
                page.shows("document.querySelector('iframe').style.height", height)
                    .await?;
            }
        }
        page.visible("learning-hours-guide > a", false).await?;
        is_well(page).await
    })
    .await;
}

#[tokio::test]
async fn each_snippet_works_in_an_empty_page() {
    host("empty", Journey::default(), async |page, host| {
        page.go("/embed/index.html").await?;
        for (name, value) in [("lang", "en"), ("theme", "dark"), ("view", "hours"), ("node", "group-d")] {
            page.value(&format!(
                "(it => {{ it.value = '{value}'; it.dispatchEvent(new Event('change', {{ bubbles: true }})) }})(document.getElementById('{name}'))"
            ))
            .await?;
        }
        // The preview shows what was chosen.
        page.value("document.getElementById('preview').scrollIntoView()")
            .await?;
        page.enter("#preview").await?;
        page.speaks("en").await?;
        page.arrives("ready").await?;
        page.view("hours").await?;
        page.leave().await?;
        let mut snippets = Vec::new();
        for id in ["frame", "loader", "link"] {
            snippets.push((id, page.text(&format!("#{id}")).await?));
        }
        for (id, snippet) in snippets {
            let empty = include_str!("../../hosts/empty/index.html");
            let body = empty.replace("{{snippet}}", &snippet);
            host.change("/empty/", Change::default().body(body));
            host.open(page).await?;
            if id == "link" {
                page.click("a").await?;
                page.shows("location.pathname", "/en/index.html").await?;
            } else {
                page.enter(FRAME).await?;
            }
            page.arrives("ready").await?;
            page.speaks("en").await?;
            page.view("hours").await?;
            page.attribute("html", "data-theme", Some("dark")).await?;
            page.press("view-guided").await?;
            page.at("group-d").await?;
            if id != "link" {
                is_well(page).await?;
            }
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_page_for_those_who_embed_speaks_one_language_and_goes_from_easy_to_hard() {
    journey(Journey::default(), async |page| {
        for (address, own, other, file) in [
            ("/embed/", "zh-Hant", "en", "guide.html"),
            ("/embed/?lang=en", "en", "zh-Hant", "guide.en.html"),
        ] {
            page.go(address).await?;
            page.attribute("html", "lang", Some(own)).await?;
            let shown = "[...document.querySelectorAll('span[lang]')].filter(it => it.checkVisibility()).map(it => it.lang)";
            page.shows(&format!("[...new Set({shown})]"), json!([own])).await?;
            page.shows("document.getElementById('lang').value", own).await?;
            page.visible(&format!("a[hreflang={other}]"), true).await?;
            page.shows(
                "[...document.querySelectorAll('pre code, #single')].map(it => it.id)",
                json!(["link", "frame", "loader", "single"]),
            )
            .await?;
            page.shows(
                "document.getElementById('single').href.split('/').at(-1)",
                file,
            )
            .await?;
        }
        for (place, width) in [(1, 600), (3, 1000), (2, 760)] {
            page.click(&format!("#width option:nth-child({place})")).await?;
            page.shows("document.getElementById('preview').getBoundingClientRect().width", width)
                .await?;
        }
        // The preview has loaded whatever it needs.
        page.enter("#preview").await?;
        page.arrives("ready").await?;
        page.leave().await
    })
    .await;
}

#[tokio::test]
async fn a_snippet_is_copied_or_chosen_for_copying() {
    journey(Journey::default(), async |page| {
        page.go("/embed/").await?;
        page.click("[data-copy=loader]").await?;
        page.shows(
            "document.getElementById('said').textContent.length > 3",
            true,
        )
        .await?;
        page.shows(
            "document.getElementById('loader').textContent.includes('embed.js')",
            true,
        )
        .await?;
        page.forget_requests();
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_frame_that_is_hidden_reloaded_or_enlarged_fits_again() {
    host("loader", Journey::default(), async |page, host| {
        host.open(page).await?;
        page.shows("seen.events[0]", "ready").await?;
        let before = fits(page, FRAME).await?;
        page.value("document.querySelector('learning-hours-guide').style.display = 'none'")
            .await?;
        page.value("document.querySelector('learning-hours-guide').style.display = 'block'")
            .await?;
        assert_eq!(fits(page, FRAME).await?, before);
        // Another query, since the same address with a fragment would be no load.
        let again =
            "(it => it.src = it.src.replace('?', '?again&'))(document.querySelector('iframe'))";
        page.value(again).await?;
        page.shows("seen.events.filter(it => it == 'ready').length", 2)
            .await?;
        assert_eq!(fits(page, FRAME).await?, before);
        // A quarter of the width is what a reader at 400 % has.
        page.look(Look {
            width: 320,
            ..Look::default()
        })
        .await?;
        assert!(fits(page, FRAME).await? > before);
        page.look(Look::default()).await?;
        assert_eq!(fits(page, FRAME).await?, before);
        is_well(page).await
    })
    .await;
}
