//! The start: what the reader did before the program hears them, and the listeners that live as long as the page.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::Callback;

use super::address::{address_of, asked, path};
use super::document::{document, root};
use super::fields::typed;
use super::files::refuse_drops;
use super::focus::follow_spots;
use super::history::{keep, kept_way};
use super::kept::{Kept, is_translated};
use super::links::listen_to_links;
use super::time::{AFTER_PAINT_MS, listen_for_return, today};
use super::view::{asked_view, listen_to_search, read_view};
use crate::guided::{Attention, Walk, WalkAction, Way};
use crate::hours::{Calculator, HoursAction};
use crate::page::Page;
use crate::place::{Place, View};
use crate::store::Store;

/// Makes a panic visible as a failed program rather than as a dead page.
/// A program that cannot even start ends in an exception, which the page's own script marks in the same way.
pub fn mark_failure_on_panic() {
    #[cfg(feature = "browser")]
    yew::set_custom_panic_hook(Box::new(|_| {
        super::document::mark("data-app", "failed");
    }));
}

/// Hears the reader from here on, and takes over what they did before.
pub fn begin(walk: &Rc<Store<Walk>>, calculator: &Rc<Store<Calculator>>) {
    let on_place = walk.dispatcher().reform(WalkAction::PlaceOpened);
    let page = walk.state().page.clone();
    listen_to_links(
        page.build.clone(),
        &on_place,
        &on_language(walk, calculator),
    );
    listen_to_search(on_found(walk));
    refuse_drops();
    follow_spots(walk);
    follow_filling(walk, calculator);
    listen_for_return(calculator.dispatcher().reform(HoursAction::DayRead));
    let texts = typed();
    let way = kept_way(&page);
    let place = asked_place(!texts.is_empty(), way.as_ref());
    calculator.dispatch(HoursAction::Arrived(texts, today()));
    walk.dispatch(WalkAction::Arrived(place, way.clone()));
    let is_walking = walk.state().attention.0 > 0;
    if is_walking {
        // A step that was taken meanwhile is one after the place that was opened.
        let mut opened = Walk::new(page);
        opened.follow(WalkAction::Arrived(asked(), way));
        keep(&opened, None);
    } else {
        keep(&walk.state(), None);
    }
}

/// Opens the box to paste into where the last step leads to the hours.
fn follow_filling(walk: &Rc<Store<Walk>>, calculator: &Rc<Store<Calculator>>) {
    let (followed, calculator) = (Cell::new(0), calculator.clone());
    walk.subscribe(Callback::from(move |walk: Rc<Walk>| {
        let (turn, attention) = walk.attention;
        if followed.replace(turn) != turn && attention == Attention::Paste {
            calculator.dispatch(HoursAction::PasteOpened);
        }
    }));
}

/// Shows the view that the browser's search has found something in; that is no entry of the history.
fn on_found(walk: &Rc<Store<Walk>>) -> Callback<View> {
    let walk = walk.clone();
    Callback::from(move |view| {
        walk.dispatch(WalkAction::ViewFound(view));
        let walk = walk.state();
        keep(&walk, Some(&address_of(&walk, &path())));
    })
}

/// Gives both states the page in the other language; where a translator was at work, their trees are made anew.
fn on_language(
    walk: &Rc<Store<Walk>>,
    calculator: &Rc<Store<Calculator>>,
) -> Callback<Option<Rc<Page>>> {
    let (walk, calculator) = (walk.clone(), calculator.clone());
    Callback::from(move |page: Option<Rc<Page>>| match page {
        Some(page) => {
            // A text that is not in the page any more would leave its old words there.
            if let Some(root) = root().filter(is_translated) {
                let kept = Kept::from(&root);
                calculator.dispatch(HoursAction::TextsLost);
                walk.dispatch(WalkAction::TextsLost);
                Timeout::new(AFTER_PAINT_MS, move || kept.put_back()).forget();
            }
            calculator.dispatch(HoursAction::LanguageArrived(page.clone()));
            walk.dispatch(WalkAction::LanguageArrived(page));
        }
        None => walk.dispatch(WalkAction::LanguageFailed),
    })
}

/// The place that the reader and the address have asked for until the program hears them itself.
/// `way` is the one that was kept over a reload, where there is one.
fn asked_place(is_typed: bool, way: Option<&Way>) -> Place {
    let mut place = asked();
    let used = || (is_typed || is_in_hours()).then_some(View::Hours);
    place.view = (place.view.or_else(asked_view))
        .or_else(used)
        .or_else(|| Some(way?.view))
        .or_else(read_view);
    place
}

/// Whether the reader is at work on the hours.
/// Elsewhere the focus says nothing: it stays where a link has led, also for who went back.
fn is_in_hours() -> bool {
    let focus = document().map(|it| it.query_selector("#hours :focus"));
    matches!(focus, Some(Ok(Some(_))))
}
