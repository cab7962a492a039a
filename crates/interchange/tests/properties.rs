//! Properties of readings of texts that nobody wrote: orders, separators, near-misses.

mod portal;

use hours::{Calendar, Date, Hours, PortalRow};
use interchange::{
    Found, Key, Line, OtherValue, Reading, Refusal, day_text, text_of_page, write_csv,
};
use portal::{SPELLINGS, read_checked, read_courses_checked};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// A spelling and the hours behind it, or nothing behind it.
fn line() -> impl Strategy<Value = (PortalRow, &'static str, Option<Hours>)> {
    let hours = (0..=Hours::MAX.hundredths()).prop_map(Hours::from_hundredths);
    (select(&SPELLINGS[..]), proptest::option::of(hours))
        .prop_map(|((row, spelling), hours)| (row, spelling, hours))
}

/// A table in which each row stands at most once.
fn table() -> impl Strategy<Value = Vec<(PortalRow, &'static str, Option<Hours>)>> {
    vec(line(), 1..30).prop_map(|mut lines| {
        let mut seen = Vec::new();
        lines.retain(|(row, ..)| {
            let new = !seen.contains(row);
            seen.push(*row);
            new
        });
        lines
    })
}

/// The findings to expect from a table.
fn rows_of(table: &[(PortalRow, &str, Option<Hours>)]) -> [Found; 12] {
    PortalRow::ALL.map(|row| {
        let line = table.iter().find(|line| line.0 == row);
        line.map_or(Found::No, |(_, _, hours)| {
            hours.map_or(Found::Blank, Found::Hours)
        })
    })
}

/// A table as text.
fn text_of(table: &[(PortalRow, &str, Option<Hours>)], between: &str, behind: &str) -> String {
    let mut text = String::new();
    for (_, spelling, hours) in table {
        let hours = hours.map(|hours| hours.to_string()).unwrap_or_default();
        text += &format!("{spelling}{between}{hours}{behind}");
    }
    text
}

fn rows(text: &str) -> Result<[Found; 12], Refusal> {
    read_checked(text).map(|reading: Reading| reading.rows)
}

/// Blanks of any kind that part two cells of a line.
fn cell_gap() -> impl Strategy<Value = String> {
    (
        vec(select(vec![" ", "\u{3000}", "\u{A0}", "\u{200F}"]), 0..3),
        select(vec![" ", "\t"]),
    )
        .prop_map(|(blanks, part)| blanks.concat() + part)
}

/// Blanks of any kind that part two lines.
fn line_gap() -> impl Strategy<Value = String> {
    (
        cell_gap(),
        select(vec!["\n", "\r\n", "\n\n", "\t\n", "\u{2028}"]),
    )
        .prop_map(|(a, b)| a + b)
}

/// Text of pieces that mean something here, which random characters would hardly ever hit.
fn near_miss() -> impl Strategy<Value = String> {
    let signs = "0179０９.．,，-－−+ \t\n\r\u{3000}\u{200B}\u{FEFF}\u{202E}()（）:：=|;\"'、・·/%年月分小時hm總學習環境教育法A甲\u{FFFD}\0*>¹½①⾏一【】";
    let mut pieces: Vec<String> = signs.chars().map(String::from).collect();
    for (_, spelling) in SPELLINGS {
        pieces.push(spelling.to_owned());
        pieces.push(spelling.replace(['(', ')'], ""));
        pieces.push(spelling.chars().skip(2).collect());
        pieces.push(spelling.chars().take(4).collect());
    }
    vec(select(pieces), 0..40).prop_map(|pieces| pieces.concat())
}

/// Pieces of lists of courses, and what may stand beside them.
const LIST_PIECES: [&str; 44] = [
    "課程名稱\t課程類別\t認證時數\n",
    "課程名稱,類別代碼,時數,完成日期\n",
    "|課名|代碼|時數|年度|狀態|\n",
    "課程;類別;認證時數;是否通過\n",
    "甲",
    "乙課",
    "522",
    "523",
    "340",
    "522 資通安全",
    "人權教育",
    "資通安全通識",
    "政策 > 人權教育",
    "(2小時)",
    "3",
    "1.5",
    "０．５",
    "2小時",
    "9999",
    "3小時30分",
    "-1",
    "115/3/1",
    "114/12/31",
    "115年",
    "115/2/30",
    "115/3/1~115/3/2",
    "通過",
    "未通過",
    "是",
    "合計",
    "小計",
    "第 1 頁",
    "環境教育",
    "總學習時數\t3\n",
    "\t",
    "\t",
    "\n",
    "\n",
    ",",
    "|",
    ";",
    "\"",
    "---",
    " ",
];

