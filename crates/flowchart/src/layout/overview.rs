//! The drawing of a flow that fits a window: start and questions on top, lanes below them side by side, the shared tail along the bottom.

use super::badges::{self, BADGE, disc};
use super::structure::{Group, Home, Region, Structure, Ways};
use super::wire::{CLEAR, Grid, Obstacle, Port, Towards, Wish};
use super::{Band, Drawing, Line, Parts, Point, Rect, Size};
use crate::{Flow, NodeIx};

/// More nodes than this do not fit a window.
pub(super) const MOST: usize = 48;

/// Between a box and the one below it.
const ROW_GAP: i32 = 24;
/// Between two columns.
const COLUMN_GAP: i32 = 36;
/// Between the parts of the drawing, where lines run from side to side.
const ZONE: i32 = 28;
/// Between a label and the box below it.
const BELOW_LABEL: i32 = 14;
/// Between two labels.
const LABEL_GAP: i32 = 12;
/// Between the edge of a lane and its boxes.
const LANE_PADDING: i32 = 22;
/// The same at the lower edge, and around a heading.
const LANE_END: i32 = 12;
/// Between two lanes.
const LANE_GAP: i32 = 16;
/// Between the frame of a group and its boxes.
const GROUP_SIDE: i32 = 26;
const GROUP_END: i32 = 10;
/// Between the boxes of a group, and where one has a badge.
const GROUP_GAP: i32 = 8;
/// With badges in it: their ways have a track between the members.
const GROUP_BADGE_GAP: i32 = ROW_GAP;
/// The nodes on top are moved by less than this, to stand straight above a lane.
const NEAR_LANE: i32 = 80;
/// The most between two boxes of the tail.
const TAIL_GAP: i32 = 96;

/// A node or a group of them, placed as one.
struct Unit {
    nodes: Vec<usize>,
    group: Option<usize>,
    region: Region,
    size: Size,
    /// The edges whose labels stand above it.
    labels: Vec<usize>,
    /// How much room these take.
    strip: Size,
    /// Between them and the box.
    below: i32,
    has_badge: bool,
}

/// Units of a region in rows and columns.
#[derive(Default)]
struct Block {
    /// Unit, row and column.
    cells: Vec<(usize, usize, usize)>,
    widths: Vec<i32>,
    /// Height of the labels above a row, and of the row.
    rows: Vec<(i32, i32)>,
}

impl Block {
    fn width(&self) -> i32 {
        let gaps = COLUMN_GAP * (self.widths.len() as i32 - 1).max(0);
        self.widths.iter().sum::<i32>() + gaps
    }

    /// Without the labels above its first row.
    fn height(&self) -> i32 {
        let rows: i32 = self.rows.iter().map(|(strip, height)| strip + height).sum();
        let gaps = ROW_GAP * (self.rows.len() as i32 - 1).max(0);
        rows + gaps - self.first_strip()
    }

    fn first_strip(&self) -> i32 {
        self.rows.first().map_or(0, |(strip, _)| *strip)
    }
}

pub(super) fn overview(flow: &Flow, parts: &Parts, structure: &Structure, ways: &Ways) -> Drawing {
    let mut draft = Draft::new(flow, parts, structure, ways);
    draft.place();
    badges::hang(structure, parts, &mut draft.drawing);
    draft.wire();
    draft.drawing
}

struct Draft<'a> {
    flow: &'a Flow,
    parts: &'a Parts,
    structure: &'a Structure,
    ways: &'a Ways,
    units: Vec<Unit>,
    /// The unit of each node.
    unit_of: Vec<Option<usize>>,
    labels: Vec<Option<Rect>>,
    /// Tracks besides those along boxes: x and y.
    spare: [Vec<i32>; 2],
    drawing: Drawing,
}

impl<'a> Draft<'a> {
    fn new(flow: &'a Flow, parts: &'a Parts, structure: &'a Structure, ways: &'a Ways) -> Self {
        let (units, unit_of) = units(flow, parts, structure, ways);
        Self {
            flow,
            parts,
            structure,
            ways,
            units,
            unit_of,
            labels: vec![None; flow.edges().len()],
            spare: [Vec::new(), Vec::new()],
            drawing: Drawing {
                boxes: vec![Rect::default(); flow.kinds().len()],
                groups: vec![Rect::default(); structure.groups.len()],
                ..Drawing::default()
            },
        }
    }

