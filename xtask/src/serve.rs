//! `cargo xtask serve`: the main job, from a fresh clone to the page in a browser.

use std::net::TcpListener;

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

use crate::{Command, arguments, build, tools::process};

pub(crate) const COMMAND: Command = Command {
    name: "serve",
    arguments: "[--port N]",
    about: "installs what is missing, builds for release, serves the page",
    run,
};

fn run(sh: &Shell, arguments: &[String]) -> Result<()> {
    let port = arguments::port("serve", arguments)?;
    let addr = format!("127.0.0.1:{port}");
    // Asked before the long part, so that nobody waits minutes for this answer.
    TcpListener::bind(&addr).with_context(|| {
        format!(
            "The page cannot be served on port {port}. End what uses it, or name another port: `cargo xtask serve --port 8081`."
        )
    })?;
    build::build(sh)?;
    println!("Starting the server (half a minute the first time, since it is compiled).");
    process::replace(cmd!(
        sh,
        "cargo run --quiet --package recording-server -- dist {addr}"
    ))
}
