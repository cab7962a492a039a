//! The only door to the browser: readers and listeners that speak in actions.
//!
//! Only effects and event handlers touch the browser; the prerenderer runs neither.

mod document;
mod events;
mod files;
mod kept;
mod language;
mod listen;
mod map;
mod page;

pub use document::{mark_failure_on_panic, page_data, root_of};
pub use kept::{Kept, fingerprint, is_as_made};
pub use page::{begin, typed_in};

pub(crate) use events::{is_enter, is_plain_click, press, take_text, typed_text};
pub(crate) use files::{copy, print, read_chosen, read_dropped, save};
pub(crate) use map::{map_move, reveal_target};
pub(crate) use page::{AFTER_PAINT_MS, today, use_attention, use_page};
