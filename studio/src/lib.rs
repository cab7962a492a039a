//! The page of the content studio: content files in, forms and texts to edit them, findings and a preview at once, finished pages out.
//!
//! All work on content is done by the core in a Worker ([`core`]); this page keeps the texts and shows what the core answers.
//! The text of each file is the one truth: a form edits it through the core, which answers the new text.

pub mod app;
pub mod browser;
pub mod copy;
pub mod core;
pub mod deliver;
pub mod files;
pub mod findings;
mod focus;
pub mod form;
pub mod home;
pub mod lists;
pub mod preview;
pub mod shown;
pub mod state;
pub mod text;
pub mod words;
