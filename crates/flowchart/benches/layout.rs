//! How long it takes to lay a flow out: the manual's, and generated ones of up to 1,000 nodes.
//!
//! `cargo bench -p flowchart`. The budget is 1 ms for the manual's and 50 ms for 1,000 nodes, and from 100 to 1,000 nodes
//! the time grows no faster than n log n; `cargo xtask bench` checks it.

use divan::{Bencher, black_box};
use flowchart::Form;
use layout_bench::{Sample, WIDE};

const FLOWS: [&str; 5] = ["manual", "100", "250", "500", "1000"];

fn main() {
    divan::main();
}

#[divan::bench(args = FLOWS)]
fn wide(bencher: Bencher<'_, '_>, name: &str) {
    let sample = Sample::named(name);
    bencher.bench(|| black_box(&sample).layout(WIDE));
}

#[divan::bench(args = FLOWS)]
fn narrow(bencher: Bencher<'_, '_>, name: &str) {
    let sample = Sample::named(name);
    bencher.bench(|| black_box(&sample).layout(Form::Narrow));
}
