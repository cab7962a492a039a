//! Drawings of the official screens: windows with one thing to press, beside a step and in the full guide.

use e2e::{Journey, LANGUAGES, Look, Page, Paper, Result, journey, json};

/// The steps that have a drawing, and what is to be pressed there.
const DRAWN: [(&str, &str); 5] = [
    ("verification-form", "送出"),
    ("application-systems", "應用系統"),
    ("group-d", "D 其他人事總處業務"),
    ("system-d6", "終身學習入口網"),
    ("personal-folder", "個人資料夾"),
];

/// The drawing of the step that is shown, as `it`.
fn drawing(of_it: &str) -> String {
    format!("(it => {of_it})(document.querySelector('[data-view=guided] .screen'))")
}

/// The texts of a drawing that take more lines than every third of their letters, or are cut off.
const TORN: &str = "[...it.querySelectorAll('span, p, em')].filter(piece => {
    const range = document.createRange();
    return [...piece.childNodes].filter(text => text.nodeType === 3 && text.data.trim()).some(text => {
        range.selectNode(text);
        const boxes = [...range.getClientRects()], lines = new Set(boxes.map(box => Math.round(box.top))).size;
        const window = it.getBoundingClientRect();
        return lines > Math.ceil(text.data.trim().length / 3) || boxes.some(box => box.right > window.right || box.left < window.left);
    });
}).map(piece => piece.textContent)";

/// Lays the page out as for paper.
async fn as_on_paper(page: &Page) -> Result<()> {
    let look = Look {
        print: true,
        ..Look::default()
    };
    page.look(look).await
}

