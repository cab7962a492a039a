//! A guide whose steps lead nowhere can be looked at and not published.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod asking;

use std::collections::BTreeSet;

use asking::{ask, files};
use studio_protocol::{File, Language, Reply, Request, Severity};

/// The content after a change of its guide.
#[track_caller]
fn changed(old: &str, new: &str) -> Vec<File> {
    let mut files = files();
    let guide = files.iter_mut().find(|file| file.name == "guide");
    let guide = guide.expect("a guide");
    assert!(guide.text.contains(old), "{old}");
    guide.text = guide.text.replacen(old, new, 1);
    files
}

#[test]
fn a_preview_can_be_made_where_all_that_is_wrong_is_where_steps_lead() {
    #[track_caller]
    fn check(files: Vec<File>, errors: &[&str], expect: bool) {
        let Reply::Checked(checked) = ask(Request::Check { files }) else {
            panic!("an answer to a check");
        };
        let wrong = checked
            .findings
            .iter()
            .filter(|it| it.severity == Severity::Error);
        let codes: BTreeSet<_> = wrong.map(|it| &*it.code).collect();
        assert_eq!(codes, BTreeSet::from_iter(errors.iter().copied()));
        assert_eq!(checked.can_be_shown, expect, "{codes:?}");
    }
    check(files(), &[], true);
    let back = "next = \"application-systems\"";
    check(
        changed("next = \"group-d\"", back),
        &["no-way-out", "unreachable"],
        true,
    );
    check(
        changed("next = \"group-d\"", "next = \"nowhere\""),
        &["edge-to-nowhere"],
        false,
    );
    // With another error beside.
    let wrong = [back, "\nnext-step = \"group-d\""].concat();
    check(
        changed("next = \"group-d\"", &wrong),
        &["no-way-out", "unreachable", "unknown-key"],
        false,
    );
}

#[test]
fn a_draft_is_no_page() {
    let files = changed("next = \"group-d\"", "next = \"application-systems\"");
    for request in [
        Request::Page {
            files: files.clone(),
            language: Language::English,
        },
        Request::Site { files },
    ] {
        let Reply::Refused { why } = ask(request) else {
            panic!("a page of a draft");
        };
        assert!(why.zh.contains("內容還有錯誤"), "{}", why.zh);
    }
}
