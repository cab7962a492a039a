//! `cargo xtask bench`: how fast the hours answer and the flow is laid out on this machine.

mod browser;
mod figures;
mod hours;
mod native;
mod page;

use crate::{
    Command, build,
    stop::{Outcome, Stop, no_arguments},
    tools,
};

pub(crate) const COMMAND: Command = Command {
    name: "bench",
    arguments: "",
    about: "measures the hours, and the layout beside dagre and ELK",
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
    let test_tools = tools::for_testing()?;
    let mut goals = native::hours()?;
    goals.extend(native::run()?);
    build::build(&test_tools.build)?;
    goals.extend(hours::run(&test_tools)?);
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
