//! Lists of courses: what counts, what is left out and why; nothing of them comes into the twelve rows.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use hours::{Date, PortalRow};
use interchange::LeftOut::{self, *};
use interchange::{Found, Labels, Reading, read};

fn labels() -> Labels {
    let mut labels = Labels::default();
    labels.add(PortalRow::Total, "總學習時數");
    labels.add(PortalRow::Environment, "環境教育(4小時)");
    labels.add(PortalRow::Mandatory, "每年必須完成之課程總學習時數(10小時)");
    for (id, name) in [
        ("security", "資通安全通識"),
        ("human-rights", "人權教育"),
        ("neutrality", "行政中立"),
    ] {
        labels.add_input(id, name);
    }
    labels.add_category(
        &[(522, 522)],
        ["資通安全通識", "資通安全(通識)"],
        Some("security"),
    );
    labels.add_category(&[(523, 523)], ["資通安全專業"], None);
    labels.add_category(&[(340, 345)], ["環境"], None);
    labels.set_today(Date::new(2026, 11, 29).ok());
    labels
}

fn reading(text: &str) -> Reading {
    let reading = read(text, &labels()).unwrap();
    assert!(
        reading.rows.iter().all(|found| *found == Found::No),
        "a list fills no row: {text}"
    );
    reading
}

/// A list as it is pasted; `|` stands between cells, `/` between lines. Checks its sums, and why courses are left out.
#[track_caller]
fn check(text: &str, sums: &[(&str, &str)], left_out: &[(usize, LeftOut)]) {
    let text = text.replace(" | ", "\t").replace(" / ", "\n");
    let reading = reading(&text);
    let found: Vec<_> = reading
        .inputs
        .iter()
        .map(|input| match &input.found {
            Found::Hours(hours) => (input.id.as_str(), hours.to_string()),
            other => panic!("{other:?}"),
        })
        .collect();
    let sums: Vec<_> = sums
        .iter()
        .map(|(id, hours)| (*id, (*hours).to_owned()))
        .collect();
    assert_eq!(found, sums, "{text}");
    let left: Vec<_> = reading
        .courses
        .iter()
        .filter_map(|course| Some((course.place, course.counted.as_ref().err().copied()?)))
        .collect();
    assert_eq!(left, left_out, "{text}");
}

const HEAD: &str = "課程名稱 | 課程類別 | 認證時數";

#[track_caller]
fn check_lines(lines: &str, sums: &[(&str, &str)], left_out: &[(usize, LeftOut)]) {
    check(&format!("{HEAD} / {lines}"), sums, left_out);
}

#[test]
fn hours_of_a_category_are_summed_into_its_input() {
    check_lines("甲 | 522 | 3", &[("security", "3")], &[]);
    check_lines(
        "甲 | 522 資通安全 | 1 / 乙 | 522 | 1.5",
        &[("security", "2.5")],
        &[],
    );
    check_lines("甲 | 資通安全通識 | 2小時", &[("security", "2")], &[]);
    check_lines("甲 | ５２２ | ３", &[("security", "3")], &[]);
    check_lines("甲 | 資通安全（通識） | 2", &[("security", "2")], &[]);
    check_lines(
        "甲 | 政策能力訓練 > 民主治理 > 行政中立 | 2",
        &[("neutrality", "2")],
        &[],
    );
    check_lines(
        "甲 | 人權教育 | 2 / 乙 | 522 | 3 / 丙 | 人權教育 | 0.5",
        &[("human-rights", "2.5"), ("security", "3")],
        &[],
    );
}

#[test]
fn what_is_left_out_says_why() {
    check_lines("甲 | 523 | 3", &[], &[(1, NotCounted)]);
    check_lines("甲 | 資通安全專業 | 3", &[], &[(1, NotCounted)]);
    check_lines("甲 | 342 | 4", &[], &[(1, NotCounted)]);
    check_lines("甲 | 503 人權教育 | 2", &[], &[(1, UnknownCategory)]);
    check_lines("甲 | 環境教育 | 4", &[], &[(1, UnknownCategory)]);
    check_lines("甲 | 資通安全 | 3", &[], &[(1, UnknownCategory)]);
    check_lines("甲 | 資通安全(專業) | 3", &[], &[(1, NotCounted)]);
    check_lines("甲 | 資通安全(其他) | 3", &[], &[(1, UnknownCategory)]);
    check_lines("甲 |  | 3", &[], &[(1, NoCategory)]);
    check_lines("甲 | 522、523 | 3", &[], &[(1, NoCategory)]);
    for hours in ["", "三", "3-4", "3 小時 30 分", "-1", "10000", "1,5"] {
        check_lines(&format!("甲 | 522 | {hours}"), &[], &[(1, NotHours)]);
    }
    check_lines(
        "甲 | 522 | 3 / 甲 | 522 | 3",
        &[("security", "3")],
        &[(2, Double)],
    );
    check_lines(
        "甲 | 522 | 3 / 乙 | 522",
        &[("security", "3")],
        &[(2, Broken)],
    );
    check_lines("甲 | 522 | 3 | 4", &[], &[(1, Broken)]);
    check_lines(" | 522 | 3", &[], &[(1, Broken)]);
}

