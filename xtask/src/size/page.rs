//! A page with everything it loads: its bytes beside their limits, as a table and as sentences.

use super::budget::Limits;

/// The parts of a page. All but the total are kinds of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
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

    pub(super) fn of_file(name: &str) -> Self {
        match name.rsplit_once('.').map(|(_, extension)| extension) {
            Some("html") => Self::Page,
            Some("js" | "mjs") => Self::Glue,
            Some("wasm") => Self::Program,
            _ => Self::Other,
        }
    }

    /// Bytes of brotli; other files are limited by the total alone.
    fn limit(self, limits: Limits) -> Option<u64> {
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
pub(super) struct Bytes {
    pub(super) raw: u64,
    pub(super) gzip: u64,
    pub(super) brotli: u64,
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
pub(super) struct Page {
    pub(super) name: &'static str,
    pub(super) files: Vec<(String, Bytes)>,
}

impl Page {
    fn sum(&self, part: Part) -> Bytes {
        self.files
            .iter()
            .filter(|(name, _)| part == Part::Total || Part::of_file(name) == part)
            .fold(Bytes::default(), |sum, (_, bytes)| sum.and(*bytes))
    }

    pub(super) fn table(&self, limits: Limits) -> String {
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

    pub(super) fn excesses(&self, limits: Limits) -> Vec<String> {
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
pub(super) fn excess(what: &str, have: u64, limit: u64) -> Option<String> {
    let excess = have.checked_sub(limit).filter(|&excess| excess > 0)?;
    Some(format!(
        "  {what}: {} bytes, {} more than the {} allowed.",
        grouped(have),
        grouped(excess),
        grouped(limit)
    ))
}

/// `14,600`
pub(super) fn grouped(number: u64) -> String {
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

    const LIMITS: Limits = Limits {
        page: 11_000,
        glue: 3_000,
        program: 80_000,
        total: 91_000,
        single: 300_000,
    };

    #[test]
    fn an_excess_names_the_part_the_page_and_the_bytes() {
        #[track_caller]
        fn check(limits: Limits, expect: &[&str]) {
            assert_eq!(page().excesses(limits), expect);
        }
        check(LIMITS, &[]);
        check(
            Limits {
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
