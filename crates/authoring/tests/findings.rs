//! One row per slip that an editor may make: what is changed in a correct file, and what is said where.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use authoring::Code::{self, *};
use authoring::Expected;
use authoring::{
    Content, Finding, Severity, Source, parse_categories, parse_content, parse_rule_set,
};

use guide::{Calendar, CountedIn, Guide, RuleSet, Screen, Term};
use hours::{Blended, Date, PortalRow, StaffKind, YearDay};

const GUIDE: &str = include_str!("fixtures/guide.toml");
const RULES: &str = include_str!("fixtures/small-10.toml");
const TREE: &str = include_str!("fixtures/tree-20.toml");
const CALENDAR: &str = include_str!("fixtures/calendar.toml");
const CATEGORIES: &str = include_str!("fixtures/categories.toml");

/// The day on which the tests read.
fn today() -> Date {
    Date::new(2026, 6, 1).unwrap()
}

fn parse_guide(source: Source) -> (Option<Guide>, Vec<Finding>) {
    authoring::parse_guide(source, today())
}

fn parse_calendar(source: Source) -> (Option<Calendar>, Vec<Finding>) {
    authoring::parse_calendar(source, today())
}

fn read_rule_set(source: Source) -> (Option<RuleSet>, Vec<Finding>) {
    parse_rule_set(source, today())
}

fn read_content(
    guide: Source,
    rules: &[Source],
    calendar: Source,
) -> (Option<Guide>, Vec<Finding>) {
    let content = Content {
        guide,
        rules,
        calendar,
        categories: None,
    };
    parse_content(content, today())
}

/// Stands in a row before the character that a finding must point at.
const MARK: char = '▲';

/// Replaces a piece of the correct guide, and expects these findings at the marks, in the order of the file.
#[track_caller]
fn check(old: &str, new: &str, expect: &[Code]) {
    check_edits(&[(old, new)], expect);
}

#[track_caller]
fn check_edits(edits: &[(&str, &str)], expect: &[Code]) {
    check_file(GUIDE, edits, expect, |text| {
        let source = Source {
            name: "guide.toml",
            text,
        };
        let (guide, findings) = parse_guide(source);
        (guide.is_some(), findings)
    });
}

#[track_caller]
fn check_rule(old: &str, new: &str, expect: &[Code]) {
    check_edits_of_rule(&[(old, new)], expect);
}

#[track_caller]
fn check_edits_of_rule(edits: &[(&str, &str)], expect: &[Code]) {
    check_file(RULES, edits, expect, |text| {
        let source = Source {
            name: "rules/small-10.toml",
            text,
        };
        let (rule_set, findings) = read_rule_set(source);
        (rule_set.is_some(), findings)
    });
}

/// The same in the file with inputs, sums and parts.
#[track_caller]
fn check_tree(edits: &[(&str, &str)], expect: &[Code]) {
    check_file(TREE, edits, expect, |text| {
        let (rule_set, findings) = read_rule_set(rule_source("rules/tree-20.toml", text));
        (rule_set.is_some(), findings)
    });
}

#[track_caller]
fn check_calendar(old: &str, new: &str, expect: &[Code]) {
    check_file(CALENDAR, &[(old, new)], expect, |text| {
        let (calendar, findings) = parse_calendar(rule_source("calendar.toml", text));
        (calendar.is_some(), findings)
    });
}

#[track_caller]
fn check_categories(old: &str, new: &str, expect: &[Code]) {
    check_file(CATEGORIES, &[(old, new)], expect, |text| {
        let source = rule_source("categories.toml", text);
        let (categories, findings) = parse_categories(source, today());
        (categories.is_some(), findings)
    });
}

#[track_caller]
fn check_file(
    original: &str,
    edits: &[(&str, &str)],
    expect: &[Code],
    parse: fn(&str) -> (bool, Vec<Finding>),
) {
    let mut marked = original.to_owned();
    for (old, new) in edits {
        assert!(marked.contains(old), "the file has no {old:?}");
        marked = marked.replacen(old, new, 1);
    }
    let (text, places) = without_marks(&marked);
    assert_eq!(places.len(), expect.len(), "one mark for each finding");
    let expected: Vec<_> = expect
        .iter()
        .zip(places)
        .map(|(code, (line, column))| (*code, line, column))
        .collect();
    let (is_there, findings) = parse(&text);
    let found: Vec<_> = findings
        .iter()
        .map(|f| (f.code, f.line, f.column))
        .collect();
    assert_eq!(found, expected, "{findings:#?}");
    let has_error = findings.iter().any(|f| f.severity == Severity::Error);
    assert_eq!(is_there, !has_error, "a value exactly if there is no error");
}

fn without_marks(marked: &str) -> (String, Vec<(usize, usize)>) {
    let mut text = String::new();
    let mut places = Vec::new();
    for (line, words) in marked.split('\n').enumerate() {
        if line > 0 {
            text.push('\n');
        }
        let mut column = 1;
        for c in words.chars() {
            if c == MARK {
                places.push((line + 1, column));
            } else {
                text.push(c);
                column += 1;
            }
        }
    }
    (text, places)
}

#[test]
fn the_correct_files_have_no_findings() {
    check_edits(&[], &[]);
    check_rule("", "", &[]);
    check_tree(&[], &[]);
    check_calendar("", "", &[]);
    let rules = [
        rule_source("rules/tree-20.toml", TREE),
        rule_source("rules/small-10.toml", RULES),
    ];
    let (guide, findings) = read_content(guide_source(GUIDE), &rules, calendar());
    assert_eq!(findings, []);
    let guide = guide.unwrap();
    assert_eq!(guide.nodes.len(), 5);
    let ids: Vec<_> = guide.rule_sets.iter().map(|set| set.id.as_str()).collect();
    assert_eq!(ids, ["small-10", "tree-20"], "in the order of `order`");
    assert_eq!(
        guide.rule_sets[0].requirements[1].at_least.hundredths(),
        250
    );
    let ask: Vec<_> = guide.nodes[1].exits.iter().map(|e| e.to.0).collect();
    assert_eq!(ask, [4, 2, 3], "answers first, then troubles");
    assert_eq!(guide.screens.portal.menu_chosen, 1);
    assert!(guide.screens.menu.groups[1].entries[1].chosen);
    assert_eq!(guide.rows[1].short.zh, "數位");
    assert_eq!(guide.calendar, parse_calendar(calendar()).0.unwrap());
}

#[test]
fn a_rule_file_says_all_it_can_say() {
    use Term::{Input, Row};
    let plain = read_rule_set(rule_source("small-10.toml", RULES)).0;
    let plain = plain.unwrap();
    assert!(plain.is_enabled && !plain.is_history && !plain.is_advice);
    assert_eq!((plain.staff, plain.cut_off), (vec![], None));
    assert_eq!((plain.blended, plain.inputs), (Blended::NotDigital, vec![]));

    let tree = read_rule_set(rule_source("tree-20.toml", TREE)).0;
    let tree = tree.unwrap();
    assert!(!tree.is_enabled && tree.is_history && tree.is_advice);
    assert_eq!(tree.staff, [StaffKind::Permanent, StaffKind::Contract]);
    let november = YearDay { month: 11, day: 30 };
    assert_eq!(tree.cut_off, Some(november));
    assert_eq!(tree.blended, Blended::UnknownPart);
    let inputs: Vec<_> = tree
        .inputs
        .iter()
        .map(|input| (input.id.as_str(), input.hint.zh.as_str()))
        .collect();
    assert_eq!(inputs, [("safety", "請自行加總"), ("rights", "")]);
    let requirements: Vec<_> = tree
        .requirements
        .iter()
        .map(|r| (r.terms.as_slice(), r.part_of, r.says.zh.as_str()))
        .collect();
    let sum = [Row(PortalRow::Policy), Input(0), Input(1)];
    assert_eq!(
        requirements,
        [
            ([Row(PortalRow::Total)].as_slice(), None, "每年二十小時"),
            (sum.as_slice(), Some(0), "合計六小時"),
            ([Input(0)].as_slice(), Some(1), "安全三小時"),
        ]
    );
}