#[test]
fn a_course_counts_in_the_year_of_its_day() {
    let head = "序號 | 課程名稱 | 類別代碼 | 時數 | 完成日期";
    for (day, reason) in [
        ("115/11/20", None),
        ("2026-01-01", None),
        ("民國115年3月2日", None),
        ("1150302", None),
        ("2026-11-29 08:36", None),
        ("115/3/1~115/3/2", None),
        ("2026-11-30", Some(OtherYear)),
        ("114/12/31", Some(OtherYear)),
        ("2025-11-20", Some(OtherYear)),
        ("116/1/1", Some(OtherYear)),
        ("", Some(NotADay)),
        ("115/2/30", Some(NotADay)),
        ("去年", Some(NotADay)),
    ] {
        let text = format!("{head} / 1 | 甲 | 522 | 3 | {day}");
        let sums: &[_] = if reason.is_none() {
            &[("security", "3")]
        } else {
            &[]
        };
        let left: Vec<_> = reason.map(|reason| (1, reason)).into_iter().collect();
        check(&text, sums, &left);
    }
    // A running number does not make two of one course.
    check(
        &format!("{head} / 1 | 甲 | 522 | 3 | 115/3/2 / 2 | 甲 | 522 | 3 | 115/3/2"),
        &[("security", "3")],
        &[(2, Double)],
    );
}

#[test]
fn a_course_that_was_not_passed_does_not_count() {
    let head = "課程名稱 | 類別 | 認證狀態 | 認證時數";
    for state in [
        "未通過",
        "審核中",
        "未完成",
        "否",
        "退件",
        "修課中",
        "尚未完成",
        "待認證",
        "未及格",
        "取消",
        "N",
        "×",
        "",
        "通過中",
        "不及格",
        "0",
        "補考",
    ] {
        check(
            &format!("{head} / 甲 | 522 | {state} | 3"),
            &[],
            &[(1, NotFinished)],
        );
    }
    for state in [
        "通過",
        "已認證",
        "完成",
        "已完成",
        "合格",
        "是",
        "Y",
        "V",
        "✓",
        "已通過(線上)",
    ] {
        check(
            &format!("{head} / 甲 | 522 | {state} | 3"),
            &[("security", "3")],
            &[],
        );
    }
    // Of two such columns both have to say so.
    let head = "課程名稱 | 類別 | 認證時數 | 通過 | 認證狀態";
    for (states, left_out) in [
        ("是 | 已認證", None),
        ("是 | 審核中", Some(NotFinished)),
        ("否 | 已認證", Some(NotFinished)),
    ] {
        let sums: &[_] = if left_out.is_none() {
            &[("security", "3")]
        } else {
            &[]
        };
        let left: Vec<_> = left_out.map(|why| (1, why)).into_iter().collect();
        check(&format!("{head} / 甲 | 522 | 3 | {states}"), sums, &left);
    }
}

#[test]
fn any_column_of_days_or_years_tells_a_course_of_another_year() {
    for (head, cells, left_out) in [
        ("年度", "115", None),
        ("年度", "115年", None),
        ("年度", "115年度", None),
        ("年度", "2026", None),
        ("年度", "114", Some(OtherYear)),
        ("年度", "114年", Some(OtherYear)),
        ("年度", "2025", Some(OtherYear)),
        ("年度", "", Some(NotADay)),
        ("學年度", "114", Some(OtherYear)),
        ("開始日期", "115/3/1", None),
        ("開始日期", "114/3/1", Some(OtherYear)),
        ("上課期間", "114/12/1~115/1/5", None),
        ("上課期間", "114/11/1至114/12/5止", Some(OtherYear)),
        ("研習起訖", "115年3月1日至115年3月2日", None),
        ("日期 | 上課日期", "115/3/1 | 114/3/1", Some(OtherYear)),
        ("日期 | 上課日期", "115/3/1 | 115/3/1", None),
        ("開始日期 | 結束日期", "114/12/20 | 115/1/5", None),
        (
            "開始日期 | 結束日期",
            "114/12/20 | 114/12/31",
            Some(OtherYear),
        ),
        (
            "完成日期 | 認證日期",
            "114/12/31 | 115/1/5",
            Some(OtherYear),
        ),
        ("年度 | 完成日期", "114 | 115/1/5", None),
        ("日期", "115/03/02-115/03/03", Some(NotADay)),
    ] {
        let sums: &[_] = if left_out.is_none() {
            &[("security", "3")]
        } else {
            &[]
        };
        let left: Vec<_> = left_out.map(|why| (1, why)).into_iter().collect();
        check(
            &format!("課程名稱 | 類別代碼 | 時數 | {head} / 甲 | 522 | 3 | {cells}"),
            sums,
            &left,
        );
    }
}

