//! The build as a server gets it, with stand-ins for the files of the stable surface that it has not.

use std::{fs, io, path::Path};

use crate::{
    compress, project,
    scratch::Scratch,
    stop::{Outcome, Stop},
};

/// Files whose names hosts rely on.
const NAMES: [&str; 9] = [
    "index.html",
    "en/index.html",
    "embed.html",
    "en/embed.html",
    "guide.html",
    "guide.en.html",
    "studio.html",
    "embed/index.html",
    "embed.js",
];
/// One name in sixteen has a digit less, and one in 256 two.
const HASHED: [&str; 2] = [
    "learning-hours-guide-123456789abcdef.js",
    "learning-hours-guide-23456789abcdef_bg.wasm",
];
pub(super) const HIDDEN: [&str; 2] = [".hidden", ".stage/index.html"];

#[derive(Debug)]
pub(crate) struct Site {
    place: Scratch,
    /// Every file that is not hidden and not made by compressing another.
    pub(crate) files: Vec<String>,
}

impl Site {
    pub(crate) fn new() -> Outcome<Self> {
        let dist = project::dist()?;
        let failed = |error: io::Error| {
            Stop::Failed(format!(
                "{} could not be copied to be served: {error}.",
                dist.display()
            ))
        };
        if !dist.join("index.html").is_file() {
            return Err(Stop::Failed(
                "There is no build in dist/ yet; `cargo xtask build` makes one.".to_owned(),
            ));
        }
        let place = Scratch::new("site").map_err(failed)?;
        for name in NAMES.iter().chain(&HASHED).chain(&HIDDEN) {
            let text = format!("{name} stands for a file of that name. ").repeat(20);
            place.write(name, text).map_err(failed)?;
        }
        compress::folder(place.path())?;
        copy(&dist, place.path()).map_err(failed)?;
        let mut files = compress::files(place.path()).map_err(failed)?;
        files.sort();
        Ok(Self { place, files })
    }

    pub(crate) fn path(&self) -> &Path {
        self.place.path()
    }

    /// The content of a file, if it is there.
    pub(crate) fn read(&self, name: &str) -> Option<Vec<u8>> {
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
