//! What the page sees of a sample: plain numbers for the other programs, and one function that draws it.

use flowchart::Size;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Sample, WIDE};

#[wasm_bindgen(js_name = Sample)]
#[derive(Debug)]
pub struct Plain(Sample);

#[wasm_bindgen(js_class = Sample)]
impl Plain {
    #[wasm_bindgen(constructor)]
    pub fn new(name: &str) -> Self {
        Self(Sample::named(name))
    }

    /// Width and height of each node in turn.
    pub fn boxes(&self) -> Vec<i32> {
        self.0.parts.boxes.iter().copied().flat_map(pair).collect()
    }

    /// Both ends of each edge in turn.
    pub fn edges(&self) -> Vec<usize> {
        let edges = self.0.flow.edges().iter();
        edges.flat_map(|edge| [edge.from, edge.to]).collect()
    }

    /// Width and height of each edge's label in turn, zero where it has none.
    pub fn labels(&self) -> Vec<i32> {
        let labels = self.0.parts.labels.iter();
        labels
            .flat_map(|label| pair(label.unwrap_or_default()))
            .collect()
    }

    /// Draws it and answers the height, so that nothing of the work can be left out.
    pub fn layout(&self) -> i32 {
        self.0.layout(WIDE).size.height
    }
}

fn pair(size: Size) -> [i32; 2] {
    [size.width, size.height]
}
