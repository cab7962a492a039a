//! `cargo xtask tidy`: formatting and lints, on this machine's target and on the browser's.

use crate::{
    Command, process,
    stop::{Outcome, no_arguments},
    tools,
};

pub(crate) const COMMAND: Command = Command {
    name: "tidy",
    arguments: "",
    about: "checks formatting and lints, changes nothing",
    run,
};

pub(crate) fn run(arguments: &[String]) -> Outcome {
    no_arguments("tidy", arguments)?;
    tools::for_linting()?;
    process::run(
        process::cargo()?.args(["fmt", "--all", "--check"]),
        "Some files are not formatted; `cargo fmt --all` formats them.",
    )?;
    process::run(
        process::cargo()?
            .args(["clippy", "--workspace", "--all-targets"])
            .args(["--", "-D", "warnings"]),
        "The lints found something; it is listed above.",
    )?;
    process::run(
        process::cargo()?
            .args(["clippy", "--package", "learning-hours-guide"])
            .args(["--target", tools::WASM_TARGET, "--features", "browser"])
            .args(["--", "-D", "warnings"]),
        "The lints found something in the program for the browser; it is listed above.",
    )
}
