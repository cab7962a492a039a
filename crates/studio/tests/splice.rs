//! Edits by forms: only the span of a value differs afterwards, and reading it gives the value.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod asking;

use asking::{ask, file, files};
use proptest::prelude::*;
use studio_protocol::{Edit, File, Form, Reply, Request};

fn spliced(file: &File, edits: Vec<Edit>) -> Result<File, String> {
    let request = Request::Splice {
        file: file.clone(),
        edits,
    };
    match ask(request) {
        Reply::Text { text } => Ok(File {
            name: file.name.clone(),
            text,
        }),
        Reply::Refused { why } => Err(why.zh),
        other => panic!("{other:?}"),
    }
}

fn set(path: &str, value: &str) -> Edit {
    Edit::Set {
        path: path.to_owned(),
        value: value.to_owned(),
    }
}

fn form(file: &File) -> Form {
    let request = Request::Check {
        files: vec![file.clone()],
    };
    match ask(request) {
        Reply::Checked(checked) => checked.forms.into_iter().next().expect("a form"),
        other => panic!("{other:?}"),
    }
}

/// Every value of a form by its path.
fn values(file: &File) -> Vec<(String, Option<String>)> {
    let form = form(file);
    let fields = form.groups.into_iter().flat_map(|group| group.fields);
    let entries =
        fields.flat_map(|field| field.entries.all().into_iter().cloned().collect::<Vec<_>>());
    entries
        .map(|entry| {
            let (_, path) = entry.name.split_once(':').expect("a name");
            (path.to_owned(), entry.value)
        })
        .collect()
}

/// The difference in the middle of two texts.
fn difference<'a>(before: &'a str, after: &'a str) -> (&'a str, &'a str) {
    let start = before
        .char_indices()
        .zip(after.chars())
        .find(|((_, a), b)| a != b)
        .map_or(before.len().min(after.len()), |((at, _), _)| at);
    let (before, after) = (&before[start..], &after[start..]);
    let end: usize = before
        .chars()
        .rev()
        .zip(after.chars().rev())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum();
    (&before[..before.len() - end], &after[..after.len() - end])
}

#[test]
fn a_value_is_replaced_in_its_span() {
    #[track_caller]
    fn check(name: &str, path: &str, value: &str, expect: (&str, &str)) {
        let before = file(name);
        let after = spliced(&before, vec![set(path, value)]).expect("a place");
        assert_eq!(difference(&before.text, &after.text), expect, "{path}");
    }
    check(
        "rules/manual-10",
        "requirement.environment.at-least",
        "5",
        ("4", "5"),
    );
    check(
        "rules/manual-10",
        "requirement.environment.at-least",
        "4.5",
        ("", ".5"),
    );
    check(
        "rules/manual-10",
        "verified",
        "2026-03-01",
        ("\"never\"", "2026-03-01"),
    );
    check("rules/manual-10", "enabled", "false", ("tru", "fals"));
    check("rules/manual-10", "cut-off", "11-30", ("2-31", "1-30"));
    check(
        "calendar",
        "platform.elearn.upload-days",
        "7",
        ("\"unknown\"", "7"),
    );
    check(
        "guide",
        "contact.hr.name.zh",
        "人事室",
        ("（單位人事）", ""),
    );
    // A text of a list stands in braces of its own.
    check("guide", "screen.portal.tabs.1.zh", "資料夾", ("學習", ""));
    check(
        "guide",
        "node.start.link.0.href",
        "https://a.b/",
        ("ecpa.dgpa.gov.tw", "a.b"),
    );
    // A carriage return is a line end, wherever it stands.
    check(
        "guide",
        "screen.portal.breadcrumb.en",
        "Home\r\r\nFolder",
        ("Home / personal folder", "\"\"\nHome\n\nFolder\"\""),
    );
    // Under a path that no form knows.
    check("guide", "screen.portal.top.0.zh", "離開", ("登出", "離開"));
    // The same value changes nothing, also where it is written in another way.
    check(
        "rules/manual-10",
        "title.zh",
        "每年必須完成之課程（10 小時）",
        ("", ""),
    );
}

