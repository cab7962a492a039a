//! A small page for tests: start → asked? —yes→ way → end, —no→ end; way has a date converter and a trouble.

use std::rc::Rc;

use flowchart::{EdgeIx, EdgeKind, NodeIx, NodeKind, Rect, Size};
use guide::edition::{
    Category, Exit, Input, Line, Map, Node, NodeBox, Platform, Requirement, Row, RuleSet, TextBox,
};
use guide::{Edition, Lang, Markup};
use hours::{Blended, Date, Hours, PortalRow, StaffKind, Term, Workdays, YearDay};

use yew::AttrValue;

use crate::page::{Page, PageData};
use crate::wording::Wording;

#[cfg(test)]
pub(crate) const START: NodeIx = NodeIx(0);
pub(crate) const ASKED: NodeIx = NodeIx(1);
pub(crate) const WAY: NodeIx = NodeIx(2);
pub(crate) const TROUBLE: NodeIx = NodeIx(3);
pub(crate) const END: NodeIx = NodeIx(4);

pub(crate) const BEGIN: EdgeIx = EdgeIx(0);
pub(crate) const YES: EdgeIx = EdgeIx(1);
pub(crate) const NO: EdgeIx = EdgeIx(2);
pub(crate) const ON: EdgeIx = EdgeIx(3);
pub(crate) const STUCK: EdgeIx = EdgeIx(4);
pub(crate) const BACK: EdgeIx = EdgeIx(5);

fn exit(edge: EdgeIx, kind: EdgeKind, id: &str, to: NodeIx) -> Exit {
    Exit {
        edge,
        kind,
        id: id.to_owned().into(),
        to,
        text: id.to_owned().into(),
        hint: "".into(),
    }
}

fn node(id: &str, kind: NodeKind, exits: Vec<Exit>) -> Node {
    Node {
        id: id.to_owned().into(),
        kind,
        title: id.to_owned().into(),
        short: id.to_owned().into(),
        chapter: None,
        ready: Vec::new(),
        open: None,
        body: Markup::default(),
        notes: Markup::default(),
        contacts: Markup::default(),
        has_date_converter: id == "way",
        exits,
    }
}

pub(crate) fn page(lang: Lang) -> Rc<Page> {
    Rc::new(Page::from(data(lang)))
}

pub(crate) fn data(lang: Lang) -> PageData {
    use EdgeKind::{Answer, Next, Trouble};
    use NodeKind::{Outcome, Question, Step, Trouble as Help};
    let way_out = vec![
        exit(ON, Next, "", END),
        exit(STUCK, Trouble, "stuck", TROUBLE),
    ];
    let answers = vec![exit(YES, Answer, "yes", WAY), exit(NO, Answer, "no", END)];
    let nodes = vec![
        node("start", Step, vec![exit(BEGIN, Next, "", ASKED)]),
        node("asked", Question, answers),
        node("way", Step, way_out),
        node("trouble", Help, vec![exit(BACK, Next, "", ASKED)]),
        node("end", Outcome, Vec::new()),
    ];
    let rows = PortalRow::ALL.map(|row| Row {
        label: ["列-", row.id()].concat().into(),
        gloss: "".into(),
        short: row.id().into(),
        aliases: vec![["又名-", row.id()].concat().into()],
    });
    let old = rule_set("old", Term::Input(0), 300);
    let edition = Edition {
        map: map(&nodes),
        lang,
        other: "other".into(),
        address: "https://hours.example.edu.tw/guide/".into(),
        lead: "lead".into(),
        chapters: vec!["first".into(), "second".into()],
        nodes,
        rows: rows.to_vec(),
        inputs: vec![Input {
            id: "security".into(),
            label: "security".into(),
            label_zh: "資通安全通識".into(),
            hint: "".into(),
        }],
        rule_sets: vec![
            rule_set("rules", Term::Row(PortalRow::Environment), 400),
            RuleSet {
                is_history: true,
                rule: hours::RuleSet {
                    is_enabled: false,
                    staff: vec![StaffKind::Permanent],
                    to: Date::new(2018, 12, 31).ok(),
                    ..old.rule
                },
                ..old
            },
        ],
        platforms: vec![Platform {
            id: "ewant".into(),
            name: "ewant".into(),
            upload_days: Some(4),
            seen: None,
        }],
        places: Markup::default(),
        before_enrolling: "before".into(),
        categories: vec![
            Category {
                codes: vec![(522, 522)],
                names: vec!["資通安全通識".into()],
                input: Some(0),
            },
            Category {
                codes: vec![(523, 523)],
                names: vec!["資通安全專業".into()],
                input: None,
            },
        ],
        workdays: Workdays {
            holidays: Date::new(2026, 12, 25).into_iter().collect(),
            covers_until: Date::new(2027, 12, 31).ok(),
        },
    };
    PageData {
        build: "".into(),
        edition,
        wording: Wording::of(lang),
    }
}

/// A rule set of one requirement, whose year ends on 12-31.
fn rule_set(id: &str, term: Term, need: u32) -> RuleSet {
    RuleSet {
        id: id.to_owned().into(),
        rule: hours::RuleSet {
            requirements: vec![hours::Requirement {
                terms: vec![term],
                part_of: None,
                at_least: Hours::from_hundredths(need),
            }],
            is_enabled: true,
            is_advice: false,
            staff: Vec::new(),
            from: None,
            to: None,
            cut_off: Some(YearDay { month: 12, day: 31 }),
            blended: Blended::NotDigital,
        },
        title: id.to_owned().into(),
        about: Markup::default(),
        verified: None,
        is_history: false,
        requirements: vec![Requirement {
            id: "environment".into(),
            title: "environment".into(),
            says: "".into(),
            advice: "".into(),
            courses: "".into(),
        }],
    }
}

/// The nodes below each other, and a line for each exit.
fn map(nodes: &[Node]) -> Map {
    let boxed = |number: i32, text: &AttrValue| TextBox {
        rect: Rect {
            x: 0,
            y: number * 60,
            width: 120,
            height: 40,
        },
        text: vec![text.clone()],
    };
    let boxes = (0..).zip(nodes).map(|(number, node)| NodeBox {
        name: node.title.clone(),
        forms: [boxed(number, &node.title), boxed(number, &node.title)],
        narrow: match node.kind {
            NodeKind::Trouble => Vec::new(),
            _ => vec![node.title.clone()],
        },
    });
    let exits = nodes.iter().flat_map(|node| &node.exits);
    let lines = (0..).zip(exits).map(|(number, exit)| Line {
        is_side: exit.kind == EdgeKind::Trouble,
        paths: ["M0 0V20".into(), "M0 0H20".into()],
        label: (exit.kind == EdgeKind::Answer)
            .then(|| [boxed(number, &exit.text), boxed(number, &exit.text)]),
        narrow: vec![exit.text.clone()],
    });
    let size = Size {
        width: 120,
        height: 300,
    };
    Map {
        sizes: [size, size],
        boxes: boxes.collect(),
        lines: lines.collect(),
        save: "save".into(),
        show_troubles: "show {} problems".into(),
        show_all: "show all ways".into(),
        more_troubles: "more problems".into(),
        keys: "keys".into(),
        ..Map::default()
    }
}
