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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Given, Workdays, evaluate};
    use PortalRow::{BusinessRelated, Digital, Environment, Governance, Mandatory, Policy, Total};

    fn rule_set(rows: &[(PortalRow, u32)]) -> RuleSet {
        let requirement = |(row, hundredths): &(PortalRow, u32)| Requirement {
            terms: vec![Term::Row(*row)],
            part_of: None,
            at_least: Hours::from_hundredths(*hundredths),
        };
        RuleSet {
            requirements: rows.iter().map(requirement).collect(),
            is_enabled: true,
            ..RuleSet::default()
        }
    }

    fn given(rows: &[(PortalRow, u32)]) -> Given {
        let mut given = Given::default();
        for (row, hundredths) in rows {
            given
                .totals
                .set(*row, Some(Hours::from_hundredths(*hundredths)));
        }
        given
    }

    fn plan_of(sets: &[RuleSet], given: &Given) -> Plan {
        plan(sets, &evaluate(sets, given, &Workdays::default()))
    }

    /// The manual's rule and the circular's.
    fn sets() -> [RuleSet; 2] {
        let manual = [
            (Mandatory, 1_000),
            (Policy, 100),
            (Environment, 400),
            (Governance, 500),
        ];
        [rule_set(&manual), rule_set(&[(BusinessRelated, 2_000)])]
    }

    #[test]
    fn one_course_serves_several_rules_and_the_narrowest_comes_first() {
        #[track_caller]
        fn check(rows: &[(PortalRow, u32)], expect: &[(Place, u32, &[Place])]) {
            let plan = plan_of(&sets(), &given(rows));
            let steps: Vec<_> = plan
                .steps
                .iter()
                .map(|it| (it.place, it.hours.hundredths(), &*it.serves))
                .collect();
            assert_eq!(steps, expect);
            let total: u32 = expect.iter().map(|it| it.1).sum();
            assert_eq!(plan.total.hundredths(), total);
        }
        let rows = |all: [u32; 5]| {
            [Mandatory, Policy, Environment, Governance, BusinessRelated]
                .into_iter()
                .zip(all)
                .collect::<Vec<_>>()
        };
        check(&rows([1_000, 100, 400, 500, 2_000]), &[]);
        check(&[], &[]);
        check(
            &rows([950, 100, 400, 450, 1_800]),
            &[((0, 3), 50, &[(0, 0), (1, 0)]), ((1, 0), 150, &[])],
        );
        // Row 9 is short although its parts are not: only then does it ask for hours of its own.
        check(&rows([900, 100, 400, 500, 2_000]), &[((0, 0), 100, &[])]);
        check(
            &rows([0, 0, 0, 0, 0]),
            &[
                ((0, 1), 100, &[(0, 0), (1, 0)]),
                ((0, 2), 400, &[(0, 0), (1, 0)]),
                ((0, 3), 500, &[(0, 0), (1, 0)]),
                ((1, 0), 1_000, &[]),
            ],
        );
    }

    #[test]
    fn digital_hours_are_taken_out_of_the_others() {
        let sets = [rule_set(&[(Total, 1_000), (Digital, 300)])];
        let plan = plan_of(&sets, &given(&[(Total, 500), (Digital, 100)]));
        assert_eq!(plan.digital, Some(Hours::from_whole(2)));
        assert_eq!(plan.total, Hours::from_whole(5));
    }

    proptest! {
        #[test]
        fn the_planned_hours_mend_every_gap_and_are_the_fewest(
            needs in proptest::collection::vec((0..12_usize, 0..2_500_u32), 1..8),
            had in proptest::collection::vec(0..2_500_u32, 12),
        ) {
            // Modes of learning and official leave are no subjects to choose courses by.
            let rows: Vec<_> = needs.iter()
                .filter_map(|(row, hundredths)| Some((PortalRow::from_index(*row)?, *hundredths)))
                .filter(|(row, _)| !matches!(row, PortalRow::OfficialLeave | PortalRow::InPerson | PortalRow::Blended | Digital))
                .collect();
            let sets = [rule_set(&rows)];
            let had: Vec<_> = PortalRow::ALL.into_iter().zip(had).collect();
            let before = given(&had);
            let plan = plan_of(&sets, &before);
            let mut after = before.clone();
            for step in &plan.steps {
                let Term::Row(row) = sets[0].requirements[step.place.1].terms[0] else { panic!("a row") };
                for other in PortalRow::ALL.into_iter().filter(|other| row.counts_in(*other)) {
                    let hours = after.totals.get(other).map(|it| it.saturating_add(step.hours));
                    after.totals.set(other, hours);
                }
            }
            prop_assert!(plan_of(&sets, &after).steps.is_empty());
            // No row alone needs more than all its courses together give.
            for (row, need) in &rows {
                let have = before.totals.get(*row).expect("given");
                prop_assert!(Hours::from_hundredths(*need).saturating_sub(have) <= plan.total);
            }
            // Without any one of the steps something is short.
            for step in &plan.steps {
                prop_assert!(step.hours > Hours::default());
            }
        }
    }
}
