//! Turns the TOML reader's errors about lines it cannot read into findings.

use toml_spanner::{Arena, Error, ErrorKind, Table, parse_recoverable};

use crate::finding::{Code, Expected, shortened};
use crate::log::Log;

/// Reads a file as far as it can be read and notes every line that cannot.
pub(crate) fn read<'t>(log: &Log<'t>, arena: &'t Arena) -> Table<'t> {
    let document = parse_recoverable(log.text(), arena);
    let errors = document.errors().iter();
    report(
        log,
        errors.map(|error| classified(error, log.text())).collect(),
    );
    document.into_table()
}

/// A file with more unreadable lines is something else; nobody reads a hundred such sentences.
const MOST_REPORTED: usize = 20;

/// One error of the TOML reader as place, code and subject.
fn classified(error: &Error, text: &str) -> (usize, Code, String) {
    let at = error.span().range().start;
    let (start, word) = word_at(text, at);
    let line = line_at(text, at).1;
    if let Some(blank) = strange_blank(text, at) {
        return (at, Code::StrangeBlank, blank);
    }
    let is_value = matches!(
        error.kind(),
        ErrorKind::Unexpected(_) | ErrorKind::UnexpectedEof
    ) && text
        .get(..at)
        .is_some_and(|before| before.trim_end().ends_with('='));
    let (at, code, subject) = match error.kind() {
        ErrorKind::DuplicateKey { .. } => (at, Code::DoubleKey, word),
        ErrorKind::RedefineAsArray { .. } => (at, Code::DoubleKey, line),
        ErrorKind::DuplicateTable { name, .. } => {
            let name = name.range();
            (
                name.start,
                Code::DoubleKey,
                text.get(name).unwrap_or_default(),
            )
        }
        _ if looks_like_year_day(word) => (start, Code::UnquotedText, word),
        _ if starts_with_mark(text, at) => {
            return (at, Code::FullWidthMark, shortened(&marks_of(line)));
        }
        ErrorKind::InvalidDateTime(_) => (start, Code::ImpossibleDate, word),
        _ if looks_like_date(word) => (start, Code::ImpossibleDate, word),
        _ if let Some(mark) = full_width_quote(word) => (start, Code::FullWidthMark, mark),
        _ if let Some(mark) = full_width_end(text, at) => (at, Code::FullWidthMark, mark),
        _ if let Some(expected) = expected_at(text, start) => {
            (start, Code::NotAValue(expected), word)
        }
        // Tokens have no kind of their own, so this one is known by its name.
        ErrorKind::Wanted {
            expected: &"an equals",
            ..
        } => match full_width_equals(text, at) {
            Some(equals_at) => (equals_at, Code::FullWidthMark, FULL_WIDTH_EQUALS),
            None => (at, Code::NoEquals, line),
        },
        _ if is_value && word.is_empty() => (at, Code::MissingValue, line),
        _ if is_value => (start, Code::UnquotedText, word),
        ErrorKind::UnquotedString => (start, Code::UnquotedText, word),
        ErrorKind::UnterminatedString(mark) => {
            // A text of many lines is missed at the end of the file; the marks that opened it are the place to look at.
            let is_long = !line.contains(mark) || line.contains(&String::from(mark).repeat(3));
            let at = if is_long { opening_marks(text, at) } else { at };
            (at, Code::UnclosedText, line_at(text, at).1)
        }
        _ => {
            let message = shortened(&error.message(text));
            return (end_of_line_before(text, at), Code::Syntax, message);
        }
    };
    (at, code, shortened(subject))
}

/// The word around an offset, and where it begins.
fn word_at(text: &str, at: usize) -> (usize, &str) {
    let is_end = |letter: char| letter.is_whitespace() || "=,[]{}#".contains(letter);
    let before = text.get(..at).unwrap_or_default();
    let start = at - before.rsplit(is_end).next().unwrap_or_default().len();
    let word = text.get(start..).unwrap_or_default().split(is_end).next();
    (start, word.unwrap_or_default())
}

/// Where something is missing at the end of a line, the reader notices at the next one.
fn end_of_line_before(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let end = before.trim_end().len();
    let has_line_end = before.get(end..).is_some_and(|blank| blank.contains('\n'));
    if has_line_end { end } else { at }
}

/// A blank that is none for TOML and looks like one, or like nothing, by its number.
fn strange_blank(text: &str, at: usize) -> Option<String> {
    let blank = text.get(at..)?.chars().next()?;
    let is_strange = !blank.is_ascii() && blank.is_whitespace()
        || matches!(blank, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}');
    is_strange.then(|| format!("U+{:04X}", u32::from(blank)))
}

/// A mark that an input method for Chinese makes where TOML has a half-width one.
fn is_full_width_mark(c: char) -> bool {
    matches!(c, '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff5e}'
        | '【' | '】' | '〔' | '〕' | '「' | '」' | '『' | '』' | '、' | '。' | '“' | '”' | '‘' | '’')
}