#[test]
fn items_of_a_list_come_and_go_and_comments_between_them_stay() {
    let before = file("calendar");
    let days = values(&before);
    let (_, days) = days
        .iter()
        .find(|(path, _)| path == "holidays")
        .expect("holidays");
    let days = days.clone().expect("some");
    let check = |new: &str, was: &str, now: &str| {
        let after = spliced(&before, vec![set("holidays", new)]).expect("a place");
        assert!(before.text.contains(was), "{was}");
        assert_eq!(after.text, before.text.replace(was, now));
    };
    check(
        &days.replace("2026-05-01", "2026-05-04"),
        "  2026-05-01,",
        "  2026-05-04,",
    );
    check(
        &format!("{days}\n2028-01-03"),
        "2027-12-31,\n]",
        "2027-12-31, 2028-01-03,\n]",
    );
    check(
        &format!("2025-12-25\n{days}"),
        "  2026-01-01,",
        "  2025-12-25, 2026-01-01,",
    );
    check(
        &days.replace("2026-04-06\n", ""),
        "2026-04-03, 2026-04-06,",
        "2026-04-03,",
    );
    check(
        &days.replace("2026-01-01\n", ""),
        "  2026-01-01,\n  2026-02-16",
        "  2026-02-16",
    );
    check(
        "",
        before
            .text
            .split("holidays = ")
            .nth(1)
            .expect("the list")
            .split("\n\n")
            .next()
            .expect("its end"),
        "[]",
    );
}

#[test]
fn a_missing_key_is_added_at_its_place() {
    #[track_caller]
    fn check(text: &str, path: &str, value: &str, expect: &str) {
        let before = File {
            name: "guide".to_owned(),
            text: text.to_owned(),
        };
        let after = spliced(&before, vec![set(path, value)]).expect("a place");
        assert_eq!(after.text, expect);
    }
    let node = "format = 2\n[[node]]\nid = \"a\" # first\ntitle.zh = \"甲\"\ntitle.en = \"A\"\n\n  [[node.note]]\n  kind = \"note\"\n";
    check(
        node,
        "node.a.short.zh",
        "乙",
        &node.replace("\"A\"\n", "\"A\"\nshort.zh = \"乙\"\n"),
    );
    check(
        node,
        "node.a.section",
        "s",
        &node.replace("first\n", "first\nsection = \"s\"\n"),
    );
    check(
        node,
        "node.a.note.0.text.en",
        "x",
        &[node, "  text.en = \"x\"\n"].concat(),
    );
    check(
        "[site]\ntitle.en = \"A\"",
        "site.title.zh",
        "甲",
        "[site]\ntitle.zh = \"甲\"\ntitle.en = \"A\"",
    );
    check(
        "[site]\ntitle.zh = \"甲\"",
        "site.title.en",
        "A",
        "[site]\ntitle.zh = \"甲\"\ntitle.en = \"A\"",
    );
    check(
        "[site]\r\ntitle = { zh = \"甲\" }\r\n",
        "site.title.en",
        "A",
        "[site]\r\ntitle = { zh = \"甲\", en = \"A\" }\r\n",
    );
}

