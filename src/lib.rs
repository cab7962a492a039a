//! The widget: one Yew application for the prerenderer and for the browser.
//!
//! The way of a datum: input → action → [`guided::Walk`] or [`hours::Calculator`] → derived values → view.
//! Nothing here holds content; a page carries its own ([`page::PageData`]).

pub mod app;
pub mod browser;
pub mod components;
#[cfg(any(test, feature = "gallery"))]
pub mod gallery;
pub mod guided;
pub mod hours;
pub mod map;
pub mod page;
pub mod place;
#[cfg(any(test, feature = "gallery"))]
mod samples;
pub mod store;
pub mod wording;
