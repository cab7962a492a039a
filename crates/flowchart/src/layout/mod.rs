//! The flow as a drawing (版面): where boxes, labels and lines go, in integers and the same on every machine.
//!
//! A layered drawing in five steps, a file each:
//! `ranks` gives each node a row, `layers` lays long lines out as chains of small items, `order` sorts each row so that few lines
//! cross, `place` finds the x of each item, and `route` draws the lines and finds the y of each row.
//! Whatever the steps decide, lines bend only between rows and items of a row keep their distance,
//! so that no line crosses a box or a label that is not its own.
#![expect(
    clippy::indexing_slicing,
    reason = "every index is made in here from the length of its list, and the property tests lay out any flow"
)]

mod layers;
mod order;
mod place;
mod ranks;
mod route;
#[cfg(test)]
mod tests;

use crate::Flow;

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

/// What is to be drawn beside the flow itself.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// The size of each node's box; a node without one has the size zero.
    pub boxes: Vec<Size>,
    /// The size of each edge's label; `None` or nothing where it has none.
    pub labels: Vec<Option<Size>>,
    /// The lane (泳道) of each node, counted from the left; `None` or nothing where it stands in none.
    pub lanes: Vec<Option<usize>>,
    /// The size of each lane's heading.
    pub headings: Vec<Size>,
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

/// The two forms of a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Lanes stand side by side, with at most so many boxes beside each other in each (橫幅).
    Wide {
        /// At least 1; a trouble may stand beside them.
        columns: usize,
    },
    /// One box a row, in the order of reading, and all lines to the right of it (直幅).
    Narrow,
}

/// A finished drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// Its width and height; everything lies within.
    pub size: Size,
    /// The box of each node.
    pub boxes: Vec<Rect>,
    /// The line of each edge; `None` where one of its ends does not exist.
    pub lines: Vec<Option<Line>>,
    /// The bands behind the boxes of a lane, from the top; a lane whose nodes do not follow each other has several in the narrow form.
    pub bands: Vec<Band>,
}

/// The line of an edge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its corners, from the edge of one box to the edge of the other; horizontal and vertical in turn.
    pub points: Vec<Point>,
    /// Where its label stands.
    pub label: Option<Rect>,
    /// Whether it leads up or round to its own node (回頭); every other line leads down.
    pub is_back: bool,
}

/// A lane or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// Which lane.
    pub lane: usize,
    /// Where it lies.
    pub rect: Rect,
    /// Where its heading stands; a lane has one.
    pub heading: Option<Rect>,
}

impl Flow {
    /// Draws the flow (排版).
    ///
    /// Any flow can be drawn, right or wrong; edges without a node at both ends are left out.
    /// The time it takes grows with the number of nodes and of the rows that lines pass through.
    #[must_use]
    pub fn layout(&self, parts: &Parts, form: Form) -> Drawing {
        let ranks = ranks::ranks(self, parts, form);
        let mut layers = layers::layers(self, parts, form, &ranks);
        order::order(&mut layers);
        place::place(&mut layers);
        route::route(self, parts, &layers)
    }
}
