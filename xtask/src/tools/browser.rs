//! The browsers of the tests, their drivers and Chinese letters, from the system's packages.

use std::{env, path::PathBuf, time::Instant};

use anyhow::{Context as _, Result, ensure};
use xshell::{Shell, cmd};

use super::{
    Settings,
    process::{self, spoken},
};

/// Chromium and its driver.
pub(crate) struct Chromium {
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
}

impl Chromium {
    pub(super) fn settings(self) -> Settings {
        vec![
            ("ENGINE", "chromium".into()),
            ("CHROMIUM", self.chromium),
            ("CHROMEDRIVER", self.chromedriver),
        ]
    }
}

/// The browser without which there are no tests, and what every browser writes Chinese with.
pub(crate) fn chromium(sh: &Shell) -> Result<Chromium> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let chromium = || program("CHROMIUM", &names);
    let chromedriver = || program("CHROMEDRIVER", &["chromedriver"]);
    let missing = missing([
        ("chromium", chromium().is_some()),
        ("chromium-driver", chromedriver().is_some()),
        ("fonts-noto-cjk", has_chinese_letters(sh)),
    ]);
    install(sh, "the tests in Chromium", &missing, "150 MB").context(
        "There are no tests without Chromium. Elsewhere than in Debian install it and its ChromeDriver, and name the two programs in CHROMIUM and CHROMEDRIVER if they are not on the PATH. Then try again.",
    )?;
    Ok(Chromium {
        chromium: chromium().context("Chromium is not where its package should have put it.")?,
        chromedriver: chromedriver()
            .context("ChromeDriver is not where its package should have put it.")?,
    })
}

/// Firefox from the system; its driver is compiled here, since Debian has none.
pub(super) fn firefox(
    sh: &Shell,
    geckodriver: impl FnOnce() -> Result<PathBuf>,
) -> Result<Settings> {
    let find = || program("FIREFOX", &["firefox-esr", "firefox"]);
    let missing = missing([("firefox-esr", find().is_some())]);
    install(sh, "the tests in Firefox", &missing, "80 MB")?;
    let driver = match program("GECKODRIVER", &[]) {
        Some(driver) => driver,
        None => geckodriver()?,
    };
    Ok(vec![
        ("ENGINE", "firefox".into()),
        (
            "FIREFOX",
            find().context("Firefox is not where its package should have put it.")?,
        ),
        ("GECKODRIVER", driver),
    ])
}

/// WebKitGTK from the system; it has to have a display, be it without a screen.
pub(super) fn webkit(sh: &Shell) -> Result<Settings> {
    let driver = || program("WEBKIT_DRIVER", &["WebKitWebDriver"]);
    let display = || program("XVFB", &["Xvfb"]);
    let has_browser = driver().is_some() && mini_browser().is_some();
    let missing = missing([
        ("webkit2gtk-driver", has_browser),
        ("xvfb", display().is_some()),
    ]);
    install(sh, "the tests in WebKitGTK", &missing, "100 MB")?;
    let gone = "WebKitGTK is not where its package should have put it.";
    Ok(vec![
        ("ENGINE", "webkit".into()),
        ("WEBKIT_DRIVER", driver().context(gone)?),
        ("MINIBROWSER", mini_browser().context(gone)?),
        ("XVFB", display().context(gone)?),
    ])
}

/// Debian's names of what is not there.
fn missing<const N: usize>(packages: [(&'static str, bool); N]) -> Vec<&'static str> {
    let missing = packages.into_iter().filter(|(_, is_there)| !is_there);
    missing.map(|(package, _)| package).collect()
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
fn has_chinese_letters(sh: &Shell) -> bool {
    !cfg!(target_os = "linux")
        || [
            "/var/lib/dpkg/info/fonts-noto-cjk.list",
            "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
        ]
        .into_iter()
        .any(|file| PathBuf::from(file).exists())
        || process::ask(cmd!(sh, "fc-list :lang=zh-tw")).is_some_and(|fonts| !fonts.is_empty())
}

/// Installs packages where this run may; the error names them.
fn install(sh: &Shell, what: &str, packages: &[&str], size: &str) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    let names = packages.join(" ");
    let sentence = format!(
        "For {what} something is missing that only an administrator can install. Debian and Ubuntu: `sudo apt-get install {names}`."
    );
    let is_root = process::ask(cmd!(sh, "id -u")).is_some_and(|user| user == "0");
    ensure!(is_root && process::find("apt-get").is_some(), sentence);
    println!(
        "Missing for {what}: {names}. Installing with apt-get (about {size}, one to three minutes)."
    );
    let start = Instant::now();
    let _quietly = sh.push_env("DEBIAN_FRONTEND", "noninteractive");
    cmd!(sh, "apt-get update --quiet")
        .run()
        .context(sentence.clone())?;
    cmd!(
        sh,
        "apt-get install --yes --quiet --no-install-recommends {packages...}"
    )
    .run()
    .context(sentence)?;
    println!("Installed ({}).", spoken(start.elapsed()));
    Ok(())
}
