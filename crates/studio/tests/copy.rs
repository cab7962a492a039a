//! Another school starts from a copy: only what names the school and what was confirmed differs.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod asking;

use asking::{ask, files};
use studio_protocol::{Contact, File, Left, Reply, Request, School, Severity, State, Words};

fn school() -> School {
    School {
        name: Words::new("國立範例大學", "National Example University"),
        address: "https://hours.example.edu.tw/".to_owned(),
        contacts: vec![Contact {
            path: "contact.hr".to_owned(),
            name: Words::new("人力資源處", "Human Resources"),
            body: Words::new("電話 1234。", "Phone 1234."),
        }],
    }
}

fn copied(files: Vec<File>, school: School) -> Result<Vec<File>, Words> {
    match ask(Request::Copy { files, school }) {
        Reply::Copied { files } => Ok(files),
        Reply::Refused { why } => Err(why),
        other => panic!("{other:?}"),
    }
}

fn left(before: Vec<File>, after: Vec<File>) -> Vec<Left> {
    match ask(Request::Changes { before, after }) {
        Reply::Changes { left, .. } => left,
        other => panic!("{other:?}"),
    }
}

/// The lines of two states of a file that differ.
fn changed<'a>(before: &'a [File], after: &'a [File], name: &str) -> Vec<(&'a str, &'a str)> {
    let lines = |files: &'a [File]| {
        let file = files.iter().find(|file| file.name == name);
        file.expect("the file").text.lines()
    };
    let pairs = lines(before).zip(lines(after));
    pairs.filter(|(old, new)| old != new).collect()
}

#[test]
fn only_the_spans_that_name_the_school_differ() {
    let before = files();
    let without_address = School {
        address: String::new(),
        ..school()
    };
    let after = copied(before.clone(), without_address).expect("a copy");
    let guide: Vec<_> = changed(&before, &after, "guide")
        .into_iter()
        .map(|(_, new)| new)
        .collect();
    assert_eq!(
        guide,
        [
            "owner.zh = \"國立範例大學\"",
            "owner.en = \"National Example University\"",
            "name.zh = \"人力資源處\"",
            "name.en = \"Human Resources\"",
            "body.zh = \"電話 1234。\"",
            "body.en = \"Phone 1234.\"",
        ]
    );
    assert_eq!(changed(&before, &after, "calendar"), []);
    for (old, new) in before.iter().zip(&after) {
        assert_eq!(old.text.lines().count(), new.text.lines().count());
    }
}

#[test]
fn rules_and_categories_are_kept_but_unconfirmed() {
    let mut before = files();
    for file in &mut before {
        let day = "verified = 2026-03-01 # seen";
        file.text = file.text.replace("verified = \"never\"", day);
    }
    let after = copied(before.clone(), school()).expect("a copy");
    for name in ["rules/manual-10", "rules/school-107-contract"] {
        assert_eq!(
            changed(&before, &after, name),
            [(
                "verified = 2026-03-01 # seen",
                "verified = \"never\" # seen"
            )]
        );
    }
    let categories = changed(&before, &after, "categories");
    assert!(!categories.is_empty());
    assert!(
        categories
            .iter()
            .all(|(_, new)| *new == "verified = \"never\" # seen")
    );
    match ask(Request::Check { files: after }) {
        Reply::Checked(checked) => {
            let errors = checked.findings.iter();
            assert_eq!(
                errors.filter(|it| it.severity == Severity::Error).count(),
                0
            );
            let is_confirmed = |state: State| state == State::Confirmed;
            assert!(
                !checked
                    .facts
                    .rules
                    .iter()
                    .any(|rule| is_confirmed(rule.state))
            );
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_contact_that_differs_loses_the_day_on_which_the_old_one_was_seen() {
    let mut before = files();
    let name = "[[contact]]\n";
    let guide = &mut before[0].text;
    *guide = guide.replace(name, "[[contact]]\nseen = 2026-01-01\n");
    let count = |files: &[File]| files[0].text.matches("seen = 2026-01-01").count();
    let after = copied(before.clone(), school()).expect("a copy");
    assert_eq!(count(&after) + 1, count(&before));
}

#[test]
fn marks_and_line_ends_stay() {
    let mut before = files();
    for file in &mut before {
        file.text = ["\u{feff}", &file.text.replace('\n', "\r\n")].concat();
    }
    let after = copied(before.clone(), school()).expect("a copy");
    for (old, new) in before.iter().zip(&after) {
        assert!(new.text.starts_with('\u{feff}'));
        let ends = new.text.matches('\n').count();
        assert_eq!(ends, new.text.matches("\r\n").count(), "{}", old.name);
    }
}

#[test]
fn lines_that_still_speak_of_the_school_before_are_listed() {
    let before = files();
    assert_eq!(left(before.clone(), before.clone()), []);
    let after = copied(before.clone(), school()).expect("a copy");
    let found = left(before.clone(), after.clone());
    let guide = &after[0].text;
    assert!(!guide.contains("臺北科技大學"));
    for it in &found {
        let file = after.iter().find(|file| file.name == it.file);
        let line = file.and_then(|file| file.text.lines().nth(it.line as usize - 1));
        assert_eq!(line.map(str::trim), Some(it.text.as_str()));
        assert_eq!(it.place.zh.is_empty(), it.text.starts_with('#'), "{it:?}");
    }
    let has = |file: &str, piece: &str| {
        found
            .iter()
            .any(|it| it.file == file && it.text.contains(piece))
    };
    assert!(has("rules/manual-10", "國立臺北科技大學"), "{found:#?}");
    assert!(has(
        "rules/manual-10",
        "National Taipei University of Technology"
    ));
    assert!(has("rules/school-107-contract", "本校"));
    assert!(has("rules/school-107-contract", "https://per.ntut.edu.tw/"));
    // Mended, a line is listed no more.
    let mut mended = after;
    for file in &mut mended {
        file.text = file.text.replace("國立臺北科技大學", "國立範例大學");
    }
    assert_eq!(
        left(before, mended)
            .iter()
            .filter(|it| it.text.contains("範例"))
            .count(),
        0
    );
}

#[test]
fn a_name_that_lives_on_is_of_the_same_school() {
    let before = files();
    let longer = School {
        name: Words::new(
            "國立台北科技大學人事室",
            "Personnel Office, National Taipei University of Technology",
        ),
        ..school()
    };
    let after = copied(before.clone(), longer).expect("a copy");
    assert_eq!(left(before, after), []);
}

#[test]
fn what_is_missing_is_asked_for() {
    #[track_caller]
    fn check(change: impl FnOnce(&mut School), piece: &str) {
        let mut school = school();
        change(&mut school);
        let why = copied(files(), school).expect_err("a refusal");
        assert!(why.zh.contains(piece) && !why.en.is_empty(), "{why:?}");
    }
    check(|it| it.name.zh.clear(), "名稱");
    check(|it| it.name.en = " ".to_owned(), "英文名稱");
    check(
        |it| it.address = "hours.example.edu.tw".to_owned(),
        "https://",
    );
    let same = Words::new(
        "國立臺北科技大學",
        "National Taipei University of Technology",
    );
    check(|it| it.name = same, "另一所");
    check(
        |it| it.contacts[0].path = "contact.nobody".to_owned(),
        "contact.nobody",
    );
    let mut broken = files();
    broken[2].text.push_str("[[[\n");
    let why = copied(broken, school()).expect_err("a refusal");
    assert!(why.zh.starts_with("categories："), "{why:?}");
}
