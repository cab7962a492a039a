//! Adds, moves and removes whole tables and texts of a list, with the lines that belong to them.

use std::ops::Range;

use hours::western;
use studio_protocol::Words;
use toml_spanner::{Array, ArrayStyle, Item, TableStyle};

use crate::items::Items;
use crate::place::{self, Found, line_end, line_start, span};
use crate::schema::{self, Field, Kind, Named, Repeat, Table};
use crate::splice::{Change, Document, nowhere};
use crate::value;

/// Adds an entry to a list: a table with its id and a place for everything that it cannot do without, or an empty text in both
/// languages.
///
/// A step that is to follow another one is put into the way: that one leads to it, and it leads where that one led.
/// Any other new step leads on as the last one does, and nothing leads to it until the editor says so.
pub(crate) fn add(
    on: &Document<'_, '_>,
    list: &str,
    id: Option<&str>,
    after: Option<&str>,
) -> Result<Vec<Change>, Words> {
    let known = known(on, list)?;
    let found = on.find(list).and_then(Found::item);
    let entries = match found {
        Some(item) => Some(item.as_array().ok_or_else(|| nowhere(list))?),
        None => None,
    };
    let id = match (known.needs_id(), id) {
        (true, Some(id)) if is_id(id) => Some(id),
        (true, _) => return Err(no_id()),
        (false, _) => None,
    };
    if let (Some(id), Some(entries)) = (id, entries)
        && entries.iter().any(|it| text_of(it, "id") == Some(id))
    {
        return Err(taken(id));
    }
    let followed = entries.zip(after).and_then(|(entries, path)| {
        let (of, step) = place::split(path);
        (of == list).then(|| place::position(entries.as_slice(), step))?
    });
    let number = followed.or(entries.and_then(|entries| entries.len().checked_sub(1)));
    let neighbour = entries.zip(number).and_then(|(it, number)| it.get(number));
    let lines = match known {
        Listed::Tables(table) => fresh(on, table, id, neighbour),
        Listed::Texts(_) => ["zh = \"\"", "en = \"\""].map(str::to_owned).to_vec(),
    };
    let mut changes = Vec::new();
    if let (Some(id), Some(neighbour)) = (id, neighbour)
        && known.key() == "node"
        && followed.is_some()
    {
        changes.extend(detour(neighbour, id, on.end));
    }
    let in_braces = || ["{ ", &lines.join(", "), " }"].concat();
    let in_brackets = found.filter(|item| under_headers(item).is_none());
    match (in_brackets.and_then(|item| Items::of(on, item)), known) {
        (Some(items), _) => changes.extend(items.insert(number, &in_braces())),
        (None, Listed::Texts(_)) if found.is_none() => {
            changes.push(on.add_list(list, &in_braces())?);
        }
        _ => changes.push(under_header(on, list, neighbour, lines)?),
    }
    Ok(changes)
}

/// A new table under a header of its own: behind the one that it follows, else where the list begins.
fn under_header(
    on: &Document<'_, '_>,
    list: &str,
    neighbour: Option<&Item<'_>>,
    lines: Vec<String>,
) -> Result<Change, Words> {
    let (parent, _) = place::split(list);
    let (at, indent) = match neighbour {
        Some(item) => (
            lines_of(on, item).end,
            on.indent(span(item).start).to_owned(),
        ),
        None => below_parent(on, parent)?,
    };
    let mut text = String::new();
    if !on.piece(0..at).is_empty() && !on.piece(0..at).ends_with('\n') {
        text.push_str(on.end);
    }
    // As the tables around it: an empty line before those at the edge, none before those within another.
    if indent.is_empty() {
        text.push_str(on.end);
    }
    let header = ["[[", &header(on, list), "]]"].concat();
    for line in [header].into_iter().chain(lines) {
        text.push_str(&[&indent, &line, on.end].concat());
    }
    Ok((at..at, text))
}

