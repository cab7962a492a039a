//! The application: one session, one reducer, the views that interact.
//!
//! The outline is not here: it never changes while one reads, so it is markup of the page alone.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{self, Kept};
use crate::components::pressed;
use crate::session::{Action, Notice, Page, Place, Session, View, fragment};
use crate::store::{Store, use_session, use_session_late};
use crate::views::{Guided, Hours, MapView};

/// What every root starts from; the same at build time and in the browser.
#[derive(Clone, PartialEq, Properties)]
pub struct RootProps {
    /// The one session.
    pub store: Rc<Store>,
    /// What the reader had left in the root, where it is made anew.
    pub kept: Option<Rc<Kept>>,
}

fn to_callback(store: &Rc<Store>) -> Callback<Action> {
    let store = store.clone();
    Callback::from(move |action| store.dispatch(action))
}

/// The switches, what must be said, and the guide; it also keeps the page in step.
#[component]
pub fn GuidedRoot(props: &RootProps) -> Html {
    let session = use_session(&props.store, props.kept.is_none());
    let on_action = &*use_memo((), |()| to_callback(&props.store));
    browser::use_page(&session);
    browser::use_kept(&props.kept);
    html! {
        <>
            <Switches page={&session.page} view={session.arrived.then_some(session.view)} {on_action} />
            if let Some(notice) = session.notice {
                { notice_box(notice, &session) }
            }
            <Guided
                page={&session.page}
                node={session.node}
                visits={&session.visits}
                date={&session.date}
                {on_action}
            />
        </>
    }
}

/// The hours.
#[component]
pub fn HoursRoot(props: &RootProps) -> Html {
    let session = use_session(&props.store, props.kept.is_none());
    let on_action = &*use_memo((), |()| to_callback(&props.store));
    browser::use_kept(&props.kept);
    // Fields that are made anew have nothing in them that was typed before.
    let arrived = session.arrived || props.kept.is_some();
    html! { <Hours facts={session.facts()} {arrived} {on_action} /> }
}

/// The map.
#[component]
pub fn MapRoot(props: &RootProps) -> Html {
    let session = use_session_late(&props.store, props.kept.is_none());
    let on_action = &*use_memo((), |()| to_callback(&props.store));
    browser::use_kept(&props.kept);
    html! { <MapView charted={Rc::new(session.charted())} page={&session.page} {on_action} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct SwitchesProps {
    page: Rc<Page>,
    /// The view that is shown, once that is known.
    view: Option<View>,
    on_action: Callback<Action>,
}

#[component]
fn Switches(props: &SwitchesProps) -> Html {
    let words = &props.page.words;
    let switch = |view: View| {
        let name = match view {
            View::Guided => &words.guided,
            View::Map => &words.map,
            View::Hours => &words.hours,
            View::Outline => &words.outline,
        };
        let place = Place {
            node: None,
            view: Some(view),
        };
        html! {
            <a
                class="views__switch"
                href={["#", view.id()].concat()}
                data-action={["view-", view.id()].concat()}
                aria-current={(props.view == Some(view)).then_some("page")}
                onclick={pressed(&props.on_action, Action::PlaceOpened(place))}
            >
                { name }
            </a>
        }
    };
    html! {
        <nav class="views" aria-label={words.views.clone()}>{ for View::ALL.map(switch) }</nav>
    }
}

fn notice_box(notice: Notice, session: &Session) -> Html {
    let words = &session.page.words;
    match notice {
        Notice::LanguageFailed => {
            let href = [&session.page.edition.other, fragment(session).as_str()].concat();
            html! {
                <p class="notice" role="alert">
                    { words.language_failed.clone() }{ " " }<a {href}>{ words.language_anyway.clone() }</a>
                </p>
            }
        }
    }
}
