//! Numbers, days, reasons and verdicts as sentences: everything that a view says and that needs no markup.

use std::fmt::Display;

use guide::Lang;
use hours::{
    Applies, Date, Hint, Hours, Known, Overall, PortalRow, Report, Requirement, StaffKind, Step,
    Term, Verdict, Why,
};

use interchange::{Course, Found, LeftOut, Reading, Remark};

use super::entry::{ComingPart, Field};
use super::facts::Facts;
use crate::wording::{Wording, count, fill};

/// A day with its weekday: by the calendar of the language.
pub(super) fn day(day: Date, words: &Wording) -> String {
    let weekday = words.weekdays.split(' ').nth(day.weekday());
    let month = words.months.split(' ').nth(usize::from(day.month) - 1);
    let (weekday, month) = (weekday.unwrap_or_default(), month.unwrap_or_default());
    let year = day.minguo_year();
    let values: [&dyn Display; 4] = match words.lang {
        Lang::ZhHant => [&year, &month, &day.day, &weekday],
        Lang::En => [&day.day, &month, &day.year, &weekday],
    };
    fill(&words.day, &values)
}

/// What is known of an amount of hours.
pub(super) fn known(known: Known, words: &Wording) -> String {
    let least = known.least;
    match known.most {
        Some(most) if most == least => least.to_string(),
        Some(most) => fill(&words.range, &[&least, &most]),
        None => fill(&words.at_least, &[&least]),
    }
}

/// The hours that are needed, and those that are there as far as anything is known of them.
pub(super) fn numbers(need: Hours, known: Known, words: &Wording) -> String {
    let mut numbers = fill(&words.need, &[&need]);
    if known != Known::default() {
        numbers += &fill(&words.have, &[&self::known(known, words)]);
    }
    numbers
}

/// A verdict in words.
pub(super) fn verdict(
    verdict: Verdict,
    known: Known,
    requirement: &Requirement,
    facts: &Facts,
    words: &Wording,
) -> String {
    match verdict {
        Verdict::Met => words.met.to_string(),
        Verdict::Short(least) => {
            let most = requirement.at_least.saturating_sub(known.least);
            let missing = Known {
                least,
                most: Some(most),
            };
            fill(&words.short, &[&self::known(missing, words)])
        }
        Verdict::Unknown(why) => fill(&words.unknown, &[&self::why(why, facts, words)]),
    }
}

/// Why something cannot be said.
fn why(why: Why, facts: &Facts, words: &Wording) -> String {
    let of = |sentence: &str, term| fill(sentence, &[&facts.page.short(term)]);
    match why {
        Why::RowNotGiven(row) if facts.typed(row.into()).is_err() => words.unreadable.to_string(),
        Why::RowNotGiven(row) => of(&words.why_row, row.into()),
        Why::NotVisible(number) => of(&words.why_input, hours::Term::Input(number)),
        Why::BlendedPart => words.why_blended.to_string(),
        Why::UploadUnknown => words.why_upload.to_string(),
        Why::CalendarEnds => words.why_calendar.to_string(),
    }
}

/// The portal's own thresholds that differ from the rules that are judged, each as a sentence.
pub(super) fn thresholds(
    facts: &Facts,
    thresholds: &[Option<Hours>; 12],
    report: &Report,
) -> Vec<String> {
    let others = facts.other_thresholds(thresholds, report).into_iter();
    others.map(|other| threshold(facts, other)).collect()
}

/// A threshold of the portal that differs from the rule's, as a sentence.
pub(super) fn threshold(facts: &Facts, (row, pasted, need): (PortalRow, Hours, Hours)) -> String {
    let values: [&dyn Display; 3] = [&facts.page.short(Term::Row(row)), &pasted, &need];
    fill(&facts.page.words.threshold, &values)
}

