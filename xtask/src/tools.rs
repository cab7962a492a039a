//! Everything the commands need and a machine may lack: what it is, which version, how it is installed.
//!
//! Nothing is ever installed over a user's own tools: a tool of the exact version on the PATH is used as it
//! is, any other comes into a folder of this project's own (see [`cache`]). A second run finds everything in
//! place and starts none of the tools to ask.

mod browser;
mod cache;
mod rust;
mod servers;

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    process, project,
    stop::{Outcome, Stop},
};
use cache::{Proof, Tool};

pub(crate) use browser::Settings;
pub(crate) use rust::{WASM_TARGET, neutral_paths};
pub(crate) use servers::{Nginx, caddy, nginx};

/// For `cargo xtask dev`, and for those who call it themselves. A later Trunk wants a Rust newer than ours.
const TRUNK: &str = "0.21.14";
/// The npm package; its first number is what `wasm-opt --version` says and what Trunk.toml names.
const BINARYEN: &str = "132.0.0";
/// How wasm-opt is to work: `-Oz` for it, `data-wasm-opt` in index.html for Trunk.
pub(crate) const SMALLEST: &str = "z";
const ESBUILD: &str = "0.25.12";
/// The release that goes with the Firefox ESR of Debian.
const GECKODRIVER: &str = "0.37.1";
const AXE: &str = "4.14.1";

/// What turns the sources into `dist/`.
#[derive(Debug)]
pub(crate) struct BuildTools {
    /// Folders with programs, to be looked into before the user's PATH.
    folders: Vec<PathBuf>,
}

/// What the tests need on top.
#[derive(Debug)]
pub(crate) struct TestTools {
    pub(crate) build: BuildTools,
    /// The accessibility checks, one script.
    pub(crate) axe: PathBuf,
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
}

/// What the bench needs on top.
#[derive(Debug)]
pub(crate) struct BenchTools {
    pub(crate) build: BuildTools,
    pub(crate) chromium: PathBuf,
}

pub(crate) fn for_building() -> Outcome<BuildTools> {
    bindgen_version()?;
    need_node()?;
    rust::ensure_target()?;
    let mut folders = Vec::new();
    folders.extend(cache::ensure(&Tool {
        name: "binaryen",
        version: BINARYEN,
        program: Some("wasm-opt"),
        file: "node_modules/.bin/wasm-opt",
        proof: Proof::Answers(format!("wasm-opt version {}", major(BINARYEN))),
        why: "it makes the program smaller",
        time: "a download of about 100 MB, seconds to a minute",
        install: npm("binaryen", BINARYEN),
    })?);
    folders.extend(cache::ensure(&esbuild())?);
    Ok(BuildTools { folders })
}

/// Trunk and what it calls: it builds again on every change.
pub(crate) fn for_developing() -> Outcome<BuildTools> {
    let bindgen = bindgen_version()?;
    let mut tools = for_building()?;
    for tool in [trunk(), wasm_bindgen(&bindgen)] {
        tools.folders.extend(cache::ensure(&tool)?);
    }
    Ok(tools)
}

/// The same where somebody has Trunk and wasm-bindgen of the right versions already, and nothing where one is missing.
pub(crate) fn with_trunk() -> Outcome<Option<BuildTools>> {
    let bindgen = bindgen_version()?;
    let is_here = cache::is_here(&trunk())? && cache::is_here(&wasm_bindgen(&bindgen))?;
    is_here.then(for_developing).transpose()
}

pub(crate) fn for_testing() -> Outcome<TestTools> {
    // What only the user can install comes first, so that nobody waits minutes to read about it.
    let browser::Chromium {
        chromium,
        chromedriver,
    } = browser::chromium()?;
    rust::ensure_components()?;
    let build = for_building()?;
    let axe = Tool {
        name: "axe-core",
        version: AXE,
        program: None,
        file: "node_modules/axe-core/axe.min.js",
        proof: Proof::Package("node_modules/axe-core/package.json"),
        why: "it checks the pages for barriers",
        time: "a download of 3 MB, seconds",
        install: npm("axe-core", AXE),
    };
    cache::ensure(&axe)?;
    Ok(TestTools {
        build,
        axe: cache::folder(&axe)?.join(axe.file),
        chromium,
        chromedriver,
    })
}

