//! Every sentence of the interface, both languages side by side. Content has its own texts; none of it stands here.
//!
//! The prerenderer writes the sentences of one language into each page, and the program reads them there:
//! so it holds none itself and serves every language (decision 0002).

mod table;

pub use table::{Word, sentences};

use std::fmt::{Display, Write as _};

use yew::AttrValue;

/// The sentences of a page, by [`Word`].
#[derive(Clone, Debug)]
pub struct Words(std::rc::Rc<[AttrValue]>);

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        std::rc::Rc::ptr_eq(&self.0, &other.0)
    }
}

impl From<&[AttrValue]> for Words {
    fn from(sentences: &[AttrValue]) -> Self {
        Self(sentences.into())
    }
}

impl Words {
    /// A sentence as it is; empty where the page lacks it.
    #[must_use]
    pub fn get(&self, word: Word) -> AttrValue {
        self.0.get(word as usize).cloned().unwrap_or_default()
    }

    /// A sentence with its `{}` filled in, in order.
    #[must_use]
    pub fn fill(&self, word: Word, values: &[&dyn Display]) -> String {
        let sentence = self.get(word);
        let mut values = values.iter();
        let mut text = String::new();
        // By single characters, since a search for longer texts weighs 1 kB (decision 0002). No sentence holds another brace.
        for piece in sentence.split('{') {
            match piece.strip_prefix('}') {
                Some(after) => {
                    if let Some(value) = values.next() {
                        // Writing to a text cannot fail.
                        let _ = write!(text, "{value}");
                    }
                    text.push_str(after);
                }
                None => text.push_str(piece),
            }
        }
        text
    }

    /// Adds a sentence to a list of such.
    pub fn list(&self, list: &mut String, word: Word, values: &[&dyn Display]) {
        if !list.is_empty() {
            list.push_str(&self.get(Word::List));
        }
        list.push_str(&self.fill(word, values));
    }

    /// A sentence about a number: the first word for one, the second, filled in, for others.
    #[must_use]
    pub fn count(&self, one: Word, others: Word, number: usize) -> String {
        match number {
            1 => self.get(one).to_string(),
            _ => self.fill(others, &[&number]),
        }
    }
}

#[cfg(test)]
mod tests {
    use guide::Lang;

    use super::*;

    fn words(lang: Lang) -> Words {
        let sentences: Vec<_> = sentences(lang).iter().map(|&text| text.into()).collect();
        Words::from(sentences.as_slice())
    }

    #[test]
    fn values_fill_a_sentence_in_order() {
        let check = |lang, word, values: &[&dyn Display], expect: &str| {
            assert_eq!(words(lang).fill(word, values), expect);
        };
        check(
            Lang::ZhHant,
            Word::StepsRange,
            &[&8, &12],
            "還有 8 到 12 步",
        );
        check(Lang::En, Word::StepsRange, &[&8, &12], "8 to 12 steps left");
        check(Lang::En, Word::Short, &[], " h short");
        check(Lang::En, Word::Next, &[&"unused"], "Next");
    }

    #[test]
    fn both_languages_have_the_same_places_to_fill() {
        for (zh, en) in sentences(Lang::ZhHant).iter().zip(sentences(Lang::En)) {
            assert_eq!(
                zh.matches("{}").count(),
                en.matches("{}").count(),
                "{zh} / {en}"
            );
            assert!(!zh.is_empty() && !en.is_empty());
            // They are put into markup as they are.
            assert!(
                ![zh, en].iter().any(|text| text.contains(['<', '>', '&'])),
                "{zh} / {en}"
            );
        }
    }

    #[test]
    fn one_is_not_many() {
        let count = |lang, number| words(lang).count(Word::StepLeft, Word::StepsLeft, number);
        assert_eq!(count(Lang::En, 1), "1 step left");
        assert_eq!(count(Lang::En, 3), "3 steps left");
        assert_eq!(count(Lang::ZhHant, 1), "還有 1 步");
    }
}
