//! What is true of every drawing: boxes and labels keep apart, lines bend between them, and lanes hold what is theirs.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;
use crate::samples::{any_flow, flow};
use crate::{Edge, EdgeKind, NodeIx, NodeKind};

const FORMS: [Form; 2] = [Form::Wide { columns: 2 }, Form::Narrow];

/// Boxes and labels of the size of a short text.
fn plain(flow: &Flow) -> Parts {
    let size = |width, height| Size { width, height };
    let is_answer = |edge: &Edge| edge.kind == EdgeKind::Answer;
    Parts {
        boxes: vec![size(120, 40); flow.kinds().len()],
        labels: flow
            .edges()
            .iter()
            .map(|e| is_answer(e).then(|| size(40, 20)))
            .collect(),
        lanes: Vec::new(),
        headings: Vec::new(),
    }
}

fn overlap(a: &Rect, b: &Rect) -> bool {
    a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
}

/// Whether a horizontal or vertical piece of a line goes through a rectangle, beyond touching its edge.
fn crosses(from: Point, to: Point, rect: &Rect) -> bool {
    let (left, right) = (from.x.min(to.x), from.x.max(to.x));
    let (top, bottom) = (from.y.min(to.y), from.y.max(to.y));
    left < rect.right()
        && rect.x < right.max(left + 1)
        && top < rect.bottom()
        && rect.y < bottom.max(top + 1)
        && !(left == right && left == rect.x)
        && !(top == bottom && top == rect.y)
}

/// Names the first thing that is wrong with a drawing.
fn fault(flow: &Flow, parts: &Parts, drawing: &Drawing) -> Option<String> {
    let whole = Rect {
        x: 0,
        y: 0,
        width: drawing.size.width,
        height: drawing.size.height,
    };
    let is_within = |rect: &Rect, outer: &Rect| {
        rect.x >= outer.x
            && rect.y >= outer.y
            && rect.right() <= outer.right()
            && rect.bottom() <= outer.bottom()
    };
    let mut things: Vec<(String, Rect)> = Vec::new();
    for (node, rect) in drawing.boxes.iter().enumerate() {
        if (rect.width, rect.height) != (parts.size(node).width, parts.size(node).height) {
            return Some(format!("box {node} has another size"));
        }
        things.push((format!("box {node}"), *rect));
    }
    for (edge, line) in drawing.lines.iter().enumerate() {
        let label = line.as_ref().and_then(|line| line.label);
        if label.is_some() != (line.is_some() && parts.label(edge).is_some()) {
            return Some(format!("label {edge} is missing or too much"));
        }
        things.extend(label.map(|rect| (format!("label {edge}"), rect)));
    }
    for band in &drawing.bands {
        things.extend(
            band.heading
                .map(|rect| (format!("heading {}", band.lane), rect)),
        );
    }
    // A sweep from the top, since comparing each with each takes long for a thousand.
    things.sort_by_key(|(_, rect)| rect.y);
    let tallest = things
        .iter()
        .map(|(_, rect)| rect.height)
        .max()
        .unwrap_or(0);
    for (number, (name, rect)) in things.iter().enumerate() {
        if !is_within(rect, &whole) {
            return Some(format!("{name} is outside"));
        }
        let below = things
            .iter()
            .skip(number + 1)
            .take_while(|(_, other)| other.y < rect.bottom());
        if let Some((other, _)) = below.into_iter().find(|(_, other)| overlap(rect, other)) {
            return Some(format!("{name} overlaps {other}"));
        }
    }
    for (edge, (ends, line)) in flow.edges().iter().zip(&drawing.lines).enumerate() {
        let Some(line) = line else {
            if flow.has_both_ends(ends) {
                return Some(format!("line {edge} is missing"));
            }
            continue;
        };
        let own = [
            format!("box {}", ends.from.0),
            format!("box {}", ends.to.0),
            format!("label {edge}"),
        ];
        for pair in line.points.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            if a.x != b.x && a.y != b.y {
                return Some(format!("line {edge} is slanted"));
            }
            if !line.is_back && b.y < a.y || line.is_back && ends.from.0 != ends.to.0 && b.y > a.y {
                return Some(format!("line {edge} turns"));
            }
            let top = a.y.min(b.y);
            let highest = things.partition_point(|(_, rect)| rect.y <= top - tallest);
            let near = things
                .iter()
                .skip(highest)
                .take_while(|(_, rect)| rect.y < a.y.max(b.y).max(top + 1));
            for (name, rect) in near {
                if !own.contains(name) && crosses(a, b, rect) {
                    return Some(format!("line {edge} crosses {name}"));
                }
                if ends.from.0 != ends.to.0 && own[..2].contains(name) && crosses(a, b, rect) {
                    return Some(format!("line {edge} crosses its own {name}"));
                }
            }
        }
        let touches = |point: &Point, rect: &Rect| {
            point.x >= rect.x
                && point.x <= rect.right()
                && point.y >= rect.y
                && point.y <= rect.bottom()
        };
        let (Some(first), Some(last)) = (line.points.first(), line.points.last()) else {
            return Some(format!("line {edge} has no ends"));
        };
        if !touches(first, &drawing.boxes[ends.from.0]) || !touches(last, &drawing.boxes[ends.to.0])
        {
            return Some(format!("line {edge} does not reach its boxes"));
        }
        if line
            .points
            .iter()
            .any(|p| p.x < 0 || p.y < 0 || p.x > whole.width || p.y > whole.height)
        {
            return Some(format!("line {edge} is outside"));
        }
    }
    for (number, band) in drawing.bands.iter().enumerate() {
        if !is_within(&band.rect, &whole) {
            return Some(format!("band {number} is outside"));
        }
        if let Some(other) = drawing
            .bands
            .iter()
            .skip(number + 1)
            .position(|b| overlap(&b.rect, &band.rect))
        {
            return Some(format!(
                "band {number} overlaps band {}",
                number + 1 + other
            ));
        }
        for (node, rect) in drawing.boxes.iter().enumerate() {
            let is_help = flow.kind(NodeIx(node)) == Some(NodeKind::Trouble);
            if parts.lane(node) != Some(band.lane) && !is_help && overlap(rect, &band.rect) {
                return Some(format!("box {node} stands in band {number}"));
            }
        }
    }
    for node in 0..drawing.boxes.len() {
        if let Some(lane) = parts.lane(node) {
            let mut own = drawing.bands.iter().filter(|band| band.lane == lane);
            if !own.any(|band| is_within(&drawing.boxes[node], &band.rect)) {
                return Some(format!("box {node} stands outside its lane {lane}"));
            }
        }
    }
    None
}

