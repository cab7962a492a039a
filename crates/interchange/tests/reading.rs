//! Readings of pasted texts, as tables: each rule of `read`, and each kind of bad input.

mod portal;

use DoubtKind::{Columns, Label, Order, OtherWords, SeveralNumbers};
use Found::{Blank, Differs, Unusable};
use HoursProblem::{Negative, NotANumber, TooLarge, TooPrecise};
use PortalRow::{
    Blended, BusinessRelated, Digital, Environment, GenderAdvanced, GenderBasic, Governance,
    InPerson, Mandatory, OfficialLeave, Policy, Total,
};
use hours::{Hours, HoursProblem, PortalRow};
use interchange::{Doubt, DoubtKind, Found, MAX_UNITS, Refusal};
use portal::read_checked;

/// The text holds these rows and no others.
#[track_caller]
fn check(text: &str, rows: &[(PortalRow, Found)]) {
    let expected = by_row(rows).map(|found| found.unwrap_or(Found::No));
    let rows = read_checked(text).map(|reading| reading.rows);
    if expected.iter().all(|found| *found == Found::No) {
        assert_eq!(rows, Err(Refusal::NoRow), "{text:.80}");
    } else {
        assert_eq!(rows, Ok(expected), "{text:.80}");
    }
}

/// The text holds these thresholds and no others.
#[track_caller]
fn check_thresholds(text: &str, thresholds: &[(PortalRow, u32)]) {
    let expected = by_row(thresholds).map(|whole| whole.map(Hours::from_whole));
    let thresholds = read_checked(text).map(|reading| reading.thresholds);
    assert_eq!(thresholds, Ok(expected), "{text:.80}");
}

#[track_caller]
fn check_refused(text: &str, refusal: Refusal) {
    assert_eq!(read_checked(text), Err(refusal), "{text:.80}");
}

/// Checks the finding on the row of environmental education by the text behind its label.
#[track_caller]
fn check_value(behind: &str, found: Found) {
    check(&format!("環境教育(4小時){behind}"), &[(Environment, found)]);
}

/// The value that a list gives each row.
fn by_row<T: Clone>(list: &[(PortalRow, T)]) -> [Option<T>; 12] {
    PortalRow::ALL.map(|row| {
        list.iter()
            .find(|entry| entry.0 == row)
            .map(|entry| entry.1.clone())
    })
}

fn hours(hundredths: u32) -> Found {
    Found::Hours(Hours::from_hundredths(hundredths))
}

fn whole(hours: u32) -> Found {
    Found::Hours(Hours::from_whole(hours))
}

/// A doubt with these whole hours to choose from.
fn doubt(kind: DoubtKind, hours: &[u32]) -> Found {
    let numbers = hours
        .iter()
        .map(|hours| Hours::from_whole(*hours))
        .collect();
    Found::Doubt(Doubt { kind, numbers })
}

const PAGE: &str = include_str!("../fuzz/corpus/read/page-of-the-portal.txt");

const ROWS_OF_PAGE: [(PortalRow, u32); 11] = [
    (Total, 5_250),
    (Digital, 3_000),
    (InPerson, 2_050),
    (Blended, 200),
    (OfficialLeave, 0),
    (BusinessRelated, 2_500),
    (GenderBasic, 200),
    (Mandatory, 1_000),
    (Policy, 100),
    (Environment, 400),
    (Governance, 500),
];

#[test]
fn a_page_of_the_portal_is_read() {
    let mut rows = ROWS_OF_PAGE
        .map(|(row, amount)| (row, hours(amount)))
        .to_vec();
    rows.push((GenderAdvanced, Blank));
    check(PAGE, &rows);
    check(&PAGE.replace('\n', "\r\n"), &rows);
    check(&PAGE.replace('\t', "\n"), &rows);
    check(&PAGE.replace('\t', "  "), &rows);
    check(&PAGE.replace('\t', "\t\u{200F}\u{202B}"), &rows);
    check(&format!("\u{FEFF}{PAGE}{PAGE}"), &rows);
    check_thresholds(
        PAGE,
        &[
            (Mandatory, 10),
            (Policy, 1),
            (Environment, 4),
            (Governance, 5),
        ],
    );
}

#[test]
fn every_spelling_of_the_content_is_read() {
    for (row, spelling) in portal::SPELLINGS {
        check(&format!("{spelling}\t3"), &[(row, whole(3))]);
        check(&format!("{spelling}\n"), &[(row, Blank)]);
    }
}

