//! Asks the core as its Worker does, with the frozen content.

#![allow(dead_code, reason = "not every test asks for everything")]

use hours::Date;
use studio_core::Core;
use studio_protocol::{File, Reply, Request};

const CONTENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/frozen");

pub(crate) fn file(name: &str) -> File {
    let path = format!("{CONTENT}/{name}.toml");
    File {
        name: name.to_owned(),
        text: std::fs::read_to_string(path).expect("a content file"),
    }
}

pub(crate) fn files() -> Vec<File> {
    let names = [
        "guide",
        "calendar",
        "categories",
        "rules/manual-10",
        "rules/school-107-contract",
    ];
    names.map(file).into()
}

/// Without a shell: none of these requests makes pages.
fn core() -> Core {
    let scripts = serde_json::to_string(&prerender::Scripts::as_written()).expect("scripts");
    let styles = serde_json::to_string(&prerender::Styles::as_written(Vec::new())).expect("styles");
    let shell = format!(
        "{{\"template\":\"\",\"styles\":{styles},\"scripts\":{scripts},\"glue\":\"g\",\"wasm\":\"w\"}}"
    );
    Core::new(&shell, "[]").expect("a shell")
}

pub(crate) fn ask(request: Request) -> Reply {
    ask_with(request, &[])
}

/// The same about the bytes of a file.
pub(crate) fn ask_with(request: Request, bytes: &[u8]) -> Reply {
    answer(request, bytes).0
}

fn answer(request: Request, bytes: &[u8]) -> (Reply, Option<Vec<u8>>) {
    let today = Date::new(2026, 11, 29).expect("a day");
    core()
        .answer(&request.to_json(), bytes, today)
        .expect("a request")
}

/// The file that comes of a request.
pub(crate) fn bytes(request: Request) -> Vec<u8> {
    let (_, bytes) = answer(request, &[]);
    bytes.expect("a file")
}
