//! Narrow windows, large text and wide spacing: nothing is lost and nothing scrolls sideways.

use e2e::{Journey, LANGUAGES, Look, Page, Result, journey};

/// Places with the widest content.
const PLACES: [&str; 7] = [
    "#node=start",
    "#node=credential",
    "#node=verification-form",
    "#node=system-d6",
    "#node=personal-folder",
    "#view=outline",
    "#view=hours",
];

async fn check(page: &Page, styles: &str) -> Result<()> {
    for (address, _) in LANGUAGES {
        for place in PLACES {
            page.open(&format!("{address}{place}")).await?;
            if place == "#view=hours" {
                page.fill("mandatory", "7.25").await?;
                page.fill("digital", "abc").await?;
                page.press("check").await?;
            }
            // A sheet made by a script is not bound by the policy, as a reader's own is not.
            page.value(&format!(
                "void (s => {{ s.replaceSync({styles:?}); document.adoptedStyleSheets = [s] }})(new CSSStyleSheet())"
            ))
            .await?;
            let wide = page
                .value("[...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(e).position != 'absolute').map(e => e.outerHTML.slice(0, 80))")
                .await?;
            let width = page
                .value("document.documentElement.scrollWidth - innerWidth")
                .await?;
            assert_eq!(width, 0, "{address}{place}: {wide:#}");
        }
    }
    Ok(())
}

fn narrow() -> Journey {
    Journey {
        look: Look {
            width: 320,
            ..Look::default()
        },
        ..Journey::default()
    }
}

#[tokio::test]
async fn at_320_pixels_nothing_scrolls_sideways() {
    journey(narrow(), async |page| check(page, "").await).await;
}

#[tokio::test]
async fn wide_text_spacing_fits_into_320_pixels() {
    let spacing = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";
    journey(narrow(), async |page| check(page, spacing).await).await;
}

#[tokio::test]
async fn text_at_200_percent_fits_into_640_pixels() {
    let mut settings = narrow();
    settings.look.width = 640;
    journey(settings, async |page| {
        check(page, "html { font-size: 200% }").await
    })
    .await;
}
