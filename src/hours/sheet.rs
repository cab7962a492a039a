//! The hours as a file that can be brought back, and in words to be sent to somebody.

use std::fmt::Display;

use guide::Lang;
use hours::{
    Applies, Date, Known, Overall, Report, StaffKind, Term, Verdict, parse_date, parse_hours, plan,
    western,
};
use interchange::{COLUMNS, COPIED, Event, Key, Line, day_text, write_csv, write_ics};
use yew::AttrValue;

use super::entry::{ASKED, ComingPart, Field};
use super::facts::Facts;
use super::say;
use crate::wording::fill;

/// The file for a spreadsheet: a line for each requirement that is judged, then one for each field.
pub(super) fn file(facts: &Facts, report: &Report) -> String {
    let mut names = facts.page.words.sheet_columns.split(' ');
    let header = [(); COLUMNS].map(|()| names.next().unwrap_or_default().to_owned());
    let mut lines = requirements(facts, report);
    lines.extend(fields(facts, report));
    write_csv(header, facts.today, &lines)
}

fn requirements(facts: &Facts, report: &Report) -> Vec<Line> {
    let words = &facts.page.words;
    let mut lines = Vec::new();
    let sets = facts.page.judged(report);
    for (set, judged) in sets.filter(|(_, judged)| judged.applies.is_judged()) {
        let rules = set.rule.requirements.iter().zip(&set.requirements);
        for ((rule, texts), judged) in rules.zip(&judged.requirements) {
            let known = judged.known;
            let have = if known == Known::default() {
                String::new()
            } else {
                say::known(known, words)
            };
            let short = match judged.verdict {
                Verdict::Short(by) => by.to_string(),
                Verdict::Met | Verdict::Unknown(_) => String::new(),
            };
            let cells = [
                set.title.to_string(),
                texts.title.to_string(),
                rule.at_least.to_string(),
                have,
                short,
                say::verdict(judged.verdict, known, rule, facts, words),
            ];
            lines.push(Line { cells, field: None });
        }
    }
    lines
}

fn fields(facts: &Facts, report: &Report) -> Vec<Line> {
    let (page, entry, words) = (&facts.page, &facts.entry, &facts.page.words);
    let line = |label: String, need: String, have: String, result: String, key| Line {
        cells: [
            words.sheet_portal.to_string(),
            label,
            need,
            have,
            String::new(),
            result,
        ],
        field: Some(key),
    };
    let plain =
        |label: String, have: String, key| line(label, String::new(), have, String::new(), key);
    let others = facts.other_thresholds(&entry.thresholds, report);
    let mut lines = Vec::new();
    for (term, _) in facts.fields() {
        let threshold = match term {
            Term::Row(row) => entry.thresholds.get(row.index()).copied().flatten(),
            Term::Input(_) => None,
        };
        let other = others.iter().find(|(row, ..)| Term::Row(*row) == term);
        let (have, note) = match (facts.typed(term), other) {
            (Err(_), _) => (None, words.unreadable.to_string()),
            (Ok(have), Some(other)) => (have, say::threshold(facts, *other)),
            (Ok(have), None) => (have, String::new()),
        };
        lines.push(line(
            page.label(term).to_string(),
            text_of(threshold),
            text_of(have),
            note,
            Key::Hours(page.field(term).to_owned()),
        ));
    }
    let mut choice = |field: Field, name: String, id: &str| {
        let (label, said) = say::field(field, id, facts);
        lines.push(plain(label, said, Key::Choice(name, id.to_owned())));
    };
    let staff = entry.staff.map_or("", StaffKind::id);
    choice(Field::Staff, Field::Staff.name(page), staff);
    let sets = page.edition.rule_sets.iter().zip(&entry.asked);
    for (number, (set, is_asked)) in sets.enumerate() {
        let field = Field::Asked(number);
        if !set.rule.is_enabled {
            choice(field, field.name(page), if *is_asked { ASKED } else { "" });
        }
    }
    for (number, draft) in entry.coming.iter().enumerate() {
        // The lines are counted anew from 0, as their fields are named in the file.
        for part in ComingPart::ALL {
            let field = Field::Coming(number, part);
            let name = field.name(page);
            let (text, key) = match part {
                ComingPart::Term => (
                    draft.term.to_string(),
                    Key::Choice(name, draft.term.to_string()),
                ),
                ComingPart::Platform => (
                    draft.platform.to_string(),
                    Key::Choice(name, draft.platform.to_string()),
                ),
                ComingPart::Hours => (
                    text_of(parse_hours(&draft.hours).ok().flatten()),
                    Key::Hours(name),
                ),
                ComingPart::Finished => {
                    let day = parse_date(&draft.finished).ok().flatten();
                    let day = day.map(|(day, calendar)| day_text(day, calendar));
                    (text_of(day), Key::Day(name))
                }
            };
            let (label, said) = say::field(field, &text, facts);
            let label = fill(&words.sheet_coming, &[&(number + 1), &label]);
            lines.push(plain(label, said, key));
        }
    }
    lines
}