#[test]
fn a_line_that_cannot_be_read_is_named_and_the_rest_is_read() {
    check(
        "title.zh = \"指南\"",
        "title.zh = \"指南\" ▲\"二\"",
        &[Syntax],
    );
    check("id = \"start\"", "id ▲\"start\"", &[NoEquals]);
    check("id = \"start\"", "id = \"start▲", &[UnclosedText]);
    check(
        "tab-chosen = \"學習時數\"",
        "tab-chosen = ▲\"\"\"學習時數\n\n",
        &[UnclosedText],
    );
    check("id = \"start\"", "id = ▲“start”", &[FullWidthMark]);
    check("id = \"start\"", "id = \"start”▲", &[FullWidthMark]);
    check("id = \"start\"", "id ▲＝ \"start\"", &[FullWidthMark]);
    check("id = \"start\"", "id▲＝\"start\"", &[FullWidthMark]);
    check("kind = \"step\"", "kind = ▲step", &[UnquotedText]);
    check("kind = \"step\"", "kind =▲", &[MissingValue]);
    check("[[node]]", "[[node]▲", &[Syntax]);
    check("[[section]]", "[section]▲]", &[Syntax]);
    check("[\"hr\"]", "[\"hr\"▲", &[Syntax]);
    check(
        "top = [{ zh = \"登出\", en = \"Log out\" }]",
        "top = [{ zh = \"登出\" ▲en = \"Log out\" }]",
        &[Syntax],
    );
    check(
        "kind = \"step\"",
        "kind = \"step\"\n▲kind = \"step\"",
        &[DoubleKey],
    );
    check(
        "[screen.menu]",
        "[screen.menu]\n[screen.▲menu]",
        &[DoubleKey],
    );
    // Two slips at which the reader stops, one that it survives and one in what was read all the same.
    check_edits(
        &[
            ("lead.zh = \"一句話\"", "lead.zh ▲\"一句話\""),
            ("id = \"ask\"", "id = \"ask▲"),
            ("id = \"look\"", "id ▲\"look\""),
            ("kind = \"trouble\"", "kind = ▲\"problem\""),
        ],
        &[NoEquals, UnclosedText, NoEquals, UnknownKind],
    );
}

#[test]
fn a_strange_blank_is_named_where_it_stands() {
    for blank in [
        '\u{3000}', '\u{a0}', '\u{2003}', '\u{200b}', '\u{feff}', '\u{ad}', '\u{2060}',
    ] {
        check(
            "section = \"help\"",
            &format!("▲{blank}section = \"help\""),
            &[StrangeBlank],
        );
        check(
            "section = \"help\"",
            &format!("  ▲{blank} section = \"help\""),
            &[StrangeBlank],
        );
        check(
            "section = \"help\"",
            &format!("section▲{blank} = \"help\""),
            &[StrangeBlank],
        );
        check(
            "section = \"help\"",
            &format!("section = ▲{blank}\"help\""),
            &[StrangeBlank],
        );
        check(
            "section = \"help\"",
            &format!("section = \"help\"▲{blank}"),
            &[StrangeBlank],
        );
        check(
            "section = \"help\"",
            &format!("section = \"help\"\n▲{blank}"),
            &[StrangeBlank],
        );
        check("[[node]]", &format!("▲{blank}[[node]]"), &[StrangeBlank]);
        check(
            "  [[node.note]]",
            &format!("▲{blank}{blank}[[node.note]]"),
            &[StrangeBlank],
        );
        check(
            "title.zh = \"指南\"",
            &format!("title.zh = \"指{blank}南\" # {blank}"),
            &[],
        );
    }
    let text = GUIDE.replacen("title.zh = \"指南\"", "\u{3000}title.zh = \"指南\"", 1);
    let (_, findings) = parse_guide(guide_source(&text));
    assert_eq!(findings[0].subject, "U+3000");
}

#[test]
fn full_width_marks_of_a_line_are_one_finding_that_names_them() {
    #[track_caller]
    fn check_named(old: &str, new: &str, named: &str) {
        let (text, _) = without_marks(&GUIDE.replacen(old, new, 1));
        check(old, new, &[FullWidthMark]);
        let (_, findings) = parse_guide(guide_source(&text));
        assert_eq!(findings[0].subject, named, "{new}");
    }
    check_named("[[node]]", "▲［［node］］", "［［ ］］");
    check_named("[[node]]", "▲【【node】】", "【【 】】");
    check_named("[[node]]", "[[node▲］］", "］］");
    check_named("[[node]]", "[▲［node］]", "［ ］");
    check_named("  [[node.note]]", "  ▲［［node.note］］", "［［ ］］");
    check_named("[site]", "▲［site］", "［ ］");
    check_named("[screen.menu]", "▲〔screen.menu〕", "〔 〕");
    check_named("contacts = [\"hr\"]", "contacts = ▲［\"hr\"］", "［ ］");
    check_named("contacts = [\"hr\"]", "contacts = [\"hr\"▲，\"hr\"]", "，");
    check_named("contacts = [\"hr\"]", "contacts = [\"hr\"▲、\"（\"]", "、");
    check_named("title.zh = \"指南\"", "title▲．zh = \"指南\"", "．");
    check_named("title.zh = \"指南\"", "▲＃ 註\ntitle.zh = \"指南\"", "＃");
    check_named("section = \"help\"", "section = \"help\" ▲＃ 註", "＃");
}

#[test]
fn a_value_in_words_or_in_full_width_says_what_is_expected() {
    for wrong in ["４", "１０", "２．５", "四", "4小時", "2.5h", "10時"] {
        let new = format!("at-least = ▲{wrong}");
        check_rule("at-least = 10", &new, &[NotAValue(Expected::Hours)]);
    }
    for wrong in ["是", "否", "yes", "True", "ｔｒｕｅ", "對"] {
        let new = format!("enabled = ▲{wrong}");
        check_rule("enabled = true", &new, &[NotAValue(Expected::Switch)]);
        let new = format!("enabled = true\nhistory = ▲{wrong}");
        check_rule("enabled = true", &new, &[NotAValue(Expected::Switch)]);
    }
    for wrong in ["１", "一", "第1"] {
        let new = format!("order = ▲{wrong}");
        check_rule(
            "enabled = true",
            &format!("enabled = true\n{new}"),
            &[NotAValue(Expected::Number)],
        );
    }
    for wrong in ["115年3月1日", "２０２６-03-01", "未確認", "never"] {
        let new = format!("verified = ▲{wrong}");
        check_rule(
            "verified = \"never\"",
            &new,
            &[NotAValue(Expected::DateOrNever)],
        );
    }
    for wrong in ["４", "四天", "unknown"] {
        let new = format!("upload-days = ▲{wrong}");
        check_calendar("upload-days = 4", &new, &[NotAValue(Expected::Days)]);
    }
    check("kind = \"step\"", "kind = ▲步驟", &[UnquotedText]);
}

#[test]
fn a_confirmation_is_not_in_the_future_and_one_in_use_is_of_this_year() {
    let never = "verified = \"never\"";
    #[track_caller]
    fn check_day(day: &str, expect: &[Code]) {
        let mark = if expect.is_empty() { "" } else { "▲" };
        check_rule(
            "verified = \"never\"",
            &format!("verified = {mark}{day}"),
            expect,
        );
    }
    check_day("2026-06-01", &[]);
    check_day("2026-01-01", &[]);
    check_day("2026-06-02", &[ConfirmedLater]);
    check_day("2027-01-01", &[ConfirmedLater]);
    check_day("2062-06-01", &[ConfirmedLater]);
    check_day("2025-12-31", &[ConfirmedLongAgo]);
    check_day("2017-05-11", &[ConfirmedLongAgo]);
    let off = ("enabled = true", "enabled = false");
    check_edits_of_rule(&[off, (never, "verified = 2017-05-11")], &[]);
    check_edits_of_rule(&[off, (never, "verified = ▲2026-06-02")], &[ConfirmedLater]);
}

#[test]
fn a_contact_or_a_platform_was_seen_this_year_or_says_nothing_of_it() {
    #[track_caller]
    fn check_day(day: &str, expect: &[Code]) {
        let mark = if expect.is_empty() { "" } else { "▲" };
        let body = "body.en = \"Ask HR\"";
        check(body, &format!("{body}\nseen = {mark}{day}"), expect);
        let note = "note.en = \"Apply first\"";
        check_calendar(note, &format!("{note}\nseen = {mark}{day}"), expect);
    }
    check_day("2026-06-01", &[]);
    check_day("2026-01-01", &[]);
    check_day("2026-06-02", &[SeenLater]);
    check_day("2025-12-31", &[SeenLongAgo]);
    check_day("2020-03-01", &[SeenLongAgo]);
    check_day("\"2026-03\"", &[WrongType(Expected::Date)]);
    check_day("2026-13-01", &[ImpossibleDate]);
}

