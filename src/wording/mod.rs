//! Every sentence of the interface, both languages side by side. Content has its own texts; none of it stands here.
//!
//! The prerenderer writes the sentences of one language into each page, and the program reads them there,
//! so it holds none itself and serves every language.

mod table;

pub use table::Wording;

use std::fmt::{Display, Write as _};

/// A sentence with its `{}` filled in, in order.
#[must_use]
pub fn fill(sentence: &str, values: &[&dyn Display]) -> String {
    let mut values = values.iter();
    let mut pieces = sentence.split("{}");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        if let Some(value) = values.next() {
            // Writing to a string cannot fail.
            let _ = write!(text, "{value}");
        }
        text.push_str(piece);
    }
    text
}

/// A sentence about a number: the first for one, the second, filled in, for others.
#[must_use]
pub fn count(one: &str, others: &str, number: usize) -> String {
    match number {
        1 => one.to_owned(),
        _ => fill(others, &[&number]),
    }
}

impl Wording {
    /// Adds a sentence to a list of sentences.
    pub fn append(&self, list: &mut String, sentence: &str, values: &[&dyn Display]) {
        if !list.is_empty() {
            list.push_str(&self.list);
        }
        list.push_str(&fill(sentence, values));
    }
}

#[cfg(test)]
mod tests {
    use guide::Lang;

    use super::*;

    #[test]
    fn values_fill_a_sentence_in_order() {
        let (zh, en) = (Wording::of(Lang::ZhHant), Wording::of(Lang::En));
        let check = |sentence: &str, values: &[&dyn Display], expect: &str| {
            assert_eq!(fill(sentence, values), expect);
        };
        check(&zh.steps_left, &[&8], "還有 8 步");
        check(&en.steps_left, &[&8], "8 steps left");
        check(&en.short, &[], " h short");
        check(&en.next, &[&"unused"], "Done, next step");
    }

    #[test]
    fn both_languages_have_the_same_places_to_fill() {
        let (zh, en) = (Wording::of(Lang::ZhHant), Wording::of(Lang::En));
        for (zh, en) in zh.sentences().into_iter().zip(en.sentences()) {
            let places = |sentence: &str| sentence.matches("{}").count();
            assert_eq!(places(zh), places(en), "{zh} / {en}");
            assert!(!zh.is_empty() && !en.is_empty());
        }
    }

    #[test]
    fn one_is_not_many() {
        let check = |lang, number, expect: &str| {
            let wording = Wording::of(lang);
            assert_eq!(
                count(&wording.step_left, &wording.steps_left, number),
                expect
            );
        };
        check(Lang::En, 1, "1 step left");
        check(Lang::En, 3, "3 steps left");
        check(Lang::ZhHant, 1, "還有 1 步");
    }
}
