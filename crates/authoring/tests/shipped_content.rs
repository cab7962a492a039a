//! The content that is published: nothing is wrong with it, and every way through it ends well.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod folder;

use authoring::Code;
use flowchart::{EdgeKind, NodeKind};
use guide::{Guide, Term};
use hours::{Blended, Given, Hours, Verdict, Workdays};

#[test]
fn the_shipped_content_has_no_finding() {
    let (guide, findings) = shipped();
    assert_eq!(findings, [] as [String; 0]);
    assert!(guide.is_some());
}

#[test]
fn every_way_from_the_start_ends_in_an_outcome_with_a_contact() {
    let (guide, _) = shipped();
    let guide = guide.unwrap();
    let mut ways = vec![vec![guide.flow.start()]];
    let mut ends = 0;
    while let Some(way) = ways.pop() {
        let node = guide.node(*way.last().unwrap()).unwrap();
        if node.kind == NodeKind::Outcome {
            assert!(!node.contacts.is_empty(), "{} names nobody", node.id);
            ends += 1;
            continue;
        }
        let on: Vec<_> = node
            .exits
            .iter()
            .filter(|e| e.kind != EdgeKind::Trouble)
            .collect();
        assert!(!on.is_empty(), "{} is a dead end", node.id);
        for exit in on {
            assert!(
                !way.contains(&exit.to),
                "one walks in circles at {}",
                node.id
            );
            ways.push(way.iter().copied().chain([exit.to]).collect());
        }
    }
    assert!(ends > 1);
}

#[test]
fn every_trouble_names_a_contact_and_leads_back() {
    let (guide, _) = shipped();
    let guide = guide.unwrap();
    for node in guide.nodes.iter().filter(|n| n.kind == NodeKind::Trouble) {
        assert!(!node.contacts.is_empty(), "{} names nobody", node.id);
        assert_eq!(node.exits.len(), 1, "{} leads back", node.id);
    }
}

#[test]
fn whoever_reaches_what_a_rule_asks_for_meets_it_and_a_hundredth_less_is_short() {
    let guide = shipped().0.unwrap();
    for set in &guide.rule_sets {
        for requirement in &set.requirements {
            let [term] = requirement.terms.as_slice() else {
                continue;
            };
            let judged = |hours: Hours| {
                let (given, term) = match term {
                    Term::Row(row) => {
                        let mut given = Given::default();
                        given.totals.set(*row, Some(hours));
                        (given, hours::Term::Row(*row))
                    }
                    Term::Input(_) => {
                        let inputs = vec![Some(hours)];
                        let given = Given {
                            inputs,
                            ..Given::default()
                        };
                        (given, hours::Term::Input(0))
                    }
                };
                let alone = hours::RuleSet {
                    requirements: vec![hours::Requirement {
                        terms: vec![term],
                        part_of: None,
                        at_least: requirement.at_least,
                    }],
                    is_enabled: true,
                    is_advice: false,
                    staff: Vec::new(),
                    from: None,
                    to: None,
                    cut_off: None,
                    blended: Blended::NotDigital,
                };
                hours::evaluate(&[alone], &given, &Workdays::default()).sets[0].requirements[0]
                    .verdict
            };
            let name = format!("{}/{}", set.id, requirement.id);
            let enough = requirement.at_least;
            let hundredth = Hours::from_hundredths(1);
            let less = Hours::from_hundredths(enough.hundredths() - 1);
            assert_eq!(judged(enough), Verdict::Met, "{name}");
            assert_eq!(judged(less), Verdict::Short(hundredth), "{name}");
        }
    }
}

#[test]
fn every_rule_that_is_shown_names_its_source_and_asks_for_something() {
    let guide = shipped().0.unwrap();
    for set in &guide.rule_sets {
        assert!(!set.source.zh.is_empty(), "{}", set.id);
        assert!(!set.requirements.is_empty(), "{}", set.id);
        assert!(set.is_enabled != set.is_history, "{}", set.id);
    }
}

/// The shipped guide, and what is an error or a warning in it; that a fact is old is for the editor to see.
fn shipped() -> (Option<Guide>, Vec<String>) {
    let (guide, mut findings) = folder::content("content");
    findings.retain(|it| !matches!(it.code, Code::ConfirmedLongAgo | Code::SeenLongAgo));
    (guide, findings.iter().map(authoring::report_line).collect())
}
