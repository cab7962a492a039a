//! The drawing as SVG: geometry in attributes, looks in the style sheet.

use std::fmt::Write as _;

use flowchart::{EdgeKind, Line, NodeKind, Point, Rect};
use guide::{Exit, Guide, Lang, Node};
use learning_hours_guide::session::{Chart, Session, Standing};

use super::name::name;
use super::picture::{CUT, FONT, LINE, PADDING, POINT, Picture};
use crate::markup::escape;

/// How round the corners of lines are.
const ROUND: i32 = 6;

pub(super) fn svg(
    guide: &Guide,
    lang: Lang,
    session: &Session,
    wide: &Picture,
    narrow: &Picture,
) -> String {
    let (size, narrow_size) = (wide.drawing.size, narrow.drawing.size);
    // The style sheet makes the drawing as wide as the narrow form needs; the rule below keeps that scale for its height.
    let fit = if narrow_size.height >= size.height {
        "meet"
    } else {
        "slice"
    };
    let mut svg = format!(
        "<svg class=map__drawing viewBox=\"0 0 {} {}\" preserveAspectRatio=\"xMinYMin {fit}\" data-narrow=\"0 0 {} {}\">",
        size.width, size.height, narrow_size.width, narrow_size.height
    );
    let chart = session.chart();
    let sheet = Sheet {
        guide,
        lang,
        session,
        standings: session.lines(&chart),
        chart,
        forms: [("wide", wide), ("narrow", narrow)],
    };
    svg.push_str("<g aria-hidden=true>");
    for (class, picture) in sheet.forms {
        bands(class, picture, &mut svg);
    }
    svg.push_str("<g class=map__lines>");
    sheet.lines(&mut svg);
    svg.push_str("</g></g><g role=list aria-labelledby=map-title>");
    sheet.nodes(&mut svg);
    svg + "</g></svg>"
}

/// What is drawn, in both forms.
struct Sheet<'a> {
    guide: &'a Guide,
    lang: Lang,
    session: &'a Session,
    chart: Chart,
    standings: Vec<Standing>,
    forms: [(&'static str, &'a Picture); 2],
}

impl Sheet<'_> {
    fn standing(&self, edge: usize) -> &'static str {
        let standing = self.standings.get(edge).copied();
        standing.unwrap_or(Standing::Other).id()
    }

    fn lines(&self, svg: &mut String) {
        for (number, edge) in self.guide.flow.edges().iter().enumerate() {
            let id = |node: usize| self.guide.nodes.get(node).map_or("", |node| &node.id);
            let class = match self.guide.flow.is_side(edge) {
                true => "\"map__line map__line--side\"",
                false => "map__line",
            };
            let (from, to, state) = (id(edge.from), id(edge.to), self.standing(number));
            let _ = write!(
                svg,
                "<g class={class} data-map-edge={from}:{to} data-state={state}>"
            );
            for (class, picture) in self.forms {
                if let Some(Some(line)) = picture.drawing.lines.get(number) {
                    let _ = write!(svg, "<path class=map__{class} d=\"{}\"/>", path(line));
                }
            }
            svg.push_str("</g>");
        }
    }

    /// Each node with its answers, in the order of reading.
    fn nodes(&self, svg: &mut String) {
        let mut edge = 0;
        for (number, node) in self.guide.nodes.iter().enumerate() {
            let stop = self.session.stop(&self.chart, number);
            svg.push_str("<g role=listitem>");
            let name = self.session.number_name(stop) + &name(self.guide, node, self.lang);
            let kind = match node.kind {
                NodeKind::Question => "question",
                NodeKind::Step => "step",
                NodeKind::Trouble => "trouble",
                NodeKind::Outcome => "outcome",
            };
            let _ = write!(
                svg,
                "<a class=\"map__node map__node--{kind}\" href=#outline-{id} data-map-node={id} data-state={state} aria-label=\"{}\">",
                escape(&name),
                id = node.id,
                state = stop.standing.id(),
            );
            for (class, picture) in self.forms {
                box_of(node, number, class, picture, svg);
            }
            svg.push_str("</a>");
            for exit in &node.exits {
                if exit.kind == EdgeKind::Answer {
                    self.answer(node, exit, edge, svg);
                }
                edge += 1;
            }
            svg.push_str("</g>");
        }
    }

    fn answer(&self, node: &Node, exit: &Exit, edge: usize, svg: &mut String) {
        let Some(to) = self.guide.nodes.get(exit.to) else {
            return;
        };
        let _ = write!(
            svg,
            "<a class=map__answer href=#outline-{} data-map-answer={}:{} data-state={} aria-label=\"{}\">",
            to.id,
            node.id,
            exit.id,
            self.standing(edge),
            escape(exit.text.get(self.lang)),
        );
        for (class, picture) in self.forms {
            let line = picture.drawing.lines.get(edge).and_then(Option::as_ref);
            let label = line.and_then(|line| line.label);
            if let Some((rect, lines)) = label.zip(picture.labels.get(edge)) {
                let _ = write!(
                    svg,
                    "<g class=map__{class} transform=translate({},{})><rect x=-{} width={} height={} rx=11 />",
                    rect.centre().x,
                    rect.y,
                    rect.width - rect.width / 2,
                    rect.width,
                    rect.height,
                );
                text(lines, 2, false, svg);
                svg.push_str("</g>");
            }
        }
        svg.push_str("</a>");
    }
}

