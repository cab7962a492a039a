//! The row of each node: below what leads to it, as near to what follows as the width allows.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::{Form, Parts};
use crate::chains::Chains;
use crate::{Edge, EdgeIx, Flow, NodeIx, NodeKind};

/// The row of each node, counted from the top without gaps.
/// The ends of an edge never stand in the same row, except for an edge to its own node.
pub(super) fn ranks(flow: &Flow, parts: &Parts, form: Form) -> Vec<usize> {
    let sequence = sequence(flow);
    let mut ranks = match form {
        Form::Narrow => positions(&sequence),
        Form::Wide { columns } => wide(flow, parts, columns.max(1), &sequence),
    };
    close_gaps(&mut ranks);
    ranks
}

fn is_trouble(flow: &Flow, node: usize) -> bool {
    flow.kind(NodeIx(node)) == Some(NodeKind::Trouble)
}

/// An edge between two nodes that are no help with another.
fn is_main(flow: &Flow, edge: &Edge) -> bool {
    edge.from.0 != edge.to.0 && !is_trouble(flow, edge.from.0) && !is_trouble(flow, edge.to.0)
}

/// An edge that says what comes first: of the way itself, or to a trouble.
fn leads_down(flow: &Flow, edge: &Edge) -> bool {
    is_main(flow, edge) || edge.from.0 != edge.to.0 && is_trouble(flow, edge.to.0)
}

/// The nodes so that each stands after all that lead to it, else in the order of reading; a trouble follows what it helps with.
fn sequence(flow: &Flow) -> Vec<usize> {
    let exits = Chains::new(flow, |edge| edge.from, leads_down);
    let turns_back = turns_back(flow, &exits);
    let count = flow.kinds().len();
    let mut waits_for = vec![0_usize; count];
    for (index, edge) in flow.edges().iter().enumerate() {
        if flow.has_both_ends(edge) && leads_down(flow, edge) && !turns_back[index] {
            waits_for[edge.to.0] += 1;
        }
    }
    let key = |node: usize, after: usize| match is_trouble(flow, node) {
        true => Reverse((after, 1, node)),
        false => Reverse((node, 0, node)),
    };
    let mut ready: BinaryHeap<_> = (0..count)
        .filter(|node| waits_for[*node] == 0)
        .map(|node| key(node, node))
        .collect();
    let mut sequence = Vec::with_capacity(count);
    while let Some(Reverse((after, _, node))) = ready.pop() {
        sequence.push(node);
        for (EdgeIx(index), edge) in exits.of(flow, NodeIx(node)) {
            if turns_back[index] {
                continue;
            }
            waits_for[edge.to.0] -= 1;
            if waits_for[edge.to.0] == 0 {
                ready.push(key(edge.to.0, after));
            }
        }
    }
    sequence
}

/// Which edges lead to a node one is still coming from, when the flow is walked depth-first.
fn turns_back(flow: &Flow, exits: &Chains) -> Vec<bool> {
    let count = flow.kinds().len();
    let mut turns_back = vec![false; flow.edges().len()];
    let mut is_entered = vec![false; count];
    let mut is_open = vec![false; count];
    for root in std::iter::once(flow.start().0).chain(0..count) {
        if root >= count || is_entered[root] {
            continue;
        }
        is_entered[root] = true;
        is_open[root] = true;
        let mut trail = vec![(root, exits.first(NodeIx(root)))];
        while let Some((node, exit)) = trail.last_mut() {
            let Some(edge) = *exit else {
                is_open[*node] = false;
                trail.pop();
                continue;
            };
            *exit = exits.after(edge);
            let to = flow.edges()[edge.0].to.0;
            if is_open[to] {
                turns_back[edge.0] = true;
            } else if !is_entered[to] {
                is_entered[to] = true;
                is_open[to] = true;
                trail.push((to, exits.first(NodeIx(to))));
            }
        }
    }
    turns_back
}

fn positions(sequence: &[usize]) -> Vec<usize> {
    let mut positions = vec![0; sequence.len()];
    for (position, node) in sequence.iter().enumerate() {
        positions[*node] = position;
    }
    positions
}

/// From the end of the sequence upwards, each node as low as what follows it and the room in its lane allow;
/// then the troubles, each as high as what it helps with allows.
fn wide(flow: &Flow, parts: &Parts, columns: usize, sequence: &[usize]) -> Vec<usize> {
    let position = positions(sequence);
    let exits = Chains::new(flow, |edge| edge.from, is_main);
    let mut heights = vec![0; sequence.len()];
    let mut room = Room::new(columns);
    let mut top = 0;
    for &node in sequence
        .iter()
        .rev()
        .filter(|node| !is_trouble(flow, **node))
    {
        let below = exits.of(flow, NodeIx(node)).map(|(_, edge)| edge.to.0);
        let forward = below.filter(|to| position[*to] > position[node]);
        let lowest = forward.map(|to| heights[to] + 1).max().unwrap_or(0);
        let lane = parts.lane(node);
        heights[node] = room.take(lane, lowest);
        top = top.max(heights[node]);
    }
    let mut ranks: Vec<usize> = heights.iter().map(|height| top - height).collect();
    place_troubles(flow, parts, columns, sequence, &mut ranks);
    ranks
}

