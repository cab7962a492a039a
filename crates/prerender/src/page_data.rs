//! The guide in one language, reduced to what the program needs.

use flowchart::{EdgeKind, NodeKind};
use guide::{
    Date, Exit, Guide, Lang, Node, PageData, PageExit, PageExitKind, PageNode, PageNodeKind,
    PageRequirement, PageRow, PageRuleSet, Requirement, RuleSet, Tool, Verified,
};

use learning_hours_guide::wording::sentences;

use crate::words::words;
use crate::{body, markdown, markup};

pub(crate) fn page_data(guide: &Guide, lang: Lang, other: &str) -> PageData {
    PageData {
        lang,
        other: other.to_owned(),
        words: sentences(lang)
            .iter()
            .map(|&text| text.to_owned())
            .collect(),
        nodes: guide
            .nodes
            .iter()
            .map(|node| page_node(guide, node, lang))
            .collect(),
        rows: guide
            .rows
            .iter()
            .map(|row| PageRow {
                label: row.label.zh.clone(),
                gloss: match lang {
                    Lang::ZhHant => String::new(),
                    Lang::En => row.label.en.clone(),
                },
            })
            .collect(),
        rule_sets: guide
            .rule_sets
            .iter()
            .map(|set| rule_set(set, lang))
            .collect(),
    }
}

fn page_node(guide: &Guide, node: &Node, lang: Lang) -> PageNode {
    PageNode {
        id: node.id.clone(),
        kind: kind(node.kind),
        title: markup::inline(&node.title, lang),
        body: body::body(guide, node, lang),
        contacts: body::contacts(guide, node, lang),
        dates: node.tool == Some(Tool::DateConverter),
        exits: node
            .exits
            .iter()
            .map(|exit| page_exit(exit, lang))
            .collect(),
    }
}

/// The kind of a node, as a page writes it.
pub(crate) fn kind(kind: NodeKind) -> PageNodeKind {
    match kind {
        NodeKind::Question => PageNodeKind::Question,
        NodeKind::Step => PageNodeKind::Step,
        NodeKind::Trouble => PageNodeKind::Trouble,
        NodeKind::Outcome => PageNodeKind::Outcome,
    }
}

fn page_exit(exit: &Exit, lang: Lang) -> PageExit {
    PageExit {
        kind: match exit.kind {
            EdgeKind::Answer => PageExitKind::Answer,
            EdgeKind::Next => PageExitKind::Next,
            EdgeKind::Trouble => PageExitKind::Trouble,
        },
        id: exit.id.clone(),
        to: exit.to,
        text: markup::inline(&exit.text, lang),
        hint: markup::inline(&exit.hint, lang),
    }
}

fn rule_set(set: &RuleSet, lang: Lang) -> PageRuleSet {
    PageRuleSet {
        id: set.id.clone(),
        title: set.title.get(lang).to_owned(),
        about: about(set, lang),
        requirements: set
            .requirements
            .iter()
            .map(|r| requirement(r, lang))
            .collect(),
    }
}

fn requirement(requirement: &Requirement, lang: Lang) -> PageRequirement {
    PageRequirement {
        id: requirement.id.clone(),
        row: requirement.row.index(),
        need: requirement.at_least.hundredths(),
        title: requirement.title.get(lang).to_owned(),
        advice: markup::inline(&requirement.advice, lang),
    }
}

/// Authority, source, age and confirmation of a rule set, as HTML.
fn about(set: &RuleSet, lang: Lang) -> String {
    let words = words(lang);
    let source = match &set.source_url {
        Some(href) => markdown::link(href, set.source.get(lang), lang),
        None => markup::inline(&set.source, lang),
    };
    let dated = set
        .source_date
        .map_or(words.date_unknown.to_owned(), |d| date(d, lang));
    let verified = match set.verified {
        Verified::Never => words.verified_never.to_owned(),
        Verified::On(day) => (words.verified_on)(&date(day, lang)),
    };
    let validity = (words.validity)(
        set.validity.from.map(|day| date(day, lang)).as_deref(),
        set.validity.to.map(|day| date(day, lang)).as_deref(),
    );
    let note = markup::inline(&set.note, lang);
    let lines = [
        (words.authority, markup::inline(&set.authority, lang)),
        (words.source, [&source, words.joint, &dated].concat()),
        (words.valid, validity),
        (words.verified, verified),
    ];
    let mut html = String::new();
    if !note.is_empty() {
        html.push_str(&["<p>", &note, "</p>"].concat());
    }
    html.push_str("<dl>");
    for (name, text) in lines {
        if !text.is_empty() {
            html.push_str(&["<dt>", name, "</dt><dd>", &text, "</dd>"].concat());
        }
    }
    html.push_str("</dl>");
    markup::lean(&html)
}

/// A day as people of that language write it; years are 民國 in Chinese.
fn date(date: Date, lang: Lang) -> String {
    let Date { year, month, day } = date;
    match lang {
        Lang::ZhHant => format!("民國 {} 年 {month} 月 {day} 日", year.saturating_sub(1911)),
        Lang::En => format!("{year}-{month:02}-{day:02}"),
    }
}
