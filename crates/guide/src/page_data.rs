//! The data that one page carries: one language, only what the program needs to interact.
//!
//! Written as lines into `<script type="text/plain">` by the prerenderer, read back by the program.
//! HTML in it was made by the prerenderer from checked Markdown.

use crate::Lang;
use implicit_clone::unsync::IString;
use serde::{Deserialize, Serialize};

/// Everything the program needs to know of a page's content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageData {
    /// The language of all texts.
    pub lang: Lang,
    /// The address of the same page in the other language, relative to this page.
    pub other: IString,
    /// The sentences of the interface, in the program's own order.
    pub words: Vec<IString>,
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
    pub places: IString,
    /// Weekdays off, each as a number such as 20261225.
    pub holidays: Vec<u32>,
    /// The last day that these cover, written likewise.
    pub covers_until: Option<u32>,
    /// The drawing of the flow.
    pub map: PageMap,
}

/// The drawing of the flow in both forms, wide and narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageMap {
    /// Width and height of each form.
    pub size: [(i32, i32); 2],
    /// The lanes of each form.
    pub lanes: [Vec<PageLane>; 2],
    /// The boxes of the nodes, in their order.
    pub boxes: Vec<PageBoxes>,
    /// The lines of the exits, in the order of nodes and exits.
    pub lines: Vec<PageLine>,
    /// What is said where the window is too small; on the button that saves; about keys.
    pub small: IString,
    /// On the button that saves.
    pub save: IString,
    /// About the keys.
    pub keys: IString,
}

/// A lane of the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageLane {
    /// Left, top, width, height.
    pub place: (i32, i32, i32, i32),
    /// Where its heading stands, and its lines.
    pub heading: (i32, i32),
    /// The lines of its heading.
    pub text: Vec<IString>,
}

/// The boxes of a node in both forms, and what it is called after its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageBoxes {
    /// What it is called.
    pub name: IString,
    /// The boxes.
    pub forms: [PageBox; 2],
}

/// A box or a label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageBox {
    /// The middle of its upper edge, width and height.
    pub place: (i32, i32, i32, i32),
    /// The lines of its text.
    pub text: Vec<IString>,
}

/// A line of the map in both forms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageLine {
    /// Whether it leads to help.
    pub side: bool,
    /// The path of each form.
    pub paths: [IString; 2],
    /// The label of each form, where it is an answer.
    pub label: Option<[PageBox; 2]>,
}

/// The kinds of [`flowchart::NodeKind`], as a page writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageNode {
    /// The node's id.
    pub id: IString,
    /// Its kind.
    pub kind: PageNodeKind,
    /// Its title, HTML.
    pub title: IString,
    /// What to do, HTML; may be empty.
    pub body: IString,
    /// Whom to ask here, HTML; may be empty.
    pub contacts: IString,
    /// Whether the date converter stands here.
    pub dates: bool,
    /// The ways out, in order.
    pub exits: Vec<PageExit>,
}

/// The kinds of [`flowchart::EdgeKind`], as a page writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PageExitKind {
    /// An answer to a question.
    Answer,
    /// The next step.
    Next,
    /// Help with a step that did not work.
    Trouble,
}

/// A way out of a node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageExit {
    /// Answer, next or trouble.
    pub kind: PageExitKind,
    /// The answer's id; empty for others.
    pub id: IString,
    /// Index of the node it leads to.
    pub to: usize,
    /// The answer or the trouble, HTML; empty for `Next`.
    pub text: IString,
    /// Help below an answer, HTML; may be empty.
    pub hint: IString,
}

/// A row of the portal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageRow {
    /// The label as the portal prints it, in Chinese, HTML.
    pub label: IString,
    /// What it means, on a page that is not in Chinese, HTML; else empty.
    pub gloss: IString,
    /// A short name, HTML.
    pub short: IString,
    /// Other spellings of the Chinese label.
    pub aliases: Vec<String>,
}

/// Hours that no row shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageInput {
    /// Its id, which names its field.
    pub id: IString,
    /// Its label, HTML.
    pub label: IString,
    /// Where to find the number, HTML; may be empty.
    pub hint: IString,
}

/// A rule set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageRuleSet {
    /// Its id.
    pub id: IString,
    /// Its name, HTML.
    pub title: IString,
    /// Authority, source with its date, validity and when it was last verified, HTML.
    pub about: IString,
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageRequirement {
    /// Its id within the rule set.
    pub id: IString,
    /// What counts: 0 to 11 are rows, 12 and more are inputs.
    pub terms: Vec<u32>,
    /// The requirement of the same set that contains it.
    pub part_of: Option<u32>,
    /// At least so many hundredths of an hour.
    pub need: u32,
    /// Short name, HTML.
    pub title: IString,
    /// What the rule says, HTML.
    pub says: IString,
    /// What to do when hours are missing, HTML.
    pub advice: IString,
}

/// A learning platform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PagePlatform {
    /// Its id.
    pub id: IString,
    /// Its name, HTML.
    pub name: IString,
    /// How many working days it takes until hours show, where that is known.
    pub days: Option<u8>,
}
