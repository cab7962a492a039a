//! Files that count by themselves, as they lie in `dist/`: single files, which no server is sure to compress; the loader, which
//! every reader of a host's page loads; and the pages for frames, beside those that stand alone. The last two compressed.

use std::{fs, path::Path};

use super::grouped;
use crate::{
    budget::Budget,
    stop::{Outcome, Stop},
};

/// Each file and the name of its limit in the budget.
const FILES: [(&str, &str); 5] = [
    ("guide.html", "single"),
    ("guide.en.html", "single"),
    ("embed.js.br", "loader"),
    ("embed.html.br", "framed"),
    ("en/embed.html.br", "framed"),
];

/// The bytes of each file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Whole([u64; FILES.len()]);

impl Whole {
    pub(super) fn read(dist: &Path) -> Outcome<Self> {
        let mut bytes = [0; FILES.len()];
        for ((name, _), bytes) in FILES.into_iter().zip(&mut bytes) {
            *bytes = fs::metadata(dist.join(name))
                .map_err(|_| Stop::Failed(format!("The build in dist/ lacks {name}.")))?
                .len();
        }
        Ok(Self(bytes))
    }

    fn each(&self, budget: &Budget) -> impl Iterator<Item = (&'static str, u64, Option<u64>)> {
        let limits = FILES.map(|(_, limit)| budget.bytes_of_file(limit));
        let files = FILES.into_iter().zip(self.0).zip(limits);
        files.map(|(((name, _), bytes), limit)| (name, bytes, limit))
    }

    pub(super) fn table(&self, budget: &Budget) -> String {
        let mut table = format!(
            "{:<42}{:>10}{:>10}{:>10}{:>10}\n",
            "files by themselves", "raw", "", "", "budget"
        );
        for (name, bytes, limit) in self.each(budget) {
            let limit = limit.map_or_else(String::new, grouped);
            let line = format!("  {name:<40}{:>10}{:>20}{limit:>10}", grouped(bytes), "");
            table.push_str(line.trim_end());
            table.push('\n');
        }
        table
    }

    pub(super) fn excesses(&self, budget: &Budget) -> Vec<String> {
        self.each(budget)
            .filter_map(|(name, bytes, limit)| {
                let limit = limit.filter(|limit| bytes > *limit)?;
                Some(format!(
                    "  {name}: {} bytes as a file, {} more than the {} allowed.",
                    grouped(bytes),
                    grouped(bytes - limit),
                    grouped(limit)
                ))
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
            let whole = Whole([250_000, 300_001, 1_200, 23_000, 25_000]);
            assert_eq!(whole.excesses(&budget), expect);
        }
        check("", &[]);
        check("[files]\nsingle = 300_001\nloader = 1_200", &[]);
        check(
            "[files]\nloader = 1_000",
            &["  embed.js.br: 1,200 bytes as a file, 200 more than the 1,000 allowed."],
        );
        check(
            "[files]\nsingle = 300_000",
            &["  guide.en.html: 300,001 bytes as a file, 1 more than the 300,000 allowed."],
        );
    }
}
