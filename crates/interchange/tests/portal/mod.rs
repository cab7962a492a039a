//! The portal's labels as the content spells them, and what is true of the reading of any text at all.
//!
//! The fuzz target includes this file: what it looks for is what the tests replay.

use hours::typed::digit;
use hours::{Date, Hours, PortalRow, parse_hours};
use interchange::{Found, Labels, Reading, Refusal, is_page, read};

/// The labels and their other spellings as `content/guide.toml` has them.
pub(crate) const SPELLINGS: [(PortalRow, &str); 15] = [
    (PortalRow::Total, "總學習時數"),
    (PortalRow::Total, "通通總學習時數"),
    (PortalRow::Digital, "數位課程總學習時數"),
    (PortalRow::InPerson, "實體課程總學習時數"),
    (PortalRow::Blended, "混成課程總學習時數"),
    (PortalRow::OfficialLeave, "自行申請公假學習總時數"),
    (PortalRow::BusinessRelated, "與業務相關總學習時數"),
    (PortalRow::GenderBasic, "性別主流化基礎課程 總學習總時數"),
    (PortalRow::GenderBasic, "性別主流化基礎課程總學習時數"),
    (PortalRow::GenderAdvanced, "性別主流化進階課程 總學習總時數"),
    (PortalRow::GenderAdvanced, "性別主流化進階課程總學習時數"),
    (PortalRow::Mandatory, "每年必須完成之課程總學習時數(10小時)"),
    (PortalRow::Policy, "當前政府重大政策(1小時)"),
    (PortalRow::Environment, "環境教育(4小時)"),
    (
        PortalRow::Governance,
        "性別主流化、廉政與服務倫理、人權教育、行政中立、多元族群文化、公民參與(5小時)",
    ),
];

/// The same, prepared for matching.
pub(crate) fn labels() -> Labels {
    let mut labels = Labels::default();
    for (row, spelling) in SPELLINGS {
        labels.add(row, spelling);
    }
    labels
}

/// Reads a text, and checks on the way what must be true of every text.
#[track_caller]
pub(crate) fn read_checked(text: &str) -> Result<Reading, Refusal> {
    let labels = labels();
    let reading = read(text, &labels);
    assert_eq!(reading, read(text, &labels), "read twice");

    // Of a page the text is seen, and what other brackets hold is no matter either.
    let is_plain = !is_made_of_markup(text)
        && !text.contains([
            '[', '{', '〔', '【', '〖', '《', '〈', '「', '『', '［', '｛', '#',
        ]);
    if is_plain {
        let other = read(&with_other_brackets(text), &labels);
        assert_eq!(
            reading.clone().map(|reading| reading.rows),
            other.map(|other| other.rows),
            "numbers in brackets are no values"
        );
    }

    if let Ok(reading) = &reading {
        for found in &reading.rows {
            match found {
                Found::Hours(hours) => assert!(*hours <= Hours::MAX),
                Found::Differs(first, second) => {
                    assert!(*first <= Hours::MAX && *second <= Hours::MAX && first != second);
                }
                Found::Doubt(doubt) => {
                    assert!(doubt.numbers.iter().all(|hours| *hours <= Hours::MAX))
                }
                Found::No | Found::Blank | Found::Unusable(_) => {}
            }
        }
        if !is_made_of_markup(text) {
            let mut numbers = numbers_in(text);
            // In the page's own file a spreadsheet may have written a comma for the point.
            if text.contains("learning-hours-guide") {
                numbers.extend(numbers_in(&text.replace(',', ".")));
            }
            for number in reading.rows.iter().flat_map(numbers_of) {
                assert!(numbers.contains(&number), "{number} stands in the text");
            }
        }
        for (found, threshold) in reading.rows.iter().zip(reading.thresholds) {
            assert!(threshold.is_none_or(|hours| hours <= Hours::MAX && *found != Found::No));
        }
        let has_rows = reading.rows.iter().any(|found| *found != Found::No);
        assert!(has_rows || !reading.courses.is_empty());
    }
    reading
}

