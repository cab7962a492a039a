//! `cargo xtask check [FILE…]`: reads the content and prints what is wrong with it.

use std::env;

use anyhow::{Result, ensure};
use xshell::{Shell, cmd};

use crate::Command;

pub(crate) const COMMAND: Command = Command {
    name: "check",
    arguments: "[FILE…]",
    about: "checks the content files, all of them or those named",
    run,
};

pub(crate) fn run(sh: &Shell, arguments: &[String]) -> Result<()> {
    // Files are named as seen from where the caller stands.
    let here = (!arguments.is_empty()).then(env::current_dir).transpose()?;
    let _here = here.map(|here| sh.push_dir(here));
    let check = cmd!(
        sh,
        "cargo run --quiet --package authoring --bin check-content -- {arguments...}"
    );
    ensure!(
        check.quiet().run().is_ok(),
        "The content has mistakes; they are listed above."
    );
    Ok(())
}
