//! The x of each item: as near to its neighbours above and below as the order and the distances in its row allow.

use super::layers::{Layers, What};

/// How often the rows are gone through, down and up in turn.
const SWEEPS: usize = 10;
/// A line that is crooked by less than this is made straight where there is room.
const CROOKED: i32 = 12;

pub(super) fn place(layers: &mut Layers) {
    for row in 0..layers.rows.len() {
        settle(
            layers,
            row,
            |layers, item| i64::from(layers.items[item].centre()),
            |_, _| 1,
        );
    }
    let count = layers.rows.len();
    for sweep in 0..SWEEPS {
        // The last sweeps look both ways, so that a row is not pulled aside by one neighbour.
        let both = sweep + 3 >= SWEEPS;
        for step in 0..count {
            let (row, down) = match sweep % 2 {
                0 => (step, true),
                _ => (count - 1 - step, false),
            };
            settle(
                layers,
                row,
                |layers, item| wish(layers, item, down || both, !down || both),
                weight,
            );
        }
    }
    for run in runs(layers) {
        align(layers, &run);
    }
    for row in 0..count {
        straighten(layers, row, true);
    }
    for row in (0..count).rev() {
        straighten(layers, row, false);
    }
}

/// A line that passes is kept straight before all else.
fn weight(layers: &Layers, item: usize) -> i64 {
    match layers.items[item].what {
        What::Bend => 4,
        What::Heading(_) => 1,
        _ => 2,
    }
}

/// Where the middle of an item would be best.
fn wish(layers: &Layers, item: usize, above: bool, below: bool) -> i64 {
    let place = &layers.items[item];
    if let What::Heading(_) = place.what {
        // A heading stands at the left of its lane.
        let (left, _) = layers.columns[place.group];
        return i64::from(left) + i64::from(place.size.width / 2);
    }
    let mut sum = 0;
    let mut count = 0;
    let mut add = |others: &[usize]| {
        for other in others {
            let other = &layers.items[*other];
            let weight = match other.what {
                // The way itself is kept straight; help with it stands where there is room.
                _ if other.is_side != place.is_side => 1,
                What::Bend if place.what == What::Bend => 12,
                _ => 6,
            };
            sum += weight * i64::from(other.centre());
            count += weight;
        }
    };
    if above {
        add(&place.above);
    }
    if below {
        add(&place.below);
    }
    match count {
        0 => i64::from(place.centre()),
        _ => sum.div_euclid(count),
    }
}

/// Places the items of a row as near to their wishes as possible, by least squares: items that would come too near to each other
/// are pooled and moved as one.
fn settle(
    layers: &mut Layers,
    row: usize,
    wish: impl Fn(&Layers, usize) -> i64,
    weight: impl Fn(&Layers, usize) -> i64,
) {
    let items = layers.rows[row].clone();
    let is_grouped = layers.is_grouped[row];
    let same =
        |a: &usize, b: &usize| !is_grouped || layers.items[*a].group == layers.items[*b].group;
    let groups: Vec<Vec<usize>> = items.chunk_by(same).map(<[usize]>::to_vec).collect();
    for group in groups {
        // How far each item is from the first at least.
        let mut offsets = Vec::with_capacity(group.len());
        let mut offset = 0;
        let mut before = None;
        for &item in &group {
            offset += before.map_or(0, |before| layers.distance(before, item));
            offsets.push(offset);
            offset += layers.items[item].size.width;
            before = Some(item);
        }
        let mut pools: Vec<Pool> = Vec::new();
        for (&item, offset) in group.iter().zip(&offsets) {
            let half = i64::from(layers.items[item].size.width / 2);
            let left = wish(layers, item) - half - i64::from(*offset);
            let weight = weight(layers, item);
            let mut pool = Pool {
                sum: left * weight,
                weight,
                count: 1,
            };
            while let Some(last) = pools.pop_if(|last| last.mean() > pool.mean()) {
                pool = Pool {
                    sum: last.sum + pool.sum,
                    weight: last.weight + pool.weight,
                    count: last.count + pool.count,
                };
            }
            pools.push(pool);
        }
        let bounds = match group.first() {
            Some(first) if is_grouped => {
                let (left, right) = layers.columns[layers.items[*first].group];
                (
                    i64::from(left),
                    i64::from(right - offset).max(i64::from(left)),
                )
            }
            _ => (i64::MIN / 2, i64::MAX / 2),
        };
        let means = pools
            .iter()
            .flat_map(|pool| std::iter::repeat_n(pool.mean(), pool.count));
        for ((item, offset), mean) in group.iter().zip(&offsets).zip(means) {
            let left = mean.clamp(bounds.0, bounds.1) as i32 + offset;
            layers.items[*item].x = left;
        }
    }
}

