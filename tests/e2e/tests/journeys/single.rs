//! The single file: from a server, from a disk, in a sandboxed frame, under odd headers, saved by a browser, and damaged.

use std::fs;
use std::path::Path;

use e2e::{Change, Journey, Look, Page, Result, journey, json, setting};

use crate::accessibility::violations;
use crate::failures::reads_without_program;

/// The files and the `lang` of each.
const FILES: [(&str, &str); 2] = [("guide.html", "zh-Hant"), ("guide.en.html", "en")];

/// The buttons that can only be pressed where something can leave the frame.
const OUTWARD: [&str; 3] = ["print", "save-csv", "save-map"];

fn noisy() -> Journey {
    Journey {
        noisy: true,
        ..Journey::default()
    }
}

/// Guide, map and hours answer.
pub(crate) async fn works(page: &Page) -> Result<()> {
    page.arrives("ready").await?;
    page.press("view-guided").await?;
    page.press("next").await?;
    page.at("first-time").await?;
    page.answer("first-time:no").await?;
    page.at("sign-in-method").await?;
    page.press("view-map").await?;
    page.attribute(
        "[data-map-node=sign-in-method]",
        "data-state",
        Some("current"),
    )
    .await?;
    page.press("view-hours").await?;
    page.fill("mandatory", "7.5").await?;
    page.verdict("manual-10/mandatory", "short", Some("7.5"), Some("2.5"))
        .await
}

/// A host page with this frame, served as `/host.html`.
async fn hosted(page: &Page, attributes: &str) -> Result<()> {
    let host = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Host</title><link rel=icon href=data:,>\
         <iframe width=1000 height=700 title=Guide {attributes} onload='this.dataset.loaded = 1'></iframe>"
    );
    page.change("/host.html", Change::default().body(host));
    page.go("/host.html").await?;
    // Within the first page of a frame, which is empty, nothing should be looked for.
    page.attribute("iframe", "data-loaded", Some("1")).await?;
    page.enter("iframe").await
}

/// The file as it was built.
fn built(file: &str) -> String {
    fs::read_to_string(Path::new(&setting("DIST_DIR")).join(file)).expect("the build has this file")
}

/// Whether printing and saving are offered, and if not, what is said in their place.
async fn offers_what_leaves(page: &Page, expect: bool) -> Result<()> {
    page.arrives("ready").await?;
    let view = |action: &str| match action {
        "save-map" => "view-map",
        _ => "view-hours",
    };
    for action in OUTWARD {
        page.press(view(action)).await?;
        page.visible(&format!("[data-action={action}]"), expect)
            .await?;
        page.visible(".notice--closed", !expect).await?;
    }
    Ok(())
}

