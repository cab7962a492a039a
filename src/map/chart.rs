//! The chart: a walk as the map (流程圖) shows it, with the current node, the way here, the ways ahead, and the rest.

use flowchart::{Edge, EdgeIx, EdgeKind, NodeIx, NodeKind, Rect, Ways};

use super::Stack;
use crate::guided::{Attention, Walk};
use crate::page::Page;
use crate::wording::fill;

/// How a node or a line of the map stands to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The reader is here (目前).
    Current,
    /// On the way here (走過).
    Path,
    /// On some way from here to the end (接下來).
    Ahead,
    /// Elsewhere (其他).
    Other,
}

impl Standing {
    /// All of them, in the order of the legend.
    pub const ALL: [Self; 4] = [Self::Current, Self::Path, Self::Ahead, Self::Other];

    /// The name in attributes.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Path => "path",
            Self::Ahead => "ahead",
            Self::Other => "other",
        }
    }
}

/// How a node of the map stands, and which step of the way it is: of the reader's own as far as it goes, else of the shortest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// How it stands.
    pub standing: Standing,
    /// Its number, from 1.
    pub number: usize,
}

/// The ways of a walk by which everything of the map stands: looked for once, and asked for as much as is wanted.
#[derive(Debug)]
pub struct Chart {
    from_here: Ways,
    from_start: Ways,
}

impl Chart {
    fn is_ahead(&self, node: NodeIx) -> bool {
        self.from_here.side_ways(node) == Some(0)
    }
}

impl Walk {
    /// The ways of this moment.
    #[must_use]
    pub fn chart(&self) -> Chart {
        let flow = &self.page.flow;
        Chart {
            from_here: flow.ways(self.node),
            from_start: flow.ways(flow.start()),
        }
    }

    /// How a node stands.
    #[must_use]
    pub fn stop(&self, chart: &Chart, node: NodeIx) -> Stop {
        let here = self.taken.len() + 1;
        let visited = self.trail().position(|other| other == node);
        let number = |ways: &Ways| ways.to(&self.page.flow, node).map_or(0, |way| way.len());
        let (standing, number) = match visited {
            _ if node == self.node => (Standing::Current, here),
            Some(position) => (Standing::Path, position + 1),
            None if chart.is_ahead(node) => (Standing::Ahead, here + number(&chart.from_here)),
            None => (Standing::Other, 1 + number(&chart.from_start)),
        };
        Stop { standing, number }
    }

    /// How each line stands.
    #[must_use]
    pub fn lines(&self, chart: &Chart) -> Vec<(EdgeIx, Standing)> {
        let is_ahead = |edge: Edge| {
            edge.kind != EdgeKind::Trouble && chart.is_ahead(edge.from) && chart.is_ahead(edge.to)
        };
        let standing = |(number, edge)| {
            let standing = if self.taken.contains(&number) {
                Standing::Path
            } else if is_ahead(edge) {
                Standing::Ahead
            } else {
                Standing::Other
            };
            (number, standing)
        };
        self.page.flow.numbered_edges().map(standing).collect()
    }

    /// The nodes of the reader's way on paper: those that were left and the current one, in this order, then what may follow, in that
    /// of the content.
    #[must_use]
    pub fn way_on_paper(&self) -> Vec<NodeIx> {
        let chart = self.chart();
        let mut way: Vec<NodeIx> = self.trail().chain([self.node]).collect();
        let nodes = self.page.flow.nodes();
        let ahead: Vec<NodeIx> = nodes
            .filter(|node| !way.contains(node) && chart.is_ahead(*node))
            .collect();
        way.extend(ahead);
        way
    }

    /// How everything of the map stands.
    #[must_use]
    pub fn charted(&self) -> Charted {
        let chart = self.chart();
        let nodes = self.page.flow.nodes();
        let tab = match self.attention.1 {
            Attention::Spot(spot) => spot,
            _ => Spot::Node(self.node),
        };
        Charted {
            here: self.here(),
            left: self.left(),
            stops: nodes.map(|node| self.stop(&chart, node)).collect(),
            lines: self.lines(&chart),
            tab: self.arrived.then_some(tab),
            is_fresh: self.taken.is_empty() && self.node == self.page.flow.start(),
            before: self.trail().last(),
            stacks: [false, true].map(|shows_all| self.stack(shows_all)),
        }
    }

    /// Where the reader is, in words.
    #[must_use]
    pub fn here(&self) -> String {
        let title = self.current().map_or("", |node| node.title.as_str());
        fill(&self.page.words.map_here, &[&title])
    }

