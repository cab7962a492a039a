//! A state outside of the trees that show it, since guide and map are two roots that show the same walk.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::browser::AFTER_PAINT_MS;

/// Holds a state and tells those who show it.
pub struct Store<State> {
    /// The state that the page was prerendered with.
    first: Rc<State>,
    state: RefCell<Rc<State>>,
    listeners: RefCell<Vec<Callback<Rc<State>>>>,
}

/// A store is equal to itself only.
impl<State> PartialEq for Store<State> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl<State: Reducible + 'static> Store<State> {
    /// The store of a reader who has just opened the page.
    #[must_use]
    pub fn new(first: State) -> Rc<Self> {
        let first = Rc::new(first);
        Rc::new(Self {
            state: RefCell::new(first.clone()),
            first,
            listeners: RefCell::default(),
        })
    }

    /// The state of this moment.
    #[must_use]
    pub fn state(&self) -> Rc<State> {
        self.state.borrow().clone()
    }

    /// The state that a root begins with: that of the page where it hydrates, since tree and page have to be the same.
    fn beginning(&self, is_hydrated: bool) -> Rc<State> {
        if is_hydrated {
            self.first.clone()
        } else {
            self.state()
        }
    }

    /// Reduces the state and tells everyone the new one.
    pub fn dispatch(&self, action: State::Action) {
        let next = self.state().reduce(action);
        *self.state.borrow_mut() = next;
        let listeners = self.listeners.borrow().clone();
        for listener in listeners {
            // A listener may have dispatched as well: the others are told the newest state only.
            listener.emit(self.state());
        }
    }

    /// A callback that dispatches.
    pub fn dispatcher(self: &Rc<Self>) -> Callback<State::Action> {
        let store = self.clone();
        Callback::from(move |action| store.dispatch(action))
    }

    /// Tells a listener every new state, at once.
    pub(crate) fn subscribe(&self, listener: Callback<Rc<State>>) {
        self.listeners.borrow_mut().push(listener);
    }
}

/// A callback that dispatches, the same in every render.
#[hook]
pub(crate) fn use_dispatcher<State: Reducible + 'static>(
    store: &Rc<Store<State>>,
) -> Callback<State::Action> {
    use_callback(store.clone(), |action, store| store.dispatch(action))
}

/// The state of a store, always as it is.
#[hook]
pub(crate) fn use_store<State: Reducible + 'static>(
    store: &Rc<Store<State>>,
    is_hydrated: bool,
) -> Rc<State> {
    use_store_late(store, is_hydrated, |_| true)
}

/// The state of a store, [`AFTER_PAINT_MS`] later unless it is urgent: for a tree that the reader does not look at.
#[hook]
pub(crate) fn use_store_late<State: Reducible + 'static>(
    store: &Rc<Store<State>>,
    is_hydrated: bool,
    is_urgent: fn(&State) -> bool,
) -> Rc<State> {
    let shown = use_state(|| store.beginning(is_hydrated));
    let (setter, store, now) = (shown.setter(), store.clone(), (*shown).clone());
    use_effect_with((), move |()| {
        // Effects may come in a later task than the tree: something may have happened since.
        if !Rc::ptr_eq(&now, &store.state()) {
            setter.set(store.state());
        }
        let latest = store.clone();
        let waiting = RefCell::new(None);
        store.subscribe(Callback::from(move |next: Rc<State>| {
            if is_urgent(&next) {
                setter.set(next);
            } else {
                let (setter, store) = (setter.clone(), latest.clone());
                // The one that waits is cancelled by this: one rendering shows all that has happened.
                let timeout = Timeout::new(AFTER_PAINT_MS, move || setter.set(store.state()));
                waiting.replace(Some(timeout));
            }
        }));
    });
    (*shown).clone()
}
