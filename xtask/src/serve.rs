//! `cargo xtask serve`: the main job, from a fresh clone to the page in a browser.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::{Command, arguments, build, tools::process};

pub(crate) const COMMAND: Command = Command {
    name: "serve",
    arguments: "[--port N]",
    about: "installs what is missing, builds for release, serves the page",
    run,
};

fn run(sh: &Shell, arguments: &[String]) -> Result<()> {
    let port = arguments::free_port("serve", arguments)?.to_string();
    build::build(sh)?;
    println!("Starting the server (half a minute the first time, since it is compiled).");
    process::replace(cmd!(
        sh,
        "cargo run --quiet --package recording-server -- dist 127.0.0.1:{port}"
    ))
}
