//! `cargo xtask bench`: how long evaluating the rules and laying out the flow take on this machine.

mod browser;
mod figures;
mod native;
mod page;

use crate::{
    Command, process,
    stop::{Outcome, Stop, no_arguments},
    tools,
};

pub(crate) const COMMAND: Command = Command {
    name: "bench",
    arguments: "",
    about: "measures the rules, and the layout beside dagre and ELK",
    run,
};

/// What a figure should be, and whether it is.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Goal {
    sentence: String,
    holds: bool,
}

fn run(arguments: &[String]) -> Outcome {
    no_arguments("bench", arguments)?;
    // What is missing is said at once, not after minutes of measuring.
    let tools = tools::for_benchmarks()?;
    process::run(
        process::cargo()?.args(["bench", "--package", "hours", "--bench", "evaluate"]),
        "The benchmark of the rules did not run to its end; the reason is above.",
    )?;
    let mut goals = native::run()?;
    let comparisons = browser::run(&tools, &page::build(&tools)?)?;
    println!("\n{}", figures::table(&comparisons));
    goals.extend(comparisons.iter().flat_map(figures::Comparison::goals));
    for goal in &goals {
        println!("{}", goal.line());
    }
    match goals.iter().filter(|goal| !goal.holds).count() {
        0 => Ok(()),
        missed => Err(Stop::Failed(format!(
            "{missed} of {} goals missed; they are marked above.",
            goals.len()
        ))),
    }
}

impl Goal {
    fn line(&self) -> String {
        let verdict = if self.holds { "holds " } else { "MISSED" };
        format!("{verdict}  {}", self.sentence)
    }
}
