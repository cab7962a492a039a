//! Files that somebody chose or dropped: ours are told by what they hold, all others are refused with a sentence.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod asking;

use asking::{ask_with, file, files};
use studio_protocol::{File, Reply, Request};

fn open(name: &str, bytes: &[u8]) -> Result<Vec<File>, String> {
    let request = Request::Open {
        name: name.to_owned(),
    };
    match ask_with(request, bytes) {
        Reply::Opened { files, .. } => Ok(files),
        Reply::Refused { why } => Err(why.zh),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_content_file_is_told_by_what_it_holds() {
    #[track_caller]
    fn check(name: &str, text: &str, expect: &str) {
        let files = open(name, text.as_bytes()).expect("a content file");
        let names: Vec<_> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, [expect]);
        assert!(files.iter().all(|file| file.text == text));
    }
    let text = |name: &str| file(name).text;
    check("guide.toml", &text("guide"), "guide");
    check("下載 (1).toml", &text("guide"), "guide");
    check("guide - 複製.txt", &text("calendar"), "calendar");
    check("x.toml", &text("categories"), "categories");
    check("新規定.toml", &text("rules/manual-10"), "rules/manual-10");
    let windows = ["\u{feff}", &text("rules/manual-10").replace('\n', "\r\n")].concat();
    check("x.toml", &windows, "rules/manual-10");
    // Half-typed, in Chinese marks, with nothing in it yet: the check speaks of that.
    check("guide.toml", "format = 2\n[[node]]\nid = \"", "guide");
    check("calendar.toml", "format ＝ 1\n", "calendar");
    check(
        "../../etc/passwd.toml",
        "format = 1\nid = \"../x\"\n[[requirement]]\n",
        "rules/rule-passwd",
    );
}

#[test]
fn everything_else_is_refused_with_the_file_to_take_instead() {
    #[track_caller]
    fn check(name: &str, bytes: &[u8], expect: &str) {
        let why = open(name, bytes).expect_err("refused");
        assert!(why.contains(expect), "{why}");
        assert!(why.contains(name), "{why}");
    }
    check("圖.png", b"\x89PNG\r\n\x1a\n....", "不是本網站的檔案");
    check("x.pdf", b"%PDF-1.7", ".toml");
    check("空.toml", b"", "空的檔案");
    check("notes.txt", "今天要改電話".as_bytes(), "不是本網站的檔案");
    check("big5.toml", b"title = \"\xa4\xa4\xa4\xe5\"", "UTF-8");
    check("wide.toml", b"\xff\xfef\0o\0", "UTF-8");
    check("large.toml", &vec![b'x'; 31 << 20], "太大");
    check(
        "long.toml",
        &["format = 2\n".repeat(1 << 20)].concat().into_bytes(),
        "太大",
    );
    check(
        "index.html",
        b"<!doctype html><p id=\"page-data\">",
        "guide.html",
    );
    check("other.html", b"<!DOCTYPE HTML><p>", "其他網站");
    check(
        "old.html",
        b"\xef\xbb\xbf<!doctype html><p id=\"page-data\"><p id=\"packed\">",
        "較早的版本",
    );
    for block in ["", "AAAA", "eJwDAAAAAAE=", "%%%"] {
        let page =
            format!("<!doctype html><script type=\"text/plain\" id=\"source\">{block}</script>");
        check("guide.html", page.as_bytes(), "損壞");
    }
    check("source.json", b"[{\"name\":\"guide\",\"text\":1}]", "損壞");
    check(
        "source.json",
        b"[{\"name\":\"guide\",\"text\":\"\"},{\"name\":\"rules/../../x\",\"text\":\"\"}]",
        "損壞",
    );
    check("guide.toml", b"format = 3\n[[node]]\n", "format = 1");
    check("x.toml", b"format = 0\n[[platform]]\n", "不認得");
    check(
        "empty.zip",
        b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
        "沒有內容檔",
    );
    check("damaged.zip", b"PK\x03\x04....", "損壞");
}

#[test]
fn the_archive_of_the_content_is_opened_again() {
    let request = Request::Content { files: files() };
    let zip = asking::bytes(request);
    let mut opened = open("content.zip", &zip).expect("our own");
    let mut expect = files();
    for files in [&mut opened, &mut expect] {
        files.sort_by(|a, b| a.name.cmp(&b.name));
    }
    assert_eq!(opened, expect);
    // Of any part of it nothing is made but a sentence.
    for length in (0..zip.len()).step_by(97) {
        assert!(open("content.zip", zip.get(..length).expect("a part")).is_err());
    }
}