#[test]
fn a_category_has_codes_of_its_own_and_one_place_where_it_counts() {
    check_categories("", "", &[]);
    for wrong in ["52", "5222", "345-336", "甲", "５２２", ""] {
        let codes: &[Code] = if wrong.is_empty() {
            &[EmptyText]
        } else {
            &[NotACode]
        };
        check_categories("\"301\"", &format!("▲\"{wrong}\""), codes);
    }
    check_categories("\"301\"", "▲301", &[WrongType(Expected::Text)]);
    check_categories("codes = [\"301\"]", "codes = ▲[]", &[EmptyText]);
    check_categories("\"301\"", "▲\"101\"", &[DoubleCode]);
    check_categories("\"301\"", "▲\"199-210\"", &[DoubleCode]);
    check_categories("\"301\"", "\"301\", ▲\"301\"", &[DoubleCode]);
    check_categories(
        "row = \"environment\"",
        "row = ▲\"enviroment\"",
        &[UnknownRow],
    );
    check_categories(
        "[[category]]\nid = \"unsure\"",
        "▲[[category]]\nid = \"unsure\"\ninput = \"extra\"",
        &[CategoryTarget],
    );
    // Without a place it can only be switched off.
    let off = "verified = \"never\"\nenabled = false";
    check_categories(off, "verified = \"never\"", &[]);
    check_categories("\"source\"", "▲2026-06-02", &[ConfirmedLater]);
    check_categories("\"source\"", "▲2025-06-02", &[ConfirmedLongAgo]);
    check_categories("\"source\"", "2026-05-31", &[]);
    check_categories(
        "seen-on = 2026-01-01",
        "seen-on = ▲2026-06-02",
        &[ConfirmedLater],
    );
    check_categories("format = 1", "format = ▲2", &[UnknownFormat]);
}

#[test]
fn a_category_counts_in_an_input_of_some_rule_file() {
    let read = |rules: &[Source]| {
        let content = Content {
            guide: guide_source(GUIDE),
            rules,
            calendar: calendar(),
            categories: Some(rule_source("categories.toml", CATEGORIES)),
        };
        let (guide, findings) = parse_content(content, today());
        let codes: Vec<_> = findings.iter().map(|finding| finding.code).collect();
        (guide, codes)
    };
    let extra = TREE.replace("\"safety\"", "\"extra\"");
    let (guide, codes) = read(&[rule_source("rules/tree-20.toml", &extra)]);
    assert_eq!(codes, []);
    let categories = guide.unwrap().categories;
    let [one, unsure, not, off] = &categories.list[..] else {
        panic!("four categories");
    };
    assert_eq!(one.codes, [(101, 101), (201, 203)]);
    assert_eq!(one.counted_in, Some(CountedIn::Input("extra".to_owned())));
    assert_eq!(
        unsure.counted_in,
        Some(CountedIn::Row(PortalRow::Environment))
    );
    assert!(one.is_confirmed && one.is_counted && one.is_enabled);
    assert!(unsure.is_enabled && !unsure.is_confirmed);
    assert!(!not.is_counted && !off.is_enabled && off.counted_in.is_none());
    let (_, codes) = read(&[]);
    assert_eq!(codes, [CategoryInput, CategoryInput]);
}

#[test]
fn keys_are_those_of_the_format() {
    for wrong in ["3", "0", "-1", "1.0", "\"2\""] {
        let new = format!("format = ▲{wrong}");
        check("format = 2", &new, &[UnknownFormat]);
    }
    check("format = 2", "▲", &[MissingKey]);
    check(
        "title.zh = \"指南\"",
        "▲colour = 1\ntitle.zh = \"指南\"",
        &[UnknownKey],
    );
    check("[site]", "[site]\n▲titel.zh = \"指南\"", &[UnknownKey]);
    check(
        "lead.zh = \"一句話\"",
        "lead.zh = \"一句話\"\nlead.▲de = \"Satz\"",
        &[UnknownKey],
    );
    check(
        "kind = \"warning\"",
        "kind = \"warning\"\n  ▲kynd = \"x\"",
        &[UnknownKey],
    );
    check(
        "[screen.menu]",
        "▲[screen.map]\n[screen.menu]",
        &[UnknownKey],
    );
    check(
        "    code = \"D6\"",
        "    code = \"D6\"\n    ▲icon = \"x\"",
        &[UnknownKey],
    );
    check_edits(
        &[
            ("[[node]]\nid = \"look\"", "▲[[node]]\nid = \"look\""),
            (
                "section = \"way\"\nkind = \"step\"\ntitle.zh = \"再看\"",
                "kind = \"step\"\ntitle.zh = \"再看\"",
            ),
        ],
        &[MissingKey],
    );
    check_edits(
        &[
            ("[[contact]]", "▲[[contact]]"),
            ("name.zh = \"人事\"\nname.en = \"HR\"\n", ""),
        ],
        &[MissingKey],
    );
    check(
        "  [[node.link]]\n  href = \"https://example.org/\"",
        "  ▲[[node.link]]",
        &[MissingKey],
    );
    check(
        "    [[screen.menu.group.entry]]\n    code = \"\"\n",
        "    ▲[[screen.menu.group.entry]]\n",
        &[MissingKey],
    );
    check_edits(
        &[("format = 2", "▲format = 2"), ("[site]", "▲[sight]")],
        &[MissingKey, UnknownKey],
    );
}

#[test]
fn the_first_format_is_read_and_has_no_keys_of_the_second() {
    let chapter = "[[chapter]]\nid = \"first\"\ntitle.zh = \"上路\"\ntitle.en = \"Set out\"\n";
    let link = "  [section.link]\n  href = \"https://open.example.org/\"\n  text.zh = \"開啟官網\"\n  text.en = \"Open the site\"\n";
    let short = "short.zh = \"始\"\nshort.en = \"Go\"\n";
    let ready = "ready = [\n  { zh = \"身分證字號\", en = \"ID number\" },\n  { zh = \"生日\", en = \"Birthday\" },\n]\n";
    let named = "chapter = \"first\"\n";
    let site = "site.zh = \"人事服務網\"\nsite.en = \"Personnel site\"\n";
    let opener = "opener.zh = \"應用系統\"\nopener.en = \"Systems\"\n";
    let newer = [chapter, named, link, short, ready, site, opener];
    let first = [("format = 2", "format = 1")];
    let without = newer.map(|piece| (piece, ""));
    check_edits(&[first.as_slice(), &without].concat(), &[]);

    let marked = newer.map(|piece| (piece, format!("▲{piece}")));
    let mut edits = first.to_vec();
    edits.extend(marked.iter().map(|(piece, new)| (*piece, new.as_str())));
    // The header of a table is pointed at behind its blanks.
    let indented = link.replacen("  [", "  ▲[", 1);
    edits[3].1 = &indented;
    edits.push(("screen = \"menu\"", "screen = \"menu\"\n▲target = \"D6\""));
    check_edits(&edits, &[NewerKey; 8]);
}

#[test]
fn a_section_names_its_chapter_and_a_chapter_has_sections() {
    let (id, named) = ("id = \"first\"", "chapter = \"first\"");
    let unused = (id, "id = ▲\"first\"");
    check_edits(
        &[unused, (named, "chapter = ▲\"frist\"")],
        &[UnusedChapter, UnknownChapter],
    );
    check_edits(
        &[unused, (named, "chapter = ▲1")],
        &[UnusedChapter, WrongType(Expected::Text)],
    );
    check_edits(&[unused, (named, "")], &[UnusedChapter]);
    let second =
        "[[chapter]]\nid = ▲▲\"first\"\ntitle = { zh = \"二\", en = \"Two\" }\n[[section]]";
    check("[[section]]", second, &[DoubleId, UnusedChapter]);
    check(
        "  href = \"https://open.example.org/\"",
        "  href = ▲\"http://open.example.org/\"",
        &[LinkNotHttps],
    );
    check_edits(
        &[
            ("[section.link]", "▲[section.link]"),
            ("  href = \"https://open.example.org/\"\n", ""),
        ],
        &[MissingKey],
    );
}

#[test]
fn a_sign_that_no_page_can_hold_is_found_in_any_text() {
    for sign in ["\\u0000", "\\u0001", "\\u001B", "\\u007F", "\\u0085"] {
        let new = format!("short.zh = ▲\"始{sign}\"");
        check("short.zh = \"始\"", &new, &[ControlSign]);
    }
    check("short.zh = \"始\"", "short.zh = \"始\\t\"", &[]);
}

