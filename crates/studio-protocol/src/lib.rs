//! The messages between the studio's page and its core in a Worker.
//!
//! The page posts a [`Request`] as `{ id, kind, request, bytes? }`: `id` is a number that the answer repeats, `kind` is
//! [`Request::kind`], `request` is [`Request::to_json`], `bytes` is the `Uint8Array` that [`Request::Open`] is about.
//! `studio/worker.js` answers each of them once: `{ id, reply, bytes? }` with [`Reply::from_json`] for `reply` and the file of a
//! [`Reply::File`] as a `Uint8Array` in `bytes`; or `{ id, replaced: true }` where a newer request of the same kind came before
//! its turn, which only [`Request::Check`] and [`Request::Preview`] give way to; or `{ id, failed: "…" }` where the core broke
//! down, which then starts anew by itself, or could not be loaded.
//!
//! Files are named by their path below `content/` without `.toml`: `guide`, `calendar`, `categories`, `rules/manual-10`.
//! A path within a file leads from key to key by dots; a table of a list is named by its id, or by its number from 0 where it
//! has none: `contact.hr.body.zh`, `node.start.link.0.href`, `requirement.policy.at-least`.
//! A form field is named `<file>:<path>`.
//! Texts hold what stands in the file to the byte: a mark U+FEFF at the start and CRLF are kept by whoever shows them.
#![warn(missing_docs)]

mod form;

use serde::{Deserialize, Serialize};

pub use form::{Entries, Entry, Field, Form, Group, Growth, Item, Kind};

/// A sentence or a name in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// 繁體中文.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Words {
    /// From the same sentence in both languages.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            zh: zh.into(),
            en: en.into(),
        }
    }
}

/// A content file as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Its path below `content/` without `.toml`.
    pub name: String,
    /// All of it.
    pub text: String,
}

/// A language of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// 繁體中文.
    #[serde(rename = "zh-Hant")]
    Chinese,
    /// English.
    #[serde(rename = "en")]
    English,
}

/// The colours of a preview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the device has it.
    #[default]
    Auto,
    /// Dark letters on light.
    Light,
    /// Light letters on dark.
    Dark,
}

/// A request of the page to the core.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Request {
    /// The content that the published site was built of; answered by [`Reply::Opened`].
    Shipped,
    /// Everything wrong with the content, what needs a look this year, and the forms; answered by [`Reply::Checked`].
    Check {
        /// All files of the content.
        files: Vec<File>,
    },
    /// The page that stands alone, for the preview; answered by [`Reply::Page`], or [`Reply::Refused`] where there are errors.
    ///
    /// It is the same for every width, and has no link to the other language, which would lead to the published page.
    /// Write it into `preview.html` by `document.open`, `write` and `close`; the place is set after that, as `#node=<id>`.
    Preview {
        /// All files of the content.
        files: Vec<File>,
        /// Of which language.
        language: Language,
        /// In which colours.
        #[serde(default)]
        theme: Theme,
    },
    /// The single file of a language, finished; answered by [`Reply::File`], or [`Reply::Refused`] where there are errors.
    Page {
        /// All files of the content.
        files: Vec<File>,
        /// Of which language.
        language: Language,
    },
    /// The whole site as a zip; answered by [`Reply::File`], or [`Reply::Refused`] where there are errors.
    Site {
        /// All files of the content.
        files: Vec<File>,
    },
    /// The content files as a zip, with or without errors; answered by [`Reply::File`].
    Content {
        /// All files of the content.
        files: Vec<File>,
    },
    /// Changes one file as a form wants it; answered by [`Reply::Text`], or [`Reply::Refused`] where a path leads nowhere.
    ///
    /// Nothing but the spans of the values named differs afterwards.
    Splice {
        /// The file.
        file: File,
        /// The edits to make, one after the other.
        edits: Vec<Edit>,
    },
    /// Reads a file that was chosen or dropped, whose bytes come beside; answered by [`Reply::Opened`] or [`Reply::Refused`].
    Open {
        /// The name that the file has on the disk.
        name: String,
    },
    /// Makes the content that of another school, to start from; answered by [`Reply::Copied`], or [`Reply::Refused`] where
    /// something that was asked for is missing.
    ///
    /// Nothing but the spans of the values that name the school, and of the days of confirmation, differs afterwards.
    Copy {
        /// All files of the content.
        files: Vec<File>,
        /// The other school.
        school: School,
    },
    /// The differences between two states of the content, in sentences; answered by [`Reply::Changes`].
    Changes {
        /// As it was opened.
        before: Vec<File>,
        /// As it is now.
        after: Vec<File>,
    },
}

