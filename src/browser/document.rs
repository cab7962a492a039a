//! The window, its document, and the attributes of `<html>`, which tell the style sheet what to show.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Window};

#[allow(clippy::disallowed_methods)]
pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// `<html>`.
pub(super) fn root() -> Option<Element> {
    document()?.document_element()
}

pub(super) fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Whether the page stands in a frame.
pub(super) fn is_framed() -> bool {
    window().is_some_and(|window| window.parent().ok().flatten() != Some(window))
}

/// Whether the page says this of the program: `static`, `ready`, or `failed`, after which what it shows may be old.
pub(super) fn is_app(state: &str) -> bool {
    let said = root().and_then(|root| root.get_attribute("data-app"));
    said.as_deref() == Some(state)
}

pub(super) fn mark(name: &str, value: &str) {
    if let Some(root) = root() {
        set(&root, name, value);
    }
}

pub(super) fn set(element: &Element, name: &str, value: &str) {
    // The attribute names are ours and valid, so setting one cannot fail.
    let _ = element.set_attribute(name, value);
}
