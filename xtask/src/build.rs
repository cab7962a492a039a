//! `cargo xtask build`: the finished page in `dist/`, as it is published.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    Command, compress, lock, process, project,
    stop::{Outcome, Stop, no_arguments},
    tools::{self, BuildTools},
};

pub(crate) const COMMAND: Command = Command {
    name: "build",
    arguments: "",
    about: "builds for release into dist/",
    run,
};

/// The program's name in Cargo.toml; glue and program for the browser are named after it.
const PROGRAM: &str = "learning-hours-guide";

fn run(arguments: &[String]) -> Outcome {
    no_arguments("build", arguments)?;
    build(&tools::for_building()?)
}

pub(crate) fn build(tools: &BuildTools) -> Outcome {
    fetch()?;
    let root = project::root()?;
    let dist = project::dist()?;
    // Two builds at once would move each other's files.
    let _lock = lock::take(
        &root.join("target/dist.lock"),
        "Another build of this checkout is running; waiting for it.",
    )
    .map_err(|error| Stop::Failed(format!("target/ cannot be written to: {error}.")))?;
    // A build is assembled in a folder of its own, which becomes dist/ only when everything succeeded.
    let staging = root.join("target/staging");
    assemble(tools, &root, &staging).inspect_err(|_| {
        if dist.join("index.html").is_file() {
            eprintln!("{} still holds the build before.", dist.display());
        }
    })?;
    remove(&dist)
        .and_then(|()| fs::rename(&staging, &dist))
        .map_err(|error| {
            Stop::Failed(format!("{} cannot be replaced: {error}.", dist.display()))
        })?;
    println!("The page is in {}.", dist.display());
    Ok(())
}

fn assemble(tools: &BuildTools, root: &Path, staging: &Path) -> Outcome {
    remove(staging)
        .and_then(|()| fs::create_dir_all(staging))
        .and_then(|()| fs::copy(root.join("index.html"), staging.join("index.html")))
        .map_err(|error| {
            Stop::Failed(format!(
                "{} cannot be written to: {error}.",
                staging.display()
            ))
        })?;
    let compiled = compile(root)?;
    println!("Writing the glue between browser and program.");
    process::run(
        process::cargo()?
            .args(["run", "--quiet", "--package", "glue", "--"])
            .args([&compiled, staging]),
        "The glue could not be written; the reason is above.",
    )?;
    println!("Making the program smaller.");
    let program = staging.join(format!("{PROGRAM}_bg.wasm"));
    process::run(
        tools
            .command("wasm-opt")?
            .arg(format!("-O{}", tools::SMALLEST))
            .arg(&program)
            .arg("--output")
            .arg(&program),
        "wasm-opt could not make the program smaller; the reason is above.",
    )?;
    println!("Writing the pages.");
    process::run(
        tools
            .lend(process::cargo()?.args(["run", "--quiet", "--package", "prerender"]))
            // The prerenderer is Trunk's hook as well, and hears from both in the same way.
            .env("TRUNK_SOURCE_DIR", root)
            .env("TRUNK_STAGING_DIR", staging),
        "The pages could not be written; the reason is above.",
    )?;
    compress::folder(staging)
}

/// Compiles the program for the browser, and answers where it is.
fn compile(root: &Path) -> Outcome<PathBuf> {
    let target = root.join("target");
    process::run(
        process::cargo()?
            .args(["build", "--release", "--target", tools::WASM_TARGET])
            .args(["--package", PROGRAM, "--features", "browser"])
            // Named here, because what a user has set would hide where the program is.
            .arg("--target-dir")
            .arg(&target)
            // In place of a user's own flags: the same commit gives the same bytes on every machine.
            .env("CARGO_ENCODED_RUSTFLAGS", tools::neutral_paths()),
        "The program could not be compiled; the reason is above.",
    )?;
    Ok(target
        .join(tools::WASM_TARGET)
        .join("release")
        .join(PROGRAM)
        .with_extension("wasm"))
}

/// A build by Trunk, for those who have it: the same pages in a folder of their own.
pub(crate) fn build_with_trunk(tools: &BuildTools) -> Outcome {
    process::run(
        tools
            .trunk()?
            .args(["build", "--release", "--offline", "--dist", "target/trunk"]),
        "The build by Trunk failed; the reason is above.",
    )
}

/// Sources that are not here yet are fetched before anything is compiled: where they lie is told to the compiler.
/// Where they are here, this asks nobody and takes a fraction of a second. Trunk, offline, would not fetch them.
pub(crate) fn fetch() -> Outcome {
    process::run(
        process::cargo()?.args(["fetch", "--quiet"]),
        "The sources of the crates could not be fetched; the reason is above. The first build needs the network.",
    )
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
