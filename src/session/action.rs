//! What can happen, as the views and the browser say it.

use std::rc::Rc;

use hours::Date;
use yew::AttrValue;

use super::{Move, Page, Place};

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The program has arrived; this is what it found in the page and its address.
    Arrived(Arrival),
    /// A part of the page is made anew in which these texts stood: field name and text.
    TextsFound(Vec<(String, AttrValue)>),
    /// An answer, the next step or a trouble was chosen at the current node: the number of the exit.
    ExitTaken(usize),
    /// Back was pressed.
    BackPressed,
    /// An earlier place of the trail was chosen: its position in the trail.
    EarlierChosen(usize),
    /// A place was opened by a link within the page or by the address.
    PlaceOpened(Place),
    /// A node or an answer of the map was chosen, by its name.
    SpotChosen(String),
    /// A key was pressed on the map, where this spot had the focus.
    SpotMoved(String, Move),
    /// Start again was pressed.
    Restarted,
    /// The text of a field changed: its name and what now stands in it.
    FieldEdited(String, AttrValue),
    /// A field was left: its name and what now stands in it.
    FieldLeft(String, AttrValue),
    /// A line for hours that are still coming was asked for.
    ComingAdded,
    /// Such a line was taken away, by its number.
    ComingRemoved(usize),
    /// A text was pasted or read from a file, to look for the twelve rows in it.
    TextPasted(String),
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
    /// The page in the other language could not be had.
    LanguageFailed,
}

impl Action {
    /// Whether it only leads to another place, so that the hours stay as they are.
    #[must_use]
    pub fn is_walk(&self) -> bool {
        matches!(
            self,
            Self::ExitTaken(_)
                | Self::BackPressed
                | Self::EarlierChosen(_)
                | Self::PlaceOpened(_)
                | Self::SpotChosen(_)
                | Self::SpotMoved(..)
                | Self::Restarted
        )
    }
}

/// What the program found when it arrived: facts of the browser, read once, as it begins to hear the reader.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arrival {
    /// What the address or the reader's scrolling asks for.
    pub place: Place,
    /// Texts typed before the program came: field name and text.
    pub typed: Vec<(String, AttrValue)>,
    /// The day on the reader's clock.
    pub today: Option<Date>,
}
