//! `cargo xtask bench`: how fast the page is beside its peers, how cost grows, how fast hours and layout are on this machine, and what load a server bears.

mod figures;
mod goal;
mod growth;
mod hosts;
mod hours;
mod layout;
mod native;
mod peers;
mod results;
mod samples;
mod serving;
mod site;
mod units;

use crate::{
    Command,
    budget::Budget,
    build, process,
    stop::{Outcome, Stop},
    tools::{self, BenchTools, TestTools},
};
use goal::Goal;

pub(crate) const COMMAND: Command = Command {
    name: "bench",
    arguments: "[PART…]",
    about: "measures the page beside its peers, into bench/RESULTS.md",
    run,
};

/// What a part of the bench found.
#[derive(Debug, Default)]
struct Measured {
    goals: Vec<Goal>,
    /// Title and text, in Markdown.
    sections: Vec<(String, String)>,
    /// The machine and the versions, where the part knows of them.
    facts: site::Facts,
}

/// What every part may need.
struct Bench {
    tools: BenchTools,
    test_tools: TestTools,
    budget: Budget,
    site: site::Site,
}

/// A part that can be measured alone.
struct Part {
    name: &'static str,
    run: fn(&Bench) -> Outcome<Measured>,
}

const PARTS: [Part; 6] = [
    Part {
        name: "peers",
        run: |bench| peers::run(&bench.tools, &bench.budget, &bench.site),
    },
    Part {
        name: "growth",
        run: |bench| growth::run(&bench.tools, &bench.site),
    },
    Part {
        name: "layout",
        run: |bench| layout::run(&bench.tools),
    },
    Part {
        name: "hours",
        run: |bench| hours::run(&bench.test_tools),
    },
    Part {
        name: "hosts",
        run: |bench| hosts::run(&bench.tools, &bench.budget, &bench.site),
    },
    Part {
        name: "serving",
        run: |bench| serving::run(&bench.budget),
    },
];

fn run(arguments: &[String]) -> Outcome {
    let parts = chosen(arguments)?;
    let bench = prepare()?;
    let mut measured = Measured::default();
    for part in parts {
        measured.add((part.run)(&bench)?);
    }
    let rust = process::ask(std::process::Command::new("rustc").arg("--version"));
    measured
        .facts
        .extend(rust.map(|version| ("rust".to_owned(), version)));
    println!();
    for (title, text) in &measured.sections {
        println!("{title}\n\n{text}");
    }
    for goal in &measured.goals {
        println!("{}", goal.line());
    }
    // What is written down is always one whole run.
    if arguments.is_empty() {
        results::write(&measured)?;
    }
    match measured.goals.iter().filter(|goal| !goal.holds).count() {
        0 => Ok(()),
        missed => Err(Stop::Failed(format!(
            "{missed} of {} goals missed; they are marked above.",
            measured.goals.len()
        ))),
    }
}

/// What is missing is said at once, not after minutes of measuring.
fn prepare() -> Outcome<Bench> {
    let budget = Budget::read()?;
    let tools = tools::for_benchmarks()?;
    let test_tools = tools::for_testing()?;
    build::build(&test_tools.build)?;
    let site = site::build(&tools)?;
    Ok(Bench {
        tools,
        test_tools,
        budget,
        site,
    })
}

/// The parts that are named, in their own order; all of them where none is.
fn chosen(arguments: &[String]) -> Outcome<Vec<&'static Part>> {
    if let Some(unknown) = arguments
        .iter()
        .find(|word| PARTS.iter().all(|part| part.name != word.as_str()))
    {
        return Err(Stop::Usage(format!(
            "`cargo xtask bench` has no part `{unknown}`; the parts are {}. Without any, all are measured and written to bench/RESULTS.md.",
            PARTS.map(|part| part.name).join(", ")
        )));
    }
    let is_chosen =
        |part: &&Part| arguments.is_empty() || arguments.iter().any(|word| word == part.name);
    Ok(PARTS.iter().filter(is_chosen).collect())
}

impl Measured {
    fn add(&mut self, other: Self) {
        self.goals.extend(other.goals);
        self.sections.extend(other.sections);
        if self.facts.is_empty() {
            self.facts = other.facts;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_chosen_by_name() {
        #[track_caller]
        fn check(arguments: &[&str], expect: Option<&[&str]>) {
            let arguments: Vec<_> = arguments.iter().map(|&word| word.to_owned()).collect();
            let names = chosen(&arguments)
                .ok()
                .map(|parts| parts.iter().map(|part| part.name).collect::<Vec<_>>());
            assert_eq!(names.as_deref(), expect, "{arguments:?}");
        }
        check(
            &[],
            Some(&["peers", "growth", "layout", "hours", "hosts", "serving"]),
        );
        check(&["hours", "peers"], Some(&["peers", "hours"]));
        check(&["speed"], None);
        check(&["hours", "speed"], None);
    }
}
