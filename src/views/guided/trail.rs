//! The way so far, each place of it a way back; Back and Start again.

use guide::PageExitKind;
use yew::prelude::*;

use crate::components::{button, content, prose, text};
use crate::session::{Action, Session, Trail};
use crate::views::press;
use crate::wording::{Word, Words};

pub(super) fn view(session: &Session, words: &Words, on_action: &Callback<Action>) -> Html {
    let place = |Trail {
                     position,
                     node,
                     exit,
                 }: Trail| {
        let onclick = press(on_action, Action::EarlierChosen(position));
        html! {
            <li key={node.id.clone()} class="trail__place">
                <button type="button" class="trail__button" data-action="change" {onclick}>
                    { content(&node.title) }
                    if exit.kind != PageExitKind::Next {
                        { prose("b", "trail__answer", &exit.text) }
                        { text("span", "trail__change", words.get(Word::Change)) }
                    }
                </button>
            </li>
        }
    };
    let begun = !session.visits.is_empty();
    let back = press(on_action, Action::BackPressed);
    let restart = press(on_action, Action::Restarted);
    html! {
        <div class="trail">
            { text("h3", "trail__title", words.get(Word::Trail)) }
            if begun {
                <ol class="trail__list">{ for session.trail().map(place) }</ol>
                <div class="buttons">
                    { button("button", "back", words.get(Word::Back), back) }
                    { button("button", "restart", words.get(Word::Restart), restart) }
                </div>
            } else {
                { text("p", "trail__empty", words.get(Word::TrailEmpty)) }
            }
        </div>
    }
}
