//! Flows to measure the layout with: one as the manual has it, and generated ones of any length, the same on every machine.

#[cfg(target_arch = "wasm32")]
mod browser;
mod generated;
mod manual;

use flowchart::{Drawing, EdgeKind, Flow, Form, Parts, Size};

/// The form with lanes, as it is measured; two columns are what a page has room for.
pub const WIDE: Form = Form::Wide { columns: 2 };

const HEADING: Size = Size {
    width: 120,
    height: 24,
};

/// A flow with the sizes of what is drawn of it.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Nodes and edges.
    pub flow: Flow,
    /// Sizes and lanes.
    pub parts: Parts,
}

impl Sample {
    /// A generated flow of so many nodes where the name is a number, else the manual's.
    #[must_use]
    pub fn named(name: &str) -> Self {
        name.parse()
            .map_or_else(|_| manual::manual(), generated::generated)
    }

    /// Draws it.
    #[must_use]
    pub fn layout(&self, form: Form) -> Drawing {
        self.flow.layout(&self.parts, form)
    }

    /// Three lanes, boxes of a title's size, and a label on every answer.
    fn new(flow: Flow, lanes: Vec<Option<usize>>) -> Self {
        let mut numbers = Numbers::default();
        let mut size = |width, height| Size {
            width: width + 8 * numbers.below(5),
            height: height + 12 * numbers.below(3),
        };
        let boxes = flow.kinds().iter().map(|_| size(104, 48)).collect();
        let labels = flow.edges().iter().map(|edge| {
            (edge.kind == EdgeKind::Answer).then(|| Size {
                height: 22,
                ..size(54, 0)
            })
        });
        let parts = Parts {
            boxes,
            labels: labels.collect(),
            lanes,
            headings: vec![HEADING; 3],
        };
        Self { flow, parts }
    }
}

/// Numbers that look like chance and are the same in every run.
#[derive(Debug, Default)]
pub struct Numbers(u32);

impl Numbers {
    /// From 0 up to, but without, this limit.
    pub fn below(&mut self, limit: u16) -> i32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        // The upper bits of such a number are its good ones.
        let upper = self.0 >> 16;
        i32::try_from(upper % u32::from(limit.max(1))).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_a_sound_flow_of_its_size() {
        #[track_caller]
        fn check(name: &str, nodes: usize) {
            let Sample { flow, parts } = Sample::named(name);
            assert_eq!(flow.check(), [], "{name}");
            assert_eq!(flow.kinds().len(), nodes);
            assert_eq!(parts.boxes.len(), nodes);
            assert_eq!(parts.lanes.len(), nodes);
            assert_eq!(parts.labels.len(), flow.edges().len());
        }
        check("manual", 27);
        check("1", 1);
        check("20", 20);
        check("100", 100);
        check("1000", 1_000);
    }
}
