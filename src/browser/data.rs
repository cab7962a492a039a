//! Reads the data of a page, and properties of what the browser has.

use guide::PageData;
use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::wording::Word;

/// The data in the lines of a page, or nothing where they are broken.
pub(super) fn parse(lines: &str) -> Option<PageData> {
    // A page of another build has its sentences in another order.
    guide::from_lines::<PageData>(lines).filter(|data| data.words.len() == Word::COUNT)
}

/// The value of a property, of an element or another object.
fn property(value: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(value, &JsValue::from_str(name)).ok()
}

/// The text of a property.
pub(super) fn text(value: &JsValue, name: &str) -> Option<String> {
    property(value, name)?.as_string()
}

/// A property that is `true`; one that is missing is not.
pub(super) fn is_set(value: &JsValue, name: &str) -> bool {
    property(value, name).is_some_and(|it| it.is_truthy())
}
