//! Texts that people bring: each kind of table met in the field, with its neighbours, and the hours that may be read of it.
//!
//! A wrong number is worse than none, so an expectation names all hours that are read; any other row stays without.

mod portal;

use hours::PortalRow;
use interchange::{Found, Remark};
use portal::read_checked;

/// The text makes the reader look again at these things.
#[track_caller]
fn check_remarks(text: &str, expected: &[Remark]) {
    let remarks = read_checked(text).map(|reading| reading.remarks(&portal::labels()));
    assert_eq!(remarks.as_deref(), Ok(expected), "{text}");
}

/// Of the text these hours are read, written `environment 4, total 12.5`, and no others.
#[track_caller]
fn check(text: &str, expected: &str) {
    let mut values = Vec::new();
    if let Ok(reading) = read_checked(text) {
        for (row, found) in PortalRow::ALL.into_iter().zip(&reading.rows) {
            if let Found::Hours(hours) = found {
                values.push(format!("{} {hours}", row.id()));
            }
        }
    }
    assert_eq!(values.join(", "), expected, "{text}");
}

/// Behind the label of environmental education stands something that gives no hours.
#[track_caller]
fn check_none(behind: &[&str]) {
    for behind in behind {
        check(&format!("環境教育{behind}"), "");
        check(&format!("環境教育(4小時){behind}\n"), "");
        check(&format!("環境教育{behind}\n總學習時數\t30\n"), "total 30");
    }
}

/// Behind the label of environmental education stand the cells of several columns, so that no other row is read either:
/// its only number may stand in any of them.
#[track_caller]
fn check_wide(behind: &[&str]) {
    for behind in behind {
        check(&format!("環境教育{behind}"), "");
        check(&format!("環境教育(4小時){behind}\n"), "");
        check(&format!("環境教育{behind}\n總學習時數\t30\n"), "");
    }
}

/// The text gives four hours of environmental education and nothing else.
#[track_caller]
fn check_four(texts: &[&str]) {
    for text in texts {
        check(text, "environment 4");
    }
}

/// The texts give no hours.
#[track_caller]
fn check_none_of(texts: &[&str]) {
    for text in texts {
        check(text, "");
    }
}

const LABELS: [&str; 12] = [
    "總學習時數",
    "數位課程總學習時數",
    "實體課程總學習時數",
    "混成課程總學習時數",
    "自行申請公假學習總時數",
    "與業務相關總學習時數",
    "性別主流化基礎課程 總學習總時數",
    "性別主流化進階課程 總學習總時數",
    "每年必須完成之課程總學習時數(10小時)",
    "當前政府重大政策(1小時)",
    "環境教育(4小時)",
    "性別主流化、廉政與服務倫理、人權教育、行政中立、多元族群文化、公民參與(5小時)",
];

const NUMBERS: [&str; 12] = [
    "32.5", "20", "10", "2.5", "0", "25", "2", "3", "11", "1", "6", "8",
];

const ALL_READ: &str = "total 32.5, digital 20, in-person 10, blended 2.5, official-leave 0, business-related 25, \
    gender-basic 2, gender-advanced 3, mandatory 11, policy 1, environment 6, governance 8";

/// The twelve rows, each written by a function of its place, label and number.
fn twelve(row: impl Fn(usize, &str, &str) -> String) -> String {
    let rows = LABELS.iter().zip(NUMBERS).enumerate();
    rows.map(|(place, (label, number))| row(place + 1, label, number))
        .collect()
}

