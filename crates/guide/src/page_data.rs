//! The data that one page carries: one language, only what the program needs to interact.
//!
//! Written as JSON into `<script type="application/json">` by the prerenderer, read back by the program.
//! HTML in it was made by the prerenderer from checked Markdown.

use serde::{Deserialize, Serialize};

use crate::Lang;

/// Everything the program needs to know of a page's content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The rule sets in order.
    pub rule_sets: Vec<PageRuleSet>,
}

/// The kinds of [`flowchart::NodeKind`], as a page writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dates: bool,
    /// The ways out, in order.
    pub exits: Vec<PageExit>,
}

/// The kinds of [`flowchart::EdgeKind`], as a page writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
    pub id: String,
    /// Index of the node it leads to.
    pub to: usize,
    /// The answer or the trouble, HTML; empty for `Next`.
    pub text: String,
    /// Help below an answer, HTML; may be empty.
    pub hint: String,
}

/// A row of the portal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageRow {
    /// The label as the portal prints it, in Chinese.
    pub label: String,
    /// What it means, on a page that is not in Chinese; else empty.
    pub gloss: String,
}

/// A rule set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageRuleSet {
    /// Its id.
    pub id: String,
    /// Its name, plain.
    pub title: String,
    /// Authority, source with its date, validity and when it was last verified, HTML.
    pub about: String,
    /// What must be reached.
    pub requirements: Vec<PageRequirement>,
}

/// One requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageRequirement {
    /// Its id within the rule set.
    pub id: String,
    /// Index into the twelve rows.
    pub row: usize,
    /// At least so many hundredths of an hour.
    pub need: u32,
    /// Short name, plain.
    pub title: String,
    /// What to do when hours are missing, HTML.
    pub advice: String,
}
