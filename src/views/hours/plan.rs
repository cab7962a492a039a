//! What to take next, and where, as markup.

use hours::{Place, Report, plan};

use crate::components::put;
use crate::session::Session;
use crate::wording::{Word, Words};

pub(super) fn markup(session: &Session, report: &Report, words: &Words) -> String {
    let mut html = String::new();
    let plan = plan(&session.page.rules, report);
    if plan.steps.is_empty() {
        return html;
    }
    let data = &session.page.data;
    let requirement = |(set, number): Place| data.rule_sets.get(set)?.requirements.get(number);
    let mut steps = String::new();
    for step in &plan.steps {
        let Some(it) = requirement(step.place) else {
            continue;
        };
        let hours = step.hours.to_string();
        let mut item = String::new();
        put(
            &mut item,
            "b",
            &words.fill(Word::SummaryItem, &[&it.title, &hours]),
        );
        item.push(' ');
        item.push_str(&it.advice);
        let mut serves = String::new();
        for it in step.serves.iter().filter_map(|place| requirement(*place)) {
            words.list(&mut serves, &words.fill(Word::SummaryName, &[&it.title]));
        }
        if !serves.is_empty() {
            item.push_str(&words.fill(Word::PlanServes, &[&serves]));
        }
        put(&mut steps, "li", &item);
    }
    put(&mut html, "h3", &words.get(Word::Plan));
    put(
        &mut html,
        "p",
        &words.fill(Word::PlanTotal, &[&plan.total.to_string()]),
    );
    put(&mut html, "ol", &steps);
    if let Some(digital) = plan.digital {
        put(
            &mut html,
            "p",
            &words.fill(Word::PlanDigital, &[&digital.to_string()]),
        );
    }
    put(&mut html, "h4", &words.get(Word::Places));
    put(&mut html, "ul", &data.places);
    html
}
