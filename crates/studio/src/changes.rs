//! The differences between two states of the content, in sentences for a memo.

use std::collections::{BTreeMap, HashMap};

use studio_protocol::{File, Words};
use toml_spanner::{Arena, Item, Table, TableStyle};

use crate::schema::{self, Kind, Named, Repeat};
use crate::{forms, place, value};

/// The sentences, in the order of the files; none where nothing differs.
pub(crate) fn changes(before: &[File], after: &[File]) -> Vec<Words> {
    let of_name = |files: &[File], name: &str| {
        let found = files.iter().find(|file| file.name == name);
        found.map(|file| file.text.clone())
    };
    let mut names: Vec<&str> = Vec::new();
    for file in before.iter().chain(after) {
        if !names.contains(&file.name.as_str()) {
            names.push(&file.name);
        }
    }
    let mut sentences = Vec::new();
    for name in names {
        match (of_name(before, name), of_name(after, name)) {
            (Some(old), Some(new)) if old != new => sentences.extend(of_file(name, &old, &new)),
            (None, Some(new)) => sentences.push(said(name, &new, "新增檔案", "added")),
            (Some(old), None) => sentences.push(said(name, &old, "刪除檔案", "removed")),
            _ => {}
        }
    }
    sentences
}

/// The name of a file in a sentence.
fn title(name: &str, text: &str) -> Words {
    let (text, _) = place::without_mark(text);
    let arena = Arena::new();
    let own = place::tables(text, &arena).map(|root| forms::name(&root));
    let known = schema::of(name);
    let own = own.filter(|own| !own.zh.is_empty());
    own.unwrap_or_else(|| forms::both(known.zh, known.en))
}

fn said(name: &str, text: &str, zh: &str, en: &str) -> Words {
    let title = title(name, text);
    Words {
        zh: format!("{}：{zh}", title.zh),
        en: format!("{}: file {en}", title.en),
    }
}

fn of_file(name: &str, old: &str, new: &str) -> Vec<Words> {
    let title = title(name, new);
    let in_words = |zh: &str, en: &str| Words {
        zh: format!("{}：{zh}", title.zh),
        en: format!("{}: {en}", title.en),
    };
    let (arena, other) = (Arena::new(), Arena::new());
    let old = place::tables(place::without_mark(old).0, &arena).map(|root| Flat::of(name, &root));
    let new = place::tables(place::without_mark(new).0, &other).map(|root| Flat::of(name, &root));
    let (Some(old), Some(new)) = (old, new) else {
        return vec![in_words(
            "文字已修改（目前無法讀取）",
            "text changed, and cannot be read now",
        )];
    };
    let mut sentences = Vec::new();
    // Numbers, days, switches, addresses and short texts are what a memo has to name; of other texts it says where.
    let mut touched: Vec<(&str, Vec<Touched<'_>>)> = Vec::new();
    let (in_old, in_new) = (old.by_path(), new.by_path());
    for value in &new.values {
        let was = in_old.get(value.path.as_str());
        let is_of_new_table = !old.tables.contains_key(&value.table) && !value.table.is_empty();
        if is_of_new_table || was.is_some_and(|was| was.text == value.text) {
            continue;
        }
        match was {
            Some(was) if value.is_exact => sentences.push(exact(&title, &new, was, value)),
            _ => {
                let was = was.filter(|was| !is_moved(&old, &new, was, value));
                let was = was.map(|was| was.text.as_str());
                note(&mut touched, Touched { value, was });
            }
        }
    }
    for value in &old.values {
        let is_gone = !in_new.contains_key(value.path.as_str());
        let is_of_old_table = !new.tables.contains_key(&value.table) && !value.table.is_empty();
        if is_gone && !is_of_old_table {
            note(&mut touched, Touched { value, was: None });
        }
    }
    for (table, values) in touched {
        let place = new.tables.get(table).or_else(|| old.tables.get(table));
        let parts = parts(&values).into_iter();
        sentences.extend(parts.map(|Words { zh, en }| match place {
            // There is only one of it, so it has no name beside its kind.
            Some(place) if place.name == place.kind => in_words(
                &format!("{}：{zh}", place.kind.zh),
                &format!("{}: {en}", place.kind.en),
            ),
            Some(place) => in_words(
                &format!("{}「{}」{zh}", place.kind.zh, place.name.zh),
                &format!("{} “{}”: {en}", place.kind.en, place.name.en),
            ),
            None => in_words(&zh, &en),
        }));
    }
    sentences.extend(
        counted(&old, &new, true)
            .into_iter()
            .map(|(zh, en)| in_words(&zh, &en)),
    );
    sentences.extend(
        counted(&new, &old, false)
            .into_iter()
            .map(|(zh, en)| in_words(&zh, &en)),
    );
    if sentences.is_empty() && old.order != new.order {
        sentences.push(in_words("調整順序", "order changed"));
    }
    if sentences.is_empty() {
        sentences.push(in_words(
            "只修改註解或排列",
            "only comments or layout changed",
        ));
    }
    sentences
}

/// A value that differs.
#[derive(Clone, Copy)]
struct Touched<'a> {
    value: &'a Value,
    /// The text before, where there was one: the value did not come or go, nor did its list move.
    was: Option<&'a str>,
}

