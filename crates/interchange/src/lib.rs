//! Pasted text (貼上文字) in, the portal's twelve rows out, for review by the reader.
//!
//! The text is what one gets by selecting a table on the portal and copying it: parted by tabs, lines or spaces, or a
//! CSV file with quotes, or the text of a saved page; the rows in any order, with other text before, between and behind.
//! What is no row of the portal is passed over and never copied, so nothing personal can stay behind in a reading.
//!
//! A wrong number is worse than none: where the text leaves room for doubt the row is [`Found::Blank`] or
//! [`Found::Unusable`], and the reader types the number.
#![warn(missing_docs)]

mod labels;
mod signs;
mod value;

use hours::typed::trim;
use hours::{Hours, HoursProblem, PortalRow};

pub use labels::Labels;
use signs::{Before, bracket};

/// The longest text that is read (上限), in bytes of UTF-8; a page of the portal has 10 to 50 kB.
pub const MAX_BYTES: usize = 1 << 20;

/// What a pasted text says about the twelve rows (讀取結果), for review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What was found of each row (各列), in portal order.
    pub rows: [Found; 12],
    /// The portal's own threshold of each row (門檻), from the bracket behind the label; the first readable one.
    pub thresholds: [Option<Hours>; 12],
}

/// What was found of one row (單列結果).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The label does not stand in the text (無此列).
    No,
    /// The label stands there without a number (空白): not given, which is not zero.
    Blank,
    /// The label and its hours (時數).
    Hours(Hours),
    /// The label and a number that cannot be hours (無法使用).
    Unusable(HoursProblem),
    /// The label stands there more than once with different hours (不一致): the first two that differ.
    Differs(Hours, Hours),
}

/// Why a text was not read at all (無法讀取).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing but blanks (空白).
    Empty,
    /// It is a file of another kind, or text in a wrong encoding (非文字、亂碼).
    NotText,
    /// It is longer than [`MAX_BYTES`] (過長).
    TooLong,
    /// No label of a row stands in it (找不到列名): the text of another page.
    NoRow,
}

/// Reads pasted text (讀取貼上文字).
///
/// - A label stands between boundaries. In front: the start, a line break or tab, a digit or punctuation, or spaces;
///   behind other words and spaces, or words and a bracket, only a label that is no ending of another spelling.
///   Behind (also behind its bracket): the end, a blank, one of `: = | , ; " '`, a number, or another label.
///   The longest spelling that fits wins.
/// - A bracket behind a label is the portal's threshold, and no number in a bracket is ever a value. A bracket is the
///   innermost one, and holds at most 64 signs: a mark that is never closed must not swallow the page.
/// - The value is the next token behind the label, its bracket, blanks, quotes, one `:` or `=` and one of `, ; |`, if
///   that is a number and at most a unit; any other token there means that the row is blank, as does a second comma (an
///   empty cell). Dates, times of day, percentages, minutes, codes and phone numbers (so anything that begins with 0
///   and another digit) are no values.
/// - A number on a later line than its label must stand alone on that line: in a numbered table without hours it would
///   else be the number of the next row.
/// - **Commas.** A comma directly between two digits may part thousands, decimals or cells, and such a number is
///   [`HoursProblem::NotANumber`]. Only where a half-width comma stood directly before the number too, without a quote, do
///   commas part cells: `label,12,5` is 12. Three digits behind it remain in doubt and are refused: `label,1,234`.
///   For the same reason blanks before a group of three or more digits are refused: `1 234`.
/// - A row that stands there twice: blank gives way to anything, the same hours stay, different hours are
///   [`Found::Differs`], and a number that cannot be used stays in sight beside one that can.
///
/// # Errors
/// One [`Refusal`], the first that fits of too long, empty, not text, no row. A text that is too long is not looked at.
pub fn read(text: &str, labels: &Labels) -> Result<Reading, Refusal> {
    check_text(text)?;
    let mut reading = Reading {
        rows: [Found::No; 12],
        thresholds: [None; 12],
    };
    let mut before = Before::Clear;
    let mut rest = text;
    loop {
        let mut chars = rest.chars();
        let Some(c) = chars.next() else {
            break;
        };
        if let Some((row, found, threshold, behind)) = row_at(rest, before, labels) {
            reading.add(row, found, threshold);
            before = Before::Clear;
            rest = behind;
        } else if matches!(c, '(' | '（')
            && let Some((_, behind)) = bracket(rest)
        {
            before = before.and(' ');
            rest = behind;
        } else {
            before = before.and(c);
            rest = chars.as_str();
        }
    }
    if reading.rows == [Found::No; 12] {
        return Err(Refusal::NoRow);
    }
    Ok(reading)
}

/// The row that begins here, what stands behind its label, and the text behind that.
fn row_at<'t>(
    text: &'t str,
    before: Before,
    labels: &Labels,
) -> Option<(PortalRow, Found, Option<Hours>, &'t str)> {
    if matches!(before, Before::Word | Before::Joined) {
        return None;
    }
    let (label, behind) = labels.longest(text)?;
    if before == Before::Spaced && labels.is_ending(label) {
        return None;
    }
    let (found, threshold, behind) = value::read_behind(behind, labels)?;
    Some((label.row, found, threshold, behind))
}

impl Reading {
    /// Takes in what was found at one more place.
    fn add(&mut self, row: PortalRow, found: Found, threshold: Option<Hours>) {
        if let Some(place) = self.rows.get_mut(row.index()) {
            *place = place.and(found);
        }
        if let Some(place) = self.thresholds.get_mut(row.index()) {
            *place = place.or(threshold);
        }
    }
}

impl Found {
    /// What two places together say.
    fn and(self, later: Self) -> Self {
        match (self, later) {
            (Self::No | Self::Blank, _) => later,
            (Self::Hours(first), Self::Hours(second)) if first != second => {
                Self::Differs(first, second)
            }
            (Self::Hours(_), Self::Unusable(_)) => later,
            _ => self,
        }
    }
}

/// Refuses what cannot be a pasted page.
fn check_text(text: &str) -> Result<(), Refusal> {
    if text.len() > MAX_BYTES {
        return Err(Refusal::TooLong);
    }
    if trim(text).is_empty() {
        return Err(Refusal::Empty);
    }
    let mut signs = 0;
    let mut strange = 0;
    for c in text.chars() {
        if c == '\0' {
            return Err(Refusal::NotText);
        }
        signs += 1;
        strange += usize::from(is_strange(c));
    }
    // A single strange sign may stand in a name; one in eight is no accident.
    if strange * 8 > signs + 8 {
        return Err(Refusal::NotText);
    }
    Ok(())
}

/// Whether a sign hardly stands in Chinese or English text, but often in a binary file or a wrong encoding.
fn is_strange(c: char) -> bool {
    // Latin letters with marks are what Big5 and UTF-8 look like when they are taken for Latin-1.
    matches!(c,
        '\u{1}'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{FF}' | '\u{FFFD}'
        // Not strange are blanks, the soft hyphen and the middle dot.
        if !matches!(c, '\u{A0}' | '\u{AD}' | '\u{B7}'))
}
