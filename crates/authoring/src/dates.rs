//! Dates of rule files and of the calendar.

use guide::Verified;
use hours::{Date, YearDay, western};
use toml_spanner::Item;

use crate::finding::{Code, Expected, shortened};
use crate::reader::Fields;

/// A date, if it is there.
pub(crate) fn optional(fields: &mut Fields<'_>, key: &'static str) -> Option<(usize, Date)> {
    let held = fields.held(key)?;
    read(fields, held.at, held.value, key, Expected::Date).map(|date| (held.at, date))
}

/// A date that must be there.
pub(crate) fn required(fields: &mut Fields<'_>, key: &'static str) -> Option<(usize, Date)> {
    let held = fields.required(key, Code::MissingKey)?;
    read(fields, held.at, held.value, key, Expected::Date).map(|date| (held.at, date))
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
    read(fields, held.at, held.value, key, expected)
}

/// When HR last confirmed what the file says, judged as on the day `today`; only what is in use can be out of date.
pub(crate) fn verified(fields: &mut Fields<'_>, today: Date, is_in_use: bool) -> Verified {
    let day = date_or_word(
        fields,
        "verified",
        "never",
        Expected::DateOrNever,
        Code::MissingKey,
    );
    let Some(day) = day else {
        return Verified::Never;
    };
    let code = if day > today {
        Some(Code::ConfirmedLater)
    } else if is_in_use && day.year < today.year {
        Some(Code::ConfirmedLongAgo)
    } else {
        None
    };
    if let (Some(code), Some(held)) = (code, fields.held("verified")) {
        fields.log().add(held.at, code, western(day));
    }
    Verified::On(day)
}

/// When somebody last saw that this is right, if the file says so, judged as on the day `today`.
pub(crate) fn seen(fields: &mut Fields<'_>, today: Date) -> Option<Date> {
    let (at, day) = optional(fields, "seen")?;
    let code = match day {
        day if day > today => Code::SeenLater,
        day if day.year < today.year => Code::SeenLongAgo,
        _ => return Some(day),
    };
    fields.log().add(at, code, western(day));
    Some(day)
}

/// A list of dates that must be there, each with its place.
pub(crate) fn list(fields: &mut Fields<'_>, key: &'static str) -> Vec<(usize, Date)> {
    let Some(held) = fields.required(key, Code::MissingKey) else {
        return Vec::new();
    };
    let Some(list) = held.value.as_array() else {
        fields.wrong_type(held.at, key, Expected::Dates);
        return Vec::new();
    };
    if list.is_empty() {
        fields.log().add(held.at, Code::EmptyText, fields.path(key));
    }
    let dates = list.iter().filter_map(|item| {
        let at = item.span().range().start;
        read(fields, at, item, key, Expected::Date).map(|date| (at, date))
    });
    dates.collect()
}

/// A day of every year such as `12-31`, if it is there.
pub(crate) fn optional_year_day(fields: &mut Fields<'_>, key: &'static str) -> Option<YearDay> {
    let word = fields.optional_word(key)?;
    let day = year_day(word.text);
    if day.is_none() {
        fields
            .log()
            .add(word.at, Code::NotYearDay, shortened(word.text));
    }
    day
}

/// Two digits, a hyphen, two digits, and in some year there is such a day.
fn year_day(text: &str) -> Option<YearDay> {
    let (month, day) = text.split_once('-')?;
    let number = |digits: &str| {
        let is_written_out = digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit());
        digits.parse().ok().filter(|_| is_written_out)
    };
    let day = YearDay {
        month: number(month)?,
        day: number(day)?,
    };
    day.in_year(LEAP_YEAR).map(|_| day)
}

/// Any year that has a 29th of February.
const LEAP_YEAR: u16 = 2028;

fn read(
    fields: &Fields<'_>,
    at: usize,
    value: &Item<'_>,
    key: &'static str,
    expected: Expected,
) -> Option<Date> {
    let Some(moment) = value.as_datetime() else {
        fields.wrong_type(at, key, expected);
        return None;
    };
    let Some(day) = moment.date().filter(|_| moment.time().is_none()) else {
        fields.wrong_type(at, key, expected);
        return None;
    };
    // A year before 1912 is a 民國 year written where a Western one belongs.
    let date = Date::new(day.year.into(), day.month.into(), day.day.into()).ok();
    if date.is_none() {
        fields.log().add(
            at,
            Code::ImpossibleDate,
            format!("{:04}-{:02}-{:02}", day.year, day.month, day.day),
        );
    }
    date
}
