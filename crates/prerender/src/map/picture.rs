//! The two forms of the map: texts broken into lines, sizes from the lines, places from the layout.

use flowchart::{Drawing, EdgeKind, NodeIx, NodeKind, Parts, Size, break_lines, text_width};
use guide::{Guide, Lang, Node, Text};
use learning_hours_guide::map::{FONT, LINE, measure};

use super::name;

/// Between the text of a box and its upper and lower edge.
const PADDING: i32 = 3;
/// Between the text of a box and its sides.
const BESIDE: i32 = 9;
/// The least height of a box.
const LEAST: i32 = 40;
/// The box of a trouble in an open list.
const ROW: Size = Size {
    width: 240,
    height: 44,
};

/// One form of the map.
pub(super) struct Picture {
    pub(super) drawing: Drawing,
    /// The lines of each node's box.
    pub(super) boxes: Vec<Vec<String>>,
    /// The lines of each edge's label.
    pub(super) labels: Vec<Vec<String>>,
    /// The lines of each lane's heading.
    pub(super) headings: Vec<Vec<String>>,
}

/// How wide things may be in one form.
struct Widths {
    /// The whole drawing, where less would do.
    room: i32,
    /// The box of a node.
    node: i32,
    /// The text of an answer, and of a lane's heading.
    label: i32,
    heading: i32,
}

/// For a window of 1280 pixels.
const WIDE: Widths = Widths {
    room: 1144,
    node: 200,
    label: 320,
    heading: 150,
};
/// From 700 pixels on.
const COMPACT: Widths = Widths {
    room: 668,
    node: 128,
    label: 90,
    heading: 76,
};

impl Picture {
    /// The wide and the compact form.
    pub(super) fn both(guide: &Guide, lang: Lang) -> [Self; 2] {
        [WIDE, COMPACT].map(|widths| Self::new(guide, lang, &widths))
    }

    fn new(guide: &Guide, lang: Lang, widths: &Widths) -> Self {
        let boxes: Vec<_> = (guide.nodes.iter())
            .map(|node| box_lines(node, lang, widths.node))
            .collect();
        let exits = guide.nodes.iter().flat_map(|node| &node.exits);
        let labels: Vec<Vec<String>> = exits
            .map(|exit| match exit.kind {
                EdgeKind::Answer => self::lines(exit.text.get(lang), widths.label, lang),
                _ => Vec::new(),
            })
            .collect();
        let lanes: Vec<&Text> = (guide.sections.iter())
            .map(|section| &section.lane)
            .filter(|lane| !lane.get(lang).is_empty())
            .collect();
        let lane_of = |node: &Node| {
            let lane = &guide.sections.get(node.section)?.lane;
            lanes.iter().position(|other| std::ptr::eq(*other, lane))
        };
        let headings: Vec<_> = (lanes.iter())
            .map(|lane| break_lines(lane.get(lang), widths.heading, FONT, text_width))
            .collect();
        // All boxes are of one size.
        let is_trouble = |node: &Node| node.kind == NodeKind::Trouble;
        let shown = guide
            .nodes
            .iter()
            .zip(&boxes)
            .filter(|(node, _)| !is_trouble(node));
        let tallest = shown.map(|(_, lines)| height(lines) + 2 * PADDING).max();
        let size = Size {
            width: widths.node,
            height: tallest.unwrap_or(0).max(LEAST),
        };
        let parts = Parts {
            boxes: (guide.nodes.iter())
                .map(|node| if is_trouble(node) { ROW } else { size })
                .collect(),
            labels: labels.iter().map(|lines| label_size(lines, lang)).collect(),
            lanes: guide.nodes.iter().map(lane_of).collect(),
            headings: headings.iter().map(|lines| heading_size(lines)).collect(),
            room: widths.room,
        };
        let drawing = guide.flow.layout(&parts);
        let mut boxes = boxes;
        for (number, lines) in boxes.iter_mut().enumerate() {
            let is_listed = drawing
                .lists
                .iter()
                .any(|list| list.nodes.contains(&NodeIx(number)));
            if guide.nodes.get(number).is_some_and(is_trouble) && !is_listed {
                lines.clear();
            }
        }
        Self {
            drawing,
            boxes,
            labels,
            headings,
        }
    }
}

