//! Hours as exact hundredths, and how typed text becomes hours.

use std::fmt;

use crate::typed::{digit, half_width, split_digits, strip_mark, trim, value};

/// An amount of hours (時數), exact to a hundredth of an hour.
///
/// Hours are integers inside, so that sums and comparisons with a rule never round.
/// `Display` writes decimal hours without trailing zeros: `2.5`, `4`, `0.25`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct Hours(u32);

impl Hours {
    /// The most hours that may be typed (上限): 9,999.
    pub const MAX: Self = Self::from_whole(9_999);

    /// So many hundredths of an hour (百分之一小時); 250 are 2.5 hours.
    #[must_use]
    pub const fn from_hundredths(hundredths: u32) -> Self {
        Self(hundredths)
    }

    /// So many whole hours (整數小時); more than fit give the most that fit.
    #[must_use]
    pub const fn from_whole(hours: u32) -> Self {
        Self(hours.saturating_mul(100))
    }

    /// How many hundredths of an hour (百分之一小時) these are.
    #[must_use]
    pub const fn hundredths(self) -> u32 {
        self.0
    }

    /// Both together (相加), or the most that fit.
    #[must_use]
    pub const fn saturating_add(self, added: Self) -> Self {
        Self(self.0.saturating_add(added.0))
    }

    /// The rest after taking hours away (相減), never less than zero.
    #[must_use]
    pub const fn saturating_sub(self, taken: Self) -> Self {
        Self(self.0.saturating_sub(taken.0))
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, tenths, hundredths) = (self.0 / 100, self.0 / 10 % 10, self.0 % 10);
        match (tenths, hundredths) {
            (0, 0) => write!(f, "{whole}"),
            (_, 0) => write!(f, "{whole}.{tenths}"),
            _ => write!(f, "{whole}.{tenths}{hundredths}"),
        }
    }
}

/// Why typed text is not an amount of hours (輸入問題).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoursProblem {
    /// It cannot be read as one number (不是數字).
    NotANumber,
    /// It is a number below zero (負數).
    Negative,
    /// It is finer than a hundredth of an hour (小數超過兩位).
    TooPrecise,
    /// It is more than [`Hours::MAX`] (超過上限).
    TooLarge,
}

/// Reads typed hours (輸入的時數); blank text is `Ok(None)`, not given, which is not zero.
///
/// Digits, point and minus may be full-width, blanks may stand around the number, and a unit may follow it: 小時, 時,
/// `hours`, `hour`, `hrs`, `hr` or `h` in any case.
/// A comma is refused: it could part thousands or decimals.
///
/// # Errors
/// One [`HoursProblem`]; where several fit, the first in their order, except that a number with more than four digits before the point is
/// too large however precise it is.
pub fn parse_hours(text: &str) -> Result<Option<Hours>, HoursProblem> {
    let text = trim(text);
    if text.is_empty() {
        return Ok(None);
    }
    match strip_mark(text, &['-', '\u{2212}']) {
        None => parse_number(text).map(Some),
        Some(rest) => match parse_number(trim(rest)) {
            Err(HoursProblem::NotANumber) => Err(HoursProblem::NotANumber),
            _ => Err(HoursProblem::Negative),
        },
    }
}

/// Reads a number without a sign, and its unit.
fn parse_number(text: &str) -> Result<Hours, HoursProblem> {
    let (whole, rest) = split_digits(text);
    let (fraction, rest) = match strip_mark(rest, &['.']) {
        Some(rest) => split_digits(rest),
        None => ("", rest),
    };
    if (whole.is_empty() && fraction.is_empty()) || !is_unit(trim(rest)) {
        return Err(HoursProblem::NotANumber);
    }
    let whole = Hours::from_whole(value(whole));
    if whole > Hours::MAX {
        return Err(HoursProblem::TooLarge);
    }
    let hundredths = parse_hundredths(fraction).ok_or(HoursProblem::TooPrecise)?;
    let hours = Hours(whole.0.saturating_add(hundredths));
    if hours > Hours::MAX {
        return Err(HoursProblem::TooLarge);
    }
    Ok(hours)
}

/// The digits after the point as hundredths, or `None` if they say more than that.
fn parse_hundredths(fraction: &str) -> Option<u32> {
    let mut hundredths = 0;
    let mut weight = 10;
    for digit in fraction.chars().filter_map(digit) {
        if weight == 0 && digit > 0 {
            return None;
        }
        hundredths += digit * weight;
        weight /= 10;
    }
    Some(hundredths)
}

