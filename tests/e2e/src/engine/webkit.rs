//! WebKitGTK: its MiniBrowser in a display without a screen, told by its surroundings what it cannot be told later.

use std::fs;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde_json::json;
use thirtyfour::{Capabilities, WebDriver, WebElement};
use tokio::time::{sleep, timeout};

use super::driver::{Display, Driver, Folder, guarded};
use super::listening::LISTEN;
use super::{Gap, Look};
use crate::page::Result;
use crate::setting;

pub(super) const NO_PAPER: &str = "WebKitWebDriver cannot print, nor lay a page out as for paper";

/// MiniBrowser's own bars take their room away from the page; without this it is at least 447 pixels wide.
const NO_BARS: &str = "
    headerbar, headerbar *, toolbar, toolbar *, entry, button, notebook > header, notebook > header * {
        min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px;
    }";

/// The width of the display.
const SCREEN: u32 = 1400;

/// The least width of a page beside the bars that are left.
const NARROWEST: u32 = 290;

/// The displays that no journey uses.
static DISPLAYS: Mutex<Vec<Display>> = Mutex::new(Vec::new());

fn displays() -> MutexGuard<'static, Vec<Display>> {
    DISPLAYS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Leaves the display to another journey. Driver and browser are new for each, which takes a third of a second:
/// a driver that opens its second browser waits for ever about once in a hundred times, and a second window has no focus.
pub(super) fn leave(driver: Driver) {
    displays().extend(driver.end());
}

/// A driver whose display and colours are those of its surroundings.
pub(super) fn driver(dark: bool) -> Driver {
    let folder = Folder::new();
    let settings = folder.path().join("gtk-3.0");
    let write = |name: &str, text: &str| fs::write(settings.join(name), text);
    fs::create_dir_all(&settings)
        .and_then(|()| write("settings.ini", "[Settings]\ngtk-enable-animations=0\n"))
        .and_then(|()| write("gtk.css", NO_BARS))
        .expect("settings of the browser's window can be written");
    let display = displays().pop();
    let display = display.unwrap_or_else(|| Display::start(SCREEN));
    let mut command = guarded("WEBKIT_DRIVER", &folder);
    command
        .env("DISPLAY", format!(":{}", display.number))
        .env("GDK_BACKEND", "x11")
        // Painted by the processor: there is no other, and the shaders of a graphics card that is only imitated take a third of the
        // time of a journey. Now and then one could not be compiled (`Unable to load module sksl_rt_shader`), which ends the page.
        .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
        // Programs are interpreted, which takes no longer. Code that WebKit for Linux compiles traps now and then, with an access
        // out of bounds that no other engine sees: two of 220 journeys where all was compiled, one in four runs where some was, and
        // none where nothing was. Others have met it, too, such as https://github.com/oven-sh/bun/issues/17146.
        .env("JSC_useBBQJIT", "0")
        .env("JSC_useOMGJIT", "0")
        .env("GTK_THEME", if dark { "Adwaita:dark" } else { "Adwaita" });
    for place in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"] {
        command.env(place, folder.path());
    }
    Driver::on_a_free_port(&mut command, display)
}

pub(super) fn wishes(scripts: bool) -> Result<Capabilities> {
    let mut wishes = Capabilities::new();
    wishes.set("browserName", "MiniBrowser")?;
    // Asked to wait itself, the driver now and then waits for a page that is there.
    wishes.set("pageLoadStrategy", "none")?;
    let scripts = format!("--enable-javascript={scripts}");
    wishes.set(
        "webkitgtk:browserOptions",
        json!({ "binary": setting("MINIBROWSER"), "args": ["--automation", scripts] }),
    )?;
    Ok(wishes)
}

pub(super) async fn look(web: &WebDriver, opened_as: Look, look: Look) -> Result<()> {
    if look.print {
        Gap(NO_PAPER).leave();
    }
    if look.width < NARROWEST {
        Gap("the window of WebKit's MiniBrowser is at least 290 pixels wide").leave();
    }
    assert_eq!(
        (look.dark, look.scripts),
        (opened_as.dark, opened_as.scripts),
        "colours and scripts are known when WebKit opens"
    );
    let wide = format!("return innerWidth == {}", look.width);
    for _ in 0..100 {
        // Asked once, a window that is just being shown may keep the width that it had.
        // Without a window manager the window under the pointer has the focus, and that is in the middle.
        let left = (i64::from(SCREEN) - i64::from(look.width)) / 2;
        web.set_window_rect(left, 0, look.width, 820).await?;
        sleep(Duration::from_millis(50)).await;
        if web.execute(&wide, Vec::new()).await?.json() == true {
            return Ok(());
        }
    }
    panic!("WebKit does not become {} pixels wide", look.width);
}

/// After this long the driver has lost a question, and is asked again.
const NO_ANSWER: Duration = Duration::from_secs(3);

/// Opens an address, listens as soon as the page is there, and waits until it can be used.
pub(super) async fn go(web: &WebDriver, url: &str) -> Result<()> {
    web.execute("window.isLeft = true", Vec::new()).await?;
    web.goto(url).await?;
    let script = format!(
        "if (window.isLeft) return false; {LISTEN}; return document.readyState != 'loading'"
    );
    let start = Instant::now();
    // Between two pages there is none that could answer.
    while !holds(web, &script).await {
        assert!(
            start.elapsed() < super::LONGEST_ANSWER,
            "WebKit does not open {url}"
        );
        sleep(Duration::from_millis(10)).await;
    }
    Ok(())
}

/// Looks into a frame once its page is there: who looks into the empty one before it is left without a frame.
pub(super) async fn enter(web: &WebDriver, frame: &WebElement) -> Result<()> {
    let start = Instant::now();
    loop {
        frame.clone().enter_frame().await?;
        let there = "return location.href != 'about:blank' && document.readyState != 'loading'";
        if holds(web, there).await {
            return Ok(());
        }
        assert!(
            start.elapsed() < super::LONGEST_ANSWER,
            "WebKit does not open the frame"
        );
        web.enter_parent_frame().await?;
        sleep(Duration::from_millis(10)).await;
    }
}

/// Whether a script answers with yes; no answer at all is no.
async fn holds(web: &WebDriver, script: &str) -> bool {
    let answer = timeout(NO_ANSWER, web.execute(script, Vec::new())).await;
    matches!(answer, Ok(Ok(answer)) if answer.json() == true)
}

/// Scrolls to an element and waits until it stands still. A scroll has to reach the screen first, which on a busy machine takes
/// longer than the wait below: before that, the driver presses where the element was.
pub(super) async fn settle(web: &WebDriver, element: &WebElement) -> Result<()> {
    let script = "
        const [asked, done] = arguments;
        // An option has no box to scroll to; its choice has.
        const it = asked.closest('select') ?? asked, box = () => JSON.stringify(it.getBoundingClientRect());
        const before = box(), tell = () => done(box());
        it.scrollIntoView({ block: 'nearest' });
        if (box() == before) tell(); else requestAnimationFrame(() => requestAnimationFrame(tell))";
    let mut before = None;
    for _ in 0..20 {
        let now = web.execute_async(script, vec![element.to_json()?]).await?;
        let now = now.json().clone();
        if before.as_ref() == Some(&now) {
            break;
        }
        before = Some(now);
        // Longer than the program leaves to what it writes last.
        sleep(Duration::from_millis(60)).await;
    }
    Ok(())
}
