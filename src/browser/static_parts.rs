//! The parts of the page that are markup only (`data-static`): those of the other language take their place.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node};

use super::document::{document, set};
use super::focus::focus;

/// Replaces every part of the page that is markup only by the other page's.
pub(super) fn take_over(other: &Document) {
    let Some(document) = document() else { return };
    document.set_title(&other.title());
    if let (Some(root), Some(other_root)) = (document.document_element(), other.document_element())
    {
        let lang = other_root.get_attribute("lang").unwrap_or_default();
        set(&root, "lang", &lang);
    }
    if let Ok(parts) = other.query_selector_all("[data-static]") {
        for part in (0..parts.length()).filter_map(|number| parts.get(number)) {
            take_over_part(&document, part);
        }
    }
    // The link that was pressed has gone with its header; its twin goes on from there. Who types meanwhile goes on typing.
    let body = document.body().map(Element::from);
    if document
        .active_element()
        .is_none_or(|focused| Some(focused) == body)
    {
        focus("language");
    }
}

fn take_over_part(document: &Document, part: Node) {
    let Ok(part) = part.dyn_into::<Element>() else {
        return;
    };
    let name = part.get_attribute("data-static").unwrap_or_default();
    let selector = ["[data-static=", &name, "]"].concat();
    if let Ok(Some(old)) = document.query_selector(&selector) {
        let _ = old.replace_with_with_node_1(&part);
    }
}
