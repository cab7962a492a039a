//! Reading saved pages as a browser shows them, with its lines and cells.

mod portal;

use hours::PortalRow;
use interchange::{Found, is_page, text_of_page};
use portal::read_checked;

/// The text of a page is this.
#[track_caller]
fn check_text(html: &str, text: &str) {
    assert_eq!(text_of_page(html), text, "{html}");
}

/// Of a page these hours are read, written `environment 4, total 12.5`, and no others.
#[track_caller]
fn check(html: &str, expected: &str) {
    assert!(is_page(html), "{html}");
    let mut values = Vec::new();
    if let Ok(reading) = read_checked(html) {
        for (row, found) in PortalRow::ALL.into_iter().zip(&reading.rows) {
            if let Found::Hours(hours) = found {
                values.push(format!("{} {hours}", row.id()));
            }
        }
    }
    assert_eq!(
        values.join(", "),
        expected,
        "{html}\n{}",
        text_of_page(html)
    );
}

/// Of a row of a table with this second cell these hours are read.
#[track_caller]
fn check_cell(cell: &str, expected: &str) {
    let expected = match expected {
        "" => String::new(),
        number => format!("environment {number}"),
    };
    check(
        &format!("<table><tr><td>環境教育(4小時)</td><td>{cell}</td></tr></table>"),
        &expected,
    );
    check(
        &format!("<tr><td>環境教育(4小時)<td>{cell}<tr><td>總<td>"),
        &expected,
    );
    check(&format!("<p>環境教育(4小時)： {cell}</p>"), &expected);
}

#[test]
fn inline_elements_and_comments_take_no_room() {
    check_cell("32<!-- -->.5", "32.5");
    check_cell("<span>3</span><span>2</span>", "32");
    check_cell("1<wbr>2", "12");
    check_cell("12<span>.</span><span>5</span>", "12.5");
    check_cell("32<small>.5</small>", "32.5");
    check_cell("<b>3</b>小時<b>30</b>分", "");
    check_cell("1<!-->2", "12");
    check_cell("1<!-- a > b -- c --->2", "12");
    check_cell("1<?php 5 ?>2", "12");
    check_cell("<font color=red>1</font><a href='x'>2</a>", "12");
    check_cell("<b>1</b> <i>2</i>", "");
    check_cell("1\n2", "");
    check_cell("1<em\n>2</em >", "12");
}

#[test]
fn blocks_cells_and_breaks_part() {
    check_cell("3<br>2", "");
    check_cell("<p>3</p><p>2</p>", "");
    check_cell("<div>3</div>2", "");
    check_cell("3<img src=point.gif>5", "");
    check_cell("<del>3</del>4", "");
    check_cell("<span style='display:block'>3</span>2", "");
    check_cell("3<span style='display: inline-block'>2</span>", "");
    // Only a style sheet knows whether a class hides its element.
    check_cell("3<span class=sr-only>2</span>", "");
    check_cell("<span class='x d-none'>3</span>2", "");
    check_cell("<b class=visually-hidden>3</b>2", "");
    check_cell("3<span class=number>2</span>", "32");
    check_cell("<span style='font-size:0'>9</span>4", "4");
    check_cell("<span style='font-size:0.9em'>9</span>4", "94");
    check_cell("<table><tr><td>3<td>2</table>", "");
    check_text(
        "<p>甲<p>乙<div>丙</div>丁<br>戊<ul><li>己<li>庚</ul>",
        "甲\n乙\n丙\n丁\n戊\n己\n庚\n",
    );
    check_text(
        "<table><tr><th>甲</th><th>乙</th></tr>\n<tr><td> 丙 <br> 丁 </td>\n<td></td><td>戊</td></tr></table>己",
        "甲\t乙\n丙 丁\t\t戊\n己",
    );
    check_text(
        "<table><tr><td><div>甲</div><table><tr><td>乙<td>丙<tr><td>丁<td>戊</table></td><td>己</td></tr></table>",
        "甲\n乙\t丙\n丁\t戊\n\t己\n",
    );
    check_text("<dl><dt>甲<dd>乙<dt>丙<dd>丁</dl>", "甲\n乙\n丙\n丁\n");
    check("<div>環境教育</div><div>4</div>", "environment 4");
    check("<div>4</div><div>環境教育</div>", "");
}