    /// Places boxes, labels and bands from the top to the bottom.
    fn place(&mut self) {
        let order = order(self.flow, &self.units, &self.unit_of, self.ways);
        let block = |region| self.block(region, &order);
        let top = block(Region::Top);
        let lanes: Vec<(usize, Block)> = (0..self.parts.lane_count())
            .map(|lane| (lane, block(Region::Lane(lane))))
            .filter(|(_, block)| !block.cells.is_empty())
            .collect();
        let lane_widths = self.lane_widths(&lanes);
        let gaps = LANE_GAP * (lanes.len() as i32 - 1).max(0);
        let lanes_width = lane_widths.iter().sum::<i32>() + gaps;
        let widest = self
            .structure
            .tail
            .iter()
            .map(|it| self.cell_width(*it))
            .max();
        let width = (self.parts.room)
            .max(lanes_width)
            .max(top.width())
            .max(widest.unwrap_or(0));

        let mut y = 0;
        if !top.cells.is_empty() {
            y += top.first_strip();
            let x = self.above_lanes(&top, &lanes, &lane_widths, width);
            self.put(&top, x, y);
            y += top.height() + ZONE;
        }
        if !lanes.is_empty() {
            y += lanes
                .iter()
                .map(|(_, block)| block.first_strip())
                .max()
                .unwrap_or(0);
            y = self.put_lanes(&lanes, &lane_widths, (width - lanes_width) / 2, y) + ZONE;
        }
        self.put_tail(width, y);
    }

    /// The left edge of the nodes on top: in the middle, or straight above a lane near it.
    fn above_lanes(
        &self,
        top: &Block,
        lanes: &[(usize, Block)],
        widths: &[i32],
        width: i32,
    ) -> i32 {
        let middle = |block: &Block| block.widths.first().map_or(0, |first| first / 2);
        let x = (width - top.width()) / 2;
        let gaps = LANE_GAP * (lanes.len() as i32 - 1).max(0);
        let mut left = (width - widths.iter().sum::<i32>() - gaps) / 2;
        let mut nearest = None;
        for ((_, block), width) in lanes.iter().zip(widths) {
            let off = left + (width - block.width()) / 2 + middle(block) - (x + middle(top));
            if nearest.is_none_or(|nearest: i32| off.abs() < nearest.abs()) {
                nearest = Some(off);
            }
            left += width + LANE_GAP;
        }
        x + nearest.filter(|off| off.abs() < NEAR_LANE).unwrap_or(0)
    }

    /// The width that a node takes with its labels.
    fn cell_width(&self, node: usize) -> i32 {
        let unit = self.unit_of[node].map(|unit| &self.units[unit]);
        unit.map_or(0, |unit| unit.size.width.max(unit.strip.width))
    }

    /// Puts the units of a region into rows, each below what leads to it, and into columns that go on as far as a way does.
    fn block(&self, region: Region, order: &[usize]) -> Block {
        let mut rows = vec![0; self.units.len()];
        let mut columns = vec![0; self.units.len()];
        let mut ends: Vec<usize> = Vec::new();
        let mut seen = vec![false; self.units.len()];
        let mut block = Block::default();
        let own: Vec<usize> = (order.iter().copied())
            .filter(|unit| self.units[*unit].region == region)
            .collect();
        let mut before: Vec<Vec<usize>> = vec![Vec::new(); self.units.len()];
        for unit in &own {
            seen[*unit] = true;
            let into = self.units[*unit]
                .nodes
                .iter()
                .flat_map(|node| &self.ways.into[*node]);
            before[*unit] = into
                .filter_map(|edge| self.unit_of[self.flow.edges()[*edge].from.0])
                .filter(|other| {
                    other != unit && self.units[*other].region == region && seen[*other]
                })
                .collect();
            rows[*unit] = before[*unit]
                .iter()
                .map(|it| rows[*it] + 1)
                .max()
                .unwrap_or(0);
        }
        let mut by_row = own;
        by_row.sort_by_key(|unit| rows[*unit]);
        for unit in by_row {
            let row = rows[unit];
            let is_free = |column: &usize| ends.get(*column).is_none_or(|end| *end <= row);
            let wished = before[unit].first().map_or(0, |it| columns[*it]);
            let column = (wished..=ends.len()).find(is_free).unwrap_or(ends.len());
            columns[unit] = column;
            if column == ends.len() {
                ends.push(0);
                block.widths.push(0);
            }
            ends[column] = row + 1;
            if block.rows.len() <= row {
                block.rows.resize(row + 1, (0, 0));
            }
            let it = &self.units[unit];
            block.widths[column] = block.widths[column].max(it.size.width).max(it.strip.width);
            let (strip, height) = &mut block.rows[row];
            // Labels above a lane keep clear of badges by themselves.
            let is_above = row == 0 && matches!(region, Region::Lane(_));
            let spare = if is_above { it.below - BELOW_LABEL } else { 0 };
            *strip = (*strip).max(it.strip.height - spare);
            *height = (*height).max(it.size.height);
            block.cells.push((unit, row, column));
        }
        block
    }

