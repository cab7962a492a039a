//! How fast the hours answer in a browser, for `cargo xtask bench`: one line a figure, its name and its milliseconds.
#![allow(
    clippy::expect_used,
    reason = "a measurement that cannot be taken has failed"
)]

use e2e::{Journey, Page, Result, Value, journey};

/// The same by the clock on the wall, which also sees what else runs on the machine.
const KEYS: &str = "
    const done = arguments[arguments.length - 1];
    (async () => {
        const hours = document.getElementById('hours'), times = [], long = [];
        new PerformanceObserver(list => long.push(...list.getEntries().map(it => it.duration))).observe({ type: 'longtask' });
        const fields = [...document.querySelectorAll('.fields input')].filter(it =>
            /mandatory|policy|environment|governance|business-related|security/.test(it.name));
        // What is waited for is the number of the verdict itself: to record every change of the page would be measured with it.
        for (let round = 0; round < 40; round++)
            for (const field of fields) {
                const changed = new Promise(done => new MutationObserver((_, it) => { it.disconnect(); done() })
                    .observe(hours, { subtree: true, attributeFilter: ['data-have'] }));
                const start = performance.now();
                field.value = round % 2 ? '30' : '0.' + (round + 1);
                field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                await changed;
                times.push(performance.now() - start);
                // A task of its own for each key, as when someone types.
                await new Promise(done => setTimeout(done));
            }
        await new Promise(done => setTimeout(done, 200));
        times.sort((a, b) => a - b);
        const at = share => times[Math.floor(times.length * share)];
        done([at(.5), at(.95), times.at(-1), Math.max(0, ...long)]);
    })()";

/// Pastes a text of so many characters and takes the time until the answer is there.
const PASTE: &str = "
    const [length, done] = arguments;
    const courses = '性別主流化 課程 123, 環境 (王小明)\\t總學習\\n'.repeat(1 + length / 20);
    const text = ('環境教育(4小時)\\t4\\n' + courses).slice(0, length);
    const start = performance.now();
    document.getElementById('paste').value = text;
    document.querySelector('[data-action=read-paste]').click();
    const look = () => document.getElementById('review') ? done([performance.now() - start]) : setTimeout(look);
    look()";

/// The fields that rules count.
const FIELDS: [&str; 6] = [
    "mandatory",
    "policy",
    "environment",
    "governance",
    "business-related",
    "security",
];

/// Types into the fields that rules count, and takes the time of script from each key to the new verdicts.
async fn script(page: &Page) -> Result<()> {
    let mut times = Vec::new();
    for round in 0..40 {
        let text = match round % 2 {
            0 => format!("0.{}", round + 1),
            _ => "30".to_owned(),
        };
        for name in FIELDS {
            let press = format!(
                "(field => {{ field.value = '{text}'; field.dispatchEvent(new InputEvent('input', {{ bubbles: true }})) }})\
                 (document.querySelector('input[name={name}]'))"
            );
            times.push(page.script_time(&press).await?);
        }
    }
    times.sort_by(f64::total_cmp);
    for (name, place) in [
        ("script p50", times.len() / 2),
        ("script p95", times.len() * 95 / 100),
        ("script most", times.len() - 1),
    ] {
        println!("{name}: {:.2}", times.get(place).expect("times"));
    }
    Ok(())
}

/// Each text into a page of its own.
async fn pastes(page: &Page) -> Result<()> {
    for length in [1_000, 10_000, 100_000, 1_000_000, 5_000_000] {
        page.open("/?view=hours").await?;
        measure(page, &[&format!("paste {length}")], PASTE, &[length.into()]).await?;
    }
    Ok(())
}

async fn measure(page: &Page, names: &[&str], script: &str, arguments: &[Value]) -> Result<()> {
    let times = page.run(script, arguments.to_vec()).await?;
    let times = times.as_array().expect("a list of times");
    for (name, time) in names.iter().zip(times) {
        println!("{name}: {:.2}", time.as_f64().expect("a time"));
    }
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    journey(Journey::default(), async |page| {
        page.open("/?view=hours").await?;
        script(page).await?;
        measure(
            page,
            &["key p50", "key p95", "key most", "longest task"],
            KEYS,
            &[],
        )
        .await?;
        pastes(page).await?;
        page.slow_down(4).await?;
        page.open("/?view=hours").await?;
        measure(
            page,
            &[
                "slow key p50",
                "slow key p95",
                "slow key most",
                "slow longest task",
            ],
            KEYS,
            &[],
        )
        .await
    })
    .await;
}
