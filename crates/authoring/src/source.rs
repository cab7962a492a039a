//! Where a text comes from and where in it something stands.

/// A content file that was already read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source<'a> {
    /// The name shown in findings; for a rule set its stem must equal the id in the file.
    pub name: &'a str,
    /// The whole text of the file.
    pub text: &'a str,
}

/// The kinds of content files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// The guide (指南): nodes, texts, contacts, screens.
    Guide,
    /// One rule set (規定).
    RuleSet,
    /// The calendar (行事曆): holidays and learning platforms.
    Calendar,
    /// The course categories (課程類別).
    Categories,
}

impl Source<'_> {
    /// The kind of the file, by its tables; where those do not tell, by its name and the folder it lies in.
    #[must_use]
    pub fn kind(&self) -> FileKind {
        let mut headers = self.text.lines().map(str::trim_start);
        let by_table = headers.find_map(|line| {
            let found = TABLES.iter().find(|(table, _)| line.starts_with(table));
            found.map(|(_, kind)| *kind)
        });
        by_table.unwrap_or_else(|| {
            if self.folder() == Some("rules") {
                FileKind::RuleSet
            } else if self.stem() == "calendar" {
                FileKind::Calendar
            } else if self.stem() == "categories" {
                FileKind::Categories
            } else {
                FileKind::Guide
            }
        })
    }

    /// The file's name without folder and extension.
    pub(crate) fn stem(&self) -> &str {
        let file = self.name.rsplit(SEPARATORS).next().unwrap_or(self.name);
        file.strip_suffix(".toml").unwrap_or(file)
    }

    fn folder(&self) -> Option<&str> {
        self.name.rsplit(SEPARATORS).nth(1)
    }
}

/// Tables that stand in one kind of file only.
const TABLES: [(&str, FileKind); 4] = [
    ("[[node]]", FileKind::Guide),
    ("[[requirement]]", FileKind::RuleSet),
    ("[[platform]]", FileKind::Calendar),
    ("[[category]]", FileKind::Categories),
];

/// Both kinds, since a name may come from Windows.
const SEPARATORS: [char; 2] = ['/', '\\'];

/// Line and column, both from 1; the column counts characters, not bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// The places of many offsets in one walk over the text.
///
/// The offsets must ascend; one past the end is taken as the end.
/// One walk keeps the work linear even where a whole file stands on one line.
pub(crate) fn places(text: &str, offsets: impl IntoIterator<Item = usize>) -> Vec<Place> {
    let mut place = Place { line: 1, column: 1 };
    let mut chars = text.char_indices().peekable();
    offsets
        .into_iter()
        .map(|offset| {
            while let Some((_, c)) = chars.next_if(|(at, _)| *at < offset) {
                if c == '\n' {
                    place = Place {
                        line: place.line + 1,
                        column: 1,
                    };
                } else {
                    place.column += 1;
                }
            }
            place
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_end_at_the_newline() {
        let text = "甲乙\r\nb";
        let places = places(text, [0, 3, 8, 99]);
        let flat: Vec<_> = places.iter().map(|p| (p.line, p.column)).collect();
        assert_eq!(flat, [(1, 1), (1, 2), (2, 1), (2, 2)]);
    }

    #[test]
    fn a_file_is_known_by_its_tables_and_then_by_its_folder() {
        #[track_caller]
        fn check(name: &str, text: &str, expect: FileKind) {
            assert_eq!(Source { name, text }.kind(), expect);
        }
        check("x.toml", "format = 1\r\n[[node]]\r\n", FileKind::Guide);
        check("x.toml", "  [[requirement]]\n", FileKind::RuleSet);
        check("content/rules/x.toml", "", FileKind::RuleSet);
        check("content\\rules\\x.toml", "", FileKind::RuleSet);
        check("content/rules/x.toml", "[[node]]", FileKind::Guide);
        check("x.toml", "format = 1\n[[platform]]\n", FileKind::Calendar);
        check("content/calendar.toml", "", FileKind::Calendar);
        check("x.toml", "[[category]]", FileKind::Categories);
        check("content/categories.toml", "", FileKind::Categories);
        check("content/rules/calendar.toml", "", FileKind::RuleSet);
        check("", "", FileKind::Guide);
    }

    #[test]
    fn the_stem_has_neither_folder_nor_extension() {
        for name in [
            "content/rules/manual-10.toml",
            "C:\\rules\\manual-10.toml",
            "manual-10",
        ] {
            assert_eq!(Source { name, text: "" }.stem(), "manual-10");
        }
    }
}
