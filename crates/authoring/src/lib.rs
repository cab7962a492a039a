//! Content files in, guide and findings out.
//!
//! A parser here gets text and answers what it read together with everything that is wrong with it.
//! Nothing in this library opens a file; the program `check-content` does.
//! A finding is code, severity and place; [`sentence`] chooses the words where it is shown.
#![warn(missing_docs)]

mod calendar_file;
mod categories_file;
mod content;
mod dates;
mod day;
mod earlier;
mod files;
mod finding;
mod guide_file;
mod index;
mod inputs;
mod log;
mod names;
mod nodes;
mod prose;
mod reader;
mod requirements;
mod rows;
mod rule_file;
mod screens;
mod source;
mod syntax;
mod wording;

pub use content::{
    Content, parse_calendar, parse_categories, parse_content, parse_draft, parse_guide,
    parse_rule_set,
};
pub use day::day_in_taiwan;
pub use files::check_names;
pub use finding::{Code, Expected, Finding, Severity};
pub use source::{FileKind, Source};
pub use wording::{report_line, sentence, severity_word};
