//! The document: where the program lives, its data, its state for the style sheet, and the focus.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, HtmlElement, HtmlTextAreaElement, ScrollIntoViewOptions,
    ScrollLogicalPosition, Window,
};

use crate::guided::Walk;
use crate::page::PageData;
use crate::place::View;

#[allow(clippy::disallowed_methods)]
pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// `<html>`, whose attributes tell the style sheet what to show.
pub(super) fn root() -> Option<Element> {
    document()?.document_element()
}

/// Replaces the address without a new entry in the history.
/// Where it must not be written (a sandboxed frame), that costs the deep link and nothing else.
pub(super) fn replace_address(address: &str) {
    let history = window().and_then(|window| window.history().ok());
    let _ =
        history.map(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(address)));
}

pub(super) fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The element that holds a prerendered tree.
#[must_use]
pub fn root_of(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// The data of the page, or nothing where the block is missing or broken.
#[must_use]
pub fn page_data() -> Option<PageData> {
    page_data_of(&document()?)
}

pub(super) fn page_data_of(document: &Document) -> Option<PageData> {
    let lines = document.get_element_by_id("page-data")?.text_content()?;
    guide::from_lines(&lines).filter(PageData::is_sound)
}

/// Makes a panic visible as a failed program rather than as a dead page.
/// A program that cannot even start ends in an exception, which the page's own script marks in the same way.
pub fn mark_failure_on_panic() {
    #[cfg(feature = "browser")]
    yew::set_custom_panic_hook(Box::new(|_| {
        mark("data-app", "failed");
    }));
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

/// Whether focus and scrolling may be moved: in a frame that does not have the focus they would be taken from its host.
pub(super) fn may_move() -> bool {
    let is_framed = window().is_some_and(|window| window.parent().ok().flatten() != Some(window));
    !is_framed || document().is_some_and(|document| document.has_focus().unwrap_or_default())
}

/// Scrolls to an element, as far as needed.
pub(super) fn reveal(element: &Element) {
    if !may_move() {
        return;
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Moves the focus to an element, if it is there.
pub(super) fn focus(id: &str) {
    if let Some(element) = by_id(id) {
        focus_on(&element);
    }
}

/// Moves the focus to an element, a link of the map included: it can be focused as HTML elements can, although its type is another.
pub(super) fn focus_on(element: &HtmlElement) {
    if may_move() {
        // What cannot have the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Marks the page, and what is read stays where it is: not every engine sees to that, and none of them always.
pub(super) fn mark_in_place(name: &str, value: &str) {
    let read = reading();
    let top = || {
        let place = read.as_ref()?.get_bounding_client_rect();
        // What is hidden has no place.
        (place.height() > 0.0).then(|| place.top())
    };
    let before = top();
    mark(name, value);
    if let Some((window, (before, after))) = window().zip(before.zip(top())) {
        window.scroll_by_with_x_and_y(0.0, after - before);
    }
}

/// The element in the middle of the window, if the reader has scrolled to it.
pub(super) fn reading() -> Option<Element> {
    let window = window()?;
    if window.scroll_y().ok()? < 1.0 {
        return None;
    }
    let middle = |size: Result<JsValue, _>| Some(size.ok()?.as_f64()? as f32 / 2.0);
    let (x, y) = (
        middle(window.inner_width())?,
        middle(window.inner_height())?,
    );
    document()?.element_from_point(x, y)
}

/// Marks in the outline how each node stands to the reader, and where the reader is.
pub(super) fn mark_outline(walk: &Walk) {
    let Some(document) = document() else { return };
    let stops = walk.charted().stops;
    for (node, stop) in walk.page.edition.nodes.iter().zip(stops) {
        let state = stop.standing.id();
        let entry = by_id(&["outline-", &node.id].concat());
        if let Some(entry) =
            entry.filter(|it| it.get_attribute("data-state").as_deref() != Some(state))
        {
            set(&entry, "data-state", state);
        }
    }
    if let Ok(Some(marked)) = document.query_selector("[data-view=outline] [aria-current]") {
        let _ = marked.remove_attribute("aria-current");
    }
    let place = walk
        .current()
        .and_then(|node| by_id(&["outline-", &node.id].concat()));
    if let Some(place) = place {
        set(&place, "aria-current", "step");
    }
}

/// Moves the focus to the current place of the view that is shown.
pub(super) fn focus_place(walk: &Walk) {
    match (walk.view, walk.current()) {
        (View::Outline, Some(node)) if walk.node != walk.page.flow.start() => {
            focus(&["outline-", &node.id].concat());
        }
        (view, _) => focus(&[view.id(), "-title"].concat()),
    }
}

/// Empties the field to paste into.
pub(super) fn clear_paste() {
    let field = by_id("paste").and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    if let Some(field) = field {
        field.set_value("");
    }
}
