//! The only door to the browser: readers and listeners that speak in `Action`s.
//!
//! Everything here runs after rendering, in event handlers or before the first render, never while rendering,
//! so the prerenderer never comes here.

mod data;
mod document;
mod events;
mod language;
mod later;
mod listen;
mod map;
mod page;

pub use document::{app_root, mark_failure_on_panic, page_data};
pub use later::next;

pub(crate) use later::Later;
pub(crate) use listen::listen;
pub(crate) use page::{Shown, arrival};
