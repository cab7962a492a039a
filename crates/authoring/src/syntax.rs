//! What the TOML reader says about lines it cannot read, as findings.

use toml::Spanned;
use toml::de::DeTable;

use crate::finding::{Code, shortened};
use crate::log::Log;

/// Reads a file as far as it can be read and notes every line that cannot.
///
/// `scratch` holds the text with unreadable lines blanked; it is the caller's, since the table borrows from it.
pub(crate) fn read<'s, 't: 's>(log: &Log<'t>, scratch: &'s mut String) -> Spanned<DeTable<'s>> {
    // Mostly there is nothing to blank, and reading is the most of the work: once is enough then.
    let (table, errors) = DeTable::parse_recoverable(log.text());
    if errors.is_empty() {
        return table;
    }
    scratch.clear();
    scratch.push_str(log.text());
    let mut found: Vec<(usize, Code, String)> = Vec::new();

    // The reader gives up at a key without `=`; blanking that line lets it read the rest, with all offsets kept.
    for _ in 0..MOST_BLANKED {
        let Some(at) = first_stop(scratch, &mut found) else {
            break;
        };
        blank_line(scratch, at);
    }

    let (table, errors) = DeTable::parse_recoverable(scratch);
    found.extend(errors.iter().map(|e| classified(e, scratch)));
    report(log, found);
    table
}

/// More unreadable lines than this are no slip: the file is something else.
const MOST_BLANKED: usize = 20;
/// An unclosed bracket makes every later line unreadable; nobody reads a hundred such sentences.
const MOST_REPORTED: usize = 20;

/// Where the reader gives up, if it does; the error there is noted since its line will be gone.
fn first_stop(text: &str, found: &mut Vec<(usize, Code, String)>) -> Option<usize> {
    let (_, errors) = DeTable::parse_recoverable(text);
    let stop = errors
        .iter()
        .map(|e| classified(e, text))
        .find(|(_, code, mark)| *code == Code::NoEquals || mark == FULL_WIDTH_EQUALS)?;
    let at = stop.0;
    found.push(stop);
    Some(at)
}

fn blank_line(text: &mut String, at: usize) {
    let before = text.get(..at).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |n| n + 1);
    let after = text.get(at..).unwrap_or_default();
    let end = after.find('\n').map_or(text.len(), |n| at + n);
    text.replace_range(start..end, &" ".repeat(end - start));
}

/// One error of the TOML reader as place, code and subject.
///
/// The reader names its errors only in words, so words are compared here; an unknown wording stays a plain syntax error.
fn classified(error: &toml::de::Error, text: &str) -> (usize, Code, String) {
    let span = error.span().unwrap_or_default();
    let at = span.start;
    let message = error.message();
    let snippet = text.get(span).unwrap_or_default();

    let (at, code, subject) = if message.starts_with("duplicate key") {
        (at, Code::DoubleKey, snippet)
    } else if looks_like_year_day(snippet) {
        (at, Code::UnquotedText, snippet)
    } else if message.starts_with("invalid date") || looks_like_date(snippet) {
        (at, Code::ImpossibleDate, snippet)
    } else if let Some(mark) = full_width_quote(snippet) {
        (at, Code::FullWidthMark, mark)
    } else if let Some(mark) = full_width_end(text, at) {
        (at, Code::FullWidthMark, mark)
    } else if message.starts_with("key with no value") {
        match full_width_equals(text, at) {
            Some(equals_at) => (equals_at, Code::FullWidthMark, FULL_WIDTH_EQUALS),
            None => (at, Code::NoEquals, line_at(text, at).1),
        }
    } else if message.starts_with("string values must be quoted") {
        match snippet {
            "" => (at, Code::MissingValue, line_at(text, at).1),
            snippet => (at, Code::UnquotedText, snippet),
        }
    } else if message.starts_with("invalid multi-line") {
        // The reader is at the end of the file by then; the marks that opened the text are the place to look at.
        let opened = opening_marks(text, at);
        (opened, Code::UnclosedText, line_at(text, opened).1)
    } else if message.starts_with("invalid basic string")
        || message.starts_with("invalid literal string")
    {
        (at, Code::UnclosedText, line_at(text, at).1)
    } else {
        (end_of_line_before(text, at), Code::Syntax, message)
    };
    (at, code, shortened(subject))
}

/// Where something is missing at the end of a line, the reader notices at the next one.
fn end_of_line_before(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let end = before.trim_end().len();
    let has_line_end = before.get(end..).is_some_and(|blank| blank.contains('\n'));
    if has_line_end { end } else { at }
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
    forget_what_follows(log, &mut found);
    let mut last = None;
    let mut reported = 0;
    for (at, code, subject) in found {
        let between = last.replace(at).and_then(|last| log.text().get(last..at));
        if between.is_some_and(|text| !text.contains('\n')) {
            continue;
        }
        if reported == MOST_REPORTED {
            return;
        }
        reported += 1;
        log.add(at, code, subject);
    }
}

/// An unclosed bracket is one slip, though it makes nonsense of everything after it.
fn forget_what_follows(log: &Log<'_>, found: &mut Vec<(usize, Code, String)>) {
    let is_unclosed = |message: &str| {
        message.starts_with("unclosed array,") || message.starts_with("unclosed inline table")
    };
    let in_brackets = |message: &str| {
        is_unclosed(message) || message.contains("array") || message.contains("key-value pairs")
    };
    let syntax = |(_, code, message): &(usize, Code, String), is: &dyn Fn(&str) -> bool| {
        *code == Code::Syntax && is(message)
    };
    if found.iter().any(|f| syntax(f, &is_unclosed))
        && let Some(first) = found.iter().position(|f| syntax(f, &in_brackets))
    {
        found.truncate(first + 1);
        log.lose_after(found.last().map_or(0, |(at, ..)| *at));
    }
    // Without its header a table's lines count as the table's before it, and so on to the end.
    let header = found
        .iter()
        .find(|(at, code, _)| *code == Code::Syntax && line_at(log.text(), *at).1.starts_with('['));
    if let Some((at, ..)) = header {
        log.lose_after(*at);
    }
}
