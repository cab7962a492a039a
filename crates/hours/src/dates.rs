//! Dates in the Western and the 民國 calendar, one written as the other.
//!
//! The form of the manual (設定Email) asks for a birthday and for the day one took up the present post.
//! Its label says 「請輸入民國年YYMMDD」, six characters, but its example `0610101` has seven: the year of the 民國 calendar in
//! three digits, the month and the day in two each.
//! The year 民國 1 is 1912, so the Western year is 1,911 more.

use std::fmt::{self, Display, Formatter};

use crate::typed::{is_blank, split_digits, strip_mark, trim, value};

/// The year before 民國 1 (民國元年前一年).
const YEAR_BEFORE_MINGUO: u32 = 1_911;

/// The last year that is read, 民國 199; a later one is a slip of the fingers.
const LAST_MINGUO_YEAR: u32 = 199;

/// A day that exists (日期), by the Western calendar, from 1912-01-01 to 2110-12-31.
///
/// It comes from [`Date::new`] or [`parse_date`] only, so that both ways of writing it always have their full width.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(
    feature = "serde",
    serde(into = "(u32, u32, u32)", try_from = "(u32, u32, u32)")
)]
#[non_exhaustive]
pub struct Date {
    /// Western year (西元年), 1912 to 2110.
    pub year: u16,
    /// Month (月), 1 to 12.
    pub month: u8,
    /// Day of the month (日), 1 to 31.
    pub day: u8,
}

impl Date {
    /// The day with this Western year, month and day (西元年、月、日).
    ///
    /// # Errors
    /// [`DateProblem::OutOfRange`] or [`DateProblem::NoSuchDay`]; the year is looked at first.
    pub fn new(year: u32, month: u32, day: u32) -> Result<Self, DateProblem> {
        let minguo_year = year.saturating_sub(YEAR_BEFORE_MINGUO);
        if !(1..=LAST_MINGUO_YEAR).contains(&minguo_year) {
            return Err(DateProblem::OutOfRange);
        }
        if day < 1 || day > days_in_month(year, month) {
            return Err(DateProblem::NoSuchDay);
        }
        match (u16::try_from(year), u8::try_from(month), u8::try_from(day)) {
            (Ok(year), Ok(month), Ok(day)) => Ok(Self { year, month, day }),
            _ => Err(DateProblem::OutOfRange),
        }
    }
}

/// Year, month and day, as a file or a page holds them.
impl From<Date> for (u32, u32, u32) {
    fn from(date: Date) -> Self {
        (date.year.into(), date.month.into(), date.day.into())
    }
}

impl TryFrom<(u32, u32, u32)> for Date {
    type Error = DateProblem;

    fn try_from((year, month, day): (u32, u32, u32)) -> Result<Self, DateProblem> {
        Self::new(year, month, day)
    }
}

impl Date {
    /// The day of the week (星期), 0 for Sunday to 6 for Saturday.
    #[must_use]
    pub fn weekday(self) -> usize {
        // Sakamoto's method: what the months before add to the day of the week, the year beginning in March.
        const MONTHS: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let month = usize::from(self.month);
        let year = u32::from(self.year) - u32::from(month < 3);
        let months = MONTHS.get(month.wrapping_sub(1)).copied().unwrap_or(0);
        ((year + year / 4 - year / 100 + year / 400 + months + u32::from(self.day)) % 7) as usize
    }

    /// The day after (次日), if it can be written.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        let (year, month, day) = (
            u32::from(self.year),
            u32::from(self.month),
            u32::from(self.day),
        );
        let next = Self::new(year, month, day + 1);
        let next = next.or_else(|_| Self::new(year, month + 1, 1));
        next.or_else(|_| Self::new(year + 1, 1, 1)).ok()
    }

    /// The day before (前一日), if it can be written.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        let (year, month, day) = (
            u32::from(self.year),
            u32::from(self.month),
            u32::from(self.day),
        );
        let (year, month) = match (day, month) {
            (2.., _) => return Self::new(year, month, day - 1).ok(),
            (_, 2..) => (year, month - 1),
            _ => (year - 1, 12),
        };
        Self::new(year, month, days_in_month(year, month)).ok()
    }

    /// The year of the 民國 calendar (民國年).
    #[must_use]
    pub fn minguo_year(self) -> u32 {
        u32::from(self.year).saturating_sub(YEAR_BEFORE_MINGUO)
    }
}

/// By which calendar a date was written (曆法).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calendar {
    /// Western (西元).
    Western,
    /// 民國, counted from 1912.
    Minguo,
}

