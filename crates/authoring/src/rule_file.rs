//! A rule file: one dated rule set from one source.

use guide::{RuleSet, Validity};
use hours::{Blended, Date, StaffKind};

use crate::earlier::Earlier;
use crate::finding::{Code, Expected, shortened};
use crate::prose::Style;
use crate::reader::{Fields, Word};
use crate::{dates, inputs, requirements};

/// A rule set and where it belongs.
pub(crate) struct RuleFile {
    /// Its place among the rule sets, the smallest first.
    pub(crate) order: i64,
    pub(crate) rule_set: RuleSet,
}

impl RuleFile {
    /// Whether readers can come to see it, unasked or asked for.
    pub(crate) fn is_published(&self) -> bool {
        self.rule_set.is_enabled || self.rule_set.is_history
    }
}

/// The only format of a rule file.
const FORMAT: i64 = 1;

/// Reads a rule file after others.
/// `None` stands for a file in a format this program does not know, of which nothing can be said.
pub(crate) fn read(
    mut file: Fields<'_>,
    stem: &str,
    today: Date,
    earlier: &mut Earlier,
) -> Option<RuleFile> {
    file.format(FORMAT)?;
    let id = file.id();
    if let Some(id) = id {
        check_id(&file, id, stem, earlier);
    }
    let (is_enabled, is_history) = read_switches(&mut file);
    let is_advice = file.switch("advice").unwrap_or(false);
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
    let verified = dates::verified(&mut file, today, is_enabled);
    let staff = read_staff(&mut file);
    let cut_off = dates::optional_year_day(&mut file, "cut-off");
    let blended = read_blended(&mut file);
    let note = file.optional_text("note", Style::Plain);
    let inputs = inputs::read(&mut file, earlier);
    let requirements = requirements::read(&mut file, &inputs);
    inputs.check_use(&file, &requirements);
    file.finish();

    Some(RuleFile {
        order,
        rule_set: RuleSet {
            id: id.map_or_else(String::new, |id| id.text.to_owned()),
            is_enabled,
            is_history,
            is_advice,
            title,
            authority,
            source,
            source_url,
            source_date,
            validity,
            verified,
            staff,
            cut_off,
            blended,
            note,
            inputs: inputs.list,
            requirements,
        },
    })
}

fn check_id(file: &Fields<'_>, id: Word<'_>, stem: &str, earlier: &mut Earlier) {
    if id.text != stem {
        file.log().add(id.at, Code::StemDiffers, shortened(id.text));
    }
    if !earlier.add_id(id.text) {
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

/// Whether a rule set is judged at once, and whether it is history.
fn read_switches(file: &mut Fields<'_>) -> (bool, bool) {
    let is_enabled = file.switch("enabled").unwrap_or(true);
    let history_at = file.held("history").map(|held| held.at);
    let is_history = file.switch("history").unwrap_or(false);
    if let Some(at) = history_at
        && is_history
        && is_enabled
    {
        let name = file.path("history");
        file.log().add(at, Code::EnabledHistory, name);
    }
    (is_enabled, is_history)
}

/// Whom a rule set is for; empty where it does not say.
fn read_staff(file: &mut Fields<'_>) -> Vec<StaffKind> {
    let mut staff = Vec::new();
    for word in file.some_words("staff").unwrap_or_default() {
        let log = file.log();
        match StaffKind::from_id(word.text) {
            Some(kind) if staff.contains(&kind) => log.add(word.at, Code::DoubleId, word.text),
            Some(kind) => staff.push(kind),
            None => {
                let known = StaffKind::ALL.map(StaffKind::id).into_iter();
                log.add_unknown(word.at, Code::UnknownStaff, word.text, known);
            }
        }
    }
    staff
}

fn read_blended(file: &mut Fields<'_>) -> Blended {
    let Some(word) = file.optional_word("blended") else {
        return Blended::default();
    };
    let known = BLENDED.iter().find(|(name, _)| *name == word.text);
    let Some((_, blended)) = known else {
        let names = BLENDED.map(|(name, _)| name).into_iter();
        let log = file.log();
        log.add_unknown(word.at, Code::UnknownBlended, word.text, names);
        return Blended::default();
    };
    *blended
}

const BLENDED: [(&str, Blended); 2] = [
    ("not-digital", Blended::NotDigital),
    ("unknown-part", Blended::UnknownPart),
];
