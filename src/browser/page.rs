//! The page around the program: what it says at the start, and the hook that keeps address, view and focus in step with the walk.

use std::cell::Cell;
use std::mem::take;
use std::rc::Rc;

use ::hours::Date;
use gloo_timers::callback::Timeout;
use guide::Lang;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::document::{
    by_id, clear_paste, document, focus, focus_place, is_app, mark, mark_in_place, mark_outline,
    may_move, reading, replace_address, reveal, root, window,
};
use super::events::read;
use super::listen::{listen, listen_for_return};
use super::map;
use crate::guided::{Attention, Walk, WalkAction};
use crate::hours::{self, Calculator, HoursAction};
use crate::page::Page;
use crate::place::{Place, View};
use crate::store::Store;

/// The place that the reader and the address have asked for until the program hears them itself.
fn asked_place(is_typed: bool) -> Place {
    let mut place = hash_place();
    let used = || (is_typed || is_in_hours()).then_some(View::Hours);
    place.view = (place.view.or_else(asked_view))
        .or_else(used)
        .or_else(read_view);
    place
}

fn hash_place() -> Place {
    let hash = window().and_then(|window| window.location().hash().ok());
    Place::from_fragment(&hash.unwrap_or_default())
}

/// The view that the script in the head shows alone, since the address asks for it or leads into it.
fn asked_view() -> Option<View> {
    View::from_id(&root()?.get_attribute("data-showing")?)
}

/// Whether the reader is at work on the hours.
/// Elsewhere the focus says nothing: it stays where a link has led, also for who went back.
fn is_in_hours() -> bool {
    let focus = document().map(|it| it.query_selector("#hours :focus"));
    matches!(focus, Some(Ok(Some(_))))
}

/// The view that the reader has scrolled to while the program was on its way.
fn read_view() -> Option<View> {
    let view = reading()?.closest("[data-view]").ok()??;
    View::from_id(&view.get_attribute("data-view")?)
}

/// The texts that stand in the fields of the page: name and text.
pub(super) fn typed() -> Vec<(String, AttrValue)> {
    root().map_or_else(Vec::new, |root| typed_in(&root))
}

/// The texts that stand in the fields for hours within an element: name and text.
#[must_use]
pub fn typed_in(root: &Element) -> Vec<(String, AttrValue)> {
    let Ok(fields) = root.query_selector_all("#hours input,#hours select") else {
        return Vec::new();
    };
    (0..fields.length())
        .filter_map(|number| read(fields.get(number)?.dyn_ref()?))
        .filter(|(_, text)| !text.is_empty())
        .collect()
}

/// The day on the reader's clock.
pub(crate) fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    Date::new(now.get_full_year(), now.get_month() + 1, now.get_date()).ok()
}

/// Hears the reader from here on, and takes over what they did before.
pub fn begin(walk: &Rc<Store<Walk>>, calculator: &Rc<Store<Calculator>>) {
    let on_place = walk.dispatcher().reform(WalkAction::PlaceOpened);
    let on_language = {
        let (walk, calculator) = (walk.clone(), calculator.clone());
        Callback::from(move |page: Option<Rc<Page>>| match page {
            Some(page) => {
                calculator.dispatch(HoursAction::LanguageArrived(page.clone()));
                walk.dispatch(WalkAction::LanguageArrived(page));
            }
            None => walk.dispatch(WalkAction::LanguageFailed),
        })
    };
    listen(&on_place, &on_language);
    follow_spots(walk);
    let on_shown = calculator.dispatcher();
    let on_shown = on_shown.reform(|()| HoursAction::DayRead(today()));
    listen_for_return(on_shown);
    let texts = typed();
    let place = asked_place(!texts.is_empty());
    calculator.dispatch(HoursAction::Arrived(texts, today()));
    walk.dispatch(WalkAction::Arrived(place));
}

/// Moves the focus along the map at once and not after a rendering: the next key has to be heard by the spot that it is pressed on.
fn follow_spots(walk: &Rc<Store<Walk>>) {
    let followed = Cell::new(0);
    walk.subscribe(Callback::from(move |walk: Rc<Walk>| {
        let (turn, attention) = walk.attention;
        if let (true, Attention::Spot(spot)) = (followed.replace(turn) != turn, attention) {
            map::focus(&walk, spot);
        }
    }));
}

/// Moves the focus to where the hours want it.
#[hook]
pub(crate) fn use_attention(attention: (u32, hours::Attention)) {
    use_effect_with(attention, |(_, attention)| match attention {
        hours::Attention::Stay => {}
        hours::Attention::Heading => {
            // Clearing forgets what waits to be read as well.
            clear_paste();
            focus("hours-title");
        }
        hours::Attention::Verdict if by_id("errors").is_some() => focus("errors"),
        hours::Attention::Verdict => focus("summary"),
        hours::Attention::Review => focus("review"),
        hours::Attention::Paste => focus("paste"),
        hours::Attention::Coming(line) => focus(&format!("coming-row-{line}")),
        hours::Attention::ComingAdd => focus("coming-add"),
    });
}

/// Keeps address, view and focus in step with the walk.
#[hook]
pub(crate) fn use_page(walk: &Rc<Walk>) {
    let shown = use_mut_ref(Shown::default);
    let waiting = use_mut_ref(|| None::<Timeout>);
    use_effect_with(walk.clone(), move |walk| {
        if !walk.arrived {
            return;
        }
        if let Some(wait) = shown.borrow_mut().follow(walk) {
            let (shown, walk) = (shown.clone(), walk.clone());
            let settle = move || shown.borrow_mut().settle(&walk);
            // A press that arrives first cancels the one that waits and schedules it again.
            *waiting.borrow_mut() = Some(Timeout::new(wait, settle));
        }
    });
}

