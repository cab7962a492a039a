//! The file of course categories: which codes count in which row or input, and which do not.

use std::collections::HashSet;

use guide::{Categories, Category, CountedIn, Verified};
use hours::Date;

use crate::earlier::Earlier;
use crate::finding::{Code, shortened};
use crate::index::Index;
use crate::prose::Style;
use crate::reader::{Fields, Word};
use crate::{dates, rows};

/// The only format of a file of categories.
const FORMAT: i64 = 1;

/// Reads the file after the rule files, whose inputs it may name; alone it may name any.
/// `None` stands for a file in a format this program does not know, of which nothing can be said.
pub(crate) fn read(
    mut file: Fields<'_>,
    today: Date,
    earlier: Option<&Earlier>,
) -> Option<Categories> {
    file.format(FORMAT)?;
    let before_enrolling = file.text("before", Style::Plain);
    let tables = file.some_tables("category");
    let index = Index::of(&tables);
    let mut codes_seen = HashSet::new();
    let list = tables
        .into_iter()
        .enumerate()
        .map(|(position, table)| read_one(table, position, &index, today, earlier, &mut codes_seen))
        .collect();
    file.finish();
    Some(Categories {
        before_enrolling,
        list,
    })
}

fn read_one<'t>(
    mut table: Fields<'t>,
    position: usize,
    index: &Index<'t>,
    today: Date,
    earlier: Option<&Earlier>,
    codes_seen: &mut HashSet<u32>,
) -> Category {
    let id = index.read_id(&mut table, position);
    let codes = read_codes(&mut table, codes_seen);
    let name = table.text("name", Style::Plain);
    let aliases = table.words("aliases").into_iter();
    let aliases = aliases.map(|word| word.text.to_owned()).collect();
    let is_enabled = table.switch("enabled").unwrap_or(false);
    let counted_in = read_target(&mut table, is_enabled, earlier);
    let is_counted = table.switch("counts").unwrap_or(true);
    // Kept for editors; readers see the name and the code.
    table.text_or("source", Style::Plain, Code::RuleWithoutSource);
    table.optional_address("source-url");
    if let Some((at, day)) = dates::required(&mut table, "seen-on")
        && day > today
    {
        table
            .log()
            .add(at, Code::ConfirmedLater, hours::western(day));
    }
    let is_confirmed = is_confirmed(&mut table, today, is_enabled);
    table.finish();
    Category {
        id: id.map_or_else(String::new, |id| id.text.to_owned()),
        codes,
        name,
        aliases,
        counted_in,
        is_counted,
        is_confirmed,
        is_enabled,
    }
}

/// Codes such as `522` and ranges such as `336-345`; no code belongs to two categories.
fn read_codes(table: &mut Fields<'_>, seen: &mut HashSet<u32>) -> Vec<(u32, u32)> {
    let words = table.some_words("codes");
    if words.is_none() {
        let name = table.path("codes");
        table.log().add(table.at(), Code::MissingKey, name);
    }
    let mut codes = Vec::new();
    for word in words.unwrap_or_default() {
        let Some((first, last)) = range(word.text) else {
            let code = shortened(word.text);
            table.log().add(word.at, Code::NotACode, code);
            continue;
        };
        let double = (first..=last).filter(|code| !seen.insert(*code)).count();
        if double > 0 {
            table.log().add(word.at, Code::DoubleCode, word.text);
        }
        codes.push((first, last));
    }
    codes
}

fn range(text: &str) -> Option<(u32, u32)> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let code = |digits: &str| {
        let is_code = digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit());
        digits.parse().ok().filter(|_| is_code)
    };
    let (first, last) = (code(first)?, code(last)?);
    (first <= last).then_some((first, last))
}

/// The row or the input that a category counts in; one that is switched on has exactly one.
fn read_target(
    table: &mut Fields<'_>,
    is_enabled: bool,
    earlier: Option<&Earlier>,
) -> Option<CountedIn> {
    let row = table.optional_word("row");
    let input = table.optional_word("input");
    match (row, input) {
        (Some(word), None) => rows::find(table, word).map(CountedIn::Row),
        (None, Some(word)) => read_input(table, word, earlier),
        (None, None) if !is_enabled => None,
        _ => {
            let name = table.name();
            table.log().add(table.at(), Code::CategoryTarget, name);
            None
        }
    }
}

fn read_input(table: &Fields<'_>, word: Word<'_>, earlier: Option<&Earlier>) -> Option<CountedIn> {
    if earlier.is_some_and(|earlier| !earlier.has_input(word.text)) {
        table
            .log()
            .add(word.at, Code::CategoryInput, shortened(word.text));
        return None;
    }
    Some(CountedIn::Input(word.text.to_owned()))
}

/// Whether HR confirmed it, or its source is the authority's own page.
fn is_confirmed(table: &mut Fields<'_>, today: Date, is_enabled: bool) -> bool {
    if table.peek("verified") == Some("source") {
        table.held("verified");
        return true;
    }
    dates::verified(table, today, is_enabled) != Verified::Never
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_three_digits_and_a_range_ascends() {
        #[track_caller]
        fn check(text: &str, expect: Option<(u32, u32)>) {
            assert_eq!(range(text), expect, "{text:?}");
        }
        check("522", Some((522, 522)));
        check("336-345", Some((336, 345)));
        check("522-522", Some((522, 522)));
        for wrong in [
            "",
            "52",
            "5222",
            "345-336",
            "336–345",
            "336-",
            "５２２",
            "a22",
            "+22",
            "336-340-345",
        ] {
            check(wrong, None);
        }
    }
}
