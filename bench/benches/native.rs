//! How long judging, pasting and layout take on this machine, without a browser; `bench.mjs` reads what criterion writes.

use std::{fs, hint::black_box, time::Duration};

use bench::Sample;
use criterion::{Criterion, criterion_group, criterion_main};
use hours::{
    Given, Hours, PortalRow, Requirement, RuleSet, Term, Totals, Workdays, YearDay, evaluate,
};
use interchange::{MAX_UNITS, read};

#[path = "../../crates/interchange/tests/portal/mod.rs"]
#[allow(dead_code, reason = "only the labels are of use here")]
mod portal;

const PAGE: &str = include_str!("../../crates/interchange/fuzz/corpus/read/page-of-the-portal.txt");

criterion_main!(benches);
criterion_group! {
    name = benches;
    config = Criterion::default()
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(3));
    targets = judging, pasting, layout
}

/// Five rule sets as long as those that ship, all twelve rows and all inputs given.
fn judging(criterion: &mut Criterion) {
    use PortalRow::{BusinessRelated, Digital, Environment, Governance, Mandatory, Policy, Total};
    let row = |row, hours| requirement(&[Term::Row(row)], hours, None);
    let topics = [1, 2, 3, 4].map(Term::Input);
    let rows = [Term::Row(Policy), Term::Row(Environment), Term::Input(0)];
    let school = |total, digital| {
        let mut school = vec![
            row(Total, total),
            requirement(&[Term::Row(Digital)], digital, Some(0)),
            requirement(&[Term::Row(BusinessRelated)], 30, Some(0)),
            requirement(&[&rows[..], &topics].concat(), 16, Some(2)),
            requirement(&topics, 8, Some(3)),
        ];
        let parts = [&rows[..], &topics].concat();
        school.extend(parts.iter().map(|&part| requirement(&[part], 2, Some(3))));
        school
    };
    let rule_sets = [
        vec![
            row(Mandatory, 10),
            row(Policy, 1),
            row(Environment, 4),
            row(Governance, 5),
        ],
        vec![row(BusinessRelated, 20)],
        vec![requirement(&[Term::Input(0)], 3, None)],
        school(50, 10),
        school(30, 5),
    ]
    .map(|requirements| RuleSet {
        requirements,
        is_enabled: true,
        cut_off: Some(YearDay { month: 12, day: 31 }),
        ..RuleSet::default()
    });
    let hours = Some(Hours::from_hundredths(450));
    let mut totals = Totals::default();
    for row in PortalRow::ALL {
        totals.set(row, hours);
    }
    let given = Given {
        totals,
        inputs: vec![hours; 5],
        asked: vec![true; 5],
        year: Some(2026),
        ..Given::default()
    };
    let workdays = Workdays::default();
    criterion.bench_function("judging", |bencher| {
        bencher.iter(|| evaluate(black_box(&rule_sets), black_box(&given), &workdays).overall());
    });
}

fn requirement(terms: &[Term], hours: u32, part_of: Option<usize>) -> Requirement {
    Requirement {
        terms: terms.to_vec(),
        part_of,
        at_least: Hours::from_whole(hours),
    }
}

/// The table among menus and lists of courses, and words without a label, as long as a text may be.
fn pasting(criterion: &mut Criterion) {
    let course = "2026/11/23\t環境教育與永續發展（進階）\t某某大學\tA000000000\t數位\t2 小時\n";
    let courses = course.repeat(10_000_usize.saturating_sub(PAGE.len()) / course.len());
    let noise = "性別主流化 課程 123, 環境 (王小明)\t總學習\n";
    let labels = portal::labels();
    for (name, text) in [
        ("pasting-page", [PAGE, &courses].concat()),
        ("pasting-most", noise.repeat(MAX_UNITS / noise.chars().count() - 1)),
    ] {
        criterion.bench_function(name, |bencher| {
            bencher.iter(|| read(black_box(&text), black_box(&labels)));
        });
    }
}

fn layout(criterion: &mut Criterion) {
    for name in ["manual", "large"] {
        let file = format!("{}/work/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        let sample = Sample::parse(&fs::read_to_string(file).expect("bench.mjs writes the flows"));
        criterion.bench_function(&format!("layout-{name}"), |bencher| {
            bencher.iter(|| black_box(&sample).layout());
        });
    }
}
