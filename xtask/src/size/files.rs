//! Which files of `dist/` each page loads, and how many bytes they are.

use std::{collections::BTreeSet, fs, io, path::Path};

use anyhow::{Context as _, Result, ensure};

use super::page::{Bytes, Page, Part};
use crate::build::compress;

/// The pages a reader opens first.
const PAGES: [&str; 2] = ["index.html", "en/index.html"];

pub(super) fn measure(dist: &Path) -> Result<Vec<Page>> {
    ensure!(
        dist.join("index.html.br").is_file(),
        "There is no build in dist/ yet, or one by Trunk, which compresses nothing; `cargo xtask build` makes one."
    );
    let files = compress::files(dist)?;
    PAGES
        .into_iter()
        .map(|name| {
            let loaded = loaded_by(name, &files, |file| {
                fs::read(dist.join(file)).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            })
            .with_context(|| format!("{name} of dist/ could not be read."))?;
            ensure!(
                loaded.iter().any(|file| Part::of_file(file) == Part::Program),
                "{name} names no .wasm file of dist/, so this measurement would leave out the program."
            );
            Ok(measure_page(dist, name, loaded)?)
        })
        .collect()
}

/// The programs that the pages load: one, since a single program serves every page.
pub(super) fn programs(pages: &[Page]) -> BTreeSet<&str> {
    let files = pages.iter().flat_map(|page| &page.files);
    files
        .map(|(file, _)| file.as_str())
        .filter(|file| Part::of_file(file) == Part::Program)
        .collect()
}

/// Counts what the build has written beside each file; one that gets no smaller is sent as it is.
fn measure_page(dist: &Path, name: &'static str, loaded: BTreeSet<String>) -> io::Result<Page> {
    let size = |file: String| Ok::<_, io::Error>(dist.join(file).metadata()?.len());
    let mut files = Vec::new();
    for file in loaded {
        let raw = size(file.clone())?;
        let bytes = Bytes {
            raw,
            gzip: size(format!("{file}.gz")).unwrap_or(raw),
            brotli: size(format!("{file}.br")).unwrap_or(raw),
        };
        files.push((file, bytes));
    }
    Ok(Page { name, files })
}

/// A page and all files of the build that it names, or that these name in turn. Other pages are links, not loads.
fn loaded_by(
    page: &str,
    files: &[String],
    read: impl Fn(&str) -> io::Result<String>,
) -> io::Result<BTreeSet<String>> {
    let mut loaded = BTreeSet::from([page.to_owned()]);
    let mut open = vec![page.to_owned()];
    while let Some(reader) = open.pop() {
        if !matches!(Part::of_file(&reader), Part::Page | Part::Glue) {
            continue;
        }
        let text = read(&reader)?;
        for file in files {
            let name = file.rsplit('/').next().unwrap_or_default();
            if Part::of_file(file) != Part::Page && !loaded.contains(file) && mentions(&text, name)
            {
                loaded.insert(file.clone());
                open.push(file.clone());
            }
        }
    }
    Ok(loaded)
}

/// Whether a text holds this file name, and not only as the end of a longer one.
fn mentions(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        text.get(..at)
            .and_then(|before| before.chars().next_back())
            .is_none_or(|letter| !letter.is_alphanumeric() && !"_-.".contains(letter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_loads_what_it_names_and_what_that_names() {
        #[track_caller]
        fn check(page: &str, expect: &[&str]) {
            let files = [
                "index.html",
                "en/index.html",
                "app-1.js",
                "app-1_bg.wasm",
                "snippets/inline0.js",
                "icon.svg",
                "embed.js",
                "my-embed.js",
            ]
            .map(str::to_owned);
            let loaded = loaded_by(page, &files, |file| {
                Ok(match file {
                    "index.html" => {
                        "<script>import './app-1.js'; load('./app-1_bg.wasm')</script><a href=en/index.html>"
                    }
                    "en/index.html" => "<script src=\"../my-embed.js\"></script>",
                    "app-1.js" => "import {} from './snippets/inline0.js'",
                    _ => "",
                }
                .to_owned())
            })
            .expect("the texts are given");
            assert_eq!(loaded.iter().collect::<Vec<_>>(), expect, "{page}");
        }
        check(
            "index.html",
            &[
                "app-1.js",
                "app-1_bg.wasm",
                "index.html",
                "snippets/inline0.js",
            ],
        );
        check("en/index.html", &["en/index.html", "my-embed.js"]);
    }
}
