//! The head of the view: its title, the buttons for all rows at once, what can be taken back, and the box to paste into.

use std::rc::Rc;

use yew::prelude::*;

use super::calculator::{HoursAction, Undoable};
use super::paste::PasteBox;
use crate::components::{button, pressed};
use crate::wording::Wording;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct HeadProps {
    pub(super) words: Rc<Wording>,
    pub(super) is_pasting: bool,
    pub(super) emptied: usize,
    pub(super) undo: Option<Undoable>,
    pub(super) on_action: Callback<HoursAction>,
}

#[component]
pub(super) fn Head(props: &HeadProps) -> Html {
    let HeadProps {
        words,
        is_pasting,
        emptied,
        undo,
        on_action,
    } = props;
    html! {
        <div class="hours__head">
            <h2 class="view__title" id="hours-title" tabindex="-1">{ words.rows.clone() }</h2>
            <div class="buttons hours__buttons">
                if !is_pasting {
                    { button("open-paste", "button", words.paste.clone(), pressed(on_action, HoursAction::PasteOpened)) }
                }
                { button("clear", "button button--text", words.clear.clone(), pressed(on_action, HoursAction::Cleared)) }
            </div>
            <p class="hours__lead">{ words.hours_lead.clone() }</p>
            if let Some(undo) = undo {
                <p class="undo">
                    <span>{ undone(*undo, words) }</span>
                    { button("undo", "button button--small", words.undo.clone(), pressed(on_action, HoursAction::Undone)) }
                </p>
            }
            <PasteBox {words} is_open={*is_pasting} {emptied} {on_action} />
        </div>
    }
}

/// The sentence about an act that can be taken back.
pub(super) fn undone(undo: Undoable, words: &Wording) -> String {
    match undo {
        Undoable::Cleared => words.cleared.to_string(),
        Undoable::Discarded => words.discarded.to_string(),
    }
}