#[test]
fn raised_and_lowered_digits_are_no_part_of_a_number() {
    check_cell("4<sup>1</sup>", "");
    check_cell("3<sup>1</sup>/<sub>2</sub>", "");
    check_cell("<sup>1</sup>4", "");
    check(
        "<td>環境教育(4小時)<sup>1</sup></td><td>4</td>",
        "environment 4",
    );
    check(
        "<ruby>環境<rp>(</rp><rt>ㄏㄨㄢˊ ㄐㄧㄥˋ</rt><rp>)</rp></ruby>教育 4<br>",
        "environment 4",
    );
}

#[test]
fn what_is_not_shown_is_dropped() {
    let row = "<table><tr><td>環境教育</td><td>9</td></tr></table>";
    for (before, behind) in [
        ("<!--", "-->"),
        ("<noscript>", "</noscript>"),
        ("<template>", "</template>"),
        ("<script>'", "'</script>"),
        ("<SCRIPT type='a>b'>'", "'</Script >"),
        ("<style>/*", "*/</style>"),
        ("<title>", "</title>"),
        ("<iframe>", "</iframe>"),
        ("<div hidden>", "</div>"),
        ("<div hidden><div>甲</div>", "</div>"),
        ("<div HIDDEN=''>", "</div>"),
        (
            "<div style='color:red; display : none !important'>",
            "</div>",
        ),
        ("<div style=visibility:hidden>", "</div>"),
        ("<div style='font-size: 0'>", "</div>"),
        ("<div style=font-size:0px>", "</div>"),
        ("<div style='opacity:0;color:red'>", "</div>"),
        ("<dialog>", "</dialog>"),
        ("<datalist><option>", "</datalist>"),
        ("<table><tr hidden><td>", "</td></tr></table>"),
        ("<table><tr><td hidden>", "</table>"),
        ("<ul><li hidden>", "</ul>"),
    ] {
        check(
            &format!("{before}{row}{behind}<p>總學習時數 5</p>"),
            "total 5",
        );
    }
    check(
        "<table><tr><td hidden>環境教育<td>總學習時數<td>5</table>",
        "total 5",
    );
    for next in ["<p>", "<ul><li>", "<table><td>", "<h2>", "</div>"] {
        check(
            &format!("<div><p hidden>環境教育 4<br>{next}總學習時數 5"),
            "total 5",
        );
    }
    check(
        "<table><tr hidden><td>環境教育<td>4<tr><td>總學習時數<td>5</table>",
        "total 5",
    );
    check("<p>總學習時數 5</p><div hidden>環境教育 4", "total 5");
    check("<input hidden>環境教育 4<br>", "environment 4");
}

#[test]
fn of_a_choice_the_chosen_one_is_read() {
    check_cell("<select><option>1<option selected>4</select>", "4");
    check_cell(
        "<select><option>1</option><option selected=''>4</option><option>5</option></select>小時",
        "4",
    );
    check_cell("<select><option>1<option>4</select>", "");
    check_cell(
        "<select multiple><option selected>1<option selected>4</select>",
        "",
    );
    check_cell("<textarea>4</textarea>", "4");
    // Outside of a choice each stands on a line of its own.
    check_cell("<option>1<option selected>4", "");
    check_cell("<option>1</option>4", "");
    check_cell("<optgroup>1</optgroup>4", "");
    check_cell("<x-select><option>1<option>4</x-select>", "");
    check_cell(
        "<select><optgroup label=甲><option>1</optgroup><option selected>4</select>",
        "4",
    );
}

