//! Firefox: by scripts that geckodriver runs with the rights of the browser itself.

use std::sync::Arc;

use serde_json::{Value, json};
use thirtyfour::common::capabilities::firefox::FirefoxPreferences;
use thirtyfour::common::command::{Command as Order, ExtensionCommand};
use thirtyfour::{
    Capabilities, CapabilitiesHelper, DesiredCapabilities, PageLoadStrategy, WebDriver,
};

use super::Look;
use super::driver::{Driver, Folder, guarded};
use crate::page::Result;
use crate::setting;

pub(super) fn driver() -> Driver {
    let folder = Folder::new();
    let mut command = guarded("GECKODRIVER", &folder);
    command
        .args(["--port=0", "--allow-system-access", "--profile-root"])
        .arg(folder.path())
        // A window with room for every page that is made in it.
        .envs([
            ("MOZ_HEADLESS_WIDTH", "1400"),
            ("MOZ_HEADLESS_HEIGHT", "1000"),
        ]);
    // "… Listening on 127.0.0.1:12345"
    Driver::on_its_own_port(&mut command, "Listening on 127.0.0.1:")
}

pub(super) fn wishes() -> Result<Capabilities> {
    let mut wishes = DesiredCapabilities::firefox();
    wishes.set_firefox_binary(&setting("FIREFOX"))?;
    wishes.set_headless()?;
    let mut settings = FirefoxPreferences::new();
    settings.set("intl.accept_languages", "zh-TW")?;
    settings.set("ui.prefersReducedMotion", 1)?;
    // A mouse, which no window without a screen has by itself.
    settings.set("ui.primaryPointerCapabilities", 6)?;
    settings.set("ui.allPointerCapabilities", 6)?;
    wishes.set_preferences(settings)?;
    // The journeys wait for states of the page; some of them act before it is complete.
    wishes.set_page_load_strategy(PageLoadStrategy::Eager)?;
    Ok(wishes.into())
}

pub(super) async fn look(web: &WebDriver, look: Look) -> Result<()> {
    let script = "
        const [look] = arguments, view = gBrowser.selectedBrowser;
        for (const [name, value] of Object.entries({ width: look.width + 'px', height: '800px', flex: 'none' }))
            view.style.setProperty(name, value);
        Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', look.dark ? 0 : 1);
        Services.prefs.setBoolPref('javascript.enabled', look.scripts);
        view.browsingContext.mediumOverride = look.print ? 'print' : ''";
    let wish = json!({
        "width": look.width, "dark": look.dark, "scripts": look.scripts, "print": look.print,
    });
    privileged(web, script, vec![wish]).await?;
    // The content is told of its new width in its own time.
    let wide = format!("return innerWidth == {}", look.width);
    for _ in 0..200 {
        if web.execute(&wide, Vec::new()).await?.json() == true {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("Firefox does not become {} pixels wide", look.width);
}

/// Errors and warnings that concern our pages; what they write to the console themselves is not among them.
pub(super) async fn errors(web: &WebDriver) -> Result<Vec<String>> {
    // A host's `allow` may hold words that only others know, our own looks measure pages that are still loading, and leaving a page
    // ends what its scripts still do. A page whose script is ended while it is open does not answer, which fails its journey.
    let script = "
        const theirs = /Skipping unsupported feature name|Layout was forced before the page was fully loaded|Script terminated by timeout/;
        const ours = Services.console.getMessageArray().filter(it =>
            it instanceof Ci.nsIScriptError && it.sourceName.startsWith('http://') && !theirs.test(it.errorMessage));
        Services.console.reset();
        return ours.map(it => it.toString())";
    let errors = privileged(web, script, Vec::new()).await?;
    let errors = errors.as_array().expect("a list");
    Ok(errors.iter().map(Value::to_string).collect())
}

/// Forgets what was said and kept.
pub(super) async fn forget(web: &WebDriver) -> Result<()> {
    let script = "
        const done = arguments[0];
        Services.console.reset();
        Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL_CACHES | Ci.nsIClearDataService.CLEAR_DOM_STORAGES, () => done())";
    context(web, "chrome").await?;
    let forgotten = web.execute_async(script, Vec::new()).await;
    context(web, "content").await?;
    forgotten.map(drop)
}

/// Runs a script with the rights of the browser itself.
async fn privileged(web: &WebDriver, script: &str, arguments: Vec<Value>) -> Result<Value> {
    context(web, "chrome").await?;
    let value = web.execute(script, arguments).await;
    context(web, "content").await?;
    Ok(value?.json().clone())
}

async fn context(web: &WebDriver, name: &'static str) -> Result<()> {
    let order = Order::ExtensionCommand(Box::new(Context(name)));
    web.handle().cmd(order).await?;
    Ok(())
}

/// geckodriver's own command for whose scripts run from now on.
#[derive(Debug)]
struct Context(&'static str);

impl ExtensionCommand for Context {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({ "context": self.0 }))
    }

    fn method(&self) -> http::Method {
        http::Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        "/moz/context".into()
    }
}
