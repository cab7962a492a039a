//! The map in the page: it is markup, and the program marks in it where everything stands.
#![allow(clippy::disallowed_methods)]

use guide::Lang;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, NodeList};
use yew::Callback;

use super::document::{by_id, document, focus_on, is_app, reveal, set};
use crate::session::{Action, Attention, Chart, Move, Session, Spot, Standing, Stop};

/// The parts of the map, each in the order of the content, whatever is drawn on top.
#[derive(Default)]
pub(super) struct Map {
    nodes: Option<NodeList>,
    lines: Option<NodeList>,
    answers: Option<NodeList>,
    lang: Option<Lang>,
    /// What is marked by now: only what differs is written, since each writing costs the browser more than us.
    stops: Vec<Option<Stop>>,
    /// The same of the lines, and of the answers on them; empty until they are marked for the first time.
    standings: Vec<Standing>,
    /// Where the reader was when something was marked.
    current: usize,
    /// What the sentence of the map says: it is written only when it changes, since a writing is spoken.
    here: String,
}

impl Map {
    /// Marks how everything stands, or of that only where the reader is and was: the rest of a large map takes a while.
    pub(super) fn mark(&mut self, session: &Session, is_all: bool) {
        let lang = Some(session.page.data.lang);
        let is_fresh = self.lang != lang;
        if is_fresh {
            // At the start the page says it already.
            let here = if session.visits.is_empty() {
                session.here()
            } else {
                String::new()
            };
            *self = Self {
                here,
                nodes: all("[data-map-node]"),
                lines: all("[data-map-edge]"),
                answers: all("[data-map-answer]"),
                lang,
                stops: vec![None; session.page.data.nodes.len()],
                current: session.node,
                ..Self::default()
            };
        }
        let chart = session.chart();
        if is_all {
            for number in 0..self.stops.len() {
                self.mark_stop(session, &chart, number);
            }
        } else {
            self.mark_stop(session, &chart, self.current);
            self.mark_stop(session, &chart, session.node);
        }
        self.current = session.node;
        // Unless a spot of the map has the focus, which then is the stop.
        if (is_fresh || !matches!(session.attention.1, Attention::Spot(_)))
            && let Some(link) = item(&self.nodes, session.node)
        {
            stop_at(&link);
        }
        if !is_all {
            return;
        }
        let standings = session.lines(&chart);
        let mut answers = 0;
        let exits = session.page.data.nodes.iter().flat_map(|node| &node.exits);
        for (number, (exit, standing)) in exits.zip(&standings).enumerate() {
            let is_new = self.standings.get(number) != Some(standing);
            if is_new && let Some(line) = item(&self.lines, number) {
                set(&line, "data-state", standing.id());
                // What is drawn last lies on top; what was there before still does.
                if *standing == Standing::Path {
                    let _ = line.parent_node().map(|all| all.append_child(&line));
                }
            }
            if !exit.id.is_empty() {
                if is_new && let Some(link) = item(&self.answers, answers) {
                    set(&link, "data-state", standing.id());
                    if self.standings.is_empty() {
                        set(&link, "tabindex", "-1");
                    }
                }
                answers += 1;
            }
        }
        self.standings = standings;
        let here = session.here();
        if self.here != here {
            let _ = by_id("here").map(|place| place.set_inner_html(&here));
            self.here = here;
        }
    }

    /// Marks a node, unless it stands as it stood.
    fn mark_stop(&mut self, session: &Session, chart: &Chart, number: usize) {
        let stop = session.stop(chart, number);
        let Some(marked) = self.stops.get_mut(number) else {
            return;
        };
        let was = marked.replace(stop);
        if was == Some(stop) {
            return;
        }
        let id = session.page.node(number).map_or("", |node| &node.id);
        if let Some(entry) = by_id(&["outline-", id].concat()) {
            set(&entry, "data-state", stop.standing.id());
        }
        if let Some(link) = item(&self.nodes, number) {
            mark_node(&link, stop.standing, &session.number_name(stop));
            if was.is_none() {
                set(&link, "tabindex", "-1");
            }
        }
    }

