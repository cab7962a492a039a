//! How fast the hours answer in the browser: runs `tests/e2e/examples/hours_speed.rs` on the built page and reads its lines.

use super::{Measured, goal::Goal, native, units::spoken};
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
    (
        "paste 5000000",
        "5 MB pasted until the answer",
        1_000_000_000,
    ),
];

pub(super) fn run(tools: &TestTools) -> Outcome<Measured> {
    let mut goals = native::hours()?;
    let found = in_browser(tools)?;
    goals.extend(limits(&found).ok_or_else(|| {
        Stop::Failed("The measurement of the hours names no time for each figure.".to_owned())
    })?);
    Ok(Measured {
        goals,
        sections: vec![("Pasted text".to_owned(), pastes(&found))],
        ..Measured::default()
    })
}

/// The names of figures and their nanoseconds.
fn in_browser(tools: &TestTools) -> Outcome<Vec<(String, u64)>> {
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
    Ok(found)
}

/// How the time of a paste grows with the text.
fn pastes(found: &[(String, u64)]) -> String {
    let mut table = "From the press of the button to the answer in the page.\n\n| bytes | time |\n| --- | --- |\n".to_owned();
    for (name, time) in found {
        if let Some(bytes) = name.strip_prefix("paste ") {
            table.push_str(&format!("| {bytes} | {} |\n", spoken(*time)));
        }
    }
    table
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

fn limits(found: &[(String, u64)]) -> Option<Vec<Goal>> {
    let goal = |(name, what, limit): &(&str, &str, u64)| {
        let (_, time) = found.iter().find(|(other, _)| other == name)?;
        Some(Goal {
            what: (*what).to_owned(),
            measured: spoken(*time),
            wanted: format!("at most {}", spoken(*limit)),
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
            "paste 1000: 2",
            "paste 5000000: 100",
            "noise",
        ];
        let found: Vec<_> = lines.iter().filter_map(|line| figure(line)).collect();
        let lines: Vec<_> = limits(&found)
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
        assert_eq!(limits(&found[..2]), None);
        let rows: Vec<_> = pastes(&found).lines().skip(4).map(str::to_owned).collect();
        assert_eq!(rows, ["| 1000 | 2.00 ms |", "| 5000000 | 100 ms |"]);
    }
}