/// The widest text that a memo repeats: 20 Chinese or 40 Latin characters.
const MOST_REPEATED: usize = 40;

impl<'a> Touched<'a> {
    /// The text before and after, where both are short.
    fn in_short(self) -> Option<(&'a str, &'a str)> {
        let texts = (self.was?, self.value.text.as_str());
        let is_short = |text: &str| {
            let width: usize = text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
            !text.trim().is_empty() && !text.contains('\n') && width <= MOST_REPEATED
        };
        (is_short(texts.0) && is_short(texts.1)).then_some(texts)
    }
}

fn note<'a>(touched: &mut Vec<(&'a str, Vec<Touched<'a>>)>, value: Touched<'a>) {
    let named = value.value.table.as_str();
    match touched.iter_mut().find(|(table, _)| *table == named) {
        Some((_, values)) => values.push(value),
        None => touched.push((named, vec![value])),
    }
}

/// The differences in a table: short texts from old to new, then the fields of all others.
fn parts(values: &[Touched<'_>]) -> Vec<Words> {
    let mut fields: Vec<&str> = Vec::new();
    for touched in values {
        let (field, _) = touched.value.in_language();
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    let mut parts = Vec::new();
    let mut others: Vec<(&str, &str)> = Vec::new();
    for field in fields {
        let own = values.iter().filter(|it| it.value.in_language().0 == field);
        let of = |language: &str| own.clone().find(|it| it.value.in_language().1 == language);
        let Some(Touched { value, .. }) = own.clone().next() else {
            continue;
        };
        let (zh, en) = (of("zh"), of("en"));
        let in_zh = match (zh, en) {
            (Some(zh), _) => zh.in_short().map(|texts| ("", texts)),
            (None, en) => en.and_then(|en| Some(("（英文）", en.in_short()?))),
        };
        let in_en = match (zh, en) {
            (_, Some(en)) => en.in_short().map(|texts| ("", texts)),
            (zh, None) => zh.and_then(|zh| Some((" (Chinese)", zh.in_short()?))),
        };
        if in_zh.is_none() && in_en.is_none() {
            if !others.contains(&(value.zh, value.en)) {
                others.push((value.zh, value.en));
            }
            continue;
        }
        parts.push(Words {
            zh: match in_zh {
                Some((mark, (was, now))) => format!("{}{mark}：「{was}」→「{now}」", value.zh),
                None => format!("修改{}", value.zh),
            },
            en: match in_en {
                Some((mark, (was, now))) => format!("{}{mark} “{was}” → “{now}”", value.en),
                None => format!("{} changed", value.en),
            },
        });
    }
    if !others.is_empty() {
        let (zh, en): (Vec<_>, Vec<_>) = others.into_iter().unzip();
        parts.push(Words {
            zh: format!("修改{}", zh.join("、")),
            en: format!("{} changed", en.join(", ")),
        });
    }
    parts
}

/// Whether a text of a list has another place and not another wording, as far as texts tell: the list has become longer or
/// shorter, or the text stands elsewhere in it.
fn is_moved(old: &Flat, new: &Flat, was: &Value, now: &Value) -> bool {
    let Some((list, key)) = now.in_list() else {
        return false;
    };
    let texts = |flat: &Flat| -> Vec<String> {
        let own = flat
            .values
            .iter()
            .filter(|it| it.path.starts_with(list) && it.in_list() == Some((list, key)));
        own.map(|it| it.text.clone()).collect()
    };
    let (before, after) = (texts(old), texts(new));
    before.len() != after.len() || after.contains(&was.text) || before.contains(&now.text)
}

/// 「環境教育：4 → 5 小時」.
fn exact(title: &Words, new: &Flat, was: &Value, now: &Value) -> Words {
    let place = new.tables.get(&now.table);
    let (zh, en) = match place {
        Some(place) => (place.name.zh.as_str(), place.name.en.as_str()),
        None => (title.zh.as_str(), title.en.as_str()),
    };
    if now.is_hours {
        return Words {
            zh: format!("{zh}：{} → {} 小時", was.text, now.text),
            en: format!("{en}: {} → {} hours", was.text, now.text),
        };
    }
    let shown = |text: &str, language: usize| {
        let words = match text {
            "true" => ["是", "yes"],
            "false" => ["否", "no"],
            "never" => ["未確認", "not confirmed"],
            "unknown" => ["不明", "unknown"],
            "source" => ["依出處", "by its source"],
            _ => return text.to_owned(),
        };
        words.get(language).copied().unwrap_or_default().to_owned()
    };
    Words {
        zh: format!(
            "{zh}：{} {} → {}",
            now.zh,
            shown(&was.text, 0),
            shown(&now.text, 0)
        ),
        en: format!(
            "{en}: {} {} → {}",
            now.en,
            shown(&was.text, 1),
            shown(&now.text, 1)
        ),
    }
}

/// Nobody reads a sentence of a hundred names.
const MOST_NAMES: usize = 8;

/// Tables of the second that the first lacks: by kind, with their names.
fn counted(first: &Flat, second: &Flat, is_new: bool) -> Vec<(String, String)> {
    let mut kinds: Vec<(Words, Vec<&Words>)> = Vec::new();
    for (path, table) in &second.tables {
        // A value in a table that is new itself goes with it.
        let within = path.match_indices('.').any(|(at, _)| {
            let around = path.get(..at).unwrap_or_default();
            second.tables.contains_key(around) && !first.tables.contains_key(around)
        });
        if first.tables.contains_key(path) || within {
            continue;
        }
        match kinds.iter_mut().find(|(kind, _)| *kind == table.kind) {
            Some((_, names)) => names.push(&table.name),
            None => kinds.push((table.kind.clone(), vec![&table.name])),
        }
    }
    let (zh, en) = if is_new {
        ("新增", "added")
    } else {
        ("刪除", "removed")
    };
    let sentences = kinds.into_iter().map(|(kind, names)| {
        let count = names.len();
        let name = |of: fn(&Words) -> &str, comma: &str| {
            let first: Vec<_> = names.iter().take(MOST_NAMES).map(|it| of(it)).collect();
            let rest = if count > MOST_NAMES { "…" } else { "" };
            [&first.join(comma), rest].concat()
        };
        (
            format!("{zh} {count} 個{}：{}", kind.zh, name(|it| &it.zh, "、")),
            format!("{count} × {} {en}: {}", kind.en, name(|it| &it.en, ", ")),
        )
    });
    sentences.collect()
}

/// A file as a list of values, each by its path.
struct Flat {
    values: Vec<Value>,
    tables: BTreeMap<String, Place>,
    order: Vec<String>,
}

struct Value {
    path: String,
    /// The table that it stands in, among those with a name of their own.
    table: String,
    zh: &'static str,
    en: &'static str,
    text: String,
    is_exact: bool,
    is_hours: bool,
    is_text: bool,
}

impl Value {
    /// The path of its field and its language; no language where the field has only one value, or none that is a text.
    fn in_language(&self) -> (&str, &str) {
        match self.path.rsplit_once('.') {
            Some((field, language @ ("zh" | "en"))) if self.is_text => (field, language),
            _ => (&self.path, ""),
        }
    }

    /// The list whose elements have numbers and no ids in which it stands, and its path in the element.
    fn in_list(&self) -> Option<(&str, &str)> {
        let mut end = 0;
        for step in self.path.split('.') {
            if step.parse::<usize>().is_ok() {
                return Some((self.path.get(..end)?, self.path.get(end + step.len()..)?));
            }
            end += step.len() + 1;
        }
        None
    }
}

struct Place {
    kind: Words,
    name: Words,
}

impl Flat {
    fn by_path(&self) -> HashMap<&str, &Value> {
        let values = self.values.iter();
        values.map(|value| (value.path.as_str(), value)).collect()
    }

    fn of(file: &str, root: &Table<'_>) -> Self {
        let mut flat = Self {
            values: Vec::new(),
            tables: BTreeMap::new(),
            order: Vec::new(),
        };
        flat.table(file, root, "", "");
        flat
    }

    fn table(&mut self, file: &str, table: &Table<'_>, path: &str, named: &str) {
        for (key, item) in table.iter() {
            self.item(file, item, &forms::join(path, key.as_str()), named);
        }
    }

    fn item(&mut self, file: &str, item: &Item<'_>, path: &str, named: &str) {
        if let Some(table) = item.as_table() {
            let is_own = table.style() == TableStyle::Header;
            let is_own = is_own && matches!(schema::find(file, path), Some(Named::Table(_)));
            if is_own {
                self.place(file, table, path);
            }
            return self.table(file, table, path, if is_own { path } else { named });
        }
        if let Some(list) = item.as_array() {
            let list = list.as_slice();
            if list.iter().any(|item| item.as_table().is_some()) {
                for (item, step) in list.iter().zip(place::steps_of(list)) {
                    let path = forms::join(path, &step);
                    self.order.push(path.clone());
                    self.item(file, item, &path, named);
                }
                return;
            }
        }
        let found = schema::find(file, path);
        let (zh, en, kind) = match found {
            Some(Named::Field(field)) => (field.zh, field.en, Some(field.kind)),
            _ => ("其他", "other", None),
        };
        let text = value::shown(item, "");
        self.values.push(Value {
            text: match (text, item.as_str()) {
                (Some(text), Some(_)) => text,
                _ => written(item),
            },
            path: path.to_owned(),
            table: named.to_owned(),
            zh,
            en,
            is_hours: kind == Some(Kind::Hours),
            is_text: matches!(kind, Some(Kind::Text | Kind::Markdown)),
            is_exact: matches!(
                kind,
                Some(
                    Kind::Hours
                        | Kind::Date
                        | Kind::DateOr(_)
                        | Kind::YearDay
                        | Kind::Number
                        | Kind::NumberOr(_)
                        | Kind::Bool(_)
                        | Kind::Link
                )
            ),
        });
    }

    fn place(&mut self, file: &str, table: &Table<'_>, path: &str) {
        let Some(Named::Table(known)) = schema::find(file, path) else {
            return;
        };
        // A single table within another, such as a link, counts as part of it only by its values.
        let kind = forms::both(known.zh, known.en);
        let name = forms::name(table);
        let name = if name.zh.is_empty() || known.list == Repeat::Once && known.key != "screen" {
            kind.clone()
        } else {
            name
        };
        self.tables.insert(path.to_owned(), Place { kind, name });
    }
}

/// A value that is no text, as a reader would write it.
fn written(item: &Item<'_>) -> String {
    use toml_spanner::Value as Toml;
    match item.value() {
        Toml::String(text) => (*text).to_owned(),
        Toml::Integer(number) => number.as_i128().to_string(),
        Toml::Float(number) => number.to_string(),
        Toml::Boolean(is) => is.to_string(),
        Toml::DateTime(moment) => moment.date().map_or_else(String::new, |day| {
            format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
        }),
        Toml::Array(list) => {
            let items: Vec<_> = list.iter().map(written).collect();
            items.join("、")
        }
        Toml::Table(_) => String::new(),
    }
}
