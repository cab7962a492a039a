//! What rules ask for, and what the given hours say about it.

use crate::{Hours, PortalRow, Totals};

/// One thing a rule asks for (要求): at least so many hours in one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// The row that counts (列).
    pub row: PortalRow,
    /// How many hours at least (至少時數).
    pub at_least: Hours,
}

/// Everything one rule asks for (規定).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleSet {
    /// What it asks for, in its order (各項要求).
    pub requirements: Vec<Requirement>,
}

/// Why a requirement could not be judged (無法判斷的原因).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Its row was not given (未填).
    RowNotGiven,
}

/// What the given hours say about a requirement (判斷).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// There are enough hours (已達成).
    Met,
    /// So many hours are missing (尚缺時數), never zero.
    Short(Hours),
    /// It cannot be said (無法判斷).
    Unknown(Why),
}

/// A requirement with its verdict (判斷結果).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// What was asked for (要求).
    pub requirement: Requirement,
    /// The hours of its row (現有時數), if they were given.
    pub have: Option<Hours>,
    /// What follows from them (判斷).
    pub verdict: Verdict,
}

/// What the given hours say about all rules (檢核結果).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// For each rule set its requirements (各規定的各項要求), both in their order.
    pub sets: Vec<Vec<Judged>>,
    is_blank: bool,
}

/// The one answer above all others (總結).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overall {
    /// No row was given yet (尚未填寫).
    NothingGiven,
    /// Everything is met (全部達成).
    Met,
    /// At least one requirement is short (尚有不足).
    Short,
    /// Nothing is known to be short, but something cannot be said (尚無法判斷).
    Unknown,
}

impl Report {
    /// The one answer above all others (總結); it is never better than any of its parts.
    ///
    /// A rule set that asks for nothing, and no rule set at all, are unknown: nothing was judged, so nothing was met.
    #[must_use]
    pub fn overall(&self) -> Overall {
        let mut known = true;
        for set in &self.sets {
            known &= !set.is_empty();
            for judged in set {
                match judged.verdict {
                    Verdict::Met => {}
                    Verdict::Short(_) => return Overall::Short,
                    Verdict::Unknown(_) => known = false,
                }
            }
        }
        if self.sets.is_empty() {
            Overall::Unknown
        } else if known {
            Overall::Met
        } else if self.is_blank {
            Overall::NothingGiven
        } else {
            Overall::Unknown
        }
    }
}

/// Judges all rule sets side by side (檢核) against the given hours.
#[must_use]
pub fn evaluate(rule_sets: &[RuleSet], totals: &Totals) -> Report {
    let judged = |requirement: &Requirement| Judged {
        requirement: *requirement,
        have: totals.get(requirement.row),
        verdict: judge(*requirement, totals),
    };
    Report {
        sets: rule_sets
            .iter()
            .map(|set| set.requirements.iter().map(judged).collect())
            .collect(),
        is_blank: totals.is_blank(),
    }
}

