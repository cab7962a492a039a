//! The page around the program: its address, its links, and the hook that keeps both in step with the session.

use gloo_events::{EventListener, EventListenerOptions};
use guide::Lang;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent};
use yew::{AttrValue, Callback};

use super::data::text;
use super::document::{
    attend, by_id, document, focus, mark, reading, replace_address, root, show, window,
};
use super::events::{is_ours, read};
use super::language;
use super::map::{self, Map, follow_key};
use crate::session::{Action, Arrival, Attention, Place, Session, View, fragment};

/// Reads what the program must know before it renders: rendering would overwrite texts typed early.
#[must_use]
pub fn arrival() -> Arrival {
    let mut place = hash_place();
    let typed = typed();
    let used = || used_view().or_else(|| (!typed.is_empty()).then_some(View::Hours));
    place.view = (place.view.or_else(asked_view))
        .or_else(used)
        .or_else(read_view);
    Arrival {
        place,
        typed,
        today: today(),
    }
}

fn hash_place() -> Place {
    let hash = window().and_then(|window| window.location().hash().ok());
    Place::from_fragment(&hash.unwrap_or_default())
}

/// The view of `?view=`, which the script in the head has already read and checked.
fn asked_view() -> Option<View> {
    View::from_id(&root()?.get_attribute("data-showing")?)
}

/// The view in which the reader is at work.
fn used_view() -> Option<View> {
    view_of(&document()?.active_element()?)
}

/// The view that the reader has scrolled to while the program was on its way.
fn read_view() -> Option<View> {
    view_of(&reading()?)
}

fn view_of(element: &Element) -> Option<View> {
    let view = element.closest("[data-view]").ok()??;
    View::from_id(&view.get_attribute("data-view")?)
}

/// The texts that stand in the fields of the page: name and text.
pub(super) fn typed() -> Vec<(String, AttrValue)> {
    let fields = document().and_then(|it| it.query_selector_all("#hours input,#hours select").ok());
    let Some(fields) = fields else {
        return Vec::new();
    };
    (0..fields.length())
        .filter_map(|number| read(&*fields.get(number)?))
        .filter(|(_, text)| !text.is_empty())
        .collect()
}

/// Takes the text out of the field that texts are pasted into: nothing of it stays in the page.
fn take_pasted() -> String {
    let field = by_id("paste").map(JsValue::from);
    let text = field.as_ref().and_then(|field| text(field, "value"));
    if let Some(field) = &field {
        let _ = Reflect::set(field, &"value".into(), &"".into());
    }
    text.unwrap_or_default()
}

/// The day on the reader's clock.
fn today() -> Option<hours::Date> {
    let now = js_sys::Date::new_0();
    hours::Date::new(now.get_full_year(), now.get_month() + 1, now.get_date()).ok()
}

/// What of the session the page around the program shows.
#[derive(Default)]
pub(crate) struct Shown {
    place: Option<(View, usize, Lang)>,
    map: Map,
    turn: u32,
}

impl Shown {
    /// Keeps view, address and focus in step with the session after each render.
    pub(crate) fn follow(&mut self, session: &Session) {
        let place = Some((session.view, session.node, session.page.data.lang));
        let is_elsewhere = self.place != place;
        let is_first = self.place.is_none();
        if is_elsewhere {
            self.place = place;
            show(session);
            self.map.mark(session);
        }
        // Measuring makes the browser lay the page out, which whoever types hours should not wait for.
        let is_beside = matches!(session.view, View::Guided | View::Map);
        let is_short = is_beside && is_guide_short();
        mark("data-guide", if is_short { "short" } else { "long" });
        let (turn, attention) = session.attention;
        if self.turn != turn {
            self.turn = turn;
            // A key on the map moves the focus and nothing that the address says.
            if is_elsewhere || !matches!(attention, Attention::Spot(_)) {
                write_address(session);
            }
            match attention {
                Attention::Spot(spot) => self.map.focus(session, spot),
                attention => attend(session, attention),
            }
            // A guide that stays in sight lets the map be followed beside it.
            if is_elsewhere && is_short {
                self.map.scroll(session);
            }
        } else if is_first && session.view == View::Map && !session.visits.is_empty() {
            // Who opens the map at a place wants to see the place.
            self.map.scroll(session);
        }
    }
}