struct Pool {
    sum: i64,
    weight: i64,
    count: usize,
}

impl Pool {
    fn mean(&self) -> i64 {
        self.sum.div_euclid(self.weight)
    }
}

/// The items that follow each other with no other way in or out between them, from the top.
/// A line that others join or leave goes on straight.
fn runs(layers: &Layers) -> Vec<Vec<usize>> {
    let is_bend = |item: usize| layers.items[item].what == What::Bend;
    let only = |item: usize, above: bool| {
        let place = &layers.items[item];
        let same = |other: &&usize| layers.items[**other].is_side == place.is_side;
        let others: Vec<usize> = (place.neighbours(above).iter().filter(same).copied()).collect();
        let bends: Vec<usize> = others
            .iter()
            .copied()
            .filter(|other| is_bend(*other))
            .collect();
        match (others.as_slice(), bends.as_slice()) {
            ([only], _) => Some(*only),
            (_, [only]) if is_bend(item) => Some(*only),
            _ => None,
        }
    };
    let next = |item: usize| only(item, false).filter(|next| only(*next, true) == Some(item));
    let is_first = |item: usize| only(item, true).and_then(next) != Some(item);
    (0..layers.items.len())
        .filter(|item| is_first(*item))
        .map(|first| std::iter::successors(Some(first), |item| next(*item)).collect())
        .collect()
}

/// Puts the items of a run below each other, in as few pieces as the room in their rows allows.
fn align(layers: &mut Layers, run: &[usize]) {
    let mut rest = run;
    while !rest.is_empty() {
        let (mut left, mut right) = (i32::MIN, i32::MAX);
        let mut count = 0;
        for item in rest {
            let (lowest, highest) = room(layers, *item);
            if lowest.max(left) > highest.min(right) {
                break;
            }
            (left, right) = (lowest.max(left), highest.min(right));
            count += 1;
        }
        // Every item has room where it is, so the first one always fits.
        let (piece, after) = rest.split_at(count.max(1));
        let centre = favourite(layers, piece, after.first().copied()).clamp(left, right.max(left));
        for item in piece {
            layers.items[*item].x = centre - layers.items[*item].size.width / 2;
        }
        rest = after;
    }
}

/// Where a piece of a run would best be: below the middle of its boxes, or for a mere line straight at one of its ends.
fn favourite(layers: &Layers, piece: &[usize], after: Option<usize>) -> i32 {
    let boxes = piece
        .iter()
        .filter(|item| layers.items[**item].what != What::Bend);
    let centres: Vec<i32> = boxes.map(|item| layers.items[*item].centre()).collect();
    if let Some(middle) = centres.get(centres.len() / 2) {
        return *middle;
    }
    let (Some(first), Some(last)) = (piece.first(), piece.last()) else {
        return 0;
    };
    let ends = [
        layers.items[*last].below.first(),
        layers.items[*first].above.first(),
    ];
    let end = after.or(ends.into_iter().flatten().next().copied());
    layers.items[end.unwrap_or(*first)].centre()
}

/// Where the middle of an item may be without coming too near to its neighbours in the row.
fn room(layers: &Layers, item: usize) -> (i32, i32) {
    let place = &layers.items[item];
    let row = &layers.rows[place.row];
    let (mut lowest, mut highest) = match layers.is_grouped[place.row] {
        true => layers.columns[place.group],
        false => (i32::MIN / 2, i32::MAX / 2),
    };
    let position = layers.positions[item];
    let same = |other: &&usize| {
        !layers.is_grouped[place.row] || layers.items[**other].group == place.group
    };
    let before = position
        .checked_sub(1)
        .and_then(|at| row.get(at))
        .filter(same);
    if let Some(&before) = before {
        let end = layers.items[before].x + layers.items[before].size.width;
        lowest = lowest.max(end + layers.distance(before, item));
    }
    if let Some(&after) = row.get(position + 1).filter(same) {
        highest = highest.min(layers.items[after].x - layers.distance(item, after));
    }
    let half = place.size.width / 2;
    (lowest + half, highest - (place.size.width - half))
}

/// Moves items by a little, if that makes a line straight and nothing is in the way.
fn straighten(layers: &mut Layers, row: usize, by_above: bool) {
    for position in 0..layers.rows[row].len() {
        let item = layers.rows[row][position];
        let place = &layers.items[item];
        let [other] = place.neighbours(by_above) else {
            continue;
        };
        let centre = layers.items[*other].centre();
        let is_near = (centre - place.centre()).abs() <= CROOKED;
        let (lowest, highest) = room(layers, item);
        if is_near && (lowest..=highest).contains(&centre) {
            layers.items[item].x = centre - place.size.width / 2;
        }
    }
}
