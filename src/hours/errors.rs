//! The list of fields that cannot be read, above the table.

use std::rc::Rc;

use hours::{HoursProblem, PortalRow, Term};
use yew::prelude::*;

use super::facts::Facts;
use super::row::field_id;
use crate::page::Page;
use crate::wording::{count, fill};

/// The errors that the check found in the fields; none before it, and none where all of them can be read.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum FoundErrors {
    /// No list is shown.
    None,
    /// Nothing was typed at all.
    NothingTyped,
    /// These fields cannot be read.
    Wrong(Vec<(Term, HoursProblem)>),
}

/// The errors that are to be shown.
pub(super) fn of(facts: &Facts) -> FoundErrors {
    let wrong: Vec<_> = facts.wrong().collect();
    match wrong.is_empty() {
        _ if !facts.entry.checked => FoundErrors::None,
        false => FoundErrors::Wrong(wrong),
        true if facts.has_typed() => FoundErrors::None,
        true => FoundErrors::NothingTyped,
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ErrorsProps {
    pub(super) page: Rc<Page>,
    pub(super) errors: FoundErrors,
}

/// Each error with a link to its field.
#[component]
pub(super) fn Errors(props: &ErrorsProps) -> Html {
    let ErrorsProps { page, errors } = props;
    let words = &page.words;
    let link = |term: Term, content: Html| {
        html! { <li><a href={["#", &field_id(page.field(term))].concat()}>{ content }</a></li> }
    };
    let (heading, lines) = match errors {
        FoundErrors::None => return Html::default(),
        FoundErrors::NothingTyped => {
            let first = Term::Row(PortalRow::Mandatory);
            let start = fill(&words.start_here, &[&page.short(first)]);
            let line = link(first, html! { { start } });
            (words.nothing_typed.to_string(), line)
        }
        FoundErrors::Wrong(wrong) => {
            let lines = wrong.iter().map(|(term, problem)| {
                let lang = matches!(term, Term::Row(_)).then_some("zh-Hant");
                let content = html! {
                    <>
                        <span {lang}>{ page.label(*term) }</span>{ "：" }{ words.hours_problem(*problem).clone() }
                    </>
                };
                link(*term, content)
            });
            let heading = count(&words.error, &words.errors, wrong.len());
            (heading, lines.collect())
        }
    };
    html! {
        <div
            class="errors"
            id="errors"
            tabindex="-1"
            role="group"
            aria-labelledby="errors-title"
            data-part="error-summary"
        >
            <h3 class="hours__title" id="errors-title">{ heading }</h3>
            <ul>{ lines }</ul>
        </div>
    }
}
