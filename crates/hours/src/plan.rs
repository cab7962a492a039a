//! What to take next: the fewest hours that mend every gap, since one course may count for several rules.

use crate::{Hours, PortalRow, Report, Requirement, RuleSet, Term, Verdict};

/// A requirement by the numbers of its rule set and of itself there.
pub type Place = (usize, usize);

/// A course to take (下一步).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The requirement that says which kind of course.
    pub place: Place,
    /// How many hours (時數), never zero.
    pub hours: Hours,
    /// The other gaps that it mends or makes smaller (同時計入).
    pub serves: Vec<Place>,
}

/// What to take next (補修計畫).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The courses, the most particular first (各步驟).
    pub steps: Vec<Step>,
    /// All their hours (合計): the fewest that are enough.
    pub total: Hours,
    /// How many of these hours must be digital (其中數位時數), where a rule asks for it.
    pub digital: Option<Hours>,
}

/// The fewest hours that mend every gap (最短的補修計畫) of what binds or advises.
///
/// A gap is mended for certain: where only bounds are known, by the lower one. What is coming in time is not taken again.
/// What nobody knows is no gap; it has to be filled in first.
/// Any course can be taken in digital form, so missing digital hours cost nothing beyond the others unless they are more.
#[must_use]
pub fn plan(rule_sets: &[RuleSet], report: &Report) -> Plan {
    let gaps = gaps(rule_sets, report);
    let mut plan = Plan::default();
    let mut planned: Vec<&Gap<'_>> = Vec::new();
    // By rank and not sorted: sorting a dozen of them would weigh more than all of this (decision 0002).
    let in_order = (0..=LAST_RANK).flat_map(|rank| gaps.iter().filter(move |gap| gap.rank == rank));
    for gap in in_order {
        let is_digital = gap.rank == DIGITAL;
        let mut had = Hours::default();
        for (step, other) in plan.steps.iter().zip(&planned) {
            if is_digital || other.serves(gap) {
                had = had.saturating_add(step.hours);
            }
        }
        if is_digital {
            plan.digital = plan.digital.max(Some(gap.hours));
        }
        let hours = gap.hours.saturating_sub(had);
        if hours > Hours::default() {
            let serves = gaps
                .iter()
                .filter(|other| other.place != gap.place && gap.serves(other));
            plan.steps.push(Step {
                place: gap.place,
                hours,
                serves: serves.map(|other| other.place).collect(),
            });
            plan.total = plan.total.saturating_add(hours);
            planned.push(gap);
        }
    }
    plan
}

struct Gap<'a> {
    place: Place,
    set: &'a RuleSet,
    requirement: &'a Requirement,
    hours: Hours,
    rank: u8,
}

impl Gap<'_> {
    /// Whether every course for this also counts for the other.
    fn serves(&self, other: &Self) -> bool {
        let is_part =
            self.place.0 == other.place.0 && self.set.is_part(self.place.1, other.place.1);
        let counts = |term: &Term| other.requirement.terms.iter().any(|it| term.counts_in(*it));
        is_part || self.requirement.terms.iter().all(counts)
    }
}

fn gaps<'a>(rule_sets: &'a [RuleSet], report: &Report) -> Vec<Gap<'a>> {
    let mut gaps = Vec::new();
    for (set_number, (set, judged)) in rule_sets.iter().zip(&report.sets).enumerate() {
        for (number, (requirement, judged)) in set
            .requirements
            .iter()
            .zip(&judged.requirements)
            .enumerate()
        {
            if matches!(judged.latest(), Verdict::Short(_)) {
                let known = judged.coming.map_or(judged.known, |(known, _)| known);
                gaps.push(Gap {
                    place: (set_number, number),
                    set,
                    requirement,
                    hours: requirement.at_least.saturating_sub(known.least),
                    rank: rank(&requirement.terms),
                });
            }
        }
    }
    gaps
}

/// Digital hours may be any of the courses before.
const DIGITAL: u8 = 5;
const LAST_RANK: u8 = 6;

/// The order in which gaps are mended: the narrowest first, so that wider ones find them mended.
fn rank(terms: &[Term]) -> u8 {
    match terms {
        [Term::Input(_)] => 0,
        [Term::Row(row)] => match row {
            PortalRow::GenderBasic | PortalRow::GenderAdvanced => 1,
            PortalRow::Policy | PortalRow::Environment | PortalRow::Governance => 2,
            PortalRow::Mandatory => 3,
            PortalRow::BusinessRelated
            | PortalRow::OfficialLeave
            | PortalRow::InPerson
            | PortalRow::Blended => 4,
            PortalRow::Digital => DIGITAL,
            PortalRow::Total => LAST_RANK,
        },
        _ if terms.iter().all(|term| matches!(term, Term::Input(_))) => 2,
        _ => 3,
    }
}
