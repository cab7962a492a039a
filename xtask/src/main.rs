//! The commands of this project: `cargo xtask help` lists them. One file per command; `tools` installs what they need.

mod bench;
mod budget;
mod build;
mod check;
mod ci;
mod compress;
mod dev;
mod help;
mod lock;
mod process;
mod project;
mod scratch;
mod serve;
mod serving;
mod size;
mod stop;
mod test;
mod tidy;
mod tools;

use std::process::ExitCode;

use stop::{Outcome, Stop};

/// One command as it is listed and called.
struct Command {
    name: &'static str,
    arguments: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Outcome,
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
    let arguments: Vec<String> = std::env::args_os()
        .skip(1)
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            if let Some(sentence) = stop.sentence() {
                eprintln!("{sentence}");
            }
            ExitCode::from(stop.exit_code())
        }
    }
}

fn run(arguments: &[String]) -> Outcome {
    let Some((name, rest)) = arguments.split_first() else {
        return help::run(&[]);
    };
    if matches!(name.as_str(), "-h" | "--help") {
        return help::run(&[]);
    }
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        return Err(Stop::Usage(format!(
            "There is no command `{name}`. The commands are:\n\n{}",
            help::list()
        )));
    };
    if rest
        .iter()
        .any(|word| matches!(word.as_str(), "-h" | "--help"))
    {
        println!("{}", help::line(command));
        return Ok(());
    }
    (command.run)(rest)
}
