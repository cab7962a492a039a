//! The browser of the tests, its driver and Chinese letters, from the system's packages.

use std::{env, path::PathBuf, process::Command, time::Instant};

use crate::{
    process::{self, spoken},
    stop::{Outcome, Stop},
};

pub(super) struct Browser {
    pub(super) chromium: PathBuf,
    pub(super) chromedriver: PathBuf,
}

pub(super) fn ensure() -> Outcome<Browser> {
    let missing = missing();
    if !missing.is_empty() {
        install(&missing)?;
    }
    match (chromium(), chromedriver()) {
        (Some(chromium), Some(chromedriver)) => Ok(Browser {
            chromium,
            chromedriver,
        }),
        _ => Err(Stop::Failed(please(&missing))),
    }
}

/// Debian's names of what is not there.
fn missing() -> Vec<&'static str> {
    let mut packages = Vec::new();
    if chromium().is_none() {
        packages.push("chromium");
    }
    if chromedriver().is_none() {
        packages.push("chromium-driver");
    }
    if !has_chinese_letters() {
        packages.push("fonts-noto-cjk");
    }
    packages
}

fn chromium() -> Option<PathBuf> {
    named("CHROMIUM").or_else(|| {
        ["chromium", "chromium-browser", "google-chrome"]
            .into_iter()
            .find_map(process::find)
    })
}

fn chromedriver() -> Option<PathBuf> {
    named("CHROMEDRIVER").or_else(|| process::find("chromedriver"))
}

/// A program that the user names in the environment.
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

fn install(packages: &[&str]) -> Outcome {
    let is_root = process::ask(Command::new("id").arg("-u")).is_some_and(|user| user == "0");
    if !is_root || process::find("apt-get").is_none() {
        return Err(Stop::Failed(please(packages)));
    }
    println!(
        "Missing for the tests in a browser: {}. Installing with apt-get (about 150 MB, one to three minutes).",
        packages.join(", ")
    );
    let start = Instant::now();
    process::run(
        apt_get().args(["update", "--quiet"]),
        "`apt-get update` did not succeed; the reason is above.",
    )?;
    process::run(
        apt_get()
            .args(["install", "--yes", "--quiet", "--no-install-recommends"])
            .args(packages),
        "`apt-get install` did not succeed; the reason is above.",
    )?;
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
