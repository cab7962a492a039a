//! The folder where tools are kept: per user, per tool and version, shared by all checkouts.
//!
//! An installation happens beside its place and is moved there once it has proved to work, so a folder that
//! exists is complete. A second run waits for the first.

use std::{
    env, fs,
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context as _, Result, bail};
use xshell::{Cmd, Shell, cmd};

use super::{
    lock,
    process::{self, spoken},
};

/// The folder of all tools, below the user's cache.
const NAME: &str = "learning-hours-guide";
/// Says in a tool's folder which version was found to work.
const SEAL: &str = ".installed";

pub(super) struct Tool<'a> {
    pub(super) name: &'a str,
    pub(super) version: &'a str,
    /// Its name on a user's PATH, where it may be of the right version already.
    pub(super) program: Option<&'a str>,
    /// Its main file within its folder.
    pub(super) file: &'a str,
    pub(super) proof: Proof<'a>,
    /// Goes on after "trunk 0.21.14 is missing: …".
    pub(super) why: &'a str,
    pub(super) time: &'a str,
    pub(super) source: Source<'a>,
}

/// How one sees that a tool is what it should be.
pub(super) enum Proof<'a> {
    /// `--version` answers these words.
    Answers(String),
    /// This file of an npm package names the version.
    Package(&'a str),
    /// The tool's main file is written when everything else is there.
    Exists,
}

