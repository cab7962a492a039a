//! Pasted text (貼上文字) and saved pages in, the portal's twelve rows out, for review by the reader.
//!
//! The text is what one gets by selecting a table on the portal and copying it: parted by tabs, lines or spaces, or a
//! CSV file with quotes, or a saved page; the rows in any order, with other text before, between and behind.
//! What is no row of the portal is passed over and never copied, so nothing personal can stay behind in a reading.
//!
//! A wrong number is worse than none: where the text leaves room for doubt the row is [`Found::Doubt`], and the reader
//! chooses one of the numbers that were seen, or types it.
//!
//! [`read`] takes a text through these steps: `fold` makes one spelling of signs that mean the same, `tokens` finds
//! labels and numbers, `rows` decides which number belongs to which label.
#![warn(missing_docs)]

mod fold;
mod labels;
mod page;
mod rows;
mod tokens;

use hours::typed::trim;
use hours::{Hours, HoursProblem, PortalRow};

pub use labels::Labels;
pub use page::{is_page, text_of_page};

/// The longest text that is read (上限), in bytes of UTF-8; a page of the portal has 10 to 50 kB.
pub const MAX_BYTES: usize = 1 << 20;

/// The longest page that is read (網頁上限), in bytes of UTF-8, markup and scripts included.
pub const MAX_PAGE_BYTES: usize = 8 << 20;

/// What a pasted text says about the twelve rows (讀取結果), for review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What was found of each row (各列), in portal order.
    pub rows: [Found; 12],
    /// The portal's own threshold of each row (門檻), from the bracket behind the label; the first readable one.
    pub thresholds: [Option<Hours>; 12],
}

/// What was found of one row (單列結果).
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// The label and something that leaves room for doubt (存疑).
    Doubt(Doubt),
}

/// A row that was left without hours because the text leaves room for doubt (存疑).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What makes it doubtful (原因).
    pub kind: DoubtKind,
    /// The numbers that were seen in the row (可選的時數), each once and the first six, to choose from; none if there are only numbers
    /// that cannot be hours, such as dates.
    pub numbers: Vec<Hours>,
}

/// What makes a row doubtful (存疑原因).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoubtKind {
    /// The row has several numbers (一列多個數字): needed and completed hours, years, months.
    SeveralNumbers,
    /// The number may stand in another column than that of the hours (欄位不明): other rows have several numbers, or an
    /// empty cell stands before it.
    Columns,
    /// More stands beside the number than a unit (數字旁有其他文字): minutes, a range, persons, a date.
    OtherWords,
    /// It cannot be told whether numbers stand before or behind their labels (順序不明).
    Order,
    /// It cannot be told whether this is the label of the row (列名不明): another word stands before it, or its halves are
    /// labels too.
    Label,
}

/// Something that is no doubt about a number, but that the reader should look at (提示).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// All hours equal the thresholds of their rows (與門檻相同): perhaps these are the requirements and not the reader's hours.
    LikeThresholds,
    /// The row has more than [`MANY_HOURS`] (時數偏高).
    ManyHours(PortalRow),
}

