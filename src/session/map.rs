//! What the map (流程圖) shows of a session: where one is, the way here, what lies ahead, and the rest.

use flowchart::EdgeKind;
use guide::{Lang, PageExitKind, PageNodeKind};

use super::Session;
use crate::wording::Word;

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

/// The map of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map {
    /// How each node stands.
    pub nodes: Vec<Stop>,
    /// How each line stands, in the order of nodes and exits.
    pub lines: Vec<Standing>,
}

impl Session {
    /// Where everything of the map stands.
    #[must_use]
    pub fn map(&self) -> Map {
        let flow = &self.page.flow;
        let ahead = flow.ahead(self.node);
        let here = self.visits.len() + 1;
        let last = |node, number| number + flow.steps_left(node).map_or(0, |left| left.fewest);
        let node = |node: usize| {
            let visited = self.visits.iter().position(|visit| visit.node == node);
            let (standing, number) = match (visited, ahead.get(node).copied().flatten()) {
                _ if node == self.node => (Standing::Current, here),
                (Some(position), _) => (Standing::Path, position + 1),
                (None, Some(steps)) => (Standing::Ahead, here + steps),
                (None, None) => {
                    let way = flow.path_to(node).map_or(0, |way| way.len());
                    (Standing::Other, way + 1)
                }
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
        };
        let is_ahead = |node: usize| ahead.get(node).is_some_and(Option::is_some);
        let mut lines = Vec::new();
        for (from, node) in self.page.data.nodes.iter().enumerate() {
            for (number, exit) in node.exits.iter().enumerate() {
                let taken =
                    (self.visits.iter()).any(|visit| (visit.node, visit.exit) == (from, number));
                let kind = flow.edges().get(lines.len()).map(|edge| edge.kind);
                lines.push(if taken {
                    Standing::Path
                } else if kind != Some(EdgeKind::Trouble) && is_ahead(from) && is_ahead(exit.to) {
                    Standing::Ahead
                } else {
                    Standing::Other
                });
            }
        }
        Map {
            nodes: (0..self.page.data.nodes.len()).map(node).collect(),
            lines,
        }
    }

    /// What a node is called before its title: which of how many it is.
    #[must_use]
    pub fn number_name(&self, stop: Stop) -> String {
        let (number, of) = (stop.number.to_string(), stop.of.to_string());
        let values = match self.page.data.lang {
            Lang::ZhHant => [&of, &number],
            Lang::En => [&number, &of],
        };
        self.page
            .words
            .fill(Word::MapNumber, &values.map(String::as_str))
    }

    /// Where the reader is, as HTML.
    #[must_use]
    pub fn here(&self) -> String {
        let title = self.current().map_or("", |node| node.title.as_str());
        let here = self.page.words.fill(Word::MapHere, &[title]);
        match self.left() {
            Some(left) => [&here, " · ", &left].concat(),
            None => here,
        }
    }

    /// How many steps are left, in words.
    #[must_use]
    pub fn left(&self) -> Option<String> {
        let words = &self.page.words;
        let left = self.steps_left().filter(|left| left.most > 0)?;
        Some(if left.fewest == left.most {
            words.count(Word::StepLeft, Word::StepsLeft, left.most)
        } else {
            let (fewest, most) = (left.fewest.to_string(), left.most.to_string());
            words.fill(Word::StepsRange, &[&fewest, &most])
        })
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

/// Where a key leads on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Against the line that leads here.
    Up,
    /// Along the first line from here.
    Down,
    /// To what stands before it at the same node.
    Before,
    /// To what stands after it at the same node.
    After,
    /// To the start.
    First,
    /// To the end of the way.
    Last,
}

impl Session {
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
        let nodes = &self.page.data.nodes;
        let whole = |node| Spot { node, exit: None };
        let end = || {
            nodes
                .iter()
                .position(|node| node.kind == PageNodeKind::Outcome)
        };
        let to = match by {
            Move::First => Some(whole(self.page.flow.start())),
            Move::Last => end().map(whole),
            Move::Down => self.down(spot),
            Move::Up => match spot.exit {
                Some(_) => Some(whole(spot.node)),
                None => self.way_to(spot.node).map(|way| self.stop(way)),
            },
            Move::Before => self.beside(spot, |exit| exit.checked_sub(1)),
            Move::After => self.beside(spot, |exit| exit.checked_add(1)),
        };
        to.unwrap_or(spot)
    }

    /// Along an answer to its node, else to the first answer or node that follows.
    fn down(&self, spot: Spot) -> Option<Spot> {
        let Spot { node, exit } = spot;
        match exit {
            Some(exit) => Some(Spot {
                node: self.page.exit(node, exit)?.to,
                exit: None,
            }),
            None => self.page.exit(node, 0).map(|_| self.follow(node, 0)),
        }
    }

    /// What stands beside a spot at the node that both come from.
    fn beside(&self, spot: Spot, step: impl Fn(usize) -> Option<usize>) -> Option<Spot> {
        let (node, exit) = match spot.exit {
            Some(exit) => (spot.node, exit),
            None => self.way_to(spot.node)?,
        };
        let next = step(exit)?;
        let to = self.page.exit(node, next)?.to;
        match spot.exit {
            Some(_) => Some(self.follow(node, next)),
            None => Some(Spot {
                node: to,
                exit: None,
            }),
        }
    }

    /// What comes first along an exit: its answer, or its node where it is none.
    fn follow(&self, node: usize, exit: usize) -> Spot {
        match self.page.exit(node, exit) {
            Some(it) if it.kind != PageExitKind::Answer => Spot {
                node: it.to,
                exit: None,
            },
            _ => Spot {
                node,
                exit: Some(exit),
            },
        }
    }

    /// What one comes by last on the way back along an exit.
    fn stop(&self, (node, exit): (usize, usize)) -> Spot {
        match self.page.exit(node, exit) {
            Some(it) if it.kind == PageExitKind::Answer => Spot {
                node,
                exit: Some(exit),
            },
            _ => Spot { node, exit: None },
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
        let flow = &self.page.flow;
        let last = flow.path_to(node)?.pop()?;
        let edge = flow.edges().get(last)?;
        let exit = flow.exits(edge.from).position(|exit| exit == *edge)?;
        Some((edge.from, exit))
    }
}