    /// How many steps are left, in words.
    #[must_use]
    pub fn left(&self) -> Option<String> {
        self.page.left(self.node)
    }
}

/// How everything of the map stands to the reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Charted {
    /// Where the reader is, in words.
    pub here: String,
    /// How many steps are left, in words.
    pub left: Option<String>,
    /// The nodes.
    pub stops: Vec<Stop>,
    /// The lines.
    pub lines: Vec<(EdgeIx, Standing)>,
    /// The one tab stop, once the program is there.
    pub tab: Option<Spot>,
    /// Whether the reader has not gone anywhere yet.
    pub is_fresh: bool,
    /// The place before the current one.
    pub before: Option<NodeIx>,
    /// The map of a narrow window: the reader's own way, and all ways.
    pub stacks: [Stack; 2],
}

impl Charted {
    /// The one tab stop, where it is a node or one of its answers.
    #[must_use]
    pub fn tab_at(&self, page: &Page, node: NodeIx) -> Option<Spot> {
        self.tab.filter(|spot| match spot {
            Spot::Node(other) => *other == node,
            Spot::Answer(edge) => page.flow.edge(*edge).is_some_and(|edge| edge.from == node),
        })
    }

    /// The answers of a node, how they stand, and their places in a narrow window.
    #[must_use]
    pub fn answers(
        &self,
        page: &Page,
        node: NodeIx,
        stack: &Stack,
    ) -> Vec<(EdgeIx, Standing, Option<Rect>)> {
        let is_answer = |edge: &Edge| edge.from == node && edge.kind == EdgeKind::Answer;
        let edges = page.flow.edges().iter().zip(&self.lines);
        let answers = edges.filter(|(edge, _)| is_answer(edge));
        let place = |edge: EdgeIx| stack.answers.get(edge.0).copied().flatten();
        answers
            .map(|(_, (edge, standing))| (*edge, *standing, place(*edge)))
            .collect()
    }

    /// Whether the tab stop is shown in this stack.
    #[must_use]
    pub fn is_in(&self, stack: &Stack) -> bool {
        self.tab.is_none_or(|spot| match spot {
            Spot::Node(node) => stack.nodes.get(node.0).is_some_and(Option::is_some),
            Spot::Answer(edge) => stack.answers.get(edge.0).is_some_and(Option::is_some),
        })
    }

    /// Whether a line is one of the way itself, or of a trouble that the reader is at or came by.
    #[must_use]
    pub fn is_open(&self, page: &Page, edge: EdgeIx) -> bool {
        let is_side = |edge: Edge| page.flow.is_side(&edge);
        let is_here = |node: NodeIx| {
            let stop = self.stops.get(node.0);
            page.flow.is_trouble(node)
                && stop.is_some_and(|stop| stop.standing == Standing::Current)
        };
        page.flow.edge(edge).is_none_or(|it| {
            !is_side(it)
                || is_here(it.from)
                || is_here(it.to)
                || self
                    .lines
                    .get(edge.0)
                    .is_some_and(|(_, it)| *it == Standing::Path)
        })
    }
}

/// A place of the map that can have the focus: a node, or one of its answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A node.
    Node(NodeIx),
    /// An answer, beside its question.
    Answer(EdgeIx),
}

/// Where a key leads on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Against the line that leads here.
    Up,
    /// Along the first line from here.
    Down,
    /// To the answer before, or from help back to what it helps with.
    Before,
    /// To the next answer, or to help with a node.
    After,
    /// To the start.
    First,
    /// To the end of the way.
    Last,
}

impl Walk {
    /// The spot with this name: `<node>` or `<node>:<answer>`.
    #[must_use]
    pub fn spot(&self, name: &str) -> Option<Spot> {
        let (id, answer) = name.split_once(':').unwrap_or((name, ""));
        let node = self.page.find(id)?;
        let mut exits = self.page.node(node)?.exits.iter();
        let exit = exits.find(|exit| !exit.id.is_empty() && exit.id == answer);
        Some(exit.map_or(Spot::Node(node), |exit| Spot::Answer(exit.edge)))
    }

    /// The name of a spot.
    #[must_use]
    pub fn spot_name(&self, spot: Spot) -> String {
        self.page.spot_name(spot)
    }