fn bands(class: &str, picture: &Picture, svg: &mut String) {
    let _ = write!(svg, "<g class=map__{class}>");
    for band in &picture.drawing.bands {
        let Rect {
            x,
            y,
            width,
            height,
        } = band.rect;
        let _ = write!(
            svg,
            "<rect class=map__lane x={x} y={y} width={width} height={height} rx=8 />"
        );
        if let Some((heading, lines)) = band.heading.zip(picture.headings.get(band.lane)) {
            for (y, line) in (heading.y + FONT..).step_by(LINE as usize).zip(lines) {
                let (x, line) = (heading.x, escape(line));
                let _ = write!(svg, "<text class=map__lane-name x={x} y={y}>{line}</text>");
            }
        }
    }
    svg.push_str("</g>");
}

/// A line with round corners and an arrow at its end.
fn path(line: &Line) -> String {
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
        (0, 0..) => "m-4-6 4 6 4-6",
        (0, _) => "m-4 6 4-6 4 6",
        _ => "m6-4-6 4 6 4",
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

fn box_of(node: &Node, number: usize, class: &str, picture: &Picture, svg: &mut String) {
    let drawing = &picture.drawing;
    let (Some(rect), Some(lines)) = (drawing.boxes.get(number), picture.boxes.get(number)) else {
        return;
    };
    let _ = write!(
        svg,
        "<g class=map__{class} transform=translate({},{})>",
        rect.centre().x,
        rect.y
    );
    shape(node.kind, *rect, svg);
    text(lines, PADDING, node.kind != NodeKind::Step, svg);
    svg.push_str("</g>");
}

/// The shape of a kind, around the middle of its upper edge.
fn shape(kind: NodeKind, rect: Rect, svg: &mut String) {
    let (half, height) = (rect.width / 2, rect.height);
    let left = rect.width - half;
    let _ = match kind {
        NodeKind::Question => write!(
            svg,
            "<path d=\"M-{l} {m}l{POINT}-{m}H{r}l{POINT} {m}-{POINT} {n}H-{r}z\"/>",
            l = left,
            r = half - POINT,
            m = height / 2,
            n = height - height / 2,
        ),
        NodeKind::Trouble => write!(
            svg,
            "<path d=\"M-{left} {CUT}l{CUT}-{CUT}H{half}V{b}l-{CUT} {CUT}H-{left}z\"/>",
            b = height - CUT,
        ),
        NodeKind::Step | NodeKind::Outcome => write!(
            svg,
            "<rect x=-{left} width={} height={height} rx={} />",
            rect.width,
            if kind == NodeKind::Outcome {
                (height / 2).min(26)
            } else {
                4
            },
        ),
    };
}

/// Lines in the middle; the first one may name the kind.
fn text(lines: &[String], padding: i32, names_kind: bool, svg: &mut String) {
    let _ = write!(svg, "<text y={}>", padding + FONT - LINE);
    for (number, line) in lines.iter().enumerate() {
        let class = match number == 0 && names_kind {
            true => " class=map__kind",
            false => "",
        };
        let _ = write!(svg, "<tspan x=0 dy={LINE}{class}>{}</tspan>", escape(line));
    }
    svg.push_str("</text>");
}
