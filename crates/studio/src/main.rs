//! The core as a program for a Worker: what `studio/worker.js` calls. The clock is read here and nowhere else.

use std::time::{Duration, SystemTime};

use hours::Date;
use studio_core::Core;
use wasm_bindgen::prelude::*;

/// Nothing happens before the Worker asks.
fn main() {}

/// The core, as the Worker holds it.
#[wasm_bindgen]
pub struct Studio(Core);

/// An answer: its text, and the bytes of a file where there are any.
#[wasm_bindgen]
pub struct Answer {
    reply: String,
    bytes: Option<Vec<u8>>,
}

#[wasm_bindgen]
impl Answer {
    /// The reply, as JSON.
    #[wasm_bindgen(getter)]
    pub fn reply(&self) -> String {
        self.reply.clone()
    }

    /// The file that the reply speaks of.
    pub fn take_bytes(&mut self) -> Option<Vec<u8>> {
        self.bytes.take()
    }
}

#[wasm_bindgen]
impl Studio {
    /// `shell` and `source` are the texts of `studio/shell.json` and `studio/source.json`.
    ///
    /// # Errors
    /// If they are none of this build's.
    #[wasm_bindgen(constructor)]
    pub fn new(shell: &str, source: &str) -> Result<Studio, JsError> {
        Ok(Studio(Core::new(shell, source)?))
    }

    /// The names of the glue and the program that single files hold, in the order in which they are to be put.
    pub fn program(&self) -> Vec<String> {
        self.0.program().map(str::to_owned).to_vec()
    }

    /// Takes over a file of the site.
    pub fn put(&mut self, name: &str, bytes: Vec<u8>) {
        self.0.put(name, bytes);
    }

    /// Answers a request, a text of JSON; `bytes` are those of a file to open.
    pub fn answer(&self, request: &str, bytes: Option<Vec<u8>>) -> Result<Answer, JsError> {
        let bytes = bytes.unwrap_or_default();
        let (reply, bytes) = self.0.answer(request, &bytes, today()?)?;
        Ok(Answer {
            reply: reply.to_json(),
            bytes,
        })
    }
}

/// The day in Taiwan. `SystemTime::now` would trap in the browser.
fn today() -> Result<Date, JsError> {
    let since = Duration::try_from_secs_f64(js_sys::Date::now() / 1000.0)?;
    let now = SystemTime::UNIX_EPOCH + since;
    authoring::day_in_taiwan(now).ok_or_else(|| JsError::new("the clock is far off"))
}