fn place_troubles(
    flow: &Flow,
    parts: &Parts,
    columns: usize,
    sequence: &[usize],
    ranks: &mut [usize],
) {
    let entrances = Chains::new(flow, |edge| edge.to, |_, edge| edge.from.0 != edge.to.0);
    let exits = Chains::new(flow, |edge| edge.from, |_, edge| edge.from.0 != edge.to.0);
    let homes = home_lanes(flow, parts);
    let mut is_placed: Vec<bool> = (0..ranks.len())
        .map(|node| !is_trouble(flow, node))
        .collect();
    let mut room = Room::new(columns + 1);
    for &node in sequence.iter().filter(|node| !is_trouble(flow, **node)) {
        room.fill(parts.lane(node), ranks[node]);
    }
    for &node in sequence.iter().filter(|node| is_trouble(flow, **node)) {
        let placed = |other: &usize| is_placed[*other];
        let above = entrances
            .of(flow, NodeIx(node))
            .map(|(_, edge)| edge.from.0)
            .filter(placed);
        let highest = above.map(|from| ranks[from] + 1).max().unwrap_or(0);
        let mut taken: Vec<usize> = exits
            .of(flow, NodeIx(node))
            .map(|(_, edge)| edge.to.0)
            .filter(placed)
            .map(|to| ranks[to])
            .collect();
        taken.sort_unstable();
        ranks[node] = room.take_where(homes[node], highest, |rank| {
            taken.binary_search(&rank).is_err()
        });
        is_placed[node] = true;
    }
}

/// The lane in which each node stands or, for a trouble, what it helps with.
pub(super) fn home_lanes(flow: &Flow, parts: &Parts) -> Vec<Option<usize>> {
    let entrances = Chains::new(flow, |edge| edge.to, |_, edge| edge.from.0 != edge.to.0);
    let helped = |(_, edge): (EdgeIx, Edge)| parts.lane(edge.from.0);
    (0..flow.kinds().len())
        .map(|node| match parts.lane(node) {
            None if is_trouble(flow, node) => entrances.of(flow, NodeIx(node)).find_map(helped),
            lane => lane,
        })
        .collect()
}

/// How much room is left in each row of each lane.
struct Room {
    columns: usize,
    /// For the nodes without a lane first, then for each lane: how many boxes stand in a row, and the next row that may have room.
    lanes: Vec<Vec<(usize, usize)>>,
}

impl Room {
    fn new(columns: usize) -> Self {
        Self {
            columns,
            lanes: Vec::new(),
        }
    }

    fn rows(&mut self, lane: Option<usize>, row: usize) -> &mut Vec<(usize, usize)> {
        let lane = lane.map_or(0, |lane| lane + 1);
        if self.lanes.len() <= lane {
            self.lanes.resize(lane + 1, Vec::new());
        }
        let rows = &mut self.lanes[lane];
        while rows.len() <= row + 1 {
            rows.push((0, rows.len()));
        }
        rows
    }

    /// The first row from this one on that has room; nodes that stand in no lane have thrice as much.
    fn free(&mut self, lane: Option<usize>, mut row: usize) -> usize {
        let mut passed = Vec::new();
        loop {
            let rows = self.rows(lane, row);
            if rows[row].1 == row {
                break;
            }
            passed.push(row);
            row = rows[row].1;
        }
        // Whoever comes this way again finds the room at once.
        for passed in passed {
            self.rows(lane, row)[passed].1 = row;
        }
        row
    }

    fn fill(&mut self, lane: Option<usize>, row: usize) {
        let columns = match lane {
            Some(_) => self.columns,
            None => self.columns * 3,
        };
        let rows = self.rows(lane, row);
        rows[row].0 += 1;
        if rows[row].0 >= columns {
            rows[row].1 = row + 1;
        }
    }

    fn take(&mut self, lane: Option<usize>, row: usize) -> usize {
        self.take_where(lane, row, |_| true)
    }

    fn take_where(
        &mut self,
        lane: Option<usize>,
        row: usize,
        is_wanted: impl Fn(usize) -> bool,
    ) -> usize {
        let mut row = self.free(lane, row);
        while !is_wanted(row) {
            row = self.free(lane, row + 1);
        }
        self.fill(lane, row);
        row
    }
}

fn close_gaps(ranks: &mut [usize]) {
    let mut is_used = vec![false; ranks.iter().max().map_or(0, |most| most + 1)];
    for rank in ranks.iter() {
        is_used[*rank] = true;
    }
    let mut next = 0;
    let mut closed = Vec::with_capacity(is_used.len());
    for is_used in is_used {
        closed.push(next);
        next += usize::from(is_used);
    }
    for rank in ranks.iter_mut() {
        *rank = closed[*rank];
    }
}