/// Why typed text is not a date (日期問題).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateProblem {
    /// It cannot be read as year, month and day (不是日期).
    NotADate,
    /// There is no such month or day (沒有這一天).
    NoSuchDay,
    /// It lies before 民國 1 or after 民國 199 (超出範圍).
    OutOfRange,
}

impl Display for DateProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotADate => "not a date",
            Self::NoSuchDay => "no such day",
            Self::OutOfRange => "not within the years 1912 to 2110",
        })
    }
}

impl std::error::Error for DateProblem {}

/// Reads a typed date (輸入的日期) and says by which calendar it was written; blank text is `Ok(None)`, not given.
///
/// Digits and marks may be full-width.
///
/// | Written | Read as |
/// | --- | --- |
/// | 8 digits, `19720101` | Western |
/// | 7 digits, `0610101` | 民國, as in the manual's example |
/// | 6 digits, `610101` | 民國 with a year of two digits, as in the manual's label |
/// | parted by `/`, `-`, `.`, 年月日 or spaces | Western from the year 1000 on, else 民國 |
///
/// Behind a date that is parted a weekday in brackets and a time may stand, as pages and spreadsheets write them: （五）, (星期五),
/// 08:36, T00:00:00. A weekday that is not that of the day is a problem: no such day.
///
/// 西元, 民國 or 中華民國 may stand before it; a year that cannot be of that calendar is then a problem, never read by the other one.
///
/// # Errors
/// One [`DateProblem`].
pub fn parse_date(text: &str) -> Result<Option<(Date, Calendar)>, DateProblem> {
    let text = trim(text);
    if text.is_empty() {
        return Ok(None);
    }
    let (said, text) = split_calendar(text);
    let (year, rest) = split_digits(text);
    let (written, weekday) = if rest.is_empty() {
        (parse_compact(year), None)
    } else {
        parse_parted(year, rest, said).map_or((None, None), |(it, weekday)| (Some(it), weekday))
    };
    let (year, month, day, written) = written.ok_or(DateProblem::NotADate)?;
    if said.is_some_and(|said| said != written) {
        return Err(DateProblem::NotADate);
    }
    let western_year = match written {
        Calendar::Western => year,
        Calendar::Minguo => match year {
            1..=LAST_MINGUO_YEAR => year + YEAR_BEFORE_MINGUO,
            _ => return Err(DateProblem::OutOfRange),
        },
    };
    let date = Date::new(western_year, month, day)?;
    match weekday {
        Some(weekday) if weekday != date.weekday() => Err(DateProblem::NoSuchDay),
        _ => Ok(Some((date, written))),
    }
}

/// The seven digits that the form of the manual asks for (民國七碼): `0610101` for 1972-01-01.
#[must_use]
pub fn minguo_digits(date: Date) -> String {
    let mut text = String::with_capacity(7);
    push_digits(&mut text, date.minguo_year(), 100);
    push_digits(&mut text, u32::from(date.month), 10);
    push_digits(&mut text, u32::from(date.day), 10);
    text
}

/// The date by the Western calendar (西元日期): `1972-01-01`.
#[must_use]
pub fn western(date: Date) -> String {
    let mut text = String::with_capacity(10);
    push_digits(&mut text, u32::from(date.year), 1_000);
    text.push('-');
    push_digits(&mut text, u32::from(date.month), 10);
    text.push('-');
    push_digits(&mut text, u32::from(date.day), 10);
    text
}

/// Year, month and day as written, and the calendar they are written by.
type Written = (u32, u32, u32, Calendar);

/// The calendar that is named before a date, and the date.
fn split_calendar(text: &str) -> (Option<Calendar>, &str) {
    for (name, calendar) in [
        ("中華民國", Calendar::Minguo),
        ("民國", Calendar::Minguo),
        ("西元", Calendar::Western),
    ] {
        if let Some(rest) = text.strip_prefix(name) {
            return (Some(calendar), trim(rest));
        }
    }
    (None, text)
}

/// Reads digits without anything between them; how many there are says the calendar.
fn parse_compact(digits: &str) -> Option<Written> {
    let calendar = match digits.chars().count() {
        8 => Calendar::Western,
        6 | 7 => Calendar::Minguo,
        _ => return None,
    };
    let number = value(digits);
    Some((number / 10_000, number / 100 % 100, number % 100, calendar))
}

