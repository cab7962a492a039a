//! What the program needs to know of an event.

use wasm_bindgen::JsValue;
use web_sys::MouseEvent;
use yew::AttrValue;

use super::data::{is_set, text};
use super::document::is_app;

/// The name and the text of a field or a choice; a box without its tick says nothing.
/// A text to be pasted is left where it is until the reader says that it shall be read.
pub(super) fn read(field: &JsValue) -> Option<(String, AttrValue)> {
    let name = text(field, "name").filter(|name| name != "paste")?;
    let is_empty = text(field, "type")? == "checkbox" && !is_set(field, "checked");
    let text = if is_empty { None } else { text(field, "value") };
    Some((name, text.unwrap_or_default().into()))
}

/// The field that an event is about.
pub(crate) fn field(event: &web_sys::Event) -> Option<(String, AttrValue)> {
    read(&event.target()?.into())
}

/// Whether a click is the program's to follow: in this tab, and while the program works.
pub(crate) fn is_ours(event: &MouseEvent) -> bool {
    !(is_app("failed") || event.ctrl_key() || event.meta_key() || event.shift_key())
}
