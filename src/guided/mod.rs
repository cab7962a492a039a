//! The guided view (逐步引導): the current node, its ways out and the way that led to it.

mod date_converter;
mod exits;
#[cfg(test)]
mod tests;
mod trail;
mod walk;

use std::rc::Rc;

use flowchart::{EdgeIx, NodeIx, NodeKind};
use yew::prelude::*;

use crate::components::{Prose, text};
use crate::page::Page;
use date_converter::DateConverter;
use exits::Exits;
use trail::TrailView;
pub use walk::{Attention, Walk, WalkAction, Way};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct GuidedProps {
    pub(crate) page: Rc<Page>,
    pub(crate) node: NodeIx,
    pub(crate) taken: Rc<Vec<EdgeIx>>,
    pub(crate) on_action: Callback<WalkAction>,
}

#[component]
pub(crate) fn Guided(props: &GuidedProps) -> Html {
    let GuidedProps {
        page,
        node,
        taken,
        on_action,
    } = props;
    let id = page
        .node(*node)
        .map(|node| node.id.clone())
        .unwrap_or_default();
    html! {
        <section class="view guided" id="guided" data-view="guided" aria-labelledby="guided-title">
            <Card key={&*id} {page} node={*node} {on_action} />
            <TrailView {page} {taken} {on_action} />
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CardProps {
    page: Rc<Page>,
    node: NodeIx,
    on_action: Callback<WalkAction>,
}

#[component]
fn Card(props: &CardProps) -> Html {
    let CardProps {
        page,
        node: at,
        on_action,
    } = props;
    let Some(node) = page.node(*at) else {
        return Html::default();
    };
    let words = &page.words;
    let is_trouble = node.kind == NodeKind::Trouble;
    html! {
        <article
            class="card"
            data-kind={is_trouble.then_some("trouble")}
            data-node={&node.id}
            aria-current="step"
        >
            <p class="card__kind">
                { words.node_kind(node.kind) }
                if let Some(left) = page.left(*at) {
                    <span class="card__left">{ left }</span>
                }
            </p>
            <h2 class="card__title" id="guided-title" tabindex="-1">{ text(&node.title, words.lang) }</h2>
            <Prose class="prose" markup={node.body.clone()} />
            if node.has_date_converter {
                <DateConverter {page} />
            }
            <Exits {page} node={*at} {on_action} />
            <Prose class="prose" markup={node.contacts.clone()} />
        </article>
    }
}
