//! Everything the commands need and a machine may lack: what it is, which version, how it is installed.
//!
//! Nothing is ever installed over a user's own tools: a tool of the exact version on the PATH is used as it
//! is, any other comes into a folder of this project's own (see [`cache`]), which is put before the PATH of
//! what is called. A second run finds everything in place and starts none of the tools to ask.

mod browser;
mod cache;
pub(crate) mod lock;
pub(crate) mod process;
mod rust;
mod servers;

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail, ensure};
use xshell::Shell;

use cache::{Proof, Source, Tool};

pub(crate) use browser::{Chromium, chromium};
pub(crate) use rust::{WASM_TARGET, neutral_paths};
pub(crate) use servers::{Nginx, caddy, nginx};

/// The npm package; its first number is what `wasm-opt --version` says and what Trunk.toml names.
const BINARYEN: &str = "132.0.0";
/// How wasm-opt is to work: `-Oz` for it, `data-wasm-opt` in index.html for Trunk.
pub(crate) const SMALLEST: &str = "z";

/// The variables that the tests read from the environment to run in an engine.
pub(crate) type Settings = Vec<(&'static str, PathBuf)>;

pub(crate) fn for_building(sh: &Shell) -> Result<()> {
    bindgen_version(sh)?;
    for program in ["node", "npm"] {
        ensure!(
            process::find(program).is_some(),
            "Node.js is needed and `{program}` is not on the PATH. Please install Node.js 18 or later with npm (Debian: `apt-get install nodejs npm`), then try again."
        );
    }
    rust::ensure_target(sh)?;
    cache::lend(sh, &wasm_opt())?;
    cache::lend(sh, &esbuild())
}

/// Trunk and what it calls: it builds again on every change.
pub(crate) fn for_developing(sh: &Shell) -> Result<()> {
    for_building(sh)?;
    cache::lend(sh, &trunk())?;
    cache::lend(sh, &wasm_bindgen(&bindgen_version(sh)?))?;
    // Trunk reads NO_COLOR=1 as a mistake: it wants `true`, which everybody else takes as well.
    if let Ok(value) = sh.var("NO_COLOR") {
        sh.set_var("NO_COLOR", (!value.is_empty()).to_string());
    }
    Ok(())
}

/// Whether somebody has Trunk and wasm-bindgen of the right versions already.
pub(crate) fn has_trunk(sh: &Shell) -> Result<bool> {
    Ok(cache::is_here(sh, &trunk())? && cache::is_here(sh, &wasm_bindgen(&bindgen_version(sh)?))?)
}

pub(crate) fn for_linting(sh: &Shell) -> Result<()> {
    rust::ensure_components(sh)?;
    rust::ensure_target(sh)
}

/// The accessibility checks, one script.
pub(crate) fn axe(sh: &Shell) -> Result<PathBuf> {
    cache::place(sh, &axe_core())
}

/// An engine that the tests run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        }
    }

    /// The settings that the tests in it need, or why they cannot run.
    pub(crate) fn settings(self, sh: &Shell) -> Result<Settings> {
        match self {
            Self::Chromium => chromium(sh).map(Chromium::settings),
            Self::Firefox => browser::firefox(sh, || cache::place(sh, &geckodriver())),
            Self::WebKit => browser::webkit(sh),
        }
    }
}

fn wasm_opt() -> Tool<'static> {
    Tool {
        name: "binaryen",
        version: BINARYEN,
        program: Some("wasm-opt"),
        file: "node_modules/.bin/wasm-opt",
        proof: Proof::Answers(format!("wasm-opt version {}", major(BINARYEN))),
        why: "it makes the program smaller",
        time: "a download of about 100 MB, seconds to a minute",
        source: Source::Npm,
    }
}

fn esbuild() -> Tool<'static> {
    let version = "0.25.12";
    Tool {
        name: "esbuild",
        version,
        program: Some("esbuild"),
        file: "node_modules/.bin/esbuild",
        proof: Proof::Answers(version.to_owned()),
        why: "it makes the script that loads the program smaller",
        time: "a download of 10 MB, seconds",
        source: Source::Npm,
    }
}

fn axe_core() -> Tool<'static> {
    Tool {
        name: "axe-core",
        version: "4.14.1",
        program: None,
        file: "node_modules/axe-core/axe.min.js",
        proof: Proof::Package("node_modules/axe-core/package.json"),
        why: "it checks the pages for barriers",
        time: "a download of 3 MB, seconds",
        source: Source::Npm,
    }
}

