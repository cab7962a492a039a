//! How long it takes to read pasted text, in throughput and time.
//!
//! `cargo bench -p interchange`. The budget is 200 µs for a page of 10 kB.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use hours::PortalRow;
use interchange::{Labels, MAX_BYTES, read};

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
fn a_megabyte_of_noise(bencher: Bencher<'_, '_>) {
    let noise = "性別主流化 課程 123, 環境 (王小明)\t總學習\n";
    bench(bencher, noise.repeat(MAX_BYTES / noise.len()));
}

/// Labels upon labels, as long as a text may be.
#[divan::bench]
fn a_megabyte_of_labels(bencher: Bencher<'_, '_>) {
    let row = "環境教育(4小時)\t3\n";
    bench(bencher, row.repeat(MAX_BYTES / row.len()));
}

/// A text that is refused at once.
#[divan::bench]
fn five_megabytes(bencher: Bencher<'_, '_>) {
    bench(bencher, "9".repeat(5_000_000));
}

fn bench(bencher: Bencher<'_, '_>, text: String) {
    let mut labels = Labels::default();
    for (row, spelling) in SPELLINGS {
        labels.add(row, spelling);
    }
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| read(black_box(&text), black_box(&labels)));
}

const SPELLINGS: [(PortalRow, &str); 15] = [
    (PortalRow::Total, "總學習時數"),
    (PortalRow::Total, "通通總學習時數"),
    (PortalRow::Digital, "數位課程總學習時數"),
    (PortalRow::InPerson, "實體課程總學習時數"),
    (PortalRow::Blended, "混成課程總學習時數"),
    (PortalRow::OfficialLeave, "自行申請公假學習總時數"),
    (PortalRow::BusinessRelated, "與業務相關總學習時數"),
    (PortalRow::GenderBasic, "性別主流化基礎課程 總學習總時數"),
    (PortalRow::GenderBasic, "性別主流化基礎課程總學習時數"),
    (PortalRow::GenderAdvanced, "性別主流化進階課程 總學習總時數"),
    (PortalRow::GenderAdvanced, "性別主流化進階課程總學習時數"),
    (PortalRow::Mandatory, "每年必須完成之課程總學習時數"),
    (PortalRow::Policy, "當前政府重大政策"),
    (PortalRow::Environment, "環境教育"),
    (
        PortalRow::Governance,
        "性別主流化廉政與服務倫理人權教育行政中立多元族群文化公民參與",
    ),
];
