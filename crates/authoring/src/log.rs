//! Collects what is wrong while one file is read, and says at the end where it stands.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;

use crate::finding::{Code, Finding, Severity};
use crate::names;
use crate::source::places;

/// The findings so far in one file.
///
/// It is shared by all readers of the file's tables, therefore the cells.
pub(crate) struct Log<'t> {
    text: &'t str,
    entries: RefCell<Vec<Entry>>,
    comparisons_left: Cell<usize>,
    lost_after: Cell<usize>,
    has_lost_lines: Cell<bool>,
}

struct Entry {
    at: usize,
    code: Code,
    subject: String,
    nearest: Option<String>,
}

/// How many words one file may have compared for "did you mean".
/// A guide of the expected size never gets there; without a bound a huge one with many slips would take its square.
const COMPARISONS: usize = 20_000;

impl<'t> Log<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self {
            text,
            entries: RefCell::default(),
            comparisons_left: Cell::new(COMPARISONS),
            lost_after: Cell::new(usize::MAX),
            has_lost_lines: Cell::new(false),
        }
    }

    /// The whole text of the file.
    pub(crate) fn text(&self) -> &'t str {
        self.text
    }

    /// Notes something wrong at a byte offset.
    pub(crate) fn add(&self, at: usize, code: Code, subject: impl Into<String>) {
        self.entries.borrow_mut().push(Entry {
            at,
            code,
            subject: subject.into(),
            nearest: None,
        });
    }

    /// Notes a word that is none of the known ones, with the known one that looks most like it.
    pub(crate) fn add_unknown<'w>(
        &self,
        at: usize,
        code: Code,
        word: &str,
        known: impl ExactSizeIterator<Item = &'w str>,
    ) {
        let left = self.comparisons_left.get().checked_sub(known.len());
        let nearest = left.and_then(|left| {
            self.comparisons_left.set(left);
            names::nearest(word, known).map(str::to_owned)
        });
        self.entries.borrow_mut().push(Entry {
            at,
            code,
            subject: word.to_owned(),
            nearest,
        });
    }

    /// Whether any of what was noted is an error.
    pub(crate) fn has_errors(&self) -> bool {
        let entries = self.entries.borrow();
        entries
            .iter()
            .any(|it| it.code.severity() == Severity::Error)
    }

    /// From here on only unreadable lines are findings: all else would be judged as part of the wrong table.
    pub(crate) fn lose_after(&self, at: usize) {
        self.lost_after.set(self.lost_after.get().min(at));
    }

    /// Notes that some lines are not in what was read.
    pub(crate) fn lose_lines(&self) {
        self.has_lost_lines.set(true);
    }

    /// Everything noted, in the order of the file, each thing once.
    pub(crate) fn into_findings(self, file: &str) -> Vec<Finding> {
        let mut entries = self.entries.into_inner();
        // A stable sort by place only: what was noted first at one place stays first.
        entries.sort_by_key(|e| e.at);
        let lost_after = self.lost_after.get();
        entries.retain(|e| e.at <= lost_after || e.code.is_about_a_line());
        let places = places(self.text, entries.iter().map(|e| e.at));
        let lines_lost = self.has_lost_lines.get();
        let unread: HashSet<usize> = entries
            .iter()
            .zip(&places)
            .filter(|(e, _)| e.code.is_syntax())
            .map(|(_, p)| p.line)
            .collect();

        let mut seen = HashSet::new();
        entries
            .into_iter()
            .zip(places)
            .filter(|(entry, place)| {
                if entry.code.is_syntax() {
                    return true;
                }
                // The consequence of an unreadable line is no finding of its own:
                // neither the placeholder read in its place nor the key or table that is then absent elsewhere.
                let follows_from_lost_lines = lines_lost && entry.code.is_about_absence();
                !unread.contains(&place.line) && !follows_from_lost_lines
            })
            .filter(|(e, _)| seen.insert((e.at, e.code, e.subject.clone())))
            .map(|(entry, place)| Finding {
                code: entry.code,
                severity: entry.code.severity(),
                file: file.to_owned(),
                line: place.line,
                column: place.column,
                subject: entry.subject,
                nearest: entry.nearest,
            })
            .collect()
    }
}