/// One sentence that is never greener than its parts and says what to do next.
pub(super) fn summary(facts: &Facts, report: &Report) -> String {
    let words = &facts.page.words;
    let [mut short, mut unknown, mut advice, mut others] = [const { String::new() }; 4];
    let mut shorts = 0;
    let mut bound = 0;
    let mut depends_on_staff = false;
    for (set, judged) in facts.page.edition.rule_sets.iter().zip(&report.sets) {
        let binds = judged.applies == Applies::Binds;
        bound += usize::from(binds);
        depends_on_staff |= judged.applies == Applies::DependsOnStaff;
        if let (true, false, Some(today)) = (binds, judged.is_of_year, facts.today) {
            let values: [&dyn Display; 2] = [&set.title, &today.minguo_year()];
            words.append(&mut others, &words.other_year, &values);
        }
        for (requirement, one) in set.requirements.iter().zip(&judged.requirements) {
            let name = &requirement.title;
            match one.verdict {
                Verdict::Met => {}
                // Advice of which nothing is known has not been missed.
                Verdict::Unknown(_) if !binds => {}
                Verdict::Short(_) if !binds => {
                    words.append(&mut advice, &words.summary_name, &[name]);
                }
                Verdict::Short(by) => {
                    shorts += 1;
                    words.append(&mut short, &words.summary_item, &[name, &by]);
                }
                Verdict::Unknown(_) => words.append(&mut unknown, &words.summary_name, &[name]),
            }
        }
    }
    let overall = report.overall();
    let mut all = match overall {
        Overall::NothingGiven => fill(&words.summary_blank, &[]),
        Overall::Met => count(&words.summary_met_one, &words.summary_met, bound),
        Overall::Short | Overall::Unknown => String::new(),
    };
    let mut add = |is_so: bool, sentence: &str, list: &str| {
        if is_so {
            all += &fill(sentence, &[&list]);
        }
    };
    let is_open = matches!(overall, Overall::Short | Overall::Unknown);
    add(is_open && !short.is_empty(), &words.summary_short, &short);
    add(is_open && shorts > 1, &words.summary_overlap, "");
    add(
        is_open && !unknown.is_empty(),
        &words.summary_unknown,
        &unknown,
    );
    if let Some(overall) = report.overall_with_coming() {
        let word = match overall {
            Overall::Met => &words.coming_met,
            Overall::Short => &words.coming_short,
            Overall::Unknown | Overall::NothingGiven => &words.coming_unknown,
        };
        add(true, word, "");
    }
    add(depends_on_staff, &words.summary_staff, "");
    add(!others.is_empty(), &words.summary_others, &others);
    let has_advice = overall != Overall::NothingGiven && !advice.is_empty();
    add(has_advice, &words.summary_advice, &advice);
    add(overall != Overall::NothingGiven, &words.caution, "");
    all
}

/// What the reader should look at in a reading although no number is in doubt.
pub(super) fn remarks(reading: &Reading, facts: &Facts) -> Vec<String> {
    let words = &facts.page.words;
    let year = |day: Option<Date>| day.map(|day| day.year);
    let other_year = match (reading.day, year(facts.today)) {
        (Some(day), Some(year)) if day.year != year => {
            let year = match words.lang {
                Lang::ZhHant => day.minguo_year(),
                Lang::En => day.year.into(),
            };
            Some(fill(&words.review_other_year, &[&year]))
        }
        _ => None,
    };
    let remarks = reading.remarks(&facts.page.labels()).into_iter();
    let sentence = |remark| match remark {
        Remark::LikeThresholds => words.remark_like_thresholds.to_string(),
        Remark::ManyHours(row) => fill(
            &words.remark_many_hours,
            &[&facts.page.short(Term::Row(row))],
        ),
    };
    other_year
        .into_iter()
        .chain(remarks.map(sentence))
        .collect()
}

/// What counts of a list of courses, and what was left out and why; courses by their places in the list, with their codes.
pub(super) fn courses(reading: &Reading, facts: &Facts) -> Vec<String> {
    let (page, words) = (&facts.page, &facts.page.words);
    let places = |is_meant: &dyn Fn(&Course) -> bool| {
        let meant = reading.courses.iter().filter(|it| is_meant(it));
        let places: Vec<String> = meant
            .map(|it| match it.code {
                Some(code) => fill(&words.course_of_code, &[&it.place, &code]),
                None => fill(&words.course_at, &[&it.place]),
            })
            .collect();
        places.join(match words.lang {
            Lang::ZhHant => "、",
            Lang::En => ", ",
        })
    };
    let counted = reading.inputs.iter().filter_map(|input| {
        let Found::Hours(hours) = input.found else {
            return None;
        };
        let label = page.label(page.term(&input.id)?);
        let places = places(&|it| matches!(&it.counted, Ok((id, _)) if *id == input.id));
        Some(fill(&words.courses_counted, &[&label, &hours, &places]))
    });
    let left_out = LeftOut::ALL.into_iter().filter_map(|why| {
        let places = places(&|it| it.counted == Err(why));
        let reason = words.left_out(why);
        (!places.is_empty()).then(|| fill(&words.courses_left_out, &[reason, &places]))
    });
    counted.chain(left_out).collect()
}

