//! The flow as a graph of numbered nodes: what is wrong with it, how to walk it, how far it still is.
//!
//! Nothing here knows a text, a language or a browser.
//! A node is a [`NodeIx`] and an edge an [`EdgeIx`]: positions, in the order of reading.
#![warn(missing_docs)]

mod chains;
mod check;
mod ix;
mod layout;
mod lettering;
#[cfg(test)]
mod samples;
mod walk;

pub use check::FlowProblem;
pub use ix::{EdgeIx, NodeIx};
pub use layout::{Band, Drawing, Line, List, Parts, Point, Rect, Size};
pub use lettering::{break_lines, spaced_width, text_width};
pub use walk::{StepsLeft, Ways};

/// The kinds of nodes, by the task that each sets its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum NodeKind {
    /// A question (提問) with two or more answers.
    Question,
    /// Something to do (步驟), followed by one next node.
    Step,
    /// Help with a step that did not work (疑難排解); it leads back into the flow.
    Trouble,
    /// The end of the way (結果).
    Outcome,
}

/// Why an edge leaves its node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum EdgeKind {
    /// One of the answers to a question.
    Answer,
    /// The only way on from a step, or back into the flow from a trouble.
    Next,
    /// A side way for a step that did not work.
    Trouble,
}

/// A way from one node to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Where it leaves.
    pub from: NodeIx,
    /// Where it leads.
    pub to: NodeIx,
    /// Why one would take it.
    pub kind: EdgeKind,
}

/// A whole flow (流程): nodes by kind, edges in the order of their nodes, and where it starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    kinds: Vec<NodeKind>,
    edges: Vec<Edge>,
    start: NodeIx,
}

impl Flow {
    /// A flow as it is, right or wrong; [`Flow::check`] says which.
    /// Edges may point to nodes that do not exist; every walk ignores those.
    #[must_use]
    pub fn new(kinds: Vec<NodeKind>, edges: Vec<Edge>, start: NodeIx) -> Self {
        Self {
            kinds,
            edges,
            start,
        }
    }

    /// The kinds of all nodes, in the order of reading.
    #[must_use]
    pub fn kinds(&self) -> &[NodeKind] {
        &self.kinds
    }

    /// The kind of one node, if there is such a node.
    #[must_use]
    pub fn kind(&self, node: NodeIx) -> Option<NodeKind> {
        self.kinds.get(node.0).copied()
    }

    /// Whether a node is help with a step (疑難排解).
    #[must_use]
    pub fn is_trouble(&self, node: NodeIx) -> bool {
        self.kind(node) == Some(NodeKind::Trouble)
    }

    /// All nodes, in the order of reading.
    pub fn nodes(&self) -> impl Iterator<Item = NodeIx> + use<> {
        (0..self.kinds.len()).map(NodeIx)
    }

    /// All edges, in the order of their nodes.
    #[must_use]
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// One edge, if there is such an edge.
    #[must_use]
    pub fn edge(&self, edge: EdgeIx) -> Option<Edge> {
        self.edges.get(edge.0).copied()
    }

    /// Where the reader starts.
    #[must_use]
    pub fn start(&self) -> NodeIx {
        self.start
    }

    /// All edges with their positions.
    pub fn numbered_edges(&self) -> impl Iterator<Item = (EdgeIx, Edge)> + '_ {
        (0..).map(EdgeIx).zip(self.edges.iter().copied())
    }

    /// The edges that leave a node, in their order.
    pub fn exits(&self, node: NodeIx) -> impl Iterator<Item = (EdgeIx, Edge)> + '_ {
        self.numbered_edges()
            .filter(move |(_, edge)| edge.from == node)
    }
}
