//! The guided view: every way of the flow, and the ways back.

use e2e::{Journey, Page, Result, journey};

/// From the sign-in to the hours, the same for everyone.
const TAIL: [&str; 5] = [
    "application-systems",
    "group-d",
    "system-d6",
    "personal-folder",
    "hours-shown",
];

/// Walks the next steps through these nodes.
async fn walk(page: &Page, nodes: &[&str]) -> Result<()> {
    for node in nodes {
        page.press("next").await?;
        page.at(node).await?;
        page.fragment(&format!("#node={node}")).await?;
        page.focused("#guided-title").await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_first_sign_in_with_a_credential_leads_to_the_hours() {
    journey(Journey::default(), async |page| {
        page.open("/").await?;
        page.at("start").await?;
        walk(page, &["first-time"]).await?;
        page.answer("first-time:yes").await?;
        page.at("credential").await?;
        page.answer("credential:yes").await?;
        page.at("sign-in-with-credential").await?;
        walk(page, &["my-area", "set-account"]).await?;
        walk(page, &TAIL).await
    })
    .await;
}

#[tokio::test]
async fn a_first_sign_in_without_a_credential_leads_to_the_hours() {
    journey(Journey::default(), async |page| {
        page.open("/en/").await?;
        walk(page, &["first-time"]).await?;
        page.answer("first-time:yes").await?;
        page.answer("credential:no").await?;
        page.at("first-time-help").await?;
        walk(
            page,
            &[
                "email-verification",
                "verification-form",
                "activate-account",
                "sign-in-password",
            ],
        )
        .await?;
        walk(page, &TAIL).await
    })
    .await;
}

#[tokio::test]
async fn a_returning_user_has_four_ways_and_all_lead_to_the_hours() {
    journey(Journey::default(), async |page| {
        for method in [
            "citizen-certificate",
            "health-card",
            "mobile-id",
            "password",
        ] {
            page.open("/").await?;
            walk(page, &["first-time"]).await?;
            page.answer("first-time:no").await?;
            page.at("sign-in-method").await?;
            page.answer(&format!("sign-in-method:{method}")).await?;
            page.at(&format!("sign-in-{method}")).await?;
            walk(page, &TAIL).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_steps_left_are_a_range_until_they_are_certain() {
    journey(Journey::default(), async |page| {
        page.open("/en/").await?;
        let left = async || page.text(".card__left").await;
        assert_eq!(left().await?, "8 to 12 steps left");
        page.open("/en/#node=first-time-help").await?;
        assert_eq!(left().await?, "9 steps left");
        page.open("/en/#node=personal-folder").await?;
        assert_eq!(left().await?, "1 step left");
        page.open("/en/#node=hours-shown").await?;
        page.visible(".card__left", false).await
    })
    .await;
}

#[tokio::test]
async fn back_change_and_start_again_go_back() {
    journey(Journey::default(), async |page| {
        page.open("/").await?;
        walk(page, &["first-time"]).await?;
        page.answer("first-time:yes").await?;
        page.answer("credential:no").await?;
        page.at("first-time-help").await?;
        page.press("back").await?;
        page.at("credential").await?;
        page.answer("credential:yes").await?;
        page.at("sign-in-with-credential").await?;
        // The second place of the trail is the question whether it is the first time.
        page.click(".trail__place:nth-child(2) [data-action=change]")
            .await?;
        page.at("first-time").await?;
        page.answer("first-time:no").await?;
        page.at("sign-in-method").await?;
        page.press("restart").await?;
        page.at("start").await?;
        page.visible("[data-action=back]", false).await?;
        page.fragment("#node=start").await
    })
    .await;
}

#[tokio::test]
async fn every_trouble_can_be_opened_and_leads_back_into_the_flow() {
    journey(Journey::default(), async |page| {
        page.open("/").await?;
        let data = "JSON.parse(document.getElementById('page-data').textContent).nodes";
        let troubles = page
            .value(&format!(
                "{data}.flatMap(n => n.exits.filter(e => e.kind == 'trouble').map(e => [n.id, {data}[e.to].id]))"
            ))
            .await?;
        let troubles = troubles.as_array().unwrap();
        assert!(troubles.len() > 5);
        for pair in troubles {
            let (from, to) = (pair[0].as_str().unwrap(), pair[1].as_str().unwrap());
            page.open(&format!("/#node={from}")).await?;
            page.click(&format!(".troubles a[href='#outline-{to}']")).await?;
            page.at(to).await?;
            page.press("next").await?;
            page.visible(&format!("[data-node]:not([data-node='{to}'])"), true).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_outcome_leads_to_the_hours_view() {
    journey(Journey::default(), async |page| {
        page.open("/#node=hours-shown").await?;
        page.click(".card a[href='#hours']").await?;
        page.visible("[data-view=hours]", true).await?;
        page.focused("#hours-title").await?;
        page.fragment("#node=hours-shown&view=hours").await
    })
    .await;
}

#[tokio::test]
async fn dates_are_converted_both_ways_and_stay_out_of_the_address() {
    journey(Journey::default(), async |page| {
        page.open("/#node=verification-form").await?;
        let answer = "document.querySelector('#dates-answer').textContent";
        for (typed, expect) in [
            ("1972-01-01", "民國 7 位數字 0610101"),
            ("0610101", "西元 1972-01-01"),
            ("７２/13/1", "沒有這一天，請檢查月份和日期。"),
            ("昨天", "看不懂這個日期，請輸入如 1972-01-01 或 0610101。"),
            ("", ""),
        ] {
            page.fill("date-to-convert", typed).await?;
            page.shows(answer, expect).await?;
        }
        page.fragment("#node=verification-form").await
    })
    .await;
}
