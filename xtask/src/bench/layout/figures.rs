//! What the page reports, as figures: medians, a table, goals.

use crate::bench::{goal::Goal, samples::Series, units::Unit};

/// How many times faster than each of the others our layout is to be.
const DAGRE: f64 = 5.0;
const ELK: f64 = 10.0;

/// One flow, laid out by each of the three.
#[derive(Debug, PartialEq)]
pub(super) struct Comparison {
    flow: String,
    nodes: u64,
    edges: u64,
    ours: Series,
    dagre: Series,
    elk: Series,
}

impl Comparison {
    /// Reads `flow=manual&nodes=27&edges=41&ours=1,2,3&dagre=…&elk=…`, a time for each round.
    pub(super) fn parse(query: &str) -> Option<Self> {
        let value = |key| {
            let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            pairs.find(|(name, _)| *name == key).map(|(_, value)| value)
        };
        Some(Self {
            flow: value("flow")?.to_owned(),
            nodes: value("nodes")?.parse().ok()?,
            edges: value("edges")?.parse().ok()?,
            ours: milliseconds(value("ours")?)?,
            dagre: milliseconds(value("dagre")?)?,
            elk: milliseconds(value("elk")?)?,
        })
    }

    pub(super) fn goals(&self) -> [Goal; 2] {
        let goal = |name, other: &Series, factor| {
            let times = other.median() / self.ours.median();
            Goal {
                what: format!("layout of {}, {name} to ours", self.name()),
                measured: format!("{times:.1} times"),
                wanted: format!("at least {factor} times"),
                holds: times >= factor,
            }
        };
        [
            goal("dagre", &self.dagre, DAGRE),
            goal("ELK", &self.elk, ELK),
        ]
    }

    fn name(&self) -> String {
        match self.flow.parse::<u32>() {
            Ok(nodes) => format!("{nodes} nodes"),
            Err(_) => format!("the flow of the {}", self.flow),
        }
    }
}

/// Nanoseconds come, milliseconds are shown.
fn milliseconds(rounds: &str) -> Option<Series> {
    Some(Series::parse(rounds)?.scaled(1e-6))
}

/// A table of Markdown.
pub(super) fn table(comparisons: &[Comparison]) -> String {
    let mut table =
        "| flow | nodes | edges | ours | dagre | ELK |\n| --- | --- | --- | --- | --- | --- |\n"
            .to_owned();
    for it in comparisons {
        let times = [&it.ours, &it.dagre, &it.elk].map(|times| Unit::Milliseconds.spread(times));
        table.push_str(&format!(
            "| {} | {} | {} | {} |\n",
            it.flow,
            it.nodes,
            it.edges,
            times.join(" | ")
        ));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "flow=manual&nodes=27&edges=41&ours=310000,290000,300000&dagre=2900000,3000000,3100000&elk=2900000,2940000,12000000";

    #[test]
    fn a_report_becomes_a_line_of_the_table() {
        let comparison = Comparison::parse(REPORT).expect("a report");
        assert_eq!(
            table(&[comparison]).lines().last(),
            Some(
                "| manual | 27 | 41 | 300 µs (290 µs – 310 µs) | 3.00 ms (2.90 ms – 3.10 ms) | 2.94 ms (2.90 ms – 12.0 ms) |"
            )
        );
    }

    #[test]
    fn goals_compare_medians() {
        let comparison = Comparison::parse(REPORT).expect("a report");
        assert_eq!(
            comparison.goals().map(|goal| goal.line()),
            [
                "holds   layout of the flow of the manual, dagre to ours: 10.0 times, wanted at least 5 times",
                "MISSED  layout of the flow of the manual, ELK to ours: 9.8 times, wanted at least 10 times",
            ]
        );
    }

    #[test]
    fn half_a_report_is_none() {
        #[track_caller]
        fn check(query: &str) {
            assert_eq!(Comparison::parse(query), None, "{query}");
        }
        check("");
        check("flow=manual&nodes=27&edges=41&ours=1&dagre=2");
        check("flow=manual&nodes=27&edges=41&ours=1&dagre=2&elk=");
        check("flow=manual&nodes=27&edges=41&ours=1&dagre=2&elk=none");
    }
}