    /// Equally wide where there is room for that; the heading stands left of the middle of the first column.
    fn lane_widths(&self, lanes: &[(usize, Block)]) -> Vec<i32> {
        let least: Vec<i32> = lanes
            .iter()
            .map(|(lane, block)| {
                let heading = self.heading(*lane).width + LANE_END + CLEAR;
                let first = block.widths.first().copied().unwrap_or(0);
                let has_many = (block.cells.iter()).any(|(unit, row, column)| {
                    *row == 0 && *column == 0 && self.units[*unit].labels.len() > 1
                });
                let middle = if has_many { 0 } else { first / 2 };
                let beside = (heading - middle).max(LANE_PADDING);
                block.width() + 2 * beside
            })
            .collect();
        let count = lanes.len() as i32;
        if count == 0 {
            return least;
        }
        let room = self.parts.room - LANE_GAP * (count - 1);
        let equal = room / count;
        if least.iter().all(|width| *width <= equal) {
            return vec![equal; lanes.len()];
        }
        let more = ((room - least.iter().sum::<i32>()) / count).max(0);
        least.into_iter().map(|width| width + more).collect()
    }

    fn heading(&self, lane: usize) -> Size {
        self.parts.headings.get(lane).copied().unwrap_or_default()
    }

    /// All lanes with one upper and one lower edge; says where that is.
    fn put_lanes(&mut self, lanes: &[(usize, Block)], widths: &[i32], x: i32, y: i32) -> i32 {
        let headings = lanes.iter().map(|(lane, _)| self.heading(*lane).height);
        let heading = headings.max().unwrap_or(0);
        let first = y + LANE_END + heading + LANE_END;
        let tallest = lanes
            .iter()
            .map(|(_, block)| block.height())
            .max()
            .unwrap_or(0);
        let bottom = first + tallest + LANE_END;
        let mut x = x;
        for ((lane, block), width) in lanes.iter().zip(widths) {
            let size = self.heading(*lane);
            self.drawing.bands.push(Band {
                lane: *lane,
                rect: Rect {
                    x,
                    y,
                    width: *width,
                    height: bottom - y,
                },
                heading: (size.width > 0).then_some(Rect {
                    x: x + LANE_END,
                    y: y + LANE_END - 2,
                    width: size.width,
                    height: size.height,
                }),
            });
            self.put(block, x + (width - block.width()) / 2, first);
            // The labels of the first row stand above the lane.
            for (unit, _, _) in block.cells.iter().filter(|(_, row, _)| *row == 0) {
                for edge in self.units[*unit].labels.clone() {
                    if let Some(label) = &mut self.labels[edge] {
                        label.y = y - BELOW_LABEL - label.height;
                    }
                }
            }
            self.spare[0].extend([x + CLEAR, x + width - CLEAR, x + width + LANE_GAP / 2]);
            x += width + LANE_GAP;
        }
        self.spare[1].extend([y - 6, bottom + CLEAR, bottom + ZONE / 2]);
        bottom
    }