    /// The spot that a key leads to; the same one where nothing lies in that direction.
    #[must_use]
    pub fn moved(&self, spot: Spot, by: Move) -> Spot {
        let flow = &self.page.flow;
        let is_end = |node: &NodeIx| flow.kind(*node) == Some(NodeKind::Outcome);
        let to = match by {
            Move::First => Some(Spot::Node(flow.start())),
            Move::Last => flow.nodes().find(is_end).map(Spot::Node),
            Move::Down => self.down(spot),
            Move::Up => match spot {
                Spot::Answer(edge) => flow.edge(edge).map(|edge| Spot::Node(edge.from)),
                Spot::Node(node) => self.way_to(node).and_then(|edge| self.spot_before(edge)),
            },
            Move::Before => self.beside(spot, false),
            Move::After => self.beside(spot, true),
        };
        to.unwrap_or(spot)
    }

    /// Along an answer to its node, else to the first answer or node that follows.
    fn down(&self, spot: Spot) -> Option<Spot> {
        match spot {
            Spot::Answer(edge) => Some(Spot::Node(self.page.flow.edge(edge)?.to)),
            Spot::Node(node) => {
                let (edge, _) = self.page.flow.exits(node).next()?;
                self.page.first_along(edge)
            }
        }
    }

    /// The next answer of the same question; help with a node, and after one help the next; or the other way round.
    fn beside(&self, spot: Spot, forward: bool) -> Option<Spot> {
        let flow = &self.page.flow;
        match spot {
            Spot::Answer(edge) => self.exit_beside(edge, forward),
            Spot::Node(node) if flow.is_trouble(node) => {
                let edge = self.way_to(node)?;
                let helped = Spot::Node(flow.edge(edge)?.from);
                self.exit_beside(edge, forward)
                    .or((!forward).then_some(helped))
            }
            Spot::Node(node) if forward => {
                let sibling = self.parallel_beside(node, true);
                if sibling.is_some() {
                    return sibling;
                }
                let mut exits = flow.exits(node);
                exits
                    .find(|(_, edge)| edge.kind == EdgeKind::Trouble)
                    .and_then(|(edge, _)| self.page.first_along(edge))
            }
            Spot::Node(node) => self.parallel_beside(node, false),
        }
    }

    /// The parallel step of the same question before or after this one.
    fn parallel_beside(&self, node: NodeIx, forward: bool) -> Option<Spot> {
        let into = self.page.flow.numbered_edges();
        let mut fans = into.filter(|(edge, it)| {
            it.to == node && it.kind == EdgeKind::Answer && !self.page.has_answer(*edge)
        });
        self.exit_beside(fans.next()?.0, forward)
    }

    /// The nearest exit of the same node and kind after or before this one.
    fn exit_beside(&self, edge: EdgeIx, forward: bool) -> Option<Spot> {
        let flow = &self.page.flow;
        let Edge { from, kind, .. } = flow.edge(edge)?;
        let alike = flow.exits(from).filter(|(_, other)| other.kind == kind);
        let found = if forward {
            { alike }.find(|(other, _)| *other > edge)
        } else {
            alike.take_while(|(other, _)| *other < edge).last()
        };
        found.and_then(|(edge, _)| self.page.first_along(edge))
    }

    /// The last spot on the way back along an edge.
    fn spot_before(&self, edge: EdgeIx) -> Option<Spot> {
        match self.page.has_answer(edge) {
            true => Some(Spot::Answer(edge)),
            false => self.page.flow.edge(edge).map(|edge| Spot::Node(edge.from)),
        }
    }

    /// The edge by which one comes to a node: the reader's own, else that of the shortest way.
    fn way_to(&self, node: NodeIx) -> Option<EdgeIx> {
        let flow = &self.page.flow;
        let leads_here = |edge: &&EdgeIx| flow.edge(**edge).is_some_and(|it| it.to == node);
        let own = self.taken.iter().find(leads_here).copied();
        own.or_else(|| flow.path_to(node)?.pop())
    }
}

impl Page {
    /// The name of a spot: `<node>` or `<question>:<answer>`.
    pub(super) fn spot_name(&self, spot: Spot) -> String {
        match spot {
            Spot::Node(node) => self.node(node).map_or("", |node| &*node.id).to_owned(),
            Spot::Answer(edge) => self.answer_name(edge),
        }
    }

    /// The first spot along an edge: its answer, or its node where it has none or the boxes of a group speak for the answers.
    fn first_along(&self, edge: EdgeIx) -> Option<Spot> {
        if self.has_answer(edge) {
            return Some(Spot::Answer(edge));
        }
        self.flow.edge(edge).map(|edge| Spot::Node(edge.to))
    }

    /// Whether an edge is an answer that is drawn on its line.
    fn has_answer(&self, edge: EdgeIx) -> bool {
        let line = self.edition.map.lines.get(edge.0);
        line.is_some_and(|line| line.label.is_some())
    }
}
