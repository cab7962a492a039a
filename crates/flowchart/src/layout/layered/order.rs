//! The order of each row: items move towards the middle of their neighbours, and the order with the fewest crossings stays.

use super::layers::{Layers, What};

/// How often the rows are gone through, down or up, without fewer crossings before one gives up.
const PATIENCE: usize = 4;
/// The most there is to gain is gained by then.
const SWEEPS: usize = 16;

pub(super) fn order(layers: &mut Layers) {
    let mut positions = vec![0; layers.items.len()];
    first_order(layers);
    number(layers, &mut positions);
    let mut best = layers.rows.clone();
    let mut fewest = crossings(layers, &positions);
    let mut in_vain = 0;
    for sweep in 0..SWEEPS {
        if fewest == 0 || in_vain == PATIENCE {
            break;
        }
        let count = layers.rows.len();
        for step in 1..count {
            match sweep % 2 {
                0 => sort_row(layers, step, true, &mut positions),
                _ => sort_row(layers, count - 1 - step, false, &mut positions),
            }
        }
        let now = crossings(layers, &positions);
        if now < fewest {
            fewest = now;
            best.clone_from(&layers.rows);
            in_vain = 0;
        } else {
            in_vain += 1;
        }
    }
    layers.rows = best;
    number(layers, &mut positions);
    layers.positions = positions;
}

/// The order in which one comes by, walking down from the first row depth-first.
fn first_order(layers: &mut Layers) {
    let mut number = vec![usize::MAX; layers.items.len()];
    let mut next = 0;
    let mut waiting: Vec<usize> = Vec::new();
    for row in &layers.rows {
        waiting.extend(row.iter().rev());
        while let Some(item) = waiting.pop() {
            if number[item] == usize::MAX {
                number[item] = next;
                next += 1;
                waiting.extend(layers.items[item].below.iter().rev());
            }
        }
    }
    for row in &mut layers.rows {
        row.sort_by_key(|item| {
            let place = &layers.items[*item];
            let is_heading = matches!(place.what, What::Heading(_));
            (place.group, !is_heading, number[*item])
        });
    }
}

fn number(layers: &Layers, positions: &mut [usize]) {
    for row in &layers.rows {
        number_row(row, positions);
    }
}

fn number_row(row: &[usize], positions: &mut [usize]) {
    for (position, item) in row.iter().enumerate() {
        positions[*item] = position;
    }
}

/// Sorts a row by the average position of each item's neighbours above or below; items without any stay where they are.
fn sort_row(layers: &mut Layers, row: usize, by_above: bool, positions: &mut [usize]) {
    /// Fine enough for averages to differ, and integer.
    const SCALE: usize = 1024;
    let mut order: Vec<(usize, usize, usize)> = Vec::with_capacity(layers.rows[row].len());
    let other = if by_above {
        row.wrapping_sub(1)
    } else {
        row + 1
    };
    let others = layers.rows.get(other).map_or(1, Vec::len).max(1);
    let length = layers.rows[row].len();
    for &item in &layers.rows[row] {
        let place = &layers.items[item];
        let neighbours = place.neighbours(by_above);
        let sum: usize = neighbours.iter().map(|other| positions[*other]).sum();
        let average = (sum * SCALE).checked_div(neighbours.len());
        let key = match place.what {
            // A heading stands at the left of its lane.
            What::Heading(_) => 0,
            _ => average.unwrap_or(positions[item] * SCALE * others / length),
        };
        order.push((place.group, key, item));
    }
    order.sort_by_key(|(group, key, _)| (*group, *key));
    layers.rows[row] = order.into_iter().map(|(_, _, item)| item).collect();
    number_row(&layers.rows[row], positions);
}

/// How many pairs of lines cross between the rows.
fn crossings(layers: &Layers, positions: &[usize]) -> u64 {
    let mut sum = 0;
    let mut ends = Vec::new();
    for (row, items) in layers.rows.iter().enumerate() {
        ends.clear();
        for item in items {
            let start = ends.len();
            let below = layers.items[*item].below.iter();
            ends.extend(below.map(|other| positions[*other]));
            ends[start..].sort_unstable();
        }
        let width = layers.rows.get(row + 1).map_or(0, Vec::len);
        sum += inversions(&ends, width);
    }
    sum
}

/// How many pairs of numbers below `limit` stand in the wrong order.
fn inversions(numbers: &[usize], limit: usize) -> u64 {
    let mut counts = vec![0_u64; limit + 1];
    let mut sum = 0;
    for (seen, number) in numbers.iter().enumerate() {
        let mut not_greater = 0;
        let mut index = number + 1;
        while index > 0 {
            not_greater += counts[index];
            index &= index - 1;
        }
        sum += seen as u64 - not_greater;
        let mut index = number + 1;
        while index <= limit {
            counts[index] += 1;
            index += index & index.wrapping_neg();
        }
    }
    sum
}
