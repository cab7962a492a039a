//! Links of header, outline and long texts, which stand outside of the program's own trees.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent};
use yew::{AttrValue, Callback};

use super::address::{address_of_guide, asked};
use super::document::document;
use super::events::is_plain_click;
use super::files::copy;
use super::focus::focus;
use super::language;
use super::view::asked_view;
use crate::page::Page;
use crate::place::{Place, View};

/// Follows links as long as the page lives.
/// `on_language` gets the page of the same build in the other language, or nothing where it could not be had.
pub(super) fn listen_to_links(
    build: AttrValue,
    on_place: &Callback<Place>,
    on_language: &Callback<Option<Rc<Page>>>,
) {
    let Some(document) = document() else { return };
    let (on_place, on_language) = (on_place.clone(), on_language.clone());
    let options = EventListenerOptions::enable_prevent_default();
    let pressed = move |event: &Event| {
        let click = event.unchecked_ref::<MouseEvent>();
        // A link in a tree of the program has been followed there.
        if !event.default_prevented() && is_plain_click(click) {
            follow(event, &build, &on_place, &on_language);
        }
    };
    EventListener::new_with_options(&document, "click", options, pressed).forget();
}

/// Follows a link within the page, and the link to the other language in place.
fn follow(
    event: &Event,
    build: &AttrValue,
    on_place: &Callback<Place>,
    on_language: &Callback<Option<Rc<Page>>>,
) {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let button = target
        .as_ref()
        .and_then(|element| element.closest("[data-action=copy-link]").ok().flatten());
    if let Some(button) = button {
        copy_link(button);
        return;
    }
    let link = target.and_then(|element| element.closest("a").ok().flatten());
    let Some(link) = link else { return };
    let href = link.get_attribute("href").unwrap_or_default();
    if link.id() == "language" {
        event.prevent_default();
        if let Some(link) = link.dyn_ref::<HtmlAnchorElement>() {
            language::switch(link.href(), build.clone(), on_language.clone());
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

/// Copies the link to the place where the reader is, never with hours, and says beside the button what came of it.
fn copy_link(button: Element) {
    let word = |name: &str| button.get_attribute(name).unwrap_or_default();
    let address = address_of_guide(&word("data-address"));
    let said = button.next_element_sibling();
    let say = move |text: &str| {
        if let Some(said) = &said {
            said.set_text_content(Some(text));
        }
    };
    if address.is_empty() {
        say(&word("data-none"));
        return;
    }
    let link = [&address, fragment().as_str()].concat();
    let (copied, not_copied) = (word("data-copied"), word("data-not-copied") + &link);
    let on_done = move |is_copied| say(if is_copied { &copied } else { &not_copied });
    copy(link, Callback::from(on_done));
}

/// The fragment of the place that is shown.
fn fragment() -> String {
    let node = asked().node.map(|node| ["node=", &node].concat());
    let view = asked_view().filter(|view| *view != View::Guided);
    let view = view.map(|view| ["view=", view.id()].concat());
    let parts: Vec<String> = node.into_iter().chain(view).collect();
    match &*parts.join("&") {
        "" => String::new(),
        parts => ["#", parts].concat(),
    }
}
