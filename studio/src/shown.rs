//! The text of a file as a text area shows it, and an edit there back in the file.
//!
//! A text area turns CRLF into LF, and nobody can see the mark U+FEFF at the start of a file. So a text area shows the text without
//! both, and of what it gives back only the piece that was edited goes into the file, with the file's own line ends.

/// Says that a file is UTF-8, at its very start.
const MARK: char = '\u{feff}';

/// The text of a file as a text area shows it.
#[must_use]
pub fn shown(text: &str) -> String {
    let text = text.strip_prefix(MARK).unwrap_or(text);
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// The text of a file after the text area that showed it was edited: all but the edited piece is what it was to the byte.
#[must_use]
pub fn edited(file: &str, area: &str) -> String {
    let before = shown(file);
    let start = common_start(&before, area);
    let (old_rest, new_rest) = (after(&before, start), after(area, start));
    let end = common_end(old_rest, new_rest);
    let typed = new_rest.get(..new_rest.len() - end).unwrap_or_default();
    let from = place_in_file(file, start);
    let to = place_in_file(file, before.len() - end);
    let typed = typed.replace('\n', line_end(file));
    let (head, tail) = (file.get(..from).unwrap_or_default(), after(file, to));
    [head, &typed, tail].concat()
}

/// The line end of a file: that of most of its lines.
fn line_end(file: &str) -> &'static str {
    let all = file.matches('\n').count();
    let windows = file.matches("\r\n").count();
    if windows * 2 > all { "\r\n" } else { "\n" }
}

fn after(text: &str, start: usize) -> &str {
    text.get(start..).unwrap_or_default()
}

/// How many bytes two texts have in common at their start, in whole characters.
fn common_start(one: &str, other: &str) -> usize {
    let pairs = one.chars().zip(other.chars());
    pairs
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum()
}

fn common_end(one: &str, other: &str) -> usize {
    let pairs = one.chars().rev().zip(other.chars().rev());
    pairs
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum()
}

/// Where in the file the byte stands that is at this place of the shown text.
fn place_in_file(file: &str, place: usize) -> usize {
    let mark = if file.starts_with(MARK) {
        MARK.len_utf8()
    } else {
        0
    };
    let mut left = place;
    let mut chars = after(file, mark).char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if left == 0 {
            return mark + at;
        }
        // Both characters of a CRLF are one in the text area.
        if c == '\r' && chars.peek().is_some_and(|(_, next)| *next == '\n') {
            chars.next();
        }
        left = left.saturating_sub(c.len_utf8());
    }
    file.len()
}

/// Where a line begins and ends in a text, in UTF-16 code units, as selections of the browser count; lines count from 1.
#[must_use]
pub fn line_in_units(text: &str, line: u32) -> (u32, u32) {
    let mut start = 0;
    let mut end = 0;
    for (number, one) in (1..=line).zip(text.split('\n')) {
        let units = u32::try_from(one.encode_utf16().count()).unwrap_or_default();
        if number > 1 {
            start = end + 1;
        }
        end = start + units;
    }
    (start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_edited_piece_changes() {
        #[track_caller]
        fn check(file: &str, area: &str, expect: &str) {
            assert_eq!(edited(file, area), expect);
            assert_eq!(shown(expect), area);
        }
        check("a\nb\n", "a\nc\n", "a\nc\n");
        check("a\r\nb\r\n", "a\nbc\n", "a\r\nbc\r\n");
        check("a\r\nb\r\n", "a\n\nb\n", "a\r\n\r\nb\r\n");
        check("a\r\nb\r\n", "ab\n", "ab\r\n");
        check("\u{feff}a\r\n", "b\n", "\u{feff}b\r\n");
        check("\u{feff}a\r\n", "", "\u{feff}");
        check("", "a\nb", "a\nb");
        // Mixed line ends stay as mixed as they were.
        check("a\r\nb\nc\r\n", "a\nb\nd\n", "a\r\nb\nd\r\n");
        check("甲\r\n乙\r\n", "甲\n丙乙\n", "甲\r\n丙乙\r\n");
        check("一一一", "一一", "一一");
        check("a\r\n\r\n\r\nb", "a\n\nb", "a\r\n\r\nb");
    }

    #[test]
    fn a_text_that_was_not_edited_is_the_same_to_the_byte() {
        for file in ["\u{feff}a\r\nb\nc\r", "", "\r\n\r\n", "甲\u{3000}\r\n"] {
            assert_eq!(edited(file, &shown(file)), file);
        }
    }

    #[test]
    fn lines_are_found_in_code_units() {
        let text = "甲乙\n\u{1f600}b\n";
        let check = |line, expect| assert_eq!(line_in_units(text, line), expect);
        check(1, (0, 2));
        check(2, (3, 6));
        check(3, (7, 7));
        check(9, (7, 7));
    }
}
