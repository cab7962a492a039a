//! The row of each node: below what leads to it, as near to what follows as the width allows.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::super::Parts;
use crate::chains::Chains;
use crate::{Edge, EdgeIx, Flow, NodeIx};

/// So many boxes stand side by side in a lane.
const COLUMNS: usize = 2;

/// The row of each node, counted from the top without gaps.
/// The ends of an edge never stand in the same row, except for an edge to its own node.
pub(super) fn ranks(flow: &Flow, parts: &Parts) -> Vec<usize> {
    let mut ranks = lowest(flow, parts, &sequence(flow));
    close_gaps(&mut ranks);
    ranks
}

fn is_main(_: &Flow, edge: &Edge) -> bool {
    edge.from.0 != edge.to.0
}

/// The nodes so that each stands after all that lead to it, else in the order of reading.
fn sequence(flow: &Flow) -> Vec<usize> {
    let exits = Chains::new(flow, |edge| edge.from, is_main);
    let turns_back = turns_back(flow, &exits);
    let count = flow.kinds().len();
    let mut waits_for = vec![0_usize; count];
    for (index, edge) in flow.edges().iter().enumerate() {
        if flow.has_both_ends(edge) && is_main(flow, edge) && !turns_back[index] {
            waits_for[edge.to.0] += 1;
        }
    }
    let mut ready: BinaryHeap<_> = (0..count)
        .filter(|node| waits_for[*node] == 0)
        .map(Reverse)
        .collect();
    let mut sequence = Vec::with_capacity(count);
    while let Some(Reverse(node)) = ready.pop() {
        sequence.push(node);
        for (EdgeIx(index), edge) in exits.of(flow, NodeIx(node)) {
            if turns_back[index] {
                continue;
            }
            waits_for[edge.to.0] -= 1;
            if waits_for[edge.to.0] == 0 {
                ready.push(Reverse(edge.to.0));
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

/// From the end of the sequence upwards, each node as low as what follows it and the room in its lane allow.
fn lowest(flow: &Flow, parts: &Parts, sequence: &[usize]) -> Vec<usize> {
    let position = positions(sequence);
    let exits = Chains::new(flow, |edge| edge.from, is_main);
    let mut heights = vec![0; sequence.len()];
    let mut room = Room::new();
    let mut top = 0;
    for &node in sequence.iter().rev() {
        let below = exits.of(flow, NodeIx(node)).map(|(_, edge)| edge.to.0);
        let forward = below.filter(|to| position[*to] > position[node]);
        let lowest = forward.map(|to| heights[to] + 1).max().unwrap_or(0);
        heights[node] = room.take(parts.lane(node), lowest);
        top = top.max(heights[node]);
    }
    heights.iter().map(|height| top - height).collect()
}

/// How much room is left in each row of each lane.
struct Room {
    /// For the nodes without a lane first, then for each lane: how many boxes stand in a row, and the next row that may have room.
    lanes: Vec<Vec<(usize, usize)>>,
}

impl Room {
    fn new() -> Self {
        Self { lanes: Vec::new() }
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
            Some(_) => COLUMNS,
            None => COLUMNS * 3,
        };
        let rows = self.rows(lane, row);
        rows[row].0 += 1;
        if rows[row].0 >= columns {
            rows[row].1 = row + 1;
        }
    }

    fn take(&mut self, lane: Option<usize>, row: usize) -> usize {
        let row = self.free(lane, row);
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
