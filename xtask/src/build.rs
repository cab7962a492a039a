//! `cargo xtask build`: the finished page in `dist/`, as it is published.

pub(crate) mod compress;
mod studio_core;
mod studio_page;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

use crate::{
    Command, arguments,
    tools::{self, SMALLEST, WASM_TARGET, lock},
};

pub(crate) const COMMAND: Command = Command {
    name: "build",
    arguments: "[--content DIR]",
    about: "builds for release into dist/, of the content in another folder where one is named",
    run,
};

/// The program's name in Cargo.toml; glue and program for the browser are named after it.
const PROGRAM: &str = "learning-hours-guide";

/// The content that is published.
const CONTENT: &str = "content";

/// The content that nobody edits, for journeys that rest on its numbers and words.
const FROZEN_CONTENT: &str = "tests/frozen";

/// A small guide of another school: nothing in the code may know the first one.
const ANOTHER_CONTENT: &str = "tests/prerender/content";

fn run(sh: &Shell, arguments: &[String]) -> Result<()> {
    let content = arguments::content("build", arguments)?;
    let content = content.unwrap_or_else(|| sh.current_dir().join(CONTENT));
    build_from(sh, &content, &sh.current_dir().join("dist"))
}

/// The page as it is published, in `dist/`.
pub(crate) fn build(sh: &Shell) -> Result<()> {
    let root = sh.current_dir();
    build_from(sh, &root.join(CONTENT), &root.join("dist"))
}

/// The page that the journeys go through; answers where it is.
pub(crate) fn build_frozen(sh: &Shell) -> Result<PathBuf> {
    build_into(sh, FROZEN_CONTENT, "target/frozen")
}

/// The page of another school; answers where it is.
pub(crate) fn build_another(sh: &Shell) -> Result<PathBuf> {
    build_into(sh, ANOTHER_CONTENT, "target/another")
}

fn build_into(sh: &Shell, content: &str, dist: &str) -> Result<PathBuf> {
    let root = sh.current_dir();
    let dist = root.join(dist);
    build_from(sh, &root.join(content), &dist)?;
    Ok(dist)
}

fn build_from(sh: &Shell, content: &Path, dist: &Path) -> Result<()> {
    tools::for_building(sh)?;
    fetch(sh)?;
    let root = sh.current_dir();
    // Two builds at once would move each other's files.
    let _lock = lock::take(
        &root.join("target/dist.lock"),
        "Another build of this checkout is running; waiting for it.",
    )?;
    // A build is assembled in a folder of its own, which takes its place only when everything succeeded.
    let staging = root.join("target/staging");
    assemble(sh, content, &staging).inspect_err(|_| {
        if dist.join("index.html").is_file() {
            eprintln!("{} still holds the build before.", dist.display());
        }
    })?;
    sh.remove_path(dist)?;
    fs::rename(&staging, dist)
        .with_context(|| format!("{} cannot be replaced.", dist.display()))?;
    println!("The page is in {}.", dist.display());
    Ok(())
}

/// The program that shows the states of the gallery one by one in the tests; returns its folder.
pub(crate) fn gallery(sh: &Shell) -> Result<PathBuf> {
    let target = sh.current_dir().join("target");
    let folder = target.join("gallery");
    cmd!(sh, "cargo build --bin gallery --target {WASM_TARGET} --package {PROGRAM} --features gallery --target-dir {target}")
        .run()
        .context("The gallery could not be compiled; the reason is above.")?;
    let compiled = target.join(format!("{WASM_TARGET}/debug/gallery.wasm"));
    cmd!(
        sh,
        "cargo run --quiet --package glue -- {compiled} {folder}"
    )
    .run()
    .context("The glue of the gallery could not be written; the reason is above.")?;
    Ok(folder)
}

fn assemble(sh: &Shell, content: &Path, staging: &Path) -> Result<()> {
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
        .env("CONTENT_DIR", content)
        .run()
        .context("The pages could not be written; the reason is above.")?;
    studio_page::add(sh, staging)?;
    studio_core::add(sh, staging)?;
    compress::folder(sh, staging)
}

/// Sources that are not here yet are fetched before anything is compiled: where they lie is told to the compiler.
/// Where they are here, this asks nobody and takes a fraction of a second. Trunk, offline, would not fetch them.
pub(crate) fn fetch(sh: &Shell) -> Result<()> {
    cmd!(sh, "cargo fetch --quiet").quiet().run().context(
        "The sources of the crates could not be fetched; the reason is above. The first build needs the network.",
    )
}
