//! The browser's history: an entry for each step and each change of view that the reader makes, so that its Back leads to the one before.
//!
//! An entry keeps the way (`history.state`) and nothing that was typed. In a frame the history is the host's, so nothing is added to it.

use std::rc::Rc;

use gloo_events::EventListener;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, History, PopStateEvent};
use yew::prelude::*;

use super::address::{address_of, asked, path};
use super::document::{is_app, is_framed, window};
use crate::guided::{Walk, WalkAction, Way};
use crate::page::Page;
use crate::place::Place;
use crate::store::Store;

/// The state of an entry of the browser's history.
#[derive(Serialize, Deserialize)]
struct Entry {
    /// The mark of the build that wrote it; another one may number its exits differently.
    build: AttrValue,
    way: Way,
    /// Whether the entry before it is the step before.
    follows_step: bool,
}

impl Entry {
    /// The state of the current entry, if this build has written it.
    fn current(page: &Page) -> Option<Self> {
        Self::read(&history()?.state().ok()?, page)
    }

    fn read(state: &JsValue, page: &Page) -> Option<Self> {
        let entry: Self = guide::from_lines(&state.as_string()?)?;
        (entry.build == page.build).then_some(entry)
    }
}

fn history() -> Option<History> {
    window()?.history().ok()
}

/// Adds an entry for each step and each change of view, unless the entry says it already: after Back, Forward, or a changed address.
#[hook]
pub(crate) fn use_history(walk: &Rc<Walk>) {
    let walk = walk.clone();
    use_effect_with(walk.arrived.then(|| walk.way()), move |way| {
        let Some(way) = way.clone() else { return };
        let before = Entry::current(&walk.page).map(|entry| entry.way);
        if before.as_ref() == Some(&way) {
            return;
        }
        let address = address_of(&walk, &path());
        if is_framed() {
            return keep(&walk, Some(&address));
        }
        let follows_step = before.is_some_and(|before| way.is_step_after(&before));
        let state = state(&walk, follows_step);
        // Where it must not be written, or not so often, that costs the way back and nothing else.
        let _ = history().map(|it| it.push_state_with_url(&state, "", Some(&address)));
    });
}

/// Follows Back and Forward of the browser, and an address that the reader or a host has changed.
#[hook]
pub(crate) fn use_address(store: &Rc<Store<Walk>>, walk: &Walk) {
    let store = store.clone();
    // With another language the page has another path, which entries from before do not have.
    let page = walk.arrived.then(|| walk.page.clone());
    use_effect_with(page, move |page| {
        let went = page.clone().map(|page| {
            let path = path();
            move |event: &Event| {
                if !is_app("failed") {
                    let state = event.unchecked_ref::<PopStateEvent>().state();
                    store.dispatch(asked_action(&state, &page));
                    let walk = store.state();
                    keep(&walk, Some(&address_of(&walk, &path)));
                }
            }
        });
        let listener = (window().zip(went))
            .map(|(window, went)| EventListener::new(&window, "popstate", went));
        move || drop(listener)
    });
}

/// The action that leads to the place of the entry to which the browser has gone.
/// Its state is that of the event: WebKit's history still tells the state of an entry that a new fragment has replaced.
fn asked_action(state: &JsValue, page: &Page) -> WalkAction {
    let place = asked();
    match Entry::read(state, page) {
        Some(entry) => WalkAction::WayReturned(entry.way),
        // An entry from before the program came.
        None if place == Place::default() => WalkAction::WayReturned(Way::default()),
        None => WalkAction::PlaceOpened(place),
    }
}

/// Takes Back of the guide to the browser's history where the entry before is the step before; other actions are emitted.
#[hook]
pub(crate) fn use_back(
    store: &Rc<Store<Walk>>,
    on_action: &Callback<WalkAction>,
) -> Callback<WalkAction> {
    let deps = (store.clone(), on_action.clone());
    use_callback(deps, |action, (store, on_action)| {
        let is_back = action == WalkAction::BackPressed && leads_to_step(&store.state());
        if !(is_back && history().is_some_and(|it| it.back().is_ok())) {
            on_action.emit(action);
        }
    })
}

/// Whether the entry before is the step before.
fn leads_to_step(walk: &Walk) -> bool {
    Entry::current(&walk.page).is_some_and(|entry| entry.follows_step && entry.way == walk.way())
}

/// The way that the entry keeps at which the page was opened, as after a reload.
pub(super) fn kept_way(page: &Page) -> Option<Way> {
    Entry::current(page).map(|entry| entry.way)
}

/// Writes the walk into the current entry, and an address.
/// Where it must not be written (a sandboxed frame), that costs the deep link and nothing else.
pub(super) fn keep(walk: &Walk, address: Option<&str>) {
    let before = Entry::current(&walk.page);
    let is_same = |entry: Entry| entry.follows_step && entry.way == walk.way();
    let state = state(walk, before.is_some_and(is_same));
    let _ = history().map(|it| it.replace_state_with_url(&state, "", address));
}

/// Writes an address into the current entry, which keeps what it has.
pub(super) fn change_address(address: &str) {
    let _ = history()
        .map(|it| it.replace_state_with_url(&it.state().unwrap_or_default(), "", Some(address)));
}

fn state(walk: &Walk, follows_step: bool) -> JsValue {
    let entry = Entry {
        build: walk.page.build.clone(),
        way: walk.way(),
        follows_step,
    };
    guide::to_lines(&entry).map_or(JsValue::NULL, JsValue::from)
}
