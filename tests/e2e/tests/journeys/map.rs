//! The map: in step with the guide, by mouse and by keys alone, in every width, on paper and as a picture.

use e2e::{Engine, Journey, Key, LANGUAGES, Look, Page, Paper, Result, journey, json};

use crate::keyboard::{see_focus, tab_to};

const WIDTHS: [u32; 3] = [320, 768, 1280];

/// The three branches of the manual: what is pressed on the map, and where one is then.
const BRANCHES: [&[(&str, &str)]; 3] = [
    &[
        ("first-time", "first-time"),
        ("first-time:yes", "credential"),
        ("credential:yes", "sign-in-with-credential"),
        ("my-area", "my-area"),
        ("set-account", "set-account"),
        ("application-systems", "application-systems"),
        ("hours-shown", "hours-shown"),
    ],
    &[
        ("first-time:yes", "credential"),
        ("credential:no", "first-time-help"),
        ("verification-form", "verification-form"),
        ("no-mail", "no-mail"),
        ("verification-form", "verification-form"),
        ("activate-account", "activate-account"),
        ("sign-in-password", "sign-in-password"),
        ("personal-folder", "personal-folder"),
        ("hours-shown", "hours-shown"),
    ],
    &[
        ("first-time:no", "sign-in-method"),
        ("sign-in-mobile-id", "sign-in-mobile-id"),
        ("application-systems", "application-systems"),
        ("group-d", "group-d"),
        ("system-d6", "system-d6"),
        ("hours-shown", "hours-shown"),
    ],
];

/// Lines on the way that each of them takes.
const TAKEN: [[&str; 2]; 3] = [
    ["first-time:credential", "set-account:application-systems"],
    [
        "credential:first-time-help",
        "activate-account:sign-in-password",
    ],
    [
        "first-time:sign-in-method",
        "sign-in-method:sign-in-mobile-id",
    ],
];

fn selector(spot: &str) -> String {
    let kind = if spot.contains(':') { "answer" } else { "node" };
    format!("[data-map-{kind}='{spot}']")
}

/// How a node or a line stands.
async fn stands(page: &Page, spot: &str, state: &str) -> Result<()> {
    let kind = if spot.contains(':') { "edge" } else { "node" };
    let selector = format!("[data-map-{kind}='{spot}']");
    page.attribute(&selector, "data-state", Some(state)).await
}

/// Guide and map are at the same node, and the map says so in words.
async fn at(page: &Page, node: &str) -> Result<()> {
    page.at(node).await?;
    stands(page, node, "current").await?;
    let current = "[...document.querySelectorAll('[data-map-node][aria-current=step]')].map(e => e.dataset.mapNode)";
    page.shows(current, json!([node])).await?;
    let title = format!(
        "document.querySelector('.map__here').textContent.includes(document.querySelector('[data-node=\"{node}\"] h2').textContent)"
    );
    page.shows(&title, true).await
}

/// No two of the texts that are shown run into each other, and none is smaller than 14 pixels.
async fn is_legible(page: &Page) -> Result<()> {
    // A box of letters is higher than they are, and Firefox does not round it down.
    let room = if page.engine() == Engine::Firefox {
        2
    } else {
        1
    };
    let faults = "((texts, room) => {
        const boxes = texts.map(line => [line.textContent, line.getBoundingClientRect(), line.closest('text')]);
        const faults = [];
        const scale = document.querySelector('.map__drawing').getScreenCTM().a;
        if (14 * scale < 13.99) faults.push('the letters are ' + 14 * scale);
        boxes.forEach(([a, one, text], n) => boxes.slice(n + 1).forEach(([b, two, other]) => {
            if (text != other && one.left < two.right && two.left < one.right && one.top + 2 < two.bottom && two.top + 2 < one.bottom)
                faults.push(a + ' on ' + b);
        }));
        document.querySelectorAll('.map__node > g, .map__answer > g').forEach(group => {
            if (!group.checkVisibility()) return;
            const [shape, text] = [...group.children].map(it => it.getBoundingClientRect());
            if (text.left < shape.left || text.right > shape.right || text.top < shape.top - room || text.bottom > shape.bottom + room)
                faults.push('sticks out: ' + group.textContent);
        });
        return faults;
    })([...document.querySelectorAll('.map__drawing :is(tspan, text:not(:has(tspan)))')].filter(line => line.checkVisibility()), ROOM)";
    page.shows(&faults.replace("ROOM", &room.to_string()), json!([]))
        .await
}

