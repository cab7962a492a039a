//! Writes what was measured: `bench/RESULTS.md` whole, and the goals into README.md between two marks. Both or neither.

use std::{fs, path::Path};

use super::{Measured, goal};
use crate::{
    project,
    stop::{Outcome, Stop},
};

const RESULTS: &str = "bench/RESULTS.md";
const README: &str = "README.md";
/// README has the goals between these.
const START: &str = "<!-- bench: written by `cargo xtask bench` -->\n";
const END: &str = "<!-- /bench -->";

pub(super) fn write(measured: &Measured) -> Outcome {
    let readme = filled(&project::read(README)?, &summary(measured)).ok_or_else(|| {
        Stop::Failed(format!(
            "{README} has no place for the results between `{}` and `{END}`.",
            START.trim()
        ))
    })?;
    let root = project::root()?;
    replace(&root.join(RESULTS), &results(measured))?;
    replace(&root.join(README), &readme)?;
    println!("\nWritten to {RESULTS} and {README}.");
    Ok(())
}

/// A reader sees the file before or the file after, never half of one.
fn replace(file: &Path, text: &str) -> Outcome {
    let unfinished = file.with_extension("md.unfinished");
    fs::write(&unfinished, text)
        .and_then(|()| fs::rename(&unfinished, file))
        .map_err(|error| Stop::Failed(format!("{} cannot be written to: {error}.", file.display())))
}

fn results(measured: &Measured) -> String {
    let mut text = format!(
        "# Results of the bench\n\nWritten by `cargo xtask bench`, which measures all of it again; never edited by hand.\n\n## Machine and versions\n\n{}\n## Goals\n\n{}",
        facts(measured),
        goal::table(&measured.goals)
    );
    for (title, section) in &measured.sections {
        text.push_str(&format!("\n## {title}\n\n{section}"));
    }
    text
}

fn summary(measured: &Measured) -> String {
    let date = measured.facts.iter().find(|(name, _)| name == "date");
    let date = date.map_or("", |(_, date)| date);
    format!(
        "Measured on {date}; the phone has 150 ms for each request, 1.6 Mbit/s and a processor four times slower.\n\n{}",
        goal::table(&measured.goals)
    )
}

fn facts(measured: &Measured) -> String {
    let facts = measured.facts.iter();
    facts
        .map(|(name, value)| format!("- {name}: {value}\n"))
        .collect()
}

/// A text with another one between the marks; `None` where it does not have both, in order.
fn filled(text: &str, between: &str) -> Option<String> {
    let (before, rest) = text.split_once(START)?;
    let (_, after) = rest.split_once(END)?;
    Some([before, START, "\n", between, "\n", END, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::goal::Goal;

    fn measured() -> Measured {
        Measured {
            goals: vec![Goal {
                what: "ready".to_owned(),
                measured: "0.30".to_owned(),
                wanted: "at most 0.70".to_owned(),
                holds: true,
            }],
            sections: vec![("A first visit".to_owned(), "| a |\n".to_owned())],
            facts: vec![("date".to_owned(), "2026-11-24".to_owned())],
        }
    }

    #[test]
    fn results_are_facts_goals_and_sections() {
        let text = results(&measured());
        let order = [
            "- date: 2026-11-24\n",
            "## Goals",
            "| ready | 0.30 |",
            "## A first visit\n\n| a |\n",
        ];
        let places = order.map(|part| text.find(part));
        assert!(places.iter().all(Option::is_some), "{text}");
        assert!(places.is_sorted(), "{text}");
    }

    #[test]
    fn the_readme_keeps_everything_around_the_marks() {
        let readme = format!("# A\n\n{START}old\n{END}\n\nB\n");
        assert_eq!(
            filled(&readme, "new\n").as_deref(),
            Some(format!("# A\n\n{START}\nnew\n\n{END}\n\nB\n").as_str())
        );
        assert_eq!(filled("# A\n", "new"), None);
        assert_eq!(filled(START, "new"), None);
    }

    #[test]
    fn the_summary_says_when() {
        assert!(summary(&measured()).starts_with("Measured on 2026-11-24; "));
    }
}
