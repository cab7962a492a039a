//! The data that one page carries: one language, only what the program needs to interact.
//!
//! Written as lines into `<script type="text/plain">` by the prerenderer, read back by the program.
//! HTML in it was made by the prerenderer from checked Markdown.

use crate::Lang;
use crate::lines::{InLines as _, Lines, in_lines};

/// Everything the program needs to know of a page's content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageData {
    /// The language of all texts.
    pub lang: Lang,
    /// The address of the same page in the other language, relative to this page.
    pub other: String,
    /// The sentences of the interface, in the program's own order.
    pub words: Vec<String>,
    /// The nodes in the order of reading; the first is the start.
    pub nodes: Vec<PageNode>,
    /// The twelve rows in portal order.
    pub rows: Vec<PageRow>,
    /// Hours that no row shows, in the order of their fields.
    pub inputs: Vec<PageInput>,
    /// The rule sets in order.
    pub rule_sets: Vec<PageRuleSet>,
    /// The learning platforms in order.
    pub platforms: Vec<PagePlatform>,
    /// Where to learn, HTML.
    pub places: String,
    /// Weekdays off, each as a number such as 20261225.
    pub holidays: Vec<u32>,
    /// The last day that these cover, written likewise.
    pub covers_until: Option<u32>,
}

/// The kinds of [`flowchart::NodeKind`], as a page writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageNodeKind {
    /// 提問
    Question,
    /// 步驟
    Step,
    /// 疑難排解
    Trouble,
    /// 結果
    Outcome,
}

/// One place of the flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageNode {
    /// The node's id.
    pub id: String,
    /// Its kind.
    pub kind: PageNodeKind,
    /// Its title, HTML.
    pub title: String,
    /// What to do, HTML; may be empty.
    pub body: String,
    /// Whom to ask here, HTML; may be empty.
    pub contacts: String,
    /// Whether the date converter stands here.
    pub dates: bool,
    /// The ways out, in order.
    pub exits: Vec<PageExit>,
}

/// The kinds of [`flowchart::EdgeKind`], as a page writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageExitKind {
    /// An answer to a question.
    Answer,
    /// The next step.
    Next,
    /// Help with a step that did not work.
    Trouble,
}

/// A way out of a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageExit {
    /// Answer, next or trouble.
    pub kind: PageExitKind,
    /// The answer's id; empty for others.
    pub id: String,
    /// Index of the node it leads to.
    pub to: usize,
    /// The answer or the trouble, HTML; empty for `Next`.
    pub text: String,
    /// Help below an answer, HTML; may be empty.
    pub hint: String,
}

/// A row of the portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageRow {
    /// The label as the portal prints it, in Chinese, HTML.
    pub label: String,
    /// What it means, on a page that is not in Chinese, HTML; else empty.
    pub gloss: String,
    /// A short name, HTML.
    pub short: String,
    /// Other spellings of the Chinese label.
    pub aliases: Vec<String>,
}

/// Hours that no row shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageInput {
    /// Its id, which names its field.
    pub id: String,
    /// Its label, HTML.
    pub label: String,
    /// Where to find the number, HTML; may be empty.
    pub hint: String,
}

/// A rule set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageRuleSet {
    /// Its id.
    pub id: String,
    /// Its name, HTML.
    pub title: String,
    /// Authority, source with its date, validity and when it was last verified, HTML.
    pub about: String,
    /// Whether it is judged without being asked for.
    pub enabled: bool,
    /// Whether it only advises.
    pub advice: bool,
    /// Whether it is history.
    pub history: bool,
    /// Whether a part of blended courses, which nobody sees, counts as digital.
    pub blended: bool,
    /// The ids of the kinds of staff that it is for; empty for everyone.
    pub staff: Vec<String>,
    /// Its first day, as a number such as 20170101.
    pub from: Option<u32>,
    /// Its last day, written likewise.
    pub to: Option<u32>,
    /// The last day of a year on which hours count, as a number such as 1231.
    pub cut_off: Option<u32>,
    /// What must be reached.
    pub requirements: Vec<PageRequirement>,
}

/// One requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageRequirement {
    /// Its id within the rule set.
    pub id: String,
    /// What counts: 0 to 11 are rows, 12 and more are inputs.
    pub terms: Vec<u32>,
    /// The requirement of the same set that contains it.
    pub part_of: Option<u32>,
    /// At least so many hundredths of an hour.
    pub need: u32,
    /// Short name, HTML.
    pub title: String,
    /// What the rule says, HTML.
    pub says: String,
    /// What to do when hours are missing, HTML.
    pub advice: String,
}

/// A learning platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagePlatform {
    /// Its id.
    pub id: String,
    /// Its name, HTML.
    pub name: String,
    /// How many working days it takes until hours show, where that is known.
    pub days: Option<u8>,
}

impl PageData {
    /// The data as lines, in the order that stands below.
    #[must_use]
    pub fn to_lines(&self) -> String {
        let mut lines = String::new();
        self.write(&mut lines);
        lines
    }

    /// The data in such lines, or nothing where they are broken.
    #[must_use]
    pub fn from_lines(lines: &str) -> Option<Self> {
        Lines::read_all(lines)
    }
}

// The order of all lines.
in_lines! {
    struct PageData {
        lang, other, words, nodes, rows, inputs, rule_sets, platforms, places, holidays, covers_until,
    }
    struct PageNode { id, kind, title, body, contacts, dates, exits }
    struct PageExit { kind, id, to, text, hint }
    struct PageRow { label, gloss, short, aliases }
    struct PageInput { id, label, hint }
    struct PageRuleSet {
        id, title, about, enabled, advice, history, blended, staff, from, to, cut_off, requirements,
    }
    struct PageRequirement { id, terms, part_of, need, title, says, advice }
    struct PagePlatform { id, name, days }

    enum Lang { ZhHant, En }
    enum PageNodeKind { Question, Step, Trouble, Outcome }
    enum PageExitKind { Answer, Next, Trouble }
}
