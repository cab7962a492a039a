//! The browsers: which one the journeys go through, how it is opened, and what each can do.
//!
//! All that is special to an engine is in its own file here; the journeys are the same for all of them.
//! The lack of an ability is a [`Gap`] with its reason: the journey that needs it is skipped, and says so.

mod chromium;
mod driver;
mod firefox;
mod listening;
mod webkit;

use std::panic::resume_unwind;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use lopdf::Document;
use thirtyfour::common::print::{PrintPage, PrintParameters};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use thirtyfour::{Capabilities, WebDriver, WebElement};
use tokio::time::timeout;

use crate::page::Result;
use driver::Driver;

/// The longest a driver may take for one answer. It ends the journey, never the run.
const LONGEST_ANSWER: Duration = Duration::from_secs(90);

/// The longest that a browser may take to be emptied before it is given up.
const LONGEST_CLEANING: Duration = Duration::from_secs(10);

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium by ChromeDriver.
    Chromium,
    /// Firefox by geckodriver.
    Firefox,
    /// WebKitGTK by WebKitWebDriver, in a display of its own.
    WebKit,
}

/// How the reader looks at the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Width of the window in CSS pixels.
    pub width: u32,
    /// Whether the reader prefers dark pages.
    pub dark: bool,
    /// Whether scripts may run.
    pub scripts: bool,
    /// Whether the page is laid out as for paper.
    pub print: bool,
    /// The day on the reader's clock, such as `2026-11-23`; today where there is none.
    pub today: Option<&'static str>,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            width: 1280,
            dark: false,
            scripts: true,
            print: false,
            today: None,
        }
    }
}

/// A sheet of paper, in centimetres.
#[derive(Clone, Copy, Debug)]
pub struct Paper {
    pub(crate) width: f64,
    pub(crate) height: f64,
}

impl Paper {
    pub const A4: Self = Self {
        width: 21.0,
        height: 29.7,
    };
    pub const LETTER: Self = Self {
        width: 21.59,
        height: 27.94,
    };

    /// The same sheet turned.
    #[must_use]
    pub const fn turned(self) -> Self {
        Self {
            width: self.height,
            height: self.width,
        }
    }
}

/// The reason why an engine cannot do something. It ends the steps of a journey without failing it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Gap(pub(crate) &'static str);

impl Gap {
    /// Leaves the journey; no hook of panics is asked, since nothing went wrong.
    pub(crate) fn leave(self) -> ! {
        resume_unwind(Box::new(self))
    }
}

/// A browser opens in one to five seconds on a busy machine.
const OPENING: Duration = Duration::from_secs(20);

/// How many drivers are started for one browser.
const STARTS: u32 = 3;

/// The browsers of Chromium and Firefox that no journey uses: no more than there are journeys at the same time.
static IDLE: Mutex<Vec<(Driver, WebDriver)>> = Mutex::new(Vec::new());

/// A browser with one empty window.
pub(crate) struct Browser {
    pub(crate) engine: Engine,
    pub(crate) web: WebDriver,
    driver: Driver,
    opened_as: Look,
    look: Mutex<Look>,
    /// The console of pages that are gone, where no log keeps it.
    told: Mutex<Vec<String>>,
}

impl Engine {
    /// The one named by `ENGINE`; Chromium where none is named.
    #[must_use]
    pub fn chosen() -> Self {
        match std::env::var("ENGINE").as_deref() {
            Err(_) | Ok("chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("ENGINE is chromium, firefox or webkit, not {other}"),
        }
    }

    /// Its name for people.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        }
    }

    /// Takes a browser that no journey uses, or starts one; it can be told to look at pages in this way.
    pub(crate) async fn open(self, look: Look) -> Result<Browser> {
        let waiting = idle().pop();
        let (driver, web) = match waiting {
            Some(waiting) => waiting,
            None => self.start(look).await?,
        };
        Ok(Browser {
            engine: self,
            web,
            driver,
            opened_as: look,
            look: Mutex::new(look),
            told: Mutex::default(),
        })
    }

    /// Starts a driver and its browser. A driver of WebKit opens no browser about once in a hundred times and answers nothing then;
    /// it is ended and another one started before the journey begins.
    async fn start(self, look: Look) -> Result<(Driver, WebDriver)> {
        for _ in 1..STARTS {
            if let Ok(started) = timeout(OPENING, self.try_to_start(look)).await {
                return started;
            }
            eprintln!("{}: no browser within {OPENING:?}", self.name());
        }
        self.try_to_start(look).await
    }

    async fn try_to_start(self, look: Look) -> Result<(Driver, WebDriver)> {
        let (driver, wishes): (_, Capabilities) = match self {
            Self::Chromium => (chromium::driver(), chromium::wishes()?),
            Self::Firefox => (firefox::driver(), firefox::wishes()?),
            Self::WebKit => (webkit::driver(look.dark), webkit::wishes(look.scripts)?),
        };
        let web = WebDriver::builder(&driver.url, wishes);
        Ok((driver, web.request_timeout(LONGEST_ANSWER).await?))
    }
}