#[test]
fn width_blanks_and_marks_inside_a_label_do_not_matter() {
    let governance = [(Governance, whole(5))];
    check(
        "性別主流化廉政與服務倫理人權教育行政中立多元族群文化公民參與 5",
        &governance,
    );
    check(
        "性別主流化，廉政與服務倫理,人權教育・行政中立·多元族群文化‧公民參與\t5",
        &governance,
    );
    check(
        "性別主流化、廉政與服務倫理、\n人權教育、行政中立、\r\n多元族群文化、公民參與\n(5小時)\n5",
        &governance,
    );
    check("環 境\u{3000}教\u{200B}育 4", &[(Environment, whole(4))]);
    check(
        "\u{202E}環境\u{200F}教育\u{202C}：4",
        &[(Environment, whole(4))],
    );
    check(
        "性別主流化基礎課程總學習總時數 2",
        &[(GenderBasic, whole(2))],
    );
    check(
        "性別主流化基礎課程\n總學習總時數 2",
        &[(GenderBasic, whole(2))],
    );
}

#[test]
fn a_bracket_behind_a_label_is_the_threshold_and_never_the_value() {
    for (text, threshold) in [
        ("環境教育(4小時)", 4),
        ("環境教育（４小時）", 4),
        ("環境教育 ( 6 小時 )", 6),
        ("環境教育\n(4小時)", 4),
        ("環境教育(必修)(4小時)", 4),
        ("環境教育(8)", 8),
        ("環境教育(8", 0),
        ("環境教育(每年至少4小時)", 0),
        ("環境教育(-4小時)", 0),
        ("環境教育()", 0),
    ] {
        check(text, &[(Environment, Blank)]);
        let thresholds = [(Environment, threshold)];
        check_thresholds(text, if threshold == 0 { &[] } else { &thresholds });
        if text.ends_with([')', '）']) {
            check(&format!("{text} 3"), &[(Environment, whole(3))]);
            check(&format!("{text}3"), &[(Environment, whole(3))]);
        }
    }
    // A mere number in brackets on its own line belongs to what follows it there.
    check("環境教育\n(02)2771-0000", &[(Environment, Blank)]);
    check_thresholds("環境教育\n(3) 實體課程總學習時數 5", &[]);
}

#[test]
fn numbers_in_any_bracket_are_no_values() {
    check("類別(環境教育 4)", &[]);
    check("(環境教育\t4)", &[]);
    check("環境教育 (3)", &[(Environment, Blank)]);
    check("環境教育 ((3))", &[(Environment, Blank)]);
    check("環境教育 3 (4小時)", &[(Environment, whole(3))]);
    check("0（(0)（,總學習時數0通通總學習時數)", &[]);
}

#[test]
fn the_longest_label_wins() {
    check("數位課程總學習時數 5", &[(Digital, whole(5))]);
    check("數位課程 總學習時數 5", &[(Digital, whole(5))]);
    check("通通總學習時數 12", &[(Total, whole(12))]);
    check(
        "性別主流化進階課程 總學習總時數 1",
        &[(GenderAdvanced, whole(1))],
    );
}

#[test]
fn a_label_begins_at_a_boundary() {
    for before in [
        "",
        "\n",
        "王小明\n",
        "王小明\t",
        "A000000000\n",
        "3.",
        "1、",
        "•",
        "- ",
        "|",
        "\"",
        "'",
        "甲,",
        "【甲】",
        "\u{FEFF}",
        "\u{200F}",
        "\u{3000}",
    ] {
        check(&format!("{before}總學習時數\t12"), &[(Total, whole(12))]);
    }
    check("姓名 王小明\n總學習時數 12", &[(Total, whole(12))]);
    for before in [
        "姓名 王小明 ",
        "其他課程 ",
        "其他課程\u{3000}",
        "說明：",
        "說明: ",
        "乙方)",
        "© 甲 ",
    ] {
        check(
            &format!("{before}總學習時數 3"),
            &[(Total, doubt(Label, &[3]))],
        );
        check(&format!("{before}總學習時數"), &[(Total, Blank)]);
    }
    for before in ["2026/11/23 ", "2026/11/23\t", "115/05/01\t王小明\t"] {
        check(
            &format!("{before}總學習時數\t12"),
            &[(Total, doubt(OtherWords, &[12]))],
        );
    }
    for text in [
        "其他課程總學習時數 3",
        "其他課程\u{200B}總學習時數 3",
        "其他課程(甲)總學習時數 3",
        "其他課程 - 總學習時數 3",
        "資訊科技環境教育 3",
        "人權教育、環境教育 3",
        "人權教育、 環境教育 3",
        "EMI環境教育 3",
    ] {
        check(text, &[]);
    }
}

