//! What belongs to the Rust installation itself: the browser's target, the formatter, the lints.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    process, project,
    stop::{Outcome, Stop},
};

pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

pub(super) fn ensure_target() -> Outcome {
    let installed = ask_rustc(&["--print", "target-libdir", "--target", WASM_TARGET])
        .is_some_and(|folder| Path::new(&folder).is_dir());
    if installed {
        return Ok(());
    }
    rustup(
        &["target", "add", WASM_TARGET],
        &format!(
            "Rust's standard library for {WASM_TARGET} is missing: the browser's kind of program needs it."
        ),
        &format!(
            "Please install the standard library for {WASM_TARGET} (Debian: `apt-get install libstd-rust-dev-wasm32`), then try again."
        ),
    )
}

pub(super) fn ensure_components() -> Outcome {
    let folder =
        ask_rustc(&["--print", "sysroot"]).map(|sysroot| PathBuf::from(sysroot).join("bin"));
    let missing: Vec<_> = [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")]
        .into_iter()
        .filter(|(program, _)| {
            let file = format!("{program}{}", env::consts::EXE_SUFFIX);
            !folder
                .as_ref()
                .is_some_and(|folder| process::is_program(&folder.join(file)))
        })
        .map(|(_, component)| component)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" and ");
    let mut arguments = vec!["component", "add"];
    arguments.extend(&missing);
    rustup(
        &arguments,
        &format!("Of Rust, {names} is missing: formatting and lints are part of the tests."),
        &format!("Please install {names}, then try again."),
    )
}

/// Flags for rustc that take the folders of this machine out of the program: panic messages name source files.
/// Parted as CARGO_ENCODED_RUSTFLAGS wants them, so that a folder may have blanks in its name.
pub(crate) fn neutral_paths() -> OsString {
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
    let version = ask_rustc(&["--version", "--verbose"]).unwrap_or_default();
    let commit = version
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "));
    if let Some((sysroot, commit)) = ask_rustc(&["--print", "sysroot"]).zip(commit) {
        let sources = Path::new(&sysroot).join("lib/rustlib/src/rust");
        rename(&sources, &format!("/rustc/{commit}"));
    }
    flags
}

fn cargo_home() -> Option<PathBuf> {
    let named = env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| Some(env::home_dir()?.join(".cargo")))
}

fn rustup(arguments: &[&str], what: &str, otherwise: &str) -> Outcome {
    if process::find("rustup").is_none() {
        return Err(Stop::Failed(format!(
            "{what} This Rust was not installed by rustup. {otherwise}"
        )));
    }
    println!("{what} Installing it with rustup (a download, seconds to a minute).");
    process::run(
        Command::new("rustup")
            .args(arguments)
            .current_dir(project::root()?),
        &format!("rustup did not succeed; the reason is above. {otherwise}"),
    )
}

fn ask_rustc(arguments: &[&str]) -> Option<String> {
    let root = project::root().ok()?;
    process::ask(Command::new("rustc").args(arguments).current_dir(root))
}
