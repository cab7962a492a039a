//! The guided view (逐步引導): the current node, its ways out and the way that led to it.

mod date_converter;
mod exits;
mod trail;

use flowchart::StepsLeft;
use guide::PageNodeKind;
use yew::prelude::*;

use crate::components::{content, prose, text};
use crate::session::{Action, Session};
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
                <h2 class="card__title" id="guided-title" tabindex="-1">{ content(&node.title) }</h2>
                { prose("div", "prose", &node.body) }
                if node.dates {
                    { date_converter::view(session, words, on_action) }
                }
                { exits::view(&session.page, node, words, on_action) }
                { prose("div", "prose", &node.contacts) }
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