/// Changes places with the entry before or after it; what stands between them stays.
pub(crate) fn shift(on: &Document<'_, '_>, path: &str, up: bool) -> Result<Vec<Change>, Words> {
    let (list, _) = place::split(path);
    let known = known(on, list)?;
    let (item, entries, number) = element(on, path)?;
    let first = if up {
        number.checked_sub(1)
    } else {
        Some(number)
    };
    let Some((first, own, other)) = first.and_then(|first| {
        let own = entries.get(first)?;
        Some((first, own, entries.get(first + 1)?))
    }) else {
        return Ok(Vec::new());
    };
    // The guide begins at its first step.
    if known.key() == "node" && first == 0 {
        return Err(first_step());
    }
    if under_headers(item).is_none() {
        let items = Items::of(on, item);
        return Ok(items.map_or_else(Vec::new, |items| items.swap_with_next(first)));
    }
    let (own, other) = (lines_of(on, own), lines_of(on, other));
    let (first, second) = if own.start < other.start {
        (own, other)
    } else {
        (other, own)
    };
    if first.end > second.start {
        return Err(nowhere(path));
    }
    // The last line of a file may lack its end, which then stays where it is.
    let (first, second) = (without_end(on, first), without_end(on, second));
    let (one, two) = (on.piece(first.clone()), on.piece(second.clone()));
    Ok(vec![(first, two.to_owned()), (second, one.to_owned())])
}

/// Takes an entry away with everything in it; steps that led to a removed step lead on to where it led.
///
/// The last one in brackets takes the list along, unless its table cannot do without it.
pub(crate) fn remove(on: &Document<'_, '_>, path: &str) -> Result<Vec<Change>, Words> {
    let (list, _) = place::split(path);
    let known = known(on, list)?;
    let (whole, entries, number) = element(on, path)?;
    let item = entries.get(number).ok_or_else(|| nowhere(path))?;
    let mut changes = Vec::new();
    if known.key() == "node" {
        if number == 0 {
            return Err(first_step());
        }
        changes = rejoin(on, item)?;
    }
    if matches!(known, Listed::Texts(field) if field.is_required) && entries.len() == 1 {
        return Err(last_one());
    }
    let removed = match Items::of(on, whole) {
        _ if under_headers(whole).is_some() => vec![(lines_with_gap(on, item), String::new())],
        Some(_) if entries.len() == 1 => on.clear(list),
        Some(items) => items.take(number),
        None => Vec::new(),
    };
    changes.retain(|(range, _)| {
        let is_apart = |(gone, _): &Change| range.end <= gone.start || range.start >= gone.end;
        removed.iter().all(is_apart)
    });
    changes.extend(removed);
    Ok(changes)
}

/// The lines of a table with one of the two empty lines around it.
fn lines_with_gap(on: &Document<'_, '_>, item: &Item<'_>) -> Range<usize> {
    let lines = lines_of(on, item);
    let end = match on.piece(lines.end..line_end(on.text, lines.end)).trim() {
        "" if is_blank_before(on, lines.start) => line_end(on.text, lines.end),
        _ => lines.end,
    };
    lines.start..end
}

