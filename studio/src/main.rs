//! Starts the studio in its page.

use learning_hours_guide::browser::{mark_failure_on_panic, root_of};
use studio_page::app::App;

fn main() {
    mark_failure_on_panic();
    match root_of("studio") {
        Some(root) => {
            yew::Renderer::<App>::with_root(root).render();
        }
        None => wasm_bindgen::throw_str("the page has no place for the studio"),
    }
}