#[tokio::test]
async fn it_asks_for_nothing_but_itself() {
    journey(Journey::default(), async |page| {
        for (file, lang) in FILES {
            let address = format!("/{file}");
            page.go(&address).await?;
            page.attribute("html", "data-app", Some("ready")).await?;
            assert_eq!(page.requests(), [address]);
            page.speaks(lang).await?;
            works(page).await?;
            // There is no other file beside it.
            page.shows(
                "document.querySelectorAll('#language, link[href]:not([rel=icon])').length",
                0,
            )
            .await?;
            offers_what_leaves(page, true).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn it_works_from_a_disk() {
    journey(Journey::default(), async |page| {
        for (file, lang) in FILES {
            page.go_to_file(&format!("{file}?theme=dark#node=group-d"))
                .await?;
            page.at("group-d").await?;
            page.press("view-guided").await?;
            page.press("restart").await?;
            page.at("start").await?;
            page.attribute("html", "data-theme", Some("dark")).await?;
            page.speaks(lang).await?;
            works(page).await?;
            page.fragment("#node=sign-in-method&view=hours").await?;
            offers_what_leaves(page, true).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn it_works_in_a_frame_without_an_origin_and_offers_nothing_that_cannot_leave_it() {
    for (file, lang) in FILES {
        journey(Journey::default(), async |page| {
            let frame = format!("sandbox=allow-scripts src='/{file}?view=hours#node=group-d'");
            hosted(page, &frame).await?;
            page.shows("self.origin", "null").await?;
            page.speaks(lang).await?;
            page.at("group-d").await?;
            page.press("view-guided").await?;
            page.press("restart").await?;
            page.at("start").await?;
            works(page).await?;
            offers_what_leaves(page, false).await?;
            let shown = "(a => a.href === a.innerText.replace(/（.*|\\(.*/s, '').trim() && a.href === location.href.split('#')[0])\
                         (document.querySelector('.notice--closed a'))";
            page.shows(shown, true).await
        })
        .await;
    }
}

#[tokio::test]
async fn it_offers_everything_in_a_frame_that_keeps_its_origin() {
    journey(Journey::default(), async |page| {
        hosted(page, "src=/guide.html").await?;
        works(page).await?;
        offers_what_leaves(page, true).await
    })
    .await;
}

#[tokio::test]
async fn it_works_as_the_text_of_a_frame() {
    journey(Journey::default(), async |page| {
        let text = built("guide.html")
            .replace('&', "&amp;")
            .replace('"', "&quot;");
        hosted(page, &format!("sandbox=allow-scripts srcdoc=\"{text}\"")).await?;
        works(page).await?;
        offers_what_leaves(page, false).await?;
        // Such a page has no address.
        page.shows(
            "document.querySelector('.notice--closed a')",
            e2e::json!(null),
        )
        .await
    })
    .await;
}

#[tokio::test]
async fn it_works_under_odd_headers() {
    for kind in [
        "text/html",
        "text/html; charset=big5",
        "text/html; charset=iso-8859-1",
    ] {
        journey(Journey::default(), async |page| {
            let headers = Change::default()
                .header("Content-Type", kind)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "inline; filename=\"x\"");
            page.change("/guide.html", headers);
            page.go("/guide.html").await?;
            works(page).await?;
            page.shows("document.title.slice(0, 8)", "終身學習時數查詢")
                .await
        })
        .await;
    }
}

#[tokio::test]
async fn a_copy_saved_from_the_living_page_works() {
    journey(Journey::default(), async |page| {
        page.go("/guide.html").await?;
        works(page).await?;
        let copy = page
            .value("'<!doctype html>' + document.documentElement.outerHTML")
            .await?;
        let copy = copy.as_str().expect("a text").to_owned();
        page.change("/copy.html", Change::default().body(copy));
        page.go("/copy.html").await?;
        page.shows("document.querySelectorAll('[name=mandatory]').length", 1)
            .await?;
        works(page).await?;
        page.press("view-guided").await?;
        page.press("restart").await?;
        page.at("start").await
    })
    .await;
}

#[tokio::test]
async fn a_base_that_somebody_has_put_into_the_file_changes_no_address() {
    journey(Journey::default(), async |page| {
        let based = built("guide.html").replacen("<head>", "<head><base href=\"/\">", 1);
        page.change("/folder/guide.html", Change::default().body(based));
        page.go("/folder/guide.html?theme=dark").await?;
        works(page).await?;
        page.press("view-map").await?;
        page.shows(
            "[location.pathname, location.search, location.hash.includes('view=map')]",
            json!(["/folder/guide.html", "?theme=dark", true]),
        )
        .await
    })
    .await;
}

#[tokio::test]
async fn a_browser_that_cannot_unpack_is_a_failure_that_shows() {
    journey(noisy(), async |page| {
        for (file, _) in FILES {
            let built = built(file);
            // In place of the policy, which lets nobody else's script run.
            let (before, policy) = built
                .split_once("<meta http-equiv=\"content-security-policy\"")
                .expect("a policy");
            let (_, after) = policy.split_once('>').expect("its end");
            let old = "<script>delete self.DecompressionStream</script>";
            let body = [before, old, after].concat();
            page.change(&format!("/{file}"), Change::default().body(body));
            fails(page, file).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_damaged_file_is_a_failure_that_shows() {
    let damages: [fn(&str) -> String; 4] = [
        |packed| packed.replacen(&packed[5_000..5_008], "%%%%%%%%", 1),
        |packed| packed.replacen(&packed[5_000..5_008], "AAAAAAAA", 1),
        |packed| packed[..packed.len() - 4_000].to_owned(),
        |_| String::new(),
    ];
    for damage in damages {
        journey(noisy(), async |page| {
            let built = built("guide.en.html");
            let (before, packed) = built.split_once(" id=\"packed\">").expect("what is packed");
            let (packed, after) = packed.split_once('<').expect("its end");
            let body = [before, " id=\"packed\">", &damage(packed), "<", after].concat();
            page.change("/guide.en.html", Change::default().body(body));
            fails(page, "guide.en.html").await
        })
        .await;
    }
}

#[tokio::test]
async fn a_frame_that_forbids_programs_is_a_failure_that_shows() {
    journey(noisy(), async |page| {
        let policy = "script-src 'unsafe-inline'";
        page.change(
            "/guide.html",
            Change::default().header("Content-Security-Policy", policy),
        );
        fails(page, "guide.html").await
    })
    .await;
}

/// The page says that it cannot start, and reads.
async fn fails(page: &Page, file: &str) -> Result<()> {
    page.go(&format!("/{file}#node=group-d")).await?;
    page.arrives("failed").await?;
    page.visible("[class*=notice--failed]", true).await?;
    reads_without_program(page).await?;
    let top =
        "Math.abs(document.getElementById('outline-group-d').getBoundingClientRect().top) < 60";
    page.shows(top, true).await?;
    page.press("next").await?;
    page.fragment("#outline-first-time").await
}

#[tokio::test]
async fn without_scripts_it_reads() {
    let settings = Journey {
        look: Look {
            scripts: false,
            ..Look::default()
        },
        ..Journey::default()
    };
    journey(settings, async |page| {
        for (file, _) in FILES {
            page.go(&format!("/{file}")).await?;
            page.arrives("static").await?;
            reads_without_program(page).await?;
            page.visible(".notice--closed", false).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_a_closed_frame_is_told_has_no_violations() {
    let axe = fs::read_to_string(setting("AXE_PATH")).expect("axe-core can be read");
    for dark in [false, true] {
        journey(Journey::in_colours(dark), async |page| {
            for (file, _) in FILES {
                for view in ["hours", "map"] {
                    let frame = format!("sandbox=allow-scripts src='/{file}?view={view}'");
                    hosted(page, &frame).await?;
                    page.arrives("ready").await?;
                    page.visible(".notice--closed", true).await?;
                    let found = violations(page, &axe).await?;
                    assert!(found.is_empty(), "{file} {view} {found:#?}");
                }
            }
            Ok(())
        })
        .await;
    }
}
