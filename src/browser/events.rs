//! What the views need to know of an event.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, InputEvent, KeyboardEvent, MouseEvent};
use yew::{AttrValue, TargetCast};

/// The text that now stands in the field of an input event.
pub(crate) fn typed(event: &InputEvent) -> AttrValue {
    let field: Option<HtmlInputElement> = event.target_dyn_into();
    field.map(|field| field.value()).unwrap_or_default().into()
}

/// Whether a key was pressed in a field rather than on a button.
pub(crate) fn is_field(event: &KeyboardEvent) -> bool {
    event
        .target()
        .is_some_and(|target| target.has_type::<HtmlInputElement>())
}

/// Whether a click means this tab, not a new one.
pub(crate) fn keeps_tab(event: &MouseEvent) -> bool {
    !(event.ctrl_key() || event.meta_key() || event.shift_key())
}
