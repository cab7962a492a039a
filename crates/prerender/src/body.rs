//! The markup between the title of a node and its ways out, the same in the guide and in the outline.

use guide::{Contact, Guide, Lang, Link, Node, NoteKind};
use yew::Html;

use crate::edition::seen;
use crate::words::words;
use crate::{markdown, markup};

/// Text and links of a node.
pub(crate) fn body<'a>(
    node: &Node,
    links: impl IntoIterator<Item = &'a Link>,
    lang: Lang,
) -> String {
    let mut html = markdown::html(node.body.get(lang), lang);
    for link in links {
        let link = markdown::link(&link.href, link.text.get(lang), lang);
        html.push_str(&["<p class=\"go\">", &link, "</p>"].concat());
    }
    markup::lean(&html)
}

/// Notes and drawing of a node.
pub(crate) fn notes(node: &Node, drawing: Html, lang: Lang) -> String {
    let words = words(lang);
    let mut html = String::new();
    for note in &node.notes {
        let (class, name) = match note.kind {
            NoteKind::Note => ("note", words.note),
            NoteKind::Warning => ("note note--warning", words.warning),
        };
        let text = markdown::html(note.text.get(lang), lang);
        let parts = [
            "<div class=\"",
            class,
            "\"><b class=\"note__kind\">",
            name,
            "</b>",
            &text,
            "</div>",
        ];
        html.push_str(&parts.concat());
    }
    html.push_str(&markup::text(drawing));
    markup::lean(&html)
}

/// The contacts of a node, in full: the guide shows one node at a time.
pub(crate) fn contacts(guide: &Guide, node: &Node, lang: Lang) -> String {
    let contacts = node
        .contacts
        .iter()
        .filter_map(|number| guide.contacts.get(*number));
    contacts
        .map(|contact| self::contact(contact, lang))
        .collect()
}

fn contact(contact: &Contact, lang: Lang) -> String {
    let name = markup::inline(&contact.name, lang);
    let text = markdown::html(contact.body.get(lang), lang);
    let html = [
        "<div class=\"contact\"><b class=\"contact__name\">",
        words(lang).contact,
        &name,
        &contact.seen.map_or_else(String::new, |day| seen(day, lang)),
        "</b>",
        &text,
        "</div>",
    ]
    .concat();
    markup::lean(&html)
}
