//! Flows for the tests of this crate, and slow but plain ways to know what is true of them.

use proptest::prelude::*;

use crate::{Edge, EdgeIx, EdgeKind, Flow, NodeIx, NodeKind};

/// A flow from 0, in short: `"qso"` and `"0?1 0?2 1>2"`.
///
/// Nodes are `q`uestion, `s`tep, `t`rouble and `o`utcome; edges are `?` answer, `>` next and `!` trouble.
pub(crate) fn flow(kinds: &str, edges: &str) -> Flow {
    let kind = |c| match c {
        'q' => NodeKind::Question,
        's' => NodeKind::Step,
        't' => NodeKind::Trouble,
        _ => NodeKind::Outcome,
    };
    let edge = |text: &str| {
        let (sign, kind) = [
            ('?', EdgeKind::Answer),
            ('>', EdgeKind::Next),
            ('!', EdgeKind::Trouble),
        ]
        .into_iter()
        .find(|(sign, _)| text.contains(*sign))
        .expect("a sign");
        let (from, to) = text.split_once(sign).expect("two ends");
        Edge {
            from: NodeIx(from.parse().expect("a node")),
            to: NodeIx(to.parse().expect("a node")),
            kind,
        }
    };
    Flow::new(
        kinds.chars().map(kind).collect(),
        edges.split_whitespace().map(edge).collect(),
        NodeIx(0),
    )
}

/// Any small flow, right or wrong, with edges and a start that may not exist.
pub(crate) fn any_flow() -> impl Strategy<Value = Flow> {
    let kind = prop_oneof![
        Just(NodeKind::Question),
        Just(NodeKind::Step),
        Just(NodeKind::Trouble),
        Just(NodeKind::Outcome),
    ];
    let edge_kind = prop_oneof![
        Just(EdgeKind::Answer),
        Just(EdgeKind::Next),
        Just(EdgeKind::Trouble)
    ];
    (0..7_usize).prop_flat_map(move |count| {
        let edge = (0..=count, 0..=count, edge_kind.clone()).prop_map(|(from, to, kind)| Edge {
            from: NodeIx(from),
            to: NodeIx(to),
            kind,
        });
        let kinds = proptest::collection::vec(kind.clone(), count);
        let edges = proptest::collection::vec(edge, 0..12);
        let start = prop_oneof![9 => Just(0), 1 => 0..=count];
        (kinds, edges, start)
            .prop_map(|(kinds, edges, start)| Flow::new(kinds, edges, NodeIx(start)))
    })
}

/// Whether some way from a node, of at least no edges, leads to a node that is wanted.
pub(crate) fn leads(
    flow: &Flow,
    from: NodeIx,
    is_wanted: impl Fn(NodeIx) -> bool,
    is_way: impl Fn(Edge) -> bool,
) -> bool {
    simple_paths(flow, from, is_way)
        .into_iter()
        .any(|(node, _)| is_wanted(node))
}

/// Every way from a node that visits none twice: where it ends and its edges.
pub(crate) fn simple_paths(
    flow: &Flow,
    from: NodeIx,
    is_way: impl Fn(Edge) -> bool,
) -> Vec<(NodeIx, Vec<EdgeIx>)> {
    let count = flow.kinds().len();
    let mut found = Vec::new();
    let mut open = vec![(from, vec![], vec![from])];
    open.retain(|_| from.0 < count);
    while let Some((at, path, visited)) = open.pop() {
        for (index, edge) in flow.numbered_edges() {
            if edge.from == at && edge.to.0 < count && is_way(edge) && !visited.contains(&edge.to) {
                open.push((
                    edge.to,
                    [&path[..], &[index]].concat(),
                    [&visited[..], &[edge.to]].concat(),
                ));
            }
        }
        found.push((at, path));
    }
    found
}
