//! The forms: which fields a file has, how they are called, and what stands in them.
//!
//! The core knows what a content file may hold; the page draws whatever it is told here.

use serde::{Deserialize, Serialize};

use crate::Words;

/// The form of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// The file.
    pub file: String,
    /// The title of the file, such as 「規定：每年必須完成之課程（10 小時）」.
    pub title: Words,
    /// Its tables, in the order of the file, each after the one it lies in.
    pub groups: Vec<Group>,
    /// Lists at the top of the file that may grow.
    pub growths: Vec<Growth>,
}

/// One table of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its path, such as `contact.hr`; empty for what stands above all tables.
    pub path: String,
    /// How deep it lies in others: 0 for `node.start`, 1 for `node.start.answer.yes`.
    pub depth: u8,
    /// Its kind and its name, such as 「聯絡窗口：人事室」.
    pub title: Words,
    /// The line of its header, from 1.
    pub line: u32,
    /// Its fields; those without a value too, where the table may have them.
    pub fields: Vec<Field>,
    /// Whether it may be moved up.
    pub can_move_up: bool,
    /// Whether it may be moved down.
    pub can_move_down: bool,
    /// Whether it may be taken away.
    pub can_remove: bool,
    /// Lists within it that may grow.
    pub growths: Vec<Growth>,
}

/// A list that may get one more table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Growth {
    /// The list, for [`Edit::Add`](crate::Edit::Add), such as `node.start.answer`.
    pub list: String,
    /// The name of one of them, such as 「答案」.
    pub title: Words,
    /// How many there are.
    pub count: usize,
    /// Whether a new one needs an id.
    pub wants_id: bool,
}

/// A field, or a pair of them, one for each language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Its name, such as 「說明」.
    pub label: Words,
    /// The explanation of the field, in a sentence; empty where the label says enough.
    pub help: Words,
    /// How it is edited.
    pub kind: Kind,
    /// Whether the table cannot do without it.
    pub is_required: bool,
    /// Its values.
    pub entries: Entries,
}

/// How a field is edited. What cannot be chosen may be typed all the same: the check says what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A text on one line.
    Text,
    /// A text of several lines in Markdown.
    Markdown,
    /// An `https` address.
    Link,
    /// A day such as `2026-03-01`.
    Date,
    /// A day, or a word in its place such as `never` or `unknown`.
    DateOr(String),
    /// A day of every year such as `12-31`.
    YearDay,
    /// Hours such as `4` or `2.5`.
    Hours,
    /// A whole number.
    Number,
    /// A whole number, or a word in its place such as `unknown`.
    NumberOr(String),
    /// `true` or `false`; without a value it counts as what is named here.
    Bool(bool),
    /// Words, one a line.
    Words,
    /// Days, one a line.
    Dates,
    /// One of a few words, each with its name.
    Choice(Vec<(String, Words)>),
    /// The id of a node: one of [`Checked::nodes`](crate::Checked::nodes).
    Node,
    /// Ids and references that bookmarks and links rest on: shown, and changed in the text only.
    Fixed,
}

/// The values of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Entries {
    /// One value.
    One(Entry),
    /// A text in both languages.
    Both {
        /// 繁體中文.
        zh: Entry,
        /// English.
        en: Entry,
    },
    /// A list of texts, each in both languages, which may grow; the last one stays where the table cannot do without the list.
    List {
        /// The list, for [`Edit::Add`](crate::Edit::Add), such as `node.start.ready`.
        path: String,
        /// Its texts; none where the key is missing.
        items: Vec<Item>,
    },
}

impl Entries {
    /// Every value, in the order in which the form shows them.
    #[must_use]
    pub fn all(&self) -> Vec<&Entry> {
        match self {
            Self::One(one) => vec![one],
            Self::Both { zh, en } => vec![zh, en],
            Self::List { items, .. } => items.iter().flat_map(|it| [&it.zh, &it.en]).collect(),
        }
    }
}

/// A text of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its path, for [`Edit::Move`](crate::Edit::Move) and [`Edit::Remove`](crate::Edit::Remove), such as `node.start.ready.0`.
    pub path: String,
    /// 繁體中文.
    pub zh: Entry,
    /// English.
    pub en: Entry,
}

/// A value with its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// `<file>:<path>`, such as `guide:contact.hr.body.zh`; what follows the colon is the path of an [`Edit`](crate::Edit).
    pub name: String,
    /// As a reader would write it; `None` where the key is missing. Line ends are LF.
    pub value: Option<String>,
    /// The line of the value, from 1; that of the table where the key is missing.
    pub line: u32,
    /// Where the value begins in its line, in characters from 1; only the core tells values of one line apart.
    #[serde(skip)]
    pub column: u32,
}
