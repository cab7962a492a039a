//! Leaving the page with something that stands nowhere else: typed hours, edited content.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::BeforeUnloadEvent;
use yew::prelude::*;

use super::document::{is_framed, window};

/// Lets the browser ask before the page is left, where it does such a thing, as long as something would be lost.
///
/// A frame never asks: leaving is the host's affair. A page that need not ask does not listen, so that Back can bring it back at once.
#[hook]
pub fn use_leaving_asks(would_lose: bool) {
    use_effect_with(would_lose, |would_lose| {
        let window = window().filter(|_| *would_lose && !is_framed());
        let listener = window.map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "beforeunload", options, |event| {
                event.prevent_default();
                // Older browsers ask only where something is returned.
                if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                    event.set_return_value("ask");
                }
            })
        });
        move || drop(listener)
    });
}
