//! Compressed files beside those of a build, for servers that send such instead of compressing at every request; Node makes them.

use std::{fs, io, path::Path};

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

const SCRIPT: &str = include_str!("compress.js");

/// Texts and the program; pictures are compressed already.
const ENDINGS: [&str; 10] = [
    ".html", ".js", ".mjs", ".css", ".wasm", ".svg", ".json", ".txt", ".md", ".ts",
];

/// Writes `.br` and `.gz` beside every file of this folder and of those below that gets smaller.
pub(crate) fn folder(sh: &Shell, folder: &Path) -> Result<()> {
    let is_text = |name: &String| ENDINGS.iter().any(|ending| name.ends_with(ending));
    let files = files(folder)
        .with_context(|| format!("{} could not be read.", folder.display()))?
        .into_iter()
        .filter(is_text)
        .map(|name| folder.join(name));
    cmd!(sh, "node -e {SCRIPT} {files...}")
        .quiet()
        .run()
        .context("Node could not compress the files of the build; the reason is above.")
}

/// Every file below a folder, named from there; hidden and compressed ones left out.
pub(crate) fn files(folder: &Path) -> io::Result<Vec<String>> {
    let mut files = Vec::new();
    list(folder, "", &mut files)?;
    Ok(files)
}

fn list(folder: &Path, prefix: &str, files: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        let path = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{path}/"), files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_gets_smaller_has_both_beside_it_and_nothing_else_has() {
        let sh = crate::shell().expect("a shell");
        let place = sh.create_temp_dir().expect("a temporary folder");
        let place = place.path();
        let long = "a sentence that comes again; ".repeat(40);
        for (name, text) in [
            ("index.html", long.as_str()),
            ("en/app_bg.wasm", &long),
            ("short.js", "1"),
            // Left by a build in which it was long.
            ("short.js.gz", "old"),
            ("picture.png", &long),
            (".hidden.js", &long),
        ] {
            sh.write_file(place.join(name), text)
                .expect("a temporary file");
        }
        folder(&sh, place).expect("Node is here");
        // A second time makes nothing of what the first one made.
        folder(&sh, place).expect("Node is here");
        #[track_caller]
        fn check(place: &Path, name: &str, expect: bool) {
            assert_eq!(place.join(name).is_file(), expect, "{name}");
        }
        check(place, "index.html.br", true);
        check(place, "index.html.gz", true);
        check(place, "en/app_bg.wasm.br", true);
        check(place, "en/app_bg.wasm.gz", true);
        check(place, "short.js.br", false);
        check(place, "short.js.gz", false);
        check(place, "picture.png.gz", false);
        check(place, ".hidden.js.gz", false);
        check(place, "index.html.br.br", false);
        check(place, "index.html.br.gz", false);
        let mut files = files(place).expect("it can be read");
        files.sort();
        assert_eq!(
            files,
            ["en/app_bg.wasm", "index.html", "picture.png", "short.js"]
        );
    }
}