#[test]
fn keys_and_tables_come_move_and_go() {
    let text = "format = 2\n\n[[contact]]\nid = \"a\"\nname.zh = \"甲\"\n\n# about b\n[[contact]]\nid = \"b\"\n";
    let before = File {
        name: "guide".to_owned(),
        text: text.to_owned(),
    };
    let check = |edit: Edit, expect: &str| {
        let after = spliced(&before, vec![edit]).expect("a place");
        assert_eq!(after.text, expect);
    };
    check(
        Edit::Clear {
            path: "contact.a.name".to_owned(),
        },
        &text.replace("name.zh = \"甲\"\n", ""),
    );
    check(
        Edit::Move {
            path: "contact.b".to_owned(),
            up: true,
        },
        "format = 2\n\n# about b\n[[contact]]\nid = \"b\"\n\n[[contact]]\nid = \"a\"\nname.zh = \"甲\"\n",
    );
    check(
        Edit::Move {
            path: "contact.b".to_owned(),
            up: false,
        },
        text,
    );
    check(
        Edit::Remove {
            path: "contact.a".to_owned(),
        },
        "format = 2\n\n# about b\n[[contact]]\nid = \"b\"\n",
    );
    check(
        Edit::Add {
            list: "contact".to_owned(),
            id: Some("c".to_owned()),
            after: Some("contact.a".to_owned()),
        },
        &text.replace(
            "\"甲\"\n",
            "\"甲\"\n\n[[contact]]\nid = \"c\"\nname.zh = \"（名稱）\"\nname.en = \"(Name)\"\nbody.zh = \"（說明（電話、事項））\"\nbody.en = \"(Body (phone, matters))\"\n",
        ),
    );
}

/// Which edit of a list is made, by its steps below the table.
fn listed(edit: &str, path: &str) -> Edit {
    let path = path.to_owned();
    match edit {
        "add" => Edit::Add {
            list: path,
            id: None,
            after: None,
        },
        "up" | "down" => Edit::Move {
            path,
            up: edit == "up",
        },
        _ => Edit::Remove { path },
    }
}

const NEW: &str = "{ zh = \"\", en = \"\" }";

