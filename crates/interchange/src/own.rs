//! The page's own file (本頁的試算表): the hours as a table to take along, and what is read of it when it comes back.
//!
//! The first line is the header. Its last cell is the mark: the program, the version of the format, the day of the check.
//! The last cell of a field's line is its key; every other cell is for people.

use hours::{Calendar, Date, HoursProblem, PortalRow, parse_date, parse_hours, western};

use crate::{Found, OtherField, OtherValue, Reading, Refusal};

/// The beginning of the mark.
const PROGRAM: &str = "learning-hours-guide ";

/// The version of the format (格式版本) that is written, and the only one that is read.
const VERSION: u32 = 2;

/// Stands before the name in the key of a field, so that no other cell looks like one.
const NAME_MARK: char = '#';

/// The end of the fragment of the link in a copied text (複製的文字): a text with it tells the hours to people and does not
/// bring them back.
pub const COPIED: &str = "&copied=1";

/// The signs that a formula begins with; in East Asia a spreadsheet takes the full-width signs for the same.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The columns (欄位): 規定, 項目, 需要, 已有, 還差, 結果.
pub const COLUMNS: usize = 6;

/// A line of the page's own file (試算表的一列).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The texts for people, column by column.
    pub cells: [String; COLUMNS],
    /// The field whose text stands in the column 已有; none where the line is of a requirement.
    pub field: Option<Key>,
}

/// How a line is brought back into its field (代號).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// Hours (時數), by the name of the field.
    Hours(String),
    /// A day (日期), by the name of the field.
    Day(String),
    /// A choice (選項), by the name of the field and the id of the choice; empty where nothing was chosen.
    Choice(String, String),
}

/// Writes the page's own file (試算表, CSV): the header, then one line each.
///
/// Begins with a mark that tells Excel the encoding; no cell begins like a formula.
#[must_use]
pub fn write_csv(header: [String; COLUMNS], day: Option<Date>, lines: &[Line]) -> String {
    let mut mark = format!("{PROGRAM}{VERSION}");
    if let Some(day) = day {
        mark = format!("{mark} {}", western(day));
    }
    let mut csv = String::from('\u{FEFF}');
    write_line(&mut csv, &header, &mark);
    for line in lines {
        let key = match &line.field {
            None => String::new(),
            Some(Key::Hours(name)) => format!("{NAME_MARK}{name}"),
            Some(Key::Day(name)) => format!("{NAME_MARK}{name} day"),
            Some(Key::Choice(name, id)) => format!("{NAME_MARK}{name} choice {id}"),
        };
        write_line(&mut csv, &line.cells, &key);
    }
    csv
}

fn write_line(csv: &mut String, cells: &[String; COLUMNS], last: &str) {
    for cell in cells.iter().map(String::as_str) {
        let plain = cell.replace(['\t', '\n', '\r'], " ");
        let is_formula = plain.trim_start().starts_with(FORMULA);
        let guard = if is_formula { "'" } else { "" };
        *csv += &format!("\"{guard}{}\",", plain.replace('"', "\"\""));
    }
    *csv += &format!("\"{last}\"\r\n");
}

/// A day as it is written into the file: by the calendar in which it was typed.
///
/// A spreadsheet takes no 民國 date for a date of its own, so it leaves that one as it is.
#[must_use]
pub fn day_text(day: Date, calendar: Calendar) -> String {
    match calendar {
        Calendar::Western => western(day),
        Calendar::Minguo => format!("{}/{}/{}", day.minguo_year(), day.month, day.day),
    }
}

/// Whether a text is a copy of the page's own words (是否為複製的文字), told by its link as mails change it.
pub(crate) fn is_copied(text: &str) -> bool {
    let name = COPIED.trim_matches(|c: char| !c.is_ascii_alphabetic());
    // Few texts hold the word at all, so few are written anew.
    text.contains(name) && {
        let text = text.replace("&amp;", "&").replace("%26", "&");
        text.replace("%3D", "=")
            .replace("%3d", "=")
            .contains(COPIED)
    }
}