/// Reads a date with marks or spaces between its parts, from behind the digits of the year on, and the weekday that stands behind it.
fn parse_parted(
    year: &str,
    rest: &str,
    said: Option<Calendar>,
) -> Option<(Written, Option<usize>)> {
    let (month, rest) = split_digits(skip_separator(rest, '年')?);
    let (day, rest) = split_digits(skip_separator(rest, '月')?);
    let rest = trim(rest);
    let rest = rest.strip_prefix('日').map_or(rest, trim);
    let (weekday, rest) = split_weekday(rest)?;
    let is_over = rest.is_empty() || is_time(rest);
    let year = number(year, 4)?;
    let calendar = said.unwrap_or(if year < 1_000 {
        Calendar::Minguo
    } else {
        Calendar::Western
    });
    let written = (year, number(month, 2)?, number(day, 2)?, calendar);
    is_over.then_some((written, weekday))
}

/// The weekday in brackets that a text begins with, from Sunday, and what follows it; nothing where the brackets hold something else.
fn split_weekday(text: &str) -> Option<(Option<usize>, &str)> {
    let Some(inside) = strip_mark(text, &['(']) else {
        return Some((None, text));
    };
    let end = inside.find([')', '）'])?;
    let (name, rest) = inside.split_at_checked(end)?;
    let name = trim(name);
    let name = ["星期", "週", "周"]
        .into_iter()
        .find_map(|kind| name.strip_prefix(kind))
        .unwrap_or(name);
    let weekday = ["日", "一", "二", "三", "四", "五", "六"]
        .into_iter()
        .position(|day| day == name)?;
    Some((Some(weekday), trim(strip_mark(rest, &[')'])?)))
}

/// Whether a text is a time of day, such as 08:36 or T00:00:00.
fn is_time(text: &str) -> bool {
    let text = strip_mark(text, &['T', 't']).unwrap_or(text);
    let parts: Vec<&str> = text.split([':', '：']).collect();
    let is_part = |part: &&str| part.chars().count() == 2 && split_digits(part).1.is_empty();
    matches!(parts.len(), 2 | 3) && parts.iter().all(is_part)
}

/// The text behind a separator: a mark with or without spaces around it, or a space that can be seen.
fn skip_separator(text: &str, mark: char) -> Option<&str> {
    let rest = text.trim_start_matches(is_blank);
    match strip_mark(rest, &['/', '-', '.', '–', '—', '‐', '‑', '−', mark]) {
        Some(rest) => Some(rest.trim_start_matches(is_blank)),
        None => text
            .chars()
            .take_while(|c| is_blank(*c))
            .any(char::is_whitespace)
            .then_some(rest),
    }
}

/// The value of at least one digit and no more than `most`.
fn number(digits: &str, most: usize) -> Option<u32> {
    (1..=most)
        .contains(&digits.chars().count())
        .then(|| value(digits))
}

/// How many days a month has; none if there is no such month.
fn days_in_month(year: u32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 0,
    }
}

