//! `cargo xtask size`: how many bytes a reader loads until the page reacts, and whether that keeps to `bench/budget.toml`.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
    process::Command as Program,
};

use crate::{
    Command, process, project,
    stop::{Outcome, Stop, no_arguments},
    tools,
};

pub(crate) const COMMAND: Command = Command {
    name: "size",
    arguments: "",
    about: "measures the build in dist/ against bench/budget.toml",
    run,
};

const BUDGET: &str = "bench/budget.toml";
/// The pages a reader opens first.
const PAGES: [&str; 2] = ["index.html", "en/index.html"];
const MEASURE: &str = include_str!("size/measure.js");

pub(crate) fn run(arguments: &[String]) -> Outcome {
    no_arguments("size", arguments)?;
    let budget = Budget::parse(&project::read(BUDGET)?).map_err(Stop::Failed)?;
    let mut excesses = Vec::new();
    for page in measure(&project::dist()?)? {
        println!("{}", page.table(&budget));
        excesses.extend(page.excesses(&budget));
    }
    if excesses.is_empty() {
        println!("Within the budget of {BUDGET}.");
        Ok(())
    } else {
        Err(Stop::Failed(format!(
            "The budget of {BUDGET} is exceeded:\n{}",
            excesses.join("\n")
        )))
    }
}

/// The parts a budget can name; bytes are those of brotli.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Html,
    Glue,
    Wasm,
    Css,
    /// Pictures, fonts and whatever else a page asks for.
    Other,
    /// The page data within the HTML: counted there, as are the next two.
    Data,
    /// What stands in the HTML before the page data: all that a reader reads.
    First,
    /// What the HTML would be smaller by without its map.
    Map,
    Total,
}

