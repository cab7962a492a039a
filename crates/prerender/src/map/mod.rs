//! The map (流程圖) of a page: the geometry of one drawing in two forms, which the widget draws (`src/map`), and its style.
//!
//! All forms stand in the same markup, and the style sheet shows the one that fits: so every node is there once, with one name
//! and one state, whatever the width. A drawing is shown as large as it is, so its letters have one size everywhere;
//! where neither fits, the widget draws the narrow form, which follows the reader's own way.

mod name;
mod svg;
#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use flowchart::{EdgeKind, FlowProblem, NodeKind, Point, Rect};
use guide::edition::{Lane, Line, List, Map, Markup, NodeBox, TextBox};
use guide::picture::{self, FONT, Picture};
use guide::{Guide, Lang};
use learning_hours_guide::map::{NARROW, NARROW_TEXT};

use yew::AttrValue;

use crate::words::words;

/// The map of each language in both forms, in the order of [`Lang::ALL`]: laid out once, since it takes the most of a build.
pub(crate) struct Pictures([[Picture; 2]; 2]);

impl Pictures {
    pub(crate) fn of(guide: &Guide) -> Self {
        Self(Lang::ALL.map(|lang| Picture::both(guide, lang)))
    }

    fn get(&self, lang: Lang) -> &[Picture; 2] {
        let [zh, en] = &self.0;
        match lang {
            Lang::ZhHant => zh,
            Lang::En => en,
        }
    }
}

/// The drawing of the flow in both forms, as the program and the prerenderer draw it.
pub(crate) fn data(guide: &Guide, pictures: &Pictures, lang: Lang) -> Map {
    let words = words(lang);
    let pictures = pictures.get(lang);
    let boxes = guide.nodes.iter().enumerate();
    let lines = guide.flow.edges().iter().enumerate();
    let exits: Vec<_> = guide.nodes.iter().flat_map(|node| &node.exits).collect();
    Map {
        sizes: pictures.each_ref().map(|it| it.drawing.size),
        lanes: pictures.each_ref().map(lanes),
        groups: pictures.each_ref().map(|it| it.drawing.groups.clone()),
        lists: pictures.each_ref().map(lists),
        boxes: boxes
            .map(|(number, node)| NodeBox {
                name: name::name(guide, node, lang).into(),
                forms: pictures.each_ref().map(|it| {
                    let rect = it.drawing.boxes.get(number).copied();
                    boxed(rect, it.boxes.get(number))
                }),
                narrow: match node.kind {
                    NodeKind::Trouble => Vec::new(),
                    _ => narrow(node.short_title(lang), lang),
                },
            })
            .collect(),
        lines: lines
            .map(|(number, edge)| {
                let line = |it: &Picture| it.drawing.lines.get(number)?.clone();
                let path = |it| line(it).map_or_else(String::new, |line| svg::path(&line));
                let label = |it: &Picture| {
                    let rect = line(it)?.label?;
                    Some(boxed(Some(rect), it.labels.get(number)))
                };
                let [wide, compact] = pictures.each_ref().map(label);
                let text = (edge.kind == EdgeKind::Answer)
                    .then(|| exits.get(number))
                    .flatten();
                Line {
                    is_side: guide.flow.is_side(edge),
                    paths: pictures.each_ref().map(|it| path(it).into()),
                    label: wide.zip(compact).map(|(wide, compact)| [wide, compact]),
                    narrow: text.map_or_else(Vec::new, |exit| narrow(exit.text.get(lang), lang)),
                }
            })
            .collect(),
        too_small: Markup(["<span>", words.map_too_small, "</span>"].concat().into()),
        save: words.map_save.into(),
        show_troubles: words.map_show_troubles.into(),
        show_all: words.map_show_all.into(),
        more_troubles: words.map_more_troubles.into(),
        keys: words.map_keys.into(),
    }
}

fn lanes(picture: &Picture) -> Vec<Lane> {
    let bands = picture.drawing.bands.iter();
    bands
        .map(|band| Lane {
            rect: band.rect,
            heading: band.heading.map_or_else(Point::default, |it| Point {
                x: it.x,
                y: it.y + FONT,
            }),
            text: texts(picture.headings.get(band.lane)),
        })
        .collect()
}

