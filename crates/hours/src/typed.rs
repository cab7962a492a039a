//! Mends the quirks of typed text (輸入文字), from people and input methods: full-width signs, stray spaces, marks nobody sees.

/// The text without blanks at either end.
#[must_use]
pub fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// Whether a character shows nothing: any space, and the marks that travel along when text is copied from a page.
#[must_use]
pub fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c,
            '\u{AD}' // soft hyphen
            | '\u{61C}' | '\u{200E}' | '\u{200F}' // direction marks
            | '\u{200B}'..='\u{200D}' // zero width
            | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' // direction of a run
            | '\u{2060}' | '\u{FEFF}' // no break, byte order mark
        )
}

/// The ASCII character of a full-width one (全形); any other character as it is.
#[must_use]
pub fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// The value of a digit of either width.
#[must_use]
pub fn digit(c: char) -> Option<u32> {
    half_width(c).to_digit(10)
}

/// The digits that a text begins with, and what follows them.
#[must_use]
pub fn split_digits(text: &str) -> (&str, &str) {
    let rest = text.trim_start_matches(|c| digit(c).is_some());
    let digits = text.get(..text.len() - rest.len()).unwrap_or_default();
    (digits, rest)
}

/// The value of digits; too many of them give `u32::MAX`.
#[must_use]
pub fn value(digits: &str) -> u32 {
    digits.chars().filter_map(digit).fold(0, |sum: u32, digit| {
        sum.saturating_mul(10).saturating_add(digit)
    })
}

/// The text behind one of these marks, in either width, if it begins with one.
#[must_use]
pub fn strip_mark<'t>(text: &'t str, marks: &[char]) -> Option<&'t str> {
    let mut chars = text.chars();
    let mark = half_width(chars.next()?);
    marks.contains(&mark).then_some(chars.as_str())
}
