//! The spellings of the rows' labels (列名), prepared for matching, and the matching.

use hours::PortalRow;

use crate::signs::{folded, is_passed_over};

/// The spellings of the twelve rows' labels (列名), prepared for matching.
///
/// A row may have several spellings; the same spelling should not stand for two rows, else the first of them wins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    spellings: Vec<Label>,
    /// A bit for the first sign of each spelling: most places of a text are passed by with one look.
    firsts: u64,
}

/// One spelling of a row's label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) row: PortalRow,
    /// Half-width and in small letters, without blanks, the marks of lists, and brackets; never none.
    signs: Vec<char>,
}

impl Labels {
    /// Adds a spelling of a row (新增寫法); what stands in brackets is not part of it: `環境教育(4小時)` is `環境教育`.
    pub fn add(&mut self, row: PortalRow, spelling: &str) {
        let mut signs = Vec::new();
        let mut in_bracket = false;
        for c in spelling.chars() {
            match folded(c) {
                '(' => in_bracket = true,
                ')' => in_bracket = false,
                sign if !in_bracket && !is_passed_over(c) => signs.push(sign),
                _ => {}
            }
        }
        // A spelling of nothing would fit everywhere.
        if let Some(first) = signs.first() {
            self.firsts |= bit(*first);
            self.spellings.push(Label { row, signs });
        }
    }

    /// The longest spelling that the text begins with, and the text behind it.
    pub(crate) fn longest<'t>(&self, text: &'t str) -> Option<(&Label, &'t str)> {
        // Blanks are passed over inside a label only, so a long run of them never again from each of its places.
        let first = folded(text.chars().next()?);
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
        longest
    }

    /// Whether another spelling ends with this one, so that other words before it may be the beginning of a label.
    pub(crate) fn is_ending(&self, label: &Label) -> bool {
        let signs = label.signs.as_slice();
        self.spellings
            .iter()
            .any(|other| other.signs.len() > signs.len() && other.signs.ends_with(signs))
    }
}

/// The bit of a sign among 64; others share it.
fn bit(sign: char) -> u64 {
    let code = u32::from(sign);
    // Folded once, because the digits, of which a page has many, else share theirs with labels.
    1 << ((code ^ (code >> 8)) % 64)
}

/// What follows these prepared signs, if the text begins with them; blanks and marks of lists in it do not count.
pub(crate) fn strip<'t>(text: &'t str, signs: &[char]) -> Option<&'t str> {
    let mut rest = text.chars();
    for sign in signs {
        loop {
            let c = rest.next()?;
            if folded(c) == *sign {
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
        let signs: String = labels
            .spellings
            .iter()
            .flat_map(|label| &label.signs)
            .collect();
        assert_eq!(signs, prepared);
    }

    #[test]
    fn a_spelling_is_prepared_without_blanks_marks_and_brackets() {
        check("環境教育(4小時)", "環境教育");
        check("環境教育（４小時）", "環境教育");
        check(
            " 性別主流化、基礎，課程・總\u{200B}時數 ",
            "性別主流化基礎課程總時數",
        );
        check("Total Ｈours (all)", "totalhours");
        check("環境教育(4小時", "環境教育");
    }

    #[test]
    fn a_spelling_of_nothing_is_no_label() {
        for nothing in ["", " \t", "(4小時)", "、，"] {
            let mut labels = Labels::default();
            labels.add(PortalRow::Total, nothing);
            assert_eq!(labels, Labels::default(), "{nothing:?}");
        }
    }

    #[test]
    fn the_longest_spelling_wins_in_any_order() {
        for spellings in [["總時數", "總時數甲乙"], ["總時數甲乙", "總時數"]] {
            let mut labels = Labels::default();
            for spelling in spellings {
                labels.add(PortalRow::Total, spelling);
            }
            let (label, behind) = labels.longest("總 時數甲\n乙丙").unwrap();
            assert_eq!(
                (String::from_iter(&label.signs).as_str(), behind),
                ("總時數甲乙", "丙")
            );
        }
    }
}
