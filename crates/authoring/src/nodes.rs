//! The nodes of the guide and the flow between them.

use flowchart::{Edge, EdgeIx, EdgeKind, Flow, FlowProblem, NodeIx, NodeKind};
use guide::{Drawing, Exit, Link, Node, Note, NoteKind, Screens, Text, Tool};

use crate::finding::Code;
use crate::index::Index;
use crate::prose::Style;
use crate::reader::{Fields, Word};
use crate::{guide_file, screens};

/// The nodes that were read, and the flow that they make.
pub(crate) struct Nodes {
    pub(crate) nodes: Vec<Node>,
    pub(crate) flow: Flow,
    /// The drawings that nodes show, and where the file says so.
    pub(crate) shown: Vec<(Drawing, usize)>,
    /// Where the file speaks of the first node.
    pub(crate) first: Option<usize>,
}

/// Reads all nodes and checks the flow that they make.
pub(crate) fn read(
    guide: &mut Fields<'_>,
    format: i64,
    sections: &Index<'_>,
    contacts: &Index<'_>,
    screens: &Screens,
) -> Nodes {
    let tables = guide.some_tables("node");
    if format < guide_file::FORMAT {
        for table in &tables {
            table.refuse_newer(&["short", "ready", "target"]);
        }
    }
    let index = Index::of(&tables);
    let mut reading = Reading {
        index: &index,
        sections,
        contacts,
        screens,
        edges: Vec::new(),
        targets: Vec::new(),
        shown: Vec::new(),
        is_whole: true,
    };
    let mut places = Vec::with_capacity(tables.len());
    let mut nodes = Vec::with_capacity(tables.len());
    for (position, table) in tables.into_iter().enumerate() {
        let (node, place) = reading.node(table, position);
        nodes.push(node);
        places.push(place);
    }
    let Reading {
        edges,
        targets,
        shown,
        is_whole,
        ..
    } = reading;
    let flow = Flow::new(nodes.iter().map(|n| n.kind).collect(), edges, NodeIx(0));
    if !nodes.is_empty() {
        check_flow(guide, &flow, &index, &places, &targets, is_whole);
    }
    Nodes {
        nodes,
        flow,
        shown,
        first: places.first().map(|place| place.at),
    }
}

/// Where an edge leads whose target could not be read.
const NOWHERE: NodeIx = NodeIx(usize::MAX);

/// How a node is named and where its id stands, or its header if it has none.
struct NodePlace {
    at: usize,
    name: String,
}

struct Reading<'a, 't> {
    index: &'a Index<'t>,
    sections: &'a Index<'t>,
    contacts: &'a Index<'t>,
    screens: &'a Screens,
    edges: Vec<Edge>,
    /// For each edge the word that says where it leads, if there is one.
    targets: Vec<Option<Word<'t>>>,
    shown: Vec<(Drawing, usize)>,
    /// Whether every kind and every edge was read, so that ways through the flow can be judged.
    is_whole: bool,
}

