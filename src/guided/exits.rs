//! The ways out of the current node: answers or the next step first, then what to do when it does not work.

use std::rc::Rc;

use flowchart::{EdgeKind, NodeIx, NodeKind};
use guide::edition::{Exit, Node};
use yew::prelude::*;

use super::walk::WalkAction;
use crate::components::{pressed, text};
use crate::page::Page;
use crate::place::View;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ExitsProps {
    pub(super) page: Rc<Page>,
    pub(super) node: NodeIx,
    pub(super) on_action: Callback<WalkAction>,
}

#[component]
pub(super) fn Exits(props: &ExitsProps) -> Html {
    let ExitsProps {
        page,
        node: at,
        on_action,
    } = props;
    let Some(node) = page.node(*at) else {
        return Html::default();
    };
    let words = &page.words;
    let ways = || {
        let exits = node.exits.iter();
        exits.filter_map(|exit| Some((exit, page.node(exit.to)?)))
    };
    let is_trouble = |exit: &Exit| exit.kind == EdgeKind::Trouble;
    let hours = WalkAction::PlaceOpened(View::Hours.into());
    html! {
        <>
            <div class="choices">
                { for ways().filter(|(exit, _)| !is_trouble(exit)).map(|(exit, to)| choice(page, exit, to, on_action)) }
                if node.kind == NodeKind::Outcome {
                    <a class="choice choice--next" href="#hours" onclick={pressed(on_action, hours)}>
                        { &words.check_hours }
                    </a>
                }
            </div>
            if node.exits.iter().any(is_trouble) {
                <div class="troubles">
                    <h3 class="troubles__title">{ &words.troubles }</h3>
                    <ul>
                        { for ways().filter(|(exit, _)| is_trouble(exit)).map(|(exit, to)| html! {
                            <li>
                                <a
                                    class="troubles__link"
                                    data-action="trouble"
                                    href={anchor(to)}
                                    onclick={pressed(on_action, WalkAction::ExitTaken(exit.edge))}
                                >
                                    { text(&exit.text, words.lang) }
                                </a>
                            </li>
                        }) }
                    </ul>
                </div>
            }
        </>
    }
}

/// Without the program each way is a link into the outline.
fn anchor(node: &Node) -> String {
    ["#outline-", &node.id].concat()
}

fn choice(page: &Page, exit: &Exit, to: &Node, on_action: &Callback<WalkAction>) -> Html {
    let words = &page.words;
    let onclick = pressed(on_action, WalkAction::ExitTaken(exit.edge));
    if exit.kind == EdgeKind::Answer {
        html! {
            <a
                class="choice"
                href={anchor(to)}
                data-answer={page.answer_name(exit.edge)}
                {onclick}
            >
                { text(&exit.text, words.lang) }
                if !exit.hint.is_empty() {
                    <span class="choice__hint">{ text(&exit.hint, words.lang) }</span>
                }
            </a>
        }
    } else {
        html! {
            <a
                class="choice choice--next"
                data-action="next"
                href={anchor(to)}
                {onclick}
            >
                { &words.next }
                <span class="choice__hint">{ text(&to.title, words.lang) }</span>
            </a>
        }
    }
}
