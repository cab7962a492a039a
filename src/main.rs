//! Starts the program in the browser: page data in, living page out; a failure leaves the page as it was.

use std::rc::Rc;

use learning_hours_guide::app::{GuidedRoot, HoursRoot, MapRoot, RootProps};
use learning_hours_guide::browser::{self, Kept};
use learning_hours_guide::session::{Action, Page};
use learning_hours_guide::store::Store;
use yew::{BaseComponent, Renderer};

fn main() {
    browser::mark_failure_on_panic();
    let Some(data) = browser::page_data() else {
        wasm_bindgen::throw_str("the page has no data that this program can read");
    };
    let store = Store::new(Rc::new(Page::from(data)));
    // Each root in a task of its own, so that none keeps a reader waiting.
    next(&store, |store| {
        take_over::<GuidedRoot>("guided-root", store);
        next(store, |store| {
            take_over::<HoursRoot>("hours-root", store);
            next(store, |store| {
                take_over::<MapRoot>("map-root", store);
                next(store, browser::begin);
            });
        });
    });
}

fn next(store: &Rc<Store>, act: fn(&Rc<Store>)) {
    let store = store.clone();
    browser::next(move || act(&store));
}

/// Hydrates a root, or renders it afresh where something has changed it since it was made: a translation, an extension, a host.
fn take_over<Root: BaseComponent<Properties = RootProps>>(id: &str, store: &Rc<Store>) {
    let Some(root) = browser::root_of(id) else {
        wasm_bindgen::throw_str("the page has no place for this program");
    };
    let is_as_made = browser::is_as_made(&root);
    let mut kept = None;
    if !is_as_made {
        store.dispatch(Action::TextsFound(browser::typed_in(&root)));
        kept = Some(Rc::new(Kept::from(&root)));
        root.set_inner_html("");
    }
    let store = store.clone();
    let renderer = Renderer::<Root>::with_root_and_props(root, RootProps { store, kept });
    if is_as_made {
        renderer.hydrate();
    } else {
        renderer.render();
    }
}
