//! The guide in one language, reduced to what the program needs.

use flowchart::{EdgeKind, NodeKind};
use guide::{
    Exit, Guide, Lang, Node, PageData, PageExit, PageExitKind, PageInput, PageNode, PageNodeKind,
    PagePlatform, PageRequirement, PageRow, PageRuleSet, Platform, Requirement, RuleSet, Term,
    Tool, Verified,
};
use hours::{Blended, Date, PortalRow, StaffKind};

use learning_hours_guide::wording::{Word, sentences};

use crate::words::words;
use crate::{body, markdown, markup};

pub(crate) fn page_data(guide: &Guide, lang: Lang, other: &str) -> PageData {
    let inputs = inputs(guide, lang);
    let rule_sets = guide.rule_sets.iter();
    PageData {
        lang,
        other: other.to_owned().into(),
        words: sentences(lang).iter().map(|&text| text.into()).collect(),
        nodes: guide
            .nodes
            .iter()
            .map(|node| page_node(guide, node, lang))
            .collect(),
        rows: guide
            .rows
            .iter()
            .map(|row| PageRow {
                label: markup::inline(&row.label, Lang::ZhHant).into(),
                gloss: match lang {
                    Lang::ZhHant => String::new().into(),
                    Lang::En => markup::inline(&row.label, lang).into(),
                },
                short: markup::inline(&row.short, lang).into(),
                aliases: row.aliases.clone(),
            })
            .collect(),
        rule_sets: rule_sets.map(|set| rule_set(set, &inputs, lang)).collect(),
        inputs,
        platforms: guide
            .calendar
            .platforms
            .iter()
            .map(|platform| PagePlatform {
                id: platform.id.clone().into(),
                name: markup::inline(&platform.name, lang).into(),
                days: platform.upload_days,
            })
            .collect(),
        places: guide
            .calendar
            .platforms
            .iter()
            .map(|it| place(it, lang))
            .collect::<String>()
            .into(),
        holidays: guide
            .calendar
            .holidays
            .iter()
            .map(|day| number(*day))
            .collect(),
        covers_until: guide.calendar.covers_until.map(number),
        map: guide::PageMap::default(),
    }
}

/// The fields of all rule sets; what two sets ask for by the same id is one field.
fn inputs(guide: &Guide, lang: Lang) -> Vec<PageInput> {
    let mut inputs: Vec<PageInput> = Vec::new();
    for input in guide.rule_sets.iter().flat_map(|set| &set.inputs) {
        if inputs.iter().all(|other| other.id != input.id) {
            inputs.push(PageInput {
                id: input.id.clone().into(),
                label: markup::inline(&input.label, lang).into(),
                hint: markup::inline(&input.hint, lang).into(),
            });
        }
    }
    inputs
}

/// Where to learn, and what to watch for there.
fn place(platform: &Platform, lang: Lang) -> String {
    let link = markdown::link(&platform.href, platform.name.get(lang), lang);
    let note = markup::inline(&platform.note, lang);
    let joint = if note.is_empty() {
        ""
    } else {
        words(lang).colon
    };
    ["<li>", &link, joint, &note, "</li>"].concat()
}

/// A day as one number: 20261225.
fn number(day: Date) -> u32 {
    u32::from(day.year) * 10_000 + u32::from(day.month) * 100 + u32::from(day.day)
}

fn page_node(guide: &Guide, node: &Node, lang: Lang) -> PageNode {
    PageNode {
        id: node.id.clone().into(),
        kind: kind(node.kind),
        title: markup::inline(&node.title, lang).into(),
        body: body::body(guide, node, lang).into(),
        contacts: body::contacts(guide, node, lang).into(),
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
        id: exit.id.clone().into(),
        to: exit.to,
        text: markup::inline(&exit.text, lang).into(),
        hint: markup::inline(&exit.hint, lang).into(),
    }
}

fn rule_set(set: &RuleSet, inputs: &[PageInput], lang: Lang) -> PageRuleSet {
    PageRuleSet {
        id: set.id.clone().into(),
        title: markup::inline(&set.title, lang).into(),
        about: about(set, lang).into(),
        enabled: set.is_enabled,
        advice: set.is_advice,
        history: set.is_history,
        blended: set.blended == Blended::UnknownPart,
        staff: set.staff.iter().map(|kind| kind.id().to_owned()).collect(),
        from: set.validity.from.map(number),
        to: set.validity.to.map(number),
        cut_off: set
            .cut_off
            .map(|day| u32::from(day.month) * 100 + u32::from(day.day)),
        requirements: set
            .requirements
            .iter()
            .map(|it| requirement(set, it, inputs, lang))
            .collect(),
    }
}

fn requirement(
    set: &RuleSet,
    requirement: &Requirement,
    inputs: &[PageInput],
    lang: Lang,
) -> PageRequirement {
    let term = |term: &Term| match term {
        Term::Row(row) => Some(row.index()),
        Term::Input(number) => {
            let id = &set.inputs.get(*number)?.id;
            let field = inputs.iter().position(|input| input.id == *id)?;
            Some(PortalRow::ALL.len() + field)
        }
    };
    let terms = requirement.terms.iter().filter_map(term);
    PageRequirement {
        id: requirement.id.clone().into(),
        terms: terms.filter_map(|term| u32::try_from(term).ok()).collect(),
        part_of: requirement.part_of.and_then(|it| u32::try_from(it).ok()),
        need: requirement.at_least.hundredths(),
        title: markup::inline(&requirement.title, lang).into(),
        says: markup::inline(&requirement.says, lang).into(),
        advice: markup::inline(&requirement.advice, lang).into(),
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
    let staff: Vec<&str> = set.staff.iter().map(|kind| staff(*kind, lang)).collect();
    let lines = [
        (words.staff, staff.join(words.map_or)),
        (words.authority, markup::inline(&set.authority, lang)),
        (words.source, [&source, words.joint, &dated].concat()),
        (words.valid, validity),
        (
            words.cut_off,
            set.cut_off.map(words.year_day).unwrap_or_default(),
        ),
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

/// What the program calls a kind of staff.
fn staff(kind: StaffKind, lang: Lang) -> &'static str {
    let word = Word::from(kind) as usize;
    sentences(lang).get(word).copied().unwrap_or_default()
}

/// A day as people of that language write it; years are 民國 in Chinese.
fn date(date: Date, lang: Lang) -> String {
    let (month, day) = (date.month, date.day);
    match lang {
        Lang::ZhHant => format!("民國 {} 年 {month} 月 {day} 日", date.minguo_year()),
        Lang::En => format!("{}-{month:02}-{day:02}", date.year),
    }
}