#[test]
fn two_numbers_in_a_row_are_in_doubt() {
    check_wide(&[
        "\t4\t2.5",
        " 4 2.5",
        ",4,2.5",
        "|4|2.5|",
        "\t4小時\t2.5小時",
        "：4 2.5",
        ";4;2.5",
        "\t4\t\t2.5",
        "\t\"4\"\t\"2.5\"",
        "\t4\t4",
        "\t411\t2",
        "\t25\t2",
    ]);
    check(
        "課程類別\t規定時數\t已完成時數\n每年必須完成之課程總學習時數\t10\t8\n當前政府重大政策\t1\t0\n環境教育\t4\t2.5\n\
         性別主流化、廉政與服務倫理、人權教育、行政中立、多元族群文化、公民參與\t5\t3\n與業務相關總學習時數\t20\t12\n",
        "",
    );
    check_wide(&[
        "\t4\n2.5",
        "\t2\n.5",
        "\t2\n+2",
        "\n4\n2.5",
        "\n3\n小時\n30\n分",
    ]);
    check("4\t環境教育\t2.5", "");
    check("2\t環境教育\t4", "");
    check("王小明\t8\t環境教育\t4", "");
    // Of some rows one of the two cells is empty.
    check("當前政府重大政策\t1\t1\n環境教育\t4\t\n", "");
    check("2\t當前政府重大政策\t1\n\t環境教育\t4\n", "");
    check(
        "當前政府重大政策\n1\n1\n環境教育\n4\n\n與業務相關總學習時數\n20\n12\n",
        "",
    );
    check("環境教育\n4\n當前政府重大政策\n1\n1\n", "");
    check("環境教育\t4\n2.5\n當前政府重大政策\t1\n", "");
    check("環境教育\t\t4\n", "");
    check("環境教育\t\t4\n當前政府重大政策\t1\t\n", "");
    check("環境教育,,4\n當前政府重大政策,1,\n", "");
    check(
        "類別\t規定時數\t已完成時數\n環境教育\t4\t\n當前政府重大政策\t1\t\n",
        "",
    );
    check(
        "|類別|規定|完成|\n|---|---|---|\n|環境教育|4||\n|當前政府重大政策|1|1|\n",
        "",
    );
    check("類別,規定,完成\n環境教育,4,\n\n當前政府重大政策,1,\n", "");
    check("類別\t時數\n環境教育\t4\n", "environment 4");
    check("序號\t類別\t時數\n11\t環境教育\t4\n", "environment 4");
    check("首頁\t課程\t登出\n我的時數\n環境教育\t4\n", "environment 4");
    check("環境教育\t4\t總學習時數\t12", "total 12, environment 4");
    check("環境教育 4 小時 總學習時數 12", "total 12, environment 4");
    check("環境教育,4,總學習時數,12", "total 12, environment 4");
    check("|環境教育|4|總學習時數|12|", "total 12, environment 4");
}

#[test]
fn years_or_months_as_columns_are_in_doubt() {
    check_wide(&[
        "\t8\t6\t2",
        " 8 6 2",
        ",8,6,2",
        "\t0\t0\t4\t0\t0\t0\t0\t0\t0\t0\t0\t0",
    ]);
    check("\t113年\t114年\t115年\n環境教育\t8\t6\t2\n", "");
    // Of all the columns one is filled in.
    for heads in [
        "\t114年\t115年",
        "項目\t114年\t115年",
        "項目\t113\t114\t115",
        "\t113\t114\t115",
        "項目\t1月\t2月\t3月",
        "項目\t114年度\t115年度",
        "項目\t114 年\t115 年",
        "項目\t113學年度\t114學年度",
        "項目\t1季\t2季",
    ] {
        check(
            &format!("{heads}\n環境教育\t4\t\n當前政府重大政策\t\t1\n"),
            "",
        );
        check(&format!("{heads}\n環境教育\t4\n"), "");
        check(&format!("{heads}\n環境教育\t4\t\n").replace('\t', ","), "");
        let cells = |line: &str| format!("<tr><td>{}</td></tr>", line.replace('\t', "</td><td>"));
        let page = [cells(heads), cells("環境教育\t4\t")].concat();
        check(&format!("<table>{page}</table>"), "");
    }
    // A year or a date beside a word is no column.
    check_four(&[
        "年度\t115\n環境教育\t4",
        "115年度\n環境教育\t4",
        "單位\t人事室\t日期\t115/11/29\n環境教育\t4",
        "姓名\t王小明\tA000000000\n環境教育\t4",
    ]);
}

