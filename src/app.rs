//! The application: one session, one dispatcher, the views that interact.
//!
//! The outline is not here: it never changes while one reads, so it is markup of the page alone.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser;
use crate::components::{keyed, tagged};
use crate::session::{Action, Notice, Page, Session, View, fragment};
use crate::views::{guided, hours};
use crate::wording::{Word, Words};

/// What the application starts from; the same at build time and in the browser.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The content of the page.
    pub page: Rc<Page>,
}

/// The root of the tree, in the prerenderer and in the browser.
///
/// A struct and not a function, because it needs no hooks: their machinery weighs 2 kB (decision 0002).
pub struct App {
    session: Session,
    shown: browser::Shown,
    later: Option<browser::Later>,
    stage: Stage,
    /// The hours as last written, and nothing before; a step in the guide does not change them.
    written: Html,
}

/// How far the application has come. Each stage is a task of its own, so that none keeps a reader waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// The guide is built, and what stands around it.
    Guide,
    /// The hours as well: all that was prerendered.
    Whole,
    /// The reader is heard.
    Living,
}

/// What the application hears.
#[derive(Debug)]
pub enum Message {
    /// The guide has been built.
    Built,
    /// The hours have been written.
    Written,
    /// The page has been taken over.
    Adopted,
    /// The reader or the browser did something.
    Acted(Action),
    /// What follows from it is on the screen.
    Painted,
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut app = Self {
            session: Session::new(ctx.props().page.clone()),
            shown: browser::Shown::default(),
            later: None,
            written: Html::default(),
            stage: Stage::Guide,
        };
        if !cfg!(feature = "browser") {
            app.write_hours();
        }
        app
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Built => {
                self.write_hours();
                let link = ctx.link().clone();
                browser::next(move || link.send_message(Message::Written));
                false
            }
            Message::Written => {
                self.stage = Stage::Whole;
                true
            }
            Message::Adopted => {
                self.begin(ctx);
                true
            }
            Message::Acted(action) => {
                let is_walk = action.is_walk();
                self.session.reduce(action);
                if !is_walk {
                    self.write_hours();
                }
                true
            }
            Message::Painted => {
                self.shown.settle(&self.session);
                false
            }
        }
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        let session = &self.session;
        let words = &session.page.words;
        let switches = View::ALL.map(|view| switch(view, session, words));
        let notice = session.notice;
        let parts = [
            tagged(
                "nav",
                &["class", "aria-label"],
                &["views", &words.get(Word::Views)],
                switches.into(),
            ),
            notice.map_or_else(Html::default, |it| notice_box(it, session, words)),
            guided(session, words),
            self.written.clone(),
        ];
        parts.into_iter().collect()
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let link = ctx.link().clone();
        match self.stage {
            Stage::Guide => browser::next(move || link.send_message(Message::Built)),
            Stage::Whole => browser::next(move || link.send_message(Message::Adopted)),
            Stage::Living => {
                let wait = self.shown.follow(&self.session);
                let _ = self
                    .later
                    .as_ref()
                    .zip(wait)
                    .map(|(later, wait)| later.call(wait));
            }
        }
    }
}

impl App {
    /// Takes over what the reader did before, and hears them from here on: nothing is lost in between.
    fn begin(&mut self, ctx: &Context<Self>) {
        self.stage = Stage::Living;
        let link = ctx.link().clone();
        browser::listen(&link.callback(Message::Acted));
        self.later = Some(browser::Later::new(move || {
            link.send_message(Message::Painted);
        }));
        self.session.reduce(Action::Arrived(browser::arrival()));
        self.write_hours();
    }

    fn write_hours(&mut self) {
        self.written = hours(&self.session, &self.session.page.words);
    }
}

/// A link whose address says it all: `browser::listen` follows it.
fn switch(view: View, session: &Session, words: &Words) -> Html {
    let name = match view {
        View::Guided => words.get(Word::Guided),
        View::Map => words.get(Word::Map),
        View::Hours => words.get(Word::Hours),
        View::Outline => words.get(Word::Outline),
    };
    let is_current = session.arrived && session.view == view;
    let link = tagged(
        "a",
        &["class", "href", "data-action", "aria-current"],
        &[
            "views__switch",
            &["#", view.id()].concat(),
            &["view-", view.id()].concat(),
            if is_current { "page" } else { "" },
        ],
        vec![name.into()],
    );
    keyed(view.id(), link)
}

fn notice_box(notice: Notice, session: &Session, words: &Words) -> Html {
    match notice {
        Notice::LanguageFailed => {
            let href = [&session.page.data.other, fragment(session).as_str()].concat();
            let parts = vec![
                words.get(Word::LanguageFailed).into(),
                " ".into(),
                tagged(
                    "a",
                    &["href"],
                    &[&href],
                    vec![words.get(Word::LanguageAnyway).into()],
                ),
            ];
            tagged("p", &["class", "role"], &["notice", "alert"], parts)
        }
    }
}
