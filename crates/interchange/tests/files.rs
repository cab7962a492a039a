//! Reading files: the page's own, web archives, and bytes in the encodings that they come in.

mod portal;

use encoding_rs::{BIG5, UTF_16BE, UTF_16LE};
use hours::{Calendar, Date, Hours, HoursProblem, PortalRow};
use interchange::{
    Encoding, Found, Key, Line, MAX_UNITS, OtherField, OtherValue, Refusal, encoding_of, read,
    write_csv,
};
use portal::{labels, read_checked};

/// The hours that are read, written `environment 4, total 12.5`.
fn values(text: &str) -> String {
    let mut values = Vec::new();
    if let Ok(reading) = read_checked(text) {
        let rows = PortalRow::ALL
            .map(PortalRow::id)
            .into_iter()
            .zip(&reading.rows);
        let inputs = reading
            .inputs
            .iter()
            .map(|input| (input.id.as_str(), &input.found));
        for (id, found) in rows.chain(inputs) {
            if let Found::Hours(hours) = found {
                values.push(format!("{id} {hours}"));
            }
        }
    }
    values.join(", ")
}

/// Decodes as the browser's `TextDecoder` does with the label of the encoding.
fn decode(bytes: &[u8]) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label(encoding_of(bytes)?.label().as_bytes())?;
    Some(encoding.decode_with_bom_removal(bytes).0.into_owned())
}

/// Of a file these hours are read.
#[track_caller]
fn check(bytes: &[u8], encoding: Encoding, expected: &str) {
    assert_eq!(encoding_of(bytes), Some(encoding));
    let text = decode(bytes);
    assert_eq!(text.map(|text| values(&text)).as_deref(), Some(expected));
}

const TABLE: &str = "姓名\t王小明\n總學習時數\t12.5\n環境教育(4小時)\t4\n";
const READ: &str = "total 12.5, environment 4";

fn utf_16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

#[test]
fn the_encoding_is_told_by_the_bytes() {
    check(TABLE.as_bytes(), Encoding::Utf8, READ);
    check(format!("\u{FEFF}{TABLE}").as_bytes(), Encoding::Utf8, READ);
    for mark in ["", "\u{FEFF}"] {
        let text = format!("{mark}{TABLE}一\u{3000}");
        check(&utf_16(&text, u16::to_le_bytes), Encoding::Utf16Le, READ);
        check(&utf_16(&text, u16::to_be_bytes), Encoding::Utf16Be, READ);
    }
    check(&BIG5.encode(TABLE).0, Encoding::Big5, READ);
    check(b"total 5", Encoding::Utf8, "");
    check(b"", Encoding::Utf8, "");
    assert_eq!((UTF_16LE.name(), UTF_16BE.name()), ("UTF-16LE", "UTF-16BE"));
}

#[test]
fn of_broken_bytes_one_character_is_lost_and_the_numbers_are_read() {
    // Characters that offices made themselves, in a name.
    for made in [[0x81, 0x40], [0x84, 0x5A], [0xFA, 0x40], [0x8E, 0x7E]] {
        let bytes = [
            &BIG5.encode("姓名\t王").0,
            &made[..],
            &BIG5.encode("\n總學習時數\t12.5\n環境教育(4小時)\t4\n").0,
        ]
        .concat();
        check(&bytes, Encoding::Big5, READ);
    }
    // A broken byte, and a file cut off within a character.
    for broken in [&[0xFF][..], &[0xE7, 0x92], &[0x80], &[0xC0, 0xAF]] {
        let bytes = [
            "姓名\t王".as_bytes(),
            broken,
            "\n總學習時數\t12.5\n環境教育(4小時)\t4\n".as_bytes(),
        ]
        .concat();
        check(&bytes, Encoding::Utf8, READ);
        check(&[TABLE.as_bytes(), broken].concat(), Encoding::Utf8, READ);
    }
    // A broken byte at a number takes its row away, and no other.
    check(
        "總學習時數\t1\u{FFFD}2\n環境教育\t4".as_bytes(),
        Encoding::Utf8,
        "environment 4",
    );
}

#[test]
fn what_is_no_text_is_told() {
    for bytes in [
        b"PK\x03\x04\x14\0\x06\0".as_slice(),
        b"%PDF-1.7\n",
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0",
        b"\0\0\0\0",
        b"GIF89a\0\0",
    ] {
        assert_eq!(encoding_of(bytes), None, "{bytes:?}");
    }
}

/// A web archive as browsers save it.
fn archive(kind: &str, encoding: &str, body: &str) -> String {
    format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\t\
         type=\"text/html\";\r\n\tboundary=\"----MultipartBoundary--Ab1----\"\r\n\r\n\r\n------MultipartBoundary--Ab1----\r\nContent-Type: {kind}\r\n\
         Content-ID: <frame>\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n------MultipartBoundary--Ab1----\r\nContent-Type: text/css\r\n\
         Content-Transfer-Encoding: quoted-printable\r\n\r\ntd {{ content: '總學習時數 9' }}\r\n------MultipartBoundary--Ab1------\r\n"
    )
}

