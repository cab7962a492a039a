//! What to take next, and where.

use hours::{Place, Plan, Report, plan};
use yew::prelude::*;

use super::facts::Facts;
use super::say;
use crate::components::{Prose, text};
use crate::wording::{Wording, fill};

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
                <p>{ text(&latest(facts, &report, words), words.lang) }</p>
                <h4>{ words.places.clone() }</h4>
                <Prose tag="ul" markup={facts.page.edition.places.clone()} />
            }
        </div>
    }
}

fn steps(plan: &Plan, facts: &Facts, words: &Wording) -> Html {
    let data = &facts.page.edition;
    let requirement = |(set, number): Place| data.rule_sets.get(set)?.requirements.get(number);
    html! {
        <>
            <h3>{ words.plan.clone() }</h3>
            <p>{ fill(&words.plan_total, &[&plan.total]) }</p>
            <ol>
                { for plan.steps.iter().filter_map(|step| {
                    let it = requirement(step.place)?;
                    let mut serves = String::new();
                    for it in step.serves.iter().filter_map(|place| requirement(*place)) {
                        words.append(&mut serves, &words.summary_name, &[&it.title]);
                    }
                    Some(html! {
                        <li>
                            <b>{ text(&fill(&words.summary_item, &[&it.title, &step.hours]), words.lang) }</b>
                            { " " }
                            { text(&it.advice, words.lang) }
                            if !serves.is_empty() {
                                { " " }
                                { text(&fill(&words.plan_serves, &[&serves]), words.lang) }
                            }
                        </li>
                    })
                }) }
            </ol>
            if let Some(digital) = plan.digital {
                <p>{ fill(&words.plan_digital, &[&digital]) }</p>
            }
        </>
    }
}

/// Until when hours count this year, and by which day to finish; of several days the earliest.
fn latest(facts: &Facts, report: &Report, words: &Wording) -> String {
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
    words.append(&mut all, &words.deadline, &[&say::day(deadline, words)]);
    for platform in &facts.page.edition.platforms {
        let counted = platform
            .upload_days
            .and_then(|days| facts.page.edition.workdays.latest(deadline, days));
        let Some(counted) = counted else {
            words.append(&mut all, &words.latest_unknown, &[&platform.name]);
            continue;
        };
        let day = say::day(counted.day, words);
        words.append(&mut all, &words.latest, &[&platform.name, &day]);
        if counted.day < today {
            all.push_str(&words.over);
        }
        if let (Some(end), false) = (facts.page.edition.workdays.covers_until, counted.is_covered) {
            words.append(&mut all, &words.calendar_ends, &[&say::day(end, words)]);
        }
    }
    all
}
