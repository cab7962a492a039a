//! The folder where tools are kept: per user, per tool and version, shared by all checkouts.
//!
//! An installation happens beside its place and is moved there once it has proved to work, so a folder that
//! exists is complete. A second run waits for the first.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use crate::{
    lock,
    process::{self, spoken},
    stop::{Outcome, Stop},
};

/// The folder of all tools, below the user's cache.
const NAME: &str = "learning-hours-guide";
/// Says in a tool's folder which version was found to work.
const SEAL: &str = ".installed";
/// A subfolder for what only the installation needs.
pub(super) const LEFTOVERS: &str = "leftovers";

/// Makes the command that installs into a folder.
pub(super) type Install<'a> = Box<dyn Fn(&Path) -> Outcome<Command> + 'a>;

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
    pub(super) install: Install<'a>,
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

/// Where a tool's folder is or would be.
pub(super) fn folder(tool: &Tool<'_>) -> Outcome<PathBuf> {
    Ok(cache()?.join(format!("{}-{}", tool.name, tool.version)))
}

/// Whether a tool is in its place or on the user's own PATH, so that nothing would be installed.
pub(super) fn is_here(tool: &Tool<'_>) -> Outcome<bool> {
    Ok(is_sealed(tool, &folder(tool)?) || is_on_path(tool))
}

/// Makes sure of a tool. Answers the folder of its program, or none where the user's own PATH has it.
pub(super) fn ensure(tool: &Tool<'_>) -> Outcome<Option<PathBuf>> {
    let folder = folder(tool)?;
    let programs = folder.join(tool.file).parent().map(PathBuf::from);
    if is_sealed(tool, &folder) {
        return Ok(programs);
    }
    if is_on_path(tool) {
        return Ok(None);
    }
    let cache = cache()?;
    let _lock = lock::take(
        &cache.join(format!("{}-{}.lock", tool.name, tool.version)),
        &format!(
            "Another run is installing {} {}; waiting for it.",
            tool.name, tool.version
        ),
    )
    .map_err(|error| unusable(&cache, &error))?;
    // Somebody else may have finished while we waited, or installed by hand.
    if !is_sealed(tool, &folder) {
        if proves(tool, &folder) {
            seal(tool, &folder)?;
        } else {
            install(tool, &folder)?;
        }
    }
    Ok(programs)
}

fn install(tool: &Tool<'_>, folder: &Path) -> Outcome {
    let Tool { name, version, .. } = tool;
    println!(
        "{name} {version} is missing: {}. Installing it into {} ({}).",
        tool.why,
        folder.display(),
        tool.time
    );
    let start = Instant::now();
    let unfinished = folder.with_file_name(format!("{name}-{version}.unfinished"));
    fs::create_dir_all(&unfinished).map_err(|error| unusable(&unfinished, &error))?;
    let mut command = (tool.install)(&unfinished)?;
    // Cargo would advise to put this folder on the PATH, which is our task.
    let path = env::var_os("PATH").unwrap_or_default();
    if let Ok(path) = env::join_paths(env::split_paths(&path).chain([unfinished.join("bin")])) {
        command.env("PATH", path);
    }
    process::run(
        &mut command,
        &format!(
            "{name} {version} could not be installed; the reason is above. A first run needs the network."
        ),
    )?;
    if !proves(tool, &unfinished) {
        // What is there is not what we asked for; the next attempt starts afresh.
        let _ = fs::remove_dir_all(&unfinished);
        return Err(Stop::Failed(format!(
            "{name} {version} was installed, but does not answer as that version. Please try again."
        )));
    }
    let place = || -> io::Result<()> {
        remove(&unfinished.join(LEFTOVERS))?;
        remove(folder)?;
        fs::write(unfinished.join(SEAL), version)?;
        fs::rename(&unfinished, folder)
    };
    place().map_err(|error| unusable(folder, &error))?;
    println!("{name} {version} is ready ({}).", spoken(start.elapsed()));
    Ok(())
}

fn is_sealed(tool: &Tool<'_>, folder: &Path) -> bool {
    folder.join(tool.file).is_file()
        && fs::read_to_string(folder.join(SEAL)).is_ok_and(|version| version == tool.version)
}

