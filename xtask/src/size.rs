//! `cargo xtask size`: how many bytes a reader loads until the page reacts, whose they are, and whether that keeps to `bench/budget.toml`.

mod files;
mod folders;
mod program;
mod whole;

use std::io::{self, Write as _};

use crate::{
    Command,
    budget::{self, Budget},
    project,
    stop::{Outcome, Stop, no_arguments},
};
use program::Program;
use whole::Whole;

pub(crate) const COMMAND: Command = Command {
    name: "size",
    arguments: "",
    about: "measures the build in dist/ and who is in its program against bench/budget.toml",
    run,
};

pub(crate) fn run(arguments: &[String]) -> Outcome {
    no_arguments("size", arguments)?;
    let budget = Budget::read()?;
    let dist = project::dist()?;
    let pages = files::measure(&dist)?;
    let mut excesses = Vec::new();
    for page in &pages {
        tell(&page.table(&budget));
        excesses.extend(page.excesses(&budget));
    }
    for file in files::programs(&pages) {
        let program = Program::read(&dist.join(file))?;
        tell(&program.table(&budget));
        excesses.extend(folders::excess(&dist.join(file))?);
        excesses.extend(program.excesses(&budget));
    }
    let whole = Whole::read(&dist)?;
    tell(&whole.table(&budget));
    excesses.extend(whole.excesses(&budget));
    if excesses.is_empty() {
        tell(&format!("Within the budget of {}.", budget::FILE));
        Ok(())
    } else {
        Err(Stop::Failed(format!(
            "The budget of {} is exceeded:\n{}",
            budget::FILE,
            excesses.join("\n")
        )))
    }
}

/// Prints to a reader who may have gone, as with `cargo xtask size | head`: then the check goes on in silence.
fn tell(text: &str) {
    let _ = writeln!(io::stdout(), "{text}");
}

/// The parts a budget can name; bytes are those of brotli.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Html,
    Glue,
    Wasm,
    /// Pictures, fonts and whatever else a page asks for.
    Other,
    /// The page data within the HTML: counted there, as are the next three.
    Data,
    /// What stands in the HTML before the page data: all that a reader reads.
    First,
    /// What the HTML would be smaller by without its map.
    Map,
    /// What it would be smaller by without its style; and files of style, should there be any.
    Css,
    Total,
}

impl Part {
    pub(crate) const ALL: [Self; 9] = [
        Self::Html,
        Self::Glue,
        Self::Wasm,
        Self::Other,
        Self::Data,
        Self::First,
        Self::Map,
        Self::Css,
        Self::Total,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Glue => "glue",
            Self::Wasm => "wasm",
            Self::Other => "other",
            Self::Data => "data",
            Self::First => "first",
            Self::Map => "map",
            Self::Css => "css",
            Self::Total => "total",
        }
    }

    fn of_file(name: &str) -> Self {
        match name.rsplit_once('.').map(|(_, extension)| extension) {
            Some("html") => Self::Html,
            Some("js" | "mjs") => Self::Glue,
            Some("wasm") => Self::Wasm,
            Some("css") => Self::Css,
            _ => Self::Other,
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
    /// Data, first, map and style, in this order.
    within: [Bytes; 4],
}

impl Page {
    fn sum(&self, part: Part) -> Bytes {
        let [data, first, map, style] = self.within;
        let files = || {
            self.files
                .iter()
                .filter(|(name, _)| part == Part::Total || Part::of_file(name) == part)
                .fold(Bytes::default(), |sum, (_, bytes)| sum.and(*bytes))
        };
        match part {
            Part::Data => data,
            Part::First => first,
            Part::Map => map,
            Part::Css => style.and(files()),
            _ => files(),
        }
    }

    fn table(&self, budget: &Budget) -> String {
        let title = format!("{}, bytes until interactive", self.name);
        let mut table = format!(
            "{title:<42}{:>10}{:>10}{:>10}{:>10}\n",
            "raw", "gzip", "brotli", "budget"
        );
        for part in Part::ALL {
            let bytes = self.sum(part);
            let limit = budget.bytes(part);
            if bytes == Bytes::default() && limit.is_none() {
                continue;
            }
            let name = match part {
                Part::Data => "(data: what the program reads)",
                Part::First => "(first: what a reader reads)",
                Part::Map => "(map: what it adds to html)",
                Part::Css => "(css: what it adds to html)",
                _ => part.name(),
            };
            let limit = limit.map_or_else(String::new, grouped);
            let line = format!(
                "  {name:<40}{:>10}{:>10}{:>10}{limit:>10}",
                grouped(bytes.raw),
                grouped(bytes.gzip),
                grouped(bytes.brotli),
            );
            table.push_str(line.trim_end());
            table.push('\n');
        }
        table
    }

    fn excesses(&self, budget: &Budget) -> Vec<String> {
        Part::ALL
            .into_iter()
            .filter_map(|part| {
                let have = self.sum(part).brotli;
                let limit = budget.bytes(part)?;
                let excess = have.checked_sub(limit).filter(|&excess| excess > 0)?;
                Some(format!(
                    "  {} of {}: {} bytes, {} more than the {} allowed.",
                    part.name(),
                    self.name,
                    grouped(have),
                    grouped(excess),
                    grouped(limit)
                ))
            })
            .collect()
    }
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

    #[test]
    fn an_excess_names_the_part_the_page_and_the_bytes() {
        let page = page();
        #[track_caller]
        fn check(page: &Page, budget: &str, expect: &[&str]) {
            let budget = Budget::parse(&format!("[bytes]\n{budget}")).expect("a good budget");
            assert_eq!(page.excesses(&budget), expect);
        }
        check(&page, "", &[]);
        check(&page, "total = 91000\nhtml = 11000", &[]);
        check(
            &page,
            "total = 90999\nwasm = 78500\ncss = 990",
            &[
                "  wasm of index.html: 80,000 bytes, 1,500 more than the 78,500 allowed.",
                "  css of index.html: 1,000 bytes, 10 more than the 990 allowed.",
                "  total of index.html: 91,000 bytes, 1 more than the 90,999 allowed.",
            ],
        );
    }

    #[test]
    fn the_table_shows_every_part_that_has_bytes() {
        let table = page().table(&Budget::parse("[bytes]\nhtml = 14_600").expect("a good budget"));
        let html = format!(
            "  {:<40}{:>10}{:>10}{:>10}{:>10}\n",
            "html", "40,000", "13,000", "11,000", "14,600"
        );
        assert!(table.contains(&html), "{table}");
        assert!(table.contains("(data: what the program reads)"), "{table}");
        assert!(table.contains("(css: what it adds to html)"), "{table}");
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
            within: [
                bytes(9_000, 3_000, 2_000),
                Bytes::default(),
                Bytes::default(),
                bytes(5_000, 1_200, 1_000),
            ],
        }
    }
}
