//! Numbers, days, reasons and verdicts as sentences: everything that a view says and that needs no markup.

use std::fmt::Display;

use guide::Lang;
use guide::edition::RuleSet;
use hours::{
    Age, Applies, Date, Hint, Hours, JudgedSet, Known, Overall, Plan, PortalRow, Report,
    Requirement, StaffKind, Step, Term, Verdict, Why,
};
use interchange::{Course, Found, LeftOut, Reading, Remark};
use yew::AttrValue;

use super::entry::{ComingPart, Field};
use super::facts::Facts;
use super::marks::Mark;
use crate::wording::{Wording, fill};

/// A day with its weekday: by the calendar of the language.
pub(crate) fn day(day: Date, words: &Wording) -> String {
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

/// A day as a reader may type it into a field: of this year, by the calendar of the language.
pub(super) fn example_day(facts: &Facts) -> String {
    let Some(today) = facts.today else {
        return String::new();
    };
    match facts.page.words.lang {
        Lang::ZhHant => format!("{}/{}/{}", today.minguo_year(), today.month, today.day),
        Lang::En => hours::western(today),
    }
}

/// An amount of hours in words, as far as it is known.
pub(super) fn known(known: Known, words: &Wording) -> String {
    let least = known.least;
    match known.most {
        Some(most) if most == least => least.to_string(),
        Some(most) => fill(&words.range, &[&least, &most]),
        None => fill(&words.at_least, &[&least]),
    }
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
            let missing = missing_hours(least, known, requirement);
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

/// The verdict in words (檢核結果): never greener than its parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Spoken {
    /// Met, short or unknown, as hosts and tests name it.
    pub(super) overall: &'static str,
    /// The least hours that are enough, where hours are short.
    pub(super) short: Option<Hours>,
    /// The answer; where there is a number, what stands before it.
    pub(super) headline: String,
    /// The one number, with its unit.
    pub(super) number: Option<String>,
    /// Why, as sentences.
    pub(super) why: String,
    /// Words of caution that stand beside any verdict.
    pub(super) cautions: Vec<String>,
}

impl Spoken {
    /// The answer alone, with its number.
    pub(super) fn answer(&self) -> String {
        match &self.number {
            Some(number) => [&self.headline, " ", number].concat(),
            None => self.headline.clone(),
        }
    }
}

/// The verdict in words.
pub(super) fn spoken(facts: &Facts, report: &Report, plan: &Plan, bold: usize) -> Spoken {
    let overall = report.overall();
    let mut spoken = Spoken {
        overall: match overall {
            Overall::Met => "met",
            Overall::Short => "short",
            Overall::Unknown | Overall::NothingGiven => "unknown",
        },
        ..Spoken::default()
    };
    match overall {
        Overall::NothingGiven => {
            spoken.headline = blank(facts, bold);
            return spoken;
        }
        Overall::Met => spoken.headline = facts.page.words.met_headline.to_string(),
        Overall::Short => short(&mut spoken, facts, report, plan),
        Overall::Unknown => unknown(&mut spoken, facts, report),
    }
    spoken.cautions = cautions(facts, report);
    spoken
}

/// Before anything was typed: how many rows count.
fn blank(facts: &Facts, bold: usize) -> String {
    let words = &facts.page.words;
    match bold {
        0 => words.blank_none.to_string(),
        1 => words.blank_one.to_string(),
        _ => {
            let small = words.counts.split(' ').nth(bold).map(str::to_owned);
            fill(&words.blank, &[&small.unwrap_or_else(|| bold.to_string())])
        }
    }
}

fn short(spoken: &mut Spoken, facts: &Facts, report: &Report, plan: &Plan) {
    let words = &facts.page.words;
    spoken.short = Some(plan.total);
    let coming = report.overall_with_coming();
    if plan.steps.is_empty() {
        // Nothing is left to take: all depends on what is coming.
        spoken.headline = match coming {
            Some(Overall::Met) => words.short_coming.to_string(),
            _ => words.short_coming_unknown.to_string(),
        };
        return;
    }
    spoken.headline = words.short_lead.to_string();
    spoken.number = Some(match plan.total {
        one if one == Hours::from_whole(1) => words.short_number_one.to_string(),
        hours => fill(&words.short_number, &[&hours]),
    });
    let missing = missing(facts, report);
    let title = |place| facts.page.requirement(place).map(|it| it.title.clone());
    let served: Vec<_> = (plan.steps.iter().flat_map(|step| &step.serves))
        .filter_map(|place| title(*place))
        .collect();
    let mut why = match &*plan.steps {
        [step] if missing.is_empty() => {
            let name = title(step.place).unwrap_or_default();
            let sentence = match served.len() {
                0 => &words.why_one,
                1 => &words.why_serves_one,
                _ => &words.why_serves,
            };
            fill(
                sentence,
                &[&name, &step.hours, &listed(served.iter(), words)],
            )
        }
        steps => {
            let mut list = String::new();
            for step in steps {
                let name = title(step.place).unwrap_or_default();
                words.append(&mut list, &words.summary_item, &[&name, &step.hours]);
            }
            let sentence = match missing.is_empty() {
                true => &words.why_several,
                false => &words.why_so_far,
            };
            fill(sentence, &[&list])
        }
    };
    let mut add = |sentence: String| {
        if words.lang == Lang::En {
            why.push(' ');
        }
        why += &sentence;
    };
    if !missing.is_empty() {
        add(fill(&words.why_more, &[&listed(missing.iter(), words)]));
    }
    if coming.is_some() {
        add(words.why_coming.to_string());
    }
    spoken.why = why;
}

fn unknown(spoken: &mut Spoken, facts: &Facts, report: &Report) {
    let words = &facts.page.words;
    let missing = missing(facts, report);
    let is_staff = |set: &JudgedSet| set.applies == Applies::DependsOnStaff;
    let whys = || {
        let bound = report
            .sets
            .iter()
            .filter(|set| set.applies == Applies::Binds);
        bound
            .flat_map(|set| &set.requirements)
            .filter_map(|one| match one.verdict {
                Verdict::Unknown(why) => Some(why),
                _ => None,
            })
    };
    let is_wrong = |why| match why {
        Why::RowNotGiven(row) => facts.typed(row.into()).is_err(),
        Why::NotVisible(number) => facts.typed(Term::Input(number)).is_err(),
        _ => false,
    };
    spoken.headline = if whys().any(is_wrong) {
        words.unknown_wrong.to_string()
    } else if !missing.is_empty() {
        fill(&words.unknown_rows, &[&listed(missing.iter(), words)])
    } else if let Some(why) = whys().next() {
        fill(&words.unknown, &[&self::why(why, facts, words)])
    } else if report.sets.iter().any(is_staff) {
        words.unknown_staff.to_string()
    } else if let Some(other) = other_years(facts, report).first() {
        fill(&words.unknown_year, &[other])
    } else {
        words.blank_none.to_string()
    };
    if report.overall_with_coming() == Some(Overall::Met) {
        spoken.why = words.unknown_coming.to_string();
    }
}

/// The rows to fill in before every rule that binds can be judged, by name, each once: a requirement on a row alone gives the name.
fn missing(facts: &Facts, report: &Report) -> Vec<AttrValue> {
    let mut names: Vec<AttrValue> = Vec::new();
    let sets = facts.page.judged(report);
    for (set, judged) in sets.filter(|(_, set)| set.applies == Applies::Binds) {
        let rules = set.rule.requirements.iter().zip(&set.requirements);
        for ((rule, texts), judged) in rules.zip(&judged.requirements) {
            let term = match judged.verdict {
                Verdict::Unknown(Why::RowNotGiven(row)) => Term::Row(row),
                Verdict::Unknown(Why::NotVisible(number)) => Term::Input(number),
                _ => continue,
            };
            let name = match rule.terms == [term] {
                true => texts.title.clone(),
                false => facts.page.short(term),
            };
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// The rules that bind and are not of the reader's year, each as a sentence.
fn other_years(facts: &Facts, report: &Report) -> Vec<String> {
    let words = &facts.page.words;
    let sets = facts.page.judged(report);
    let others = sets.filter(|(_, set)| set.applies == Applies::Binds && !set.is_of_year);
    let sentence = |title: &AttrValue| fill(&words.other_year, &[title, &year(facts)]);
    others.map(|(set, _)| sentence(&set.title)).collect()
}

/// The reader's year, by the calendar of the language.
fn year(facts: &Facts) -> String {
    let words = &facts.page.words;
    let Some(today) = facts.today else {
        return words.this_year.to_string();
    };
    match words.lang {
        Lang::ZhHant => fill(&words.year, &[&today.minguo_year()]),
        Lang::En => fill(&words.year, &[&today.year]),
    }
}

/// The words of caution beside any verdict: that a rule was never confirmed, and that nobody has said whether it holds for teachers.
fn cautions(facts: &Facts, report: &Report) -> Vec<String> {
    let words = &facts.page.words;
    let sets = facts.page.judged(report);
    let judged = || sets.clone().filter(|(_, set)| set.applies.is_judged());
    let mut cautions = Vec::new();
    if judged().any(|(set, _)| set.verified.is_none()) {
        cautions.push(fill(&words.caution, &[&year(facts)]));
    }
    let may_teach = match facts.entry.staff {
        Some(kind) => kind == StaffKind::Teacher,
        None => !facts.asks_for_staff(),
    };
    let names_nobody = |(set, judged): (&RuleSet, &JudgedSet)| {
        judged.applies == Applies::Binds && set.rule.staff.is_empty()
    };
    if may_teach && judged().any(names_nobody) {
        cautions.push(words.caution_teacher.to_string());
    }
    cautions
}

/// That a confirmation is old, as one sentence for all facts (資料的時效), where it is.
pub(super) fn age(facts: &Facts, report: &Report) -> Option<String> {
    let words = &facts.page.words;
    let today = facts.today?;
    let sets = facts.page.judged(report);
    let judged = sets.filter(|(_, set)| set.applies.is_judged());
    let rules = judged.filter_map(|(set, _)| set.verified);
    // Where to learn is told only to those who are short.
    let is_short = report.overall() == Overall::Short;
    let platforms = facts.page.edition.platforms.iter().filter(|_| is_short);
    let days = rules.chain(platforms.filter_map(|it| it.seen));
    match days.map(|seen| Age::of(seen, None, today)).max()? {
        Age::ThisYear => None,
        Age::EarlierYear => Some(words.age_earlier.to_string()),
        Age::OverAYear => Some(words.age_over.to_string()),
        Age::LawChanged => Some(words.age_law.to_string()),
    }
}

/// Names in a sentence: 「甲」、「乙」與「丙」.
fn listed<'a>(names: impl ExactSizeIterator<Item = &'a AttrValue>, words: &Wording) -> String {
    let last = names.len().saturating_sub(1);
    let mut list = String::new();
    for (number, name) in names.enumerate() {
        if number > 0 {
            list += if number == last {
                &words.and
            } else {
                &words.list
            };
        }
        list += &fill(&words.summary_name, &[name]);
    }
    list
}

/// The verdict of a row, beside its field.
pub(super) fn row_verdict(
    verdict: Verdict,
    known: Known,
    requirement: &Requirement,
    facts: &Facts,
) -> String {
    let words = &facts.page.words;
    let need = requirement.at_least;
    match verdict {
        Verdict::Met => fill(&words.row_met, &[&need]),
        Verdict::Short(least) => {
            let missing = missing_hours(least, known, requirement);
            fill(&words.row_short, &[&self::known(missing, words), &need])
        }
        Verdict::Unknown(why) => {
            let own = match why {
                Why::RowNotGiven(row) => Term::Row(row),
                Why::NotVisible(number) => Term::Input(number),
                _ => return fill(&words.unknown, &[&self::why(why, facts, words)]),
            };
            match *requirement.terms {
                [term] if term == own && facts.typed(own).is_err() => words.unreadable.to_string(),
                [term] if term == own => fill(&words.row_blank, &[&need]),
                _ => fill(&words.why_row, &[&facts.page.short(own)]),
            }
        }
    }
}

/// The verdict of an advice, as a reminder says it: what was not entered is not called missed.
pub(super) fn reminded(mark: &Mark, words: &Wording) -> AttrValue {
    match mark.verdict {
        Verdict::Unknown(_) => words.not_given.clone(),
        _ => mark.said.clone(),
    }
}

/// The hours missing of a requirement: at least so many, and no more than that.
fn missing_hours(least: Hours, known: Known, requirement: &Requirement) -> Known {
    Known {
        least,
        most: Some(requirement.at_least.saturating_sub(known.least)),
    }
}

/// Oddities of a reading, to be looked at although no number is in doubt.
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
        Remark::OtherYear => words.remark_other_year.to_string(),
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

/// The courses of a list that count, and those left out and why; each by its place in the list, with its code.
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

/// The name of a field, and the meaning of a text in it.
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
    let Some(requirement) = facts.page.requirement(step.place) else {
        return String::new();
    };
    let mut said = fill(&words.summary_item, &[&requirement.title, &step.hours]);
    if let Some(serves) = serves(step, facts) {
        said += " ";
        said += &serves;
    }
    said
}

/// The other requirements that a step of the plan counts for, if there are any.
pub(super) fn serves(step: &Step, facts: &Facts) -> Option<String> {
    let words = &facts.page.words;
    let mut serves = String::new();
    for other in step
        .serves
        .iter()
        .filter_map(|place| facts.page.requirement(*place))
    {
        words.append(&mut serves, &words.summary_name, &[&other.title]);
    }
    (!serves.is_empty()).then(|| fill(&words.plan_serves, &[&serves]))
}

/// The sentence for a reader who listens, once a field is left and only when it has become another.
pub(super) fn said(facts: &Facts) -> String {
    let words = &facts.page.words;
    match facts.entry.said {
        (Overall::Short, number) => fill(&words.said_short, &[&number]),
        (Overall::Met, _) => fill(&words.said_met, &[]),
        _ => String::new(),
    }
}

/// Until when hours count this year, and by which day to finish; of several days the earliest. One sentence each.
pub(super) fn deadlines(facts: &Facts, report: &Report) -> Vec<String> {
    let words = &facts.page.words;
    let Some(today) = facts.today else {
        return Vec::new();
    };
    let judged = facts.page.judged(report);
    let bound = judged.filter(|(_, judged)| judged.applies == Applies::Binds);
    let deadlines = bound.filter_map(|(set, _)| set.rule.deadline(today.year));
    let Some(deadline) = deadlines.reduce(|one, other| one.min(other)) else {
        return Vec::new();
    };
    let mut all = vec![fill(&words.deadline, &[&day(deadline, words)])];
    for platform in &facts.page.edition.platforms {
        let counted = platform
            .upload_days
            .and_then(|days| facts.page.edition.workdays.latest(deadline, days));
        let Some(counted) = counted else {
            all.push(fill(&words.latest_unknown, &[&platform.name]));
            continue;
        };
        let mut by = fill(&words.latest, &[&platform.name, &day(counted.day, words)]);
        if counted.day < today {
            by.push_str(&words.over);
        }
        all.push(by);
        if let (Some(end), false) = (facts.page.edition.workdays.covers_until, counted.is_covered) {
            all.push(fill(&words.calendar_ends, &[&day(end, words)]));
        }
    }
    all
}

/// The same in one line.
pub(super) fn latest(facts: &Facts, report: &Report) -> String {
    deadlines(facts, report).join(&facts.page.words.list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hours::marks::Marks;
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

    /// The verdict as sentences.
    fn said_of(facts: &Facts) -> Vec<String> {
        let report = facts.report();
        let plan = hours::plan(facts.page.rules(), &report);
        let bold = Marks::new(facts, &report).bold();
        let spoken = spoken(facts, &report, &plan, bold);
        let mut all = vec![spoken.answer(), spoken.why];
        all.extend(spoken.cautions);
        all.retain(|sentence| !sentence.is_empty());
        all
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
        check(Lang::ZhHant, (2026, 12, 31), "115 年 12 月 31 日（四）");
        check(Lang::En, (2026, 12, 31), "31 December 2026 (Thu)");
        check(Lang::En, (2026, 1, 1), "1 January 2026 (Thu)");
    }

    #[test]
    fn the_example_of_a_day_is_of_this_year_and_can_be_read() {
        for (lang, expect) in [(Lang::ZhHant, "115/11/23"), (Lang::En, "2026-11-23")] {
            let facts = facts(lang, &[]);
            assert_eq!(example_day(&facts), expect);
            let read = hours::parse_date(&example_day(&facts)).map(|it| it.map(|(day, _)| day));
            assert_eq!(read, Ok(facts.today));
        }
    }

    #[test]
    fn a_day_is_read_as_it_is_said() {
        let day = Date::new(2026, 11, 20).expect("a day");
        let said = super::day(day, &Wording::of(Lang::ZhHant));
        let read = hours::parse_date(&said);
        assert_eq!(read, Ok(Some((day, hours::Calendar::Minguo))));
    }

    const CAUTION: &str =
        "The Personnel Office has not yet confirmed this rule for 2026; its announcement decides.";
    const TEACHERS: &str = "Ask the Personnel Office whether this rule applies to teachers.";

    #[test]
    fn a_summary_says_what_is_short_and_that_rules_are_for_the_office_to_confirm() {
        let check = |fields: &[(Field, &str)], expect: &[&str]| {
            let facts = facts(Lang::En, fields);
            assert_eq!(said_of(&facts), expect);
        };
        check(&[], &["Paste or enter the bold row to see your result."]);
        check(
            &[environment("1.5")],
            &[
                "You need at least 2.5 more hours",
                "Take “environment”: 2.5 h, and you meet the rules.",
                CAUTION,
                TEACHERS,
            ],
        );
        check(
            &[environment("4")],
            &["You meet every rule checked here", CAUTION, TEACHERS],
        );
        check(
            &[(Field::Hours(Term::Row(PortalRow::Total)), "9")],
            &["“environment” not entered yet", CAUTION, TEACHERS],
        );
        check(
            &[
                (Field::Hours(Term::Row(PortalRow::Total)), "9"),
                environment("x"),
            ],
            &["Correct the marked fields first", CAUTION, TEACHERS],
        );
        // With teachers nobody has said that the rules hold; of others nothing is said.
        check(
            &[(Field::Staff, "teacher"), environment("4")],
            &["You meet every rule checked here", CAUTION, TEACHERS],
        );
        check(
            &[(Field::Staff, "contract"), environment("4")],
            &["You meet every rule checked here", CAUTION],
        );
    }

    /// The sample with two rules on rows inside each other, so that one course mends both, and a third beside them.
    fn nested(lang: Lang) -> Calculator {
        let mut data = crate::samples::data(lang);
        let first = data.edition.rule_sets[0].clone();
        for (id, row, need) in [
            ("wide", PortalRow::Mandatory, 10),
            ("beside", PortalRow::Policy, 1),
        ] {
            let mut set = first.clone();
            set.id = id.into();
            set.requirements[0].title = id.into();
            set.rule.requirements[0].terms = vec![row.into()];
            set.rule.requirements[0].at_least = Hours::from_whole(need);
            data.edition.rule_sets.push(set);
        }
        let mut calculator = Calculator::new(std::rc::Rc::new(data.into()));
        let today = Date::new(2026, 11, 23).ok();
        calculator.follow(HoursAction::Arrived(Vec::new(), today));
        calculator
    }

    #[test]
    fn the_verdict_has_one_number_and_says_why() {
        use PortalRow::{Environment, Mandatory, Policy};
        #[track_caller]
        fn check(lang: Lang, rows: &[(PortalRow, &'static str)], expect: [&str; 3]) {
            let mut calculator = nested(lang);
            for (row, text) in rows {
                let field = Field::Hours(Term::Row(*row));
                calculator.follow(HoursAction::Edited(field, (*text).into()));
            }
            let facts = &calculator.facts;
            let report = facts.report();
            let plan = hours::plan(facts.page.rules(), &report);
            let spoken = spoken(facts, &report, &plan, 3);
            let number = spoken.number.unwrap_or_default();
            assert_eq!([&spoken.headline, &number, &spoken.why], expect);
        }
        let zh = Lang::ZhHant;
        check(zh, &[], ["貼上或填入 3 項粗體時數，立刻知道結果。", "", ""]);
        check(
            Lang::En,
            &[],
            [
                "Paste or enter the three bold rows to see your result.",
                "",
                "",
            ],
        );
        check(
            zh,
            &[(Environment, "2"), (Mandatory, "8"), (Policy, "1")],
            [
                "至少還須修習",
                "2 小時",
                "修滿「environment」2 小時，「wide」也一併達成。",
            ],
        );
        check(
            Lang::En,
            &[(Environment, "2"), (Mandatory, "8"), (Policy, "1")],
            [
                "You need at least",
                "2 more hours",
                "Once you take “environment”, 2 h, “wide” is met too.",
            ],
        );
        check(
            Lang::En,
            &[(Environment, "4"), (Mandatory, "10"), (Policy, "0")],
            [
                "You need at least",
                "1 more hour",
                "Take “beside”: 1 h, and you meet the rules.",
            ],
        );
        // The hours of the list come to the one number.
        check(
            zh,
            &[(Environment, "0"), (Mandatory, "0"), (Policy, "0")],
            [
                "至少還須修習",
                "10 小時",
                "修滿「environment」4 小時、「beside」1 小時、「wide」5 小時，各項規定即一併達成。",
            ],
        );
        // Short stands before unknown, which is named and never called unmet.
        check(
            zh,
            &[(Environment, "2")],
            [
                "至少還須修習",
                "2 小時",
                "已知不足：「environment」2 小時。「wide」與「beside」尚未填寫，還須修習的時數可能更多。",
            ],
        );
        check(
            zh,
            &[(Environment, "4")],
            ["尚未填寫「wide」與「beside」，無法判斷", "", ""],
        );
        check(
            zh,
            &[(Environment, "4"), (Mandatory, "10"), (Policy, "1")],
            ["已達成目前列入檢核的規定", "", ""],
        );
    }

    #[test]
    fn what_is_coming_is_not_taken_again_and_the_portal_is_still_short() {
        let coming = |platform: &'static str| {
            let mut calculator = Calculator::new(page(Lang::ZhHant));
            let today = Date::new(2026, 11, 23).ok();
            calculator.follow(HoursAction::Arrived(Vec::new(), today));
            calculator.follow(HoursAction::ComingAdded);
            let row = Field::Hours(Term::Row(PortalRow::Environment));
            calculator.follow(HoursAction::Edited(row, "2".into()));
            for (part, text) in [
                (ComingPart::Term, "environment"),
                (ComingPart::Hours, "2"),
                (ComingPart::Finished, "115/11/20"),
                (ComingPart::Platform, platform),
            ] {
                let field = Field::Coming(0, part);
                calculator.follow(HoursAction::Edited(field, text.into()));
            }
            let facts = calculator.facts;
            let report = facts.report();
            let plan = hours::plan(facts.page.rules(), &report);
            spoken(&facts, &report, &plan, 1)
        };
        let in_time = coming("ewant");
        assert_eq!(
            (in_time.overall, in_time.short),
            ("short", Some(Hours::default()))
        );
        assert_eq!(in_time.headline, "修畢的課程登錄後，即達成規定");
        assert_eq!(in_time.number, None);
        assert_eq!(coming("").headline, "修畢的課程能否及時登錄，無法判斷");
    }

    #[test]
    fn no_verdict_before_anything_is_typed_and_none_is_blank_after() {
        let empty = facts(Lang::ZhHant, &[]);
        let said = said_of(&empty).concat();
        assert!(!said.contains("無法判斷"), "{said}");
        let marks = Marks::new(&empty, &empty.report());
        assert!(
            marks
                .rows
                .iter()
                .flat_map(|row| &row.mark)
                .all(|mark| mark.said.is_empty())
        );
    }

    /// The sample with its second rule set as it is wanted.
    fn with_second(change: impl Fn(&mut RuleSet)) -> Calculator {
        let mut data = crate::samples::data(Lang::En);
        data.edition.rule_sets.iter_mut().skip(1).for_each(change);
        let mut calculator = Calculator::new(std::rc::Rc::new(data.into()));
        let today = Date::new(2026, 11, 23).ok();
        calculator.follow(HoursAction::Arrived(Vec::new(), today));
        calculator
    }

    #[test]
    fn advice_and_history_change_no_verdict() {
        let advice = |set: &mut RuleSet| {
            set.rule.is_enabled = true;
            set.rule.is_advice = true;
            set.rule.staff.clear();
            set.rule.to = None;
        };
        for (change, asked) in [(&advice as &dyn Fn(&mut RuleSet), false), (&|_| {}, true)] {
            let mut calculator = with_second(change);
            let (field, hours) = environment("4");
            calculator.follow(HoursAction::Edited(field, hours.into()));
            if asked {
                calculator.follow(HoursAction::Edited(Field::Asked(1), "on".into()));
            }
            let security = Field::Hours(Term::Input(0));
            for text in ["", "1", "3", "x"] {
                calculator.follow(HoursAction::Edited(security, text.into()));
                let facts = &calculator.facts;
                assert_eq!(facts.report().overall(), Overall::Met, "{text}");
                assert!(!said_of(facts).concat().contains("security"));
            }
        }
    }

    #[test]
    fn the_strictest_that_binds_speaks_in_a_row_and_the_others_are_kept() {
        let mut calculator = with_second(|set| {
            set.rule.is_enabled = true;
            set.rule.staff.clear();
            set.rule.to = None;
            set.rule.requirements[0].terms = vec![PortalRow::Environment.into()];
            set.rule.requirements[0].at_least = Hours::from_whole(6);
        });
        let (field, hours) = environment("5");
        calculator.follow(HoursAction::Edited(field, hours.into()));
        let facts = &calculator.facts;
        let marks = Marks::new(facts, &facts.report());
        let row = &marks.rows[PortalRow::Environment.index()];
        let said = row.mark.as_ref().map(|mark| (&*mark.id, &*mark.said));
        assert_eq!(said, Some(("old/environment", "1 short (needs 6)")));
        let others: Vec<_> = marks
            .others
            .iter()
            .map(|mark| (&*mark.id, &*mark.said))
            .collect();
        assert_eq!(others, [("rules/environment", "Met (needs 4)")]);
        assert_eq!(marks.bold(), 1);
    }

    #[test]
    fn requirements_on_sums_that_are_called_alike_are_told_apart() {
        let ambiguous = |titles: [&str; 2]| {
            let mut data = crate::samples::data(Lang::En);
            for (set, title) in data.edition.rule_sets.iter_mut().zip(titles) {
                set.rule.is_enabled = true;
                set.rule.staff.clear();
                set.rule.to = None;
                set.rule.requirements[0].terms =
                    vec![PortalRow::Policy.into(), PortalRow::Environment.into()];
                set.requirements[0].title = title.to_owned().into();
            }
            let facts = Calculator::new(std::rc::Rc::new(data.into())).facts;
            let sums = Marks::new(&facts, &facts.report()).sums;
            let named = sums.iter().filter(|it| Marks::is_ambiguous(&sums, it));
            named.map(|it| it.set.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(ambiguous(["governance", "governance"]), ["rules", "old"]);
        assert_eq!(ambiguous(["governance", "required"]), [""; 0]);
    }

    #[test]
    fn an_old_confirmation_is_told_once_by_the_day_of_the_state() {
        let day = |year, month, day| Date::new(year, month, day).ok();
        let check = |verified: [Option<Date>; 2], expect: Option<&str>| {
            let mut data = crate::samples::data(Lang::ZhHant);
            for (set, verified) in data.edition.rule_sets.iter_mut().zip(verified) {
                set.verified = verified;
                set.rule.is_enabled = true;
                set.rule.staff.clear();
            }
            let mut calculator = Calculator::new(std::rc::Rc::new(data.into()));
            calculator.follow(HoursAction::Arrived(Vec::new(), day(2026, 11, 23)));
            let facts = &calculator.facts;
            assert_eq!(age(facts, &facts.report()).as_deref(), expect);
        };
        let this_year = day(2026, 3, 1);
        check([None, None], None);
        check([this_year, None], None);
        check(
            [this_year, day(2025, 12, 1)],
            Some("確認日期為往年，請向人事室確認。"),
        );
        check(
            [day(2025, 12, 1), day(2025, 11, 22)],
            Some("確認日期已逾一年，請向人事室確認。"),
        );
    }

    #[test]
    fn an_old_platform_is_told_where_hours_are_short() {
        let said = |hours: &str| {
            let mut data = crate::samples::data(Lang::ZhHant);
            data.edition.platforms[0].seen = Date::new(2020, 3, 1).ok();
            let mut calculator = Calculator::new(std::rc::Rc::new(data.into()));
            let typed = vec![("environment".to_owned(), hours.to_owned().into())];
            calculator.follow(HoursAction::Arrived(typed, Date::new(2026, 11, 23).ok()));
            age(&calculator.facts, &calculator.facts.report())
        };
        assert_eq!(
            said("1").as_deref(),
            Some("確認日期已逾一年，請向人事室確認。")
        );
        assert_eq!(said(""), None);
    }

    #[test]
    fn the_last_safe_days_are_told_for_this_year() {
        let facts = facts(Lang::En, &[environment("1")]);
        let said = deadlines(&facts, &facts.report());
        assert_eq!(
            said,
            [
                "Counted until 31 December 2026 (Thu)",
                "ewant: finish courses by 27 December 2026 (Sun) (grading and applying take their own time)"
            ]
        );
    }
}
