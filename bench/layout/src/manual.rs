//! The flow of `content/guide.toml` as it was in 2026, written down here so that figures stay comparable when the content changes.

use flowchart::{Edge, EdgeKind, Flow, NodeKind};

use crate::Sample;

use EdgeKind::{Answer, Next, Trouble};

/// Start, two questions, three ways to sign in, the portal, the hours, and seven troubles at the end.
const KINDS: &str = "sqqsssssssqssssssssottttttt";

const EDGES: [(usize, usize, EdgeKind); 41] = [
    (0, 1, Next),
    (1, 2, Answer),
    (1, 10, Answer),
    (2, 3, Answer),
    (2, 6, Answer),
    // With a credential.
    (3, 4, Next),
    (3, 20, Trouble),
    (4, 5, Next),
    (5, 15, Next),
    // Without.
    (6, 7, Next),
    (7, 8, Next),
    (8, 9, Next),
    (8, 21, Trouble),
    (9, 14, Next),
    (9, 22, Trouble),
    // Activated before.
    (10, 11, Answer),
    (10, 12, Answer),
    (10, 13, Answer),
    (10, 14, Answer),
    (10, 24, Trouble),
    (11, 15, Next),
    (11, 23, Trouble),
    (12, 15, Next),
    (12, 23, Trouble),
    (13, 15, Next),
    (13, 23, Trouble),
    (14, 15, Next),
    (14, 23, Trouble),
    // The portal and the hours.
    (15, 16, Next),
    (16, 17, Next),
    (17, 18, Next),
    (17, 25, Trouble),
    (18, 19, Next),
    (19, 26, Trouble),
    // Back from the troubles.
    (20, 6, Next),
    (21, 8, Next),
    (22, 8, Next),
    (23, 10, Next),
    (24, 6, Next),
    (25, 18, Next),
    (26, 19, Next),
];

pub(crate) fn manual() -> Sample {
    let kinds: Vec<NodeKind> = KINDS
        .chars()
        .map(|letter| match letter {
            'q' => NodeKind::Question,
            't' => NodeKind::Trouble,
            'o' => NodeKind::Outcome,
            _ => NodeKind::Step,
        })
        .collect();
    let lane = |node| match node {
        3..=5 => Some(0),
        6..=9 => Some(1),
        10..=14 => Some(2),
        _ => None,
    };
    let lanes = (0..kinds.len()).map(lane).collect();
    let edges = EDGES.map(|(from, to, kind)| Edge { from, to, kind });
    Sample::new(Flow::new(kinds, edges.to_vec(), 0), lanes)
}
