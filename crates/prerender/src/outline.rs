//! The outline (完整說明): the whole guide as headings and numbered lists, with a link where a way goes on elsewhere.

use flowchart::{EdgeKind, NodeIx};
use guide::{Drawing, Exit, Guide, Lang, Node};
use learning_hours_guide::wording::Wording;
use yew::prelude::*;

use crate::edition::seen;
use crate::words::words;
use crate::{body, markdown, markup, screens};

pub(crate) fn outline(guide: &Guide, lang: Lang) -> Html {
    let words = words(lang);
    let title = Wording::of(lang).outline;
    let contents = guide.sections.iter().map(|section| {
        let href = ["#section-", &section.id].concat();
        html! { <li><a {href}>{ markup::raw(markup::inline(&section.title, lang)) }</a></li> }
    });
    let contacts = guide.contacts.iter().map(|contact| {
        let text = markdown::html(contact.body.get(lang), lang);
        html! {
            <div id={["contact-", &contact.id].concat()} tabindex="-1">
                <h4>
                    { markup::raw(markup::inline(&contact.name, lang)) }
                    { contact.seen.map(|day| seen(day, lang)) }
                </h4>
                { markup::raw(text) }
            </div>
        }
    });
    html! {
        <section class="view outline" id="outline" data-view="outline" data-static="outline" aria-labelledby="outline-title">
            <h2 class="view__title" id="outline-title" tabindex="-1">{ title }</h2>
            <div class="outline__columns">
                <nav class="outline__contents" aria-label={words.contents}>
                    <ul>
                        { for contents }
                        <li><a href="#contacts">{ words.contacts }</a></li>
                    </ul>
                </nav>
                <div class="outline__text">
                    { for (0..guide.sections.len()).map(|number| section(guide, number, lang)) }
                    <section class="chapter prose" id="contacts" tabindex="-1">
                        <h3 class="chapter__title">{ words.contacts }</h3>
                        { for contacts }
                    </section>
                </div>
            </div>
        </section>
    }
}

fn section(guide: &Guide, number: usize, lang: Lang) -> Html {
    let Some(section) = guide.sections.get(number) else {
        return Html::default();
    };
    let is_here = |node: &NodeIx| guide.node(*node).is_some_and(|it| it.section == number);
    let nodes: Vec<NodeIx> = guide.flow.nodes().filter(is_here).collect();
    let first = first_number(guide, number);
    let start = (first > 1).then(|| first.to_string());
    let entries = nodes.iter().enumerate().map(|(position, node)| {
        let following = position.checked_add(1).and_then(|next| nodes.get(next));
        entry(guide, *node, following.copied(), lang)
    });
    html! {
        <section class="chapter" id={["section-", &section.id].concat()} tabindex="-1">
            <h3 class="chapter__title">{ markup::raw(markup::inline(&section.title, lang)) }</h3>
            <div class="prose">{ markup::raw(markdown::html(section.body.get(lang), lang)) }</div>
            <ol class="entries" {start}>{ for entries }</ol>
        </section>
    }
}

/// The number of a section's first node: steps are counted through the sections of a chapter.
fn first_number(guide: &Guide, number: usize) -> usize {
    let chapter = |number: usize| guide.sections.get(number)?.chapter;
    let is_before = |section: usize| section < number && chapter(section) == chapter(number);
    let before = (guide.nodes.iter())
        .filter(|node| chapter(number).is_some() && is_before(node.section))
        .count();
    before.saturating_add(1)
}

/// A node; `following` is the entry right below it, to which no link is needed.
fn entry(guide: &Guide, number: NodeIx, following: Option<NodeIx>, lang: Lang) -> Html {
    let words = words(lang);
    let Some(node) = guide.node(number) else {
        return Html::default();
    };
    let drawing = drawing(guide, number).map(|it| screens::in_outline(guide, it, lang));
    let id = ["outline-", &node.id].concat();
    let title_id = [&id, "-title"].concat();
    let answers = of_kind(node, EdgeKind::Answer).filter_map(|exit| {
        let text = markup::inline(&exit.text, lang) + words.joint + words.go_on;
        let id = exit.id.clone();
        Some(html! { <li data-exit={id}>{ markup::raw(text) }{ link(guide, exit, lang)? }</li> })
    });
    let next = of_kind(node, EdgeKind::Next)
        .filter(|exit| following != Some(exit.to))
        .filter_map(|exit| link(guide, exit, lang))
        .map(|link| html! { <p class="entry__next">{ words.next }{ link }</p> });
    let troubles: Vec<Html> = of_kind(node, EdgeKind::Trouble)
        .filter_map(|exit| {
            let to = guide.node(exit.to)?;
            let href = ["#outline-", &to.id].concat();
            Some(html! { <li><a {href}>{ markup::raw(markup::inline(&exit.text, lang)) }</a></li> })
        })
        .collect();
    let contacts: Vec<Html> = node
        .contacts
        .iter()
        .filter_map(|contact| guide.contacts.get(*contact))
        .map(|contact| {
            let href = ["#contact-", &contact.id].concat();
            html! { <li>{ words.contact }<a {href}>{ markup::raw(markup::inline(&contact.name, lang)) }</a></li> }
        })
        .collect();
    let ready: Vec<String> = (node.ready.iter())
        .map(|it| markup::inline(it, lang))
        .collect();
    html! {
        <li class="entry prose" {id} tabindex="-1" aria-labelledby={title_id.clone()}>
            <h4 class="entry__title" id={title_id}>{ markup::raw(markup::inline(&node.title, lang)) }</h4>
            { markup::raw(body::body(node, &node.links, lang)) }
            if !node.ready.is_empty() {
                <p>{ Wording::of(lang).ready }{ words.colon }{ markup::raw(ready.join(words.map_or)) }</p>
            }
            { markup::raw(body::notes(node, drawing.unwrap_or_default(), lang)) }
            { list(answers.collect()) }
            { for next }
            if !troubles.is_empty() || !contacts.is_empty() {
                <div class="entry__help">
                    if !troubles.is_empty() {
                        <p>{ words.trouble }</p>
                        { list(troubles) }
                    }
                    { list(contacts) }
                </div>
            }
        </li>
    }
}

/// The drawing of a node, unless a later node draws the same screen: the outline shows each screen once.
fn drawing(guide: &Guide, number: NodeIx) -> Option<&Drawing> {
    let mut later = guide.nodes.iter().skip(number.0);
    let drawing = later.next()?.drawing.as_ref()?;
    let is_shown_later = later.any(|node| {
        node.drawing
            .as_ref()
            .is_some_and(|it| it.screen == drawing.screen)
    });
    (!is_shown_later).then_some(drawing)
}

fn of_kind(node: &Node, kind: EdgeKind) -> impl Iterator<Item = &Exit> {
    node.exits.iter().filter(move |exit| exit.kind == kind)
}

fn link(guide: &Guide, exit: &Exit, lang: Lang) -> Option<Html> {
    let to = guide.node(exit.to)?;
    let href = ["#outline-", &to.id].concat();
    Some(html! { <a {href}>{ markup::raw(markup::inline(&to.title, lang)) }</a> })
}

fn list(items: Vec<Html>) -> Html {
    if items.is_empty() {
        Html::default()
    } else {
        html! { <ul>{ for items }</ul> }
    }
}