/// Whether the guide fits into the window as a whole.
fn is_guide_short() -> bool {
    let heights = by_id("guided").zip(root());
    heights.is_some_and(|(card, window)| card.client_height() < window.client_height())
}

/// Writes the place into the address without a new entry in the history.
fn write_address(session: &Session) {
    let Some(window) = window() else { return };
    let mut place = fragment(session);
    // Where the query names a view, silence would mean that one.
    let query = window.location().search().unwrap_or_default();
    if session.view == View::Guided && query.split('=').any(|part| part.ends_with("view")) {
        place.push_str("&view=guided");
    }
    replace_address(&place);
}

/// Listens to links within the page and to changes of the address, as long as the page lives.
pub(crate) fn listen(on_action: &Callback<Action>) {
    if let Some(document) = document() {
        let (links_to, keys_to) = (on_action.clone(), on_action.clone());
        let options = EventListenerOptions::enable_prevent_default();
        let links = move |event: &Event| follow_link(event, &links_to);
        EventListener::new_with_options(&document, "click", options, links).forget();
        let keys = move |event: &Event| follow_key(event, &keys_to);
        EventListener::new_with_options(&document, "keydown", options, keys).forget();
    }
    if let Some(window) = window() {
        let on_action = on_action.clone();
        let address = move |_: &Event| on_action.emit(Action::PlaceOpened(hash_place()));
        EventListener::new(&window, "hashchange", address).forget();
    }
}

/// Follows a link within the page, of the program's tree or not, without an entry in the history, and hears the buttons of the hours.
fn follow_link(event: &Event, on_action: &Callback<Action>) {
    let Some(link) = clicked(event) else {
        return;
    };
    let number = |name| -> Option<usize> { link.get_attribute(name)?.parse().ok() };
    let action = link.get_attribute("data-action").unwrap_or_default();
    let action = match action.as_str() {
        "back" => Action::BackPressed,
        "restart" => Action::Restarted,
        "check" => Action::CheckPressed,
        "clear" => Action::Cleared,
        "read-paste" => Action::TextPasted(take_pasted()),
        "accept-reading" => Action::ReadingAccepted,
        "discard-reading" => Action::ReadingDiscarded,
        "add-coming" => Action::ComingAdded,
        kind => match (number("value"), number("data-exit")) {
            (Some(place), _) if kind == "change" => Action::EarlierChosen(place),
            (Some(line), _) => Action::ComingRemoved(line),
            (_, Some(exit)) => Action::ExitTaken(exit),
            _ => {
                if let Some(href) = link.get_attribute("href") {
                    follow_href(event, link, &href, on_action);
                }
                return;
            }
        },
    };
    event.prevent_default();
    on_action.emit(action);
}

fn follow_href(event: &Event, link: Element, href: &str, on_action: &Callback<Action>) {
    if link.get_attribute("data-action").as_deref() == Some("switch-language") {
        event.prevent_default();
        if let Some(link) = link.dyn_ref::<HtmlAnchorElement>() {
            language::switch(link.href(), on_action.clone());
        }
    } else if let Some(name) = map::name(&link) {
        event.prevent_default();
        on_action.emit(Action::SpotChosen(name));
    } else if let Some(id) = href.strip_prefix('#') {
        event.prevent_default();
        let place = Place::from_fragment(href);
        if place.is_empty() {
            focus(id);
        } else {
            on_action.emit(Action::PlaceOpened(place));
        }
    }
}

/// The link or button that was pressed, if it is the program's to answer.
fn clicked(event: &Event) -> Option<Element> {
    let mouse: &MouseEvent = event.dyn_ref()?;
    if event.default_prevented() || !is_ours(mouse) {
        return None;
    }
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest("a,button").ok()?
}
