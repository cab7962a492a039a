//! The paths of lines.

use std::fmt::Write as _;

use flowchart::{Line, Point};

/// How round the corners of lines are.
const ROUND: i32 = 6;

/// A line with round corners and an arrow at its end.
pub(super) fn path(line: &Line) -> String {
    let mut path = String::new();
    let (Some(first), Some(last)) = (line.points.first(), line.points.last()) else {
        return path;
    };
    let _ = write!(path, "M{} {}", first.x, first.y);
    let mut at = *first;
    for three in line.points.windows(3) {
        if let [before, corner, after] = three {
            at = bend(at, *before, *corner, *after, &mut path);
        }
    }
    let (x, y) = straight(at, *last, &mut path);
    path.push_str(match (x, y) {
        (0, 0..) => "m-5-7 5 7 5-7",
        (0, _) => "m-5 7 5-7 5 7",
        (0.., _) => "m-7-5 7 5-7 5",
        _ => "m7-5-7 5 7 5",
    });
    path
}

/// Goes round a corner, and says where one is then.
fn bend(at: Point, before: Point, corner: Point, after: Point, path: &mut String) -> Point {
    let length = |a: Point, b: Point| (a.x - b.x).abs() + (a.y - b.y).abs();
    let round = ROUND
        .min(length(before, corner) / 2)
        .min(length(corner, after) / 2);
    let near = |to: Point| Point {
        x: corner.x + (to.x - corner.x).signum() * round,
        y: corner.y + (to.y - corner.y).signum() * round,
    };
    let (start, end) = (near(before), near(after));
    straight(at, start, path);
    let place = |point: Point| format!("{} {}", point.x - start.x, point.y - start.y);
    let _ = write!(path, "q{} {}", place(corner), place(end));
    end
}

/// Lengths rather than places, since the same ones come again and again and compress well.
fn straight(from: Point, to: Point, path: &mut String) -> (i32, i32) {
    let (x, y) = (to.x - from.x, to.y - from.y);
    if y != 0 {
        let _ = write!(path, "v{y}");
    }
    if x != 0 {
        let _ = write!(path, "h{x}");
    }
    (x, y)
}
