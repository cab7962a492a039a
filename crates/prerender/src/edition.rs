//! The edition of a page: the guide in one language, reduced to what the program needs.

use flowchart::NodeKind;
use guide::edition::{
    Category, Edition, Exit, Input, Link, Markup, Node, Platform, Requirement, Row, RuleSet,
};
use guide::{CountedIn, Guide, Lang, Text, Tool, Verified};
use hours::{Date, StaffKind, Term, Workdays};
use learning_hours_guide::wording::Wording;
use yew::AttrValue;

use crate::words::words;
use crate::{body, map, markdown, markup, screens};

/// `other` is the address of the page in the other language; empty where there is none.
pub(crate) fn edition(guide: &Guide, pictures: &map::Pictures, lang: Lang, other: &str) -> Edition {
    let inputs = inputs(guide, lang);
    let calendar = &guide.calendar;
    Edition {
        lang,
        other: other.to_owned().into(),
        address: guide.site.address.clone().unwrap_or_default().into(),
        lead: text(&guide.site.lead, lang),
        chapters: (guide.chapters.iter())
            .map(|chapter| text(&chapter.title, lang))
            .collect(),
        nodes: (guide.nodes.iter())
            .map(|it| node(guide, it, lang))
            .collect(),
        rows: guide.rows.iter().map(|it| row(it, lang)).collect(),
        rule_sets: (guide.rule_sets.iter())
            .map(|set| rule_set(guide, set, &inputs, lang))
            .collect(),
        categories: categories(guide, &inputs),
        before_enrolling: text(&guide.categories.before_enrolling, lang),
        inputs,
        platforms: (calendar.platforms.iter())
            .map(|platform| Platform {
                id: platform.id.clone().into(),
                name: text(&platform.name, lang),
                upload_days: platform.upload_days,
                seen: platform.seen,
            })
            .collect(),
        places: Markup(
            (calendar.platforms.iter())
                .map(|it| place(it, lang))
                .collect::<String>()
                .into(),
        ),
        workdays: Workdays {
            holidays: calendar.holidays.clone(),
            covers_until: calendar.covers_until,
        },
        map: map::data(guide, pictures, lang),
    }
}

fn text(text: &Text, lang: Lang) -> AttrValue {
    text.get(lang).to_owned().into()
}

fn row(row: &guide::RowLabel, lang: Lang) -> Row {
    Row {
        label: text(&row.label, Lang::ZhHant),
        gloss: match lang {
            Lang::ZhHant => AttrValue::default(),
            Lang::En => text(&row.label, lang),
        },
        short: text(&row.short, lang),
        aliases: row.aliases.iter().map(|it| it.clone().into()).collect(),
    }
}

/// The fields of all rule sets; an input that two sets ask for by the same id is one field.
fn inputs(guide: &Guide, lang: Lang) -> Vec<Input> {
    let mut inputs: Vec<Input> = Vec::new();
    for input in guide.rule_sets.iter().flat_map(|set| &set.inputs) {
        if inputs.iter().all(|other| other.id != input.id) {
            inputs.push(Input {
                id: input.id.clone().into(),
                label: text(&input.label, lang),
                label_zh: text(&input.label, Lang::ZhHant),
                hint: text(&input.hint, lang),
            });
        }
    }
    inputs
}

/// Where to learn, and what to watch for there.
fn place(platform: &guide::Platform, lang: Lang) -> String {
    let link = markdown::link(&platform.href, platform.name.get(lang), lang);
    let note = markup::inline(&platform.note, lang);
    let joint = if note.is_empty() {
        ""
    } else {
        words(lang).colon
    };
    let seen = platform
        .seen
        .map_or_else(String::new, |day| seen(day, lang));
    ["<li>", &link, joint, &note, &seen, "</li>"].concat()
}

fn node(guide: &Guide, node: &guide::Node, lang: Lang) -> Node {
    let section = guide.sections.get(node.section);
    let short = match node.short.get(lang) {
        "" => &node.title,
        _ => &node.short,
    };
    let drawing = (node.drawing.as_ref()).map(|it| screens::beside_step(guide, it, lang));
    let open = section.and_then(|section| section.link.as_ref());
    // The page that a step opens by its button needs no second link.
    let links = (node.links.iter()).filter(|link| open.is_none_or(|open| open.href != link.href));
    Node {
        id: node.id.clone().into(),
        kind: node.kind,
        title: text(&node.title, lang),
        short: text(short, lang),
        chapter: section
            .filter(|_| node.kind != NodeKind::Trouble)
            .and_then(|section| section.chapter),
        ready: node.ready.iter().map(|it| text(it, lang)).collect(),
        open: open.map(|link| Link {
            href: link.href.clone().into(),
            text: text(&link.text, lang),
        }),
        body: Markup(body::body(node, links, lang).into()),
        notes: Markup(body::notes(node, drawing.unwrap_or_default(), lang).into()),
        contacts: Markup(body::contacts(guide, node, lang).into()),
        has_date_converter: node.tool == Some(Tool::DateConverter),
        exits: node.exits.iter().map(|it| exit(it, lang)).collect(),
    }
}

fn exit(exit: &guide::Exit, lang: Lang) -> Exit {
    Exit {
        edge: exit.edge,
        kind: exit.kind,
        id: exit.id.clone().into(),
        to: exit.to,
        text: text(&exit.text, lang),
        hint: text(&exit.hint, lang),
    }
}

