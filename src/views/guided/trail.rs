//! The way so far, each place of it a way back; Back and Start again.

use guide::PageExitKind;

use crate::components::{put, put_button, put_word};
use crate::session::Session;
use crate::wording::{Word, Words};

pub(super) fn markup(session: &Session, words: &Words) -> String {
    let mut html = String::new();
    put_word(&mut html, "h3 class=trail__title", words, Word::Trail, &[]);
    if session.visits.is_empty() {
        put_word(
            &mut html,
            "p class=trail__empty",
            words,
            Word::TrailEmpty,
            &[],
        );
        return html;
    }
    let mut places = String::new();
    for place in session.trail() {
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
        put(&mut places, "li class=trail__place", &button);
    }
    put(&mut html, "ol class=trail__list", &places);
    let mut buttons = String::new();
    put_button(&mut buttons, "", "back", words, Word::Back);
    put_button(&mut buttons, "", "restart", words, Word::Restart);
    put(&mut html, "div class=buttons", &buttons);
    html
}
