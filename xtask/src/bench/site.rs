//! The pages that are compared: ours and the plain one by `bench/pages`, the peers' by `bench/peers/build.mjs`, in one folder.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use recording_server::{Server, ServerOptions};

use super::samples::Samples;
use crate::{
    compress, process, project,
    stop::{Outcome, Stop},
    tools::BenchTools,
};

/// All pages, and what was measured while they were made.
#[derive(Debug)]
pub(super) struct Site {
    folder: PathBuf,
    /// Lines like `content nodes=25 check_ns=1,2,3 build_ns=4,5,6`.
    pub(super) content: Vec<String>,
}

/// What the browser said of itself and of the machine, in the order of its words: name and value.
pub(super) type Facts = Vec<(String, String)>;

pub(super) fn build(tools: &BenchTools) -> Outcome<Site> {
    println!("\nMaking the pages to compare (a minute).");
    let root = project::root()?;
    let folder = root.join("target/bench/site");
    let mut content = Vec::new();
    process::run_watched(
        process::cargo()?
            .args(["run", "--quiet", "--package", "bench-pages", "--"])
            .arg(project::dist()?)
            .arg(&folder),
        "The pages to compare could not be made; the reason is above.",
        |line| {
            if line.starts_with("content ") {
                content.push(line.trim().to_owned());
            }
        },
    )?;
    process::run(
        Command::new("node")
            .arg(root.join("bench/peers/build.mjs"))
            .arg(&folder)
            .arg(&tools.esbuild)
            .arg(&tools.modules),
        "The peers' pages could not be made; the reason is above.",
    )?;
    // As a build is, so that all of them are served alike.
    compress::folder(&folder)?;
    Ok(Site { folder, content })
}

impl Site {
    /// Visits pages in turn, so many rounds, and adds what was seen to the samples.
    pub(super) fn visit(
        &self,
        tools: &BenchTools,
        condition: &str,
        rounds: u32,
        pages: &[&str],
        samples: &mut Samples,
    ) -> Outcome<Facts> {
        let server = serve(&self.folder)?;
        let mut facts = Facts::new();
        let mut reason = None;
        let result = process::run_watched(
            Command::new("node")
                .arg(project::root()?.join("bench/peers/drive.mjs"))
                .arg(&tools.chromium)
                .args([&server.url(), &rounds.to_string(), condition])
                .args(pages)
                .env("NODE_PATH", &tools.modules),
            "",
            |line| {
                samples.add_line(line);
                if let Some(fact) = line.strip_prefix("fact ") {
                    facts.extend(pair(fact));
                }
                if let Some(why) = line.strip_prefix("failed ") {
                    reason = Some(why.trim().to_owned());
                }
            },
        );
        result.map(|()| facts).map_err(|stop| match (stop, reason) {
            (Stop::Failed(said), None) if !said.is_empty() => Stop::Failed(said),
            (_, reason) => Stop::Failed(format!(
                "The pages could not be measured in Chromium: {}.",
                reason.as_deref().unwrap_or("the reason is above")
            )),
        })
    }
}

fn serve(folder: &Path) -> Outcome<Server> {
    Server::start(ServerOptions::new(folder)).map_err(|error| {
        Stop::Failed(format!(
            "The pages to compare could not be served: {error}."
        ))
    })
}

/// `chromium=Chrome/156.0`
fn pair(fact: &str) -> Option<(String, String)> {
    let (name, value) = fact.trim().split_once('=')?;
    Some((name.to_owned(), value.to_owned()))
}
