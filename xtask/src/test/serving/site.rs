//! The build as a server gets it, with stand-ins for the files of the stable surface that it has not.

use std::{fs, io, path::Path};

use anyhow::{Context as _, Result, ensure};
use xshell::{Shell, TempDir};

use crate::build::compress;

/// Files whose names hosts rely on.
const NAMES: [&str; 10] = [
    "index.html",
    "en/index.html",
    "embed.html",
    "en/embed.html",
    "guide.html",
    "guide.en.html",
    "studio.html",
    "preview.html",
    "embed/index.html",
    "embed.js",
];
/// One name in sixteen has a digit less, and one in 256 two.
const HASHED: [&str; 2] = [
    "learning-hours-guide-123456789abcdef.js",
    "learning-hours-guide-23456789abcdef_bg.wasm",
];
pub(super) const HIDDEN: [&str; 2] = [".hidden", ".stage/index.html"];

pub(super) struct Site {
    place: TempDir,
    /// Every file that is not hidden and not made by compressing another.
    pub(super) files: Vec<String>,
}

impl Site {
    pub(super) fn new(sh: &Shell) -> Result<Self> {
        let dist = sh.current_dir().join("dist");
        ensure!(
            dist.join("index.html").is_file(),
            "There is no build in dist/ yet; `cargo xtask build` makes one."
        );
        let place = sh.create_temp_dir()?;
        for name in NAMES.iter().chain(&HASHED).chain(&HIDDEN) {
            let text = format!("{name} stands for a file of that name. ").repeat(20);
            sh.write_file(place.path().join(name), text)?;
        }
        compress::folder(sh, place.path())?;
        copy(&dist, place.path()).context("dist/ could not be copied to be served.")?;
        let mut files = compress::files(place.path())?;
        files.sort();
        Ok(Self { place, files })
    }

    pub(super) fn path(&self) -> &Path {
        self.place.path()
    }

    /// The content of a file, if it is there.
    pub(super) fn read(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.path().join(name)).ok()
    }
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}