#[test]
fn attributes_may_hold_anything() {
    check_cell("<span title=\"a > 5\">4</span>", "4");
    check_cell("<span title='a > \"5'>4</span>", "4");
    check_cell("<span title=a>4</span>", "4");
    check_cell("<span title = a/b class>4</span>", "4");
    check_cell("<a href=\"?x=<td>\" disabled>4</a>", "4");
    check_cell("4 <", "");
    check(
        "<td title=\"a > 5\">環境教育</td><td title=\"b > 6\">4</td>",
        "environment 4",
    );
}

#[test]
fn references_to_characters_are_read() {
    check_cell("&#160;4&nbsp;", "4");
    check_cell("&emsp;4&ensp;&thinsp;", "4");
    check_cell("&#52;.&#x35;", "4.5");
    check_cell("&#52.5", "4.5");
    check_cell("4&shy;&zwnj;5&#8203;", "45");
    check_cell("3&frac12;", "");
    check_cell("3&sup2;", "");
    check_cell("3&unknown;2", "");
    check_cell("3&period;2", "");
    check_cell("&nbsp4", "4");
    check("<p>環境教育&#65306;4</p>", "environment 4");
    check("<p>環境教育&#xFF1A;&#65300;</p>", "environment 4");
    check("<p>總&#23416;習時數 4</p>", "total 4");
    check("<p>&#32317;學習時數 4</p>", "total 4");
    check_text(
        "&amp;lt; &lt;b&gt; & &x; &#0; &#1114112; &#150; &#x;",
        "&lt; <b> & &x; \u{FFFD} \u{FFFD} – &#x;",
    );
}

#[test]
fn a_page_is_told_by_its_content() {
    for page in [
        "<!DOCTYPE html><p>甲",
        "\u{FEFF}\r\n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">",
        "<?xml version=\"1.0\"?><html>",
        "<meta http-equiv=Content-Type content=\"text/html; charset=big5\"><table>",
        "<!-- saved from url=(0014)about:internet -->",
        "甲<br>乙",
        "甲</TD>",
    ] {
        assert!(is_page(page), "{page}");
    }
    for text in [
        "",
        "<",
        "甲 < 乙 > 丙",
        "< 5 >",
        "環境教育\t4",
        "a<b and c>d",
        "<3",
    ] {
        assert!(!is_page(text), "{text}");
    }
    check(
        "<?xml version='1.0' encoding='utf-8'?><html><head><script src='a.js'/><title/></head><body><p hidden='hidden'/>\
         <table><tr><td>環境教育</td><td>4</td></tr></table></body></html>",
        "environment 4",
    );
}

#[test]
fn pages_as_browsers_and_spreadsheets_save_them_are_read() {
    for (page, expected) in [
        (
            include_str!("../fuzz/corpus/page/table-of-the-portal.html"),
            "total 32.5, environment 12",
        ),
        (
            include_str!("../fuzz/corpus/page/saved-by-excel.xls"),
            "total 12.5, environment 4",
        ),
        (
            include_str!("../fuzz/corpus/page/choices-and-hidden.html"),
            "total 9, environment 4",
        ),
    ] {
        check(page, expected);
    }
}

#[test]
fn a_page_that_is_cut_off_is_read_as_far_as_it_goes() {
    let page = "<table><tr><td title='甲'>環境教育</td><td>4</td></tr><tr><td>總&#23416;習時數</td><td>12</td></tr></table>\
        <!-- 乙 --><select><option selected>5</select>";
    for (cut, _) in page.char_indices() {
        let _ = text_of_page(page.get(..cut).unwrap());
    }
}

#[test]
fn reading_a_page_takes_no_longer_than_it_is_long() {
    for piece in [
        "<",
        "<a",
        "<!--",
        "<!-- -",
        "<script>",
        "</",
        "<td>",
        "<table>",
        "<td><table>",
        "<div hidden>",
        "<select>",
        "<p>",
        "&",
        "&#",
        "&#1",
        "&nbsp",
        "<br>",
        " ",
        "<a b=",
        "<a b='",
        "-->",
        "<sup>1",
        "</table>",
        "<span style='display:block'>",
        "</span>",
        "<textarea>",
        "</textarea",
        "<td><p>1",
    ] {
        // Were it quadratic this would take many minutes.
        let noise = piece.repeat((1 << 17) / piece.len());
        let _ = text_of_page(&format!("<p>{noise}"));
    }
}

