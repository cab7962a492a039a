//! The page as a reader uses it: open, click, type, read; every reading waits until it is so or says what was there.

use std::fmt::Debug;
use std::fs;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use recording_server::{Change, Server};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::engine::{self, Browser, Engine, Look, Paper};
use crate::journey::Journey;
use crate::setting;

/// The answer of every step.
pub type Result<T> = WebDriverResult<T>;

/// The longest a state may take to come; far more than it takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// Whether an element can be seen: `checkVisibility` says so of one whose content is hidden until it is found, too.
const IS_SEEN: &str =
    "!!it?.checkVisibility() && getComputedStyle(it).contentVisibility != 'hidden'";

/// A browser with one page of the build.
pub struct Page {
    browser: Browser,
    web: WebDriver,
    server: Server,
    /// The selector of what was clicked last.
    pressed: Mutex<Option<String>>,
}

impl Page {
    pub(crate) fn new(browser: Browser, server: Server) -> Self {
        let web = browser.web.clone();
        Self {
            browser,
            web,
            server,
            pressed: Mutex::default(),
        }
    }

    /// The engine that shows the page.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.browser.engine
    }

    pub(crate) async fn leave_browser(self) {
        self.browser.leave().await;
    }

    pub(crate) fn end_browser(self) {
        self.browser.end();
    }

    /// Prints where page and reader are, for a journey that failed; the page may have gone.
    pub(crate) async fn tell_state(&self) {
        let pressed = self.pressed().clone();
        let script = "
            const [pressed] = arguments, page = document.documentElement, focus = document.activeElement;
            const box = pressed && document.querySelector(pressed)?.getBoundingClientRect();
            return {
                address: location.href,
                fragment: location.hash,
                app: page.dataset.app ?? null,
                view: page.dataset.showing ?? null,
                node: document.querySelector('[data-node][aria-current=step]')?.dataset.node ?? null,
                focus: focus && focus.cloneNode(false).outerHTML,
                'pressed last': pressed,
                'its box': box ? [box.x, box.y, box.width, box.height] : null,
                window: [innerWidth, innerHeight, scrollX, scrollY],
            }";
        let asked = self.web.execute(script, vec![json!(pressed)]);
        match tokio::time::timeout(Duration::from_secs(5), asked).await {
            Ok(Ok(state)) => println!("when it failed: {:#}", state.json()),
            Ok(Err(error)) => println!("when it failed, the page did not say its state: {error}"),
            Err(_) => println!("when it failed, the page did not answer"),
        }
        if let Ok(Ok(console)) = tokio::time::timeout(Duration::from_secs(5), self.console()).await
        {
            println!("on the console: {console:#?}");
        }
        let lines = self.browser.last_lines();
        println!("the browser's last lines, the newest first: {lines:#?}");
    }

    fn pressed(&self) -> MutexGuard<'_, Option<String>> {
        self.pressed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) async fn check_end(&self, journey: &Journey) -> Result<()> {
        let console = self.console().await?;
        assert!(
            journey.noisy || console.is_empty(),
            "on the console: {console:#?}"
        );
        let mut requests = self.requests();
        requests.retain(|path| !journey.own.is_some_and(|is_own| is_own(path)));
        assert_eq!(
            requests, journey.requests,
            "requests after the program was ready"
        );
        Ok(())
    }

    /// Changes the server's answers from now on: path pattern and change.
    pub fn change(&self, pattern: &str, change: Change) {
        self.server.change(pattern, change);
    }

    /// Holds the program until [`Page::release`], so the reader acts first.
    /// A second page of the same journey would find it in the cache and not wait.
    pub fn hold_program(&self) {
        self.change("*.wasm", Change::default().held());
    }

    /// Lets what was held come.
    pub fn release(&self) {
        self.server.release();
    }

    /// Gives the page the day of a look, where the browser itself cannot be given one: the program reads it when it runs.
    pub(crate) fn set_clock(&self, look: Look) {
        let Some(today) = look.today.filter(|_| !self.browser.has_a_clock()) else {
            return;
        };
        let files = fs::read_dir(setting("DIST_DIR")).expect("the build can be read");
        for file in files.flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            if name.starts_with("learning-hours-guide-") && name.ends_with(".js") {
                let glue = fs::read_to_string(file.path()).expect("the glue can be read");
                let body = [&engine::clock(today), &*glue].concat();
                self.change(&format!("/{name}"), Change::default().body(body));
            }
        }
    }

    /// Looks at the page in another way.
    pub async fn look(&self, look: Look) -> Result<()> {
        self.browser.look(look).await
    }

    /// Opens an address below the server, as if for the first time, and waits for nothing.
    pub async fn go(&self, address: &str) -> Result<()> {
        let url = format!("{}{}", self.server.url().trim_end_matches('/'), address);
        self.browser.go(&url).await
    }

    /// Opens an address and waits until the program is ready.
    pub async fn open(&self, address: &str) -> Result<()> {
        self.go(address).await?;
        self.arrives("ready").await
    }

    /// Goes back in the history of the browser.
    pub async fn back(&self) -> Result<()> {
        self.web.back().await
    }

    /// Goes forward in the history of the browser.
    pub async fn forward(&self) -> Result<()> {
        self.web.forward().await
    }

    /// Waits until the program has arrived (`ready`) or is known not to (`failed`).
    pub async fn arrives(&self, state: &str) -> Result<()> {
        self.shows("document.documentElement?.dataset.app", state)
            .await?;
        self.server.clear_requests();
        Ok(())
    }

    /// The paths asked for since the program was ready.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.server.requests()
    }

    /// The lines on the console since the journey began, or since this was called last; the end finds the rest.
    pub async fn console(&self) -> Result<Vec<String>> {
        self.browser.console().await
    }

    /// Says that all requests so far were in order.
    pub fn forget_requests(&self) {
        self.server.clear_requests();
    }

    /// The value of an expression in the page.
    pub async fn value(&self, expression: &str) -> Result<Value> {
        let script = format!("return ({expression})");
        Ok(self.web.execute(script, Vec::new()).await?.json().clone())
    }

    /// Runs a script that gives its answer to the callback, its last argument.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self
            .web
            .execute_async(script, arguments)
            .await?
            .json()
            .clone())
    }

    /// Waits until an expression has a value. The objects that it reads may be missing until then.
    pub async fn shows(&self, expression: &str, expect: impl Into<Value> + Debug) -> Result<()> {
        let expect = expect.into();
        let start = Instant::now();
        loop {
            let found = match self.value(expression).await {
                Ok(value) if value == expect => return Ok(()),
                Ok(value) => value.to_string(),
                Err(error) if self.browser.is_too_early(&error) => error.to_string(),
                Err(error) => return Err(error),
            };
            assert!(
                start.elapsed() < PATIENCE,
                "{expression} is {found}, not {expect}"
            );
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
    }

    /// Waits until an element has this attribute; `None` where it must lack it.
    pub async fn attribute(&self, selector: &str, name: &str, expect: Option<&str>) -> Result<()> {
        let expression = format!("{}?.getAttribute({})", query(selector), json!(name));
        self.shows(&expression, json!(expect)).await
    }

    /// Waits until an element can be seen or cannot.
    pub async fn visible(&self, selector: &str, expect: bool) -> Result<()> {
        let expression = format!("(it => {IS_SEEN})({})", query(selector));
        self.shows(&expression, expect).await
    }

    /// Waits until this view is shown and no other.
    pub async fn view(&self, name: &str) -> Result<()> {
        let shown = format!(
            "[document.documentElement.dataset.showing, ...[...document.querySelectorAll('[data-view]')]
                .filter(it => {IS_SEEN}).map(it => it.dataset.view)]"
        );
        self.shows(&shown, json!([name, name])).await
    }

    /// Waits until the page is in this language.
    pub async fn speaks(&self, lang: &str) -> Result<()> {
        self.shows("document.documentElement.lang", lang).await
    }

    /// Waits until the focus is on an element.
    pub async fn focused(&self, selector: &str) -> Result<()> {
        let expression = format!("document.activeElement?.matches({})", json!(selector));
        self.shows(&expression, true).await
    }

    /// Waits until this node is the current one of the guide.
    pub async fn at(&self, node: &str) -> Result<()> {
        let current = "document.querySelector('[data-node][aria-current=step]')?.dataset.node";
        self.shows(current, node).await
    }

    /// Waits until the address has this fragment.
    pub async fn fragment(&self, expect: &str) -> Result<()> {
        self.shows("location.hash", expect).await
    }

    /// Waits until a field holds this text.
    pub async fn holds(&self, row: &str, expect: &str) -> Result<()> {
        let expression = format!("{}.value", query(&field(row)));
        self.shows(&expression, expect).await
    }

    /// Waits until a requirement has this verdict, have and short.
    pub async fn verdict(
        &self,
        requirement: &str,
        verdict: &str,
        have: Option<&str>,
        short: Option<&str>,
    ) -> Result<()> {
        let row = format!("[data-requirement='{requirement}']");
        self.attribute(&row, "data-verdict", Some(verdict)).await?;
        self.attribute(&row, "data-have", have).await?;
        self.attribute(&row, "data-short", short).await
    }

    /// Clicks an element as a reader would: scrolled to and not covered.
    pub async fn click(&self, selector: &str) -> Result<()> {
        *self.pressed() = Some(selector.to_owned());
        // An element that the last step asked for shows after its tree has changed. An option has no box of its own; its choice has.
        let shown = format!(
            "(it => (it?.closest('select') ?? it?.ownerSVGElement ?? it)?.checkVisibility())({})",
            query(selector)
        );
        self.shows(&shown, true).await?;
        let element = self.web.find(By::Css(selector)).await?;
        self.browser.settle(&element).await?;
        match element.click().await {
            Err(error) if self.browser.misses(&error) => match self.place(&element).await? {
                Some((x, y)) => {
                    let mouse = self.web.action_chain().move_to(x, y).click();
                    mouse.perform().await
                }
                None => Err(error),
            },
            pressed => pressed,
        }
    }

    /// Chooses an answer, such as `first-time:yes`.
    pub async fn answer(&self, answer: &str) -> Result<()> {
        self.click(&format!("[data-answer='{answer}']")).await
    }

    /// Presses the element of an action, such as `next`.
    pub async fn press(&self, action: &str) -> Result<()> {
        self.click(&format!("[data-action={action}]")).await
    }

    /// The middle of what is shown of a part of a drawing, scrolled to, where nothing covers it.
    async fn place(&self, element: &WebElement) -> Result<Option<(i64, i64)>> {
        let script = "
            const [it] = arguments;
            const shape = it.ownerSVGElement && [...it.querySelectorAll('rect, path')].find(it => it.checkVisibility());
            if (!shape) return null;
            shape.scrollIntoView({ block: 'nearest' });
            const box = shape.getBoundingClientRect();
            const place = [box.x + box.width / 2, box.y + box.height / 2].map(Math.round);
            return it.contains(document.elementFromPoint(...place)) ? place : null";
        let place = self.web.execute(script, vec![element.to_json()?]).await?;
        let place = place.json().as_array().cloned().unwrap_or_default();
        Ok(
            match place.iter().map(Value::as_i64).collect::<Vec<_>>()[..] {
                [Some(x), Some(y)] => Some((x, y)),
                _ => None,
            },
        )
    }

    /// Types a text into a row's field, in place of what stands there.
    pub async fn fill(&self, row: &str, text: &str) -> Result<()> {
        self.replace(&field(row), text).await
    }

    /// Types a text into a field, in place of what stands there.
    pub async fn replace(&self, selector: &str, text: &str) -> Result<()> {
        // A view that was asked for just now is shown after its tree has changed.
        self.visible(selector, true).await?;
        let input = self.web.find(By::Css(selector)).await?;
        // Not `clear`, which no keyboard can do and of which a page hears little.
        input.send_keys(Key::Control + "a").await?;
        input.send_keys(Key::Delete).await?;
        if text.is_empty() {
            return Ok(());
        }
        if text.len() < 100 && self.browser.can_type(text) {
            return input.send_keys(text).await;
        }
        // A long text is put in at once, as when pasted.
        let script = "arguments[0].value = arguments[1];\
                      arguments[0].dispatchEvent(new InputEvent('input', { bubbles: true }))";
        self.web
            .execute(script, vec![input.to_json()?, json!(text)])
            .await?;
        Ok(())
    }

    /// Puts a text into the field to paste into, whose box is opened where it is folded, and has it read.
    pub async fn paste(&self, text: &str) -> Result<()> {
        let folded = "[data-action='open-paste']";
        if self.value(&format!("!!{}", query(folded))).await? == json!(true) {
            self.click(folded).await?;
        }
        self.visible("[name='paste']", true).await?;
        let field = self.web.find(By::Name("paste")).await?;
        let script = "arguments[0].value = arguments[1];\
                      arguments[0].dispatchEvent(new InputEvent('input', { bubbles: true }))";
        let arguments = vec![field.to_json()?, json!(text)];
        self.web.execute(script, arguments).await?;
        self.press("read-paste").await
    }

    /// Chooses an option of a choice, by its value.
    pub async fn choose(&self, name: &str, value: &str) -> Result<()> {
        self.click(&format!("select[name='{name}'] option[value='{value}']"))
            .await
    }

    /// The picture in the window, as a PNG file.
    pub async fn picture(&self) -> Result<Vec<u8>> {
        self.web.screenshot_as_png().await
    }

    /// How many sheets of this paper the page takes when it is printed.
    pub async fn sheets(&self, paper: Paper) -> Result<usize> {
        self.browser.sheets(paper).await
    }

    /// Types into whatever has the focus.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Result<()> {
        self.web.active_element().await?.send_keys(keys).await
    }

    /// The address of the server with the pages, without a slash at its end.
    #[must_use]
    pub fn site(&self) -> String {
        self.server.url().trim_end_matches('/').to_owned()
    }

    /// Opens a page of another server.
    pub async fn visit(&self, url: &str) -> Result<()> {
        self.browser.go(url).await
    }

    /// Looks from now on into a frame of what it looks at; the frame may still be on its way.
    pub async fn enter(&self, selector: &str) -> Result<()> {
        let there = format!("!!{}", query(selector));
        self.shows(&there, true).await?;
        let frame = self.web.find(By::Css(selector)).await?;
        self.browser.enter(&frame).await
    }

    /// Looks at the outermost page again.
    pub async fn leave(&self) -> Result<()> {
        self.web.enter_default_frame().await
    }

    /// The text of an element as it is shown.
    pub async fn text(&self, selector: &str) -> Result<String> {
        self.visible(selector, true).await?;
        self.web.find(By::Css(selector)).await?.text().await
    }
}

fn field(row: &str) -> String {
    format!("input[name='{row}']")
}

fn query(selector: &str) -> String {
    format!("document.querySelector({})", json!(selector))
}

/// The step that only a page in a file needs.
impl Page {
    /// Opens a file of the build from the disk, as if for the first time, and waits for nothing.
    pub async fn go_to_file(&self, file: &str) -> Result<()> {
        self.visit(&format!("file://{}/{file}", setting("DIST_DIR")))
            .await
    }
}
