//! A page: its edition and wording, with what follows from them once and for all: the flow and the rules.

use std::rc::Rc;

use flowchart::{Edge, EdgeIx, Flow, NodeIx, NodeKind};
use guide::edition::{self, Edition, Exit, Node, Row};
use hours::{JudgedSet, PortalRow, Report, RuleSet, Term};
use interchange::Labels;
use serde::{Deserialize, Serialize};
use yew::AttrValue;

use crate::map::{Standing, Stop};
use crate::wording::{Wording, count, fill};

/// The data of a page, as the prerenderer writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageData {
    /// The mark of the build: the name of its program. Pages of another build are not for this program.
    pub build: AttrValue,
    /// The content.
    pub edition: Edition,
    /// The sentences of the interface.
    pub wording: Wording,
}

impl PageData {
    /// Whether every part fits the others; a page whose parts do not is refused as a whole.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let edition = &self.edition;
        let (nodes, map) = (&edition.nodes, &edition.map);
        let exits = || nodes.iter().flat_map(|node| &node.exits);
        let is_term = |term: &Term| match term {
            Term::Row(_) => true,
            Term::Input(number) => *number < edition.inputs.len(),
        };
        let is_set = |set: &edition::RuleSet| {
            let rules = &set.rule.requirements;
            rules.len() == set.requirements.len()
                && rules.iter().all(|rule| {
                    rule.terms.iter().all(is_term)
                        && rule.part_of.is_none_or(|number| number < rules.len())
                })
        };
        edition.lang == self.wording.lang
            && !nodes.is_empty()
            && (0..)
                .zip(exits())
                .all(|(number, exit)| exit.edge == EdgeIx(number))
            && exits().all(|exit| exit.to.0 < nodes.len())
            && edition.rows.len() == PortalRow::ALL.len()
            && edition.rule_sets.iter().all(is_set)
            && map.boxes.len() == nodes.len()
            && map.lines.len() == exits().count()
    }
}

/// The content of the page in one language.
#[derive(Debug)]
pub struct Page {
    /// The mark of the build that made it.
    pub build: AttrValue,
    /// The content as the page carries it.
    pub edition: Edition,
    /// Its sentences of the interface.
    pub words: Rc<Wording>,
    /// Its nodes and exits as a graph.
    pub flow: Flow,
}

/// A page never changes, so it is equal to itself only; comparing contents would be slow and heavy.
impl PartialEq for Page {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl From<PageData> for Page {
    fn from(data: PageData) -> Self {
        let nodes = &data.edition.nodes;
        let kinds = nodes.iter().map(|node| node.kind).collect();
        let edges = (0..).map(NodeIx).zip(nodes).flat_map(|(from, node)| {
            node.exits.iter().map(move |exit| Edge {
                from,
                to: exit.to,
                kind: exit.kind,
            })
        });
        Self {
            flow: Flow::new(kinds, edges.collect(), NodeIx(0)),
            build: data.build,
            words: Rc::new(data.wording),
            edition: data.edition,
        }
    }
}

impl Page {
    /// A node of the page.
    #[must_use]
    pub fn node(&self, node: NodeIx) -> Option<&Node> {
        self.edition.nodes.get(node.0)
    }

    /// The node with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<NodeIx> {
        let position = self.edition.nodes.iter().position(|node| node.id == id);
        position.map(NodeIx)
    }

    /// The rule sets as the domain judges them.
    pub fn rules(&self) -> impl Iterator<Item = &RuleSet> {
        self.edition.rule_sets.iter().map(|set| &set.rule)
    }

