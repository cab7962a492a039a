//! Sees to the parts of the Rust installation itself: the browser's target, the formatter, the lints.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, ensure};
use xshell::{Shell, cmd};

use super::process;

pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

pub(super) fn ensure_target(sh: &Shell) -> Result<()> {
    let folder = process::ask(cmd!(
        sh,
        "rustc --print target-libdir --target {WASM_TARGET}"
    ));
    if folder.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    rustup(
        sh,
        &["target", "add", WASM_TARGET],
        &format!("The standard library for {WASM_TARGET}, the browser's kind of program,"),
        "libstd-rust-dev-wasm32",
    )
}

pub(super) fn ensure_components(sh: &Shell) -> Result<()> {
    let sysroot = process::ask(cmd!(sh, "rustc --print sysroot")).unwrap_or_default();
    for (program, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        let file = format!("{sysroot}/bin/{program}{}", env::consts::EXE_SUFFIX);
        if !process::is_program(Path::new(&file)) {
            let what = format!("{component}, for the formatting and the lints of the tests,");
            rustup(sh, &["component", "add", component], &what, component)?;
        }
    }
    Ok(())
}

/// Flags for rustc that take the folders of this machine out of the program: panic messages name source files.
/// Parted as CARGO_ENCODED_RUSTFLAGS wants them, so that a folder may have blanks in its name.
pub(crate) fn neutral_paths(sh: &Shell) -> OsString {
    let mut flags = OsString::new();
    let mut rename = |from: &Path, to: &str| {
        if !flags.is_empty() {
            flags.push("\x1f");
        }
        flags.push("--remap-path-prefix=");
        flags.push(from);
        flags.push("=");
        flags.push(to);
    };
    // The last one that fits counts.
    if let Some(home) = cargo_home() {
        rename(&home, "/cargo");
        // Each registry has a folder of its own, named by a digest of its address.
        let registries = fs::read_dir(home.join("registry/src"));
        for registry in registries.into_iter().flatten().flatten() {
            rename(&registry.path(), "/crates");
        }
    }
    // The standard library's files are named like this where the component `rust-src` is missing.
    let version = process::ask(cmd!(sh, "rustc --version --verbose")).unwrap_or_default();
    let commit = version
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "));
    if let Some((sysroot, commit)) = process::ask(cmd!(sh, "rustc --print sysroot")).zip(commit) {
        let sources = Path::new(&sysroot).join("lib/rustlib/src/rust");
        rename(&sources, &format!("/rustc/{commit}"));
    }
    flags
}

fn cargo_home() -> Option<PathBuf> {
    let named = env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| Some(env::home_dir()?.join(".cargo")))
}

fn rustup(sh: &Shell, arguments: &[&str], what: &str, package: &str) -> Result<()> {
    let otherwise =
        format!("Please install it (Debian: `apt-get install {package}`), then try again.");
    ensure!(
        process::find("rustup").is_some(),
        "{what} is missing, and this Rust was not installed by rustup. {otherwise}"
    );
    println!("{what} is missing. Installing it with rustup (a download, seconds to a minute).");
    cmd!(sh, "rustup {arguments...}")
        .run()
        .with_context(|| format!("rustup did not succeed; the reason is above. {otherwise}"))
}
