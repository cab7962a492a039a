//! `cargo xtask check [FILE…]`: reads the content and prints what is wrong with it.

use crate::{Command, process, stop::Outcome};

pub(crate) const COMMAND: Command = Command {
    name: "check",
    arguments: "[FILE…]",
    about: "checks the content files, all of them or those named",
    run,
};

pub(crate) fn run(arguments: &[String]) -> Outcome {
    let mut cargo = process::cargo()?;
    // Files are named as seen from where the caller stands.
    if let (false, Ok(here)) = (arguments.is_empty(), std::env::current_dir()) {
        cargo.current_dir(here);
    }
    process::run(
        cargo
            .args(["run", "--quiet", "--package", "authoring"])
            .args(["--bin", "check-content", "--"])
            .args(arguments),
        "The content has mistakes; they are listed above.",
    )
}
