//! The properties of every drawing: boxes and labels keep apart, lines bend between them, and lanes hold their own nodes.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::badges::disc;
use super::structure::{Home, Structure, Ways, is_main};
use super::*;
use crate::samples::{any_flow, flow};
use crate::{Edge, EdgeKind, NodeIx, NodeKind};

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
        room: 600,
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

fn is_within(rect: &Rect, outer: &Rect) -> bool {
    rect.x >= outer.x
        && rect.y >= outer.y
        && rect.right() <= outer.right()
        && rect.bottom() <= outer.bottom()
}

/// Names the first thing that is wrong with a drawing.
fn fault(flow: &Flow, parts: &Parts, drawing: &Drawing) -> Option<String> {
    let whole = Rect {
        x: 0,
        y: 0,
        width: drawing.size.width,
        height: drawing.size.height,
    };
    let structure = Structure::of(flow, parts, &Ways::new(flow));
    let listed: Vec<usize> = (drawing.lists.iter())
        .flat_map(|list| list.nodes.iter().map(|node| node.0))
        .collect();
    // The box or frame that a badge hangs on.
    let home = |node: usize| match structure.homes[node] {
        Some(Home::Node(home)) => Some(drawing.boxes[home]),
        Some(Home::Group(group)) => match drawing.groups.get(group) {
            Some(rect) => Some(*rect),
            None => Some(drawing.boxes[structure.groups[group].members[0]]),
        },
        _ => None,
    };
    let mut things: Vec<(String, Rect)> = Vec::new();
    let mut discs: Vec<(usize, Rect)> = Vec::new();
    for (node, rect) in drawing.boxes.iter().enumerate() {
        let is_trouble = structure.homes[node].is_some();
        if !is_within(rect, &whole) {
            return Some(format!("box {node} is outside"));
        }
        if is_trouble && !listed.contains(&node) {
            discs.push((node, disc(*rect)));
            continue;
        }
        if (rect.width, rect.height) != (parts.size(node).width, parts.size(node).height) {
            return Some(format!("box {node} has another size"));
        }
        if !is_trouble {
            things.push((format!("box {node}"), *rect));
        }
    }
    for list in &drawing.lists {
        discs.push((list.nodes[0].0, disc(list.badge)));
    }
    for (number, (node, rect)) in discs.iter().enumerate() {
        if let Some((other, _)) = discs
            .iter()
            .skip(number + 1)
            .find(|(_, it)| overlap(rect, it))
        {
            return Some(format!("badge {node} overlaps badge {other}"));
        }
        if let Some((name, _)) = (things.iter()).find(|(_, it)| {
            overlap(rect, it)
                && Some(*it) != home(*node)
                && home(*node).is_none_or(|home| !is_within(it, &home))
        }) {
            return Some(format!("badge {node} overlaps {name}"));
        }
    }
    for (edge, line) in drawing.lines.iter().enumerate() {
        let label = line.as_ref().and_then(|line| line.label);
        let ends = flow.edges()[edge];
        let is_fan = line.is_some()
            && structure.group_of[ends.to.0].is_some_and(|group| {
                structure.groups[group].question == ends.from.0 && !drawing.groups.is_empty()
            });
        let is_side = flow.is_side(&ends) || !is_main(flow, &ends);
        if label.is_some() != (line.is_some() && parts.label(edge).is_some() && !is_fan) && !is_side
        {
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
    for (group, frame) in drawing.groups.iter().enumerate() {
        for (node, rect) in drawing.boxes.iter().enumerate() {
            let is_member = structure.group_of[node] == Some(group);
            if is_member && !is_within(rect, frame) {
                return Some(format!("box {node} is not in its group"));
            }
            if !is_member && structure.homes[node].is_none() && overlap(rect, frame) {
                return Some(format!("box {node} is in group {group}"));
            }
        }
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
        if line.points.is_empty() {
            if flow.kind(ends.to) != Some(NodeKind::Trouble)
                && flow.kind(ends.from) != Some(NodeKind::Trouble)
            {
                return Some(format!("line {edge} is empty"));
            }
            continue;
        }
        let own = [
            format!("box {}", ends.from.0),
            format!("box {}", ends.to.0),
            format!("label {edge}"),
        ];
        let frames = drawing.groups.iter().enumerate().filter(|(group, frame)| {
            let is_end = |node: usize| {
                structure.group_of[node] == Some(*group)
                    || home(node).is_some_and(|home| is_within(&home, frame))
            };
            !is_end(ends.from.0) && !is_end(ends.to.0)
        });
        let frames: Vec<Rect> = frames.map(|(_, frame)| *frame).collect();
        for pair in line.points.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            if a.x != b.x && a.y != b.y {
                return Some(format!("line {edge} is slanted"));
            }
            if frames.iter().any(|frame| crosses(a, b, frame)) {
                return Some(format!("line {edge} crosses a group"));
            }
            if let Some((node, _)) = discs.iter().find(|(node, disc)| {
                *node != ends.from.0
                    && *node != ends.to.0
                    && !listed.contains(node)
                    && crosses(a, b, disc)
                    && drawing.groups.len() == structure.groups.len()
                    && drawing.boxes.len() <= overview::MOST
            }) {
                return Some(format!("line {edge} crosses badge {node}"));
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
        let reaches = |point: &Point, node: usize| {
            touches(point, &drawing.boxes[node])
                || home(node).is_some_and(|home| touches(point, &home))
                || drawing
                    .lists
                    .iter()
                    .any(|list| list.nodes.contains(&NodeIx(node)) && touches(point, &list.badge))
        };
        if !reaches(first, ends.from.0) || !reaches(last, ends.to.0) {
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
        if let Some(lane) = parts.lane(node).filter(|_| structure.homes[node].is_none()) {
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
    drawing.groups.iter().for_each(|it| rect(it, "#ddd"));
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
    let drawing = flow.layout(parts);
    assert_eq!(drawing, flow.layout(parts), "the same every time");
    if let Some(fault) = fault(flow, parts, &drawing) {
        panic!("{fault}\n{flow:?}\n{}", svg(&drawing));
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
fn a_labelled_edge_from_elsewhere_keeps_its_label_and_the_steps_no_group() {
    let answers = "2?3 2?4 3>5 4>5";
    for (edges, is_group) in [
        (format!("{answers} 0?1 0?2"), true),
        (format!("{answers} 0?1 0?2 1>3"), true),
        (format!("{answers} 0?1 0?2 0>3"), true),
        (format!("{answers} 0?2 0?3"), false),
    ] {
        let flow = flow("qsqssso", &format!("{edges} 5>6"));
        sound(&flow, &plain(&flow));
        assert_eq!(
            !flow.layout(&plain(&flow)).groups.is_empty(),
            is_group,
            "{edges}"
        );
        // The same with a label on each edge, whatever its kind.
        let mut parts = plain(&flow);
        parts.labels = vec![
            Some(Size {
                width: 40,
                height: 20
            });
            flow.edges().len()
        ];
        sound(&flow, &parts);
    }
}

/// The same flow with so many troubles of its own at each of its nodes, all of which lead back there or all to its first node.
fn with_troubles(flow: &Flow, each: usize, leads_back: bool) -> Flow {
    let mut kinds = flow.kinds().to_vec();
    let mut edges = flow.edges().to_vec();
    for node in 0..flow.kinds().len() {
        for _ in 0..each {
            let trouble = NodeIx(kinds.len());
            kinds.push(NodeKind::Trouble);
            edges.push(Edge {
                from: NodeIx(node),
                to: trouble,
                kind: EdgeKind::Trouble,
            });
            edges.push(Edge {
                from: trouble,
                to: NodeIx(if leads_back { node } else { 0 }),
                kind: EdgeKind::Next,
            });
        }
    }
    Flow::new(kinds, edges, NodeIx(0))
}

#[test]
fn a_trouble_at_every_node_is_a_badge_within_the_drawing() {
    // Two lanes behind a question, four ways in as a group, and a tail that both share.
    let main = flow(
        "qsqsssssso",
        "0?1 0?2 1>7 2?3 2?4 2?5 2?6 3>7 4>7 5>7 6>7 7>8 8>9",
    );
    let lanes = [None, Some(0), Some(1), Some(1), Some(1), Some(1), Some(1)];
    let check = |name: &str, flow: &Flow, has_lanes: bool| {
        let mut parts = plain(flow);
        if has_lanes {
            parts.lanes = lanes.to_vec();
            parts.lanes.resize(flow.kinds().len(), None);
            let heading = Size {
                width: 90,
                height: 18,
            };
            parts.headings = vec![heading; 2];
        }
        sound(flow, &parts);
        let drawing = flow.layout(&parts);
        let whole = Rect {
            x: 0,
            y: 0,
            width: drawing.size.width,
            height: drawing.size.height,
        };
        let is_trouble = |node: usize| flow.kind(NodeIx(node)) == Some(NodeKind::Trouble);
        for (node, rect) in drawing.boxes.iter().enumerate() {
            assert!(is_within(rect, &whole), "{name}: {node}");
            if is_trouble(node) {
                let badge = disc(*rect);
                assert_eq!(badge.width, badge.height, "{name}: {node} is a badge");
            }
        }
        for list in &drawing.lists {
            assert!(is_within(&list.badge, &whole), "{name}: {:?}", list.nodes);
        }
    };
    for has_lanes in [false, true] {
        for leads_back in [true, false] {
            for each in [1, 3, 5] {
                let name = format!("{each} at each node, lanes {has_lanes}, back {leads_back}");
                check(&name, &with_troubles(&main, each, leads_back), has_lanes);
            }
        }
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
    // All boxes are of one size, as on the page.
    let size = (120..220_i32, 36..70_i32).prop_map(|(width, height)| Size { width, height });
    let label = (20..150_i32, 20..60_i32).prop_map(|(width, height)| Size { width, height });
    let node = (kind, lane);
    (1..=most, size)
        .prop_flat_map(move |(count, size)| {
            // Most edges lead a little further on, as in a guide; some lead anywhere.
            let target = prop_oneof![6 => (1..6_usize).prop_map(Err), 1 => (0..count).prop_map(Ok)];
            let edge = (
                0..count,
                target,
                edge_kind.clone(),
                proptest::option::weighted(0.4, label.clone()),
            );
            (
                proptest::collection::vec(node.clone(), count),
                proptest::collection::vec(edge, 0..count * 2),
                Just(size),
            )
        })
        .prop_map(|(nodes, edges, size)| {
            let count = nodes.len();
            let mut parts = Parts {
                boxes: vec![size; nodes.len()],
                lanes: nodes.iter().map(|(_, lane)| *lane).collect(),
                headings: vec![
                    Size {
                        width: 90,
                        height: 18
                    };
                    4
                ],
                labels: edges.iter().map(|(_, _, _, label)| *label).collect(),
                room: 900,
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
                    nodes.iter().map(|(kind, _)| *kind).collect(),
                    edges.collect(),
                    NodeIx(0),
                ),
                parts,
            )
        })
}

/// So many times fewer cases than usual, since each takes long.
fn cases_by(fewer: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig {
        cases: usual.cases / fewer,
        ..usual
    }
}

proptest! {
    #[test]
    fn any_small_flow_is_drawn_soundly(flow in any_flow()) {
        sound(&flow, &plain(&flow));
    }
}

proptest! {
    #![proptest_config(cases_by(10))]
    #[test]
    fn any_flow_with_lanes_and_labels_is_drawn_soundly((flow, parts) in any_drawing(40)) {
        sound(&flow, &parts);
    }
}

proptest! {
    #![proptest_config(cases_by(40))]
    #[test]
    fn a_large_flow_is_drawn_soundly((flow, parts) in any_drawing(1_000)) {
        sound(&flow, &parts);
    }
}
