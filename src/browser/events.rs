//! Reads what an event is about.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
    KeyboardEvent, MouseEvent,
};
use yew::{AttrValue, NodeRef};

use super::document::is_app;

/// The name and the text of a field or a choice; a box without its tick says nothing.
pub(super) fn read(field: &Element) -> Option<(String, AttrValue)> {
    let (name, text) = if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        let is_empty = input.type_() == "checkbox" && !input.checked();
        let text = if is_empty {
            String::new()
        } else {
            input.value()
        };
        (input.name(), text)
    } else {
        let choice = field.dyn_ref::<HtmlSelectElement>()?;
        (choice.name(), choice.value())
    };
    (!name.is_empty()).then(|| (name, text.into()))
}

/// The text of the field that an event is about.
pub(crate) fn typed_text(event: &Event) -> AttrValue {
    let field = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    field
        .and_then(|field| read(&field))
        .map_or_else(AttrValue::default, |(_, text)| text)
}

/// Whether a click is the program's to follow: in this tab, and while the program works.
pub(crate) fn is_plain_click(event: &MouseEvent) -> bool {
    !(is_app("failed") || event.ctrl_key() || event.meta_key() || event.shift_key())
}

/// Whether a key sends a form: Enter, but not to accept what an input method offers, which Safari tells by the old key code.
pub(crate) fn is_enter(event: &KeyboardEvent) -> bool {
    event.key() == "Enter" && !event.is_composing() && event.key_code() != 229
}

/// Takes the text out of a field: nothing of it stays in the page. In a page whose program has failed it stays.
pub(crate) fn take_text(field: &NodeRef) -> Option<String> {
    let field = field.cast::<HtmlTextAreaElement>();
    let field = field.filter(|_| !is_app("failed"))?;
    let text = field.value();
    field.set_value("");
    Some(text)
}

/// Presses an element that the reader does not see, such as the field for files.
pub(crate) fn press(element: &NodeRef) {
    if let Some(element) = element.cast::<HtmlElement>() {
        element.click();
    }
}
