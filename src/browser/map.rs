//! Focus and scrolling on the map.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::document::{document, is_app};
use super::focus::{focus_on, reveal};
use super::time::use_after_paint;
use crate::guided::{Attention, Walk};
use crate::map::{Move, Spot};
use crate::place::View;

/// Scrolls the map, where it is shown, to a place that was reached from elsewhere or that the page opens at.
#[hook]
pub(crate) fn use_map_follow(walk: &Rc<Walk>) {
    let place = walk.arrived.then_some((walk.view, walk.node));
    let walk = walk.clone();
    use_after_paint(place, move |(view, node)| {
        let is_asked = matches!(walk.attention, (0, _) | (_, Attention::Place));
        // The start stands at the top.
        if is_asked && *view == View::Map && *node != walk.page.flow.start() {
            scroll(&walk);
        }
    });
}

/// Scrolls to the current node, as far as needed.
fn scroll(walk: &Walk) {
    if let Some(link) = link_of(&walk.spot_name(Spot::Node(walk.node))) {
        reveal_link(&link);
    }
}

/// Moves the focus to a spot.
pub(super) fn focus(walk: &Walk, spot: Spot) {
    focus_spot(&walk.spot_name(spot));
}

/// Moves the focus to the spot with this name.
pub(crate) fn focus_spot(name: &str) {
    if let Some(link) = link_of(name) {
        focus_on(link.unchecked_ref());
        reveal_link(&link);
    }
}

fn link_of(name: &str) -> Option<Element> {
    let link = [
        "[data-map-node='",
        name,
        "'],[data-map-answer='",
        name,
        "']",
    ]
    .concat();
    document()?.query_selector(&link).ok()?
}

/// Scrolls to a link of the map, as far as needed: to its shapes, of which the hidden ones have no place.
/// Firefox does not scroll to a link within a drawing, neither when asked nor when it gets the focus.
pub(super) fn reveal_link(link: &Element) {
    let Ok(shapes) = link.query_selector_all("rect,path") else {
        return;
    };
    let shapes = (0..shapes.length()).filter_map(|number| shapes.get(number));
    for shape in shapes.filter_map(|shape| shape.dyn_into::<Element>().ok()) {
        reveal(&shape);
    }
}

/// Scrolls to the link of the map that an event is about: where Tab has led to it, the engine may not have scrolled.
pub(crate) fn reveal_target(event: &KeyboardEvent) {
    if let Some(link) = event.target_dyn_into::<Element>() {
        reveal_link(&link);
    }
}

/// Where a key leads on the map, if it is one of its keys: arrows, Home and End.
pub(crate) fn map_move(key: &KeyboardEvent) -> Option<Move> {
    if is_app("failed") || key.ctrl_key() || key.meta_key() || key.alt_key() || key.shift_key() {
        return None;
    }
    Some(match key.key().as_str() {
        "ArrowUp" => Move::Up,
        "ArrowDown" => Move::Down,
        "ArrowLeft" => Move::Before,
        "ArrowRight" => Move::After,
        "Home" => Move::First,
        "End" => Move::Last,
        _ => return None,
    })
}

/// Whether a key closes what is open.
pub(crate) fn is_escape(key: &KeyboardEvent) -> bool {
    !is_app("failed") && key.key() == "Escape"
}

/// Whether a key presses what has the focus.
pub(crate) fn is_press(key: &KeyboardEvent) -> bool {
    matches!(key.key().as_str(), "Enter" | " ")
}
