//! Hours that are finished and not on the portal yet.

use e2e::{Journey, LANGUAGES, journey, json};

#[tokio::test]
async fn what_is_coming_counts_apart_and_says_when_it_shows() {
    journey(Journey::on("2026-12-28"), async |page| {
        for (address, _) in LANGUAGES {
            page.open(&format!("{address}?view=hours")).await?;
            page.fill("environment", "2").await?;
            page.click(".coming summary").await?;
            page.press("add-coming").await?;
            page.focused("[name='coming-row-0']").await?;
            // Nothing is chosen yet.
            let chosen = "['row', 'platform'].map(it => document.querySelector(`[name=coming-${it}-0]`).value)";
            page.shows(chosen, json!(["", ""])).await?;
            page.choose("coming-row-0", "environment").await?;
            page.replace("[name='coming-hours-0']", "2").await?;
            page.replace("[name='coming-day-0']", "115/12/24").await?;
            let requirement = "[data-requirement='manual-10/environment'] .mark__coming";
            // Nobody knows how long another platform takes.
            page.visible(requirement, true).await?;
            page.choose("coming-platform-0", "ewant").await?;
            let about = "document.querySelector('.coming__about').textContent";
            // 12-25 is a holiday, then a weekend: four working days later it is 12-31.
            let day = match address {
                "/" => "115 年 12 月 31 日",
                _ => "31 December 2026",
            };
            page.shows(&format!("{about}.includes('{day}')"), true)
                .await?;
            page.verdict("manual-10/environment", "short", Some("2"), Some("2"))
                .await?;
            let met = if address == "/" { "已達" } else { "Met" };
            page.shows(
                &format!("document.querySelector(\"{requirement}\").textContent.includes('{met}')"),
                true,
            )
            .await?;
            // A day later it is too late.
            page.replace("[name='coming-day-0']", "2026-12-28").await?;
            page.visible(requirement, false).await?;
            // A date that cannot be read is told at its field and counts for nothing.
            page.replace("[name='coming-day-0']", "2026-13-99").await?;
            page.attribute("[name='coming-day-0']", "aria-invalid", Some("true"))
                .await?;
            page.press("add-coming").await?;
            page.focused("[name='coming-row-1']").await?;
            page.press("remove-coming").await?;
            page.focused("#coming-add").await?;
            page.shows("document.querySelectorAll('.coming__line').length", 1)
                .await?;
            page.press("clear").await?;
            page.shows("document.querySelectorAll('.coming__line').length", 0)
                .await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn past_its_end_the_calendar_says_that_it_has_run_out() {
    journey(Journey::on("2028-03-01"), async |page| {
        page.open("/?view=hours").await?;
        page.fill("environment", "2").await?;
        let plan = page.text(".plan").await?;
        assert!(plan.contains("行事曆只到 116 年 12 月 31 日"), "{plan}");
        page.click(".coming summary").await?;
        page.press("add-coming").await?;
        page.choose("coming-row-0", "environment").await?;
        page.replace("[name='coming-hours-0']", "2").await?;
        page.replace("[name='coming-day-0']", "117/3/1").await?;
        page.choose("coming-platform-0", "ewant").await?;
        let coming = "document.querySelector(\"[data-requirement='manual-10/environment'] .mark__coming\").textContent";
        page.shows(&format!("{coming}.includes('行事曆')"), true).await
    })
    .await;
}

#[tokio::test]
async fn another_language_keeps_lines_and_choices() {
    let settings = Journey {
        requests: vec!["/en/index.html"],
        ..Journey::default()
    };
    journey(settings, async |page| {
        page.open("/?view=hours").await?;
        page.click(".history summary").await?;
        page.click("[name='ask-school-107-contract']").await?;
        page.choose("staff", "contract").await?;
        page.click(".coming summary").await?;
        page.press("add-coming").await?;
        page.choose("coming-row-0", "policy").await?;
        page.replace("[name='coming-hours-0']", "1.5").await?;
        page.choose("coming-platform-0", "ewant").await?;
        page.press("switch-language").await?;
        page.speaks("en").await?;
        for (name, value) in [
            ("staff", "contract"),
            ("coming-row-0", "policy"),
            ("coming-hours-0", "1.5"),
            ("coming-platform-0", "ewant"),
        ] {
            page.shows(
                &format!("document.querySelector(\"[name='{name}']\").value"),
                value,
            )
            .await?;
        }
        Ok(())
    })
    .await;
}
