//! The two forms of the map (流程圖): texts broken into lines, sizes from the lines, places from the layout.
//!
//! The prerenderer writes them into a page, and the check of the content asks whether the wide one fits a window.

use std::cell::RefCell;
use std::collections::VecDeque;

use flowchart::{
    Drawing, EdgeKind, Flow, NodeIx, NodeKind, Parts, Size, break_lines, spaced_width, text_width,
};

use crate::{Guide, Lang, Node, Text};

/// The size of the letters: a drawing is never shown smaller than it is.
pub const FONT: i32 = 14;
/// The distance of lines of text.
pub const LINE: i32 = 17;

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Where everything stands.
    pub drawing: Drawing,
    /// The lines of each node's box.
    pub boxes: Vec<Vec<String>>,
    /// The lines of each edge's label.
    pub labels: Vec<Vec<String>>,
    /// The lines of each lane's heading.
    pub headings: Vec<Vec<String>>,
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

/// The room that a window of 1280 × 800 pixels leaves the map below the header and the map's heading, beside the scroll bar.
const WINDOW: Size = Size {
    width: 1200,
    height: 680,
};

thread_local! {
    /// The last drawings with what they were made of.
    static DRAWN: RefCell<VecDeque<(Flow, Parts, Drawing)>> = const { RefCell::new(VecDeque::new()) };
}

/// Two forms in two languages, before and after a change.
const MOST_DRAWN: usize = 8;

/// The layout of a flow; one that was made before is taken again.
///
/// It is most of the work of a page, and needed by the check and by every form of the page. In the studio it changes only where
/// steps or lines of text come or go, and not with each key.
fn drawn(flow: &Flow, parts: Parts) -> Drawing {
    DRAWN.with_borrow_mut(|drawn| {
        let known = drawn
            .iter()
            .find(|(of, with, _)| of == flow && *with == parts);
        if let Some((.., drawing)) = known {
            return drawing.clone();
        }
        let drawing = flow.layout(&parts);
        drawn.truncate(MOST_DRAWN - 1);
        drawn.push_front((flow.clone(), parts, drawing.clone()));
        drawing
    })
}

impl Picture {
    /// Whether the whole is in sight in one window of an office PC.
    #[must_use]
    pub fn fits_window(&self) -> bool {
        let Size { width, height } = self.drawing.size;
        width <= WINDOW.width && height <= WINDOW.height
    }

    /// The wide form of a guide's map.
    #[must_use]
    pub fn wide(guide: &Guide, lang: Lang) -> Self {
        Self::new(guide, lang, &WIDE)
    }

    /// The wide and the compact form of a guide's map.
    #[must_use]
    pub fn both(guide: &Guide, lang: Lang) -> [Self; 2] {
        [Self::wide(guide, lang), Self::new(guide, lang, &COMPACT)]
    }

    fn new(guide: &Guide, lang: Lang, widths: &Widths) -> Self {
        let boxes: Vec<_> = (guide.nodes.iter())
            .map(|node| box_lines(node, lang, widths.node))
            .collect();
        let exits = guide.nodes.iter().flat_map(|node| &node.exits);
        let labels: Vec<Vec<String>> = exits
            .map(|exit| match exit.kind {
                EdgeKind::Answer => lines(exit.text.get(lang), widths.label, lang),
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
        let drawing = drawn(&guide.flow, parts);
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
    lines(node.short_title(lang), width - 2 * BESIDE, lang)
}

/// Measures a line in letters of a size; English has room for readers who space their letters.
#[must_use]
pub fn measure(lang: Lang) -> fn(&str, i32) -> i32 {
    match lang {
        Lang::ZhHant => text_width,
        Lang::En => spaced_width,
    }
}

/// The lines of a text that fit this width.
#[must_use]
pub fn lines(text: &str, width: i32, lang: Lang) -> Vec<String> {
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
