//! The map in the page: it is markup, and the program marks in it where everything stands.
#![allow(clippy::disallowed_methods)]

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, NodeList};
use yew::Callback;

use super::document::{document, focus_on, is_app, reveal};
use crate::session::{Action, Move, Session, Spot};

/// Scrolls to the current node, as far as needed.
pub(super) fn scroll(session: &Session) {
    let name = session.spot_name(Spot {
        node: session.node,
        exit: None,
    });
    let _ = link_of(&name).map(|link| reveal_link(&link));
}

/// Moves the focus to a spot.
pub(super) fn focus(session: &Session, spot: Spot) {
    if let Some(link) = link_of(&session.spot_name(spot)) {
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

/// The name of the spot that a link of the map stands for.
pub(super) fn name(link: &Element) -> Option<String> {
    link.get_attribute("data-map-node")
        .or_else(|| link.get_attribute("data-map-answer"))
}

/// Arrows, Home and End move the focus along the map.
pub(crate) fn follow_key(key: &KeyboardEvent, on_action: &Callback<Action>) {
    let Some(link) = key.target().and_then(|it| it.dyn_into::<Element>().ok()) else {
        return;
    };
    let by = match key.key().as_str() {
        "ArrowUp" => Move::Up,
        "ArrowDown" => Move::Down,
        "ArrowLeft" => Move::Before,
        "ArrowRight" => Move::After,
        "Home" => Move::First,
        "End" => Move::Last,
        _ => return,
    };
    let is_not_ours =
        is_app("failed") || key.ctrl_key() || key.meta_key() || key.alt_key() || key.shift_key();
    if let Some(name) = name(&link).filter(|_| !is_not_ours) {
        key.prevent_default();
        on_action.emit(Action::SpotMoved(name, by));
    }
}
