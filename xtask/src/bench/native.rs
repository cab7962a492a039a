//! What is measured natively, the layout and the hours: runs their benches and reads what divan prints.

use super::{goal::Goal, units::spoken};
use crate::{
    process,
    stop::{Outcome, Stop},
};

/// Nanoseconds.
const MANUAL: u64 = 1_000_000;
const THOUSAND: u64 = 50_000_000;
const EVALUATE: u64 = 5_000;
const READ: u64 = 200_000;
/// By so much n log n grows from 100 to 1,000.
const GROWTH: u64 = 15;

pub(super) fn layout() -> Outcome<Vec<Goal>> {
    let mut medians = Medians::default();
    process::run_watched(
        process::cargo()?.args(["bench", "--package", "flowchart", "--bench", "layout"]),
        "The benchmark of the layout did not run to its end; the reason is above.",
        |line| medians.add_line(line),
    )?;
    let mut goals = Vec::new();
    for form in ["wide", "narrow"] {
        goals.extend(medians.goals(form).ok_or_else(|| {
            Stop::Failed(format!(
                "The benchmark of the layout names no time for each flow in the {form} form."
            ))
        })?);
    }
    Ok(goals)
}

/// The hours: judging all rule sets, and reading a pasted page.
pub(super) fn hours() -> Outcome<Vec<Goal>> {
    let mut medians = Medians::default();
    for (package, bench) in [("hours", "evaluate"), ("interchange", "read")] {
        process::run_watched(
            process::cargo()?.args(["bench", "--package", package, "--bench", bench]),
            "The benchmark of the hours did not run to its end; the reason is above.",
            |line| medians.add_line(line),
        )?;
    }
    let goal = |group: &str, name: &str, what: &str, limit| {
        let time = medians.get(group, name)?;
        Some(below(what, time, limit))
    };
    let goals = [
        goal(
            "evaluate",
            "all_rule_sets",
            "judging all rule sets",
            EVALUATE,
        ),
        goal("a_page", "10000", "reading a pasted page of 10 kB", READ),
    ];
    goals.into_iter().collect::<Option<_>>().ok_or_else(|| {
        Stop::Failed("The benchmark of the hours names no time for each figure.".to_owned())
    })
}

/// The median of each measurement, by the names of its group and its flow.
#[derive(Debug, Default)]
struct Medians {
    group: String,
    found: Vec<(String, String, u64)>,
}

impl Medians {
    /// Adds a line like `│  ├─ 100   499.1 µs │ 747.5 µs │ 513.4 µs │ …`, where the third time is the median.
    /// A line without times begins a group.
    fn add_line(&mut self, line: &str) {
        let is_branch = |letter: char| letter == ' ' || ('\u{2500}'..='\u{257f}').contains(&letter);
        let line = line.trim_start_matches(is_branch);
        let mut columns = line.split('│');
        let name = columns.next().and_then(|first| first.split(' ').next());
        let (Some(name), Some(median)) = (name, columns.nth(1)) else {
            return;
        };
        match nanoseconds(median) {
            Some(time) => self.found.push((self.group.clone(), name.to_owned(), time)),
            // Below a time there may be a line of throughput, which is neither.
            None if matches!(median.trim(), "" | "median") => name.clone_into(&mut self.group),
            None => {}
        }
    }

    fn get(&self, group: &str, flow: &str) -> Option<u64> {
        let mut found = self.found.iter();
        found
            .find(|(its_group, its_flow, _)| its_group == group && its_flow == flow)
            .map(|(_, _, time)| *time)
    }

    fn goals(&self, form: &str) -> Option<[Goal; 3]> {
        let hundred = self.get(form, "100")?.max(1);
        let thousand = self.get(form, "1000")?;
        Some([
            below(
                &format!("layout of the manual's flow, {form}"),
                self.get(form, "manual")?,
                MANUAL,
            ),
            below(
                &format!("layout of 1,000 nodes, {form}"),
                thousand,
                THOUSAND,
            ),
            Goal {
                what: format!("layout, {form}, from 100 to 1,000 nodes"),
                measured: format!(
                    "{}.{} times the time",
                    thousand / hundred,
                    thousand * 10 / hundred % 10
                ),
                wanted: format!("at most {GROWTH} times (n log n)"),
                holds: thousand <= hundred * GROWTH,
            },
        ])
    }
}

fn below(what: &str, time: u64, limit: u64) -> Goal {
    Goal {
        what: format!("{what}, natively"),
        measured: spoken(time),
        wanted: format!("below {}", spoken(limit)),
        holds: time < limit,
    }
}

/// `513.4 µs`
fn nanoseconds(text: &str) -> Option<u64> {
    let (number, unit) = text.trim().split_once(' ')?;
    let unit = match unit {
        "ns" => 1.0,
        "µs" => 1e3,
        "ms" => 1e6,
        "s" => 1e9,
        _ => return None,
    };
    // A float becomes the nearest integer that there is.
    Some((number.parse::<f64>().ok()? * unit).round() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_are_read_from_what_divan_prints() {
        let mut medians = Medians::default();
        for line in [
            "Timer precision: 20 ns\n",
            "layout        fastest       │ slowest       │ median        │ mean          │ samples │ iters\n",
            "├─ narrow                   │               │               │               │         │\n",
            "│  ├─ manual  302.2 µs      │ 475.1 µs      │ 309.9 µs      │ 320.3 µs      │ 100     │ 100\n",
            "│  ├─ 100     823.6 µs      │ 1.156 ms      │ 840.5 µs      │ 865.4 µs      │ 100     │ 100\n",
            "│  │          104.1 MB/s    │ 56.63 MB/s    │ 86.74 MB/s    │ 90.31 MB/s    │         │\n",
            "│  ╰─ 1000    9.354 ms      │ 12.2 ms       │ 19.726 ms     │ 9.99 ms       │ 100     │ 100\n",
            "╰─ wide                     │               │               │               │         │\n",
            "   ╰─ 100     499.1 µs      │ 747.5 µs      │ 513.4 µs      │ 527.6 µs      │ 100     │ 100\n",
            "\n",
        ] {
            medians.add_line(line);
        }
        assert_eq!(medians.get("narrow", "1000"), Some(19_726_000));
        assert_eq!(medians.get("wide", "100"), Some(513_400));
        assert_eq!(medians.get("wide", "1000"), None);
        assert_eq!(medians.goals("wide"), None);
        let lines = medians
            .goals("narrow")
            .map(|goals| goals.map(|goal| goal.line()));
        assert_eq!(
            lines.unwrap_or_default(),
            [
                "holds   layout of the manual's flow, narrow, natively: 310 µs, wanted below 1.00 ms",
                "holds   layout of 1,000 nodes, narrow, natively: 19.7 ms, wanted below 50.0 ms",
                "MISSED  layout, narrow, from 100 to 1,000 nodes: 23.4 times the time, wanted at most 15 times (n log n)",
            ]
        );
    }

    #[test]
    fn times_have_a_unit() {
        #[track_caller]
        fn check(text: &str, expect: Option<u64>) {
            assert_eq!(nanoseconds(text), expect, "{text}");
        }
        check(" 41 ns ", Some(41));
        check("513.4 µs", Some(513_400));
        check("2.1 ms", Some(2_100_000));
        check("1.5 s", Some(1_500_000_000));
        check("100", None);
        check("median", None);
        check("", None);
    }
}
