//! The only door to the browser: readers and listeners that speak in actions.
//!
//! Everything here runs after rendering, in event handlers or before the first render, never while rendering,
//! so the prerenderer never comes here.

mod document;
mod events;
mod files;
mod kept;
mod language;
mod listen;
mod map;
mod page;

pub use document::{mark_failure_on_panic, page_data, root_of};
pub use kept::{Kept, is_as_made};
pub use page::{begin, typed_in};

pub(crate) use events::{is_enter, is_plain_click, typed_text};
pub(crate) use files::{copy, print, read_chosen, read_dropped, save};
pub(crate) use kept::use_kept;
pub(crate) use map::{map_move, reveal_target};
pub(crate) use page::{use_attention, use_page};