#[test]
fn an_item_of_a_list_comes_moves_and_goes() {
    /// A list as the file has it, what is done, and the list afterwards; with the line ends of both systems.
    #[track_caller]
    fn check(before: &str, edit: &str, item: &str, after: &str) {
        let guide = |list: &str, end: &str| File {
            name: "guide".to_owned(),
            text: format!(
                "format = 2 # 甲\n\n[[node]]\nid = \"a\"\n{list}screen = \"b\" # after\n"
            )
            .replace("NEW", NEW)
            .replace('\n', end),
        };
        let path = ["node.a.ready", item].concat();
        for end in ["\n", "\r\n"] {
            let found = spliced(&guide(before, end), vec![listed(edit, &path)]);
            let found = found.expect("a place").text;
            assert_eq!(found, guide(after, end).text, "{edit} {item}");
        }
    }
    let (one, two) = (
        "ready = [{ zh = \"1\" }]\n",
        "ready = [{ zh = \"1\" }, { zh = \"2\" }]\n",
    );
    // On one line.
    check(one, "add", "", "ready = [{ zh = \"1\" }, NEW]\n");
    check("ready = [ {}, ]\n", "add", "", "ready = [ {}, NEW, ]\n");
    check(
        "ready = [ {}, NEW, ]\n",
        "remove",
        ".1",
        "ready = [ {}, ]\n",
    );
    check(two, "remove", ".1", one);
    check(two, "remove", ".0", "ready = [{ zh = \"2\" }]\n");
    check(
        two,
        "up",
        ".1",
        "ready = [{ zh = \"2\" }, { zh = \"1\" }]\n",
    );
    check(two, "up", ".0", two);
    check(two, "down", ".1", two);
    // One item a line, with a comma behind the last one or without.
    let lines = "ready = [\n  { zh = \"1\" },\n  # of two\n  { zh = \"2\" }, # ] second\n]\n";
    let bare = "ready = [\n  { zh = \"1\" }, # first,\n  { zh = \"2\" } # second\n]\n";
    check(
        lines,
        "add",
        "",
        &lines.replace("second\n", "second\n  NEW,\n"),
    );
    check(
        &lines.replace("second\n", "second\n  NEW,\n"),
        "remove",
        ".2",
        lines,
    );
    check(
        bare,
        "add",
        "",
        &bare.replace("} # second\n", "}, # second\n  NEW\n"),
    );
    check(
        &bare.replace("} # second\n", "}, # second\n  NEW\n"),
        "remove",
        ".2",
        bare,
    );
    check(
        lines,
        "remove",
        ".1",
        "ready = [\n  { zh = \"1\" },\n  # of two\n]\n",
    );
    check(
        lines,
        "remove",
        ".0",
        "ready = [\n  # of two\n  { zh = \"2\" }, # ] second\n]\n",
    );
    check(
        bare,
        "remove",
        ".0",
        "ready = [\n  { zh = \"2\" } # second\n]\n",
    );
    check(
        lines,
        "down",
        ".0",
        "ready = [\n  { zh = \"2\" }, # ] second\n  # of two\n  { zh = \"1\" },\n]\n",
    );
    check(
        bare,
        "up",
        ".1",
        "ready = [\n  { zh = \"2\" }, # second\n  { zh = \"1\" } # first,\n]\n",
    );
    // Some on one line, some not, and commas in odd places.
    let mixed = "ready = [{}, # 0\n\t{ zh = \"1\" }\n  , { zh = \"2\" }]\n";
    check(mixed, "add", "", &mixed.replace("}]", "}, NEW]"));
    check(
        mixed,
        "remove",
        ".0",
        "ready = [ # 0\n\t{ zh = \"1\" }\n  , { zh = \"2\" }]\n",
    );
    check(
        mixed,
        "remove",
        ".1",
        "ready = [{}, # 0\n\t{ zh = \"2\" }]\n",
    );
    check(
        mixed,
        "remove",
        ".2",
        "ready = [{}, # 0\n\t{ zh = \"1\" }\n  ]\n",
    );
    check(
        mixed,
        "down",
        ".0",
        "ready = [{ zh = \"1\" }, # 0\n\t{}\n  , { zh = \"2\" }]\n",
    );
    check(
        "ready = [{}, # 0\n{}]\n",
        "remove",
        ".1",
        "ready = [{} # 0\n]\n",
    );
    // None yet, and the last one: the list comes and goes with it.
    check("ready = []\n", "add", "", "ready = [NEW]\n");
    check(
        "ready = [\n  # none\n]\n",
        "add",
        "",
        "ready = [\n  # none\n  NEW,\n]\n",
    );
    check("", "add", "", "ready = [\n  NEW,\n]\n");
    check("ready = [\n  NEW,\n]\n", "remove", ".0", "");
    check(one, "remove", ".0", "");
    // Under headers, which TOML allows as well.
    let node = |list: &str| File {
        name: "guide".to_owned(),
        text: ["[[node]]\nid = \"a\"\n", list].concat(),
    };
    let header = "  [[node.ready]]\n  zh = \"1\"\n";
    let more = spliced(&node(header), vec![listed("add", "node.a.ready")]).expect("a place");
    assert_eq!(
        more,
        node(&[header, "  [[node.ready]]\n  zh = \"\"\n  en = \"\"\n"].concat())
    );
    let less = spliced(&more, vec![listed("remove", "node.a.ready.1")]);
    assert_eq!(less.expect("a place"), node(header));
}

#[test]
fn tables_in_brackets_come_move_and_go_as_those_under_headers_do() {
    let guide = |links: &str| File {
        name: "guide".to_owned(),
        text: format!("[[node]]\nid = \"a\"\nlink = [{links}]\n"),
    };
    let check = |before: &str, edit: Edit, after: &str| {
        let found = spliced(&guide(before), vec![edit]).expect("a place");
        assert_eq!(found, guide(after));
    };
    let new =
        "{ href = \"https://\", text.zh = \"（顯示文字）\", text.en = \"(Text of the link)\" }";
    let (one, two) = ("{ href = \"1\" }", "{ href = \"1\" }, { href = \"2\" }");
    check(
        one,
        listed("add", "node.a.link"),
        &[one, ", ", new].concat(),
    );
    check(
        two,
        listed("up", "node.a.link.1"),
        "{ href = \"2\" }, { href = \"1\" }",
    );
    check(two, listed("remove", "node.a.link.1"), one);
}

