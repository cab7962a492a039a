//! The fields of the page: what stands in them, and what is taken out of them.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
};
use yew::{AttrValue, NodeRef};

use super::document::{by_id, is_app, root};

/// The texts that stand in the fields of the page: name and text.
pub(super) fn typed() -> Vec<(String, AttrValue)> {
    root().map_or_else(Vec::new, |root| typed_in(&root))
}

/// The texts that stand in the fields for hours within an element: name and text.
#[must_use]
pub fn typed_in(root: &Element) -> Vec<(String, AttrValue)> {
    let Ok(fields) = root.query_selector_all("#hours input,#hours select") else {
        return Vec::new();
    };
    (0..fields.length())
        .filter_map(|number| read(fields.get(number)?.dyn_ref()?))
        .filter(|(_, text)| !text.is_empty())
        .collect()
}

/// The text of the field that an event is about.
pub(crate) fn typed_text(event: &Event) -> AttrValue {
    let field = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    field
        .and_then(|field| read(&field))
        .map_or_else(AttrValue::default, |(_, text)| text)
}

/// The name and the text of a field or a choice; a box without its tick says nothing.
fn read(field: &Element) -> Option<(String, AttrValue)> {
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

/// The text in a field to paste into, where it stays; nothing in a page whose program has failed.
pub(crate) fn pasted_text(field: &NodeRef) -> Option<String> {
    let field = field.cast::<HtmlTextAreaElement>();
    field
        .filter(|_| !is_app("failed"))
        .map(|field| field.value())
}

/// The field to paste into.
pub(super) fn paste_field() -> Option<HtmlTextAreaElement> {
    by_id("paste")?.dyn_into().ok()
}

/// Presses an element that the reader does not see, such as the field for files.
pub(crate) fn press(element: &NodeRef) {
    if let Some(element) = element.cast::<HtmlElement>() {
        element.click();
    }
}
