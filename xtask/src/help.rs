//! `cargo xtask help`: the list of commands.

use anyhow::Result;
use xshell::Shell;

use crate::{COMMANDS, Command};

pub(crate) const COMMAND: Command = Command {
    name: "help",
    arguments: "",
    about: "prints this list",
    run,
};

pub(crate) fn run(_: &Shell, _: &[String]) -> Result<()> {
    println!("The commands of this project:\n\n{}", list());
    Ok(())
}

pub(crate) fn list() -> String {
    COMMANDS.iter().map(line).collect::<Vec<_>>().join("\n")
}

pub(crate) fn line(command: &Command) -> String {
    let call = format!("cargo xtask {} {}", command.name, command.arguments);
    format!("  {call:<32} {}", command.about)
}
