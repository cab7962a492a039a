//! Dates of a rule file.

use guide::Date;

use crate::finding::{Code, Expected};
use crate::reader::{Fields, Held};

/// A date, if it is there.
pub(crate) fn optional(fields: &mut Fields<'_>, key: &'static str) -> Option<(usize, Date)> {
    let held = fields.held(key)?;
    read(fields, &held, key, Expected::Date).map(|date| (held.at, date))
}

/// A date, or `None` for the one word that may stand in its place or for what cannot be read.
pub(crate) fn date_or_word(
    fields: &mut Fields<'_>,
    key: &'static str,
    word: &str,
    expected: Expected,
    missing: Code,
) -> Option<Date> {
    let held = fields.required(key, missing)?;
    if held.value.as_str() == Some(word) {
        return None;
    }
    read(fields, &held, key, expected)
}

fn read(
    fields: &Fields<'_>,
    held: &Held<'_>,
    key: &'static str,
    expected: Expected,
) -> Option<Date> {
    let Some(moment) = held.value.as_datetime() else {
        fields.wrong_type(held.at, key, expected);
        return None;
    };
    let Some(day) = moment.date.filter(|_| moment.time.is_none()) else {
        // A date without anything is what the TOML reader leaves of an impossible one, which was noted there.
        if moment.time.is_some() {
            fields.wrong_type(held.at, key, expected);
        }
        return None;
    };
    if day.year < FIRST_YEAR {
        fields
            .log()
            .add(held.at, Code::ImpossibleDate, day.to_string());
    }
    Some(Date {
        year: day.year,
        month: day.month,
        day: day.day,
    })
}

/// 民國元年; an earlier year is a 民國 year written where a Western one belongs.
const FIRST_YEAR: u16 = 1912;
