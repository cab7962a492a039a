//! The three roots: the guide, the hours and the map, each hydrated in a task of its own.
//!
//! The outline is not here: it never changes while one reads, so it is markup of the page alone.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{self, Kept};
use crate::components::{Icon, icon};
use crate::guided::{Guided, Walk};
use crate::hours::{Calculator, Hours};
use crate::map::MapView;
use crate::place::View;
use crate::store::{Store, use_dispatcher, use_store, use_store_late};

/// How a root begins.
#[derive(Debug)]
pub enum Start {
    /// It takes over the markup of the page, or makes it at build time.
    Hydrated,
    /// It is made anew in the browser; the reader had left this in it.
    Fresh(Kept),
}

/// The start of a root; the same at build time and in the browser.
#[derive(Properties)]
pub struct RootProps<State: Reducible + 'static> {
    store: Rc<Store<State>>,
    start: Rc<Start>,
}

impl<State: Reducible + 'static> RootProps<State> {
    /// The properties of a root that shows this state.
    #[must_use]
    pub fn new(store: &Rc<Store<State>>, start: Start) -> Self {
        Self {
            store: store.clone(),
            start: Rc::new(start),
        }
    }

    fn is_hydrated(&self) -> bool {
        matches!(*self.start, Start::Hydrated)
    }
}

impl<State: Reducible + 'static> Clone for RootProps<State> {
    fn clone(&self) -> Self {
        Self {
            store: self.store.clone(),
            start: self.start.clone(),
        }
    }
}

impl<State: Reducible + 'static> PartialEq for RootProps<State> {
    fn eq(&self, other: &Self) -> bool {
        self.store == other.store && Rc::ptr_eq(&self.start, &other.start)
    }
}

/// Puts back, once, what the reader had left in a root that was made anew.
#[hook]
fn use_kept(start: &Rc<Start>) {
    let start = start.clone();
    use_effect_with((), move |()| {
        if let Start::Fresh(kept) = &*start {
            kept.put_back();
        }
    });
}

/// The notice about the language, and the guide; the root also keeps the page around it in step with the walk.
#[component]
pub fn GuidedRoot(props: &RootProps<Walk>) -> Html {
    let walk = use_store(&props.store, props.is_hydrated());
    let on_action = &use_dispatcher(&props.store);
    let on_action = &browser::use_back(&props.store, on_action);
    let view = walk.arrived.then_some(walk.view);
    let lang = walk.page.edition.lang;
    browser::use_shown_view(view, lang);
    browser::use_switch_mark(view, lang);
    browser::use_focus(&walk);
    browser::use_history(&walk);
    browser::use_address(&props.store, &walk);
    browser::use_outline_mark(&walk);
    browser::use_outline_entry(&walk);
    browser::use_way_on_paper(&walk);
    browser::use_ready(view);
    browser::use_map_follow(&walk);
    use_kept(&props.start);
    html! {
        <>
            if walk.has_language_failed {
                { language_notice(&walk) }
            }
            <Guided key={walk.trees} page={&walk.page} node={walk.node} taken={&walk.taken} {on_action} />
        </>
    }
}

fn language_notice(walk: &Walk) -> Html {
    let words = &walk.page.words;
    let href = [&walk.page.edition.other, walk.fragment().as_str()].concat();
    html! {
        <p class="notice" role="alert">
            { icon(Icon::Question) }{ &words.language_failed }{ " " }<a {href}>{ &words.language_anyway }</a>
        </p>
    }
}

/// The hours.
#[component]
pub fn HoursRoot(props: &RootProps<Calculator>) -> Html {
    let calculator = use_store(&props.store, props.is_hydrated());
    let on_action = &use_dispatcher(&props.store);
    browser::use_hours_focus(calculator.attention);
    use_kept(&props.start);
    // Fields that are made anew have nothing in them that was typed before.
    let arrived = calculator.arrived || !props.is_hydrated();
    let undo = calculator.undo.as_ref().map(|(what, _)| *what);
    html! {
        <Hours
            key={calculator.trees}
            facts={&calculator.facts}
            is_pasting={calculator.is_pasting}
            emptied={calculator.emptied}
            {undo}
            {arrived}
            {on_action}
        />
    }
}

/// The map.
#[component]
pub fn MapRoot(props: &RootProps<Walk>) -> Html {
    let is_looked_at = |walk: &Walk| walk.view == View::Map;
    let walk = use_store_late(&props.store, props.is_hydrated(), is_looked_at);
    let on_action = &use_dispatcher(&props.store);
    use_kept(&props.start);
    let charted = use_memo(walk.clone(), |walk| walk.charted());
    html! {
       <MapView
           key={walk.trees}
           {charted}
           page={&walk.page}
           panel={walk.has_panel.then_some(walk.node)}
           attention={walk.attention}
           {on_action}
       />
    }
}