fn trunk() -> Tool<'static> {
    // A later one wants a Rust newer than ours.
    let version = "0.21.14";
    Tool {
        name: "trunk",
        version,
        program: Some("trunk"),
        file: "bin/trunk",
        proof: Proof::Answers(format!("trunk {version}")),
        why: "it builds the page again on every change",
        time: "by cargo-binstall seconds, else compiled here once, 5 to 9 minutes",
        source: Source::Crate { locked: true },
    }
}

fn wasm_bindgen(version: &str) -> Tool<'_> {
    Tool {
        name: "wasm-bindgen-cli",
        version,
        program: Some("wasm-bindgen"),
        file: "bin/wasm-bindgen",
        proof: Proof::Answers(format!("wasm-bindgen {version}")),
        why: "it connects the program with the browser and has to match Cargo.lock",
        time: "by cargo-binstall seconds, else compiled here once, 2 to 4 minutes",
        // Its lock file names a version that was withdrawn.
        source: Source::Crate { locked: false },
    }
}

fn geckodriver() -> Tool<'static> {
    // The release that goes with the Firefox ESR of Debian.
    let version = "0.37.1";
    Tool {
        name: "geckodriver",
        version,
        program: Some("geckodriver"),
        file: "bin/geckodriver",
        proof: Proof::Answers(format!("geckodriver {version}")),
        why: "it drives Firefox in the tests",
        time: "by cargo-binstall seconds, else compiled here once, 2 to 4 minutes",
        source: Source::Crate { locked: true },
    }
}

fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or(version)
}

/// The version that Cargo.lock holds, twice: the program and what writes its glue have to be of one version.
/// Trunk.toml has to name it as well: Trunk, offline, refuses any other.
fn bindgen_version(sh: &Shell) -> Result<String> {
    let lock = sh.read_file("Cargo.lock")?;
    let locked = locked_version(&lock, "wasm-bindgen")
        .context("Cargo.lock names no wasm-bindgen, so there is nothing to build.")?;
    ensure!(
        locked_version(&lock, "wasm-bindgen-cli-support") == Some(locked),
        "crates/glue uses another version of wasm-bindgen than the program, {locked}. Please correct crates/glue/Cargo.toml."
    );
    let trunk = sh.read_file("Trunk.toml")?;
    agree(&trunk, "wasm_bindgen", locked)?;
    agree(&trunk, "wasm_opt", &format!("version_{}", major(BINARYEN)))?;
    Ok(locked.to_owned())
}

fn agree(trunk: &str, key: &str, expect: &str) -> Result<()> {
    match setting(trunk, key) {
        Some(named) if named == expect => Ok(()),
        named => bail!(
            "Trunk.toml has {key} = \"{}\" where this project uses \"{expect}\". Please correct Trunk.toml.",
            named.unwrap_or_default()
        ),
    }
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    lock.split("[[package]]")
        .find(|entry| setting(entry, "name") == Some(package))
        .and_then(|entry| setting(entry, "version"))
}

/// The value of a line `key = "value"`.
fn setting<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    text.lines()
        .filter_map(|line| line.split_once('='))
        .find(|(name, _)| name.trim() == key)
        .and_then(|(_, value)| value.trim().strip_prefix('"')?.split('"').next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_a_lock_file() {
        #[track_caller]
        fn check(package: &str, expect: Option<&str>) {
            let lock = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\ndependencies = [\n \"name\",\n]\n";
            assert_eq!(locked_version(lock, package), expect, "{package}");
        }
        check("wasm-bindgen", Some("0.2.130"));
        check("wasm-bindgen-macro", Some("0.2.1"));
        check("wasm", None);
    }

    #[test]
    fn trunk_makes_the_program_smaller_as_the_build_does() {
        let sh = crate::shell().expect("a shell");
        let template = sh.read_file("index.html").expect("the template");
        assert!(template.contains(&format!("data-wasm-opt=\"{SMALLEST}\"")));
        assert!(!template.contains("data-wasm-opt-params"));
    }

    #[test]
    fn trunk_has_to_name_the_versions_in_use() {
        #[track_caller]
        fn check(trunk: &str, expect: bool) {
            let agrees = agree(trunk, "wasm_bindgen", "0.2.130").is_ok();
            assert_eq!(agrees, expect, "{trunk}");
        }
        check(
            "[tools]\nwasm_bindgen = \"0.2.130\" # as in Cargo.lock\n",
            true,
        );
        check("wasm_bindgen=\"0.2.130\"", true);
        check("wasm_bindgen = \"0.2.13\"", false);
        check("# wasm_bindgen = \"0.2.130\"", false);
        check("", false);
    }
}
