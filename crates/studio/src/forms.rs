//! The forms of the content files: their tables and fields with what stands in them, after the schema.

use studio_protocol::{Entries, Entry, Field, File, Form, Group, Growth, Kind, NodeName, Words};
use toml_spanner::{Arena, Item, Table, parse_recoverable};

use crate::place::{self, span};
use crate::schema::{self, Repeat};
use crate::value;

/// The form of a file, as far as the file can be read.
pub(crate) struct Filled {
    pub(crate) form: Form,
    /// Whether every line could be read, so that edits are safe.
    pub(crate) is_whole: bool,
    pub(crate) nodes: Vec<NodeName>,
}

/// Fills the form of a file.
pub(crate) fn fill(file: &File) -> Filled {
    let (text, _) = place::without_mark(&file.text);
    let arena = Arena::new();
    let document = parse_recoverable(text, &arena);
    let is_whole = document.errors().is_empty();
    let root = document.into_table();
    let schema = schema::of(&file.name);
    let mut filling = Filling {
        file: &file.name,
        text,
        lines: Lines::of(text),
        groups: Vec::new(),
    };
    filling.table(schema, &root, Spot::default());
    let groups = filling.groups;
    let own = groups.first().map(|group| group.title.clone());
    Filled {
        nodes: nodes(&root),
        form: Form {
            file: file.name.clone(),
            title: own.unwrap_or_default(),
            growths: growths(schema, &root, ""),
            groups,
        },
        is_whole,
    }
}

/// Where a table stands: its path, how deep, and what may be done with it.
#[derive(Default)]
struct Spot {
    path: String,
    depth: u8,
    at: usize,
    can_move_up: bool,
    can_move_down: bool,
    can_remove: bool,
}

struct Filling<'a> {
    file: &'a str,
    text: &'a str,
    lines: Lines,
    groups: Vec<Group>,
}

impl Filling<'_> {
    fn table(&mut self, schema: &'static schema::Table, table: &Table<'_>, spot: Spot) {
        let name = name(table);
        let title = if name.zh.is_empty() && name.en.is_empty() {
            both(schema.zh, schema.en)
        } else {
            Words {
                zh: [schema.zh, "：", &name.zh].concat(),
                en: [schema.en, ": ", &name.en].concat(),
            }
        };
        let line = self.lines.of_offset(spot.at);
        let fields: Vec<_> = schema
            .fields
            .iter()
            .map(|field| self.field(field, table, &spot.path, line))
            .collect();
        let path = spot.path.clone();
        // A table that only holds others has nothing to fill in.
        if !fields.is_empty() {
            self.groups.push(Group {
                path: spot.path,
                depth: spot.depth,
                title,
                line,
                fields,
                can_move_up: spot.can_move_up,
                can_move_down: spot.can_move_down,
                can_remove: spot.can_remove,
                growths: if path.is_empty() {
                    Vec::new()
                } else {
                    growths(schema, table, &path)
                },
            });
        }
        let depth = if path.is_empty() { 0 } else { spot.depth + 1 };
        for inner in schema.tables {
            let Some(item) = table.get(inner.key) else {
                continue;
            };
            let path = join(&path, inner.key);
            if inner.list == Repeat::Once {
                if let Some(table) = item.as_table() {
                    // A folder of screens is no level of its own.
                    let depth = if schema.fields.is_empty() { 0 } else { depth };
                    let at = span(item).start;
                    let spot = Spot {
                        path,
                        depth,
                        at,
                        ..Spot::default()
                    };
                    self.table(inner, table, spot);
                }
            } else if let Some(list) = item.as_array() {
                self.list(inner, list.as_slice(), &path, depth);
            }
        }
    }

    fn list(&mut self, schema: &'static schema::Table, list: &[Item<'_>], path: &str, depth: u8) {
        let grows = schema.list != Repeat::Given;
        // The guide begins at its first step, which stays.
        let first = usize::from(schema.key == "node");
        let steps = place::steps_of(list);
        for (number, (item, step)) in list.iter().zip(&steps).enumerate() {
            let Some(table) = item.as_table() else {
                continue;
            };
            let spot = Spot {
                path: join(path, step),
                depth,
                at: span(item).start,
                can_move_up: grows && number > first,
                can_move_down: grows && number >= first && number + 1 < list.len(),
                can_remove: grows && number >= first,
            };
            self.table(schema, table, spot);
        }
    }

    fn field(&self, field: &schema::Field, table: &Table<'_>, path: &str, line: u32) -> Field {
        let path = join(path, field.key);
        let found = table.get(field.key);
        let entries = if field.is_list {
            self.items(found, path, line)
        } else if field.is_pair {
            self.pair(found.and_then(Item::as_table), &path, line)
        } else {
            Entries::One(self.entry(found, &path, line))
        };
        Field {
            label: both(field.zh, field.en),
            help: both(field.help.0, field.help.1),
            kind: kind(field.kind),
            is_required: field.is_required,
            entries,
        }
    }

    fn pair(&self, pair: Option<&Table<'_>>, path: &str, line: u32) -> Entries {
        let [zh, en] = self.both(pair, path, line);
        Entries::Both { zh, en }
    }

    fn items(&self, list: Option<&Item<'_>>, path: String, line: u32) -> Entries {
        let list = list.and_then(Item::as_array).map(|list| list.as_slice());
        let items = list.unwrap_or_default().iter().enumerate();
        let items = items.filter_map(|(number, item)| {
            let path = join(&path, &number.to_string());
            let [zh, en] = self.both(Some(item.as_table()?), &path, line);
            Some(studio_protocol::Item { path, zh, en })
        });
        Entries::List {
            items: items.collect(),
            path,
        }
    }

    fn both(&self, pair: Option<&Table<'_>>, path: &str, line: u32) -> [Entry; 2] {
        ["zh", "en"].map(|key| {
            let item = pair.and_then(|pair| pair.get(key));
            self.entry(item, &join(path, key), line)
        })
    }

    fn entry(&self, item: Option<&Item<'_>>, path: &str, line: u32) -> Entry {
        let at = item.map(|item| span(item).start);
        Entry {
            name: [self.file, ":", path].concat(),
            value: item.and_then(|item| value::shown(item, self.text)),
            line: at.map_or(line, |at| self.lines.of_offset(at)),
            column: at.map_or(1, |at| {
                let before = self.text.get(place::line_start(self.text, at)..at);
                let before = before.map_or(0, |before| before.chars().count());
                u32::try_from(before + 1).unwrap_or(u32::MAX)
            }),
        }
    }
}