#[test]
fn what_is_to_be_short_is_short_in_both_languages() {
    let zh = "short.zh = \"始\"";
    let en = "short.en = \"Go\"";
    check(zh, "short.zh = \"一二三四五六七八九十一二三四\"", &[]);
    check(
        zh,
        "short.zh = ▲\"一二三四五六七八九十一二三四五\"",
        &[NotShort],
    );
    check(zh, "short.zh = \"一二三四五六七 ABCDEFG 八九十\"", &[]);
    check(
        zh,
        "short.zh = ▲\"一二三四五六七八九十一二 (ECPA)\"",
        &[NotShort],
    );
    check(en, &format!("short.en = \"{}\"", "x".repeat(40)), &[]);
    check(
        en,
        &format!("short.en = ▲\"{}\"", "x".repeat(41)),
        &[NotShort],
    );
    check(
        en,
        "short.en = ▲\"Choose 【D6：終身學習入口網】 on the menu\"",
        &[NotShort],
    );
    check(
        "title.zh = \"上路\"",
        "title.zh = ▲\"一二三四五六七八九十一二三四五\"",
        &[NotShort],
    );
    let most = "  { zh = \"生日\", en = \"Birthday\" },\n";
    check(most, &most.repeat(4), &[]);
    check_edits(
        &[("ready = [", "ready = ▲["), (most, &most.repeat(5))],
        &[ListTooLong],
    );
    check(
        "  { zh = \"生日\", en = \"Birthday\" }",
        "  ▲{ zh = \"一二三四五六七八九十一二三四五\", en = \"Birthday\" }",
        &[NotShort],
    );
}

#[test]
fn a_map_that_no_longer_fits_one_window_is_warned_of() {
    // So many steps between the first and the question, with this title.
    let longer = |count: usize, title: &str| {
        let step = |it: usize| {
            let next = match it + 1 {
                next if next == count => "ask".to_owned(),
                next => format!("s{next}"),
            };
            format!(
                "\n[[node]]\nid = \"s{it}\"\nsection = \"way\"\nkind = \"step\"\n\
                 title.zh = \"{title}\"\ntitle.en = \"Step\"\nnext = \"{next}\"\n"
            )
        };
        let steps: String = (0..count).map(step).collect();
        GUIDE.replacen("next = \"ask\"", "next = \"s0\"", 1) + &steps
    };
    let codes = |text: &str| -> Vec<(Code, usize, String)> {
        let (guide, findings) = parse_guide(Source {
            name: "guide.toml",
            text,
        });
        assert!(guide.is_some(), "a warning refuses nothing: {findings:?}");
        let findings = findings.into_iter();
        findings.map(|it| (it.code, it.line, it.subject)).collect()
    };
    assert_eq!(codes(&longer(3, "一步")), []);
    let line = GUIDE
        .lines()
        .position(|line| line == "id = \"start\"")
        .unwrap()
        + 1;
    let too_large = |lang: &str| (MapTooLarge, line, lang.to_owned());
    assert_eq!(
        codes(&longer(30, "一步")),
        [too_large("zh"), too_large("en")]
    );
    // Long titles make tall boxes, in their language alone.
    assert_eq!(codes(&longer(4, &"長".repeat(60))), [too_large("zh")]);
}

#[test]
fn values_have_their_type() {
    use Expected::*;
    check("id = \"yes\"", "id = ▲5", &[WrongType(Text)]);
    check("kind = \"step\"", "kind = ▲[\"step\"]", &[WrongType(Text)]);
    check(
        "title.zh = \"指南\"\ntitle.en = \"Guide\"",
        "title = ▲\"指南\"",
        &[WrongType(BothLanguages)],
    );
    check("title.zh = \"指南\"", "title.zh = ▲7", &[WrongType(Text)]);
    check_edits(
        &[
            ("[[node]]\nid = \"lost\"", "▲[[node]]\nid = \"lost\""),
            ("contacts = [\"hr\"]", "contacts = ▲\"hr\""),
        ],
        &[EndWithoutContact, WrongType(Texts)],
    );
    check(
        "contacts = [\"hr\"]",
        "contacts = [\"hr\", ▲1]",
        &[WrongType(Text)],
    );
    check(
        "aliases = [\"通通總學習時數\"]",
        "aliases = ▲\"通通\"",
        &[WrongType(Texts)],
    );
    check(
        "    code = \"\"",
        "    chosen = ▲\"yes\"\n    code = \"\"",
        &[WrongType(Switch)],
    );
    check("[site]", "▲[[site]]", &[WrongType(Table)]);
    check("  [[node.note]]", "  ▲[node.note]", &[WrongType(Tables)]);
    let top = "top = [{ zh = \"登出\", en = \"Log out\" }]";
    check(top, "top = ▲\"登出\"", &[WrongType(TextsInBothLanguages)]);
    check(top, "top = [▲\"登出\"]", &[WrongType(BothLanguages)]);

    check_rule("enabled = true", "enabled = ▲1", &[WrongType(Switch)]);
    let date = "source-date = 2017-05-11";
    for wrong in [
        "\"2017-05-11\"",
        "\"never\"",
        "2017-05-11T08:00:00",
        "08:00:00",
    ] {
        let new = format!("source-date = ▲{wrong}");
        check_rule(date, &new, &[WrongType(DateOrUnknown)]);
    }
    check_rule(
        "verified = \"never\"",
        "verified = ▲false",
        &[WrongType(DateOrNever)],
    );
    check_rule(
        "valid-from = 2017-01-01",
        "valid-from = ▲2017",
        &[WrongType(Date)],
    );
}

#[test]
fn ids_are_plain_and_single() {
    check("id = \"yes\"", "id = ▲\"是\"", &[BadId]);
    check("id = \"yes\"", "id = ▲\"\"", &[BadId]);
    check_edits(
        &[
            ("to = \"lost\"", "to = ▲\"lost\""),
            ("id = \"lost\"", "id = ▲\"Lost\""),
        ],
        &[EdgeToNowhere, BadId],
    );
    check("id = \"no\"", "id = ▲\"yes\"", &[DoubleId]);
    check(
        "[[node]]",
        "[[section]]\nid = ▲\"way\"\ntitle = { zh = \"甲\", en = \"A\" }\n\n[[node]]",
        &[DoubleId],
    );
    check(
        "[[row]]",
        "[[contact]]\nid = ▲\"hr\"\nname = { zh = \"甲\", en = \"A\" }\nbody = { zh = \"甲\", en = \"A\" }\n\n[[row]]",
        &[DoubleId],
    );
    // The second of two nodes cannot be named by anything, so nothing leads to it either.
    check(
        "[[contact]]",
        "[[node]]\nid = ▲▲\"done\"\nsection = \"way\"\nkind = \"outcome\"\ncontacts = [\"hr\"]\n\
         title = { zh = \"甲\", en = \"A\" }\n\n[[contact]]",
        &[DoubleId, Unreachable],
    );
    check(
        "contacts = [\"hr\"]",
        "contacts = [\"hr\", ▲\"hr\"]",
        &[DoubleId],
    );
    check_rule("id = \"policy\"", "id = ▲\"mandatory\"", &[DoubleId]);
    check_rule("id = \"mandatory\"", "id = ▲\"Mandatory\"", &[BadId]);
    check_rule("id = \"small-10\"", "id = ▲\"small-20\"", &[StemDiffers]);
}

#[test]
fn two_rule_files_have_two_ids() {
    let guide = guide_source(GUIDE);
    let one = rule_source("rules/small-10.toml", RULES);
    let two = rule_source("more/small-10.toml", RULES);
    let (guide, findings) = read_content(guide, &[one, two], calendar());
    assert!(guide.is_none());
    let found: Vec<_> = findings
        .iter()
        .map(|f| (f.code, f.file.as_str(), f.line, f.column))
        .collect();
    assert_eq!(found, [(DoubleId, "more/small-10.toml", 2, 6)]);
}