/// What a field is called, and what a text in it means.
pub(super) fn field(field: Field, text: &str, facts: &Facts) -> (String, String) {
    let (page, words) = (&facts.page, &facts.page.words);
    let (label, said) = match field {
        Field::Hours(term) => (page.label(term), text.to_owned().into()),
        Field::Staff => {
            let kind = StaffKind::from_id(text).map(|kind| words.staff_kind(kind));
            (words.staff.clone(), kind.cloned().unwrap_or_default())
        }
        Field::Asked(number) => {
            let set = page.edition.rule_sets.get(number);
            let title = set.map_or("", |set| &set.title);
            let yes = Some(&words.sheet_yes).filter(|_| !text.is_empty());
            (
                fill(&words.ask, &[&title]).into(),
                yes.cloned().unwrap_or_default(),
            )
        }
        Field::Coming(_, ComingPart::Term) => {
            let term = page.term(text).map(|term| page.short(term));
            (words.coming_row.clone(), term.unwrap_or_default())
        }
        Field::Coming(_, ComingPart::Hours) => (words.coming_hours.clone(), text.to_owned().into()),
        Field::Coming(_, ComingPart::Finished) => {
            (words.coming_finished.clone(), text.to_owned().into())
        }
        Field::Coming(_, ComingPart::Platform) => {
            let mut platforms = page.edition.platforms.iter();
            let platform = platforms.find(|platform| *platform.id == *text);
            let name = platform.map_or(&words.platform_other, |platform| &platform.name);
            (words.platform.clone(), name.clone())
        }
    };
    (label.to_string(), said.to_string())
}

/// Rows that cannot be right together.
pub(super) fn hint(hint: &Hint, facts: &Facts) -> String {
    let words = &facts.page.words;
    let mut names = String::new();
    for row in hint.parts {
        let name = facts.page.short(Term::Row(*row));
        words.append(&mut names, &words.summary_name, &[&name]);
    }
    let sentence = match hint.parts {
        [_] => &words.hint_over,
        _ => &words.hint_parts,
    };
    let whole = facts.page.short(Term::Row(hint.whole));
    fill(
        sentence,
        &[&names, &hint.parts_hours, &whole, &hint.whole_hours],
    )
}

/// Something to take next, and what else it counts for.
pub(super) fn step(step: &Step, facts: &Facts) -> String {
    let words = &facts.page.words;
    let Some(requirement) = facts.requirement(step.place) else {
        return String::new();
    };
    let mut said = fill(&words.summary_item, &[&requirement.title, &step.hours]);
    if let Some(serves) = serves(step, facts) {
        said += " ";
        said += &serves;
    }
    said
}

/// What else a step counts for, if for anything.
pub(super) fn serves(step: &Step, facts: &Facts) -> Option<String> {
    let words = &facts.page.words;
    let mut serves = String::new();
    for other in step
        .serves
        .iter()
        .filter_map(|place| facts.requirement(*place))
    {
        words.append(&mut serves, &words.summary_name, &[&other.title]);
    }
    (!serves.is_empty()).then(|| fill(&words.plan_serves, &[&serves]))
}

/// What a reader who listens is told once a field is left, and only when it has become another.
pub(super) fn said(facts: &Facts) -> String {
    let words = &facts.page.words;
    match facts.entry.said {
        (Overall::Short, number) => fill(&words.said_short, &[&number]),
        (Overall::Met, _) => fill(&words.said_met, &[]),
        _ => String::new(),
    }
}

