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
use studio_protocol::{Edit, Entries, File, Form, Reply, Request};

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
    let entries = fields.flat_map(|field| match field.entries {
        Entries::One(entry) => vec![entry],
        Entries::Both { zh, en } => vec![zh, en],
    });
    entries
        .map(|entry| {
            let (_, path) = entry.name.split_once(':').expect("a name");
            (path.to_owned(), entry.value)
        })
        .collect()
}

/// What differs in the middle of two texts.
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
    fn no_edit_of_any_text_panics(text in "(\\PC|\n|\\[\\[node\\]\\]\n|id = \"a\"\n|title.zh = \"x\"\n){0,30}", path in "[a-z.0-9]{0,12}", value in texts()) {
        let file = File { name: "guide".to_owned(), text };
        for edit in [
            set(&path, &value),
            set("node.a.title.en", &value),
            Edit::Clear { path: path.clone() },
            Edit::Remove { path: "node.1".to_owned() },
            Edit::Move { path: "node.2".to_owned(), up: true },
            Edit::Add { list: "node".to_owned(), id: Some("b".to_owned()), after: None },
        ] {
            let _ = spliced(&file, vec![edit]);
        }
    }
}
