//! How figures are written: in a unit that fits, with as many digits as mean something.

use super::samples::Series;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Bytes,
    Milliseconds,
    Count,
    /// A share or a score: no unit at all.
    Plain,
}

impl Unit {
    pub(super) fn text(self, value: f64) -> String {
        let (number, name) = match self {
            Self::Bytes if value >= 1e6 => (digits(value / 1e6), " MB"),
            Self::Bytes if value >= 1e3 => (digits(value / 1e3), " kB"),
            Self::Bytes => (format!("{value:.0}"), " B"),
            Self::Milliseconds if value == 0.0 => ("0".to_owned(), " ms"),
            Self::Milliseconds if value >= 1e4 => (digits(value / 1e3), " s"),
            Self::Milliseconds if value < 1.0 => (digits(value * 1e3), " µs"),
            Self::Milliseconds => (digits(value), " ms"),
            Self::Count => (format!("{value:.0}"), ""),
            Self::Plain if value == 0.0 => ("0".to_owned(), ""),
            Self::Plain => (format!("{value:.2}"), ""),
        };
        format!("{number}{name}")
    }

    /// `512 ms (498 ms – 530 ms)`: the median, and the rounds around it where they differ.
    pub(super) fn spread(self, series: &Series) -> String {
        let [median, least, most] =
            [series.median(), series.least(), series.most()].map(|value| self.text(value));
        if least == most {
            median
        } else {
            format!("{median} ({least} – {most})")
        }
    }
}

/// A time in three digits: `513 µs`, `19.7 ms`.
pub(super) fn spoken(nanoseconds: u64) -> String {
    Unit::Milliseconds.text(nanoseconds as f64 / 1e6)
}

/// Three digits, or all of those before the point.
fn digits(value: f64) -> String {
    let decimals = match value {
        ..9.995 => 2,
        9.995..99.95 => 1,
        _ => 0,
    };
    format!("{value:.decimals$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_has_three_digits_and_a_unit() {
        #[track_caller]
        fn check(unit: Unit, value: f64, expect: &str) {
            assert_eq!(unit.text(value), expect);
        }
        check(Unit::Bytes, 0.0, "0 B");
        check(Unit::Bytes, 131_408.0, "131 kB");
        check(Unit::Bytes, 4_020_264.0, "4.02 MB");
        check(Unit::Milliseconds, 0.0, "0 ms");
        check(Unit::Milliseconds, 0.512, "512 µs");
        check(Unit::Milliseconds, 9.996, "10.0 ms");
        check(Unit::Milliseconds, 2_342.8, "2343 ms");
        check(Unit::Milliseconds, 61_270.0, "61.3 s");
        check(Unit::Count, 31.0, "31");
        check(Unit::Plain, 0.0, "0");
        check(Unit::Plain, 0.3149, "0.31");
    }

    #[test]
    fn times_natively_are_spoken_in_the_same_way() {
        #[track_caller]
        fn check(nanoseconds: u64, expect: &str) {
            assert_eq!(spoken(nanoseconds), expect);
        }
        check(1_230, "1.23 µs");
        check(513_400, "513 µs");
        check(19_726_000, "19.7 ms");
        check(1_500_000_000, "1500 ms");
    }
}