/// The labels, an input and categories: one that counts in it and one that counts nowhere.
#[allow(dead_code, reason = "not every test reads lists of courses")]
pub(crate) fn labels_with_topics() -> Labels {
    let mut labels = labels();
    labels.add_input("human-rights", "人權教育");
    labels.add_input("security", "資通安全通識");
    labels.add_category(&[(522, 522)], ["資通安全通識"], Some("security"));
    labels.add_category(&[(523, 523), (336, 345)], ["資通安全專業"], None);
    labels.set_today(Date::new(2026, 11, 29).ok());
    labels
}

/// Reads a text that may hold lists of courses, and checks on the way what must be true of every one.
#[allow(dead_code, reason = "not every test reads lists of courses")]
#[track_caller]
pub(crate) fn read_courses_checked(text: &str) -> Result<Reading, Refusal> {
    let labels = labels_with_topics();
    let reading = read(text, &labels);
    assert_eq!(reading, read(text, &labels), "read twice");
    let Ok(found) = &reading else { return reading };
    for (course, place) in found.courses.iter().zip(1..) {
        assert_eq!(course.place, place);
        if let Ok((id, hours)) = &course.counted {
            assert!(*hours <= Hours::MAX && ["security", "human-rights"].contains(&&**id));
            assert!(course.code.is_none_or(|code| code == 522));
            assert!(
                is_made_of_markup(text) || numbers_in(text).contains(hours),
                "{hours} stands in the text"
            );
        }
    }
    if !found.courses.is_empty() {
        for input in &found.inputs {
            let counted = found
                .courses
                .iter()
                .filter_map(|course| course.counted.as_ref().ok());
            let of_input = counted.filter(|(id, _)| *id == input.id);
            let sum = of_input.fold(Hours::default(), |sum, (_, hours)| {
                sum.saturating_add(*hours)
            });
            assert_eq!(input.found, Found::Hours(sum), "the sum of what counts");
        }
    }
    reading
}

/// Whether what is seen of a text may be another than its signs: a page, or an archive of one.
fn is_made_of_markup(text: &str) -> bool {
    is_page(text) || text.to_ascii_lowercase().contains("mime-version")
}

/// The numbers that stand in a text, each with all its digits.
fn numbers_in(text: &str) -> Vec<Hours> {
    let seen: String = text
        .chars()
        .filter(|c| c.is_whitespace() || !hours::typed::is_blank(*c))
        .map(hours::typed::half_width)
        .map(|c| if c == '\u{FE52}' { '.' } else { c })
        .collect();
    let runs = seen.split(|c: char| !c.is_ascii_digit() && c != '.');
    runs.filter_map(|run| parse_hours(run).ok().flatten())
        .collect()
}

/// The hours that a reading gives or offers for a row.
fn numbers_of(found: &Found) -> Vec<Hours> {
    match found {
        Found::No | Found::Blank | Found::Unusable(_) => Vec::new(),
        Found::Hours(hours) => vec![*hours],
        Found::Differs(first, second) => vec![*first, *second],
        Found::Doubt(doubt) => doubt.numbers.clone(),
    }
}

/// The text with other digits in its brackets: the innermost ones, of at most 64 signs.
fn with_other_brackets(text: &str) -> String {
    let mut other = String::new();
    let mut opened: Option<usize> = None;
    for c in text.chars() {
        match c {
            '(' | '（' => opened = Some(other.len()),
            ')' | '）' => {
                if let Some(start) = opened.take() {
                    let inside = other.split_off(start);
                    let signs = inside.chars().filter(|c| !hours::typed::is_blank(*c));
                    if signs.count() <= 65 {
                        other.extend(inside.chars().map(other_digit));
                    } else {
                        other.push_str(&inside);
                    }
                }
            }
            _ => {}
        }
        other.push(c);
    }
    other
}

/// Another digit of the same width; any other sign as it is.
fn other_digit(c: char) -> char {
    match digit(c) {
        Some(_) if c.is_ascii() => '7',
        Some(_) => '７',
        None => c,
    }
}
