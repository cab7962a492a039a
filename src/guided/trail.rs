//! The way so far, each place of it a way back; Back and Start again.

use std::rc::Rc;

use flowchart::EdgeKind;
use yew::prelude::*;

use super::walk::{Visit, WalkAction};
use crate::components::{button, pressed, text};
use crate::page::Page;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct TrailProps {
    pub(super) page: Rc<Page>,
    pub(super) visits: Rc<Vec<Visit>>,
    pub(super) on_action: Callback<WalkAction>,
}

#[component]
pub(super) fn TrailView(props: &TrailProps) -> Html {
    let TrailProps {
        page,
        visits,
        on_action,
    } = props;
    let words = &page.words;
    html! {
        <div class="trail">
            <h3 class="trail__title">{ words.trail.clone() }</h3>
            if visits.is_empty() {
                <p class="trail__empty">{ words.trail_empty.clone() }</p>
            } else {
                <ol class="trail__list">
                    { for visits.iter().enumerate().map(|(position, visit)| place(page, position, *visit, on_action)) }
                </ol>
                <div class="buttons">
                    { button("back", "button", words.back.clone(), pressed(on_action, WalkAction::BackPressed)) }
                    { button("restart", "button", words.restart.clone(), pressed(on_action, WalkAction::Restarted)) }
                </div>
            }
        </div>
    }
}

fn place(page: &Page, position: usize, visit: Visit, on_action: &Callback<WalkAction>) -> Html {
    let Some((node, exit)) = page.node(visit.node).zip(page.exit(visit.node, visit.exit)) else {
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
