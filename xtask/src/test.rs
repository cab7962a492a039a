//! `cargo xtask test`: sets up what is missing, then runs every test; the last line counts them.

use std::{
    process::exit,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

use crate::{
    Command, build, check,
    process::{self, spoken},
    serving, size, tidy,
    tools::{self, Engine, Settings},
};

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
    let engines = report.stage("set-up", |_| {
        // What only the user can install comes first, so that nobody waits minutes to read about it.
        tools::chromium(sh)?;
        tools::for_linting(sh)?;
        tools::for_building(sh)?;
        let engines = engines.iter().map(|engine| (*engine, engine.settings(sh)));
        Ok(engines.collect::<Vec<_>>())
    })?;
    report.stage("formatting and lints", |_| tidy::run(sh, &[]))?;
    report.stage("content", |_| check::run(sh, &[]))?;
    report.stage("crates", |counts| crates(sh, counts))?;
    report.stage("build", |_| build::build(sh))?;
    report.stage("build by Trunk", |counts| build_with_trunk(sh, counts))?;
    report.stage("size", |_| size::run(sh, &[]))?;
    report.stage("serving", |counts| {
        serving::test(sh, |line| counts.add_line(line))
    })?;
    for (engine, settings) in engines {
        report.stage(engine.name(), |counts| {
            browser(sh, engine, settings, counts)
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
        .env("DIST_DIR", sh.current_dir().join("dist"))
        .env("AXE_PATH", tools::axe(sh)?)
        .envs(settings);
    process::run_watched(journeys, |line| counts.add_line(line)).with_context(|| {
        format!("Not every test in {name} could be compiled and passed; see above.")
    })
}

#[derive(Debug, Default)]
struct Report {
    stages: Vec<Stage>,
}

#[derive(Debug)]
struct Stage {
    name: &'static str,
    time: Duration,
    counts: Counts,
    succeeded: bool,
}

impl Report {
    fn stage<T>(
        &mut self,
        name: &'static str,
        run: impl FnOnce(&mut Counts) -> Result<T>,
    ) -> Result<T> {
        println!("\n== {name}");
        let start = Instant::now();
        let mut counts = Counts::default();
        let result = run(&mut counts);
        self.stages.push(Stage {
            name,
            time: start.elapsed(),
            counts,
            succeeded: result.is_ok(),
        });
        result
    }

    fn total(&self) -> Counts {
        self.stages
            .iter()
            .fold(Counts::default(), |sum, stage| Counts {
                passed: sum.passed + stage.counts.passed,
                failed: sum.failed + stage.counts.failed,
                ignored: sum.ignored + stage.counts.ignored,
                skipped: sum.skipped + stage.counts.skipped,
                is_absent: false,
            })
    }

    fn table(&self) -> String {
        let mut table = format!("{:<22}{:>13}  {:<8}tests", "stage", "time", "");
        for stage in &self.stages {
            let verdict = match stage.succeeded {
                _ if stage.counts.is_absent => "not run",
                true => "ok",
                false => "FAILED",
            };
            let mut tests = String::new();
            if stage.counts.passed + stage.counts.failed + stage.counts.skipped > 0 {
                tests = stage.counts.sentence();
            }
            if stage.counts.ignored > 0 {
                tests.push_str(&format!(", {} ignored", stage.counts.ignored));
            }
            let line = format!(
                "\n{:<22}{:>13}  {verdict:<8}{tests}",
                stage.name,
                spoken(stage.time)
            );
            table.push_str(line.trim_end_matches(' '));
        }
        table
    }
}

/// Tests as libtest counts them, and of those that passed the ones that say they were skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    passed: u32,
    failed: u32,
    ignored: u32,
    skipped: u32,
    /// Whether there was nothing to run them with.
    is_absent: bool,
}

impl Counts {
    /// Adds a line like `test result: ok. 3 passed; 0 failed; 1 ignored; …` or `skipped in Firefox: …`; other lines count nothing.
    fn add_line(&mut self, line: &str) {
        // Tests run side by side, so that the beginning of the line may belong to another one.
        if line.contains("skipped in ") {
            self.skipped += 1;
            return;
        }
        let Some((_, counts)) = line
            .trim()
            .strip_prefix("test result: ")
            .and_then(|rest| rest.split_once(". "))
        else {
            return;
        };
        for count in counts.split(';') {
            let Some((number, what)) = count.trim().split_once(' ') else {
                continue;
            };
            let Ok(number) = number.parse::<u32>() else {
                continue;
            };
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                _ => {}
            }
        }
    }

    fn sentence(self) -> String {
        // For libtest a journey that was skipped has passed.
        let passed = self.passed.saturating_sub(self.skipped);
        let mut sentence = format!("{passed} passed, {} failed", self.failed);
        if self.skipped > 0 {
            sentence.push_str(&format!(", {} skipped", self.skipped));
        }
        sentence
    }
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

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

    #[test]
    fn result_lines_of_libtest_are_summed_up() {
        #[track_caller]
        fn check(lines: &[&str], passed: u32, failed: u32, ignored: u32) {
            let mut counts = Counts::default();
            for line in lines {
                counts.add_line(line);
            }
            let expect = Counts {
                passed,
                failed,
                ignored,
                ..Counts::default()
            };
            assert_eq!(counts, expect, "{lines:?}");
        }
        let ok = "test result: ok. 11 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.00s\n";
        let bad = "test result: FAILED. 10 passed; 1 failed; 0 ignored; 0 measured; 7 filtered out; finished in 0.08s\r\n";
        check(&[ok], 11, 0, 2);
        check(&[ok, bad], 21, 1, 2);
        check(&["running 3 tests", "test a ... ok", ""], 0, 0, 0);
        check(&["test result: odd"], 0, 0, 0);
        check(&["test result: ok. many passed; failed"], 0, 0, 0);
    }

    #[test]
    fn a_skipped_journey_has_not_passed() {
        let mut counts = Counts::default();
        for line in [
            ".. 2/84skipped in WebKit: map::on_paper: it has no paper\n",
            "skipped in WebKit: take_along::on_one_page: it has no paper\n",
            "test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n",
        ] {
            counts.add_line(line);
        }
        assert_eq!(counts.sentence(), "3 passed, 0 failed, 2 skipped");
    }

    #[test]
    fn an_engine_that_is_not_there_is_not_taken_for_one_that_passed() {
        let mut report = Report::default();
        let told = report.stage("Firefox", |counts| {
            counts.is_absent = true;
            Ok(())
        });
        assert!(told.is_ok());
        let table = report.table();
        assert!(table.ends_with("not run"), "{table}");
        assert_eq!(report.total().sentence(), "0 passed, 0 failed");
    }

    #[test]
    fn the_last_line_counts_the_tests_of_all_stages() {
        let mut report = Report::default();
        let _ = report.stage("one", |counts| {
            counts.passed = 2;
            Ok(())
        });
        let stopped: Result<()> = report.stage("two", |counts| {
            counts.passed = 1;
            counts.failed = 1;
            bail!("stopped")
        });
        assert!(stopped.is_err());
        assert_eq!(report.total().sentence(), "3 passed, 1 failed");
        let table = report.table();
        assert!(table.contains("ok      2 passed, 0 failed"), "{table}");
        assert!(table.contains("FAILED  1 passed, 1 failed"), "{table}");
    }
}
