//! The map (流程圖) of a page: one drawing in two forms, each node once, each node and each answer a link into the outline.
//!
//! Both forms stand in the same markup, and the style sheet shows the one that fits: so every node is there once, with one name
//! and one state, whatever the width.

mod name;
mod picture;
mod svg;

use std::fmt::Write as _;

use flowchart::Rect;
use guide::{Guide, Lang, PageBox, PageBoxes, PageLane, PageLine, PageMap};

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

/// The drawing of the flow, as the program and the prerenderer draw it.
pub(crate) fn data(guide: &Guide, pictures: &Pictures, lang: Lang) -> PageMap {
    let words = words(lang);
    let pictures = pictures.get(lang);
    let boxed = |rect: Rect, lines: &[String]| PageBox {
        place: (rect.centre().x, rect.y, rect.width, rect.height),
        text: lines.iter().map(|line| line.clone().into()).collect(),
    };
    let empty = Rect {
        x: 0,
        y: 0,
        width: 0,
        height: 0,
    };
    let edges = guide.flow.edges().iter().enumerate();
    let exits = guide.nodes.iter().flat_map(|node| &node.exits);
    PageMap {
        size: [0, 1].map(|form| {
            (
                pictures[form].drawing.size.width,
                pictures[form].drawing.size.height,
            )
        }),
        lanes: [0, 1].map(|form| {
            let picture = &pictures[form];
            picture
                .drawing
                .bands
                .iter()
                .map(|band| PageLane {
                    place: (band.rect.x, band.rect.y, band.rect.width, band.rect.height),
                    heading: band
                        .heading
                        .map_or((0, 0), |heading| (heading.x, heading.y + picture::FONT)),
                    text: picture
                        .headings
                        .get(band.lane)
                        .into_iter()
                        .flatten()
                        .map(|line| line.clone().into())
                        .collect(),
                })
                .collect()
        }),
        boxes: guide
            .nodes
            .iter()
            .enumerate()
            .map(|(number, node)| PageBoxes {
                name: name::name(guide, node, lang).into(),
                forms: [0, 1].map(|form| {
                    let picture = &pictures[form];
                    boxed(
                        picture.drawing.boxes.get(number).copied().unwrap_or(empty),
                        &picture.boxes[number],
                    )
                }),
            })
            .collect(),
        lines: edges
            .zip(exits)
            .map(|((number, edge), _)| {
                let line = |form: usize| {
                    pictures[form]
                        .drawing
                        .lines
                        .get(number)
                        .and_then(Option::as_ref)
                };
                PageLine {
                    side: guide.flow.is_side(edge),
                    paths: [0, 1].map(|form| line(form).map_or_else(String::new, svg::path).into()),
                    label: (edge.kind == flowchart::EdgeKind::Answer).then(|| {
                        [0, 1].map(|form| {
                            boxed(
                                line(form).and_then(|line| line.label).unwrap_or(empty),
                                &pictures[form].labels[number],
                            )
                        })
                    }),
                }
            })
            .collect(),
        small: words.map_too_small.into(),
        save: words.map_save.into(),
        keys: words.map_keys.into(),
    }
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
