//! Doing things a moment later, in a task of their own, so that the browser can paint and hear before.
#![allow(clippy::disallowed_methods)]

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::document::window;

/// Something to do after a paint, as often as it is wanted.
pub(crate) struct Later(Function);

impl Later {
    pub(crate) fn new(act: impl Fn() + 'static) -> Self {
        let act = Closure::<dyn Fn()>::new(act);
        Self(act.into_js_value().unchecked_into())
    }

    /// Does it after so many milliseconds.
    pub(crate) fn call(&self, wait: i32) {
        let _ = window().map(|window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&self.0, wait)
        });
    }
}

/// Does something in the next task. A closure for one call would bring half a kilobyte of its own.
pub fn next(act: impl Fn() + 'static) {
    Later::new(act).call(0);
}
