//! The rail: the way so far as dots on a line, each a way back, then what to do when a step does not work, and whom to ask.

use std::rc::Rc;

use flowchart::{EdgeIx, EdgeKind, NodeIx, NodeKind};
use guide::edition::Node;
use yew::prelude::*;

use super::actions::{anchor, ways};
use super::walk::WalkAction;
use crate::components::{Prose, button, pressed, text};
use crate::page::Page;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct RailProps {
    pub(super) page: Rc<Page>,
    pub(super) node: NodeIx,
    pub(super) taken: Rc<Vec<EdgeIx>>,
    pub(super) on_action: Callback<WalkAction>,
}

#[component]
pub(super) fn Rail(props: &RailProps) -> Html {
    let RailProps {
        page,
        node: at,
        taken,
        on_action,
    } = props;
    let Some(node) = page.node(*at) else {
        return Html::default();
    };
    let words = &page.words;
    html! {
        <div class="rail">
            if !taken.is_empty() {
                <div class="trail">
                    <h3 class="trail__title">{ words.trail.clone() }</h3>
                    <ol class="trail__list">
                        { for taken.iter().enumerate().map(|(position, edge)| place(page, position, *edge, on_action)) }
                        <li key="here" class="trail__place trail__place--here">{ text(&node.short, words.lang) }</li>
                    </ol>
                    { button("restart", "button button--text", words.restart.clone(), pressed(on_action, WalkAction::Restarted)) }
                </div>
            }
            <More key={&*node.id} {page} node={*at} {on_action} />
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
        <li key={position} class="trail__place">
            <button
                type="button"
                class="trail__button"
                data-action="change"
                onclick={pressed(on_action, WalkAction::EarlierChosen(position))}
            >
                { text(&node.short, words.lang) }
                if exit.kind != EdgeKind::Next {
                    { " " }<b class="trail__answer">{ text(&exit.text, words.lang) }</b>
                    <span class="trail__change">{ &words.change }</span>
                }
            </button>
        </li>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct MoreProps {
    page: Rc<Page>,
    node: NodeIx,
    on_action: Callback<WalkAction>,
}

/// Problems and contacts of a step, folded; at a problem the contacts are what is needed.
#[component]
fn More(props: &MoreProps) -> Html {
    let MoreProps {
        page,
        node: at,
        on_action,
    } = props;
    let Some(node) = page.node(*at) else {
        return Html::default();
    };
    let words = &page.words;
    let troubles: Vec<_> = ways(page, *at, EdgeKind::Trouble).collect();
    let is_trouble = |node: &Node| node.kind == NodeKind::Trouble;
    html! {
        <div class="more">
            if !troubles.is_empty() {
                <details class="more__part" data-part="troubles">
                    <summary>{ &words.troubles }</summary>
                    <ul>
                        { for troubles.iter().map(|(exit, to)| html! {
                            <li>
                                <a
                                    class="more__link"
                                    data-action="trouble"
                                    href={anchor(to)}
                                    onclick={pressed(on_action, WalkAction::ExitTaken(exit.edge))}
                                >
                                    { text(&exit.text, words.lang) }
                                </a>
                            </li>
                        }) }
                    </ul>
                </details>
            }
            if !node.contacts.0.is_empty() {
                <details class="more__part" data-part="contacts" open={is_trouble(node)}>
                    <summary>{ &words.contacts }</summary>
                    <Prose markup={node.contacts.clone()} />
                </details>
            }
        </div>
    }
}
