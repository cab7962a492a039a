//! A page's content with what follows from it once and for all: the flow and the rules.

use std::fmt::Display;

use flowchart::{Edge, EdgeKind, Flow, NodeKind};
use guide::{
    Lang, PageData, PageExit, PageExitKind, PageNode, PageNodeKind, PageRequirement, PageRuleSet,
};
use hours::{
    Blended, Date, Hours, PortalRow, Requirement, RuleSet, StaffKind, Term, Workdays, YearDay,
};

use yew::AttrValue;

use super::Stop;
use crate::wording::{Word, Words};

/// The content of the page in one language.
#[derive(Debug)]
pub struct Page {
    /// The data as the page carries it.
    pub data: PageData,
    /// Its sentences of the interface.
    pub words: Words,
    /// Its nodes and exits as a graph.
    pub flow: Flow,
    /// Its rule sets as the domain judges them.
    pub rules: Vec<RuleSet>,
    /// The days on which people work.
    pub workdays: Workdays,
}

/// A page never changes, so it is equal to itself only; comparing contents would be slow and heavy.
impl PartialEq for Page {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl From<PageData> for Page {
    fn from(data: PageData) -> Self {
        let kinds = data.nodes.iter().map(|node| kind(node.kind)).collect();
        let edges = data.nodes.iter().enumerate().flat_map(|(from, node)| {
            node.exits.iter().map(move |exit| Edge {
                from,
                to: exit.to,
                kind: edge_kind(exit.kind),
            })
        });
        let flow = Flow::new(kinds, edges.collect(), 0);
        let rules = data.rule_sets.iter().map(rule_set).collect();
        let workdays = Workdays {
            holidays: data.holidays.iter().filter_map(|day| date(*day)).collect(),
            covers_until: data.covers_until.and_then(date),
        };
        let words = Words::from(data.words.as_slice());
        Self {
            data,
            words,
            flow,
            rules,
            workdays,
        }
    }
}

impl Page {
    /// A node of the page.
    #[must_use]
    pub fn node(&self, node: usize) -> Option<&PageNode> {
        self.data.nodes.get(node)
    }

    /// The number of the node with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        self.data.nodes.iter().position(|node| node.id == id)
    }

    /// The node that an edge of the flow leaves, and the number of the exit there.
    #[must_use]
    pub fn ends(&self, edge: usize) -> Option<(usize, usize)> {
        let from = self.flow.edges().get(edge)?.from;
        // Edges stand in the order of their nodes, so those of this node stand together.
        let edges = self.flow.edges().iter().take(edge).rev();
        let before = edges.take_while(|other| other.from == from);
        Some((from, before.count()))
    }

    /// How many fields for hours there are: the twelve rows, then what no row shows.
    #[must_use]
    pub fn fields(&self) -> usize {
        PortalRow::ALL.len() + self.data.inputs.len()
    }

    /// What every field holds, in their order: the twelve rows, then what no row shows.
    pub fn terms(&self) -> impl DoubleEndedIterator<Item = Term> {
        (0..self.fields()).map(term)
    }

    /// What the field with this name holds.
    #[must_use]
    pub fn term(&self, name: &str) -> Option<Term> {
        let input = || self.data.inputs.iter().position(|input| input.id == name);
        let row = PortalRow::from_id(name).map(Term::Row);
        row.or_else(|| input().map(Term::Input))
    }

    /// The name of the field of a term.
    #[must_use]
    pub fn field(&self, term: Term) -> &str {
        match term {
            Term::Row(row) => row.id(),
            Term::Input(number) => self.data.inputs.get(number).map_or("", |input| &input.id),
        }
    }

    /// The label of the field of a term, in Chinese for a row; HTML.
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

    fn row(&self, row: PortalRow) -> Option<&guide::PageRow> {
        self.data.rows.get(row.index())
    }

