//! Before the program arrives: what the reader types and clicks then is not lost.

use e2e::{Journey, LANGUAGES, Page, Result, journey};

/// Notes what moves from here on: an engine that sees it is asked, and in each the places of what begins in the window are compared.
/// It is asked about what came before as well, unless the browser has jumped to a place meanwhile:
/// Chromium takes what the frame before a jump showed elsewhere for something that moved.
const WATCH: &str = "(() => {
    window.moved = [];
    if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
        new PerformanceObserver(list => moved.push(...list.getEntries().filter(it => !it.hadRecentInput).map(it => it.value))).observe({ type: 'layout-shift', buffered: !location.hash });
    const places = () => new Map([...document.querySelectorAll('body *')].filter(it => it.checkVisibility())
        .map(it => [it, it.getBoundingClientRect()]).filter(([, it]) => it.width && it.top >= 0 && it.top < innerHeight));
    const before = places();
    window.look = () => {
        for (const [it, place] of places()) {
            const was = before.get(it) || place;
            if (Math.hypot(place.x - was.x, place.y - was.y) > 1) moved.push(it.outerHTML.slice(0, 200));
        }
        return moved;
    };
})()";

/// Two frames, after which whatever moved has been seen.
async fn frames(page: &Page) -> Result<()> {
    let frames = "requestAnimationFrame(() => requestAnimationFrame(arguments[0]))";
    page.run(frames, Vec::new()).await?;
    Ok(())
}

/// The elements that have moved since, and the layout shifts.
async fn moved(page: &Page) -> Result<e2e::Value> {
    frames(page).await?;
    page.value("look()").await
}

#[tokio::test]
async fn text_typed_before_the_program_arrives_survives_and_is_judged() {
    journey(Journey::default(), async |page| {
        page.hold_program();
        page.go("/en/?view=hours").await?;
        page.fill("mandatory", "7.5").await?;
        page.fill("policy", "one").await?;
        page.shows("document.documentElement.dataset.app", "static")
            .await?;
        page.release();
        page.arrives("ready").await?;
        page.holds("mandatory", "7.5").await?;
        page.holds("policy", "one").await?;
        page.verdict("manual-10/mandatory", "short", Some("7.5"), Some("2.5"))
            .await?;
        page.attribute("input[name=policy]", "aria-invalid", Some("true"))
            .await?;
        page.view("hours").await?;
        // The field that had the focus still has it.
        page.focused("input[name=policy]").await?;
        page.keys("!").await?;
        page.holds("policy", "one!").await
    })
    .await;
}

#[tokio::test]
async fn the_program_takes_over_what_stands_in_the_page_and_makes_nothing_anew() {
    for address in ["/", "/en/", "/?view=hours", "/embed.html"] {
        journey(Journey::default(), async |page| {
            page.hold_program();
            page.go(address).await?;
            let mark = "for (const it of document.querySelectorAll('#app *')) it.stood = true";
            page.value(&format!("(() => {{ {mark} }})()")).await?;
            page.release();
            page.arrives("ready").await?;
            // But for the reader's own day.
            let made = "[...document.querySelectorAll('#app *')].filter(it => !it.stood && !it.closest('.sheet-head')).map(it => it.outerHTML.slice(0, 100)).slice(0, 3)";
            page.shows(made, e2e::json!([])).await
        })
        .await;
    }
}

/// Does something before each task in which the program takes over, as somebody would between them.
fn meanwhile(act: &str) -> String {
    let tasks = "(() => { let task = 0; const later = setTimeout; window.setTimeout = (next, ...more) => later(() => {
        task += 1;
        if (document.documentElement.dataset.app == 'static') { ACT }
        next();
    }, ...more) })()";
    tasks.replace("ACT", act)
}

/// Whether a rule of history is tried.
const TRIED: &str = "document.querySelector(\"[name='ask-school-107-permanent']\").checked";

/// The sections that are unfolded in the hours.
const UNFOLDED: &str =
    "[...document.querySelectorAll('#hours details[open]')].map(it => it.className)";

