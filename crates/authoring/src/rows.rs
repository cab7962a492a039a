//! The labels of the twelve rows of the portal.

use std::collections::{HashMap, HashSet};

use guide::RowLabel;
use hours::PortalRow;

use crate::finding::Code;
use crate::prose::Style;
use crate::reader::{Fields, Word};

/// Reads all rows; they must be the twelve of the portal in its order.
pub(crate) fn read(guide: &mut Fields<'_>) -> Vec<RowLabel> {
    let tables = guide.some_tables("row");
    let none = tables.is_empty();
    let mut last_at = guide.at();
    let mut seen = Vec::new();
    let mut spellings = HashMap::new();
    let mut labels = Vec::with_capacity(tables.len());
    for mut table in tables {
        last_at = table.at();
        let word = table.id();
        let label = table.text("label", Style::OnScreen);
        let short = table.text("short", Style::Plain);
        let aliases = table.words("aliases");
        let row = word.and_then(|w| find(&table, w));
        // A pasted table is read by these spellings; one that names two rows would be read wrong.
        let zh = table.peek_language("label", "zh");
        for spelling in aliases.iter().copied().chain(zh) {
            let first = *spellings.entry(spelling.text).or_insert(last_at);
            if first != last_at {
                table
                    .log()
                    .add(spelling.at, Code::DoubleLabel, spelling.text);
            }
        }
        table.finish();
        if let (Some(row), Some(word)) = (row, word) {
            seen.push((row, word));
            labels.push(RowLabel {
                row,
                label,
                short,
                aliases: aliases.iter().map(|a| a.text.to_owned()).collect(),
            });
        }
    }
    if !none {
        check_order(guide, &seen, last_at);
    }
    labels
}

/// The row that a word names; notes it if there is none.
pub(crate) fn find(table: &Fields<'_>, word: Word<'_>) -> Option<PortalRow> {
    let row = PortalRow::from_id(word.text);
    if row.is_none() {
        let known = PortalRow::ALL.map(|row| row.id());
        table
            .log()
            .add_unknown(word.at, Code::UnknownRow, word.text, known.into_iter());
    }
    row
}

fn check_order(guide: &Fields<'_>, seen: &[(PortalRow, Word<'_>)], last_at: usize) {
    let log = guide.log();
    let mut there = HashSet::new();
    let mut distinct = Vec::new();
    for (row, word) in seen {
        if there.insert(row.id()) {
            distinct.push((*row, *word));
        } else {
            log.add(word.at, Code::RowDouble, word.text);
        }
    }
    for row in PortalRow::ALL {
        if !there.contains(row.id()) {
            log.add(last_at, Code::RowMissing, row.id());
        }
    }
    let in_order = PortalRow::ALL
        .into_iter()
        .filter(|r| there.contains(r.id()));
    // One row in a wrong place shifts all others; the first that differs is the one to look at.
    let first_wrong = in_order
        .zip(&distinct)
        .find(|(row, (found, _))| row != found);
    if let Some((_, (_, word))) = first_wrong {
        log.add(word.at, Code::RowOrder, word.text);
    }
}
