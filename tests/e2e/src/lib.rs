//! The parts of a journey through the finished pages: a server that records, a browser, and a page that waits for states.
//!
//! `cargo xtask test` sets the environment: `DIST_DIR`, `ANOTHER_DIR`, `GALLERY_DIR`, `AXE_PATH`, and for each engine its browser and driver.
//! A journey ends with two looks of its own: nothing on the console, and no request since the program was ready.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot start has failed, and says why"
)]

mod engine;
mod host;
mod journey;
mod page;

pub use engine::{Engine, Look, Paper};
pub use host::{Host, host};
pub use journey::{Build, Journey, journey};
pub use page::{Page, Result};
pub use recording_server::Change;
pub use serde_json::{Value, json};
pub use thirtyfour::Key;

/// The pages in both languages: the address below the server and the `lang` of the page.
pub const LANGUAGES: [(&str, &str); 2] = [("/", "zh-Hant"), ("/en/", "en")];

/// The views, by the names they have in attributes and addresses.
pub const VIEWS: [&str; 4] = ["guided", "map", "hours", "outline"];

/// A setting that `cargo xtask test` makes.
#[must_use]
pub fn setting(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| {
        panic!("{name} is not set: run the whole suite with `cargo xtask test`")
    })
}
