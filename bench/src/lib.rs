//! A flow to measure the layout with, read from lines that `site.mjs` writes.

#[cfg(target_arch = "wasm32")]
mod wasm;

use flowchart::{Drawing, Edge, EdgeKind, Flow, NodeIx, NodeKind, Parts, Size};

/// A flow with the sizes of what is drawn of it.
pub struct Sample {
    flow: Flow,
    parts: Parts,
}

impl Sample {
    /// Reads `node step 104 48 0` (kind, width, height, lane or `-`) and `edge 0 1 answer 54` (ends, kind, width of the label or `-`).
    ///
    /// # Panics
    /// If a line is not of these forms: then there is nothing to measure.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let (mut kinds, mut edges, mut parts) = (Vec::new(), Vec::new(), Parts::default());
        for line in text.lines() {
            match *line.split(' ').collect::<Vec<_>>() {
                ["node", kind, width, height, lane] => {
                    kinds.push(match kind {
                        "question" => NodeKind::Question,
                        "trouble" => NodeKind::Trouble,
                        "outcome" => NodeKind::Outcome,
                        _ => NodeKind::Step,
                    });
                    parts.boxes.push(size(width, height));
                    parts.lanes.push(lane.parse().ok());
                }
                ["edge", from, to, kind, label] => {
                    edges.push(Edge {
                        from: NodeIx(from.parse().expect("the index of a node")),
                        to: NodeIx(to.parse().expect("the index of a node")),
                        kind: match kind {
                            "answer" => EdgeKind::Answer,
                            "trouble" => EdgeKind::Trouble,
                            _ => EdgeKind::Next,
                        },
                    });
                    parts.labels.push((label != "-").then(|| size(label, "22")));
                }
                _ => panic!("neither a node nor an edge: {line}"),
            }
        }
        let lanes = parts
            .lanes
            .iter()
            .flatten()
            .max()
            .map_or(0, |last| last + 1);
        parts.headings = vec![size("120", "24"); lanes];
        Self {
            flow: Flow::new(kinds, edges, NodeIx(0)),
            parts,
        }
    }

    /// Draws it as the page does.
    #[must_use]
    pub fn layout(&self) -> Drawing {
        self.flow.layout(&self.parts)
    }
}

fn size(width: &str, height: &str) -> Size {
    Size {
        width: width.parse().expect("a width"),
        height: height.parse().expect("a height"),
    }
}
