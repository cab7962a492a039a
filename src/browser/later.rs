//! Doing things a moment later, in a task of their own, so that the browser can paint and hear before.
#![allow(clippy::disallowed_methods)]

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::document::window;

/// Milliseconds within which the answer to what was pressed is on the screen.
const A_FRAME_OR_TWO: i32 = 50;

/// Something to do after a paint, as often as it is wanted.
pub(crate) struct Later(Function);

impl Later {
    pub(crate) fn new(act: impl Fn() + 'static) -> Self {
        let act = Closure::<dyn Fn()>::new(act);
        Self(act.into_js_value().unchecked_into())
    }

    /// Does it once what was pressed has had its effect.
    pub(crate) fn call(&self) {
        set_timer(&self.0, A_FRAME_OR_TWO);
    }
}

/// Does something in the next task. A closure for one call would bring half a kilobyte of its own.
pub fn next(act: impl Fn() + 'static) {
    set_timer(&Later::new(act).0, 0);
}

fn set_timer(act: &Function, milliseconds: i32) {
    let _ = window().map(|window| {
        window.set_timeout_with_callback_and_timeout_and_arguments_0(act, milliseconds)
    });
}
