//! The hours view (時數檢核): what was pasted or typed on one side, what follows from it on the other.

mod calculator;
mod choice;
mod coming;
mod entry;
mod facts;
mod fields;
mod paste;
mod plan;
mod results;
mod say;
mod sheet;
mod take_along;
#[cfg(test)]
mod tests;

use flowchart::NodeKind;
use guide::Markup;
use yew::prelude::*;

use crate::components::Prose;
use crate::page::Page;
use crate::wording::fill;
pub use calculator::{Attention, Calculator, HoursAction};
use coming::ComingView;
pub use entry::{ComingDraft, ComingPart, Entry, Field, Paste};
pub use facts::{Facts, Typed};
use fields::Fields;
use paste::{PasteCard, Review};
use results::Results;
use take_along::TakeAlong;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct HoursProps {
    pub(crate) facts: Facts,
    pub(crate) arrived: bool,
    pub(crate) on_action: Callback<HoursAction>,
}

#[component]
pub(crate) fn Hours(props: &HoursProps) -> Html {
    let HoursProps {
        facts,
        arrived,
        on_action,
    } = props;
    let words = &facts.page.words;
    // Judged once for each change; every part below shows something of it.
    let report = &use_memo(facts.clone(), |facts| facts.report());
    html! {
        <section class="view hours" id="hours" data-view="hours" aria-labelledby="hours-title">
            <h2 class="view__title" id="hours-title" tabindex="-1">{ words.hours.clone() }</h2>
            <p class="sheet-head">
                <span>{ words.sheet_name.clone() }</span>
                if let Some(today) = facts.today {
                    <span>{ fill(&words.today, &[&say::day(today, words)]) }</span>
                }
            </p>
            <p class="hours__lead">{ words.hours_lead.clone() }</p>
            <PasteCard words={words.clone()} {on_action} />
            <Review {facts} {report} {on_action} />
            <div class="hours__columns">
                <div>
                    <Fields {facts} {report} {arrived} {on_action} />
                    <ComingView {facts} {on_action} />
                </div>
                <Results {facts} {report} {on_action} />
            </div>
            <TakeAlong {facts} {report} />
            <Prose class="sheet-foot" markup={contacts(&facts.page)} />
        </section>
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
