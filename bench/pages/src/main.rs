//! `bench-pages DIST OUT` makes the pages that `cargo xtask bench` compares, and times what makes them, unoptimised as HR's build runs it.
//!
//! DIST is a finished build.
//! OUT becomes a folder with that build, the plain page of the same content and its flow for the other programs, and the same three for
//! generated flows of 25, 250 and 1,000 nodes; and a host's page with the guide in a frame and without.
//! Each line on the standard output is `content nodes=25 check_ns=…,… build_ns=…,…`, a time for each round in nanoseconds:
//! `check_ns` is the check of all content files, from texts to guide and findings, and `build_ns` is from that guide to the finished
//! pages in both languages.
//! In the content of more than 1,000 nodes only the check is timed.

mod flow;
mod generated;
mod project;
mod vocabulary;

use std::error::Error;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;
use std::{env, fs};

use guide::{Guide, Lang};
use prerender::{Finished, plain};

use crate::generated::Frame;
use crate::project::{Program, Project};

/// How many nodes the generated pages have.
const SIZES: [usize; 3] = [25, 250, 1_000];
/// As the page that makes the code for hosts writes it, in the first window of a host: where it costs most.
const LOADER: &str = "<learning-hours-guide><a href=\"../ours/index.html\">終身學習時數查詢</a></learning-hours-guide>\n\
                      <script src=\"../ours/embed.js\" async></script>";
/// A guide that nobody will ever write: its content is only checked.
const HUGE: usize = 5_000;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("bench-pages: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [dist, out] = arguments.as_slice() else {
        return Err("it takes two folders: bench-pages DIST OUT".into());
    };
    let project = Project::read()?;
    let program = Program::in_build(dist)?;
    empty(out)?;

    let guide = project.content.guide()?;
    write(&out.join(MARK), &flow::json(&guide, Lang::ZhHant))?;
    project::copy(dist, &out.join("ours"))?;
    write_plain(&project, &guide, &out.join("plain"))?;
    for (folder, guide) in [("host", ""), ("host-with-guide", LOADER)] {
        let html = include_str!("host.html").replace("{{guide}}", guide);
        write(&out.join(folder).join("index.html"), &html)?;
    }

    let frame = Frame::read(&project.content.guide)?;
    for nodes in SIZES {
        let content = project.content.with_guide(frame.guide(nodes)?);
        let guide = content.guide()?;
        let pages = project.pages(&guide, &program)?;
        write_ours(&pages, &program, &out.join(format!("ours-{nodes}")))?;
        write_plain(&project, &guide, &out.join(format!("plain-{nodes}")))?;
        write(
            &out.join(format!("flow-{nodes}.json")),
            &flow::json(&guide, Lang::ZhHant),
        )?;
        let check = rounds(nodes, || content.guide())?;
        let build = rounds(nodes, || project.pages(&guide, &program))?;
        println!("content nodes={nodes} check_ns={check} build_ns={build}");
    }
    let content = project.content.with_guide(frame.guide(HUGE)?);
    let check = rounds(HUGE, || content.guide())?;
    println!("content nodes={HUGE} check_ns={check}");
    Ok(())
}

/// How long something takes, as many times as there is patience for; once before, for nothing.
fn rounds<T, E>(nodes: usize, mut act: impl FnMut() -> Result<T, E>) -> Result<String, E> {
    let rounds = match nodes {
        ..=250 => 9,
        251..=1_000 => 5,
        _ => 3,
    };
    black_box(act()?);
    let mut times = Vec::new();
    for _ in 0..rounds {
        let start = Instant::now();
        let made = black_box(act()?);
        times.push(start.elapsed().as_nanos().to_string());
        drop(made);
    }
    Ok(times.join(","))
}

/// What tells a folder of ours from any other, so that no other is ever emptied.
const MARK: &str = "flow.json";

fn empty(out: &Path) -> Result<(), Box<dyn Error>> {
    if out.exists() {
        let is_ours = out.join(MARK).is_file();
        if !is_ours && fs::read_dir(out)?.next().is_some() {
            let out = out.display();
            return Err(format!("{out} holds something else; name an empty folder").into());
        }
        fs::remove_dir_all(out)?;
    }
    Ok(fs::create_dir_all(out)?)
}

fn write_plain(project: &Project, guide: &Guide, folder: &Path) -> Result<(), Box<dyn Error>> {
    let html = plain(guide, Lang::ZhHant, &project.template, &project.styles)
        .map_err(project::misplaced)?;
    write(&folder.join("index.html"), &html)
}

fn write_ours(pages: &[Finished], program: &Program, folder: &Path) -> Result<(), Box<dyn Error>> {
    for page in pages {
        write(&folder.join(page.path), &page.html)?;
    }
    program.copy_to(folder)
}

fn write(path: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text).map_err(|problem| format!("{}: {problem}", path.display()).into())
}