/// A drawing as text, for a look at what failed.
fn svg(drawing: &Drawing) -> String {
    let Size { width, height } = drawing.size;
    let mut text =
        format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}'>");
    let mut rect = |rect: &Rect, fill: &str| {
        let Rect {
            x,
            y,
            width,
            height,
        } = rect;
        let _ = write!(
            text,
            "<rect x='{x}' y='{y}' width='{width}' height='{height}' fill='{fill}'/>"
        );
    };
    drawing
        .bands
        .iter()
        .for_each(|band| rect(&band.rect, "#eee"));
    drawing.boxes.iter().for_each(|it| rect(it, "#acf"));
    for line in drawing.lines.iter().flatten() {
        line.label.iter().for_each(|it| rect(it, "#fca"));
    }
    for line in drawing.lines.iter().flatten() {
        let points: Vec<String> = line
            .points
            .iter()
            .map(|p| format!("{},{}", p.x, p.y))
            .collect();
        let _ = write!(
            text,
            "<polyline points='{}' fill='none' stroke='#333'/>",
            points.join(" ")
        );
    }
    text + "</svg>"
}

#[track_caller]
fn sound(flow: &Flow, parts: &Parts) {
    for form in FORMS {
        let drawing = flow.layout(parts, form);
        assert_eq!(drawing, flow.layout(parts, form), "the same every time");
        if let Some(fault) = fault(flow, parts, &drawing) {
            panic!("{form:?}: {fault}\n{flow:?}\n{}", svg(&drawing));
        }
    }
}

#[test]
fn small_and_odd_flows_are_drawn() {
    let check = |kinds: &str, edges: &str| {
        let flow = flow(kinds, edges);
        sound(&flow, &plain(&flow));
        sound(&flow, &Parts::default());
    };
    check("", "");
    check("o", "");
    check("o", "0>0");
    check("q", "0?0 0?0 0>0");
    check("so", "0>1");
    check("qo", "0?1 0?1 0?1");
    check("qsso", "0?1 0?2 1>3 2>3");
    check("sss", "0>1 1>2 2>0");
    check("sos", "2>1 0>1");
    check("stto", "0!1 0!2 1>0 2>1 0>3");
    check("so", "0>7 9>1");
    check(
        "qsssssssssso",
        "0?1 0?2 0?3 0?4 0?5 0?6 0?7 0?8 0?9 0?10 1>11 5>11 10>0",
    );
}

#[test]
fn a_single_box_is_as_large_as_its_drawing_but_for_the_margin() {
    let flow = flow("o", "");
    let drawing = flow.layout(&plain(&flow), Form::Narrow);
    assert_eq!(
        drawing.size,
        Size {
            width: 136,
            height: 56
        }
    );
}

#[test]
fn the_narrow_form_has_one_box_a_row_in_the_order_of_reading() {
    let flow = flow("qstsso", "0?1 0?4 1!2 2>1 1>3 3>5 4>5");
    let drawing = flow.layout(&plain(&flow), Form::Narrow);
    let tops: Vec<i32> = drawing.boxes.iter().map(|rect| rect.y).collect();
    assert!(tops.is_sorted_by(|a, b| a < b), "{tops:?}");
    assert!(
        drawing
            .boxes
            .iter()
            .all(|rect| rect.x == drawing.boxes[0].x)
    );
}

