//! Reads the data of a page from its JSON block, field by field.
//!
//! By hand, because a general reader weighs ten times as much in the program (decision 0002).
//! A block that lacks a field or has one of another type is no data at all. It is noted once and looked at in the end: an early
//! way out of every field weighs 2 kB.

use std::cell::Cell;

use guide::{
    Lang, PageData, PageExit, PageExitKind, PageInput, PageNode, PageNodeKind, PagePlatform,
    PageRequirement, PageRow, PageRuleSet,
};
use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::wording::Word;

/// The data in a JSON text, or nothing where the text is broken.
pub(super) fn parse(text: &str) -> Option<PageData> {
    let value = JSON::parse(text).ok()?;
    let reader = Reader::default();
    let data = reader.page(&value);
    // A page of another build has its sentences in another order.
    let is_ours = data.words.len() == Word::COUNT && !reader.is_broken.get();
    is_ours.then_some(data)
}

/// Reads values, and notes whether any was not as it should be.
#[derive(Default)]
struct Reader {
    is_broken: Cell<bool>,
}

impl Reader {
    fn page(&self, value: &JsValue) -> PageData {
        PageData {
            lang: self.named(
                value,
                "lang",
                &[("zh-Hant", Lang::ZhHant)],
                ("en", Lang::En),
            ),
            other: self.text(value, "other"),
            words: self.texts(value, "words"),
            nodes: self.list(value, "nodes", Self::node),
            rows: self.list(value, "rows", Self::row),
            inputs: self.list(value, "inputs", Self::input),
            rule_sets: self.list(value, "rule_sets", Self::rule_set),
            platforms: self.list(value, "platforms", Self::platform),
            places: self.text(value, "places"),
            holidays: self.numbers(value, "holidays"),
            covers_until: number(value, "covers_until"),
        }
    }

    fn node(&self, value: &JsValue) -> PageNode {
        PageNode {
            id: self.text(value, "id"),
            kind: self.named(
                value,
                "kind",
                &[
                    ("question", PageNodeKind::Question),
                    ("step", PageNodeKind::Step),
                    ("trouble", PageNodeKind::Trouble),
                ],
                ("outcome", PageNodeKind::Outcome),
            ),
            title: self.text(value, "title"),
            body: self.text(value, "body"),
            contacts: self.text(value, "contacts"),
            dates: is_set(value, "dates"),
            exits: self.list(value, "exits", Self::exit),
        }
    }

    fn exit(&self, value: &JsValue) -> PageExit {
        PageExit {
            kind: self.named(
                value,
                "kind",
                &[
                    ("answer", PageExitKind::Answer),
                    ("next", PageExitKind::Next),
                ],
                ("trouble", PageExitKind::Trouble),
            ),
            id: self.text(value, "id"),
            to: self.number(value, "to") as usize,
            text: self.text(value, "text"),
            hint: self.text(value, "hint"),
        }
    }

    fn row(&self, value: &JsValue) -> PageRow {
        PageRow {
            label: self.text(value, "label"),
            gloss: self.text(value, "gloss"),
            short: self.text(value, "short"),
            aliases: self.texts(value, "aliases"),
        }
    }

    fn input(&self, value: &JsValue) -> PageInput {
        PageInput {
            id: self.text(value, "id"),
            label: self.text(value, "label"),
            hint: self.text(value, "hint"),
        }
    }

    fn platform(&self, value: &JsValue) -> PagePlatform {
        PagePlatform {
            id: self.text(value, "id"),
            name: self.text(value, "name"),
            days: number(value, "days").and_then(|days| u8::try_from(days).ok()),
        }
    }

    fn rule_set(&self, value: &JsValue) -> PageRuleSet {
        PageRuleSet {
            id: self.text(value, "id"),
            title: self.text(value, "title"),
            about: self.text(value, "about"),
            enabled: is_set(value, "enabled"),
            advice: is_set(value, "advice"),
            history: is_set(value, "history"),
            blended: is_set(value, "blended"),
            staff: self.texts(value, "staff"),
            from: number(value, "from"),
            to: number(value, "to"),
            cut_off: number(value, "cut_off"),
            requirements: self.list(value, "requirements", Self::requirement),
        }
    }

    fn requirement(&self, value: &JsValue) -> PageRequirement {
        PageRequirement {
            id: self.text(value, "id"),
            terms: self.numbers(value, "terms"),
            part_of: number(value, "part_of"),
            need: self.number(value, "need"),
            title: self.text(value, "title"),
            says: self.text(value, "says"),
            advice: self.text(value, "advice"),
        }
    }

    fn text(&self, value: &JsValue, name: &str) -> String {
        self.known(text(value, name))
    }

    fn number(&self, value: &JsValue, name: &str) -> u32 {
        self.known(number(value, name))
    }

    fn texts(&self, value: &JsValue, name: &str) -> Vec<String> {
        self.list(value, name, |reader, item| reader.known(item.as_string()))
    }

    fn numbers(&self, value: &JsValue, name: &str) -> Vec<u32> {
        self.list(value, name, |reader, item| reader.known(whole(item)))
    }

    fn list<T>(&self, value: &JsValue, name: &str, read: fn(&Self, &JsValue) -> T) -> Vec<T> {
        let items = property(value, name).and_then(|items| items.dyn_into::<Array>().ok());
        let items = self.known(items);
        let mut list = Vec::new();
        for number in 0..items.length() {
            list.push(read(self, &items.get(number)));
        }
        list
    }

    /// What a name means, of several; the last where it means nothing.
    fn named<T: Copy>(
        &self,
        value: &JsValue,
        name: &str,
        names: &[(&str, T)],
        last: (&str, T),
    ) -> T {
        let text = self.text(value, name);
        let found = names.iter().chain([&last]).find(|(name, _)| *name == text);
        self.known(found.map(drop));
        found.map_or(last.1, |(_, meaning)| *meaning)
    }

    /// What is known, or anything at all where nothing is, and then the block is broken.
    fn known<T: Default>(&self, found: Option<T>) -> T {
        self.is_broken.set(self.is_broken.get() || found.is_none());
        found.unwrap_or_default()
    }
}

/// The value of a property, of a block of data or of an element.
pub(super) fn property(value: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(value, &JsValue::from_str(name)).ok()
}

/// The text of a property.
pub(super) fn text(value: &JsValue, name: &str) -> Option<String> {
    property(value, name)?.as_string()
}

/// A property that is `true`; one that is missing is not.
pub(super) fn is_set(value: &JsValue, name: &str) -> bool {
    property(value, name).is_some_and(|it| it.is_truthy())
}

/// A whole number; a page has none that does not fit.
fn number(value: &JsValue, name: &str) -> Option<u32> {
    whole(&property(value, name)?)
}

fn whole(value: &JsValue) -> Option<u32> {
    value.as_f64().map(|number| number as u32)
}
