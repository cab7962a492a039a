//! What to take next, and where.

use hours::{Place, Plan, Report, plan};
use yew::prelude::*;

use super::say;
use crate::components::{inline, raw, sentence};
use crate::session::Facts;
use crate::wording::{Word, Words};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct PlanProps {
    pub(super) facts: Facts,
}

#[component]
pub(super) fn PlanView(props: &PlanProps) -> Html {
    let PlanProps { facts } = props;
    let words = &facts.page.words;
    let report = facts.report();
    let plan = plan(&facts.page.rules, &report);
    html! {
        <div class="plan">
            if !plan.steps.is_empty() {
                { steps(&plan, facts, words) }
                <p>{ sentence(&latest(facts, &report, words)) }</p>
                <h4>{ words.get(Word::Places) }</h4>
                <ul>{ raw(&facts.page.data.places) }</ul>
            }
        </div>
    }
}

fn steps(plan: &Plan, facts: &Facts, words: &Words) -> Html {
    let data = &facts.page.data;
    let requirement = |(set, number): Place| data.rule_sets.get(set)?.requirements.get(number);
    html! {
        <>
            <h3>{ words.get(Word::Plan) }</h3>
            <p>{ words.fill(Word::PlanTotal, &[&plan.total]) }</p>
            <ol>
                { for plan.steps.iter().filter_map(|step| {
                    let it = requirement(step.place)?;
                    let mut serves = String::new();
                    for it in step.serves.iter().filter_map(|place| requirement(*place)) {
                        words.list(&mut serves, Word::SummaryName, &[&it.title]);
                    }
                    Some(html! {
                        <li>
                            <b>{ sentence(&words.fill(Word::SummaryItem, &[&it.title, &step.hours])) }</b>
                            { " " }
                            { inline(&it.advice) }
                            if !serves.is_empty() {
                                { " " }
                                { sentence(&words.fill(Word::PlanServes, &[&serves])) }
                            }
                        </li>
                    })
                }) }
            </ol>
            if let Some(digital) = plan.digital {
                <p>{ words.fill(Word::PlanDigital, &[&digital]) }</p>
            }
        </>
    }
}

/// Until when hours count this year, and by which day to finish; of several days the earliest.
fn latest(facts: &Facts, report: &Report, words: &Words) -> String {
    let mut all = String::new();
    let Some(today) = facts.today else {
        return all;
    };
    let judged = facts.page.rules.iter().zip(&report.sets);
    let judged = judged.filter(|(_, judged)| judged.applies.is_judged());
    let deadlines = judged.filter_map(|(rules, _)| rules.deadline(today.year));
    let Some(deadline) = deadlines.reduce(|one, other| one.min(other)) else {
        return all;
    };
    words.list(&mut all, Word::Deadline, &[&say::day(deadline, words)]);
    for platform in &facts.page.data.platforms {
        let counted = platform
            .days
            .and_then(|days| facts.page.workdays.latest(deadline, days));
        let Some(counted) = counted else {
            words.list(&mut all, Word::LatestUnknown, &[&platform.name]);
            continue;
        };
        let day = say::day(counted.day, words);
        words.list(&mut all, Word::Latest, &[&platform.name, &day]);
        if counted.day < today {
            all.push_str(&words.get(Word::Over));
        }
        if let (Some(end), false) = (facts.page.workdays.covers_until, counted.is_covered) {
            words.list(&mut all, Word::CalendarEnds, &[&say::day(end, words)]);
        }
    }
    all
}
