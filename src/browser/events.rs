//! What the views need to know of an event.

use super::document::has_failed;
use web_sys::{Event, HtmlInputElement, KeyboardEvent, MouseEvent};
use yew::{AttrValue, TargetCast};

/// The text that now stands in the field of an event.
pub(crate) fn typed(event: &Event) -> AttrValue {
    let field: Option<HtmlInputElement> = event.target_dyn_into();
    field.map(|field| field.value()).unwrap_or_default().into()
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
