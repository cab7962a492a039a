//! The page's own files (本頁的檔案): the hours as CSV and as text to paste, and what is read of them when they come back.

use hours::{Hours, PortalRow, parse_hours};

use crate::{Found, Reading};

/// What a cell of the first line says: the program, and the version of the format.
const MARK: &str = "learning-hours-guide 1";

/// Stands before the id in the third cell of a line with hours, so that no other line looks like one.
const ID_MARK: char = '#';

/// A line of the page's own CSV or text (本頁匯出的一行).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// Hours as they were given (已填時數); `None` is an empty cell, which is not 0.
    Hours {
        /// The id of the row or input (代號).
        id: String,
        /// Its label (列名).
        label: String,
        /// The hours (時數).
        hours: Option<Hours>,
    },
    /// Cells of words (文字), such as headings and verdicts; nothing is read of them.
    Words(Vec<String>),
}

/// Writes the page's own CSV (存成 CSV): a first line that tells the version, then one line each.
///
/// Begins with a mark that tells Excel the encoding; no cell begins like a formula.
#[must_use]
pub fn write_csv(title: &str, lines: &[Line]) -> String {
    let cell = |text: &String| {
        let guard = if text.starts_with(['=', '+', '-', '@']) {
            "'"
        } else {
            ""
        };
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    };
    let mut csv = String::from('\u{FEFF}');
    for cells in cells(title, lines) {
        let line: Vec<String> = cells.iter().map(cell).collect();
        csv += &line.join(",");
        csv += "\r\n";
    }
    csv
}

/// Writes the same as text (複製文字), parted by tabs.
#[must_use]
pub fn write_text(title: &str, lines: &[Line]) -> String {
    let lines: Vec<String> = cells(title, lines)
        .iter()
        .map(|cells| cells.join("\t"))
        .collect();
    lines.join("\n")
}

/// The cells of all lines; none of them holds a tab or the end of a line.
fn cells(title: &str, lines: &[Line]) -> Vec<Vec<String>> {
    let plain = |text: &str| text.replace(['\t', '\n', '\r'], " ");
    let first = vec![plain(title), MARK.to_owned()];
    let lines = lines.iter().map(|line| match line {
        Line::Hours { id, label, hours } => vec![
            plain(label),
            hours.map(|hours| hours.to_string()).unwrap_or_default(),
            format!("{ID_MARK}{}", plain(id)),
        ],
        Line::Words(words) => words.iter().map(|word| plain(word)).collect(),
    });
    std::iter::once(first).chain(lines).collect()
}

/// Reads the page's own CSV or text; `None` if it is none, or holds no hours.
pub(crate) fn read(text: &str) -> Option<Reading> {
    let mut lines = text
        .trim_start_matches(['\u{FEFF}', ' ', '\r', '\n'])
        .lines();
    if !split(lines.next()?).iter().any(|cell| cell == MARK) {
        return None;
    }
    let mut reading = Reading::default();
    for line in lines {
        if let [_, hours, id, ..] = split(line).as_slice()
            && let Some(id) = id.strip_prefix(ID_MARK)
        {
            let found = match parse_hours(hours) {
                Ok(Some(hours)) => Found::Hours(hours),
                Ok(None) => Found::Blank,
                Err(problem) => Found::Unusable(problem),
            };
            match PortalRow::from_id(id) {
                Some(row) => reading.add(row, found, None),
                None if is_id(id) => reading.add_input(id, found),
                None => {}
            }
        }
    }
    (!reading.is_empty()).then_some(reading)
}

/// Whether a text can be the id of an input; nothing else of a text is kept.
fn is_id(text: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (1..=40).contains(&text.len()) && text.chars().all(is_sign)
}

/// The cells of a line: parted by tabs, or else by commas where those in quotes part nothing.
///
/// A spreadsheet that saves such a file anew sets quotes as it likes.
fn split(line: &str) -> Vec<String> {
    let mut in_quotes = false;
    let edge = |c: char| {
        in_quotes ^= c == '"';
        c == ',' && !in_quotes
    };
    let cells: Vec<&str> = if line.contains('\t') {
        line.split('\t').collect()
    } else {
        line.split(edge).collect()
    };
    let bare = |cell: &str| cell.trim().trim_matches('"').trim().to_owned();
    cells.into_iter().map(bare).collect()
}