#[test]
fn a_list_that_must_be_there_keeps_its_last_item() {
    let mut guide = file("guide");
    let before = guide.clone();
    let errors = |guide: &File| {
        let mut all = files();
        all[0] = guide.clone();
        let Reply::Checked(checked) = ask(Request::Check { files: all }) else {
            panic!("no findings")
        };
        checked
            .findings
            .into_iter()
            .map(|it| (it.code, it.place.zh))
            .collect::<Vec<_>>()
    };
    assert_eq!(errors(&guide), []);
    let added = spliced(&guide, vec![listed("add", "screen.portal.top")]).expect("a place");
    // The new text has to be written in both languages.
    let place = |lang: &str| {
        let place = format!(
            "畫面：終身學習入口網：示意圖：終身學習入口網，選單在左側，12 項學習時數在右下角。 › 上方的連結 3（{lang}）"
        );
        ("empty-text".to_owned(), place)
    };
    assert_eq!(errors(&added), [place("中文"), place("英文")]);
    let removed = spliced(&added, vec![listed("remove", "screen.portal.top.2")]);
    assert_eq!(removed.expect("a place"), before);
    guide = spliced(&guide, vec![listed("remove", "screen.portal.top.1")]).expect("a place");
    assert_eq!(errors(&guide), []);
    let refused = spliced(&guide, vec![listed("remove", "screen.portal.top.0")]);
    assert!(refused.is_err_and(|why| why.contains("至少要有一項")));
}

#[test]
fn the_source_of_a_new_category_was_looked_at_on_the_day_of_the_edit() {
    let before = file("categories");
    let add = Edit::Add {
        list: "category".to_owned(),
        id: Some("new-one".to_owned()),
        after: None,
    };
    let after = spliced(&before, vec![add]).expect("a place");
    let (_, new) = difference(&before.text, &after.text);
    assert!(new.contains("seen-on = 2026-11-29\n"), "{new}");
}

#[test]
fn a_step_that_comes_or_goes_leaves_the_flow_whole() {
    let errors = |guide: &File| {
        let mut all = files();
        all[0] = guide.clone();
        let Reply::Checked(checked) = ask(Request::Check { files: all }) else {
            panic!("no findings")
        };
        let errors = checked.findings.into_iter();
        errors
            .filter(|it| it.severity == studio_protocol::Severity::Error)
            .map(|it| (it.code, it.line))
            .collect::<Vec<_>>()
    };
    let before = file("guide");
    assert_eq!(errors(&before), []);
    let add = Edit::Add {
        list: "node".to_owned(),
        id: Some("new-step".to_owned()),
        after: Some("node.my-area".to_owned()),
    };
    let longer = spliced(&before, vec![add]).expect("a place");
    assert_eq!(errors(&longer), []);
    let remove = Edit::Remove {
        path: "node.new-step".to_owned(),
    };
    let again = spliced(&longer, vec![remove]).expect("a place");
    assert_eq!(again.text, before.text);
    let shorter = Edit::Remove {
        path: "node.my-area".to_owned(),
    };
    let shorter = spliced(&before, vec![shorter]).expect("a place");
    assert_eq!(errors(&shorter), []);
    // Steps lead to a question, which has no next step of its own.
    for path in ["node.start", "node.credential", "node.hours-shown"] {
        let remove = Edit::Remove {
            path: path.to_owned(),
        };
        assert!(spliced(&before, vec![remove]).is_err(), "{path}");
    }
    // Where it is to follow no step, it is put into no way: nothing else changes, and it cannot be reached yet.
    let apart = Edit::Add {
        list: "node".to_owned(),
        id: Some("new-step".to_owned()),
        after: None,
    };
    let longer = spliced(&before, vec![apart]).expect("a place");
    let is_new = |line: &&str| !before.text.contains(*line);
    let new: Vec<_> = longer.text.lines().filter(is_new).collect();
    assert_eq!(new.first(), Some(&"id = \"new-step\""), "{new:?}");
    let found = errors(&longer);
    assert!(
        matches!(&found[..], [(code, _)] if code == "unreachable"),
        "{found:?}"
    );
    // A step never comes to lead to itself when one on its way is removed: its answer leads nowhere, which the check tells.
    let back = [
        set("node.new-step.next", "credential"),
        set("node.credential.answer.yes.to", "new-step"),
    ];
    let loops = spliced(&longer, back.to_vec()).expect("edits");
    let remove = Edit::Remove {
        path: "node.new-step".to_owned(),
    };
    let found = errors(&spliced(&loops, vec![remove]).expect("a place"));
    assert!(
        matches!(&found[..], [(code, _)] if code == "edge-to-nowhere"),
        "{found:?}"
    );
    let answer = Edit::Add {
        list: "node.credential.answer".to_owned(),
        id: Some("other".to_owned()),
        after: None,
    };
    let more = spliced(&before, vec![answer]).expect("a place");
    assert_eq!(errors(&more), []);
}

