//! Differences, as a memo says them.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod asking;

use asking::{ask, files};
use studio_protocol::{Edit, File, Reply, Request, Words};

fn sentences(before: Vec<File>, after: Vec<File>) -> Vec<Words> {
    match ask(Request::Changes { before, after }) {
        Reply::Changes { sentences, .. } => sentences,
        other => panic!("{other:?}"),
    }
}

/// The sentences after edits of one file.
#[track_caller]
fn check(name: &str, edits: Vec<Edit>, zh: &[&str], en: &[&str]) {
    let before = files();
    let mut after = before.clone();
    for file in after.iter_mut().filter(|file| file.name == name) {
        let edits = edits.clone();
        file.text = match ask(Request::Splice {
            file: file.clone(),
            edits,
        }) {
            Reply::Text { text } => text,
            other => panic!("{other:?}"),
        };
    }
    let found = sentences(before, after);
    let found_zh: Vec<_> = found.iter().map(|it| it.zh.as_str()).collect();
    let found_en: Vec<_> = found.iter().map(|it| it.en.as_str()).collect();
    assert_eq!(found_zh, zh);
    assert_eq!(found_en, en);
}

fn set(path: &str, value: &str) -> Edit {
    Edit::Set {
        path: path.to_owned(),
        value: value.to_owned(),
    }
}

#[test]
fn numbers_and_days_are_named_from_and_to() {
    check(
        "rules/manual-10",
        vec![
            set("requirement.environment.at-least", "5"),
            set("verified", "2026-03-01"),
            set("enabled", "false"),
        ],
        &[
            "每年必須完成之課程（10 小時）：啟用 是 → 否",
            "每年必須完成之課程（10 小時）：人事室確認日期 未確認 → 2026-03-01",
            "環境教育：4 → 5 小時",
        ],
        &[
            "Courses to be completed every year (10 hours): In use yes → no",
            "Courses to be completed every year (10 hours): Confirmed by HR on not confirmed → 2026-03-01",
            "Environmental education: 4 → 5 hours",
        ],
    );
}

#[test]
fn of_short_texts_it_is_said_from_what_to_what_and_of_others_where() {
    check(
        "guide",
        vec![
            set(
                "contact.hr.body.zh",
                "到職日期、時數缺漏、時數規定，請撥分機 1234。",
            ),
            set("contact.hr.body.en", "Phone 1234"),
            set("contact.hr.name.zh", "人事室"),
        ],
        &[
            "導引：聯絡窗口「人事室」名稱：「人事室（單位人事）」→「人事室」",
            "導引：聯絡窗口「人事室」修改說明（電話、事項）",
        ],
        &[
            "Guide: Contact “Personnel Office (人事室)”: Name (Chinese) “人事室（單位人事）” → “人事室”",
            "Guide: Contact “Personnel Office (人事室)”: Body (phone, matters) changed",
        ],
    );
    // A language that is short is named although the other one is not.
    check(
        "guide",
        vec![
            set("contact.hr.name.zh", "人事室"),
            set(
                "contact.hr.name.en",
                "The Personnel Office of your own institution",
            ),
        ],
        &["導引：聯絡窗口「人事室」名稱：「人事室（單位人事）」→「人事室」"],
        &["Guide: Contact “The Personnel Office of your own institution”: Name changed"],
    );
    check(
        "guide",
        vec![set("contact.hr.name.en", "Personnel Office")],
        &[
            "導引：聯絡窗口「人事室（單位人事）」名稱（英文）：「Personnel Office (人事室)」→「Personnel Office」",
        ],
        &[
            "Guide: Contact “Personnel Office”: Name “Personnel Office (人事室)” → “Personnel Office”",
        ],
    );
    // Twenty Chinese characters are short, one more is not; nothing at all is no text.
    let letters = "字".repeat(20);
    check(
        "calendar",
        vec![set("platform.elearn.name.zh", &letters)],
        &[&format!(
            "行事曆：學習平臺「{letters}」名稱：「e等公務園+學習平臺」→「{letters}」"
        )],
        &[&format!(
            "Calendar: Learning platform “e等公務園+ (the e-learning platform for civil servants)”: Name (Chinese) “e等公務園+學習平臺” → “{letters}”"
        )],
    );
    let more = [&letters, "字"].concat();
    let english = "e等公務園+ (the e-learning platform for civil servants)";
    for (text, name) in [(more.as_str(), more.as_str()), ("", english)] {
        let before = files();
        let mut after = before.clone();
        for file in after.iter_mut().filter(|file| file.name == "calendar") {
            let edits = vec![set("platform.elearn.name.zh", text)];
            let file_before = file.clone();
            let request = Request::Splice {
                file: file_before,
                edits,
            };
            if let Reply::Text { text } = ask(request) {
                file.text = text;
            }
        }
        let found = sentences(before, after);
        let found: Vec<_> = found.into_iter().map(|it| it.zh).collect();
        // Where one language is empty the name is that of the other one.
        assert_eq!(found, [format!("行事曆：學習平臺「{name}」修改名稱")]);
    }
}