fn idle() -> MutexGuard<'static, Vec<(Driver, WebDriver)>> {
    IDLE.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Browser {
    /// Makes the browser look at pages in this way from now on.
    pub(crate) async fn look(&self, look: Look) -> Result<()> {
        *self.look.lock().unwrap_or_else(PoisonError::into_inner) = look;
        match self.engine {
            Engine::Chromium => chromium::look(&self.web, look).await,
            Engine::Firefox => firefox::look(&self.web, look).await,
            Engine::WebKit => webkit::look(&self.web, self.opened_as, look).await,
        }
    }

    /// Whether the browser can be given another day; where it cannot, the page is served with one.
    pub(crate) fn has_a_clock(&self) -> bool {
        self.engine == Engine::Chromium
    }

    /// Opens an address; what has been said on the console so far is not lost.
    pub(crate) async fn go(&self, url: &str) -> Result<()> {
        self.keep_what_was_heard().await?;
        // Otherwise a change of the fragment alone would not load the page again.
        for url in ["about:blank", url] {
            match self.engine {
                Engine::Chromium | Engine::Firefox => self.web.goto(url).await?,
                Engine::WebKit => webkit::go(&self.web, url).await?,
            }
        }
        if self.engine == Engine::Firefox {
            // With the page before went how it was laid out.
            let look = *self.look.lock().unwrap_or_else(PoisonError::into_inner);
            if look.print {
                firefox::look(&self.web, look).await?;
            }
            listening::listen(&self.web).await?;
        }
        Ok(())
    }

    /// Waits until an element stands still: WebKit's driver presses the place where it was a moment ago.
    pub(crate) async fn settle(&self, element: &WebElement) -> Result<()> {
        if self.engine == Engine::WebKit {
            webkit::settle(&self.web, element).await?;
        }
        Ok(())
    }

    /// Looks into a frame.
    pub(crate) async fn enter(&self, frame: &WebElement) -> Result<()> {
        match self.engine {
            Engine::Chromium | Engine::Firefox => frame.clone().enter_frame().await,
            Engine::WebKit => webkit::enter(&self.web, frame).await,
        }
    }

    /// Whether an element may not have been pressed only because its driver cannot find a part of a drawing.
    pub(crate) fn misses(&self, error: &WebDriverError) -> bool {
        let is_unfound = matches!(**error, WebDriverErrorInner::ElementNotInteractable(_));
        self.engine != Engine::Chromium && is_unfound
    }

    /// Whether a question came too early: what it asks about is not there yet, or the page was left while it was asked.
    pub(crate) fn is_too_early(&self, error: &WebDriverError) -> bool {
        match **error {
            WebDriverErrorInner::JavascriptError(_) => true,
            WebDriverErrorInner::NoSuchFrame(_) => self.engine == Engine::WebKit,
            _ => false,
        }
    }

    /// Whether its driver has keys for this text.
    pub(crate) fn can_type(&self, text: &str) -> bool {
        self.engine != Engine::WebKit || text.chars().all(|it| it <= '\u{ffff}')
    }

    /// How many sheets of this paper the page takes when it is printed.
    pub(crate) async fn sheets(&self, paper: Paper) -> Result<usize> {
        if self.engine == Engine::WebKit {
            Gap(webkit::NO_PAPER).leave();
        }
        let settings = PrintParameters {
            page: PrintPage {
                width: paper.width,
                height: paper.height,
            },
            ..PrintParameters::default()
        };
        let file = self.web.print_page(settings).await?;
        let file = Document::load_mem(&file).expect("a printed file");
        Ok(file.get_pages().len())
    }

    /// The lines on the console since the last look, one entry each.
    pub(crate) async fn console(&self) -> Result<Vec<String>> {
        match self.engine {
            Engine::Chromium => chromium::console(&self.web).await,
            Engine::Firefox => {
                self.keep_what_was_heard().await?;
                let mut told = std::mem::take(&mut *self.told());
                told.extend(firefox::errors(&self.web).await?);
                Ok(told)
            }
            Engine::WebKit => {
                self.keep_what_was_heard().await?;
                Ok(std::mem::take(&mut *self.told()))
            }
        }
    }

    async fn keep_what_was_heard(&self) -> Result<()> {
        if self.engine != Engine::Chromium {
            let heard = listening::heard(&self.web).await?;
            self.told().extend(heard);
        }
        Ok(())
    }

    fn told(&self) -> MutexGuard<'_, Vec<String>> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The last lines that driver and browser wrote, the newest first: they say why a browser broke down.
    pub(crate) fn last_lines(&self) -> Vec<String> {
        self.driver.last_lines()
    }

    /// Ends a browser whose journey failed, together with its driver.
    pub(crate) fn end(self) {
        // Only a browser that has been closed already has nothing to leave.
        let _ = self.web.leak();
    }

    /// Leaves the browser to another journey, as empty as a new one; one that does not answer ends.
    pub(crate) async fn leave(self) {
        match timeout(LONGEST_CLEANING, self.empty()).await {
            Ok(Ok(())) => match self.engine {
                Engine::Chromium | Engine::Firefox => idle().push((self.driver, self.web)),
                Engine::WebKit => webkit::leave(self.driver),
            },
            Ok(Err(_)) | Err(_) => self.end(),
        }
    }

    /// Opens a new window in place of all others, and forgets what was said and kept.
    async fn empty(&self) -> Result<()> {
        let web = &self.web;
        if self.engine == Engine::WebKit {
            return web.clone().quit().await;
        }
        let new = web.new_tab().await?;
        for window in web.windows().await? {
            if window != new {
                web.switch_to_window(window).await?;
                web.close_window().await?;
            }
        }
        web.switch_to_window(new).await?;
        // The next server may get the port of this one.
        match self.engine {
            Engine::Chromium => chromium::forget(web).await,
            Engine::Firefox => firefox::forget(web).await,
            Engine::WebKit => Ok(()),
        }
    }
}

/// A script that gives the page another day.
pub(crate) fn clock(today: &str) -> String {
    format!(
        "globalThis.Date = class extends Date {{
            constructor(...given) {{ given.length ? super(...given) : super('{today}T12:00') }}
        }};"
    )
}
