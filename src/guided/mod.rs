//! The guided view (逐步引導): the chapters, the current step with its ways on, and the rail with the way that led to it.

mod actions;
mod chapters;
mod date_converter;
mod rail;
mod step;
#[cfg(test)]
mod tests;
mod walk;

use std::rc::Rc;

use flowchart::{EdgeIx, NodeIx};
use yew::prelude::*;

use crate::page::Page;
pub(crate) use actions::{Actions, Answers};
use chapters::Chapters;
use rail::Rail;
use step::Step;
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
    let left = page.left(*node).map(AttrValue::from);
    html! {
        <section class="view guided" id="guided" data-view="guided" aria-labelledby="guided-title">
            <div class="guided__frame">
                if let Some(current) = page.chapter(*node, taken) {
                    <Chapters {page} {current} {left} />
                }
                <div class="guided__columns">
                    <Step key={&*id} {page} node={*node} has_way={!taken.is_empty()} {on_action} />
                    <Rail {page} node={*node} {taken} {on_action} />
                </div>
            </div>
        </section>
    }
}
