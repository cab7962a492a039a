//! The layout of flows: natively, and in Chromium beside dagre and ELK.

mod browser;
mod figures;
mod page;

use super::{Measured, native};
use crate::{stop::Outcome, tools::BenchTools};

pub(super) fn run(tools: &BenchTools) -> Outcome<Measured> {
    let mut goals = native::layout()?;
    let comparisons = browser::run(tools, &page::build(tools)?)?;
    goals.extend(comparisons.iter().flat_map(figures::Comparison::goals));
    let table = format!(
        "In Chromium on one machine in one run, one layout; median of the rounds (least – most).\n\n{}",
        figures::table(&comparisons)
    );
    Ok(Measured {
        goals,
        sections: vec![("Layout".to_owned(), table)],
        ..Measured::default()
    })
}