/// Whether this may follow a number: nothing, or a unit.
fn is_unit(text: &str) -> bool {
    const UNITS: [&str; 8] = ["", "小時", "時", "hours", "hour", "hrs", "hr", "h"];
    let fold = |c: char| half_width(c).to_ascii_lowercase();
    UNITS
        .iter()
        .any(|unit| text.chars().map(fold).eq(unit.chars()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::HoursProblem::*;
    use super::*;

    #[track_caller]
    fn check(input: &str, hundredths: u32) {
        assert_eq!(
            parse_hours(input),
            Ok(Some(Hours::from_hundredths(hundredths))),
            "{:.40}",
            input
        );
    }

    #[track_caller]
    fn check_problem(input: &str, problem: HoursProblem) {
        assert_eq!(parse_hours(input), Err(problem), "{:.40}", input);
    }

    #[test]
    fn blank_text_is_not_given() {
        for blank in [
            "",
            " ",
            "\t\r\n",
            "\u{3000}",
            "\u{FEFF}\u{200B} \u{A0}",
            "\u{200E}",
        ] {
            assert_eq!(parse_hours(blank), Ok(None), "{blank:?}");
        }
    }

    #[test]
    fn plain_numbers_are_read_exactly() {
        check("0", 0);
        check("4", 400);
        check("2.5", 250);
        check("0.25", 25);
        check("0.07", 7);
        check("1.", 100);
        check(".5", 50);
        check("007", 700);
        check("1.10", 110);
        check("1.500", 150);
        check("1.0000000000", 100);
        check("9999", 999_900);
        check("9999.00", 999_900);
    }

    #[test]
    fn full_width_signs_are_read() {
        check("１２．５", 1_250);
        check("１２.５", 1_250);
        check("１０小時", 1_000);
        check("１０ｈ", 1_000);
        check("．２５", 25);
    }

    #[test]
    fn a_unit_may_follow_the_number() {
        for unit in [
            "小時",
            "時",
            "hours",
            "Hours",
            "HOUR",
            "hrs",
            "hr",
            "h",
            "H",
            " 小時 ",
            "\u{3000}時",
            "\u{200B}h",
        ] {
            check(&format!("2.5{unit}"), 250);
        }
        check("1.小時", 100);
    }

    #[test]
    fn blanks_and_unseen_marks_around_the_number_are_dropped() {
        check(" 4 ", 400);
        check("\u{3000}4\u{3000}", 400);
        check("\u{FEFF}4", 400);
        check("\u{200F}4\u{200E}", 400);
        check("\u{202A}4\u{202C}", 400);
        check("\u{A0}4\u{2009}小時\n", 400);
    }

    #[test]
    fn what_is_not_one_number_is_named_so() {
        for input in [
            "abc",
            "1e309",
            "1e3",
            "1 2",
            "1\u{200B}2",
            "1\u{3000}2",
            "1 .5",
            "1. 5",
            "1.2.3",
            ".",
            "．",
            "小時",
            "h",
            "..5",
            "+1",
            "＋1",
            "1,000",
            "1，5",
            "1。5",
            "４。",
            "1/2",
            "½",
            "二",
            "٣",
            "NaN",
            "inf",
            "0x10",
            "1_000",
            "1h30",
            "1 h 30 m",
            "10個",
            "2 小時小時",
            "10(10小時)",
            "-",
            "--1",
            "-abc",
            "- h",
            "1-",
            "−",
        ] {
            check_problem(input, NotANumber);
        }
        check_problem(&"時".repeat(3_400), NotANumber);
        check_problem(&"a".repeat(10_240), NotANumber);
        check_problem(&format!("{}x", "9".repeat(10_240)), NotANumber);
    }

    #[test]
    fn numbers_below_zero_are_named_so() {
        for input in [
            "-1",
            "－1",
            "−1",
            "- 1",
            "-１",
            "-0",
            "-1.234",
            "-99999",
            " -2 小時",
        ] {
            check_problem(input, Negative);
        }
    }

    #[test]
    fn more_than_two_decimals_are_named_so() {
        for input in [
            "1.234",
            "0.001",
            "1.2301",
            "９．９９９",
            ".0000001",
            "1.234小時",
        ] {
            check_problem(input, TooPrecise);
        }
        check_problem(&format!("1.{}", "9".repeat(10_240)), TooPrecise);
    }

    #[test]
    fn too_many_hours_are_named_so() {
        for input in [
            "99999",
            "10000",
            "9999.01",
            "10000.001",
            "4294967296",
            "42949672.96",
        ] {
            check_problem(input, TooLarge);
        }
        check_problem(&"9".repeat(10_240), TooLarge);
        check_problem(&"９".repeat(3_400), TooLarge);
    }

    #[test]
    fn hours_are_written_without_trailing_zeros() {
        for (hundredths, text) in [
            (0, "0"),
            (250, "2.5"),
            (400, "4"),
            (25, "0.25"),
            (7, "0.07"),
            (1_000, "10"),
            (999_900, "9999"),
            (u32::MAX, "42949672.95"),
        ] {
            assert_eq!(Hours::from_hundredths(hundredths).to_string(), text);
        }
    }

    #[test]
    fn arithmetic_stops_at_its_ends() {
        assert_eq!(Hours::from_whole(u32::MAX).hundredths(), u32::MAX);
        assert_eq!(
            Hours::from_whole(1).saturating_sub(Hours::from_whole(2)),
            Hours::default()
        );
        assert_eq!(
            Hours::from_whole(3)
                .saturating_sub(Hours::from_hundredths(50))
                .hundredths(),
            250
        );
    }

    /// Text of signs that mean something here, which random characters would hardly ever hit.
    fn near_number() -> impl Strategy<Value = String> {
        let signs: Vec<char> = "0159０９.．,-－−+ \u{3000}\u{200B}\u{FEFF}小時hHrseE。年"
            .chars()
            .collect();
        proptest::collection::vec(proptest::sample::select(signs), 0..12)
            .prop_map(String::from_iter)
    }

    proptest! {
        #[test]
        fn any_text_is_answered_and_never_above_the_limit(text in prop_oneof![any::<String>(), near_number()]) {
            if let Ok(Some(hours)) = parse_hours(&text) {
                prop_assert!(hours <= Hours::MAX);
                prop_assert_eq!(parse_hours(&hours.to_string()), Ok(Some(hours)));
            }
        }

        #[test]
        fn written_hours_are_read_back(hundredths in 0..=Hours::MAX.hundredths()) {
            let hours = Hours::from_hundredths(hundredths);
            prop_assert_eq!(parse_hours(&hours.to_string()), Ok(Some(hours)));
            prop_assert_eq!(parse_hours(&format!("\u{3000}{hours} 小時")), Ok(Some(hours)));
            if hundredths > 0 {
                prop_assert_eq!(parse_hours(&format!("-{hours}")), Err(Negative));
            }
        }
    }
}
