//! The commands of this project: `cargo xtask help` lists them. A file for each, with what only it needs in the folder of its name; `tools` installs what they call.

mod arguments;
mod bench;
mod build;
mod check;
mod ci;
mod dev;
mod help;
mod serve;
mod size;
mod test;
mod tidy;
mod tools;

use std::{env, path::Path, process::ExitCode};

use anyhow::{Context as _, Result, bail};
use xshell::Shell;

/// One command as it is listed and called.
struct Command {
    name: &'static str,
    arguments: &'static str,
    about: &'static str,
    run: fn(&Shell, &[String]) -> Result<()>,
}

/// In the order in which somebody new meets them.
const COMMANDS: [Command; 10] = [
    serve::COMMAND,
    test::COMMAND,
    dev::COMMAND,
    build::COMMAND,
    check::COMMAND,
    size::COMMAND,
    tidy::COMMAND,
    bench::COMMAND,
    ci::COMMAND,
    help::COMMAND,
];

fn main() -> ExitCode {
    let arguments = env::args_os().skip(1);
    let arguments: Vec<_> = arguments
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let Err(error) = run(&arguments) else {
        return ExitCode::SUCCESS;
    };
    // The sentence for who called this, then what lies behind it.
    for cause in error.chain() {
        eprintln!("{cause}");
    }
    ExitCode::FAILURE
}

fn run(arguments: &[String]) -> Result<()> {
    let sh = shell()?;
    let asks_for_help = |word: &String| matches!(word.as_str(), "-h" | "--help");
    let Some((name, rest)) = arguments.split_first() else {
        return help::run(&sh, &[]);
    };
    if asks_for_help(name) {
        return help::run(&sh, &[]);
    }
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        bail!(
            "There is no command `{name}`. The commands are:\n\n{}",
            help::list()
        );
    };
    if rest.iter().any(asks_for_help) {
        println!("{}", help::line(command));
        return Ok(());
    }
    (command.run)(&sh, rest)
}

/// A shell at the top of the checkout, as Cargo names it at run time, so that a checkout may be moved.
fn shell() -> Result<Shell> {
    let own = env::var_os("CARGO_MANIFEST_DIR").context("Please call this as `cargo xtask`.")?;
    let root = Path::new(&own)
        .parent()
        .context("The folder of xtask has no folder above it.")?;
    let sh = Shell::new()?;
    sh.change_dir(root);
    Ok(sh)
}
