//! The lines of a drawing: each takes the cheapest way over a grid of free tracks, so that none goes through what is not its own.
//!
//! Tracks run beside every obstacle and through every place where a line may end.
//! A bend, a crossing and a track that another line already has cost; a track of a line to the same place is cheap, so joins share it.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::{Point, Rect, corners};

/// How far a track runs from what it passes.
pub(super) const CLEAR: i32 = 10;
/// Tracks that are nearer to each other than this are one.
const NEAR: i32 = 5;

const OWN: u32 = 6;
const FREE: u32 = 10;
const SHARED: u32 = 90;
/// The surcharge of a step close beside an obstacle.
const TIGHT: u32 = 25;
const BEND: u32 = 300;
const CROSSING: u32 = 250;

/// Where a line goes, in the order of its bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Towards {
    Right,
    Down,
    Left,
    Up,
}

const TOWARDS: [Towards; 4] = [Towards::Right, Towards::Down, Towards::Left, Towards::Up];

impl Towards {
    fn is_across(self) -> bool {
        matches!(self, Self::Right | Self::Left)
    }
}

/// A place where a line may begin or end, the way it goes there, and what that costs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Port {
    pub(super) at: Point,
    pub(super) towards: Towards,
    pub(super) cost: u32,
}

/// The rectangles that lines may not go through.
#[derive(Clone, Copy, Debug)]
pub(super) enum Obstacle {
    Solid(Rect),
    /// Lines to or from within may.
    Frame(usize, Rect),
}

impl Obstacle {
    fn rect(&self) -> Rect {
        match self {
            Self::Solid(rect) | Self::Frame(_, rect) => *rect,
        }
    }
}

/// The demands of a line on the grid: its ends, and the lines that it may share a track with.
#[derive(Clone, Debug)]
pub(super) struct Wish {
    pub(super) from: Vec<Port>,
    pub(super) to: Vec<Port>,
    /// The frames at its ends.
    pub(super) frames: [Option<usize>; 2],
    /// Lines with the same number may run along one track, as they lead to the same place.
    pub(super) target: usize,
    /// Lines with the same number may too, as they come from the same place and part later.
    pub(super) fan: Option<usize>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Step {
    is_solid: bool,
    /// Whether it runs along an obstacle nearer than it should.
    is_tight: bool,
    frame: Option<usize>,
    used: Option<(usize, Option<usize>)>,
}

/// All tracks, and what already runs along them.
pub(super) struct Grid {
    xs: Vec<i32>,
    ys: Vec<i32>,
    /// From each crossing to the next one on the right, and to the next one below.
    right: Vec<Step>,
    down: Vec<Step>,
    costs: Vec<u32>,
    before: Vec<u32>,
    touched: Vec<usize>,
}

impl Grid {
    /// `ends` are the places of ports, `spare` are further tracks: x and y.
    pub(super) fn new(obstacles: &[Obstacle], ends: &[Point], spare: [Vec<i32>; 2]) -> Self {
        let [mut xs, mut ys]: [Vec<i32>; 2] = [
            ends.iter().map(|it| it.x).collect(),
            ends.iter().map(|it| it.y).collect(),
        ];
        let [mut more_xs, mut more_ys] = spare;
        for rect in obstacles.iter().map(Obstacle::rect) {
            more_xs.extend([rect.x - CLEAR, rect.right() + CLEAR]);
            more_ys.extend([rect.y - CLEAR, rect.bottom() + CLEAR]);
        }
        add(&mut xs, more_xs);
        add(&mut ys, more_ys);
        let count = xs.len() * ys.len();
        let mut grid = Self {
            xs,
            ys,
            right: vec![Step::default(); count],
            down: vec![Step::default(); count],
            costs: vec![u32::MAX; count * 4],
            before: vec![u32::MAX; count * 4],
            touched: Vec::new(),
        };
        for obstacle in obstacles {
            grid.block(obstacle);
        }
        grid
    }

