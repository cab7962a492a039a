//! `cargo xtask tidy`: formatting and lints, on this machine's target and on the browser's.

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

use crate::{
    Command, arguments,
    tools::{self, WASM_TARGET},
};

pub(crate) const COMMAND: Command = Command {
    name: "tidy",
    arguments: "",
    about: "checks formatting and lints, changes nothing",
    run,
};

pub(crate) fn run(sh: &Shell, arguments: &[String]) -> Result<()> {
    arguments::none("tidy", arguments)?;
    tools::for_linting(sh)?;
    cmd!(sh, "cargo fmt --all --check")
        .run()
        .context("Some files are not formatted; `cargo fmt --all` formats them.")?;
    cmd!(sh, "cargo clippy --workspace --all-targets -- -D warnings")
        .run()
        .context("The lints found something; it is listed above.")?;
    cmd!(sh, "cargo clippy --package learning-hours-guide --target {WASM_TARGET} --features gallery --bins -- -D warnings")
        .run()
        .context("The lints found something in the program for the browser; it is listed above.")?;
    cmd!(sh, "cargo clippy --package studio-page --target {WASM_TARGET} --features browser --bins -- -D warnings")
        .run()
        .context("The lints found something in the page of the studio; it is listed above.")
}
