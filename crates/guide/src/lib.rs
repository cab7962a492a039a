//! The validated guide (both languages), and the edition of it that one page carries (one language).
//!
//! `content` is what the authoring crate answers and the prerenderer reads.
//! `edition` is what the prerenderer writes into a page and the program in the browser reads back.
//! `picture` is the drawing of the map.
#![warn(missing_docs)]

mod content;
pub mod edition;
mod lang;
mod lines;
pub mod picture;

pub use content::{
    Calendar, Categories, Category, Chapter, Contact, CountedIn, Drawing, Exit, FormField,
    FormScreen, Guide, Input, Link, MenuEntry, MenuGroup, MenuScreen, Node, Note, NoteKind,
    Platform, PortalScreen, Requirement, RowLabel, RuleSet, Screen, Screens, Section, Site, Term,
    Text, Tool, Validity, Verified,
};
pub use edition::{Edition, Markup};
pub use lang::{Lang, is_chinese};
pub use lines::{from_lines, to_lines};
