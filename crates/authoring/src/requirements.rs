//! The requirements of a rule file: what each counts, how much of it, and which lie inside which.

use guide::{Requirement, Term};
use hours::Hours;
use toml_spanner::Value;

use crate::finding::Code;
use crate::index::Index;
use crate::inputs::Inputs;
use crate::log::Log;
use crate::prose::Style;
use crate::reader::{Fields, Word};
use crate::rows;

/// Reads all requirements; they may name each other and the inputs of the file.
pub(crate) fn read<'t>(file: &mut Fields<'t>, inputs: &Inputs<'t>) -> Vec<Requirement> {
    let tables = file.some_tables("requirement");
    let index = Index::of(&tables);
    let read: Vec<_> = tables
        .into_iter()
        .enumerate()
        .map(|(position, table)| read_one(table, position, &index, inputs))
        .collect();
    let log = file.log();
    // Round a circle something must be more than what contains it; that would be the same slip again.
    if !has_circles(log, &read) {
        check_amounts(log, &read);
    }
    read.into_iter().map(|read| read.requirement).collect()
}

/// A requirement and what the checks between requirements must know of it.
struct Read<'t> {
    requirement: Requirement,
    /// The id that it gives as what contains it.
    part_of: Option<Word<'t>>,
    /// Its hours and their place, where they could be read.
    at_least: Option<(usize, Hours)>,
    /// How findings name its hours.
    name: String,
}

fn read_one<'t>(
    mut table: Fields<'t>,
    position: usize,
    index: &Index<'t>,
    inputs: &Inputs<'t>,
) -> Read<'t> {
    let id = index.read_id(&mut table, position);
    let terms = read_terms(&mut table, inputs);
    let part_of = table.optional_word("part-of");
    let at_least = read_hours(&mut table);
    let requirement = Requirement {
        id: id.map_or_else(String::new, |id| id.text.to_owned()),
        terms,
        part_of: part_of.and_then(|w| index.find(table.log(), w, Code::UnknownRequirement)),
        // Where hours are missing a finding was noted, and the placeholder is never seen.
        at_least: at_least.map_or_else(Hours::default, |(_, hours)| hours),
        title: table.text("title", Style::Plain),
        says: table.text("says", Style::Plain),
        advice: table.text("advice", Style::Plain),
    };
    let name = table.path("at-least");
    table.finish();
    Read {
        requirement,
        part_of,
        at_least,
        name,
    }
}

/// Reads the hours that a requirement counts: one row, one input, or a sum of them.
fn read_terms<'t>(table: &mut Fields<'t>, inputs: &Inputs<'t>) -> Vec<Term> {
    let mut places = Vec::new();
    for key in ["row", "input", "sum"] {
        places.extend(table.held(key).map(|held| held.begin()));
    }
    places.sort_unstable();
    match places.as_slice() {
        [] => table
            .log()
            .add(table.at(), Code::TermCount, table.name().to_owned()),
        [_] => {}
        [_, second, ..] => table
            .log()
            .add(*second, Code::TermCount, table.name().to_owned()),
    }

    let mut terms = Vec::new();
    if let Some(word) = table.optional_word("row") {
        terms.extend(rows::find(table, word).map(Term::Row));
    }
    if let Some(word) = table.optional_word("input") {
        let input = inputs.term(word);
        if input.is_none() {
            let known = inputs.known().into_iter();
            let log = table.log();
            log.add_unknown(word.at, Code::UnknownInput, word.text, known);
        }
        terms.extend(input);
    }
    if let Some(words) = table.some_words("sum") {
        terms.extend(read_sum(table, &words, inputs));
    }
    terms
}

fn read_sum<'t>(table: &Fields<'t>, words: &[Word<'t>], inputs: &Inputs<'t>) -> Vec<Term> {
    let mut terms = Vec::with_capacity(words.len());
    for word in words {
        let log = table.log();
        // A row comes first: an input of the same id is a finding of its own.
        let row = hours::PortalRow::from_id(word.text).map(Term::Row);
        match row.or_else(|| inputs.term(*word)) {
            Some(term) if terms.contains(&term) => log.add(word.at, Code::DoubleTerm, word.text),
            Some(term) => terms.push(term),
            None => {
                let mut known = inputs.known();
                known.extend(hours::PortalRow::ALL.map(hours::PortalRow::id));
                log.add_unknown(word.at, Code::UnknownTerm, word.text, known.into_iter());
            }
        }
    }
    terms
}

/// Hours as a whole number, or as decimals with or without quotation marks.
///
/// Decimals are read from the digits as they were typed, so that no rounding comes in between.
fn read_hours(table: &mut Fields<'_>) -> Option<(usize, Hours)> {
    let held = table.required("at-least", Code::MissingKey)?;
    let digits = match held.value.value() {
        Value::Integer(_) | Value::Float(_) => &held.written(table.log()).replace('_', ""),
        Value::String(text) => *text,
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
    hours.map(|hours| (held.at, hours))
}

/// Notes each circle once, where the way up first comes back to it, and says whether there are any.
fn has_circles(log: &Log<'_>, read: &[Read<'_>]) -> bool {
    let mut found = false;
    let mut walks = vec![None; read.len()];
    for start in 0..read.len() {
        let mut next = Some(start);
        while let Some((position, walk)) =
            next.and_then(|position| Some((position, walks.get_mut(position)?)))
        {
            let here = read.get(position);
            if walk.is_some() {
                if *walk == Some(start)
                    && let Some(word) = here.and_then(|read| read.part_of)
                {
                    log.add(word.at, Code::PartOfCircle, word.text);
                    found = true;
                }
                break;
            }
            *walk = Some(start);
            next = here.and_then(|read| read.requirement.part_of);
        }
    }
    found
}

/// Notes a part that asks for more than what contains it, since that then asks for nothing.
fn check_amounts(log: &Log<'_>, read: &[Read<'_>]) {
    for part in read {
        let whole = part.requirement.part_of.and_then(|whole| read.get(whole));
        if let Some((at, hours)) = part.at_least
            && let Some((_, most)) = whole.and_then(|whole| whole.at_least)
            && hours > most
        {
            log.add(at, Code::PartAboveWhole, part.name.as_str());
        }
    }
}
