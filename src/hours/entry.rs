//! The reader's entries about hours (填寫內容): texts of fields and choices, and nothing that follows from them.

use hours::{Date, Hours, Overall, PortalRow, StaffKind, Term, parse_hours};
use interchange::{Found, OtherValue, Reading, Refusal, day_text};
use yew::AttrValue;

use crate::page::{Page, place};

/// The fields of the hours view.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
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
    /// The reading of a pasted text on which the reader has not decided yet.
    pub paste: Paste,
    /// The portal's own thresholds in the text that was accepted last.
    pub thresholds: [Option<Hours>; 12],
    /// The news that the reader heard last without asking: the summary, and how many things are short.
    pub said: (Overall, usize),
    /// The number of the next line of hours that are still coming; none is used twice.
    next: usize,
}

/// A field of the hours (欄位).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Hours: a row of the portal, or what no row shows.
    Hours(Term),
    /// A part of a line of hours that are still coming, by the line's number.
    Coming(usize, ComingPart),
    /// The kind of staff.
    Staff,
    /// Whether a rule set that is history is judged as well, by its number.
    Asked(usize),
}

/// A part of a line of hours that are still coming.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComingPart {
    /// Where the hours count.
    Term,
    /// How many.
    Hours,
    /// The day on which the course was finished.
    Finished,
    /// The platform.
    Platform,
}

/// The value of a ticked box, as browsers have it.
pub(super) const ASKED: &str = "on";

impl ComingPart {
    pub(super) const ALL: [Self; 4] = [Self::Term, Self::Hours, Self::Finished, Self::Platform];

    fn id(self) -> &'static str {
        match self {
            Self::Term => "row",
            Self::Hours => "hours",
            Self::Finished => "day",
            Self::Platform => "platform",
        }
    }
}

impl Field {
    /// The name of the field in the page.
    #[must_use]
    pub fn name(self, page: &Page) -> String {
        match self {
            Self::Hours(term) => page.field(term).to_owned(),
            Self::Coming(line, part) => format!("coming-{}-{line}", part.id()),
            Self::Staff => "staff".to_owned(),
            Self::Asked(number) => {
                let set = page.edition.rule_sets.get(number);
                ["ask-", set.map_or("", |set| &set.id)].concat()
            }
        }
    }

    /// Whether a text that was read of a file can stand in this field: a choice must be one of those that the page offers.
    fn may_hold(self, text: &str, page: &Page) -> bool {
        match self {
            Self::Hours(_) | Self::Coming(_, ComingPart::Hours | ComingPart::Finished) => true,
            Self::Staff => StaffKind::from_id(text).is_some(),
            Self::Asked(_) => text == ASKED,
            Self::Coming(_, ComingPart::Term) => page.term(text).is_some(),
            Self::Coming(_, ComingPart::Platform) => {
                let mut platforms = page.edition.platforms.iter();
                platforms.any(|platform| *platform.id == *text)
            }
        }
    }

    /// The field of this name.
    #[must_use]
    pub fn named(name: &str, page: &Page) -> Option<Self> {
        if let Some(term) = page.term(name) {
            return Some(Self::Hours(term));
        }
        if let Some(id) = name.strip_prefix("ask-") {
            let mut sets = page.edition.rule_sets.iter();
            return sets.position(|set| set.id == id).map(Self::Asked);
        }
        if let Some((id, line)) = name
            .strip_prefix("coming-")
            .and_then(|it| it.split_once('-'))
        {
            let part = ComingPart::ALL.into_iter().find(|part| part.id() == id)?;
            return Some(Self::Coming(line.parse().ok()?, part));
        }
        (name == "staff").then_some(Self::Staff)
    }
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

impl ComingDraft {
    fn part(&mut self, part: ComingPart) -> &mut AttrValue {
        match part {
            ComingPart::Term => &mut self.term,
            ComingPart::Hours => &mut self.hours,
            ComingPart::Finished => &mut self.finished,
            ComingPart::Platform => &mut self.platform,
        }
    }
}

/// The outcome of a pasted text.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Paste {
    /// Nothing was pasted, or it was decided on.
    #[default]
    Nothing,
    /// It could not be read.
    Refused(Refusal),
    /// It was read, as far as it goes.
    Read(Box<Reading>),
}

impl Entry {
    pub(super) fn new(page: &Page) -> Self {
        Self {
            drafts: vec![AttrValue::Static(""); page.fields()],
            checked: false,
            staff: None,
            asked: vec![false; page.edition.rule_sets.len()],
            coming: Vec::new(),
            paste: Paste::Nothing,
            thresholds: [None; 12],
            said: (Overall::NothingGiven, 0),
            next: 0,
        }
    }

