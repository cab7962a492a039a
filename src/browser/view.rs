//! The view that is shown: the style sheet shows it by `data-showing` of `<html>`, and the page is ready once it does.

use gloo_events::EventListener;
use guide::Lang;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};
use yew::prelude::*;

use super::document::{by_id, document, is_app, mark, root, set, window};
use super::time::use_after_paint;
use crate::place::View;

/// Shows a view alone, once it is known which. With another language some views come anew.
#[hook]
pub(crate) fn use_shown_view(view: Option<View>, lang: Lang) {
    use_effect_with((view, lang), |(view, _)| {
        if let Some(view) = *view {
            // Until then all views may stand below each other, and the reader may be in the midst of one.
            let mark = if is_app("static") {
                mark_in_place
            } else {
                mark
            };
            mark("data-showing", view.id());
            if !is_app("static") {
                hide_others(view);
            }
        }
    });
}

/// Leaves the views that are not shown to the browser's search, where an engine knows how; elsewhere the style sheet hides them.
fn hide_others(shown: View) {
    let Some(document) = document() else { return };
    if !Reflect::has(&document, &"onbeforematch".into()).unwrap_or_default() {
        return;
    }
    for view in View::ALL {
        let Some(element) = by_id(view.id()) else {
            continue;
        };
        if view == shown {
            let _ = element.remove_attribute("hidden");
            let _ = element.remove_attribute("aria-hidden");
        } else {
            set(&element, "hidden", "until-found");
            // Else a screen reader tells of a region without a name and without content.
            set(&element, "aria-hidden", "true");
        }
    }
}

/// Emits the view in which the browser's search has found something, before the browser scrolls there.
pub(super) fn listen_to_search(on_view: Callback<View>) {
    let Some(document) = document() else { return };
    let found = move |event: &Event| {
        let element = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        if let Some(view) = element.and_then(|it| view_of(&it)) {
            on_view.emit(view);
        }
    };
    EventListener::new(&document, "beforematch", found).forget();
}

fn view_of(element: &Element) -> Option<View> {
    let view = element.closest("[data-view]").ok()??;
    View::from_id(&view.get_attribute("data-view")?)
}

/// Marks the switch of the view that is shown; the switches are markup only, and come anew with another language.
#[hook]
pub(crate) fn use_switch_mark(view: Option<View>, lang: Lang) {
    use_effect_with((view, lang), |(view, _)| {
        for switch in View::ALL {
            let selector = ["[data-action=view-", switch.id(), "]"].concat();
            let Some(Ok(Some(element))) = document().map(|it| it.query_selector(&selector)) else {
                continue;
            };
            if *view == Some(switch) {
                set(&element, "aria-current", "page");
            } else {
                let _ = element.remove_attribute("aria-current");
            }
        }
    });
}

/// Says that the page is ready, a task after its view is known.
#[hook]
pub(crate) fn use_ready(view: Option<View>) {
    use_after_paint(view, |view| {
        if is_app("static") {
            // The script in the head may have followed a link since, to where no view is.
            mark("data-showing", view.id());
            mark_in_place("data-app", "ready");
            hide_others(*view);
        }
    });
}

/// The view that the script in the head shows alone, since the address asks for it or leads into it.
pub(super) fn asked_view() -> Option<View> {
    View::from_id(&root()?.get_attribute("data-showing")?)
}

/// The view that the reader has scrolled to while the program was on its way.
pub(super) fn read_view() -> Option<View> {
    view_of(&reading()?)
}

/// Marks the page, and what is read stays where it is: not every engine sees to that, and none of them always.
fn mark_in_place(name: &str, value: &str) {
    let read = reading();
    let top = || {
        let place = read.as_ref()?.get_bounding_client_rect();
        // A hidden element has no place.
        (place.height() > 0.0).then(|| place.top())
    };
    let before = top();
    mark(name, value);
    if let Some((window, (before, after))) = window().zip(before.zip(top())) {
        window.scroll_by_with_x_and_y(0.0, after - before);
    }
}

/// The element in the middle of the window or, where a gap is there, the one right above it, if the reader has scrolled there.
fn reading() -> Option<Element> {
    let window = window()?;
    if window.scroll_y().ok()? < 1.0 {
        return None;
    }
    let middle = |size: Result<JsValue, _>| Some(size.ok()?.as_f64()? as f32 / 2.0);
    let (x, y) = (
        middle(window.inner_width())?,
        middle(window.inner_height())?,
    );
    let mut read = document()?.element_from_point(x, y)?;
    // A gap belongs to what holds the parts around it: that begins far above, with parts between whose height may change.
    while let Some(part) = last_above(&read, y) {
        read = part;
    }
    Some(read)
}

/// The last child of an element that begins above this line of the window.
fn last_above(element: &Element, y: f32) -> Option<Element> {
    let children = element.children();
    let mut children = (0..children.length())
        .rev()
        .filter_map(|at| children.item(at));
    children.find(|child| {
        let place = child.get_bounding_client_rect();
        place.height() > 0.0 && place.top() <= f64::from(y)
    })
}
