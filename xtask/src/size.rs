//! `cargo xtask size`: how many bytes a reader loads until the page reacts, and whether that keeps to `bench/budget.toml`.

mod files;
mod folders;

use std::io::{self, Write as _};

use anyhow::{Context as _, Result, ensure};
use xshell::Shell;

use crate::{
    Command, arguments,
    budget::{self, Budget},
};

pub(crate) const COMMAND: Command = Command {
    name: "size",
    arguments: "",
    about: "measures the build in dist/ against bench/budget.toml",
    run,
};

/// Pages in one file each. No server is sure to compress them, so they count as they lie on the disk.
const SINGLES: [&str; 2] = ["guide.html", "guide.en.html"];

pub(crate) fn run(sh: &Shell, arguments: &[String]) -> Result<()> {
    arguments::none("size", arguments)?;
    let limits = Budget::read(sh)?.bytes;
    let dist = sh.current_dir().join("dist");
    let pages = files::measure(&dist)?;
    let mut excesses = Vec::new();
    for page in &pages {
        tell(&page.table(limits));
        excesses.extend(page.excesses(limits));
    }
    for name in SINGLES {
        let facts = dist.join(name).metadata();
        let bytes = facts
            .with_context(|| format!("{name} of dist/ cannot be read."))?
            .len();
        tell(&format!(
            "{name:<42}{:>10}{:>20}{:>10}",
            grouped(bytes),
            "",
            grouped(limits.single)
        ));
        excesses.extend(excess(name, bytes, limits.single));
    }
    for file in files::programs(&pages) {
        excesses.extend(folders::excess(&dist.join(file))?);
    }
    ensure!(
        excesses.is_empty(),
        "The budget of {} is exceeded:\n{}",
        budget::FILE,
        excesses.join("\n")
    );
    tell(&format!("\nWithin the budget of {}.", budget::FILE));
    Ok(())
}

/// Prints to a reader who may have gone, as with `cargo xtask size | head`: then the check goes on in silence.
fn tell(text: &str) {
    let _ = writeln!(io::stdout(), "{text}");
}

/// What a page is made of. All but the total are kinds of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Page,
    Glue,
    Program,
    /// Pictures, fonts and whatever else a page asks for.
    Other,
    Total,
}

impl Part {
    const ALL: [Self; 5] = [
        Self::Page,
        Self::Glue,
        Self::Program,
        Self::Other,
        Self::Total,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Glue => "glue",
            Self::Program => "program",
            Self::Other => "other",
            Self::Total => "total",
        }
    }

    fn of_file(name: &str) -> Self {
        match name.rsplit_once('.').map(|(_, extension)| extension) {
            Some("html") => Self::Page,
            Some("js" | "mjs") => Self::Glue,
            Some("wasm") => Self::Program,
            _ => Self::Other,
        }
    }

    /// Bytes of brotli; other files are limited by the total alone.
    fn limit(self, limits: budget::Bytes) -> Option<u64> {
        match self {
            Self::Page => Some(limits.page),
            Self::Glue => Some(limits.glue),
            Self::Program => Some(limits.program),
            Self::Other => None,
            Self::Total => Some(limits.total),
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Bytes {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

impl Bytes {
    fn and(self, other: Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }
}

/// One page with everything it loads.
#[derive(Debug)]
struct Page {
    name: &'static str,
    files: Vec<(String, Bytes)>,
}

impl Page {
    fn sum(&self, part: Part) -> Bytes {
        self.files
            .iter()
            .filter(|(name, _)| part == Part::Total || Part::of_file(name) == part)
            .fold(Bytes::default(), |sum, (_, bytes)| sum.and(*bytes))
    }

    fn table(&self, limits: budget::Bytes) -> String {
        let title = format!("{}, bytes until interactive", self.name);
        let mut table = format!(
            "{title:<42}{:>10}{:>10}{:>10}{:>10}\n",
            "raw", "gzip", "brotli", "budget"
        );
        for part in Part::ALL {
            let bytes = self.sum(part);
            if bytes == Bytes::default() {
                continue;
            }
            let limit = part.limit(limits).map_or_else(String::new, grouped);
            let line = format!(
                "  {:<40}{:>10}{:>10}{:>10}{limit:>10}",
                part.name(),
                grouped(bytes.raw),
                grouped(bytes.gzip),
                grouped(bytes.brotli),
            );
            table.push_str(line.trim_end());
            table.push('\n');
        }
        table
    }

    fn excesses(&self, limits: budget::Bytes) -> Vec<String> {
        Part::ALL
            .into_iter()
            .filter_map(|part| {
                let what = format!("{} of {}", part.name(), self.name);
                excess(&what, self.sum(part).brotli, part.limit(limits)?)
            })
            .collect()
    }
}

/// The sentence about what has more bytes than it may.
fn excess(what: &str, have: u64, limit: u64) -> Option<String> {
    let excess = have.checked_sub(limit).filter(|&excess| excess > 0)?;
    Some(format!(
        "  {what}: {} bytes, {} more than the {} allowed.",
        grouped(have),
        grouped(excess),
        grouped(limit)
    ))
}

/// `14,600`
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: budget::Bytes = budget::Bytes {
        page: 11_000,
        glue: 3_000,
        program: 80_000,
        total: 91_000,
        single: 300_000,
    };

    #[test]
    fn an_excess_names_the_part_the_page_and_the_bytes() {
        #[track_caller]
        fn check(limits: budget::Bytes, expect: &[&str]) {
            assert_eq!(page().excesses(limits), expect);
        }
        check(LIMITS, &[]);
        check(
            budget::Bytes {
                program: 78_500,
                total: 90_999,
                ..LIMITS
            },
            &[
                "  program of index.html: 80,000 bytes, 1,500 more than the 78,500 allowed.",
                "  total of index.html: 91,000 bytes, 1 more than the 90,999 allowed.",
            ],
        );
    }

    #[test]
    fn the_table_shows_every_part_that_has_bytes() {
        let table = page().table(LIMITS);
        let line = format!(
            "  {:<40}{:>10}{:>10}{:>10}{:>10}\n",
            "page", "40,000", "13,000", "11,000", "11,000"
        );
        assert!(table.contains(&line), "{table}");
        assert!(!table.contains("glue"), "{table}");
    }

    fn page() -> Page {
        let bytes = |raw, gzip, brotli| Bytes { raw, gzip, brotli };
        Page {
            name: "index.html",
            files: vec![
                ("index.html".to_owned(), bytes(40_000, 13_000, 11_000)),
                ("app_bg.wasm".to_owned(), bytes(200_000, 95_000, 80_000)),
            ],
        }
    }
}