/// A value as a text; empty where none is known.
fn text_of(known: Option<impl Display>) -> String {
    known.map(|it| it.to_string()).unwrap_or_default()
}

/// The last safe days (最遲完成日) that may go into a calendar: the platform, the day, and the cut-off day that it is for.
///
/// Only from a rule that the Personnel Office has confirmed, only within the calendar, and only while the day is to come.
/// Where another rule that is judged ends earlier, the day would not be safe.
pub(super) fn last_days(facts: &Facts, report: &Report) -> Vec<(AttrValue, Date, Date)> {
    let Some(today) = facts.today else {
        return Vec::new();
    };
    let sets = facts.page.judged(report);
    let sets = sets.filter(|(_, judged)| judged.applies.is_judged());
    let ends = sets.filter_map(|(set, judged)| {
        let is_sure = set.verified.is_some() && judged.is_of_year;
        let binds = judged.applies == Applies::Binds;
        Some((set.rule.deadline(today.year)?, is_sure && binds))
    });
    let ends: Vec<(Date, bool)> = ends.collect();
    let Some(end) = ends.iter().map(|(end, _)| *end).min() else {
        return Vec::new();
    };
    if report.overall() == Overall::Met || !ends.contains(&(end, true)) {
        return Vec::new();
    }
    let platforms = facts.page.edition.platforms.iter();
    let days = platforms.filter_map(|platform| {
        let workdays = &facts.page.edition.workdays;
        let last = workdays.latest(end, platform.upload_days?)?;
        let is_to_come = last.is_covered && last.day >= today;
        is_to_come.then(|| (platform.name.clone(), last.day, end))
    });
    days.collect()
}

/// The last safe days as a file for a calendar.
pub(super) fn calendar(facts: &Facts, days: &[(AttrValue, Date, Date)]) -> Option<String> {
    let words = &facts.page.words;
    let event = |(platform, day, end): &(AttrValue, Date, Date)| Event {
        id: [&western(*day), "-", platform].concat(),
        day: *day,
        title: fill(&words.calendar_title, &[platform]),
        about: fill(&words.calendar_about, &[&say::day(*end, words)]),
    };
    let events: Vec<Event> = days.iter().map(event).collect();
    Some(write_ics(facts.today?, &events))
}