/// An engine that the tests run in beside Chromium, where it can be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Further {
    Firefox,
    WebKit,
}

impl Further {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        }
    }
}

/// What the tests in such an engine need, or why they cannot run.
pub(crate) fn further_engine(engine: Further) -> Settings {
    match engine {
        Further::Firefox => browser::firefox(|| program(&geckodriver())),
        Further::WebKit => browser::webkit(),
    }
}

pub(crate) fn for_benchmarks() -> Outcome<BenchTools> {
    let browser::Chromium { chromium, .. } = browser::chromium()?;
    let build = for_building()?;
    Ok(BenchTools { build, chromium })
}

pub(crate) fn for_linting() -> Outcome {
    rust::ensure_components()?;
    rust::ensure_target()
}

/// Node measures sizes and runs what comes from npm.
pub(crate) fn need_node() -> Outcome {
    for program in ["node", "npm"] {
        if process::find(program).is_none() {
            return Err(Stop::Failed(format!(
                "Node.js is needed and `{program}` is not on the PATH. Please install Node.js 18 or later with npm (Debian: `apt-get install nodejs npm`), then try again."
            )));
        }
    }
    Ok(())
}

impl BuildTools {
    /// One of these tools at the top of the checkout, with all of them in reach.
    pub(crate) fn command(&self, program: &str) -> Outcome<Command> {
        // A bare name is looked up on this process's own PATH, so a tool of ours is named by its place.
        let place = self
            .folders
            .iter()
            .map(|folder| folder.join(program_file(program)))
            .find(|file| process::is_program(file))
            .map_or_else(|| OsString::from(program), OsString::from);
        let mut command = Command::new(place);
        command.current_dir(project::root()?);
        self.lend(&mut command);
        Ok(command)
    }

    /// Puts these tools before what is on the PATH of another program.
    pub(crate) fn lend<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        let user = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths(self.folders.iter().cloned().chain(env::split_paths(&user)))
            .unwrap_or(user);
        command.env("PATH", path)
    }

    pub(crate) fn trunk(&self) -> Outcome<Command> {
        let mut command = self.command("trunk")?;
        // Trunk reads NO_COLOR=1 as a mistake: it wants `true`, which everybody else takes as well.
        match env::var_os("NO_COLOR") {
            Some(value) if !value.is_empty() => command.env("NO_COLOR", "true"),
            _ => command.env_remove("NO_COLOR"),
        };
        Ok(command)
    }
}

fn trunk() -> Tool<'static> {
    cargo_tool(
        "trunk",
        TRUNK,
        "trunk",
        "it builds the page again on every change",
        "by cargo-binstall seconds, else compiled here once, 5 to 9 minutes",
        true,
    )
}

fn wasm_bindgen(version: &str) -> Tool<'_> {
    cargo_tool(
        "wasm-bindgen-cli",
        version,
        "wasm-bindgen",
        "it connects the program with the browser and has to match Cargo.lock",
        "by cargo-binstall seconds, else compiled here once, 2 to 4 minutes",
        // Its lock file names a version that was withdrawn.
        false,
    )
}

fn geckodriver() -> Tool<'static> {
    cargo_tool(
        "geckodriver",
        GECKODRIVER,
        "geckodriver",
        "it drives Firefox in the tests",
        "by cargo-binstall seconds, else compiled here once, 2 to 4 minutes",
        true,
    )
}

fn esbuild() -> Tool<'static> {
    Tool {
        name: "esbuild",
        version: ESBUILD,
        program: Some("esbuild"),
        file: "node_modules/.bin/esbuild",
        proof: Proof::Answers(ESBUILD.to_owned()),
        why: "it makes the script that loads the program smaller",
        time: "a download of 10 MB, seconds",
        install: npm("esbuild", ESBUILD),
    }
}

