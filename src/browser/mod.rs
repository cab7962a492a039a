//! The only door to the browser: readers and listeners that speak in `Action`s.
//!
//! Everything here runs after rendering, in event handlers or before the first render, never while rendering,
//! so the prerenderer never comes here.

mod document;
mod events;
mod kept;
mod language;
mod later;
mod listen;
mod map;
mod page;

pub use document::{mark_failure_on_panic, page_data, root_of};
pub use kept::{Kept, is_as_made};
pub use later::next;
pub use page::{begin, typed_in};

pub(crate) use events::{field, is_ours};
pub(crate) use kept::use_kept;
pub(crate) use later::Later;
pub(crate) use map::follow_key;
pub(crate) use page::use_page;
