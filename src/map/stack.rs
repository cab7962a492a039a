//! The map of a narrow window: one node below the other, those of the reader's own way or all.
//!
//! A question that is still open, and every question where all ways are shown, has its answers below it as buttons.
//! Where a way does not go on with the next node of the stack, a chip says where it leads.

use flowchart::{Edge, EdgeIx, EdgeKind, NodeIx, Point, Rect};
use guide::edition;
use guide::picture::{FONT, LINE, measure};
use yew::AttrValue;

use crate::guided::Walk;
use crate::page::Page;

/// A box of the stack is as wide as this.
const WIDTH: i32 = 248;
const LEFT: i32 = 4;
/// The stack with the badges that stand out at its right.
pub const NARROW: i32 = LEFT + WIDTH + 20;
/// How wide a text may be in it.
pub const NARROW_TEXT: i32 = WIDTH - 28;
/// Where lines run.
const MIDDLE: i32 = LEFT + WIDTH / 2;
/// How far answers and parallel steps are moved in, and where the line to them runs.
const INDENT: i32 = 24;
const BRANCH: i32 = LEFT + 12;
/// Above the first node, for its badges.
const TOP: i32 = 16;
const LEAST: i32 = 44;
const GAP: i32 = 28;
const SMALL_GAP: i32 = 8;
/// A badge as far as it can be pressed.
pub(super) const BADGE: i32 = 28;

/// Where everything stands in a narrow window.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stack {
    /// How high the whole is.
    pub height: i32,
    /// The place of each node; `None` where it is not shown.
    pub nodes: Vec<Option<Rect>>,
    /// The button or the label of each answer.
    pub answers: Vec<Option<Rect>>,
    /// The line of each edge; may be empty.
    pub lines: Vec<AttrValue>,
    /// Where the chip of an edge stands that leads elsewhere.
    pub chips: Vec<Option<Point>>,
    /// The lanes by their numbers, and where their headings begin.
    pub lanes: Vec<(usize, Point)>,
}

struct Building<'a> {
    page: &'a Page,
    stack: Stack,
    y: i32,
}

impl Walk {
    /// The stack of this moment: the reader's own way, or all ways.
    #[must_use]
    pub fn stack(&self, shows_all: bool) -> Stack {
        let page = &*self.page;
        let count = page.edition.nodes.len();
        let edges = page.flow.edges().len();
        let mut building = Building {
            page,
            stack: Stack {
                nodes: vec![None; count],
                answers: vec![None; edges],
                lines: vec![AttrValue::default(); edges],
                chips: vec![None; edges],
                ..Stack::default()
            },
            y: TOP,
        };
        let order = if shows_all {
            let nodes = page.flow.nodes();
            nodes.filter(|node| !page.flow.is_trouble(*node)).collect()
        } else {
            self.own_way()
        };
        building.draw(&order, shows_all);
        building.hang_badges();
        building.stack.height = building.y;
        building.stack
    }

    /// The nodes that the reader came by, the current one, and what follows without a question.
    fn own_way(&self) -> Vec<NodeIx> {
        let flow = &self.page.flow;
        let is_trouble = |node| flow.is_trouble(node);
        let mut way: Vec<NodeIx> = Vec::new();
        for node in self.trail().chain([self.node]) {
            if !is_trouble(node) && !way.contains(&node) {
                way.push(node);
            }
        }
        let mut at = self.node;
        loop {
            let mut exits = flow
                .exits(at)
                .filter(|(_, edge)| edge.kind != EdgeKind::Trouble);
            match (exits.next(), exits.next()) {
                (Some((_, Edge { to, .. })), None) if !way.contains(&to) || is_trouble(at) => {
                    if !is_trouble(to) && !way.contains(&to) {
                        way.push(to);
                    }
                    if to == at {
                        return way;
                    }
                    at = to;
                }
                _ => return way,
            }
        }
    }
}

