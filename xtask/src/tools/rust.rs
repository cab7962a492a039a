//! What belongs to the Rust installation itself: the browser's target, the formatter, the lints.

use std::{
    env, fs,
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
/// With the component `rust-src` the standard library's files have a place on the disk, without it they are named as here.
pub(super) fn neutral_paths() -> String {
    let mut flags = Vec::new();
    let mut remap = |from: &Path, to: &str| {
        let from = from.display().to_string();
        // The variable that carries the flags parts them at blanks.
        if !from.contains(char::is_whitespace) {
            flags.push(format!("--remap-path-prefix={from}={to}"));
        }
    };
    let commit = ask_rustc(&["--version", "--verbose"]).and_then(|about| {
        Some(
            about
                .split_once("commit-hash: ")?
                .1
                .lines()
                .next()?
                .to_owned(),
        )
    });
    if let Some((sysroot, commit)) = ask_rustc(&["--print", "sysroot"]).zip(commit) {
        let sources = Path::new(&sysroot).join("lib/rustlib/src/rust");
        remap(&sources, &format!("/rustc/{commit}"));
    }
    // Each registry has a folder of its own, named by a digest of its address.
    for registry in cargo_home()
        .and_then(|home| fs::read_dir(home.join("registry/src")).ok())
        .into_iter()
        .flatten()
        .flatten()
    {
        remap(&registry.path(), "/crates");
    }
    flags.join(" ")
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
