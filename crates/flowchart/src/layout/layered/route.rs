//! The lines: where each leaves its box, on which track between two rows it runs sideways, and with that the y of everything.

use std::collections::{HashMap, HashSet};

use super::super::{Band, Drawing, Line, Parts, Point, Rect, Size, corners};
use super::layers::{Item, LANE_PADDING, LOOP, Layers, What};
use crate::Flow;

/// Between two rows that no line runs sideways between.
const GAP: i32 = 24;
/// Between two rows where no arrow ends.
const SMALL_GAP: i32 = 12;
/// Between a row and the nearest track.
const BESIDE_TRACK: i32 = 12;
/// Between two tracks.
const TRACK: i32 = 8;
/// Between the places where lines of troubles leave a box.
const PORT: i32 = 12;
/// Between a band's edge and what it holds, above and below.
const BAND_PADDING: i32 = 8;

pub(super) fn route(flow: &Flow, parts: &Parts, layers: &Layers) -> Drawing {
    let ports = Ports::new(flow, parts, layers);
    let gaps = tracks(flow, layers, &ports);
    let rows = heights(layers, &gaps);
    let mut drawing = Drawing {
        boxes: boxes(flow, parts, layers, &rows),
        lines: Vec::with_capacity(flow.edges().len()),
        bands: bands(layers, &rows),
        ..Drawing::default()
    };
    let mut loops = vec![0; flow.kinds().len()];
    for (index, edge) in flow.edges().iter().enumerate() {
        let line = if layers.chains[index].is_empty() {
            let is_loop = edge.from.0 == edge.to.0 && flow.has_both_ends(edge);
            is_loop.then(|| {
                let item = &layers.items[edge.from.0];
                let whole = within(item, rows[item.row], item.size);
                round(
                    drawing.boxes[edge.from.0],
                    whole,
                    parts.label(index),
                    &mut loops[edge.from.0],
                )
            })
        } else {
            Some(line(
                flow,
                layers,
                &ports,
                &gaps,
                &rows,
                &drawing.boxes,
                index,
            ))
        };
        drawing.lines.push(line);
    }
    drawing
}

/// The end of a line at a box: the neighbour it comes from or goes to, whether it runs along the upper edge, and whether
/// it leads down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Port {
    node: usize,
    is_above: bool,
    neighbour: usize,
    leads_down: bool,
}

/// Where each line leaves or enters its boxes.
struct Ports(HashMap<Port, i32>);

impl Ports {
    fn new(flow: &Flow, parts: &Parts, layers: &Layers) -> Self {
        let mut is_main = HashMap::new();
        let mut order = Vec::new();
        for (edge, chain) in layers.chains.iter().enumerate() {
            let (Some(edges), Some(leads_down)) = (ends(chain), leads_down(layers, chain)) else {
                continue;
            };
            for (node, neighbour) in edges {
                let port = Port {
                    node,
                    is_above: layers.items[neighbour].row < layers.items[node].row,
                    neighbour,
                    leads_down,
                };
                let main = leads_down && !flow.is_side(&flow.edges()[edge]);
                let known = is_main.entry(port).or_insert_with(|| {
                    order.push(port);
                    main
                });
                *known |= main;
            }
        }
        // From left to right along each edge of each box.
        order.sort_by_key(|port| {
            let centre = layers.items[port.neighbour].centre();
            (
                port.node,
                port.is_above,
                centre,
                port.leads_down,
                port.neighbour,
            )
        });
        let mut places = HashMap::with_capacity(order.len());
        for side in order.chunk_by(|a, b| (a.node, a.is_above) == (b.node, b.is_above)) {
            spread(parts, layers, side, &is_main, &mut places);
        }
        Self(places)
    }

    /// Where a line passes an item on its way to or from a neighbour.
    fn x(&self, layers: &Layers, item: usize, neighbour: usize, leads_down: bool) -> i32 {
        let port = Port {
            node: item,
            is_above: layers.items[neighbour].row < layers.items[item].row,
            neighbour,
            leads_down,
        };
        let place = self.0.get(&port).copied();
        place.unwrap_or_else(|| layers.items[item].centre())
    }
}

