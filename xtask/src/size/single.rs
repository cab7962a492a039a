//! The single files: a reader gets each as it lies in `dist/`, from a disk or a server that compresses nothing.

use std::{fs, path::Path};

use super::grouped;
use crate::{
    budget::Budget,
    stop::{Outcome, Stop},
};

/// Their name in the budget.
const LIMIT: &str = "single";

/// Each file and its bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Single([(&'static str, u64); 2]);

impl Single {
    pub(super) fn read(dist: &Path) -> Outcome<Self> {
        let bytes = |name: &'static str| {
            let file = fs::metadata(dist.join(name));
            file.map(|file| (name, file.len()))
                .map_err(|_| Stop::Failed(format!("The build in dist/ lacks {name}.")))
        };
        Ok(Self([bytes("guide.html")?, bytes("guide.en.html")?]))
    }

    pub(super) fn table(&self, budget: &Budget) -> String {
        let mut table = format!(
            "{:<42}{:>10}{:>10}{:>10}{:>10}\n",
            "single files", "raw", "", "", "budget"
        );
        let limit = budget
            .bytes_of_file(LIMIT)
            .map_or_else(String::new, grouped);
        for (name, bytes) in self.0 {
            let line = format!("  {name:<40}{:>10}{:>20}{limit:>10}", grouped(bytes), "");
            table.push_str(line.trim_end());
            table.push('\n');
        }
        table
    }

    pub(super) fn excesses(&self, budget: &Budget) -> Vec<String> {
        let Some(limit) = budget.bytes_of_file(LIMIT) else {
            return Vec::new();
        };
        let large = self.0.into_iter().filter(|&(_, bytes)| bytes > limit);
        large
            .map(|(name, bytes)| {
                format!(
                    "  {name}: {} bytes as a file, {} more than the {} allowed.",
                    grouped(bytes),
                    grouped(bytes - limit),
                    grouped(limit)
                )
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excess_names_the_file_and_the_bytes() {
        #[track_caller]
        fn check(budget: &str, expect: &[&str]) {
            let budget = Budget::parse(budget).expect("a good budget");
            let single = Single([("guide.html", 250_000), ("guide.en.html", 300_001)]);
            assert_eq!(single.excesses(&budget), expect);
        }
        check("", &[]);
        check("[files]\nsingle = 300_001", &[]);
        check(
            "[files]\nsingle = 300_000",
            &["  guide.en.html: 300,001 bytes as a file, 1 more than the 300,000 allowed."],
        );
    }
}