#[tokio::test]
async fn a_drawing_is_one_image_with_one_thing_to_press() {
    for width in [320, 390, 1280] {
        journey(Journey::at_width(width), async |page| {
            for (address, _) in LANGUAGES {
                for (node, target) in DRAWN {
                    println!("{address} {node}");
                    // Each at a page of its own: another fragment alone opens none.
                    page.open(&format!("{address}?of={node}#node={node}&view=guided"))
                        .await?;
                    page.at(node).await?;
                    let image = "[it.getAttribute('role'), it.getAttribute('aria-label').includes(arguments[0])]";
                    let image = image.replace("arguments[0]", &json!(target).to_string());
                    page.shows(&drawing(&image), json!(["img", true])).await?;
                    let hidden = "it.children.length === 1 && it.firstElementChild.ariaHidden";
                    page.shows(&drawing(hidden), "true").await?;
                    let pressed = "[...it.querySelectorAll('.screen__target')].map(it => it.textContent.includes(TARGET))"
                        .replace("TARGET", &json!(target).to_string());
                    page.shows(&drawing(&pressed), json!([true])).await?;
                    let pointers = "[...it.querySelectorAll('.screen__pointer')].map(it => it.getClientRects().length)";
                    page.shows(&drawing(pointers), json!([1])).await?;
                    let doubtful = "it.querySelectorAll('a, button, input, [tabindex], img').length";
                    page.shows(&drawing(doubtful), 0).await?;
                    page.shows(&drawing(TORN), json!([])).await?;
                    // Beside the button that goes on it has to fit into the window.
                    let tall = "it.offsetWidth >= 600 && it.offsetHeight > 345";
                    page.shows(&drawing(tall), false).await?;
                }
            }
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn the_way_through_the_menu_is_one_drawing_whose_mark_moves() {
    journey(Journey::default(), async |page| {
        page.open("/#node=application-systems&view=guided").await?;
        let words = "[...it.querySelectorAll('li, p')].map(it => it.textContent.replace('請點這裡', '').trim())";
        let first = page.value(&drawing(words)).await?;
        for (node, target) in [("group-d", "D 其他人事總處業務"), ("system-d6", "D6 終身學習入口網")] {
            page.press("next").await?;
            page.at(node).await?;
            page.shows(&drawing(words), first.clone()).await?;
            let pressed = "it.querySelector('.screen__target > span').textContent.trim()";
            page.shows(&drawing(pressed), target).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_full_guide_has_each_screen_once_folded_on_screen_and_open_on_paper() {
    for (address, _) in LANGUAGES {
        journey(Journey::default(), async |page| {
            page.open(&format!("{address}#view=outline")).await?;
            let seen = "[...document.querySelectorAll('.outline .screen')].map(it => it.checkVisibility({ contentVisibilityAuto: true }))";
            page.shows(seen, json!([false, false, false])).await?;
            let folds = "[...document.querySelectorAll('.outline details')].filter(it => it.open).length";
            page.shows(folds, 0).await?;
            page.click("#outline-system-d6 summary").await?;
            page.shows(seen, json!([false, true, false])).await?;
            page.click("#outline-system-d6 summary").await?;
            as_on_paper(page).await?;
            page.shows(seen, json!([true, true, true])).await
        })
        .await;
    }
}

#[tokio::test]
async fn the_contents_stay_beside_the_full_guide() {
    journey(Journey::default(), async |page| {
        page.open("/#node=hours-missing&view=outline").await?;
        page.focused("body").await?;
        page.value("scrollTo(0, document.body.scrollHeight / 2)")
            .await?;
        let contents = "(([nav, text]) => [nav.top >= 0 && nav.bottom <= innerHeight, Math.round(nav.width), nav.right < text.left, text.width <= 680])\
             (['.outline__contents', '.outline__text'].map(it => document.querySelector(it).getBoundingClientRect()))";
        page.shows(contents, json!([true, 240, true, true])).await
    })
    .await;
    journey(Journey::at_width(390), async |page| {
        page.open("/#view=outline").await?;
        let above = "(([nav, text]) => nav.bottom <= text.top)(['.outline__contents', '.outline__text'].map(it => document.querySelector(it).getBoundingClientRect()))";
        page.shows(above, true).await
    })
    .await;
}

/// The nodes of the full guide that are seen, in their order.
const WAY: &str = "[...document.querySelectorAll('.entry')].filter(it => it.checkVisibility()).map(it => it.id.replace('outline-', ''))";

#[tokio::test]
async fn on_paper_the_guide_is_the_whole_way_of_this_reader() {
    for (address, _) in LANGUAGES {
        journey(Journey::default(), async |page| {
            page.open(address).await?;
            page.press("next").await?;
            page.answer("first-time:no").await?;
            page.answer("sign-in-method:health-card").await?;
            page.at("sign-in-health-card").await?;
            // The marks in the full guide follow the press.
            page.attribute("#outline-credential", "data-state", Some("other"))
                .await?;
            for paper in [Paper::A4, Paper::LETTER] {
                let sheets = page.sheets(paper).await?;
                assert!(sheets <= 4, "{sheets} sheets of {paper:?}");
            }
            as_on_paper(page).await?;
            let expect = [
                "start",
                "first-time",
                "sign-in-method",
                "sign-in-health-card",
                "application-systems",
                "group-d",
                "system-d6",
                "personal-folder",
                "hours-shown",
            ];
            page.shows(WAY, json!(expect)).await?;
            page.visible("[data-view=guided]", false).await?;
            page.visible("[data-view=hours]", false).await?;
            page.visible("#contacts", true).await?;
            page.visible("#section-troubles", false).await?;
            // An address stands once on paper, as the text of its link or behind it.
            let addresses = "[...document.querySelectorAll('a[target=_blank]')].filter(it => it.checkVisibility()).map(it => {
                // Firefox says by which attribute, the others what it holds.
                const behind = [it.getAttribute('href'), 'attr(href)'].some(address => getComputedStyle(it, '::after').content.includes(address));
                return Number(it.textContent.includes(it.getAttribute('href'))) + Number(behind);
            })";
            let times = page.value(addresses).await?;
            let times = times.as_array().cloned().unwrap_or_default();
            assert!(!times.is_empty() && times.iter().all(|it| *it == json!(1)), "{times:?}");
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn on_paper_a_problem_stands_at_its_place_in_the_way() {
    for (address, _) in LANGUAGES {
        journey(Journey::default(), async |page| {
            // From a question to a problem and on in a section that stands before both in the full guide.
            page.open(address).await?;
            page.press("next").await?;
            page.answer("first-time:no").await?;
            page.at("sign-in-method").await?;
            page.click("[data-part=troubles] > summary").await?;
            page.press("trouble").await?;
            page.at("no-way-in").await?;
            page.press("next").await?;
            page.at("first-time-help").await?;
            page.attribute("#outline-no-way-in", "data-state", Some("path"))
                .await?;
            for paper in [Paper::A4, Paper::LETTER] {
                let sheets = page.sheets(paper).await?;
                assert!(sheets <= 6, "{sheets} sheets of {paper:?}");
            }
            page.value("dispatchEvent(new Event('beforeprint'))")
                .await?;
            as_on_paper(page).await?;
            let expect = [
                "start",
                "first-time",
                "sign-in-method",
                "no-way-in",
                "first-time-help",
                "email-verification",
                "verification-form",
                "activate-account",
                "sign-in-password",
                "application-systems",
                "group-d",
                "system-d6",
                "personal-folder",
                "hours-shown",
            ];
            page.shows(WAY, json!(expect)).await?;
            page.visible("#contacts", true).await?;
            // On screen the full guide is as it was.
            page.value("dispatchEvent(new Event('afterprint'))").await?;
            page.shows("document.querySelectorAll('#outline-start').length", 1)
                .await
        })
        .await;
    }
}
