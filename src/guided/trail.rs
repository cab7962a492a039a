//! The way so far, each place of it a way back; Back and Start again.

use std::rc::Rc;

use flowchart::{EdgeIx, EdgeKind};
use yew::prelude::*;

use super::walk::WalkAction;
use crate::components::{button, pressed, text};
use crate::page::Page;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct TrailProps {
    pub(super) page: Rc<Page>,
    pub(super) taken: Rc<Vec<EdgeIx>>,
    pub(super) on_action: Callback<WalkAction>,
}

#[component]
pub(super) fn TrailView(props: &TrailProps) -> Html {
    let TrailProps {
        page,
        taken,
        on_action,
    } = props;
    let words = &page.words;
    html! {
        <div class="trail">
            <h3 class="trail__title">{ words.trail.clone() }</h3>
            if taken.is_empty() {
                <p class="trail__empty">{ words.trail_empty.clone() }</p>
            } else {
                <ol class="trail__list">
                    { for taken.iter().enumerate().map(|(position, edge)| place(page, position, *edge, on_action)) }
                </ol>
                <div class="buttons">
                    { button("back", "button", words.back.clone(), pressed(on_action, WalkAction::BackPressed)) }
                    { button("restart", "button", words.restart.clone(), pressed(on_action, WalkAction::Restarted)) }
                </div>
            }
        </div>
    }
}

fn place(page: &Page, position: usize, edge: EdgeIx, on_action: &Callback<WalkAction>) -> Html {
    let from = page.flow.edge(edge).and_then(|edge| page.node(edge.from));
    let Some((node, exit)) = from.zip(page.exit(edge)) else {
        return Html::default();
    };
    let words = &page.words;
    html! {
        <li key={position}>
            <button
                type="button"
                class="trail__button"
                data-action="change"
                onclick={pressed(on_action, WalkAction::EarlierChosen(position))}
            >
                { text(&node.title, words.lang) }
                if exit.kind != EdgeKind::Next {
                    <b class="trail__answer">{ text(&exit.text, words.lang) }</b>
                    <span class="trail__change">{ &words.change }</span>
                }
            </button>
        </li>
    }
}