#[test]
fn a_rule_set_that_is_off_is_checked_and_left_out_unless_it_is_history() {
    let guide = guide_source(GUIDE);
    let off = RULES.replace("enabled = true", "enabled = false");
    let source = rule_source("rules/small-10.toml", &off);
    let (parsed, findings) = read_content(guide, &[source], calendar());
    assert_eq!(findings, []);
    assert_eq!(parsed.unwrap().rule_sets, []);
    assert!(read_rule_set(source).0.is_some());

    let history = off.replace("enabled = false", "enabled = false\nhistory = true");
    let source = rule_source("rules/small-10.toml", &history);
    let kept = read_content(guide, &[source], calendar()).0.unwrap();
    assert!(!kept.rule_sets[0].is_enabled && kept.rule_sets[0].is_history);

    let wrong = off.replace("row = \"policy\"", "row = \"polity\"");
    let source = rule_source("rules/small-10.toml", &wrong);
    assert!(read_content(guide, &[source], calendar()).0.is_none());
}

#[test]
fn one_field_has_one_label_in_all_files() {
    let with_label = |zh: &str, en: &str| {
        let text = TREE.replace("tree-20", "more-20");
        let text = text.replace("label.zh = \"安全時數\"", &format!("label.zh = \"{zh}\""));
        text.replace(
            "label.en = \"Safety hours\"",
            &format!("label.en = \"{en}\""),
        )
    };
    let found = |zh, en| {
        let more = with_label(zh, en);
        let rules = [
            rule_source("tree-20.toml", TREE),
            rule_source("more-20.toml", &more),
        ];
        let (guide, findings) = read_content(guide_source(GUIDE), &rules, calendar());
        assert_eq!(guide.is_some(), findings.is_empty());
        assert!(findings.iter().all(|f| f.file == "more-20.toml"));
        codes(&findings)
    };
    assert_eq!(found("安全時數", "Safety hours"), []);
    let zh = (InputLabelDiffers, 21, 12);
    let en = (InputLabelDiffers, 22, 12);
    assert_eq!(found("安全", "Safety hours"), [zh]);
    assert_eq!(found("安全時數", "Safety"), [en]);
    assert_eq!(found("安全", "Safety"), [zh, en]);
}

#[test]
fn a_requirement_counts_one_row_one_input_or_a_sum() {
    let basic = "[[requirement]]\nid = \"basic\"\n";
    let sum = "sum = [\"policy\", \"safety\", \"rights\"]";
    check_tree(
        &[
            (basic, "▲[[requirement]]\nid = \"basic\"\n"),
            (sum, ""),
            ("id = \"rights\"", "id = ▲\"rights\""),
        ],
        &[UnusedInput, TermCount],
    );
    check_tree(
        &[("row = \"total\"", "row = \"total\"\n▲input = \"safety\"")],
        &[TermCount],
    );
    check_tree(&[(sum, &format!("{sum}\n▲row = \"policy\""))], &[TermCount]);
    check_tree(
        &[(sum, "sum = ▲[]"), ("id = \"rights\"", "id = ▲\"rights\"")],
        &[UnusedInput, EmptyText],
    );
    check_tree(
        &[(sum, "sum = [\"policy\", \"rights\", ▲\"policy\"]")],
        &[DoubleTerm],
    );
    check_tree(&[(sum, "sum = [\"rights\", ▲\"rights\"]")], &[DoubleTerm]);
    check_tree(
        &[(sum, "sum = [▲\"policies\", \"rights\", ▲\"rihgts\"]")],
        &[UnknownTerm; 2],
    );
    check_tree(
        &[
            (sum, "sum = ▲\"policy\""),
            ("id = \"rights\"", "id = ▲\"rights\""),
        ],
        &[UnusedInput, WrongType(Expected::Texts)],
    );
    check_tree(
        &[("input = \"safety\"", "input = ▲\"safty\"")],
        &[UnknownInput],
    );
    check_tree(
        &[("input = \"safety\"", "input = ▲\"policy\"")],
        &[UnknownInput],
    );
    check_tree(&[("row = \"total\"", "row = ▲\"safety\"")], &[UnknownRow]);
}

#[test]
fn an_input_is_none_of_the_rows_and_is_used() {
    check_tree(
        &[
            ("id = \"rights\"", "id = ▲▲\"governance\""),
            ("\"safety\", \"rights\"]", "\"safety\", ▲\"rights\"]"),
        ],
        &[InputIsRow, UnusedInput, UnknownTerm],
    );
}

#[test]
fn parts_lie_inside_a_requirement_of_the_file() {
    let all = "row = \"total\"\n";
    let basic = "part-of = \"all\"";
    let safety = "part-of = \"basic\"";
    check_tree(&[(basic, "part-of = ▲\"al\"")], &[UnknownRequirement]);
    check_tree(&[(basic, "part-of = ▲\"policy\"")], &[UnknownRequirement]);
    check_tree(&[(basic, "part-of = ▲3")], &[WrongType(Expected::Text)]);
    check_tree(&[(basic, "part-of = ▲\"basic\"")], &[PartOfCircle]);
    // Every circle is told once, however many lead into it.
    check_tree(
        &[(all, "row = \"total\"\npart-of = ▲\"safety\"\n")],
        &[PartOfCircle],
    );
    check_tree(
        &[
            (basic, "part-of = ▲\"basic\""),
            (all, "row = \"total\"\npart-of = ▲\"all\"\n"),
        ],
        &[PartOfCircle; 2],
    );
    check_tree(
        &[(basic, "part-of = ▲\"safety\""), (safety, safety)],
        &[PartOfCircle],
    );
    check_tree(&[("at-least = 6", "at-least = ▲20.01")], &[PartAboveWhole]);
    check_tree(&[("at-least = 6", "at-least = 20")], &[]);
    // A number that cannot be read is not compared.
    check_tree(&[("at-least = 20", "at-least = ▲0")], &[NotHours]);
}

#[test]
fn a_rule_set_says_whom_and_until_when() {
    let staff = "[\"permanent\", \"contract\"]";
    check_tree(&[(staff, "[\"teacher\"]")], &[]);
    check_tree(&[(staff, "[\"permanent\", ▲\"staff\"]")], &[UnknownStaff]);
    check_tree(&[(staff, "[\"permanent\", ▲\"permanent\"]")], &[DoubleId]);
    check_tree(&[(staff, "▲[]")], &[EmptyText]);
    check_tree(&[(staff, "▲\"permanent\"")], &[WrongType(Expected::Texts)]);
    let cut_off = "cut-off = \"11-30\"";
    check_tree(&[(cut_off, "cut-off = \"02-29\"")], &[]);
    for wrong in [
        "",
        "11-31",
        "02-30",
        "00-01",
        "13-01",
        "01-00",
        "1-1",
        "12-1",
        "12/31",
        "２-01",
        "+1-01",
        "12-31-",
        "2026-12-31",
        "12-31 ",
    ] {
        let new = format!("cut-off = ▲\"{wrong}\"");
        check_tree(&[(cut_off, &new)], &[NotYearDay]);
    }
    check_tree(
        &[(cut_off, "cut-off = ▲2026-11-30")],
        &[WrongType(Expected::Text)],
    );
    check_tree(&[(cut_off, "cut-off = ▲11-30")], &[UnquotedText]);
    let blended = "blended = \"unknown-part\"";
    check_tree(&[(blended, "blended = \"not-digital\"")], &[]);
    check_tree(&[(blended, "blended = ▲\"digital\"")], &[UnknownBlended]);
    check_tree(
        &[(blended, "blended = ▲true")],
        &[WrongType(Expected::Text)],
    );
}

#[test]
fn a_rule_set_is_on_or_history() {
    let history = "enabled = false\nhistory = true";
    check_tree(
        &[(history, "enabled = true\nhistory = ▲true")],
        &[EnabledHistory],
    );
    check_tree(&[(history, "history = ▲true")], &[EnabledHistory]);
    check_tree(&[(history, "enabled = true\nhistory = false")], &[]);
    check_tree(
        &[("advice = true", "advice = ▲\"yes\"")],
        &[WrongType(Expected::Switch)],
    );
}

#[test]
fn a_requirement_says_what_the_rule_says() {
    check_edits_of_rule(
        &[
            (
                "[[requirement]]\nid = \"mandatory\"",
                "▲[[requirement]]\nid = \"mandatory\"",
            ),
            (
                "says.zh = \"每年十小時\"\nsays.en = \"Ten hours a year\"\n",
                "",
            ),
        ],
        &[MissingKey],
    );
}