#[test]
fn the_page_in_a_web_archive_is_read() {
    let quoted = "<html><table><tr><td class=3D\"a\">=E7=92=B0=E5=A2=83=E6=\r\n=95=99=E8=82=B2</td><td>1=\r\n2</td></tr></table>";
    let page = archive("text/html", "quoted-printable", quoted);
    assert_eq!(values(&page), "environment 12");
    assert_eq!(values(&page.replace("\r\n", "\n")), "environment 12");
    assert_eq!(
        values(&archive(
            "text/html; charset=utf-8",
            "8bit",
            "<p>環境教育 4</p>"
        )),
        "environment 4"
    );
    assert_eq!(
        values(
            "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>=E7=92=B0=E5=A2=83=E6=95=99=E8=82=B2 =34</p>"
        ),
        "environment 4"
    );
    for (kind, encoding, body) in [
        ("text/html", "base64", "PHA+"),
        (
            "text/html; charset=big5",
            "quoted-printable",
            "=C0=F4=B9=D2",
        ),
        ("text/plain", "8bit", "環境教育 4"),
    ] {
        assert_eq!(
            read(&archive(kind, encoding, body), &labels()),
            Err(Refusal::Archive)
        );
    }
}

const HEADER: [&str; 6] = ["規定", "項目", "需要", "已有", "還差", "結果"];

fn line(cells: [&str; 6], field: Option<Key>) -> Line {
    let cells = cells.map(str::to_owned);
    Line { cells, field }
}

/// A file of the page with these hours.
fn own(environment: &str, security: &str) -> String {
    let portal = |label, need, have, key| line(["入口網", label, need, have, "", ""], Some(key));
    let hours = |name: &str| Key::Hours(name.to_owned());
    let choice = |name: &str, id: &str| Key::Choice(name.to_owned(), id.to_owned());
    let lines = [
        line(
            ["10 小時, 每年", "環境教育", "4", "2", "2", "還差 2 小時"],
            None,
        ),
        line(["=1+1", "＝1+1", "-1", "@a", "+1", "\n=\"1\"\t2"], None),
        portal("總學習時數", "", "30", hours("total")),
        portal("環境教育(4小時)", "3", environment, hours("environment")),
        portal("資通安全 \"通識\"\t課程", "", security, hours("security")),
        portal("人員類別", "", "教師", choice("staff", "teacher")),
        portal("時數", "", "1.5", hours("coming-hours-0")),
        portal(
            "完成日",
            "",
            "115/11/20",
            Key::Day("coming-day-0".to_owned()),
        ),
        portal("平臺", "", "其他或不清楚", choice("coming-platform-0", "")),
    ];
    write_csv(
        HEADER.map(str::to_owned),
        Date::new(2026, 11, 23).ok(),
        &lines,
    )
}

#[test]
fn the_own_file_is_one_table_whose_header_tells_its_version() {
    assert_eq!(
        own("2", "3"),
        "\u{FEFF}\"規定\",\"項目\",\"需要\",\"已有\",\"還差\",\"結果\",\"learning-hours-guide 2 2026-11-23\"\r\n\
         \"10 小時, 每年\",\"環境教育\",\"4\",\"2\",\"2\",\"還差 2 小時\",\"\"\r\n\
         \"'=1+1\",\"'＝1+1\",\"'-1\",\"'@a\",\"'+1\",\"' =\"\"1\"\" 2\",\"\"\r\n\
         \"入口網\",\"總學習時數\",\"\",\"30\",\"\",\"\",\"#total\"\r\n\
         \"入口網\",\"環境教育(4小時)\",\"3\",\"2\",\"\",\"\",\"#environment\"\r\n\
         \"入口網\",\"資通安全 \"\"通識\"\" 課程\",\"\",\"3\",\"\",\"\",\"#security\"\r\n\
         \"入口網\",\"人員類別\",\"\",\"教師\",\"\",\"\",\"#staff choice teacher\"\r\n\
         \"入口網\",\"時數\",\"\",\"1.5\",\"\",\"\",\"#coming-hours-0\"\r\n\
         \"入口網\",\"完成日\",\"\",\"115/11/20\",\"\",\"\",\"#coming-day-0 day\"\r\n\
         \"入口網\",\"平臺\",\"\",\"其他或不清楚\",\"\",\"\",\"#coming-platform-0 choice \"\r\n"
    );
}