/// Until when hours count this year, and by which day to finish; of several days the earliest.
pub(super) fn latest(facts: &Facts, report: &Report) -> String {
    let words = &facts.page.words;
    let mut all = String::new();
    let Some(today) = facts.today else {
        return all;
    };
    let judged = facts.page.rules().zip(&report.sets);
    let judged = judged.filter(|(_, judged)| judged.applies.is_judged());
    let deadlines = judged.filter_map(|(rules, _)| rules.deadline(today.year));
    let Some(deadline) = deadlines.reduce(|one, other| one.min(other)) else {
        return all;
    };
    words.append(&mut all, &words.deadline, &[&day(deadline, words)]);
    for platform in &facts.page.edition.platforms {
        let counted = platform
            .upload_days
            .and_then(|days| facts.page.edition.workdays.latest(deadline, days));
        let Some(counted) = counted else {
            words.append(&mut all, &words.latest_unknown, &[&platform.name]);
            continue;
        };
        let by = day(counted.day, words);
        words.append(&mut all, &words.latest, &[&platform.name, &by]);
        if counted.day < today {
            all.push_str(&words.over);
        }
        if let (Some(end), false) = (facts.page.edition.workdays.covers_until, counted.is_covered) {
            words.append(&mut all, &words.calendar_ends, &[&day(end, words)]);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hours::{Calculator, HoursAction};
    use crate::samples::page;

    fn facts(lang: Lang, fields: &[(Field, &str)]) -> Facts {
        let mut calculator = Calculator::new(page(lang));
        let today = Date::new(2026, 11, 23).ok();
        calculator.follow(HoursAction::Arrived(Vec::new(), today));
        for (field, text) in fields {
            calculator.follow(HoursAction::Edited(*field, (*text).to_owned().into()));
        }
        calculator.facts
    }

    fn environment(hours: &'static str) -> (Field, &'static str) {
        (Field::Hours(Term::Row(PortalRow::Environment)), hours)
    }

    #[test]
    fn days_are_said_by_the_calendar_of_the_language() {
        let check = |lang, (year, month, day): (u32, u32, u32), expect: &str| {
            let date = Date::new(year, month, day).expect("a day");
            assert_eq!(super::day(date, &Wording::of(lang)), expect);
        };
        check(
            Lang::ZhHant,
            (2026, 12, 31),
            "民國 115 年 12 月 31 日（星期四）",
        );
        check(Lang::En, (2026, 12, 31), "31 December 2026 (Thu)");
        check(Lang::En, (2026, 1, 1), "1 January 2026 (Thu)");
    }

    #[test]
    fn a_summary_says_what_is_short_and_that_rules_are_for_the_office_to_confirm() {
        let check = |fields: &[(Field, &str)], expect: &str| {
            let facts = facts(Lang::En, fields);
            assert_eq!(summary(&facts, &facts.report()), expect);
        };
        let caution = "Whether these rules hold this year is for the Personnel Office to say.";
        check(
            &[],
            "Fill in your hours, and this line tells you whether they are enough.",
        );
        check(
            &[environment("1.5")],
            &[
                "Not enough yet. Still to take: environment: 2.5 h. ",
                caution,
            ]
            .concat(),
        );
        check(
            &[environment("4")],
            &["By the rule set below, you have enough hours. ", caution].concat(),
        );
        // With teachers nobody has said that the rules hold.
        check(
            &[(Field::Staff, "teacher"), environment("4")],
            &["By the rule set below, you have enough hours. ", caution].concat(),
        );
    }

    #[test]
    fn advice_of_which_nothing_is_known_is_not_called_missed() {
        let mut data = crate::samples::data(Lang::En);
        for set in data.edition.rule_sets.iter_mut().skip(1) {
            set.rule.is_enabled = true;
            set.rule.is_advice = true;
            set.rule.staff.clear();
            set.rule.to = None;
        }
        let mut calculator = Calculator::new(std::rc::Rc::new(data.into()));
        let (field, hours) = environment("4");
        calculator.follow(HoursAction::Edited(field, hours.into()));
        let said = |calculator: &Calculator| summary(&calculator.facts, &calculator.facts.report());
        assert!(
            !said(&calculator).contains("Advice"),
            "{}",
            said(&calculator)
        );
        let security = Field::Hours(Term::Input(0));
        calculator.follow(HoursAction::Edited(security, "1".into()));
        assert!(
            said(&calculator).contains("Advice"),
            "{}",
            said(&calculator)
        );
    }

    #[test]
    fn the_last_safe_days_are_told_for_this_year() {
        let facts = facts(Lang::En, &[environment("1")]);
        let said = latest(&facts, &facts.report());
        assert_eq!(
            said,
            "Deadline: 31 December 2026 (Thu); ewant: finish by 27 December 2026 (Sun)"
        );
    }
}
