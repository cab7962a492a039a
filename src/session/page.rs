//! A page's content with what follows from it once and for all: the flow and the rules.

use flowchart::{Edge, EdgeKind, Flow, NodeKind};
use guide::{PageData, PageExit, PageExitKind, PageNode, PageNodeKind};
use hours::{Hours, PortalRow, Requirement, RuleSet};

use crate::wording::Words;

/// The content of the page in one language.
#[derive(Debug)]
pub struct Page {
    /// The data as the page carries it.
    pub data: PageData,
    /// Its sentences of the interface.
    pub words: Words,
    /// Its nodes and exits as a graph.
    pub flow: Flow,
    /// Its rule sets as the domain judges them.
    pub rules: Vec<RuleSet>,
}

/// A page never changes, so it is equal to itself only; comparing contents would be slow and heavy.
impl PartialEq for Page {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl From<PageData> for Page {
    fn from(data: PageData) -> Self {
        let kinds = data.nodes.iter().map(|node| kind(node.kind)).collect();
        let edges = data.nodes.iter().enumerate().flat_map(|(from, node)| {
            node.exits.iter().map(move |exit| Edge {
                from,
                to: exit.to,
                kind: edge_kind(exit.kind),
            })
        });
        let flow = Flow::new(kinds, edges.collect(), 0);
        let rules = data.rule_sets.iter().map(|set| RuleSet {
            requirements: set
                .requirements
                .iter()
                .filter_map(|requirement| {
                    Some(Requirement {
                        row: PortalRow::from_index(requirement.row)?,
                        at_least: Hours::from_hundredths(requirement.need),
                    })
                })
                .collect(),
        });
        let rules = rules.collect();
        let words = Words::from(data.words.as_slice());
        Self {
            data,
            words,
            flow,
            rules,
        }
    }
}

impl Page {
    /// A node of the page.
    #[must_use]
    pub fn node(&self, node: usize) -> Option<&PageNode> {
        self.data.nodes.get(node)
    }

    /// The number of the node with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        self.data.nodes.iter().position(|node| node.id == id)
    }

    /// The node that an edge of the flow leaves, and the number of the exit there.
    #[must_use]
    pub fn ends(&self, edge: usize) -> Option<(usize, usize)> {
        let from = self.flow.edges().get(edge)?.from;
        let edges = self.flow.edges().iter();
        let before = edges.take(edge).filter(|other| other.from == from);
        Some((from, before.count()))
    }

    /// An exit of a node.
    #[must_use]
    pub fn exit(&self, node: usize, exit: usize) -> Option<&PageExit> {
        self.node(node)?.exits.get(exit)
    }
}

fn kind(kind: PageNodeKind) -> NodeKind {
    match kind {
        PageNodeKind::Question => NodeKind::Question,
        PageNodeKind::Step => NodeKind::Step,
        PageNodeKind::Trouble => NodeKind::Trouble,
        PageNodeKind::Outcome => NodeKind::Outcome,
    }
}

fn edge_kind(kind: PageExitKind) -> EdgeKind {
    match kind {
        PageExitKind::Answer => EdgeKind::Answer,
        PageExitKind::Next => EdgeKind::Next,
        PageExitKind::Trouble => EdgeKind::Trouble,
    }
}
