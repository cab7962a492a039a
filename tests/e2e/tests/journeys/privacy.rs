//! Nothing stored, nothing asked for, and a policy that says so.

use e2e::{Journey, LANGUAGES, journey};

#[tokio::test]
async fn the_policy_allows_only_what_the_page_brings() {
    journey(Journey::default(), async |page| {
        for (address, _) in LANGUAGES {
            page.open(address).await?;
            let policy = page
                .value("document.querySelector('meta[http-equiv=content-security-policy]').content")
                .await?;
            let policy = policy.as_str().unwrap();
            assert!(policy.starts_with("default-src 'none';"), "{policy}");
            assert!(policy.contains("'wasm-unsafe-eval'"), "{policy}");
            assert!(
                !policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'"),
                "{policy}"
            );
            page.shows("document.querySelectorAll('[style], [onclick]').length", 0)
                .await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn nothing_typed_is_stored_or_shown_in_the_address() {
    journey(Journey::default(), async |page| {
        page.open("/#view=hours").await?;
        page.fill("environment", "3.75").await?;
        page.press("check").await?;
        let stored = "localStorage.length + sessionStorage.length + document.cookie.length + JSON.stringify(history.state ?? '').length - 2 + window.name.length";
        page.shows(stored, 0).await?;
        page.shows("location.href.includes('3.75')", false).await?;
        page.go("/#view=hours").await?;
        page.arrives("ready").await?;
        page.holds("environment", "").await?;
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn links_to_other_sites_open_apart_and_say_so() {
    journey(Journey::default(), async |page| {
        for (address, said) in [("/", "（另開新分頁）"), ("/en/", "(opens in a new tab)")] {
            for place in ["#node=start", "#node=hours-shown", "#view=outline", "#view=hours"] {
                page.open(&format!("{address}{place}")).await?;
                let silent = format!(
                    "[...document.querySelectorAll('a[href^=http]')].filter(a => a.target != '_blank' || a.rel != 'noopener noreferrer' || !a.textContent.includes({said:?})).length"
                );
                page.shows(&silent, 0).await?;
                page.shows("document.querySelectorAll('a[href^=http]').length > 0", true).await?;
            }
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn no_field_can_be_taken_for_a_sign_in() {
    journey(Journey::default(), async |page| {
        page.open("/#node=verification-form").await?;
        page.shows("document.querySelectorAll('form, [type=password], [type=email], select, textarea').length", 0).await?;
        page.shows("document.querySelectorAll('.screen :is(input, button, a)').length", 0).await?;
        page.shows("[...document.querySelectorAll('input')].every(i => i.autocomplete == 'off')", true).await
    })
    .await;
}
