//! The hours view (時數檢核): one table with live verdicts at the left, the verdict and what to do next at the right.

mod calculator;
mod choice;
mod coming;
mod entry;
mod errors;
mod facts;
mod head;
mod history;
mod input;
mod marks;
mod paste;
mod plan;
mod review;
mod row;
mod say;
mod sheet;
mod sources;
mod table;
mod take_along;
#[cfg(test)]
mod tests;
mod verdict;

use std::rc::Rc;

use flowchart::NodeKind;
use guide::Markup;
use hours::{Plan, Report, hints, plan};
use yew::prelude::*;

use crate::components::{Prose, text};
use crate::page::Page;
use crate::wording::fill;
pub use calculator::{Attention, Calculator, HoursAction, Undoable};
use coming::ComingView;
pub use entry::{ComingDraft, ComingPart, Entry, Field, Paste};
use errors::Errors;
pub use facts::{Facts, Typed};
use head::Head;
use history::History;
use marks::Marks;
use plan::{PlanView, Reminders};
use review::Review;
use say::Spoken;
pub(crate) use say::day;
use sources::Sources;
use table::HoursTable;
use take_along::TakeAlong;
use verdict::VerdictBox;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct HoursProps {
    pub(crate) facts: Facts,
    pub(crate) is_pasting: bool,
    /// How often the field to paste into was emptied.
    pub(crate) emptied: usize,
    pub(crate) undo: Option<Undoable>,
    pub(crate) arrived: bool,
    pub(crate) on_action: Callback<HoursAction>,
}

/// Everything that follows from the entries: judged once for each change, and every part shows something of it.
struct Outcome {
    report: Rc<Report>,
    plan: Rc<Plan>,
    marks: Marks,
    spoken: Spoken,
}

impl Outcome {
    fn new(facts: &Facts) -> Self {
        let report = facts.report();
        let plan = plan(facts.page.rules(), &report);
        let marks = Marks::new(facts, &report);
        let spoken = say::spoken(facts, &report, &plan, marks.bold());
        Self {
            report: Rc::new(report),
            plan: Rc::new(plan),
            marks,
            spoken,
        }
    }
}

#[component]
pub(crate) fn Hours(props: &HoursProps) -> Html {
    let HoursProps {
        facts,
        is_pasting,
        emptied,
        undo,
        arrived,
        on_action,
    } = props;
    let page = &facts.page;
    let words = &page.words;
    let outcome = use_memo(facts.clone(), Outcome::new);
    let Outcome {
        report,
        plan,
        marks,
        spoken,
    } = &*outcome;
    let told = undo.map_or_else(|| say::said(facts), |undo| head::undone(undo, words));
    let lines = |lines: Vec<String>| -> Html {
        lines
            .iter()
            .map(|line| html! { <p>{ text(line, words.lang) }</p> })
            .collect()
    };
    html! {
        <section class="view hours" id="hours" data-view="hours" aria-labelledby="hours-title">
            <p class="sheet-head">
                <span>{ words.sheet_name.clone() }</span>
                if let Some(today) = facts.today {
                    <span>{ fill(&words.today, &[&say::day(today, words)]) }</span>
                }
            </p>
            <div class="hours__body">
                <Head words={words.clone()} {is_pasting} {emptied} undo={*undo} {on_action} />
                <div class="hours__entry">
                    <Errors {page} errors={errors::of(facts)} />
                    <Review
                        {page}
                        paste={facts.entry.paste.clone()}
                        others={review::others(facts)}
                        courses={review::courses(facts)}
                        notes={review::notes(facts, report)}
                        {on_action}
                    />
                    <HoursTable {facts} rows={marks.rows.clone()} sums={marks.sums.clone()} {arrived} {on_action} />
                    { hint_list(facts) }
                    <ComingView {facts} {on_action} />
                    <History {page} offers={history::offers(facts, report)} {arrived} {on_action} />
                </div>
                <div class="hours__side">
                    <div class="hours__notes" id="verdict-place">
                        { lines(say::thresholds(facts, &facts.entry.thresholds, report)) }
                    </div>
                    <VerdictBox words={words.clone()} spoken={spoken.clone()} />
                    <p class="unseen" role="status">{ told }</p>
                    <div class="hours__next">
                        <div class="hours__age">{ lines(say::age(facts, report).into_iter().collect()) }</div>
                        <PlanView {page} {plan} deadlines={say::deadlines(facts, report)} />
                        <Reminders {page} reminders={plan::reminders(facts, marks)} />
                        <Sources {page} sets={sources::judged(report)} others={marks.others.clone()} />
                        <TakeAlong {facts} report={report.clone()} />
                    </div>
                </div>
            </div>
            <Prose class="sheet-foot" markup={contacts(page)} />
        </section>
    }
}

/// Rows that cannot be right together.
fn hint_list(facts: &Facts) -> Html {
    let words = &facts.page.words;
    let hints = hints(&facts.given().totals);
    html! {
        <div class="hints">
            if !hints.is_empty() {
                <h3 class="hours__title">{ &words.hints }</h3>
                <ul>
                    { for hints.iter().map(|hint| html! {
                        <li data-hint={hint.id().to_string()}>
                            { text(&say::hint(hint, facts), words.lang) }
                        </li>
                    }) }
                </ul>
            }
        </div>
    }
}

/// Whom to ask, for paper: the contacts of the place where hours are shown.
fn contacts(page: &Page) -> Markup {
    let mut nodes = page.edition.nodes.iter();
    let outcome = nodes.find(|node| node.kind == NodeKind::Outcome);
    outcome
        .map(|node| node.contacts.clone())
        .unwrap_or_default()
}
