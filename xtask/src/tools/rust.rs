//! What belongs to the Rust installation itself: the browser's target, the formatter, the lints.

use std::{
    env,
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