    /// Scrolls to the current node, as far as needed.
    pub(super) fn scroll(&self, session: &Session) {
        let _ = item(&self.nodes, session.node).map(|link| reveal_link(&link));
    }

    /// Moves the focus to a spot, and with it the one tab stop of the map.
    pub(super) fn focus(&self, session: &Session, spot: Spot) {
        let name = session.spot_name(spot);
        let link = [
            "[data-map-node='",
            &name,
            "'],[data-map-answer='",
            &name,
            "']",
        ]
        .concat();
        if let Some(link) = item(&all(&link), 0) {
            stop_at(&link);
            focus_on(link.unchecked_ref());
            reveal_link(&link);
        }
    }
}

/// Scrolls to a link of the map, as far as needed: to its shapes, of which the hidden ones have no place.
/// Firefox does not scroll to a link within a drawing, neither when asked nor when it gets the focus.
pub(super) fn reveal_link(link: &Element) {
    each(&link.query_selector_all("rect,path").ok(), &mut reveal);
}

/// Makes a link the one tab stop of the map.
fn stop_at(link: &Element) {
    each(&all("#map a[tabindex='0']"), &mut |stop| {
        set(stop, "tabindex", "-1");
    });
    set(link, "tabindex", "0");
}

fn mark_node(link: &Element, standing: Standing, number: &str) {
    let name = link.get_attribute("aria-label").unwrap_or_default();
    // The number ends with the first colon; the rest never changes.
    let rest = name.split_once(['：', ':']).map_or("", |(_, rest)| rest);
    let is_here = standing == Standing::Current;
    set(link, "data-state", standing.id());
    set(link, "aria-label", &[number, rest.trim_start()].concat());
    if is_here {
        set(link, "aria-current", "step");
    } else {
        let _ = link.remove_attribute("aria-current");
    }
}

fn all(selector: &str) -> Option<NodeList> {
    document()?.query_selector_all(selector).ok()
}

fn item(list: &Option<NodeList>, number: usize) -> Option<Element> {
    // Whatever has these attributes is an element.
    Some(list.as_ref()?.get(number as u32)?.unchecked_into())
}

/// Does the same with every element of a list.
fn each(list: &Option<NodeList>, act: &mut dyn FnMut(&Element)) {
    let mut number = 0;
    while let Some(element) = item(list, number) {
        act(&element);
        number += 1;
    }
}

/// Makes every link of the map a tab stop again, as it was before the program came.
#[cfg(feature = "browser")]
pub(super) fn release() {
    for list in [all("[data-map-node]"), all("[data-map-answer]")] {
        each(&list, &mut |link| {
            let _ = link.remove_attribute("tabindex");
        });
    }
}

/// The name of the spot that a link of the map stands for.
pub(super) fn name(link: &Element) -> Option<String> {
    link.get_attribute("data-map-node")
        .or_else(|| link.get_attribute("data-map-answer"))
}

/// Arrows, Home and End move the focus along the map.
pub(super) fn follow_key(key: &KeyboardEvent, link: &Element, on_action: &Callback<Action>) {
    let by = match key.key().as_str() {
        "ArrowUp" => Move::Up,
        "ArrowDown" => Move::Down,
        "ArrowLeft" => Move::Before,
        "ArrowRight" => Move::After,
        "Home" => Move::First,
        "End" => Move::Last,
        _ => return,
    };
    let is_not_ours =
        is_app("failed") || key.ctrl_key() || key.meta_key() || key.alt_key() || key.shift_key();
    if let Some(name) = name(link).filter(|_| !is_not_ours) {
        key.prevent_default();
        on_action.emit(Action::SpotMoved(name, by));
    }
}
