//! How cost grows with the flow: the pages of generated flows beside the peers', the content check and the build of a page.

use super::{
    Measured,
    figures::FIGURES,
    goal::Goal,
    samples::{Samples, Series},
    site::{Facts, Site},
    units::Unit,
};
use crate::{
    stop::{Outcome, Stop},
    tools::BenchTools,
};

/// Nodes and rounds: the largest flow takes one peer a minute a visit.
const SIZES: [(&str, u32); 3] = [("25", 3), ("250", 3), ("1000", 1)];
/// Our map is what the peers draw as well.
const PAGES: [&str; 3] = ["map", "mermaid", "react-flow"];
const PEERS: [&str; 2] = ["mermaid", "react-flow"];

/// What of a visit says how cost grows.
const SHOWN: [&str; 6] = [
    "bytes",
    "first",
    "ready",
    "memory",
    "click-p50",
    "click-p95",
];

pub(super) fn run(tools: &BenchTools, site: &Site) -> Outcome<Measured> {
    println!("\nVisiting the pages of generated flows (five to ten minutes).");
    let mut samples = Samples::default();
    let mut facts = Facts::new();
    for (size, rounds) in SIZES {
        let names = PAGES.map(|page| format!("{page}-{size}"));
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        facts = site.visit(tools, "phone", rounds, &names, &mut samples)?;
    }
    let text = format!(
        "On the phone; median of three rounds (least – most), for 1,000 nodes of one. Ours is opened at its map, and twelve nodes are clicked.\n\n{}",
        table(&samples)
    );
    Ok(Measured {
        goals: goals(&samples)?,
        sections: vec![
            ("Larger flows in the browser".to_owned(), text),
            (
                "Larger flows at the desk of an editor".to_owned(),
                content(&site.content)?,
            ),
        ],
        facts,
    })
}

/// With a thousand nodes, ours is to be ahead of both.
fn goals(samples: &Samples) -> Outcome<Vec<Goal>> {
    let mut goals = Vec::new();
    for (figure, name) in [
        ("first", "first contentful paint"),
        ("click-p95", "click to next paint, 95th percentile"),
    ] {
        let ours = samples.needed("phone", "map-1000", figure)?;
        for peer in PEERS {
            let theirs = samples.needed("phone", &format!("{peer}-1000"), figure)?;
            let what = format!("1,000 nodes: {name}, ours to {peer}");
            goals.push(Goal::at_most(&what, &ours.over(&theirs), 1.0, Unit::Plain));
        }
    }
    Ok(goals)
}

fn table(samples: &Samples) -> String {
    let mut table = format!("| nodes | | ours | {} |\n| --- ", PEERS.join(" | "));
    table.push_str(&"| --- ".repeat(PAGES.len() + 1));
    table.push_str("|\n");
    for (size, _) in SIZES {
        let shown = FIGURES
            .iter()
            .filter(|(figure, _, _)| SHOWN.contains(figure));
        for (figure, name, unit) in shown {
            let cells = PAGES.map(|page| {
                let series = samples.series("phone", &format!("{page}-{size}"), figure);
                series.map_or_else(String::new, |series| unit.spread(&series))
            });
            table.push_str(&format!("| {size} | {name} | {} |\n", cells.join(" | ")));
        }
    }
    table
}

/// The time of the content check and of making both pages, from lines like `content nodes=25 check_ns=1,2 build_ns=3,4`.
fn content(lines: &[String]) -> Outcome<String> {
    let mut table = "In the profile in which the build runs them; making the page means both languages, from checked content.\n\n\
                     | nodes | content check | making the page |\n| --- | --- | --- |\n"
        .to_owned();
    for line in lines {
        let value = |key| {
            let mut pairs = line.split(' ').filter_map(|pair| pair.split_once('='));
            pairs.find(|(name, _)| *name == key).map(|(_, value)| value)
        };
        let time = |key| {
            value(key)
                .and_then(Series::parse)
                .map(|nanoseconds| Unit::Milliseconds.spread(&nanoseconds.scaled(1e-6)))
        };
        let (nodes, check) = value("nodes").zip(time("check_ns")).ok_or_else(|| {
            Stop::Failed(format!(
                "The content was to be measured, and `{line}` came of it."
            ))
        })?;
        let build = time("build_ns").unwrap_or_default();
        table.push_str(&format!("| {nodes} | {check} | {build} |\n"));
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_content_become_rows() {
        let lines = [
            "content nodes=25 check_ns=1000000,3000000,2000000 build_ns=4000000".to_owned(),
            "content nodes=5000 check_ns=1000000".to_owned(),
        ];
        let table = content(&lines).expect("a table");
        let rows: Vec<_> = table.lines().skip(4).collect();
        assert_eq!(
            rows,
            [
                "| 25 | 2.00 ms (1.00 ms – 3.00 ms) | 4.00 ms |",
                "| 5000 | 1.00 ms |  |",
            ]
        );
        assert!(content(&["content nodes=25".to_owned()]).is_err());
    }

    #[test]
    fn a_thousand_nodes_are_to_be_faster_than_both_peers() {
        let mut samples = Samples::default();
        for (page, first) in [("map", 100), ("mermaid", 80), ("react-flow", 400)] {
            samples.add_line(&format!(
                "sample condition=phone page={page}-1000 first={first} click-p95=10"
            ));
        }
        let lines: Vec<_> = goals(&samples)
            .expect("all figures")
            .iter()
            .map(Goal::line)
            .collect();
        assert_eq!(
            lines,
            [
                "MISSED  1,000 nodes: first contentful paint, ours to mermaid: 1.25, wanted at most 1.00",
                "holds   1,000 nodes: first contentful paint, ours to react-flow: 0.25, wanted at most 1.00",
                "holds   1,000 nodes: click to next paint, 95th percentile, ours to mermaid: 1.00, wanted at most 1.00",
                "holds   1,000 nodes: click to next paint, 95th percentile, ours to react-flow: 1.00, wanted at most 1.00",
            ]
        );
    }
}
