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

/// What became of a request.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// It was answered; the bytes of a file come beside.
    Replied(Reply, Option<Uint8Array>),
    /// A newer one took its place.
    Replaced,
    /// The core broke down over it, or could not be loaded.
    Failed,
}

type Waiting = Rc<RefCell<HashMap<u32, Callback<Outcome>>>>;

/// The core.
#[derive(Clone)]
pub struct Core(Rc<Inner>);

struct Inner {
    /// None where the browser refuses to make one.
    worker: Option<Worker>,
    waiting: Waiting,
    last_id: Cell<u32>,
    _listeners: Vec<EventListener>,
}

impl PartialEq for Core {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Core {
    fn start() -> Self {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(SCRIPT, &options).ok();
        let waiting = Waiting::default();
        let mut listeners = Vec::new();
        if let Some(worker) = &worker {
            let on_message = waiting.clone();
            listeners.push(EventListener::new(worker, "message", move |event| {
                answer(&on_message, event);
            }));
            let on_error = waiting.clone();
            // The script itself could not be loaded or run: nobody will answer.
            listeners.push(EventListener::new(worker, "error", move |_| {
                let all: Vec<_> = on_error.borrow_mut().drain().collect();
                for (_, callback) in all {
                    callback.emit(Outcome::Failed);
                }
            }));
        }
        Self(Rc::new(Inner {
            worker,
            waiting,
            last_id: Cell::new(0),
            _listeners: listeners,
        }))
    }

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
        let worker = self.0.worker.as_ref();
        self.0.waiting.borrow_mut().insert(id, on_outcome.clone());
        if worker.is_none_or(|worker| worker.post_message(&message).is_err()) {
            self.0.waiting.borrow_mut().remove(&id);
            on_outcome.emit(Outcome::Failed);
        }
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Some(worker) = &self.worker {
            worker.terminate();
        }
    }
}

/// Hands an answer to the callback that waits for it.
fn answer(waiting: &Waiting, event: &Event) {
    let Some(event) = event.dyn_ref::<MessageEvent>() else {
        return;
    };
    let data = event.data();
    let get = |name: &str| Reflect::get(&data, &name.into()).unwrap_or_default();
    let id = get("id").as_f64().unwrap_or_default();
    // Ids are small whole numbers, and so is what comes back of them.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let callback = waiting.borrow_mut().remove(&(id as u32));
    let Some(callback) = callback else { return };
    let reply = get("reply").as_string();
    let reply = reply.and_then(|text| Reply::from_json(&text).ok());
    callback.emit(match reply {
        Some(reply) => Outcome::Replied(reply, get("bytes").dyn_into().ok()),
        None if get("replaced").is_truthy() => Outcome::Replaced,
        None => Outcome::Failed,
    });
}

/// The core, started with the component and ended with it.
#[hook]
pub fn use_core() -> Core {
    (*use_memo((), |()| Core::start())).clone()
}
