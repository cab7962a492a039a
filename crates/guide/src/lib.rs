//! The validated guide (both languages) and the data that one page carries (one language).
//!
//! `content` is what the authoring crate answers and the prerenderer reads.
//! `page_data` is what the prerenderer writes into a page and the program in the browser reads back.
#![warn(missing_docs)]

mod content;
mod lang;
mod lines;
mod page_data;

pub use content::{
    Calendar, Contact, Exit, FormField, FormScreen, Guide, Input, Link, MenuEntry, MenuGroup,
    MenuScreen, Node, Note, NoteKind, Platform, PortalScreen, Requirement, RowLabel, RuleSet,
    Screen, Screens, Section, Site, Term, Text, Tool, Validity, Verified,
};
pub use lang::Lang;
pub use lines::{from_lines, to_lines};
pub use page_data::{
    PageBox, PageBoxes, PageData, PageExit, PageExitKind, PageInput, PageLane, PageLine, PageMap,
    PageNode, PageNodeKind, PagePlatform, PageRequirement, PageRow, PageRuleSet,
};