fn seal(tool: &Tool<'_>, folder: &Path) -> Outcome {
    fs::write(folder.join(SEAL), tool.version).map_err(|error| unusable(folder, &error))
}

fn proves(tool: &Tool<'_>, folder: &Path) -> bool {
    let file = folder.join(tool.file);
    file.is_file()
        && match tool.proof {
            Proof::Answers(_) => answers(tool, &file),
            Proof::Exists => true,
            Proof::Package(manifest) => fs::read_to_string(folder.join(manifest))
                .is_ok_and(|text| text.contains(&format!("\"version\": \"{}\"", tool.version))),
        }
}

fn is_on_path(tool: &Tool<'_>) -> bool {
    let own = tool.program.and_then(process::find);
    own.is_some_and(|program| answers(tool, &program))
}

fn answers(tool: &Tool<'_>, program: &Path) -> bool {
    match &tool.proof {
        Proof::Answers(words) => process::ask(Command::new(program).arg("--version"))
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

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn unusable(place: &Path, error: &io::Error) -> Stop {
    Stop::Failed(format!(
        "{} cannot be used for the tools of this project: {error}. Another folder can be named with XDG_CACHE_HOME.",
        place.display()
    ))
}

fn cache() -> Outcome<PathBuf> {
    cache_of(
        env::var_os("XDG_CACHE_HOME").map(PathBuf::from),
        env::home_dir(),
        env::consts::OS,
    )
    .ok_or_else(|| {
        Stop::Failed(
            "There is no home folder to keep tools in. Please name a folder with XDG_CACHE_HOME."
                .to_owned(),
        )
    })
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
    use std::{
        process,
        sync::atomic::{AtomicU32, Ordering},
    };

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
        let tool = package("1.2.3", "1.2.3");
        let place = Place::new();
        install(&tool, &place.folder()).expect("a temporary folder");
        assert!(is_sealed(&tool, &place.folder()));
        assert!(!place.0.join("toy-1.2.3.unfinished").exists());
    }

    #[test]
    fn an_installation_of_something_else_does_not_count() {
        let tool = package("1.2.3", "1.2.4");
        let place = Place::new();
        assert!(install(&tool, &place.folder()).is_err());
        assert!(!is_sealed(&tool, &place.folder()));
        assert!(!place.folder().exists());
    }

    #[test]
    fn a_folder_without_its_seal_or_of_another_version_does_not_count() {
        let tool = package("1.2.3", "1.2.3");
        let place = Place::new();
        install(&tool, &place.folder()).expect("a temporary folder");
        fs::write(place.folder().join(SEAL), "1.2.2").expect("a temporary file");
        assert!(!is_sealed(&tool, &place.folder()));
        fs::remove_file(place.folder().join(SEAL)).expect("a temporary file");
        assert!(!is_sealed(&tool, &place.folder()));
        assert!(proves(&tool, &place.folder()));
    }

    /// A tool whose installation writes two files with the shell.
    fn package<'a>(version: &'a str, installed: &'a str) -> Tool<'a> {
        Tool {
            name: "toy",
            version,
            program: None,
            file: "toy.js",
            proof: Proof::Package("package.json"),
            why: "it is a test",
            time: "no time",
            install: Box::new(move |folder: &Path| {
                let mut shell = Command::new("sh");
                shell.current_dir(folder).arg("-c").arg(format!(
                    "echo '{{ \"version\": \"{installed}\" }}' > package.json && touch toy.js"
                ));
                Ok(shell)
            }),
        }
    }

    struct Place(PathBuf);

    impl Place {
        fn new() -> Self {
            static NEXT: AtomicU32 = AtomicU32::new(0);
            let number = NEXT.fetch_add(1, Ordering::SeqCst);
            let place = env::temp_dir().join(format!("xtask-cache-{}-{number}", process::id()));
            fs::create_dir_all(&place).expect("a temporary folder");
            Self(place)
        }

        fn folder(&self) -> PathBuf {
            self.0.join("toy-1.2.3")
        }
    }

    impl Drop for Place {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }
}
