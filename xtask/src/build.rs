//! `cargo xtask build`: the finished page in `dist/`, as it is published.

pub(crate) mod compress;

use std::{fs, path::Path};

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

use crate::{
    Command, arguments,
    tools::{self, SMALLEST, WASM_TARGET, lock},
};

pub(crate) const COMMAND: Command = Command {
    name: "build",
    arguments: "",
    about: "builds for release into dist/",
    run,
};

/// The program's name in Cargo.toml; glue and program for the browser are named after it.
const PROGRAM: &str = "learning-hours-guide";

fn run(sh: &Shell, arguments: &[String]) -> Result<()> {
    arguments::none("build", arguments)?;
    build(sh)
}

pub(crate) fn build(sh: &Shell) -> Result<()> {
    tools::for_building(sh)?;
    fetch(sh)?;
    let root = sh.current_dir();
    // Two builds at once would move each other's files.
    let _lock = lock::take(
        &root.join("target/dist.lock"),
        "Another build of this checkout is running; waiting for it.",
    )?;
    // A build is assembled in a folder of its own, which becomes dist/ only when everything succeeded.
    let (staging, dist) = (root.join("target/staging"), root.join("dist"));
    assemble(sh, &staging).inspect_err(|_| {
        if dist.join("index.html").is_file() {
            eprintln!("{} still holds the build before.", dist.display());
        }
    })?;
    sh.remove_path(&dist)?;
    fs::rename(&staging, &dist)
        .with_context(|| format!("{} cannot be replaced.", dist.display()))?;
    println!("The page is in {}.", dist.display());
    Ok(())
}

fn assemble(sh: &Shell, staging: &Path) -> Result<()> {
    sh.remove_path(staging)?;
    sh.create_dir(staging)?;
    sh.copy_file("index.html", staging)?;
    // Named here, because what a user has set would hide where the program is.
    let target = sh.current_dir().join("target");
    cmd!(sh, "cargo build --release --target {WASM_TARGET} --package {PROGRAM} --features browser --target-dir {target}")
        // In place of a user's own flags: the same commit gives the same bytes on every machine.
        .env("CARGO_ENCODED_RUSTFLAGS", tools::neutral_paths(sh))
        .run()
        .context("The program could not be compiled; the reason is above.")?;
    println!("Writing the glue between browser and program.");
    let compiled = target.join(format!("{WASM_TARGET}/release/{PROGRAM}.wasm"));
    cmd!(
        sh,
        "cargo run --quiet --package glue -- {compiled} {staging}"
    )
    .run()
    .context("The glue could not be written; the reason is above.")?;
    println!("Making the program smaller.");
    let program = staging.join(format!("{PROGRAM}_bg.wasm"));
    cmd!(sh, "wasm-opt -O{SMALLEST} {program} --output {program}")
        .run()
        .context("wasm-opt could not make the program smaller; the reason is above.")?;
    println!("Writing the pages.");
    cmd!(sh, "cargo run --quiet --package prerender")
        // The prerenderer is Trunk's hook as well, and hears from both in the same way.
        .env("TRUNK_SOURCE_DIR", sh.current_dir())
        .env("TRUNK_STAGING_DIR", staging)
        .run()
        .context("The pages could not be written; the reason is above.")?;
    compress::folder(sh, staging)
}

/// Sources that are not here yet are fetched before anything is compiled: where they lie is told to the compiler.
/// Where they are here, this asks nobody and takes a fraction of a second. Trunk, offline, would not fetch them.
pub(crate) fn fetch(sh: &Shell) -> Result<()> {
    cmd!(sh, "cargo fetch --quiet").quiet().run().context(
        "The sources of the crates could not be fetched; the reason is above. The first build needs the network.",
    )
}