#[test]
fn a_heading_or_a_bracket_that_says_that_a_number_is_not_what_one_has_is_doubt() {
    for other in [
        "規定時數",
        "應修時數",
        "應完成時數",
        "最低時數",
        "尚缺時數",
        "還差",
        "不足時數",
        "門檻",
        "目標時數",
        "剩餘時數",
        "預計時數",
        "分鐘",
        "學分",
        "學分數",
        "課程數",
        "門數",
        "人次",
        "達成率",
        "達成率(%)",
        "百分率",
        "時數(分鐘)",
    ] {
        check(
            &format!("項目\t{other}\n環境教育\t4\n當前政府重大政策\t1\n"),
            "",
        );
        check(&format!("項目,{other}\n環境教育,4\n"), "");
        check(&format!("|項目|{other}|\n|---|---|\n|環境教育|4|\n"), "");
        let page = format!("<tr><th>項目<th>{other}<tr><td>環境教育<td>4");
        check(&format!("<table>{page}</table>"), "");
        check(&format!("環境教育({other})\t4"), "");
        check(
            &format!("環境教育（{other}）：4 小時\n總學習時數\t30"),
            "total 30",
        );
        check(&format!("環境教育({other})\n4\n"), "");
    }
    // The hours asked for may stand beside it, and other lines are no headings.
    check_four(&[
        "項目\t時數\n環境教育\t4",
        "項目\t已完成時數\n環境教育\t4",
        "項目\t認證時數(小時)\n環境教育\t4",
        "學習時數規定\n環境教育\t4",
        "最低時數以公告為準\n環境教育\t4",
        "項目\t規定時數\n\n我的時數\n環境教育\t4",
        "環境教育(規定4小時)\t4",
        "環境教育(每年至少4小時)\t4",
        "環境教育(必修)\t4",
    ]);
}

#[test]
fn a_number_above_its_label_is_not_taken_for_its_neighbour() {
    check(
        &twelve(|_, label, number| format!("{number}\n{label}\n")),
        "",
    );
    check(
        &twelve(|_, label, number| format!("{number}\n\n{label}\n\n")),
        "",
    );
    check(
        &twelve(|_, label, number| format!("{number} 小時\n{label}\n")),
        "",
    );
    check(
        &twelve(|_, label, number| format!("{number}\t{label}\n")),
        "",
    );
    check(
        "我的學習\n32.5\n總學習時數\n20\n數位課程總學習時數\n登出",
        "",
    );
    check("4\n環境教育", "");
    check("4\n環境教育\n1", "");
    // A selection that begins at a label, so that the first number is missing.
    check(
        "總學習時數\n20\n數位課程總學習時數\n10\n實體課程總學習時數",
        "",
    );
}

#[test]
fn labels_first_and_then_numbers_are_in_doubt() {
    let labels = LABELS.join("\n");
    let numbers = NUMBERS.join("\n");
    check(&format!("{labels}\n{numbers}"), "");
    check(&format!("{labels}\n\n{numbers}\n"), "");
    check(&format!("{numbers}\n{labels}\n"), "");
    check("總學習時數\n環境教育\n32.5\n4", "");
    check("總學習時數\n環境教育\n32.5", "");
    check("總學習時數\t環境教育\n32.5\t4", "");
    check("總學習時數\t環境教育\n4", "");
}

