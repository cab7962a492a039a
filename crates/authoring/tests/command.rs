//! The program `check-content` as an editor starts it.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const GUIDE: &str = include_str!("fixtures/guide.toml");
const RULES: &str = include_str!("fixtures/small-10.toml");
const CALENDAR: &str = include_str!("fixtures/calendar.toml");

/// Runs the program in a project with these files, and expects an exit code and pieces of what it prints.
#[track_caller]
fn check(name: &str, files: &[(&str, &[u8])], args: &[&str], code: i32, expect: &[&str]) {
    let root = project(name, files);
    let output = Command::new(env!("CARGO_BIN_EXE_check-content"))
        .args(args)
        .current_dir(&root)
        .output()
        .unwrap();
    let printed =
        String::from_utf8(output.stdout).unwrap() + str::from_utf8(&output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{printed}");
    for piece in expect {
        assert!(printed.contains(piece), "no {piece:?} in\n{printed}");
    }
}

const WHOLE: [(&str, &[u8]); 3] = [
    ("content/guide.toml", GUIDE.as_bytes()),
    ("content/rules/small-10.toml", RULES.as_bytes()),
    ("content/calendar.toml", CALENDAR.as_bytes()),
];

#[test]
fn correct_content_passes_and_is_counted() {
    let counted = [
        "檢查通過：節點 5 個、規定 1 份、行事曆 1 份；",
        "5 node(s), 1 rule set(s), 1 calendar(s);",
    ];
    check("whole", &WHOLE, &[], 0, &counted);
    check("whole-root", &WHOLE, &["--root", "."], 0, &counted);
    let files = [
        WHOLE[0],
        WHOLE[1],
        WHOLE[2],
        ("content/deeper/x", b"".as_slice()),
    ];
    let root = project("whole-deeper", &files);
    let output = Command::new(env!("CARGO_BIN_EXE_check-content"))
        .current_dir(root.join("content/deeper"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "the root is found upwards");
}

#[test]
fn a_slip_is_printed_with_place_code_and_both_languages() {
    let wrong = GUIDE.replace("to = \"look\"", "to = \"lok\"");
    check(
        "slip",
        &[("content/guide.toml", wrong.as_bytes()), WHOLE[1], WHOLE[2]],
        &[],
        1,
        &[
            "content/guide.toml:76:8: 錯誤 [edge-to-nowhere] 這裡指向「lok」，但沒有這個節點。",
            "是不是要寫「look」？\n    error: This leads to “lok”, but there is no such node.",
            "Did you mean “look”?",
            "錯誤 1 則",
        ],
    );
}

#[test]
fn a_file_that_is_not_read_is_named() {
    let files = [
        WHOLE[0],
        WHOLE[1],
        WHOLE[2],
        ("content/rules/new.toml.txt", b"format = 1\n".as_slice()),
        ("content/rules/new.TOML", b"format = 1\n"),
        ("content/new.toml", b"format = 1\n"),
        ("content/rules/.hidden", b""),
    ];
    check(
        "passed-over",
        &files,
        &[],
        0,
        &[
            "content/new.toml:1:1: 提醒 [file-passed-over] 沒有讀取「new.toml」這個檔案。",
            "content/rules/new.TOML:1:1: 提醒 [file-passed-over]",
            "content/rules/new.toml.txt:1:1: 提醒 [file-passed-over]",
            "提醒 3 則",
        ],
    );
}

#[test]
fn a_warning_is_printed_and_passes() {
    let half = RULES.replace("\"備註\"", "\"備註,請看\"");
    check(
        "warning",
        &[
            WHOLE[0],
            ("content/rules/small-10.toml", half.as_bytes()),
            WHOLE[2],
        ],
        &[],
        0,
        &[
            "content/rules/small-10.toml:15:14: 提醒 [half-width-punctuation]",
            "提醒 1 則",
        ],
    );
}

#[test]
fn only_the_named_files_are_checked() {
    let wrong = RULES.replace("row = \"policy\"", "row = \"polcy\"");
    let files = [
        WHOLE[0],
        WHOLE[1],
        ("draft/small-10.toml", wrong.as_bytes()),
        ("rules/empty.toml", b"".as_slice()),
        ("draft/calendar.toml", b"format = 1\n".as_slice()),
        WHOLE[2],
    ];
    check(
        "named-good",
        &files,
        &["content/guide.toml", "content/rules/small-10.toml"],
        0,
        &["節點 5 個、規定 1 份；"],
    );
    check(
        "named-calendar",
        &files,
        &["content/calendar.toml"],
        0,
        &["檢查通過：行事曆 1 份；"],
    );
    check(
        "named-calendar-wrong",
        &files,
        &["draft/calendar.toml"],
        1,
        &["draft/calendar.toml:1:1: 錯誤 [missing-key] 缺少「holidays」。"],
    );
    check(
        "named-wrong",
        &files,
        &["draft/small-10.toml"],
        1,
        &["draft/small-10.toml:31:7: 錯誤 [unknown-row]"],
    );
    check(
        "named-empty",
        &files,
        &["rules/empty.toml"],
        1,
        &["[rule-without-source]"],
    );
    check(
        "named-root",
        &files,
        &["--root", "draft", "small-10.toml"],
        1,
        &["[unknown-row]"],
    );
}

#[test]
fn a_file_that_cannot_be_read_is_told_in_a_sentence() {
    check(
        "nothing",
        &[("x", b"".as_slice())],
        &["--root", "."],
        2,
        &["找不到這個檔案或資料夾", "There is no such file"],
    );
    check(
        "no-rules",
        &[WHOLE[0], WHOLE[2]],
        &[],
        2,
        &["rules", "找不到"],
    );
    check(
        "no-calendar",
        &WHOLE[..2],
        &[],
        2,
        &["calendar.toml: 找不到"],
    );
    check(
        "no-file",
        &WHOLE,
        &["missing.toml"],
        2,
        &["missing.toml: 找不到"],
    );
    check("folder", &WHOLE, &["content"], 2, &["content: "]);
    check("option", &WHOLE, &["--fix"], 2, &["用法"]);
    check("half-option", &WHOLE, &["--root"], 2, &["用法"]);
    let big5 = [("a.toml", b"format = 1\n# \xa4\xa4\xa4\xe5\n".as_slice())];
    check(
        "big5",
        &big5,
        &["a.toml"],
        2,
        &[
            "a.toml:2: 這個檔案不是 UTF-8 編碼",
            "not encoded as UTF-8 (from line 2)",
        ],
    );
}

fn project(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("check-content")
        .join(name);
    let _ = fs::remove_dir_all(&root);
    for (path, bytes) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    root
}
