//! `cargo xtask serve`: the main job, from a fresh clone to the page in a browser.

use std::{io, net::TcpListener};

use recording_server::{Server, ServerOptions};

use crate::{
    Command, build, project,
    stop::{self, Outcome, Stop},
    tools,
};

pub(crate) const COMMAND: Command = Command {
    name: "serve",
    arguments: "[--port N]",
    about: "installs what is missing, builds for release, serves the page",
    run,
};

fn run(arguments: &[String]) -> Outcome {
    let port = stop::port("serve", arguments, 8080)?;
    let addr = format!("127.0.0.1:{port}");
    // Asked before the long part, so that nobody waits minutes for this answer.
    TcpListener::bind(&addr).map_err(|error| refused(port, &error))?;
    build::build(&tools::for_building()?)?;
    let server = Server::start(ServerOptions::new(project::dist()?).addr(addr))
        .map_err(|error| refused(port, &error))?;
    println!("Serving on {} (Ctrl-C ends it).", server.url());
    server.wait()
}

fn refused(port: u16, error: &io::Error) -> Stop {
    Stop::Failed(match error.kind() {
        io::ErrorKind::AddrInUse => format!(
            "Port {port} is taken by another program. End that one, or name another port: `cargo xtask serve --port 8081`."
        ),
        io::ErrorKind::PermissionDenied => format!(
            "This user may not listen on port {port}. Name a port above 1023: `cargo xtask serve --port 8080`."
        ),
        _ => format!("The server could not start on port {port}: {error}."),
    })
}
