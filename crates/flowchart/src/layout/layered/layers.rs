//! Everything that takes room, row by row: boxes, labels, headings, and a bend wherever a line passes a row.
//!
//! Lines share their bends: those of one answer until they part, and those to one node from where they join.

use std::collections::HashMap;

use super::super::{Parts, Size};
use crate::Flow;

/// Room beside a box for an edge that leads round to its own node.
pub(super) const LOOP: i32 = 14;
/// Between a box and its neighbour.
const BESIDE_BOX: i32 = 10;
/// Between a line or a label and its neighbour.
const BESIDE_LINE: i32 = 10;
/// Between a lane's boxes and the edge of its band.
pub(super) const LANE_PADDING: i32 = 8;
/// Between two bands.
const LANE_GAP: i32 = 10;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Box(usize),
    Label(usize),
    Heading(usize),
    Bend,
}

/// Something that takes room in a row.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) what: What,
    pub(super) row: usize,
    pub(super) size: Size,
    /// Left edge; found by `place`.
    pub(super) x: i32,
    /// Which part of the row it belongs to, counted from the left.
    pub(super) group: usize,
    /// Whether it belongs to a trouble.
    pub(super) is_side: bool,
    /// The items that its lines come from in the row above, and lead to in the row below.
    pub(super) above: Vec<usize>,
    pub(super) below: Vec<usize>,
    home: Option<usize>,
}

impl Item {
    pub(super) fn centre(&self) -> i32 {
        self.x + self.size.width / 2
    }

    /// Its neighbours above or below.
    pub(super) fn neighbours(&self, above: bool) -> &[usize] {
        if above { &self.above } else { &self.below }
    }
}

/// The rows of a drawing.
#[derive(Debug)]
pub(super) struct Layers {
    pub(super) items: Vec<Item>,
    /// The items of each row from left to right.
    pub(super) rows: Vec<Vec<usize>>,
    /// Where each item stands in its row; found by `order`.
    pub(super) positions: Vec<usize>,
    /// The items that the line of each edge passes, from where it leaves to where it arrives.
    pub(super) chains: Vec<Vec<usize>>,
    /// Left and right edge of each group, in rows where groups count.
    pub(super) columns: Vec<(i32, i32)>,
    /// In which rows groups count.
    pub(super) is_grouped: Vec<bool>,
    /// First and last row of the parts of each lane.
    pub(super) spans: Vec<Span>,
}

/// Rows that belong to a lane.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) lane: usize,
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) heading: Option<usize>,
}

impl Layers {
    pub(super) fn distance(&self, left: usize, right: usize) -> i32 {
        match (self.items[left].what, self.items[right].what) {
            (What::Box(_), _) | (_, What::Box(_)) => BESIDE_BOX,
            _ => BESIDE_LINE,
        }
    }
}

/// Rows before those that nothing stands in are left out.
const BOXES: usize = 0;
const LABELS_BELOW: usize = 1;
const HEADINGS_ABOVE: usize = 2;
const LABELS_ABOVE: usize = 3;

pub(super) fn layers(flow: &Flow, parts: &Parts, ranks: &[usize]) -> Layers {
    let homes: Vec<Option<usize>> = (0..ranks.len()).map(|node| parts.lane(node)).collect();
    let starts = lane_starts(parts, ranks);
    let raw = RawRows::new(flow, parts, ranks, &starts);
    let mut building = Building {
        layers: Layers {
            items: Vec::new(),
            rows: vec![Vec::new(); raw.count],
            positions: Vec::new(),
            chains: vec![Vec::new(); flow.edges().len()],
            columns: Vec::new(),
            is_grouped: vec![false; raw.count],
            spans: Vec::new(),
        },
        bends: HashMap::new(),
    };
    let loops = loops(flow, parts);
    for (node, rank) in ranks.iter().enumerate() {
        let size = parts.size(node);
        let size = Size {
            width: size.width + 2 * loops[node].width,
            height: size.height.max(loops[node].height),
        };
        let row = raw.row(*rank, BOXES);
        building.add(What::Box(node), row, size, homes[node]);
    }
    for edge in 0..flow.edges().len() {
        building.line(flow, parts, edge, ranks, &raw, &homes);
    }
    for (lane, rank) in starts {
        building.band(parts, lane, rank, ranks, &raw);
    }
    building.group(parts);
    building.layers
}

/// Room for the loops of each node and their labels, on one side of its box.
fn loops(flow: &Flow, parts: &Parts) -> Vec<Size> {
    let mut loops = vec![Size::default(); flow.kinds().len()];
    for (index, edge) in flow.edges().iter().enumerate() {
        if edge.from.0 != edge.to.0 || !flow.has_both_ends(edge) {
            continue;
        }
        let label = parts.label(index).unwrap_or_default();
        let sum = &mut loops[edge.from.0];
        sum.width = sum.width.max(LOOP + label.width);
        sum.height += label.height.max(LOOP) + LOOP;
    }
    loops
}

