//! Days for a calendar (行事曆檔, iCalendar, RFC 5545), each with a reminder a week before.

use hours::Date;

/// A line holds so many bytes at most; a longer one goes on in the next, behind a blank.
const LINE: usize = 75;

/// A day in a calendar (行事曆的一天).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The identity of the event (識別碼): an event with the same id replaces this one, and is not a second.
    pub id: String,
    /// The day (日期), as a whole.
    pub day: Date,
    /// The title (標題), which calendars show on the day.
    pub title: String,
    /// The description (說明), which calendars show when the event is opened.
    pub about: String,
}

/// Writes days as a file for a calendar (.ics), made on the day `stamp`.
#[must_use]
pub fn write_ics(stamp: Date, events: &[Event]) -> String {
    let mut ics = String::new();
    let mut line = |name: &str, value: &str| write_line(&mut ics, name, value);
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//learning-hours-guide//1//ZH");
    for event in events {
        line("BEGIN", "VEVENT");
        line(
            "UID",
            &escaped(&[&event.id, "@learning-hours-guide"].concat()),
        );
        line("DTSTAMP", &[&digits(stamp), "T000000Z"].concat());
        line("DTSTART;VALUE=DATE", &digits(event.day));
        // The day after, on which the event is over.
        if let Some(end) = event.day.next() {
            line("DTEND;VALUE=DATE", &digits(end));
        }
        line("SUMMARY", &escaped(&event.title));
        line("DESCRIPTION", &escaped(&event.about));
        line("TRANSP", "TRANSPARENT");
        line("BEGIN", "VALARM");
        line("ACTION", "DISPLAY");
        line("DESCRIPTION", &escaped(&event.title));
        line("TRIGGER", "-P7D");
        line("END", "VALARM");
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    ics
}

/// Writes a line, folded between characters.
fn write_line(ics: &mut String, name: &str, value: &str) {
    let mut length = 0;
    for c in name.chars().chain([':']).chain(value.chars()) {
        if length + c.len_utf8() > LINE {
            ics.push_str("\r\n ");
            length = 1;
        }
        ics.push(c);
        length += c.len_utf8();
    }
    ics.push_str("\r\n");
}

/// A text as a value: what parts values is marked, an end of a line is written `\n`, and other signs of control are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(c);
            }
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Year, month and day as eight digits.
fn digits(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year, day.month, day.day)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(year: u32, month: u32, day: u32) -> Date {
        Date::new(year, month, day).expect("a day")
    }

    fn event(title: &str, about: &str) -> Event {
        Event {
            id: "2026-12-27-ewant".to_owned(),
            day: day(2026, 12, 31),
            title: title.to_owned(),
            about: about.to_owned(),
        }
    }

    /// The lines as they were before they were folded.
    fn unfolded(ics: &str) -> Vec<String> {
        let ics = ics.replace("\r\n ", "");
        ics.split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_day_is_written_as_the_standard_says() {
        let ics = write_ics(
            day(2026, 11, 23),
            &[event("最遲完成日", "一,二;三\\四\r\n五\u{7}")],
        );
        assert_eq!(
            ics,
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//learning-hours-guide//1//ZH\r\nBEGIN:VEVENT\r\n\
             UID:2026-12-27-ewant@learning-hours-guide\r\nDTSTAMP:20261123T000000Z\r\n\
             DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\nSUMMARY:最遲完成日\r\n\
             DESCRIPTION:一\\,二\\;三\\\\四\\n五\r\nTRANSP:TRANSPARENT\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n\
             DESCRIPTION:最遲完成日\r\nTRIGGER:-P7D\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        assert_eq!(unfolded(&write_ics(day(2026, 1, 1), &[])).len(), 5);
    }

    proptest! {
        #[test]
        fn every_line_is_short_and_comes_back_whole(title in any::<String>(), about in "[一二a,;\\\\ \n]{0,99}") {
            let ics = write_ics(day(2026, 11, 23), &[event(&title, &about)]);
            for line in ics.split("\r\n") {
                prop_assert!(line.len() <= LINE && !line.contains(char::is_control), "{:?}", line);
            }
            let about = about.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;").replace('\n', "\\n");
            let lines = unfolded(&ics);
            prop_assert!(lines.contains(&["DESCRIPTION:", &about].concat()), "{}", ics);
            prop_assert_eq!(lines.len(), 19, "{}", ics);
        }
    }
}
