//! The actions at the current node: its answers, and one row with the next step, the way back and the official page.

use std::rc::Rc;

use flowchart::{EdgeKind, NodeIx, NodeKind};
use guide::edition::{Exit, Link, Node};
use yew::prelude::*;

use super::walk::WalkAction;
use crate::components::{Icon, icon, pressed, text};
use crate::page::Page;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AnswersProps {
    pub(crate) page: Rc<Page>,
    pub(crate) node: NodeIx,
    pub(crate) on_action: Callback<WalkAction>,
}

/// The answers of a question.
#[component]
pub(crate) fn Answers(props: &AnswersProps) -> Html {
    let page = &props.page;
    html! {
        <div class="answers">
            { for ways(page, props.node, EdgeKind::Answer).map(|(exit, to)| html! {
                <a
                    class="answers__answer"
                    href={anchor(to)}
                    data-answer={page.answer_name(exit.edge)}
                    onclick={pressed(&props.on_action, WalkAction::ExitTaken(exit.edge))}
                >
                    <span class="answers__text">{ text(&exit.text, page.words.lang) }</span>
                    if !exit.hint.is_empty() {
                        <span class="answers__hint">{ text(&exit.hint, page.words.lang) }</span>
                    }
                </a>
            }) }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ActionsProps {
    pub(crate) page: Rc<Page>,
    pub(crate) node: NodeIx,
    pub(crate) has_way: bool,
    pub(crate) on_action: Callback<WalkAction>,
}

/// The row below a step.
#[component]
pub(crate) fn Actions(props: &ActionsProps) -> Html {
    let ActionsProps {
        page,
        node: at,
        has_way,
        on_action,
    } = props;
    let Some(node) = page.node(*at) else {
        return Html::default();
    };
    let words = &page.words;
    // The first step is to open the official page; elsewhere the reader comes back to it.
    let is_opening = *at == page.flow.start() && node.open.is_some();
    let open = |class| node.open.as_ref().map(|link| open(page, link, class));
    let next = |(exit, to): (&Exit, &Node)| {
        let (class, word) = if is_opening {
            ("button button--line", &words.opened)
        } else {
            ("button button--main", &words.next)
        };
        html! {
            <a
                {class}
                data-action="next"
                href={anchor(to)}
                onclick={pressed(on_action, WalkAction::ExitTaken(exit.edge))}
            >
                { word }
            </a>
        }
    };
    html! {
        <div class="actions">
            <div class="actions__go">
                if is_opening {
                    { for open("button button--main") }
                }
                { for ways(page, *at, EdgeKind::Next).map(next) }
                if node.kind == NodeKind::Outcome {
                    <a class="button button--main" href="#hours" onclick={pressed(on_action, WalkAction::FillingChosen)}>
                        { &words.check_hours }
                    </a>
                }
                if *has_way {
                    <button
                        type="button"
                        class="button button--text"
                        data-action="back"
                        onclick={pressed(on_action, WalkAction::BackPressed)}
                    >
                        { icon(Icon::Back) }<span class="actions__back">{ &words.back }</span>
                    </button>
                }
            </div>
            if !is_opening {
                { for open("button button--line") }
            }
        </div>
    }
}

/// The exits of a kind with the nodes that they lead to.
pub(super) fn ways(
    page: &Page,
    node: NodeIx,
    kind: EdgeKind,
) -> impl Iterator<Item = (&Exit, &Node)> {
    let exits = page.node(node).into_iter().flat_map(|node| &node.exits);
    exits
        .filter(move |exit| exit.kind == kind)
        .filter_map(|exit| Some((exit, page.node(exit.to)?)))
}

/// Without the program each way is a link into the outline.
pub(super) fn anchor(node: &Node) -> String {
    ["#outline-", &node.id].concat()
}

/// The official page on which the step is done.
fn open(page: &Page, link: &Link, class: &'static str) -> Html {
    let words = &page.words;
    html! {
        <a {class} href={&link.href} target="_blank" rel="noopener noreferrer">
            { text(&link.text, words.lang) }{ icon(Icon::External) }<span class="new-tab">{ &words.new_tab }</span>
        </a>
    }
}
