//! The browsers: how each is started, and how it is made narrow, dark or deaf to scripts.
//!
//! A further engine is a further variant here; the journeys stay as they are.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use serde_json::json;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::{DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

use crate::page::Result;
use crate::setting;

/// A browser engine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Engine {
    /// Chromium by ChromeDriver.
    #[default]
    Chromium,
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
}

impl Default for Look {
    fn default() -> Self {
        Self {
            width: 1280,
            dark: false,
            scripts: true,
        }
    }
}

/// A driver's process; it ends with this handle.
pub(crate) struct Driver {
    process: Child,
    url: String,
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Engine {
    /// Starts the engine's driver on a free port.
    pub(crate) fn start_driver(self) -> Driver {
        let Self::Chromium = self;
        let mut process = Command::new(setting("CHROMEDRIVER"))
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the driver named by CHROMEDRIVER starts");
        let output = process.stdout.take().expect("its output was asked for");
        // The driver says which port it took: "… started successfully on port 12345."
        let port = BufReader::new(output).lines().find_map(|line| {
            let line = line.ok()?;
            let (_, port) = line.split_once("successfully on port ")?;
            Some(port.trim_end_matches('.').to_owned())
        });
        let port = port.expect("the driver names its port");
        Driver {
            process,
            url: format!("http://127.0.0.1:{port}"),
        }
    }

    /// Opens a browser with an empty profile.
    pub(crate) async fn open(self, driver: &Driver) -> Result<WebDriver> {
        let Self::Chromium = self;
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
        ] {
            wishes.add_arg(argument)?;
        }
        wishes.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        WebDriver::new(&driver.url, wishes).await
    }

    /// Makes the browser look at pages in this way from now on.
    pub(crate) async fn look(self, browser: &WebDriver, look: Look) -> Result<()> {
        let Self::Chromium = self;
        let tools = browser.cdp();
        let size =
            json!({ "width": look.width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        tools
            .send_raw("Emulation.setDeviceMetricsOverride", size)
            .await?;
        let scheme = if look.dark { "dark" } else { "light" };
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        tools.send_raw("Emulation.setEmulatedMedia", media).await?;
        let scripts = json!({ "value": !look.scripts });
        tools
            .send_raw("Emulation.setScriptExecutionDisabled", scripts)
            .await?;
        Ok(())
    }

    /// What stands on the console since the last look, one entry a line.
    pub(crate) async fn console(self, browser: &WebDriver) -> Result<Vec<String>> {
        let Self::Chromium = self;
        let entries = browser.browser_log().await?;
        let grave = entries
            .into_iter()
            .filter(|entry| entry.level == "SEVERE" || entry.level == "WARNING");
        Ok(grave
            .map(|entry| format!("{} {}", entry.level, entry.message))
            .collect())
    }
}

impl Driver {
    /// Keeps the handle alive until here.
    pub(crate) fn stop(self) {}
}
