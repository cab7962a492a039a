//! How long it takes to judge all five rule sets that ship, those of history too.
//!
//! `cargo bench -p hours`. The budget is 5 µs.

use divan::{Bencher, black_box};
use hours::{
    Blended, Given, Hours, PortalRow, Requirement, RuleSet, Term, Totals, Workdays, YearDay,
    evaluate, hints, plan,
};

fn main() {
    divan::main();
}

/// All twelve rows and all inputs given, some of them short.
#[divan::bench]
fn all_rule_sets(bencher: Bencher<'_, '_>) {
    bench(bencher, &given(true));
}

/// Nothing given: every verdict is unknown.
#[divan::bench]
fn all_rule_sets_blank(bencher: Bencher<'_, '_>) {
    bench(bencher, &given(false));
}

fn bench(bencher: Bencher<'_, '_>, given: &Given) {
    let (rule_sets, workdays) = (rule_sets(), Workdays::default());
    bencher.bench(|| {
        let report = evaluate(
            black_box(&rule_sets),
            black_box(given),
            black_box(&workdays),
        );
        report.overall()
    });
}

/// Verdicts, hints and plan: everything that follows from a key press.
#[divan::bench]
fn with_hints_and_plan(bencher: Bencher<'_, '_>) {
    let (rule_sets, given) = (rule_sets(), given(true));
    let workdays = Workdays::default();
    bencher.bench(|| {
        let report = evaluate(black_box(&rule_sets), black_box(&given), &workdays);
        (hints(&given.totals).len(), plan(&rule_sets, &report).total)
    });
}

fn given(is_filled: bool) -> Given {
    let hours = is_filled.then_some(Hours::from_hundredths(450));
    let mut totals = Totals::default();
    for row in PortalRow::ALL {
        totals.set(row, hours);
    }
    Given {
        totals,
        inputs: vec![hours; 5],
        // The history is asked for as well.
        asked: vec![true; 5],
        year: Some(2026),
        ..Given::default()
    }
}

fn requirement(terms: &[Term], hours: u32, part_of: Option<usize>) -> Requirement {
    Requirement {
        terms: terms.to_vec(),
        part_of,
        at_least: Hours::from_whole(hours),
    }
}

/// As `content/rules/*.toml` has them; 資安 is the first input, the four topics follow.
fn rule_sets() -> [RuleSet; 5] {
    use PortalRow::{BusinessRelated, Digital, Environment, Governance, Mandatory, Policy, Total};
    use Term::{Input, Row};
    let set = |requirements| RuleSet {
        requirements,
        is_enabled: true,
        cut_off: Some(YearDay { month: 12, day: 31 }),
        ..RuleSet::default()
    };
    let rows = |rows: &[(PortalRow, u32)]| {
        let rows = rows.iter();
        set(rows
            .map(|(row, hours)| requirement(&[Row(*row)], *hours, None))
            .collect())
    };
    let topics = [Input(1), Input(2), Input(3), Input(4)];
    let school = |total, digital| {
        let all = [&[Row(Policy), Row(Environment)][..], &topics, &[Input(0)]].concat();
        let mut requirements = vec![
            requirement(&[Row(Total)], total, None),
            requirement(&[Row(Digital)], digital, Some(0)),
            requirement(&[Row(BusinessRelated)], 30, Some(0)),
            requirement(&all, 16, Some(2)),
            requirement(&[Row(Policy)], 1, Some(3)),
            requirement(&[Row(Environment)], 4, Some(3)),
            requirement(&topics, 8, Some(3)),
        ];
        requirements.extend(topics.map(|topic| requirement(&[topic], 2, Some(6))));
        requirements.push(requirement(&[Input(0)], 3, Some(3)));
        RuleSet {
            blended: Blended::UnknownPart,
            ..set(requirements)
        }
    };
    [
        rows(&[
            (Mandatory, 10),
            (Policy, 1),
            (Environment, 4),
            (Governance, 5),
        ]),
        rows(&[(BusinessRelated, 20)]),
        set(vec![requirement(&[Input(0)], 3, None)]),
        school(50, 10),
        school(30, 5),
    ]
}