#[test]
fn what_cannot_be_is_refused_and_nothing_panics() {
    let guide = file("guide");
    for path in [
        "",
        ".",
        "nothing.at.all.x",
        "node",
        "node.start",
        "node.start.title",
        "node.nobody.title.zh",
        "node.start.link.7.href",
        "node.start.title.zh.more",
        "format.x",
        "site",
    ] {
        let result = spliced(&guide, vec![set(path, "x")]);
        let is_harmless = result.as_ref().is_ok_and(|it| it.text.contains("= \"x\""));
        assert!(result.is_err() || is_harmless, "{path}: {result:?}");
    }
    for list in ["row", "site", "node.start.title", "x", ""] {
        let edit = Edit::Add {
            list: list.to_owned(),
            id: Some("x".to_owned()),
            after: None,
        };
        assert!(spliced(&guide, vec![edit]).is_err(), "{list}");
    }
    let unreadable = File {
        name: "guide".to_owned(),
        text: "format = \n".to_owned(),
    };
    assert!(spliced(&unreadable, vec![set("format", "2")]).is_err());
}

#[test]
fn every_field_of_the_content_keeps_line_ends_mark_and_comments() {
    for original in files() {
        for (mark, end) in [("", "\n"), ("\u{feff}", "\r\n")] {
            let before = File {
                name: original.name.clone(),
                text: [mark, &original.text.replace('\n', end)].concat(),
            };
            for (path, value) in values(&before) {
                let Some(value) = value else { continue };
                let same = spliced(&before, vec![set(&path, &value)]).expect("a place");
                assert!(same.text == before.text, "{path} is not left alone");
            }
        }
    }
}

/// Any text, with what is dangerous in it more often than chance would have it.
fn texts() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just("\"".to_owned()),
        Just("\"\"\"".to_owned()),
        Just("'''".to_owned()),
        Just("\\".to_owned()),
        Just("\n".to_owned()),
        Just("\t".to_owned()),
        Just("]\n[x]\n".to_owned()),
        Just(" # no comment".to_owned()),
        Just("= {}".to_owned()),
        Just("\u{1}\u{7f}\u{85}".to_owned()),
        Just("\r".to_owned()),
        "[ -~]{0,6}",
        "\\PC{0,4}",
        Just("環境教育，【送出】".to_owned()),
    ];
    prop::collection::vec(pieces, 0..8).prop_map(|pieces| pieces.concat())
}

