//! The browsers: how each is started, and how it is made narrow, dark or deaf to scripts.
//!
//! A further engine is a further variant here; the journeys stay as they are.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{self, Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use serde_json::json;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::{
    CapabilitiesHelper, DesiredCapabilities, LoggingPrefsLogLevel, PageLoadStrategy, WebDriver,
};

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

/// A driver's process; it ends with the last journey that uses it.
pub(crate) struct Driver {
    process: Child,
    /// Held open, since a driver may end when nobody listens to it.
    _output: BufReader<ChildStdout>,
    /// Where driver and browsers put their profiles; some of them stay when a browser has gone.
    folder: PathBuf,
    url: String,
}

/// The driver that all journeys share. Nothing drops a static at the end, so it holds no driver itself.
static SHARED: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        // A browser on its way out may still hold a file; then the system's own cleaning has to do.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Engine {
    /// The engine's driver, started if no other journey runs.
    pub(crate) fn driver(self) -> Arc<Driver> {
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        shared.upgrade().unwrap_or_else(|| {
            let driver = Arc::new(self.start_driver());
            *shared = Arc::downgrade(&driver);
            driver
        })
    }

    fn start_driver(self) -> Driver {
        let Self::Chromium = self;
        let folder = own_folder();
        let mut process = Command::new(setting("CHROMEDRIVER"))
            .arg("--port=0")
            .env("TMPDIR", &folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the driver named by CHROMEDRIVER starts");
        let output = process.stdout.take().expect("its output was asked for");
        let mut output = BufReader::new(output);
        // The driver says which port it took: "… started successfully on port 12345."
        let port = output.by_ref().lines().find_map(|line| {
            let line = line.ok()?;
            let (_, port) = line.split_once("successfully on port ")?;
            Some(port.trim_end_matches('.').to_owned())
        });
        let port = port.expect("the driver names its port");
        Driver {
            process,
            _output: output,
            folder,
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
            "--force-prefers-reduced-motion",
        ] {
            wishes.add_arg(argument)?;
        }
        // The journeys wait for states of the page; some of them act before it is complete.
        wishes.set_page_load_strategy(PageLoadStrategy::Eager)?;
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
            let clock = format!(
                "Date = class extends Date {{
                    constructor(...given) {{ given.length ? super(...given) : super('{today}T12:00') }}
                }}"
            );
            tools
                .send_raw(
                    "Page.addScriptToEvaluateOnNewDocument",
                    json!({ "source": clock }),
                )
                .await?;
        }
        Ok(())
    }

    /// Makes the processor seem so many times slower.
    pub(crate) async fn slow_down(self, browser: &WebDriver, times: u32) -> Result<()> {
        let Self::Chromium = self;
        let rate = json!({ "rate": times });
        let tools = browser.cdp();
        tools
            .send_raw("Emulation.setCPUThrottlingRate", rate)
            .await?;
        Ok(())
    }

    /// How many milliseconds of the processor the page's scripts take while an expression is evaluated and what follows from it.
    pub(crate) async fn script_time(self, browser: &WebDriver, expression: &str) -> Result<f64> {
        let Self::Chromium = self;
        let tools = browser.cdp();
        // By the thread's own clock: what else runs on the machine does not count.
        let clock = json!({ "timeDomain": "threadTicks" });
        tools.send_raw("Performance.enable", clock).await?;
        let so_far = async || -> Result<f64> {
            let answer = tools.send_raw("Performance.getMetrics", json!({})).await?;
            let metrics = answer.get("metrics").and_then(|it| it.as_array());
            let mut metrics = metrics.expect("a list of metrics").iter();
            let scripts = metrics.find(|it| it.get("name") == Some(&json!("ScriptDuration")));
            let seconds = scripts.and_then(|it| it.get("value")?.as_f64());
            Ok(seconds.expect("the time of scripts"))
        };
        let before = so_far().await?;
        let expression = json!({ "expression": expression });
        tools.send_raw("Runtime.evaluate", expression).await?;
        Ok((so_far().await? - before) * 1_000.0)
    }

    /// How many sheets of A4 the page takes when it is printed.
    pub(crate) async fn sheets(self, browser: &WebDriver) -> Result<usize> {
        let Self::Chromium = self;
        let settings = json!({
            "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true, "pageRanges": "",
        });
        let printed = browser.cdp().send_raw("Page.printToPDF", settings).await?;
        let file = printed.get("data").and_then(|it| it.as_str());
        let file = file.expect("a file in base 64");
        // The browser reads it, so that no decoder is needed here.
        let script = "return [...atob(arguments[0]).matchAll(/\\/Type\\s*\\/Page\\b/g)].length";
        let count = browser.execute(script, vec![json!(file)]).await?;
        Ok(count.json().as_u64().expect("a number") as usize)
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

/// A new folder for one driver.
fn own_folder() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = format!("e2e-{}-{number}", process::id());
    let folder = std::env::temp_dir().join(name);
    fs::create_dir_all(&folder).expect("a folder for temporary files can be made");
    folder
}