    /// The rule sets with what was judged by each.
    pub fn judged<'a>(
        &'a self,
        report: &'a Report,
    ) -> impl Iterator<Item = (&'a edition::RuleSet, &'a JudgedSet)> + Clone {
        self.edition.rule_sets.iter().zip(&report.sets)
    }

    /// The texts of a requirement.
    #[must_use]
    pub fn requirement(&self, (set, number): hours::Place) -> Option<&edition::Requirement> {
        self.edition.rule_sets.get(set)?.requirements.get(number)
    }

    /// How many fields for hours there are: the twelve rows, then what no row shows.
    #[must_use]
    pub fn fields(&self) -> usize {
        PortalRow::ALL.len() + self.edition.inputs.len()
    }

    /// The terms of all fields, in their order: the twelve rows, then the inputs that no row shows.
    pub fn terms(&self) -> impl DoubleEndedIterator<Item = Term> {
        (0..self.fields()).map(term)
    }

    /// The term of the field with this name.
    #[must_use]
    pub fn term(&self, name: &str) -> Option<Term> {
        let input = || {
            self.edition
                .inputs
                .iter()
                .position(|input| input.id == name)
        };
        let row = PortalRow::from_id(name).map(Term::Row);
        row.or_else(|| input().map(Term::Input))
    }

    /// The name of the field of a term.
    #[must_use]
    pub fn field(&self, term: Term) -> &str {
        match term {
            Term::Row(row) => row.id(),
            Term::Input(number) => self
                .edition
                .inputs
                .get(number)
                .map_or("", |input| &input.id),
        }
    }

    /// The label of the field of a term, in Chinese for a row.
    #[must_use]
    pub fn label(&self, term: Term) -> AttrValue {
        match term {
            Term::Row(row) => self
                .row(row)
                .map(|row| row.label.clone())
                .unwrap_or_default(),
            Term::Input(_) => self.short(term),
        }
    }

    fn row(&self, row: PortalRow) -> Option<&Row> {
        self.edition.rows.get(row.index())
    }

    /// The labels of the portal's rows and the categories of courses, as they are looked for in pasted texts.
    #[must_use]
    pub fn labels(&self) -> Labels {
        let mut labels = Labels::default();
        for (row, texts) in PortalRow::ALL.into_iter().zip(&self.edition.rows) {
            labels.add(row, &texts.label);
            for alias in &texts.aliases {
                labels.add(row, alias);
            }
        }
        for input in &self.edition.inputs {
            labels.add_input(&input.id, &input.label_zh);
        }
        for category in &self.edition.categories {
            let names = category.names.iter().map(|name| &**name);
            let input = category.input.and_then(|it| self.edition.inputs.get(it));
            labels.add_category(&category.codes, names, input.map(|it| &*it.id));
        }
        labels
    }

    /// The short name of a term.
    #[must_use]
    pub fn short(&self, term: Term) -> AttrValue {
        match term {
            Term::Row(row) => self.row(row).map(|row| row.short.clone()),
            Term::Input(number) => self
                .edition
                .inputs
                .get(number)
                .map(|input| input.label.clone()),
        }
        .unwrap_or_default()
    }

    /// The name of a line of the map.
    #[must_use]
    pub fn edge_name(&self, edge: EdgeIx) -> String {
        let id = |node| self.node(node).map_or("", |node| &*node.id);
        self.flow.edge(edge).map_or_else(String::new, |edge| {
            [id(edge.from), ":", id(edge.to)].concat()
        })
    }

    /// The name of an answer: `<question>:<answer>`.
    #[must_use]
    pub fn answer_name(&self, edge: EdgeIx) -> String {
        let from = self.flow.edge(edge).and_then(|edge| self.node(edge.from));
        from.zip(self.exit(edge))
            .map_or_else(String::new, |(node, exit)| {
                [&*node.id, ":", &exit.id].concat()
            })
    }

    /// The name of a node before its title: which step it is, and how it stands; a trouble has no number.
    #[must_use]
    pub fn number_name(&self, kind: NodeKind, stop: Stop) -> String {
        let words = &self.words;
        let standing = words.standing(stop.standing);
        match kind {
            NodeKind::Trouble if stop.standing == Standing::Other => String::new(),
            NodeKind::Trouble => fill(&words.map_standing, &[standing]),
            _ => fill(&words.map_number, &[&stop.number, standing]),
        }
    }

    /// How many steps are left from a node, in words, where every way on has the same number of them.
    #[must_use]
    pub fn left(&self, node: NodeIx) -> Option<String> {
        let left = self.flow.steps_left(node)?;
        let words = &self.words;
        (left.most > 0 && left.fewest == left.most)
            .then(|| count(&words.step_left, &words.steps_left, left.most))
    }

    /// The chapter of a walk by these edges to this node: a trouble belongs to that of the step which it was opened from.
    #[must_use]
    pub fn chapter(&self, node: NodeIx, taken: &[EdgeIx]) -> Option<usize> {
        let edges = taken.iter().rev();
        let before = edges.filter_map(|edge| Some(self.flow.edge(*edge)?.from));
        [node]
            .into_iter()
            .chain(before)
            .find_map(|node| self.node(node)?.chapter)
    }

    /// The exit that is drawn as this edge.
    #[must_use]
    pub fn exit(&self, edge: EdgeIx) -> Option<&Exit> {
        let node = self.node(self.flow.edge(edge)?.from)?;
        node.exits.iter().find(|exit| exit.edge == edge)
    }
}

/// Where the field of a term stands.
pub(crate) fn place(term: Term) -> usize {
    match term {
        Term::Row(row) => row.index(),
        Term::Input(number) => PortalRow::ALL.len() + number,
    }
}

/// The term of the field at this place.
fn term(place: usize) -> Term {
    match PortalRow::from_index(place) {
        Some(row) => Term::Row(row),
        None => Term::Input(place - PortalRow::ALL.len()),
    }
}

#[cfg(test)]
mod tests {
    use guide::Lang;

    use super::*;
    use crate::samples::data;

    #[test]
    fn data_whose_parts_do_not_fit_are_refused() {
        let check = |break_it: fn(&mut PageData)| {
            let mut data = data(Lang::En);
            assert!(data.is_sound());
            break_it(&mut data);
            assert!(!data.is_sound(), "{data:?}");
        };
        check(|data| data.edition.nodes.clear());
        check(|data| data.edition.nodes[0].exits[0].to = NodeIx(5));
        check(|data| data.edition.nodes[0].exits[0].edge = EdgeIx(1));
        check(|data| drop(data.edition.rows.pop()));
        check(|data| data.edition.inputs.clear());
        check(|data| data.edition.rule_sets[0].requirements.clear());
        check(|data| drop(data.edition.map.boxes.pop()));
        check(|data| drop(data.edition.map.lines.pop()));
        check(|data| data.wording.lang = Lang::ZhHant);
    }
}