/// Milliseconds within which the answer to a press is on the screen; whatever a reader does not look at follows then.
pub(crate) const AFTER_PAINT_MS: u32 = 50;

/// What of the walk the page around the program shows.
#[derive(Default)]
pub(crate) struct Shown {
    place: Option<(View, usize, Lang)>,
    turn: u32,
    /// What is still to be done: to mark the place, to follow it along the map, to write it into the address.
    is_marked_late: bool,
    is_followed_late: bool,
    is_written_late: bool,
    /// Whether the guide stayed in sight beside the map.
    was_short: bool,
}

impl Shown {
    /// Keeps view and focus in step with the walk after each render, and says in how many milliseconds [`Self::settle`] is wanted.
    pub(crate) fn follow(&mut self, walk: &Walk) -> Option<u32> {
        let place = place_of(walk);
        let is_elsewhere = self.place != place;
        let is_first = self.place.is_none();
        if is_elsewhere {
            self.place = place;
            let mark = if is_first { mark_in_place } else { mark };
            mark("data-showing", walk.view.id());
        }
        let (turn, attention) = walk.attention;
        let is_asked = self.turn != turn;
        self.turn = turn;
        self.is_marked_late |= is_elsewhere;
        // Who opens the map at a place wants to see the place.
        let is_opened = is_first && walk.view == View::Map && !walk.visits.is_empty();
        // A spot of the map has been scrolled to as it gets the focus, and alone says nothing new to the address.
        let is_spot = matches!(attention, Attention::Spot(_));
        self.is_followed_late |= is_opened || is_asked && is_elsewhere && !is_spot;
        self.is_written_late |= is_asked && (is_elsewhere || !is_spot);
        if is_asked {
            match attention {
                // A spot of the map has it already, see `follow_spots`.
                Attention::Stay | Attention::Spot(_) => {}
                Attention::Place => focus_place(walk),
            }
        }
        // Measuring makes the browser lay the page out, which whoever types hours should not wait for.
        let is_late = self.is_marked_late || self.is_written_late || self.is_followed_late;
        let wait = if is_first { 0 } else { AFTER_PAINT_MS };
        (is_late || walk.view == View::Guided).then_some(wait)
    }

    /// Runs [`AFTER_PAINT_MS`] after a press: marks the outline, writes the address, scrolls the map to the current node.
    pub(crate) fn settle(&mut self, walk: &Walk) {
        // Who opens the full guide at a place wants to see the place.
        if is_app("static") && walk.view == View::Outline {
            show_outline_entry(walk);
        }
        // A page that says it is ready is, when this task ends; what is measured below depends on it.
        if is_app("static") {
            // The script in the head may have followed a link since, to where no view is.
            mark("data-showing", walk.view.id());
            mark_in_place("data-app", "ready");
        }
        let is_beside = matches!(walk.view, View::Guided | View::Map);
        let is_short = is_beside && is_guide_short();
        if take(&mut self.is_marked_late) {
            mark_outline(walk);
        }
        mark("data-guide", if is_short { "short" } else { "long" });
        if take(&mut self.is_written_late) {
            write_address(walk);
        }
        // A guide that stays in sight lets the map be followed beside it.
        if take(&mut self.is_followed_late) && (is_short || walk.view == View::Map) {
            map::scroll(walk);
        }
        // One that no longer does has left its place: what the reader has reached in it goes back into the window.
        if take(&mut self.was_short) && !is_short && walk.view == View::Guided {
            let reached = document().and_then(|document| document.active_element());
            if let Some(element) = reached {
                reveal(&element);
            }
        }
        self.was_short = is_short;
    }
}

/// Scrolls to the current node in the full guide, unless the reader is there or has scrolled already.
fn show_outline_entry(walk: &Walk) {
    let is_at_top = window().is_some_and(|window| window.scroll_y().unwrap_or_default() < 1.0);
    let entry = walk
        .current()
        .filter(|_| walk.node != walk.page.flow.start());
    let entry = entry.and_then(|node| by_id(&["outline-", &node.id].concat()));
    if let Some(entry) = entry.filter(|_| is_at_top && may_move()) {
        entry.scroll_into_view();
    }
}

fn place_of(walk: &Walk) -> Option<(View, usize, Lang)> {
    Some((walk.view, walk.node, walk.page.edition.lang))
}

/// Whether the guide fits into the window as a whole, and stays there while the page scrolls: a frame as high as its content does not.
fn is_guide_short() -> bool {
    by_id("guided").zip(root()).is_some_and(|(card, page)| {
        let window = page.client_height();
        card.client_height() < window && window < page.scroll_height()
    })
}

/// Writes the place into the address without a new entry in the history.
/// Path and query are written as well: a `<base>` that somebody has put into the page would change the address otherwise.
fn write_address(walk: &Walk) {
    let Some(location) = window().map(|window| window.location()) else {
        return;
    };
    let path = location.pathname().unwrap_or_default();
    let query = location.search().unwrap_or_default();
    let mut place = walk.fragment();
    // Where the query names a view, silence would mean that one.
    if walk.view == View::Guided && query.split('=').any(|part| part.ends_with("view")) {
        place.push_str("&view=guided");
    }
    replace_address(&[path, query, place].concat());
}
