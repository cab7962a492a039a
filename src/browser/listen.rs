//! What the reader does: one listener for links, buttons, fields and keys of the whole page, in the program's tree or not.
//!
//! The views say by attributes what their links and buttons mean, and by names what their fields hold (decision 0011).

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HashChangeEvent, HtmlAnchorElement, MouseEvent};
use yew::Callback;

use super::document::{document, focus, window};
use super::events::is_ours;
use super::language;
use super::map;
use crate::session::{Action, Place};

/// Listens as long as the page lives.
pub(crate) fn listen(on_action: &Callback<Action>) {
    if let Some(document) = document() {
        for kind in ["click", "keyup"] {
            let on_action = on_action.clone();
            let options = EventListenerOptions::enable_prevent_default();
            let heard = move |event: &Event| hear(event, &on_action);
            EventListener::new_with_options(&document, kind, options, heard).forget();
        }
    }
    if let Some(window) = window() {
        let on_action = on_action.clone();
        // As the event says it: the address may have been written anew since, for the place before this one.
        let address = move |event: &Event| {
            let url = event.unchecked_ref::<HashChangeEvent>().new_url();
            let fragment = url.split_once('#').map_or("", |(_, fragment)| fragment);
            on_action.emit(Action::PlaceOpened(Place::from_fragment(fragment)));
        };
        EventListener::new(&window, "hashchange", address).forget();
    }
}

fn hear(event: &Event, on_action: &Callback<Action>) {
    let Some(element) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) else {
        return;
    };
    if let Some(click) = event.dyn_ref::<MouseEvent>() {
        if !event.default_prevented() && is_ours(click) {
            follow_click(event, &element, on_action);
        }
    } else if event.type_() == "keyup" {
        // Where Tab has led to the map, the engine may not have scrolled.
        if map::name(&element).is_some() {
            map::reveal_link(&element);
        }
    }
}

/// Answers a press of a link or a button; a link within the page is followed without an entry in the history.
fn follow_click(event: &Event, element: &Element, on_action: &Callback<Action>) {
    let Ok(Some(link)) = element.closest("a") else {
        return;
    };
    follow_link(event, link, on_action);
}

fn follow_link(event: &Event, link: Element, on_action: &Callback<Action>) {
    let Some(href) = link.get_attribute("href") else {
        return;
    };
    if link.id() == "language" {
        event.prevent_default();
        if let Some(link) = link.dyn_ref::<HtmlAnchorElement>() {
            language::switch(link.href(), on_action.clone());
        }
    } else if let Some(id) = href.strip_prefix('#') {
        event.prevent_default();
        let place = Place::from_fragment(&href);
        if place.is_empty() {
            focus(id);
        } else {
            on_action.emit(Action::PlaceOpened(place));
        }
    }
}
