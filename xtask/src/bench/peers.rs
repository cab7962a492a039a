//! Our page beside the peers' for the manual's flow: two conditions, in turns, and the goals of `bench/budget.toml`.

use super::{
    Measured,
    figures::FIGURES,
    goal::Goal,
    samples::{Samples, Series},
    site::Site,
    units::Unit,
};
use crate::{budget::Budget, stop::Outcome, tools::BenchTools};

const ROUNDS: u32 = 7;
const PAGES: [&str; 4] = ["plain", "ours", "mermaid", "react-flow"];
const CONDITIONS: [(&str, &str); 2] = [
    (
        "phone",
        "150 ms for each request, 1.6 Mbit/s, a processor four times slower, a window of 412 × 823",
    ),
    ("desk", "nothing held back, a window of 1280 × 900"),
];

/// Key in the budget, figure, and the page that ours is measured by.
pub(super) const RATIOS: [(&str, &str, &str, &str); 9] = [
    (
        "first-contentful-paint",
        "first contentful paint",
        "first",
        "plain",
    ),
    (
        "click-to-react-flow",
        "a click has its effect",
        "effect",
        "react-flow",
    ),
    (
        "click-to-mermaid",
        "a click has its effect",
        "effect",
        "mermaid",
    ),
    ("ready-to-react-flow", "ready", "ready", "react-flow"),
    ("ready-to-mermaid", "ready", "ready", "mermaid"),
    (
        "bytes-to-react-flow",
        "bytes until interactive",
        "bytes",
        "react-flow",
    ),
    (
        "bytes-to-mermaid",
        "bytes until interactive",
        "bytes",
        "mermaid",
    ),
    (
        "interaction-to-react-flow",
        "click to next paint, 95th percentile",
        "click-p95",
        "react-flow",
    ),
    (
        "memory-to-react-flow",
        "memory after load",
        "memory",
        "react-flow",
    ),
];

pub(super) fn run(tools: &BenchTools, budget: &Budget, site: &Site) -> Outcome<Measured> {
    let mut samples = Samples::default();
    let mut measured = Measured::default();
    for (condition, _) in CONDITIONS {
        println!("\nVisiting the pages, {condition}, {ROUNDS} rounds (five to ten minutes).");
        measured.facts = site.visit(tools, condition, ROUNDS, &PAGES, &mut samples)?;
    }
    measured.goals = goals(&samples, budget)?;
    for (condition, about) in CONDITIONS {
        let text = format!(
            "{about}; median of {ROUNDS} rounds (least – most).\n\n{}",
            table(&samples, condition)
        );
        measured
            .sections
            .push((format!("A first visit, {condition}"), text));
    }
    Ok(measured)
}

fn goals(samples: &Samples, budget: &Budget) -> Outcome<Vec<Goal>> {
    let mut goals = Vec::new();
    for (key, name, figure, peer) in RATIOS {
        let ours = samples.needed("phone", "ours", figure)?;
        let ratio = ours.over(&samples.needed("phone", peer, figure)?);
        let what = format!("{name}, ours to {peer}");
        goals.push(Goal::at_most(
            &what,
            &ratio,
            budget.ratio(key)?,
            Unit::Plain,
        ));
    }
    let interaction = budget.milliseconds("interaction")?;
    for (what, figure, limit, unit) in [
        (
            "total blocking time",
            "blocking",
            budget.milliseconds("total-blocking-time")?,
            Unit::Milliseconds,
        ),
        (
            "layout shift",
            "shift",
            budget.other("layout-shift")?,
            Unit::Plain,
        ),
        (
            "click to next paint, 95th percentile",
            "click-p95",
            interaction,
            Unit::Milliseconds,
        ),
        (
            "key to next paint, 95th percentile",
            "key-p95",
            interaction,
            Unit::Milliseconds,
        ),
        (
            "bytes of files at the second visit",
            "revisit",
            budget.other("revisit-bytes")?,
            Unit::Bytes,
        ),
    ] {
        let series = samples.needed("phone", "ours", figure)?;
        goals.push(Goal::at_most(what, &series, limit, unit));
    }
    Ok(goals)
}

fn table(samples: &Samples, condition: &str) -> String {
    let mut table = format!("| | {} | ours to react-flow |\n", PAGES.join(" | "));
    table.push_str(&"| --- ".repeat(PAGES.len() + 2));
    table.push_str("|\n");
    for (figure, name, unit) in FIGURES {
        let of = |page| samples.series(condition, page, figure);
        let cells = PAGES.map(|page| of(page).map_or_else(String::new, |it| unit.spread(&it)));
        let ratio = of("ours")
            .zip(of("react-flow"))
            .and_then(|(ours, theirs)| ratio(&ours, &theirs));
        let ratio = ratio.unwrap_or_default();
        table.push_str(&format!("| {name} | {} | {ratio} |\n", cells.join(" | ")));
    }
    table
}

/// The median of the rounds' ratios; nothing is no multiple of nothing.
fn ratio(ours: &Series, theirs: &Series) -> Option<String> {
    let ratio = ours.over(theirs).median();
    ratio.is_finite().then(|| Unit::Plain.text(ratio))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{budget, project};

    /// A round of all pages, with the same value for each figure of one page.
    fn round(samples: &mut Samples, values: [(&str, u32); 4]) {
        for (page, value) in values {
            let figures: String = FIGURES
                .iter()
                .map(|(name, _, _)| format!(" {name}={value}"))
                .collect();
            samples.add_line(&format!("sample condition=phone page={page}{figures}"));
        }
    }

    fn budget() -> Budget {
        Budget::parse(&project::read(budget::FILE).expect("the budget")).expect("a good budget")
    }

    #[test]
    fn every_limit_of_the_budget_is_a_goal() {
        let mut samples = Samples::default();
        let values = [("plain", 1), ("ours", 0), ("mermaid", 9), ("react-flow", 9)];
        round(&mut samples, values);
        let goals = goals(&samples, &budget()).expect("all figures");
        let limits = RATIOS.len() + budget::MILLISECONDS.len() + budget::OTHER.len();
        // Both a click and a key are held against the limit of an interaction.
        assert_eq!(goals.len(), limits + 1);
        assert!(goals.iter().all(|goal| goal.holds), "{goals:?}");
    }

    #[test]
    fn a_ratio_over_its_limit_is_missed_and_named() {
        let mut samples = Samples::default();
        let values = [
            ("plain", 2),
            ("ours", 3),
            ("mermaid", 10),
            ("react-flow", 10),
        ];
        round(&mut samples, values);
        let goals = goals(&samples, &budget()).expect("all figures");
        let missed: Vec<_> = goals
            .iter()
            .filter(|goal| !goal.holds)
            .map(Goal::line)
            .collect();
        assert_eq!(
            missed.first().map(String::as_str),
            Some("MISSED  first contentful paint, ours to plain: 1.50, wanted at most 1.10")
        );
    }

    #[test]
    fn a_page_that_was_not_measured_is_no_result() {
        let mut samples = Samples::default();
        samples.add_line("sample condition=phone page=ours first=1");
        assert!(goals(&samples, &budget()).is_err());
    }

    #[test]
    fn a_table_shows_each_figure_of_each_page_and_our_share() {
        let mut samples = Samples::default();
        let values = [
            ("plain", 100),
            ("ours", 200),
            ("mermaid", 800),
            ("react-flow", 400),
        ];
        round(&mut samples, values);
        assert_eq!(
            table(&samples, "phone").lines().nth(4),
            Some("| first contentful paint | 100 ms | 200 ms | 800 ms | 400 ms | 0.50 |")
        );
    }
}
