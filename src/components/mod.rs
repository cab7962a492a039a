//! Generic pieces of markup: texts in, markup out.

use std::fmt::Display;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

use crate::wording::{Word, Words};

/// An element that holds nothing but a text.
///
/// One function for all of them, because each element spelled out costs the program 200 bytes (decision 0002).
pub(crate) fn text(tag: &'static str, class: &'static str, content: impl Into<AttrValue>) -> Html {
    element(tag, class, Html::from(content.into()))
}

/// An element of this class around some content.
pub(crate) fn element(tag: &'static str, class: &str, children: Html) -> Html {
    groups(tag, class, vec![children])
}

/// Several pieces in an element of this class.
pub(crate) fn group<const N: usize>(
    tag: &'static str,
    class: &'static str,
    children: [Html; N],
) -> Html {
    groups(tag, class, children.into())
}

/// The same of a list.
pub(crate) fn groups(tag: &'static str, class: &str, children: Vec<Html>) -> Html {
    tagged(tag, &["class"], &[class], children)
}

/// An element with these attributes around several pieces.
pub(crate) fn tagged(
    tag: &'static str,
    keys: &'static [&'static str],
    values: &[&str],
    children: Vec<Html>,
) -> Html {
    let mut tag = VTag::new(tag);
    tag.add_children(children);
    with_attributes(tag, keys, values)
}

/// An element with a key: it stays itself in a list whose other elements come and go, if these have keys too.
pub(crate) fn keyed(key: &str, mut html: Html) -> Html {
    // What was just made is in no other hands, and asking so weighs less than copying it otherwise.
    if let Html::VTag(tag) = &mut html
        && let Some(tag) = Rc::get_mut(tag)
    {
        tag.key = Some(key.into());
    }
    html
}

/// Adds markup to markup: an element, spelled as between its angle brackets, around what is markup already.
///
/// What is shown and never touched is written as text, which weighs a tenth of the same tree (decision 0011).
pub(crate) fn put(html: &mut String, tag: &str, content: &str) {
    let name = tag.split(' ').next().unwrap_or_default();
    for piece in ["<", tag, ">", content, "</", name, ">"] {
        html.push_str(piece);
    }
}

/// Adds an element around a sentence of the interface.
pub(crate) fn put_word(
    html: &mut String,
    tag: &str,
    words: &Words,
    word: Word,
    values: &[&dyn Display],
) {
    put(html, tag, &words.fill(word, values));
}

/// Adds a button, which says what it does by `data-action`; `browser::listen` hears it.
pub(crate) fn put_button(html: &mut String, class: &str, action: &str, words: &Words, word: Word) {
    let tag = [
        "button type=button class=\"button ",
        class,
        "\" data-action=",
        action,
    ]
    .concat();
    put_word(html, &tag, words, word, &[]);
}

/// A choice with a label of its own; each option is its value and its name, and the first is none of them.
pub(crate) fn choice(
    id: &str,
    words: &Words,
    label: Word,
    none: Word,
    chosen: &str,
    options: &[(&str, &str)],
) -> Html {
    let mut html = String::new();
    put_word(&mut html, "option value=\"\"", words, none, &[]);
    for (value, name) in options {
        let mark = if *value == chosen { " selected" } else { "" };
        put(&mut html, &["option value=", value, mark].concat(), name);
    }
    let select = tagged(
        "select",
        &["id", "name", "class", "autocomplete"],
        &[id, id, "field__input", "off"],
        vec![content(&html)],
    );
    let name = text("span", "field__label", words.get(label));
    group("label", "choice-field", [name, select])
}

/// A tag with these attributes; one whose value is empty is not there.
///
/// Every element is made here: `html!` spells each out, a list of classes for a class that varies included (decision 0002).
pub(crate) fn with_attributes(
    mut tag: VTag,
    keys: &'static [&'static str],
    values: &[&str],
) -> Html {
    let values = values.iter().map(|value| {
        let value = (!value.is_empty()).then(|| AttrValue::Rc((*value).into()));
        value.map(AttributeOrProperty::Attribute)
    });
    tag.attributes = Attributes::Dynamic {
        keys,
        values: values.collect(),
    };
    tag.into()
}

/// HTML that the prerenderer made from checked content.
pub(crate) fn content(html: &str) -> Html {
    Html::from_html_unchecked(html.to_owned().into())
}

/// Such HTML in an element of its own.
pub(crate) fn prose(tag: &'static str, class: &'static str, html: &str) -> Html {
    element(tag, class, content(html))
}
