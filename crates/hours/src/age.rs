//! How far a fact can still be relied on (資料的時效), by the day on which somebody confirmed or saw it.

use crate::Date;

/// How far a fact can still be relied on (時效), the worst last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    /// It was confirmed or seen this year (今年確認).
    ThisYear,
    /// It was confirmed or seen before this year began (往年確認).
    EarlierYear,
    /// That is more than a year ago (逾一年).
    OverAYear,
    /// The law has changed since (確認後法規已修正).
    LawChanged,
}

impl Age {
    /// How old a fact is on a day: `seen` is when it was confirmed or seen, `law_changed` when the law behind it was changed last.
    #[must_use]
    pub fn of(seen: Date, law_changed: Option<Date>, today: Date) -> Self {
        let month_day = |date: Date| (date.month, date.day);
        let years = today.year.saturating_sub(seen.year);
        match years {
            _ if law_changed.is_some_and(|changed| changed > seen) => Self::LawChanged,
            0 => Self::ThisYear,
            1 if month_day(today) <= month_day(seen) => Self::EarlierYear,
            _ => Self::OverAYear,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_is_of_this_year_of_an_earlier_one_over_a_year_old_or_overtaken_by_a_law() {
        #[track_caller]
        fn check(seen: (u32, u32, u32), law: Option<(u32, u32, u32)>, expect: Age) {
            let day = |(year, month, day)| Date::new(year, month, day).expect("a day");
            let today = day((2026, 3, 1));
            assert_eq!(Age::of(day(seen), law.map(day), today), expect, "{seen:?}");
        }
        check((2026, 3, 1), None, Age::ThisYear);
        check((2026, 1, 1), None, Age::ThisYear);
        check((2025, 12, 31), None, Age::EarlierYear);
        check((2025, 3, 1), None, Age::EarlierYear);
        check((2025, 2, 28), None, Age::OverAYear);
        check((2018, 12, 31), None, Age::OverAYear);
        // A day that has not come yet is no age; the check of the content refuses it.
        check((2027, 1, 1), None, Age::ThisYear);
        check((2026, 2, 1), Some((2026, 2, 2)), Age::LawChanged);
        check((2026, 2, 2), Some((2026, 2, 2)), Age::ThisYear);
        check((2025, 12, 1), Some((2025, 9, 24)), Age::EarlierYear);
    }

    #[test]
    fn of_several_facts_the_worst_speaks() {
        let ages = [Age::OverAYear, Age::ThisYear, Age::EarlierYear];
        assert_eq!(ages.into_iter().max(), Some(Age::OverAYear));
        assert!(Age::LawChanged > Age::OverAYear);
    }
}