#[tokio::test]
async fn text_typed_while_the_program_takes_over_is_not_lost() {
    journey(Journey::default(), async |page| {
        page.hold_program();
        page.go("/?view=hours").await?;
        page.fill("policy", "7.5").await?;
        page.fill("mandatory", "1").await?;
        page.value(&format!("void ({TRIED} = true)")).await?;
        let key = "const field = document.querySelector('[name=mandatory]');
            field.value += task;
            window.typed = field.value;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
        page.value(&meanwhile(key)).await?;
        page.release();
        page.arrives("ready").await?;
        page.shows("typed.length > 3", true).await?;
        page.holds("policy", "7.5").await?;
        // The program knows both as well, and leaves them when it renders again.
        page.fill("environment", "1").await?;
        page.shows(
            "document.querySelector('[name=mandatory]').value == typed",
            true,
        )
        .await?;
        page.holds("policy", "7.5").await?;
        page.shows(TRIED, true).await?;
        page.attribute(
            "[data-requirement='school-107-permanent/total']",
            "data-need",
            Some("50"),
        )
        .await
    })
    .await;
}

#[tokio::test]
async fn text_typed_into_a_page_that_something_has_rewritten_is_not_lost() {
    // A translation wraps texts, a helper for passwords puts something beside a field.
    let wrap =
        "(it => it.innerHTML = `<font>${it.innerHTML}</font>`)(document.querySelector('PLACE'))";
    for rewrite in [
        wrap.replace("PLACE", "#guided h2"),
        wrap.replace("PLACE", "[for=row-mandatory]"),
        "document.querySelector('[name=mandatory]').after(document.createElement('i'))".to_owned(),
        "document.querySelector('#hours').replaceWith(document.querySelector('#hours').cloneNode(true))".to_owned(),
        "document.getElementById('app').append(document.createElement('i'))".to_owned(),
        "document.getElementById('app').prepend(document.createElement('i'))".to_owned(),
        "document.getElementById('guided').after(document.createElement('i'))".to_owned(),
    ] {
        journey(Journey::default(), async |page| {
            page.hold_program();
            page.go("/?view=hours").await?;
            page.value(&format!("void ({rewrite})")).await?;
            page.fill("policy", "one").await?;
            page.value(&format!("void ({TRIED} = true)")).await?;
            page.value("void (document.querySelector('.sources').open = true)").await?;
            page.fill("mandatory", "7.5").await?;
            page.shows("document.documentElement.dataset.app", "static")
                .await?;
            page.release();
            page.arrives("ready").await?;
            page.holds("policy", "one").await?;
            page.focused("input[name=mandatory]").await?;
            page.keys("1").await?;
            page.holds("mandatory", "7.51").await?;
            page.verdict("manual-10/mandatory", "short", Some("7.51"), Some("2.49"))
                .await?;
            page.shows(TRIED, true).await?;
            page.shows(UNFOLDED, e2e::json!(["fold sources"])).await?;
            let parts = "[...document.querySelectorAll('#app > [id$=-root] > *')].map(it => it.id || it.localName)";
            page.shows(parts, e2e::json!(["guided", "hours"]))
                .await?;
            page.view("hours").await
        })
        .await;
    }
}

#[tokio::test]
async fn a_page_that_something_has_rewritten_opens_where_it_is_asked_to_and_chooses_nothing() {
    for rewrite in [
        "document.querySelector('#hours-title').innerHTML = '<font>X</font>'",
        "document.querySelector('#hours p').remove()",
        // As many elements as before.
        "document.querySelector('#guided-title').outerHTML = '<h3 id=guided-title>X</h3>'",
    ] {
        journey(Journey::default(), async |page| {
            page.hold_program();
            page.go("/#node=group-d").await?;
            page.value(&format!("void ({rewrite})")).await?;
            page.release();
            page.arrives("ready").await?;
            page.at("group-d").await?;
            page.view("guided").await?;
            page.shows(TRIED, false).await
        })
        .await;
    }
}

