//! Addresses: which place and view they open, what is written into them, and what never is.

use e2e::{Journey, VIEWS, journey};

#[tokio::test]
async fn an_address_opens_the_place_it_names_and_else_the_start() {
    let long = format!("/#node={}", "x".repeat(10_000));
    journey(Journey::default(), async |page| {
        for (address, node, view) in [
            ("/", "start", "guided"),
            ("/#node=group-d", "group-d", "guided"),
            ("/#view=hours", "start", "hours"),
            ("/#view=outline", "start", "outline"),
            ("/#node=set-account&view=outline", "set-account", "outline"),
            ("/#view=hours&node=my-area", "my-area", "hours"),
            ("/#outline-system-d6", "system-d6", "outline"),
            ("/#hours", "start", "hours"),
            ("/#hours-title", "start", "hours"),
            ("/en/#node=d6-missing", "d6-missing", "guided"),
            ("/?view=hours", "start", "hours"),
            ("/?view=%20outline%20", "start", "outline"),
            ("/en/?theme=dark&view=hours", "start", "hours"),
            ("/?view=hours#view=outline", "start", "outline"),
            ("/?view=hours#node=group-d", "group-d", "hours"),
            // As mails and messengers change them.
            ("/#node%3Dgroup-d%26view%3Doutline", "group-d", "outline"),
            ("/#node=group-d&amp;view=outline", "group-d", "outline"),
            ("/#node=group-d%20", "group-d", "guided"),
            ("/#NODE=Group-D&View=Hours", "group-d", "hours"),
            ("/#view=hours。", "start", "hours"),
            ("/#node=group-d）", "group-d", "guided"),
            ("/#node=group-d),", "group-d", "guided"),
            ("/#view=hours?openExternalBrowser=1", "start", "hours"),
            (
                "/?openExternalBrowser=1#view=hours&copied=1",
                "start",
                "hours",
            ),
            ("/?VIEW=Hours。&utm_source=mail", "start", "hours"),
            // Unknown words are ignored.
            ("/#node=nonsense", "start", "guided"),
            ("/#view=nonsense&x&&=", "start", "guided"),
            ("/#nonsense", "start", "guided"),
            ("/#mapnonsense", "start", "guided"),
            ("/#%E0%A4%A", "start", "guided"),
            ("/#node=<script>alert(1)</script>", "start", "guided"),
            ("/?view=nonsense", "start", "guided"),
            ("/?view=&theme=&x=%00", "start", "guided"),
            (&long, "start", "guided"),
        ] {
            println!("{address}");
            page.open(address).await?;
            page.at(node).await?;
            page.view(view).await?;
            let switch = format!("[data-action=view-{view}]");
            page.attribute(&switch, "aria-current", Some("page"))
                .await?;
            let place = format!("#outline-{node}");
            page.attribute(&place, "aria-current", Some("step")).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_theme_of_an_address_is_used_if_it_is_one() {
    journey(Journey::default(), async |page| {
        for (query, dark) in [
            ("", false),
            ("?theme=dark", true),
            ("?theme=%20dark+", true),
            ("?theme=light", false),
            ("?theme=auto", false),
            ("?theme=pink", false),
        ] {
            println!("{query}");
            page.open(&format!("/{query}")).await?;
            let is_dark = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g)[0] < 128";
            page.shows(is_dark, dark).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn place_and_view_are_written_into_the_address() {
    journey(Journey::default(), async |page| {
        page.open("/?theme=light").await?;
        page.press("next").await?;
        page.fragment("#node=first-time").await?;
        for view in VIEWS.into_iter().rev() {
            page.press(&format!("view-{view}")).await?;
            page.view(view).await?;
            let expect = match view {
                "guided" => "#node=first-time".to_owned(),
                view => format!("#node=first-time&view={view}"),
            };
            page.fragment(&expect).await?;
        }
        page.press("view-outline").await?;
        page.click("#outline-first-time a[href='#outline-sign-in-method']")
            .await?;
        page.fragment("#node=sign-in-method&view=outline").await?;
        page.focused("#outline-sign-in-method").await?;
        page.press("view-guided").await?;
        page.view("guided").await?;
        page.fragment("#node=sign-in-method").await?;
        page.shows("location.search", "?theme=light").await
    })
    .await;
}

#[tokio::test]
async fn a_fragment_changed_by_the_reader_is_followed() {
    journey(Journey::default(), async |page| {
        page.open("/").await?;
        page.value("location.hash = '#node=group-d&view=outline'")
            .await?;
        page.at("group-d").await?;
        page.view("outline").await?;
        page.value("location.hash = '#node=nonsense'").await?;
        page.at("group-d").await
    })
    .await;
}

#[tokio::test]
async fn fragments_that_follow_each_other_are_all_followed() {
    journey(Journey::default(), async |page| {
        page.open("/").await?;
        // The next one comes when the address is about to be written for the one before.
        let change = "
            const done = arguments[0];
            (async () => {
                for (const node of ['first-time', 'group-d']) {
                    for (let wait = 30; wait < 70; wait += 4) {
                        location.hash = '#node=' + node;
                        await new Promise(done => addEventListener('hashchange', done, { once: true }));
                        await new Promise(done => setTimeout(done, wait));
                        location.hash = '#node=hours-shown';
                        const there = () => location.hash + document.querySelector('[data-node][aria-current=step]')?.dataset.node;
                        for (let look = 0; look < 20 && there() != '#node=hours-shownhours-shown'; look++)
                            await new Promise(done => setTimeout(done, 100));
                        if (there() != '#node=hours-shownhours-shown') return [wait, there()];
                        await new Promise(done => setTimeout(done, 100));
                    }
                }
                return [];
            })().then(done, error => done(String(error)))";
        assert_eq!(page.run(change, Vec::new()).await?, e2e::json!([]));
        Ok(())
    })
    .await;
}
