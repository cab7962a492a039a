//! The content that is published: no errors, and every way through it ends well.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fs;
use std::path::Path;

use authoring::{Severity, Source, parse_content};
use flowchart::{EdgeKind, NodeKind};
use guide::Guide;

#[test]
fn the_shipped_content_has_no_error() {
    let (guide, errors) = shipped();
    assert_eq!(errors, [] as [String; 0]);
    assert!(guide.is_some());
}

#[test]
fn every_way_from_the_start_ends_in_an_outcome_with_a_contact() {
    let (guide, _) = shipped();
    let guide = guide.unwrap();
    let mut ways = vec![vec![guide.flow.start()]];
    let mut ends = 0;
    while let Some(way) = ways.pop() {
        let node = &guide.nodes[*way.last().unwrap()];
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

fn shipped() -> (Option<Guide>, Vec<String>) {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let guide = fs::read_to_string(content.join("guide.toml")).unwrap();
    let mut rules: Vec<_> = fs::read_dir(content.join("rules"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect();
    rules.sort();
    let sources: Vec<_> = rules
        .iter()
        .map(|(name, text)| Source { name, text })
        .collect();
    let guide = Source {
        name: "guide.toml",
        text: &guide,
    };
    let (guide, findings) = parse_content(guide, &sources);
    let errors = findings
        .iter()
        .filter(|f| f.severity == Severity::Error)
        .map(|f| format!("{f:?}"))
        .collect();
    (guide, errors)
}