/// Puts what is read into other elements, as a translator does, which leaves the texts of the program outside of the page.
const TRANSLATE: &str = "(() => {
    const walker = document.createTreeWalker(document.getElementById('main'), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
        if (!text.data.trim() || text.parentElement.closest('script,style,option,svg')) continue;
        const font = document.createElement('font');
        font.innerHTML = '<font></font>';
        font.firstChild.textContent = text.data;
        text.replaceWith(font);
    }
})()";

#[tokio::test]
async fn a_translation_of_the_living_page_leaves_no_old_verdict_and_no_failure() {
    let settings = Journey {
        requests: vec!["/en/index.html"],
        ..Journey::default()
    };
    journey(settings, async |page| {
        page.open("/?view=hours").await?;
        page.value(TRANSLATE).await?;
        page.fill("environment", "4").await?;
        page.verdict("manual-10/environment", "met", Some("4"), None)
            .await?;
        let said =
            "document.querySelector(\"[data-requirement='manual-10/environment']\").textContent";
        page.shows(said, "已達 4").await?;
        page.fill("environment", "1").await?;
        page.shows(said, "差 3（需 4）").await?;
        let summary =
            "document.querySelector('[data-part=verdict]').textContent.includes('環境教育')";
        page.shows(summary, true).await?;
        page.press("view-guided").await?;
        page.press("next").await?;
        page.at("first-time").await?;
        page.press("view-map").await?;
        page.press("switch-language").await?;
        page.attribute("html", "lang", Some("en")).await?;
        page.press("view-hours").await?;
        page.shows(said, "3 short (needs 4)").await?;
        page.shows("document.documentElement.dataset.app", "ready")
            .await
    })
    .await;
}

#[tokio::test]
async fn a_change_of_language_after_a_translation_leaves_no_word_of_the_language_before() {
    let settings = Journey {
        requests: vec!["/en/index.html"],
        ..Journey::default()
    };
    journey(settings, async |page| {
        let words = |view: &str| format!("document.getElementById('{view}').textContent");
        let views = ["guided", "hours", "map"];
        let mut expect = Vec::new();
        for address in ["/en/index.html?view=hours", "/?view=hours"] {
            page.open(address).await?;
            page.press("open-paste").await?;
            page.fill("mandatory", "7.5").await?;
            page.replace("[name=paste]", "X").await?;
            // The field of hours was left, which is told once.
            let told = "document.querySelector('.hours__side > [role=status]').textContent != ''";
            page.shows(told, true).await?;
            if expect.is_empty() {
                for view in views {
                    expect.push(page.value(&words(view)).await?);
                }
            }
        }
        page.value("void (document.querySelector('.sources').open = true)")
            .await?;
        page.value(TRANSLATE).await?;
        page.press("switch-language").await?;
        page.speaks("en").await?;
        for (view, expect) in views.into_iter().zip(expect) {
            page.shows(&words(view), expect).await?;
        }
        page.view("hours").await?;
        page.holds("mandatory", "7.5").await?;
        page.shows("document.getElementById('paste').value", "X")
            .await?;
        page.shows(UNFOLDED, e2e::json!(["fold sources"])).await?;
        page.focused("[data-action=switch-language]").await
    })
    .await;
}

#[tokio::test]
async fn a_way_back_while_the_program_takes_over_leaves_one_view() {
    for task in 3..=5 {
        journey(Journey::default(), async |page| {
            page.hold_program();
            page.go("/#view=guided").await?;
            let back = "if (task == N) location.hash = ''";
            let back = back.replace('N', &task.to_string());
            page.value(&meanwhile(&back)).await?;
            page.release();
            page.arrives("ready").await?;
            page.shows(
                "[...document.querySelectorAll('[data-view]')].every(it => it.checkVisibility() && !it.hidden)",
                false,
            )
            .await?;
            page.shows("'showing' in document.documentElement.dataset", true)
                .await
        })
        .await;
    }
}