/// Writes a number from the digit with this unit (1, 10, 100 and so on) down.
fn push_digits(text: &mut String, number: u32, unit: u32) {
    let mut unit = unit;
    while unit > 0 {
        text.extend(char::from_digit(number / unit % 10, 10));
        unit /= 10;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Calendar::*;
    use super::DateProblem::*;
    use super::*;

    #[track_caller]
    fn check(input: &str, calendar: Calendar, expect: &str) {
        let (date, written) = parse_date(input).expect(input).expect(input);
        assert_eq!(
            (western(date).as_str(), written),
            (expect, calendar),
            "{input}"
        );
    }

    #[track_caller]
    fn check_problem(input: &str, problem: DateProblem) {
        assert_eq!(parse_date(input), Err(problem), "{:.40}", input);
    }

    #[test]
    fn blank_text_is_not_given() {
        for blank in ["", "  ", "\u{3000}", "\u{FEFF}\n"] {
            assert_eq!(parse_date(blank), Ok(None), "{blank:?}");
        }
    }

    #[test]
    fn digits_alone_say_their_calendar_by_their_number() {
        check("0610101", Minguo, "1972-01-01");
        check("610101", Minguo, "1972-01-01");
        check("19720101", Western, "1972-01-01");
        check("1150228", Minguo, "2026-02-28");
        check("0010101", Minguo, "1912-01-01");
        check("1991231", Minguo, "2110-12-31");
        check("21101231", Western, "2110-12-31");
        check("０６１０１０１", Minguo, "1972-01-01");
        check(" 0610101\u{200B}", Minguo, "1972-01-01");
    }

    #[test]
    fn parted_dates_say_their_calendar_by_their_year() {
        for input in [
            "1972-01-01",
            "1972/1/1",
            "1972.1.01",
            "1972 1 1",
            "1972年1月1日",
            "1972 年 1 月 1 日",
            "1972年1月1",
            "１９７２／１／１",
            "1972－01－01",
            "1972．1．1",
            "1972 / 1 / 1",
            "1972\u{3000}01\u{3000}01",
            "1972/1-1",
        ] {
            check(input, Western, "1972-01-01");
        }
        for input in [
            "61/1/1",
            "061/01/01",
            "61.1.1",
            "61-01-01",
            "061 01 01",
            "61年1月1日",
            "６１年１月１日",
            "0061/1/1",
        ] {
            check(input, Minguo, "1972-01-01");
        }
        check("1/1/1", Minguo, "1912-01-01");
        check("115年2月28日", Minguo, "2026-02-28");
        check("199/12/31", Minguo, "2110-12-31");
    }

    #[test]
    fn a_calendar_may_be_named_and_is_then_kept() {
        check("民國61年1月1日", Minguo, "1972-01-01");
        check("民國 0610101", Minguo, "1972-01-01");
        check("民國 61/1/1", Minguo, "1972-01-01");
        check("西元1972年1月1日", Western, "1972-01-01");
        check("西元 19720101", Western, "1972-01-01");
        check_problem("民國 1972/1/1", OutOfRange);
        check_problem("西元 61/1/1", OutOfRange);
        check_problem("民國 19720101", NotADate);
        check_problem("西元 0610101", NotADate);
        check_problem("西元民國61/1/1", NotADate);
        check_problem("民國", NotADate);
    }

    #[test]
    fn a_weekday_and_a_time_may_stand_behind_a_date() {
        for input in [
            "中華民國115年11月20日",
            "民國 115 年 11 月 20 日（星期五）",
            "115 年 11 月 20 日（五）",
            "115/11/20(五)",
            "115/11/20 (週五)",
            "115/11/20（周五） 08:36",
            "115/11/20 08:36",
            "115/11/20 08:36:59",
            "115–11–20",
            "115—11—20",
        ] {
            check(input, Minguo, "2026-11-20");
        }
        check("2026-11-20T00:00:00", Western, "2026-11-20");
        check("2026-11-20T00:00", Western, "2026-11-20");
        check("２０２６－１１－２０　０８：３６", Western, "2026-11-20");
        check_problem("115/11/20(四)", NoSuchDay);
        check_problem("115/11/31", NoSuchDay);
        check_problem("115/11/31 08:36", NoSuchDay);
    }

    #[test]
    fn only_days_that_exist_are_read() {
        check("1972-02-29", Western, "1972-02-29");
        check("0610229", Minguo, "1972-02-29");
        check("2000-02-29", Western, "2000-02-29");
        for input in [
            "1973-02-29",
            "0620229",
            "2100-02-29",
            "1890229",
            "61/4/31",
            "61/2/30",
            "61/13/1",
            "61/0/1",
            "61/1/0",
            "61/1/32",
            "0611301",
            "0610100",
            "0610001",
            "19721332",
            "610199",
            "197201",
            "2026/06/31",
        ] {
            check_problem(input, NoSuchDay);
        }
    }

    #[test]
    fn only_the_years_of_the_calendar_are_read() {
        for input in [
            "1911-12-31",
            "19111231",
            "2111-01-01",
            "21110101",
            "0/1/1",
            "0000101",
            "000101",
            "200/1/1",
            "2000101",
            "999/1/1",
            "00610101",
            "9999-12-31",
            "1000/1/1",
        ] {
            check_problem(input, OutOfRange);
        }
    }

    #[test]
    fn what_is_not_a_date_is_named_so() {
        for input in [
            "abc",
            "1",
            "61101",
            "123456789",
            "61/1",
            "61//1/1",
            "/1/1",
            "61/1/",
            "61/1/1/1",
            "61/1/1x",
            "1972-01-01T",
            "1972-01-01T0",
            "1972-01-01 8",
            "1972-01-01 8:36",
            "1972-01-01 08:36:00:00",
            "61/1/1 (x)",
            "61/1/1 (六",
            "61/1/1 ()",
            "(六) 61/1/1",
            "01/02/1972",
            "12345/1/1",
            "61月1年1日",
            "61年1日1月",
            "民前1年1月1日",
            "元年1月1日",
            "061 0101",
            "-0610101",
            "61,1,1",
            "61。1。1",
            "1972\u{200B}1\u{200B}1",
            "0610101日",
            "日",
            "61/001/1",
            "jan 1 1972",
        ] {
            check_problem(input, NotADate);
        }
        check_problem(&"1".repeat(10_240), NotADate);
        check_problem(&"年".repeat(3_400), NotADate);
        check_problem(&format!("61/1/{}", "1".repeat(10_240)), NotADate);
    }

    #[test]
    fn a_date_is_written_in_its_full_width() {
        for (year, month, day, minguo, expect) in [
            (1972, 1, 1, "0610101", "1972-01-01"),
            (1912, 1, 1, "0010101", "1912-01-01"),
            (2010, 12, 31, "0991231", "2010-12-31"),
            (2011, 1, 1, "1000101", "2011-01-01"),
            (2110, 12, 31, "1991231", "2110-12-31"),
        ] {
            let date = Date::new(year, month, day).expect(expect);
            assert_eq!(
                (minguo_digits(date).as_str(), western(date).as_str()),
                (minguo, expect)
            );
        }
    }

    #[test]
    fn a_date_is_made_of_existing_days_only() {
        assert_eq!(Date::new(u32::MAX, 1, 1), Err(OutOfRange));
        assert_eq!(Date::new(0, 1, 1), Err(OutOfRange));
        assert_eq!(Date::new(1972, u32::MAX, 1), Err(NoSuchDay));
        assert_eq!(Date::new(1972, 1, u32::MAX), Err(NoSuchDay));
        assert_eq!(Date::new(1972, 1, 257), Err(NoSuchDay));
    }

    #[test]
    fn days_follow_each_other_through_months_years_and_weeks() {
        #[track_caller]
        fn check(first: &str, second: &str, weekday: usize) {
            let [first, second] =
                [first, second].map(|text| parse_date(text).expect(text).expect(text).0);
            assert_eq!(first.next(), Some(second));
            assert_eq!(second.previous(), Some(first));
            assert_eq!(second.weekday(), weekday);
            assert_eq!((first.weekday() + 1) % 7, weekday);
        }
        check("1912-01-01", "1912-01-02", 2);
        check("2026-11-22", "2026-11-23", 1);
        check("2026-12-31", "2027-01-01", 5);
        check("2027-02-28", "2027-03-01", 1);
        check("2028-02-28", "2028-02-29", 2);
        check("2028-02-29", "2028-03-01", 3);
        check("2100-02-28", "2100-03-01", 1);
        check("2110-12-30", "2110-12-31", 3);
        let [first, last] =
            ["1912-01-01", "2110-12-31"].map(|text| parse_date(text).expect(text).expect(text).0);
        assert_eq!(first.weekday(), 1);
        assert_eq!((first.previous(), last.next()), (None, None));
    }

    fn any_date() -> impl Strategy<Value = Date> {
        (1_912..=2_110_u32, 1..=12_u32, 1..=31_u32)
            .prop_filter_map("a day that exists", |(year, month, day)| {
                Date::new(year, month, day).ok()
            })
    }

    /// Text of signs that mean something here, which random characters would hardly ever hit.
    fn near_date() -> impl Strategy<Value = String> {
        let signs: Vec<char> = "0011269０１９/-.／－．年月日 \u{3000}\u{200B}民國西元x"
            .chars()
            .collect();
        proptest::collection::vec(proptest::sample::select(signs), 0..12)
            .prop_map(String::from_iter)
    }

    proptest! {
        #[test]
        fn any_text_is_answered_and_every_answer_can_be_written(text in prop_oneof![any::<String>(), near_date()]) {
            if let Ok(Some((date, _))) = parse_date(&text) {
                prop_assert_eq!(parse_date(&minguo_digits(date)), Ok(Some((date, Minguo))));
            }
        }

        #[test]
        fn written_dates_are_read_back(date in any_date()) {
            prop_assert_eq!(minguo_digits(date).len(), 7);
            prop_assert_eq!(parse_date(&minguo_digits(date)), Ok(Some((date, Minguo))));
            prop_assert_eq!(parse_date(&western(date)), Ok(Some((date, Western))));
            prop_assert_eq!(parse_date(&western(date).replace('-', "")), Ok(Some((date, Western))));
            let minguo = format!("{}年{}月{}日", date.year - 1_911, date.month, date.day);
            prop_assert_eq!(parse_date(&minguo), Ok(Some((date, Minguo))));
        }
    }
}
