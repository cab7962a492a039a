//! Every sentence of the interface, once per language. Content has its own texts; nothing of it stands here.

mod en;
mod zh;

use flowchart::StepsLeft;
use guide::Lang;
use hours::HoursProblem;

/// The sentences of one language.
pub struct Wording {
    /// Name of the switches of views.
    pub views: &'static str,
    /// Switch and heading of the guided view.
    pub guided: &'static str,
    /// Switch and heading of the hours view.
    pub hours: &'static str,
    /// Switch and heading of the outline.
    pub outline: &'static str,

    /// What a question, a step, a trouble and an outcome are called.
    pub kinds: [&'static str; 4],
    /// How far it still is.
    pub steps_left: fn(StepsLeft) -> String,
    /// Leads to the next node; its title follows.
    pub next: &'static str,
    /// Leads back by one node.
    pub back: &'static str,
    /// Leads back to the start.
    pub restart: &'static str,
    /// Leads from the outcome to the hours.
    pub check_hours: &'static str,
    /// Heading of the side ways.
    pub troubles: &'static str,
    /// Heading of the way so far.
    pub trail: &'static str,
    /// Before the first step.
    pub trail_empty: &'static str,
    /// Changes an earlier answer; the question follows for those who cannot see it.
    pub change: &'static str,

    /// Heading of the date converter.
    pub dates: &'static str,
    /// What the converter is and is not.
    pub dates_about: &'static str,
    /// Label of its field.
    pub dates_label: &'static str,
    /// Example below its label.
    pub dates_hint: &'static str,
    /// Name of the seven digits.
    pub dates_minguo: &'static str,
    /// Name of the Western date.
    pub dates_western: &'static str,
    /// What is wrong with a date: not a date, no such day, out of range.
    pub dates_wrong: [&'static str; 3],

    /// How to fill in the fields.
    pub hours_lead: &'static str,
    /// Heading of the twelve fields.
    pub rows: &'static str,
    /// Unit of hours.
    pub unit: &'static str,
    /// What is wrong with a text, by kind.
    pub wrong: fn(HoursProblem) -> &'static str,
    /// Starts the check.
    pub check: &'static str,
    /// Empties the fields.
    pub clear: &'static str,
    /// Heading of the error summary.
    pub errors: fn(usize) -> String,
    /// The error where nothing was typed at all.
    pub nothing_typed: &'static str,
    /// Heading of the verdicts.
    pub results: &'static str,
    /// Columns: requirement, need, have, verdict.
    pub columns: [&'static str; 4],
    /// A row that was not given.
    pub not_given: &'static str,
    /// Enough.
    pub met: &'static str,
    /// So many hours short.
    pub short: fn(&str) -> String,
    /// Cannot be decided.
    pub unknown: &'static str,
    /// Before anything was typed.
    pub summary_blank: &'static str,
    /// All rules are met; how many rule sets there are.
    pub summary_met: fn(usize) -> String,
    /// What is short, as a list.
    pub summary_short: fn(&str) -> String,
    /// What was not given, as a list.
    pub summary_unknown: fn(&str) -> String,
    /// An item of such a list: name and hours.
    pub summary_item: fn(&str, &str) -> String,
    /// Between the items of a list.
    pub list: &'static str,
    /// That some rule was never confirmed by HR.
    pub caution: &'static str,
    /// The page in the other language could not be had.
    pub language_failed: &'static str,
    /// Opens the other language all the same.
    pub language_anyway: &'static str,
}

/// The sentences of a language.
#[must_use]
pub fn wording(lang: Lang) -> &'static Wording {
    match lang {
        Lang::ZhHant => &zh::WORDING,
        Lang::En => &en::WORDING,
    }
}
