//! The state of the hours: what was typed about them, and the one place where it changes.

use std::rc::Rc;

use hours::{Date, Hours, PortalRow};
use interchange::Found;
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
    /// On a row of it in which the reader has chosen.
    Reading(PortalRow),
    /// On the field to paste into.
    Paste,
    /// On a line of hours that are still coming.
    Coming(usize),
    /// On the button that adds a line.
    ComingAdd,
}

/// The acts that can be taken back (可復原的動作).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undoable {
    /// All fields were cleared.
    Cleared,
    /// A reading was discarded.
    Discarded,
}

/// The actions of the hours: each says what happened.
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
    /// The box to paste into was opened.
    PasteOpened,
    /// A text was pasted or read from a file, to look for the twelve rows in it.
    TextPasted(String),
    /// One of the numbers that were seen in a doubtful row was chosen.
    ReadingChosen(PortalRow, Hours),
    /// None of the numbers that were seen in a doubtful row is right.
    ReadingDeclined(PortalRow),
    /// The reading was accepted: its numbers go into the fields.
    ReadingAccepted,
    /// The reading was discarded.
    ReadingDiscarded,
    /// The check button was pressed.
    CheckPressed,
    /// All fields were cleared.
    Cleared,
    /// The last clearing or discarding was taken back.
    Undone,
    /// A translator has taken texts out of the tree that shows the hours.
    TextsLost,
    /// The same page arrived in the other language.
    LanguageArrived(Rc<Page>),
}

/// The state of the hours: entries, day and everything else that the verdicts follow from.
#[derive(Clone, Debug, PartialEq)]
pub struct Calculator {
    /// Whether the program hears the reader.
    pub arrived: bool,
    /// Content, entries and day.
    pub facts: Facts,
    /// Whether the box to paste into is open.
    pub is_pasting: bool,
    /// How often the field to paste into was emptied: a text stays in it until its reading was accepted, discarded or cleared.
    pub emptied: usize,
    /// The last act that can be taken back, with the entries of before.
    pub undo: Option<(Undoable, Rc<Entry>)>,
    /// How often the tree that shows it had to be made anew.
    pub trees: usize,
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
            is_pasting: false,
            emptied: 0,
            undo: None,
            trees: 0,
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
            HoursAction::Edited(field, text) => {
                self.undo = None;
                self.entry().edit(field, text);
            }
            HoursAction::Left(field, text) => {
                self.entry().edit(field, text);
                self.entry().said = self.facts.to_say();
            }
            HoursAction::ComingAdded => {
                self.undo = None;
                let line = self.entry().add_coming();
                self.look(Attention::Coming(line));
            }
            HoursAction::ComingRemoved(line) => {
                self.undo = None;
                self.entry().remove_coming(line);
                self.look(Attention::ComingAdd);
            }
            HoursAction::PasteOpened => {
                self.is_pasting = true;
                self.look(Attention::Paste);
            }
            HoursAction::TextPasted(text) => {
                self.undo = None;
                let paste = Paste::read(&text, &self.facts.page, self.facts.today);
                // A text that could not be read may be pasted once more.
                self.is_pasting = matches!(paste, Paste::Refused(_));
                self.entry().paste = paste;
                self.look(Attention::Review);
            }
            HoursAction::ReadingChosen(row, hours) => {
                self.entry().choose_reading(row, Found::Hours(hours));
                self.look(Attention::Reading(row));
            }
            HoursAction::ReadingDeclined(row) => {
                self.entry().choose_reading(row, Found::Blank);
                self.look(Attention::Reading(row));
            }
            HoursAction::ReadingAccepted => {
                let page = self.facts.page.clone();
                self.entry().accept_reading(&page);
                self.emptied += 1;
                self.look(Attention::Verdict);
            }
            HoursAction::ReadingDiscarded => {
                self.undo = Some((Undoable::Discarded, self.facts.entry.clone()));
                self.is_pasting = true;
                self.emptied += 1;
                self.entry().paste = Paste::Nothing;
                self.look(Attention::Paste);
            }
            HoursAction::CheckPressed => {
                self.entry().checked = true;
                self.look(Attention::Verdict);
            }
            HoursAction::Cleared => {
                self.undo = Some((Undoable::Cleared, self.facts.entry.clone()));
                self.is_pasting = false;
                self.emptied += 1;
                self.entry().clear();
                self.look(Attention::Heading);
            }
            HoursAction::Undone => {
                if let Some((what, before)) = self.undo.take() {
                    self.facts.entry = before;
                    self.look(match what {
                        Undoable::Cleared => Attention::Verdict,
                        Undoable::Discarded => Attention::Review,
                    });
                }
            }
            HoursAction::TextsLost => self.trees += 1,
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
