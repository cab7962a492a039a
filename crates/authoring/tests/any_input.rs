//! Whatever a file holds, the parsers answer; they never panic and always point into the file.
#![allow(clippy::expect_used, reason = "a test stops at the first surprise")]

use std::sync::LazyLock;

use authoring::{
    Code, Content, Finding, Severity, Source, parse_calendar, parse_categories, parse_content,
    parse_guide, parse_rule_set, sentence,
};
use guide::Lang;
use hours::Date;
use proptest::prelude::*;

const GUIDE: &str = include_str!("fixtures/guide.toml");
const RULES: &str = include_str!("fixtures/small-10.toml");
const TREE: &str = include_str!("fixtures/tree-20.toml");
const CALENDAR: &str = include_str!("fixtures/calendar.toml");
const CATEGORIES: &str = include_str!("fixtures/categories.toml");
static SHIPPED: LazyLock<String> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/guide.toml");
    std::fs::read_to_string(path).expect("the guide is there")
});

/// So many times fewer cases than usual: enough to find slips of the hand, few enough to run at every change.
fn cases_by(fewer: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig {
        cases: usual.cases / fewer,
        ..usual
    }
}

proptest! {
    #![proptest_config(cases_by(4))]

    #[test]
    fn any_text_is_answered(text in "\\PC*|(?s).*") {
        check_all(&text);
    }

    #[test]
    fn any_text_that_looks_like_a_file_is_answered(
        pieces in prop::collection::vec(piece(), 0..40)
    ) {
        check_all(&pieces.concat());
    }
}

proptest! {
    #![proptest_config(cases_by(12))]

    #[test]
    fn a_damaged_file_is_answered(damages in prop::collection::vec(damage(), 1..6)) {
        check_all(&damaged(&SHIPPED, &damages));
        check_all(&damaged(GUIDE, &damages));
        check_all(&damaged(RULES, &damages));
        check_all(&damaged(TREE, &damages));
        check_all(&damaged(CALENDAR, &damages));
        check_all(&damaged(CATEGORIES, &damages));
    }

    #[test]
    fn parts_that_go_round_in_a_circle_are_found(
        wholes in prop::collection::vec(prop::option::of(0_usize..12), 1..12)
    ) {
        let wholes: Vec<_> = wholes.iter().map(|w| w.filter(|w| *w < wholes.len())).collect();
        // Whoever has more steps up than there are requirements goes round.
        let has_circle = (0..wholes.len()).any(|start| {
            let up = |at: &usize| wholes.get(*at).copied().flatten();
            std::iter::successors(Some(start), up).nth(wholes.len()).is_some()
        });
        let mut text = TREE.split("[[requirement]]").next().expect("a head").to_owned();
        for (number, whole) in wholes.iter().enumerate() {
            text.push_str(&requirement(number, *whole));
        }
        let findings = check(&text, |source| {
            let (rule_set, findings) = parse_rule_set(source, today());
            (rule_set.is_some(), findings)
        });
        let is_found = findings.iter().any(|f| f.code == Code::PartOfCircle);
        prop_assert_eq!(is_found, has_circle);
    }
}

fn requirement(number: usize, part_of: Option<usize>) -> String {
    let part_of = part_of.map_or_else(String::new, |whole| format!("part-of = \"r{whole}\"\n"));
    let texts = "title = { zh = \"甲\", en = \"A\" }\nsays = { zh = \"甲\", en = \"A\" }\n\
                 advice = { zh = \"甲\", en = \"A\" }\n";
    format!("[[requirement]]\nid = \"r{number}\"\nrow = \"total\"\nat-least = 1\n{part_of}{texts}")
}

#[test]
fn a_long_chain_of_parts_is_read_at_once() {
    let mut text = TREE
        .split("[[requirement]]")
        .next()
        .expect("a head")
        .to_owned();
    for number in 0..5_000 {
        text.push_str(&requirement(number, Some(number + 1)));
    }
    text.push_str(&requirement(5_000, None));
    let findings = check(&text, |source| {
        let (rule_set, findings) = parse_rule_set(source, today());
        (rule_set.is_some(), findings)
    });
    assert_eq!(findings.len(), 3, "the name of the file and two inputs");
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
        let (guide, findings) = parse_guide(source, today());
        (guide.is_some(), findings)
    });
    assert_eq!(findings.len(), 3 * 5_000);
}

#[test]
fn one_long_line_of_slips_is_read_at_once() {
    let list = "1, ".repeat(20_000);
    check_all(&format!("format = 1\n[[node]]\ncontacts = [{list}]\n"));
    let keys = "a.".repeat(20_000);
    check_all(&format!("{keys} = 1\n[{keys}]"));
    check_all(&"[".repeat(20_000));
    check_all(&format!("a = {}", "[".repeat(20_000)));
    check_all(&format!("a = {}", "{a=".repeat(20_000)));
    let marks = "*_[`<".repeat(20_000);
    check_all(&GUIDE.replace("body.zh = \"說明\"", &format!("body.zh = '{marks}'")));
    check_all(&GUIDE.replace(
        "body.zh = \"說明\"",
        &format!("body.zh = \"{}\"", "> ".repeat(20_000)),
    ));
}

fn today() -> Date {
    Date::new(2026, 6, 1).expect("there is such a day")
}

fn check_all(text: &str) {
    check(text, |source| {
        let (guide, findings) = parse_guide(source, today());
        (guide.is_some(), findings)
    });
    check(text, |source| {
        let (rule_set, findings) = parse_rule_set(source, today());
        (rule_set.is_some(), findings)
    });
    check(text, |source| {
        let rules = Source {
            name: "small-10.toml",
            text: RULES,
        };
        let content = Content {
            guide: source,
            rules: &[rules, source],
            calendar: source,
            categories: Some(source),
        };
        let (guide, mut findings) = parse_content(content, today());
        findings.retain(|f| f.file == source.name);
        (guide.is_some(), findings)
    });
    check(text, |source| {
        let (categories, findings) = parse_categories(source, today());
        (categories.is_some(), findings)
    });
    check(text, |source| {
        let (calendar, findings) = parse_calendar(source, today());
        (calendar.is_some(), findings)
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
        "[[input]]\n",
        "[[platform]]\n",
        "holidays = [",
        "2026-02-17",
        "2026-02-21",
        "covers-until = ",
        "upload-days = ",
        "\"unknown\"",
        "61",
        "sum = [",
        "input = \"a\"\n",
        "row = \"policy\"\n",
        "part-of = \"a\"\n",
        "staff = [",
        "cut-off = ",
        "\"02-30\"",
        "blended = ",
        "history = ",
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
