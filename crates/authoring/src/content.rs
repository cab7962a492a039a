//! Whole files in, what they hold and everything wrong with them out.

use guide::{Calendar, Categories, Guide, RuleSet};
use hours::Date;

use crate::earlier::Earlier;
use crate::finding::{Code, Finding, Severity};
use crate::reader::read_file;
use crate::rule_file::RuleFile;
use crate::source::Source;
use crate::{calendar_file, categories_file, guide_file, rule_file};

/// All files of the content, as they were read.
#[derive(Clone, Copy, Debug)]
pub struct Content<'a> {
    /// The guide.
    pub guide: Source<'a>,
    /// The rule files.
    pub rules: &'a [Source<'a>],
    /// The calendar.
    pub calendar: Source<'a>,
    /// The course categories, where there are any.
    pub categories: Option<Source<'a>>,
}

/// Reads the guide with its rule sets, in the order that they give themselves, else that of the files, its calendar and the course categories.
///
/// The guide is there only if no finding is an error.
/// A rule set that is neither switched on nor history is checked and left out.
/// Confirmations are judged as on the day `today`.
#[must_use]
pub fn parse_content(content: Content<'_>, today: Date) -> (Option<Guide>, Vec<Finding>) {
    let (guide, findings) = parse_draft(content, today);
    (without_errors(guide, &findings), findings)
}

/// As [`parse_content`], for a look at what is being written: the guide is there too if all that is wrong with it is where its
/// steps lead ([`Code::Unreachable`], [`Code::NoWayOut`]), since such a flow can be drawn.
#[must_use]
pub fn parse_draft(content: Content<'_>, today: Date) -> (Option<Guide>, Vec<Finding>) {
    let (mut guide, mut findings) = read_file(content.guide, |file| guide_file::read(file, today));
    let mut earlier = Earlier::default();
    let mut rule_files = Vec::new();
    for source in content.rules {
        let (rule_file, more) = read_rule_file(*source, today, &mut earlier);
        findings.extend(more);
        rule_files.extend(rule_file.filter(RuleFile::is_published));
    }
    rule_files.sort_by_key(|file| file.order);
    let (calendar, more) = read_file(content.calendar, |file| calendar_file::read(file, today));
    findings.extend(more);
    let categories = content.categories.and_then(|source| {
        let (categories, more) = read_file(source, |file| {
            categories_file::read(file, today, Some(&earlier))
        });
        findings.extend(more);
        categories
    });
    if let Some(guide) = &mut guide {
        guide.categories = categories.unwrap_or_default();
        guide.calendar = calendar.unwrap_or_default();
        guide.rule_sets = rule_files.into_iter().map(|file| file.rule_set).collect();
    }
    let can_be_drawn = findings.iter().all(|finding| {
        finding.severity == Severity::Warning
            || matches!(finding.code, Code::Unreachable | Code::NoWayOut)
    });
    (guide.filter(|_| can_be_drawn), findings)
}

/// Reads a guide file alone; its rule sets and its calendar are empty.
#[must_use]
pub fn parse_guide(source: Source<'_>, today: Date) -> (Option<Guide>, Vec<Finding>) {
    let (guide, findings) = read_file(source, |file| guide_file::read(file, today));
    (without_errors(guide, &findings), findings)
}

/// Reads a rule file alone, whether it is switched on or off.
#[must_use]
pub fn parse_rule_set(source: Source<'_>, today: Date) -> (Option<RuleSet>, Vec<Finding>) {
    let (file, findings) = read_rule_file(source, today, &mut Earlier::default());
    let rule_set = file.map(|f| f.rule_set);
    (without_errors(rule_set, &findings), findings)
}

/// Reads a calendar file alone.
#[must_use]
pub fn parse_calendar(source: Source<'_>, today: Date) -> (Option<Calendar>, Vec<Finding>) {
    let (calendar, findings) = read_file(source, |file| calendar_file::read(file, today));
    (without_errors(calendar, &findings), findings)
}

/// Reads a file of course categories alone.
#[must_use]
pub fn parse_categories(source: Source<'_>, today: Date) -> (Option<Categories>, Vec<Finding>) {
    let (categories, findings) = read_file(source, |file| categories_file::read(file, today, None));
    (without_errors(categories, &findings), findings)
}

fn read_rule_file(
    source: Source<'_>,
    today: Date,
    earlier: &mut Earlier,
) -> (Option<RuleFile>, Vec<Finding>) {
    read_file(source, |file| {
        rule_file::read(file, source.stem(), today, earlier)
    })
}

fn without_errors<T>(value: Option<T>, findings: &[Finding]) -> Option<T> {
    let has_error = findings.iter().any(|f| f.severity == Severity::Error);
    value.filter(|_| !has_error)
}
