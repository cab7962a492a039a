//! Starts the program in the browser: page data in, living page out; a failure leaves the page as it was.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use learning_hours_guide::app::{GuidedRoot, HoursRoot, MapRoot, RootProps};
use learning_hours_guide::browser::{self, Kept};
use learning_hours_guide::guided::Walk;
use learning_hours_guide::hours::{Calculator, HoursAction};
use learning_hours_guide::page::Page;
use learning_hours_guide::store::Store;
use web_sys::Element;
use yew::{BaseComponent, Reducible, Renderer};

/// The two states: they never read each other.
#[derive(Clone)]
struct States {
    walk: Rc<Store<Walk>>,
    calculator: Rc<Store<Calculator>>,
}

fn main() {
    browser::mark_failure_on_panic();
    let Some(data) = browser::page_data() else {
        wasm_bindgen::throw_str("the page has no data that this program can read");
    };
    let page = Rc::new(Page::from(data));
    let states = States {
        walk: Store::new(Walk::new(page.clone())),
        calculator: Store::new(Calculator::new(page)),
    };
    // Each root in a task of its own, so that none keeps a reader waiting.
    next(states, |states| {
        take_over::<GuidedRoot, _>("guided-root", &states.walk, |_| {});
        next(states, |states| {
            take_over::<HoursRoot, _>("hours-root", &states.calculator, |root| {
                let texts = HoursAction::TextsFound(browser::typed_in(root));
                states.calculator.dispatch(texts);
            });
            next(states, |states| {
                take_over::<MapRoot, _>("map-root", &states.walk, |_| {});
                next(states, |states| {
                    browser::begin(&states.walk, &states.calculator)
                });
            });
        });
    });
}

fn next(states: States, act: fn(States)) {
    Timeout::new(0, move || act(states)).forget();
}

/// Hydrates a root, or renders it afresh where something has changed it since it was made: a translation, an extension, a host.
/// `before` saves what would be lost then.
fn take_over<Root, State>(id: &str, store: &Rc<Store<State>>, before: impl FnOnce(&Element))
where
    Root: BaseComponent<Properties = RootProps<State>>,
    State: Reducible + 'static,
{
    let Some(root) = browser::root_of(id) else {
        wasm_bindgen::throw_str("the page has no place for this program");
    };
    let is_as_made = browser::is_as_made(&root);
    let mut kept = None;
    if !is_as_made {
        before(&root);
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
