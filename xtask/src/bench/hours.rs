//! How fast the hours answer in the browser: runs `tests/e2e/examples/hours_speed.rs` on the built page and reads its lines.

use super::{Goal, figures::spoken};
use crate::{
    process, project,
    stop::{Outcome, Stop},
    tools::TestTools,
};

/// Nanoseconds: of a key, of the longest task on a machine four times slower, of a paste of 5 MB.
const LIMITS: [(&str, &str, u64); 3] = [
    (
        "script p95",
        "script from key press to verdicts, 95th percentile",
        4_000_000,
    ),
    (
        "slow longest task",
        "longest task, four times slower",
        50_000_000,
    ),
    ("paste", "5 MB pasted until the answer", 1_000_000_000),
];

pub(super) fn run(tools: &TestTools) -> Outcome<Vec<Goal>> {
    println!("\nMeasuring the hours in the browser (half a minute).");
    let mut found = Vec::new();
    process::run_watched(
        process::cargo()?
            .args([
                "run",
                "--quiet",
                "--package",
                "e2e",
                "--example",
                "hours_speed",
            ])
            .env("DIST_DIR", project::dist()?)
            .env("CHROMIUM", &tools.chromium)
            .env("CHROMEDRIVER", &tools.chromedriver),
        "The hours could not be measured in the browser; the reason is above.",
        |line| found.extend(figure(line)),
    )?;
    goals(&found).ok_or_else(|| {
        Stop::Failed("The measurement of the hours names no time for each figure.".to_owned())
    })
}

/// `script p95: 2.30` in milliseconds.
fn figure(line: &str) -> Option<(String, u64)> {
    let (name, time) = line.trim().split_once(": ")?;
    // A float becomes the nearest integer that there is.
    Some((
        name.to_owned(),
        (time.parse::<f64>().ok()? * 1e6).round() as u64,
    ))
}

fn goals(found: &[(String, u64)]) -> Option<Vec<Goal>> {
    let goal = |(name, what, limit): &(&str, &str, u64)| {
        let (_, time) = found.iter().find(|(other, _)| other == name)?;
        Some(Goal {
            sentence: format!(
                "{what}: {}, wanted at most {}",
                spoken(*time),
                spoken(*limit)
            ),
            holds: time <= limit,
        })
    };
    LIMITS.iter().map(goal).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_goals_and_a_missing_one_is_no_result() {
        let lines = [
            "script p95: 2.30",
            "key p50: 1",
            "slow longest task: 62.5\n",
            "paste: 100",
            "noise",
        ];
        let found: Vec<_> = lines.iter().filter_map(|line| figure(line)).collect();
        let lines: Vec<_> = goals(&found)
            .unwrap_or_default()
            .iter()
            .map(Goal::line)
            .collect();
        assert_eq!(
            lines,
            [
                "holds   script from key press to verdicts, 95th percentile: 2.30 ms, wanted at most 4.00 ms",
                "MISSED  longest task, four times slower: 62.5 ms, wanted at most 50.0 ms",
                "holds   5 MB pasted until the answer: 100 ms, wanted at most 1000 ms",
            ]
        );
        assert_eq!(goals(&found[..2]), None);
    }
}