    /// Takes over the text of a field.
    pub(super) fn edit(&mut self, field: Field, text: AttrValue) {
        match field {
            Field::Staff => self.staff = StaffKind::from_id(&text),
            Field::Asked(number) => {
                if let Some(asked) = self.asked.get_mut(number) {
                    *asked = !text.is_empty();
                }
            }
            Field::Hours(term) => {
                let draft = self.drafts.get_mut(place(term));
                // A browser says the same text twice: while it is typed, and when the field is left.
                if let Some(draft) = draft.filter(|draft| **draft != text) {
                    *draft = text;
                    // The list of errors stays until the last of them is mended.
                    let is_wrong = |text: &AttrValue| parse_hours(text).is_err();
                    self.checked &= self.drafts.iter().any(is_wrong);
                }
            }
            Field::Coming(line, part) => {
                let mut drafts = self.coming.iter_mut();
                if let Some(draft) = drafts.find(|draft| draft.line == line) {
                    *draft.part(part) = text;
                }
            }
        }
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
    pub(super) fn accept_reading(&mut self, page: &Page) {
        if let Paste::Read(reading) = std::mem::take(&mut self.paste) {
            self.thresholds = reading.thresholds;
            let texts = texts(&reading, page);
            let line = |(field, _): &(Field, AttrValue)| match field {
                Field::Coming(line, _) => Some(*line),
                _ => None,
            };
            let mut read: Vec<usize> = texts.iter().filter_map(line).collect();
            read.sort_unstable();
            read.dedup();
            // Those of the file stand for those of the page, so that a file that is read twice counts once.
            if !read.is_empty() {
                self.coming.clear();
            }
            // The lines of the file, each with the number that it gets here.
            let lines: Vec<_> = read.iter().map(|line| (*line, self.add_coming())).collect();
            for (field, text) in texts {
                let field = match field {
                    Field::Coming(read, part) => {
                        let line = lines.iter().find(|(line, _)| *line == read);
                        Field::Coming(line.map_or(read, |(_, line)| *line), part)
                    }
                    field => field,
                };
                self.edit(field, text);
            }
        }
    }

    /// Takes what the reader has chosen for a doubtful row.
    pub(super) fn choose_reading(&mut self, row: PortalRow, chosen: Found) {
        if let Paste::Read(reading) = &mut self.paste
            && let Some(found) = reading.rows.get_mut(row.index())
        {
            *found = chosen;
        }
    }

    /// Whether hours stand in the fields, in those of coming ones too.
    pub(super) fn has_hours(&self) -> bool {
        let coming = self
            .coming
            .iter()
            .flat_map(|draft| [&draft.hours, &draft.finished]);
        let mut texts = self.drafts.iter().chain(coming);
        texts.any(|text| !text.trim().is_empty())
    }

    /// Whether the same was typed and chosen.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        self.drafts == other.drafts
            && self.staff == other.staff
            && self.asked == other.asked
            && self.coming == other.coming
            && self.thresholds == other.thresholds
    }

    /// Forgets every number; who the reader is stays.
    pub(super) fn clear(&mut self) {
        self.drafts.fill(AttrValue::Static(""));
        self.coming.clear();
        self.paste = Paste::Nothing;
        self.thresholds = [None; 12];
        self.checked = false;
    }
}

/// The texts that a reading has for the fields of this page. A row that the page does not have is passed over.
pub(super) fn texts(reading: &Reading, page: &Page) -> Vec<(Field, AttrValue)> {
    let rows = PortalRow::ALL.into_iter().zip(&reading.rows);
    let rows = rows.map(|(row, found)| (Some(Field::Hours(row.into())), found));
    let inputs = reading.inputs.iter();
    let inputs = inputs.map(|input| (Field::named(&input.id, page), &input.found));
    let hours = rows.chain(inputs).filter_map(|(field, found)| match found {
        Found::Hours(hours) => Some((field?, hours.to_string().into())),
        _ => None,
    });
    let others = reading.others.iter().filter_map(|other| {
        let field = Field::named(&other.name, page)?;
        let text = match &other.value {
            OtherValue::Day(day, calendar) => day_text(*day, *calendar),
            OtherValue::Choice(id) => id.clone(),
        };
        field.may_hold(&text, page).then(|| (field, text.into()))
    });
    hours.chain(others).collect()
}

impl Paste {
    /// Reads the twelve rows, or a list of courses, out of a text, of which nothing else is kept.
    pub(super) fn read(text: &str, page: &Page, today: Option<Date>) -> Self {
        let mut labels = page.labels();
        labels.set_today(today);
        match interchange::read(text, &labels) {
            Ok(reading) => Self::Read(Box::new(reading)),
            Err(refusal) => Self::Refused(refusal),
        }
    }
}