impl Part {
    const ALL: [Self; 9] = [
        Self::Html,
        Self::Glue,
        Self::Wasm,
        Self::Css,
        Self::Other,
        Self::Data,
        Self::First,
        Self::Map,
        Self::Total,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Glue => "glue",
            Self::Wasm => "wasm",
            Self::Css => "css",
            Self::Other => "other",
            Self::Data => "data",
            Self::First => "first",
            Self::Map => "map",
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

/// Upper limits in bytes of brotli; a part without one is not limited.
#[derive(Debug, Default, PartialEq, Eq)]
struct Budget(Vec<(Part, u64)>);

impl Budget {
    /// Reads lines like `total = 100_000 # why`.
    fn parse(text: &str) -> Result<Self, String> {
        let mut limits: Vec<(Part, u64)> = Vec::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.split('#').next().unwrap_or_default().trim();
            if line.is_empty() {
                continue;
            }
            let place = format!("{BUDGET}, line {}", number + 1);
            let (key, value) = line
                .split_once('=')
                .ok_or_else(|| format!("{place}: expected `part = bytes`."))?;
            let key = key.trim();
            let part = Part::ALL
                .into_iter()
                .find(|part| part.name() == key)
                .ok_or_else(|| {
                    let known = Part::ALL.map(Part::name).join(", ");
                    format!("{place}: `{key}` is no part of a page; the parts are {known}.")
                })?;
            let limit = value
                .trim()
                .replace('_', "")
                .parse()
                .map_err(|_| format!("{place}: `{}` is no number of bytes.", value.trim()))?;
            if limits.iter().any(|&(known, _)| known == part) {
                return Err(format!("{place}: `{key}` is named twice."));
            }
            limits.push((part, limit));
        }
        Ok(Self(limits))
    }

    fn limit(&self, part: Part) -> Option<u64> {
        self.0
            .iter()
            .find(|&&(known, _)| known == part)
            .map(|&(_, limit)| limit)
    }
}

/// One page with everything it loads.
#[derive(Debug)]
struct Page {
    name: &'static str,
    files: Vec<(String, Bytes)>,
    /// Data, first and map, in this order.
    within: [Bytes; 3],
}

impl Page {
    fn sum(&self, part: Part) -> Bytes {
        match part {
            Part::Data => self.within[0],
            Part::First => self.within[1],
            Part::Map => self.within[2],
            _ => self
                .files
                .iter()
                .filter(|(name, _)| part == Part::Total || Part::of_file(name) == part)
                .fold(Bytes::default(), |sum, (_, bytes)| sum.and(*bytes)),
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
            let limit = budget.limit(part);
            if bytes == Bytes::default() && limit.is_none() {
                continue;
            }
            let name = match part {
                Part::Data => "(data: what the program reads)",
                Part::First => "(first: what a reader reads)",
                Part::Map => "(map: what it adds to html)",
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
                let limit = budget.limit(part)?;
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

fn measure(dist: &Path) -> Outcome<Vec<Page>> {
    tools::need_node()?;
    let unreadable =
        |error: io::Error| Stop::Failed(format!("{} could not be read: {error}.", dist.display()));
    if !dist.join("index.html").is_file() {
        return Err(Stop::Failed(
            "There is no build in dist/ yet; `cargo xtask build` makes one.".to_owned(),
        ));
    }
    let mut files = Vec::new();
    list(dist, "", &mut files).map_err(unreadable)?;
    PAGES
        .into_iter()
        .map(|name| {
            let loaded = loaded_by(name, &files, |file| {
                fs::read(dist.join(file))
                    .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            })
            .map_err(|error| match error.kind() {
                io::ErrorKind::NotFound => {
                    Stop::Failed(format!("The build in dist/ lacks {name}."))
                }
                _ => unreadable(error),
            })?;
            if !loaded.iter().any(|file| Part::of_file(file) == Part::Wasm) {
                return Err(Stop::Failed(format!(
                    "{name} names no .wasm file of dist/, so this measurement would leave out the program."
                )));
            }
            measure_page(dist, name, &loaded)
        })
        .collect()
}

/// Lets Node compress, which has both formats built in.
fn measure_page(dist: &Path, name: &'static str, loaded: &BTreeSet<String>) -> Outcome<Page> {
    let places: Vec<PathBuf> = loaded.iter().map(|file| dist.join(file)).collect();
    let answer = process::ask(Program::new("node").args(["-e", MEASURE]).args(&places))
        .ok_or_else(|| Stop::Failed("Node could not compress the files of dist/.".to_owned()))?;
    let mut page = Page {
        name,
        files: Vec::new(),
        within: [Bytes::default(); 3],
    };
    for (file, line) in loaded.iter().zip(answer.lines()) {
        let [bytes, within @ ..] = parse_measure(line).ok_or_else(|| {
            Stop::Failed(format!("Node answered `{line}`, which is no measurement."))
        })?;
        page.files.push((file.clone(), bytes));
        for (sum, bytes) in page.within.iter_mut().zip(within) {
            *sum = sum.and(bytes);
        }
    }
    if page.files.len() != loaded.len() {
        return Err(Stop::Failed(format!(
            "Node measured only {} of the {} files of {name}.",
            page.files.len(),
            loaded.len()
        )));
    }
    Ok(page)
}

/// Twelve numbers: raw, in gzip and in brotli, of the file and of the three parts within it.
fn parse_measure(line: &str) -> Option<[Bytes; 4]> {
    let numbers: Vec<u64> = line
        .split(' ')
        .map(|word| word.parse().ok())
        .collect::<Option<_>>()?;
    let (threes, []) = numbers.as_chunks() else {
        return None;
    };
    let bytes = |&[raw, gzip, brotli]: &[u64; 3]| Bytes { raw, gzip, brotli };
    threes.iter().map(bytes).collect::<Vec<_>>().try_into().ok()
}

/// Every file below a folder, named from there; hidden and precompressed ones left out.
fn list(folder: &Path, prefix: &str, files: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        let path = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{path}/"), files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// A page and all files of the build that it names, or that these name in turn. Other pages are links, not loads.
fn loaded_by(
    page: &str,
    files: &[String],
    read: impl Fn(&str) -> io::Result<String>,
) -> io::Result<BTreeSet<String>> {
    let mut loaded = BTreeSet::from([page.to_owned()]);
    let mut open = vec![page.to_owned()];
    while let Some(reader) = open.pop() {
        if !matches!(Part::of_file(&reader), Part::Html | Part::Glue | Part::Css) {
            continue;
        }
        let text = read(&reader)?;
        for file in files {
            let name = file.rsplit('/').next().unwrap_or_default();
            if Part::of_file(file) != Part::Html && !loaded.contains(file) && mentions(&text, name)
            {
                loaded.insert(file.clone());
                open.push(file.clone());
            }
        }
    }
    Ok(loaded)
}

/// Whether a text holds this file name, and not only as the end of a longer one.
fn mentions(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        text.get(..at)
            .and_then(|before| before.chars().next_back())
            .is_none_or(|letter| !letter.is_alphanumeric() && !"_-.".contains(letter))
    })
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
    fn a_budget_is_lines_of_parts_and_bytes() {
        #[track_caller]
        fn check(text: &str, expect: Result<&[(Part, u64)], &str>) {
            let expect = expect
                .map(|limits| Budget(limits.to_vec()))
                .map_err(str::to_owned);
            assert_eq!(Budget::parse(text), expect);
        }
        check("", Ok(&[]));
        check(
            "# all in brotli\nhtml = 14_600 # one round trip\n\ntotal=100000",
            Ok(&[(Part::Html, 14_600), (Part::Total, 100_000)]),
        );
        check(
            "htlm = 1",
            Err(
                "bench/budget.toml, line 1: `htlm` is no part of a page; the parts are html, glue, wasm, css, other, data, first, map, total.",
            ),
        );
        check(
            "\nhtml = lots",
            Err("bench/budget.toml, line 2: `lots` is no number of bytes."),
        );
        check(
            "css = -1",
            Err("bench/budget.toml, line 1: `-1` is no number of bytes."),
        );
        check(
            "html",
            Err("bench/budget.toml, line 1: expected `part = bytes`."),
        );
        check(
            "html = 1\nhtml = 2",
            Err("bench/budget.toml, line 2: `html` is named twice."),
        );
    }

    #[test]
    fn a_page_loads_what_it_names_and_what_that_names() {
        #[track_caller]
        fn check(page: &str, expect: &[&str]) {
            let files = [
                "index.html",
                "en/index.html",
                "app-1.js",
                "app-1_bg.wasm",
                "snippets/inline0.js",
                "icon.svg",
                "embed.js",
                "my-embed.js",
            ]
            .map(str::to_owned);
            let loaded = loaded_by(page, &files, |file| {
                Ok(match file {
                    "index.html" => {
                        "<script>import './app-1.js'; load('./app-1_bg.wasm')</script><a href=en/index.html>"
                    }
                    "en/index.html" => "<script src=\"../my-embed.js\"></script>",
                    "app-1.js" => "import {} from './snippets/inline0.js'",
                    _ => "",
                }
                .to_owned())
            })
            .expect("the texts are given");
            assert_eq!(loaded.iter().collect::<Vec<_>>(), expect, "{page}");
        }
        check(
            "index.html",
            &[
                "app-1.js",
                "app-1_bg.wasm",
                "index.html",
                "snippets/inline0.js",
            ],
        );
        check("en/index.html", &["en/index.html", "my-embed.js"]);
    }

    #[test]
    fn an_excess_names_the_part_the_page_and_the_bytes() {
        let page = page();
        #[track_caller]
        fn check(page: &Page, budget: &str, expect: &[&str]) {
            let budget = Budget::parse(budget).expect("a good budget");
            assert_eq!(page.excesses(&budget), expect);
        }
        check(&page, "", &[]);
        check(&page, "total = 91000\nhtml = 11000", &[]);
        check(
            &page,
            "total = 90999\nwasm = 78500",
            &[
                "  wasm of index.html: 80,000 bytes, 1,500 more than the 78,500 allowed.",
                "  total of index.html: 91,000 bytes, 1 more than the 90,999 allowed.",
            ],
        );
    }

    #[test]
    fn the_table_shows_every_part_that_has_bytes() {
        let table = page().table(&Budget(vec![(Part::Html, 14_600)]));
        let html = format!(
            "  {:<40}{:>10}{:>10}{:>10}{:>10}\n",
            "html", "40,000", "13,000", "11,000", "14,600"
        );
        assert!(table.contains(&html), "{table}");
        assert!(table.contains("(data: what the program reads)"), "{table}");
        assert!(!table.contains("css"), "{table}");
    }

    #[test]
    fn a_measurement_is_twelve_numbers() {
        let bytes = |raw| Bytes {
            raw,
            gzip: raw + 1,
            brotli: raw + 2,
        };
        let expect = [1, 4, 7, 10].map(bytes);
        assert_eq!(parse_measure("1 2 3 4 5 6 7 8 9 10 11 12"), Some(expect));
        assert_eq!(parse_measure("1 2 3"), None);
        assert_eq!(parse_measure("1 2 3 4 5 6 7 8 9 10 11 12 13"), None);
        assert_eq!(parse_measure("1 2 3 4 5 6 7 8 9 10 11 twelve"), None);
        assert_eq!(parse_measure(""), None);
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
            ],
        }
    }
}
