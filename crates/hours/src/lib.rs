//! Learning hours (學習時數): exact hours, the twelve portal rows, rules and verdicts, and dates in both calendars.
//!
//! Nothing here reads a clock, knows a page or says a word to a reader: readers of text answer with a value or a named
//! problem, and whoever shows it chooses the words.
//! Blank is never zero: what was not given stays `None` all the way, and its verdict is [`Verdict::Unknown`].
#![warn(missing_docs)]

mod age;
mod dates;
mod hints;
mod hours;
mod plan;
mod rows;
mod rules;
pub mod typed;
mod verdict;
mod workdays;

pub use age::Age;
pub use dates::{Calendar, Date, DateProblem, minguo_digits, parse_date, western};
pub use hints::{Hint, hints};
pub use hours::{Hours, HoursProblem, parse_hours};
pub use plan::{Place, Plan, Step, plan};
pub use rows::{PortalRow, Totals};
pub use rules::{Applies, Blended, Requirement, RuleSet, StaffKind, Term};
pub use verdict::{
    Coming, Given, Judged, JudgedSet, Known, OfYear, Overall, Report, Verdict, Why, evaluate,
};
pub use workdays::{Counted, Workdays, YearDay};
