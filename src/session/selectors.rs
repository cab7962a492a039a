//! What follows from a session: the trail, the totals, the report.

use flowchart::StepsLeft;
use guide::{PageExit, PageNode};
use hours::{Hours, HoursProblem, PortalRow, Report, Totals, evaluate, parse_hours};

use super::Session;

/// A place on the way here, with the exit that was taken.
pub struct Trail<'a> {
    /// Its position in the trail.
    pub position: usize,
    /// The node.
    pub node: &'a PageNode,
    /// The exit taken.
    pub exit: &'a PageExit,
}

/// How the text of a row's field reads.
pub type Reading = Result<Option<Hours>, HoursProblem>;

impl Session {
    /// The current node's content.
    #[must_use]
    pub fn current(&self) -> Option<&PageNode> {
        self.page.node(self.node)
    }

    /// How many steps are left from here, if an outcome can be reached.
    #[must_use]
    pub fn steps_left(&self) -> Option<StepsLeft> {
        self.page.flow.steps_left(self.node)
    }

    /// The way here, the first place first.
    pub fn trail(&self) -> impl Iterator<Item = Trail<'_>> {
        self.visits
            .iter()
            .enumerate()
            .filter_map(|(position, visit)| {
                Some(Trail {
                    position,
                    node: self.page.node(visit.node)?,
                    exit: self.page.exit(visit.node, visit.exit)?,
                })
            })
    }

    /// Whether anything stands in a field of the hours.
    #[must_use]
    pub fn has_typed(&self) -> bool {
        self.drafts.iter().any(|draft| !draft.trim().is_empty())
    }

    /// The text of a row's field.
    #[must_use]
    pub fn draft(&self, row: PortalRow) -> &str {
        self.drafts.get(row.index()).map_or("", |draft| draft)
    }

    /// How each field reads, in portal order.
    pub fn readings(&self) -> [Reading; 12] {
        PortalRow::ALL.map(|row| parse_hours(self.draft(row)))
    }

    /// Whether the text of a row's field cannot be read.
    #[must_use]
    pub fn is_wrong(&self, row: PortalRow) -> bool {
        parse_hours(self.draft(row)).is_err()
    }

    /// The verdicts on what the fields say; a field that cannot be read counts as not given.
    #[must_use]
    pub fn report(&self) -> Report {
        let mut totals = Totals::default();
        for (row, reading) in PortalRow::ALL.into_iter().zip(self.readings()) {
            totals.set(row, reading.ok().flatten());
        }
        evaluate(&self.page.rules, &totals)
    }
}
