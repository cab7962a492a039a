//! The facts of earlier rule files that later ones must agree with.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use guide::Text;

/// The ids of earlier rule files, and the labels of their inputs.
#[derive(Default)]
pub(crate) struct Earlier {
    ids: HashSet<String>,
    labels: HashMap<String, Text>,
}

impl Earlier {
    /// Adds the id of a rule set, and answers whether no earlier file has it.
    pub(crate) fn add_id(&mut self, id: &str) -> bool {
        self.ids.insert(id.to_owned())
    }

    /// Whether a rule file asks for an input.
    pub(crate) fn has_input(&self, id: &str) -> bool {
        self.labels.contains_key(id)
    }

    /// The label that an earlier file gave an input; without one, this is the label from now on.
    pub(crate) fn label(&mut self, input: &str, label: &Text) -> Option<&Text> {
        match self.labels.entry(input.to_owned()) {
            Entry::Occupied(first) => Some(first.into_mut()),
            Entry::Vacant(none) => {
                none.insert(label.clone());
                None
            }
        }
    }
}
