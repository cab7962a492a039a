//! Adds, swaps and removes items of a list in brackets, whose commas and line ends stay as the list has them.
//!
//! A comment behind an item on its own line belongs to the item; comments on lines of their own stay where they are.

use std::ops::Range;

use toml_spanner::{Array, Item};

use crate::place::{line_end, line_start, span};
use crate::splice::{Change, Document};

/// A list in brackets, with one item a line or several on one.
pub(crate) struct Items<'a, 't> {
    on: &'a Document<'a, 't>,
    list: &'a Array<'t>,
    /// From bracket to bracket.
    whole: Range<usize>,
}

impl<'a, 't> Items<'a, 't> {
    /// The items of a value; `None` where it is no list.
    pub(crate) fn of(on: &'a Document<'a, 't>, item: &'a Item<'t>) -> Option<Self> {
        Some(Self {
            on,
            list: item.as_array()?,
            whole: span(item),
        })
    }

    /// Puts a new item behind the one with this number, or into a list that is empty.
    pub(crate) fn insert(&self, behind: Option<usize>, new: &str) -> Vec<Change> {
        let Some((number, own)) = behind.and_then(|number| Some((number, self.span(number)?)))
        else {
            return vec![self.first(new)];
        };
        let Some(lines) = self.own_lines(number) else {
            return vec![(own.end..own.end, [", ", new].concat())];
        };
        let (indent, end) = (self.on.indent(own.start), self.on.end);
        let line = |comma: &str| [indent, new, comma, end].concat();
        match self.comma(number) {
            Some(_) => vec![(lines.end..lines.end, line(","))],
            None => vec![
                (own.end..own.end, ",".to_owned()),
                (lines.end..lines.end, line("")),
            ],
        }
    }

    /// The first item of an empty list: on a line of its own where the list has lines.
    fn first(&self, new: &str) -> Change {
        let closing = self.whole.end.saturating_sub(1);
        let start = line_start(self.on.text, closing);
        let is_alone = self.on.piece(start..closing).trim().is_empty();
        if is_alone && start > self.whole.start {
            let indent = self.on.indent(closing);
            (start..start, [indent, "  ", new, ",", self.on.end].concat())
        } else {
            (self.whole.start + 1..self.whole.start + 1, new.to_owned())
        }
    }

    /// Lets an item and the next one change places.
    pub(crate) fn swap_with_next(&self, number: usize) -> Vec<Change> {
        let (Some(own), Some(next)) = (self.span(number), self.span(number + 1)) else {
            return Vec::new();
        };
        let mut changes = self.exchanged(own, next).to_vec();
        if let (Some(own), Some(next)) = (self.tail(number), self.tail(number + 1)) {
            changes.extend(self.exchanged(own, next));
        }
        changes
    }

    fn exchanged(&self, one: Range<usize>, other: Range<usize>) -> [Change; 2] {
        let (first, second) = (self.on.piece(one.clone()), self.on.piece(other.clone()));
        [(one, second.to_owned()), (other, first.to_owned())]
    }

    /// Takes an item away with its comma; the last one takes the one before it, or leaves both to a list that ends in a comma.
    pub(crate) fn take(&self, number: usize) -> Vec<Change> {
        let Some(own) = self.span(number) else {
            return Vec::new();
        };
        let comma = self.comma(number);
        let before = number.checked_sub(1).and_then(|number| self.comma(number));
        if let Some(lines) = self.own_lines(number) {
            return match (comma, before) {
                (None, Some(before)) => vec![gone(before..before + 1), gone(lines)],
                _ => vec![gone(lines)],
            };
        }
        let behind = comma.map_or(own.end, |comma| comma + 1);
        let next = self.span(number + 1);
        match (next, before) {
            (Some(next), _) if self.is_blank(behind..next.start) => {
                vec![gone(own.start..next.start)]
            }
            (None, Some(before)) if self.is_blank(before + 1..own.start) => {
                vec![gone(before..own.end)]
            }
            (None, Some(before)) => vec![gone(before..before + 1), gone(own)],
            _ => vec![gone(own.start..behind)],
        }
    }

    fn span(&self, number: usize) -> Option<Range<usize>> {
        self.list.get(number).map(span)
    }

    /// Where the comma behind an item stands.
    fn comma(&self, number: usize) -> Option<usize> {
        let start = self.span(number)?.end;
        let mut is_comment = false;
        for (at, sign) in self.on.piece(start..self.whole.end).char_indices() {
            match sign {
                '\n' => is_comment = false,
                _ if is_comment => {}
                '#' => is_comment = true,
                ',' => return Some(start + at),
                ']' => break,
                _ => {}
            }
        }
        None
    }

    /// The lines that an item shares with nothing but its comma and a comment.
    fn own_lines(&self, number: usize) -> Option<Range<usize>> {
        let own = self.span(number)?;
        let lines = line_start(self.on.text, own.start)..line_end(self.on.text, own.end);
        let comma = self.comma(number);
        let behind = comma.map_or(own.end, |comma| comma + 1);
        let rest = self.on.piece(behind..lines.end).trim();
        let is_alone = self.on.piece(lines.start..own.start).trim().is_empty()
            && comma.is_none_or(|comma| comma < lines.end)
            && (rest.is_empty() || rest.starts_with('#'));
        is_alone.then_some(lines)
    }

    /// The comment behind an item and its comma on lines of its own.
    fn tail(&self, number: usize) -> Option<Range<usize>> {
        let lines = self.own_lines(number)?;
        let start = match self.comma(number) {
            Some(comma) => comma + 1,
            None => self.span(number)?.end,
        };
        let tail = self.on.piece(start..lines.end);
        Some(start..start + tail.trim_end_matches(['\r', '\n']).len())
    }

    /// Whether nothing but blanks on one line stands here.
    fn is_blank(&self, range: Range<usize>) -> bool {
        let piece = self.on.piece(range);
        piece.bytes().all(|byte| matches!(byte, b' ' | b'\t'))
    }
}

fn gone(range: Range<usize>) -> Change {
    (range, String::new())
}
