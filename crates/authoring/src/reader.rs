//! Typed access to the tables of a file, noting everything that is not as it should be.
//!
//! Every method answers something usable, so that reading goes on and all slips show up in one run.
//! Which keys a table has is known from which were asked for; [`Fields::finish`] notes the others.

use std::ops::Range;

use guide::{Lang, Text};
use toml_spanner::{Arena, Item, Table, Value};

use crate::finding::{Code, Expected, Finding, shortened};
use crate::log::Log;
use crate::names;
use crate::prose::{self, Style};
use crate::source::Source;
use crate::syntax;

/// Reads one file; `body` gets its top level.
pub(crate) fn read_file<T>(
    source: Source<'_>,
    body: impl for<'t> FnOnce(Fields<'t>) -> T,
) -> (T, Vec<Finding>) {
    // Some editors begin a file with an invisible mark; it must not count as a column.
    let text = source.text.strip_prefix('\u{feff}').unwrap_or(source.text);
    let log = Log::new(text);
    let arena = Arena::new();
    let table = syntax::read(&log, &arena);
    note_control_signs(&log, &table);
    let value = body(Fields {
        log: &log,
        table: &table,
        at: 0,
        parent: String::new(),
        owner: String::new(),
        asked: Vec::new(),
    });
    (value, log.into_findings(source.name))
}

/// Notes each text with a sign that no page can hold. Tables may lie in each other as deep as somebody writes them.
fn note_control_signs(log: &Log<'_>, table: &Table<'_>) {
    let mut open: Vec<&Item<'_>> = table.iter().map(|(_, item)| item).collect();
    while let Some(item) = open.pop() {
        match item.value() {
            Value::String(text) => {
                let is_sign = |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
                if let Some(sign) = text.chars().find(is_sign) {
                    let name = format!("U+{:04X}", u32::from(sign));
                    log.add(item.span().range().start, Code::ControlSign, name);
                }
            }
            Value::Array(list) => open.extend(list.iter()),
            Value::Table(table) => open.extend(table.iter().map(|(_, item)| item)),
            _ => {}
        }
    }
}

/// One table of a file.
pub(crate) struct Fields<'t> {
    log: &'t Log<'t>,
    table: &'t Table<'t>,
    at: usize,
    parent: String,
    owner: String,
    asked: Vec<&'static str>,
}

/// A word and where it stands.
#[derive(Clone, Copy)]
pub(crate) struct Word<'t> {
    pub(crate) text: &'t str,
    pub(crate) at: usize,
}

/// A value under its key.
pub(crate) struct Held<'t> {
    pub(crate) key_at: usize,
    pub(crate) at: usize,
    pub(crate) value: &'t Item<'t>,
    span: Range<usize>,
}

impl Held<'_> {
    /// The value as it was typed.
    pub(crate) fn written<'l>(&self, log: &Log<'l>) -> &'l str {
        log.text().get(self.span.clone()).unwrap_or_default()
    }

    /// Where key and value begin together.
    pub(crate) fn begin(&self) -> usize {
        begin(self.key_at, self.at)
    }
}

/// The key stands first before `=`, but inside the brackets of a header.
fn begin(key_at: usize, value_at: usize) -> usize {
    key_at.min(value_at)
}

impl<'t> Fields<'t> {
    /// Where the table begins: its header, or its key where it has none.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// The log of the file.
    pub(crate) fn log(&self) -> &'t Log<'t> {
        self.log
    }

    /// How a finding names a key of this table: with the table's id, where it has one.
    pub(crate) fn path(&self, key: &str) -> String {
        if self.owner.is_empty() {
            key.to_owned()
        } else {
            format!("{} · {key}", self.owner)
        }
    }

    /// How a finding names this table itself.
    pub(crate) fn name(&self) -> &str {
        &self.owner
    }