#[tokio::test]
async fn a_page_loaded_again_forgets_what_was_chosen() {
    journey(Journey::default(), async |page| {
        page.open("/?view=hours").await?;
        page.click(".history summary").await?;
        page.click("[name='ask-school-107-permanent']").await?;
        page.choose("staff", "permanent").await?;
        page.fill("mandatory", "7").await?;
        page.value("void location.replace('#view=guided')").await?;
        page.view("guided").await?;
        page.value("(document.documentElement.dataset.app = 'old', location.reload())")
            .await?;
        page.arrives("ready").await?;
        page.view("guided").await?;
        page.shows(TRIED, false).await?;
        page.shows("document.querySelector('[name=staff]')", e2e::Value::Null)
            .await?;
        page.holds("mandatory", "").await
    })
    .await;
}

#[tokio::test]
async fn a_click_while_the_program_takes_over_is_followed() {
    // The last of them is the one that makes the page ready.
    for task in 2..=5 {
        journey(Journey::default(), async |page| {
            page.hold_program();
            page.go("/").await?;
            let press = "if (task == N) { document.querySelector('[data-action=next]').click(); window.pressed = true }";
            let press = press.replace('N', &task.to_string());
            page.value(&meanwhile(&press)).await?;
            page.release();
            page.arrives("ready").await?;
            page.shows("window.pressed", true).await?;
            page.at("first-time").await?;
            page.view("guided").await
        })
        .await;
    }
}

#[tokio::test]
async fn a_click_before_the_program_arrives_leads_to_the_right_place() {
    let next = ("[data-action=next]", "#outline-first-time");
    let hours = ("[data-action=view-hours]", "#hours");
    let node = ("[data-map-node=first-time]", "#outline-first-time");
    for (address, (click, fragment), node, view) in [
        ("/", next, "first-time", "outline"),
        ("/", hours, "start", "hours"),
        // Where one view is shown alone, its links lead to places that are hidden until then.
        ("/?view=guided", next, "first-time", "outline"),
        ("/?view=map", hours, "start", "hours"),
        ("/?view=map", node, "first-time", "outline"),
        ("/embed.html", next, "first-time", "outline"),
    ] {
        journey(Journey::default(), async |page| {
            page.hold_program();
            page.go(address).await?;
            page.visible(click, true).await?;
            page.click(click).await?;
            page.fragment(fragment).await?;
            let place = "document.querySelector(':target').getBoundingClientRect()";
            let is_seen = [place, ".top < innerHeight && ", place, ".height > 0"];
            page.shows(&is_seen.concat(), true).await?;
            page.shows("document.documentElement.dataset.app", "static")
                .await?;
            // The place that a jump shows is laid out by then.
            frames(page).await?;
            page.value(WATCH).await?;
            page.release();
            page.arrives("ready").await?;
            assert_eq!(moved(page).await?, e2e::json!([]), "{address} {click}");
            page.at(node).await?;
            page.view(view).await
        })
        .await;
    }
}

#[tokio::test]
async fn the_way_back_before_the_program_arrives_leads_where_one_was() {
    for (address, view) in [("/", "hours"), ("/?view=guided", "guided")] {
        journey(Journey::default(), async |page| {
            page.hold_program();
            page.go(address).await?;
            page.click("[data-action=next]").await?;
            page.fragment("#outline-first-time").await?;
            page.visible("[data-view=guided]", false).await?;
            page.value("void history.back()").await?;
            page.fragment("").await?;
            page.visible("[data-view=guided]", true).await?;
            page.visible(&format!("[data-view={view}]"), true).await?;
            page.shows("document.documentElement.dataset.app", "static")
                .await?;
            page.release();
            page.arrives("ready").await?;
            page.view("guided").await
        })
        .await;
    }
}

