//! The date converter beside the verification step: both ways, local, and kept nowhere.

use e2e::{Journey, LANGUAGES, journey};

const ANSWER: &str = "[data-part=date-converter] [role=status]";

#[tokio::test]
async fn a_date_is_converted_both_ways_and_kept_nowhere() {
    journey(Journey::default(), async |page| {
        for (address, _) in LANGUAGES {
            page.open(&format!("{address}#node=verification-form"))
                .await?;
            page.fragment("#node=verification-form").await?;
            page.visible("[data-part=date-converter] input", false)
                .await?;
            page.click("[data-part=date-converter] > summary").await?;
            let href = page.value("location.href").await?;
            for (typed, answer) in [
                ("1972-01-01", "0610101"),
                ("1972/1/1", "0610101"),
                ("0610101", "1972-01-01"),
                ("０６１０１０１", "1972-01-01"),
                ("2024-02-29", "1130229"),
            ] {
                page.replace("[data-part=date-converter] input", typed)
                    .await?;
                let date = format!("document.querySelector('{ANSWER} b')?.textContent");
                page.shows(&date, answer).await?;
            }
            for typed in [
                "nonsense",
                "2023-02-29",
                "9991231",
                "-1",
                &"1".repeat(10_000),
            ] {
                page.replace("[data-part=date-converter] input", typed)
                    .await?;
                let date = format!("!!document.querySelector('{ANSWER} b')");
                page.shows(&date, false).await?;
                let sentence =
                    format!("document.querySelector('{ANSWER}').textContent.length > 10");
                page.shows(&sentence, true).await?;
            }
            page.replace("[data-part=date-converter] input", "").await?;
            let rest = format!("document.querySelector('{ANSWER}').textContent.trim()");
            page.shows(&rest, "").await?;
            page.shows("location.href", href).await?;
        }
        Ok(())
    })
    .await;
}