/// Where each lane starts: lane and rank.
fn lane_starts(parts: &Parts, ranks: &[usize]) -> Vec<(usize, usize)> {
    let mut first = vec![None; parts.lane_count()];
    for (node, rank) in ranks.iter().enumerate() {
        if let Some(lane) = parts.lane(node) {
            first[lane] = Some(first[lane].map_or(*rank, |first: usize| first.min(*rank)));
        }
    }
    let lanes = first.into_iter().enumerate();
    let mut starts: Vec<_> = lanes
        .filter_map(|(lane, rank)| Some((lane, rank?)))
        .collect();
    starts.sort_by_key(|(_, rank)| *rank);
    starts
}

/// Which rows exist. Each rank has its boxes, labels below them, and above them headings and labels.
struct RawRows {
    numbers: Vec<usize>,
    count: usize,
}

impl RawRows {
    fn new(flow: &Flow, parts: &Parts, ranks: &[usize], starts: &[(usize, usize)]) -> Self {
        let most = ranks.iter().max().map_or(0, |most| most + 1);
        let mut is_used = vec![false; (most + 1) * 4];
        for rank in ranks {
            is_used[raw(*rank, BOXES)] = true;
        }
        for (index, edge) in flow.edges().iter().enumerate() {
            if flow.has_both_ends(edge) && edge.from.0 != edge.to.0 && parts.label(index).is_some()
            {
                is_used[raw_label(ranks[edge.from.0], ranks[edge.to.0])] = true;
            }
        }
        for (lane, rank) in starts {
            if parts.headings.get(*lane).is_some() {
                is_used[raw(*rank, HEADINGS_ABOVE)] = true;
            }
        }
        let mut count = 0;
        let mut numbers = Vec::with_capacity(is_used.len());
        for is_used in is_used {
            numbers.push(count);
            count += usize::from(is_used);
        }
        Self { numbers, count }
    }

    fn row(&self, rank: usize, place: usize) -> usize {
        self.numbers[raw(rank, place)]
    }

    fn label_row(&self, from: usize, to: usize) -> usize {
        self.numbers[raw_label(from, to)]
    }
}

fn raw(rank: usize, place: usize) -> usize {
    let boxes = rank * 4 + 2;
    match place {
        HEADINGS_ABOVE => boxes - 2,
        LABELS_ABOVE => boxes - 1,
        LABELS_BELOW => boxes + 1,
        _ => boxes,
    }
}

/// A label stands beside the question.
fn raw_label(from: usize, to: usize) -> usize {
    match from < to {
        true => raw(from, LABELS_BELOW),
        false => raw(from, LABELS_ABOVE),
    }
}

/// The bends that lines share: at which end, of which node, downwards, of a trouble, in which lane.
type Shared = (bool, usize, bool, bool, Option<usize>);

struct Building {
    layers: Layers,
    /// The bends of each such bundle, the nearest to its node first.
    bends: HashMap<Shared, Vec<usize>>,
}

impl Building {
    fn add(&mut self, what: What, row: usize, size: Size, home: Option<usize>) -> usize {
        let item = self.layers.items.len();
        self.layers.rows[row].push(item);
        self.layers.items.push(Item {
            what,
            row,
            size,
            x: 0,
            group: 0,
            is_side: false,
            above: Vec::new(),
            below: Vec::new(),
            home,
        });
        item
    }

    fn link(&mut self, one: usize, other: usize) {
        let items = &mut self.layers.items;
        let (above, below) = match items[one].row < items[other].row {
            true => (one, other),
            false => (other, one),
        };
        items[above].below.push(below);
        items[below].above.push(above);
    }

    /// Lays the line of an edge through the rows between its ends.
    fn line(
        &mut self,
        flow: &Flow,
        parts: &Parts,
        edge: usize,
        ranks: &[usize],
        raw: &RawRows,
        homes: &[Option<usize>],
    ) {
        let ends = flow.edges()[edge];
        if !flow.has_both_ends(&ends) || ends.from.0 == ends.to.0 {
            return;
        }
        let (from, to) = (ranks[ends.from.0], ranks[ends.to.0]);
        let label = parts.label(edge);
        let label_row = raw.label_row(from, to);
        let leads_down = from < to;
        // Such lines keep apart from those of the way itself.
        let side = flow.is_side(&ends);
        let home = (
            homes[ends.to.0].or(homes[ends.from.0]),
            homes[ends.from.0].or(homes[ends.to.0]),
        );
        let (mut row, last) = (raw.row(from, BOXES), raw.row(to, BOXES));
        let mut has_label = label.is_none();
        let mut chain = vec![ends.from.0];
        let mut at = ends.from.0;
        loop {
            row = if leads_down { row + 1 } else { row - 1 };
            if row == last {
                break;
            }
            let (item, is_new) = match label {
                Some(size) if row == label_row => {
                    has_label = true;
                    (self.add(What::Label(edge), row, size, home.0), true)
                }
                _ if has_label => self.bend((true, ends.to.0, leads_down, side, home.0), row, last),
                _ => {
                    let first = raw.row(from, BOXES);
                    self.bend((false, ends.from.0, leads_down, side, home.1), row, first)
                }
            };
            // The bends of a bundle are linked already, except where a line joins or leaves it.
            if is_new || !self.is_linked(at, item) {
                self.link(at, item);
            }
            chain.push(item);
            at = item;
        }
        self.link(at, ends.to.0);
        chain.push(ends.to.0);
        self.layers.chains[edge] = chain;
    }

