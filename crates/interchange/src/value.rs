//! What stands behind a label (列名之後): the portal's threshold in a bracket, and the value.

use hours::typed::{digit, half_width, is_blank, split_digits, strip_mark};
use hours::{Hours, HoursProblem, parse_hours};

use crate::labels::strip;
use crate::signs::{bracket, folded, is_break, is_cell_mark, is_plain, is_unseen, skip, until};
use crate::{Found, Labels};

/// The units that [`parse_hours`] knows, each before those that it begins with.
const UNITS: [&[char]; 7] = [
    &['小', '時'],
    &['時'],
    &['h', 'o', 'u', 'r', 's'],
    &['h', 'o', 'u', 'r'],
    &['h', 'r', 's'],
    &['h', 'r'],
    &['h'],
];

/// What else is counted: a number before one of these signs is no number of hours.
const OTHER_MEASURES: [char; 14] = [
    '年', '月', '日', '天', '週', '點', '門', '筆', '次', '堂', '%', '/', ':', '~',
];

/// The value and the threshold behind a label, and the text behind them; `None` if the label does not end here.
pub(crate) fn read_behind<'t>(
    text: &'t str,
    labels: &Labels,
) -> Option<(Found, Option<Hours>, &'t str)> {
    let mut threshold = None;
    let mut rest = text;
    while let Some((inside, behind)) = label_bracket(rest) {
        threshold = threshold.or(parse_hours(inside).ok().flatten());
        rest = behind;
    }
    if !label_ends(rest, labels) {
        return None;
    }
    let (found, behind) = value(rest, labels).unwrap_or((Found::Blank, rest));
    Some((found, threshold, behind))
}

/// What the bracket of a label holds, and the text behind it.
fn label_bracket(text: &str) -> Option<(&str, &str)> {
    let start = skip(text, is_blank);
    let (inside, behind) = bracket(start)?;
    // On a line of its own a mere number in brackets is the number of the next row, or of an area: (02).
    let (_, unit) = split_digits(skip(inside, is_blank));
    (!unit.is_empty() || !breaks_before(text, start)).then_some((inside, behind))
}

/// Whether a line ends in the text before its own end part.
fn breaks_before(text: &str, part: &str) -> bool {
    until(text, part).chars().any(is_break)
}

/// Whether a label may end before this text.
fn label_ends(text: &str, labels: &Labels) -> bool {
    let text = skip(text, is_unseen);
    let Some(c) = text.chars().next() else {
        return true;
    };
    // A bracket that is never closed is the end of a selection.
    digit(c).is_some()
        || matches!(
            half_width(c),
            ':' | '=' | '-' | '\u{2212}' | '+' | '.' | '('
        )
        || number_ends(text, labels)
}

/// Whether a number, or the unit behind it, may end before this text.
fn number_ends(text: &str, labels: &Labels) -> bool {
    let text = skip(text, is_unseen);
    let Some(c) = text.chars().next() else {
        return true;
    };
    is_blank(c) || is_cell_mark(c) || labels.longest(text).is_some()
}

/// The number that is the next token, and the text behind it and its unit.
fn value<'t>(text: &'t str, labels: &Labels) -> Option<(Found, &'t str)> {
    let (start, mark) = token(text)?;
    let unsigned = match strip_mark(start, &['-', '\u{2212}', '+']) {
        Some(rest) => skip(rest, is_plain),
        None => start,
    };
    let (whole, rest) = split_digits(unsigned);
    let (fraction, rest) = match strip_mark(rest, &['.']) {
        Some(rest) => split_digits(rest),
        None => ("", rest),
    };
    if (whole.is_empty() && fraction.is_empty()) || is_code(whole) {
        return None;
    }
    if goes_on(rest, mark == ',', labels) {
        return Some((Found::Unusable(HoursProblem::NotANumber), rest));
    }
    let behind = behind_unit(rest, labels)?;
    if is_other_measure(behind) || (breaks_before(text, start) && !line_ends(behind)) {
        return None;
    }
    let found = match parse_hours(until(start, rest)) {
        Ok(Some(hours)) => Found::Hours(hours),
        Ok(None) => Found::Blank,
        Err(problem) => Found::Unusable(problem),
    };
    Some((found, behind))
}

/// The next token behind blanks and the marks of one cell, and the last of these marks.
fn token(text: &str) -> Option<(&str, char)> {
    let mut rest = text.chars();
    let (mut last, mut colon, mut cell) = (' ', false, false);
    loop {
        let here = rest.as_str();
        let c = rest.next()?;
        if is_blank(c) {
            continue;
        }
        // A second mark of the same kind parts an empty cell from the next, and is itself the token.
        match half_width(c) {
            '"' | '\'' => {}
            ':' | '=' if !colon => colon = true,
            ',' | ';' | '|' if !cell => cell = true,
            _ => return Some((here, last)),
        }
        last = c;
    }
}

/// Whether digits are a phone number, a date or a code: hours do not begin with 0 and another digit.
fn is_code(whole: &str) -> bool {
    let mut digits = whole.chars();
    digits.next().and_then(digit) == Some(0) && digits.next().is_some()
}

/// Whether a number may go on behind the sign that follows it, so that its first digits alone would be a wrong number.
fn goes_on(rest: &str, in_csv: bool, labels: &Labels) -> bool {
    let mut chars = rest.chars();
    let Some(mark) = chars.next() else {
        return false;
    };
    let (digits, behind) = split_digits(chars.as_str());
    let mut count = 0;
    for _ in digits.chars() {
        count += 1;
    }
    match half_width(mark) {
        ',' if in_csv && mark == ',' => count == 3,
        ',' | '\'' | '’' => count > 0,
        // Longer than groups are only the halves of a phone number; attached signs make it a date: 3 115/11/23.
        _ => is_plain(mark) && count >= 3 && number_ends(behind, labels),
    }
}

/// The text behind the unit of a number, if there is one; `None` if something else is attached to the number.
fn behind_unit<'t>(rest: &'t str, labels: &Labels) -> Option<&'t str> {
    for unit in UNITS {
        if let Some(behind) = strip(rest, unit)
            && number_ends(behind, labels)
        {
            return Some(behind);
        }
    }
    number_ends(rest, labels).then_some(rest)
}

/// Whether what follows a number behind spaces makes it no hours: 115 年, 30 分, 3 小時 30 分, 95 %, 12 : 30.
fn is_other_measure(behind: &str) -> bool {
    let (digits, rest) = split_digits(skip(behind, is_plain));
    let next = skip(rest, is_plain).chars().next().map(folded);
    match next {
        Some('分') => true,
        Some('m') => !digits.is_empty(),
        Some(sign) => digits.is_empty() && OTHER_MEASURES.contains(&sign),
        None => false,
    }
}

/// Whether nothing more stands on the line.
fn line_ends(text: &str) -> bool {
    for c in text.chars() {
        if is_break(c) {
            return true;
        }
        if !is_blank(c) && !is_cell_mark(c) {
            return false;
        }
    }
    true
}