/// The lines of the way itself share the middle; those of troubles stand beside it, each towards where it goes.
fn spread(
    parts: &Parts,
    layers: &Layers,
    side: &[Port],
    is_main: &HashMap<Port, bool>,
    places: &mut HashMap<Port, i32>,
) {
    let Some(first) = side.first() else { return };
    let centre = layers.items[first.node].centre();
    let half = parts.size(first.node).width / 2;
    let (main, others): (Vec<Port>, Vec<Port>) = side.iter().partition(|port| is_main[port]);
    let has_main = !main.is_empty();
    for port in main {
        places.insert(port, centre);
    }
    let on_left = |port: &&Port| layers.items[port.neighbour].centre() < centre;
    let left = others.iter().filter(on_left).count();
    let count = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
    let most = count(left.max(others.len() - left)) + 1;
    let step = PORT.min((half - 4) / most).max(0);
    let mut spots: Vec<i32> = (0..others.len())
        .map(|number| match has_main {
            true if number < left => centre - count(left - number) * step,
            true => centre + count(number - left + 1) * step,
            false => centre + (2 * count(number) - count(others.len()) + 1) * step / 2,
        })
        .collect();
    for (number, port) in others.iter().enumerate() {
        // A line that passes nearby comes straight in, if it stays between its neighbours.
        let neighbour = &layers.items[port.neighbour];
        let straight = neighbour.centre();
        let edge = if has_main && number == left {
            centre
        } else {
            centre - half
        };
        let before = number.checked_sub(1).map_or(edge, |at| spots[at].max(edge));
        let edge = if has_main && number < left {
            centre
        } else {
            centre + half
        };
        let after = spots.get(number + 1).map_or(edge, |spot| (*spot).min(edge));
        if neighbour.what == What::Bend && before + 6 <= straight && straight + 6 <= after {
            spots[number] = straight;
        }
        places.insert(*port, spots[number]);
    }
}

/// The two ends of a chain, each with its neighbour.
fn ends(chain: &[usize]) -> Option<[(usize, usize); 2]> {
    let (first, last) = (chain.first()?, chain.last()?);
    let (second, last_but_one) = (chain.get(1)?, chain.get(chain.len().checked_sub(2)?)?);
    Some([(*first, *second), (*last, *last_but_one)])
}

fn leads_down(layers: &Layers, chain: &[usize]) -> Option<bool> {
    let (first, second) = (chain.first()?, chain.get(1)?);
    Some(layers.items[*first].row < layers.items[*second].row)
}

/// A piece of a line between two rows: the items and where it leaves and enters them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Piece {
    upper: usize,
    upper_x: i32,
    lower: usize,
    lower_x: i32,
}

impl Piece {
    fn new(layers: &Layers, ports: &Ports, from: usize, to: usize) -> Self {
        let leads_down = layers.items[from].row < layers.items[to].row;
        let (upper, lower) = if leads_down { (from, to) } else { (to, from) };
        Self {
            upper,
            upper_x: ports.x(layers, upper, lower, leads_down),
            lower,
            lower_x: ports.x(layers, lower, upper, leads_down),
        }
    }
}

/// The room between a row and the next one.
#[derive(Debug, Default)]
struct Gap {
    /// The track of each piece that runs sideways.
    tracks: HashMap<Piece, i32>,
    count: i32,
}

fn tracks(flow: &Flow, layers: &Layers, ports: &Ports) -> Vec<Gap> {
    let mut pieces: Vec<Vec<Piece>> = vec![Vec::new(); layers.rows.len()];
    let mut seen = HashSet::new();
    for edge in 0..flow.edges().len() {
        for pair in layers.chains[edge].windows(2) {
            let piece = Piece::new(layers, ports, pair[0], pair[1]);
            if piece.upper_x != piece.lower_x && seen.insert(piece) {
                pieces[layers.items[piece.upper].row].push(piece);
            }
        }
    }
    pieces.into_iter().map(gap).collect()
}