#[test]
fn holidays_are_weekdays_in_order() {
    let second = "2026-02-16,";
    check_calendar(second, "▲2026-02-21,", &[HolidayOnWeekend]);
    check_calendar(second, "▲2026-01-01,", &[HolidayDouble]);
    check_calendar(second, "2026-12-24,\n▲2026-02-16,", &[HolidayOrder]);
    // A day after the one in the wrong place is in its own place.
    check_calendar(
        "2026-12-25,",
        "2026-12-25,\n▲2026-02-17,\n2026-12-28,",
        &[HolidayOrder],
    );
    check_calendar(
        "2026-12-25,",
        "2026-12-25, 2026-12-28, ▲2026-12-25",
        &[HolidayDouble],
    );
    check_calendar("2026-12-25,", "▲2027-01-01,", &[HolidayAfterEnd]);
    for wrong in [
        "2026-02-30",
        "2026-2-16",
        "115-02-16",
        "0115-02-16",
        "2111-01-01",
    ] {
        check_calendar(second, &format!("▲{wrong},"), &[ImpossibleDate]);
    }
    check_calendar(second, "▲\"2026-02-16\",", &[WrongType(Expected::Date)]);
    check_calendar(
        second,
        "▲2026-02-16T08:00:00,",
        &[WrongType(Expected::Date)],
    );
}

#[test]
fn a_calendar_ends_and_has_platforms() {
    let end = "covers-until = 2026-12-31";
    check_calendar(end, "covers-until = ▲2026-02-30", &[ImpossibleDate]);
    check_calendar(
        end,
        "covers-until = ▲\"unknown\"",
        &[WrongType(Expected::Date)],
    );
    check_calendar(
        end,
        "covers-until = ▲▲2028-12-31",
        &[YearWithoutHolidays; 2],
    );
    check_calendar(end, "covers-until = 2027-12-30", &[]);
    check_calendar("format = 1", "format = ▲2", &[UnknownFormat]);
    check_calendar(
        end,
        "covers-until = 2026-12-31\n▲weekends = []",
        &[UnknownKey],
    );
    let days = "upload-days = 4";
    for right in ["0", "60", "\"unknown\""] {
        check_calendar(days, &format!("upload-days = {right}"), &[]);
    }
    for wrong in [
        "-1", "61", "256", "3.5", "\"4\"", "\"\"", "true", "0x4", "[4]",
    ] {
        check_calendar(days, &format!("upload-days = ▲{wrong}"), &[NotUploadDays]);
    }
    let one = "[[platform]]\nid = \"slow\"";
    check_calendar("id = \"other\"", "id = ▲\"slow\"", &[DoubleId]);
    check_calendar("href = \"https:", "href = ▲\"http:", &[LinkNotHttps]);
    let bare = CALENDAR.split(one).next().unwrap();
    let (found, findings) = parse_calendar(rule_source("calendar.toml", bare));
    assert_eq!((found, codes(&findings)), (None, vec![(MissingKey, 1, 1)]));
    let (_, findings) = parse_calendar(rule_source("calendar.toml", ""));
    let subjects: Vec<_> = findings.iter().map(|f| f.subject.as_str()).collect();
    assert_eq!(subjects, ["format", "covers-until", "holidays", "platform"]);
    let none = CALENDAR.replace("  2026-01-01,\n  2026-02-16,\n  2026-12-25,\n", "");
    let (_, findings) = parse_calendar(rule_source("calendar.toml", &none));
    assert_eq!(codes(&findings), [(EmptyText, 3, 12)]);
}

#[test]
fn a_slip_in_the_calendar_stops_the_guide() {
    let text = CALENDAR.replace("upload-days = 4", "upload-days = 99");
    let wrong = rule_source("content/calendar.toml", &text);
    let (guide, findings) = read_content(guide_source(GUIDE), &[], wrong);
    assert_eq!(guide, None);
    assert_eq!(codes(&findings), [(NotUploadDays, 14, 15)]);
    assert_eq!(findings[0].file, "content/calendar.toml");
}

#[test]
fn what_is_named_exists() {
    check(
        "section = \"help\"",
        "section = ▲\"halp\"",
        &[UnknownSection],
    );
    check(
        "contacts = [\"hr\"]",
        "contacts = [\"hr\", ▲\"it\"]",
        &[UnknownContact],
    );
    check(
        "tool = \"date-converter\"",
        "tool = ▲\"calculator\"",
        &[UnknownTool],
    );
    check("kind = \"outcome\"", "kind = ▲\"end\"", &[UnknownKind]);
    check(
        "kind = \"warning\"",
        "kind = ▲\"danger\"",
        &[UnknownNoteKind],
    );
    check_edits(
        &[
            ("screen = \"menu\"", "screen = ▲\"manu\""),
            ("[screen.menu]", "▲[screen.menu]"),
        ],
        &[UnknownScreen, ScreenNotShown],
    );
    check_rule("row = \"policy\"", "row = ▲\"policies\"", &[UnknownRow]);
}

#[test]
fn a_slip_is_told_with_the_word_that_was_meant() {
    #[track_caller]
    fn check(old: &str, new: &str, expect: &str) {
        let text = GUIDE.replacen(old, new, 1);
        let (_, findings) = parse_guide(guide_source(&text));
        let nearest: Vec<_> = findings.iter().map(|f| f.nearest.as_deref()).collect();
        assert_eq!(nearest, [Some(expect)]);
    }
    check("next = \"ask\"", "next = \"aks\"", "ask");
    check("section = \"help\"", "section = \"halp\"", "help");
    check("kind = \"outcome\"", "kind = \"outcom\"", "outcome");
    check(
        "tool = \"date-converter\"",
        "tool = \"date-convertor\"",
        "date-converter",
    );
    check(
        "tool = \"date-converter\"",
        "tol = \"date-converter\"",
        "tool",
    );
    check(
        "tab-chosen = \"學習時數\"",
        "tab-chosen = \"學習时數\"",
        "學習時數",
    );
}

#[test]
fn the_flow_leads_from_the_start_to_an_outcome() {
    check("next = \"ask\"", "next = ▲\"aks\"", &[EdgeToNowhere]);
    check("to = \"look\"", "to = ▲\"nowhere\"", &[EdgeToNowhere]);
    check("to = \"lost\"", "to = ▲\"\"", &[EdgeToNowhere]);
    check_edits(
        &[
            ("to = \"look\"", "to = \"done\""),
            ("id = \"look\"", "id = ▲\"look\""),
        ],
        &[Unreachable],
    );
    check_edits(
        &[
            ("id = \"look\"", "id = ▲\"look\""),
            (
                "title.en = \"Look\"\nnext = \"done\"",
                "title.en = \"Look\"\nnext = \"look\"",
            ),
        ],
        &[NoWayOut],
    );
    check_edits(
        &[
            ("[[node]]\nid = \"look\"", "▲[[node]]\nid = \"look\""),
            (
                "title.en = \"Look\"\nnext = \"done\"",
                "title.en = \"Look\"",
            ),
        ],
        &[DeadEnd],
    );
    check_edits(
        &[
            ("[[node]]\nid = \"lost\"", "▲[[node]]\nid = \"lost\""),
            ("contacts = [\"hr\"]\nnext = \"ask\"", "contacts = [\"hr\"]"),
        ],
        &[DeadEnd],
    );
    let yes = "  [[node.answer]]\n  id = \"yes\"\n  to = \"done\"\n  text.zh = \"有\"\n  text.en = \"Yes\"\n";
    check_edits(
        &[
            ("[[node]]\nid = \"ask\"", "▲[[node]]\nid = \"ask\""),
            (yes, ""),
        ],
        &[QuestionWithOneAnswer],
    );
    check_edits(
        &[
            ("[[node]]\nid = \"look\"", "▲[[node]]\nid = \"look\""),
            (
                "\"way\"\nkind = \"step\"\ntitle.zh = \"再看\"",
                "\"way\"\nkind = \"question\"\ntitle.zh = \"再看\"",
            ),
            (
                "title.en = \"Look\"\nnext = \"done\"",
                "title.en = \"Look\"",
            ),
        ],
        &[QuestionWithOneAnswer],
    );
}

