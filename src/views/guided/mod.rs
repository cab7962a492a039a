//! The guided view (逐步引導): the current node, its ways out and the way that led to it.

mod date_converter;
mod exits;
mod trail;

use guide::PageNodeKind;
use yew::prelude::*;

use crate::components::{content, prose, text};
use crate::session::Session;
use crate::wording::Words;

pub(crate) fn guided(session: &Session, words: &Words) -> Html {
    let Some(node) = session.current() else {
        return Html::default();
    };
    let is_trouble = node.kind == PageNodeKind::Trouble;
    html! {
        <section class="view guided" id="guided" data-view="guided" aria-labelledby="guided-title">
            <article
                key={node.id.clone()}
                class="card"
                data-kind={is_trouble.then_some("trouble")}
                data-node={node.id.clone()}
                aria-current="step"
            >
                <p class="card__kind">
                    { words.get(node.kind.into()) }
                    if let Some(left) = session.left() {
                        { text("span", "card__left", left) }
                    }
                </p>
                <h2 class="card__title" id="guided-title" tabindex="-1">{ content(&node.title) }</h2>
                { prose("div", "prose", &node.body) }
                if node.dates {
                    { date_converter::view(session, words) }
                }
                { content(&exits::markup(&session.page, node, words)) }
                { prose("div", "prose", &node.contacts) }
            </article>
            { prose("div", "trail", &trail::markup(session, words)) }
        </section>
    }
}