/// Pieces that run sideways together: those that join before they enter, else those that leave together.
struct Bundle {
    left: i32,
    right: i32,
    /// Below zero where most of it runs to the left.
    drift: i64,
    pieces: Vec<Piece>,
}

fn gap(pieces: Vec<Piece>) -> Gap {
    let mut arrivals: HashMap<(usize, i32), usize> = HashMap::new();
    for piece in &pieces {
        *arrivals.entry((piece.lower, piece.lower_x)).or_default() += 1;
    }
    let mut keyed: Vec<((bool, usize, i32), Piece)> = pieces
        .into_iter()
        .map(|piece| match arrivals[&(piece.lower, piece.lower_x)] {
            1 => ((false, piece.upper, piece.upper_x), piece),
            _ => ((true, piece.lower, piece.lower_x), piece),
        })
        .collect();
    keyed.sort_unstable();
    let mut bundles: Vec<Bundle> = keyed
        .chunk_by(|(a, _), (b, _)| a == b)
        .map(|pieces| {
            let ends = pieces
                .iter()
                .flat_map(|(_, piece)| [piece.upper_x, piece.lower_x]);
            let drift =
                |(_, piece): &(_, Piece)| i64::from(piece.lower_x) - i64::from(piece.upper_x);
            Bundle {
                left: ends.clone().min().unwrap_or(0),
                right: ends.max().unwrap_or(0),
                drift: pieces.iter().map(drift).sum(),
                pieces: pieces.iter().map(|(_, piece)| *piece).collect(),
            }
        })
        .collect();
    // Upper tracks first. Among those to the right the one that starts furthest right, and the mirror image to the left:
    // so no two of them cross that need not.
    bundles.sort_by_key(|bundle| match bundle.drift < 0 {
        true => (0, bundle.right, bundle.left),
        false => (1, -bundle.left, -bundle.right),
    });
    let mut gap = Gap::default();
    let mut taken: Vec<(i32, i32, i32)> = Vec::new();
    for bundle in bundles {
        let in_the_way = taken.iter().filter(|(left, right, _)| {
            *left <= bundle.right + TRACK && bundle.left <= *right + TRACK
        });
        let track = in_the_way.map(|(_, _, track)| track + 1).max().unwrap_or(0);
        taken.push((bundle.left, bundle.right, track));
        gap.count = gap.count.max(track + 1);
        gap.tracks
            .extend(bundle.pieces.into_iter().map(|piece| (piece, track)));
    }
    gap
}

/// Upper edge and height of a row, and the first track below it.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    y: i32,
    height: i32,
    first_track: i32,
}

fn heights(layers: &Layers, gaps: &[Gap]) -> Vec<Row> {
    let mut y = 0;
    let mut rows = Vec::with_capacity(layers.rows.len());
    for (row, items) in layers.rows.iter().enumerate() {
        let heights = items.iter().map(|item| layers.items[*item].size.height);
        let height = heights.max().unwrap_or(0);
        let next = layers.rows.get(row + 1).map_or(&[][..], Vec::as_slice);
        let is_box = |item: &usize| matches!(layers.items[*item].what, What::Box(_));
        let has_arrow =
            next.iter().any(is_box) || items.iter().any(is_box) && has_line_up(layers, items);
        let mut least = if has_arrow { GAP } else { SMALL_GAP };
        if layers
            .spans
            .iter()
            .any(|span| span.first == row + 1 || span.last == row)
        {
            least = GAP;
        }
        let count = gaps[row].count;
        let needed = match count {
            0 => least,
            _ => least.max(2 * BESIDE_TRACK + (count - 1) * TRACK),
        };
        let first_track = y + height + (needed - (count - 1).max(0) * TRACK) / 2;
        rows.push(Row {
            y,
            height,
            first_track,
        });
        y += height + needed;
    }
    rows
}