/// Blanks, line ends and comments that may stand around the items of a list.
fn gaps() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "",
        " ",
        "\n  ",
        "\r\n\t",
        " # ], {}\n  ",
        "\n# alone\n",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 8, ..ProptestConfig::default() })]

    #[test]
    fn only_the_span_differs_and_reading_it_gives_the_value(
        pick in any::<prop::sample::Index>(),
        which in 0_usize..5,
        text in texts(),
        is_windows in any::<bool>(),
    ) {
        let original = files().swap_remove(which);
        let end = if is_windows { "\r\n" } else { "\n" };
        let before = File { text: original.text.replace('\n', end), ..original };
        let fields = values(&before);
        let texts: Vec<_> = fields.iter().filter(|(path, value)| {
            value.is_some() && (path.ends_with(".zh") || path.ends_with(".en"))
        }).collect();
        let (path, was) = texts[pick.index(texts.len())];
        let after = spliced(&before, vec![set(path, &text)]).expect("a place");
        // Line ends are the file's own business.
        let expect = text.replace("\r\n", "\n").replace('\r', "\n");
        let now = values(&after);
        prop_assert_eq!(fields.len(), now.len());
        for ((path_before, value_before), (path_now, value_now)) in fields.iter().zip(&now) {
            prop_assert_eq!(path_before, path_now);
            if path_now == path {
                prop_assert_eq!(value_now.as_deref(), Some(expect.as_str()));
            } else {
                prop_assert_eq!(value_before, value_now);
            }
        }
        // Back again, all is as it was, unless the text was written in another way.
        let back = spliced(&after, vec![set(path, was.as_deref().unwrap_or_default())]).expect("a place");
        let (one, other) = difference(&before.text, &back.text);
        prop_assert!(one.len() < 400 && other.len() < 400);
    }

    #[test]
    fn an_item_that_came_and_went_leaves_any_list_as_it_was(
        items in prop::collection::vec((gaps(), gaps()), 1..4),
        (has_comma, end) in (any::<bool>(), gaps()),
        gone in any::<prop::sample::Index>(),
        up in any::<bool>(),
    ) {
        let texts: Vec<_> = (0..).zip(&items).map(|(n, (before, after))| format!("{before}{{ zh = \"{n}\" }}{after}")).collect();
        let before = File {
            name: "guide".to_owned(),
            text: format!("[[node]]\nid = \"a\"\nready = [{}{}{end}]\n", texts.join(","), if has_comma { "," } else { "" }),
        };
        let all = |file: &File| {
            let values = values(file).into_iter();
            let list = values.filter(|(path, _)| path.starts_with("node.a.ready.") && path.ends_with(".zh"));
            list.filter_map(|(_, value)| value).collect::<Vec<_>>()
        };
        let was: Vec<_> = (0..items.len()).map(|number| number.to_string()).collect();
        prop_assert_eq!(&all(&before), &was);
        let more = spliced(&before, vec![listed("add", "node.a.ready")]).expect("a place");
        prop_assert_eq!(all(&more), [was.clone(), vec![String::new()]].concat());
        let path = |number: usize| format!("node.a.ready.{number}");
        let back = spliced(&more, vec![listed("remove", &path(was.len()))]).expect("a place");
        prop_assert_eq!(&back.text, &before.text);
        let number = gone.index(was.len());
        let mut left = was.clone();
        left.remove(number);
        let less = spliced(&before, vec![listed("remove", &path(number))]).expect("a place");
        prop_assert_eq!(all(&less), left);
        let mut moved = was.clone();
        let other = if up { number.saturating_sub(1) } else { (number + 1).min(was.len() - 1) };
        moved.swap(number, other);
        let edit = listed(if up { "up" } else { "down" }, &path(number));
        let turned = spliced(&before, vec![edit]).expect("a place");
        prop_assert_eq!(all(&turned), moved);
    }

    #[test]
    fn no_edit_of_any_text_panics(text in "(\\PC|\n|\\[\\[node\\]\\]\n|id = \"a\"\n|ready = \\[|\\{\\}|, ?|# \n|\\]\n|title.zh = \"x\"\n){0,30}", path in "[a-z.0-9]{0,12}", value in texts()) {
        let file = File { name: "guide".to_owned(), text };
        for edit in [
            set(&path, &value),
            set("node.a.title.en", &value),
            Edit::Clear { path: path.clone() },
            Edit::Remove { path: "node.1".to_owned() },
            Edit::Move { path: "node.2".to_owned(), up: true },
            Edit::Add { list: "node".to_owned(), id: Some("b".to_owned()), after: None },
            listed("add", "node.0.ready"),
            listed("down", "node.0.ready.0"),
            listed("remove", "node.0.ready.1"),
        ] {
            let _ = spliced(&file, vec![edit]);
        }
    }
}
