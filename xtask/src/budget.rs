//! `bench/budget.toml`: every limit of the project, read here for `cargo xtask size` and `cargo xtask bench`.

use crate::{
    project,
    size::Part,
    stop::{Outcome, Stop},
};

pub(crate) const FILE: &str = "bench/budget.toml";

/// What the bench limits as a share of another figure; the file says of which.
pub(crate) const RATIOS: [&str; 11] = [
    "first-contentful-paint",
    "click-to-react-flow",
    "click-to-mermaid",
    "ready-to-react-flow",
    "ready-to-mermaid",
    "bytes-to-react-flow",
    "bytes-to-mermaid",
    "interaction-to-react-flow",
    "memory-to-react-flow",
    "framed-to-alone",
    "host-with-guide-to-host",
];
/// What the bench limits in milliseconds.
pub(crate) const MILLISECONDS: [&str; 2] = ["total-blocking-time", "interaction"];
/// Files that are limited as they lie on the disk.
pub(crate) const FILES: [&str; 3] = ["single", "loader", "framed"];
/// What the bench limits in a unit of its own.
pub(crate) const OTHER: [&str; 2] = ["layout-shift", "revisit-bytes"];

/// Upper limits.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Budget(Vec<Limit>);

#[derive(Debug, PartialEq)]
struct Limit {
    section: Section,
    key: String,
    value: f64,
}

impl Budget {
    /// The file; what the bench asks for has to be in it, so that no limit gets lost without a word.
    pub(crate) fn read() -> Outcome<Self> {
        let budget = Self::parse(&project::read(FILE)?).map_err(Stop::Failed)?;
        for key in FILES {
            budget.needed(Section::Files, key)?;
        }
        for key in RATIOS {
            budget.ratio(key)?;
        }
        for key in MILLISECONDS {
            budget.milliseconds(key)?;
        }
        for key in OTHER {
            budget.other(key)?;
        }
        Ok(budget)
    }

    /// Bytes of brotli; a part without a limit may have as many as it likes.
    pub(crate) fn bytes(&self, part: Part) -> Option<u64> {
        self.whole(Section::Bytes, part.name())
    }

    /// Bytes of a crate in the program, uncompressed; one without a limit has no business there.
    pub(crate) fn bytes_of_crate(&self, name: &str) -> Option<u64> {
        self.whole(Section::Crates, name)
    }

    /// Bytes of one of [`FILES`].
    pub(crate) fn bytes_of_file(&self, key: &str) -> Option<u64> {
        self.whole(Section::Files, key)
    }

    /// One of [`RATIOS`].
    pub(crate) fn ratio(&self, key: &str) -> Outcome<f64> {
        self.needed(Section::Ratios, key)
    }

    /// One of [`MILLISECONDS`].
    pub(crate) fn milliseconds(&self, key: &str) -> Outcome<f64> {
        self.needed(Section::Milliseconds, key)
    }

    /// One of [`OTHER`].
    pub(crate) fn other(&self, key: &str) -> Outcome<f64> {
        self.needed(Section::Other, key)
    }

    fn limit(&self, section: Section, key: &str) -> Option<f64> {
        let mut limits = self.0.iter();
        limits
            .find(|limit| limit.section == section && limit.key == key)
            .map(|limit| limit.value)
    }

    fn whole(&self, section: Section, key: &str) -> Option<u64> {
        // These sections hold whole numbers only, and nobody allows 2^53 bytes.
        self.limit(section, key).map(|value| value as u64)
    }

    fn needed(&self, section: Section, key: &str) -> Outcome<f64> {
        self.limit(section, key).ok_or_else(|| {
            Stop::Failed(format!(
                "{FILE} has no limit `{key}` in [{}].",
                section.name()
            ))
        })
    }

    /// Reads what of TOML the file uses: sections, and in them lines like `total = 100_000 # why`.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let mut budget = Self::default();
        let mut sections: Vec<Section> = Vec::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.split('#').next().unwrap_or_default().trim();
            let wrong = |why: String| format!("{FILE}, line {}: {why}", number + 1);
            if line.is_empty() {
                continue;
            }
            if line.starts_with('[') {
                let section = Section::headed(line).map_err(wrong)?;
                if sections.contains(&section) {
                    return Err(wrong(format!("`{line}` is named twice.")));
                }
                sections.push(section);
            } else {
                let section = *sections.last().ok_or_else(|| {
                    wrong(format!(
                        "`{line}` stands before any section; the sections are {}.",
                        Section::list()
                    ))
                })?;
                let (key, value) = section.read(line).map_err(wrong)?;
                if budget.limit(section, &key).is_some() {
                    return Err(wrong(format!("`{key}` is named twice.")));
                }
                budget.0.push(Limit {
                    section,
                    key,
                    value,
                });
            }
        }
        Ok(budget)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    Bytes,
    Files,
    Crates,
    Ratios,
    Milliseconds,
    Other,
}

