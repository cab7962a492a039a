//! The current step or question: what it is, what to do, and what is done next.

use std::rc::Rc;

use flowchart::{NodeIx, NodeKind};
use guide::edition::Node;
use yew::prelude::*;

use super::actions::{Actions, Answers};
use super::date_converter::DateConverter;
use super::walk::WalkAction;
use crate::components::{Icon, Prose, icon, text};
use crate::page::Page;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct StepProps {
    pub(super) page: Rc<Page>,
    pub(super) node: NodeIx,
    /// Whether there is a step before this one.
    pub(super) has_way: bool,
    pub(super) on_action: Callback<WalkAction>,
}

#[component]
pub(super) fn Step(props: &StepProps) -> Html {
    let StepProps {
        page,
        node: at,
        has_way,
        on_action,
    } = props;
    let Some(node) = page.node(*at) else {
        return Html::default();
    };
    let words = &page.words;
    let is_trouble = node.kind == NodeKind::Trouble;
    html! {
        <article
            class="step"
            data-kind={is_trouble.then_some("trouble")}
            data-node={&node.id}
            aria-current="step"
        >
            if *at == page.flow.start() {
                <p class="step__lead">{ text(&page.edition.lead, words.lang) }</p>
            }
            if is_trouble {
                <p class="step__kind">{ icon(Icon::Question) }{ words.node_kind(node.kind) }</p>
            }
            <h2 class="step__title" id="guided-title" tabindex="-1">{ text(&node.title, words.lang) }</h2>
            <Prose class="step__text prose" markup={node.body.clone()} />
            { ready(page, node) }
            if node.kind == NodeKind::Question {
                <Answers {page} node={*at} {on_action} />
            }
            <Prose class="step__text prose" markup={node.notes.clone()} />
            if node.has_date_converter {
                <DateConverter {page} />
            }
            <Actions {page} node={*at} {has_way} {on_action} />
        </article>
    }
}

/// The list of things to have at hand before one begins.
fn ready(page: &Page, node: &Node) -> Html {
    let words = &page.words;
    html! {
        if !node.ready.is_empty() {
            <div class="ready">
                <h3 class="ready__title">{ words.ready.clone() }</h3>
                <ul class="ready__list">
                    { for node.ready.iter().map(|it| html! { <li>{ text(it, words.lang) }</li> }) }
                </ul>
            </div>
        }
    }
}
