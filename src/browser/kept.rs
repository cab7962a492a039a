//! A root of the page that something has changed before the program came: how that is told, and what a reader has left in it.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement, NodeList};

use super::document::{document, root, set};
use super::fields::paste_field;
use super::focus::focus_on;

/// Whether a root stands as it was prerendered; asked once, before it is taken over.
///
/// `data-nodes` is the fingerprint of its elements and comments; `watch.js` takes it away where anything was moved.
#[must_use]
pub fn is_as_made(root: &Element) -> bool {
    let told = root.get_attribute("data-nodes");
    let _ = root.remove_attribute("data-nodes");
    told.is_some() && told == names(root).map(|names| fingerprint(names.iter().map(String::as_str)))
}

/// The names of the elements and comments in a root, in the order of the page.
fn names(root: &Element) -> Option<Vec<String>> {
    const ELEMENTS_AND_COMMENTS: u32 = 0x1 | 0x80;
    let document = document()?;
    let walker = document.create_tree_walker_with_what_to_show(root, ELEMENTS_AND_COMMENTS);
    let walker = walker.ok()?;
    let mut names = Vec::new();
    while let Ok(Some(node)) = walker.next_node() {
        names.push(node.node_name());
    }
    Some(names)
}

/// Tells apart trees of different elements by their names, comments among them (FNV-1a, 32 bits); letter case does not matter.
#[must_use]
pub fn fingerprint<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut hash = 0x811c_9dc5_u32;
    for name in names {
        for byte in name.bytes().chain([b' ']) {
            hash = (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193);
        }
    }
    format!("{hash:x}")
}

/// Whether a translator has put texts of the program into elements of its own, which the program never writes.
pub(super) fn is_translated(root: &Element) -> bool {
    matches!(root.query_selector("#app font"), Ok(Some(_)))
}

/// The reader's place in a root that is made anew, beside the texts of its fields.
#[derive(Debug, PartialEq)]
pub struct Kept {
    /// The element with the focus, and the selection in it.
    focus: Option<(String, Option<(u32, u32)>)>,
    /// The text in the field to paste into, which is nobody's until it shall be read.
    paste: RefCell<String>,
    /// The parts that were unfolded, by their names.
    unfolded: Vec<String>,
}

impl From<&Element> for Kept {
    fn from(root: &Element) -> Self {
        let focused = document().and_then(|document| document.active_element());
        let focused = focused.filter(|element| root.contains(Some(element)));
        let paste = paste_field().filter(|field| root.contains(Some(field)));
        Self {
            focus: focused.and_then(|element| Some((selector(&element)?, selection(&element)))),
            paste: RefCell::new(paste.map(|field| field.value()).unwrap_or_default()),
            unfolded: unfolded(root),
        }
    }
}

/// The names of what is unfolded in a root.
fn unfolded(root: &Element) -> Vec<String> {
    let open = folds(root).filter(|fold| fold.has_attribute("open"));
    open.map(|fold| fold_name(&fold)).collect()
}

/// All that can be unfolded.
fn folds(root: &Element) -> impl Iterator<Item = Element> {
    let folds = root.query_selector_all("details").ok();
    let fold = |folds: NodeList| {
        (0..folds.length()).filter_map(move |number| folds.get(number)?.dyn_into().ok())
    };
    folds.into_iter().flat_map(fold)
}

/// Its class and its part tell it from all others in the roots.
fn fold_name(fold: &Element) -> String {
    let part = fold.get_attribute("data-part").unwrap_or_default();
    [&fold.class_name(), " ", &*part].concat()
}

/// The attributes by which an element is found again, the surest one first.
const NAMES: [&str; 7] = [
    "id",
    "name",
    "data-answer",
    "data-map-node",
    "data-map-answer",
    "data-action",
    "href",
];

fn selector(element: &Element) -> Option<String> {
    NAMES.into_iter().find_map(|name| {
        let value = element
            .get_attribute(name)
            .filter(|value| !value.is_empty())?;
        Some(format!("[{name}=\"{value}\"]"))
    })
}

fn selection(element: &Element) -> Option<(u32, u32)> {
    if let Some(field) = element.dyn_ref::<HtmlTextAreaElement>() {
        return field
            .selection_start()
            .ok()?
            .zip(field.selection_end().ok()?);
    }
    let field = element.dyn_ref::<HtmlInputElement>()?;
    field
        .selection_start()
        .ok()?
        .zip(field.selection_end().ok()?)
}

impl Kept {
    /// Puts it back; the text in the field to paste into is forgotten by this.
    pub(crate) fn put_back(&self) {
        for fold in root().iter().flat_map(folds) {
            if self.unfolded.contains(&fold_name(&fold)) {
                set(&fold, "open", "");
            }
        }
        let text = self.paste.take();
        if let Some(field) = paste_field().filter(|_| !text.is_empty()) {
            field.set_value(&text);
        }
        let Some((selector, selection)) = &self.focus else {
            return;
        };
        let Some(Ok(Some(element))) = document().map(|document| document.query_selector(selector))
        else {
            return;
        };
        if let Some(element) = element.dyn_ref::<HtmlElement>() {
            focus_on(element);
        }
        let Some((start, end)) = *selection else {
            return;
        };
        if let Some(field) = element.dyn_ref::<HtmlTextAreaElement>() {
            let _ = field.set_selection_range(start, end);
        } else if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
            let _ = field.set_selection_range(start, end);
        }
    }
}
