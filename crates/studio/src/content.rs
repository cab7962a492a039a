//! The content files of the studio as the content check reads them.

use authoring::{Content, FileKind, Source, parse_content, parse_draft};
use guide::Guide;
use hours::Date;
use studio_protocol::File;

use crate::schema;

/// The name of a file as findings and the build name it.
pub(crate) fn path(name: &str) -> String {
    ["content/", name, ".toml"].concat()
}

/// The name of a file as the studio names it.
pub(crate) fn name(path: &str) -> &str {
    let name = path.strip_prefix("content/").unwrap_or(path);
    name.strip_suffix(".toml").unwrap_or(name)
}

/// The guide that the files make, if they have no errors, and everything found in them.
pub(crate) fn read(files: &[File], today: Date) -> (Option<Guide>, Vec<authoring::Finding>) {
    with_sources(files, |content| parse_content(content, today))
}

/// The same for a look at it: the guide is there too if steps cannot be reached or never lead out.
pub(crate) fn draft(files: &[File], today: Date) -> (Option<Guide>, Vec<authoring::Finding>) {
    with_sources(files, |content| parse_draft(content, today))
}

fn with_sources<T>(files: &[File], parse: impl FnOnce(Content<'_>) -> T) -> T {
    let named: Vec<_> = files
        .iter()
        .map(|file| (path(&file.name), file.text.as_str()))
        .collect();
    let mut sources: Vec<_> = named
        .iter()
        .map(|(name, text)| Source { name, text })
        .collect();
    // As the build reads the folder.
    sources.sort_by_key(|source| source.name);
    let of_name = |name: &str| {
        let path = path(name);
        sources.iter().find(|source| source.name == path).copied()
    };
    let rules: Vec<_> = sources
        .iter()
        .filter(|source| schema::kind(self::name(source.name), "") == FileKind::RuleSet)
        .copied()
        .collect();
    let (guide, calendar) = (path("guide"), path("calendar"));
    let content = Content {
        guide: of_name("guide").unwrap_or(Source {
            name: &guide,
            text: "",
        }),
        rules: &rules,
        calendar: of_name("calendar").unwrap_or(Source {
            name: &calendar,
            text: "",
        }),
        categories: of_name("categories"),
    };
    parse(content)
}
