//! Hears what happens in the page outside of the program's own trees: links of header, outline and texts, and the address.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, Event, HashChangeEvent, HtmlAnchorElement, MouseEvent};
use yew::Callback;

use super::document::{document, focus, window};
use super::events::is_plain_click;
use super::files::has_files;
use super::language;
use crate::page::Page;
use crate::place::Place;

/// Listens as long as the page lives.
/// `on_language` gets the page in the other language, or nothing where it could not be had.
pub(super) fn listen(on_place: &Callback<Place>, on_language: &Callback<Option<Rc<Page>>>) {
    if let Some(document) = document() {
        let (on_place, on_language) = (on_place.clone(), on_language.clone());
        let options = EventListenerOptions::enable_prevent_default();
        let pressed = move |event: &Event| {
            let click = event.unchecked_ref::<MouseEvent>();
            // What was pressed in a tree of the program has been followed there.
            if !event.default_prevented() && is_plain_click(click) {
                follow_click(event, &on_place, &on_language);
            }
        };
        EventListener::new_with_options(&document, "click", options, pressed).forget();
    }
    if let Some(document) = document() {
        for kind in ["dragover", "drop"] {
            let options = EventListenerOptions::enable_prevent_default();
            let dragged = |event: &Event| {
                if has_files(event.unchecked_ref::<DragEvent>().data_transfer()) {
                    event.prevent_default();
                }
            };
            EventListener::new_with_options(&document, kind, options, dragged).forget();
        }
    }
    if let Some(window) = window() {
        let on_place = on_place.clone();
        // As the event says it: the address may have been written anew since, for the place before this one.
        let changed = move |event: &Event| {
            let url = event.unchecked_ref::<HashChangeEvent>().new_url();
            let fragment = url.split_once('#').map_or("", |(_, fragment)| fragment);
            on_place.emit(Place::from_fragment(fragment));
        };
        EventListener::new(&window, "hashchange", changed).forget();
    }
}

/// Emits each time that the page is shown again, such as when its tab is chosen.
pub(super) fn listen_for_return(on_shown: Callback<()>) {
    if let Some(document) = document() {
        let page = document.clone();
        let changed = move |_: &Event| {
            if !page.hidden() {
                on_shown.emit(());
            }
        };
        EventListener::new(&document, "visibilitychange", changed).forget();
    }
}

/// Follows a link within the page without an entry in the history, and the link to the other language in place.
fn follow_click(
    event: &Event,
    on_place: &Callback<Place>,
    on_language: &Callback<Option<Rc<Page>>>,
) {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let link = target.and_then(|element| element.closest("a").ok().flatten());
    let Some(link) = link else { return };
    let href = link.get_attribute("href").unwrap_or_default();
    if link.id() == "language" {
        event.prevent_default();
        if let Some(link) = link.dyn_ref::<HtmlAnchorElement>() {
            language::switch(link.href(), on_language.clone());
        }
    } else if let Some(id) = href.strip_prefix('#') {
        event.prevent_default();
        let place = Place::from_fragment(&href);
        if place.is_empty() {
            focus(id);
        } else {
            on_place.emit(place);
        }
    }
}
