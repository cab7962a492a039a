//! Focus and scrolling on the map.
#![allow(clippy::disallowed_methods)]

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, NodeList};
use yew::TargetCast;

use super::document::{document, focus_on, is_app, reveal};
use crate::guided::Walk;
use crate::map::{Move, Spot};

/// Scrolls to the current node, as far as needed.
pub(super) fn scroll(walk: &Walk) {
    let name = walk.spot_name(Spot {
        node: walk.node,
        exit: None,
    });
    let _ = link_of(&name).map(|link| reveal_link(&link));
}

/// Moves the focus to a spot.
pub(super) fn focus(walk: &Walk, spot: Spot) {
    if let Some(link) = link_of(&walk.spot_name(spot)) {
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
    each(&link.query_selector_all("rect,path").ok(), &mut reveal);
}

fn item(list: &Option<NodeList>, number: usize) -> Option<Element> {
    // Whatever has these attributes is an element.
    Some(list.as_ref()?.get(number as u32)?.unchecked_into())
}

/// Does the same with every element of a list.
fn each(list: &Option<NodeList>, act: &mut dyn FnMut(&Element)) {
    let mut number = 0;
    while let Some(element) = item(list, number) {
        act(&element);
        number += 1;
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
