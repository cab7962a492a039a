//! Working days (工作日): how long hours take to show up, and by which day a course must be finished.

use crate::Date;

/// A day of every year (每年某日), such as a cut-off on 12-31.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct YearDay {
    /// Month (月), 1 to 12.
    pub month: u8,
    /// Day of the month (日), 1 to 31.
    pub day: u8,
}

impl YearDay {
    /// This day in a Western year (該年該日), if that year has it.
    #[must_use]
    pub fn in_year(self, year: u16) -> Option<Date> {
        Date::new(year.into(), self.month.into(), self.day.into()).ok()
    }
}

/// The official calendar (政府行政機關辦公日曆), as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Workdays {
    /// Weekdays off (平日放假日), in any order. Make-up Saturdays (補班) are not known here; there are none in 115 and 116.
    pub holidays: Vec<Date>,
    /// The last day that the list covers (涵蓋至); none where there is no list.
    pub covers_until: Option<Date>,
}

/// A day that was counted to (推算日).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The day.
    pub day: Date,
    /// Whether the calendar covers every day that was counted; else only weekends were left out.
    pub is_covered: bool,
}

impl Workdays {
    /// Whether people work on that day (上班日).
    #[must_use]
    pub fn is_working(&self, day: Date) -> bool {
        (1..=5).contains(&day.weekday()) && !self.holidays.contains(&day)
    }

    /// The day on which hours show that take so many working days from the day after (幾個工作日之後).
    ///
    /// `None` beyond the last year that is known.
    #[must_use]
    pub fn after(&self, day: Date, working_days: u8) -> Option<Counted> {
        let mut day = day;
        let mut left = working_days;
        while left > 0 {
            day = day.next()?;
            left -= u8::from(self.is_working(day));
        }
        Some(self.counted(day, day))
    }

    /// The latest day on which a course may be finished so that its hours show by the deadline (最遲完成日).
    ///
    /// It is the latest day from which [`Workdays::after`] leads no further than the deadline, so it may itself be a day off.
    #[must_use]
    pub fn latest(&self, deadline: Date, working_days: u8) -> Option<Counted> {
        let mut day = deadline;
        let mut left = working_days;
        while left > 0 {
            left -= u8::from(self.is_working(day));
            day = day.previous()?;
        }
        Some(self.counted(day, deadline))
    }

    fn counted(&self, day: Date, last: Date) -> Counted {
        Counted {
            day,
            is_covered: self.covers_until.is_some_and(|end| last <= end),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::parse_date;

    fn date(text: &str) -> Date {
        parse_date(text).expect(text).expect(text).0
    }

    /// The end of 2026 and the turn of the year.
    fn workdays() -> Workdays {
        Workdays {
            holidays: ["2026-12-25", "2027-01-01"].map(date).to_vec(),
            covers_until: Some(date("2027-12-31")),
        }
    }

    #[test]
    fn weekends_and_holidays_are_no_working_days() {
        #[track_caller]
        fn check(day: &str, expect: bool) {
            assert_eq!(workdays().is_working(date(day)), expect, "{day}");
        }
        check("2026-11-23", true);
        check("2026-11-22", false);
        check("2026-11-21", false);
        check("2026-12-25", false);
        check("2026-12-24", true);
    }

    #[test]
    fn hours_show_after_so_many_working_days() {
        #[track_caller]
        fn check(finished: &str, days: u8, expect: &str, is_covered: bool) {
            let counted = workdays().after(date(finished), days).expect(finished);
            assert_eq!(
                counted,
                Counted {
                    day: date(expect),
                    is_covered
                }
            );
        }
        check("2026-11-23", 0, "2026-11-23", true);
        check("2026-11-23", 4, "2026-11-27", true);
        check("2026-11-24", 4, "2026-11-30", true);
        check("2026-11-21", 1, "2026-11-23", true);
        check("2026-12-24", 1, "2026-12-28", true);
        check("2026-12-31", 1, "2027-01-04", true);
        // Past the list only weekends are left out, and it is said.
        check("2027-12-31", 1, "2028-01-03", false);
    }

    #[test]
    fn the_latest_day_still_reaches_the_deadline() {
        #[track_caller]
        fn check(deadline: &str, days: u8, expect: &str, is_covered: bool) {
            let counted = workdays().latest(date(deadline), days).expect(deadline);
            assert_eq!(
                counted,
                Counted {
                    day: date(expect),
                    is_covered
                }
            );
        }
        check("2026-12-31", 0, "2026-12-31", true);
        check("2026-12-31", 1, "2026-12-30", true);
        // 12-31, 12-30, 12-29 and 12-28 are worked on; a course may still be finished on the Sunday before.
        check("2026-12-31", 4, "2026-12-27", true);
        check("2026-12-31", 5, "2026-12-23", true);
        check("2026-11-30", 4, "2026-11-24", true);
        check("2028-12-31", 1, "2028-12-28", false);
    }

    #[test]
    fn a_day_of_the_year_is_found_where_the_year_has_it() {
        let leap_day = YearDay { month: 2, day: 29 };
        assert_eq!(leap_day.in_year(2028), Some(date("2028-02-29")));
        assert_eq!(leap_day.in_year(2027), None);
        assert_eq!(YearDay { month: 12, day: 31 }.in_year(1), None);
    }

    #[test]
    fn no_calendar_covers_nothing() {
        let none = Workdays::default();
        let counted = none.latest(date("2026-12-31"), 4).expect("a day");
        assert_eq!(
            counted,
            Counted {
                day: date("2026-12-27"),
                is_covered: false
            }
        );
        assert_eq!(none.after(date("2110-12-31"), 1), None);
        assert_eq!(none.latest(date("1912-01-01"), 9), None);
    }

    proptest! {
        #[test]
        fn the_latest_day_is_the_last_from_which_hours_come_in_time(
            year in 1_950..2_100_u32, month in 1..=12_u32, day in 1..=28_u32, days in 0..60_u8,
        ) {
            let workdays = workdays();
            let deadline = Date::new(year, month, day).expect("a day");
            let latest = workdays.latest(deadline, days).expect("a day").day;
            prop_assert!(workdays.after(latest, days).expect("a day").day <= deadline);
            let later = latest.next().expect("a day");
            prop_assert!(workdays.after(later, days).expect("a day").day > deadline);
        }
    }
}
