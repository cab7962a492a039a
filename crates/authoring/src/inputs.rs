//! Hours that none of the twelve rows shows, as a rule file asks for them.

use guide::{Input, Requirement, Term};
use hours::PortalRow;

use crate::earlier::Earlier;
use crate::finding::Code;
use crate::index::Index;
use crate::prose::Style;
use crate::reader::{Fields, Word};

/// The inputs of one rule file.
pub(crate) struct Inputs<'t> {
    index: Index<'t>,
    ids: Vec<Option<Word<'t>>>,
    /// As the guide holds them, in the order of the file.
    pub(crate) list: Vec<Input>,
}

/// Reads the inputs; one that an earlier file names too must be called the same there.
pub(crate) fn read<'t>(file: &mut Fields<'t>, earlier: &mut Earlier) -> Inputs<'t> {
    let tables = file.tables("input");
    let index = Index::of(&tables);
    let mut ids = Vec::with_capacity(tables.len());
    let mut list = Vec::with_capacity(tables.len());
    for (position, mut table) in tables.into_iter().enumerate() {
        let id = index.read_id(&mut table, position);
        if let Some(id) = id
            && PortalRow::from_id(id.text).is_some()
        {
            table.log().add(id.at, Code::InputIsRow, id.text);
        }
        let input = Input {
            id: id.map_or_else(String::new, |id| id.text.to_owned()),
            label: table.text("label", Style::Plain),
            hint: table.optional_text("hint", Style::Plain),
        };
        // The second of two with one id was noted as that.
        if index.position(&input.id) == Some(position) {
            check_label(&table, &input, earlier);
        }
        table.finish();
        ids.push(id);
        list.push(input);
    }
    Inputs { index, ids, list }
}

/// Notes a label that differs from that of an earlier file, since readers see one field and one label.
fn check_label(table: &Fields<'_>, input: &Input, earlier: &mut Earlier) {
    let Some(first) = earlier.label(&input.id, &input.label) else {
        return;
    };
    for (lang, first, here) in [
        ("zh", &first.zh, &input.label.zh),
        ("en", &first.en, &input.label.en),
    ] {
        if first != here
            && !first.is_empty()
            && !here.is_empty()
            && let Some(word) = table.peek_language("label", lang)
        {
            let log = table.log();
            log.add(word.at, Code::InputLabelDiffers, first);
        }
    }
}

impl<'t> Inputs<'t> {
    /// The input that a word names, if there is one.
    pub(crate) fn term(&self, word: Word<'_>) -> Option<Term> {
        self.index.position(word.text).map(Term::Input)
    }

    /// The ids of all inputs.
    pub(crate) fn known(&self) -> Vec<&'t str> {
        self.ids.iter().flatten().map(|id| id.text).collect()
    }

    /// Notes the inputs that no requirement counts.
    pub(crate) fn check_use(&self, file: &Fields<'_>, requirements: &[Requirement]) {
        let mut is_used = vec![false; self.ids.len()];
        for term in requirements.iter().flat_map(|r| &r.terms) {
            if let Term::Input(position) = term
                && let Some(is_used) = is_used.get_mut(*position)
            {
                *is_used = true;
            }
        }
        for (position, id) in self.ids.iter().enumerate() {
            let is_used = is_used.get(position).copied().unwrap_or_default();
            if let Some(id) = id
                && !is_used
                && self.index.position(id.text) == Some(position)
            {
                file.log().add(id.at, Code::UnusedInput, id.text);
            }
        }
    }
}
