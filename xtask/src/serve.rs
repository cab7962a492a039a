//! `cargo xtask serve`: the main job, from a fresh clone to the page in a browser.

use std::net::TcpListener;

use anyhow::{Context as _, Result};
use recording_server::{Server, ServerOptions};
use xshell::Shell;

use crate::{Command, arguments, build};

pub(crate) const COMMAND: Command = Command {
    name: "serve",
    arguments: "[--port N]",
    about: "installs what is missing, builds for release, serves the page",
    run,
};

fn run(sh: &Shell, arguments: &[String]) -> Result<()> {
    let port = arguments::port("serve", arguments)?;
    let addr = format!("127.0.0.1:{port}");
    let refused = || {
        format!(
            "The page cannot be served on port {port}. End what uses it, or name another port: `cargo xtask serve --port 8081`."
        )
    };
    // Asked before the long part, so that nobody waits minutes for this answer.
    TcpListener::bind(&addr).with_context(refused)?;
    build::build(sh)?;
    let options = ServerOptions::new(sh.current_dir().join("dist")).addr(addr);
    let server = Server::start(options).with_context(refused)?;
    println!("Serving on {} (Ctrl-C ends it).", server.url());
    server.wait()
}