impl Request {
    /// Its name, by which `worker.js` knows what a newer one replaces.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Shipped => "shipped",
            Self::Check { .. } => "check",
            Self::Preview { .. } => "preview",
            Self::Page { .. } => "page",
            Self::Site { .. } => "site",
            Self::Content { .. } => "content",
            Self::Splice { .. } => "splice",
            Self::Open { .. } => "open",
            Self::Copy { .. } => "copy",
            Self::Changes { .. } => "changes",
        }
    }

    /// As the page posts it. Nothing in a request is unknown to JSON, so the text is never empty.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// As the core reads it.
    ///
    /// # Errors
    /// If the text is none of these requests.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}

/// A school that starts from a copy: what it is called, where its page will be, and whom its staff ask.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct School {
    /// Its name (學校名稱).
    pub name: Words,
    /// The `https` address of its page; empty while there is none.
    pub address: String,
    /// Its contacts (聯絡窗口): each table that there is, with its texts.
    pub contacts: Vec<Contact>,
}

/// A contact of a school.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The path of its table, such as `contact.hr`.
    pub path: String,
    /// Its name.
    pub name: Words,
    /// For what, and where.
    pub body: Words,
}

/// A change of a file as a form makes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Edit {
    /// Gives a key a value as [`Entry::value`] shows it; a key that is missing is added to its table.
    Set {
        /// Where, such as `contact.hr.body.zh`.
        path: String,
        /// A text as it reads, a date as `2026-03-01`, a number by its digits, `true` or `false`, a list one item a line.
        value: String,
    },
    /// Takes a key and its value away, with its line; nothing where there is none.
    Clear {
        /// Where.
        path: String,
    },
    /// Adds a table to a list, empty but for its id and what it cannot do without, or a text in both languages, empty as well.
    Add {
        /// The list, such as `contact` or `node.start.answer`; of [`Growth::list`] or [`Entries::List`].
        list: String,
        /// The new id, where tables of this list have one.
        id: Option<String>,
        /// The path of the one that it follows; the last one where there is none.
        after: Option<String>,
    },
    /// Changes places with the table or text of the same list before or after it; nothing happens at an end.
    Move {
        /// The table or text, such as `contact.hr` or `node.start.ready.0`.
        path: String,
        /// Whether it moves up.
        up: bool,
    },
    /// Takes a table away with everything in it, or a text of a list; a list that need not be there goes with its last text.
    Remove {
        /// The table or text.
        path: String,
    },
}

/// An answer of the core.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Reply {
    /// To [`Request::Check`].
    Checked(Checked),
    /// A page as text.
    Page {
        /// The page.
        html: String,
    },
    /// A file to save, whose bytes come beside.
    File {
        /// The name to save it under, such as `guide.html`.
        name: String,
        /// Its type, such as `text/html`.
        mime: String,
    },
    /// The text of a file after [`Request::Splice`].
    Text {
        /// All of it.
        text: String,
    },
    /// The content of a file that was opened.
    Opened {
        /// The content files in it; the page puts each in the place of the one with the same name, or adds it.
        files: Vec<File>,
        /// Whether it was the whole content, so that files of other names go.
        is_whole: bool,
        /// Whether the file was made by another build than this studio, so that a page made now is not the very same.
        is_of_other_build: bool,
        /// Further sentences about it, such as those on files in a zip that were passed over.
        notes: Vec<Words>,
    },
    /// To [`Request::Copy`].
    Copied {
        /// All files of the content.
        files: Vec<File>,
    },
    /// The differences, in sentences.
    Changes {
        /// A sentence for each thing, in the order of the files; none where nothing differs.
        sentences: Vec<Words>,
        /// Where the name of the school differs: the lines that still speak of the one before.
        left: Vec<Left>,
    },
    /// The request cannot be done: why, or which file to take instead.
    Refused {
        /// The sentence for the reader.
        why: Words,
    },
}