#[tokio::test]
async fn an_answer_in_the_guide_lights_the_map() {
    journey(Journey::default(), async |page| {
        for (address, _) in LANGUAGES {
            page.open(address).await?;
            at(page, "start").await?;
            stands(page, "hours-shown", "ahead").await?;
            stands(page, "credential:first-time-help", "ahead").await?;
            stands(page, "no-mail", "other").await?;
            page.press("next").await?;
            page.answer("first-time:yes").await?;
            at(page, "credential").await?;
            stands(page, "first-time", "path").await?;
            stands(page, "start:first-time", "path").await?;
            stands(page, "first-time:credential", "path").await?;
            stands(page, "first-time:sign-in-method", "other").await?;
            stands(page, "sign-in-method", "other").await?;
            page.attribute(
                "[data-map-answer='first-time:yes']",
                "data-state",
                Some("path"),
            )
            .await?;
            page.press("back").await?;
            at(page, "first-time").await?;
            stands(page, "sign-in-method", "ahead").await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_mouse_alone_goes_through_the_map() {
    for width in WIDTHS {
        let settings = Journey {
            own: Some(|path| ["/en/index.html", "/index.html"].contains(&path)),
            ..Journey::at_width(width)
        };
        journey(settings, async |page| {
            page.open("/?view=map").await?;
            page.view("map").await?;
            is_legible(page).await?;
            for (branch, taken) in BRANCHES.into_iter().zip(TAKEN) {
                page.click(&selector("start")).await?;
                at(page, "start").await?;
                page.press("close-panel").await?;
                for (spot, node) in branch {
                    page.click(&selector(spot)).await?;
                    at(page, node).await?;
                    // The step that is shown covers the other side of the map.
                    page.press("close-panel").await?;
                    page.view("map").await?;
                    page.fragment(&format!("#node={node}&view=map")).await?;
                }
                // Each branch is gone through in another language than the one before, and its way can be read in both.
                for _ in LANGUAGES {
                    // The way is the reader's own.
                    for line in taken {
                        stands(page, line, "path").await?;
                    }
                    stands(page, "application-systems:group-d", "path").await?;
                    is_legible(page).await?;
                    switch_language(page).await?;
                }
                switch_language(page).await?;
            }
            page.press("view-guided").await?;
            page.at("hours-shown").await
        })
        .await;
    }
}

/// Goes on in the other language.
async fn switch_language(page: &Page) -> Result<()> {
    let lang = page.value("document.documentElement.lang").await?;
    let other = LANGUAGES.into_iter().find(|(_, it)| lang != *it);
    let (_, other) = other.expect("two languages");
    page.press("switch-language").await?;
    page.speaks(other).await
}

const IS_ON_MAP: &str = "!!document.activeElement.closest('.map__drawing')";

/// Presses keys on the map; the focus is on a spot then, and can be seen.
async fn keys(page: &Page, keys: &[Key], spot: &str) -> Result<()> {
    for key in keys {
        page.keys(key.clone()).await?;
    }
    page.focused(&selector(spot)).await?;
    println!("{spot}");
    see_ring(page).await
}

/// The spot with the focus has a ring and lies in the window.
async fn see_ring(page: &Page) -> Result<()> {
    let seen = "(it => {
        const shape = [...it.querySelectorAll(':scope > g > :is(rect:not(.map__press), path)')].find(it => it.checkVisibility() && it.getBoundingClientRect().width);
        const style = getComputedStyle(shape), box = shape.getBoundingClientRect();
        return [style.outlineStyle, parseFloat(style.outlineWidth) >= 2, box.bottom > 0 && box.top < innerHeight];
    })(document.activeElement)";
    page.shows(seen, json!(["solid", true, true])).await
}

#[tokio::test]
async fn the_keyboard_alone_goes_through_the_map() {
    use Key::{Down, End, Enter, Home, Left, Right, Up};
    for width in WIDTHS {
        journey(Journey::at_width(width), async |page| {
            for (address, _) in LANGUAGES {
                page.open(&format!("{address}?view=map")).await?;
                page.value("document.querySelector('#map-title').focus()")
                    .await?;
                tab_to(page, "[data-map-node]").await?;
                keys(page, &[], "start").await?;
                // One stop: the next Tab leaves the map.
                page.keys(Key::Tab).await?;
                page.shows(IS_ON_MAP, false).await?;
                see_focus(page).await?;
                page.keys(Key::Shift + Key::Tab).await?;
                keys(page, &[], "start").await?;
                keys(page, &[Down], "first-time").await?;
                keys(page, &[Down], "first-time:yes").await?;
                keys(page, &[Right], "first-time:no").await?;
                keys(page, &[Right], "first-time:no").await?;
                keys(page, &[Up, Down, Right], "first-time:no").await?;
                keys(page, &[Left, Enter], "credential").await?;
                at(page, "credential").await?;
                keys(page, &[Down, Right, Down], "first-time-help").await?;
                at(page, "credential").await?;
                keys(page, &[Enter, Down, Down], "verification-form").await?;
                keys(page, &[Right], "data-mismatch").await?;
                keys(page, &[Left, Enter], "verification-form").await?;
                at(page, "verification-form").await?;
                stands(page, "credential:first-time-help", "path").await?;
                keys(page, &[End, Enter], "hours-shown").await?;
                at(page, "hours-shown").await?;
                // Tab leads to the step beside the map, and back to where the reader is, wherever the page was scrolled to.
                page.keys(Key::Tab).await?;
                page.focused("[data-action=close-panel]").await?;
                see_focus(page).await?;
                page.value("scrollTo(0, 0)").await?;
                page.keys(Key::Shift + Key::Tab).await?;
                keys(page, &[], "hours-shown").await?;
                keys(page, &[Home, Enter], "start").await?;
                at(page, "start").await?;
            }
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn every_node_has_a_full_name_that_counts_the_readers_own_steps() {
    journey(Journey::default(), async |page| {
        let name = |spot: &str| format!("document.querySelector(\"{}\").ariaLabel", selector(spot));
        page.open("/#node=my-area").await?;
        page.shows(&name("my-area"), "第 5 步（目前）：我的專區。下一步：設定帳號、Email、密碼")
            .await?;
        page.shows(
            &name("first-time"),
            "第 2 步（已完成）：問題：首次啟用 ECPA？回答：是，首次啟用、否，已啟用過",
        )
        .await?;
        page.shows(&name("no-mail"), "遇到問題：沒收到驗證信。下一步：填寫驗證資料並送出")
            .await?;
        page.open("/en/#node=group-d").await?;
        let expect = "Step 6 (you are here): D 其他人事總處業務 (other). Next: D6 終身學習入口網 (portal)";
        page.shows(&name("group-d"), expect).await?;
        let all = "[...document.querySelectorAll('[data-map-node]')].filter(e => !/^(Step \\d+ \\([a-z ]+\\): .|Problem: .)/.test(e.ariaLabel)).length";
        page.shows(all, 0).await?;
        // The order of reading is the order of the content, as a list.
        let order = "[...document.querySelectorAll('.map [role=list] > [role=listitem] > [data-map-node]')].map(e => e.dataset.mapNode).slice(0, 3)";
        page.shows(order, json!(["start", "first-time", "credential"])).await
    })
    .await;
}

#[tokio::test]
async fn another_language_keeps_the_place_on_the_map() {
    let settings = Journey {
        requests: vec!["/en/index.html", "/index.html"],
        ..Journey::default()
    };
    journey(settings, async |page| {
        page.open("/#node=credential&view=map").await?;
        page.press("switch-language").await?;
        page.speaks("en").await?;
        at(page, "credential").await?;
        stands(page, "start:first-time", "path").await?;
        is_legible(page).await?;
        page.click(&selector("credential:no")).await?;
        at(page, "first-time-help").await?;
        // A spot had the focus, and went with the language: the map still is one stop.
        page.press("switch-language").await?;
        page.speaks("zh-Hant").await?;
        let stops =
            "[...document.querySelectorAll(\"#map a[tabindex='0']\")].map(e => e.dataset.mapNode)";
        page.shows(stops, json!(["first-time-help"])).await
    })
    .await;
}

#[tokio::test]
async fn each_view_stands_alone_at_every_width() {
    for (width, is_wide) in [(1920, true), (1280, true), (768, false), (320, false)] {
        journey(Journey::at_width(width), async |page| {
            for (address, _) in LANGUAGES {
                page.open(&format!("{address}?view=map")).await?;
                let wide = "document.querySelector('.map__node > .map__wide').getBoundingClientRect().width > 0";
                page.shows(wide, is_wide).await?;
            }
            page.open("/").await?;
            for view in ["guided", "map", "hours", "outline", "guided"] {
                page.press(&format!("view-{view}")).await?;
                page.view(view).await?;
                let marked = "[...document.querySelectorAll('.views [aria-current=page]')].map(it => it.dataset.action)";
                page.shows(marked, json!([format!("view-{view}")])).await?;
                page.focused(&format!("#{view}-title")).await?;
            }
            page.press("view-map").await?;
            page.view("map").await?;
            let scrolls = "[...document.querySelectorAll('.map, .map *')].some(e => /auto|scroll/.test(getComputedStyle(e).overflow))";
            page.shows(scrolls, false).await
        })
        .await;
    }
}

#[tokio::test]
async fn the_map_is_scrolled_to_a_place_that_was_reached_from_elsewhere() {
    journey(Journey::at_width(1000), async |page| {
        // Of its shapes one belongs to the form that is shown.
        let is_seen = |node: &str| {
            format!(
                "[...document.querySelectorAll('[data-map-node={node}] :is(rect, path)')].map(it => it.getBoundingClientRect())
                    .some(it => it.height > 0 && it.top >= 0 && it.bottom <= innerHeight)"
            )
        };
        page.open("/#node=personal-folder&view=map").await?;
        page.shows(&is_seen("personal-folder"), true).await?;
        page.value("location.hash = '#node=first-time'").await?;
        page.at("first-time").await?;
        page.shows(&is_seen("first-time"), true).await?;
        page.press("view-guided").await?;
        page.view("guided").await?;
        page.value("location.hash = '#node=hours-shown'").await?;
        page.at("hours-shown").await?;
        page.press("view-map").await?;
        page.view("map").await?;
        page.shows(&is_seen("hours-shown"), true).await
    })
    .await;
}

#[tokio::test]
async fn where_no_map_fits_a_sentence_leads_to_the_outline() {
    journey(Journey::at_width(280), async |page| {
        for (address, _) in LANGUAGES {
            page.open(&format!("{address}?view=map")).await?;
            page.visible(".map__drawing", false).await?;
            page.visible(".map__small", true).await?;
            page.click(".map__small a").await?;
            page.view("outline").await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn without_scripts_every_node_of_the_map_leads_to_its_entry() {
    // A narrow window shows the first question, and below the map stands the full guide.
    for (width, node) in [(320, "first-time"), (1280, "system-d6")] {
        let look = Look {
            scripts: false,
            width,
            ..Look::default()
        };
        let settings = Journey {
            look,
            ..Journey::default()
        };
        journey(settings, async |page| {
            for (address, _) in LANGUAGES {
                page.go(address).await?;
                page.arrives("static").await?;
                page.visible("[data-action=save-map]", false).await?;
                is_legible(page).await?;
                let astray = "[...document.querySelectorAll('[data-map-node]')]\
                    .filter(e => !document.querySelector(e.getAttribute('href'))).length";
                page.shows(astray, 0).await?;
                page.click(&selector(node)).await?;
                page.fragment(&format!("#outline-{node}")).await?;
                page.click(&selector("first-time:no")).await?;
                page.fragment("#outline-sign-in-method").await?;
            }
            Ok(())
        })
        .await;
    }
}

/// The lowest edge of all nodes that are shown, in the window.
const LOWEST: &str = "Math.max(...[...document.querySelectorAll('[data-map-node]')].map(it => it.getBoundingClientRect()).filter(it => it.height).map(it => it.bottom))";

#[tokio::test]
async fn the_whole_map_fits_a_window_and_the_readers_own_way_a_phone() {
    journey(Journey::default(), async |page| {
        for (address, _) in LANGUAGES {
            page.open(&format!("{address}?view=map")).await?;
            page.shows(&format!("{LOWEST} + scrollY <= 800"), true)
                .await?;
            page.shows("document.documentElement.scrollWidth <= innerWidth", true)
                .await?;
            is_legible(page).await?;
        }
        Ok(())
    })
    .await;
    journey(Journey::at_width(390), async |page| {
        for (address, _) in LANGUAGES {
            for node in ["start", "verification-form", "sign-in-method", "hours-shown"] {
                page.open(&format!("{address}#node={node}&view=map")).await?;
                let height = "document.querySelector('.map__drawing').getBoundingClientRect().height <= 1400";
                page.shows(height, true).await?;
                page.shows("document.documentElement.scrollWidth <= innerWidth", true).await?;
                is_legible(page).await?;
            }
            // The other branches come by a press.
            page.visible("[data-map-node=my-area]", false).await?;
            page.press("show-all-ways").await?;
            page.visible("[data-map-node=my-area]", true).await?;
            is_legible(page).await?;
            page.press("show-all-ways").await?;
            page.visible("[data-map-node=my-area]", false).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn lanes_have_one_edge_ways_in_a_group_stand_in_order_and_the_tail_is_a_line() {
    journey(Journey::default(), async |page| {
        for (address, _) in LANGUAGES {
            page.open(&format!("{address}?view=map")).await?;
            let edges = |what: &str, edge: &str| {
                format!("new Set([...document.querySelectorAll('{what}')].map(it => it.getBoundingClientRect()).filter(it => it.height).map(it => Math.round(it.{edge}))).size")
            };
            page.shows(&edges(".map__lane", "top"), 1).await?;
            page.shows(&edges(".map__node:not(.map__node--trouble)", "width"), 1).await?;
            let order = |edge: &str, nodes: &[&str]| {
                format!("(tops => tops.every((it, n) => !n || tops[n - 1] < it))({}.map(id => document.querySelector(`[data-map-node=${{id}}]`).getBoundingClientRect().{edge}))", json!(nodes))
            };
            let methods = ["sign-in-citizen-certificate", "sign-in-health-card", "sign-in-mobile-id", "sign-in-password"];
            page.shows(&order("top", &methods), true).await?;
            let tail = ["application-systems", "group-d", "system-d6", "personal-folder", "hours-shown"];
            page.shows(&order("left", &tail), true).await?;
            // Each line of the way itself is there once, and has a length.
            let lines = "[...document.querySelectorAll('.map__line:not(.map__line--side)')].every(it => it.querySelector('.map__wide').getTotalLength() > 4)";
            page.shows(lines, true).await?;
            let twice = "(names => names.length - new Set(names).size)([...document.querySelectorAll('[data-map-node]')].map(it => it.dataset.mapNode))";
            page.shows(twice, 0).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn troubles_are_badges_whose_ways_are_drawn_when_asked_for() {
    journey(Journey::default(), async |page| {
        page.open("/#node=activate-account&view=map").await?;
        let drawn = "[...document.querySelectorAll('.map__line--side')].filter(it => it.checkVisibility({ visibilityProperty: true })).length";
        page.shows(drawn, 0).await?;
        page.press("show-troubles").await?;
        page.shows(&format!("{drawn} > 6"), true).await?;
        page.press("show-troubles").await?;
        page.shows(drawn, 0).await?;
        // A press goes there and draws its ways, a second one leads back, and so does Escape.
        page.click(&selector("no-mail")).await?;
        at(page, "no-mail").await?;
        page.shows(&format!("{drawn} > 0"), true).await?;
        page.click(&selector("no-mail")).await?;
        at(page, "activate-account").await?;
        page.shows(drawn, 0).await?;
        page.click(&selector("no-mail")).await?;
        at(page, "no-mail").await?;
        page.keys(Key::Escape).await?;
        at(page, "activate-account").await?;
        // Escape closes it with its panel, or without one: nothing opens.
        page.visible("[data-action=close-panel]", false).await?;
        page.open("/#node=activate-account&view=map").await?;
        page.click(&selector("no-mail")).await?;
        at(page, "no-mail").await?;
        page.press("close-panel").await?;
        page.focused(&selector("no-mail")).await?;
        page.keys(Key::Escape).await?;
        at(page, "activate-account").await?;
        page.visible("[data-action=close-panel]", false).await?;
        // A badge can be pressed on 24 pixels and more.
        let small = "[...document.querySelectorAll('.map__node--trouble')].map(it => it.getBoundingClientRect()).filter(it => it.width < 24 || it.height < 24).length";
        page.shows(small, 0).await
    })
    .await;
}

#[tokio::test]
async fn more_space_between_letters_keeps_the_map_within_its_boxes() {
    journey(Journey::default(), async |page| {
        for width in [1280, 390] {
            page.look(Look { width, ..Look::default() }).await?;
            page.open("/en/#node=verification-form&view=map").await?;
            // WCAG 1.4.12, as a reader's own style sheet asks for it.
            let spaced = "(() => { const sheet = new CSSStyleSheet();
                sheet.replaceSync('* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }');
                document.adoptedStyleSheets = [sheet]; })()";
            page.value(spaced).await?;
            is_legible(page).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_picture_that_is_saved_stands_alone() {
    for (width, narrow) in [(1280, false), (320, true)] {
        journey(Journey::at_width(width), async |page| {
            page.open("/#node=credential&view=map").await?;
            // The file that would be saved, kept in the page instead.
            page.value("HTMLAnchorElement.prototype.click = function () { window.saved = [this.download, this.href]; }")
                .await?;
            page.press("save-map").await?;
            page.shows("window.saved[0]", "learning-hours-map.svg").await?;
            let picture = "(text => {
                const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
                const all = [...svg.querySelectorAll('text, rect, path')];
                return [svg.localName, svg.getAttribute('font-family').includes('sans-serif'), /var\\(|class=/.test(text),
                    all.every(e => /^(rgb\\(|none)/.test(e.getAttribute('fill'))), svg.querySelectorAll('[data-map-node] text').length > 2, svg.querySelectorAll('[href]').length,
                    svg.getAttribute('viewBox').split(' ')[2] < 400, svg.textContent.includes('http') && svg.textContent.includes(document.title)];
            })(decodeURIComponent(window.saved[1].split(',').slice(1).join()))";
            page.shows(picture, json!(["svg", true, false, true, true, 0, narrow, true])).await
        })
        .await;
    }
}

#[tokio::test]
async fn on_paper_the_map_takes_one_page() {
    journey(Journey::default(), async |page| {
        for (address, _) in LANGUAGES {
            page.open(&format!("{address}#node=set-account&view=map"))
                .await?;
            page.shows("document.querySelectorAll('.map__paper time').length", 1)
                .await?;
            for paper in [Paper::A4, Paper::LETTER] {
                for paper in [paper, paper.turned()] {
                    assert_eq!(page.sheets(paper).await?, 1, "{address} on {paper:?}");
                }
            }
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn tab_leads_from_the_switches_to_the_current_node_of_the_map() {
    journey(Journey::default(), async |page| {
        page.open("/").await?;
        tab_to(page, "[data-action=view-map]").await?;
        page.keys(Key::Enter).await?;
        page.view("map").await?;
        page.focused("#map-title").await?;
        page.keys(Key::Tab).await?;
        tab_to(page, "[data-map-node=start]").await
    })
    .await;
}

#[tokio::test]
async fn presses_that_follow_each_other_at_once_leave_one_current_node() {
    journey(Journey::default(), async |page| {
        page.open("/?view=map").await?;
        // Each in a task of its own, and all before the marks that come a moment later.
        let presses = "
            const done = arguments[0];
            (async () => {
                for (const id of ['first-time', 'credential', 'first-time', 'sign-in-method', 'first-time']) {
                    document.querySelector(`[data-map-node='${id}']`)
                        .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
                    await new Promise(done => setTimeout(done));
                }
                done(null);
            })()";
        page.run(presses, Vec::new()).await?;
        for state in ["[data-state='current']", "[aria-current='step']", "[tabindex='0']"] {
            page.shows(
                &format!(
                    "[...document.querySelectorAll(\"[data-map-node]{state}\")].map(it => it.dataset.mapNode).join()"
                ),
                "first-time",
            )
            .await?;
        }
        Ok(())
    })
    .await;
}

/// Waits until the step beside the map lies in the window, and the node within what it leaves free.
async fn leaves_free(page: &Page, node: &str) -> Result<()> {
    let faults = format!(
        "(() => {{
            const panel = document.querySelector('.panel__step').getBoundingClientRect();
            const shapes = [...document.querySelectorAll('[data-map-node={node}] :is(rect, path)')].map(it => it.getBoundingClientRect());
            const node = shapes.find(it => it.height);
            const faults = [];
            if (panel.top < 0 || panel.bottom > innerHeight + 1) faults.push(`outside: ${{panel.top}} to ${{panel.bottom}} of ${{innerHeight}}`);
            if (node.bottom > innerHeight || node.top < 0) faults.push('out of sight');
            if (node.left < panel.right && panel.left < node.right && node.top < panel.bottom && panel.top < node.bottom) faults.push('covered');
            return faults;
        }})()"
    );
    page.shows(&faults, json!([])).await
}

/// The title beside the map is that of this node in the guide.
async fn is_beside(page: &Page, node: &str) -> Result<()> {
    page.view("map").await?;
    at(page, node).await?;
    let title = format!(
        "document.querySelector('#panel-title')?.textContent === document.querySelector('[data-node=\"{node}\"] h2').textContent"
    );
    page.shows(&title, true).await
}

#[tokio::test]
async fn a_press_on_the_map_shows_the_step_on_the_side_away_from_it() {
    journey(Journey::default(), async |page| {
        for (address, _) in LANGUAGES {
            page.open(&format!("{address}?view=map")).await?;
            page.visible("[data-part=panel]", false).await?;
            for node in [
                "first-time",
                "my-area",
                "verification-form",
                "sign-in-password",
                "hours-shown",
            ] {
                page.click(&selector(node)).await?;
                is_beside(page, node).await?;
                leaves_free(page, node).await?;
                page.focused(&selector(node)).await?;
                page.keys(Key::Escape).await?;
                page.visible("[data-part=panel]", false).await?;
                page.focused(&selector(node)).await?;
            }
            page.click(&selector("application-systems")).await?;
            page.shows(
                "Math.round(document.querySelector('.panel__step').getBoundingClientRect().width)",
                400,
            )
            .await?;
            page.click("[data-part=panel] [data-action=next]").await?;
            is_beside(page, "group-d").await?;
            page.focused("#panel-title").await?;
            page.click("[data-part=panel] [data-action=next]").await?;
            is_beside(page, "system-d6").await?;
            page.press("close-panel").await?;
            page.visible("[data-part=panel]", false).await?;
            page.focused(&selector("system-d6")).await?;
            page.click(&selector("first-time")).await?;
            page.click("[data-part=panel] [data-answer='first-time:no']")
                .await?;
            is_beside(page, "sign-in-method").await?;
            page.press("view-guided").await?;
            page.press("view-map").await?;
            page.view("map").await?;
            page.visible("[data-part=panel]", false).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn on_a_narrow_map_the_step_is_a_bar_at_the_lower_edge() {
    journey(Journey::at_width(390), async |page| {
        for (address, _) in LANGUAGES {
            page.open(&format!("{address}?view=map#node=sign-in-health-card"))
                .await?;
            for node in ["group-d", "application-systems"] {
                page.click(&selector(node)).await?;
                is_beside(page, node).await?;
                leaves_free(page, node).await?;
                // Where the map ends before the window does, the bar follows it.
                let bar = "(([map, it]) => [Math.round(it.bottom) >= innerHeight - 1 || it.top >= map.bottom, it.height <= 200, Math.round(it.width) > 340])\
                    (['.map__drawing', '.panel'].map(it => document.querySelector(it).getBoundingClientRect()))";
                page.shows(bar, json!([true, true, true])).await?;
                page.keys(Key::Escape).await?;
                page.visible("[data-part=panel]", false).await?;
            }
            page.click(&selector("application-systems")).await?;
            page.click("[data-part=panel] [data-action=next]").await?;
            is_beside(page, "group-d").await?;
            page.focused("#panel-title").await?;
            page.click(".panel__guide").await?;
            page.view("guided").await?;
            page.at("group-d").await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn on_a_narrow_map_the_problems_are_called_by_their_names() {
    let names = "[...document.querySelectorAll('.map__problems a')].filter(it => it.checkVisibility() && it.textContent.trim()).length";
    for (width, count) in [(390, 8), (1280, 0)] {
        journey(Journey::at_width(width), async |page| {
            for (address, _) in LANGUAGES {
                page.open(&format!("{address}?view=map")).await?;
                page.press("show-troubles").await?;
                page.shows(names, count).await?;
                if count > 0 {
                    page.click(".map__problems a").await?;
                    at(page, "credential-fails").await?;
                    page.focused(&selector("credential-fails")).await?;
                    is_legible(page).await?;
                }
                page.press("show-troubles").await?;
                page.shows(names, 0).await?;
            }
            Ok(())
        })
        .await;
    }
}
