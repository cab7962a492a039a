//! What the views need to know of an event.

use wasm_bindgen::JsValue;
use web_sys::{Event, HtmlInputElement, KeyboardEvent, MouseEvent};
use yew::{AttrValue, TargetCast};

use super::data::{is_set, text};
use super::document::has_failed;

/// The name of the field of an event, and the text that now stands in it.
pub(crate) fn typed(event: &Event) -> (String, AttrValue) {
    let field = event.target();
    field.and_then(|field| read(&field)).unwrap_or_default()
}

/// The name and the text of a field or a choice; a box without its tick says nothing.
/// A text to be pasted is left where it is until the reader says that it shall be read.
pub(super) fn read(field: &JsValue) -> Option<(String, AttrValue)> {
    let name = text(field, "name")?;
    let is_empty =
        name == "paste" || (text(field, "type")? == "checkbox" && !is_set(field, "checked"));
    let text = if is_empty { None } else { text(field, "value") };
    Some((name, text.unwrap_or_default().into()))
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