#[test]
fn what_there_is_one_of_is_called_once() {
    check(
        "guide",
        vec![
            set("screen.portal.tabs.1.zh", "我的學習資料夾"),
            set("screen.portal.tabs.1.en", "My learning folder"),
        ],
        &["導引：畫面：終身學習入口網：頁籤：「學習資料夾」→「我的學習資料夾」"],
        &["Guide: Drawing: the learning portal: Tab “Learning folder” → “My learning folder”"],
    );
}

#[test]
fn items_of_a_list_that_came_went_or_moved_are_no_new_wording() {
    let path = |path: &str| path.to_owned();
    for edit in [
        Edit::Remove {
            path: path("screen.portal.tabs.0"),
        },
        Edit::Move {
            path: path("screen.portal.tabs.0"),
            up: false,
        },
        Edit::Add {
            list: path("screen.portal.tabs"),
            id: None,
            after: Some(path("screen.portal.tabs.0")),
        },
    ] {
        check(
            "guide",
            vec![edit],
            &["導引：畫面：終身學習入口網：修改頁籤"],
            &["Guide: Drawing: the learning portal: Tab changed"],
        );
    }
}

#[test]
fn tables_that_came_or_went_are_counted() {
    check(
        "guide",
        vec![
            Edit::Remove {
                path: "node.my-area".to_owned(),
            },
            Edit::Add {
                list: "contact".to_owned(),
                id: Some("library".to_owned()),
                after: None,
            },
        ],
        &[
            "導引：步驟「登入 eCPA」修改下一步",
            "導引：新增 1 個聯絡窗口：（名稱）",
            "導引：刪除 1 個步驟：進入【我的專區】",
        ],
        &[
            "Guide: Step “Sign in to eCPA”: Next step changed",
            "Guide: 1 × Contact added: (Name)",
            "Guide: 1 × Step removed: Enter 【我的專區】 (my area)",
        ],
    );
}

#[test]
fn order_comments_and_files_are_told_apart() {
    check(
        "guide",
        vec![Edit::Move {
            path: "contact.hr".to_owned(),
            up: false,
        }],
        &["導引：調整順序"],
        &["Guide: order changed"],
    );
    check("guide", Vec::new(), &[], &[]);
    let before = files();
    let mut after = before.clone();
    for file in &mut after {
        if file.name == "calendar" {
            file.text.push_str("# seen\n");
        }
    }
    after.retain(|file| file.name != "rules/manual-10");
    let found = sentences(before, after);
    let found: Vec<_> = found.iter().map(|it| it.zh.as_str()).collect();
    assert_eq!(
        found,
        [
            "行事曆：只修改註解或排列",
            "每年必須完成之課程（10 小時）：刪除檔案"
        ]
    );
}

#[test]
fn a_text_that_cannot_be_read_is_said_to_be_so() {
    let before = files();
    let mut after = before.clone();
    for file in &mut after {
        file.text.push_str("[[[\n");
    }
    let found = sentences(before, after);
    assert_eq!(found.len(), 5);
    assert!(found.iter().all(|it| it.zh.contains("無法讀取")));
}
