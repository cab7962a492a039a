//! `cargo xtask test`: sets up what is missing, then runs every test; the last line counts them.

use std::time::{Duration, Instant};

use crate::{
    Command, build, check,
    process::{self, spoken},
    project, serving, size,
    stop::{Outcome, Stop},
    tidy,
    tools::{self, Further, Settings, TestTools},
};

pub(crate) const COMMAND: Command = Command {
    name: "test",
    arguments: "[ENGINE…]",
    about: "installs what is missing, runs every test in all three engines, or in those that are named",
    run,
};

pub(crate) fn run(arguments: &[String]) -> Outcome {
    let engines = chosen(arguments)?;
    let mut report = Report::default();
    let result = stages(&engines, &mut report);
    println!("\n{}", report.table());
    if let Err(stop) = &result {
        if let Some(sentence) = stop.sentence() {
            println!("\n{sentence}");
        }
        println!(
            "Stopped at the stage \"{}\".",
            report.stages.last().map_or("", |stage| stage.name)
        );
    }
    // The very last line, alone, for programs and for people in a hurry.
    println!("{}", report.total().sentence());
    result.map_err(|_| Stop::Told)
}

/// The engines that are named, and all of them where none is; `None` is Chromium.
fn chosen(arguments: &[String]) -> Outcome<Vec<Option<Further>>> {
    let all = [None, Some(Further::Firefox), Some(Further::WebKit)];
    if arguments.is_empty() {
        return Ok(all.to_vec());
    }
    let engine = |name: &String| {
        let mut known = all.into_iter();
        let engine = known.find(|engine| self::name(*engine).eq_ignore_ascii_case(name));
        engine.ok_or_else(|| {
            Stop::Usage(format!(
                "`cargo xtask test` knows no engine `{name}`; there are chromium, firefox and webkit."
            ))
        })
    };
    arguments.iter().map(engine).collect()
}

fn name(engine: Option<Further>) -> &'static str {
    engine.map_or("Chromium", Further::name)
}

/// Quick answers first; the browsers last, since they need the build.
fn stages(engines: &[Option<Further>], report: &mut Report) -> Outcome {
    let (tools, engines) = report.stage("set-up", |_| {
        let tools = tools::for_testing()?;
        let settings = |engine: &Option<Further>| match engine {
            None => Ok(vec![
                ("ENGINE", "chromium".into()),
                ("CHROMIUM", tools.chromium.clone()),
                ("CHROMEDRIVER", tools.chromedriver.clone()),
            ]),
            Some(further) => tools::further_engine(*further),
        };
        let engines = engines.iter().map(|it| (*it, settings(it)));
        let engines: Vec<_> = engines.collect();
        Ok((tools, engines))
    })?;
    report.stage("formatting and lints", |_| tidy::run(&[]))?;
    report.stage("content", |_| check::run(&[]))?;
    report.stage("crates", crates)?;
    report.stage("build", |_| build::build(&tools.build))?;
    report.stage("build by Trunk", build_with_trunk)?;
    report.stage("size", |_| size::run(&[]))?;
    report.stage("serving", |counts| {
        serving::test(|line| counts.add_line(line))
    })?;
    for (engine, settings) in engines {
        report.stage(name(engine), |counts| {
            browser(&tools, engine, &settings, counts)
        })?;
    }
    Ok(())
}

fn crates(counts: &mut Counts) -> Outcome {
    // The whole list of what is wrong says more than its first line.
    process::run_watched(
        process::cargo()?.args(["test", "--workspace", "--exclude", "e2e", "--no-fail-fast"]),
        "Not every test of the crates could be compiled and passed; see above.",
        |line| counts.add_line(line),
    )
}

/// Those who have Trunk can build with it alone; where it is missing, it is not installed for this.
fn build_with_trunk(counts: &mut Counts) -> Outcome {
    match tools::with_trunk()? {
        Some(tools) => build::build_with_trunk(&tools),
        None => {
            println!(
                "Trunk or the command of wasm-bindgen is missing in the version of Trunk.toml."
            );
            counts.is_absent = true;
            Ok(())
        }
    }
}

/// Every journey in one engine. An engine that cannot be had is told and fails nothing.
fn browser(
    tools: &TestTools,
    engine: Option<Further>,
    settings: &Settings,
    counts: &mut Counts,
) -> Outcome {
    let settings = match settings {
        Ok(settings) => settings,
        Err(sentence) => {
            println!("{sentence}");
            counts.is_absent = true;
            return Ok(());
        }
    };
    let mut cargo = process::cargo()?;
    cargo
        .args(["test", "--package", "e2e", "--no-fail-fast"])
        .env("DIST_DIR", project::dist()?)
        .env("AXE_PATH", &tools.axe)
        .envs(settings.iter().map(|(name, value)| (name, value)));
    let name = name(engine);
    let sentence = format!("Not every test in {name} could be compiled and passed; see above.");
    process::run_watched(&mut cargo, &sentence, |line| counts.add_line(line))
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
        run: impl FnOnce(&mut Counts) -> Outcome<T>,
    ) -> Outcome<T> {
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
    use super::*;

    #[test]
    fn engines_are_named_as_people_do() {
        let chosen = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(ToString::to_string).collect();
            chosen(&names).ok()
        };
        let (firefox, webkit) = (Some(Further::Firefox), Some(Further::WebKit));
        assert_eq!(chosen(&[]), Some(vec![None, firefox, webkit]));
        assert_eq!(chosen(&["chromium"]), Some(vec![None]));
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
        let stopped: Outcome = report.stage("two", |counts| {
            counts.passed = 1;
            counts.failed = 1;
            Err(Stop::Failed(String::new()))
        });
        assert!(stopped.is_err());
        assert_eq!(report.total().sentence(), "3 passed, 1 failed");
        let table = report.table();
        assert!(table.contains("ok      2 passed, 0 failed"), "{table}");
        assert!(table.contains("FAILED  1 passed, 1 failed"), "{table}");
    }
}