#[test]
fn the_own_file_is_read_by_columns_also_after_a_spreadsheet_saved_it() {
    let csv = own("2.5", "3");
    let tabs = csv.replace("\",\"", "\t").replace('"', "");
    for own in [
        csv.clone(),
        format!("\r\n{csv}\r\n\r\n"),
        csv.replace("\r\n", "\n"),
        // Cells without quotes, other signs between them, a comma for the point, and empty cells left out at the end.
        csv.replace("10 小時, 每年", "10 小時").replace('"', ""),
        csv.replace("\",\"", "\";\"").replace("2.5", "2,5"),
        csv.replace("\",\"", ";")
            .replace('"', "")
            .replace("2.5", "2,5"),
        csv.replace("2.5", "2,5"),
        tabs.replace("2.5", "2,50"),
        tabs.replace("\t\r\n", "\r\n"),
        decode(&BIG5.encode(csv.trim_start_matches('\u{FEFF}')).0).unwrap(),
        decode(&utf_16(&format!("\u{FEFF}{tabs}"), u16::to_le_bytes)).unwrap(),
        // A column that somebody put before the others.
        csv.replace("\r\n\"", "\r\n\"x\",\"")
            .replace("\u{FEFF}", "\"\","),
    ] {
        let reading = read_checked(&own).expect(&own);
        assert_eq!(
            values(&own),
            "total 30, environment 2.5, security 3, coming-hours-0 1.5",
            "{own}"
        );
        assert_eq!(
            reading.thresholds[PortalRow::Environment.index()],
            Some(Hours::from_whole(3))
        );
        assert_eq!(reading.day, Date::new(2026, 11, 23).ok());
        let other = |name: &str, value| OtherField {
            name: name.to_owned(),
            value,
        };
        let day = Date::new(2026, 11, 20).expect("a day");
        assert_eq!(
            reading.others,
            [
                other("staff", OtherValue::Choice("teacher".to_owned())),
                other("coming-day-0", OtherValue::Day(day, Calendar::Minguo)),
            ],
            "{own}"
        );
    }
    // Blank is not 0, and what was changed by hand to something else is told.
    let check = |environment: &str, expect: Found| {
        let reading = read_checked(&own(environment, "")).expect(environment);
        assert_eq!(reading.rows[PortalRow::Environment.index()], expect);
    };
    check("", Found::Blank);
    check("0", Found::Hours(Hours::default()));
    check("1,000", Found::Unusable(HoursProblem::NotANumber));
    check("x", Found::Unusable(HoursProblem::NotANumber));
    check("2.5.2026", Found::Unusable(HoursProblem::NotANumber));
}

#[test]
fn a_file_of_a_newer_page_is_refused_and_what_is_no_own_file_any_more_is_read_as_any_text() {
    let csv = own("2", "3");
    let newer = csv.replace("guide 2", "guide 3");
    assert_eq!(read_checked(&newer), Err(Refusal::Newer));
    // An older version, without the first line, and with blanks between the cells: more than one cell leaves room for doubt.
    for other in [
        csv.replace("guide 2", "guide 1"),
        csv.replace("guide 2", "guide x"),
        csv.lines().skip(1).collect::<Vec<_>>().join("\n"),
        csv.replace("\",\"", "  "),
    ] {
        assert_eq!(values(&other), "", "{other}");
    }
    // Names and ids are kept as they are, other texts never.
    let strange = csv
        .replace("#security", "#王小明")
        .replace("teacher", "王小明");
    let strange = read_checked(&strange).expect("the other fields");
    assert!(strange.inputs.iter().all(|input| input.id != "security"));
    assert!(strange.others.iter().all(|other| other.name != "staff"));
}

#[test]
fn a_copied_text_brings_no_hours_back_and_is_told_as_such() {
    let text = "時數檢核：至少還須修習 2 小時\n請補修：「環境教育」2 小時\n";
    for link in [
        "https://hours.example.edu.tw/#view=hours&copied=1",
        "https://hours.example.edu.tw/#view=hours&amp;copied=1",
        "https://hours.example.edu.tw/#view%3Dhours%26copied%3d1",
    ] {
        let text = format!("{text}{link}");
        assert_eq!(read_checked(&text), Err(Refusal::OwnText));
    }
    assert_eq!(values(text), "");
}

#[test]
fn a_text_that_a_field_cut_off_is_too_long() {
    let row = "總學習時數\t12\n";
    let rows = row.repeat(MAX_UNITS / row.chars().count() + 1);
    let cut: String = rows.chars().take(MAX_UNITS).collect();
    assert_eq!(read(&cut, &labels()), Err(Refusal::TooLong));
    assert_eq!(read(&rows, &labels()), Err(Refusal::TooLong));
    let whole: String = rows.chars().take(MAX_UNITS - 10).collect();
    assert!(read(&whole, &labels()).is_ok());
    // Signs beyond the first plane are two units in a field.
    assert_eq!(
        read(&"𠀀".repeat(MAX_UNITS / 2), &labels()),
        Err(Refusal::TooLong)
    );
    let page = format!("<p>總學習時數 12</p><!--{}-->", "-".repeat(500_000));
    assert_eq!(values(&page), "total 12");
    let cut: String = page.chars().take(MAX_UNITS).collect();
    assert_eq!(read(&cut, &labels()), Err(Refusal::TooLong));
}
