//! The only door to the browser: the page's state, files in and out, the preview's frame, scrolling and selections.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_file::futures::read_as_bytes;
use gloo_file::{Blob, ObjectUrl};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    Document, DragEvent, Element, Event, FileList, HtmlDocument, HtmlElement, HtmlIFrameElement,
    HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, ScrollIntoViewOptions,
    ScrollLogicalPosition, Window,
};
use yew::prelude::*;

use crate::shown;

#[allow(clippy::disallowed_methods)]
fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// Whether the page was opened as a file of this computer.
#[must_use]
pub fn is_on_a_disk() -> bool {
    let protocol = window().and_then(|window| window.location().protocol().ok());
    protocol.as_deref() == Some("file:")
}

/// Says on `<html>` that the studio can be used.
#[hook]
pub(crate) fn use_ready(is_ready: bool) {
    use_effect_with(is_ready, |is_ready| {
        let root = document().and_then(|document| document.document_element());
        if let Some(root) = root.filter(|_| *is_ready) {
            // The name is ours and valid.
            let _ = root.set_attribute("data-app", "ready");
        }
    });
}

/// The text of the field that an event is about; of a box whether it is ticked.
pub(crate) fn typed_text(event: &Event) -> AttrValue {
    let Some(target) = event.target() else {
        return AttrValue::default();
    };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        if input.type_() == "checkbox" {
            return input.checked().to_string().into();
        }
        return input.value().into();
    }
    if let Some(choice) = target.dyn_ref::<HtmlSelectElement>() {
        return choice.value().into();
    }
    let area = target.dyn_ref::<HtmlTextAreaElement>();
    area.map_or_else(AttrValue::default, |area| area.value().into())
}

/// The outcome of choosing or dropping files.
pub(crate) enum Given {
    /// The editor did so; the files follow, one by one.
    Began,
    /// A file: its name and its bytes, or none where it is too large or cannot be read.
    File(String, Option<Uint8Array>),
}

/// The most bytes of a file that are read at all; the core refuses texts that are much shorter.
const MOST_BYTES: f64 = 64e6;

/// Reads the files that were chosen in a field, and empties the field, so that the same file can be chosen again.
pub(crate) fn read_chosen(event: &Event, on_file: &Callback<Given>) {
    if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
        read_all(field.files(), on_file);
        field.set_value("");
    }
}

fn read_all(files: Option<FileList>, on_file: &Callback<Given>) {
    let Some(files) = files else { return };
    let files: Vec<_> = (0..files.length()).filter_map(|n| files.get(n)).collect();
    on_file.emit(Given::Began);
    let on_file = on_file.clone();
    spawn_local(async move {
        for file in files {
            let name = file.name();
            let is_small = file.size() <= MOST_BYTES;
            let bytes = if is_small {
                read_as_bytes(&Blob::from(web_sys::Blob::from(file)))
                    .await
                    .ok()
            } else {
                None
            };
            let bytes = bytes.map(|bytes| Uint8Array::from(&*bytes));
            on_file.emit(Given::File(name, bytes));
        }
    });
}

/// Takes files that are dropped anywhere in the page; elsewhere than here a drop would replace the page.
#[hook]
pub(crate) fn use_drops(on_file: Callback<Given>) {
    use_effect_with(on_file, |on_file| {
        let listen = |kind: &'static str, on_file: Option<Callback<Given>>| {
            let options = EventListenerOptions::enable_prevent_default();
            document().map(|document| {
                EventListener::new_with_options(&document, kind, options, move |event| {
                    let Some(data) = event
                        .dyn_ref::<DragEvent>()
                        .and_then(DragEvent::data_transfer)
                    else {
                        return;
                    };
                    if !data.types().includes(&"Files".into(), 0) {
                        return;
                    }
                    event.prevent_default();
                    if let Some(on_file) = &on_file {
                        read_all(data.files(), on_file);
                    }
                })
            })
        };
        let listeners = [
            listen("dragover", None),
            listen("drop", Some(on_file.clone())),
        ];
        move || drop(listeners)
    });
}

/// Runs something after the next rendering.
pub(crate) fn later(work: impl FnOnce() + 'static) {
    gloo_timers::callback::Timeout::new(0, work).forget();
}

/// Presses an element that cannot be seen, such as the field for files.
pub(crate) fn press(element: &NodeRef) {
    if let Some(element) = element.cast::<HtmlElement>() {
        element.click();
    }
}

/// Lets the editor save a file.
pub(crate) fn save(name: &str, kind: &str, bytes: &Uint8Array) {
    let url = ObjectUrl::from(Blob::new_with_options(bytes.buffer(), Some(kind)));
    let link = document().and_then(|document| document.create_element("a").ok());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        let _ = link.set_attribute("href", &url);
        let _ = link.set_attribute("download", name);
        link.click();
    }
    // A browser that asks where to save may take a while before it reads the file.
    gloo_timers::callback::Timeout::new(60_000, move || drop(url)).forget();
}

/// Leads the preview's frame back to the empty page, since a program starts only once in a document, however often that is written.
/// Answers where its reader was, as a fragment; none while the frame or the page in it is on its way.
pub(crate) fn renew_preview(frame: &NodeRef) -> Option<String> {
    let frame = frame.cast::<HtmlIFrameElement>()?;
    let place = frame.content_document().as_ref().and_then(place_of);
    // In place of the entry in the history: Back is to lead out of the studio.
    let window = frame.content_window();
    let is_led = window.is_some_and(|it| it.location().replace(EMPTY_PAGE).is_ok());
    if !is_led {
        frame.set_src(EMPTY_PAGE);
    }
    place
}

