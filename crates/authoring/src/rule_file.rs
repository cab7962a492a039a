//! A rule file: one dated rule set from one source.

use guide::{Requirement, RuleSet, Validity, Verified};
use hours::{Hours, PortalRow};
use toml::de::DeValue;

use crate::dates;
use crate::finding::{Code, Expected};
use crate::names::Index;
use crate::prose::Style;
use crate::reader::{Fields, Word};
use crate::rows;
use crate::syntax::shortened;

/// A rule set and whether it is switched on.
pub(crate) struct RuleFile {
    pub(crate) enabled: bool,
    /// Its place among the rule sets, the smallest first.
    pub(crate) order: i64,
    pub(crate) rule_set: RuleSet,
}

/// Reads a rule file; `accept_id` says whether no earlier file had the same id.
/// `None` stands for a file in a format this program does not know, of which nothing can be said.
pub(crate) fn read(
    mut file: Fields<'_>,
    stem: &str,
    accept_id: impl FnOnce(&str) -> bool,
) -> Option<RuleFile> {
    if !file.format() {
        return None;
    }
    let id = file.id();
    if let Some(id) = id {
        check_id(&file, id, stem, accept_id);
    }
    let enabled = file.switch("enabled").unwrap_or(true);
    let order = file.number("order").unwrap_or(0);
    let title = file.text("title", Style::Plain);
    let authority = file.text("authority", Style::Plain);
    let source = file.text_or("source", Style::Plain, Code::RuleWithoutSource);
    let source_url = file.optional_address("source-url").map(str::to_owned);
    let source_date = dates::date_or_word(
        &mut file,
        "source-date",
        "unknown",
        Expected::DateOrUnknown,
        Code::RuleWithoutDate,
    );
    let validity = read_validity(&mut file);
    let verified = dates::date_or_word(
        &mut file,
        "verified",
        "never",
        Expected::DateOrNever,
        Code::MissingKey,
    );
    let note = file.optional_text("note", Style::Plain);
    let requirements = read_requirements(&mut file);
    file.finish();

    Some(RuleFile {
        enabled,
        order,
        rule_set: RuleSet {
            id: id.map_or_else(String::new, |id| id.text.to_owned()),
            title,
            authority,
            source,
            source_url,
            source_date,
            validity,
            verified: verified.map_or(Verified::Never, Verified::On),
            note,
            requirements,
        },
    })
}

fn check_id(file: &Fields<'_>, id: Word<'_>, stem: &str, accept_id: impl FnOnce(&str) -> bool) {
    if id.text != stem {
        file.log().add(id.at, Code::StemDiffers, shortened(id.text));
    }
    if !accept_id(id.text) {
        file.log().add(id.at, Code::DoubleId, shortened(id.text));
    }
}

fn read_validity(file: &mut Fields<'_>) -> Validity {
    let from = dates::optional(file, "valid-from");
    let to = dates::optional(file, "valid-to");
    if let (Some((_, from)), Some((at, to))) = (from, to)
        && to < from
    {
        let name = file.path("valid-to");
        file.log().add(at, Code::ValidToBeforeFrom, name);
    }
    Validity {
        from: from.map(|(_, date)| date),
        to: to.map(|(_, date)| date),
    }
}

fn read_requirements(file: &mut Fields<'_>) -> Vec<Requirement> {
    let tables = file.some_tables("requirement");
    let index = Index::of(&tables);
    let requirements = tables.into_iter().enumerate().map(|(position, mut table)| {
        let id = index.read_id(&mut table, position);
        let row = table.word("row").and_then(|w| rows::find(&table, w));
        let at_least = read_hours(&mut table);
        let requirement = Requirement {
            id: id.map_or_else(String::new, |id| id.text.to_owned()),
            // Where a value is missing a finding was noted, and the placeholder is never seen.
            row: row.unwrap_or(PortalRow::Total),
            at_least: at_least.unwrap_or(Hours::from_whole(0)),
            title: table.text("title", Style::Plain),
            advice: table.text("advice", Style::Plain),
        };
        table.finish();
        requirement
    });
    requirements.collect()
}

/// Hours as a whole number, or as decimals with or without quotation marks.
///
/// Decimals are read from the digits as they were typed, so that no rounding comes in between.
fn read_hours(table: &mut Fields<'_>) -> Option<Hours> {
    let held = table.required("at-least", Code::MissingKey)?;
    let digits = match held.value {
        DeValue::Integer(number) if number.radix() == 10 => number.as_str(),
        DeValue::Float(number) => number.as_str(),
        DeValue::String(text) => text.as_ref(),
        _ => "",
    };
    let hours = hours::parse_hours(digits)
        .ok()
        .flatten()
        .filter(|hours| *hours > Hours::from_whole(0));
    if hours.is_none() {
        let name = table.path("at-least");
        table.log().add(held.at, Code::NotHours, name);
    }
    hours
}
