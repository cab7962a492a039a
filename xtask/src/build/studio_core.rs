//! The studio in a build: its core, made by a call of Cargo of its own, and what its Worker loads.

use std::{fs, path::Path};

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

use super::compress;
use crate::tools::{self, SMALLEST, WASM_TARGET};

/// The package of the core; glue and program are named after it.
const CORE: &str = "studio-core";

/// The content files: the studio makes this file anew, as it does pages.
const SOURCE: &str = "studio/source.json";

/// Adds the studio to the pages in `staging`, where the prerenderer has left `studio/shell.json` and `studio/source.json`.
pub(super) fn add(sh: &Shell, staging: &Path) -> Result<()> {
    let target = sh.current_dir().join("target");
    let studio = staging.join("studio");
    println!("Building the core of the studio.");
    // By itself: its features, those of Yew among them, would else become those of the page's program.
    cmd!(
        sh,
        "cargo build --release --target {WASM_TARGET} --package {CORE} --target-dir {target}"
    )
    .env("CARGO_ENCODED_RUSTFLAGS", tools::neutral_paths(sh))
    .run()
    .context("The core of the studio could not be compiled; the reason is above.")?;
    let compiled = target.join(format!("{WASM_TARGET}/release/{CORE}.wasm"));
    cmd!(
        sh,
        "cargo run --quiet --package glue -- {compiled} {studio}"
    )
    .run()
    .context("The glue of the studio could not be written; the reason is above.")?;
    let program = studio.join(format!("{CORE}_bg.wasm"));
    cmd!(sh, "wasm-opt -O{SMALLEST} {program} --output {program}")
        .run()
        .context("wasm-opt could not make the studio smaller; the reason is above.")?;
    let glue = studio.join(format!("{CORE}.js"));
    let short = cmd!(
        sh,
        "esbuild --minify --format=esm --log-level=warning {glue}"
    )
    .read()
    .context("The glue of the studio could not be made smaller; the reason is above.")?;
    sh.write_file(&glue, short)?;
    sh.copy_file("studio/worker.js", &studio)?;
    sh.copy_file("studio/preview.html", staging)?;
    list(staging)
}

/// Names every file that is the same whatever the content says: a site that the studio makes has them as well.
fn list(staging: &Path) -> Result<()> {
    let mut files = compress::files(staging).context("The build could not be read.")?;
    // Pages are made anew; those of the studio itself are not.
    files.retain(|name| {
        let is_own = matches!(name.as_str(), "studio.html" | "preview.html");
        let is_page = name.ends_with(".html") && !is_own;
        !is_page && name != SOURCE
    });
    let own = "studio/files.json";
    files.push(own.to_owned());
    files.sort();
    let names: Vec<_> = files.iter().map(|name| format!("\"{name}\"")).collect();
    fs::write(staging.join(own), format!("[{}]\n", names.join(",\n")))
        .context("The list of the studio's files could not be written.")
}
