//! The browsers of the tests, their drivers and Chinese letters, from the system's packages.

use std::{env, path::PathBuf, process::Command, time::Instant};

use crate::{
    process::{self, spoken},
    stop::{Outcome, Stop},
};

/// What the tests read from the environment to run in an engine, or the sentence that says why it is not there.
pub(crate) type Settings = Result<Vec<(&'static str, PathBuf)>, String>;

/// Chromium and its driver.
pub(super) struct Chromium {
    pub(super) chromium: PathBuf,
    pub(super) chromedriver: PathBuf,
}

/// The browser without which there are no tests, and what every browser writes Chinese with.
pub(super) fn chromium() -> Outcome<Chromium> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let chromium = || program("CHROMIUM", &names);
    let chromedriver = || program("CHROMEDRIVER", &["chromedriver"]);
    let missing = missing([
        ("chromium", chromium().is_some()),
        ("chromium-driver", chromedriver().is_some()),
        ("fonts-noto-cjk", has_chinese_letters()),
    ]);
    install("the tests in a browser", &missing, "150 MB")
        .map_err(|_| Stop::Failed(please(&missing)))?;
    match (chromium(), chromedriver()) {
        (Some(chromium), Some(chromedriver)) => Ok(Chromium {
            chromium,
            chromedriver,
        }),
        _ => Err(Stop::Failed(please(&missing))),
    }
}

/// Firefox from the system; its driver is compiled here, since Debian has none.
pub(super) fn firefox(geckodriver: impl FnOnce() -> Outcome<PathBuf>) -> Settings {
    let find = || program("FIREFOX", &["firefox-esr", "firefox"]);
    let missing = missing([("firefox-esr", find().is_some())]);
    install("the tests in Firefox", &missing, "80 MB")?;
    let Some(firefox) = find() else {
        return Err(not_run("Firefox", &missing));
    };
    let driver = match program("GECKODRIVER", &[]) {
        Some(driver) => driver,
        None => geckodriver().map_err(|stop| {
            let why = stop.sentence().unwrap_or_default().to_owned();
            format!("The tests do not run in Firefox, since its driver is not there: {why}")
        })?,
    };
    Ok(vec![
        ("ENGINE", "firefox".into()),
        ("FIREFOX", firefox),
        ("GECKODRIVER", driver),
    ])
}

/// WebKitGTK from the system; it has to have a display, be it without a screen.
pub(super) fn webkit() -> Settings {
    let driver = || program("WEBKIT_DRIVER", &["WebKitWebDriver"]);
    let display = || program("XVFB", &["Xvfb"]);
    let missing = missing([
        (
            "webkit2gtk-driver",
            driver().is_some() && mini_browser().is_some(),
        ),
        ("xvfb", display().is_some()),
    ]);
    install("the tests in WebKitGTK", &missing, "100 MB")?;
    match (driver(), mini_browser(), display()) {
        (Some(driver), Some(browser), Some(display)) => Ok(vec![
            ("ENGINE", "webkit".into()),
            ("WEBKIT_DRIVER", driver),
            ("MINIBROWSER", browser),
            ("XVFB", display),
        ]),
        _ => Err(not_run("WebKitGTK", &missing)),
    }
}

/// Debian's names of what is not there.
fn missing<const N: usize>(packages: [(&'static str, bool); N]) -> Vec<&'static str> {
    packages
        .into_iter()
        .filter(|(_, is_there)| !is_there)
        .map(|(package, _)| package)
        .collect()
}

/// The program that the user names in the environment, or the first of these names on the PATH.
fn program(variable: &str, names: &[&str]) -> Option<PathBuf> {
    named(variable).or_else(|| names.iter().copied().find_map(process::find))
}

/// WebKitGTK's own small browser, which lies beside its library and not on the PATH.
fn mini_browser() -> Option<PathBuf> {
    let machine = format!("/usr/lib/{}-linux-gnu", env::consts::ARCH);
    named("MINIBROWSER").or_else(|| {
        [&*machine, "/usr/libexec", "/usr/lib64", "/usr/lib"]
            .into_iter()
            .flat_map(|folder| {
                ["webkit2gtk-4.1", "webkit2gtk-4.0"]
                    .map(|version| PathBuf::from(folder).join(version).join("MiniBrowser"))
            })
            .find(|file| process::is_program(file))
    })
}

/// A program that the user names in the environment, if it is one.
fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|program| process::is_program(program))
}

/// Other systems bring Chinese letters along, and other fonts than Noto do as well.
fn has_chinese_letters() -> bool {
    !cfg!(target_os = "linux")
        || [
            "/var/lib/dpkg/info/fonts-noto-cjk.list",
            "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
        ]
        .into_iter()
        .any(|file| PathBuf::from(file).exists())
        || process::ask(Command::new("fc-list").arg(":lang=zh-tw"))
            .is_some_and(|fonts| !fonts.is_empty())
}

/// Installs packages where this run may; the error is a sentence that names them.
fn install(what: &str, packages: &[&str], size: &str) -> Result<(), String> {
    if packages.is_empty() {
        return Ok(());
    }
    let is_root = process::ask(Command::new("id").arg("-u")).is_some_and(|user| user == "0");
    let sentence = || {
        format!(
            "For {what} something is missing that only an administrator can install. Debian: `sudo apt-get install {}`.",
            packages.join(" ")
        )
    };
    if !is_root || process::find("apt-get").is_none() {
        return Err(sentence());
    }
    println!(
        "Missing for {what}: {}. Installing with apt-get (about {size}, one to three minutes).",
        packages.join(", ")
    );
    let start = Instant::now();
    let failed = "`apt-get` did not succeed; the reason is above.";
    process::run(apt_get().args(["update", "--quiet"]), failed)
        .and_then(|()| {
            process::run(
                apt_get()
                    .args(["install", "--yes", "--quiet", "--no-install-recommends"])
                    .args(packages),
                failed,
            )
        })
        .map_err(|_| sentence())?;
    println!("Installed ({}).", spoken(start.elapsed()));
    Ok(())
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn please(packages: &[&str]) -> String {
    format!(
        "For the tests in a browser something is missing that only an administrator can install. Debian and Ubuntu: `sudo apt-get install {}`. \
         Elsewhere install Chromium and its ChromeDriver, and name the two programs in CHROMIUM and CHROMEDRIVER if they are not on the PATH. Then try again.",
        packages.join(" ")
    )
}

fn not_run(name: &str, packages: &[&str]) -> String {
    format!(
        "The tests do not run in {name}, since it is not there. Debian: `sudo apt-get install {}`.",
        packages.join(" ")
    )
}
