//! What the map (流程圖) shows of a walk: where one is, the way here, what lies ahead, and the rest.

use flowchart::{EdgeKind, NodeKind, Ways};

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
    fn is_ahead(&self, node: usize) -> bool {
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
    pub fn stop(&self, chart: &Chart, node: usize) -> Stop {
        let here = self.visits.len() + 1;
        let last =
            |node: usize, number| number + chart.left.get(node).copied().flatten().unwrap_or(0);
        let visited = self.visits.iter().position(|visit| visit.node == node);
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

    /// How each line stands, in the order of nodes and exits.
    #[must_use]
    pub fn lines(&self, chart: &Chart) -> Vec<Standing> {
        let mut lines = Vec::new();
        for (from, node) in self.page.edition.nodes.iter().enumerate() {
            for (number, exit) in node.exits.iter().enumerate() {
                let taken =
                    (self.visits.iter()).any(|visit| (visit.node, visit.exit) == (from, number));
                let kind = (self.page.flow.edges().get(lines.len())).map(|edge| edge.kind);
                lines.push(if taken {
                    Standing::Path
                } else if kind != Some(EdgeKind::Trouble)
                    && chart.is_ahead(from)
                    && chart.is_ahead(exit.to)
                {
                    Standing::Ahead
                } else {
                    Standing::Other
                });
            }
        }
        lines
    }

    /// How everything of the map stands.
    #[must_use]
    pub fn charted(&self) -> Charted {
        let chart = self.chart();
        let nodes = 0..self.page.edition.nodes.len();
        let tab = match self.attention.1 {
            Attention::Spot(spot) => spot,
            _ => Spot::of(self.node),
        };
        Charted {
            here: self.here(),
            stops: nodes.map(|node| self.stop(&chart, node)).collect(),
            lines: self.lines(&chart).into_iter().enumerate().collect(),
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
    /// The lines, each with its number.
    pub lines: Vec<(usize, Standing)>,
    /// The one tab stop, once the program is there.
    pub tab: Option<Spot>,
}

impl Charted {
    /// The answers of a node: the numbers of exit and edge, and how they stand.
    #[must_use]
    pub fn answers(&self, page: &Page, node: usize) -> Vec<(usize, usize, Standing)> {
        let edges = page.flow.edges().iter().zip(&self.lines);
        let own = edges.filter(|(edge, _)| edge.from == node).enumerate();
        let answers = own.filter(|(_, (edge, _))| edge.kind == EdgeKind::Answer);
        answers
            .map(|(exit, (_, (number, standing)))| (exit, *number, *standing))
            .collect()
    }
}

/// A place of the map that can have the focus: a node, or one of its answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The node.
    pub node: usize,
    /// The number of the exit, where it is an answer.
    pub exit: Option<usize>,
}

impl Spot {
    /// A node itself.
    #[must_use]
    pub fn of(node: usize) -> Self {
        Self { node, exit: None }
    }
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
        Some(Spot {
            node,
            exit: exits.position(|exit| !exit.id.is_empty() && exit.id == answer),
        })
    }

    /// The name of a spot.
    #[must_use]
    pub fn spot_name(&self, spot: Spot) -> String {
        let id = self
            .page
            .node(spot.node)
            .map_or("", |node| node.id.as_str());
        match spot.exit.and_then(|exit| self.page.exit(spot.node, exit)) {
            Some(exit) => [id, ":", &exit.id].concat(),
            None => id.to_owned(),
        }
    }

    /// The spot that a key leads to; the same one where nothing lies in that direction.
    #[must_use]
    pub fn moved(&self, spot: Spot, by: Move) -> Spot {
        let nodes = &self.page.edition.nodes;
        let end = || nodes.iter().position(|node| node.kind == NodeKind::Outcome);
        let to = match by {
            Move::First => Some(Spot::of(self.page.flow.start())),
            Move::Last => end().map(Spot::of),
            Move::Down => self.down(spot),
            Move::Up => match spot.exit {
                Some(_) => Some(Spot::of(spot.node)),
                None => self.way_to(spot.node).map(|way| self.spot_before(way)),
            },
            Move::Before => self.beside(spot, false),
            Move::After => self.beside(spot, true),
        };
        to.unwrap_or(spot)
    }

    /// Along an answer to its node, else to the first answer or node that follows.
    fn down(&self, spot: Spot) -> Option<Spot> {
        let Spot { node, exit } = spot;
        match exit {
            Some(exit) => Some(Spot::of(self.page.exit(node, exit)?.to)),
            None => self.page.exit(node, 0).map(|_| self.first_along(node, 0)),
        }
    }

    /// The next answer of the same question; help with a node, and after one help the next; or the other way round.
    fn beside(&self, spot: Spot, forward: bool) -> Option<Spot> {
        let help = EdgeKind::Trouble;
        match spot.exit {
            Some(exit) => self.exit_beside(spot.node, exit, forward, EdgeKind::Answer),
            None if self.is_help(spot.node) => {
                let (node, exit) = self.way_to(spot.node)?;
                let beside = self.exit_beside(node, exit, forward, help);
                beside.or((!forward).then_some(Spot::of(node)))
            }
            None if forward => {
                let exits = &self.page.node(spot.node)?.exits;
                let first = exits.iter().position(|exit| exit.kind == help)?;
                Some(self.first_along(spot.node, first))
            }
            None => None,
        }
    }

    fn is_help(&self, node: usize) -> bool {
        let node = self.page.node(node);
        node.is_some_and(|node| node.kind == NodeKind::Trouble)
    }

    /// The nearest exit of this kind after or before another one.
    fn exit_beside(&self, node: usize, exit: usize, forward: bool, kind: EdgeKind) -> Option<Spot> {
        let exits = self.page.node(node)?.exits.iter().enumerate();
        let mut of_kind = exits.filter(|(_, exit)| exit.kind == kind);
        let found = if forward {
            of_kind.find(|(number, _)| *number > exit)
        } else {
            of_kind.rfind(|(number, _)| *number < exit)
        };
        found.map(|(number, _)| self.first_along(node, number))
    }

    /// What comes first along an exit: its answer, or its node where it is none.
    fn first_along(&self, node: usize, exit: usize) -> Spot {
        match self.page.exit(node, exit) {
            Some(it) if it.kind != EdgeKind::Answer => Spot::of(it.to),
            _ => Spot {
                node,
                exit: Some(exit),
            },
        }
    }

    /// What one comes by last on the way back along an exit.
    fn spot_before(&self, (node, exit): (usize, usize)) -> Spot {
        match self.page.exit(node, exit) {
            Some(it) if it.kind == EdgeKind::Answer => Spot {
                node,
                exit: Some(exit),
            },
            _ => Spot::of(node),
        }
    }

    /// The exit by which one comes to a node: the reader's own, else that of the shortest way.
    fn way_to(&self, node: usize) -> Option<(usize, usize)> {
        let position = self.visits.iter().position(|visit| visit.node == node);
        let before = match position {
            Some(position) => position.checked_sub(1).and_then(|at| self.visits.get(at)),
            None if node == self.node => self.visits.last(),
            None => None,
        };
        if let Some(visit) = before {
            return Some((visit.node, visit.exit));
        }
        let last = self.page.flow.path_to(node)?.pop()?;
        self.page.ends(last)
    }
}
