//! `cargo xtask bench`: builds the page and starts `bench/bench.mjs`, which measures it beside others and writes bench/RESULTS.md.

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

use crate::{Command, build, tools};

pub(crate) const COMMAND: Command = Command {
    name: "bench",
    arguments: "[--rounds N]",
    about: "measures the page beside its peers, into bench/RESULTS.md",
    run,
};

fn run(sh: &Shell, arguments: &[String]) -> Result<()> {
    let browser = tools::chromium(sh)?;
    build::build(sh)?;
    let _bench = sh.push_dir("bench");
    println!("Installing what the page is measured beside (seconds to half a minute).");
    cmd!(
        sh,
        "npm ci --ignore-scripts --no-audit --no-fund --loglevel error"
    )
    .run()
    .context("npm could not install what bench/package-lock.json names; the reason is above.")?;
    cmd!(sh, "node bench.mjs {arguments...}")
        .env("CHROMIUM", browser.chromium)
        .run()
        .context("The bench did not run to its end; the reason is above.")?;
    cmd!(sh, "node studio.mjs ../dist")
        .run()
        .context("The studio could not be measured; the reason is above.")
}
