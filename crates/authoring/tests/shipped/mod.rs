//! The content that is published, read as the prerenderer reads it.

use std::fs;
use std::path::Path;

use authoring::{Content, Finding, Source, parse_content};
use guide::Guide;
use hours::Date;

/// The guide with its rule sets and its calendar, and everything that is found in the files.
pub(crate) fn content() -> (Option<Guide>, Vec<Finding>) {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let guide = fs::read_to_string(content.join("guide.toml")).unwrap();
    let calendar = fs::read_to_string(content.join("calendar.toml")).unwrap();
    let mut rules: Vec<_> = fs::read_dir(content.join("rules"))
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
    let guide = Source {
        name: "guide.toml",
        text: &guide,
    };
    let calendar = Source {
        name: "calendar.toml",
        text: &calendar,
    };
    let content = Content {
        guide,
        rules: &sources,
        calendar,
    };
    parse_content(content, Date::new(2026, 6, 1).unwrap())
}
