//! Time: the day on the reader's clock, and what waits until the answer to a press is on the screen.

use ::hours::Date;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use web_sys::Event;
use yew::prelude::*;

use super::document::{document, is_app};

/// Milliseconds within which the answer to a press is on the screen; whatever a reader does not look at follows then.
pub(crate) const AFTER_PAINT_MS: u32 = 50;

/// Runs an effect [`AFTER_PAINT_MS`] after its dependencies have changed, or in the next task while the page is not yet ready.
/// A change that comes first cancels the one that waits. Nothing runs while there are no dependencies.
#[hook]
pub(super) fn use_after_paint<Deps>(deps: Option<Deps>, effect: impl FnOnce(&Deps) + 'static)
where
    Deps: PartialEq + Clone + 'static,
{
    use_effect_with(deps, move |deps| {
        let wait = if is_app("static") { 0 } else { AFTER_PAINT_MS };
        let timeout = (deps.clone()).map(|deps| Timeout::new(wait, move || effect(&deps)));
        move || drop(timeout)
    });
}

/// The day on the reader's clock.
pub(crate) fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    Date::new(now.get_full_year(), now.get_month() + 1, now.get_date()).ok()
}

/// Emits the day each time that the page is shown again, such as when its tab is chosen.
pub(super) fn listen_for_return(on_day: Callback<Option<Date>>) {
    if let Some(document) = document() {
        let page = document.clone();
        let changed = move |_: &Event| {
            if !page.hidden() {
                on_day.emit(today());
            }
        };
        EventListener::new(&document, "visibilitychange", changed).forget();
    }
}