#[test]
fn no_course_is_lost_behind_a_line_that_is_none() {
    let all = [("security", "6")];
    check_lines(
        "甲 | 522 | 3 / 第 1 頁 / 乙 | 522 | 2 / 共三筆 / 丙 | 522 | 1",
        &all,
        &[],
    );
    check_lines(
        "甲 | 522 | 3 /  / 乙 | 522 | 2 /  /  / 丙 | 522 | 1",
        &all,
        &[],
    );
    check_lines("甲 | 522 | 3 / 合計 |  | 3 / 乙 | 522 | 3", &all, &[]);
    // As a spreadsheet writes a cell of several lines.
    check_lines(
        "\"資通 / 安全\" | 522 | 3 / 乙 | \"522 / 資安\" | 3",
        &all,
        &[],
    );
    check_lines(
        "\"一 / 二 / 三 \"\"四\"\"\" | 522 | 3 / 乙 | 522 | 3",
        &all,
        &[],
    );
    // A quote that is never closed is one of the name, and its course is told.
    check_lines(
        "\"甲 | 522 | 3 / 乙 | 522 | 3",
        &[("security", "3")],
        &[(1, Broken)],
    );
    let quoted = "課程名稱,課程類別,認證時數\r\n\"甲\r\n乙\",522,3\r\n丙,522,3\r\n";
    check(quoted, &all, &[]);
}

#[test]
fn rows_of_the_portal_below_a_list_are_read() {
    for between in ["", "\n", "以下為時數\n"] {
        let list = "課程名稱\t課程類別\t認證時數\n甲\t522\t3\n";
        let reading = read(&format!("{list}{between}\n環境教育\t4\n"), &labels()).unwrap();
        assert_eq!(
            reading.rows[PortalRow::Environment.index()],
            Found::Hours(hours::Hours::from_whole(4)),
            "{between:?}"
        );
        assert_eq!(reading.courses.len(), 1);
    }
}

#[test]
fn lists_are_told_by_their_head_in_every_form() {
    let sums = [("security", "3")];
    let check_text = |text: &str| {
        let reading = reading(text);
        assert_eq!(reading.inputs.len(), 1, "{text}");
        assert_eq!(
            reading.inputs[0].found,
            Found::Hours(hours::Hours::from_whole(3)),
            "{text}"
        );
    };
    check(
        "課程名稱 | 課程類別代碼 | 時數 / 甲 | 522 | 3 / 合計 |  | 3",
        &sums,
        &[],
    );
    check("課名 | 代碼 | 學習時數（小時） / 甲 | 522 | 3", &sums, &[]);
    check(
        "我的課程 / 課程名稱 | 類別 | 代碼 | 時數 / 甲 | 資通安全 | 522 | 3 / 共一筆",
        &sums,
        &[],
    );
    check_text("課程名稱,課程類別,認證時數\r\n\"甲,乙\",522,3\r\n");
    check_text("\"課程名稱\";\"課程類別\";\"認證時數\"\n\"甲\";\"522\";\"3\"\n");
    check_text("| 課程名稱 | 課程類別 | 認證時數 |\n| --- | --- | --- |\n| 甲 | 522 | 3 |\n");
    check_text(
        "<!doctype html><html><body><p>您的課程</p><table><tr><th>課程名稱</th><th>課程類別</th><th>認證時數</th></tr>\
         <tr><td>甲</td><td>522</td><td>3</td></tr></table></body></html>",
    );
}

#[test]
fn without_a_head_that_tells_the_columns_nothing_is_summed() {
    for text in [
        "甲\t522\t3",
        "課程名稱\t認證時數\n甲\t3",
        "課程類別\t認證時數\n522\t3",
        "課程名稱\t課程類別\t數位\n甲\t522\t3",
        "課程名稱\t課程類別\t數位時數\t實體時數\n甲\t522\t3\t0",
        // Two columns of hours: which counts is not told.
        "課程名稱\t課程類別\t時數\t認證時數\n甲\t522\t2\t3",
        "課程名稱 課程類別 認證時數\n甲 522 3",
    ] {
        assert!(read(text, &labels()).is_err(), "{text}");
    }
}

