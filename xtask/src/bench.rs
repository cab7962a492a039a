//! `cargo xtask bench`: builds the page and starts `bench/bench.mjs`, which measures it beside others and writes bench/RESULTS.md.

use std::process::Command as Program;

use crate::{
    Command, build, process, project,
    stop::Outcome,
    tools::{self, BenchTools},
};

pub(crate) const COMMAND: Command = Command {
    name: "bench",
    arguments: "[--rounds N]",
    about: "measures the page beside its peers, into bench/RESULTS.md",
    run,
};

fn run(arguments: &[String]) -> Outcome {
    let BenchTools { build, chromium } = tools::for_benchmarks()?;
    build::build(&build)?;
    let bench = project::root()?.join("bench");
    println!("Installing what the page is measured beside (seconds to half a minute).");
    process::run(
        Program::new("npm")
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .args(["--loglevel", "error"])
            .current_dir(&bench),
        "npm could not install what bench/package-lock.json names; the reason is above.",
    )?;
    process::run(
        Program::new("node")
            .arg("bench.mjs")
            .args(arguments)
            .env("CHROMIUM", chromium)
            .current_dir(&bench),
        "The bench did not run to its end; the reason is above.",
    )
}
