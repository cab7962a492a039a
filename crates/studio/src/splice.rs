//! Changes a content file as a form wants it: only the spans that an edit names differ afterwards.
//!
//! The text is the one truth. Comments, order, line ends, a mark at the start and every other byte stay.

use std::ops::Range;

use hours::Date;
use studio_protocol::{Edit, Words};
use toml_spanner::{Arena, Array, ArrayStyle, Item, Table, TableStyle};

use crate::place::{self, Found, line_end, line_start, span};
use crate::schema::{self, Kind, Named, Repeat};
use crate::{tables, value};

/// A piece of a text and what comes in its place.
pub(crate) type Change = (Range<usize>, String);

/// The text of a file after edits made on the day `today`, one after the other.
///
/// # Errors
/// Why an edit cannot be made.
pub(crate) fn splice(file: &str, text: &str, edits: &[Edit], today: Date) -> Result<String, Words> {
    let mut text = text.to_owned();
    for edit in edits {
        text = apply(file, &text, edit, today)?;
    }
    Ok(text)
}

fn apply(file: &str, whole: &str, edit: &Edit, today: Date) -> Result<String, Words> {
    let (text, mark) = place::without_mark(whole);
    let arena = Arena::new();
    let root = place::tables(text, &arena).ok_or_else(unreadable)?;
    let on = Document {
        file,
        text,
        root: &root,
        end: line_end_of(text),
        today,
    };
    let mut changes = match edit {
        Edit::Set { path, value } => on.set(path, value)?,
        Edit::Clear { path } => on.clear(path),
        Edit::Add { list, id, after } => tables::add(&on, list, id.as_deref(), after.as_deref())?,
        Edit::Move { path, up } => tables::shift(&on, path, *up)?,
        Edit::Remove { path } => tables::remove(&on, path)?,
    };
    changes.sort_by_key(|(range, _)| range.start);
    let mut result = whole.to_owned();
    for (range, new) in changes.into_iter().rev() {
        let range = range.start + mark..range.end + mark;
        if result.get(range.clone()).is_none() {
            return Err(nowhere(""));
        }
        result.replace_range(range, &new);
    }
    Ok(result)
}

/// How the lines of a file end.
fn line_end_of(text: &str) -> &'static str {
    let first = text.find('\n');
    let is_windows = first.is_some_and(|at| text.get(..at).is_some_and(|it| it.ends_with('\r')));
    if is_windows { "\r\n" } else { "\n" }
}

/// A file that can be read, without its mark.
pub(crate) struct Document<'a, 't> {
    pub(crate) file: &'a str,
    pub(crate) text: &'t str,
    pub(crate) root: &'a Table<'t>,
    pub(crate) end: &'static str,
    /// The day of the edit.
    pub(crate) today: Date,
}

impl<'a, 't> Document<'a, 't> {
    pub(crate) fn find(&self, path: &str) -> Option<Found<'a, 't>> {
        place::find(self.root, path)
    }

    pub(crate) fn piece(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default()
    }

    fn set(&self, path: &str, new: &str) -> Result<Vec<Change>, Words> {
        let Some(item) = self.find(path).and_then(Found::item) else {
            return Ok(vec![self.add_key(path, new)?]);
        };
        let Some(was) = value::shown(item, self.text) else {
            return Err(nowhere(path));
        };
        let new = value::with_lf(new);
        if was == new {
            return Ok(Vec::new());
        }
        let kind = schema::kind_of(self.file, path).unwrap_or_else(|| value::kind_of(item));
        if let Some(list) = item.as_array() {
            return Ok(vec![self.set_list(list, item, kind, &new)]);
        }
        let range = span(item);
        let literal = if is_list(kind) {
            value::list(kind, &new, self.end)
        } else {
            value::literal(kind, &new, Some(self.piece(range.clone())), self.end)
        };
        Ok(vec![(range, literal)])
    }

