//! Taking the hours along: a printed page, a text to copy, a file for a spreadsheet that can be brought back.

use hours::{hints, plan};
use interchange::{Line, write_csv, write_text};
use yew::prelude::*;

use super::facts::Facts;
use super::say;
use crate::browser;
use crate::components::button;
use crate::wording::fill;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct TakeAlongProps {
    pub(super) facts: Facts,
}

#[component]
pub(super) fn TakeAlong(props: &TakeAlongProps) -> Html {
    let facts = &props.facts;
    let words = &facts.page.words;
    // Whether copying was allowed, once it was tried.
    let copied = use_state(|| None::<bool>);
    let print = Callback::from(|_: MouseEvent| browser::print());
    let copy = {
        let (facts, copied) = (facts.clone(), copied.setter());
        Callback::from(move |_: MouseEvent| {
            let copied = copied.clone();
            let text = write_text(&facts.page.words.hours, &lines(&facts));
            browser::copy(text, Callback::from(move |is| copied.set(Some(is))));
        })
    };
    let save = {
        let facts = facts.clone();
        Callback::from(move |_: MouseEvent| {
            let csv = write_csv(&facts.page.words.hours, &lines(&facts));
            browser::save("learning-hours.csv", "text/csv", &csv);
        })
    };
    let said = match *copied {
        Some(true) => words.copied.clone(),
        Some(false) => words.not_copied.clone(),
        None => AttrValue::default(),
    };
    html! {
        <p class="buttons take-along">
            { button("print", "button", words.print.clone(), print) }
            { button("copy-text", "button", words.copy.clone(), copy) }
            { button("save-csv", "button", words.csv.clone(), save) }
            <span role="status">{ said }</span>
        </p>
    }
}

/// Everything that the view says, as lines: the fields with their ids, so that they can be read back, and the rest in words.
fn lines(facts: &Facts) -> Vec<Line> {
    let (page, words) = (&facts.page, &facts.page.words);
    let report = facts.report();
    let line = |text: &str| Line::Words(vec![text.to_owned()]);
    let mut lines = Vec::new();
    if let Some(today) = facts.today {
        lines.push(line(&fill(&words.today, &[&say::day(today, words)])));
    }
    lines.push(line(&words.rows));
    for (term, _) in facts.fields() {
        lines.push(Line::Hours {
            id: page.field(term).to_owned(),
            label: page.label(term).to_string(),
            hours: facts.typed(term).ok().flatten(),
        });
    }
    lines.push(line(&words.results));
    for note in say::thresholds(facts, &facts.entry.thresholds, &report) {
        lines.push(line(&note));
    }
    lines.push(line(&say::summary(facts, &report)));
    for hint in hints(&facts.given().totals) {
        lines.push(line(&say::hint(&hint, facts)));
    }
    let plan = plan(page.rules(), &report);
    if !plan.steps.is_empty() {
        lines.push(line(&words.plan));
        lines.push(line(&fill(&words.plan_total, &[&plan.total])));
        for step in &plan.steps {
            lines.push(line(&say::step(step, facts)));
        }
        lines.push(line(&say::latest(facts, &report)));
    }
    let sets = page.edition.rule_sets.iter().zip(&report.sets);
    for (set, judged) in sets.filter(|(_, judged)| judged.applies.is_judged()) {
        lines.push(line(&set.title));
        let rules = set.rule.requirements.iter().zip(&set.requirements);
        for ((rule, texts), judged) in rules.zip(&judged.requirements) {
            let numbers = say::numbers(rule.at_least, judged.known, words);
            let verdict = say::verdict(judged.verdict, judged.known, rule, facts, words);
            lines.push(Line::Words(vec![texts.title.to_string(), numbers, verdict]));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use guide::Lang;
    use hours::{PortalRow, Term};
    use interchange::{Found, Labels, read};

    use super::*;
    use crate::hours::{Calculator, Field, HoursAction};
    use crate::samples::page;

    #[test]
    fn what_is_written_is_read_back() {
        let mut calculator = Calculator::new(page(Lang::ZhHant));
        let security = Field::Hours(Term::Input(0));
        let total = Field::Hours(Term::Row(PortalRow::Total));
        let policy = Field::Hours(Term::Row(PortalRow::Policy));
        for (field, text) in [(total, "12"), (policy, "0.25"), (security, "3")] {
            calculator.follow(HoursAction::Edited(field, text.into()));
        }
        let before = Rc::clone(&calculator.facts.entry);
        let lines = lines(&calculator.facts);
        for text in [write_csv("標題", &lines), write_text("標題", &lines)] {
            let reading = read(&text, &Labels::default()).expect("our own file");
            let policy = reading.rows[PortalRow::Policy.index()].clone();
            assert!(matches!(policy, Found::Hours(hours) if hours.to_string() == "0.25"));
            calculator.follow(HoursAction::Cleared);
            calculator.follow(HoursAction::TextPasted(text));
            calculator.follow(HoursAction::ReadingAccepted);
            assert_eq!(calculator.facts.entry.drafts, before.drafts);
        }
    }
}