    fn is_linked(&self, one: usize, other: usize) -> bool {
        let (one, other) = (&self.layers.items[one], other);
        // A bend has few lines to it, a box may have many.
        one.what == What::Bend && (one.above.contains(&other) || one.below.contains(&other))
    }

    /// The bend of a bundle in a row, and whether it is new.
    fn bend(&mut self, shared: Shared, row: usize, end: usize) -> (usize, bool) {
        let distance = row.abs_diff(end) - 1;
        let known = self
            .bends
            .get(&shared)
            .and_then(|bends| bends.get(distance));
        if let Some(Some(item)) = known.map(|item| (*item != usize::MAX).then_some(*item)) {
            return (item, false);
        }
        let item = self.add(
            What::Bend,
            row,
            Size {
                width: 2,
                height: 0,
            },
            shared.4,
        );
        self.layers.items[item].is_side = shared.3;
        let bends = self.bends.entry(shared).or_default();
        if bends.len() <= distance {
            bends.resize(distance + 1, usize::MAX);
        }
        bends[distance] = item;
        (item, true)
    }

    fn band(&mut self, parts: &Parts, lane: usize, rank: usize, ranks: &[usize], raw: &RawRows) {
        let heading = parts.headings.get(lane).map(|size| {
            let row = raw.row(rank, HEADINGS_ABOVE);
            self.add(What::Heading(lane), row, *size, Some(lane))
        });
        let own = (0..ranks.len()).filter(|node| parts.lane(*node) == Some(lane));
        let last = own.map(|node| ranks[node]).max().unwrap_or(rank);
        let first = raw.row(rank, BOXES);
        self.layers.spans.push(Span {
            lane,
            first: heading.map_or(first, |heading| self.layers.items[heading].row),
            last: raw.row(last, BOXES),
            heading,
        });
    }

    /// Parts the rows into lanes and what is between them.
    fn group(&mut self, parts: &Parts) {
        let layers = &mut self.layers;
        for span in &layers.spans {
            layers.is_grouped[span.first..=span.last].fill(true);
        }
        let last_gap = parts.lane_count() * 2;
        for item in 0..layers.items.len() {
            let group = match layers.items[item].home {
                _ if !layers.is_grouped[layers.items[item].row] => 0,
                Some(lane) => lane * 2 + 1,
                None => gap_beside(layers, item).unwrap_or(last_gap),
            };
            layers.items[item].group = group;
        }
        // In the order of reading within each group to begin with.
        for row in &mut layers.rows {
            row.sort_by_key(|item| layers.items[*item].group);
        }
        let widths = group_widths(layers);
        let mut x = 0;
        for (group, width) in widths.into_iter().enumerate() {
            let is_lane = group % 2 == 1;
            let start = if is_lane { x + LANE_PADDING } else { x };
            layers.columns.push((start, start + width));
            if width > 0 || is_lane {
                x = start + width + if is_lane { LANE_PADDING } else { 0 } + LANE_GAP;
            }
        }
    }
}

/// The gap beside the lanes of an item's neighbours.
fn gap_beside(layers: &Layers, item: usize) -> Option<usize> {
    let item = &layers.items[item];
    let neighbours = item.above.iter().chain(&item.below);
    let homes: Vec<usize> = neighbours
        .filter_map(|other| layers.items[*other].home)
        .collect();
    let sum: usize = homes.iter().map(|lane| lane * 2 + 1).sum();
    Some(sum.checked_div(homes.len())?.div_ceil(2) * 2)
}

/// How wide each group must be to hold the fullest of its rows.
fn group_widths(layers: &Layers) -> Vec<i32> {
    let groups = layers.items.iter().map(|item| item.group + 1).max();
    let mut widths = vec![0; groups.unwrap_or(0)];
    for (row, items) in layers.rows.iter().enumerate() {
        if !layers.is_grouped[row] {
            continue;
        }
        for group in items.chunk_by(|a, b| layers.items[*a].group == layers.items[*b].group) {
            // The order is not known yet, so each neighbour counts as the widest there is.
            let width: i32 = group
                .iter()
                .map(|item| layers.items[*item].size.width)
                .sum();
            let boxes = group
                .iter()
                .filter(|i| matches!(layers.items[**i].what, What::Box(_)));
            let gaps = i32::try_from(group.len() - 1).unwrap_or(i32::MAX);
            let wide_gaps = i32::try_from(boxes.count() * 2)
                .unwrap_or(i32::MAX)
                .min(gaps);
            let gaps = wide_gaps * BESIDE_BOX + (gaps - wide_gaps) * BESIDE_LINE;
            if let [first, ..] = group {
                let widest = &mut widths[layers.items[*first].group];
                *widest = (*widest).max(width + gaps);
            }
        }
    }
    widths
}
