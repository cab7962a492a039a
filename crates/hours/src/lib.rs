//! Learning hours (學習時數): exact hours, the twelve portal rows, rules and verdicts, and dates in both calendars.
//!
//! Nothing here reads a clock, knows a page or says a word to a reader: readers of text answer with a value or a named
//! problem, and whoever shows it chooses the words.
//! Blank is never zero: what was not given stays `None` all the way, and its verdict is [`Verdict::Unknown`].
#![warn(missing_docs)]

mod dates;
mod hours;
mod rows;
mod rules;
pub mod typed;

pub use dates::{Calendar, Date, DateProblem, minguo_digits, parse_date, western};
pub use hours::{Hours, HoursProblem, parse_hours};
pub use rows::{PortalRow, Totals};
pub use rules::{Judged, Overall, Report, Requirement, RuleSet, Verdict, Why, evaluate, judge};
