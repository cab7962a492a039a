//! The guide on paper: the reader's own way, in the order in which they go it, made of the entries of the full guide.

use std::rc::Rc;

use gloo_events::EventListener;
use web_sys::{Document, Element, Node};
use yew::prelude::*;

use super::document::{by_id, document, set, window};
use super::outline::entry_of;
use crate::guided::Walk;
use crate::place::View;

/// Lays out the way for paper as long as the page is printed from the guide.
#[hook]
pub(crate) fn use_way_on_paper(walk: &Rc<Walk>) {
    let walk = walk.clone();
    use_effect_with(walk, |walk| {
        let window = window().filter(|_| walk.arrived && walk.view == View::Guided);
        let listeners = window.map(|window| {
            let walk = walk.clone();
            [
                EventListener::new(&window, "beforeprint", move |_| {
                    clear();
                    lay_out(&walk);
                }),
                EventListener::new(&window, "afterprint", |_| clear()),
            ]
        });
        move || drop(listeners)
    });
}

const WAY: &str = "way";

fn clear() {
    if let Some(way) = by_id(WAY) {
        way.remove();
    }
}

/// Copies the entries of the way before the contacts, each below the heading of its section.
fn lay_out(walk: &Walk) -> Option<()> {
    let document = document()?;
    let contacts = by_id("contacts")?;
    let way = element(&document, "div", WAY)?;
    set(&way, "id", WAY);
    let mut section: Option<(Element, Element)> = None;
    for node in walk.way_on_paper() {
        let entry = entry_of(&walk.page.node(node)?.id)?;
        let chapter = entry.closest(".chapter").ok()??;
        let list = match section {
            Some((last, list)) if last == chapter => list,
            _ => begin_section(&document, &chapter, &way)?,
        };
        list.append_child(&copy(&entry)?).ok()?;
        section = Some((chapter, list));
    }
    let parent = contacts.parent_node()?;
    parent.insert_before(&way, Some(&contacts)).ok()?;
    Some(())
}

/// Begins a section of the way like one of the full guide, and answers its list.
fn begin_section(document: &Document, chapter: &Element, way: &Element) -> Option<Element> {
    let section = element(document, "section", "chapter")?;
    for part in [".chapter__title", ".prose"] {
        let part = chapter.query_selector(part).ok()??;
        section.append_child(&copy(&part)?).ok()?;
    }
    let list = element(document, "ol", "entries")?;
    section.append_child(&list).ok()?;
    way.append_child(&section).ok()?;
    Some(list)
}

fn element(document: &Document, tag: &str, class: &str) -> Option<Element> {
    let element = document.create_element(tag).ok()?;
    element.set_class_name(class);
    Some(element)
}

fn copy(element: &Element) -> Option<Node> {
    element.clone_node_with_deep(true).ok()
}