    /// Puts the boxes of a block; `y` is that of its first row of boxes.
    fn put(&mut self, block: &Block, x: i32, y: i32) {
        let mut tops = Vec::with_capacity(block.rows.len());
        let mut top = y - block.first_strip();
        for (strip, height) in &block.rows {
            tops.push(top + strip);
            top += strip + height + ROW_GAP;
        }
        let mut middles = Vec::with_capacity(block.widths.len());
        let mut left = x;
        for width in &block.widths {
            middles.push(left + width / 2);
            left += width + COLUMN_GAP;
        }
        for (unit, row, column) in &block.cells {
            self.put_unit(*unit, middles[*column], tops[*row]);
        }
    }

    fn put_unit(&mut self, unit: usize, middle: i32, y: i32) {
        let unit = &self.units[unit];
        let rect = |size: Size, y| Rect {
            x: middle - size.width / 2,
            y,
            width: size.width,
            height: size.height,
        };
        match unit.group {
            None => {
                for node in &unit.nodes {
                    self.drawing.boxes[*node] = rect(unit.size, y);
                }
            }
            Some(group) => {
                self.drawing.groups[group] = rect(unit.size, y);
                let gap = group_gap(self.structure, &self.structure.groups[group]);
                let mut y = y + GROUP_END + gap - GROUP_GAP;
                for node in &unit.nodes {
                    let size = self.parts.size(*node);
                    self.drawing.boxes[*node] = rect(size, y);
                    y += size.height + gap;
                }
                let frame = self.drawing.groups[group];
                self.spare[0].extend([frame.x + CLEAR, frame.right() - CLEAR]);
            }
        }
        let mut x = middle - unit.strip.width / 2;
        for edge in &unit.labels {
            let size = self.parts.label(*edge).unwrap_or_default();
            self.labels[*edge] = Some(Rect {
                x,
                y: y - unit.below - size.height,
                width: size.width,
                height: size.height,
            });
            x += size.width + LABEL_GAP;
        }
    }

    /// The tail from left to right, in as many lines as it needs.
    fn put_tail(&mut self, width: i32, y: i32) {
        let tail = &self.structure.tail;
        let widths: Vec<i32> = tail.iter().map(|node| self.cell_width(*node)).collect();
        let Some(widest) = widths.iter().max() else {
            return;
        };
        let per_row = ((width + COLUMN_GAP) / (widest + COLUMN_GAP)).max(1) as usize;
        // As even as they can be.
        let rows = tail.len().div_ceil(per_row);
        let per_row = tail.len().div_ceil(rows);
        let mut y = y;
        for (nodes, widths) in tail.chunks(per_row).zip(widths.chunks(per_row)) {
            let units: Vec<usize> = nodes.iter().filter_map(|it| self.unit_of[*it]).collect();
            let of = |get: fn(&Unit) -> i32| units.iter().map(|it| get(&self.units[*it])).max();
            let strip = of(|unit| unit.strip.height).unwrap_or(0);
            let height = of(|unit| unit.size.height).unwrap_or(0);
            y += strip;
            let free = width - widths.iter().sum::<i32>();
            let gaps = widths.len() as i32 - 1;
            let gap = if gaps > 0 {
                (free / gaps).min(TAIL_GAP)
            } else {
                0
            };
            let mut x = (free - gap * gaps) / 2;
            for (unit, width) in units.iter().zip(widths) {
                self.put_unit(*unit, x + width / 2, y);
                x += width + gap;
            }
            y += height + ZONE;
        }
    }

    /// Draws the lines: those of the way itself first.
    fn wire(&mut self) {
        let (obstacles, ends) = self.obstacles();
        let mut grid = Grid::new(&obstacles, &ends, std::mem::take(&mut self.spare));
        let boxes = &self.drawing.boxes;
        let length = |edge: usize| {
            let edge = self.flow.edges()[edge];
            let (a, b) = (boxes[edge.from.0].centre(), boxes[edge.to.0].centre());
            let (x, y) = (a.x.abs_diff(b.x), a.y.abs_diff(b.y));
            // Straight ones first, then the long ones, which others may join.
            match x.min(y) {
                0 => (0, x + y),
                _ => (1, u32::MAX - x - y),
            }
        };
        let is_main =
            |edge: &usize| super::structure::is_main(self.flow, &self.flow.edges()[*edge]);
        let all = (0..self.flow.edges().len())
            .filter(|it| self.flow.has_both_ends(&self.flow.edges()[*it]));
        let (mut main, side): (Vec<usize>, Vec<usize>) = all.partition(is_main);
        main.sort_by_key(|edge| length(*edge));
        let mut used = vec![[None; 4]; self.flow.kinds().len()];
        let mut lines = vec![None; self.flow.edges().len()];
        for edge in main.into_iter().chain(side) {
            lines[edge] = Some(self.line(edge, &mut grid, &mut used));
        }
        self.drawing.lines = lines;
        super::fit(&mut self.drawing);
    }