#[test]
fn a_label_ends_at_a_boundary() {
    for text in [
        "環境教育法 3",
        "環境教育\u{200B}法 3",
        "環境教育(4小時)課程 3",
        "環境教育、當前政府重大政策",
        "環境教育、人權教育 3",
        "環境教育A 3",
        "總學習時數表 3",
    ] {
        check(text, &[]);
    }
}

#[test]
fn a_text_without_separators_is_read() {
    // No label begins directly behind the number of an unknown row either.
    check("學習時數總學習時數12小時數位課程總學習時數5", &[]);
    check(
        "總學習時數12小時數位課程總學習時數5實體課程總學習時數混成課程總學習時數2.5時環境教育(4小時)4當前政府重大政策(1小時)",
        &[
            (Total, whole(12)),
            (Digital, whole(5)),
            (InPerson, Blank),
            (Blended, hours(250)),
            (Environment, whole(4)),
            (Policy, Blank),
        ],
    );
}

#[test]
fn a_number_behind_a_label_is_its_value() {
    for (behind, hundredths) in [
        ("\t4", 400),
        (" 0", 0),
        ("：4", 400),
        (" : 4", 400),
        ("=4", 400),
        ("|4|", 400),
        ("；4", 400),
        ("\n4\n", 400),
        ("\r\n\r\n4", 400),
        ("\t\n\t４．２５小時", 425),
        (" 4 小時", 400),
        (" 4\u{3000}時", 400),
        (" 4.5h", 450),
        (" 4 Hours", 400),
        (" ４ＨＲＳ", 400),
        (" .5", 50),
        (" 4.", 400),
        (" 1.50", 150),
        ("\u{200F}4\u{200E}小時", 400),
        (" 9999", 999_900),
    ] {
        check_value(behind, hours(hundredths));
    }
}

#[test]
fn more_than_a_unit_behind_a_number_is_doubt() {
    for behind in [
        "\t4\t2026/11/23",
        " 4 2026/11/23",
        " 4 115/11/23",
        " 4 查詢",
        " 4 時數",
        " 王小明 4",
        " 未完成 4 小時",
        " 4 %",
        " 4 分鐘",
        " 4 小時30 分",
        " 4 門",
        " 約4 4",
        "... 4",
        " 4(4小時)",
    ] {
        check_value(behind, doubt(OtherWords, &[4]));
    }
    check_value("\t4\t115", doubt(SeveralNumbers, &[4, 115]));
    check_value(" 3 h 30 m", doubt(OtherWords, &[3, 30]));
}

#[test]
fn digits_that_are_no_hours_are_told() {
    for behind in [
        " 2026/11/23",
        " 2026-11-23",
        " 2026.11.23",
        " 115年11月23日",
        " 11/23",
        " 12:30",
        " A000000000",
        " D6",
        " 382000000A",
        " 4%",
        " 0900-000-000",
        " 0900000000",
        " 2771-0000",
        " 30分",
        " 3小時30分",
        " 3h30",
        " 4個",
        " 4課程",
        " 4法",
        " 1e3",
        " 0x10",
        " ½",
        " 3½",
        " 3-5",
        " 3~5",
        " 3/10",
        " 4/",
        " 4)",
        " 4、",
    ] {
        check_value(behind, doubt(OtherWords, &[]));
    }
}

#[test]
fn words_without_digits_mean_a_blank_row() {
    for behind in [
        "", " ", "\t", "：", "\n\n", " -", " —", " ---", " 無", " N/A", " 二", " (3)", " ((3))",
        "(3", " 無 (3)",
    ] {
        check_value(behind, Blank);
    }
}

#[test]
fn a_number_that_cannot_be_hours_is_named() {
    for (behind, problem) in [
        (" -3", Negative),
        ("：－３小時", Negative),
        (" −3", Negative),
        (" - 3", Negative),
        ("-3", Negative),
        (" +3", NotANumber),
        (" 99999", TooLarge),
        (" 9999.01", TooLarge),
        (" 1.234", TooPrecise),
        (" 0.001小時", TooPrecise),
    ] {
        check_value(behind, Unusable(problem));
    }
}

