//! How long it takes to read pasted text, in throughput and time.
//!
//! `cargo bench -p interchange`. The budget is 200 µs for a page of 10 kB.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use interchange::{MAX_UNITS, read};

#[path = "../tests/portal/mod.rs"]
#[allow(dead_code, reason = "only the labels are of use here")]
mod portal;

const PAGE: &str = include_str!("../fuzz/corpus/read/page-of-the-portal.txt");

fn main() {
    divan::main();
}

/// The table among menus and lists of courses, of so many bytes.
#[divan::bench(args = [1_000, 10_000, 100_000])]
fn a_page(bencher: Bencher<'_, '_>, bytes: usize) {
    let course = "2026/11/23\t環境教育與永續發展（進階）\t某某大學\tA000000000\t數位\t2 小時\n";
    let mut text = String::from(PAGE);
    while text.len() < bytes {
        text += course;
    }
    bench(bencher, text);
}

/// Words without a label, as long as a text may be.
#[divan::bench]
fn a_full_text_of_noise(bencher: Bencher<'_, '_>) {
    let noise = "性別主流化 課程 123, 環境 (王小明)\t總學習\n";
    bench(bencher, noise.repeat(MAX_UNITS / noise.chars().count() - 1));
}

/// Labels upon labels, as long as a text may be.
#[divan::bench]
fn a_full_text_of_labels(bencher: Bencher<'_, '_>) {
    let row = "環境教育(4小時)\t3\n";
    bench(bencher, row.repeat(MAX_UNITS / row.chars().count() - 1));
}

/// A saved page of five megabytes, most of it markup.
#[divan::bench]
fn a_page_of_five_megabytes(bencher: Bencher<'_, '_>) {
    let row = "<tr class='row' data-x='1 > 2'><td style='color: red'><span>環境教育</span>(4小時)</td><td>&nbsp;3</td></tr>\n<!-- a comment -->";
    let script = "<script>const rows = [1, 2, 3].map(row => `<td>${row}</td>`);</script>\n";
    let page = [row.repeat(10_000), script.repeat(50_000)].concat();
    bench(bencher, format!("<!doctype html><table>{page}</table>"));
}

/// A text that is refused at once.
#[divan::bench]
fn five_megabytes(bencher: Bencher<'_, '_>) {
    bench(bencher, "9".repeat(5_000_000));
}

fn bench(bencher: Bencher<'_, '_>, text: String) {
    let labels = portal::labels();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| read(black_box(&text), black_box(&labels)));
}