impl<'t> Reading<'_, 't> {
    fn node(&mut self, mut table: Fields<'t>, position: usize) -> (Node, NodePlace) {
        let id = self.index.read_id(&mut table, position);
        let section = table
            .word("section")
            .and_then(|w| self.sections.find(table.log(), w, Code::UnknownSection));
        let kind = table.word("kind").and_then(|w| find_kind(&table, w));
        self.is_whole &= kind.is_some();
        let title = table.text("title", Style::Plain);
        let short = table.optional_short_text("short");
        let body = table.optional_text("body", Style::Markdown);
        let contacts = self.contacts(&mut table);
        if contacts.is_empty() && matches!(kind, Some(NodeKind::Trouble | NodeKind::Outcome)) {
            let name = table.path("contacts");
            table.log().add(table.at(), Code::EndWithoutContact, name);
        }
        let node = Node {
            id: id.map_or_else(String::new, |id| id.text.to_owned()),
            section: section.unwrap_or(0),
            kind: kind.unwrap_or(NodeKind::Step),
            title,
            short,
            body,
            ready: table.optional_short_texts("ready", MOST_READY),
            notes: notes(&mut table),
            links: links(&mut table),
            drawing: self.drawing(&mut table),
            tool: tool(&mut table),
            contacts,
            exits: self.exits(&mut table, kind, NodeIx(position)),
        };
        let place = NodePlace {
            at: id.map_or(table.at(), |id| id.at),
            name: table.name().to_owned(),
        };
        table.finish();
        (node, place)
    }

    fn contacts(&self, table: &mut Fields<'t>) -> Vec<usize> {
        let mut found = Vec::new();
        for word in table.words("contacts") {
            let contact = self.contacts.find(table.log(), word, Code::UnknownContact);
            match contact {
                Some(contact) if found.contains(&contact) => {
                    table.log().add(word.at, Code::DoubleId, word.text);
                }
                contact => found.extend(contact),
            }
        }
        found
    }

    fn drawing(&mut self, table: &mut Fields<'t>) -> Option<Drawing> {
        let word = table.optional_word("screen")?;
        let drawing = screens::drawing(table, word, self.screens)?;
        self.shown.push((drawing.clone(), word.at));
        Some(drawing)
    }

    /// The ways out: answers or the next node first, then troubles.
    /// A way that this kind of node must not have is noted and left out of the flow.
    fn exits(&mut self, table: &mut Fields<'t>, kind: Option<NodeKind>, from: NodeIx) -> Vec<Exit> {
        let mut exits = Vec::new();
        match kind {
            Some(NodeKind::Question) => {
                table.forbid("next", Code::NextInQuestion);
                exits = self.answers(table, from);
                if exits.len() < 2 {
                    let name = table.name();
                    table
                        .log()
                        .add(table.at(), Code::QuestionWithOneAnswer, name);
                }
            }
            Some(NodeKind::Step | NodeKind::Trouble) => {
                table.forbid("answer", Code::AnswersOutsideQuestion);
                exits.push(self.next(table, from));
            }
            Some(NodeKind::Outcome) => {
                table.forbid("next", Code::OutcomeWithExit);
                table.forbid("answer", Code::OutcomeWithExit);
            }
            // Nothing can be said of the exits of an unknown kind, except that they may stand there.
            None => {
                table.held("next");
                exits.extend(self.answers(table, from));
            }
        }
        if kind == Some(NodeKind::Trouble) {
            table.forbid("trouble", Code::TroubleInTrouble);
        } else {
            exits.extend(self.troubles(table, from));
        }
        exits
    }

    fn answers(&mut self, table: &mut Fields<'t>, from: NodeIx) -> Vec<Exit> {
        let tables = table.tables("answer");
        let index = Index::of(&tables);
        let answers = tables
            .into_iter()
            .enumerate()
            .map(|(position, mut answer)| {
                let id = index.read_id(&mut answer, position);
                let target = answer.word("to");
                let (edge, to) = self.edge(from, target, EdgeKind::Answer);
                let exit = Exit {
                    edge,
                    kind: EdgeKind::Answer,
                    id: id.map_or_else(String::new, |id| id.text.to_owned()),
                    to,
                    text: answer.text("text", Style::Plain),
                    hint: answer.optional_text("hint", Style::Plain),
                };
                answer.finish();
                exit
            });
        answers.collect()
    }

    fn next(&mut self, table: &mut Fields<'t>, from: NodeIx) -> Exit {
        let is_there = table.held("next").is_some();
        let target = table.optional_word("next");
        if !is_there {
            let name = table.name();
            table.log().add(table.at(), Code::DeadEnd, name);
        }
        let (edge, to) = self.edge(from, target, EdgeKind::Next);
        Exit {
            edge,
            kind: EdgeKind::Next,
            id: String::new(),
            to,
            text: Text::default(),
            hint: Text::default(),
        }
    }

    fn troubles(&mut self, table: &mut Fields<'t>, from: NodeIx) -> Vec<Exit> {
        let troubles = table.tables("trouble").into_iter().map(|mut trouble| {
            let target = trouble.word("to");
            let (edge, to) = self.edge(from, target, EdgeKind::Trouble);
            let exit = Exit {
                edge,
                kind: EdgeKind::Trouble,
                id: String::new(),
                to,
                text: trouble.text("text", Style::Plain),
                hint: Text::default(),
            };
            trouble.finish();
            exit
        });
        troubles.collect()
    }

    /// Adds an edge and says where it leads; the flow's own check notes one that leads nowhere.
    fn edge(&mut self, from: NodeIx, target: Option<Word<'t>>, kind: EdgeKind) -> (EdgeIx, NodeIx) {
        let to = target.and_then(|w| self.index.position(w.text));
        self.is_whole &= to.is_some();
        let to = to.map_or(NOWHERE, NodeIx);
        let edge = EdgeIx(self.edges.len());
        self.edges.push(Edge { from, to, kind });
        self.targets.push(target);
        (edge, to)
    }
}