#[test]
fn a_comma_between_digits_is_refused_except_where_commas_part_cells() {
    for behind in [
        " 1,234",
        " 1，234",
        " 1,5",
        " 1，5",
        "\t1,234.5",
        "1,5",
        ",\"1,234\"",
        ",\"1,5\"",
        ":1,5",
        " 1'234",
        " 1’234",
    ] {
        check_value(behind, Unusable(NotANumber));
    }
    for behind in [
        ",1,234",
        "，1，234",
        "，1,234",
        " 1 234",
        " 1\u{A0}234",
        " 1\u{202F}234",
        " 1, 234",
    ] {
        check_value(behind, doubt(SeveralNumbers, &[1, 234]));
    }
    for behind in [",4,,", ",4,", ",\"4\",\"\""] {
        check_value(behind, whole(4));
    }
}

#[test]
fn a_number_behind_an_empty_cell_is_doubt() {
    for behind in [
        ",,4",
        "\t\t4",
        ";;4",
        "||4",
        ",\"\",4",
        "\",\"\",\"4\"",
        "｜ ｜4",
        "，，4",
    ] {
        check_value(behind, doubt(Columns, &[4]));
    }
}

#[test]
fn a_csv_is_read() {
    check(
        "\u{FEFF}\"列名\",\"時數\"\r\n\"總學習時數\",\"12.5\"\r\n\"環境教育(4小時)\",\"\"\r\n\"當前政府重大政策(1小時)\",\"1\"\r\n",
        &[
            (Total, hours(1_250)),
            (Environment, Blank),
            (Policy, whole(1)),
        ],
    );
    check(
        "總學習時數,12,2026/11/23\n數位課程總學習時數,,2026/11/23\n實體課程總學習時數,7,5\n",
        &[
            (Total, doubt(OtherWords, &[12])),
            (Digital, doubt(OtherWords, &[])),
            (InPerson, doubt(SeveralNumbers, &[7, 5])),
        ],
    );
    check(
        "總學習時數;12,5\n環境教育;4",
        &[(Total, Unusable(NotANumber)), (Environment, whole(4))],
    );
}

#[test]
fn the_search_for_a_value_stops_at_the_next_label() {
    check(
        "環境教育(4小時)\n當前政府重大政策(1小時)\t1",
        &[(Environment, Blank), (Policy, whole(1))],
    );
    check(
        "環境教育(4小時)\n當前政府重大政策(1小時)\n1",
        &[(Environment, Blank), (Policy, doubt(Order, &[1]))],
    );
    check(
        "環境教育 總學習時數 12",
        &[(Environment, Blank), (Total, whole(12))],
    );
}

#[test]
fn labels_that_head_columns_are_in_doubt_with_the_numbers_below() {
    let below = |numbers: &[u32]| doubt(Columns, numbers);
    check(
        "總學習時數\t環境教育\n32\t4\n",
        &[(Total, below(&[32, 4])), (Environment, below(&[32, 4]))],
    );
    check(
        "姓名\t總學習時數\t環境教育\n王小明\t32\t4\n",
        &[(Total, below(&[32, 4])), (Environment, below(&[32, 4]))],
    );
    check(
        "<table><tr><th>環境教育<th>總學習時數<tr><td>4<td>32</table>",
        &[(Total, below(&[4, 32])), (Environment, below(&[4, 32]))],
    );
    check(
        "總學習時數 環境教育\n\n4",
        &[(Total, below(&[4])), (Environment, below(&[4]))],
    );
    // Words and dates below are no hours.
    check(
        "總學習時數\t環境教育\n未登錄\n4",
        &[(Total, Blank), (Environment, Blank)],
    );
    check(
        "總學習時數\t環境教育\n2026/11/23\n",
        &[(Total, Blank), (Environment, Blank)],
    );
}

#[test]
fn the_number_of_the_next_row_is_no_value() {
    for text in [
        "1\t總學習時數\t\n2\t數位課程總學習時數\t5",
        "1. 總學習時數\n2. 數位課程總學習時數 5",
        "1、總學習時數\n2、數位課程總學習時數 5",
        "(1) 總學習時數\n(2) 數位課程總學習時數 5",
        "1) 總學習時數\n2) 數位課程總學習時數 5",
    ] {
        check(text, &[(Total, Blank), (Digital, whole(5))]);
    }
    check("1\t總學習時數\t\n2\t其他課程\t5", &[(Total, Blank)]);
    check("總學習時數\n12 小時\n", &[(Total, whole(12))]);
}