    fn block(&mut self, obstacle: &Obstacle) {
        let rect = obstacle.rect();
        let width = self.xs.len();
        let span = |tracks: &[i32], low: i32, high: i32| {
            // The tracks on or within the edges, and the steps that have a part within.
            let on =
                tracks.partition_point(|it| *it < low)..tracks.partition_point(|it| *it <= high);
            let first = tracks.partition_point(|it| *it <= low).saturating_sub(1);
            let within = first..tracks.partition_point(|it| *it < high).min(tracks.len());
            (on, within)
        };
        let (on_x, within_x) = span(&self.xs, rect.x, rect.right());
        let (on_y, within_y) = span(&self.ys, rect.y, rect.bottom());
        let mark = |step: &mut Step| match obstacle {
            Obstacle::Solid(_) => step.is_solid = true,
            Obstacle::Frame(frame, _) => step.frame = Some(*frame),
        };
        let beside = |tracks: &[i32], low: i32, high: i32| {
            let near = |from: i32, to: i32| {
                tracks.partition_point(|it| *it <= from)..tracks.partition_point(|it| *it < to)
            };
            near(low - CLEAR, low).chain(near(high, high + CLEAR))
        };
        for y in beside(&self.ys, rect.y, rect.bottom()) {
            for x in within_x.clone() {
                self.right[y * width + x].is_tight = true;
            }
        }
        for x in beside(&self.xs, rect.x, rect.right()) {
            for y in within_y.clone() {
                self.down[y * width + x].is_tight = true;
            }
        }
        for y in on_y {
            for x in within_x.clone() {
                mark(&mut self.right[y * width + x]);
            }
        }
        for y in within_y {
            for x in on_x.clone() {
                mark(&mut self.down[y * width + x]);
            }
        }
    }

    fn index(&self, at: Point) -> Option<usize> {
        let x = self.xs.binary_search(&at.x).ok()?;
        let y = self.ys.binary_search(&at.y).ok()?;
        Some(y * self.xs.len() + x)
    }

    fn point(&self, index: usize) -> Point {
        Point {
            x: self.xs[index % self.xs.len()],
            y: self.ys[index / self.xs.len()],
        }
    }

    /// The neighbour in a direction, with the step that leads there.
    fn neighbour(&self, at: usize, towards: Towards) -> Option<(usize, usize)> {
        let width = self.xs.len();
        let (x, y) = (at % width, at / width);
        match towards {
            Towards::Right => (x + 1 < width).then(|| (at + 1, at)),
            Towards::Down => (y + 1 < self.ys.len()).then(|| (at + width, at)),
            Towards::Left => (x > 0).then(|| (at - 1, at - 1)),
            Towards::Up => (y > 0).then(|| (at - width, at - width)),
        }
    }

    fn step(&self, step: usize, towards: Towards) -> &Step {
        match towards.is_across() {
            true => &self.right[step],
            false => &self.down[step],
        }
    }

    /// The cheapest way, as its corners; and which ports it took.
    pub(super) fn way(&mut self, wish: &Wish) -> Option<(Vec<Point>, usize, usize)> {
        let ends: Vec<Option<usize>> = wish.to.iter().map(|it| self.index(it.at)).collect();
        let mut open = BinaryHeap::new();
        for port in &wish.from {
            let at = self.index(port.at)?;
            let state = at * 4 + port.towards as usize;
            if port.cost < self.costs[state] {
                self.touch(state, port.cost, u32::MAX);
                open.push(Reverse((port.cost + self.left(at, wish), state)));
            }
        }
        let mut found = None;
        while let Some(Reverse((cost, state))) = open.pop() {
            let (at, towards) = (state / 4, TOWARDS[state % 4]);
            // The last state is an end that has been paid for.
            if let Some((best, end, _)) = found
                && cost >= best
            {
                let _: usize = end;
                break;
            }
            let paid = self.costs[state];
            for (number, port) in wish.to.iter().enumerate() {
                if ends[number] == Some(at) && port.towards == towards {
                    let whole = paid + port.cost;
                    if found.is_none_or(|(best, _, _)| whole < best) {
                        found = Some((whole, state, number));
                    }
                }
            }
            for turn in [0, 1, 3] {
                let next_towards = TOWARDS[(towards as usize + turn) % 4];
                let Some((next, step)) = self.neighbour(at, next_towards) else {
                    continue;
                };
                let Some(price) = self.price(at, next, step, next_towards, wish) else {
                    continue;
                };
                let bend = if turn == 0 { 0 } else { BEND };
                let cost = paid + price + bend;
                let next_state = next * 4 + next_towards as usize;
                if cost < self.costs[next_state] {
                    self.touch(next_state, cost, state as u32);
                    open.push(Reverse((cost + self.left(next, wish), next_state)));
                }
            }
        }
        let way = found.map(|(_, state, to)| self.walk(state, to, wish));
        for state in std::mem::take(&mut self.touched) {
            self.costs[state] = u32::MAX;
        }
        way
    }

