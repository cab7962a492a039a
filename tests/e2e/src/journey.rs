//! One journey: a server, a browser, the steps, and the two looks at the end.

use std::any::type_name;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::sync::{Mutex, PoisonError};
use std::thread;

use futures_util::FutureExt;
use recording_server::{Server, ServerOptions};

use crate::engine::{Engine, Gap, Look};
use crate::page::{Page, Result};
use crate::setting;

/// A finished site.
#[derive(Clone, Copy, Debug, Default)]
pub enum Build {
    /// Of the content that nobody edits, as large as the published one.
    #[default]
    Frozen,
    /// Of a small guide of another school.
    AnotherSchool,
}

impl Build {
    /// The variable that names its folder.
    fn variable(self) -> &'static str {
        match self {
            Self::Frozen => "DIST_DIR",
            Self::AnotherSchool => "ANOTHER_DIR",
        }
    }
}

/// The settings that a journey needs beside its steps.
#[derive(Clone, Debug, Default)]
pub struct Journey {
    /// The site that it goes through.
    pub build: Build,
    /// How the reader looks at the page.
    pub look: Look,
    /// Whether the console may speak, as when a program is missing on purpose.
    pub noisy: bool,
    /// The requests that the reader asks for after the program is ready.
    pub requests: Vec<&'static str>,
    /// Tells the files that its page may ask for at any time, as the studio does for its preview.
    pub own: Option<fn(&str) -> bool>,
}

impl Journey {
    /// A journey in a window of this width.
    #[must_use]
    pub fn at_width(width: u32) -> Self {
        let look = Look {
            width,
            ..Look::default()
        };
        Self {
            look,
            ..Self::default()
        }
    }

    /// A journey in dark or in light colours.
    #[must_use]
    pub fn in_colours(dark: bool) -> Self {
        let look = Look {
            dark,
            ..Look::default()
        };
        Self {
            look,
            ..Self::default()
        }
    }

    /// A journey on this day, such as `2026-11-23`.
    #[must_use]
    pub fn on(today: &'static str) -> Self {
        let look = Look {
            today: Some(today),
            ..Look::default()
        };
        Self {
            look,
            ..Self::default()
        }
    }
}

/// Runs the steps in a new window and looks at console and requests afterwards.
/// Steps that the engine cannot take end the journey as skipped: one line says so, with the reason.
pub async fn journey<Steps>(settings: Journey, steps: Steps)
where
    Steps: AsyncFnOnce(&Page) -> Result<()>,
{
    let engine = Engine::chosen();
    let run = async {
        let server = Server::start(ServerOptions::new(setting(settings.build.variable())));
        let server = server.expect("the build can be served");
        let browser = engine.open(settings.look).await.expect("the browser opens");
        let page = Page::new(browser, server);
        let run = async {
            page.look(settings.look).await?;
            page.set_clock(settings.look);
            steps(&page).await?;
            page.check_end(&settings).await
        };
        let end = AssertUnwindSafe(run).catch_unwind().await;
        let is_skipped = matches!(&end, Err(panic) if panic.is::<Gap>());
        if is_skipped || matches!(end, Ok(Ok(()))) {
            page.leave_browser().await;
        } else {
            page.tell_state().await;
            page.end_browser();
        }
        match end {
            Ok(result) => result.expect("every step of the journey can be taken"),
            Err(panic) => resume_unwind(panic),
        }
    };
    if let Err(panic) = AssertUnwindSafe(run).catch_unwind().await {
        match panic.downcast::<Gap>() {
            Ok(gap) => skip(engine, *gap, type_name::<Steps>()),
            Err(panic) => resume_unwind(panic),
        }
    }
}

/// Tells it once for each test, past the capture of libtest, which would keep it to itself.
fn skip(engine: Engine, Gap(reason): Gap, steps: &str) {
    let thread = thread::current();
    let name = match thread.name() {
        None | Some("main") => steps,
        Some(name) => name,
    };
    static TOLD: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let mut told = TOLD.lock().unwrap_or_else(PoisonError::into_inner);
    if !told.insert(name.to_owned()) {
        return;
    }
    let line = format!("skipped in {}: {name}: {reason}\n", engine.name());
    let _ = io::stdout().write_all(line.as_bytes());
}