/// Where the lines of a text begin.
pub(crate) struct Lines(Vec<usize>);

impl Lines {
    pub(crate) fn of(text: &str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self([0].into_iter().chain(ends).collect())
    }

    /// The line of an offset, from 1.
    pub(crate) fn of_offset(&self, at: usize) -> u32 {
        let number = self.0.partition_point(|start| *start <= at);
        u32::try_from(number).unwrap_or(u32::MAX)
    }
}

fn growths(schema: &schema::Table, table: &Table<'_>, path: &str) -> Vec<Growth> {
    let growing = schema
        .tables
        .iter()
        .filter(|it| matches!(it.list, Repeat::Grows | Repeat::GrowsById));
    growing
        .map(|inner| Growth {
            list: join(path, inner.key),
            title: both(inner.zh, inner.en),
            count: table
                .get(inner.key)
                .and_then(Item::as_array)
                .map_or(0, |list| list.as_slice().len()),
            wants_id: inner.list == Repeat::GrowsById,
        })
        .collect()
}

fn nodes(root: &Table<'_>) -> Vec<NodeName> {
    let list = root.get("node").and_then(Item::as_array);
    let tables = list.into_iter().flat_map(|list| list.iter());
    let nodes = tables.filter_map(|item| {
        let table = item.as_table()?;
        Some(NodeName {
            id: table.get("id")?.as_str()?.to_owned(),
            title: pair(table, "title").unwrap_or_default(),
        })
    });
    nodes.collect()
}

/// The name of a table: its title, else the like of it, else its id.
pub(crate) fn name(table: &Table<'_>) -> Words {
    let keys = ["title", "name", "label", "text", "caption"];
    let named = keys.iter().find_map(|key| pair(table, key));
    named.unwrap_or_else(|| {
        let id = table.get("id").and_then(Item::as_str).unwrap_or_default();
        both(id, id)
    })
}

/// A text in both languages, the other one where one is missing or empty; on one line and not long.
fn pair(table: &Table<'_>, key: &str) -> Option<Words> {
    let pair = table.get(key)?.as_table()?;
    let text = |key: &str| {
        let text = pair.get(key).and_then(Item::as_str)?;
        (!text.trim().is_empty()).then(|| short(text))
    };
    let (zh, en) = (text("zh"), text("en"));
    let either = zh.clone().or_else(|| en.clone())?;
    Some(Words {
        zh: zh.unwrap_or_else(|| either.clone()),
        en: en.unwrap_or(either),
    })
}

/// The beginning of a text, for a name.
fn short(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let mut name: String = line.chars().take(60).collect();
    if name.len() < text.trim_end().len() {
        name.push('…');
    }
    name
}

pub(crate) fn join(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        [path, ".", key].concat()
    }
}

pub(crate) fn both(zh: &str, en: &str) -> Words {
    Words {
        zh: zh.to_owned(),
        en: en.to_owned(),
    }
}

fn kind(kind: schema::Kind) -> Kind {
    match kind {
        schema::Kind::Text => Kind::Text,
        schema::Kind::Markdown => Kind::Markdown,
        schema::Kind::Link => Kind::Link,
        schema::Kind::Date => Kind::Date,
        schema::Kind::DateOr(word) => Kind::DateOr(word.to_owned()),
        schema::Kind::YearDay => Kind::YearDay,
        schema::Kind::Hours => Kind::Hours,
        schema::Kind::Number => Kind::Number,
        schema::Kind::NumberOr(word) => Kind::NumberOr(word.to_owned()),
        schema::Kind::Bool(usual) => Kind::Bool(usual),
        schema::Kind::Words => Kind::Words,
        schema::Kind::Dates => Kind::Dates,
        schema::Kind::Choice(choices) => Kind::Choice(
            choices
                .iter()
                .map(|(word, zh, en)| ((*word).to_owned(), both(zh, en)))
                .collect(),
        ),
        schema::Kind::Node => Kind::Node,
        schema::Kind::Fixed => Kind::Fixed,
    }
}
