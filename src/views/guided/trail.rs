//! The way so far, each place of it a way back; Back and Start again.

use guide::PageExitKind;
use yew::prelude::*;

use crate::components::{content, group, groups, keyed, prose, put, put_button, put_word};
use crate::session::Session;
use crate::wording::{Word, Words};

pub(super) fn view(session: &Session, words: &Words) -> Html {
    let mut head = String::new();
    put_word(&mut head, "h3 class=trail__title", words, Word::Trail, &[]);
    if session.visits.is_empty() {
        put_word(
            &mut head,
            "p class=trail__empty",
            words,
            Word::TrailEmpty,
            &[],
        );
        return prose("div", "trail", &head);
    }
    // Each place with a key: a step adds one, and those that stand there stay.
    let places = session.trail().map(|place| {
        let mut name = place.node.title.clone();
        if place.exit.kind != PageExitKind::Next {
            put(&mut name, "b class=trail__answer", &place.exit.text);
            put_word(
                &mut name,
                "span class=trail__change",
                words,
                Word::Change,
                &[],
            );
        }
        let number = place.position.to_string();
        let tag = [
            "button type=button class=trail__button data-action=change value=",
            &number,
        ];
        let mut button = String::new();
        put(&mut button, &tag.concat(), &name);
        keyed(&number, prose("li", "", &button))
    });
    let mut buttons = String::new();
    put_button(&mut buttons, "", "back", words, Word::Back);
    put_button(&mut buttons, "", "restart", words, Word::Restart);
    let parts = [
        content(&head),
        groups("ol", "trail__list", places.collect()),
        prose("div", "buttons", &buttons),
    ];
    group("div", "trail", parts)
}
