//! The one session, outside of the trees that show it: each view is a root of its own, taken over in a task of its own.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::session::{Action, Page, Session};

/// Holds the session and tells those who show it.
pub struct Store {
    /// The session that the page was prerendered with.
    first: Rc<Session>,
    session: RefCell<Rc<Session>>,
    hearers: RefCell<Vec<Callback<Rc<Session>>>>,
}

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Store {
    /// The store of a reader who has just opened the page.
    #[must_use]
    pub fn new(page: Rc<Page>) -> Rc<Self> {
        let first = Rc::new(Session::new(page));
        Rc::new(Self {
            session: RefCell::new(first.clone()),
            first,
            hearers: RefCell::default(),
        })
    }

    /// The session of this moment.
    #[must_use]
    pub fn session(&self) -> Rc<Session> {
        self.session.borrow().clone()
    }

    /// The session that a root begins with: that of the page where it hydrates, since tree and page have to be the same.
    fn first(&self, is_hydrated: bool) -> Rc<Session> {
        if is_hydrated {
            self.first.clone()
        } else {
            self.session()
        }
    }

    /// What follows from an action is told to everyone.
    pub fn dispatch(&self, action: Action) {
        let next = Reducible::reduce(self.session(), action);
        *self.session.borrow_mut() = next.clone();
        for hearer in self.hearers.borrow().iter() {
            hearer.emit(next.clone());
        }
    }

    fn tell(&self, hearer: Callback<Rc<Session>>) {
        self.hearers.borrow_mut().push(hearer);
    }
}

/// The session, always as it is.
#[hook]
pub(crate) fn use_session(store: &Rc<Store>, is_hydrated: bool) -> Rc<Session> {
    let session = use_state(|| store.first(is_hydrated));
    let (setter, teller) = (session.setter(), store.clone());
    let shown = (*session).clone();
    use_effect_with((), move |()| {
        // Effects may come in a later task than the tree (Yew yields every 16 ms): something may have happened since.
        if !Rc::ptr_eq(&shown, &teller.session()) {
            setter.set(teller.session());
        }
        teller.tell(Callback::from(move |next| setter.set(next)));
    });
    (*session).clone()
}

/// The session for what a reader does not look at: a moment later, so that what they do look at is on the screen before.
#[hook]
pub(crate) fn use_session_late(store: &Rc<Store>, is_hydrated: bool) -> Rc<Session> {
    let session = use_state(|| store.first(is_hydrated));
    let (setter, teller) = (session.setter(), store.clone());
    use_effect_with((), move |()| {
        let (set, store) = (setter.clone(), teller.clone());
        setter.set(teller.session());
        let later = crate::browser::Later::new(move || set.set(store.session()));
        teller.tell(Callback::from(move |next: Rc<Session>| {
            if next.view == crate::session::View::Map {
                setter.set(next);
            } else {
                later.call(50);
            }
        }));
    });
    (*session).clone()
}
