//! Reads the data of a page from its JSON block, field by field.
//!
//! By hand, because a general reader weighs ten times as much in the program (decision 0002).
//! A block that lacks a field or has one of another type is no data at all.

use guide::{
    Lang, PageData, PageExit, PageExitKind, PageNode, PageNodeKind, PageRequirement, PageRow,
    PageRuleSet,
};
use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::wording::Word;

/// The data in a JSON text, or nothing where the text is broken.
pub(super) fn parse(text: &str) -> Option<PageData> {
    page(&JSON::parse(text).ok()?)
}

fn page(value: &JsValue) -> Option<PageData> {
    let words = list(value, "words", JsValue::as_string)?;
    // A page of another build has its sentences in another order.
    if words.len() != Word::COUNT {
        return None;
    }
    Some(PageData {
        lang: named(
            value,
            "lang",
            &[("zh-Hant", Lang::ZhHant), ("en", Lang::En)],
        )?,
        other: text(value, "other")?,
        words,
        nodes: list(value, "nodes", node)?,
        rows: list(value, "rows", row)?,
        rule_sets: list(value, "rule_sets", rule_set)?,
    })
}

fn node(value: &JsValue) -> Option<PageNode> {
    Some(PageNode {
        id: text(value, "id")?,
        kind: named(
            value,
            "kind",
            &[
                ("question", PageNodeKind::Question),
                ("step", PageNodeKind::Step),
                ("trouble", PageNodeKind::Trouble),
                ("outcome", PageNodeKind::Outcome),
            ],
        )?,
        title: text(value, "title")?,
        body: text(value, "body")?,
        contacts: text(value, "contacts")?,
        dates: field(value, "dates").is_some_and(|dates| dates.is_truthy()),
        exits: list(value, "exits", exit)?,
    })
}

fn exit(value: &JsValue) -> Option<PageExit> {
    Some(PageExit {
        kind: named(
            value,
            "kind",
            &[
                ("answer", PageExitKind::Answer),
                ("next", PageExitKind::Next),
                ("trouble", PageExitKind::Trouble),
            ],
        )?,
        id: text(value, "id")?,
        to: number(value, "to")? as usize,
        text: text(value, "text")?,
        hint: text(value, "hint")?,
    })
}

fn row(value: &JsValue) -> Option<PageRow> {
    Some(PageRow {
        label: text(value, "label")?,
        gloss: text(value, "gloss")?,
    })
}

fn rule_set(value: &JsValue) -> Option<PageRuleSet> {
    Some(PageRuleSet {
        id: text(value, "id")?,
        title: text(value, "title")?,
        about: text(value, "about")?,
        requirements: list(value, "requirements", requirement)?,
    })
}

fn requirement(value: &JsValue) -> Option<PageRequirement> {
    Some(PageRequirement {
        id: text(value, "id")?,
        row: number(value, "row")? as usize,
        need: number(value, "need")?,
        title: text(value, "title")?,
        advice: text(value, "advice")?,
    })
}

fn field(value: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(value, &JsValue::from_str(name)).ok()
}

fn text(value: &JsValue, name: &str) -> Option<String> {
    field(value, name)?.as_string()
}

/// A whole number; a page has none that does not fit.
fn number(value: &JsValue, name: &str) -> Option<u32> {
    field(value, name)?.as_f64().map(|number| number as u32)
}

fn list<T>(value: &JsValue, name: &str, read: fn(&JsValue) -> Option<T>) -> Option<Vec<T>> {
    let items: Array = field(value, name)?.dyn_into().ok()?;
    items.iter().map(|item| read(&item)).collect()
}

fn named<T: Copy>(value: &JsValue, name: &str, names: &[(&str, T)]) -> Option<T> {
    let text = text(value, name)?;
    let found = names.iter().find(|(name, _)| *name == text);
    found.map(|(_, meaning)| *meaning)
}
