//! The ways through the guide, node by node: first sign-in, returning reader, side ways, and ways back.

use e2e::{Journey, Page, Result, journey, json};

/// Where every way in goes on: node and what is chosen there.
const PORTAL: [(&str, &str); 4] = [
    ("application-systems", "next"),
    ("group-d", "next"),
    ("system-d6", "next"),
    ("personal-folder", "next"),
];

/// Chooses what a node offers: the action `next`, an answer, or the first of its problems, which are folded.
async fn choose(page: &Page, choice: &str) -> Result<()> {
    if choice == "trouble" {
        page.click("[data-part=troubles] > summary").await?;
    }
    if choice.contains(':') {
        page.answer(choice).await
    } else {
        page.press(choice).await
    }
}

/// Walks a way from the place where the page is; every step is in the address and gets the focus.
async fn walk(page: &Page, way: &[(&str, &str)]) -> Result<()> {
    for (node, choice) in way {
        page.at(node).await?;
        // Nobody presses while the page still scrolls to the step; the address is written when it is done.
        if *node != "start" {
            page.fragment(&["#node=", *node].concat()).await?;
        }
        choose(page, choice).await?;
        page.focused("[data-view=guided] h2").await?;
    }
    Ok(())
}

async fn walk_to_hours(page: &Page, way: &[(&str, &str)]) -> Result<()> {
    walk(page, way).await?;
    walk(page, &PORTAL).await?;
    page.at("hours-shown").await?;
    page.fragment("#node=hours-shown").await
}

/// How many steps are left, where the page says it.
async fn steps_left(page: &Page) -> Result<Option<u64>> {
    let number = "document.querySelector('.chapters__left')?.textContent.match(/\\d+/)?.[0]";
    let number = page.value(number).await?;
    Ok(number.as_str().and_then(|it| it.parse().ok()))
}

#[tokio::test]
async fn a_first_sign_in_with_a_credential_leads_to_the_hours() {
    journey(Journey::default(), async |page| {
        page.open("/").await?;
        let way = [
            ("start", "next"),
            ("first-time", "first-time:yes"),
            ("credential", "credential:yes"),
            ("sign-in-with-credential", "next"),
            ("my-area", "next"),
            ("set-account", "next"),
        ];
        walk_to_hours(page, &way).await?;
        page.click("[data-node=hours-shown] a[href='#hours']")
            .await?;
        page.view("hours").await?;
        // The box to paste into is open.
        page.focused("[name=paste]").await?;
        page.visible("[data-action=open-paste]", false).await
    })
    .await;
}

#[tokio::test]
async fn a_first_sign_in_without_a_credential_leads_to_the_hours() {
    journey(Journey::default(), async |page| {
        page.open("/en/").await?;
        let way = [
            ("start", "next"),
            ("first-time", "first-time:yes"),
            ("credential", "credential:no"),
            ("first-time-help", "next"),
            ("email-verification", "next"),
            ("verification-form", "next"),
            ("activate-account", "next"),
            ("sign-in-password", "next"),
        ];
        walk_to_hours(page, &way).await
    })
    .await;
}

#[tokio::test]
async fn a_returning_reader_signs_in_by_each_of_four_methods() {
    journey(Journey::default(), async |page| {
        page.open("/").await?;
        for method in [
            "citizen-certificate",
            "health-card",
            "mobile-id",
            "password",
        ] {
            let way = [
                ("start", "next"),
                ("first-time", "first-time:no"),
                ("sign-in-method", &format!("sign-in-method:{method}")),
                (&format!("sign-in-{method}"), "next"),
            ];
            walk_to_hours(page, &way).await?;
            page.press("restart").await?;
        }
        page.at("start").await
    })
    .await;
}

