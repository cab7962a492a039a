//! The guided view (逐步引導): the current node, its ways out and the way that led to it.

mod date_converter;
mod trail;

use flowchart::StepsLeft;
use guide::{PageExit, PageExitKind, PageNode, PageNodeKind};
use yew::prelude::*;

use super::follow;
use crate::components::{element, prose, text};
use crate::session::{Action, Page, Session, View};
use crate::wording::{Word, Words};

pub(crate) fn guided(session: &Session, words: &Words, on_action: &Callback<Action>) -> Html {
    let Some(node) = session.current() else {
        return Html::default();
    };
    let kind = match node.kind {
        PageNodeKind::Question => Word::Question,
        PageNodeKind::Step => Word::Step,
        PageNodeKind::Trouble => Word::Trouble,
        PageNodeKind::Outcome => Word::Outcome,
    };
    let class = match node.kind {
        PageNodeKind::Trouble => "card card--trouble",
        _ => "card",
    };
    html! {
        <section class="view guided" id="guided" data-view="guided" aria-labelledby="guided-title">
            <article
                key={node.id.clone()}
                {class}
                data-node={node.id.clone()}
                aria-current="step"
            >
                <p class="card__kind">
                    { words.get(kind) }
                    if let Some(left) = session.steps_left().filter(|left| left.most > 0) {
                        { text("span", "card__left", steps_left(left, words)) }
                    }
                </p>
                <h2 class="card__title" id="guided-title" tabindex="-1">{ node.title.clone() }</h2>
                { prose("prose", &node.body) }
                if node.dates {
                    { date_converter::view(session, words, on_action) }
                }
                { exits(&session.page, node, words, on_action) }
                { prose("prose", &node.contacts) }
            </article>
            { trail::view(session, words, on_action) }
        </section>
    }
}

fn steps_left(left: StepsLeft, words: &Words) -> String {
    if left.fewest == left.most {
        words.count(Word::StepLeft, Word::StepsLeft, left.most)
    } else {
        let (fewest, most) = (left.fewest.to_string(), left.most.to_string());
        words.fill(Word::StepsRange, &[&fewest, &most])
    }
}

fn exits(page: &Page, node: &PageNode, words: &Words, on_action: &Callback<Action>) -> Html {
    let link = |number: usize, exit: &PageExit, class: &'static str, content: Html| {
        let to = page.node(exit.to)?;
        let (answer, action) = match exit.kind {
            PageExitKind::Answer => (Some([&node.id, ":", &exit.id].concat()), None),
            PageExitKind::Next => (None, Some("next")),
            PageExitKind::Trouble => (None, Some("trouble")),
        };
        let onclick = follow(on_action, Action::ExitTaken(number));
        Some(html! {
            <a
                {class}
                href={["#outline-", &to.id].concat()}
                data-answer={answer}
                data-action={action}
                {onclick}
            >
                { content }
            </a>
        })
    };
    let main = |(number, exit): (usize, &PageExit)| match exit.kind {
        PageExitKind::Answer => {
            let content = html! {
                <>
                    { exit.text.clone() }
                    if !exit.hint.is_empty() {
                        { text("span", "choice__hint", exit.hint.clone()) }
                    }
                </>
            };
            link(number, exit, "choice", content)
        }
        PageExitKind::Next => {
            let title = page
                .node(exit.to)
                .map(|to| to.title.clone())
                .unwrap_or_default();
            let content = html! {
                <>{ text("b", "", words.get(Word::Next)) }{ text("span", "choice__hint", title) }</>
            };
            link(number, exit, "choice choice--next", content)
        }
        PageExitKind::Trouble => None,
    };
    let trouble = |(number, exit): (usize, &PageExit)| {
        let text = Html::from(exit.text.clone());
        let link = (exit.kind == PageExitKind::Trouble).then(|| link(number, exit, "", text));
        link.flatten().map(|link| element("li", "", link))
    };
    let troubles: Vec<Html> = node.exits.iter().enumerate().filter_map(trouble).collect();
    html! {
        <>
            <div class="choices">
                { for node.exits.iter().enumerate().filter_map(main) }
                if node.kind == PageNodeKind::Outcome {
                    { to_hours(words, on_action) }
                }
            </div>
            if !troubles.is_empty() {
                <div class="troubles">
                    { text("h3", "troubles__title", words.get(Word::Troubles)) }
                    <ul>{ for troubles }</ul>
                </div>
            }
        </>
    }
}

fn to_hours(words: &Words, on_action: &Callback<Action>) -> Html {
    let onclick = follow(on_action, Action::ViewChosen(View::Hours));
    html! { <a class="choice choice--next" href="#hours" {onclick}>{ words.get(Word::CheckHours) }</a> }
}
