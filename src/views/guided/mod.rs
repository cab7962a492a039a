//! The guided view (逐步引導): the current node, its ways out and the way that led to it.

mod date_converter;
mod exits;
mod trail;

use guide::PageNodeKind;
use yew::prelude::*;

use crate::components::{content, keyed, put, tagged};
use crate::session::Session;
use crate::wording::Words;

pub(crate) fn guided(session: &Session, words: &Words) -> Html {
    let Some(node) = session.current() else {
        return Html::default();
    };
    let is_trouble = node.kind == PageNodeKind::Trouble;
    let mut kind = words.get(node.kind.into()).to_string();
    if let Some(left) = session.left() {
        put(&mut kind, "span class=card__left", &left);
    }
    let dates = node.dates.then(|| date_converter::view(session, words));
    let mut step = String::new();
    put(&mut step, "p class=card__kind", &kind);
    let heading = "h2 class=card__title id=guided-title tabindex=-1";
    put(&mut step, heading, &node.title);
    put(&mut step, "div class=prose", &node.body);
    let mut ways = exits::markup(&session.page, node, words);
    put(&mut ways, "div class=prose", &node.contacts);
    let parts = vec![content(&step), dates.unwrap_or_default(), content(&ways)];
    let card = tagged(
        "article",
        &["class", "data-kind", "data-node", "aria-current"],
        &[
            "card",
            if is_trouble { "trouble" } else { "" },
            &node.id,
            "step",
        ],
        parts,
    );
    tagged(
        "section",
        &["class", "id", "data-view", "aria-labelledby"],
        &["view guided", "guided", "guided", "guided-title"],
        vec![keyed(&node.id, card), trail::view(session, words)],
    )
}