#[test]
fn a_node_has_the_exits_of_its_kind() {
    let done = "screen = \"portal\"\ncontacts = [\"hr\"]\n";
    check(
        done,
        &format!("{done}▲next = \"ask\"\n"),
        &[OutcomeWithExit],
    );
    check(
        done,
        &format!("{done}▲[[node.answer]]\nid = \"x\"\n"),
        &[OutcomeWithExit],
    );
    // A side way is no way on: what may be wrong at the end stands beside the outcome.
    check(
        done,
        &format!("{done}[[node.trouble]]\nto = \"lost\"\ntext = {{ zh = \"少\", en = \"few\" }}\n"),
        &[],
    );
    check(
        "next = \"done\"",
        "next = \"done\"\n▲[[node.answer]]\nid = \"x\"",
        &[AnswersOutsideQuestion],
    );
    check(
        "screen = \"menu\"",
        "screen = \"menu\"\n▲next = \"done\"",
        &[NextInQuestion],
    );
    check(
        "contacts = [\"hr\"]\nnext = \"ask\"",
        "contacts = [\"hr\"]\nnext = \"ask\"\n▲[[node.trouble]]\nto = \"lost\"",
        &[TroubleInTrouble],
    );
}

#[test]
fn an_end_says_whom_to_ask() {
    check_edits(
        &[
            ("[[node]]\nid = \"done\"", "▲[[node]]\nid = \"done\""),
            (
                "screen = \"portal\"\ncontacts = [\"hr\"]",
                "screen = \"portal\"",
            ),
        ],
        &[EndWithoutContact],
    );
    check_edits(
        &[
            ("[[node]]\nid = \"lost\"", "▲[[node]]\nid = \"lost\""),
            ("contacts = [\"hr\"]\nnext", "contacts = []\nnext"),
        ],
        &[EndWithoutContact],
    );
}

#[test]
fn every_text_is_there_in_both_languages() {
    let title = "title.zh = \"指南\"\ntitle.en = \"Guide\"";
    check(title, "▲title.zh = \"指南\"", &[MissingEnglish]);
    check(title, "▲title.en = \"Guide\"", &[MissingChinese]);
    check_edits(&[("[site]", "▲[site]"), (title, "")], &[MissingKey]);
    check(
        "  hint.zh = \"再看一次\"\n  hint.en = \"Look again\"",
        "  ▲hint.zh = \"再看一次\"",
        &[MissingEnglish],
    );
    check(
        "{ zh = \"登出\", en = \"Log out\" }",
        "▲{ zh = \"登出\" }",
        &[MissingEnglish],
    );
    check_edits(
        &[
            (
                "  [[node.answer]]\n  id = \"yes\"",
                "  ▲[[node.answer]]\n  id = \"yes\"",
            ),
            ("  text.zh = \"有\"\n  text.en = \"Yes\"\n", ""),
        ],
        &[MissingKey],
    );
    check(
        "title.en = \"Guide\"",
        "title.en = ▲\"指南\"",
        &[Untranslated],
    );
    check("title.zh = \"指南\"", "title.zh = ▲\"\"", &[EmptyText]);
    check("body.en = \"About\"", "body.en = ▲\" \\n \"", &[EmptyText]);
    check("[\"通通總學習時數\"]", "[▲\"\"]", &[EmptyText]);
    check(
        "top = [{ zh = \"登出\", en = \"Log out\" }]",
        "top = ▲[]",
        &[EmptyText],
    );
}

#[test]
fn texts_and_links_are_as_the_pages_show_them() {
    check(
        "href = \"https://example.org/\"",
        "href = ▲\"http://example.org/\"",
        &[LinkNotHttps],
    );
    check(
        "owner.en = \"HR office\"",
        "owner.en = \"HR office\"\naddress = ▲\"http://example.org/\"",
        &[LinkNotHttps],
    );
    check_rule(
        "source-url = \"https://example.org/rule\"",
        "source-url = ▲\"example.org/rule\"",
        &[LinkNotHttps],
    );
    // A slip in a text of several lines is pointed at on its own line.
    let line = "2. 看[說明](https://example.org/zh)";
    check(line, "2. 看▲[說明](http://example.org/zh)", &[LinkNotHttps]);
    check(line, "2. 看 ▲<b>說明▲</b>", &[MarkdownNotAllowed; 2]);
    check(
        line,
        "2. ▲![圖](https://example.org/a.png)",
        &[MarkdownNotAllowed],
    );
    check(line, "\n▲# 標題", &[MarkdownNotAllowed]);
    check(line, "\n▲| a | b |\n| - | - |", &[MarkdownNotAllowed]);
    check(line, "2. 看▲, 再說", &[HalfWidthPunctuation]);
    check(
        "1. 點選 **【送出】** 後",
        "1. 點選▲**【送出】**後",
        &[StrayStars],
    );
    check(
        "title.en = \"Start\"",
        "title.en = \"▲**Start**\"",
        &[MarkdownInPlainText],
    );
    check(
        "title.zh = \"看到了嗎？\"",
        "title.zh = \"看到了嗎▲?\"",
        &[HalfWidthPunctuation],
    );
    // A text with escapes does not stand in the file as it reads, so the whole text is pointed at.
    check(
        "title.zh = \"看到了嗎？\"",
        "title.zh = ▲\"看到\\u4e86嗎?\"",
        &[HalfWidthPunctuation],
    );
}

#[test]
fn the_rows_are_the_twelve_of_the_portal() {
    let last = "[[row]]\nid = \"governance\"";
    let marked = "▲[[row]]\nid = \"governance\"";
    check_edits(
        &[("id = \"blended\"", "id = ▲\"mixed\""), (last, marked)],
        &[UnknownRow, RowMissing],
    );
    let digital = "[[row]]\nid = \"digital\"\nlabel.zh = \"數位時數\"\nlabel.en = \"digital hours\"\nshort.zh = \"數位\"\nshort.en = \"Digital\"\n";
    check_edits(&[(digital, ""), (last, marked)], &[RowMissing]);
    check_edits(
        &[
            (digital, ""),
            (
                "[[row]]\nid = \"in-person\"",
                "[[row]]\nid = ▲\"in-person\"",
            ),
            (
                "[[row]]\nid = \"blended\"",
                &format!("{digital}\n[[row]]\nid = \"blended\""),
            ),
        ],
        &[RowOrder],
    );
    check(
        "[screen.verification-form]",
        "[[row]]\nid = ▲\"total\"\nlabel = { zh = \"又一列\", en = \"One more\" }\nshort = { zh = \"又\", en = \"More\" }\n[screen.verification-form]",
        &[RowDouble],
    );
    check(
        "label.zh = \"數位時數\"",
        "label.zh = ▲\"總學習時數\"",
        &[DoubleLabel],
    );
    check(
        "label.en = \"digital hours\"",
        "label.en = \"digital hours\"\naliases = [▲\"總學習時數\"]",
        &[DoubleLabel],
    );
}

#[test]
fn the_three_screens_are_there_and_each_is_shown_once() {
    check_edits(
        &[
            ("[screen.verification-form]", "[▲screen.verification-form]"),
            ("[screen.portal]", "▲[screen.portals]"),
        ],
        &[ScreenMissing, UnknownKey],
    );
    check_edits(
        &[
            ("screen = \"portal\"", "screen = ▲\"menu\""),
            ("[screen.portal]", "▲[screen.portal]"),
        ],
        &[ScreenShownTwice, ScreenNotShown],
    );
    let head = GUIDE.split("[screen.").next().unwrap();
    let found = codes(&parse_guide(guide_source(head)).1);
    assert_eq!(found, [(ScreenMissing, 1, 1); 3]);
}

#[test]
fn a_node_may_point_at_another_place_of_its_screen() {
    let target = |old: &str, line: &str| {
        let new = [old, "\n", line].concat();
        let text = GUIDE.replacen(old, &new, 1);
        let (guide, findings) = parse_guide(guide_source(&text));
        assert_eq!(findings, []);
        let drawings = guide
            .unwrap()
            .nodes
            .into_iter()
            .filter_map(|node| node.drawing);
        let targets: Vec<_> = drawings.map(|it| (it.screen, it.target.zh)).collect();
        targets
    };
    let usual = [
        (Screen::VerificationForm, "送出"),
        (Screen::Menu, "終身學習入口網"),
        (Screen::Portal, "個人資料夾"),
    ]
    .map(|(screen, target)| (screen, target.to_owned()));
    let with = |number: usize, target: &str| {
        let mut targets = usual.clone();
        targets[number].1 = target.to_owned();
        targets
    };
    assert_eq!(target("[site]", ""), usual);
    let menu = "screen = \"menu\"";
    let portal = "screen = \"portal\"";
    assert_eq!(target(menu, "target = \"丁\""), with(1, "丁"));
    assert_eq!(target(menu, "target = \"D6\""), usual);
    assert_eq!(target(menu, "target = \"統計表\""), with(1, "統計表"));
    assert_eq!(target(menu, "target = \"應用系統\""), with(1, "應用系統"));
    assert_eq!(target(portal, "target = \"摘要\""), with(2, "摘要"));
    assert_eq!(target(portal, "target = \"登出\""), with(2, "登出"));
}