fn box_lines(node: &Node, lang: Lang, width: i32) -> Vec<String> {
    let width = match node.kind {
        NodeKind::Trouble => ROW.width,
        NodeKind::Question | NodeKind::Outcome => width - 8,
        NodeKind::Step => width,
    };
    lines(name::short(node, lang), width - 2 * BESIDE, lang)
}

/// The lines of a text that fit this width.
pub(super) fn lines(text: &str, width: i32, lang: Lang) -> Vec<String> {
    break_lines(text, width, FONT, measure(lang))
}

fn height(lines: &[String]) -> i32 {
    i32::try_from(lines.len()).unwrap_or(i32::MAX / LINE) * LINE
}

fn heading_size(lines: &[String]) -> Size {
    // Headings are bold.
    let widths = lines
        .iter()
        .map(|line| text_width(line.trim_end(), FONT + 1));
    Size {
        width: widths.max().unwrap_or(0),
        height: height(lines),
    }
}

fn label_size(lines: &[String], lang: Lang) -> Option<Size> {
    let widest = lines
        .iter()
        .map(|line| measure(lang)(line.trim_end(), FONT))
        .max()?;
    Some(Size {
        width: widest + widest / 12 + 20,
        height: height(lines) + 6,
    })
}

#[cfg(test)]
mod tests {
    use authoring::{Content, Source, parse_content};
    use hours::Date;

    use super::*;

    /// The small guide of the snapshots with this text everywhere on its map.
    fn guide(text: &str) -> Guide {
        let source = |name, text| Source { name, text };
        let guide = include_str!("../../../../tests/prerender/content/guide.toml");
        let rules = include_str!("../../../../tests/prerender/content/small.toml");
        let rules = [source("small.toml", rules)];
        let calendar = include_str!("../../../../tests/prerender/content/calendar.toml");
        let content = Content {
            guide: source("guide.toml", guide),
            rules: &rules,
            calendar: source("calendar.toml", calendar),
            categories: None,
        };
        let today = Date::new(2026, 6, 1).unwrap();
        let (guide, findings) = parse_content(content, today);
        let mut guide = guide.unwrap_or_else(|| panic!("{findings:?}"));
        let text = Text {
            zh: text.to_owned(),
            en: text.to_owned(),
        };
        for node in &mut guide.nodes {
            node.title = text.clone();
            node.exits
                .iter_mut()
                .for_each(|exit| exit.text = text.clone());
        }
        for section in &mut guide.sections {
            section.lane = text.clone();
        }
        guide
    }

    #[test]
    fn texts_of_any_kind_stay_within_their_boxes_and_boxes_within_the_drawing() {
        let check = |text: &str| {
            let guide = guide(text);
            for lang in Lang::ALL {
                for picture in Picture::both(&guide, lang) {
                    let whole = picture.drawing.size;
                    let labels = (picture.drawing.lines.iter().zip(&picture.labels))
                        .filter_map(|(line, lines)| Some((line.as_ref()?.label?, lines)));
                    let boxes = picture.drawing.boxes.iter().copied().zip(&picture.boxes);
                    for (rect, lines) in boxes.chain(labels) {
                        assert!(rect.x >= 0 && rect.right() <= whole.width, "{text}");
                        assert!(rect.y >= 0 && rect.bottom() <= whole.height, "{text}");
                        for line in lines {
                            assert!(
                                text_width(line.trim_end(), FONT) <= rect.width,
                                "{line} of {text}"
                            );
                        }
                    }
                }
            }
        };
        check("有嗎？");
        check(&"長".repeat(200));
        check(&"Donaudampfschifffahrtsgesellschaft ".repeat(6));
        check(&"m".repeat(200));
        check("👩‍🎓🎉 好了嗎 👍🏽");
        check("هل لديك بطاقة؟ שלום");
        check("a");
    }
}