    /// What a term is called in short; HTML.
    #[must_use]
    pub fn short(&self, term: Term) -> AttrValue {
        match term {
            Term::Row(row) => self.row(row).map(|row| row.short.clone()),
            Term::Input(number) => self
                .data
                .inputs
                .get(number)
                .map(|input| input.label.clone()),
        }
        .unwrap_or_default()
    }

    /// The name of a line of the map.
    #[must_use]
    pub fn edge_name(&self, edge: usize) -> String {
        let id = |node| self.node(node).map_or("", |node| &*node.id);
        let edge = self.flow.edges().get(edge);
        edge.map_or_else(String::new, |edge| {
            [id(edge.from), ":", id(edge.to)].concat()
        })
    }

    /// What a node is called before its title: which of how many it is, and how it stands.
    #[must_use]
    pub fn number_name(&self, stop: Stop) -> String {
        let words = &self.words;
        let (number, of): (&dyn Display, &dyn Display) = (&stop.number, &stop.of);
        let standing = words.get(stop.standing.into());
        let [first, second] = match self.data.lang {
            Lang::ZhHant => [of, number],
            Lang::En => [number, of],
        };
        words.fill(Word::MapNumber, &[first, second, &standing])
    }

    /// How many steps are left from a node, in words.
    #[must_use]
    pub fn left(&self, node: usize) -> Option<String> {
        let words = &self.words;
        let left = self.flow.steps_left(node).filter(|left| left.most > 0)?;
        Some(if left.fewest == left.most {
            words.count(Word::StepLeft, Word::StepsLeft, left.most)
        } else {
            words.fill(Word::StepsRange, &[&left.fewest, &left.most])
        })
    }

    /// An exit of a node.
    #[must_use]
    pub fn exit(&self, node: usize, exit: usize) -> Option<&PageExit> {
        self.node(node)?.exits.get(exit)
    }
}

fn kind(kind: PageNodeKind) -> NodeKind {
    match kind {
        PageNodeKind::Question => NodeKind::Question,
        PageNodeKind::Step => NodeKind::Step,
        PageNodeKind::Trouble => NodeKind::Trouble,
        PageNodeKind::Outcome => NodeKind::Outcome,
    }
}

fn edge_kind(kind: PageExitKind) -> EdgeKind {
    match kind {
        PageExitKind::Answer => EdgeKind::Answer,
        PageExitKind::Next => EdgeKind::Next,
        PageExitKind::Trouble => EdgeKind::Trouble,
    }
}

/// Where the field of a term stands.
pub(super) fn place(term: Term) -> usize {
    match term {
        Term::Row(row) => row.index(),
        Term::Input(number) => PortalRow::ALL.len() + number,
    }
}

/// What the field at this place holds.
fn term(place: usize) -> Term {
    match PortalRow::from_index(place) {
        Some(row) => Term::Row(row),
        None => Term::Input(place - PortalRow::ALL.len()),
    }
}

/// A day that the page writes as one number.
fn date(number: u32) -> Option<Date> {
    Date::new(number / 10_000, number / 100 % 100, number % 100).ok()
}

fn rule_set(set: &PageRuleSet) -> RuleSet {
    let staff = set.staff.iter();
    RuleSet {
        requirements: set.requirements.iter().map(requirement).collect(),
        is_enabled: set.enabled,
        is_advice: set.advice,
        staff: staff.filter_map(|kind| StaffKind::from_id(kind)).collect(),
        from: set.from.and_then(date),
        to: set.to.and_then(date),
        cut_off: set.cut_off.map(|day| YearDay {
            month: (day / 100) as u8,
            day: (day % 100) as u8,
        }),
        blended: match set.blended {
            true => Blended::UnknownPart,
            false => Blended::NotDigital,
        },
    }
}

fn requirement(requirement: &PageRequirement) -> Requirement {
    let terms = requirement.terms.iter();
    Requirement {
        terms: terms.map(|number| term(*number as usize)).collect(),
        part_of: requirement.part_of.map(|number| number as usize),
        at_least: Hours::from_hundredths(requirement.need),
    }
}
