//! `cargo xtask test`: sets up what is missing, then runs every test; the last line counts them.

mod report;
mod serving;
mod studio;

use std::{path::PathBuf, process::exit};

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

use crate::{
    Command, build, check, size, tidy,
    tools::{self, Engine, Settings, process},
};
use report::{Counts, Report};

pub(crate) const COMMAND: Command = Command {
    name: "test",
    arguments: "[ENGINE…]",
    about: "installs what is missing, runs every test in all three engines, or in those that are named",
    run,
};

pub(crate) fn run(sh: &Shell, arguments: &[String]) -> Result<()> {
    let engines = chosen(arguments)?;
    let mut report = Report::default();
    let result = stages(sh, &engines, &mut report);
    println!("\n{}", report.table());
    if let Err(error) = &result {
        println!("\n{error:#}");
        let last = report.stages.last().map_or("", |stage| stage.name);
        println!("Stopped at the stage \"{last}\".");
    }
    // The very last line, alone, for programs and for people in a hurry.
    println!("{}", report.total().sentence());
    if result.is_err() {
        exit(1);
    }
    Ok(())
}

/// The engines that are named, and all of them where none is.
fn chosen(arguments: &[String]) -> Result<Vec<Engine>> {
    if arguments.is_empty() {
        return Ok(Engine::ALL.to_vec());
    }
    let engine = |name: &String| {
        let mut known = Engine::ALL.into_iter();
        let engine = known.find(|engine| engine.name().eq_ignore_ascii_case(name));
        engine.with_context(|| {
            format!(
                "`cargo xtask test` knows no engine `{name}`; there are chromium, firefox and webkit."
            )
        })
    };
    arguments.iter().map(engine).collect()
}

/// Quick answers first; the browsers last, since they need the build.
fn stages(sh: &Shell, engines: &[Engine], report: &mut Report) -> Result<()> {
    let (axe, engines) = report.stage("set-up", |_| {
        // The tools that only the user can install come first, so that nobody waits minutes to read about them.
        tools::chromium(sh)?;
        tools::for_linting(sh)?;
        tools::for_building(sh)?;
        let engines = engines.iter().map(|engine| (*engine, engine.settings(sh)));
        Ok((tools::axe(sh)?, engines.collect::<Vec<_>>()))
    })?;
    report.stage("formatting and lints", |_| tidy::run(sh, &[]))?;
    report.stage("content", |_| check::run(sh, &[]))?;
    report.stage("crates", |counts| crates(sh, counts))?;
    report.stage("build", |_| build::build(sh))?;
    report.stage("build by Trunk", |counts| build_with_trunk(sh, counts))?;
    report.stage("size", |_| size::run(sh, &[]))?;
    report.stage("studio", |counts| {
        studio::test(sh, &sh.current_dir().join("dist"), |line| {
            counts.add_line(line)
        })
    })?;
    report.stage("serving", |counts| {
        serving::test(sh, |line| counts.add_line(line))
    })?;
    let frozen = report.stage("build of the frozen content", |_| build::build_frozen(sh))?;
    let another = report.stage("build of another school", |counts| {
        let another = build::build_another(sh)?;
        studio::test(sh, &another, |line| counts.add_line(line))?;
        Ok(another)
    })?;
    let gallery = report.stage("gallery", |_| build::gallery(sh))?;
    let of_all = [
        ("DIST_DIR", frozen),
        ("ANOTHER_DIR", another),
        ("GALLERY_DIR", gallery),
        ("AXE_PATH", axe),
    ];
    for (engine, settings) in engines {
        report.stage(engine.name(), |counts| {
            browser(sh, engine, settings, &of_all, counts)
        })?;
    }
    Ok(())
}

fn crates(sh: &Shell, counts: &mut Counts) -> Result<()> {
    // The whole list of what is wrong says more than its first line.
    let tests = cmd!(sh, "cargo test --workspace --exclude e2e --no-fail-fast");
    process::run_watched(tests, |line| counts.add_line(line))
        .context("Not every test of the crates could be compiled and passed; see above.")
}

/// Those who have Trunk can build with it alone; where it is missing, it is not installed for this.
fn build_with_trunk(sh: &Shell, counts: &mut Counts) -> Result<()> {
    if !tools::has_trunk(sh)? {
        println!("Trunk or the command of wasm-bindgen is missing in the version of Trunk.toml.");
        counts.is_absent = true;
        return Ok(());
    }
    tools::for_developing(sh)?;
    cmd!(sh, "trunk build --release --offline --dist target/trunk")
        .run()
        .context("The build by Trunk failed; the reason is above.")
}

/// Every journey in one engine. An engine that cannot be had is told and fails nothing; without Chromium nothing begins.
fn browser(
    sh: &Shell,
    engine: Engine,
    settings: Result<Settings>,
    of_all: &[(&str, PathBuf)],
    counts: &mut Counts,
) -> Result<()> {
    let name = engine.name();
    let settings = match settings {
        Ok(settings) => settings,
        Err(why) => {
            println!("The tests do not run in {name}. {why:#}");
            counts.is_absent = true;
            return Ok(());
        }
    };
    let journeys = cmd!(sh, "cargo test --package e2e --no-fail-fast")
        .envs(of_all.iter().cloned())
        .envs(settings);
    process::run_watched(journeys, |line| counts.add_line(line)).with_context(|| {
        format!("Not every test in {name} could be compiled and passed; see above.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn engines_are_named_as_people_do() {
        let chosen = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(ToString::to_string).collect();
            chosen(&names).ok()
        };
        let (firefox, webkit) = (Engine::Firefox, Engine::WebKit);
        assert_eq!(chosen(&[]), Some(vec![Engine::Chromium, firefox, webkit]));
        assert_eq!(chosen(&["chromium"]), Some(vec![Engine::Chromium]));
        assert_eq!(chosen(&["firefox", "WebKit"]), Some(vec![firefox, webkit]));
        assert_eq!(chosen(&["opera"]), None);
    }
}