/// Reads the page's own file; nothing if it is none, or holds no field.
///
/// A spreadsheet that saves it anew sets other signs between the cells, and quotes as it likes.
pub(crate) fn read(text: &str) -> Option<Result<Reading, Refusal>> {
    let mut lines = text
        .trim_start_matches(['\u{FEFF}', ' ', '\r', '\n'])
        .lines();
    let header = lines.next()?;
    let comma = ['\t', ';'].into_iter().find(|sign| header.contains(*sign));
    let comma = comma.unwrap_or(',');
    let header = split(header, comma);
    let is_mark = |cell: &String| cell.starts_with(PROGRAM);
    let last = header.iter().position(is_mark)?;
    let mut mark = header.get(last)?.strip_prefix(PROGRAM)?.split(' ');
    match mark.next()?.parse::<u32>() {
        Ok(VERSION) => {}
        Ok(version) if version > VERSION => return Some(Err(Refusal::Newer)),
        _ => return None,
    }
    let mut reading = Reading {
        day: mark.next().and_then(day_of).map(|(day, _)| day),
        ..Reading::default()
    };
    let need = last.checked_sub(COLUMNS - NEED)?;
    let have = last.checked_sub(COLUMNS - HAVE)?;
    for line in lines {
        let cells = split(line, comma);
        let cell = |number: usize| cells.get(number).map_or("", String::as_str);
        if let Some(key) = cell(last).strip_prefix(NAME_MARK) {
            read_field(&mut reading, key, cell(need), cell(have));
        }
    }
    (!reading.is_empty()).then_some(Ok(reading))
}

/// The numbers of the columns that are read.
const NEED: usize = 2;
const HAVE: usize = 3;

/// Reads a line of a field by its key.
fn read_field(reading: &mut Reading, key: &str, need: &str, have: &str) {
    let mut key = key.split(' ');
    let name = key.next().unwrap_or_default();
    if !is_id(name) {
        return;
    }
    let mut add = |value| {
        let name = name.to_owned();
        reading.add_other(OtherField { name, value });
    };
    match (key.next(), key.next()) {
        (None, _) => {
            let found = match number(have) {
                Ok(Some(hours)) => Found::Hours(hours),
                Ok(None) => Found::Blank,
                Err(problem) => Found::Unusable(problem),
            };
            match PortalRow::from_id(name) {
                Some(row) => reading.add(row, found, number(need).ok().flatten()),
                None => reading.add_input(name, found),
            }
        }
        (Some("day"), _) => {
            if let Some((day, calendar)) = day_of(have) {
                add(OtherValue::Day(day, calendar));
            }
        }
        (Some("choice"), Some(id)) if is_id(id) => add(OtherValue::Choice(id.to_owned())),
        _ => {}
    }
}

fn day_of(text: &str) -> Option<(Date, Calendar)> {
    parse_date(text).ok().flatten()
}

/// Hours in a cell. A spreadsheet may write a comma for the point; before three digits it parts thousands, which is refused.
fn number(cell: &str) -> Result<Option<hours::Hours>, HoursProblem> {
    match cell.split_once(',') {
        Some((whole, rest)) if rest.chars().take_while(char::is_ascii_digit).count() <= 2 => {
            parse_hours(&[whole, ".", rest].concat())
        }
        _ => parse_hours(cell),
    }
}

/// Whether a text can be a name or an id of ours; nothing else of a text is kept.
fn is_id(text: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (1..=40).contains(&text.len()) && text.chars().all(is_sign)
}

/// The cells of a line; a cell in quotes may hold the sign between cells, and a quote as two.
pub(crate) fn split(line: &str, comma: char) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut in_quotes = false;
    let mut signs = line.chars().peekable();
    while let Some(c) = signs.next() {
        match (c, cells.last_mut()) {
            ('"', Some(cell)) if in_quotes && signs.peek() == Some(&'"') => {
                signs.next();
                cell.push('"');
            }
            ('"', Some(cell)) if in_quotes || cell.trim().is_empty() => in_quotes = !in_quotes,
            (c, _) if c == comma && !in_quotes => cells.push(String::new()),
            (c, Some(cell)) => cell.push(c),
            (_, None) => {}
        }
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}
