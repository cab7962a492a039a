//! What to take next, and where.

use std::rc::Rc;

use hours::{Plan, Report};
use yew::prelude::*;

use super::facts::Facts;
use super::say;
use crate::components::{Prose, text};
use crate::wording::{Wording, fill};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct PlanProps {
    pub(super) facts: Facts,
    pub(super) report: Rc<Report>,
    pub(super) plan: Rc<Plan>,
}

#[component]
pub(super) fn PlanView(props: &PlanProps) -> Html {
    let PlanProps {
        facts,
        report,
        plan,
    } = props;
    let words = &facts.page.words;
    html! {
        <div class="plan">
            if !plan.steps.is_empty() {
                { steps(plan, facts, words) }
                <p>{ text(&facts.page.edition.before_enrolling, words.lang) }</p>
                <p>{ text(&say::latest(facts, report), words.lang) }</p>
                <h4>{ words.places.clone() }</h4>
                <Prose tag="ul" markup={facts.page.edition.places.clone()} />
            }
        </div>
    }
}

fn steps(plan: &Plan, facts: &Facts, words: &Wording) -> Html {
    html! {
        <>
            <h3>{ words.plan.clone() }</h3>
            <p>{ fill(&words.plan_total, &[&plan.total]) }</p>
            <ol>
                { for plan.steps.iter().filter_map(|step| {
                    let it = facts.requirement(step.place)?;
                    Some(html! {
                        <li>
                            <b>{ text(&fill(&words.summary_item, &[&it.title, &step.hours]), words.lang) }</b>
                            { " " }
                            { text(&it.advice, words.lang) }
                            if !it.courses.is_empty() {
                                { " " }
                                { text(&it.courses, words.lang) }
                            }
                            if let Some(serves) = say::serves(step, facts) {
                                { " " }
                                { text(&serves, words.lang) }
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