#[tokio::test]
async fn every_trouble_leads_back_into_the_flow() {
    journey(Journey::default(), async |page| {
        for (node, trouble, back) in [
            (
                "sign-in-with-credential",
                "credential-fails",
                "first-time-help",
            ),
            ("verification-form", "data-mismatch", "verification-form"),
            ("activate-account", "no-mail", "verification-form"),
            ("sign-in-method", "no-way-in", "first-time-help"),
            (
                "sign-in-citizen-certificate",
                "sign-in-fails",
                "sign-in-method",
            ),
            ("sign-in-health-card", "sign-in-fails", "sign-in-method"),
            ("sign-in-mobile-id", "sign-in-fails", "sign-in-method"),
            ("sign-in-password", "sign-in-fails", "sign-in-method"),
            ("application-systems", "wrong-site", "start"),
            ("system-d6", "d6-missing", "personal-folder"),
            ("hours-shown", "hours-missing", "hours-shown"),
        ] {
            page.open(&format!("/#node={node}")).await?;
            walk(page, &[(node, "trouble"), (trouble, "next")]).await?;
            page.at(back).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn back_an_earlier_answer_and_start_again_lead_where_they_say() {
    journey(Journey::default(), async |page| {
        page.open("/").await?;
        let way = [
            ("start", "next"),
            ("first-time", "first-time:yes"),
            ("credential", "credential:yes"),
        ];
        walk(page, &way).await?;
        page.at("sign-in-with-credential").await?;
        // Back: to the question before, the rest of the way as it was.
        page.press("back").await?;
        page.at("credential").await?;
        page.focused("[data-view=guided] h2").await?;
        page.fragment("#node=credential").await?;
        // An earlier answer, changed: the way after it is another.
        page.click("li:nth-child(2) > [data-action=change]").await?;
        page.at("first-time").await?;
        page.focused("[data-view=guided] h2").await?;
        page.answer("first-time:no").await?;
        page.at("sign-in-method").await?;
        page.shows(
            "document.querySelectorAll('[data-action=change]').length",
            2,
        )
        .await?;
        page.press("restart").await?;
        page.at("start").await?;
        page.focused("[data-view=guided] h2").await?;
        page.shows(
            "document.querySelectorAll('[data-action=change], [data-action=back]').length",
            0,
        )
        .await
    })
    .await;
}

#[tokio::test]
async fn the_steps_left_are_told_where_every_way_has_as_many() {
    journey(Journey::default(), async |page| {
        page.open("/").await?;
        page.at("start").await?;
        for choice in ["next", "first-time:yes", "credential:no"] {
            // The ways on differ.
            assert_eq!(steps_left(page).await?, None);
            choose(page, choice).await?;
            page.focused("[data-view=guided] h2").await?;
        }
        page.at("first-time-help").await?;
        for left in (1..=9).rev() {
            assert_eq!(steps_left(page).await?, Some(left));
            let hash = page.value("location.hash").await?;
            choose(page, "next").await?;
            page.shows(&format!("location.hash !== {hash}"), true)
                .await?;
        }
        page.at("hours-shown").await?;
        assert_eq!(steps_left(page).await?, None);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_chapters_say_where_the_reader_is_and_a_problem_stays_in_its_chapter() {
    journey(Journey::default(), async |page| {
        let chapters = "[document.querySelector('.chapters [aria-current]')?.textContent, document.querySelectorAll('.chapters [data-done]').length]";
        for (address, open, sign_in, portal) in [
            ("/", "一開啟 ECPA", "二登入帳號", "三前往入口網"),
            ("/en/", "1Open ECPA", "2Sign in", "3Go to the portal"),
        ] {
            page.open(address).await?;
            page.shows(chapters, e2e::json!([open, 0])).await?;
            page.press("next").await?;
            page.shows(chapters, e2e::json!([sign_in, 1])).await?;
            page.open(&format!("{address}#node=system-d6")).await?;
            page.at("system-d6").await?;
            let name = "document.querySelector('.chapters [aria-current]').textContent.split(/還有|\\d+ steps/)[0]";
            page.shows(name, portal).await?;
            choose(page, "trouble").await?;
            page.at("d6-missing").await?;
            page.shows(name, portal).await?;
            // The contacts that a problem asks for are open.
            page.visible("[data-part=contacts] .contact", true).await?;
        }
        Ok(())
    })
    .await;
}

/// Hours that were typed before are no reason either.
#[tokio::test]
async fn a_press_in_the_guide_renders_nothing_of_the_hours() {
    const SEEN: &str = "window.seenOfHours.map(it => [it.type, it.target.id, it.attributeName])";
    journey(Journey::default(), async |page| {
        page.open("/#view=hours").await?;
        page.fill("environment", "2").await?;
        page.verdict("manual-10/environment", "short", Some("2"), Some("2"))
            .await?;
        page.press("view-guided").await?;
        page.view("guided").await?;
        page.visible("[data-view=hours]", false).await?;
        page.value(
            "(() => {
                window.seenOfHours = [];
                window.hoursWatch = new MutationObserver(it => window.seenOfHours.push(...it));
                window.hoursWatch.observe(document.getElementById('hours-root'),
                    { subtree: true, childList: true, attributes: true, characterData: true });
            })()",
        )
        .await?;
        let way = [
            ("start", "next"),
            ("first-time", "first-time:no"),
            ("sign-in-method", "sign-in-method:password"),
            ("sign-in-password", "next"),
        ];
        walk_to_hours(page, &way).await?;
        page.press("back").await?;
        page.at("personal-folder").await?;
        page.press("restart").await?;
        page.at("start").await?;
        page.shows(SEEN, json!([])).await?;
        // The watch does see what is typed.
        page.press("view-hours").await?;
        page.fill("policy", "1").await?;
        page.shows(&format!("({SEEN}).length > 0"), true).await
    })
    .await;
}