#[test]
fn row_numbers_as_cells_are_no_hours() {
    let governance = LABELS[11];
    check(
        &format!("11\n環境教育(4小時)\n\n12\n{governance}\n6"),
        "governance 6",
    );
    check(&format!("11\n環境教育(4小時)\n12\n{governance}"), "");
    check(
        &twelve(|place, label, _| format!("{place}\n{label}\n\n")),
        "",
    );
    check(
        &twelve(|place, label, _| format!("{place}\t{label}\t\n")),
        "",
    );
    check(
        &twelve(|place, label, number| format!("{place}\n{label}\n{number}\n")),
        ALL_READ,
    );
    check(
        &twelve(|place, label, number| format!("{place}\t{label}\t{number}\n")),
        ALL_READ,
    );
    check(
        &twelve(|place, label, number| format!("{place} {label} {number} 小時\n")),
        ALL_READ,
    );
    check(
        &twelve(|place, label, number| format!("{place}.\n{label}\n{number}\n")),
        ALL_READ,
    );
    check(
        &twelve(|place, label, number| format!("{}\t{label}\t{number}\n", place + 4)),
        ALL_READ,
    );
    check(
        &twelve(|_, label, number| format!("{label}\n{number}\n")),
        ALL_READ,
    );
    check(
        &twelve(|_, label, number| format!("{label}\n{number} 小時\n\n")),
        ALL_READ,
    );
    check(
        &twelve(|_, label, number| format!("{label}\t{number}\n")),
        ALL_READ,
    );
    check("2\n環境教育(4小時)\n3\n當前政府重大政策\n1", "");
    // A few dashes stand in place of hours, and what follows them is something else.
    check("環境教育\n---\n4", "");
    check("環境教育\n--\n當前政府重大政策\n1", "policy 1");
    // On one line a number may be that of the label behind it.
    check(&twelve(|place, label, _| format!("{place} {label} ")), "");
    for text in [
        "1 總學習時數 2 數位課程總學習時數 3 實體課程總學習時數",
        "1.總學習時數 2.數位課程總學習時數 3.實體課程總學習時數",
        "1總學習時數2數位課程總學習時數3實體課程總學習時數",
        "4 環境教育 1 當前政府重大政策",
        "32.5 總學習時數 20 數位課程總學習時數 10 實體課程總學習時數",
        "1\t總學習時數\t2\t數位課程總學習時數\t3\t實體課程總學習時數",
    ] {
        check(text, "");
    }
}

#[test]
fn only_an_end_a_known_bracket_or_a_label_may_stand_behind_a_number() {
    check_none(&[
        "\t3小時\t30分",
        " 3 小時（30 分）",
        " 3 ½",
        " 3½",
        " 3 1/2",
        " 4 至 6",
        " 2 + 2",
        " 4 × 2",
        " 2 。5",
        " 2 . 5",
        "\t2\n。5",
        " 3 時 30 分",
        "\t3\t小時\t30\t分",
        " 4-6",
        " 4 ~ 6",
        " 4 或 6",
        " 2×2",
        " 2 (＋2)",
        " 4 (上限 2)",
        " 2・5",
        " 2，5",
        " 4?",
        " 4 (未認證)",
        " 4以上",
        " 約 4",
        " 4 查詢",
    ]);
    for behind in [
        "",
        " ",
        "小時",
        " 小時",
        "\t小時",
        " (小時)",
        "（小時）",
        " hr",
        " (已完成)",
        "（未達成）",
        "|",
    ] {
        check(&format!("環境教育\t4{behind}"), "environment 4");
        check(&format!("環境教育(4小時)：4{behind}\n"), "environment 4");
    }
    check("環境教育4小時總學習時數12小時", "total 12, environment 4");
    // Minutes may stand on the next line.
    check_none(&[
        "\t4\n30分",
        "\t4 小時\n30 分",
        "\n4\n30分鐘",
        "\n4 小時\n30 分",
    ]);
}

#[test]
fn a_full_stop_at_the_end_of_a_sentence_ends_a_number() {
    check_four(&[
        "環境教育：4小時。",
        "環境教育 4 小時。\n",
        "環境教育：4。",
        "環境教育\t4小時。\t",
        "<p>環境教育：4 小時。</p>",
        "您好：\n環境教育 4 小時。\n謝謝。",
    ]);
    check(
        "環境教育：4小時。當前政府重大政策：1小時。 總學習時數 30。",
        "total 30, policy 1, environment 4",
    );
    check_none(&[
        " 2。5",
        " 2。 5",
        " 4小時。30分",
        " 4 小時。另 2 小時",
        " 4。5 小時",
        "。4",
        " 4。。",
    ]);
}