/// The verdict in at most eight lines, for a mail or a messenger: what is missing, by when, where, with the words of caution.
///
/// No line begins with the label of a row, so that a copy that lost its link is not taken for hours either.
pub(super) fn text(facts: &Facts, report: &Report, address: &str) -> String {
    let words = &facts.page.words;
    let plan = plan(facts.page.rules(), report);
    let spoken = say::spoken(facts, report, &plan, 0);
    let head = match report.overall() {
        Overall::NothingGiven => words.copy_nothing.to_string(),
        _ => spoken.answer(),
    };
    let today = facts.today.map(|today| say::day(today, words));
    let mut lines = vec![match today {
        Some(today) => fill(&words.copy_head_on, &[&today, &head]),
        None => fill(&words.copy_head, &[&head]),
    }];
    let overall = report.overall();
    if !plan.steps.is_empty() {
        let mut steps = String::new();
        for step in &plan.steps {
            words.append(&mut steps, "{}", &[&say::step(step, facts)]);
        }
        lines.push(fill(&words.copy_missing, &[&steps]));
    }
    if matches!(overall, Overall::Short | Overall::Unknown) {
        lines.push(say::latest(facts, report));
        let mut places = String::new();
        for platform in &facts.page.edition.platforms {
            words.append(&mut places, "{}", &[&platform.name]);
        }
        if !places.is_empty() {
            lines.push(fill(&words.copy_places, &[&places]));
        }
    }
    lines.push(say::thresholds(facts, &facts.entry.thresholds, report).concat());
    let space = if words.lang == Lang::En { " " } else { "" };
    let mut cautions = spoken.cautions;
    if overall != Overall::NothingGiven {
        cautions.extend(say::age(facts, report));
    }
    lines.push(cautions.join(space));
    if !address.is_empty() {
        lines.push([address, "#view=hours", COPIED].concat());
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

#[cfg(test)]
mod tests {

    use hours::{Calendar, Hours, PortalRow};
    use interchange::{Labels, Refusal, read};
    use proptest::prelude::*;

    use super::*;
    use crate::hours::{Calculator, Entry, HoursAction, Paste};
    use crate::samples::{data, page};

    const ADDRESS: &str = "https://hours.example.edu.tw/";

    fn calculator(lang: Lang, texts: &[(&str, &str)]) -> Calculator {
        let mut calculator = Calculator::new(page(lang));
        let today = Date::new(2026, 11, 23).ok();
        calculator.follow(HoursAction::Arrived(Vec::new(), today));
        for (name, text) in texts {
            if name.starts_with("coming-row") {
                calculator.follow(HoursAction::ComingAdded);
            }
            let field = Field::named(name, &calculator.facts.page).expect(name);
            calculator.follow(HoursAction::Edited(field, (*text).to_owned().into()));
        }
        calculator
    }

    fn written(calculator: &Calculator) -> String {
        file(&calculator.facts, &calculator.facts.report())
    }

    fn copied(calculator: &Calculator) -> String {
        text(&calculator.facts, &calculator.facts.report(), ADDRESS)
    }

    /// The parts of an entry that the file brings back.
    fn kept(entry: &Entry) -> (Vec<String>, Option<StaffKind>, Vec<bool>, Vec<[String; 4]>) {
        let coming = entry.coming.iter().map(|draft| {
            [&draft.term, &draft.hours, &draft.finished, &draft.platform].map(AttrValue::to_string)
        });
        let drafts = entry.drafts.iter().map(AttrValue::to_string).collect();
        (drafts, entry.staff, entry.asked.clone(), coming.collect())
    }

    fn bring_back(calculator: &mut Calculator, file: String) {
        calculator.follow(HoursAction::TextPasted(file));
        assert!(matches!(calculator.facts.entry.paste, Paste::Read(_)));
        calculator.follow(HoursAction::ReadingAccepted);
    }

    #[test]
    fn the_file_is_a_table_of_requirements_and_fields() {
        let calculator = calculator(
            Lang::ZhHant,
            &[
                ("environment", "3"),
                ("total", "x"),
                ("staff", "permanent"),
                ("ask-old", "on"),
                ("coming-row-0", "environment"),
                ("coming-hours-0", "1.5"),
                ("coming-day-0", "民國115年11月20日"),
                ("coming-platform-0", "ewant"),
            ],
        );
        let file = written(&calculator);
        for line in [
            "\"規定\",\"項目\",\"需要\",\"已有\",\"還差\",\"結果\",\"learning-hours-guide 2 2026-11-23\"",
            "\"rules\",\"environment\",\"4\",\"3\",\"1\",\"還差 1 小時\",\"\"",
            "\"入口網\",\"列-total\",\"\",\"\",\"\",\"請修正\",\"#total\"",
            "\"入口網\",\"列-environment\",\"\",\"3\",\"\",\"\",\"#environment\"",
            "\"入口網\",\"security\",\"\",\"\",\"\",\"\",\"#security\"",
            "\"入口網\",\"人員類別\",\"\",\"編制內職員\",\"\",\"\",\"#staff choice permanent\"",
            "\"入口網\",\"尚未登錄 1：採計於\",\"\",\"environment\",\"\",\"\",\"#coming-row-0 choice environment\"",
            "\"入口網\",\"尚未登錄 1：時數\",\"\",\"1.5\",\"\",\"\",\"#coming-hours-0\"",
            "\"入口網\",\"尚未登錄 1：完成日\",\"\",\"115/11/20\",\"\",\"\",\"#coming-day-0 day\"",
            "\"入口網\",\"尚未登錄 1：平臺\",\"\",\"ewant\",\"\",\"\",\"#coming-platform-0 choice ewant\"",
        ] {
            assert!(file.contains(&[line, "\r\n"].concat()), "{line} in {file}");
        }
        assert!(file.contains("#ask-old choice on"), "{file}");
    }

    #[test]
    fn a_file_brings_everything_back_in_either_language_and_twice_is_not_double() {
        let texts = [
            ("total", "12"),
            ("policy", "0.25"),
            ("security", "3"),
            ("staff", "permanent"),
            ("ask-old", "on"),
            ("coming-row-0", "environment"),
            ("coming-hours-0", "1"),
            ("coming-day-0", "2026-11-20"),
            ("coming-platform-0", "ewant"),
            ("coming-row-1", "security"),
        ];
        let before = calculator(Lang::ZhHant, &texts);
        let file = written(&before);
        let mut after = calculator(Lang::En, &[("coming-row-0", "total"), ("policy", "9")]);
        bring_back(&mut after, file.clone());
        assert_eq!(kept(&after.facts.entry), kept(&before.facts.entry));
        bring_back(&mut after, file);
        assert_eq!(kept(&after.facts.entry), kept(&before.facts.entry));
    }

    #[test]
    fn what_a_file_asks_for_and_this_page_does_not_have_is_passed_over() {
        let before = calculator(Lang::ZhHant, &[("policy", "1"), ("staff", "permanent")]);
        let file = written(&before)
            .replace("#security", "#unknown")
            .replace("choice permanent", "choice rector");
        let mut after = calculator(Lang::ZhHant, &[]);
        bring_back(&mut after, file);
        let (drafts, staff, ..) = kept(&after.facts.entry);
        assert_eq!(
            (drafts[PortalRow::Policy.index()].as_str(), staff),
            ("1", None)
        );
    }

    #[test]
    fn a_threshold_that_differs_goes_along_and_comes_back() {
        let mut before = calculator(Lang::ZhHant, &[]);
        bring_back(
            &mut before,
            "列-environment(3小時)\t3\n列-total\t12\n".to_owned(),
        );
        let sentence = "入口網顯示「environment」應修 3 小時";
        let file = written(&before);
        assert!(
            file.contains(sentence) && copied(&before).contains(sentence),
            "{file}"
        );
        let mut after = calculator(Lang::ZhHant, &[]);
        bring_back(&mut after, file);
        assert_eq!(after.facts.entry.thresholds, before.facts.entry.thresholds);
    }

    #[test]
    fn a_file_of_another_year_is_said() {
        let file = written(&calculator(Lang::ZhHant, &[("policy", "1")]));
        let said = |lang, file: &str| {
            let mut after = calculator(lang, &[]);
            after.follow(HoursAction::TextPasted(file.to_owned()));
            match &after.facts.entry.paste {
                Paste::Read(reading) => say::remarks(reading, &after.facts).concat(),
                _ => panic!("{file}"),
            }
        };
        let old = file.replace("2026-11-23", "2025-12-31");
        assert_eq!(said(Lang::ZhHant, &file), "");
        assert!(said(Lang::ZhHant, &old).contains("114 年"));
        assert!(said(Lang::En, &old).contains("of 2025"));
    }

    #[test]
    fn the_copied_text_says_in_eight_lines_what_to_do() {
        let check = |lang, texts: &[(&str, &str)], expect: &[&str]| {
            let text = copied(&calculator(lang, texts));
            let lines: Vec<&str> = text.lines().collect();
            assert!(lines.len() <= 8, "{text}");
            assert_eq!(lines.len(), expect.len(), "{text}");
            for (line, expect) in lines.iter().zip(expect) {
                assert!(line.contains(expect), "{expect} in {text}");
            }
        };
        let link = "https://hours.example.edu.tw/#view=hours&copied=1";
        check(
            Lang::ZhHant,
            &[("environment", "3")],
            &[
                "時數檢核（115 年 11 月 23 日（一））：至少還須修習 1 小時",
                "請補修：「environment」1 小時",
                "115 年 12 月 27 日",
                "到哪裡修課：ewant",
                "人事室",
                link,
            ],
        );
        check(
            Lang::En,
            &[("environment", "4")],
            &[
                "Hours check on 23 November 2026 (Mon): You meet",
                "Personnel Office",
                link,
            ],
        );
        check(
            Lang::En,
            &[("total", "4")],
            &[
                "“environment” not entered yet",
                "27 December",
                "ewant",
                "Personnel Office",
                link,
            ],
        );
        check(Lang::ZhHant, &[], &["尚未填寫時數", link]);
    }

    #[test]
    fn a_copied_text_never_becomes_hours() {
        let page = page(Lang::ZhHant);
        let text = copied(&calculator(Lang::ZhHant, &[("environment", "3")]));
        assert_eq!(read(&text, &page.labels()), Err(Refusal::OwnText));
        // Not even line by line, nor with the labels of the portal itself.
        for line in text.lines().filter(|line| !line.contains(ADDRESS)) {
            let line = line.replace("environment", "環境教育");
            let hours = read(&line, &Labels::default()).map(|reading| reading.rows);
            let is_read =
                |found: &interchange::Found| matches!(found, interchange::Found::Hours(_));
            assert!(!hours.is_ok_and(|rows| rows.iter().any(is_read)), "{line}");
        }
    }

    #[test]
    fn only_a_confirmed_rule_of_this_year_gives_a_last_safe_day() {
        use crate::page::PageData;
        let check = |change: fn(&mut PageData), today: (u32, u32, u32), expect: &[&str]| {
            let mut data = data(Lang::ZhHant);
            data.edition.rule_sets[0].verified = Date::new(2026, 3, 1).ok();
            change(&mut data);
            let mut calculator = Calculator::new(std::rc::Rc::new(data.into()));
            let today = Date::new(today.0, today.1, today.2).ok();
            calculator.follow(HoursAction::Arrived(Vec::new(), today));
            let environment = Field::Hours(hours::PortalRow::Environment.into());
            calculator.follow(HoursAction::Edited(environment, "1".into()));
            let (facts, report) = (&calculator.facts, calculator.facts.report());
            let days = last_days(facts, &report);
            let said = days.iter().map(|(platform, day, end)| {
                format!("{platform} {} {}", western(*day), western(*end))
            });
            assert_eq!(said.collect::<Vec<_>>(), expect);
            calendar(facts, &days).expect("a file")
        };
        let day = (2026, 11, 23);
        let ics = check(|_| {}, day, &["ewant 2026-12-27 2026-12-31"]);
        assert!(ics.contains("DTSTART;VALUE=DATE:20261227\r\n"), "{ics}");
        check(|_| {}, (2026, 12, 27), &["ewant 2026-12-27 2026-12-31"]);
        check(|_| {}, (2026, 12, 28), &[]);
        check(|data| data.edition.rule_sets[0].verified = None, day, &[]);
        check(
            |data| data.edition.rule_sets[0].rule.to = Date::new(2025, 12, 31).ok(),
            day,
            &[],
        );
        check(
            |data| data.edition.rule_sets[0].rule.cut_off = None,
            day,
            &[],
        );
        check(
            |data| data.edition.platforms[0].upload_days = None,
            day,
            &[],
        );
        check(
            |data| data.edition.workdays.covers_until = Date::new(2026, 12, 30).ok(),
            day,
            &[],
        );
        // Another rule that is judged ends earlier, and nobody has confirmed it.
        check(
            |data| {
                let other = &mut data.edition.rule_sets[1].rule;
                (other.is_enabled, other.staff, other.to) = (true, Vec::new(), None);
                other.cut_off = Some(hours::YearDay { month: 11, day: 30 });
            },
            day,
            &[],
        );
    }

    /// Typed hours, those that cannot be read among them.
    fn typed() -> impl Strategy<Value = String> {
        prop_oneof![
            Just(String::new()),
            (0..=Hours::MAX.hundredths()).prop_map(|it| Hours::from_hundredths(it).to_string()),
            "[0-9]{1,3} 小時|[=+@-]1|x",
        ]
    }

    fn choice(ids: &[&'static str]) -> impl Strategy<Value = &'static str> {
        proptest::sample::select([&[""], ids].concat())
    }

    fn day() -> impl Strategy<Value = String> {
        let calendar = proptest::sample::select(vec![Calendar::Western, Calendar::Minguo]);
        let day = (1_912..=2_110_u32, 1..=12_u32, 1..=28_u32, calendar);
        prop_oneof![
            Just(String::new()),
            day.prop_map(|(year, month, day, calendar)| {
                day_text(Date::new(year, month, day).expect("a day"), calendar)
            }),
        ]
    }

    proptest! {
        #[test]
        fn what_the_page_writes_it_reads(
            hours in proptest::collection::vec(typed(), 13),
            staff in choice(&["permanent", "contract", "teacher"]),
            asked in choice(&[ASKED]),
            coming in proptest::collection::vec((
                choice(&["environment", "total", "security"]), typed(), day(), choice(&["ewant"]),
            ), 0..4),
            langs in proptest::sample::select(vec![(Lang::ZhHant, Lang::En), (Lang::En, Lang::ZhHant)]),
        ) {
            let mut before = calculator(langs.0, &[("staff", staff), ("ask-old", asked)]);
            let terms: Vec<_> = before.facts.page.terms().collect();
            let edit = |calculator: &mut Calculator, field, text: &str| {
                calculator.follow(HoursAction::Edited(field, text.to_owned().into()));
            };
            for (term, text) in terms.iter().zip(&hours) {
                edit(&mut before, Field::Hours(*term), text);
            }
            for (line, (term, hours, day, platform)) in coming.iter().enumerate() {
                before.follow(HoursAction::ComingAdded);
                let texts = [*term, hours.as_str(), day.as_str(), *platform];
                for (part, text) in ComingPart::ALL.into_iter().zip(texts) {
                    edit(&mut before, Field::Coming(line, part), text);
                }
            }
            let file = written(&before);
            let mut after = calculator(langs.1, &[]);
            let reading = read(&file, &after.facts.page.labels()).expect("our own file");
            prop_assert_eq!(reading.day, before.facts.today);
            after.follow(HoursAction::TextPasted(file.clone()));
            after.follow(HoursAction::ReadingAccepted);
            // Hours come back as what they say; what says none stays behind.
            let plain = |text: &str| text_of(parse_hours(text).ok().flatten());
            let (mut drafts, staff, asked, mut coming) = kept(&before.facts.entry);
            drafts.iter_mut().for_each(|text| *text = plain(text));
            coming.iter_mut().for_each(|line| line[1] = plain(&line[1]));
            // A line of which nothing could be read is none.
            coming.retain(|line| line.iter().any(|text| !text.is_empty()));
            prop_assert_eq!(kept(&after.facts.entry), (drafts, staff, asked, coming), "{}", file);
        }
    }
}
