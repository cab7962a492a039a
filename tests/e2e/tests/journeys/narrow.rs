//! Narrow windows and large text: nothing is cut off, and nobody scrolls sideways.

use e2e::{Journey, LANGUAGES, Page, Result, journey};

use crate::accessibility::{PLACES, visit};

/// The page is no wider than its window, and no text sticks out of it.
async fn fits(page: &Page, place: &str) -> Result<()> {
    let wide = "(scrollTo(innerWidth, scrollY), scrollX < 1) ? [] : \
                ['scrolled by ' + scrollX, ...[...document.querySelectorAll('body *')]\
                .filter(it => it.checkVisibility({ contentVisibilityAuto: true }) && it.getBoundingClientRect().right + scrollX > innerWidth + 1)\
                .map(it => it.outerHTML.slice(0, 120))]";
    println!("{place}");
    page.shows(wide, e2e::json!([])).await
}

/// Adds a style sheet as a reader's own tool would; the page's policy does not concern it.
async fn style(page: &Page, css: &str) -> Result<()> {
    let script = format!(
        "(sheet => {{ sheet.replaceSync({}); document.adoptedStyleSheets = [sheet]; }})(new CSSStyleSheet())",
        e2e::json!(css)
    );
    page.value(&script).await?;
    Ok(())
}

/// Visits every place in both languages in a window of this width with this style.
async fn check(width: u32, css: &str) {
    journey(Journey::at_width(width), async |page| {
        for (address, _) in LANGUAGES {
            for place in PLACES {
                visit(page, address, place).await?;
                style(page, css).await?;
                fits(page, &format!("{address} {place:?}")).await?;
            }
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_window_of_320_pixels_shows_everything() {
    check(320, "").await;
}

#[tokio::test]
async fn text_spacing_at_320_pixels_loses_nothing() {
    // The values of WCAG 1.4.12.
    let css = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } \
               p { margin-block-end: 2em !important }";
    check(320, css).await;
}

#[tokio::test]
async fn text_twice_as_large_loses_nothing() {
    for width in [320, 1280] {
        check(width, ":root { font-size: 200% !important }").await;
    }
}