#[test]
fn numbers_that_are_no_hours_are_left() {
    check_none(&[
        "\t2026 淨零轉型\t2",
        "\t25 人",
        "\t25人",
        "\t300 元",
        "\t2 學分",
        " 18:24 / 1:00:00",
        " 33 %",
        "\t33%",
        "\t4 分",
        "\t2 門",
        "\t3 天",
        "\t2\t人",
        "\nNT$ 300",
        "\n25 人",
        "\n25\n人",
        "\t第 4 名",
        "\t2 / 4",
        "\t115 年",
        "\t²",
    ]);
}

#[test]
fn the_path_of_a_category_holds_no_label() {
    for text in [
        "政策能力訓練 > 政策宣導訓練 > 人工智慧\t4",
        "政策能力訓練 > 政策宣導訓練 > 環境教育\t4",
        "政策能力訓練>環境教育\t4\t115/05/01",
        "終身課程類別>環境教育>學術倫理\t4",
        "環境教育 > 氣候變遷\t4",
        "環境教育＞氣候變遷\t4",
        "終身課程類別 » 環境教育 4",
        "終身課程類別 › 環境教育 4",
        "終身課程類別 → 環境教育 4",
        "終身課程類別\t>\t環境教育\t4",
        "首頁 / 環境教育 4",
        "首頁/環境教育 4",
    ] {
        check(text, "");
    }
    // The mark of a quoted mail is no path.
    check_four(&["> 環境教育 4", ">> 環境教育\t4"]);
}

#[test]
fn both_names_of_the_gender_topics_are_read() {
    for text in [
        "性別平等基礎課程\t2",
        "性別主流化基礎課程\t2",
        "性別平等基礎課程 總學習總時數\t2",
        "性別平等基礎課程總學習時數：2",
        "性別主流化基礎課程\n總學習總時數\n2",
    ] {
        check(text, "gender-basic 2");
    }
    for text in [
        "性別平等進階課程\t3",
        "性別平等進階課程 總學習總時數 3 小時",
    ] {
        check(text, "gender-advanced 3");
    }
    let topics = LABELS[11];
    for text in [
        topics.to_owned(),
        topics.replace("性別主流化", "性別平等"),
        topics.replace("公民參與", "公民參與、轉型正義"),
        topics.replace("性別主流化", "轉型正義、性別平等"),
        topics
            .replace("行政中立", "行政中立、轉型正義")
            .replace('、', ","),
        topics.replace('、', "\n"),
    ] {
        check(&format!("{text}\t5"), "governance 5");
    }
    // A label broken over two lines, or the short name of one row and the whole name of another?
    check("性別平等基礎課程\n總學習時數\t20", "");
    check("數位課程\n總學習時數\t20", "");
    check("性別平等\t5", "");
    check("性別平等、轉型正義\t5", "");
}

#[test]
fn numbering_and_brackets_at_a_label_are_passed_over() {
    for text in [
        "一、總學習時數 32.5",
        "十二、總學習時數\t32.5",
        "(一)總學習時數 32.5",
        "（一） 總學習時數 32.5",
        "㈠ 總學習時數 32.5",
        "A. 總學習時數 32.5",
        "a) 總學習時數 32.5",
        "① 總學習時數 32.5",
        "1. 總學習時數 32.5",
        "1、總學習時數 32.5",
        "1\t總學習時數\t32.5",
        "1.\t總學習時數\t32.5",
        "二、(一) 總學習時數 32.5",
        "• 總學習時數 32.5",
        "* 總學習時數 32.5",
        "【甲】總學習時數 32.5",
        "\"總學習時數\",\"32.5\"",
    ] {
        check(text, "total 32.5");
    }
    check_four(&[
        "環境教育〔4小時〕\t4",
        "環境教育【4小時】\t4",
        "環境教育[4小時]\t4",
        "環境教育［４小時］\t4",
        "環境教育﹙4小時﹚\t4",
        "環境教育﹝4小時﹞\t4",
        "環境教育｛4小時｝\t4",
        "環境教育「4小時」\t4",
        "環境教育(4小時)*\t4",
        "環境教育(4小時)¹\t4",
        "環境教育*(4小時) 4",
        "環境教育(4小時)※：4",
        "環境教育(4小時)①\t4",
        "環境教育(4小時)[1]\t4",
        "環境教育(小時)\t4",
        "| 項目 | 時數 |\n|---|---|\n| **環境教育(4小時)** | **4** |",
        "| 環境教育(4小時) | **4** |",
        "【環境教育】4小時",
        "【環境教育(4小時)】 4",
        "「環境教育」：4 小時",
        "《環境教育》(4小時)\t4",
        "[環境教育]\n4",
        "│環境教育│4│",
        "┌────┬──┐\n│環境教育│4 │\n└────┴──┘",
        "+----------+----+\n| 環境教育 | 4  |\n+----------+----+",
        "類別      時數\n========  ====\n環境教育  4\n========  ====",
    ]);
    check(
        "| 項目 | 時數 |\n|:--|--:|\n| 當前政府重大政策 | **1** |\n| 環境教育 | 6 |\n",
        "policy 1, environment 6",
    );
    // More in the bracket than the label, and a round one, are another thing.
    check_none_of(&[
        "【環境教育 4】",
        "【環境教育 5】4",
        "【環境教育、人權教育】4",
        "(環境教育) 4",
        "【環境教育】課 4",
    ]);
    // Footnotes at the number leave room for doubt.
    check_none(&["\t4¹", "\t4①", "\t4**", "\t**4", "\t4*", "\t¹4", "*4"]);
}

