//! A whole folder of content, read as the prerenderer reads it.

use std::fs;
use std::path::Path;

use authoring::{Content, Finding, Source, parse_content};
use guide::Guide;
use hours::Date;

/// A day on which no confirmation is still to come, so that no test turns red with the year.
const LATE: (u32, u32, u32) = (2110, 12, 31);

/// The guide in a folder below the root of the project, and all findings in its files.
pub(crate) fn content(folder: &str) -> (Option<Guide>, Vec<Finding>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = root.join(folder);
    let guide = fs::read_to_string(folder.join("guide.toml")).unwrap();
    let calendar = fs::read_to_string(folder.join("calendar.toml")).unwrap();
    let mut rules: Vec<_> = fs::read_dir(folder.join("rules"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect();
    rules.sort();
    let sources: Vec<_> = rules
        .iter()
        .map(|(name, text)| Source { name, text })
        .collect();
    let categories = fs::read_to_string(folder.join("categories.toml")).unwrap();
    let content = Content {
        guide: Source {
            name: "guide.toml",
            text: &guide,
        },
        rules: &sources,
        calendar: Source {
            name: "calendar.toml",
            text: &calendar,
        },
        categories: Some(Source {
            name: "categories.toml",
            text: &categories,
        }),
    };
    parse_content(content, Date::try_from(LATE).unwrap())
}
