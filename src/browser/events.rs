//! Tells presses and keys that are the program's from those that are the browser's.

use web_sys::{KeyboardEvent, MouseEvent};

use super::document::is_app;

/// Whether a click is the program's to follow: in this tab, and while the program works.
pub(crate) fn is_plain_click(event: &MouseEvent) -> bool {
    !(is_app("failed") || event.ctrl_key() || event.meta_key() || event.shift_key())
}

/// Whether a key sends a form: Enter, but not to accept what an input method offers, which Safari tells by the old key code.
pub(crate) fn is_enter(event: &KeyboardEvent) -> bool {
    event.key() == "Enter" && !event.is_composing() && event.key_code() != 229
}
