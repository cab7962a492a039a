//! Pasted text (貼上文字) and saved pages in, the portal's twelve rows out, for review by the reader.
//!
//! One gets the text by selecting a table on the portal and copying it: parted by tabs, lines or spaces, or a
//! CSV file with quotes, or a saved page; the rows in any order, with other text before, between and behind.
//! All else than rows of the portal is passed over and never copied, so nothing personal can stay behind in a reading.
//!
//! A wrong number is worse than none: where the text leaves room for doubt the row is [`Found::Doubt`], and the reader
//! chooses one of the numbers that were seen, or types it.
//!
//! [`read`] takes a text through these steps: `fold` makes one spelling of signs that mean the same, `tokens` finds
//! labels and numbers, `rows` decides which number belongs to which label.
#![warn(missing_docs)]

mod archive;
mod calendar;
mod courses;
mod encoding;
mod fold;
mod labels;
mod own;
mod page;
mod rows;
mod tokens;
mod years;

use hours::typed::trim;
use hours::{Calendar, Date, Hours, HoursProblem, PortalRow};

pub use calendar::{Event, write_ics};
pub use courses::{Course, LeftOut};
pub use encoding::{Encoding, encoding_of};
pub use labels::Labels;
pub use own::{COLUMNS, COPIED, Key, Line, day_text, write_csv};
pub use page::{is_page, text_of_page};

/// A text of so many UTF-16 units (字數上限) is too long; a page of the portal has 10,000 to 50,000.
///
/// A field to paste into may have it as its `maxlength`, or none: what the field cut off, perhaps inside a number, is then
/// refused.
pub const MAX_UNITS: usize = 400_000;

/// No more inputs, and no more other fields, than this are read of a file.
const MAX_INPUTS: usize = 256;

/// The longest page that is read (網頁上限), in bytes of UTF-8, markup and scripts included.
pub const MAX_PAGE_BYTES: usize = 8 << 20;

/// The findings of a pasted text on the twelve rows (讀取結果), for review.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The finding on each row (各列), in portal order.
    pub rows: [Found; 12],
    /// The portal's own threshold of each row (門檻), from the bracket behind the label; the first readable one.
    pub thresholds: [Option<Hours>; 12],
    /// The findings on hours that no row shows (其他時數); only the page's own files and lists of courses hold them.
    pub inputs: Vec<Input>,
    /// The fields found that hold no hours (其他欄位); only the page's own files hold them.
    pub others: Vec<OtherField>,
    /// The courses of a list (課程清單), in order: those that count stand summed among the inputs.
    pub courses: Vec<Course>,
    /// The day of the check (檢核日) that the page's own file is of.
    pub day: Option<Date>,
    /// Whether the text names years (年度), and the reader's is not among them.
    pub is_of_other_year: bool,
}

/// A field that holds no hours (其他欄位), such as the kind of staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherField {
    /// The name of the field (欄位代號) in the page; whoever takes it over looks whether there is such a field.
    pub name: String,
    /// The value in the field.
    pub value: OtherValue,
}

/// The value of a field without hours (欄位內容).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OtherValue {
    /// A day (日期), and by which calendar it was written.
    Day(Date, Calendar),
    /// The id of what was chosen (選項代號); whoever takes it over looks whether there is such a choice.
    Choice(String),
}

/// Hours that no row of the portal shows (其他時數), such as those of 資通安全.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The id of the input (代號) in the content; whoever takes it over looks whether there is such an input.
    pub id: String,
    /// The finding on its hours.
    pub found: Found,
}

/// The finding on one row (單列結果).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Found {
    /// The label does not stand in the text (無此列).
    #[default]
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
    /// The reason for the doubt (原因).
    pub kind: DoubtKind,
    /// The numbers that were seen in the row (可選的時數), each once and the first six, to choose from; none if there are only numbers
    /// that cannot be hours, such as dates.
    pub numbers: Vec<Hours>,
}

/// The reasons to doubt a row (存疑原因).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoubtKind {
    /// The row has several numbers (一列多個數字): needed and completed hours, years, months.
    SeveralNumbers,
    /// The number may stand in another column than that of the hours (欄位不明): other rows have several numbers, the line
    /// above the rows has more cells or names something else, an empty cell stands before it, or the labels head columns.
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
    /// The text names other years than the reader's (年度不同): perhaps its hours are not of this year.
    OtherYear,
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
    /// It has [`MAX_UNITS`] or more, or is a page of more than [`MAX_PAGE_BYTES`] (過長).
    TooLong,
    /// It is a web archive (網頁封存檔) whose page cannot be taken out of it: one in Big5, or in a rare encoding.
    Archive,
    /// It is the page's own file, written by a newer version of the page (較新版本的檔案).
    Newer,
    /// It is what the page copied for people to read (本頁複製的文字); the page's own file brings hours back.
    OwnText,
    /// No label of a row stands in it (找不到列名): the text of another page.
    NoRow,
}