/// The entries of a list that may grow.
#[derive(Clone, Copy)]
enum Listed {
    Tables(&'static Table),
    Texts(&'static Field),
}

impl Listed {
    fn key(self) -> &'static str {
        match self {
            Self::Tables(table) => table.key,
            Self::Texts(field) => field.key,
        }
    }

    fn needs_id(self) -> bool {
        matches!(self, Self::Tables(table) if table.list == Repeat::GrowsById)
    }
}

fn known(on: &Document<'_, '_>, list: &str) -> Result<Listed, Words> {
    match schema::find(on.file, list) {
        Some(Named::Table(table)) if matches!(table.list, Repeat::Grows | Repeat::GrowsById) => {
            Ok(Listed::Tables(table))
        }
        Some(Named::Field(field)) if field.is_list => Ok(Listed::Texts(field)),
        _ => Err(nowhere(list)),
    }
}

/// The list that a path leads into, its entries, and the number of the one that is meant.
fn element<'a, 't>(
    on: &Document<'a, 't>,
    path: &str,
) -> Result<(&'a Item<'t>, &'a Array<'t>, usize), Words> {
    let (list, step) = place::split(path);
    let found = on.find(list).and_then(Found::item);
    let element = found.and_then(|item| {
        let entries = item.as_array()?;
        Some((item, entries, place::position(entries.as_slice(), step)?))
    });
    element.ok_or_else(|| nowhere(path))
}

/// The tables of a list that stand under headers, not in brackets.
fn under_headers<'a, 't>(item: &'a Item<'t>) -> Option<&'a Array<'t>> {
    item.as_array()
        .filter(|list| list.style() == ArrayStyle::Header)
}

/// From the comments right above a table's header to the end of its last line.
fn lines_of(on: &Document<'_, '_>, item: &Item<'_>) -> Range<usize> {
    let mut start = line_start(on.text, span(item).start);
    while start > 0 {
        let above = line_start(on.text, start - 1);
        if !on.piece(above..start).trim_start().starts_with('#') {
            break;
        }
        start = above;
    }
    start..line_end(on.text, last(item))
}

/// Where the last value within a table ends.
fn last(item: &Item<'_>) -> usize {
    let own = span(item).end;
    let within = match (item.as_table(), item.as_array()) {
        (Some(table), _) if table.style() != TableStyle::Inline => {
            let inner = table.iter().map(|(_, item)| last(item)).max();
            let is_written = table.style() == TableStyle::Header;
            return inner
                .unwrap_or_default()
                .max(if is_written { own } else { 0 });
        }
        (_, Some(list)) if list.style() == ArrayStyle::Header => list.iter().map(last).max(),
        _ => None,
    };
    within.unwrap_or(own)
}

fn without_end(on: &Document<'_, '_>, range: Range<usize>) -> Range<usize> {
    let text = on.piece(range.clone());
    let ends = text.len() - text.trim_end_matches(['\r', '\n']).len();
    range.start..range.end - ends
}

fn is_blank_before(on: &Document<'_, '_>, at: usize) -> bool {
    at == 0 || on.piece(line_start(on.text, at - 1)..at).trim().is_empty()
}

/// Where the first table of a list begins, and how far it is indented.
fn below_parent(on: &Document<'_, '_>, parent: &str) -> Result<(usize, String), Words> {
    if parent.is_empty() {
        return Ok((on.text.len(), String::new()));
    }
    let item = on.find(parent).and_then(Found::item);
    let item = item.ok_or_else(|| nowhere(parent))?;
    let indent = [on.indent(span(item).start), "  "].concat();
    Ok((line_end(on.text, last(item)), indent))
}

/// The lines of a new table below its header.
fn fresh(
    on: &Document<'_, '_>,
    known: &Table,
    id: Option<&str>,
    neighbour: Option<&Item<'_>>,
) -> Vec<String> {
    let mut lines = Vec::new();
    for field in known.fields {
        let beside = neighbour.and_then(|item| text_of(item, field.key));
        let text = |value: &str| value::literal(Kind::Text, value, None, on.end);
        let new = match (field.key, id) {
            ("id", Some(id)) => text(id),
            // Such as the section of a step and where an answer leads.
            ("section" | "to" | "next", _) => match beside {
                Some(beside) => text(beside),
                None if field.is_required => text(&first_target(on)),
                None => continue,
            },
            ("kind", _) => match field.kind {
                Kind::Choice([(first, ..), ..]) => text(first),
                _ => continue,
            },
            _ if !field.is_required => continue,
            _ if field.is_pair => {
                let [zh, en] = [field.zh, field.en];
                lines.push(format!("{}.zh = {}", field.key, text(&format!("（{zh}）"))));
                lines.push(format!("{}.en = {}", field.key, text(&format!("({en})"))));
                continue;
            }
            _ => match field.kind {
                Kind::Link => text("https://"),
                Kind::DateOr(word) | Kind::NumberOr(word) => text(word),
                Kind::Date => western(on.today),
                Kind::Hours => "1".to_owned(),
                Kind::Words => "[]".to_owned(),
                _ => text(""),
            },
        };
        lines.push(format!("{} = {new}", field.key));
    }
    lines
}

/// The name of a list as its headers write it: its path without the tables that it leads through.
fn header(on: &Document<'_, '_>, list: &str) -> String {
    let mut table = schema::of(on.file);
    let mut names = Vec::new();
    let mut steps = place::steps(list);
    while let Some(step) = steps.next() {
        names.push(step);
        match table.table(step) {
            Some(inner) => table = inner,
            None => break,
        }
        if table.list != Repeat::Once {
            steps.next();
        }
    }
    names.join(".")
}

fn text_of<'a>(item: &'a Item<'_>, key: &str) -> Option<&'a str> {
    item.as_table()?.get(key)?.as_str()
}

fn nodes<'a, 't>(on: &Document<'a, 't>) -> &'a [Item<'t>] {
    let list = on.find("node").and_then(Found::item);
    list.and_then(Item::as_array)
        .map(Array::as_slice)
        .unwrap_or_default()
}