    /// The text under a key without any check, for a look ahead.
    pub(crate) fn peek(&self, key: &str) -> Option<&'t str> {
        self.table.get(key)?.as_str()
    }

    /// One language of a text without any check, with its place.
    pub(crate) fn peek_language(&self, key: &str, lang: &str) -> Option<Word<'t>> {
        let pair = self.table.get(key)?.as_table()?;
        let value = pair.get(lang)?;
        let text = value.as_str()?;
        let at = value.span().range().start;
        Some(Word { text, at })
    }

    /// The value under a key, whatever it is.
    pub(crate) fn held(&mut self, key: &'static str) -> Option<Held<'t>> {
        self.asked.push(key);
        let (found, value) = self.table.get_key_value(key)?;
        Some(Held {
            key_at: found.span.range().start,
            at: value.span().range().start,
            value,
            span: value.span().range(),
        })
    }

    /// The same, and a finding where there is none.
    pub(crate) fn required(&mut self, key: &'static str, missing: Code) -> Option<Held<'t>> {
        let held = self.held(key);
        if held.is_none() {
            self.log.add(self.at, missing, self.path(key));
        }
        held
    }

    /// Notes a key that has no business here.
    pub(crate) fn forbid(&mut self, key: &'static str, code: Code) {
        if let Some(held) = self.held(key) {
            self.log.add(held.begin(), code, self.path(key));
        }
    }

    /// Notes keys that a later format brought.
    pub(crate) fn refuse_newer(&self, keys: &[&str]) {
        for key in keys {
            if let Some((found, value)) = self.table.get_key_value(key) {
                let at = begin(found.span.range().start, value.span().range().start);
                self.log.add(at, Code::NewerKey, self.path(key));
            }
        }
    }

    /// Notes a value of the wrong type.
    pub(crate) fn wrong_type(&self, at: usize, key: &str, expected: Expected) {
        self.log.add(at, Code::WrongType(expected), self.path(key));
    }

    /// A word in quotation marks that must be there.
    pub(crate) fn word(&mut self, key: &'static str) -> Option<Word<'t>> {
        let held = self.required(key, Code::MissingKey)?;
        self.word_of(&held, key)
    }

    /// A word in quotation marks that may be there.
    pub(crate) fn optional_word(&mut self, key: &'static str) -> Option<Word<'t>> {
        let held = self.held(key)?;
        self.word_of(&held, key)
    }

    fn word_of(&self, held: &Held<'t>, key: &'static str) -> Option<Word<'t>> {
        let Some(text) = held.value.as_str() else {
            self.wrong_type(held.at, key, Expected::Text);
            return None;
        };
        Some(Word { text, at: held.at })
    }

    /// The table's id; from here on findings name the table by it.
    pub(crate) fn id(&mut self) -> Option<Word<'t>> {
        let word = self.word("id")?;
        if names::is_id(word.text) {
            self.owner = if self.parent.is_empty() {
                word.text.to_owned()
            } else {
                format!("{} · {}", self.parent, word.text)
            };
        } else {
            self.log.add(word.at, Code::BadId, shortened(word.text));
        }
        Some(word)
    }

    /// A list of words, none of them empty; perhaps the list is.
    pub(crate) fn words(&mut self, key: &'static str) -> Vec<Word<'t>> {
        match self.held(key) {
            Some(held) => self.words_of(&held, key),
            None => Vec::new(),
        }
    }

    /// The same where a list that is there must not be empty.
    pub(crate) fn some_words(&mut self, key: &'static str) -> Option<Vec<Word<'t>>> {
        let held = self.held(key)?;
        if held.value.as_array().is_some_and(|list| list.is_empty()) {
            self.log.add(held.at, Code::EmptyText, self.path(key));
        }
        Some(self.words_of(&held, key))
    }

    fn words_of(&self, held: &Held<'t>, key: &'static str) -> Vec<Word<'t>> {
        let Some(list) = held.value.as_array() else {
            self.wrong_type(held.at, key, Expected::Texts);
            return Vec::new();
        };
        let mut words = Vec::with_capacity(list.len());
        for item in list.iter() {
            let at = item.span().range().start;
            match item.as_str() {
                None => self.wrong_type(at, key, Expected::Text),
                Some(text) if text.trim().is_empty() => {
                    self.log.add(at, Code::EmptyText, self.path(key));
                }
                Some(text) => words.push(Word { text, at }),
            }
        }
        words
    }

    /// `true` or `false`, if it is there.
    pub(crate) fn switch(&mut self, key: &'static str) -> Option<bool> {
        let held = self.held(key)?;
        let answer = held.value.as_bool();
        if answer.is_none() {
            self.wrong_type(held.at, key, Expected::Switch);
        }
        answer
    }

    /// A whole number, if it is there.
    pub(crate) fn number(&mut self, key: &'static str) -> Option<i64> {
        let held = self.held(key)?;
        let number = held.value.as_i64();
        if number.is_none() {
            self.wrong_type(held.at, key, Expected::Number);
        }
        number
    }

    /// An `https` address, if it is there.
    pub(crate) fn optional_address(&mut self, key: &'static str) -> Option<&'t str> {
        let word = self.optional_word(key)?;
        if !prose::is_https(word.text) {
            self.log
                .add(word.at, Code::LinkNotHttps, shortened(word.text));
        }
        Some(word.text)
    }

    /// An `https` address that must be there.
    pub(crate) fn address(&mut self, key: &'static str) -> Option<&'t str> {
        let address = self.optional_address(key);
        if !self.table.contains_key(key) {
            self.log.add(self.at, Code::MissingKey, self.path(key));
        }
        address
    }

    /// A text in both languages that must be there.
    pub(crate) fn text(&mut self, key: &'static str, style: Style) -> Text {
        self.text_or(key, style, Code::MissingKey)
    }

    /// The same with a code of its own where it is missing.
    pub(crate) fn text_or(&mut self, key: &'static str, style: Style, missing: Code) -> Text {
        match self.required(key, missing) {
            Some(held) => self.text_of(&held, key, style),
            None => Text::default(),
        }
    }

    /// A text in both languages that may be there; else it is empty.
    pub(crate) fn optional_text(&mut self, key: &'static str, style: Style) -> Text {
        match self.held(key) {
            Some(held) => self.text_of(&held, key, style),
            None => Text::default(),
        }
    }

    /// A text in both languages that must be there and fit into a box of the map or a bar.
    pub(crate) fn short_text(&mut self, key: &'static str) -> Text {
        let text = self.text(key, Style::Plain);
        self.check_short(key, &text);
        text
    }

    /// The same where it may be missing; else it is empty.
    pub(crate) fn optional_short_text(&mut self, key: &'static str) -> Text {
        let text = self.optional_text(key, Style::Plain);
        self.check_short(key, &text);
        text
    }

    fn check_short(&self, key: &str, text: &Text) {
        for (lang, text) in [("zh", &text.zh), ("en", &text.en)] {
            if let Some(word) = self.peek_language(key, lang) {
                self.check_length(word.at, text);
            }
        }
    }

    fn check_length(&self, at: usize, text: &str) {
        if !prose::is_short(text) {
            self.log.add(at, Code::NotShort, shortened(text));
        }
    }

    /// A list of texts in both languages; the list must be there.
    pub(crate) fn texts(&mut self, key: &'static str, style: Style) -> Vec<Text> {
        match self.required(key, Code::MissingKey) {
            Some(held) => self.texts_of(&held, key, style),
            None => Vec::new(),
        }
    }

    /// The same of short texts, at most so many, where the list may be missing; else it is empty.
    pub(crate) fn optional_short_texts(&mut self, key: &'static str, most: usize) -> Vec<Text> {
        let Some(held) = self.held(key) else {
            return Vec::new();
        };
        let texts = self.texts_of(&held, key, Style::Plain);
        if texts.len() > most {
            self.log.add(held.at, Code::ListTooLong, self.path(key));
        }
        let places = held
            .value
            .as_array()
            .into_iter()
            .flat_map(|list| list.iter());
        for (item, text) in places.zip(&texts) {
            let at = item.span().range().start;
            self.check_length(at, &text.zh);
            self.check_length(at, &text.en);
        }
        texts
    }

    fn texts_of(&self, held: &Held<'t>, key: &'static str, style: Style) -> Vec<Text> {
        let Some(list) = held.value.as_array() else {
            self.wrong_type(held.at, key, Expected::TextsInBothLanguages);
            return Vec::new();
        };
        if list.is_empty() {
            self.log.add(held.at, Code::EmptyText, self.path(key));
        }
        list.iter()
            .map(|item| self.text_of(&held_in(item), key, style))
            .collect()
    }

    fn text_of(&self, held: &Held<'t>, key: &'static str, style: Style) -> Text {
        let Some(table) = held.value.as_table() else {
            self.wrong_type(held.at, key, Expected::BothLanguages);
            return Text::default();
        };
        let mut pair = Fields {
            log: self.log,
            table,
            at: held.key_at,
            parent: String::new(),
            owner: self.path(key),
            asked: Vec::new(),
        };
        let text = Text {
            zh: pair.in_language("zh", Lang::ZhHant, style),
            en: pair.in_language("en", Lang::En, style),
        };
        if prose::is_untranslated(&text) {
            let at = pair.held("en").map_or(held.at, |h| h.at);
            self.log.add(at, Code::Untranslated, self.path(key));
        }
        pair.finish();
        text
    }

    fn in_language(&mut self, key: &'static str, lang: Lang, style: Style) -> String {
        let missing = match lang {
            Lang::ZhHant => Code::MissingChinese,
            Lang::En => Code::MissingEnglish,
        };
        let Some(held) = self.required(key, missing) else {
            return String::new();
        };
        let Some(word) = self.word_of(&held, key) else {
            return String::new();
        };
        if word.text.trim().is_empty() {
            self.log.add(word.at, Code::EmptyText, self.path(key));
        }
        let slips = prose::check(word.text, lang, style);
        if !slips.is_empty() {
            let start = self.start_of(&held, word.text);
            for slip in slips {
                let at = start.map_or(word.at, |start| start + slip.at);
                self.log.add(at, slip.code, slip.subject);
            }
        }
        // The same content makes the same pages, whichever line ends the editor's computer writes.
        word.text.replace("\r\n", "\n")
    }

    /// Where a text begins inside its quotation marks, so that a slip in it can be pointed at.
    /// A text with escapes does not stand in the file as it reads; then the value as a whole is pointed at.
    fn start_of(&self, held: &Held<'t>, text: &str) -> Option<usize> {
        let raw = self.log.text().get(held.span.clone())?;
        raw.find(text).map(|at| held.span.start + at)
    }

    /// A table under one header, if it is there.
    pub(crate) fn table(&mut self, key: &'static str) -> Option<Self> {
        let held = self.held(key)?;
        let Some(table) = held.value.as_table() else {
            self.wrong_type(held.at, key, Expected::Table);
            return None;
        };
        Some(self.child(key, table, held.at))
    }

    /// A table under one header that must be there.
    pub(crate) fn required_table(&mut self, key: &'static str) -> Option<Self> {
        self.required(key, Code::MissingKey)?;
        self.table(key)
    }

    /// The tables under a repeated header, in order; perhaps none.
    pub(crate) fn tables(&mut self, key: &'static str) -> Vec<Self> {
        let Some(held) = self.held(key) else {
            return Vec::new();
        };
        let Some(list) = held.value.as_array() else {
            self.wrong_type(held.at, key, Expected::Tables);
            return Vec::new();
        };
        let mut tables = Vec::with_capacity(list.len());
        for item in list.iter() {
            let at = item.span().range().start;
            match item.as_table() {
                Some(table) => tables.push(self.child(key, table, at)),
                None => self.wrong_type(at, key, Expected::Tables),
            }
        }
        tables
    }

    /// The same where at least one must be there.
    pub(crate) fn some_tables(&mut self, key: &'static str) -> Vec<Self> {
        if !self.table.contains_key(key) {
            self.log.add(self.at, Code::MissingKey, self.path(key));
        }
        self.tables(key)
    }

    fn child(&self, key: &'static str, table: &'t Table<'t>, at: usize) -> Self {
        Self {
            log: self.log,
            table,
            at,
            parent: self.owner.clone(),
            owner: self.path(key),
            asked: Vec::new(),
        }
    }

    /// The format number, from 1 to the latest of this kind of file; `None` for one that this program does not know.
    pub(crate) fn format(&mut self, latest: i64) -> Option<i64> {
        let Some(held) = self.required("format", Code::MissingKey) else {
            // Everything else can still be judged as if the latest format were meant.
            return Some(latest);
        };
        let known = held.value.as_i64().filter(|it| (1..=latest).contains(it));
        if known.is_none() {
            self.log.add(
                held.at,
                Code::UnknownFormat,
                shortened(held.written(self.log)),
            );
        }
        known
    }

    /// Notes the keys that nobody asked for.
    pub(crate) fn finish(self) {
        for (key, value) in self.table.iter() {
            let word = key.as_str();
            if !self.asked.contains(&word) {
                let known = self.asked.iter().copied();
                let at = begin(key.span.range().start, value.span().range().start);
                self.log.add_unknown(at, Code::UnknownKey, word, known);
            }
        }
    }
}

fn held_in<'t>(item: &'t Item<'t>) -> Held<'t> {
    Held {
        key_at: item.span().range().start,
        at: item.span().range().start,
        value: item,
        span: item.span().range(),
    }
}
