//! `cargo xtask dev`: builds for debugging, serves, and builds again on every change.

use crate::{
    Command, build, process,
    stop::{self, Outcome},
    tools,
};

pub(crate) const COMMAND: Command = Command {
    name: "dev",
    arguments: "[--port N]",
    about: "serves a debug build and rebuilds it on every change",
    run,
};

fn run(arguments: &[String]) -> Outcome {
    let port = stop::port("dev", arguments, 8080)?;
    let tools = tools::for_developing()?;
    build::fetch()?;
    println!(
        "Serving on http://127.0.0.1:{port}/ once the first build is done; reload the page after a change. Ctrl-C ends it."
    );
    process::run(
        tools
            .trunk()?
            // A folder of its own: what is in dist/ is always a build for release.
            .args(["serve", "--offline", "--dist", "target/dev"])
            .args(["--port", &port.to_string()]),
        &format!(
            "Trunk ended with an error; the reason is above. If port {port} is taken, name another one: `cargo xtask dev --port 8081`."
        ),
    )
}
