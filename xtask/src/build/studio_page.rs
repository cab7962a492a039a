//! The page of the content studio, a program of its own: readers never load it.

use std::path::Path;

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

use crate::tools::{self, SMALLEST, WASM_TARGET};

/// The package; glue and program are named after it.
const PAGE: &str = "studio-page";

/// Writes the studio's program and its glue into the folder `studio` of a build.
///
/// By a call of its own: within one call of Cargo the features of a crate are those that any program wants.
pub(super) fn add(sh: &Shell, staging: &Path) -> Result<()> {
    println!("Building the page of the studio.");
    let target = sh.current_dir().join("target");
    cmd!(sh, "cargo build --release --target {WASM_TARGET} --package {PAGE} --features browser --target-dir {target}")
        .env("CARGO_ENCODED_RUSTFLAGS", tools::neutral_paths(sh))
        .run()
        .context("The page of the studio could not be compiled; the reason is above.")?;
    let compiled = target.join(format!("{WASM_TARGET}/release/{PAGE}.wasm"));
    let folder = staging.join("studio");
    sh.create_dir(&folder)?;
    cmd!(
        sh,
        "cargo run --quiet --package glue -- {compiled} {folder}"
    )
    .run()
    .context("The glue of the studio could not be written; the reason is above.")?;
    let glue = folder.join(format!("{PAGE}.js"));
    cmd!(sh, "esbuild --minify --format=esm --log-level=warning {glue} --outfile={glue} --allow-overwrite")
        .run()
        .context("The glue of the studio could not be shortened; the reason is above.")?;
    let program = folder.join(format!("{PAGE}_bg.wasm"));
    cmd!(sh, "wasm-opt -O{SMALLEST} {program} --output {program}")
        .run()
        .context("wasm-opt could not make the studio smaller; the reason is above.")
}