    /// Replaces only those items that differ, so that comments between the others stay.
    fn set_list(&self, list: &Array<'_>, item: &Item<'_>, kind: Kind, new: &str) -> Change {
        let was: Vec<_> = list
            .iter()
            .map(|item| value::shown(item, self.text).unwrap_or_default())
            .collect();
        let new = value::lines(new);
        let before = was.iter().zip(&new).take_while(|(a, b)| a == b).count();
        let most = was.len().min(new.len()) - before;
        let pairs = was.iter().rev().zip(new.iter().rev());
        let behind = pairs.take(most).take_while(|(a, b)| a == b).count();
        let added: Vec<_> = new
            .get(before..new.len() - behind)
            .unwrap_or_default()
            .iter()
            .map(|line| value::literal(kind, line, None, self.end))
            .collect();
        let added = added.join(", ");
        let at = |number: usize| list.get(number).map(span);
        let first = at(before);
        let last = at((was.len() - behind).wrapping_sub(1));
        let previous = at(before.wrapping_sub(1));
        let is_shorter = before + behind < was.len();
        let change = match (first, last, previous) {
            (Some(first), Some(last), _) if is_shorter && !added.is_empty() => {
                Some((first.start..last.end, added))
            }
            (_, Some(last), Some(previous)) if is_shorter => {
                Some((previous.end..last.end, String::new()))
            }
            (Some(first), Some(last), None) if is_shorter => at(before + was.len() - behind)
                .map(|next| (first.start.min(last.end)..next.start, String::new())),
            (_, _, Some(previous)) if !added.is_empty() => {
                Some((previous.end..previous.end, [", ", &added].concat()))
            }
            (Some(first), _, None) if !added.is_empty() => {
                Some((first.start..first.start, [&added, ", "].concat()))
            }
            _ => None,
        };
        change.unwrap_or_else(|| (span(item), value::list(kind, &new.join("\n"), self.end)))
    }

    /// Takes the lines of a key away; nothing where it is missing.
    pub(crate) fn clear(&self, path: &str) -> Vec<Change> {
        let (parent, key) = place::split(path);
        let Some(table) = self.find(parent).and_then(Found::table) else {
            return Vec::new();
        };
        let Some((found, item)) = table.get_key_value(key) else {
            return Vec::new();
        };
        if table.style() == TableStyle::Inline {
            return self.clear_inline(table, key);
        }
        let mut values = Vec::new();
        direct(found.span.range().start, item, &mut values);
        let lines = values.into_iter().map(|own| {
            let lines = line_start(self.text, own.start)..line_end(self.text, own.end);
            (lines, String::new())
        });
        lines.collect()
    }

    fn clear_inline(&self, table: &Table<'_>, key: &str) -> Vec<Change> {
        let entries: Vec<_> = table.iter().collect();
        let number = entries.iter().position(|(name, _)| name.as_str() == key);
        let Some(number) = number else {
            return Vec::new();
        };
        let part = |number: usize| {
            let (name, item) = entries.get(number)?;
            Some(name.span.range().start..span(item).end)
        };
        let range = match (part(number), part(number.wrapping_sub(1)), part(number + 1)) {
            (Some(own), Some(before), _) => before.end..own.end,
            (Some(own), None, Some(next)) => own.start..next.start,
            (Some(own), None, None) => own,
            _ => return Vec::new(),
        };
        vec![(range, String::new())]
    }

    /// Adds a key that is missing, at its place among the others.
    fn add_key(&self, path: &str, new: &str) -> Result<Change, Words> {
        let kind = schema::kind_of(self.file, path).unwrap_or(Kind::Text);
        let literal = if is_list(kind) {
            value::list(kind, new, self.end)
        } else {
            value::literal(kind, new, None, self.end)
        };
        self.add_literal(path, &literal)
    }

    /// Adds a list that is missing with its first item, on a line of its own.
    pub(crate) fn add_list(&self, path: &str, first: &str) -> Result<Change, Words> {
        let (parent, _) = place::split(path);
        let table = self.find(parent).and_then(Found::item);
        let table = table.ok_or_else(|| nowhere(path))?;
        let (indent, end) = (self.indent(span(table).start), self.end);
        let list = ["[", end, indent, "  ", first, ",", end, indent, "]"].concat();
        self.add_literal(path, &list)
    }

    fn add_literal(&self, path: &str, literal: &str) -> Result<Change, Words> {
        // From the table that is there, the rest of the path is one dotted key.
        let steps: Vec<_> = place::steps(path).collect();
        let mut own = 0;
        let mut holder = self.root;
        let mut found = Found::Table(self.root);
        for (number, step) in steps.iter().enumerate() {
            let Some(next) = child(found, step) else {
                break;
            };
            found = Found::Item(next);
            if let Some(table) = next.as_table() {
                if !matches!(table.style(), TableStyle::Dotted | TableStyle::Implicit) {
                    (holder, own) = (table, number + 1);
                }
            } else if next.as_array().is_none() {
                // A value stands where a table would have to be.
                return Err(nowhere(path));
            }
        }
        let rest = steps.get(own..).unwrap_or_default();
        let Some(first) = rest.first() else {
            return Err(nowhere(path));
        };
        // A list has no keys, and what it lacks cannot be added by naming it.
        if rest.iter().any(|step| step.parse::<usize>().is_ok()) || self.crosses_list(path, own) {
            return Err(nowhere(path));
        }
        let line = format!("{} = {literal}", rest.join("."));
        if holder.style() == TableStyle::Inline {
            return Ok(inline_addition(holder, &line));
        }
        let header = steps.get(..own).unwrap_or_default().join(".");
        Ok(self.line_in(holder, &header, first, rest.last().copied(), line))
    }