/// Reads pasted text, or that of a file (讀取貼上文字).
///
/// - The page's own file is told by its first line and read by columns; its copied text is told by its link and refused.
/// - Pages and web archives are told by their content; of them what is seen is read.
/// - Before a label only the beginning of a line or cell, numbering, or a bracket may stand; another word in the cell is
///   [`DoubtKind::Label`], and inside a list or path (甲、乙; 甲 > 乙) no label is found. Behind it may stand a blank, one of
///   `: = | , ; " '`, a number, or another label. The longest spelling that fits wins.
/// - A bracket behind a label is the portal's threshold, and no number in a bracket is ever a value. A bracket is the
///   innermost one of its kind, and holds at most 64 signs: a mark that is never closed must not swallow the page.
/// - Behind a number only a unit, a bracket of known meaning, a full stop, another label or the end of the line may stand; anything
///   else on the line is a doubt. Anything that begins with 0 and another digit is no number.
/// - A number on a later line than its label must stand alone on that line, and the order of the whole text must tell
///   that numbers stand behind their labels. Numbers of rows are told by their order.
/// - A comma between two digits is refused ([`HoursProblem::NotANumber`]) unless commas part cells there.
/// - A line that names the columns of a list of courses begins one: its courses are summed into inputs, never into rows.
/// - A row that stands there twice: blank gives way to anything, the same hours stay, different hours are
///   [`Found::Differs`], and a doubt or a number that cannot be used stays in sight beside hours.
///
/// # Errors
/// One [`Refusal`], the first that fits of too long, archive, empty, not text, no row. A text that is too long is not looked at.
pub fn read(text: &str, labels: &Labels) -> Result<Reading, Refusal> {
    if text.len() > MAX_PAGE_BYTES {
        return Err(Refusal::TooLong);
    }
    let page;
    let text = if archive::is_archive(text) {
        page = text_of_page(&archive::page_of(text).ok_or(Refusal::Archive)?);
        &page
    } else if is_page(text) {
        if text.encode_utf16().count() == MAX_UNITS {
            return Err(Refusal::TooLong);
        }
        page = text_of_page(text);
        &page
    } else {
        text
    };
    check_text(text)?;
    if let Some(read) = own::read(text) {
        return read;
    }
    if own::is_copied(text) {
        return Err(Refusal::OwnText);
    }
    let mut text = fold::folded(text);
    let mut reading = Reading {
        is_of_other_year: years::are_others(&text, labels.topics.today),
        ..Reading::default()
    };
    if let Some(rest) = courses::take(&text, &labels.topics, &mut reading) {
        text = rest;
    }
    let tokens = tokens::tokens(&text, labels);
    for rows::Place { label, found, .. } in rows::places(&tokens) {
        reading.add(label.row, found, label.threshold);
    }
    if reading.is_empty() {
        return Err(Refusal::NoRow);
    }
    Ok(reading)
}

impl Reading {
    /// The points for the reader to look at although there is no doubt about a number (提示).
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
        if hours > 0 && self.is_of_other_year {
            remarks.push(Remark::OtherYear);
        }
        remarks
    }

    fn is_empty(&self) -> bool {
        let has_rows = self.rows.iter().any(|found| *found != Found::No);
        !has_rows && self.inputs.is_empty() && self.others.is_empty() && self.courses.is_empty()
    }

    /// Takes in what was found at one more place.
    fn add(&mut self, row: PortalRow, found: Found, threshold: Option<Hours>) {
        if let Some(place) = self.rows.get_mut(row.index()) {
            *place = std::mem::take(place).and(found);
        }
        if let Some(place) = self.thresholds.get_mut(row.index()) {
            *place = place.or(threshold);
        }
    }

    /// Takes in what was found of hours that no row shows.
    fn add_input(&mut self, id: &str, found: Found) {
        if let Some(input) = self.inputs.iter_mut().find(|input| input.id == id) {
            input.found = std::mem::take(&mut input.found).and(found);
        } else if self.inputs.len() < MAX_INPUTS {
            let id = id.to_owned();
            self.inputs.push(Input { id, found });
        }
    }

    /// Takes in a field without hours; of two lines with the same name the first counts.
    fn add_other(&mut self, other: OtherField) {
        let is_new = self.others.iter().all(|it| it.name != other.name);
        if is_new && self.others.len() < MAX_INPUTS {
            self.others.push(other);
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
    /// The finding from two places together.
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
    // Each unit takes three bytes at most.
    if text.len() > MAX_UNITS * 3 || text.encode_utf16().count() >= MAX_UNITS {
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
