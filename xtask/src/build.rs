//! `cargo xtask build`: the finished page in `dist/`, as it is published.

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

fn run(arguments: &[String]) -> Outcome {
    no_arguments("build", arguments)?;
    build(&tools::for_building()?)
}

pub(crate) fn build(tools: &BuildTools) -> Outcome {
    fetch()?;
    let dist = project::dist()?;
    // Two builds at once would move each other's files.
    let _lock = lock::take(
        &project::root()?.join("target/dist.lock"),
        "Another build of this checkout is running; waiting for it.",
    )
    .map_err(|error| Stop::Failed(format!("target/ cannot be written to: {error}.")))?;
    // Trunk assembles a build in a folder of its own and moves it only when everything succeeded.
    process::run(
        tools.trunk()?.args(["build", "--release", "--offline"]),
        &if dist.join("index.html").is_file() {
            format!(
                "The build failed; the reason is above. {} still holds the build before.",
                dist.display()
            )
        } else {
            "The build failed; the reason is above. There is no earlier build.".to_owned()
        },
    )?;
    if !dist.join("index.html").is_file() {
        return Err(Stop::Failed(format!(
            "Trunk reports success, but there is no index.html in {}.",
            dist.display()
        )));
    }
    compress::folder(&dist)?;
    println!("The page is in {}.", dist.display());
    Ok(())
}

/// Trunk works offline and lets Cargo do the same, so the sources of all crates have to be here before.
/// Where they are, this asks nobody and takes a fraction of a second.
pub(crate) fn fetch() -> Outcome {
    process::run(
        process::cargo()?.args(["fetch", "--quiet"]),
        "The sources of the crates could not be fetched; the reason is above. The first build needs the network.",
    )
}
