//! Opens the page in Chromium without a window, and waits for its reports, which are requests to our own server.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use recording_server::{Change, Server, ServerOptions};

use super::figures::Comparison;
use crate::{
    stop::{Outcome, Stop},
    tools::BenchTools,
};

const PATIENCE: Duration = Duration::from_secs(300);
const PAUSE: Duration = Duration::from_millis(200);

pub(super) fn run(tools: &BenchTools, page: &Path) -> Outcome<Vec<Comparison>> {
    println!("\nMeasuring in the browser (about a minute).");
    let failed =
        |error: io::Error| Stop::Failed(format!("Chromium could not be started: {error}."));
    // Only a page that shares its process with no other gets a clock of 5 µs instead of 100.
    let alone = Change::default()
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Embedder-Policy", "require-corp");
    let server = Server::start(ServerOptions::new(page)).map_err(|error| {
        Stop::Failed(format!(
            "The page of the comparison could not be served: {error}."
        ))
    })?;
    server.change("*", alone);
    let mut browser = Browser::open(&tools.chromium, &server.url()).map_err(failed)?;
    let start = Instant::now();
    let mut comparisons = Vec::new();
    let mut seen = 0;
    loop {
        // Asked before the requests, so that none of the last ones is missed.
        let ended = browser.process.try_wait().map_err(failed)?.is_some();
        for request in server.requests().into_iter().skip(seen) {
            seen += 1;
            match Message::parse(&request) {
                Some(Message::Report(comparison)) => comparisons.push(comparison),
                Some(Message::Done) => return Ok(comparisons),
                Some(Message::Failed(reason)) => {
                    return Err(Stop::Failed(format!(
                        "The comparison in the browser failed: {reason}."
                    )));
                }
                None => {}
            }
        }
        if ended {
            return Err(Stop::Failed(
                "Chromium ended before the comparison was done.".to_owned(),
            ));
        }
        if start.elapsed() > PATIENCE {
            return Err(Stop::Failed(format!(
                "The comparison in the browser was not done after {} seconds.",
                PATIENCE.as_secs()
            )));
        }
        thread::sleep(PAUSE);
    }
}

/// What a request of the page says.
#[derive(Debug, PartialEq)]
enum Message {
    Report(Comparison),
    Done,
    Failed(String),
}

impl Message {
    fn parse(target: &str) -> Option<Self> {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        match path {
            "/report" => Some(match Comparison::parse(query) {
                Some(comparison) => Self::Report(comparison),
                None => Self::Failed(format!("it reported `{query}`")),
            }),
            "/done" => Some(Self::Done),
            "/failed" => Some(Self::Failed(query.replace("%20", " "))),
            _ => None,
        }
    }
}

/// A running browser with an empty profile of its own; both go when this is dropped.
struct Browser {
    process: Child,
    profile: PathBuf,
}

impl Browser {
    fn open(chromium: &Path, url: &str) -> io::Result<Self> {
        let profile = env::temp_dir().join(format!("layout-bench-{}", std::process::id()));
        fs::create_dir_all(&profile)?;
        let process = Command::new(chromium)
            .args(["--headless=new", "--no-sandbox", "--disable-gpu"])
            .args(["--disable-background-networking", "--no-first-run"])
            .arg(format!("--user-data-dir={}", profile.display()))
            .arg(url)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        Ok(Self { process, profile })
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // An error means that it has ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
        // Its helpers end a moment later and may still write.
        for _ in 0..10 {
            if fs::remove_dir_all(&self.profile).is_ok() {
                break;
            }
            thread::sleep(PAUSE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_of_the_page_are_messages() {
        #[track_caller]
        fn check(target: &str, expect: Option<Message>) {
            assert_eq!(Message::parse(target), expect, "{target}");
        }
        let query = "flow=100&nodes=100&edges=130&ours=1&dagre=2&elk=3";
        check(
            &format!("/report?{query}"),
            Comparison::parse(query).map(Message::Report),
        );
        check(
            "/report?flow=100",
            Some(Message::Failed("it reported `flow=100`".to_owned())),
        );
        check("/done", Some(Message::Done));
        check(
            "/failed?Error:%20no",
            Some(Message::Failed("Error: no".to_owned())),
        );
        check("/page.js", None);
    }
}
