//! What the page reports, as figures: medians, a table, goals.

use super::Goal;

/// How many times faster than each of the others our layout is to be.
const DAGRE: u64 = 5;
const ELK: u64 = 10;

/// One flow, laid out by each of the three.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Comparison {
    flow: String,
    nodes: u64,
    edges: u64,
    ours: Times,
    dagre: Times,
    elk: Times,
}

/// Nanoseconds of one layout.
#[derive(Debug, PartialEq, Eq)]
struct Times {
    median: u64,
    least: u64,
    most: u64,
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
            ours: Times::parse(value("ours")?)?,
            dagre: Times::parse(value("dagre")?)?,
            elk: Times::parse(value("elk")?)?,
        })
    }

    pub(super) fn goals(&self) -> [Goal; 2] {
        let goal = |name, other: &Times, factor| Goal {
            sentence: format!(
                "{}: {} times faster than {name}, wanted {factor}",
                self.flow,
                ratio(other, &self.ours)
            ),
            holds: other.median >= self.ours.median * factor,
        };
        [
            goal("dagre", &self.dagre, DAGRE),
            goal("ELK", &self.elk, ELK),
        ]
    }
}

impl Times {
    fn parse(rounds: &str) -> Option<Self> {
        let mut rounds: Vec<u64> = rounds
            .split(',')
            .map(|time| time.parse().ok())
            .collect::<Option<_>>()?;
        rounds.sort_unstable();
        Some(Self {
            median: *rounds.get(rounds.len() / 2)?,
            least: *rounds.first()?,
            most: *rounds.last()?,
        })
    }

    /// `1.23 ms (1.20–1.31)`, with one unit for all.
    fn text(&self) -> String {
        let of = Unit::of(self.median);
        format!(
            "{} {} ({}–{})",
            of.number(self.median),
            of.name,
            of.number(self.least),
            of.number(self.most)
        )
    }
}

pub(super) fn table(comparisons: &[Comparison]) -> String {
    let line = |cells: [&str; 8]| {
        let [flow, nodes, edges, ours, dagre, elk, to_dagre, to_elk] = cells;
        format!(
            "{flow:<8}{nodes:>6}{edges:>6}  {ours:<24}{dagre:<24}{elk:<24}{to_dagre:>11}{to_elk:>9}\n"
        )
    };
    let mut table = "In the browser, one layout: median of the rounds (least–most)\n".to_owned();
    table.push_str(&line([
        "flow",
        "nodes",
        "edges",
        "ours",
        "dagre",
        "ELK",
        "dagre/ours",
        "ELK/ours",
    ]));
    for it in comparisons {
        table.push_str(&line([
            &it.flow,
            &it.nodes.to_string(),
            &it.edges.to_string(),
            &it.ours.text(),
            &it.dagre.text(),
            &it.elk.text(),
            &ratio(&it.dagre, &it.ours),
            &ratio(&it.elk, &it.ours),
        ]));
    }
    table
}

/// How many times one is the other, in tenths.
fn ratio(of: &Times, to: &Times) -> String {
    let tenths = of.median * 10 / to.median.max(1);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// A time in three digits: `513 µs`, `19.7 ms`.
pub(super) fn spoken(nanoseconds: u64) -> String {
    let unit = Unit::of(nanoseconds);
    format!("{} {}", unit.number(nanoseconds), unit.name)
}

struct Unit {
    name: &'static str,
    nanoseconds: f64,
    decimals: usize,
}

impl Unit {
    fn of(time: u64) -> Self {
        let (name, nanoseconds) = match time {
            0..1_000_000 => ("µs", 1e3),
            1_000_000.. => ("ms", 1e6),
        };
        let decimals = match time as f64 / nanoseconds {
            ..10.0 => 2,
            10.0..100.0 => 1,
            _ => 0,
        };
        Self {
            name,
            nanoseconds,
            decimals,
        }
    }

    fn number(&self, time: u64) -> String {
        format!("{:.*}", self.decimals, time as f64 / self.nanoseconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "flow=manual&nodes=27&edges=41&ours=310000,290000,300000&dagre=2900000,3000000,3100000&elk=2999999,2999999,12000000";

    #[test]
    fn a_report_becomes_a_line_of_the_table() {
        let comparison = Comparison::parse(REPORT).expect("a report");
        assert_eq!(
            table(&[comparison]).lines().last(),
            Some(
                "manual      27    41  300 µs (290–310)        3.00 ms (2.90–3.10)     3.00 ms (3.00–12.00)           10.0      9.9"
            )
        );
    }

    #[test]
    fn goals_compare_medians() {
        let comparison = Comparison::parse(REPORT).expect("a report");
        assert_eq!(
            comparison.goals().map(|goal| goal.line()),
            [
                "holds   manual: 10.0 times faster than dagre, wanted 5",
                "MISSED  manual: 9.9 times faster than ELK, wanted 10",
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
        check("flow=manual&nodes=27&edges=41&ours=1&dagre=2&elk=NaN");
    }

    #[test]
    fn times_have_three_digits() {
        #[track_caller]
        fn check(nanoseconds: u64, expect: &str) {
            assert_eq!(spoken(nanoseconds), expect);
        }
        check(0, "0.00 µs");
        check(513_400, "513 µs");
        check(19_726_000, "19.7 ms");
        check(1_500_000_000, "1500 ms");
    }
}
