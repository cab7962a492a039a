//! The results of the stages of the tests, as a table and as one line.

use std::time::{Duration, Instant};

use anyhow::Result;

use crate::tools::process::spoken;

#[derive(Debug, Default)]
pub(super) struct Report {
    pub(super) stages: Vec<Stage>,
}

#[derive(Debug)]
pub(super) struct Stage {
    pub(super) name: &'static str,
    time: Duration,
    counts: Counts,
    succeeded: bool,
}

impl Report {
    pub(super) fn stage<T>(
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

    pub(super) fn total(&self) -> Counts {
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

    pub(super) fn table(&self) -> String {
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
pub(super) struct Counts {
    passed: u32,
    failed: u32,
    ignored: u32,
    skipped: u32,
    /// Whether there was nothing to run them with.
    pub(super) is_absent: bool,
}

impl Counts {
    /// Adds a line like `test result: ok. 3 passed; 0 failed; 1 ignored; …` or `skipped in Firefox: …`; other lines count nothing.
    pub(super) fn add_line(&mut self, line: &str) {
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

    pub(super) fn sentence(self) -> String {
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
