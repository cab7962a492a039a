//! What to take next, and where, as markup.

use hours::{Place, Report, plan};

use crate::components::{put, put_word};
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
            item.push_str(&words.fill(Word::PlanServes, &[&serves]));
        }
        put(&mut steps, "li", &item);
    }
    put_word(&mut html, "h3", words, Word::Plan, &[]);
    put_word(&mut html, "p", words, Word::PlanTotal, &[&plan.total]);
    put(&mut html, "ol", &steps);
    if let Some(digital) = plan.digital {
        put_word(&mut html, "p", words, Word::PlanDigital, &[&digital]);
    }
    put_word(&mut html, "h4", words, Word::Places, &[]);
    put(&mut html, "ul", &data.places);
    html
}
