//! Whatever a file holds, the parsers answer; they never panic and always point into the file.
#![allow(clippy::expect_used, reason = "a test stops at the first surprise")]

use std::sync::LazyLock;

use authoring::{Finding, Severity, Source, parse_content, parse_guide, parse_rule_set, sentence};
use guide::Lang;
use proptest::prelude::*;

const GUIDE: &str = include_str!("fixtures/guide.toml");
const RULES: &str = include_str!("fixtures/small-10.toml");
static SHIPPED: LazyLock<String> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/guide.toml");
    std::fs::read_to_string(path).expect("the guide is there")
});

/// Enough to find slips of the hand, few enough to run at every change.
const CASES: u32 = 64;

proptest! {
    // `PROPTEST_CASES` in the environment does not reach this number; edit it for a long hunt.
    #![proptest_config(ProptestConfig::with_cases(CASES))]

    #[test]
    fn any_text_is_answered(text in "\\PC*|(?s).*") {
        check_both(&text);
    }

    #[test]
    fn any_text_that_looks_like_a_file_is_answered(
        pieces in prop::collection::vec(piece(), 0..40)
    ) {
        check_both(&pieces.concat());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(CASES / 3))]

    #[test]
    fn a_damaged_file_is_answered(damages in prop::collection::vec(damage(), 1..6)) {
        check_both(&damaged(&SHIPPED, &damages));
        check_both(&damaged(GUIDE, &damages));
        check_both(&damaged(RULES, &damages));
    }
}

/// Beyond a few thousand nodes nobody writes guides; the time must still grow no faster than their number.
/// With work that grows with the square this test would take minutes.
#[test]
fn five_thousand_nodes_with_slips_are_read_at_once() {
    let mut text = GUIDE.replace("[[contact]]\n", "#MORE\n[[contact]]\n");
    let mut more = String::new();
    for n in 0..5_000 {
        more.push_str(&format!(
            "[[node]]\nid = \"n{n}\"\nsection = \"wy\"\nkind = \"step\"\ntitle.zh = \"步驟,{n}\"\nnext = \"m{n}\"\n"
        ));
    }
    text = text.replace("#MORE\n", &more);
    let findings = check(&text, |source| {
        let (guide, findings) = parse_guide(source);
        (guide.is_some(), findings)
    });
    assert_eq!(findings.len(), 3 * 5_000);
}

#[test]
fn one_long_line_of_slips_is_read_at_once() {
    let list = "1, ".repeat(20_000);
    check_both(&format!("format = 1\n[[node]]\ncontacts = [{list}]\n"));
    let keys = "a.".repeat(20_000);
    check_both(&format!("{keys} = 1\n[{keys}]"));
    check_both(&"[".repeat(20_000));
    check_both(&format!("a = {}", "[".repeat(20_000)));
    check_both(&format!("a = {}", "{a=".repeat(20_000)));
    let marks = "*_[`<".repeat(20_000);
    check_both(&GUIDE.replace("body.zh = \"說明\"", &format!("body.zh = '{marks}'")));
    check_both(&GUIDE.replace(
        "body.zh = \"說明\"",
        &format!("body.zh = \"{}\"", "> ".repeat(20_000)),
    ));
}

fn check_both(text: &str) {
    check(text, |source| {
        let (guide, findings) = parse_guide(source);
        (guide.is_some(), findings)
    });
    check(text, |source| {
        let (rule_set, findings) = parse_rule_set(source);
        (rule_set.is_some(), findings)
    });
    check(text, |source| {
        let rules = Source {
            name: "small-10.toml",
            text: RULES,
        };
        let (guide, mut findings) = parse_content(source, &[rules, source]);
        findings.retain(|f| f.file == source.name);
        (guide.is_some(), findings)
    });
}

fn check(text: &str, parse: fn(Source<'_>) -> (bool, Vec<Finding>)) -> Vec<Finding> {
    let source = Source {
        name: "x.toml",
        text,
    };
    let _ = source.kind();
    let (is_there, findings) = parse(source);
    let has_error = findings.iter().any(|f| f.severity == Severity::Error);
    assert!(!(is_there && has_error));
    let lines: Vec<_> = text.split('\n').collect();
    for finding in &findings {
        let line = lines
            .get(finding.line - 1)
            .expect("the line is in the file");
        assert!(finding.column >= 1 && finding.column <= line.chars().count() + 1);
        assert!(!sentence(finding, Lang::ZhHant).is_empty());
        assert!(!sentence(finding, Lang::En).is_empty());
    }
    findings
}

fn piece() -> impl Strategy<Value = String> {
    let words = [
        "[[node]]\n",
        "[node]\n",
        "[[node.answer]]\n",
        "[[row]]\n",
        "[screen]\n",
        "[screen.menu]\n",
        "[[screen]]\n",
        "[[requirement]]\n",
        "[",
        "]",
        "{",
        "}",
        "=",
        ".",
        ",",
        "\"",
        "\"\"\"",
        "'",
        "'''",
        "\n",
        "\r\n",
        " ",
        "#",
        "format = 1\n",
        "id = \"a\"\n",
        "id",
        "title",
        "zh",
        "en",
        "node",
        "to = \"a\"\n",
        "next = \"a\"\n",
        "kind = \"step\"\n",
        "kind = \"question\"\n",
        "at-least = ",
        "source-date = ",
        "2017-02-30",
        "2017-01-01",
        "1e309",
        "0x",
        "-",
        "nan",
        "true",
        "\u{feff}",
        "＝",
        "”",
        "**",
        "【",
        "[甲](http:",
        "<b>",
        "|-|",
    ];
    prop_oneof![
        8 => prop::sample::select(words.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ]
}

/// At a part of the file in thousandths, so many characters go and this text comes.
type Damage = (usize, usize, String);

fn damage() -> impl Strategy<Value = Damage> {
    (
        0_usize..1_000,
        0_usize..60,
        prop_oneof![Just(String::new()), piece()],
    )
}

fn damaged(text: &str, damages: &[Damage]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for (part, gone, come) in damages {
        let at = chars.len() * part / 1_000;
        let end = (at + gone).min(chars.len());
        chars.splice(at..end, come.chars());
    }
    chars.into_iter().collect()
}
