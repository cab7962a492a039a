//! Finds in a content file what a path names, and where it stands.

use std::collections::HashSet;
use std::ops::Range;

use toml_spanner::{Arena, Item, Table, parse_recoverable};

/// Some editors begin a file with an invisible mark, which is no part of TOML.
const MARK: char = '\u{feff}';

/// A file without its mark, and how many bytes the mark takes.
pub(crate) fn without_mark(text: &str) -> (&str, usize) {
    match text.strip_prefix(MARK) {
        Some(rest) => (rest, MARK.len_utf8()),
        None => (text, 0),
    }
}

/// The tables of a text without its mark, as far as it can be read; `None` where some line cannot be.
pub(crate) fn tables<'t>(text: &'t str, arena: &'t Arena) -> Option<Table<'t>> {
    let document = parse_recoverable(text, arena);
    document.errors().is_empty().then(|| document.into_table())
}

/// The item or the table that a path names.
#[derive(Clone, Copy)]
pub(crate) enum Found<'a, 't> {
    /// A table, also the file itself.
    Table(&'a Table<'t>),
    /// A value, among them lists.
    Item(&'a Item<'t>),
}

impl<'a, 't> Found<'a, 't> {
    pub(crate) fn table(self) -> Option<&'a Table<'t>> {
        match self {
            Self::Table(table) => Some(table),
            Self::Item(item) => item.as_table(),
        }
    }

    pub(crate) fn item(self) -> Option<&'a Item<'t>> {
        match self {
            Self::Table(table) => Some(table.as_item()),
            Self::Item(item) => Some(item),
        }
    }
}

/// Follows a path from the top of a file.
pub(crate) fn find<'a, 't>(root: &'a Table<'t>, path: &str) -> Option<Found<'a, 't>> {
    let mut found = Found::Table(root);
    for step in steps(path) {
        found = Found::Item(child(found, step)?);
    }
    Some(found)
}

/// The steps of a path; none for the file itself.
pub(crate) fn steps(path: &str) -> impl Iterator<Item = &str> {
    path.split('.').filter(|step| !step.is_empty())
}

/// A path and what its last step is called.
pub(crate) fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('.').unwrap_or(("", path))
}

fn child<'a, 't>(found: Found<'a, 't>, step: &str) -> Option<&'a Item<'t>> {
    if let Some(table) = found.table() {
        return table.get(step);
    }
    let list = found.item()?.as_array()?;
    let number = position(list.as_slice(), step)?;
    list.get(number)
}

/// The number of the element that a step names: by its id, else by its number.
pub(crate) fn position(list: &[Item<'_>], step: &str) -> Option<usize> {
    let by_id = list.iter().position(|item| id(item) == Some(step));
    by_id.or_else(|| step.parse().ok().filter(|number| *number < list.len()))
}

/// The steps that name the elements of a list.
pub(crate) fn steps_of(list: &[Item<'_>]) -> Vec<String> {
    let mut taken = HashSet::new();
    let steps = list.iter().enumerate().map(|(number, item)| {
        // The second of two with one id is out of reach by it; an id that is a number would name another.
        let is_free = |id: &&str| !id.contains('.') && id.parse::<usize>().is_err();
        let own = id(item).filter(|id| is_free(id) && taken.insert(id.to_owned()));
        own.map_or_else(|| number.to_string(), str::to_owned)
    });
    steps.collect()
}

fn id<'a>(item: &'a Item<'_>) -> Option<&'a str> {
    item.as_table()?.get("id")?.as_str()
}

/// Where a value stands, with its quotation marks or brackets; for a table under a header this is the header.
pub(crate) fn span(item: &Item<'_>) -> Range<usize> {
    item.span().range()
}

/// Where the line with an offset begins.
pub(crate) fn line_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    before.rfind('\n').map_or(0, |found| found + 1)
}

/// Where the line with an offset ends, behind its line end.
pub(crate) fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.find('\n').map_or(text.len(), |found| at + found + 1)
}