/// More hours than this in a year deserve a second look (偏高).
pub const MANY_HOURS: Hours = Hours::from_whole(400);

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
/// - Before a label only the beginning of a line or cell, numbering, or a bracket may stand; another word in the cell is
///   [`DoubtKind::Label`], and inside a list or path (甲、乙; 甲 > 乙) no label is found. Behind it may stand a blank, one of
///   `: = | , ; " '`, a number, or another label. The longest spelling that fits wins.
/// - A bracket behind a label is the portal's threshold, and no number in a bracket is ever a value. A bracket is the
///   innermost one of its kind, and holds at most 64 signs: a mark that is never closed must not swallow the page.
/// - Behind a number only a unit, a bracket of known meaning, another label or the end of the line may stand; anything
///   else on the line is a doubt. Anything that begins with 0 and another digit is no number.
/// - A number on a later line than its label must stand alone on that line, and the order of the whole text must tell
///   that numbers stand behind their labels. Numbers of rows are told by their order.
/// - A comma between two digits is refused ([`HoursProblem::NotANumber`]) unless commas part cells there.
/// - A row that stands there twice: blank gives way to anything, the same hours stay, different hours are
///   [`Found::Differs`], and a doubt or a number that cannot be used stays in sight beside hours.
///
/// # Errors
/// One [`Refusal`], the first that fits of too long, empty, not text, no row. A text that is too long is not looked at.
pub fn read(text: &str, labels: &Labels) -> Result<Reading, Refusal> {
    if text.len() > MAX_PAGE_BYTES {
        return Err(Refusal::TooLong);
    }
    let seen;
    let text = if is_page(text) {
        seen = text_of_page(text);
        &seen
    } else {
        text
    };
    check_text(text)?;
    let text = fold::folded(text);
    let tokens = tokens::tokens(&text, labels);
    let mut reading = Reading {
        rows: [const { Found::No }; 12],
        thresholds: [None; 12],
    };
    for place in rows::places(&tokens) {
        reading.add(place);
    }
    if reading.rows.iter().all(|found| *found == Found::No) {
        return Err(Refusal::NoRow);
    }
    Ok(reading)
}

impl Reading {
    /// What the reader should look at although there is no doubt about a number (提示).
    #[must_use]
    pub fn remarks(&self, labels: &Labels) -> Vec<Remark> {
        let mut remarks = Vec::new();
        let (mut hours, mut like_thresholds) = (0, 0);
        for ((row, found), threshold) in PortalRow::ALL
            .into_iter()
            .zip(&self.rows)
            .zip(self.thresholds)
        {
            let Found::Hours(found) = found else {
                continue;
            };
            hours += 1;
            if threshold.or(labels.threshold(row)) == Some(*found) {
                like_thresholds += 1;
            }
            if *found > MANY_HOURS {
                remarks.push(Remark::ManyHours(row));
            }
        }
        if hours > 0 && hours == like_thresholds {
            remarks.push(Remark::LikeThresholds);
        }
        remarks
    }

    /// Takes in what was found at one more place.
    fn add(&mut self, place: rows::Place) {
        let row = place.label.row.index();
        if let Some(found) = self.rows.get_mut(row) {
            *found = std::mem::replace(found, Found::No).and(place.found);
        }
        if let Some(threshold) = self.thresholds.get_mut(row) {
            *threshold = threshold.or(place.label.threshold);
        }
    }
}

impl Doubt {
    /// So many numbers are kept to choose from.
    const MOST: usize = 6;

    /// Takes in more numbers that were seen, each once.
    fn add(&mut self, numbers: Vec<Hours>) {
        for hours in numbers {
            if self.numbers.len() < Self::MOST && !self.numbers.contains(&hours) {
                self.numbers.push(hours);
            }
        }
    }
}

impl Found {
    /// What two places together say.
    fn and(self, later: Self) -> Self {
        match (self, later) {
            (Self::No | Self::Blank, later) => later,
            (found, Self::No | Self::Blank) => found,
            (Self::Hours(first), Self::Hours(second)) if first != second => {
                Self::Differs(first, second)
            }
            (Self::Hours(_), later @ Self::Unusable(_)) => later,
            (Self::Doubt(mut doubt), other) | (other, Self::Doubt(mut doubt)) => {
                doubt.add(other.numbers());
                Self::Doubt(doubt)
            }
            (found, _) => found,
        }
    }

    /// The hours that were seen in the row.
    fn numbers(&self) -> Vec<Hours> {
        match self {
            Self::No | Self::Blank | Self::Unusable(_) => Vec::new(),
            Self::Hours(hours) => vec![*hours],
            Self::Differs(first, second) => vec![*first, *second],
            Self::Doubt(doubt) => doubt.numbers.clone(),
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