impl Building<'_> {
    fn draw(&mut self, order: &[NodeIx], shows_all: bool) {
        let mut lane = None;
        for (position, &node) in order.iter().enumerate() {
            if shows_all {
                let own = self.lane(node);
                if own != lane
                    && let Some(own) = own
                {
                    let at = Point {
                        x: LEFT,
                        y: self.y + LINE,
                    };
                    self.stack.lanes.push((own, at));
                    self.y += 2 * LINE;
                }
                lane = own;
            }
            self.node(node, 0);
            let before = position
                .checked_sub(1)
                .and_then(|at| order.get(at))
                .copied();
            if let Some(before) = before {
                self.join(before, node);
            }
            let next = order.get(position + 1).copied();
            self.exits(node, next, shows_all);
        }
    }

    /// The lane of a node: the one whose band lies behind its box in the widest form.
    fn lane(&self, node: NodeIx) -> Option<usize> {
        let map = &self.page.edition.map;
        let [wide, _] = &map.boxes.get(node.0)?.forms;
        let centre = wide.rect.centre();
        let [lanes, _] = &map.lanes;
        lanes.iter().position(|lane| {
            let Rect { x, y, .. } = lane.rect;
            (x..lane.rect.right()).contains(&centre.x)
                && (y..lane.rect.bottom()).contains(&centre.y)
        })
    }

    /// Takes the next place for a box with so many lines.
    fn place(&mut self, lines: usize, indent: i32) -> Rect {
        let rect = Rect {
            x: LEFT + indent,
            y: self.y,
            width: WIDTH - indent,
            height: (lines as i32 * LINE + 12).max(LEAST),
        };
        self.y = rect.bottom();
        rect
    }

    fn node(&mut self, node: NodeIx, indent: i32) {
        let boxes = &self.page.edition.map.boxes;
        let lines = boxes.get(node.0).map_or(1, |it| it.narrow.len());
        let rect = self.place(lines, indent);
        if let Some(place) = self.stack.nodes.get_mut(node.0) {
            *place = Some(rect);
        }
    }

    /// The line from a node to the one below it, where there is an edge.
    fn join(&mut self, from: NodeIx, to: NodeIx) {
        let edge = self
            .page
            .flow
            .exits(from)
            .find(|(_, edge)| edge.to == to && edge.kind != EdgeKind::Trouble);
        let (Some((edge, _)), Some(start), Some(end)) = (edge, self.rect(from), self.rect(to))
        else {
            return;
        };
        // A button above leads there already.
        if self
            .stack
            .lines
            .get(edge.0)
            .is_some_and(|line| line.is_empty())
        {
            self.line(
                edge,
                format!("M{MIDDLE} {}V{}m-4-6 4 6 4-6", start.bottom(), end.y),
            );
        }
    }

    fn rect(&self, node: NodeIx) -> Option<Rect> {
        self.stack.nodes.get(node.0).copied().flatten()
    }

    fn line(&mut self, edge: EdgeIx, path: String) {
        if let Some(line) = self.stack.lines.get_mut(edge.0) {
            *line = path.into();
        }
    }

    /// The exits of a node: the answers of an open question as buttons, the one that was taken as a label, chips elsewhere.
    fn exits(&mut self, node: NodeIx, next: Option<NodeIx>, shows_all: bool) {
        let Some(rect) = self.rect(node) else { return };
        let exits: Vec<(EdgeIx, Edge)> = (self.page.flow.exits(node))
            .filter(|(_, edge)| edge.kind != EdgeKind::Trouble)
            .collect();
        let is_open = exits.len() > 1 && (shows_all || next.is_none());
        for (edge, ends) in exits {
            let has_label = self.has_label(edge);
            if is_open && has_label {
                self.y += SMALL_GAP;
                self.answer(edge);
                self.branch(edge, rect);
                if shows_all {
                    self.chip(edge);
                }
            } else if is_open && !shows_all {
                // A parallel step stands for its answer.
                self.y += SMALL_GAP;
                self.node(ends.to, INDENT);
                self.branch(edge, rect);
            } else if is_open {
                // Its box comes below.
            } else if Some(ends.to) == next && has_label {
                self.y += SMALL_GAP + 4;
                self.label(edge);
                self.y -= SMALL_GAP;
            } else if Some(ends.to) != next && shows_all {
                self.chip(edge);
            }
        }
        self.y += GAP;
    }

    /// The drawing of an edge.
    fn drawn(&self, edge: EdgeIx) -> Option<&edition::Line> {
        self.page.edition.map.lines.get(edge.0)
    }

    /// Whether an answer has a link of its own.
    fn has_label(&self, edge: EdgeIx) -> bool {
        self.drawn(edge).is_some_and(|line| line.label.is_some())
    }

    /// Says below what was placed last where an edge leads.
    fn chip(&mut self, edge: EdgeIx) {
        let at = Point {
            x: MIDDLE,
            y: self.y + LINE,
        };
        if let Some(chip) = self.stack.chips.get_mut(edge.0) {
            *chip = Some(at);
        }
        self.y += LINE + 4;
    }

    fn answer(&mut self, edge: EdgeIx) {
        let lines = self.drawn(edge).map_or(1, |it| it.narrow.len());
        let rect = self.place(lines, INDENT);
        self.set_answer(edge, rect);
    }

    /// The label of the answer that was taken, on its line.
    fn label(&mut self, edge: EdgeIx) {
        let lines = self.drawn(edge).map_or(&[][..], |it| &it.narrow);
        let measure = measure(self.page.edition.lang);
        let widest = lines.iter().map(|line| measure(line.trim_end(), FONT));
        let width = widest.max().unwrap_or(0) + 24;
        let rect = Rect {
            x: MIDDLE - width / 2,
            y: self.y,
            width,
            height: lines.len() as i32 * LINE + 8,
        };
        self.y = rect.bottom();
        self.set_answer(edge, rect);
    }

    fn set_answer(&mut self, edge: EdgeIx, rect: Rect) {
        if let Some(answer) = self.stack.answers.get_mut(edge.0) {
            *answer = Some(rect);
        }
    }

    /// From the lower edge of a question to what was placed last.
    fn branch(&mut self, edge: EdgeIx, question: Rect) {
        let to = self
            .page
            .flow
            .edge(edge)
            .and_then(|edge| self.rect(edge.to));
        let answer = self.stack.answers.get(edge.0).copied().flatten();
        if let Some(rect) = answer.or(to) {
            let y = rect.centre().y;
            self.line(
                edge,
                format!(
                    "M{BRANCH} {}V{y}H{}m-6-4 6 4-6 4",
                    question.bottom(),
                    rect.x
                ),
            );
        }
    }

    /// Troubles hang at the upper right corner of the first node that leads to them and is shown.
    fn hang_badges(&mut self) {
        let mut hung = vec![0; self.stack.nodes.len()];
        for edge in self.page.flow.edges() {
            let is_trouble = self.page.flow.is_trouble(edge.to);
            if !is_trouble || self.rect(edge.to).is_some() {
                continue;
            }
            let is_help = self.page.flow.is_trouble(edge.from);
            let (Some(home), Some(count)) = (self.rect(edge.from), hung.get_mut(edge.from.0))
            else {
                continue;
            };
            if is_help {
                continue;
            }
            let rect = Rect {
                x: home.right() - 2 - BADGE / 2 - *count * BADGE,
                y: home.y - BADGE / 2,
                width: BADGE,
                height: BADGE,
            };
            *count += 1;
            if let Some(place) = self.stack.nodes.get_mut(edge.to.0) {
                *place = Some(rect);
            }
        }
    }
}
