//! The content that is published: nothing is wrong with it, and every way through it ends well.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod shipped;

use flowchart::{EdgeKind, NodeKind};
use guide::Guide;
use hours::Date;

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
fn the_calendar_covers_two_years_and_two_platforms() {
    let calendar = shipped().0.unwrap().calendar;
    let of_year = |year| calendar.holidays.iter().filter(move |d| d.year == year);
    // The days of domain knowledge, counted; that they are weekdays in order is checked on reading.
    assert_eq!(of_year(2026).count(), 16);
    assert_eq!(of_year(2027).count(), 17);
    assert_eq!(calendar.covers_until, Date::new(2027, 12, 31).ok());
    let platforms: Vec<_> = calendar
        .platforms
        .iter()
        .map(|p| (p.id.as_str(), p.upload_days))
        .collect();
    assert_eq!(platforms, [("ewant", Some(4)), ("elearn", None)]);
}

/// The shipped guide, and what is an error or a warning in it.
fn shipped() -> (Option<Guide>, Vec<String>) {
    let (guide, findings) = shipped::content();
    (guide, findings.iter().map(authoring::report_line).collect())
}