/// How many things to have ready a reader keeps in mind.
const MOST_READY: usize = 5;

const KINDS: [(&str, NodeKind); 4] = [
    ("question", NodeKind::Question),
    ("step", NodeKind::Step),
    ("trouble", NodeKind::Trouble),
    ("outcome", NodeKind::Outcome),
];

fn find_kind(table: &Fields<'_>, word: Word<'_>) -> Option<NodeKind> {
    named(table, word, &KINDS, Code::UnknownKind)
}

fn notes(table: &mut Fields<'_>) -> Vec<Note> {
    const KINDS: [(&str, NoteKind); 2] = [("note", NoteKind::Note), ("warning", NoteKind::Warning)];
    let notes = table.tables("note").into_iter().map(|mut note| {
        let kind = note
            .word("kind")
            .and_then(|w| named(&note, w, &KINDS, Code::UnknownNoteKind));
        let read = Note {
            kind: kind.unwrap_or(NoteKind::Note),
            text: note.text("text", Style::Markdown),
        };
        note.finish();
        read
    });
    notes.collect()
}

fn links(table: &mut Fields<'_>) -> Vec<Link> {
    let links = table.tables("link");
    links.into_iter().map(guide_file::link).collect()
}

fn tool(table: &mut Fields<'_>) -> Option<Tool> {
    const TOOLS: [(&str, Tool); 1] = [("date-converter", Tool::DateConverter)];
    let word = table.optional_word("tool")?;
    named(table, word, &TOOLS, Code::UnknownTool)
}

/// The value of a word from a short list; notes the word if it is not on the list.
fn named<T: Copy>(
    table: &Fields<'_>,
    word: Word<'_>,
    list: &[(&str, T)],
    unknown: Code,
) -> Option<T> {
    let found = list.iter().find(|(name, _)| *name == word.text);
    if found.is_none() {
        let known = list.iter().map(|(name, _)| *name);
        table.log().add_unknown(word.at, unknown, word.text, known);
    }
    found.map(|(_, value)| *value)
}

/// Notes what the flow's own check says, at the places of the file.
fn check_flow(
    guide: &Fields<'_>,
    flow: &Flow,
    index: &Index<'_>,
    places: &[NodePlace],
    targets: &[Option<Word<'_>>],
    is_whole: bool,
) {
    let log = guide.log();
    // Ways through a flow with gaps say nothing: behind one wrong target everything seems unreachable.
    let at_id = |node: NodeIx, code| {
        if let Some(place) = places.get(node.0).filter(|_| is_whole) {
            log.add(place.at, code, place.name.as_str());
        }
    };
    for problem in flow.check() {
        match problem {
            FlowProblem::EdgeToNowhere { edge } => {
                // A target that could not be read at all was noted when it was read.
                if let Some(Some(word)) = targets.get(edge.0) {
                    index.find(log, *word, Code::EdgeToNowhere);
                }
            }
            FlowProblem::Unreachable { node } => at_id(node, Code::Unreachable),
            FlowProblem::NoWayOut { node } => at_id(node, Code::NoWayOut),
            // The exits that a node must or must not have were looked at when the node was read,
            // where a key in the wrong place can be pointed at.
            FlowProblem::DeadEnd { .. }
            | FlowProblem::OutcomeWithExit { .. }
            | FlowProblem::QuestionWithOneAnswer { .. } => {}
        }
    }
}