#[test]
fn alternatives_stand_side_by_side_as_far_as_there_is_room() {
    let flow = flow("qsssso", "0?1 0?2 0?3 0?4 1>5 2>5 3>5 4>5");
    let lanes = vec![None, Some(0), Some(0), Some(0), Some(0), None];
    let parts = Parts {
        lanes,
        ..plain(&flow)
    };
    let y =
        |drawing: &Drawing| -> Vec<i32> { drawing.boxes[1..5].iter().map(|rect| rect.y).collect() };
    let wide = y(&flow.layout(&parts, Form::Wide { columns: 4 }));
    assert!(wide.iter().all(|y| *y == wide[0]), "{wide:?}");
    let two = y(&flow.layout(&parts, Form::Wide { columns: 2 }));
    assert!(
        two[0] == two[1] && two[2] == two[3] && two[1] < two[2],
        "{two:?}"
    );
}

#[test]
fn a_straight_way_is_drawn_straight() {
    let flow = flow("sssso", "0>1 1>2 2>3 3>4");
    for form in FORMS {
        let drawing = flow.layout(&plain(&flow), form);
        assert!(
            drawing
                .lines
                .iter()
                .flatten()
                .all(|line| line.points.len() == 2)
        );
    }
}

/// Kinds, lanes, edges and sizes of a flow with up to so many nodes, right or wrong.
fn any_drawing(most: usize) -> impl Strategy<Value = (Flow, Parts)> {
    let kind = prop_oneof![
        2 => Just(NodeKind::Question),
        6 => Just(NodeKind::Step),
        1 => Just(NodeKind::Trouble),
        1 => Just(NodeKind::Outcome),
    ];
    let edge_kind = prop_oneof![3 => Just(EdgeKind::Answer), 3 => Just(EdgeKind::Next), 1 => Just(EdgeKind::Trouble)];
    let lane = prop_oneof![3 => Just(None), 1 => (0..4_usize).prop_map(Some)];
    let size = (16..220_i32, 8..90_i32).prop_map(|(width, height)| Size { width, height });
    let node = (kind, lane, size.clone());
    (1..=most)
        .prop_flat_map(move |count| {
            // Most edges lead a little further on, as in a guide; some lead anywhere.
            let target = prop_oneof![6 => (1..6_usize).prop_map(Err), 1 => (0..count).prop_map(Ok)];
            let edge = (
                0..count,
                target,
                edge_kind.clone(),
                proptest::option::weighted(0.4, size.clone()),
            );
            (
                proptest::collection::vec(node.clone(), count),
                proptest::collection::vec(edge, 0..count * 2),
            )
        })
        .prop_map(|(nodes, edges)| {
            let count = nodes.len();
            let mut parts = Parts {
                boxes: nodes.iter().map(|(_, _, size)| *size).collect(),
                lanes: nodes.iter().map(|(_, lane, _)| *lane).collect(),
                headings: vec![
                    Size {
                        width: 90,
                        height: 18
                    };
                    4
                ],
                labels: edges.iter().map(|(_, _, _, label)| *label).collect(),
            };
            parts.labels.truncate(edges.len());
            let edges = edges.into_iter().map(|(from, to, kind, _)| {
                let to = to.unwrap_or_else(|on| (from + on) % count);
                Edge {
                    from: NodeIx(from),
                    to: NodeIx(to),
                    kind,
                }
            });
            (
                Flow::new(
                    nodes.iter().map(|(kind, _, _)| *kind).collect(),
                    edges.collect(),
                    NodeIx(0),
                ),
                parts,
            )
        })
}

/// A flow that leads on only: no loops, no help.
fn any_way_on() -> impl Strategy<Value = Flow> {
    (2..30_usize).prop_flat_map(|count| {
        let edges = proptest::collection::vec((0..count - 1, 1..count), 1..60);
        edges.prop_map(move |edges| {
            let edge = |(from, on): (usize, usize)| Edge {
                from: NodeIx(from),
                to: NodeIx((from + on).min(count - 1)),
                kind: EdgeKind::Next,
            };
            Flow::new(
                vec![NodeKind::Step; count],
                edges.into_iter().map(edge).collect(),
                NodeIx(0),
            )
        })
    })
}

proptest! {
    #[test]
    fn a_way_without_loops_has_no_line_back(flow in any_way_on()) {
        for form in FORMS {
            let drawing = flow.layout(&plain(&flow), form);
            prop_assert!(drawing.lines.iter().flatten().all(|line| !line.is_back));
        }
    }

    #[test]
    fn any_small_flow_is_drawn_soundly(flow in any_flow()) {
        sound(&flow, &plain(&flow));
    }

    #[test]
    fn any_flow_with_lanes_and_labels_is_drawn_soundly((flow, parts) in any_drawing(40)) {
        sound(&flow, &parts);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]
    #[test]
    fn a_large_flow_is_drawn_soundly((flow, parts) in any_drawing(1_000)) {
        sound(&flow, &parts);
    }
}