#[test]
fn rows_beside_a_list_are_read_and_those_in_it_are_not() {
    let list = "課程名稱\t課程類別\t認證時數\n環境教育\t環境教育\t4\n甲\t522\t3\n";
    let reading = read(&format!("總學習時數\t32.5\n\n{list}"), &labels()).unwrap();
    assert_eq!(
        reading.rows[PortalRow::Total.index()].clone(),
        Found::Hours(hours::Hours::from_hundredths(3250))
    );
    assert_eq!(reading.rows[PortalRow::Environment.index()], Found::No);
    assert_eq!(reading.courses.len(), 2);
    assert_eq!(reading.inputs.len(), 1);
}

#[test]
fn a_long_list_is_read_in_time() {
    let lines: String = (0..9_000)
        .map(|it| format!("課{it}\t522\t0.01\n"))
        .collect();
    let reading = reading(&format!("課程名稱\t類別\t時數\n{lines}"));
    assert_eq!(reading.courses.len(), 9_000);
    assert_eq!(
        reading.inputs[0].found,
        Found::Hours(hours::Hours::from_whole(90))
    );
}

#[test]
fn hours_under_a_heading_with_another_measure_or_meaning_count_in_nothing() {
    for heading in [
        "時數（分鐘）",
        "時數(單位：分鐘)",
        "時數(應修)",
        "時數(預計)",
        "時數(未認證)",
    ] {
        check(
            &format!("課程名稱 | 類別代碼 | {heading} / 甲 | 522 | 3"),
            &[],
            &[(1, NotHours)],
        );
    }
    for heading in ["時數", "時數（小時）", "時數(單位：小時)", "認證時數(hr)"] {
        check(
            &format!("課程名稱 | 類別代碼 | {heading} / 甲 | 522 | 3"),
            &[("security", "3")],
            &[],
        );
    }
}

#[test]
fn a_column_of_any_name_that_says_no_leaves_the_course_out() {
    for (heading, state) in [
        ("課程狀態", "未完成"),
        ("通過與否", "未通過"),
        ("通過與否", "否"),
        ("審核結果", "不通過"),
        ("審核狀態", "退件"),
        ("認證結果", "未通過"),
        ("認證與否", "尚未認證"),
        ("完成", "否"),
        ("報名狀態", "已取消"),
        ("上傳結果", "失敗"),
        ("學習進度", "50%"),
        ("成績", "不及格"),
        ("備註", "已取消"),
        ("備註", "審核中"),
        ("備註", "N"),
    ] {
        check(
            &format!("課程名稱 | 類別代碼 | 時數 | {heading} / 甲 | 522 | 3 | {state}"),
            &[],
            &[(1, NotFinished)],
        );
    }
    for (heading, state) in [
        ("課程狀態", "已完成"),
        ("學習進度", "100%"),
        ("備註", ""),
        ("備註", "線上課程"),
        ("主辦單位", "人事室"),
    ] {
        check(
            &format!("課程名稱 | 類別代碼 | 時數 | {heading} / 甲 | 522 | 3 | {state}"),
            &[("security", "3")],
            &[],
        );
    }
}

#[test]
fn a_column_of_days_of_any_name_is_looked_at() {
    for (heading, day) in [
        ("完成時間", "2024-05-05"),
        ("通過時間", "113/01/01 10:00"),
        ("認證時間", "113.05.05"),
        ("上課時間", "2024/05/05"),
        ("上課日", "2025-12-31"),
        ("開課日", "114/5/5"),
        ("學年", "112"),
        ("年", "113"),
        ("備註", "2024-05-05"),
    ] {
        check(
            &format!("課程名稱 | 類別代碼 | 時數 | {heading} / 甲 | 522 | 3 | {day}"),
            &[],
            &[(1, OtherYear)],
        );
    }
    for (heading, day) in [
        ("完成時間", "2026-05-05"),
        ("通過時間", "115/01/01 10:00"),
        ("年", "115"),
        ("備註", "115/5/5"),
    ] {
        check(
            &format!("課程名稱 | 類別代碼 | 時數 | {heading} / 甲 | 522 | 3 | {day}"),
            &[("security", "3")],
            &[],
        );
    }
    check(
        "課程名稱 | 類別代碼 | 時數 | 上課日 | 完成時間 / 甲 | 522 | 3 | 2025-12-30 | 2026-01-02",
        &[("security", "3")],
        &[],
    );
}
