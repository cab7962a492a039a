//! What the views need to know of an event.

use web_sys::{Event, HtmlInputElement, KeyboardEvent, MouseEvent};
use yew::{AttrValue, TargetCast};

use super::document::has_failed;

/// The name of the field of an event, and the text that now stands in it.
pub(crate) fn typed(event: &Event) -> (String, AttrValue) {
    let field: Option<HtmlInputElement> = event.target_dyn_into();
    let read = field.map(|field| (field.name(), field.value().into()));
    read.unwrap_or_default()
}

/// Whether Enter was pressed in a field, and not to accept what an input method offers.
pub(crate) fn enters(event: &KeyboardEvent) -> bool {
    let field: Option<HtmlInputElement> = event.target_dyn_into();
    field.is_some() && event.key() == "Enter" && !event.is_composing()
}

/// Whether a click is the program's to follow: in this tab, and while the program works.
pub(crate) fn is_ours(event: &MouseEvent) -> bool {
    !(has_failed() || event.ctrl_key() || event.meta_key() || event.shift_key())
}
