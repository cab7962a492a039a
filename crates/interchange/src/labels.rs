//! The spellings of the rows' labels (列名), prepared for matching, and the matching.

use hours::{Date, Hours, PortalRow, parse_hours};

use crate::courses::Topics;
use crate::fold::folded;

/// Names that were changed, and the new ones: the portal's rows and the tables that people keep may say either.
/// 性別主流化訓練 became 性別平等訓練 in 112 (2023).
const RENAMED: [(&str, &str); 1] = [("性別主流化", "性別平等")];

/// A topic that some tables add to the row of topics, since it is one of those of e等公務園+.
const ADDED_TOPIC: &str = "轉型正義";

/// So many topics in one label are the row of topics.
const MANY_TOPICS: usize = 5;

/// The spellings of the twelve rows' labels (列名), prepared for matching.
///
/// A row may have several spellings; the same spelling should not stand for two rows, else the first of them wins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    spellings: Vec<Label>,
    /// The threshold in the bracket of each row's spellings; the first readable one.
    thresholds: [Option<Hours>; 12],
    /// The categories that courses in a list may have.
    pub(crate) topics: Topics,
    /// A bit for the first sign of each spelling: most places of a text are passed by with one look.
    firsts: u64,
}

/// One spelling of a row's label.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Label {
    row: PortalRow,
    /// Folded, without blanks, the marks of lists, and brackets; never none.
    signs: Vec<char>,
}

/// A label found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Match<'t> {
    pub(crate) row: PortalRow,
    /// The text behind the label.
    pub(crate) behind: &'t str,
    /// Whether it goes on behind the end of a line or cell with what is a label of another row as well.
    pub(crate) is_torn: bool,
}

impl Labels {
    /// Adds a spelling of a row (新增寫法); what stands in brackets is not part of it: `環境教育(4小時)` is `環境教育`.
    ///
    /// The other names of topics that are known by both come with it: 性別主流化 and 性別平等, with and without 總學習總時數
    /// behind 課程, and the list of topics with 轉型正義 in it.
    pub fn add(&mut self, row: PortalRow, spelling: &str) {
        let spelling = folded(spelling);
        let mut name = String::new();
        let mut bracket = String::new();
        let mut in_bracket = false;
        for c in spelling.chars() {
            match c {
                '(' => in_bracket = true,
                ')' => in_bracket = false,
                _ if in_bracket => bracket.push(c),
                _ => name.push(c),
            }
        }
        if let Some(threshold) = self.thresholds.get_mut(row.index()) {
            *threshold = threshold.or(parse_hours(&bracket).ok().flatten());
        }
        for name in names(&name) {
            self.add_name(row, &name);
        }
    }

    /// Adds an input that no row shows (另填時數): courses in a list whose category is called like it count in it.
    pub fn add_input(&mut self, id: &str, name: &str) {
        self.topics.add_input(id, name);
    }

    /// Adds a category of courses (課程類別) by its codes and names; without an input it counts in none.
    pub fn add_category<'a>(
        &mut self,
        codes: &[(u32, u32)],
        names: impl IntoIterator<Item = &'a str>,
        input: Option<&str>,
    ) {
        self.topics.add_category(codes, names, input);
    }

    /// The day of the reader (今天): of a list only courses of its year and up to it count.
    pub fn set_today(&mut self, today: Option<Date>) {
        self.topics.today = today;
    }

    fn add_name(&mut self, row: PortalRow, name: &str) {
        let signs: Vec<char> = name.chars().filter(|c| !is_passed_over(*c)).collect();
        // A spelling of nothing would fit everywhere.
        let Some(first) = signs.first() else {
            return;
        };
        self.firsts |= bit(*first);
        let label = Label { row, signs };
        if !self.spellings.contains(&label) {
            self.spellings.push(label);
        }
    }

    /// The threshold that the spellings of a row hold.
    pub(crate) fn threshold(&self, row: PortalRow) -> Option<Hours> {
        self.thresholds.get(row.index()).copied().flatten()
    }

    /// The longest spelling that the folded text begins with.
    pub(crate) fn longest<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        // Blanks are passed over inside a label only, so a long run of them never again from each of its places.
        let first = text.chars().next()?;
        if self.firsts & bit(first) == 0 {
            return None;
        }
        let mut longest: Option<(&Label, &str)> = None;
        for label in &self.spellings {
            if label.signs.first() == Some(&first)
                && longest.is_none_or(|(other, _)| other.signs.len() < label.signs.len())
                && let Some(behind) = strip(text, &label.signs)
            {
                longest = Some((label, behind));
            }
        }
        let (label, behind) = longest?;
        let inside = text.get(..text.len() - behind.len()).unwrap_or_default();
        Some(Match {
            row: label.row,
            behind,
            is_torn: self.is_torn(label.row, inside),
        })
    }

    /// Whether a part of a label that begins a line or cell is a label of another row.
    fn is_torn(&self, row: PortalRow, inside: &str) -> bool {
        inside.split(['\n', '\t']).skip(1).any(|part| {
            let part = part.trim_start_matches(' ');
            self.spellings
                .iter()
                .any(|label| label.row != row && strip(part, &label.signs).is_some())
        })
    }
}

