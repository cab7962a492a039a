//! What the reader typed about hours: texts of fields and choices, and nothing that follows from them.

use hours::{Overall, PortalRow, StaffKind, parse_hours};
use interchange::{Found, Labels, Reading, Refusal};
use yew::AttrValue;

use super::Page;
use super::page::place;

/// The fields of the hours view.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// The texts of the fields for hours: the twelve rows in portal order, then what no row shows.
    pub drafts: Vec<AttrValue>,
    /// Whether the check button was pressed, and not every error that it found is mended.
    pub checked: bool,
    /// The reader's kind, if chosen.
    pub staff: Option<StaffKind>,
    /// Whether each rule set was asked for, in their order.
    pub asked: Vec<bool>,
    /// Hours that are finished and not shown yet, line by line.
    pub coming: Vec<ComingDraft>,
    /// What was read of a pasted text and not decided on yet.
    pub paste: Paste,
    /// What the reader was last told without asking: the summary, and how many things are short.
    pub said: (Overall, usize),
    /// The number of the next line of hours that are still coming; none is used twice.
    next: usize,
}

/// The texts of a line of hours that are still coming.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ComingDraft {
    /// Its number, which names its fields.
    pub line: usize,
    /// The name of the field that the hours will count in.
    pub term: AttrValue,
    /// How many hours.
    pub hours: AttrValue,
    /// The day on which the course was finished.
    pub finished: AttrValue,
    /// The id of the platform; empty where it is another one.
    pub platform: AttrValue,
}

/// What came of a pasted text.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Paste {
    /// Nothing was pasted, or it was decided on.
    #[default]
    Nothing,
    /// It could not be read.
    Refused(Refusal),
    /// What was read of it.
    Read(Box<Reading>),
}

impl Form {
    pub(super) fn new(page: &Page) -> Self {
        Self {
            drafts: vec![AttrValue::Static(""); page.fields()],
            checked: false,
            staff: None,
            asked: vec![false; page.rules.len()],
            coming: Vec::new(),
            paste: Paste::Nothing,
            said: (Overall::NothingGiven, 0),
            next: 0,
        }
    }

    /// Takes over the text of a field, by its name.
    pub(super) fn edit(&mut self, page: &Page, name: &str, text: AttrValue) {
        if let Some(draft) = self.field(page, name) {
            // A browser says the same text twice, while it is typed and when the field is left.
            if *draft == text {
                return;
            }
            *draft = text;
            // The list of errors stays until the last of them is mended.
            self.checked =
                self.checked && self.drafts.iter().any(|text| parse_hours(text).is_err());
        } else if name == "staff" {
            self.staff = StaffKind::from_id(&text);
        } else if let Some(id) = name.strip_prefix("ask-") {
            let number = page.edition.rule_sets.iter().position(|set| set.id == id);
            if let Some(asked) = number.and_then(|number| self.asked.get_mut(number)) {
                *asked = !text.is_empty();
            }
        }
    }

    /// The text behind a field for hours or of a line of hours that are still coming.
    fn field(&mut self, page: &Page, name: &str) -> Option<&mut AttrValue> {
        if let Some(term) = page.term(name) {
            return self.drafts.get_mut(place(term));
        }
        let (part, line) = name.strip_prefix("coming-")?.split_once('-')?;
        let line: usize = line.parse().ok()?;
        let draft = self.coming.iter_mut().find(|draft| draft.line == line)?;
        Some(match part {
            "row" => &mut draft.term,
            "hours" => &mut draft.hours,
            "day" => &mut draft.finished,
            "platform" => &mut draft.platform,
            _ => return None,
        })
    }

    /// Adds an empty line and says its number.
    pub(super) fn add_coming(&mut self) -> usize {
        let line = self.next;
        self.next += 1;
        self.coming.push(ComingDraft {
            line,
            ..ComingDraft::default()
        });
        line
    }

    pub(super) fn remove_coming(&mut self, line: usize) {
        self.coming.retain(|draft| draft.line != line);
    }

    /// Puts the hours that were read into their fields; what was not read stays as it is.
    pub(super) fn accept_reading(&mut self) {
        if let Paste::Read(reading) = &self.paste {
            for (draft, found) in self.drafts.iter_mut().zip(&reading.rows) {
                if let Found::Hours(hours) = found {
                    *draft = hours.to_string().into();
                }
            }
        }
        self.paste = Paste::Nothing;
    }

    /// Forgets every number; who the reader is stays.
    pub(super) fn clear(&mut self) {
        self.drafts.fill(AttrValue::Static(""));
        self.coming.clear();
        self.paste = Paste::Nothing;
        self.checked = false;
    }
}

impl Paste {
    /// Reads the twelve rows out of a text, of which nothing else is kept.
    pub(super) fn read(text: &str, page: &Page) -> Self {
        let mut labels = Labels::default();
        for (row, words) in PortalRow::ALL.into_iter().zip(&page.edition.rows) {
            labels.add(row, &words.label);
            for alias in &words.aliases {
                labels.add(row, alias);
            }
        }
        match interchange::read(text, &labels) {
            Ok(reading) => Self::Read(Box::new(reading)),
            Err(refusal) => Self::Refused(refusal),
        }
    }
}
