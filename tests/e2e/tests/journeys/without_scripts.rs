//! Scripts switched off: everything is there to read, and every link leads somewhere.

use e2e::{Journey, LANGUAGES, Look, journey};

use crate::failures::reads_without_program;

#[tokio::test]
async fn without_scripts_the_page_reads_and_every_link_works() {
    let settings = Journey {
        look: Look {
            scripts: false,
            ..Look::default()
        },
        ..Journey::default()
    };
    journey(settings, async |page| {
        for (address, _) in LANGUAGES {
            page.go(address).await?;
            page.arrives("static").await?;
            reads_without_program(page).await?;
            page.visible("noscript p", true).await?;
            // The parts that only the program could work are not offered.
            for part in [
                "[data-view=hours] input",
                "[data-action=check]",
                "[data-action=clear]",
            ] {
                page.visible(part, false).await?;
            }
            page.press("next").await?;
            page.fragment("#outline-first-time").await?;
            page.click("#outline-first-time a[href='#outline-credential']")
                .await?;
            page.fragment("#outline-credential").await?;
        }
        Ok(())
    })
    .await;
}
