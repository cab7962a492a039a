//! Plans the courses to take next: the fewest hours that mend every gap, since one course may count for several rules.

use crate::{Applies, Hours, PortalRow, Report, Requirement, RuleSet, Term, Verdict};

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

/// The courses to take next (補修計畫).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The courses, the most particular first (各步驟).
    pub steps: Vec<Step>,
    /// All their hours (合計): the fewest that are enough.
    pub total: Hours,
    /// How many of these hours must be digital (其中數位時數), where a rule asks for it.
    pub digital: Option<Hours>,
}

/// The fewest hours that mend every gap (最短的補修計畫) of the binding rules; advice and history ask for nothing here.
///
/// A gap is mended for certain: where only bounds are known, by the lower one. Hours that show in time are not taken again.
/// Unknown hours are no gap; they have to be filled in first.
/// Any course can be taken in digital form, so missing digital hours cost nothing beyond the others unless they are more.
#[must_use]
pub fn plan<'a>(rule_sets: impl IntoIterator<Item = &'a RuleSet>, report: &Report) -> Plan {
    let gaps = gaps(rule_sets, report);
    let mut plan = Plan::default();
    let mut open: Vec<&Gap<'_>> = gaps.iter().collect();
    let mut planned: Vec<&Gap<'_>> = Vec::new();
    while !open.is_empty() {
        // The narrowest first, so that wider ones find their hours planned; of those that go round in a circle the first.
        let is_first = |gap: &&Gap<'_>| !open.iter().any(|other| other.comes_before(gap));
        let gap = open.remove(open.iter().position(is_first).unwrap_or_default());
        let mut had = Hours::default();
        for (step, other) in plan.steps.iter().zip(&planned) {
            if other.serves(gap) || (gap.is_digital() && !other.has_form()) {
                had = had.saturating_add(step.hours);
            }
        }
        if gap.is_digital() {
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
}

impl Gap<'_> {
    /// Whether every course for this also counts for the other: by its terms, or by those of what contains it.
    fn serves(&self, other: &Self) -> bool {
        let is_part =
            self.place.0 == other.place.0 && self.set.is_part(self.place.1, other.place.1);
        let counts = |term: &Term| other.requirement.terms.iter().any(|it| term.counts_in(*it));
        let mut whole = self.set.containing(self.place.1);
        is_part
            || whole.any(|number| {
                let requirement = self.set.requirements.get(number);
                requirement.is_some_and(|it| it.terms.iter().all(counts))
            })
    }

    /// Whether this is to be planned before the other, which then finds its hours planned.
    fn comes_before(&self, other: &Self) -> bool {
        (self.serves(other) || other.is_digital()) && !other.serves(self)
    }

    fn is_digital(&self) -> bool {
        self.requirement.terms == [Term::Row(PortalRow::Digital)]
    }

    /// Whether its courses have a form that is not digital.
    fn has_form(&self) -> bool {
        let forms = [PortalRow::InPerson, PortalRow::Blended].map(Term::Row);
        self.requirement
            .terms
            .iter()
            .any(|term| forms.contains(term))
    }
}

fn gaps<'a>(rule_sets: impl IntoIterator<Item = &'a RuleSet>, report: &Report) -> Vec<Gap<'a>> {
    let mut gaps = Vec::new();
    for (set_number, (set, judged)) in rule_sets.into_iter().zip(&report.sets).enumerate() {
        if judged.applies != Applies::Binds {
            continue;
        }
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
                });
            }
        }
    }
    gaps
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

    fn sum(terms: &[Term], hours: u32, part_of: Option<usize>) -> Requirement {
        Requirement {
            terms: terms.to_vec(),
            part_of,
            at_least: Hours::from_whole(hours),
        }
    }

    fn set_of(requirements: Vec<Requirement>) -> RuleSet {
        RuleSet {
            requirements,
            is_enabled: true,
            ..RuleSet::default()
        }
    }

    #[track_caller]
    fn check_steps(sets: &[RuleSet], given: &Given, expect: &[(Place, u32)]) {
        let plan = plan_of(sets, given);
        let steps: Vec<_> = plan
            .steps
            .iter()
            .map(|it| (it.place, it.hours.hundredths() / 100))
            .collect();
        assert_eq!(steps, expect);
    }

    #[test]
    fn digital_hours_are_not_taken_out_of_other_forms_of_learning() {
        use PortalRow::{Blended, InPerson};
        let none = given(&[(Total, 0), (Digital, 0), (InPerson, 0), (Blended, 0)]);
        for other in [InPerson, Blended] {
            let sets = [rule_set(&[(Total, 900), (Digital, 300), (other, 400)])];
            let steps = [((0, 2), 4), ((0, 1), 3), ((0, 0), 2)];
            check_steps(&sets, &none, &steps);
        }
    }

    #[test]
    fn sums_come_before_what_contains_them_however_they_are_listed() {
        use PortalRow::{GenderAdvanced, GenderBasic};
        let rows = [
            GenderBasic,
            GenderAdvanced,
            Policy,
            Environment,
            Governance,
            Mandatory,
        ];
        let none = given(&rows.map(|row| (row, 0)));
        // Two rows of a kind within a third.
        let gender = [GenderBasic, GenderAdvanced].map(Term::Row);
        let sets = [set_of(vec![
            sum(&[Governance.into()], 5, None),
            sum(&gender, 2, None),
        ])];
        check_steps(&sets, &none, &[((0, 1), 2), ((0, 0), 3)]);
        // A sum within a row of the same set.
        let two = [Policy, Environment].map(Term::Row);
        let sets = [set_of(vec![
            sum(&[Mandatory.into()], 10, None),
            sum(&two, 5, Some(0)),
        ])];
        check_steps(&sets, &none, &[((0, 1), 5), ((0, 0), 5)]);
        // Sums of inputs within each other.
        let inputs = Given {
            inputs: vec![Some(Hours::default()); 3],
            ..Given::default()
        };
        let all = [0, 1, 2].map(Term::Input);
        let sets = [set_of(vec![
            sum(&all, 6, None),
            sum(&all[1..], 4, Some(0)),
            sum(&all[2..], 2, Some(1)),
        ])];
        check_steps(&sets, &inputs, &[((0, 2), 2), ((0, 1), 2), ((0, 0), 2)]);
    }

    #[test]
    fn a_part_of_a_row_counts_in_that_row_for_every_rule() {
        // As the school's rule of 107 beside the circular: both ask for the same row, one of them says what lies inside it.
        let given = Given {
            inputs: vec![Some(Hours::default())],
            ..given(&[(BusinessRelated, 0)])
        };
        let sets = [
            set_of(vec![sum(&[BusinessRelated.into()], 20, None)]),
            set_of(vec![
                sum(&[BusinessRelated.into()], 30, None),
                sum(&[Term::Input(0)], 16, Some(0)),
            ]),
        ];
        check_steps(&sets, &given, &[((1, 1), 16), ((0, 0), 4), ((1, 0), 10)]);
    }

    proptest! {
        #[test]
        fn the_planned_hours_mend_every_gap_and_are_the_fewest(
            needs in proptest::collection::vec((0..12_usize, 0..2_500_u32), 1..8),
            had in proptest::collection::vec(0..2_500_u32, 12),
        ) {
            // Other forms of learning and official leave are no subjects to choose courses by.
            let rows: Vec<_> = needs.iter()
                .filter_map(|(row, hundredths)| Some((PortalRow::from_index(*row)?, *hundredths)))
                .filter(|(row, _)| !matches!(row, PortalRow::OfficialLeave | PortalRow::InPerson | PortalRow::Blended))
                .collect();
            let sets = [rule_set(&rows)];
            let had: Vec<_> = PortalRow::ALL.into_iter().zip(had).collect();
            let before = given(&had);
            let plan = plan_of(&sets, &before);
            let mut after = before.clone();
            for step in &plan.steps {
                let Term::Row(row) = sets[0].requirements[step.place.1].terms[0] else { panic!("a row") };
                for other in PortalRow::ALL.into_iter().filter(|other| row.counts_in(*other) || *other == Digital) {
                    let hours = after.totals.get(other).map(|it| it.saturating_add(step.hours));
                    after.totals.set(other, hours);
                }
            }
            prop_assert!(plan_of(&sets, &after).steps.is_empty());
            let gap = |row: PortalRow| {
                let needs = rows.iter().filter(|(other, _)| *other == row).map(|(_, need)| *need);
                let have = before.totals.get(row).expect("given").hundredths();
                needs.max().unwrap_or_default().saturating_sub(have)
            };
            let digital = rows.iter().any(|(row, _)| *row == Digital && gap(*row) > 0).then(|| gap(Digital));
            prop_assert_eq!(plan.total.hundredths(), fewest(Total, &gap).max(gap(Digital)));
            prop_assert_eq!(plan.digital.map(Hours::hundredths), digital);
        }

        #[test]
        fn the_planned_hours_mend_every_gap_of_any_rules(
            requirements in proptest::collection::vec(
                (proptest::collection::vec(0..15_usize, 1..4), 0..2_500_u32, proptest::option::of(0..6_usize)), 1..8),
            had in proptest::collection::vec(0..2_500_u32, 15),
        ) {
            let term = |number: usize| PortalRow::from_index(number).map_or(Term::Input(number % 3), Term::Row);
            let requirements = requirements.iter().map(|(terms, hundredths, part_of)| Requirement {
                terms: terms.iter().map(|number| term(*number)).collect(),
                part_of: *part_of,
                at_least: Hours::from_hundredths(*hundredths),
            });
            let sets = [set_of(requirements.collect())];
            let rows: Vec<_> = PortalRow::ALL.into_iter().zip(had.iter().copied()).collect();
            let inputs = had[12..].iter().map(|it| Some(Hours::from_hundredths(*it))).collect();
            let mut given = Given { inputs, ..given(&rows) };
            let gaps = |given: &Given| {
                let report = evaluate(&sets, given, &Workdays::default());
                let judged = report.sets[0].requirements.iter().zip(&sets[0].requirements);
                judged.map(|(it, rule)| rule.at_least.saturating_sub(it.known.least)).collect::<Vec<_>>()
            };
            let plan = plan_of(&sets, &given);
            prop_assert!(gaps(&given).iter().all(|gap| *gap <= plan.total));
            for step in &plan.steps {
                // A course counts in some term of its requirement and of whatever contains that, and in the rows around them;
                // it is digital if it may be.
                let containing = sets[0].containing(step.place.1);
                let mut terms: Vec<_> = containing
                    .filter_map(|number| sets[0].requirements.get(number))
                    .map(|it| it.terms[0])
                    .collect();
                let is_form = |term: &Term| matches!(term, Term::Row(PortalRow::InPerson | PortalRow::Blended));
                if !sets[0].requirements[step.place.1].terms.iter().all(is_form) {
                    terms.push(Term::Row(Digital));
                }
                let counts = |other: Term| terms.iter().any(|term| term.counts_in(other));
                for row in PortalRow::ALL.into_iter().filter(|row| counts(Term::Row(*row))) {
                    let hours = given.totals.get(row).map(|it| it.saturating_add(step.hours));
                    given.totals.set(row, hours);
                }
                for (number, input) in given.inputs.iter_mut().enumerate() {
                    if counts(Term::Input(number)) {
                        *input = input.map(|it| it.saturating_add(step.hours));
                    }
                }
            }
            prop_assert!(gaps(&given).iter().all(|gap| *gap == Hours::default()));
        }
    }

    /// The fewest hundredths that mend a row and all rows inside it: its parts are different courses.
    fn fewest(row: PortalRow, gap: &dyn Fn(PortalRow) -> u32) -> u32 {
        let parts = PortalRow::ALL.into_iter().filter(|part| {
            part.within() == Some(row)
                && !matches!(part, Digital | PortalRow::InPerson | PortalRow::Blended)
        });
        gap(row).max(parts.map(|part| fewest(part, gap)).sum())
    }
}