#[tokio::test]
async fn the_whole_page_can_be_read_before_the_program_arrives() {
    journey(Journey::default(), async |page| {
        page.hold_program();
        page.go("/").await?;
        for place in [
            "[data-node=start]",
            "#outline-hours-shown",
            "[data-requirement='central-20/business-related']",
        ] {
            page.visible(place, true).await?;
        }
        page.visible("[class*=notice--failed]", false).await?;
        page.shows("document.documentElement.dataset.app", "static")
            .await?;
        page.release();
        page.arrives("ready").await
    })
    .await;
}

#[tokio::test]
async fn nothing_moves_when_the_program_arrives() {
    for address in [
        "/",
        "/en/",
        "/#view=hours",
        "/#hours",
        "/en/?view=outline",
        "/?view=map",
        "/en/?view=hours",
        "/#outline-group-d",
        "/en/embed.html#outline-hours-shown",
    ] {
        journey(Journey::default(), async |page| {
            page.hold_program();
            page.go(address).await?;
            page.shows("document.readyState", "complete").await?;
            frames(page).await?;
            page.value(WATCH).await?;
            page.release();
            page.arrives("ready").await?;
            assert_eq!(moved(page).await?, e2e::json!([]), "{address}");
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn the_first_tree_of_the_program_is_the_prerendered_tree() {
    // The day, the marks of hydration and those of views that are not shown are the only differences.
    let tree = "document.getElementById('app').innerHTML\
        .replace(/<!--.*?-->| data-nodes=\"[0-9a-f]+\"| hidden=\"until-found\" aria-hidden=\"true\"/g, '')\
        .replace(/(class=\"sheet-head\"><span>.*?<.span>)<span>.*?<.span>/, '$1')";
    for (address, _) in LANGUAGES {
        journey(Journey::default(), async |page| {
            page.hold_program();
            page.go(address).await?;
            page.attribute("html", "data-app", Some("static")).await?;
            let before = page.value(tree).await?;
            // Not a tree like it but itself, or focus, selection and what was opened would be gone.
            let stood =
                "void (window.stood = [...document.querySelectorAll('#app :not(.sheet-head *)')])";
            page.value(stood).await?;
            page.release();
            page.arrives("ready").await?;
            assert_eq!(page.value(tree).await?, before);
            let gone = "window.stood.filter(it => !it.isConnected).map(it => it.outerHTML)";
            assert_eq!(page.value(gone).await?, e2e::json!([]), "{address}");
            Ok(())
        })
        .await;
    }
}

/// Notes where the parts of the full guide begin that begin in the window; `jumped()` tells by how far each has moved since, if at all.
const STAND: &str = "(() => {
    const top = it => it.getBoundingClientRect().top;
    const stood = [...document.querySelectorAll('#outline *')]
        .map(it => [it, top(it)]).filter(([it, y]) => it.checkVisibility() && y >= 0 && y < innerHeight);
    window.jumped = () => stood.map(([it, y]) => Math.round(top(it) - y)).filter(by => Math.abs(by) > 1);
    return stood.length;
})()";

#[tokio::test]
async fn a_reader_who_has_scrolled_stays_there_when_the_program_arrives() {
    // At once, too: what was jumped over is not laid out then.
    for (address, to) in [
        ("/en/embed.html#outline-hours-shown", "scrollY"),
        ("/#outline-group-d", "scrollY + innerHeight / 3"),
        (
            "/?view=outline",
            "document.documentElement.scrollHeight / 2",
        ),
        ("/", "document.documentElement.scrollHeight * 0.8"),
        ("/en/", "document.documentElement.scrollHeight * 0.7"),
    ] {
        journey(Journey::default(), async |page| {
            page.hold_program();
            page.go(address).await?;
            page.shows("document.readyState", "complete").await?;
            page.value(&format!("void scrollTo(0, {to})")).await?;
            frames(page).await?;
            let stood = page.value(STAND).await?;
            assert!(stood.as_u64() > Some(2), "{address}: {stood}");
            page.release();
            page.arrives("ready").await?;
            frames(page).await?;
            let jumped = page.value("jumped()").await?;
            assert_eq!(jumped, e2e::json!([]), "{address}");
            page.view("outline").await
        })
        .await;
    }
}