/// Judges one requirement (判斷一項要求) against the given hours.
#[must_use]
pub fn judge(requirement: Requirement, totals: &Totals) -> Verdict {
    match totals.get(requirement.row) {
        None => Verdict::Unknown(Why::RowNotGiven),
        Some(have) if have >= requirement.at_least => Verdict::Met,
        Some(have) => Verdict::Short(requirement.at_least.saturating_sub(have)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOT_GIVEN: Verdict = Verdict::Unknown(Why::RowNotGiven);

    fn short(hundredths: u32) -> Verdict {
        Verdict::Short(Hours::from_hundredths(hundredths))
    }

    fn requirement(row: PortalRow, hours: u32) -> Requirement {
        Requirement {
            row,
            at_least: Hours::from_whole(hours),
        }
    }

    /// The rules of the manual and of the circular.
    fn rule_sets() -> [RuleSet; 2] {
        use PortalRow::*;
        let manual = [
            (Mandatory, 10),
            (Policy, 1),
            (Environment, 4),
            (Governance, 5),
        ];
        let circular = [(BusinessRelated, 20)];
        [&manual[..], &circular[..]].map(|set| RuleSet {
            requirements: set
                .iter()
                .map(|(row, hours)| requirement(*row, *hours))
                .collect(),
        })
    }

    fn totals(given: &[(PortalRow, u32)]) -> Totals {
        given
            .iter()
            .fold(Totals::default(), |totals, (row, hundredths)| {
                totals.with(*row, Some(Hours::from_hundredths(*hundredths)))
            })
    }

    #[test]
    fn a_requirement_is_judged_to_the_hundredth() {
        #[track_caller]
        fn check(have: Option<u32>, expect: Verdict) {
            let totals =
                Totals::default().with(PortalRow::Environment, have.map(Hours::from_hundredths));
            assert_eq!(
                judge(requirement(PortalRow::Environment, 4), &totals),
                expect
            );
        }
        check(None, NOT_GIVEN);
        check(Some(0), short(400));
        check(Some(150), short(250));
        check(Some(399), short(1));
        check(Some(400), Verdict::Met);
        check(Some(401), Verdict::Met);
        check(Some(u32::MAX), Verdict::Met);
    }

    #[test]
    fn nothing_given_is_unknown_even_where_nothing_is_asked() {
        assert_eq!(
            judge(requirement(PortalRow::Policy, 0), &Totals::default()),
            NOT_GIVEN
        );
        assert_eq!(
            judge(
                requirement(PortalRow::Policy, 0),
                &totals(&[(PortalRow::Policy, 0)])
            ),
            Verdict::Met
        );
    }

    #[test]
    fn only_the_row_itself_counts() {
        let others = totals(&[(PortalRow::Total, 99_900), (PortalRow::Mandatory, 99_900)]);
        assert_eq!(judge(requirement(PortalRow::Policy, 1), &others), NOT_GIVEN);
    }

    #[test]
    fn the_report_follows_the_rule_sets() {
        use PortalRow::*;
        let report = evaluate(
            &rule_sets(),
            &totals(&[(Mandatory, 1_000), (Policy, 50), (BusinessRelated, 2_000)]),
        );
        let verdicts: Vec<Vec<_>> = report
            .sets
            .iter()
            .map(|set| set.iter().map(|judged| judged.verdict).collect())
            .collect();
        assert_eq!(
            verdicts,
            [
                vec![Verdict::Met, short(50), NOT_GIVEN, NOT_GIVEN],
                vec![Verdict::Met]
            ]
        );
        let policy = report.sets[0][1];
        assert_eq!(policy.requirement, requirement(Policy, 1));
        assert_eq!(policy.have, Some(Hours::from_hundredths(50)));
        assert_eq!(report.sets[0][2].have, None);
    }

    #[test]
    fn the_summary_is_never_better_than_its_parts() {
        use PortalRow::*;
        #[track_caller]
        fn check(given: &[(PortalRow, u32)], expect: Overall) {
            assert_eq!(evaluate(&rule_sets(), &totals(given)).overall(), expect);
        }
        let enough = [
            (Mandatory, 1_000),
            (Policy, 100),
            (Environment, 400),
            (Governance, 500),
            (BusinessRelated, 2_000),
        ];
        check(&[], Overall::NothingGiven);
        check(&[(Total, 0)], Overall::Unknown);
        check(&[(Total, 99_900), (Digital, 99_900)], Overall::Unknown);
        check(&enough, Overall::Met);
        check(&enough[..4], Overall::Unknown);
        check(&enough[1..], Overall::Unknown);
        check(&[(Policy, 99)], Overall::Short);
        for (row, hundredths) in enough {
            let mut almost = totals(&enough);
            almost.set(row, Some(Hours::from_hundredths(hundredths - 1)));
            assert_eq!(evaluate(&rule_sets(), &almost).overall(), Overall::Short);
        }
    }

    #[test]
    fn without_rules_nothing_is_met() {
        let plenty = totals(&[(PortalRow::Total, 99_900)]);
        assert_eq!(evaluate(&[], &plenty).overall(), Overall::Unknown);
        assert_eq!(
            evaluate(&[], &Totals::default()).overall(),
            Overall::Unknown
        );
        assert_eq!(
            evaluate(&[RuleSet::default()], &plenty).overall(),
            Overall::Unknown
        );
        let met = RuleSet {
            requirements: vec![requirement(PortalRow::Total, 1)],
        };
        assert_eq!(
            evaluate(std::slice::from_ref(&met), &plenty).overall(),
            Overall::Met
        );
        assert_eq!(
            evaluate(&[met, RuleSet::default()], &plenty).overall(),
            Overall::Unknown
        );
    }

    fn any_row() -> impl Strategy<Value = PortalRow> {
        proptest::sample::select(PortalRow::ALL.to_vec())
    }

    fn any_totals() -> impl Strategy<Value = Totals> {
        proptest::collection::vec(proptest::option::of(0..2_500_u32), 12).prop_map(|given| {
            PortalRow::ALL.into_iter().zip(given).fold(
                Totals::default(),
                |totals, (row, hundredths)| {
                    totals.with(row, hundredths.map(Hours::from_hundredths))
                },
            )
        })
    }

    fn any_rule_sets() -> impl Strategy<Value = Vec<RuleSet>> {
        let requirement = (any_row(), 0..2_500_u32).prop_map(|(row, hundredths)| Requirement {
            row,
            at_least: Hours::from_hundredths(hundredths),
        });
        let set = proptest::collection::vec(requirement, 0..6)
            .prop_map(|requirements| RuleSet { requirements });
        proptest::collection::vec(set, 0..4)
    }

    /// How bad a verdict is, in hundredths that are missing; unknown is not comparable.
    fn missing(verdict: Verdict) -> Option<u32> {
        match verdict {
            Verdict::Met => Some(0),
            Verdict::Short(hours) => Some(hours.hundredths()),
            Verdict::Unknown(_) => None,
        }
    }

    proptest! {
        #[test]
        fn more_hours_never_make_a_verdict_worse(
            sets in any_rule_sets(), less in any_totals(), row in any_row(), added in 0..2_500_u32,
        ) {
            let more = less.with(row, less.get(row).map(|h| Hours::from_hundredths(h.hundredths() + added)));
            let (before, after) = (evaluate(&sets, &less), evaluate(&sets, &more));
            for (before, after) in before.sets.iter().flatten().zip(after.sets.iter().flatten()) {
                prop_assert!(missing(after.verdict) <= missing(before.verdict));
                prop_assert_eq!(missing(after.verdict).is_none(), missing(before.verdict).is_none());
            }
            if before.overall() == Overall::Met {
                prop_assert_eq!(after.overall(), Overall::Met);
            }
            if before.overall() != Overall::Short {
                prop_assert_ne!(after.overall(), Overall::Short);
            }
        }

        #[test]
        fn a_met_summary_has_only_met_parts(sets in any_rule_sets(), totals in any_totals()) {
            let report = evaluate(&sets, &totals);
            let all_met = report.sets.iter().flatten().all(|judged| judged.verdict == Verdict::Met);
            let any_short = report.sets.iter().flatten().any(|judged| matches!(judged.verdict, Verdict::Short(_)));
            prop_assert_eq!(report.overall() == Overall::Short, any_short);
            if report.overall() == Overall::Met {
                prop_assert!(all_met);
            }
            for judged in report.sets.iter().flatten() {
                prop_assert_ne!(judged.verdict, Verdict::Short(Hours::default()));
                prop_assert_eq!(judged.have.is_none(), judged.verdict == NOT_GIVEN);
            }
        }
    }
}