#[test]
fn another_word_before_a_label_is_doubt() {
    for before in [
        "其他課程 ",
        "王小明 ",
        "說明：",
        "說明: ",
        "2026/11/23 ",
        "非",
        "校內",
        "未列 ",
    ] {
        check(&format!("{before}環境教育 4"), "");
    }
    check("2026/11/23\t環境教育\t4", "");
    check_four(&["王小明\t環境教育\t4", "甲,環境教育,4", "必修|環境教育|4"]);
}

#[test]
fn letters_of_a_pdf_are_read() {
    check("總學習時\u{F969}\t4", "total 4");
    check("環境教⾁\t4", "");
    check("⾃⾏申請公假學習總時數 4", "official-leave 4");
    check("⼀、與業務相關總學習時數 4 ⼩時", "business-related 4");
    check("⾏政中⽴", "");
    let topics = LABELS[11]
        .replace('行', "⾏")
        .replace('立', "⽴")
        .replace('人', "⼈")
        .replace('文', "⽂");
    check(&format!("{topics}\t5⼩時"), "governance 5");
    check("當前政府重⼤政策\t1", "policy 1");
    check("環境教育 ４．５ ⼩時", "environment 4.5");
}

#[test]
fn signs_without_width_are_ignored() {
    check_four(&[
        "環境\u{AD}教育\t4",
        "\u{FEFF}環境教育\t\u{200E}4\u{200F}",
        "環\u{200B}境教\u{2060}育\t4\u{200B}小時",
    ]);
    check("總學習時數\t1\u{200B}2", "total 12");
    check("環境教育\u{200B}法\t4", "");
}

#[test]
fn the_requirements_instead_of_the_hours_are_told() {
    check_remarks(
        "當前政府重大政策 1小時\n環境教育 4小時\n性別主流化、廉政與服務倫理、人權教育、行政中立、多元族群文化、公民參與 5小時",
        &[Remark::LikeThresholds],
    );
    check_remarks(
        "每年必須完成之課程總學習時數：10 小時",
        &[Remark::LikeThresholds],
    );
    check_remarks("環境教育(6小時) 6\n總學習時數\n", &[Remark::LikeThresholds]);
    check_remarks(
        "環境教育 4\n當前政府重大政策\t1\n",
        &[Remark::LikeThresholds],
    );
    check_remarks("環境教育 4\n當前政府重大政策\t2\n", &[]);
    check_remarks("環境教育 4\n總學習時數 4\n", &[]);
    check_remarks("環境教育(4小時)\n當前政府重大政策(1小時)", &[]);
}