#[test]
fn what_a_node_points_at_stands_once_on_its_screen() {
    check(
        "screen = \"menu\"",
        "screen = \"menu\"\ntarget = ▲\"D7\"",
        &[TargetUnknown],
    );
    check(
        "screen = \"portal\"",
        "screen = \"portal\"\ntarget = ▲\"首頁\"",
        &[TargetUnknown],
    );
    check_edits(
        &[
            ("screen = \"menu\"", "screen = \"menu\"\ntarget = ▲\"甲\""),
            ("label.zh = \"丁\"", "label.zh = \"甲\""),
        ],
        &[ChosenCount],
    );
    check(
        "id = \"look\"",
        "id = \"look\"\n▲target = \"D6\"",
        &[UnknownKey],
    );
    // The same screen again, as long as it points elsewhere.
    let twice = |target: &'static str| ("screen = \"portal\"", target);
    check_edits(
        &[
            twice("screen = \"menu\"\ntarget = \"丁\""),
            ("[screen.portal]", "▲[screen.portal]"),
        ],
        &[ScreenNotShown],
    );
    check_edits(
        &[
            twice("screen = ▲\"menu\"\ntarget = \"D6\""),
            ("[screen.portal]", "▲[screen.portal]"),
        ],
        &[ScreenShownTwice, ScreenNotShown],
    );
}

#[test]
fn one_entry_of_a_menu_is_to_be_chosen() {
    let chosen = "learning\"\n    chosen = true";
    check_edits(
        &[
            ("[screen.menu]", "▲[screen.menu]"),
            (chosen, "learning\"\n    chosen = false"),
        ],
        &[ChosenCount],
    );
    check_edits(
        &[
            ("    code = \"\"", "    code = \"\"\n    chosen = true"),
            (chosen, "learning\"\n    chosen = ▲true"),
        ],
        &[ChosenCount],
    );
    check(
        "menu-chosen = \"個人資料夾\"",
        "menu-chosen = ▲\"個人資料\"",
        &[ChosenUnknown],
    );
    check(
        "tab-chosen = \"學習時數\"",
        "tab-chosen = ▲\"Hours\"",
        &[ChosenUnknown],
    );
    check_edits(
        &[
            ("{ zh = \"網站宗旨\"", "{ zh = \"個人資料夾\""),
            ("menu-chosen = ", "menu-chosen = ▲"),
        ],
        &[ChosenCount],
    );
}

#[test]
fn a_rule_holds_between_possible_days() {
    let date = "source-date = 2017-05-11";
    check_rule(date, "source-date = \"unknown\"", &[]);
    // The fourth is a 民國 year in the Western place.
    for wrong in [
        "2017-02-30",
        "2017-5-11",
        "2017/05/11",
        "106-05-11",
        "0106-05-11",
    ] {
        let new = format!("source-date = ▲{wrong}");
        check_rule(date, &new, &[ImpossibleDate]);
    }
    check_rule("verified = \"never\"", "verified = 2026-02-28", &[]);
    check_rule(
        "verified = \"never\"",
        "verified = ▲2026-02-29",
        &[ImpossibleDate],
    );
    let until = "valid-to = 2026-12-31";
    check_rule(until, "valid-to = ▲2016-12-31", &[ValidToBeforeFrom]);
    check_rule(until, "valid-to = 2017-01-01", &[]);
    check_rule(until, "", &[]);
}

#[test]
fn a_rule_asks_for_hours_that_can_be_reached() {
    for wrong in [
        "0",
        "-1",
        "\"0.00\"",
        "\"abc\"",
        "\"1.234\"",
        "10000",
        "1e2",
        "true",
        "0x10",
        "\"\"",
        "inf",
        "99999999999999999999",
        "2017-01-01",
    ] {
        let new = format!("at-least = ▲{wrong}");
        check_rule("at-least = 10", &new, &[NotHours]);
    }
    for right in ["9999", "\"２．５\"", "2.5", "1_000", "\"10 小時\""] {
        let new = format!("at-least = {right}");
        check_rule("at-least = 10", &new, &[]);
    }
}

#[test]
fn what_a_rule_file_lacks_is_said_at_its_head() {
    for (lines, code) in [
        (
            "source.zh = \"函釋\"\nsource.en = \"Circular\"\n",
            RuleWithoutSource,
        ),
        ("source-date = 2017-05-11\n", RuleWithoutDate),
        ("verified = \"never\"\n", MissingKey),
        ("id = \"small-10\"\n", MissingKey),
        (
            "authority.zh = \"人事總處\"\nauthority.en = \"DGPA\"\n",
            MissingKey,
        ),
    ] {
        let text = RULES.replacen(lines, "", 1);
        assert_ne!(text, RULES);
        let (rule_set, findings) = read_rule_set(rule_source("small-10.toml", &text));
        assert_eq!(codes(&findings), [(code, 1, 1)], "without {lines:?}");
        assert_eq!(rule_set, None);
    }
    let head = RULES.split("[[requirement]]").next().unwrap();
    let (_, findings) = read_rule_set(rule_source("small-10.toml", head));
    assert_eq!(codes(&findings), [(MissingKey, 1, 1)]);
    assert_eq!(findings[0].subject, "small-10 · requirement");
    check_rule("format = 1", "format = ▲3", &[UnknownFormat]);
}

#[test]
fn a_file_may_begin_with_a_mark_and_have_the_line_ends_of_windows() {
    let windows = format!("\u{feff}{}", GUIDE.replace('\n', "\r\n"));
    assert_eq!(parse_guide(guide_source(&windows)).1, []);
    assert_eq!(
        parse_guide(guide_source(&windows)).0,
        parse_guide(guide_source(GUIDE)).0
    );
    let wrong = windows.replacen("看[說明](https:", "看[說明](http:", 1);
    let found = codes(&parse_guide(guide_source(&wrong)).1);
    assert_eq!(found, [(LinkNotHttps, 47, 5)]);
    let wrong = windows.replacen("format = 2", "format = 3", 1);
    let found = codes(&parse_guide(guide_source(&wrong)).1);
    assert_eq!(found, [(UnknownFormat, 1, 10)]);
}

#[test]
fn all_slips_of_a_file_are_found_in_one_run() {
    check_edits(
        &[
            ("lead.en = \"One sentence\"", "lead.en = ▲\"\""),
            ("[[section]]", "[[section]]\n▲colour = \"red\""),
            ("kind = \"warning\"", "kind = ▲\"loud\""),
            ("href = \"https://example", "href = ▲\"http://example"),
            ("to = \"look\"", "to = ▲\"lok\""),
            ("contacts = [\"hr\"]", "contacts = [▲\"rh\", \"hr\"]"),
            ("id = \"policy\"", "id = ▲\"polity\""),
            (
                "[[row]]\nid = \"governance\"",
                "▲[[row]]\nid = \"governance\"",
            ),
            ("tab-chosen = ", "tab-chosen = ▲\"x\" # "),
        ],
        &[
            EmptyText,
            UnknownKey,
            UnknownNoteKind,
            LinkNotHttps,
            EdgeToNowhere,
            UnknownContact,
            UnknownRow,
            RowMissing,
            ChosenUnknown,
        ],
    );
}

#[test]
fn an_empty_file_lacks_everything_once() {
    let (guide, findings) = parse_guide(guide_source(""));
    assert_eq!(guide, None);
    let subjects: Vec<_> = findings.iter().map(|f| f.subject.as_str()).collect();
    assert_eq!(
        subjects,
        [
            "format",
            "site",
            "section",
            "screen · verification-form",
            "screen · menu",
            "screen · portal",
            "node",
            "row"
        ]
    );
}

fn guide_source(text: &str) -> Source<'_> {
    Source {
        name: "guide.toml",
        text,
    }
}

fn rule_source<'a>(name: &'a str, text: &'a str) -> Source<'a> {
    Source { name, text }
}

fn calendar() -> Source<'static> {
    Source {
        name: "calendar.toml",
        text: CALENDAR,
    }
}

fn codes(findings: &[Finding]) -> Vec<(Code, usize, usize)> {
    findings
        .iter()
        .map(|f| (f.code, f.line, f.column))
        .collect()
}