    fn obstacles(&self) -> (Vec<Obstacle>, Vec<Point>) {
        let mut obstacles = Vec::new();
        let mut ends = Vec::new();
        for (node, rect) in self.drawing.boxes.iter().enumerate() {
            let home = self.structure.homes[node];
            if home.is_none() {
                obstacles.push(Obstacle::Solid(*rect));
                ends.extend(sides(*rect).map(|(at, _)| at));
            } else if !self
                .drawing
                .lists
                .iter()
                .any(|list| list.nodes.contains(&NodeIx(node)))
            {
                obstacles.push(Obstacle::Solid(disc(*rect)));
                ends.push(top_of(disc(*rect)));
            }
        }
        for list in &self.drawing.lists {
            obstacles.push(Obstacle::Solid(disc(list.badge)));
            ends.push(top_of(disc(list.badge)));
        }
        for (group, rect) in self.drawing.groups.iter().enumerate() {
            obstacles.push(Obstacle::Frame(group, *rect));
        }
        let headings = self.drawing.bands.iter().filter_map(|band| band.heading);
        obstacles.extend(headings.map(Obstacle::Solid));
        for (edge, label) in self.labels.iter().enumerate() {
            let Some(label) = label else {
                continue;
            };
            obstacles.push(Obstacle::Solid(*label));
            ends.push(top_of(*label));
            // The line that leads from the label to its box.
            let points = self.below(edge, *label);
            for pair in points.windows(2) {
                obstacles.push(Obstacle::Solid(Rect {
                    x: pair[0].x.min(pair[1].x) - 4,
                    y: pair[0].y.min(pair[1].y),
                    width: pair[0].x.abs_diff(pair[1].x) as i32 + 8,
                    height: pair[0].y.abs_diff(pair[1].y) as i32,
                }));
            }
        }
        (obstacles, ends)
    }

    /// From the lower edge of a label to the box below it.
    fn below(&self, edge: usize, label: Rect) -> Vec<Point> {
        let rect = self.drawing.boxes[self.flow.edges()[edge].to.0];
        let x = label.centre().x;
        let has_badge = self.unit_of[self.flow.edges()[edge].to.0]
            .is_some_and(|unit| self.units[unit].has_badge);
        let near = match has_badge {
            true => rect.centre().x,
            false => x.clamp(rect.x + rect.width / 4, rect.right() - rect.width / 4),
        };
        let point = |x, y| Point { x, y };
        let mut points = vec![point(x, label.bottom())];
        if near != x {
            let y = label.bottom() + BELOW_LABEL / 2;
            points.extend([point(x, y), point(near, y)]);
        }
        points.push(point(near, rect.y));
        points
    }

