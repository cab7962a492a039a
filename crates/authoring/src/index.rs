//! The ids of a file's tables, and what refers to them.

use std::collections::HashMap;

use crate::finding::Code;
use crate::log::Log;
use crate::reader::{Fields, Word};

/// The ids of a list of tables, to look up what refers to them from anywhere in the file.
pub(crate) struct Index<'t> {
    positions: HashMap<&'t str, usize>,
    ids: Vec<&'t str>,
}

impl<'t> Index<'t> {
    /// The ids of all tables; where an id is double the first table keeps it.
    pub(crate) fn of(tables: &[Fields<'t>]) -> Self {
        let mut positions = HashMap::with_capacity(tables.len());
        let mut ids = Vec::with_capacity(tables.len());
        for (position, table) in tables.iter().enumerate() {
            if let Some(id) = table.peek("id") {
                positions.entry(id).or_insert(position);
                ids.push(id);
            }
        }
        Self { positions, ids }
    }

    /// The position of the table with an id.
    pub(crate) fn position(&self, id: &str) -> Option<usize> {
        self.positions.get(id).copied()
    }

    /// The position of the table that a word names; notes `unknown` if there is none.
    pub(crate) fn find(&self, log: &Log<'_>, word: Word<'_>, unknown: Code) -> Option<usize> {
        let found = self.position(word.text);
        if found.is_none() {
            log.add_unknown(word.at, unknown, word.text, self.ids.iter().copied());
        }
        found
    }

    /// Reads the id of the table at a position and notes it if an earlier table has the same.
    pub(crate) fn read_id(&self, fields: &mut Fields<'t>, position: usize) -> Option<Word<'t>> {
        let word = fields.id()?;
        if self.positions.get(word.text) != Some(&position) {
            fields.log().add(word.at, Code::DoubleId, word.text);
        }
        Some(word)
    }
}