#[test]
fn a_table_of_another_year_is_told() {
    let remarks = |text: &str| {
        let mut labels = portal::labels();
        labels.set_today(hours::Date::new(2026, 11, 29).ok());
        interchange::read(text, &labels).map(|reading| reading.remarks(&labels))
    };
    for text in [
        "114年度學習時數\n環境教育\t6",
        "環境教育（114年）\t6",
        "2025 年\n環境教育\t6",
        "113年、114年\n環境教育\t6",
        "<h1>114 年度</h1><table><tr><td>環境教育<td>6</table>",
    ] {
        assert_eq!(remarks(text), Ok(vec![Remark::OtherYear]), "{text}");
    }
    for text in [
        "115年度\n環境教育\t6",
        "114年、115年\n環境教育\t6",
        "環境教育\t6",
        "每年 3 年\n環境教育\t6",
    ] {
        assert_eq!(remarks(text), Ok(Vec::new()), "{text}");
    }
    // Without hours there is nothing to doubt, and without a clock nothing to compare with.
    assert_eq!(remarks("114年度\n環境教育\t"), Ok(Vec::new()));
    check_remarks("114年度\n環境教育\t6", &[]);
}

#[test]
fn very_many_hours_are_told() {
    check_remarks(
        "總學習時數 411\n環境教育 5",
        &[Remark::ManyHours(PortalRow::Total)],
    );
    check_remarks("總學習時數 400", &[]);
    check_remarks("總學習時數 400.01", &[Remark::ManyHours(PortalRow::Total)]);
    check_remarks(
        "環境教育\n2026",
        &[Remark::ManyHours(PortalRow::Environment)],
    );
}

#[test]
fn a_heading_for_hours_that_are_missing_asked_for_or_of_others_leaves_the_rows_in_doubt() {
    for heading in [
        "未完成",
        "未完成時數",
        "待完成",
        "待補時數",
        "欠缺時數",
        "缺",
        "需補",
        "未達時數",
        "還需時數",
        "需完成時數",
        "法定時數",
        "必修時數",
        "報名時數",
        "審核中時數",
        "去年時數",
        "全校平均時數",
        "排名",
        "Missing hours",
        "Required",
    ] {
        check(
            &format!("項目\t{heading}\n環境教育(4小時)\t4\n總學習時數\t30"),
            "",
        );
        check(
            &format!("<table><tr><th>項目<th>{heading}<tr><td>環境教育<td>4</table>"),
            "",
        );
    }
    for caption in ["尚缺時數如下", "各項不足時數：", "尚缺時數"] {
        check(&format!("{caption}\n環境教育\t2"), "");
        check(
            &format!("<table><caption>{caption}</caption><tr><td>環境教育<td>2</table>"),
            "",
        );
    }
    check("環境教育（未完成） 2", "");
    for heading in [
        "時數",
        "學習時數",
        "已完成時數",
        "已完成",
        "完成時數",
        "目前時數",
        "目前累計時數",
        "累計學習時數",
        "已取得時數",
        "實得時數",
        "合計時數",
        "本年度時數",
        "時數(小時)",
        "認證時數",
    ] {
        check(
            &format!("項目\t{heading}\n環境教育(4小時)\t4\n總學習時數\t30"),
            "total 30, environment 4",
        );
    }
    for title in [
        "我的終身學習時數",
        "您的學習時數資料如下：",
        "終身學習時數查詢系統",
    ] {
        check(&format!("{title}\n環境教育\t4"), "environment 4");
    }
}

#[test]
fn a_number_on_a_line_of_its_own_is_in_doubt_where_others_stand_beside_their_labels() {
    let rows = "總學習時數\t32.5\n當前政府重大政策(1小時)\t1\n";
    for number in ["5", "1", "2026"] {
        check(
            &format!("{rows}環境教育(4小時)\t\n\n{number}"),
            "total 32.5, policy 1",
        );
        check(
            &format!("{rows}環境教育(4小時)\n{number}\n每年必須完成之課程總學習時數(10小時)\t12"),
            "total 32.5, mandatory 12, policy 1",
        );
    }
    check(
        "<table><tr><td>總學習時數<td>32<tr><td>環境教育<td></table><p>5</p>",
        "total 32",
    );
}