impl Section {
    const ALL: [Self; 6] = [
        Self::Bytes,
        Self::Files,
        Self::Crates,
        Self::Ratios,
        Self::Milliseconds,
        Self::Other,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Bytes => "bytes",
            Self::Files => "files",
            Self::Crates => "crates",
            Self::Ratios => "ratios",
            Self::Milliseconds => "milliseconds",
            Self::Other => "other",
        }
    }

    fn list() -> String {
        Self::ALL
            .map(|section| format!("[{}]", section.name()))
            .join(", ")
    }

    fn headed(line: &str) -> Result<Self, String> {
        let mut sections = Self::ALL.into_iter();
        sections
            .find(|section| line == format!("[{}]", section.name()))
            .ok_or_else(|| format!("`{line}` is no section; the sections are {}.", Self::list()))
    }

    /// The names that may stand in it; none where any may, since nobody knows the crates of tomorrow.
    fn names(self) -> Option<Vec<&'static str>> {
        match self {
            Self::Bytes => Some(Part::ALL.map(Part::name).to_vec()),
            Self::Files => Some(FILES.to_vec()),
            Self::Crates => None,
            Self::Ratios => Some(RATIOS.to_vec()),
            Self::Milliseconds => Some(MILLISECONDS.to_vec()),
            Self::Other => Some(OTHER.to_vec()),
        }
    }

    /// Reads a line `key = value` of this section.
    fn read(self, line: &str) -> Result<(String, f64), String> {
        let (key, value) = line
            .split_once('=')
            .map(|(key, value)| (key.trim(), value.trim()))
            .ok_or("expected `name = limit`.")?;
        if let Some(names) = self.names().filter(|names| !names.contains(&key)) {
            let what = match self {
                Self::Bytes => "is no part of a page; the parts are",
                Self::Files => "is no kind of file; the kinds are",
                _ => "is nothing that the bench measures; it measures",
            };
            return Err(format!("`{key}` {what} {}.", names.join(", ")));
        }
        let (whole, what) = match self {
            Self::Bytes | Self::Files | Self::Crates => (true, "number of bytes"),
            _ => (false, "number"),
        };
        number(value)
            .filter(|_| !whole || !value.contains('.'))
            .map(|limit| (key.to_owned(), limit))
            .ok_or_else(|| format!("`{value}` is no {what}."))
    }
}

/// `14_600` or `0.80`, neither signs nor powers.
fn number(text: &str) -> Option<f64> {
    let text = text.replace('_', "");
    let are_digits =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !text.split('.').all(are_digits) {
        return None;
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_sections_of_names_and_limits() {
        #[track_caller]
        fn check(text: &str, expect: Result<&[(Section, &str, f64)], &str>) {
            let limits = |&(section, key, value): &(Section, &str, f64)| Limit {
                section,
                key: key.to_owned(),
                value,
            };
            let expect = expect
                .map(|all| Budget(all.iter().map(limits).collect()))
                .map_err(|why| format!("bench/budget.toml, line {why}"));
            assert_eq!(Budget::parse(text), expect);
        }
        check("", Ok(&[]));
        check(
            "# all in brotli\n[bytes]\nhtml = 14_600 # one round trip\n\ntotal=100000\n[ratios]\nbytes-to-mermaid = 0.60\n[crates]\nyew = 1",
            Ok(&[
                (Section::Bytes, "html", 14_600.0),
                (Section::Bytes, "total", 100_000.0),
                (Section::Ratios, "bytes-to-mermaid", 0.6),
                (Section::Crates, "yew", 1.0),
            ]),
        );
        check(
            "html = 1",
            Err(
                "1: `html = 1` stands before any section; the sections are [bytes], [files], [crates], [ratios], [milliseconds], [other].",
            ),
        );
        check(
            "[bites]",
            Err(
                "1: `[bites]` is no section; the sections are [bytes], [files], [crates], [ratios], [milliseconds], [other].",
            ),
        );
        check(
            "[bytes]\n[other]\n[bytes]",
            Err("3: `[bytes]` is named twice."),
        );
        check(
            "[bytes]\nhtlm = 1",
            Err(
                "2: `htlm` is no part of a page; the parts are html, glue, wasm, other, data, first, map, css, total.",
            ),
        );
        check(
            "[files]\nsingel = 1",
            Err("2: `singel` is no kind of file; the kinds are single, loader, framed."),
        );
        check(
            "[milliseconds]\nhtml = 1",
            Err(
                "2: `html` is nothing that the bench measures; it measures total-blocking-time, interaction.",
            ),
        );
        check(
            "[bytes]\n\nhtml = lots",
            Err("3: `lots` is no number of bytes."),
        );
        check("[bytes]\ncss = -1", Err("2: `-1` is no number of bytes."));
        check(
            "[crates]\nyew = 1.5",
            Err("2: `1.5` is no number of bytes."),
        );
        check("[other]\nlayout-shift = .1", Err("2: `.1` is no number."));
        check(
            "[other]\nlayout-shift = 1.1.1",
            Err("2: `1.1.1` is no number."),
        );
        check("[bytes]\nhtml", Err("2: expected `name = limit`."));
        check(
            "[bytes]\nhtml = 1\nhtml = 2",
            Err("3: `html` is named twice."),
        );
    }

    #[test]
    fn a_limit_that_the_bench_asks_for_has_to_be_there() {
        let budget = Budget::parse("[ratios]\nbytes-to-mermaid = 0.60").expect("a good budget");
        assert_eq!(budget.ratio("bytes-to-mermaid"), Ok(0.6));
        assert_eq!(
            budget.milliseconds("interaction"),
            Err(Stop::Failed(
                "bench/budget.toml has no limit `interaction` in [milliseconds].".to_owned()
            ))
        );
    }
}
