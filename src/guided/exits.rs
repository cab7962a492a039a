//! The ways out of the current node: answers or the next step first, then what to do when it does not work.

use std::rc::Rc;

use flowchart::{EdgeKind, NodeKind};
use guide::edition::{Exit, Node};
use yew::prelude::*;

use super::walk::WalkAction;
use crate::components::{pressed, text};
use crate::page::Page;
use crate::place::View;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ExitsProps {
    pub(super) page: Rc<Page>,
    pub(super) node: usize,
    pub(super) on_action: Callback<WalkAction>,
}

#[component]
pub(super) fn Exits(props: &ExitsProps) -> Html {
    let ExitsProps {
        page,
        node: number,
        on_action,
    } = props;
    let Some(node) = page.node(*number) else {
        return Html::default();
    };
    let words = &page.words;
    let ways = || {
        let exits = node.exits.iter().enumerate();
        exits.filter_map(|(number, exit)| Some((number, exit, page.node(exit.to)?)))
    };
    let is_trouble = |exit: &Exit| exit.kind == EdgeKind::Trouble;
    let hours = WalkAction::PlaceOpened(View::Hours.into());
    html! {
        <>
            <div class="choices">
                { for ways().filter(|(_, exit, _)| !is_trouble(exit)).map(|(number, exit, to)| choice(page, node, number, exit, to, on_action)) }
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
                        { for ways().filter(|(_, exit, _)| is_trouble(exit)).map(|(number, exit, to)| html! {
                            <li>
                                <a
                                    class="troubles__link"
                                    data-action="trouble"
                                    href={anchor(to)}
                                    data-exit={number.to_string()}
                                    onclick={pressed(on_action, WalkAction::ExitTaken(number))}
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

fn choice(
    page: &Page,
    node: &Node,
    number: usize,
    exit: &Exit,
    to: &Node,
    on_action: &Callback<WalkAction>,
) -> Html {
    let words = &page.words;
    let onclick = pressed(on_action, WalkAction::ExitTaken(number));
    if exit.kind == EdgeKind::Answer {
        html! {
            <a
                class="choice"
                href={anchor(to)}
                data-exit={number.to_string()}
                data-answer={[&node.id, ":", &exit.id].concat()}
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
                data-exit={number.to_string()}
                {onclick}
            >
                { &words.next }
                <span class="choice__hint">{ text(&to.title, words.lang) }</span>
            </a>
        }
    }
}
