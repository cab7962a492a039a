//! How long it takes to judge the rule sets that ship switched on: five requirements in two sets.
//!
//! `cargo bench -p hours`. The budget is 5 µs.

use divan::{Bencher, black_box};
use hours::{Hours, PortalRow, Requirement, RuleSet, Totals, evaluate};

fn main() {
    divan::main();
}

/// All twelve rows given, some of them short.
#[divan::bench]
fn both_rule_sets(bencher: Bencher<'_, '_>) {
    let rule_sets = rule_sets();
    let totals = PortalRow::ALL
        .into_iter()
        .fold(Totals::default(), |totals, row| {
            totals.with(row, Some(Hours::from_hundredths(450)))
        });
    bencher.bench(|| evaluate(black_box(&rule_sets), black_box(&totals)).overall());
}

/// Nothing given: every verdict is unknown.
#[divan::bench]
fn both_rule_sets_blank(bencher: Bencher<'_, '_>) {
    let rule_sets = rule_sets();
    bencher.bench(|| evaluate(black_box(&rule_sets), black_box(&Totals::default())).overall());
}

fn rule_sets() -> [RuleSet; 2] {
    use PortalRow::{BusinessRelated, Environment, Governance, Mandatory, Policy};
    let requirement = |(row, hours)| Requirement {
        row,
        at_least: Hours::from_whole(hours),
    };
    let manual = [
        (Mandatory, 10),
        (Policy, 1),
        (Environment, 4),
        (Governance, 5),
    ];
    let circular = [(BusinessRelated, 20)];
    [
        RuleSet {
            requirements: manual.map(requirement).to_vec(),
        },
        RuleSet {
            requirements: circular.map(requirement).to_vec(),
        },
    ]
}
