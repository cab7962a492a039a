//! What a figure should be, and whether it is.

use super::{samples::Series, units::Unit};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Goal {
    pub(super) what: String,
    pub(super) measured: String,
    pub(super) wanted: String,
    pub(super) holds: bool,
}

impl Goal {
    /// The median is to keep to a limit; where the rounds disagree about it, that is said.
    pub(super) fn at_most(what: &str, series: &Series, limit: f64, unit: Unit) -> Self {
        let mut measured = unit.spread(series);
        if !series.agrees_on(limit) {
            measured.push_str(", unsure: rounds on both sides");
        }
        Self {
            what: what.to_owned(),
            measured,
            wanted: format!("at most {}", unit.text(limit)),
            holds: series.median() <= limit,
        }
    }

    pub(super) fn line(&self) -> String {
        let Self {
            what,
            measured,
            wanted,
            ..
        } = self;
        format!("{:<6}  {what}: {measured}, wanted {wanted}", self.verdict())
    }

    /// Its row in a table of Markdown.
    pub(super) fn row(&self) -> String {
        let Self {
            what,
            measured,
            wanted,
            ..
        } = self;
        format!("| {what} | {measured} | {wanted} | {} |\n", self.verdict())
    }

    fn verdict(&self) -> &'static str {
        if self.holds { "holds" } else { "MISSED" }
    }
}

/// Goals as a table of Markdown.
pub(super) fn table(goals: &[Goal]) -> String {
    let mut table = "| Figure | Measured | Goal | |\n| --- | --- | --- | --- |\n".to_owned();
    table.extend(goals.iter().map(Goal::row));
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::samples::Samples;

    fn series(values: &[&str]) -> Series {
        let mut samples = Samples::default();
        for value in values {
            samples.add_line(&format!("sample condition=c page=p figure={value}"));
        }
        samples.series("c", "p", "figure").expect("values")
    }

    #[test]
    fn a_goal_is_a_line_and_a_row() {
        let goal = Goal::at_most(
            "first paint",
            &series(&["1.02", "1.04", "1.03"]),
            1.1,
            Unit::Plain,
        );
        assert_eq!(
            goal.line(),
            "holds   first paint: 1.03 (1.02 – 1.04), wanted at most 1.10"
        );
        assert_eq!(
            table(&[goal]).lines().last(),
            Some("| first paint | 1.03 (1.02 – 1.04) | at most 1.10 | holds |")
        );
    }

    #[test]
    fn a_spread_that_makes_a_goal_meaningless_is_marked() {
        let goal = Goal::at_most(
            "ready",
            &series(&["0.2", "0.3", "0.4", "0.5", "0.6"]),
            0.35,
            Unit::Plain,
        );
        assert_eq!(
            goal.line(),
            "MISSED  ready: 0.40 (0.20 – 0.60), unsure: rounds on both sides, wanted at most 0.35"
        );
    }
}