const EMPTY_PAGE: &str = "preview.html";

/// Writes a page into the empty page of the preview's frame, and leads its reader to a place.
///
/// The frame's own address stays the studio's, so the place is set after the writing.
pub(crate) fn write_preview(frame: &NodeRef, html: &str, place: &str) {
    let Some(frame) = frame.cast::<HtmlIFrameElement>() else {
        return;
    };
    let Some(document) = frame.content_document() else {
        return;
    };
    // A mark at the start would have the page's own policy ignored.
    let html = html.strip_prefix('\u{feff}').unwrap_or(html);
    // Of another window, so it cannot be told by its class.
    let document: HtmlDocument = document.unchecked_into();
    if document.open().is_ok() {
        let _ = document.write(&Array::of1(&html.into()));
        let _ = document.close();
    }
    lead(&frame, place);
}

/// Where the reader of a preview is, as a fragment; none before its program runs, since the page as written begins at the start.
fn place_of(document: &Document) -> Option<String> {
    let app = document.document_element()?.get_attribute("data-app");
    app.filter(|app| app == "ready")?;
    let node = document.query_selector("[data-node][aria-current=step]");
    let node = node.ok()??.get_attribute("data-node")?;
    let view = document.document_element()?.get_attribute("data-showing");
    let view = view.map(|view| ["&view=", &view].concat());
    Some(["node=", &node, &view.unwrap_or_default()].concat())
}

fn lead(frame: &HtmlIFrameElement, place: &str) {
    // A fragment is read against the studio's own address, so that it would lead any other page to the studio.
    let address = |document: Document| {
        let address = document.url().ok()?;
        address.split('#').next().map(str::to_owned)
    };
    let has_page = frame.content_document().and_then(address) == document().and_then(address);
    if let Some(window) = frame.content_window()
        && has_page
        && !place.is_empty()
    {
        // In place of the entry in the history: Back is to lead out of the studio.
        let _ = window.location().replace(&["#", place].concat());
    }
}

/// Leads the reader of a page that was written into the preview to a place, named by its fragment.
pub(crate) fn lead_preview(frame: &NodeRef, place: &str) {
    if let Some(frame) = frame.cast::<HtmlIFrameElement>() {
        lead(&frame, place);
    }
}

/// Puts the caret of the text area on a line, chooses the line, and brings it into sight.
pub(crate) fn show_line(area: &NodeRef, lines: &NodeRef, line: u32) {
    let Some(area) = area.cast::<HtmlTextAreaElement>() else {
        return;
    };
    let (start, end) = shown::line_in_units(&area.value(), line);
    let _ = area.focus();
    let _ = area.set_selection_range(start, end);
    let lines = lines.cast::<Element>().map(|lines| lines.children());
    if let Some(line) = lines.and_then(|lines| lines.item(line.saturating_sub(1))) {
        scroll_to(&line);
    }
}

/// Scrolls the form to the field of a finding; the page stays at the line of the text.
pub(crate) fn show_field(name: &str) {
    let Some(document) = document() else { return };
    let fields = document.get_elements_by_name(name);
    let field = fields.get(0).and_then(|it| it.dyn_into::<Element>().ok());
    let form = field
        .as_ref()
        .and_then(|field| field.closest(".form__scroll").ok().flatten());
    if let Some((field, form)) = field.zip(form) {
        scroll_within(&form, &field);
    }
}

/// Scrolls the text to the line of a field that has the focus, and nothing else.
pub(crate) fn show_line_beside(lines: &NodeRef, line: u32) {
    let lines = lines.cast::<Element>();
    let pane = lines
        .as_ref()
        .and_then(|lines| lines.closest(".text__scroll").ok().flatten());
    let line = lines.and_then(|lines| lines.children().item(line.saturating_sub(1)));
    if let Some((pane, line)) = pane.zip(line) {
        scroll_within(&pane, &line);
    }
}

/// Scrolls a pane to something in it; the page around it stays.
fn scroll_within(pane: &Element, to: &Element) {
    let distance = to.get_bounding_client_rect().top() - pane.get_bounding_client_rect().top();
    pane.scroll_by_with_x_and_y(0.0, distance - SIGHT);
}

/// How far below the upper edge a field comes to stand, in pixels.
const SIGHT: f64 = 80.0;

/// Brings a part of a form into sight.
pub(crate) fn show_part(id: &str) {
    if let Some(part) = document().and_then(|document| document.get_element_by_id(id)) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Start);
        part.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn scroll_to(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Puts the focus on the element with this id, in the middle of the window; the id of a field is its name.
pub(crate) fn focus_on(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        scroll_to(&element);
        let _ = element.focus();
    }
}

/// Whether the empty page stands in the preview's frame, and nothing was written there.
pub(crate) fn is_empty_page(frame: &NodeRef) -> bool {
    let frame = frame.cast::<HtmlIFrameElement>();
    let document = frame.and_then(|frame| frame.content_document());
    // Before it comes, the frame holds a page of the studio's own address and policy; a written page has that address as well.
    let address = document.and_then(|document| document.url().ok());
    address.is_some_and(|address| address.ends_with(&["/", EMPTY_PAGE].concat()))
}
