//! `cargo xtask dev`: builds for debugging, serves, and builds again on every change.

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

use crate::{Command, arguments, build, tools};

pub(crate) const COMMAND: Command = Command {
    name: "dev",
    arguments: "[--port N]",
    about: "serves a debug build and rebuilds it on every change",
    run,
};

fn run(sh: &Shell, arguments: &[String]) -> Result<()> {
    let port = arguments::port("dev", arguments)?.to_string();
    tools::for_developing(sh)?;
    build::fetch(sh)?;
    println!(
        "Serving on http://127.0.0.1:{port}/ once the first build is done; reload the page after a change. Ctrl-C ends it."
    );
    // A folder of its own: what is in dist/ is always a build for release.
    cmd!(sh, "trunk serve --offline --dist target/dev --port {port}")
        .run()
        .with_context(|| format!(
            "Trunk ended with an error; the reason is above. If port {port} is taken, name another one: `cargo xtask dev --port 8081`."
        ))
}
