//! `cargo xtask dev`: builds for debugging, serves, and builds again on every change.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::{
    Command, arguments, build,
    tools::{self, process},
};

pub(crate) const COMMAND: Command = Command {
    name: "dev",
    arguments: "[--port N]",
    about: "serves a debug build and rebuilds it on every change",
    run,
};

fn run(sh: &Shell, arguments: &[String]) -> Result<()> {
    let port = arguments::free_port("dev", arguments)?.to_string();
    tools::for_developing(sh)?;
    build::fetch(sh)?;
    println!(
        "Serving on http://127.0.0.1:{port}/ once the first build is done; reload the page after a change. Ctrl-C ends it."
    );
    // A folder of its own: what is in dist/ is always a build for release.
    process::replace(cmd!(
        sh,
        "trunk serve --offline --dist target/dev --port {port}"
    ))
}
