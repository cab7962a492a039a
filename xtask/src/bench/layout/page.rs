//! Builds the page that compares the layouts: our program for speed, and the others bundled with `bench/layout/page.js`.

use std::{fs, io, path::PathBuf, process::Command};

use crate::{
    process, project,
    stop::{Outcome, Stop},
    tools::{BenchTools, WASM_TARGET},
};

/// The profile in Cargo.toml that is for speed where that of the page is for size.
const PROFILE: &str = "bench-wasm";

/// Answers the folder of the finished page.
pub(super) fn build(tools: &BenchTools) -> Outcome<PathBuf> {
    let source = project::root()?.join("bench/layout");
    // Named outright, so that its place is known wherever the user's own settings put theirs.
    let target = project::root()?.join("target");
    let page = target.join("layout-bench");
    process::run(
        process::cargo()?
            .args(["build", "--package", "layout-bench", "--lib"])
            .args(["--target", WASM_TARGET, "--profile", PROFILE])
            .arg("--target-dir")
            .arg(&target),
        "The layout could not be compiled for the browser; the reason is above.",
    )?;
    let place = || -> io::Result<()> {
        fs::create_dir_all(&page)?;
        fs::copy(source.join("index.html"), page.join("index.html"))?;
        Ok(())
    };
    place().map_err(|error| {
        Stop::Failed(format!("{} cannot be written to: {error}.", page.display()))
    })?;
    let program = target.join(WASM_TARGET).join(PROFILE);
    process::run(
        Command::new(&tools.bindgen)
            .args(["--target", "web", "--no-typescript", "--out-dir"])
            .arg(&page)
            .arg(program.join("layout_bench.wasm")),
        "wasm-bindgen could not connect the layout with the browser; the reason is above.",
    )?;
    process::run(
        Command::new(&tools.esbuild)
            .arg(source.join("page.js"))
            .args(["--bundle", "--format=esm", "--log-level=warning"])
            .arg("--external:./layout_bench.js")
            .arg(format!("--outfile={}", page.join("page.js").display()))
            .env("NODE_PATH", &tools.modules),
        "esbuild could not bundle dagre and ELK; the reason is above.",
    )?;
    Ok(page)
}
