//! Shows a state of the gallery in a page of a build, in place of its program: `#state=<language>/<name>`.
//! Makes its markup as a build does, and takes it over as the program does.

use learning_hours_guide::app::{GuidedRoot, HoursRoot, MapRoot, RootProps, Start};
use learning_hours_guide::browser;
use learning_hours_guide::gallery::{Exhibit, State, exhibits};
use learning_hours_guide::store::Store;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::{BaseComponent, Reducible, Renderer};

fn main() {
    browser::mark_failure_on_panic();
    let Some(exhibit) = asked_for() else {
        wasm_bindgen::throw_str("the gallery has no such state");
    };
    let root = match exhibit.state {
        State::Guided(_) => "guided-root",
        State::Map(_) => "map-root",
        State::Hours(_) => "hours-root",
    };
    let Some(root) = browser::root_of(root) else {
        wasm_bindgen::throw_str("the page has no place for this state");
    };
    spawn_local(async move {
        root.set_inner_html(&exhibit.markup(true).await);
        match exhibit.state {
            State::Guided(walk) => hydrate::<GuidedRoot, _>(root, walk),
            State::Map(walk) => hydrate::<MapRoot, _>(root, walk),
            State::Hours(calculator) => hydrate::<HoursRoot, _>(root, *calculator),
        }
    });
}

#[allow(clippy::disallowed_methods)]
fn asked_for() -> Option<Exhibit> {
    let hash = web_sys::window()?.location().hash().ok()?;
    let (_, asked) = hash.split_once("state=")?;
    let (lang, name) = asked.split_once('/')?;
    exhibits()
        .into_iter()
        .find(|exhibit| (exhibit.lang.tag(), exhibit.name) == (lang, name))
}

fn hydrate<Root, S>(root: Element, state: S)
where
    Root: BaseComponent<Properties = RootProps<S>>,
    S: Reducible + 'static,
{
    let props = RootProps::new(&Store::new(state), Start::Hydrated);
    Renderer::<Root>::with_root_and_props(root, props).hydrate();
}