/// Somewhere for a new way to lead: the last node, which is after all that a reader does.
fn first_target(on: &Document<'_, '_>) -> String {
    let ids = nodes(on).iter().rev();
    let mut ids = ids.filter_map(|node| text_of(node, "id"));
    ids.next().unwrap_or_default().to_owned()
}

/// Leads the step before a new one to it.
fn detour(before: &Item<'_>, id: &str, end: &str) -> Option<Change> {
    let next = before.as_table()?.get("next")?;
    next.as_str()?;
    Some((span(next), value::literal(Kind::Text, id, None, end)))
}

/// Leads everything that led to a node on to where it led.
fn rejoin(on: &Document<'_, '_>, item: &Item<'_>) -> Result<Vec<Change>, Words> {
    let Some(id) = text_of(item, "id") else {
        return Ok(Vec::new());
    };
    let next = text_of(item, "next").filter(|next| *next != id);
    let mut leading = Vec::new();
    // A step never comes to lead to itself; its edge leads nowhere then, and the check says so.
    let is_next = |node: &&Item<'_>| next.is_some() && text_of(node, "id") == next;
    let others = nodes(on).iter().filter(|node| !is_next(node));
    for node in others.filter_map(Item::as_table) {
        leading.extend(node.get("next").filter(|next| next.as_str() == Some(id)));
        for list in ["answer", "trouble"] {
            let exits = node.get(list).and_then(Item::as_array);
            let exits = exits.into_iter().flat_map(|list| list.iter());
            let targets = exits.filter_map(|exit| exit.as_table()?.get("to"));
            leading.extend(targets.filter(|to| to.as_str() == Some(id)));
        }
    }
    match next {
        Some(next) => {
            let new = value::literal(Kind::Text, next, None, on.end);
            Ok(leading
                .into_iter()
                .map(|to| (span(to), new.clone()))
                .collect())
        }
        None if leading.is_empty() => Ok(Vec::new()),
        None => Err(needed(id)),
    }
}

fn is_id(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.split('-').all(|part| {
            let is_sign = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
            !part.is_empty() && part.bytes().all(is_sign)
        })
}

fn no_id() -> Words {
    Words::new(
        "請先給代號：小寫英文字母、數字和連字號，並以字母開頭，例如 new-step。",
        "Give it an id first: lower-case letters, digits and hyphens, beginning with a letter, such as new-step.",
    )
}

fn taken(id: &str) -> Words {
    Words::new(
        format!("代號「{id}」已經用過了，請換一個。"),
        format!("The id “{id}” is taken; choose another one."),
    )
}

fn first_step() -> Words {
    Words::new(
        "第一個步驟是讀者開始的地方，不能移動或刪除。",
        "Readers begin at the first step, which can be neither moved nor removed.",
    )
}

fn last_one() -> Words {
    Words::new(
        "這份清單至少要有一項，不能移除最後一項；請直接修改它。",
        "This list needs at least one item, so the last one cannot be removed; change it instead.",
    )
}

fn needed(id: &str) -> Words {
    Words::new(
        format!("其他步驟還通往「{id}」，而它沒有下一步。請先改那些步驟，再刪除。"),
        format!(
            "Other steps still lead to “{id}”, which has no next step. Change those first, then remove it."
        ),
    )
}