/// Makes sure of a tool and answers how it is called: by its place, or by its bare name on the user's own PATH.
fn program(tool: &Tool<'_>) -> Outcome<PathBuf> {
    Ok(match cache::ensure(tool)? {
        Some(_) => cache::folder(tool)?.join(tool.file),
        None => PathBuf::from(tool.program.unwrap_or(tool.name)),
    })
}

/// A tool that cargo-binstall downloads, where somebody has it, and Cargo compiles from its published sources otherwise.
fn cargo_tool<'a>(
    name: &'a str,
    version: &'a str,
    program: &'a str,
    why: &'a str,
    time: &'a str,
    locked: bool,
) -> Tool<'a> {
    let package = format!("{name}@{version}");
    Tool {
        name,
        version,
        program: Some(program),
        file: match program {
            "trunk" => "bin/trunk",
            "geckodriver" => "bin/geckodriver",
            _ => "bin/wasm-bindgen",
        },
        proof: Proof::Answers(format!("{program} {version}")),
        why,
        time,
        install: Box::new(move |folder: &Path| {
            let mut cargo = process::cargo()?;
            if process::find("cargo-binstall").is_some() {
                cargo.args(["binstall", "--no-confirm"]);
            } else {
                // Kept between attempts, so that an interrupted one goes on where it stopped.
                cargo
                    .args(["install", "--target-dir"])
                    .arg(folder.join(cache::LEFTOVERS));
            }
            cargo.arg(&package).arg("--root").arg(folder);
            if locked {
                cargo.arg("--locked");
            }
            Ok(cargo)
        }),
    }
}

/// How a package comes from npm into a folder of its own.
fn npm(name: &str, version: &str) -> cache::Install<'static> {
    let package = format!("{name}@{version}");
    Box::new(move |folder: &Path| {
        let mut npm = Command::new("npm");
        npm.args(["install", &package, "--prefix"])
            .arg(folder)
            .args(["--no-save", "--no-audit", "--no-fund", "--ignore-scripts"])
            .args(["--loglevel", "error"]);
        Ok(npm)
    })
}

fn program_file(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or(version)
}

/// The version that Cargo.lock holds, twice: the program and what writes its glue have to be of one version.
/// Trunk.toml has to name it as well: Trunk, offline, refuses any other.
fn bindgen_version() -> Outcome<String> {
    let lock = project::read("Cargo.lock")?;
    let locked = locked_version(&lock, "wasm-bindgen").ok_or_else(|| {
        Stop::Failed("Cargo.lock names no wasm-bindgen, so there is nothing to build.".to_owned())
    })?;
    if locked_version(&lock, "wasm-bindgen-cli-support") != Some(locked) {
        return Err(Stop::Failed(format!(
            "crates/glue uses another version of wasm-bindgen than the program, {locked}. Please correct crates/glue/Cargo.toml."
        )));
    }
    let trunk = project::read("Trunk.toml")?;
    agree(&trunk, "wasm_bindgen", locked)?;
    agree(&trunk, "wasm_opt", &format!("version_{}", major(BINARYEN)))?;
    Ok(locked.to_owned())
}

fn agree(trunk: &str, key: &str, expect: &str) -> Outcome {
    match setting(trunk, key) {
        Some(named) if named == expect => Ok(()),
        named => Err(Stop::Failed(format!(
            "Trunk.toml has {key} = \"{}\" where this project uses \"{expect}\". Please correct Trunk.toml.",
            named.unwrap_or_default()
        ))),
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
        let template = project::read("index.html").expect("the template");
        assert!(template.contains(&format!("data-wasm-opt=\"{SMALLEST}\"")));
        assert!(!template.contains("data-wasm-opt-params"));
    }

    #[test]
    fn trunk_has_to_name_the_versions_in_use() {
        #[track_caller]
        fn check(trunk: &str, expect: bool) {
            assert_eq!(
                agree(trunk, "wasm_bindgen", "0.2.130").is_ok(),
                expect,
                "{trunk}"
            );
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
