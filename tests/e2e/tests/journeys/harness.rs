//! Tests the harness of all other journeys: values are waited for, and errors in a page are heard in each engine.

use std::time::{Duration, Instant};

use e2e::{Journey, journey};

#[tokio::test]
async fn a_value_is_waited_for_while_what_it_is_read_from_is_not_there_yet() {
    journey(Journey::default(), async |page| {
        page.open("/").await?;
        page.value("void setTimeout(() => window.late = { there: true }, 300)")
            .await?;
        page.shows("late.there", true).await
    })
    .await;
}

#[tokio::test]
async fn what_goes_wrong_in_a_page_is_heard() {
    journey(Journey::default(), async |page| {
        page.open("/").await?;
        assert_eq!(page.console().await?, Vec::<String>::new());
        for (wrong, words) in [
            (
                "setTimeout(() => { throw new Error('thrown late') })",
                "thrown late",
            ),
            ("Promise.reject(new Error('not caught'))", "not caught"),
            (
                "console.error('written as an error')",
                "written as an error",
            ),
            (
                "console.warn('written as a warning')",
                "written as a warning",
            ),
            (
                "document.body.setAttribute('style', 'color: red')",
                "style-src",
            ),
        ] {
            page.value(&format!("void {wrong}")).await?;
            let start = Instant::now();
            while !page.console().await?.concat().contains(words) {
                assert!(
                    start.elapsed() < Duration::from_secs(10),
                    "{wrong} is not heard"
                );
                tokio::time::sleep(Duration::from_millis(15)).await;
            }
        }
        // An engine may tell of one thing in two ways, one after the other.
        tokio::time::sleep(Duration::from_millis(200)).await;
        page.console().await?;
        Ok(())
    })
    .await;
}
