//! Chromium: by the commands of its developer tools.

use serde_json::json;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::{
    Capabilities, CapabilitiesHelper, DesiredCapabilities, LoggingPrefsLogLevel, PageLoadStrategy,
    WebDriver,
};

use super::Look;
use super::driver::{Driver, Folder, guarded};
use crate::page::Result;
use crate::setting;

pub(super) fn driver() -> Driver {
    let mut command = guarded("CHROMEDRIVER", &Folder::new());
    command.arg("--port=0");
    // "… started successfully on port 12345."
    Driver::on_its_own_port(&mut command, "successfully on port ")
}

pub(super) fn wishes() -> Result<Capabilities> {
    let mut wishes = DesiredCapabilities::chrome();
    wishes.set_binary(&setting("CHROMIUM"))?;
    for argument in [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--lang=zh-TW",
        "--force-prefers-reduced-motion",
    ] {
        wishes.add_arg(argument)?;
    }
    // The journeys wait for states of the page; some of them act before it is complete.
    wishes.set_page_load_strategy(PageLoadStrategy::Eager)?;
    wishes.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    Ok(wishes.into())
}

pub(super) async fn look(web: &WebDriver, look: Look) -> Result<()> {
    let tools = web.cdp();
    let size =
        json!({ "width": look.width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
    tools
        .send_raw("Emulation.setDeviceMetricsOverride", size)
        .await?;
    let scheme = if look.dark { "dark" } else { "light" };
    let media = json!({
        "media": if look.print { "print" } else { "" },
        "features": [{ "name": "prefers-color-scheme", "value": scheme }],
    });
    tools.send_raw("Emulation.setEmulatedMedia", media).await?;
    let scripts = json!({ "value": !look.scripts });
    tools
        .send_raw("Emulation.setScriptExecutionDisabled", scripts)
        .await?;
    if let Some(today) = look.today {
        tools
            .send_raw(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": super::clock(today) }),
            )
            .await?;
    }
    Ok(())
}

/// Forgets what was said and kept.
pub(super) async fn forget(web: &WebDriver) -> Result<()> {
    for (command, what) in [
        ("Network.clearBrowserCache", json!({})),
        ("Network.clearBrowserCookies", json!({})),
        (
            "Storage.clearDataForOrigin",
            json!({ "origin": "*", "storageTypes": "all" }),
        ),
    ] {
        web.cdp().send_raw(command, what).await?;
    }
    console(web).await?;
    Ok(())
}

pub(super) async fn console(web: &WebDriver) -> Result<Vec<String>> {
    let entries = web.browser_log().await?;
    let grave = entries
        .into_iter()
        .filter(|entry| entry.level == "SEVERE" || entry.level == "WARNING");
    Ok(grave
        .map(|entry| format!("{} {}", entry.level, entry.message))
        .collect())
}