fn rule_set(guide: &Guide, set: &guide::RuleSet, inputs: &[Input], lang: Lang) -> RuleSet {
    // The inputs of a rule set are numbered within it, those of an edition through all of them.
    let term = |term: &guide::Term| match term {
        guide::Term::Row(row) => Some(Term::Row(*row)),
        guide::Term::Input(number) => {
            let id = &set.inputs.get(*number)?.id;
            let field = inputs.iter().position(|input| input.id == *id)?;
            Some(Term::Input(field))
        }
    };
    let requirements = set.requirements.iter();
    RuleSet {
        id: set.id.clone().into(),
        rule: hours::RuleSet {
            requirements: requirements
                .map(|it| hours::Requirement {
                    terms: it.terms.iter().filter_map(term).collect(),
                    part_of: it.part_of,
                    at_least: it.at_least,
                })
                .collect(),
            is_enabled: set.is_enabled,
            is_advice: set.is_advice,
            staff: set.staff.clone(),
            from: set.validity.from,
            to: set.validity.to,
            cut_off: set.cut_off,
            blended: set.blended,
        },
        title: text(&set.title, lang),
        about: Markup(about(set, lang).into()),
        verified: match set.verified {
            Verified::Never => None,
            Verified::On(day) => Some(day),
        },
        is_history: set.is_history,
        requirements: (set.requirements.iter())
            .map(|it| Requirement {
                id: it.id.clone().into(),
                title: text(&it.title, lang),
                says: text(&it.says, lang),
                advice: text(&it.advice, lang),
                courses: courses(guide, set, it, lang).into(),
            })
            .collect(),
    }
}

/// The categories that courses in a pasted list may have: only those that are switched on and confirmed.
fn categories(guide: &Guide, inputs: &[Input]) -> Vec<Category> {
    let known = (guide.categories.list.iter()).filter(|it| it.is_enabled && it.is_confirmed);
    known
        .map(|it| Category {
            codes: it.codes.clone(),
            names: std::iter::once(&it.name.zh)
                .chain(&it.aliases)
                .map(|name| name.clone().into())
                .collect(),
            input: match &it.counted_in {
                Some(CountedIn::Input(id)) if it.is_counted => {
                    inputs.iter().position(|input| input.id == *id)
                }
                _ => None,
            },
        })
        .collect()
}

/// Which course categories count in a requirement and which do not, in sentences; empty where none is known.
fn courses(
    guide: &Guide,
    set: &guide::RuleSet,
    requirement: &guide::Requirement,
    lang: Lang,
) -> String {
    let words = words(lang);
    let is_counted_here = |category: &&guide::Category| {
        requirement
            .terms
            .iter()
            .any(|term| match (term, &category.counted_in) {
                (guide::Term::Row(row), Some(CountedIn::Row(other))) => row == other,
                (guide::Term::Input(number), Some(CountedIn::Input(id))) => {
                    set.inputs.get(*number).is_some_and(|input| input.id == *id)
                }
                _ => false,
            })
    };
    let known: Vec<_> = (guide.categories.list.iter())
        .filter(|it| it.is_enabled)
        .filter(is_counted_here)
        .collect();
    let names = |belongs: fn(&guide::Category) -> bool| {
        let names = known
            .iter()
            .filter(|it| belongs(it))
            .map(|it| (words.category)(it.name.get(lang), &codes(it, words.list)));
        names.collect::<Vec<_>>().join(words.list)
    };
    let sentences = [
        (words.counting, names(|it| it.is_counted && it.is_confirmed)),
        (
            words.counting_unconfirmed,
            names(|it| it.is_counted && !it.is_confirmed),
        ),
        (words.not_counting, names(|it| !it.is_counted)),
    ];
    let said = sentences
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(sentence, names)| sentence(&names));
    said.collect::<Vec<_>>().join(match lang {
        Lang::ZhHant => "",
        Lang::En => " ",
    })
}

/// The codes of a category, such as `267, 336–345`.
fn codes(category: &guide::Category, joint: &str) -> String {
    let codes = category.codes.iter().map(|(first, last)| {
        if first == last {
            first.to_string()
        } else {
            format!("{first}–{last}")
        }
    });
    codes.collect::<Vec<_>>().join(joint)
}

/// Authority, source, age and confirmation of a rule set, as HTML.
fn about(set: &guide::RuleSet, lang: Lang) -> String {
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
    let staff: Vec<String> = set.staff.iter().map(|kind| staff(*kind, lang)).collect();
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

/// The program's name for a kind of staff.
fn staff(kind: StaffKind, lang: Lang) -> String {
    Wording::of(lang).staff_kind(kind).to_string()
}

/// How old a fact is, behind it: its month, since often no day is known.
pub(crate) fn seen(date: Date, lang: Lang) -> String {
    let month = date.month;
    match lang {
        Lang::ZhHant => format!("（{} 年 {month} 月資料）", date.minguo_year()),
        Lang::En => format!(" (as of {}-{month:02})", date.year),
    }
}

/// A day as people of that language write it; years are 民國 in Chinese.
pub(crate) fn date(date: Date, lang: Lang) -> String {
    let (month, day) = (date.month, date.day);
    match lang {
        Lang::ZhHant => format!("民國 {} 年 {month} 月 {day} 日", date.minguo_year()),
        Lang::En => format!("{}-{month:02}-{day:02}", date.year),
    }
}