impl Reply {
    /// As the core answers it.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// As the page reads it.
    ///
    /// # Errors
    /// If the text is none of these answers.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}

/// Everything about the content that the studio shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// The findings, errors first, then by file and line.
    pub findings: Vec<Finding>,
    /// Whether a preview can be made: there is no error, or only that steps cannot be reached or never lead out, which it marks.
    pub can_be_shown: bool,
    /// The matters that need a look this year.
    pub facts: Facts,
    /// The form of each file, in the order of the files asked about; one that cannot be read as TOML has no groups.
    pub forms: Vec<Form>,
    /// The nodes, to begin a preview at and for fields of the kind [`Kind::Node`]; none where the guide cannot be read as TOML.
    pub nodes: Vec<NodeName>,
}

impl Checked {
    /// The form of the file with this name.
    #[must_use]
    pub fn form(&self, file: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.file == file)
    }
}

/// Something wrong at one place of a content file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The code of the fault, such as `missing-english`.
    pub code: String,
    /// Whether pages can be made all the same.
    pub severity: Severity,
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// The same place in UTF-16 code units from the start of the text as a text area holds it, without a mark and with LF.
    pub offset: u32,
    /// The place by its human name, such as 「聯絡窗口 › 人事室 › 說明（英文）」; empty where it is about the file as a whole.
    pub place: Words,
    /// The form field that stands there, by its name, or the one nearest above it.
    pub field: Option<String>,
    /// The fault and its mend, in a sentence.
    pub message: Words,
}

/// Whether pages can be made all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// They cannot (錯誤).
    Error,
    /// They can, but someone should look (提醒).
    Warning,
}

/// The matters that need a look this year, for the first screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The day in Taiwan, as `2026-11-29`.
    pub today: String,
    /// The rule sets, in the order that readers see them.
    pub rules: Vec<Rule>,
    /// Other facts with a date: when the source of each category of courses was looked at.
    pub dated: Vec<Dated>,
    /// Until when holidays are listed.
    pub calendar: Option<Calendar>,
}

/// A rule set on the first screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Its file, such as `rules/manual-10`.
    pub file: String,
    /// Its title.
    pub title: Words,
    /// How it stands.
    pub state: State,
    /// The day of its confirmation.
    pub confirmed_on: Option<String>,
    /// Whether that day lies before this year began, so it has to be confirmed again.
    pub is_of_earlier_year: bool,
    /// The day of its source.
    pub source_date: Option<String>,
    /// From when it is valid.
    pub valid_from: Option<String>,
    /// Until when it is valid.
    pub valid_to: Option<String>,
}

/// How a rule set or a category stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// In use, and HR has confirmed it.
    Confirmed,
    /// In use, and nobody has confirmed it.
    Unconfirmed,
    /// Shown as history only.
    History,
    /// Switched off.
    Off,
}

/// A fact with a day on which somebody looked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dated {
    /// The form field of the day, such as `categories:category.environment.seen-on`.
    pub field: String,
    /// Its name, such as 「課程類別：環境教育」.
    pub title: Words,
    /// The day.
    pub date: String,
    /// Whether it is more than a year ago.
    pub is_old: bool,
    /// How the category stands that it belongs to.
    pub state: State,
}

/// Until when holidays are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// The last day.
    pub covers_until: String,
    /// How many days are left; below zero where it is over.
    pub days_left: i32,
}

/// A line that still speaks of the school whose content was copied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The place by its human name; empty for a comment.
    pub place: Words,
    /// The text of the line, without the blanks around it.
    pub text: String,
}

/// A node by its id and its title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NodeName {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Words,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_read_as_they_were_written() {
        let file = File {
            name: "guide".to_owned(),
            text: "\u{feff}format = 2\r\n".to_owned(),
        };
        let requests = [
            Request::Shipped,
            Request::Preview {
                files: vec![file.clone()],
                language: Language::English,
                theme: Theme::Dark,
            },
            Request::Splice {
                file,
                edits: vec![Edit::Move {
                    path: "contact.hr".to_owned(),
                    up: true,
                }],
            },
        ];
        for request in requests {
            let json = request.to_json();
            assert_eq!(Request::from_json(&json).expect("our own"), request);
            assert!(json.contains(&format!("\"kind\":\"{}\"", request.kind())));
        }
        let reply = Reply::Checked(Checked::default());
        let read = Reply::from_json(&reply.to_json()).expect("our own");
        assert_eq!(read, reply);
    }
}