fn starts_with_mark(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    rest.starts_with(is_full_width_mark)
}

/// The full-width marks of a line outside of its texts, such as `［［ ］］`.
fn marks_of(line: &str) -> String {
    let outside: Vec<_> = line.split('"').step_by(2).collect();
    let outside = outside.join(" ");
    let runs = outside.split(|c| !is_full_width_mark(c));
    let runs: Vec<_> = runs.filter(|run| !run.is_empty()).collect();
    runs.join(" ")
}

/// The kind of value that the key before a value wants, where that is no text.
fn expected_at(text: &str, value: usize) -> Option<Expected> {
    let (start, _) = line_at(text, value);
    let key = text.get(start..value)?.trim_end().strip_suffix('=')?;
    Some(match key.trim() {
        "enabled" | "history" | "chosen" => Expected::Switch,
        "format" | "order" => Expected::Number,
        "at-least" => Expected::Hours,
        "upload-days" => Expected::Days,
        "verified" => Expected::DateOrNever,
        "source-date" => Expected::DateOrUnknown,
        "valid-from" | "valid-to" | "covers-until" | "seen" => Expected::Date,
        _ => return None,
    })
}

/// Whether a line opens a table, in whichever brackets.
fn is_header(line: &str) -> bool {
    line.trim_start_matches(|c: char| !c.is_ascii() && !is_full_width_mark(c))
        .starts_with(['[', '［', '【', '〔'])
}

const FULL_WIDTH_EQUALS: &str = "＝";

/// Where a full-width equals sign stands on the line, outside of any text.
fn full_width_equals(text: &str, at: usize) -> Option<usize> {
    let (start, line) = line_at(text, at);
    let key = line.split('"').next().unwrap_or_default();
    key.find(FULL_WIDTH_EQUALS).map(|found| start + found)
}

fn opening_marks(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let double = before.rfind("\"\"\"");
    let single = before.rfind("'''");
    double.max(single).unwrap_or(at)
}

/// A value such as `2017-5-1`, `2017/05/01` or `106.05.11`: digits in three parts.
fn looks_like_date(snippet: &str) -> bool {
    let mut parts = 0;
    let all_digits = snippet.split(['-', '/', '.']).all(|part| {
        parts += 1;
        (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    });
    all_digits && parts == 3
}

/// A value such as `12-31`, which only a text can hold.
fn looks_like_year_day(snippet: &str) -> bool {
    let is_two_digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    let parts = snippet.split_once('-');
    parts.is_some_and(|(month, day)| is_two_digits(month) && is_two_digits(day))
}

/// A text in full-width quotation marks.
fn full_width_quote(snippet: &str) -> Option<&str> {
    let first = snippet.chars().next()?;
    let is_quote = matches!(first, '“' | '”' | '＂' | '「' | '『' | '‘' | '’');
    is_quote.then(|| snippet.get(..first.len_utf8())).flatten()
}

/// A text that begins with a half-width quotation mark and ends its line with a full-width one.
fn full_width_end(text: &str, at: usize) -> Option<&str> {
    let before = text.get(..at)?;
    let last = before.chars().next_back()?;
    matches!(last, '“' | '”' | '＂')
        .then(|| before.get(before.len() - last.len_utf8()..))
        .flatten()
}

/// The line around an offset without the blanks at its ends, and where it begins.
fn line_at(text: &str, at: usize) -> (usize, &str) {
    let before = text.get(..at).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |n| n + 1);
    let line = text.get(start..).unwrap_or_default();
    let line = line.lines().next().unwrap_or_default();
    let blanks = line.len() - line.trim_start().len();
    (start + blanks, line.trim())
}

/// Notes the unreadable lines, one finding for each: what follows on the same line is mostly the same slip seen again.
fn report(log: &Log<'_>, mut found: Vec<(usize, Code, String)>) {
    found.sort_by_key(|(at, ..)| *at);
    let mut last = None;
    let mut reported = 0;
    for (at, code, subject) in found {
        let line = line_at(log.text(), at).1;
        // In a list of many lines the reader takes what follows a slip for lines of their own.
        if last.is_some() && !is_header(line) && !line.starts_with(char::is_alphabetic) {
            continue;
        }
        let between = last.replace(at).and_then(|last| log.text().get(last..at));
        if between.is_some_and(|text| !text.contains('\n')) {
            continue;
        }
        if reported == MOST_REPORTED {
            return;
        }
        reported += 1;
        // Without its header a table's lines count as the table's before it, and so on to the end.
        if is_header(line) {
            log.lose_after(at);
        }
        if is_header(line) || code != Code::DoubleKey {
            log.lose_lines();
        }
        log.add(at, code, subject);
    }
}