/// Pieces of pages.
const PIECES: [&str; 32] = [
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<td hidden>",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<br>",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<select>",
    "<option selected>",
    "</select>",
    "<sup>",
    "</sup>",
    "&nbsp;",
    "&#49;",
    "&#x32",
    "&",
    "<",
    "<a title='",
    "'>",
    "<span style=display:block>",
    "</span>",
];

proptest! {
    #[test]
    fn any_text_is_answered(text in prop_oneof![any::<String>(), near_miss()]) {
        let _ = read_checked(&text);
    }

    #[test]
    fn hours_behind_a_label_are_read_back(table in table(), between in cell_gap(), behind in line_gap()) {
        prop_assert_eq!(rows(&text_of(&table, "\t", "\n")), Ok(rows_of(&table)));
        prop_assert_eq!(rows(&text_of(&table, &between, &behind)), Ok(rows_of(&table)));
    }

    #[test]
    fn lines_and_cells_may_be_parted_alike(table in table(), gap in prop_oneof![cell_gap(), line_gap()]) {
        let rows = rows(&text_of(&table, &gap, &gap)).unwrap();
        for (found, expected) in rows.iter().zip(rows_of(&table)) {
            prop_assert!(*found == expected || matches!(found, Found::Doubt(_)), "{:?}", found);
        }
        // Where a table in lines begins and ends with a row that has hours, its order is known.
        if table.first().is_some_and(|line| line.2.is_some()) && table.last().is_some_and(|line| line.2.is_some()) {
            prop_assert_eq!(rows, rows_of(&table));
        }
    }

    #[test]
    fn numbers_above_their_labels_are_never_given_to_others(table in table(), gap in line_gap()) {
        let mut text = String::new();
        for (_, spelling, hours) in &table {
            let hours = hours.map(|hours| hours.to_string()).unwrap_or_default();
            text += &format!("{hours}{gap}{spelling}{gap}");
        }
        for (found, (row, expected)) in rows(&text).unwrap().iter().zip(PortalRow::ALL.into_iter().zip(rows_of(&table))) {
            // A number that happens to be the number of its row is passed over.
            prop_assert!(matches!(found, Found::No | Found::Blank | Found::Doubt(_)) || *found == expected, "{:?} {:?}", row, found);
        }
    }

    #[test]
    fn the_order_of_rows_never_matters(table in table(), from in any::<Index>(), to in any::<Index>(), gap in cell_gap()) {
        let mut other = table.clone();
        other.swap(from.index(table.len()), to.index(table.len()));
        other.rotate_left(from.index(table.len()));
        let text = text_of(&table, &gap, "\n");
        prop_assert_eq!(read_checked(&text), read_checked(&text_of(&other, &gap, "\n")));
    }

    #[test]
    fn quoted_cells_are_read_like_bare_ones(table in table()) {
        let mut text = String::from("\u{FEFF}");
        for (_, spelling, hours) in &table {
            let hours = hours.map(|hours| hours.to_string()).unwrap_or_default();
            text += &format!("\"{spelling}\",\"{hours}\"\r\n");
        }
        prop_assert_eq!(rows(&text), Ok(rows_of(&table)));
    }

    #[test]
    fn other_lines_never_matter(table in table(), junk in "[王小明課程表甲A-Z ]{0,12}") {
        let text = text_of(&table, "\t", &format!("\n{junk}\n"));
        prop_assert_eq!(rows(&text), Ok(rows_of(&table)));
    }

    #[test]
    fn what_the_page_writes_is_read_back(
        table in table(),
        words in vec(near_miss(), 6),
        input in proptest::option::of(0..=Hours::MAX.hundredths()),
        day in (1_912..=2_110_u32, 1..=12_u32, 1..=28_u32),
        calendar in select(vec![Calendar::Western, Calendar::Minguo]),
    ) {
        let words = <[String; 6]>::try_from(words).unwrap().map(|word| word.replace(['\0', '\u{FFFD}'], ""));
        let day = Date::new(day.0, day.1, day.2).unwrap();
        let line = |have: String, key| {
            let mut cells = words.clone();
            cells[2] = String::new();
            cells[3] = have;
            Line { cells, field: Some(key) }
        };
        let hours = |name: &str, hours: Option<Hours>| {
            line(hours.map(|it| it.to_string()).unwrap_or_default(), Key::Hours(name.to_owned()))
        };
        let mut lines = vec![Line { cells: words.clone(), field: None }];
        for (row, _, amount) in &table {
            lines.push(hours(row.id(), *amount));
            lines.push(Line { cells: words.clone(), field: None });
        }
        let input = input.map(Hours::from_hundredths);
        lines.push(hours("security", input));
        lines.push(line(day_text(day, calendar), Key::Day("day".to_owned())));
        lines.push(line(words[0].clone(), Key::Choice("staff".to_owned(), "teacher".to_owned())));
        let header = ["規定", "項目", "需要", "已有", "還差", "結果"].map(str::to_owned);
        let own = write_csv(header, Some(day), &lines);
        let reading = read_checked(&own).expect(&own);
        prop_assert_eq!(reading.rows, rows_of(&table), "{}", own);
        prop_assert_eq!(&reading.inputs[0].found, &input.map_or(Found::Blank, Found::Hours));
        prop_assert_eq!(reading.day, Some(day));
        let others: Vec<_> = reading.others.into_iter().map(|other| other.value).collect();
        prop_assert_eq!(others, [OtherValue::Day(day, calendar), OtherValue::Choice("teacher".to_owned())]);
        for cell in own.trim_start_matches('\u{FEFF}').split("\r\n").flat_map(|line| line.split("\",\"")) {
            // The first cell of a line has its opening quote; a quote of the text itself is doubled.
            let cell = cell.strip_prefix('"').unwrap_or(cell);
            prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{}", cell);
        }
    }

    #[test]
    fn a_table_in_a_page_is_read_like_the_text_of_it(table in table(), inline in select(vec!["", "<b>", "<span title='>'>", "<!-- 1 -->"])) {
        let mut html = String::from("<table>");
        for (_, spelling, hours) in &table {
            let hours = hours.map(|hours| hours.to_string()).unwrap_or_default();
            let parted: String = hours.chars().map(|c| format!("{inline}{c}")).collect();
            html += &format!("<tr>\n<td>{inline}{spelling}</td>\n<td>{parted}</td></tr>");
        }
        prop_assert_eq!(rows(&html), Ok(rows_of(&table)));
    }

    #[test]
    fn any_page_is_answered(pieces in vec(prop_oneof![near_miss(), select(PIECES.map(String::from).to_vec())], 0..30)) {
        let html = pieces.concat();
        let text = text_of_page(&html);
        prop_assert!(text.len() <= html.len() * 3);
        let _ = read_checked(&format!("<p>{html}"));
    }

    #[test]
    fn any_list_of_courses_is_answered(
        head in 0..4_usize,
        pieces in vec(prop_oneof![8 => select(LIST_PIECES.map(String::from).to_vec()), 1 => near_miss()], 0..60),
        is_page in any::<bool>(),
    ) {
        let text = [LIST_PIECES[head], &pieces.concat()].concat();
        let _ = read_courses_checked(&text);
        if is_page {
            let cells = text.replace(['\t', '|', ';', ','], "</td><td>").replace('\n', "</td></tr><tr><td>");
            let _ = read_courses_checked(&format!("<table><tr><td>{cells}</table>"));
        }
    }

    #[test]
    fn courses_are_summed_whatever_stands_between_them(
        courses in vec((select(vec!["522", "523", "人權教育", "340", "其他"]), 0..=1_000_u32, select(vec!["", "\n", "第 1 頁\n", "合計\t\t\n"])), 1..12),
        mark in select(vec!["\t", "|", ";", ","]),
        is_quoted in any::<bool>(),
    ) {
        let quote = if is_quoted { "\"" } else { "" };
        let line = |cells: [&str; 3]| cells.map(|cell| [quote, cell, quote].concat()).join(mark) + "\n";
        let mut text = line(["課程名稱", "課程類別", "認證時數"]);
        let (mut security, mut rights) = (0, 0);
        for (number, (category, hundredths, between)) in courses.iter().enumerate() {
            let hours = Hours::from_hundredths(*hundredths).to_string();
            text += &line([&format!("課{number}"), category, &hours]);
            text += &between.replace('\t', mark);
            security += if *category == "522" { *hundredths } else { 0 };
            rights += if *category == "人權教育" { *hundredths } else { 0 };
        }
        let reading = read_courses_checked(&text).expect(&text);
        let sum = |id: &str| match reading.inputs.iter().find(|input| input.id == id).map(|input| &input.found) {
            Some(Found::Hours(hours)) => hours.hundredths(),
            _ => 0,
        };
        prop_assert_eq!((sum("security"), sum("human-rights")), (security, rights), "{}", text);
        prop_assert_eq!(reading.courses.len(), courses.len(), "{}", text);
        prop_assert!(reading.rows.iter().all(|found| *found == Found::No));
    }

    #[test]
    fn numbers_in_brackets_never_become_values(before in near_miss(), number in 0..99_999_u32, behind in near_miss()) {
        // The check itself is in the invariants, which read the text with other numbers as well.
        let _ = read_checked(&format!("{before}環境教育({number}小時){behind}"));
        let _ = read_checked(&format!("{before}({number}){behind}"));
    }
}