#[test]
fn cells_of_spreadsheets_in_xml_are_cells_whatever_their_names() {
    let excel = |second: &str| {
        format!(
            "<?xml version=\"1.0\"?><Workbook xmlns:ss=\"urn:x\"><Worksheet><Table><Row><Cell><Data ss:Type=\"String\">環境教育(4小時)</Data></Cell><Cell><Data ss:Type=\"Number\">4</Data></Cell>{second}</Row></Table></Worksheet></Workbook>"
        )
    };
    check(&excel(""), "environment 4");
    check(&excel("<Cell><Data ss:Type=\"Number\">2</Data></Cell>"), "");
    let writer = |second: &str| {
        format!(
            "<?xml version=\"1.0\"?><office:document><table:table><table:table-row><table:table-cell><text:p>環境教育</text:p></table:table-cell><table:table-cell><text:p>1</text:p></table:table-cell>{second}</table:table-row></table:table></office:document>"
        )
    };
    check(&writer(""), "environment 1");
    check(
        &writer("<table:table-cell><text:p>2</text:p></table:table-cell>"),
        "",
    );
    // An element that nobody knows joins nothing.
    check(
        "<list><row-of-hours><name>環境教育</name><have>4</have><need>2</need></row-of-hours><br></list>",
        "",
    );
    check_cell("<my-hours>4</my-hours><my-hours>2</my-hours>", "");
    check_cell(
        "<math><mn>1</mn><mfrac><mn>1</mn><mn>2</mn></mfrac></math>",
        "",
    );
}

#[test]
fn numbers_that_a_style_strikes_out_raises_or_sets_apart_join_no_others() {
    for style in [
        "text-decoration:line-through",
        "text-decoration: solid line-through red",
        "text-decoration-line:line-through",
        "vertical-align:super",
        "vertical-align:sub",
        "vertical-align:4px",
        "margin-left:1em",
        "padding:0 4px",
    ] {
        check_cell(
            &format!("<span style=\"{style}\">4</span><span>2</span>"),
            "",
        );
        check_cell(&format!("4<span style='{style}'>2</span>"), "");
    }
    check_cell(
        "<span style='display:flex'><span>4</span><span>2</span></span>",
        "",
    );
    check_cell(
        "<span style='display:inline-grid'><b>4</b><i>2</i></span>",
        "",
    );
    // A number that is only struck out is none.
    for struck in [
        "<s>4</s>",
        "<del>4</del>",
        "<strike>4</strike>",
        "<span style='text-decoration:line-through'>4</span>",
    ] {
        check_cell(struck, "");
    }
    check(
        "<table><tr style='text-decoration:line-through'><td>環境教育<td>4</table>",
        "",
    );
    check(
        "<table><tr><td>環境教育<td style='text-decoration:line-through'>4</table>",
        "",
    );
    check_cell(
        "<span style='vertical-align:baseline'>3</span><span>2</span>",
        "32",
    );
    check(
        "<style>.gone{display:none}</style><table><tr><td>環境教育<td><span class=gone>4</span>2</table>",
        "",
    );
}

#[test]
fn a_number_in_a_cell_that_several_rows_share_belongs_to_none() {
    check(
        "<table><tr><td>總學習時數</td><td rowspan=2>6</td></tr><tr><td>環境教育</td></tr></table>",
        "",
    );
    check(
        "<table><tr><td>總學習時數</td><td rowspan='1'>6</td></tr><tr><td>環境教育</td><td>4</td></tr></table>",
        "total 6, environment 4",
    );
    check(
        "<table><tr><th rowspan=2>時數</th><td>總學習時數</td><td>6</td></tr><tr><td>環境教育</td><td>4</td></tr></table>",
        "total 6, environment 4",
    );
}
