//! The calendar file: when people work, and how long learning platforms take.

use std::collections::HashSet;

use guide::{Calendar, Platform};
use hours::{Date, western};

use crate::dates;
use crate::finding::Code;
use crate::index::Index;
use crate::prose::Style;
use crate::reader::Fields;

/// The only format of a calendar file.
const FORMAT: i64 = 1;

/// Reads the calendar file; how old its facts are is judged as on the day `today`.
/// `None` stands for a file in a format this program does not know, of which nothing can be said.
pub(crate) fn read(mut file: Fields<'_>, today: Date) -> Option<Calendar> {
    file.format(FORMAT)?;
    let covers_until = dates::required(&mut file, "covers-until");
    let holidays = dates::list(&mut file, "holidays");
    check_holidays(&file, &holidays, covers_until.map(|(_, date)| date));
    if let Some((at, end)) = covers_until {
        check_years(&file, &holidays, at, end);
    }
    let platforms = read_platforms(&mut file, today);
    file.finish();
    Some(Calendar {
        covers_until: covers_until.map(|(_, date)| date),
        holidays: holidays.into_iter().map(|(_, date)| date).collect(),
        platforms,
    })
}

fn check_holidays(file: &Fields<'_>, holidays: &[(usize, Date)], covers_until: Option<Date>) {
    let mut seen = HashSet::new();
    let mut latest = None;
    for (at, date) in holidays.iter().copied() {
        let note = |code| file.log().add(at, code, western(date));
        if !seen.insert(date) {
            note(Code::HolidayDouble);
        } else if latest.is_some_and(|latest| date < latest) {
            note(Code::HolidayOrder);
        }
        if covers_until.is_some_and(|end| date > end) {
            note(Code::HolidayAfterEnd);
        }
        if !(1..=5).contains(&date.weekday()) {
            note(Code::HolidayOnWeekend);
        }
        latest = latest.max(Some(date));
    }
}

/// Notes a whole year that is said to be covered and has no holiday: someone changed the end and forgot the list.
fn check_years(file: &Fields<'_>, holidays: &[(usize, Date)], at: usize, end: Date) {
    let years: HashSet<u16> = holidays.iter().map(|(_, date)| date.year).collect();
    let Some(first) = years.iter().min().copied() else {
        return;
    };
    let is_whole = (end.month, end.day) == (12, 31);
    let last = if is_whole { end.year } else { end.year - 1 };
    for year in (first..=last).filter(|year| !years.contains(year)) {
        file.log()
            .add(at, Code::YearWithoutHolidays, year.to_string());
    }
}

fn read_platforms(file: &mut Fields<'_>, today: Date) -> Vec<Platform> {
    let tables = file.some_tables("platform");
    let index = Index::of(&tables);
    let platforms = tables.into_iter().enumerate().map(|(position, mut table)| {
        let id = index.read_id(&mut table, position);
        let platform = Platform {
            id: id.map_or_else(String::new, |id| id.text.to_owned()),
            name: table.text("name", Style::Plain),
            href: table.address("href").unwrap_or_default().to_owned(),
            upload_days: read_upload_days(&mut table),
            note: table.optional_text("note", Style::Plain),
            seen: dates::seen(&mut table, today),
        };
        table.finish();
        platform
    });
    platforms.collect()
}

/// A whole number of working days, or `None` where it is said to be unknown.
fn read_upload_days(table: &mut Fields<'_>) -> Option<u8> {
    let held = table.required("upload-days", Code::MissingKey)?;
    if held.value.as_str() == Some("unknown") {
        return None;
    }
    let days = held.written(table.log()).parse().ok();
    let days = days.filter(|days| *days <= MOST_UPLOAD_DAYS);
    if days.is_none() {
        let name = table.path("upload-days");
        table.log().add(held.at, Code::NotUploadDays, name);
    }
    days
}

/// More than a quarter of a year is a slip.
const MOST_UPLOAD_DAYS: u8 = 60;