/// Where a tool comes from.
pub(super) enum Source<'a> {
    /// The npm package of its name.
    Npm,
    /// The crate of its name: downloaded by cargo-binstall, where somebody has it, else compiled from its published sources.
    Crate { locked: bool },
    /// A script of the shell, with its arguments.
    Script(&'a str, &'a [&'a str]),
}

/// Makes sure of a tool, and puts it before the PATH of what the shell calls from now on.
pub(super) fn lend(sh: &Shell, tool: &Tool<'_>) -> Result<()> {
    let file = place(sh, tool)?;
    let Some(folder) = file.parent().filter(|folder| folder.is_absolute()) else {
        return Ok(());
    };
    let user = sh.var_os("PATH").unwrap_or_default();
    let path = [folder.to_owned()]
        .into_iter()
        .chain(env::split_paths(&user));
    sh.set_var("PATH", env::join_paths(path)?);
    Ok(())
}

/// Makes sure of a tool and answers its main file, or its bare name where the user's own PATH has it.
pub(super) fn place(sh: &Shell, tool: &Tool<'_>) -> Result<PathBuf> {
    let folder = folder(tool)?;
    let file = folder.join(tool.file);
    if is_sealed(tool, &folder) {
        return Ok(file);
    }
    if let Some(program) = tool.program.filter(|_| is_on_path(sh, tool)) {
        return Ok(PathBuf::from(program));
    }
    let Tool { name, version, .. } = tool;
    let waiting = format!("Another run is installing {name} {version}; waiting for it.");
    // Not with an ending in place of the version's.
    let lock = folder.with_file_name(format!("{name}-{version}.lock"));
    let _lock = lock::take(&lock, &waiting)
        .context("Another folder for the tools can be named with XDG_CACHE_HOME.")?;
    // Somebody else may have finished while we waited, or installed by hand.
    if !is_sealed(tool, &folder) {
        if proves(sh, tool, &folder) {
            sh.write_file(folder.join(SEAL), version)?;
        } else {
            install(sh, tool, &folder)?;
        }
    }
    Ok(file)
}

/// Whether a tool is in its place or on the user's own PATH, so that nothing would be installed.
pub(super) fn is_here(sh: &Shell, tool: &Tool<'_>) -> Result<bool> {
    Ok(is_sealed(tool, &folder(tool)?) || is_on_path(sh, tool))
}

fn install(sh: &Shell, tool: &Tool<'_>, folder: &Path) -> Result<()> {
    let Tool { name, version, .. } = tool;
    println!(
        "{name} {version} is missing: {}. Installing it into {} ({}).",
        tool.why,
        folder.display(),
        tool.time
    );
    let start = Instant::now();
    let unfinished = folder.with_file_name(format!("{name}-{version}.unfinished"));
    sh.create_dir(&unfinished)?;
    // Kept between attempts, so that an interrupted one goes on where it stopped.
    let leftovers = unfinished.join("leftovers");
    installation(sh, tool, &unfinished, &leftovers).quiet().run().with_context(|| {
        format!(
            "{name} {version} could not be installed; the reason is above. A first run needs the network."
        )
    })?;
    if !proves(sh, tool, &unfinished) {
        // The installed tool is not the one we asked for; the next attempt starts afresh.
        sh.remove_path(&unfinished)?;
        bail!(
            "{name} {version} was installed, but does not answer as that version. Please try again."
        );
    }
    sh.remove_path(&leftovers)?;
    sh.remove_path(folder)?;
    sh.write_file(unfinished.join(SEAL), version)?;
    fs::rename(&unfinished, folder)
        .with_context(|| format!("{} cannot be written to.", folder.display()))?;
    println!("{name} {version} is ready ({}).", spoken(start.elapsed()));
    Ok(())
}

/// The command that installs a tool into a folder.
fn installation<'a>(sh: &'a Shell, tool: &Tool<'_>, folder: &Path, leftovers: &Path) -> Cmd<'a> {
    let package = format!("{}@{}", tool.name, tool.version);
    match tool.source {
        Source::Npm => cmd!(
            sh,
            "npm install {package} --prefix {folder} --no-save --no-audit --no-fund --ignore-scripts --loglevel error"
        ),
        Source::Crate { locked } => {
            let locked = locked.then_some("--locked");
            if process::find("cargo-binstall").is_some() {
                cmd!(
                    sh,
                    "cargo binstall --no-confirm {package} --root {folder} {locked...}"
                )
            } else {
                cmd!(
                    sh,
                    "cargo install {package} --root {folder} {locked...} --target-dir {leftovers}"
                )
            }
        }
        Source::Script(script, arguments) => cmd!(sh, "sh -c {script} {folder} {arguments...}"),
    }
}

fn is_sealed(tool: &Tool<'_>, folder: &Path) -> bool {
    folder.join(tool.file).is_file()
        && fs::read_to_string(folder.join(SEAL)).is_ok_and(|version| version == tool.version)
}

fn proves(sh: &Shell, tool: &Tool<'_>, folder: &Path) -> bool {
    let file = folder.join(tool.file);
    file.is_file()
        && match tool.proof {
            Proof::Answers(_) => answers(sh, tool, &file),
            Proof::Exists => true,
            Proof::Package(manifest) => fs::read_to_string(folder.join(manifest))
                .is_ok_and(|text| text.contains(&format!("\"version\": \"{}\"", tool.version))),
        }
}

fn is_on_path(sh: &Shell, tool: &Tool<'_>) -> bool {
    let own = tool.program.and_then(process::find);
    own.is_some_and(|program| answers(sh, tool, &program))
}

fn answers(sh: &Shell, tool: &Tool<'_>, program: &Path) -> bool {
    match &tool.proof {
        Proof::Answers(words) => process::ask(cmd!(sh, "{program} --version"))
            .is_some_and(|answer| begins_with(&answer, words)),
        Proof::Package(_) | Proof::Exists => false,
    }
}

/// Whether an answer begins with these words as whole words: `0.2.13` is not `0.2.130`.
fn begins_with(answer: &str, words: &str) -> bool {
    answer
        .strip_prefix(words)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
}

/// Where a tool's folder is or would be.
fn folder(tool: &Tool<'_>) -> Result<PathBuf> {
    let xdg = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let cache = cache_of(xdg, env::home_dir(), env::consts::OS).context(
        "There is no home folder to keep tools in. Please name a folder with XDG_CACHE_HOME.",
    )?;
    Ok(cache.join(format!("{}-{}", tool.name, tool.version)))
}

/// As the XDG rules have it: a relative XDG_CACHE_HOME is to be ignored.
fn cache_of(xdg: Option<PathBuf>, home: Option<PathBuf>, os: &str) -> Option<PathBuf> {
    let base = xdg.filter(|folder| folder.is_absolute()).or_else(|| {
        home.filter(|folder| folder.is_absolute())
            .map(|home| match os {
                "macos" => home.join("Library/Caches"),
                _ => home.join(".cache"),
            })
    })?;
    Some(base.join(NAME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cache_follows_the_customs_of_the_system() {
        #[track_caller]
        fn check(xdg: Option<&str>, home: Option<&str>, os: &str, expect: Option<&str>) {
            let place = cache_of(xdg.map(PathBuf::from), home.map(PathBuf::from), os);
            assert_eq!(place, expect.map(PathBuf::from));
        }
        let linux = Some("/home/a/.cache/learning-hours-guide");
        check(None, Some("/home/a"), "linux", linux);
        check(Some(""), Some("/home/a"), "linux", linux);
        check(Some("rel"), Some("/home/a"), "linux", linux);
        check(
            Some("/c"),
            Some("/home/a"),
            "macos",
            Some("/c/learning-hours-guide"),
        );
        check(
            None,
            Some("/Users/a"),
            "macos",
            Some("/Users/a/Library/Caches/learning-hours-guide"),
        );
        check(None, None, "linux", None);
        check(None, Some(""), "linux", None);
    }

    #[test]
    fn a_version_is_a_whole_word() {
        #[track_caller]
        fn check(answer: &str, words: &str, expect: bool) {
            assert_eq!(begins_with(answer, words), expect, "{answer}");
        }
        check("trunk 0.21.14", "trunk 0.21.14", true);
        check(
            "wasm-opt version 132 (version_132)",
            "wasm-opt version 132",
            true,
        );
        check("wasm-bindgen 0.2.130", "wasm-bindgen 0.2.13", false);
        check("wasm-opt version 108", "wasm-opt version 132", false);
        check("", "trunk", false);
    }

    #[test]
    fn a_finished_installation_is_moved_into_place_and_sealed() {
        let (sh, place) = place();
        let (tool, folder) = (toy("1.2.3"), place.path().join("toy-1.2.3"));
        install(&sh, &tool, &folder).expect("a temporary folder");
        assert!(is_sealed(&tool, &folder));
        assert!(!place.path().join("toy-1.2.3.unfinished").exists());
    }

    #[test]
    fn an_installation_of_something_else_does_not_count() {
        let (sh, place) = place();
        let (tool, folder) = (toy("1.2.4"), place.path().join("toy-1.2.4"));
        assert!(install(&sh, &tool, &folder).is_err());
        assert!(!is_sealed(&tool, &folder));
        assert!(!folder.exists());
    }

    #[test]
    fn a_folder_without_its_seal_or_of_another_version_does_not_count() {
        let (sh, place) = place();
        let (tool, folder) = (toy("1.2.3"), place.path().join("toy-1.2.3"));
        install(&sh, &tool, &folder).expect("a temporary folder");
        fs::write(folder.join(SEAL), "1.2.2").expect("a temporary file");
        assert!(!is_sealed(&tool, &folder));
        fs::remove_file(folder.join(SEAL)).expect("a temporary file");
        assert!(!is_sealed(&tool, &folder));
        assert!(proves(&sh, &tool, &folder));
    }

    /// A tool whose installation writes two files, always of version 1.2.3.
    fn toy(version: &str) -> Tool<'_> {
        Tool {
            name: "toy",
            version,
            program: None,
            file: "toy.js",
            proof: Proof::Package("package.json"),
            why: "it is a test",
            time: "no time",
            source: Source::Script(
                "cd \"$0\" && echo '{ \"version\": \"1.2.3\" }' > package.json && touch toy.js",
                &[],
            ),
        }
    }

    fn place() -> (Shell, xshell::TempDir) {
        let sh = crate::shell().expect("a shell");
        let place = sh.create_temp_dir().expect("a temporary folder");
        (sh, place)
    }
}