    fn line(&self, edge: usize, grid: &mut Grid, used: &mut [[Option<bool>; 4]]) -> Line {
        let ends = self.flow.edges()[edge];
        let (boxes, homes) = (&self.drawing.boxes, &self.structure.homes);
        let label = self.labels[edge];
        let home_of = |node: usize| homes[node];
        let group = |node: usize| self.structure.group_of[node];
        let frame = |node: usize| match homes[node] {
            Some(Home::Node(home)) => group(home),
            Some(Home::Group(_) | Home::Nowhere) => None,
            None => group(node),
        };
        // The badge of a trouble hangs on what leads to it.
        let is_at_home = match home_of(ends.to.0) {
            Some(Home::Node(home)) => home == ends.from.0,
            Some(Home::Group(home)) => group(ends.from.0) == Some(home),
            _ => false,
        };
        let mut line = Line {
            points: Vec::new(),
            label,
        };
        if is_at_home {
            return line;
        }
        let from = match home_of(ends.from.0) {
            Some(_) => vec![self.badge_port(ends.from.0, Towards::Up)],
            None => ports(
                boxes[ends.from.0],
                &used[ends.from.0],
                false,
                group(ends.from.0).is_some(),
            ),
        };
        let (to, target) = match (label, home_of(ends.to.0)) {
            (Some(label), _) => {
                let port = Port {
                    at: top_of(label),
                    towards: Towards::Down,
                    cost: 0,
                };
                // Lines to a label are of no other.
                (vec![port], self.flow.kinds().len() + edge)
            }
            (None, Some(_)) => (vec![self.badge_port(ends.to.0, Towards::Down)], ends.to.0),
            (None, None) => {
                let (rect, is_parallel) = (boxes[ends.to.0], group(ends.to.0).is_some());
                let mut to = ports(rect, &used[ends.to.0], true, is_parallel);
                // Straight down into the upper edge, where that is possible.
                let x = boxes[ends.from.0].centre().x;
                let unit = self.unit_of[ends.to.0].map(|unit| &self.units[unit]);
                let end = match unit.is_some_and(|unit| unit.has_badge) {
                    true => rect.centre().x,
                    false => rect.right() - CLEAR,
                };
                if !is_parallel && (rect.x + CLEAR..end).contains(&x) {
                    to.push(Port {
                        at: Point { x, y: rect.y },
                        towards: Towards::Down,
                        cost: 30,
                    });
                }
                (to, ends.to.0)
            }
        };
        let fan = group(ends.to.0).filter(|it| self.structure.groups[*it].question == ends.from.0);
        let wish = Wish {
            from,
            to,
            frames: [frame(ends.from.0), frame(ends.to.0)],
            target,
            fan,
        };
        let Some((points, start, end)) = grid.way(&wish) else {
            // The way of a trouble that has no room is not drawn; the panel names where it leads.
            if home_of(ends.from.0).is_none() && home_of(ends.to.0).is_none() {
                line.points = vec![boxes[ends.from.0].centre(), boxes[ends.to.0].centre()];
            }
            return line;
        };
        if home_of(ends.from.0).is_none() {
            used[ends.from.0][wish.from[start].towards as usize] = Some(false);
        }
        line.points = points;
        match label {
            // The label covers the line.
            Some(label) => line.points.extend(self.below(edge, label)),
            None if home_of(ends.to.0).is_none() => {
                // A side is named by the way out of it.
                used[ends.to.0][(wish.to[end].towards as usize + 2) % 4] = Some(true);
            }
            None => {}
        }
        line
    }

    fn badge_port(&self, node: usize, towards: Towards) -> Port {
        let list = self
            .drawing
            .lists
            .iter()
            .find(|list| list.nodes.contains(&NodeIx(node)));
        let badge = list.map_or(self.drawing.boxes[node], |list| list.badge);
        Port {
            at: top_of(disc(badge)),
            towards,
            cost: 0,
        }
    }
}

fn top_of(rect: Rect) -> Point {
    Point {
        x: rect.centre().x,
        y: rect.y,
    }
}

/// The middle of each side, and the way out of it.
fn sides(rect: Rect) -> [(Point, Towards); 4] {
    let Point { x, y } = rect.centre();
    let point = |x, y| Point { x, y };
    [
        (point(rect.right(), y), Towards::Right),
        (point(x, rect.bottom()), Towards::Down),
        (point(rect.x, y), Towards::Left),
        (point(x, rect.y), Towards::Up),
    ]
}

/// Lines leave below and arrive above, else at the sides, and do not leave where others arrive; those of parallel steps at the sides.
fn ports(rect: Rect, used: &[Option<bool>; 4], is_end: bool, is_parallel: bool) -> Vec<Port> {
    sides(rect)
        .into_iter()
        .map(|(at, towards)| {
            let across = 150;
            let cost = match towards {
                Towards::Right | Towards::Left => across,
                Towards::Down | Towards::Up if is_parallel => 2_500,
                Towards::Down if is_end => 1_500,
                Towards::Up if !is_end => 1_500,
                Towards::Down | Towards::Up => 0,
            };
            let taken = match used[towards as usize] {
                Some(other) if other != is_end => 3_000,
                _ => 0,
            };
            let towards = match (is_end, towards) {
                (false, it) => it,
                (true, Towards::Right) => Towards::Left,
                (true, Towards::Left) => Towards::Right,
                (true, Towards::Down) => Towards::Up,
                (true, Towards::Up) => Towards::Down,
            };
            Port {
                at,
                towards,
                cost: cost + taken,
            }
        })
        .collect()
}

