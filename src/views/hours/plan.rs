//! What to take next, and where.

use hours::{Place, Plan, Report, plan};
use yew::prelude::*;

use super::say;
use crate::components::{content, group, put, put_word};
use crate::session::Session;
use crate::wording::{Word, Words};

/// In two pieces: what changes with each number, and what stands as it is and need not be made anew.
pub(super) fn view(session: &Session, report: &Report, words: &Words) -> Html {
    let mut html = String::new();
    let mut standing = String::new();
    let plan = plan(&session.page.rules, report);
    if !plan.steps.is_empty() {
        steps(&mut html, &plan, session, words);
        put(&mut standing, "p", &latest(session, report, words));
        put_word(&mut standing, "h4", words, Word::Places, &[]);
        put(&mut standing, "ul", &session.page.data.places);
    }
    group("div", "plan", [content(&html), content(&standing)])
}

fn steps(html: &mut String, plan: &Plan, session: &Session, words: &Words) {
    let data = &session.page.data;
    let requirement = |(set, number): Place| data.rule_sets.get(set)?.requirements.get(number);
    let mut steps = String::new();
    for step in &plan.steps {
        let Some(it) = requirement(step.place) else {
            continue;
        };
        let mut item = String::new();
        put_word(
            &mut item,
            "b",
            words,
            Word::SummaryItem,
            &[&it.title, &step.hours],
        );
        item.push(' ');
        item.push_str(&it.advice);
        let mut serves = String::new();
        for it in step.serves.iter().filter_map(|place| requirement(*place)) {
            words.list(&mut serves, Word::SummaryName, &[&it.title]);
        }
        if !serves.is_empty() {
            item.push(' ');
            item.push_str(&words.fill(Word::PlanServes, &[&serves]));
        }
        put(&mut steps, "li", &item);
    }
    put_word(html, "h3", words, Word::Plan, &[]);
    put_word(html, "p", words, Word::PlanTotal, &[&plan.total]);
    put(html, "ol", &steps);
    if let Some(digital) = plan.digital {
        put_word(html, "p", words, Word::PlanDigital, &[&digital]);
    }
}

/// Until when hours count this year, and by which day to finish; of several days the earliest.
fn latest(session: &Session, report: &Report, words: &Words) -> String {
    let mut all = String::new();
    let Some(today) = session.today else {
        return all;
    };
    let judged = session.page.rules.iter().zip(&report.sets);
    let judged = judged.filter(|(_, judged)| judged.applies.is_judged());
    let deadlines = judged.filter_map(|(rules, _)| rules.deadline(today.year));
    let Some(deadline) = deadlines.reduce(|one, other| one.min(other)) else {
        return all;
    };
    words.list(&mut all, Word::Deadline, &[&say::day(deadline, words)]);
    for platform in &session.page.data.platforms {
        let counted = platform
            .days
            .and_then(|days| session.page.workdays.latest(deadline, days));
        let Some(counted) = counted else {
            words.list(&mut all, Word::LatestUnknown, &[&platform.name]);
            continue;
        };
        let day = say::day(counted.day, words);
        words.list(&mut all, Word::Latest, &[&platform.name, &day]);
        if counted.day < today {
            all.push_str(&words.get(Word::Over));
        }
        if let (Some(end), false) = (session.page.workdays.covers_until, counted.is_covered) {
            words.list(&mut all, Word::CalendarEnds, &[&say::day(end, words)]);
        }
    }
    all
}
