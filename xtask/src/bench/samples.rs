//! What the driver of the browser printed: a line for each visit, figures by name, put together by rounds.

use crate::stop::{Outcome, Stop};

/// Everything that was measured in the browser, in the order of the visits.
#[derive(Debug, Default)]
pub(super) struct Samples(Vec<Sample>);

#[derive(Debug)]
struct Sample {
    condition: String,
    page: String,
    figures: Vec<(String, f64)>,
}

/// One figure of one page, a value for each round.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Series(Vec<f64>);

impl Samples {
    /// Adds a line like `sample condition=phone page=ours bytes=1 ready=2.5`; others are none of these.
    pub(super) fn add_line(&mut self, line: &str) {
        let Some(pairs) = line.trim().strip_prefix("sample ") else {
            return;
        };
        let mut sample = Sample {
            condition: String::new(),
            page: String::new(),
            figures: Vec::new(),
        };
        for (key, value) in pairs.split(' ').filter_map(|pair| pair.split_once('=')) {
            match key {
                "condition" => value.clone_into(&mut sample.condition),
                "page" => value.clone_into(&mut sample.page),
                _ => sample
                    .figures
                    .extend(value.parse().ok().map(|value| (key.to_owned(), value))),
            }
        }
        self.0.push(sample);
    }

    /// A figure of a page; `None` where the page has none of that kind.
    pub(super) fn series(&self, condition: &str, page: &str, figure: &str) -> Option<Series> {
        let visits = self
            .0
            .iter()
            .filter(|sample| sample.condition == condition && sample.page == page);
        let values: Vec<f64> = visits
            .filter_map(|sample| {
                let mut figures = sample.figures.iter();
                figures.find(|(name, _)| name == figure)
            })
            .map(|&(_, value)| value)
            .collect();
        (!values.is_empty()).then_some(Series(values))
    }

    /// The same for what a goal or a table cannot do without.
    pub(super) fn needed(&self, condition: &str, page: &str, figure: &str) -> Outcome<Series> {
        self.series(condition, page, figure).ok_or_else(|| {
            Stop::Failed(format!(
                "The visits of {page} ({condition}) have no figure `{figure}`."
            ))
        })
    }
}

impl Series {
    /// A value for each round.
    pub(super) fn new(rounds: Vec<f64>) -> Self {
        Self(rounds)
    }

    /// Reads `1,2.5,3`, a value for each round.
    pub(super) fn parse(rounds: &str) -> Option<Self> {
        let values = rounds.split(',').map(|value| value.parse().ok());
        values.collect::<Option<_>>().map(Self)
    }

    pub(super) fn median(&self) -> f64 {
        let sorted = self.sorted();
        let middle = sorted.len() / 2;
        let at = |place: usize| sorted.get(place).copied().unwrap_or_default();
        if sorted.len().is_multiple_of(2) {
            f64::midpoint(at(middle.saturating_sub(1)), at(middle))
        } else {
            at(middle)
        }
    }

    pub(super) fn least(&self) -> f64 {
        self.sorted().first().copied().unwrap_or_default()
    }

    pub(super) fn most(&self) -> f64 {
        self.sorted().last().copied().unwrap_or_default()
    }

    /// By so much this is more than the other, round by round: what slows the machine down slows both.
    pub(super) fn over(&self, other: &Self) -> Self {
        Self(
            self.0
                .iter()
                .zip(&other.0)
                .map(|(value, other)| value / other)
                .collect(),
        )
    }

    /// In another unit.
    pub(super) fn scaled(&self, by: f64) -> Self {
        Self(self.0.iter().map(|value| value * by).collect())
    }

    /// Whether the rounds say the same of a limit as their median does: more than one on its other side, and they do not.
    pub(super) fn agrees_on(&self, limit: f64) -> bool {
        let keeps = self.median() <= limit;
        let others = self.0.iter().filter(|&&value| (value <= limit) != keeps);
        others.count() <= 1
    }

    fn sorted(&self) -> Vec<f64> {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        sorted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn samples() -> Samples {
        let mut samples = Samples::default();
        for line in [
            "sample condition=phone page=ours first=100 shift=0\n",
            "sample condition=phone page=plain first=80",
            "sample condition=phone page=ours first=300 shift=0",
            "sample condition=phone page=plain first=100",
            "sample condition=desk page=ours first=10",
            "sample condition=phone page=ours first=120 shift=0",
            "sample condition=phone page=plain first=150",
            "a word of something else",
        ] {
            samples.add_line(line);
        }
        samples
    }

    #[test]
    fn a_series_has_a_value_for_each_round_of_its_page_and_condition() {
        let series = samples().series("phone", "ours", "first").expect("rounds");
        assert_eq!(series, Series(vec![100.0, 300.0, 120.0]));
        assert_eq!(
            (series.median(), series.least(), series.most()),
            (120.0, 100.0, 300.0)
        );
        assert_eq!(samples().series("phone", "plain", "shift"), None);
        assert_eq!(samples().series("desk", "plain", "first"), None);
    }

    #[test]
    fn a_figure_that_nobody_measured_is_named() {
        assert_eq!(
            samples().needed("desk", "plain", "ready"),
            Err(Stop::Failed(
                "The visits of plain (desk) have no figure `ready`.".to_owned()
            ))
        );
    }

    #[test]
    fn rounds_are_read_from_a_list() {
        assert_eq!(Series::parse("1,2.5"), Some(Series(vec![1.0, 2.5])));
        assert_eq!(Series::parse("1,"), None);
        assert_eq!(Series::parse(""), None);
    }

    #[test]
    fn the_median_of_an_even_number_of_rounds_lies_between_the_middle_ones() {
        assert_eq!(Series(vec![4.0, 1.0, 2.0, 9.0]).median(), 3.0);
    }

    #[test]
    fn a_ratio_is_taken_round_by_round() {
        let samples = samples();
        let of = |page| samples.series("phone", page, "first").expect("rounds");
        assert_eq!(of("ours").over(&of("plain")), Series(vec![1.25, 3.0, 0.8]));
    }

    #[test]
    fn rounds_on_both_sides_of_a_limit_do_not_agree() {
        #[track_caller]
        fn check(values: &[f64], limit: f64, expect: bool) {
            assert_eq!(Series(values.to_vec()).agrees_on(limit), expect);
        }
        check(&[0.9, 1.0, 1.0, 1.1, 1.0], 1.05, true);
        check(&[0.9, 1.0, 1.0, 1.1, 1.2], 1.05, false);
        check(&[1.3, 1.4, 1.5, 1.1, 1.2], 1.05, true);
        check(&[1.3, 1.4, 1.5, 0.9, 1.0], 1.05, false);
        check(&[0.0, 0.0], 0.0, true);
    }
}
