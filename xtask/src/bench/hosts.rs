//! What the guide costs a host: its page with the loader and without, and the page for frames beside the one that stands alone.

use super::{Measured, figures::FIGURES, goal::Goal, samples::Samples, site::Site, units::Unit};
use crate::{budget::Budget, stop::Outcome, tools::BenchTools};

const ROUNDS: u32 = 7;
const PAGES: [&str; 4] = ["host", "host-with-guide", "ours", "framed"];
/// What a host and its readers pay.
const SHOWN: [&str; 6] = ["bytes", "requests", "first", "largest", "ready", "shift"];

/// Key in the budget, what it says, figure, and the two pages.
const RATIOS: [(&str, &str, &str, [&str; 2]); 3] = [
    (
        "host-with-guide-to-host",
        "first contentful paint of a host, with the guide to without",
        "first",
        ["host-with-guide", "host"],
    ),
    (
        "framed-to-alone",
        "bytes until interactive, the page for frames to the page alone",
        "bytes",
        ["framed", "ours"],
    ),
    (
        "framed-to-alone",
        "ready, the page for frames to the page alone",
        "ready",
        ["framed", "ours"],
    ),
];

pub(super) fn run(tools: &BenchTools, budget: &Budget, site: &Site) -> Outcome<Measured> {
    println!(
        "\nVisiting a host with the guide and without, phone, {ROUNDS} rounds (four minutes)."
    );
    let mut samples = Samples::default();
    let facts = site.visit(tools, "phone", ROUNDS, &PAGES, &mut samples)?;
    let mut goals = Vec::new();
    for (key, what, figure, [with, without]) in RATIOS {
        let with = samples.needed("phone", with, figure)?;
        let ratio = with.over(&samples.needed("phone", without, figure)?);
        goals.push(Goal::at_most(what, &ratio, budget.ratio(key)?, Unit::Plain));
    }
    let text = format!(
        "On the phone; median of {ROUNDS} rounds (least – most). The guide stands in the first window of the host, by the loader. \
         Its bytes are those of the frame too.\n\n{}",
        table(&samples)
    );
    Ok(Measured {
        goals,
        sections: vec![("A host, with the guide and without".to_owned(), text)],
        facts,
    })
}

fn table(samples: &Samples) -> String {
    let mut table = "| | a host | the same with the guide | the guide alone | the page for frames |\n| --- | --- | --- | --- | --- |\n".to_owned();
    for (key, name, unit) in FIGURES.into_iter().filter(|(key, ..)| SHOWN.contains(key)) {
        table.push_str(&format!("| {name} |"));
        for page in PAGES {
            let series = samples.series("phone", page, key);
            let spread = series.map_or_else(String::new, |series| unit.spread(&series));
            table.push_str(&format!(" {spread} |"));
        }
        table.push('\n');
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{bench::peers, budget};

    #[test]
    fn every_ratio_of_the_budget_is_a_goal_here_or_beside_the_peers() {
        for key in budget::RATIOS {
            let is_here = RATIOS.iter().any(|(name, ..)| *name == key);
            let is_there = peers::RATIOS.iter().any(|(name, ..)| *name == key);
            assert!(is_here != is_there, "{key}");
        }
    }
}