fn group_gap(structure: &Structure, group: &Group) -> i32 {
    let has_badge = |node: &usize| structure.homes.contains(&Some(Home::Node(*node)));
    match group.members.iter().any(has_badge) {
        true => GROUP_BADGE_GAP,
        false => GROUP_GAP,
    }
}

fn units(
    flow: &Flow,
    parts: &Parts,
    structure: &Structure,
    ways: &Ways,
) -> (Vec<Unit>, Vec<Option<usize>>) {
    let mut units: Vec<Unit> = Vec::new();
    let mut unit_of: Vec<Option<usize>> = vec![None; flow.kinds().len()];
    for node in 0..flow.kinds().len() {
        let Some(region) = structure.regions[node] else {
            continue;
        };
        if unit_of[node].is_some() {
            continue;
        }
        let group = structure.group_of[node];
        let nodes = match group {
            Some(group) => structure.groups[group].members.clone(),
            None => vec![node],
        };
        let labels: Vec<usize> = match group {
            Some(_) => Vec::new(),
            None => (ways.into[node].iter().copied())
                .filter(|edge| parts.label(*edge).is_some())
                .collect(),
        };
        let sizes = labels.iter().filter_map(|edge| parts.label(*edge));
        let strip = Size {
            width: (sizes.clone().map(|it| it.width + LABEL_GAP).sum::<i32>() - LABEL_GAP).max(0),
            height: sizes.map(|it| it.height).max().unwrap_or(0),
        };
        let badges = (structure.homes.iter())
            .filter(|home| **home == Some(Home::Node(node)))
            .count() as i32;
        // Labels that would stand above a badge leave room for it.
        let free = parts.size(node).width / 2 - badges * BADGE;
        let below = match badges > 0 && strip.width / 2 > free {
            true => BELOW_LABEL + BADGE,
            false => BELOW_LABEL,
        };
        let sizes = nodes.iter().map(|node| parts.size(*node));
        let width = sizes.clone().map(|it| it.width).max().unwrap_or(0);
        let height: i32 = sizes.map(|it| it.height).sum();
        let size = match group.map(|group| &structure.groups[group]) {
            None => Size { width, height },
            Some(group) => {
                let gap = group_gap(structure, group);
                let gaps = gap * nodes.len() as i32 - GROUP_GAP;
                Size {
                    width: width + 2 * GROUP_SIDE,
                    height: height + gaps + 2 * GROUP_END,
                }
            }
        };
        for member in &nodes {
            unit_of[*member] = Some(units.len());
        }
        units.push(Unit {
            nodes,
            group,
            region,
            size,
            labels,
            strip: Size {
                height: if strip.height > 0 {
                    strip.height + below
                } else {
                    0
                },
                ..strip
            },
            below,
            has_badge: badges > 0,
        });
    }
    (units, unit_of)
}

/// The units so that each stands after all that lead to it, but for loops.
fn order(flow: &Flow, units: &[Unit], unit_of: &[Option<usize>], ways: &Ways) -> Vec<usize> {
    let next: Vec<Vec<usize>> = (units.iter().enumerate())
        .map(|(number, unit)| {
            let edges = unit.nodes.iter().flat_map(|node| &ways.out[*node]);
            let others = edges.filter_map(|edge| unit_of[flow.edges()[*edge].to.0]);
            let mut next: Vec<usize> = others.filter(|other| *other != number).collect();
            // The last branch is gone through first, as the order is turned round in the end.
            next.reverse();
            next
        })
        .collect();
    let mut order = Vec::with_capacity(units.len());
    let mut is_seen = vec![false; units.len()];
    let start = unit_of.get(flow.start().0).copied().flatten();
    for root in start.into_iter().chain(0..units.len()) {
        if std::mem::replace(&mut is_seen[root], true) {
            continue;
        }
        let mut open = vec![(root, 0)];
        while let Some((unit, position)) = open.pop() {
            match next[unit].get(position) {
                None => order.push(unit),
                Some(other) => {
                    open.push((unit, position + 1));
                    if !std::mem::replace(&mut is_seen[*other], true) {
                        open.push((*other, 0));
                    }
                }
            }
        }
    }
    order.reverse();
    order
}
