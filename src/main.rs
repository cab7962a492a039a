//! Starts the program in the browser: page data in, living page out; a failure leaves the page as it was.

use std::rc::Rc;

use learning_hours_guide::app::{App, AppProps};
use learning_hours_guide::browser;
use learning_hours_guide::session::Page;

/// A small allocator: the standard one weighs 2 kB more (decision 0002).
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static HEAP: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    browser::mark_failure_on_panic();
    let Some(data) = browser::page_data() else {
        wasm_bindgen::throw_str("the page has no data that this program can read");
    };
    let page = Rc::new(Page::from(data));
    // In a task of its own, since reading the page and building the tree are each as long as a task should be.
    browser::next(move || {
        let props = AppProps { page: page.clone() };
        let Some(root) = browser::app_root() else {
            wasm_bindgen::throw_str("the page has no place for this program");
        };
        // What it builds is what stands there already: the page's script `adopt.js` hands it out (decision 0012).
        yew::Renderer::<App>::with_root_and_props(root, props).render();
    });
}
