//! Privacy and policy: what the page may do by its own word, and how it leads to other sites.

use e2e::{Journey, LANGUAGES, journey};

#[tokio::test]
async fn the_policy_of_the_page_is_strict() {
    journey(Journey::default(), async |page| {
        for (address, _) in LANGUAGES {
            page.open(address).await?;
            let policy =
                "document.querySelector('meta[http-equiv=content-security-policy]').content";
            let policy = page.value(policy).await?;
            let policy = policy.as_str().expect("a text");
            assert!(policy.starts_with("default-src 'none'"), "{policy}");
            for never in ["'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:"] {
                assert!(!policy.contains(never), "{never} in {policy}");
            }
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_policy_of_a_page_for_frames_names_its_own_address_and_is_as_strict() {
    let settings = Journey {
        noisy: true,
        ..Journey::default()
    };
    journey(settings, async |page| {
        for (alone, _) in LANGUAGES {
            let policies = "[...document.querySelectorAll('meta[http-equiv=content-security-policy]')].map(\
                            it => it.content.replaceAll(' ' + location.origin, '').replace(/'sha256[^ ;]*/g, '#'))";
            page.open(alone).await?;
            let expect = page.value(policies).await?;
            page.open(&format!("{alone}embed.html")).await?;
            page.shows(policies, expect).await?;
            let foreign = "
                const [tell] = arguments, script = document.createElement('script');
                addEventListener('securitypolicyviolation', it => tell(it.effectiveDirective));
                script.textContent = 'document.title = 0';
                document.head.append(script)";
            let refused = page.run(foreign, Vec::new()).await?;
            assert_eq!(refused, "script-src-elem");
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn links_to_other_sites_open_in_a_new_tab_and_say_so() {
    journey(Journey::default(), async |page| {
        for (address, _) in LANGUAGES {
            page.open(address).await?;
            let nodes = "[...document.querySelectorAll('[id^=outline-]:not([id$=-title])')].map(it => it.id.slice(8))";
            let nodes = page.value(nodes).await?;
            let nodes = nodes.as_array().expect("a list");
            assert!(nodes.len() > 20, "{nodes:?}");
            for node in nodes.iter().filter_map(e2e::Value::as_str) {
                page.value(&format!("location.hash = '#node={node}'"))
                    .await?;
                page.at(node).await?;
                let bad = "[...document.links].filter(it => it.origin !== location.origin && !(\
                           it.target === '_blank' && it.relList.contains('noopener') && it.relList.contains('noreferrer') \
                           && it.protocol === 'https:' && it.querySelector('.new-tab')?.textContent.trim()))\
                           .map(it => it.outerHTML)";
                page.shows(bad, e2e::json!([])).await?;
                let styled = "document.querySelectorAll('[style], script:not([type]):not([src]) ~ script[src^=http], iframe, form').length";
                page.shows(styled, 0).await?;
            }
            let away = "[...document.links].filter(it => it.origin !== location.origin).length > 2";
            page.shows(away, true).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn no_field_can_be_taken_for_a_sign_in() {
    journey(Journey::default(), async |page| {
        page.open("/#node=verification-form").await?;
        let doubtful = "document.querySelectorAll('form, [type=password], [type=email], .screen :is(input, button, a)').length";
        page.shows(doubtful, 0).await?;
        let kept = "[...document.querySelectorAll('input')].filter(i => i.getAttribute('autocomplete') != 'off').length";
        page.shows(kept, 0).await
    })
    .await;
}
