//! What the reader did, and nothing that follows from it.

mod action;
mod address;
mod form;
mod map;
mod page;
mod selectors;
mod state;
#[cfg(test)]
mod tests;

pub use action::{Action, Arrival};
pub use address::{Place, fragment};
pub use form::{ComingDraft, Form, Paste};
pub use map::{Chart, Charted, Move, Spot, Standing, Stop};
pub use page::{Page, PageData};
pub use selectors::{Entry, Facts, Trail};
pub use state::{Attention, Notice, Session, Visit};

/// The views of the page (檢視方式).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Question by question (逐步引導).
    #[default]
    Guided,
    /// The whole flow, drawn (流程圖); it stands outside the program's own tree.
    Map,
    /// The calculator (時數檢核).
    Hours,
    /// The whole manual (完整說明); it stands outside the program's own tree.
    Outline,
}

impl View {
    /// All views in the order of their switches.
    pub const ALL: [Self; 4] = [Self::Guided, Self::Map, Self::Hours, Self::Outline];

    /// The name in addresses and attributes.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Guided => "guided",
            Self::Map => "map",
            Self::Hours => "hours",
            Self::Outline => "outline",
        }
    }

    /// The view of a name; blanks around it do not matter.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        let id = id.trim();
        Self::ALL.into_iter().find(|view| view.id() == id)
    }
}
