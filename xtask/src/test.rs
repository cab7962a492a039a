//! `cargo xtask test`: sets up what is missing, then runs every test; the last line counts them.

use std::time::{Duration, Instant};

use crate::{
    Command, build, check,
    process::{self, spoken},
    project, serving, size,
    stop::{Outcome, Stop, no_arguments},
    tidy,
    tools::{self, TestTools},
};

pub(crate) const COMMAND: Command = Command {
    name: "test",
    arguments: "",
    about: "installs what is missing, runs every test",
    run,
};

pub(crate) fn run(arguments: &[String]) -> Outcome {
    no_arguments("test", arguments)?;
    let mut report = Report::default();
    let result = stages(&mut report);
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

/// Quick answers first; the browser last, since it needs the build.
fn stages(report: &mut Report) -> Outcome {
    let tools = report.stage("set-up", |_| tools::for_testing())?;
    report.stage("formatting and lints", |_| tidy::run(&[]))?;
    report.stage("content", |_| check::run(&[]))?;
    report.stage("crates", crates)?;
    report.stage("build", |_| build::build(&tools.build))?;
    report.stage("size", |_| size::run(&[]))?;
    report.stage("serving", |counts| {
        serving::test(|line| counts.add_line(line))
    })?;
    report.stage("browser", |counts| browser(&tools, counts))
}

fn crates(counts: &mut Counts) -> Outcome {
    // The whole list of what is wrong says more than its first line.
    process::run_watched(
        process::cargo()?.args(["test", "--workspace", "--exclude", "e2e", "--no-fail-fast"]),
        "Not every test of the crates could be compiled and passed; see above.",
        |line| counts.add_line(line),
    )
}

fn browser(tools: &TestTools, counts: &mut Counts) -> Outcome {
    process::run_watched(
        process::cargo()?
            .args(["test", "--package", "e2e", "--no-fail-fast"])
            .env("DIST_DIR", project::dist()?)
            .env("AXE_PATH", &tools.axe)
            .env("CHROMIUM", &tools.chromium)
            .env("CHROMEDRIVER", &tools.chromedriver),
        "Not every test in the browser could be compiled and passed; see above.",
        |line| counts.add_line(line),
    )
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
            })
    }

    fn table(&self) -> String {
        let mut table = format!("{:<22}{:>13}  {:<8}tests", "stage", "time", "");
        for stage in &self.stages {
            let verdict = if stage.succeeded { "ok" } else { "FAILED" };
            let mut tests = String::new();
            if stage.counts != Counts::default() {
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

/// Tests as libtest counts them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    passed: u32,
    failed: u32,
    ignored: u32,
}

impl Counts {
    /// Adds a line like `test result: ok. 3 passed; 0 failed; 1 ignored; …`; other lines count nothing.
    fn add_line(&mut self, line: &str) {
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
        format!("{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