#[test]
fn a_row_that_stands_there_twice_agrees_or_differs() {
    let amount = Hours::from_whole;
    check("環境教育 3\n環境教育 3小時", &[(Environment, whole(3))]);
    check("環境教育 3\n環境教育", &[(Environment, whole(3))]);
    check("環境教育\n環境教育 3", &[(Environment, whole(3))]);
    check(
        "環境教育 3\n環境教育 4\n環境教育 5",
        &[(Environment, Differs(amount(3), amount(4)))],
    );
    check(
        "環境教育 3\n環境教育 4\n環境教育 3",
        &[(Environment, Differs(amount(3), amount(4)))],
    );
    check(
        "通通總學習時數 3\n總學習時數 0",
        &[(Total, Differs(amount(3), amount(0)))],
    );
    check(
        "環境教育 3\n環境教育 -3",
        &[(Environment, Unusable(Negative))],
    );
    check(
        "環境教育 -3\n環境教育 3",
        &[(Environment, Unusable(Negative))],
    );
}

#[test]
fn half_a_table_gives_half_the_rows() {
    check(
        "與業務相關總學習時數\t25\n性別主流化基礎課程 總學習總時數\t2\n性別主流化進階課程 總學",
        &[
            (BusinessRelated, whole(25)),
            (GenderBasic, whole(2)),
            (GenderAdvanced, Blank),
        ],
    );
    check("程總學習時數\t25\n環境教育(4小", &[(Environment, Blank)]);
}

#[test]
fn thresholds_alone_are_no_hours() {
    let text = "每年必須完成之課程總學習時數(10小時)\n當前政府重大政策(1小時)\n環境教育(4小時)\n";
    check(
        text,
        &[(Mandatory, Blank), (Policy, Blank), (Environment, Blank)],
    );
    check_thresholds(text, &[(Mandatory, 10), (Policy, 1), (Environment, 4)]);
}

#[test]
fn what_is_no_page_of_the_portal_is_refused() {
    for empty in ["", " ", "\r\n\t\u{3000}\u{200B}\u{FEFF}\u{200F}\n"] {
        check_refused(empty, Refusal::Empty);
    }
    for other in [
        "王小明 您好：附件是本月的會議紀錄，時數 3 小時。",
        "Lorem ipsum dolor sit amet, 12 hours",
        "學習時數\n環境教\n12",
        "12",
        "｡",
        "王\u{FFFD}明 12",
    ] {
        check_refused(other, Refusal::NoRow);
    }
    for other in [
        "\0",
        "總學習時數\t12\0",
        "\u{FFFD}PNG\r\n\u{1A}\n\u{FFFD}\u{FFFD}\u{1}\u{8}\u{6}",
        // Big5 taken for Latin-1, for UTF-8 with losses, and UTF-8 taken for Latin-1.
        "Á`¾Ç²ß®É¼Æ\t12\nÀô¹Ò±Ð¨|\t4",
        "\u{FFFD}`\u{FFFD}ǲ߮ɼ\u{FFFD}\t12\n\u{FFFD}\u{FFFD}\u{FFFD}Ҥ\u{FFFD}\u{FFFD}|\t4",
        "ç¸½å\u{AD}¸ç¿\u{92}æ\u{99}\u{82}æ\u{95}¸ 12",
    ] {
        check_refused(other, Refusal::NotText);
    }
}

#[test]
fn a_text_that_is_too_long_is_refused_unread() {
    let row = "總學習時數\t12\n";
    let long = "A".repeat(MAX_UNITS - row.chars().count() - 2) + "\n" + row;
    check(&long, &[(Total, whole(12))]);
    check_refused(&(long + "\n"), Refusal::TooLong);
    check_refused(&"\0".repeat(5_000_000), Refusal::TooLong);
    check_refused(&" ".repeat(5_000_000), Refusal::TooLong);
}

#[test]
fn reading_takes_no_longer_than_the_text_is_long() {
    for piece in [
        "環",
        "環 ",
        "性別主流化、",
        "環境教育",
        "環境教育\t",
        "(",
        "環境教育(",
        "()",
        "環境教育()",
        "9",
        "環境教育 9",
        ",",
        "、",
        "1、",
        "\"",
        "環境教育\"",
        " ",
        "環境教育 12",
        "4\n",
        "環境教育\n4\n",
        "|-",
        "114年\t",
        "\"環\n",
        "環境教育\t總學習時數\n4\t5\n",
    ] {
        // Were it quadratic this would take many minutes.
        let noise = piece.repeat((1 << 16) / piece.len());
        let _ = read_checked(&noise);
        let _ = read_checked(&format!("環境教育{noise}"));
    }
}