fn lists(picture: &Picture) -> Vec<List> {
    let lists = picture.drawing.lists.iter();
    lists
        .map(|list| List {
            badge: list.badge,
            nodes: list.nodes.clone(),
        })
        .collect()
}

/// The lines of a text in a narrow window.
fn narrow(text: &str, lang: Lang) -> Vec<AttrValue> {
    let lines = picture::lines(text, NARROW_TEXT, lang);
    lines.into_iter().map(AttrValue::from).collect()
}

/// A box or a label with the lines of its text.
fn boxed(rect: Option<Rect>, lines: Option<&Vec<String>>) -> TextBox {
    TextBox {
        rect: rect.unwrap_or_default(),
        text: texts(lines),
    }
}

fn texts(lines: Option<&Vec<String>>) -> Vec<AttrValue> {
    let lines = lines.into_iter().flatten();
    lines.map(|line| line.clone().into()).collect()
}

/// The room that a sheet of A4 or Letter has for a drawing beside its title and the troubles, in pixels: landscape, then portrait.
const PAPER: [(i32, i32); 2] = [(945, 548), (690, 790)];

/// The style of all maps: which form is shown at which width. Both languages stand in every page, since the language may change in
/// place and the policy allows only this style.
pub(crate) fn style(pictures: &Pictures) -> String {
    let mut style = String::from("@layer components{");
    for lang in Lang::ALL {
        let pictures = pictures.get(lang);
        let map = format!(".map:lang({})", lang.tag());
        let [wide, compact] = pictures.each_ref().map(|it| it.drawing.size);
        let shown = |form| format!("{map} :is(.map__{form},.map__{form}>*){{display:inline}}");
        let _ = write!(
            style,
            "@media screen{{\
             @container map (width>={w}px){{{map} .map__drawing{{inline-size:{w}px;block-size:{wh}px}}{wide_shown}}}\
             @container map ({c}px<=width<{w}px){{{map} .map__drawing{{inline-size:{c}px;block-size:{ch}px}}{compact_shown}}}\
             @container map (width<{c}px){{\
             {map} .map__drawing{{inline-size:{NARROW}px}}{narrow_shown}\
             {map} .map__away{{display:none}}{map} .map__all{{display:inline-block}}}}\
             @container map (width<{NARROW}px){{{map} .map__drawing{{display:none}}{map} .map__small{{display:block}}}}}}",
            w = wide.width,
            wh = wide.height,
            c = compact.width,
            ch = compact.height,
            wide_shown = shown("wide"),
            compact_shown = shown("compact"),
            narrow_shown = shown("narrow"),
        );
        let sheets = ["wide", "compact"]
            .into_iter()
            .zip([wide, compact])
            .zip(PAPER);
        for (((form, size), (width, height)), turn) in sheets.zip(["landscape", "portrait"]) {
            let scale = f64::min(
                f64::from(width) / f64::from(size.width),
                f64::from(height) / f64::from(size.height),
            );
            let scale = scale.min(1.0);
            let _ = write!(
                style,
                "@media print and (orientation:{turn}){{\
                 {map} .map__drawing{{inline-size:{w}px;block-size:{h}px;zoom:{scale:.4}}}{shown}}}",
                w = size.width,
                h = size.height,
                shown = shown(form),
            );
        }
    }
    style.push('}');
    style
}

/// The style that marks steps which cannot be reached (走不到) or never lead out (走不出去); only a draft has some.
pub(crate) fn marks(guide: &Guide) -> String {
    let problems = guide.flow.check();
    let ids: Vec<_> = problems
        .iter()
        .filter_map(|problem| match problem {
            FlowProblem::Unreachable { node } | FlowProblem::NoWayOut { node } => {
                let id = &guide.nodes.get(node.0)?.id;
                Some(format!("[data-map-node={id}]"))
            }
            _ => None,
        })
        .collect();
    if ids.is_empty() {
        return String::new();
    }
    let ids = ids.join(",");
    format!(
        "@layer components{{.map .map__node:is({ids}) rect:not(.map__press){{stroke:var(--color-warning);stroke-width:3px;stroke-dasharray:8 4}}}}"
    )
}
