//! The map in the page: it is markup, and the program marks in it where everything stands.
#![allow(clippy::disallowed_methods)]

use guide::Lang;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};
use yew::Callback;

use super::document::{by_id, document};
use crate::session::{Action, Move, Session, Spot, Standing};

/// The parts of the map, each in the order of the content.
#[derive(Default)]
pub(super) struct Map {
    nodes: Vec<Element>,
    lines: Vec<Element>,
    answers: Vec<Element>,
    here: Option<Element>,
    lang: Option<Lang>,
}

impl Map {
    /// Marks how everything stands.
    pub(super) fn mark(&mut self, session: &Session) {
        let lang = Some(session.page.data.lang);
        if self.lang != lang {
            *self = Self {
                nodes: all("[data-map-node]"),
                lines: all("[data-map-edge]"),
                answers: all("[data-map-answer]"),
                here: all(".map__here").pop(),
                lang,
            };
        }
        let map = session.map();
        for (number, (link, (standing, step))) in self.nodes.iter().zip(&map.nodes).enumerate() {
            set(link, "data-state", standing.id());
            let entry = session.page.node(number).and_then(|node| by_id(&["outline-", &node.id].concat()));
            if let Some(entry) = entry {
                set(&entry, "data-state", standing.id());
            }
            let name = link.get_attribute("aria-label").unwrap_or_default();
            // Kind and number end with the first colon; the rest never changes.
            let rest = name.split_once(['：', ':']).map_or("", |(_, rest)| rest);
            let number = session.number_name(number, *step);
            set(link, "aria-label", &[&number, rest.trim_start()].concat());
            let is_here = *standing == Standing::Current;
            set(link, "aria-current", if is_here { "step" } else { "false" });
            set(link, "tabindex", if is_here { "0" } else { "-1" });
        }
        for (line, standing) in self.lines.iter().zip(&map.lines) {
            set(line, "data-state", standing.id());
            // What is drawn last lies on top.
            if *standing == Standing::Path {
                let _ = line.parent_element().map(|all| all.append_child(line));
            }
        }
        let exits = (session.page.data.nodes.iter()).flat_map(|node| &node.exits);
        let answers = exits.zip(&map.lines).filter(|(exit, _)| !exit.id.is_empty());
        for (link, (_, standing)) in self.answers.iter().zip(answers) {
            set(link, "data-state", standing.id());
            set(link, "tabindex", "-1");
        }
        if let Some(here) = &self.here {
            here.set_inner_html(&session.here());
        }
    }

    /// Moves the focus to a spot, and with it the one tab stop of the map.
    pub(super) fn focus(&self, session: &Session, spot: Spot) {
        let name = session.spot_name(spot);
        for link in self.nodes.iter().chain(&self.answers) {
            let is_it = self::name(link).as_ref() == Some(&name);
            set(link, "tabindex", if is_it { "0" } else { "-1" });
            if is_it {
                // SVG links can be focused as HTML ones, although their type is another.
                let _ = link.unchecked_ref::<HtmlElement>().focus();
            }
        }
    }
}

fn set(element: &Element, name: &str, value: &str) {
    // The attribute names are ours and valid, so setting one cannot fail.
    let _ = element.set_attribute(name, value);
}

fn all(selector: &str) -> Vec<Element> {
    let Some(found) = document().and_then(|it| it.query_selector_all(selector).ok()) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|number| found.get(number)?.dyn_into().ok())
        .collect()
}

/// The name of the spot that a link of the map stands for.
pub(super) fn name(link: &Element) -> Option<String> {
    link.get_attribute("data-map-node")
        .or_else(|| link.get_attribute("data-map-answer"))
}

/// Arrows, Home and End move the focus along the map.
pub(super) fn follow_key(event: &Event, on_action: &Callback<Action>) {
    let (Some(key), Some(link)) = (
        event.dyn_ref::<KeyboardEvent>(),
        event.target().and_then(|it| it.dyn_into::<Element>().ok()),
    ) else {
        return;
    };
    let by = match key.key().as_str() {
        "ArrowUp" => Move::Up,
        "ArrowDown" => Move::Down,
        "ArrowLeft" => Move::Before,
        "ArrowRight" => Move::After,
        "Home" => Move::First,
        "End" => Move::Last,
        _ => return,
    };
    let has_modifier = key.ctrl_key() || key.meta_key() || key.alt_key() || key.shift_key();
    if let Some(name) = name(&link).filter(|_| !has_modifier) {
        event.prevent_default();
        on_action.emit(Action::SpotMoved(name, by));
    }
}
