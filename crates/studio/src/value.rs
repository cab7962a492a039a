//! Values as forms show them and as a content file writes them.

use toml_spanner::{Item, Value};

use crate::place;
use crate::schema::Kind;

/// A text whose line ends are all LF, as a browser gives the text of a field.
pub(crate) fn with_lf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// A value as a form shows it: a text as it reads with LF, anything else as it was typed, a list one item a line.
/// `None` for tables and lists of them.
pub(crate) fn shown(item: &Item<'_>, text: &str) -> Option<String> {
    match item.value() {
        Value::String(value) => Some(with_lf(value)),
        Value::Array(list) => {
            let lines: Option<Vec<_>> = list.iter().map(|item| shown(item, text)).collect();
            lines.map(|lines| lines.join("\n"))
        }
        Value::Table(_) => None,
        _ => text.get(place::span(item)).map(str::to_owned),
    }
}

/// The kind of a value that no form knows.
pub(crate) fn kind_of(item: &Item<'_>) -> Kind {
    match item.value() {
        Value::Array(list) if list.iter().any(|item| item.as_datetime().is_some()) => Kind::Dates,
        Value::Array(_) => Kind::Words,
        Value::Boolean(_) => Kind::Bool(false),
        Value::Integer(_) | Value::Float(_) => Kind::Hours,
        Value::DateTime(_) => Kind::Date,
        Value::String(_) | Value::Table(_) => Kind::Text,
    }
}

/// A single value as a file writes it, with the line ends of the file.
///
/// A value that is not of its kind is written as a text, so that the file stays readable and the check can say what is wrong.
/// `was` is how the value stood there: a text over several lines stays one.
pub(crate) fn literal(kind: Kind, value: &str, was: Option<&str>, end: &str) -> String {
    let trimmed = value.trim();
    let is_bare = match kind {
        Kind::Date | Kind::DateOr(_) | Kind::Dates => is_date(trimmed),
        Kind::Hours => is_number(trimmed, true),
        Kind::Number | Kind::NumberOr(_) => is_number(trimmed, false),
        Kind::Bool(_) => matches!(trimmed, "true" | "false"),
        _ => false,
    };
    if is_bare {
        return trimmed.to_owned();
    }
    let was_long = was.is_some_and(|was| was.starts_with("\"\"\"") || was.starts_with("'''"));
    quoted(value, was_long, end)
}

/// The lines of a list, without those that are blank.
pub(crate) fn lines(value: &str) -> Vec<&str> {
    let lines = value.lines().map(str::trim);
    lines.filter(|line| !line.is_empty()).collect()
}

/// A list as a file writes it.
pub(crate) fn list(kind: Kind, value: &str, end: &str) -> String {
    let items: Vec<_> = lines(value)
        .into_iter()
        .map(|line| literal(kind, line, None, end))
        .collect();
    ["[", &items.join(", "), "]"].concat()
}

fn is_date(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').collect();
    let is_digits = |part: &&str, length| part.len() == length && all_digits(part);
    matches!(parts.as_slice(), [y, m, d] if is_digits(y, 4) && is_digits(m, 2) && is_digits(d, 2))
        // A day that no calendar has would make the whole file unreadable.
        && hours_date(&parts).is_some()
}

fn hours_date(parts: &[&str]) -> Option<hours::Date> {
    let mut numbers = parts.iter().map(|part| part.parse::<u32>().ok());
    let mut next = || numbers.next().flatten();
    let (year, month, day) = (next()?, next()?, next()?);
    hours::Date::new(year, month, day).ok()
}

/// Whether TOML takes it for a number: no sign, no zero in front.
fn is_number(text: &str, has_fraction: bool) -> bool {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) if has_fraction => (whole, Some(fraction)),
        Some(_) => return false,
        None => (text, None),
    };
    let is_whole = all_digits(whole) && (whole == "0" || !whole.starts_with('0'));
    is_whole
        && whole.len() < 10
        && fraction.is_none_or(|digits| digits.len() < 10 && all_digits(digits))
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn quoted(value: &str, was_long: bool, end: &str) -> String {
    let value = with_lf(value);
    let is_long = was_long || value.contains('\n');
    let mut text = String::with_capacity(value.len() + 8);
    text.push_str(if is_long { "\"\"\"" } else { "\"" });
    if is_long {
        // A line end right behind the marks is no part of the text.
        text.push_str(end);
    }
    let mut marks = 0;
    let mut signs = value.chars().peekable();
    while let Some(sign) = signs.next() {
        marks = if sign == '"' { marks + 1 } else { 0 };
        match sign {
            '\\' => text.push_str("\\\\"),
            // Of many lines, only a third mark in a row or one before the end needs it.
            '"' if !is_long || marks == 3 || signs.peek().is_none() => {
                marks = 0;
                text.push_str("\\\"");
            }
            '\n' => text.push_str(end),
            '\t' => text.push('\t'),
            sign if sign.is_control() => {
                text.push_str(&format!("\\u{:04X}", u32::from(sign)));
            }
            sign => text.push(sign),
        }
    }
    text.push_str(if is_long { "\"\"\"" } else { "\"" });
    text
}
