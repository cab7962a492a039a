//! What to take next, and where.

use std::rc::Rc;

use hours::{Place, Plan, Report, plan};
use yew::prelude::*;

use super::facts::Facts;
use super::say;
use crate::components::{Prose, text};
use crate::wording::{Wording, fill};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct PlanProps {
    pub(super) facts: Facts,
    pub(super) report: Rc<Report>,
}

#[component]
pub(super) fn PlanView(props: &PlanProps) -> Html {
    let PlanProps { facts, report } = props;
    let words = &facts.page.words;
    let plan = plan(&facts.page.rules, report);
    html! {
        <div class="plan">
            if !plan.steps.is_empty() {
                { steps(&plan, facts, words) }
                <p>{ text(&say::latest(facts, report), words.lang) }</p>
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
