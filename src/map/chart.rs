//! What the map (流程圖) shows of a walk: where one is, the way here, what lies ahead, and the rest.

use flowchart::{Edge, EdgeIx, EdgeKind, NodeIx, NodeKind, Ways};

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

/// How a node of the map stands, and which of how many it is on the way: the reader's own as far as it goes, else the shortest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// How it stands.
    pub standing: Standing,
    /// Its number, from 1.
    pub number: usize,
    /// The number of the last one.
    pub of: usize,
}

/// The ways of a walk by which everything of the map stands: looked for once, and asked for as much as is wanted.
#[derive(Debug)]
pub struct Chart {
    from_here: Ways,
    from_start: Ways,
    left: Vec<Option<usize>>,
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
            left: flow.fewest_left(),
        }
    }

    /// How a node stands.
    #[must_use]
    pub fn stop(&self, chart: &Chart, node: NodeIx) -> Stop {
        let here = self.taken.len() + 1;
        let left = |node: NodeIx| chart.left.get(node.0).copied().flatten().unwrap_or(0);
        let last = |node, number| number + left(node);
        let visited = self.trail().position(|other| other == node);
        let number = |ways: &Ways| ways.to(&self.page.flow, node).map_or(0, |way| way.len());
        let (standing, number) = match visited {
            _ if node == self.node => (Standing::Current, here),
            Some(position) => (Standing::Path, position + 1),
            None if chart.is_ahead(node) => (Standing::Ahead, here + number(&chart.from_here)),
            None => (Standing::Other, 1 + number(&chart.from_start)),
        };
        let of = match standing {
            Standing::Path => last(self.node, here),
            _ => last(node, number),
        };
        Stop {
            standing,
            number,
            of,
        }
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
            stops: nodes.map(|node| self.stop(&chart, node)).collect(),
            lines: self.lines(&chart),
            tab: self.arrived.then_some(tab),
        }
    }

    /// Where the reader is, in words.
    #[must_use]
    pub fn here(&self) -> String {
        let title = self.current().map_or("", |node| node.title.as_str());
        let here = fill(&self.page.words.map_here, &[&title]);
        match self.left() {
            Some(left) => [&here, " · ", &left].concat(),
            None => here,
        }
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
    /// The nodes.
    pub stops: Vec<Stop>,
    /// The lines.
    pub lines: Vec<(EdgeIx, Standing)>,
    /// The one tab stop, once the program is there.
    pub tab: Option<Spot>,
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

    /// The answers of a node, and how they stand.
    #[must_use]
    pub fn answers(&self, page: &Page, node: NodeIx) -> Vec<(EdgeIx, Standing)> {
        let is_answer = |edge: &Edge| edge.from == node && edge.kind == EdgeKind::Answer;
        let edges = page.flow.edges().iter().zip(&self.lines);
        let answers = edges.filter(|(edge, _)| is_answer(edge));
        answers.map(|(_, line)| *line).collect()
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
        let id = |node| self.page.node(node).map_or("", |node| node.id.as_str());
        match spot {
            Spot::Node(node) => id(node).to_owned(),
            Spot::Answer(edge) => self.page.answer_name(edge),
        }
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
            Spot::Node(node) => self.page.flow.exits(node).next().map(first_along),
        }
    }

    /// The next answer of the same question; help with a node, and after one help the next; or the other way round.
    fn beside(&self, spot: Spot, forward: bool) -> Option<Spot> {
        let flow = &self.page.flow;
        match spot {
            Spot::Answer(edge) => self.exit_beside(edge, forward),
            Spot::Node(node) if flow.kind(node) == Some(NodeKind::Trouble) => {
                let edge = self.way_to(node)?;
                let helped = Spot::Node(flow.edge(edge)?.from);
                self.exit_beside(edge, forward)
                    .or((!forward).then_some(helped))
            }
            Spot::Node(node) if forward => {
                let mut exits = flow.exits(node);
                exits
                    .find(|(_, edge)| edge.kind == EdgeKind::Trouble)
                    .map(first_along)
            }
            Spot::Node(_) => None,
        }
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
        found.map(first_along)
    }

    /// What one comes by last on the way back along an edge.
    fn spot_before(&self, edge: EdgeIx) -> Option<Spot> {
        let Edge { from, kind, .. } = self.page.flow.edge(edge)?;
        Some(match kind {
            EdgeKind::Answer => Spot::Answer(edge),
            EdgeKind::Next | EdgeKind::Trouble => Spot::Node(from),
        })
    }

    /// The edge by which one comes to a node: the reader's own, else that of the shortest way.
    fn way_to(&self, node: NodeIx) -> Option<EdgeIx> {
        let flow = &self.page.flow;
        let leads_here = |edge: &&EdgeIx| flow.edge(**edge).is_some_and(|it| it.to == node);
        let own = self.taken.iter().find(leads_here).copied();
        own.or_else(|| flow.path_to(node)?.pop())
    }
}

/// What comes first along an edge: its answer, or its node where it is none.
fn first_along((edge, Edge { to, kind, .. }): (EdgeIx, Edge)) -> Spot {
    match kind {
        EdgeKind::Answer => Spot::Answer(edge),
        EdgeKind::Next | EdgeKind::Trouble => Spot::Node(to),
    }
}
