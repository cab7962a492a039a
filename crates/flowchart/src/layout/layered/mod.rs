//! A layered drawing, for flows that do not fit a window: in five steps, a file each.
//!
//! `ranks` gives each node a row, `layers` lays long lines out as chains of small items, `order` sorts each row so that few lines
//! cross, `place` finds the x of each item, and `route` draws the lines and finds the y of each row.
//! Whatever the steps decide, lines bend only between rows and items of a row keep their distance,
//! so that no line crosses a box or a label that is not its own.

mod layers;
mod order;
mod place;
mod ranks;
mod route;

use super::structure::{Home, Structure, is_main};
use super::{Drawing, Line, Parts, badges};
use crate::{Edge, EdgeKind, Flow, NodeIx};

/// Draws the nodes of the way itself; troubles become badges, and their ways lead on from what these hang on.
pub(super) fn layered(flow: &Flow, parts: &Parts, structure: &Structure) -> Drawing {
    let nodes: Vec<usize> = (0..flow.kinds().len())
        .filter(|node| structure.homes[*node].is_none())
        .collect();
    let mut numbers = vec![None; flow.kinds().len()];
    for (number, node) in nodes.iter().enumerate() {
        numbers[*node] = Some(number);
    }
    // The number of the node at whose place a node is drawn: a trouble is where it hangs, with no group here.
    let drawn = |node: usize| match structure.homes.get(node)? {
        Some(Home::Node(home)) => numbers[*home],
        Some(Home::Group(group)) => numbers[*structure.groups[*group].members.first()?],
        Some(Home::Nowhere) => None,
        None => numbers[node],
    };
    let mut edges = Vec::new();
    let mut labels = Vec::new();
    let mut line_of = vec![None; flow.edges().len()];
    for (number, edge) in flow.edges().iter().enumerate() {
        let Some((from, to)) = drawn(edge.from.0).zip(drawn(edge.to.0)) else {
            continue;
        };
        let is_main = is_main(flow, edge);
        if !is_main && from == to && flow.is_trouble(edge.to) {
            continue;
        }
        line_of[number] = Some(edges.len());
        edges.push(Edge {
            from: NodeIx(from),
            to: NodeIx(to),
            kind: if is_main {
                edge.kind
            } else {
                EdgeKind::Trouble
            },
        });
        labels.push(parts.label(number));
    }
    let own = Flow::new(
        nodes
            .iter()
            .filter_map(|node| flow.kind(NodeIx(*node)))
            .collect(),
        edges,
        NodeIx(numbers.get(flow.start().0).copied().flatten().unwrap_or(0)),
    );
    let own_parts = Parts {
        boxes: nodes.iter().map(|node| parts.size(*node)).collect(),
        labels,
        lanes: nodes.iter().map(|node| parts.lane(*node)).collect(),
        headings: parts.headings.clone(),
        room: parts.room,
    };
    let ranks = ranks::ranks(&own, &own_parts);
    let mut layers = layers::layers(&own, &own_parts, &ranks);
    order::order(&mut layers);
    place::place(&mut layers);
    let mut drawing = route::route(&own, &own_parts, &layers);
    let boxes = std::mem::take(&mut drawing.boxes);
    drawing.boxes = vec![super::Rect::default(); flow.kinds().len()];
    for (node, rect) in nodes.iter().zip(boxes) {
        drawing.boxes[*node] = rect;
    }
    let lines = std::mem::take(&mut drawing.lines);
    drawing.lines = (flow.edges().iter().zip(line_of))
        .map(|(edge, line)| match line {
            Some(line) => lines[line].clone(),
            None => flow.has_both_ends(edge).then(Line::default),
        })
        .collect();
    let ungrouped = Structure {
        homes: (structure.homes.iter())
            .map(|home| match home {
                Some(Home::Group(group)) => Some(Home::Node(structure.groups[*group].members[0])),
                home => *home,
            })
            .collect(),
        groups: Vec::new(),
        group_of: vec![None; flow.kinds().len()],
        tail: Vec::new(),
        regions: Vec::new(),
    };
    badges::hang(&ungrouped, parts, &mut drawing);
    super::fit(&mut drawing);
    drawing
}
