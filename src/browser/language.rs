//! Changes the language in place: requests the same page in the other language, so that place and typed hours stay in memory and nowhere else.

use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Document, XmlHttpRequest, XmlHttpRequestResponseType};
use yew::{AttrValue, Callback};

use super::address::with_place;
use super::data::page_data_of;
use super::document::window;
use super::fields::typed;
use super::history::change_address;
use super::static_parts;
use crate::page::Page;

/// Starts the change; what comes of it is emitted. `build` is the mark of this page.
/// A request by this old interface and not by `fetch`, because it parses the page by itself.
pub(super) fn switch(href: String, build: AttrValue, on_language: Callback<Option<Rc<Page>>>) {
    let Some(request) = request(&href) else {
        return leave(&href, &on_language);
    };
    let arrived = request.clone();
    let listener = EventListener::once(&request, "loadend", move |_| {
        let other = arrived
            .response()
            .ok()
            .and_then(|it| it.dyn_into::<Document>().ok());
        let data = other.as_ref().and_then(page_data_of);
        match other.zip(data) {
            // Another build has other sentences and perhaps other steps: it is opened as any page.
            Some((other, data)) if data.build == build => {
                // First the address: relative links of the new texts are relative to the new page.
                change_address(&with_place(&href));
                static_parts::take_over(&other);
                on_language.emit(Some(Rc::new(Page::from(data))));
            }
            _ => leave(&href, &on_language),
        }
    });
    listener.forget();
    // A request that cannot be sent ends at once, and its listener says so.
    let _ = request.send();
}

fn request(href: &str) -> Option<XmlHttpRequest> {
    let request = XmlHttpRequest::new().ok()?;
    request.open("GET", href).ok()?;
    request.set_response_type(XmlHttpRequestResponseType::Document);
    Some(request)
}

/// Opens the other page in place of this one, unless typed hours would be lost by it.
fn leave(href: &str, on_language: &Callback<Option<Rc<Page>>>) {
    if typed().is_empty() {
        if let Some(window) = window() {
            let _ = window.location().replace(&with_place(href));
        }
    } else {
        on_language.emit(None);
    }
}
