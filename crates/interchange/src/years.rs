//! The years (年度) that a text names, to tell a table of another year.

use hours::Date;

/// Whether a folded text names years, as in 114年度 or 2025 年, and the year of this day is not among them.
pub(crate) fn are_others(text: &str, today: Option<Date>) -> bool {
    let Some(today) = today else { return false };
    let mut named = years(text).peekable();
    named.peek().is_some() && named.all(|year| year != today.year)
}

/// The years that stand before 年; of three digits they are 民國 ones.
fn years(text: &str) -> impl Iterator<Item = u16> {
    text.match_indices('年').filter_map(|(at, _)| {
        let before = text.get(..at)?.trim_end_matches(' ');
        let word = before.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = before.get(word.len()..)?;
        let year: u16 = digits.parse().ok()?;
        match (digits.len(), year) {
            (3, 100..=199) => year.checked_add(1911),
            (4, 2000..=2199) => Some(year),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_other_years_is_told_from_one_of_this_year() {
        let today = Date::new(2026, 11, 29).ok();
        #[track_caller]
        fn check(text: &str, today: Option<Date>, expect: bool) {
            assert_eq!(are_others(text, today), expect, "{text}");
        }
        for text in [
            "114年度學習時數",
            "114 年",
            "2025年",
            "113年、114年",
            "民國114年12月31日",
        ] {
            check(text, today, true);
            check(text, None, false);
        }
        for text in [
            "",
            "環境教育 4",
            "115年度學習時數",
            "114年、115年",
            "2026 年",
            "每年必須完成",
            "3年",
            "99999年",
            "114/11/20",
            "1年114",
        ] {
            check(text, today, false);
        }
    }
}
