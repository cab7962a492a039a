//! The widget: one Yew application for the prerenderer and for the browser.
//!
//! The way of a datum: input → `Action` → `Session` → derived values → view.
//! Nothing here holds content; a page carries its own (`session::PageData`).

pub mod app;
pub mod browser;
mod components;
pub mod session;
pub mod store;
mod views;
pub mod wording;
