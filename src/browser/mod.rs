//! The only door to the browser: readers and listeners that speak in actions.
//!
//! Only effects and event handlers touch the browser; the prerenderer runs neither.

mod address;
mod data;
mod document;
mod events;
mod fields;
mod files;
mod focus;
mod history;
mod kept;
mod language;
mod leaving;
mod links;
mod map;
mod outline;
mod paper;
mod start;
mod static_parts;
mod time;
mod view;

pub use data::{page_data, root_of};
pub use fields::typed_in;
pub use kept::{Kept, fingerprint, is_as_made};
pub use leaving::use_leaving_asks;
pub use start::{begin, mark_failure_on_panic};

pub(crate) use address::address_of_guide;
pub(crate) use events::{is_enter, is_plain_click};
pub(crate) use fields::{pasted_text, press, typed_text};
pub(crate) use files::{copy, print, read_chosen, read_dropped, save};
pub(crate) use focus::{use_focus, use_hours_focus, use_panel_focus};
pub(crate) use history::{use_address, use_back, use_history};
pub(crate) use map::{focus_spot, is_escape, is_press, map_move, reveal_target, use_map_follow};
pub(crate) use outline::{use_outline_entry, use_outline_mark};
pub(crate) use paper::use_way_on_paper;
pub(crate) use time::{AFTER_PAINT_MS, today};
pub(crate) use view::{use_ready, use_shown_view, use_switch_mark};