/// Whether a line arrives from below at one of these items.
fn has_line_up(layers: &Layers, items: &[usize]) -> bool {
    items
        .iter()
        .any(|item| !layers.items[*item].below.is_empty())
}

/// A rectangle in the middle of an item.
fn within(item: &Item, row: Row, size: Size) -> Rect {
    Rect {
        x: item.x + (item.size.width - size.width) / 2,
        y: row.y + (row.height - size.height) / 2,
        width: size.width,
        height: size.height,
    }
}

fn boxes(flow: &Flow, parts: &Parts, layers: &Layers, rows: &[Row]) -> Vec<Rect> {
    (0..flow.kinds().len())
        .map(|node| {
            let item = &layers.items[node];
            within(item, rows[item.row], parts.size(node))
        })
        .collect()
}

fn bands(layers: &Layers, rows: &[Row]) -> Vec<Band> {
    let spans = layers.spans.iter();
    spans
        .map(|span| {
            let (left, right) = layers.columns[span.lane * 2 + 1];
            let (first, last) = (rows[span.first], rows[span.last]);
            let y = first.y - BAND_PADDING;
            let heading = span.heading.map(|item| {
                let item = &layers.items[item];
                within(item, rows[item.row], item.size)
            });
            Band {
                lane: span.lane,
                rect: Rect {
                    x: left - LANE_PADDING,
                    y,
                    width: right - left + 2 * LANE_PADDING,
                    height: last.y + last.height + BAND_PADDING - y,
                },
                heading,
            }
        })
        .collect()
}

fn line(
    flow: &Flow,
    layers: &Layers,
    ports: &Ports,
    gaps: &[Gap],
    rows: &[Row],
    boxes: &[Rect],
    edge: usize,
) -> Line {
    let chain = &layers.chains[edge];
    let ends = flow.edges()[edge];
    let is_back = leads_down(layers, chain) == Some(false);
    let mut points = Vec::new();
    let mut label = None;
    for pair in chain.windows(2) {
        let piece = Piece::new(layers, ports, pair[0], pair[1]);
        let row = layers.items[piece.upper].row;
        let track = gaps[row].tracks.get(&piece);
        let y = track.map_or(rows[row].first_track, |track| {
            rows[row].first_track + track * TRACK
        });
        let mut corners = [(piece.upper_x, y), (piece.lower_x, y)];
        if is_back {
            corners.reverse();
        }
        points.extend(corners.map(|(x, y)| Point { x, y }));
        let item = &layers.items[pair[1]];
        if item.what == What::Label(edge) {
            label = Some(within(item, rows[item.row], item.size));
        }
    }
    let (from, to) = (boxes[ends.from.0], boxes[ends.to.0]);
    let (start, end) = match is_back {
        false => (from.bottom(), to.y),
        true => (from.y, to.bottom()),
    };
    if let (Some(first), Some(last)) = (points.first().copied(), points.last().copied()) {
        points.insert(
            0,
            Point {
                x: first.x,
                y: start,
            },
        );
        points.push(Point { x: last.x, y: end });
    }
    Line {
        points: corners(points),
        label,
    }
}

/// A line round to its own node, on the right of its box and below the loops before it.
fn round(rect: Rect, whole: Rect, label: Option<Size>, used: &mut i32) -> Line {
    let size = label.unwrap_or_default();
    let height = size.height.max(LOOP);
    let y = whole.y + *used + LOOP / 2;
    *used += height + LOOP;
    // Loops that are higher than their box leave it at its corners.
    let upper = y.clamp(rect.y, rect.bottom());
    let lower = (y + height).clamp(rect.y, rect.bottom());
    let right = rect.right() + LOOP - 4;
    let point = |x, y| Point { x, y };
    Line {
        points: vec![
            point(rect.right(), upper),
            point(right, upper),
            point(right, lower),
            point(rect.right(), lower),
        ],
        label: label.map(|size| Rect {
            x: right + 2,
            y,
            width: size.width,
            height: size.height,
        }),
    }
}
