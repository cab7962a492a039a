//! The flow as a drawing (版面): where boxes, labels and lines go, in integers and the same on every machine.
//!
//! A flow that fits a window is drawn as a whole (`overview`):
//!
//! 1. `structure` finds what is drawn in ways of its own. A lane holds the nodes of one part of the guide. A group holds the parallel
//!    steps of one question. The tail is what every way shares: from the last join to the end, one node after the other.
//!    Everything else stands on top. A trouble is no box but a badge, on what leads to it.
//! 2. `overview` places boxes from the top to the bottom: the nodes on top, each below what leads to it, lanes side by side with one
//!    upper edge, and the tail as a line along the bottom. A branch goes on in a column of its own.
//!    The label of an answer stands above the box that it leads to, above the lane where that is the first box.
//! 3. `badges` hangs the badges along upper edges.
//! 4. `wire` leads each line over a grid of free tracks, so that none goes through what is not its own: straight lines first, then the
//!    long ones, which others join on their way to the same place.
//!
//! A larger flow is drawn in layers (`layered`).
#![expect(
    clippy::indexing_slicing,
    reason = "every index is made in here from the length of its list, and the property tests lay out any flow"
)]

mod badges;
mod layered;
mod overview;
mod structure;
#[cfg(test)]
mod tests;
mod wire;

use crate::{Flow, NodeIx};
use structure::{Structure, Ways};

/// Around the whole drawing.
const MARGIN: i32 = 8;

/// Width and height of a box or a label, in units of the drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Size {
    /// From left to right.
    pub width: i32,
    /// From top to bottom.
    pub height: i32,
}

/// A place in the drawing; x grows to the right and y downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Point {
    /// From the left edge of the drawing.
    pub x: i32,
    /// From its upper edge.
    pub y: i32,
}

/// A rectangle of the drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Rect {
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// From left to right.
    pub width: i32,
    /// From top to bottom.
    pub height: i32,
}

impl Rect {
    /// The right edge.
    #[must_use]
    pub fn right(&self) -> i32 {
        self.x + self.width
    }

    /// The lower edge.
    #[must_use]
    pub fn bottom(&self) -> i32 {
        self.y + self.height
    }

    /// The middle.
    #[must_use]
    pub fn centre(&self) -> Point {
        Point {
            x: self.x + self.width / 2,
            y: self.y + self.height / 2,
        }
    }
}

/// The sizes, lanes and headings that a drawing needs beside the flow itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The size of each node's box; a node without one has the size zero.
    pub boxes: Vec<Size>,
    /// The size of each edge's label; `None` or nothing where it has none.
    pub labels: Vec<Option<Size>>,
    /// The lane (泳道) of each node, counted from the left; `None` or nothing where it stands in none.
    pub lanes: Vec<Option<usize>>,
    /// The size of each lane's heading.
    pub headings: Vec<Size>,
    /// How wide the drawing should be, where less would do.
    pub room: i32,
}

impl Parts {
    fn size(&self, node: usize) -> Size {
        self.boxes.get(node).copied().unwrap_or_default()
    }

    fn label(&self, edge: usize) -> Option<Size> {
        self.labels.get(edge).copied().flatten()
    }

    fn lane(&self, node: usize) -> Option<usize> {
        self.lanes.get(node).copied().flatten()
    }

    fn lane_count(&self) -> usize {
        let most = self.lanes.iter().flatten().max();
        most.map_or(0, |most| most + 1).max(self.headings.len())
    }
}

/// A finished drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// Its width and height; everything lies within.
    pub size: Size,
    /// The box of each node; of a trouble its badge, or its place in a list.
    pub boxes: Vec<Rect>,
    /// The line of each edge; `None` where one of its ends does not exist.
    pub lines: Vec<Option<Line>>,
    /// The bands behind the boxes of each lane.
    pub bands: Vec<Band>,
    /// The frames around the parallel steps of a question (並列方式).
    pub groups: Vec<Rect>,
    /// The badges of more troubles than can hang side by side.
    pub lists: Vec<List>,
}

/// The line of an edge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its corners, from the edge of one box to the edge of the other; horizontal and vertical in turn.
    /// None where a trouble hangs on what leads to it.
    pub points: Vec<Point>,
    /// Where its label stands; within a group the boxes speak for themselves.
    pub label: Option<Rect>,
}

/// A lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// Which lane.
    pub lane: usize,
    /// Where it lies.
    pub rect: Rect,
    /// Where its heading stands.
    pub heading: Option<Rect>,
}

/// Troubles that have no room beside each other: one badge opens them as a list, which lies over the drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The badge that opens it.
    pub badge: Rect,
    /// The troubles in it.
    pub nodes: Vec<NodeIx>,
}

impl Flow {
    /// Draws the flow (排版).
    ///
    /// Any flow can be drawn, right or wrong; edges without a node at both ends are left out.
    /// The time it takes grows with the number of nodes and of the rows that lines pass through.
    #[must_use]
    pub fn layout(&self, parts: &Parts) -> Drawing {
        let ways = Ways::new(self);
        let structure = Structure::of(self, parts, &ways);
        let boxes = structure.homes.iter().filter(|home| home.is_none());
        if boxes.count() <= overview::MOST {
            overview::overview(self, parts, &structure, &ways)
        } else {
            layered::layered(self, parts, &structure)
        }
    }
}

/// Moves everything so that it starts at the margin, and says how large it is.
fn fit(drawing: &mut Drawing) {
    let mut all: Vec<Rect> = drawing.boxes.clone();
    all.extend(&drawing.groups);
    all.extend(drawing.lists.iter().map(|list| list.badge));
    all.extend(drawing.bands.iter().map(|band| band.rect));
    for line in drawing.lines.iter().flatten() {
        all.extend(line.label);
        all.extend(line.points.iter().map(|point| Rect {
            x: point.x,
            y: point.y,
            width: 0,
            height: 0,
        }));
    }
    let left = all.iter().map(|rect| rect.x).min().unwrap_or(0) - MARGIN;
    let top = all.iter().map(|rect| rect.y).min().unwrap_or(0) - MARGIN;
    let right = all.iter().map(Rect::right).max().unwrap_or(0) + MARGIN;
    let bottom = all.iter().map(Rect::bottom).max().unwrap_or(0) + MARGIN;
    drawing.size = Size {
        width: right - left,
        height: bottom - top,
    };
    let shift = |rect: &mut Rect| {
        rect.x -= left;
        rect.y -= top;
    };
    drawing.boxes.iter_mut().for_each(shift);
    drawing.groups.iter_mut().for_each(shift);
    drawing
        .lists
        .iter_mut()
        .for_each(|list| shift(&mut list.badge));
    for band in &mut drawing.bands {
        shift(&mut band.rect);
        band.heading.iter_mut().for_each(shift);
    }
    for line in drawing.lines.iter_mut().flatten() {
        line.label.iter_mut().for_each(shift);
        for point in &mut line.points {
            point.x -= left;
            point.y -= top;
        }
    }
}

/// Leaves out every point that is no corner.
fn corners(points: Vec<Point>) -> Vec<Point> {
    let mut corners: Vec<Point> = Vec::with_capacity(points.len());
    for point in points {
        if let [.., before, last] = corners.as_slice()
            && (before.x == last.x && last.x == point.x || before.y == last.y && last.y == point.y)
        {
            corners.pop();
        }
        if corners.last() != Some(&point) {
            corners.push(point);
        }
    }
    corners
}
