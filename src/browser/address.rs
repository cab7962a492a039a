//! The address: the place that it asks for, and the place that is written into it.

use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HashChangeEvent};
use yew::prelude::*;

use super::document::window;
use super::time::use_after_paint;
use crate::guided::{Attention, Walk};
use crate::place::{Place, View};

/// Writes the place of the walk into the address, once the reader has asked for one.
#[hook]
pub(crate) fn use_address(walk: &Rc<Walk>) {
    let asked = match walk.attention {
        (0, _) => None,
        // A spot of the map alone says nothing new to the address.
        (_, Attention::Spot(_)) => Some(0),
        (turn, _) => Some(turn),
    };
    let place = asked.map(|asked| (asked, walk.view, walk.node));
    let walk = walk.clone();
    use_after_paint(place.filter(|_| walk.arrived), move |_| write(&walk));
}

/// Writes the place into the address without a new entry in the history.
/// Path and query are written as well: a `<base>` that somebody has put into the page would change the address otherwise.
fn write(walk: &Walk) {
    let Some(location) = window().map(|window| window.location()) else {
        return;
    };
    let path = location.pathname().unwrap_or_default();
    let query = location.search().unwrap_or_default();
    let mut place = walk.fragment();
    // Where the query names a view, silence would mean that one.
    if walk.view == View::Guided && query.split('=').any(|part| part.ends_with("view")) {
        place.push_str("&view=guided");
    }
    replace(&[path, query, place].concat());
}

/// Replaces the address without a new entry in the history.
/// Where it must not be written (a sandboxed frame), that costs the deep link and nothing else.
pub(super) fn replace(address: &str) {
    let history = window().and_then(|window| window.history().ok());
    let _ =
        history.map(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(address)));
}

/// The place that the address asks for.
pub(super) fn hash_place() -> Place {
    let hash = window().and_then(|window| window.location().hash().ok());
    Place::from_fragment(&hash.unwrap_or_default())
}

/// Emits the place of each address that the reader or a host changes.
pub(super) fn listen_to_address(on_place: Callback<Place>) {
    if let Some(window) = window() {
        // As the event says it: the address may have been written anew since, for the place before this one.
        let changed = move |event: &Event| {
            let url = event.unchecked_ref::<HashChangeEvent>().new_url();
            let fragment = url.split_once('#').map_or("", |(_, fragment)| fragment);
            on_place.emit(Place::from_fragment(fragment));
        };
        EventListener::new(&window, "hashchange", changed).forget();
    }
}

/// Where the guide stands on its own: the address of this page without query and fragment, or in a frame the page beside it.
/// A copy that has no address on the web, such as a file on a disk, gives the one that its content names, which may be empty.
pub(crate) fn address_of_guide(otherwise: &str) -> String {
    let location = window().map(|window| window.location());
    let is_of_web =
        |it: &web_sys::Location| it.protocol().is_ok_and(|kind| kind.starts_with("http"));
    let address = location
        .filter(is_of_web)
        .and_then(|it| Some([it.origin().ok()?, it.pathname().ok()?].concat()));
    match address {
        Some(address) => match address.strip_suffix("/embed.html") {
            Some(folder) => [folder, "/index.html"].concat(),
            None => address,
        },
        None => otherwise.to_owned(),
    }
}
