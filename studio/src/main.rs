//! Starts the studio in its page.

use learning_hours_guide::browser::{mark_failure_on_panic, root_of};
use studio_page::app::App;
use studio_page::browser::is_on_a_disk;

fn main() {
    mark_failure_on_panic();
    // Some browsers run programs from a disk; the core and the preview have no address there.
    if is_on_a_disk() {
        wasm_bindgen::throw_str("the studio is to be opened from its address");
    }
    match root_of("studio") {
        Some(root) => {
            yew::Renderer::<App>::with_root(root).render();
        }
        None => wasm_bindgen::throw_str("the page has no place for the studio"),
    }
}
