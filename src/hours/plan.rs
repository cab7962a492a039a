//! The plan: which course to take next, by when and where; and the reminders beside the rules.

use std::rc::Rc;

use hours::{Applies, Hours, Plan, Term, Verdict};
use yew::prelude::*;

use super::facts::Facts;
use super::marks::{Mark, Marks};
use super::row::field_id;
use super::say;
use crate::components::{Prose, text};
use crate::page::Page;
use crate::wording::fill;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct PlanProps {
    pub(super) page: Rc<Page>,
    pub(super) plan: Rc<Plan>,
    /// Until when hours count, and by which day to finish.
    pub(super) deadlines: Vec<String>,
}

#[component]
pub(super) fn PlanView(props: &PlanProps) -> Html {
    let PlanProps {
        page,
        plan,
        deadlines,
    } = props;
    let words = &page.words;
    if plan.steps.is_empty() {
        return Html::default();
    }
    let steps = plan.steps.iter().filter_map(|step| {
        let it = page.requirement(step.place)?;
        Some(html! {
            <li>
                <b>{ text(&fill(&words.summary_item, &[&it.title, &step.hours]), words.lang) }</b>
                { " " }
                { text(&it.advice, words.lang) }
                if !it.courses.is_empty() {
                    { " " }
                    { text(&it.courses, words.lang) }
                }
            </li>
        })
    });
    html! {
        <div class="plan">
            <h3 class="hours__title">{ words.plan.clone() }</h3>
            <ol>{ for steps }</ol>
            if let Some(digital) = plan.digital {
                <p>{ fill(&words.plan_digital, &[&digital]) }</p>
            }
            if !page.edition.before_enrolling.is_empty() {
                <p>{ text(&page.edition.before_enrolling, words.lang) }</p>
            }
            <ul class="plan__days">
                { for deadlines.iter().map(|line| html! { <li>{ text(line, words.lang) }</li> }) }
            </ul>
            <h4 class="plan__places">{ words.places.clone() }</h4>
            <Prose tag="ul" markup={page.edition.places.clone()} />
        </div>
    }
}

/// An advice: its name, the hours it asks for, its verdict in words, and its field, where the reader has not filled it in.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reminder {
    title: AttrValue,
    need: Hours,
    said: AttrValue,
    field: Option<String>,
}

/// The reminders of rules that only advise, in the order of the rows.
pub(super) fn reminders(facts: &Facts, marks: &Marks) -> Vec<Reminder> {
    let rows = marks.rows.iter().filter_map(|row| {
        let mark = row.mark.as_ref()?;
        (mark.applies == Applies::Advises).then(|| reminder(facts, row.term, mark))
    });
    rows.collect()
}

fn reminder(facts: &Facts, term: Term, mark: &Mark) -> Reminder {
    let is_open = matches!(mark.verdict, Verdict::Unknown(_));
    Reminder {
        title: mark.title.clone(),
        need: mark.need,
        said: say::reminded(mark, &facts.page.words),
        field: is_open.then(|| field_id(facts.page.field(term))),
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct RemindersProps {
    pub(super) page: Rc<Page>,
    pub(super) reminders: Vec<Reminder>,
}

/// Each advice as one line, with a link to its field.
#[component]
pub(super) fn Reminders(props: &RemindersProps) -> Html {
    let RemindersProps { page, reminders } = props;
    let words = &page.words;
    let line = |it: &Reminder| {
        html! {
            <p>
                { text(&fill(&words.remind, &[&it.title, &it.need]), words.lang) }
                if !it.said.is_empty() {
                    { " " }
                    <span class="reminders__said">{ text(&it.said, words.lang) }</span>
                }
                if let Some(field) = &it.field {
                    { " " }
                    <a href={["#", field].concat()}>{ words.remind_fill.clone() }</a>
                }
            </p>
        }
    };
    html! { <div class="reminders">{ for reminders.iter().map(line) }</div> }
}
