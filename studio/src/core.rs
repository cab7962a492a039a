//! The core in its Worker: requests in, answers out, each to the callback of its request.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::{Object, Reflect, Uint8Array};
use studio_protocol::{Reply, Request};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};
use yew::prelude::*;

/// The script of the Worker, from the page.
const SCRIPT: &str = "./studio/worker.js";

/// The outcome of a request.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// It was answered; the bytes of a file come beside.
    Replied(Reply, Option<Uint8Array>),
    /// A newer one took its place.
    Replaced,
    /// The core broke down over it, or could not be loaded.
    Failed,
}

/// The core.
#[derive(Clone, Default)]
pub struct Core(Rc<Inner>);

#[derive(Default)]
struct Inner {
    /// None before the first request and after it broke down: the next request starts one.
    running: RefCell<Option<Running>>,
    waiting: RefCell<HashMap<u32, Callback<Outcome>>>,
    last_id: Cell<u32>,
}

/// A Worker, ended when nobody holds it any more.
struct Running {
    worker: Worker,
    _listeners: [EventListener; 2],
}

impl PartialEq for Core {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Core {
    /// Asks the core.
    pub fn ask(&self, request: &Request, on_outcome: Callback<Outcome>) {
        self.ask_with(request, None, on_outcome);
    }

    /// Asks the core about the bytes of a file.
    pub fn ask_with(
        &self,
        request: &Request,
        bytes: Option<Uint8Array>,
        on_outcome: Callback<Outcome>,
    ) {
        let id = self.0.last_id.get() + 1;
        self.0.last_id.set(id);
        let message = Object::new();
        let put = |name: &str, value: JsValue| {
            // An object that was made just now takes every property.
            let _ = Reflect::set(&message, &name.into(), &value);
        };
        put("id", id.into());
        put("kind", request.kind().into());
        put("request", request.to_json().into());
        if let Some(bytes) = bytes {
            put("bytes", bytes.into());
        }
        self.0.waiting.borrow_mut().insert(id, on_outcome.clone());
        if !self.post(&message) {
            self.0.waiting.borrow_mut().remove(&id);
            on_outcome.emit(Outcome::Failed);
        }
    }

    /// Whether a Worker has taken the message; none has where the browser refuses to make one.
    fn post(&self, message: &Object) -> bool {
        let mut running = self.0.running.borrow_mut();
        if running.is_none() {
            *running = Running::start(&self.0);
        }
        let worker = running.as_ref().map(|running| &running.worker);
        worker.is_some_and(|worker| worker.post_message(message).is_ok())
    }
}

impl Running {
    fn start(core: &Rc<Inner>) -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(SCRIPT, &options).ok()?;
        let (answering, failing) = (Rc::downgrade(core), Rc::downgrade(core));
        let on_message = EventListener::new(&worker, "message", move |event| {
            if let Some(core) = answering.upgrade() {
                core.answer(event);
            }
        });
        let on_error = EventListener::new(&worker, "error", move |_| {
            if let Some(core) = failing.upgrade() {
                core.give_up();
            }
        });
        Some(Self {
            worker,
            _listeners: [on_message, on_error],
        })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Inner {
    /// Hands an answer to the callback that waits for it.
    fn answer(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<MessageEvent>() else {
            return;
        };
        let data = event.data();
        let get = |name: &str| Reflect::get(&data, &name.into()).unwrap_or_default();
        let id = get("id").as_f64().unwrap_or_default();
        // Ids are small whole numbers, and so is what comes back of them.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let callback = self.waiting.borrow_mut().remove(&(id as u32));
        let Some(callback) = callback else { return };
        let reply = get("reply").as_string();
        let reply = reply.and_then(|text| Reply::from_json(&text).ok());
        callback.emit(match reply {
            Some(reply) => Outcome::Replied(reply, get("bytes").dyn_into().ok()),
            None if get("replaced").is_truthy() => Outcome::Replaced,
            None => Outcome::Failed,
        });
    }

    /// Ends the Worker, whose script could not be loaded or run: it would answer nothing that waits, nor what is asked later.
    fn give_up(&self) {
        drop(self.running.take());
        let all: Vec<_> = self.waiting.borrow_mut().drain().collect();
        for (_, callback) in all {
            callback.emit(Outcome::Failed);
        }
    }
}

/// The core, started by the first request and ended with the component.
#[hook]
pub fn use_core() -> Core {
    (*use_state(Core::default)).clone()
}
