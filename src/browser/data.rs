//! Reads the data of a page from its JSON block, field by field.
//!
//! By hand, because a general reader weighs ten times as much in the program (decision 0002).
//! A block that lacks a field or has one of another type is no data at all.

use guide::{
    Lang, PageData, PageExit, PageExitKind, PageInput, PageNode, PageNodeKind, PagePlatform,
    PageRequirement, PageRow, PageRuleSet,
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
        inputs: list(value, "inputs", input)?,
        rule_sets: list(value, "rule_sets", rule_set)?,
        platforms: list(value, "platforms", platform)?,
        places: text(value, "places")?,
        holidays: numbers(value, "holidays")?,
        covers_until: number(value, "covers_until"),
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
        dates: is_set(value, "dates"),
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
        short: text(value, "short")?,
        aliases: list(value, "aliases", JsValue::as_string)?,
    })
}

fn input(value: &JsValue) -> Option<PageInput> {
    Some(PageInput {
        id: text(value, "id")?,
        label: text(value, "label")?,
        hint: text(value, "hint")?,
    })
}

fn platform(value: &JsValue) -> Option<PagePlatform> {
    Some(PagePlatform {
        name: text(value, "name")?,
        days: number(value, "days"),
    })
}

fn rule_set(value: &JsValue) -> Option<PageRuleSet> {
    Some(PageRuleSet {
        id: text(value, "id")?,
        title: text(value, "title")?,
        about: text(value, "about")?,
        enabled: is_set(value, "enabled"),
        advice: is_set(value, "advice"),
        history: is_set(value, "history"),
        blended: is_set(value, "blended"),
        staff: list(value, "staff", JsValue::as_string)?,
        from: number(value, "from"),
        to: number(value, "to"),
        cut_off: number(value, "cut_off"),
        requirements: list(value, "requirements", requirement)?,
    })
}

fn requirement(value: &JsValue) -> Option<PageRequirement> {
    Some(PageRequirement {
        id: text(value, "id")?,
        terms: numbers(value, "terms")?,
        part_of: number(value, "part_of"),
        need: number(value, "need")?,
        title: text(value, "title")?,
        says: text(value, "says")?,
        advice: text(value, "advice")?,
    })
}

/// A field that is `true`; one that is missing is not.
fn is_set(value: &JsValue, name: &str) -> bool {
    field(value, name).is_some_and(|it| it.is_truthy())
}

fn numbers(value: &JsValue, name: &str) -> Option<Vec<u32>> {
    list(value, name, |number| number.as_f64().map(|it| it as u32))
}

pub(super) fn field(value: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(value, &JsValue::from_str(name)).ok()
}

pub(super) fn text(value: &JsValue, name: &str) -> Option<String> {
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
