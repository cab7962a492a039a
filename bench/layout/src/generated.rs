//! Flows of any length in the shape of a guide, block after block, so that twice the nodes are twice the same.

use flowchart::{Edge, EdgeKind, Flow, NodeKind};

use crate::{Numbers, Sample};

/// A question, four answers of three steps each, a trouble.
const LARGEST_BLOCK: usize = 14;

/// As many blocks as there is room for, then steps up to the outcome, which is the last node.
pub(crate) fn generated(nodes: usize) -> Sample {
    let mut draft = Draft::default();
    while draft.kinds.len() + LARGEST_BLOCK < nodes {
        draft.add_block();
    }
    while draft.kinds.len() + 1 < nodes {
        let step = draft.add_joint(NodeKind::Step);
        draft.ends.push(step);
    }
    draft.add_joint(NodeKind::Outcome);
    // A guide has its edges in the order of its nodes, and help with a node after the ways on from there.
    let order = |edge: &Edge| (edge.from, edge.kind == EdgeKind::Trouble);
    draft.edges.sort_by_key(order);
    Sample::new(Flow::new(draft.kinds, draft.edges, 0), draft.lanes)
}

#[derive(Debug, Default)]
struct Draft {
    kinds: Vec<NodeKind>,
    lanes: Vec<Option<usize>>,
    edges: Vec<Edge>,
    /// The nodes that lead on to what comes next.
    ends: Vec<usize>,
    numbers: Numbers,
}

impl Draft {
    /// A question with two to four answers, each leading through one to three steps; every other block has a trouble.
    fn add_block(&mut self) {
        let question = self.add_joint(NodeKind::Question);
        let mut last = question;
        for answer in 0..2 + self.numbers.below(3) {
            let lane = usize::try_from(answer % 3).ok();
            last = self.add(NodeKind::Step, lane);
            self.lead(question, last, EdgeKind::Answer);
            for _ in 0..self.numbers.below(3) {
                let next = self.add(NodeKind::Step, lane);
                self.lead(last, next, EdgeKind::Next);
                last = next;
            }
            self.ends.push(last);
        }
        if self.numbers.below(2) == 0 {
            let trouble = self.add(NodeKind::Trouble, None);
            self.lead(last, trouble, EdgeKind::Trouble);
            self.lead(trouble, last, EdgeKind::Next);
        }
    }

    /// A node where all ways so far meet.
    fn add_joint(&mut self, kind: NodeKind) -> usize {
        let node = self.add(kind, None);
        for end in std::mem::take(&mut self.ends) {
            self.lead(end, node, EdgeKind::Next);
        }
        node
    }

    fn add(&mut self, kind: NodeKind, lane: Option<usize>) -> usize {
        self.kinds.push(kind);
        self.lanes.push(lane);
        self.kinds.len() - 1
    }

    fn lead(&mut self, from: usize, to: usize, kind: EdgeKind) {
        self.edges.push(Edge { from, to, kind });
    }
}
