//! Whole files in, what they hold and everything wrong with them out.

use std::collections::HashSet;

use guide::{Guide, RuleSet};

use crate::finding::{Finding, Severity};
use crate::reader::read_file;
use crate::rule_file::RuleFile;
use crate::source::Source;
use crate::{guide_file, rule_file};

/// Reads the guide with its rule sets, in the order that they give themselves, else that of the files.
///
/// The guide is there only if no finding is an error.
/// A rule set that is switched off is checked and left out.
#[must_use]
pub fn parse_content(guide: Source<'_>, rules: &[Source<'_>]) -> (Option<Guide>, Vec<Finding>) {
    let (mut guide, mut findings) = read_file(guide, guide_file::read);
    let mut ids = HashSet::new();
    let mut rule_files = Vec::new();
    for source in rules {
        let (rule_file, more) = read_rule_file(*source, &mut ids);
        findings.extend(more);
        rule_files.extend(rule_file.filter(|file| file.enabled));
    }
    rule_files.sort_by_key(|file| file.order);
    if let Some(guide) = &mut guide {
        guide.rule_sets = rule_files.into_iter().map(|file| file.rule_set).collect();
    }
    (without_errors(guide, &findings), findings)
}

/// Reads a guide file alone; its list of rule sets is empty.
#[must_use]
pub fn parse_guide(source: Source<'_>) -> (Option<Guide>, Vec<Finding>) {
    let (guide, findings) = read_file(source, guide_file::read);
    (without_errors(guide, &findings), findings)
}

/// Reads a rule file alone, whether it is switched on or off.
#[must_use]
pub fn parse_rule_set(source: Source<'_>) -> (Option<RuleSet>, Vec<Finding>) {
    let (file, findings) = read_rule_file(source, &mut HashSet::new());
    let rule_set = file.map(|f| f.rule_set);
    (without_errors(rule_set, &findings), findings)
}

fn read_rule_file(
    source: Source<'_>,
    ids: &mut HashSet<String>,
) -> (Option<RuleFile>, Vec<Finding>) {
    read_file(source, |file| {
        rule_file::read(file, source.stem(), |id| ids.insert(id.to_owned()))
    })
}

fn without_errors<T>(value: Option<T>, findings: &[Finding]) -> Option<T> {
    let has_error = findings.iter().any(|f| f.severity == Severity::Error);
    value.filter(|_| !has_error)
}