    fn touch(&mut self, state: usize, cost: u32, before: u32) {
        if self.costs[state] == u32::MAX {
            self.touched.push(state);
        }
        self.costs[state] = cost;
        self.before[state] = before;
    }

    /// At least so much is still to be paid.
    fn left(&self, at: usize, wish: &Wish) -> u32 {
        let at = self.point(at);
        let far = |port: &Port| at.x.abs_diff(port.at.x) + at.y.abs_diff(port.at.y);
        wish.to.iter().map(far).min().unwrap_or(0) * OWN
    }

    fn price(
        &self,
        at: usize,
        next: usize,
        step: usize,
        towards: Towards,
        wish: &Wish,
    ) -> Option<u32> {
        let taken = self.step(step, towards);
        if taken.is_solid
            || taken
                .frame
                .is_some_and(|it| !wish.frames.contains(&Some(it)))
        {
            return None;
        }
        let is_own = |(target, fan): (usize, Option<usize>)| {
            target == wish.target || fan.is_some() && fan == wish.fan
        };
        let unit = match taken.used {
            None => FREE,
            Some(used) if is_own(used) => OWN,
            Some(_) => SHARED,
        } + if taken.is_tight { TIGHT } else { 0 };
        let (from, to) = (self.point(at), self.point(next));
        let length = from.x.abs_diff(to.x) + from.y.abs_diff(to.y);
        // A line that goes on beyond this crossing at a right angle is crossed.
        let across = TOWARDS[(towards as usize + 1) % 4];
        let is_used = |towards| {
            let step = self
                .neighbour(at, towards)
                .map(|(_, step)| self.step(step, towards));
            step.and_then(|it| it.used)
                .is_some_and(|used| !is_own(used))
        };
        let opposite = TOWARDS[(across as usize + 2) % 4];
        let crossing = if is_used(across) && is_used(opposite) {
            CROSSING
        } else {
            0
        };
        Some(length * unit + crossing)
    }

    /// Goes back along the way to its start, and takes its tracks.
    fn walk(&mut self, last: usize, to: usize, wish: &Wish) -> (Vec<Point>, usize, usize) {
        let mut states = vec![last];
        let mut state = last;
        while let Some(before) = self.before.get(state).filter(|it| **it != u32::MAX) {
            state = *before as usize;
            states.push(state);
        }
        states.reverse();
        let from = wish.from.iter().position(|port| {
            self.index(port.at) == Some(state / 4) && port.towards as usize == state % 4
        });
        for pair in states.windows(2) {
            let towards = TOWARDS[pair[1] % 4];
            let step = (pair[0] / 4).min(pair[1] / 4);
            let step = match towards.is_across() {
                true => &mut self.right[step],
                false => &mut self.down[step],
            };
            if step.used.is_none() {
                step.used = Some((wish.target, wish.fan));
            }
        }
        let points = states.iter().map(|state| self.point(state / 4)).collect();
        (corners(points), from.unwrap_or(0), to)
    }
}

/// Adds tracks that are not too near to others.
fn add(tracks: &mut Vec<i32>, mut more: Vec<i32>) {
    tracks.sort_unstable();
    tracks.dedup();
    more.sort_unstable();
    let fixed = tracks.clone();
    let mut last = i32::MIN / 2;
    for track in more {
        let next = fixed.partition_point(|it| *it < track);
        let is_near = |it: Option<&i32>| it.is_some_and(|it| it.abs_diff(track) < 3);
        let is_beside =
            is_near(fixed.get(next)) || is_near(next.checked_sub(1).and_then(|it| fixed.get(it)));
        if track - last >= NEAR && !is_beside {
            tracks.push(track);
            last = track;
        }
    }
    tracks.sort_unstable();
}