    /// Whether the missing part of a path leads through a list of tables.
    fn crosses_list(&self, path: &str, own: usize) -> bool {
        let steps: Vec<_> = place::steps(path).collect();
        (own + 1..steps.len()).any(|length| {
            let part = steps.get(..length).unwrap_or_default().join(".");
            match schema::find(self.file, &part) {
                Some(Named::Table(table)) => table.list != Repeat::Once,
                _ => false,
            }
        })
    }

    /// A new line for a key: beside its other language, else behind what stands before it in the schema.
    fn line_in(
        &self,
        table: &Table<'_>,
        header: &str,
        key: &str,
        last: Option<&str>,
        line: String,
    ) -> Change {
        let order = |key: &str| match schema::find(self.file, header) {
            Some(Named::Table(known)) => known.order(key),
            _ => usize::MAX,
        };
        let mut others = Vec::new();
        for (name, item) in table.iter() {
            let mut values = Vec::new();
            direct(name.span.range().start, item, &mut values);
            others.extend(values.into_iter().map(|own| (name.as_str(), own)));
        }
        others.sort_by_key(|(_, own)| own.start);
        let sibling = |(name, _): &&(&str, Range<usize>)| *name == key;
        // Chinese stands before English.
        if last == Some("zh")
            && let Some((_, own)) = others.iter().find(sibling)
        {
            let at = line_start(self.text, own.start);
            let indent = self.indent(own.start);
            return (at..at, [indent, &line, self.end].concat());
        }
        let before = others.iter().rev().find(sibling).or_else(|| {
            others
                .iter()
                .rev()
                .find(|(name, _)| order(name) < order(key))
        });
        match before {
            Some((_, own)) => self.line_after(own.end, self.indent(own.start), &line),
            // At the top of a file that has no keys yet, or right behind the header.
            None if table.style() == TableStyle::Header => {
                let header = table.span().range();
                self.line_after(header.end, self.indent(header.start), &line)
            }
            None => match others.first() {
                Some((_, own)) => {
                    let at = line_start(self.text, own.start);
                    (at..at, [self.indent(own.start), &line, self.end].concat())
                }
                None => (0..0, [&line, self.end].concat()),
            },
        }
    }

    /// The blanks before what a line begins with.
    pub(crate) fn indent(&self, at: usize) -> &'t str {
        let before = self.piece(line_start(self.text, at)..at);
        let blanks = before.len() - before.trim_start_matches([' ', '\t']).len();
        before.get(..blanks).unwrap_or_default()
    }

    fn line_after(&self, at: usize, indent: &str, line: &str) -> Change {
        let at = line_end(self.text, at);
        let has_end = self.piece(0..at).ends_with('\n');
        let text = if has_end {
            [indent, line, self.end].concat()
        } else {
            [self.end, indent, line].concat()
        };
        (at..at, text)
    }
}

fn child<'a, 't>(found: Found<'a, 't>, step: &str) -> Option<&'a Item<'t>> {
    match found.table() {
        Some(table) => table.get(step),
        None => {
            let list = found.item()?.as_array()?;
            list.get(place::position(list.as_slice(), step)?)
        }
    }
}

fn is_list(kind: Kind) -> bool {
    matches!(kind, Kind::Words | Kind::Dates)
}

fn inline_addition(table: &Table<'_>, line: &str) -> Change {
    match table.iter().map(|(_, item)| span(item).end).max() {
        Some(at) => (at..at, [", ", line].concat()),
        None => (table.span().range(), ["{ ", line, " }"].concat()),
    }
}

/// The spans, from key to value, of what a key holds in the lines of its own table: not what stands under headers.
pub(crate) fn direct(key_at: usize, item: &Item<'_>, spans: &mut Vec<Range<usize>>) {
    if let Some(table) = item.as_table()
        && table.style() != TableStyle::Inline
    {
        if matches!(table.style(), TableStyle::Dotted | TableStyle::Implicit) {
            for (name, item) in table.iter() {
                direct(name.span.range().start, item, spans);
            }
        }
        return;
    }
    let is_under_headers = item
        .as_array()
        .is_some_and(|list| list.style() == ArrayStyle::Header);
    if !is_under_headers {
        spans.push(key_at..span(item).end);
    }
}

fn unreadable() -> Words {
    Words {
        zh: "這個檔案有一行無法讀取，請先依檢查結果修正，再用表單修改。".to_owned(),
        en: "A line of this file cannot be read. Mend it first, as the findings say; then forms work again.".to_owned(),
    }
}

pub(crate) fn nowhere(path: &str) -> Words {
    Words {
        zh: format!("檔案裡沒有「{path}」這個位置，請改用文字修改。"),
        en: format!("The file has no place “{path}”. Change it in the text."),
    }
}
