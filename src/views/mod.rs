//! The views that interact, one folder each: functions from what is and a way to say what happened to markup.
//!
//! Functions and not components, because each component costs the program two kilobytes (decision 0002).

mod guided;
mod hours;

pub(crate) use guided::guided;
pub(crate) use hours::hours;

use yew::{Callback, MouseEvent};

use crate::browser;
use crate::session::Action;

/// What a link does with the program there: the action, unless the reader wants a tab of its own.
pub(crate) fn follow(on_action: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    let on_action = on_action.clone();
    Callback::from(move |event: MouseEvent| {
        if browser::is_ours(&event) {
            event.prevent_default();
            on_action.emit(action.clone());
        }
    })
}

/// What a button does.
pub(crate) fn press(on_action: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    on_action.reform(move |_| action.clone())
}
