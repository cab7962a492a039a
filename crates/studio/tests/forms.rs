//! Forms offer those fields that the check of the content reads.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod asking;

use asking::{ask, files};
use studio_protocol::{Checked, Edit, File, Kind, Reply, Request};

fn checked(files: &[File]) -> Checked {
    let files = files.to_vec();
    match ask(Request::Check { files }) {
        Reply::Checked(checked) => checked,
        other => panic!("{other:?}"),
    }
}

/// Something that an editor could put into a field of this kind.
fn example(kind: &Kind) -> &str {
    match kind {
        Kind::Text | Kind::Markdown | Kind::Words | Kind::Node | Kind::Fixed => "start",
        Kind::Link => "https://example.org/",
        Kind::Date | Kind::DateOr(_) | Kind::Dates => "2026-03-02",
        Kind::YearDay => "12-31",
        Kind::Hours | Kind::Number | Kind::NumberOr(_) => "1",
        Kind::Bool(_) => "true",
        Kind::Choice(names) => &names[0].0,
    }
}

#[test]
fn no_two_tables_have_one_path_and_a_list_says_how_many_it_has() {
    let guide = File {
        name: "guide".to_owned(),
        text: "[[contact]]\nid = \"1\"\n[[contact]]\n[[contact]]\nid = \"a\"\n[[contact]]\nid = \"a\"\n".to_owned(),
    };
    let checked = checked(&[guide]);
    let form = checked.form("guide").expect("the form of the file");
    let paths = form.groups.iter().map(|group| &*group.path);
    let paths: Vec<_> = paths.filter(|it| it.starts_with("contact.")).collect();
    assert_eq!(paths, ["contact.0", "contact.1", "contact.a", "contact.3"]);
    let count = |list: &str| {
        let mut growths = form.growths.iter();
        growths.find(|it| it.list == list).map(|it| it.count)
    };
    assert_eq!((count("contact"), count("node")), (Some(4), Some(0)));
}

#[test]
fn every_field_that_a_form_offers_is_a_key_that_the_check_asks_for() {
    let mut filled = files();
    for form in checked(&files()).forms {
        let fields = form.groups.iter().flat_map(|group| &group.fields);
        let edits = fields.flat_map(|field| {
            let all = field.entries.all().into_iter();
            let empty = all.filter(|it| it.value.is_none());
            empty.map(|entry| Edit::Set {
                path: entry.name.split_once(':').expect("a name").1.to_owned(),
                value: example(&field.kind).to_owned(),
            })
        });
        let edits: Vec<_> = edits.collect();
        let file = filled.iter_mut().find(|it| it.name == form.file);
        let file = file.expect("the file of the form");
        match ask(Request::Splice {
            file: file.clone(),
            edits,
        }) {
            Reply::Text { text } => file.text = text,
            other => panic!("{other:?}"),
        }
    }
    assert_ne!(filled, files());
    let findings = checked(&filled).findings.into_iter();
    let unknown = findings.filter(|it| it.code == "unknown-key");
    let unknown: Vec<_> = unknown
        .map(|it| (it.file, it.line, it.message.zh))
        .collect();
    assert_eq!(unknown, []);
}

#[test]
fn every_dated_fact_of_the_first_screen_has_a_field() {
    let mut files = files();
    let calendar = files
        .iter_mut()
        .find(|it| it.name == "calendar")
        .expect("it");
    let edits = vec![Edit::Set {
        path: "platform.elearn.seen".to_owned(),
        value: "2020-03-01".to_owned(),
    }];
    match ask(Request::Splice {
        file: calendar.clone(),
        edits,
    }) {
        Reply::Text { text } => calendar.text = text,
        other => panic!("{other:?}"),
    }
    let Checked { facts, forms, .. } = checked(&files);
    let groups = forms.iter().flat_map(|form| &form.groups);
    let fields = groups.flat_map(|group| &group.fields);
    let fields = fields.flat_map(|field| field.entries.all());
    let names: Vec<_> = fields.map(|entry| entry.name.as_str()).collect();
    let dated: Vec<_> = facts.dated.iter().map(|it| it.field.as_str()).collect();
    assert!(
        dated.contains(&"calendar:platform.elearn.seen"),
        "{dated:?}"
    );
    for field in dated {
        assert!(names.contains(&field), "{field} has no field");
    }
}