/// A name and the other names of the same row.
fn names(name: &str) -> Vec<String> {
    let mut names = vec![name.to_owned()];
    for (old, new) in RENAMED {
        if name.contains(old) {
            names.push(name.replace(old, new));
            if let Some((course, _)) = name.split_once("課程") {
                let course = format!("{course}課程");
                names.push(course.replace(old, new));
                names.push(course);
            }
        }
    }
    for name in names.clone() {
        let topics: Vec<&str> = name.split('、').collect();
        if topics.len() >= MANY_TOPICS {
            for place in 0..=topics.len() {
                let mut topics = topics.clone();
                topics.insert(place, ADDED_TOPIC);
                names.push(topics.concat());
            }
        }
    }
    names
}

/// Whether a sign inside a label does not count: blanks, because labels wrap, and the marks of lists.
fn is_passed_over(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n') || is_list_mark(c)
}

/// Whether a sign parts the items of a list.
pub(crate) fn is_list_mark(c: char) -> bool {
    matches!(c, '、' | ',' | '・' | '·' | '‧' | '･')
}

/// The bit of a sign among 64; others share it.
fn bit(sign: char) -> u64 {
    let code = u32::from(sign);
    // Folded once, because the digits, of which a page has many, else share theirs with labels.
    1 << ((code ^ (code >> 8)) % 64)
}

/// The text behind these prepared signs, if it begins with them; blanks and marks of lists in it do not count.
fn strip<'t>(text: &'t str, signs: &[char]) -> Option<&'t str> {
    let mut rest = text.chars();
    for sign in signs {
        loop {
            let c = rest.next()?;
            if c == *sign {
                break;
            }
            if !is_passed_over(c) {
                return None;
            }
        }
    }
    Some(rest.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(spelling: &str, prepared: &str) {
        let mut labels = Labels::default();
        labels.add(PortalRow::Total, spelling);
        let spelled = |label: &Label| String::from_iter(&label.signs);
        let spellings: Vec<String> = labels.spellings.iter().map(spelled).collect();
        assert_eq!(spellings.join(" "), prepared);
    }

    #[test]
    fn a_spelling_is_prepared_without_blanks_marks_and_brackets() {
        check("環境教育(4小時)", "環境教育");
        check("環境教育（４小時）", "環境教育");
        check(" 甲、乙，課程・總\u{200B}時數 ", "甲乙課程總時數");
        check("Total Ｈours (all)", "totalhours");
        check("環境教育(4小時", "環境教育");
    }

    #[test]
    fn the_other_names_of_a_row_come_with_it() {
        check(
            "性別主流化基礎課程 總學習總時數",
            "性別主流化基礎課程總學習總時數 性別平等基礎課程總學習總時數 性別平等基礎課程 性別主流化基礎課程",
        );
        check(
            "甲、乙、丙、丁、戊",
            "甲乙丙丁戊 轉型正義甲乙丙丁戊 甲轉型正義乙丙丁戊 甲乙轉型正義丙丁戊 甲乙丙轉型正義丁戊 甲乙丙丁轉型正義戊 甲乙丙丁戊轉型正義",
        );
        check("甲、乙", "甲乙");
    }

    #[test]
    fn a_spelling_of_nothing_is_no_label() {
        for nothing in ["", " \t", "(4小時)", "、，"] {
            let mut labels = Labels::default();
            labels.add(PortalRow::Total, nothing);
            assert_eq!(labels.spellings, [], "{nothing:?}");
        }
    }

    #[test]
    fn the_bracket_of_a_spelling_is_the_threshold() {
        let mut labels = Labels::default();
        labels.add(PortalRow::Environment, "環境教育（４小時）");
        labels.add(PortalRow::Environment, "環境(5小時)");
        labels.add(PortalRow::Total, "總時數(全部)");
        assert_eq!(
            labels.threshold(PortalRow::Environment),
            Some(Hours::from_whole(4))
        );
        assert_eq!(labels.threshold(PortalRow::Total), None);
    }

    #[test]
    fn the_longest_spelling_wins_in_any_order() {
        for spellings in [["總時數", "總時數甲乙"], ["總時數甲乙", "總時數"]] {
            let mut labels = Labels::default();
            for spelling in spellings {
                labels.add(PortalRow::Total, spelling);
            }
            let found = labels.longest("總 時數甲\n乙丙").unwrap();
            assert_eq!((found.behind, found.is_torn), ("丙", false));
        }
    }

    #[test]
    fn a_label_torn_by_a_label_of_another_row_is_told() {
        let mut labels = Labels::default();
        labels.add(PortalRow::Total, "總時數");
        labels.add(PortalRow::Digital, "數位總時數");
        for (text, is_torn) in [
            ("數位總時數", false),
            ("數位 總時數", false),
            ("數位\n總時數", true),
            ("數位\t 總時數", true),
            ("數位總\n時數", false),
        ] {
            let found = labels.longest(text).unwrap();
            assert_eq!(
                (found.row, found.is_torn),
                (PortalRow::Digital, is_torn),
                "{text:?}"
            );
        }
    }
}
