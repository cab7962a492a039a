//! Starts the program in the browser: page data in, living page out; a failure leaves the page as it was.

use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use learning_hours_guide::app::{GuidedRoot, HoursRoot, MapRoot, RootProps, Start};
use learning_hours_guide::browser::{self, Kept};
use learning_hours_guide::guided::Walk;
use learning_hours_guide::hours::{Calculator, HoursAction};
use learning_hours_guide::page::Page;
use learning_hours_guide::store::Store;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::{BaseComponent, Reducible, Renderer};

fn main() {
    browser::mark_failure_on_panic();
    let Some(data) = browser::page_data() else {
        wasm_bindgen::throw_str("the page has no data that this program can read");
    };
    let roots = ["guided-root", "hours-root", "map-root"].map(browser::root_of);
    let [Some(guided), Some(hours), Some(map)] = roots else {
        wasm_bindgen::throw_str("the page has no place for this program");
    };
    let page = Rc::new(Page::from(data));
    let walk = Store::new(Walk::new(page.clone()));
    let calculator = Store::new(Calculator::new(page));
    spawn_local(async move {
        // Each root in a task of its own, so that none keeps a reader waiting.
        next_task().await;
        take_over::<GuidedRoot, _>(guided, &walk, |_| {});
        next_task().await;
        take_over::<HoursRoot, _>(hours, &calculator, |root| {
            calculator.dispatch(HoursAction::TextsFound(browser::typed_in(root)));
        });
        next_task().await;
        take_over::<MapRoot, _>(map, &walk, |_| {});
        next_task().await;
        browser::begin(&walk, &calculator);
    });
}

fn next_task() -> TimeoutFuture {
    TimeoutFuture::new(0)
}

/// Hydrates a root, or renders it afresh where something has changed it since it was made: a translation, an extension, a host.
/// `before` saves what would be lost then.
fn take_over<Root, State>(root: Element, store: &Rc<Store<State>>, before: impl FnOnce(&Element))
where
    Root: BaseComponent<Properties = RootProps<State>>,
    State: Reducible + 'static,
{
    let is_as_made = browser::is_as_made(&root);
    let mut start = Start::Hydrated;
    if !is_as_made {
        before(&root);
        start = Start::Fresh(Kept::from(&root));
        root.set_inner_html("");
    }
    let props = RootProps::new(store, start);
    let renderer = Renderer::<Root>::with_root_and_props(root, props);
    if is_as_made {
        renderer.hydrate();
    } else {
        renderer.render();
    }
}
