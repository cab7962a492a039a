//! The hours view (時數檢核): what was pasted or typed on one side, what follows from it on the other.

mod choice;
mod coming;
mod fields;
mod paste;
mod plan;
mod results;
mod say;

use guide::PageNodeKind;
use yew::prelude::*;

use crate::components::raw;
use crate::session::{Action, Facts, Page};
use crate::wording::{Word, Words};
use coming::ComingView;
use fields::Fields;
use paste::{PasteCard, Review};
use results::Results;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct HoursProps {
    pub(crate) facts: Facts,
    pub(crate) arrived: bool,
    pub(crate) on_action: Callback<Action>,
}

#[component]
pub(crate) fn Hours(props: &HoursProps) -> Html {
    let HoursProps {
        facts,
        arrived,
        on_action,
    } = props;
    let words = &facts.page.words;
    html! {
        <section class="view hours" id="hours" data-view="hours" aria-labelledby="hours-title">
            <h2 class="view__title" id="hours-title" tabindex="-1">{ words.get(Word::Hours) }</h2>
            <p class="sheet-head">
                <span>{ words.get(Word::SheetName) }</span>
                if let Some(today) = facts.today {
                    <span>{ words.fill(Word::Today, &[&say::day(today, words)]) }</span>
                }
            </p>
            <p class="hours__lead">{ words.get(Word::HoursLead) }</p>
            <PasteCard words={words.clone()} {on_action} />
            <Review {facts} {on_action} />
            <div class="hours__columns">
                <div>
                    <Fields {facts} {arrived} {on_action} />
                    <ComingView {facts} {on_action} />
                </div>
                <Results {facts} {on_action} />
            </div>
            { take_along(words) }
            <div class="sheet-foot">{ raw(&contacts(&facts.page)) }</div>
        </section>
    }
}

/// Whom to ask, for paper: the contacts of the place where hours are shown.
fn contacts(page: &Page) -> AttrValue {
    let mut nodes = page.data.nodes.iter();
    let outcome = nodes.find(|node| node.kind == PageNodeKind::Outcome);
    outcome
        .map(|node| node.contacts.clone())
        .unwrap_or_default()
}

/// What scripts of the page do (`crates/prerender/src/scripts`): print, copy, save; and what they say then.
fn take_along(words: &Words) -> Html {
    let button = |action: &'static str, word| {
        html! { <button type="button" class="button" data-action={action}>{ words.get(word) }</button> }
    };
    html! {
        <p class="buttons take-along">
            { button("print", Word::Print) }
            { button("copy-text", Word::Copy) }
            { button("save-csv", Word::Csv) }
            <span hidden=true>{ words.get(Word::Copied) }</span>
            <span hidden=true>{ words.get(Word::NotCopied) }</span>
            <span role="status" />
        </p>
    }
}
