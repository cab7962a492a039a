//! The full guide, which is markup of the page: the program marks in it how its nodes stand, and opens it at a place.

use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::document::{by_id, document, is_app, set, window};
use super::focus::may_move;
use super::time::use_after_paint;
use crate::guided::Walk;
use crate::map::Standing;
use crate::place::View;

/// Marks in the outline how each node stands to the reader, and where the reader is.
#[hook]
pub(crate) fn use_outline_mark(walk: &Rc<Walk>) {
    // With another page came another outline, in its language.
    let way = (walk.page.clone(), walk.taken.clone(), walk.node);
    let walk = walk.clone();
    use_after_paint(walk.arrived.then_some(way), move |_| mark(&walk));
}

/// Scrolls to the current node of a page that opens in the full guide, before it is ready.
#[hook]
pub(crate) fn use_outline_entry(walk: &Rc<Walk>) {
    let walk = walk.clone();
    use_after_paint(walk.arrived.then_some(walk.view), move |view| {
        if is_app("static") && *view == View::Outline {
            show_entry(&walk);
        }
    });
}

fn mark(walk: &Walk) {
    let Some(document) = document() else { return };
    let charted = walk.charted();
    for (node, stop) in walk.page.edition.nodes.iter().zip(&charted.stops) {
        let Some(entry) = entry_of(&node.id) else {
            continue;
        };
        mark_standing(&entry, stop.standing);
        // On paper a question has the answer that was given.
        for exit in node.exits.iter().filter(|exit| !exit.id.is_empty()) {
            let answer = entry.query_selector(&format!("[data-exit={}]", exit.id));
            let line = charted.lines.iter().find(|(edge, _)| *edge == exit.edge);
            if let (Ok(Some(answer)), Some((_, standing))) = (answer, line) {
                mark_standing(&answer, *standing);
            }
        }
    }
    if let Ok(Some(marked)) = document.query_selector("[data-view=outline] [aria-current]") {
        let _ = marked.remove_attribute("aria-current");
    }
    if let Some(place) = walk.current().and_then(|node| entry_of(&node.id)) {
        set(&place, "aria-current", "step");
    }
}

fn mark_standing(element: &Element, standing: Standing) {
    let state = standing.id();
    if element.get_attribute("data-state").as_deref() != Some(state) {
        set(element, "data-state", state);
    }
}

/// Scrolls to the current node, unless the reader is there or has scrolled already.
fn show_entry(walk: &Walk) {
    let is_at_top = window().is_some_and(|window| window.scroll_y().unwrap_or_default() < 1.0);
    let node = walk
        .current()
        .filter(|_| walk.node != walk.page.flow.start());
    let entry = node.and_then(|node| entry_of(&node.id));
    if let Some(entry) = entry.filter(|_| is_at_top && may_move()) {
        entry.scroll_into_view();
    }
}

pub(super) fn entry_of(id: &str) -> Option<HtmlElement> {
    by_id(&["outline-", id].concat())
}
