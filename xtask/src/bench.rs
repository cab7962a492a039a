//! `cargo xtask bench`: how long evaluating the rules takes on this machine.

use crate::{
    Command, process,
    stop::{Outcome, no_arguments},
};

pub(crate) const COMMAND: Command = Command {
    name: "bench",
    arguments: "",
    about: "measures how long evaluating the rules takes",
    run,
};

fn run(arguments: &[String]) -> Outcome {
    no_arguments("bench", arguments)?;
    process::run(
        process::cargo()?.args(["bench", "--package", "hours"]),
        "The benchmark did not run to its end; the reason is above.",
    )
}
