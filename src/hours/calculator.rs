//! The state of the hours: what was typed about them, and the one place where it changes.

use std::rc::Rc;

use hours::{Date, Hours, PortalRow};
use yew::{AttrValue, Reducible};

use super::entry::{Entry, Field, Paste};
use super::facts::Facts;
use crate::page::Page;

/// Where the reader's focus belongs after an action.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Attention {
    /// Where it is.
    #[default]
    Stay,
    /// On the heading of the view.
    Heading,
    /// On the list of errors, or on the verdict where there is none.
    Verdict,
    /// On what was read of a pasted text.
    Review,
    /// On the field to paste into.
    Paste,
    /// On a line of hours that are still coming.
    Coming(usize),
    /// On the button that adds a line.
    ComingAdd,
}

/// What happened to the hours.
#[derive(Clone, Debug, PartialEq)]
pub enum HoursAction {
    /// The program has arrived: the texts that were typed before, by the names of their fields, and the day on the reader's clock.
    Arrived(Vec<(String, AttrValue)>, Option<Date>),
    /// The view is made anew, in which these texts stood.
    TextsFound(Vec<(String, AttrValue)>),
    /// The reader's clock was looked at again.
    DayRead(Option<Date>),
    /// This stands in a field now.
    Edited(Field, AttrValue),
    /// A field was left with this text.
    Left(Field, AttrValue),
    /// A line for hours that are still coming was asked for.
    ComingAdded,
    /// A line was taken away, by its number.
    ComingRemoved(usize),
    /// A text was pasted or read from a file, to look for the twelve rows in it.
    TextPasted(String),
    /// One of the numbers that were seen in a doubtful row was chosen.
    ReadingChosen(PortalRow, Hours),
    /// What was read of it shall stand in the fields.
    ReadingAccepted,
    /// What was read of it is not wanted.
    ReadingDiscarded,
    /// The check button was pressed.
    CheckPressed,
    /// All fields were cleared.
    Cleared,
    /// The same page arrived in the other language.
    LanguageArrived(Rc<Page>),
}

/// What was typed, and all that the verdicts follow from.
#[derive(Clone, Debug, PartialEq)]
pub struct Calculator {
    /// Whether the program hears the reader.
    pub arrived: bool,
    /// Content, entries and day.
    pub facts: Facts,
    /// Where the focus belongs, and how often it was moved, so that the same wish twice is two wishes.
    pub attention: (u32, Attention),
}

impl Calculator {
    /// The state of a reader who has just opened the page.
    #[must_use]
    pub fn new(page: Rc<Page>) -> Self {
        Self {
            arrived: false,
            facts: Facts {
                entry: Rc::new(Entry::new(&page)),
                page,
                today: None,
            },
            attention: (0, Attention::Stay),
        }
    }

    fn entry(&mut self) -> &mut Entry {
        Rc::make_mut(&mut self.facts.entry)
    }

    fn fill(&mut self, texts: Vec<(String, AttrValue)>) {
        for (name, text) in texts {
            if let Some(field) = Field::named(&name, &self.facts.page) {
                self.entry().edit(field, text);
            }
        }
    }

    fn look(&mut self, attention: Attention) {
        self.attention = (self.attention.0.wrapping_add(1), attention);
    }

    /// Follows an action; the only place where the entries change.
    pub fn follow(&mut self, action: HoursAction) {
        match action {
            HoursAction::Arrived(texts, today) => {
                self.arrived = true;
                self.facts.today = today;
                self.fill(texts);
            }
            HoursAction::TextsFound(texts) => self.fill(texts),
            HoursAction::DayRead(today) => self.facts.today = today,
            HoursAction::Edited(field, text) => self.entry().edit(field, text),
            HoursAction::Left(field, text) => {
                self.entry().edit(field, text);
                self.entry().said = self.facts.to_say();
            }
            HoursAction::ComingAdded => {
                let line = self.entry().add_coming();
                self.look(Attention::Coming(line));
            }
            HoursAction::ComingRemoved(line) => {
                self.entry().remove_coming(line);
                self.look(Attention::ComingAdd);
            }
            HoursAction::TextPasted(text) => {
                let paste = Paste::read(&text, &self.facts.page, self.facts.today);
                self.entry().paste = paste;
                self.look(Attention::Review);
            }
            HoursAction::ReadingChosen(row, hours) => self.entry().choose_reading(row, hours),
            HoursAction::ReadingAccepted => {
                let page = self.facts.page.clone();
                self.entry().accept_reading(&page);
                self.look(Attention::Verdict);
            }
            HoursAction::ReadingDiscarded => {
                self.entry().paste = Paste::Nothing;
                self.look(Attention::Paste);
            }
            HoursAction::CheckPressed => {
                self.entry().checked = true;
                self.look(Attention::Verdict);
            }
            HoursAction::Cleared => {
                self.entry().clear();
                self.look(Attention::Heading);
            }
            HoursAction::LanguageArrived(page) => self.facts.page = page,
        }
    }
}

impl Reducible for Calculator {
    type Action = HoursAction;

    fn reduce(self: Rc<Self>, action: HoursAction) -> Rc<Self> {
        let mut calculator = Rc::unwrap_or_clone(self);
        calculator.follow(action);
        Rc::new(calculator)
    }
}
