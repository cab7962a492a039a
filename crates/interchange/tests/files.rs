//! What is read of files: the page's own, web archives, and bytes in the encodings that they come in.

mod portal;

use encoding_rs::{BIG5, UTF_16BE, UTF_16LE};
use hours::{Hours, PortalRow};
use interchange::{
    Encoding, Found, Line, MAX_UNITS, Refusal, encoding_of, read, write_csv, write_text,
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

/// Lines of the page with these hours.
fn lines(environment: &str, security: &str) -> Vec<Line> {
    let hours = |id: &str, label: &str, hours: &str| Line::Hours {
        id: id.to_owned(),
        label: label.to_owned(),
        hours: hours.parse().ok().map(Hours::from_whole),
    };
    vec![
        Line::Words(vec!["您的時數".to_owned()]),
        hours("total", "總學習時數", "30"),
        hours("environment", "環境教育(4小時)", environment),
        hours("security", "資通安全 \"通識\"\t課程", security),
        Line::Words(vec![
            "環境教育".to_owned(),
            "還差 2 小時".to_owned(),
            "=1+1".to_owned(),
        ]),
    ]
}

#[test]
fn the_own_files_are_read_by_columns() {
    let lines = lines("2", "3");
    let csv = write_csv("學習時數檢核, 民國 115 年", &lines);
    assert_eq!(
        csv,
        "\u{FEFF}\"學習時數檢核, 民國 115 年\",\"learning-hours-guide 1\"\r\n\"您的時數\"\r\n\"總學習時數\",\"30\",\"#total\"\r\n\
         \"環境教育(4小時)\",\"2\",\"#environment\"\r\n\"資通安全 \"\"通識\"\" 課程\",\"3\",\"#security\"\r\n\"環境教育\",\"還差 2 小時\",\"'=1+1\"\r\n"
    );
    let text = write_text("學習時數檢核", &lines);
    let expected = "total 30, environment 2, security 3";
    for own in [
        &csv,
        &text,
        &csv.replace('"', ""),
        &text.replace('\n', "\r\n"),
        &format!("\n{text}\n\n"),
    ] {
        assert_eq!(values(own), expected, "{own}");
    }
    // A spreadsheet that saves it in Big5, or as Unicode text.
    assert_eq!(
        values(&decode(&BIG5.encode(csv.trim_start_matches('\u{FEFF}')).0).unwrap()),
        expected
    );
    // Blank is not 0, and what was changed by hand to something else is told.
    let blank = read_checked(&text.replace("\t2\t", "\t\t").replace("\t3\t", "\tx\t")).unwrap();
    assert_eq!(blank.rows[PortalRow::Environment.index()], Found::Blank);
    assert!(matches!(blank.inputs[0].found, Found::Unusable(_)));
}

#[test]
fn what_is_no_own_file_any_more_is_read_as_any_text() {
    let text = write_text("學習時數檢核", &lines("2", "3"));
    // Another version, without the first line, and with blanks for tabs: the id behind the number leaves room for doubt.
    for other in [
        text.replace("guide 1", "guide 2"),
        text.lines().skip(1).collect::<Vec<_>>().join("\n"),
        text.replace('\t', "  "),
    ] {
        assert_eq!(values(&other), "", "{other}");
    }
    // Ids are kept as they are, other texts never.
    let strange = text.replace("#security", "#王小明");
    assert!(read_checked(&strange).unwrap().inputs.is_empty());
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
