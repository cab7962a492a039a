//! The edges of each node, chained in their order, so that a walk looks at every edge only once.

use std::iter::successors;

use crate::{Edge, EdgeIx, EdgeKind, Flow, NodeIx, NodeKind};

/// For each node the first of its edges, and for each edge the next one of the same node.
pub(crate) struct Chains {
    first: Vec<Option<EdgeIx>>,
    next: Vec<Option<EdgeIx>>,
}

impl Chains {
    /// Chains the edges that are wanted by the node at one of their ends; edges without a node at both ends are left out.
    pub(crate) fn new(
        flow: &Flow,
        end: fn(&Edge) -> NodeIx,
        is_wanted: fn(&Flow, &Edge) -> bool,
    ) -> Self {
        let mut first = vec![None; flow.kinds.len()];
        let mut next = vec![None; flow.edges.len()];
        // From the last edge to the first, so that each new head of a chain stands before the others.
        for (index, edge) in flow.edges.iter().enumerate().rev() {
            if !flow.has_both_ends(edge) || !is_wanted(flow, edge) {
                continue;
            }
            if let (Some(first), Some(next)) = (first.get_mut(end(edge).0), next.get_mut(index)) {
                *next = first.replace(EdgeIx(index));
            }
        }
        Self { first, next }
    }

    /// The first edge of a node.
    pub(crate) fn first(&self, node: NodeIx) -> Option<EdgeIx> {
        self.first.get(node.0).copied().flatten()
    }

    /// The edge after this one at the same node.
    pub(crate) fn after(&self, edge: EdgeIx) -> Option<EdgeIx> {
        self.next.get(edge.0).copied().flatten()
    }

    /// All edges of a node, in their order.
    pub(crate) fn of<'a>(
        &'a self,
        flow: &'a Flow,
        node: NodeIx,
    ) -> impl Iterator<Item = (EdgeIx, Edge)> + 'a {
        successors(self.first(node), |edge| self.after(*edge))
            .filter_map(|edge| Some((edge, flow.edge(edge)?)))
    }
}

impl Flow {
    /// Whether an edge leads from a node that exists to a node that exists.
    pub(crate) fn has_both_ends(&self, edge: &Edge) -> bool {
        edge.from.0 < self.kinds.len() && edge.to.0 < self.kinds.len()
    }

    /// Whether an edge belongs to help with a step (疑難排解): it leads there or back from there.
    #[must_use]
    pub fn is_side(&self, edge: &Edge) -> bool {
        edge.kind == EdgeKind::Trouble || self.is_trouble(edge.from)
    }

    /// Whether an edge leads on towards an outcome: it is no side way, and its node is not the end already.
    pub(crate) fn leads_on(&self, edge: &Edge) -> bool {
        edge.kind != EdgeKind::Trouble && self.kind(edge.from) != Some(NodeKind::Outcome)
    }
}
