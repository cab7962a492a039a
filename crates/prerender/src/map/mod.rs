//! The map (流程圖) of a page: the geometry of one drawing in two forms, which the widget draws (`src/map`), and its style.
//!
//! Both forms stand in the same markup, and the style sheet shows the one that fits: so every node is there once, with one name
//! and one state, whatever the width.

mod name;
mod picture;
mod svg;

use std::fmt::Write as _;

use flowchart::{EdgeKind, Point, Rect};
use guide::edition::{Lane, Line, Map, Markup, NodeBox, TextBox};
use guide::{Guide, Lang};

use yew::AttrValue;

use crate::words::words;
use picture::Picture;

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
    Map {
        sizes: pictures.each_ref().map(|it| it.drawing.size),
        lanes: pictures.each_ref().map(lanes),
        boxes: boxes
            .map(|(number, node)| NodeBox {
                name: name::name(guide, node, lang).into(),
                forms: pictures.each_ref().map(|it| {
                    let rect = it.drawing.boxes.get(number).copied();
                    boxed(rect, it.boxes.get(number))
                }),
            })
            .collect(),
        lines: lines
            .map(|(number, edge)| {
                let line = |it: &Picture| it.drawing.lines.get(number)?.clone();
                let path = |it| line(it).map_or_else(String::new, |line| svg::path(&line));
                let label = |it: &Picture| {
                    let rect = line(it).and_then(|line| line.label);
                    boxed(rect, it.labels.get(number))
                };
                Line {
                    is_side: guide.flow.is_side(edge),
                    paths: pictures.each_ref().map(|it| path(it).into()),
                    label: (edge.kind == EdgeKind::Answer).then(|| pictures.each_ref().map(label)),
                }
            })
            .collect(),
        too_small: Markup(["<span>", words.map_too_small, "</span>"].concat().into()),
        save: words.map_save.into(),
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
                y: it.y + picture::FONT,
            }),
            text: texts(picture.headings.get(band.lane)),
        })
        .collect()
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

/// The style of all maps: which form is shown at which width. Both languages stand in every page, since the language may change in
/// place and the policy allows only this style.
pub(crate) fn style(pictures: &Pictures) -> String {
    let mut style = String::from("@layer components{");
    for lang in Lang::ALL {
        let [wide, narrow] = pictures.get(lang);
        let (wide, narrow) = (wide.drawing.size, narrow.drawing.size);
        let map = format!(".map:lang({})", lang.tag());
        let most = wide.width + wide.width / 4;
        let narrow_most = narrow.width + narrow.width / 6;
        let share = f64::from(wide.width) / f64::from(narrow.width) * 100.0;
        let _ = write!(
            style,
            "{map} .map__frame{{max-inline-size:{most}px}}\
             @media screen{{@container map (width<{w}px){{\
             {map} .map__frame{{max-inline-size:{narrow_most}px}}\
             {map} .map__drawing{{inline-size:{share:.3}%;aspect-ratio:{w}/{h}}}\
             {map} :is(.map__wide,.map__wide>*){{display:none}}\
             {map} :is(.map__narrow,.map__narrow>*){{display:inline}}}}\
             @container map (width<{least}px){{\
             {map} .map__frame{{display:none}}\
             {map} .map__small{{display:block}}}}}}",
            w = wide.width,
            least = narrow.width,
            h = narrow.height,
        );
    }
    style.push('}');
    style
}
