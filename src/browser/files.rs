//! Files and texts to take along and to bring back: made and read in the browser, sent nowhere.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_file::futures::read_as_bytes;
use gloo_file::{Blob, File, ObjectUrl};
use gloo_timers::callback::Timeout;
use interchange::{MAX_PAGE_BYTES, encoding_of};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    DataTransfer, DragEvent, Event, HtmlAnchorElement, HtmlDocument, HtmlElement, HtmlInputElement,
    HtmlTextAreaElement, TextDecoder,
};
use yew::{Callback, TargetCast};

use super::document::{document, window};
use super::focus::focus_on;

/// Prints the page, and tells whether it could: an app's own browser may not print, or do nothing without a word.
pub(crate) fn print(on_done: Callback<bool>) {
    let Some(window) = window() else { return };
    let is_begun = Rc::new(Cell::new(false));
    let listener = {
        let is_begun = is_begun.clone();
        EventListener::once(&window, "beforeprint", move |_| is_begun.set(true))
    };
    // Where there is nothing to call, nothing begins.
    if let Ok(Ok(print)) = Reflect::get(&window, &"print".into()).map(JsCast::dyn_into::<Function>)
    {
        let _ = print.call0(&window);
    }
    // Some browsers begin a little later.
    Timeout::new(PRINT_MS, move || {
        drop(listener);
        on_done.emit(is_begun.get());
    })
    .forget();
}

/// Milliseconds within which a browser that can print begins to.
const PRINT_MS: u32 = 1_000;

/// Lets the reader save a text as a file.
pub(crate) fn save(name: &str, kind: &str, text: &str) {
    let url = ObjectUrl::from(Blob::new_with_options(text, Some(kind)));
    let link = document().and_then(|document| document.create_element("a").ok());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // A browser that asks where to save may take a while before it reads the file.
    Timeout::new(SAVED_MS, move || drop(url)).forget();
}

/// Milliseconds after which a browser has read the file that it saves.
const SAVED_MS: u32 = 60_000;

/// Copies a text to the clipboard, and tells whether that was allowed.
pub(crate) fn copy(text: String, on_done: Callback<bool>) {
    spawn_local(async move {
        let is_copied = match write_to_clipboard(&text) {
            Ok(writing) => JsFuture::from(writing).await.is_ok(),
            Err(_) => false,
        };
        on_done.emit(is_copied || copy_selected(&text));
    });
}

/// The clipboard is missing on pages that are not secure, and may throw at once in frames.
fn write_to_clipboard(text: &str) -> Result<Promise, JsValue> {
    let navigator = window().map(|window| window.navigator());
    let clipboard = Reflect::get(&navigator.into(), &"clipboard".into())?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into())?.dyn_into()?;
    write.call1(&clipboard, &text.into())?.dyn_into()
}

/// Copies by selecting the text in a field that is taken away again.
fn copy_selected(text: &str) -> bool {
    let Some(document) = document() else {
        return false;
    };
    let field = document.create_element("textarea").ok();
    let field = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    let (Some(field), Some(body)) = (field, document.body()) else {
        return false;
    };
    let focused = document.active_element();
    field.set_value(text);
    let _ = body.append_child(&field);
    field.select();
    let page = document.dyn_ref::<HtmlDocument>();
    let is_copied = page.is_some_and(|page| page.exec_command("copy").unwrap_or_default());
    field.remove();
    if let Some(element) = focused.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        focus_on(&element);
    }
    is_copied
}

/// Reads the file that was chosen in a field, and empties the field, so that the same file can be chosen again.
pub(crate) fn read_chosen(event: &Event, on_text: &Callback<String>) {
    let Some(field) = event.target_dyn_into::<HtmlInputElement>() else {
        return;
    };
    let file = field.files().and_then(|files| files.get(0));
    if let Some(file) = file {
        read(file.into(), on_text.clone());
    }
    field.set_value("");
}

/// Reads the file that was dropped.
pub(crate) fn read_dropped(event: &DragEvent, on_text: &Callback<String>) {
    let files = event.data_transfer().and_then(|data| data.files());
    if let Some(file) = files.and_then(|files| files.get(0)) {
        read(file.into(), on_text.clone());
    }
}

/// Lets nothing happen to files that are dropped beside the card: one would replace the page, and with it what was typed.
pub(super) fn refuse_drops() {
    let Some(document) = document() else { return };
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

fn has_files(data: Option<DataTransfer>) -> bool {
    data.is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

fn read(file: File, on_text: Callback<String>) {
    spawn_local(async move {
        // A longer one is refused, and no more than that of it is looked at.
        let most = MAX_PAGE_BYTES as u64 + 1;
        let bytes = read_as_bytes(&file.slice(0, file.size().min(most))).await;
        on_text.emit(
            bytes
                .ok()
                .and_then(|bytes| decode(&bytes))
                .unwrap_or_else(no_text),
        );
    });
}

fn decode(bytes: &[u8]) -> Option<String> {
    let decoder = TextDecoder::new_with_label(encoding_of(bytes)?.label()).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}

/// Stands for a file that is no text, and is refused as such.
fn no_text() -> String {
    "\0".to_owned()
}
