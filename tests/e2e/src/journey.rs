//! One journey: a server, a browser, the steps, and the two looks at the end.

use std::panic::{AssertUnwindSafe, resume_unwind};

use futures_util::FutureExt;
use static_server::{Server, ServerOptions};

use crate::engine::{Engine, Look};
use crate::page::{Page, Result};
use crate::setting;

/// What a journey needs beside its steps.
#[derive(Clone, Debug, Default)]
pub struct Journey {
    /// How the reader looks at the page.
    pub look: Look,
    /// Whether the console may speak, as when a program is missing on purpose.
    pub noisy: bool,
    /// The requests that the reader asks for after the program is ready.
    pub requests: Vec<&'static str>,
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

/// Runs the steps in a browser of their own and looks at console and requests afterwards.
pub async fn journey(settings: Journey, steps: impl AsyncFnOnce(&Page) -> Result<()>) {
    let engine = Engine::default();
    let server = Server::start(ServerOptions::new(setting("DIST_DIR")));
    let server = server.expect("the build named by DIST_DIR can be served");
    let driver = engine.driver();
    let browser = engine.open(&driver).await.expect("the browser opens");
    let page = Page::new(engine, browser, server);
    let run = async {
        page.look(settings.look).await?;
        steps(&page).await?;
        page.check_end(&settings).await
    };
    let end = AssertUnwindSafe(run).catch_unwind().await;
    page.close().await;
    drop(driver);
    match end {
        Ok(result) => result.expect("every step of the journey can be taken"),
        Err(panic) => resume_unwind(panic),
    }
}
