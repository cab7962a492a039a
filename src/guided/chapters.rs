//! The bar of chapters: which one the reader is in, which are done, and how many steps are left.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::{Icon, icon, text};
use crate::page::Page;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ChaptersProps {
    pub(super) page: Rc<Page>,
    /// The chapter that the reader is in.
    pub(super) current: usize,
    /// How many steps are left, in words.
    pub(super) left: Option<AttrValue>,
}

#[component]
pub(super) fn Chapters(props: &ChaptersProps) -> Html {
    let ChaptersProps {
        page,
        current,
        left,
    } = props;
    let words = &page.words;
    let numbers = words.chapter_numbers.split(' ').map(Some);
    let numbers = numbers.chain(std::iter::repeat(None));
    let chapters = page.edition.chapters.iter().zip(numbers).enumerate();
    html! {
        <ol class="chapters" aria-label={words.chapters.clone()}>
            { for chapters.map(|(position, (title, number))| html! {
                <li
                    key={position}
                    class="chapters__item"
                    data-done={(position < *current).then_some("true")}
                    aria-current={(position == *current).then_some("true")}
                >
                    <span class="chapters__label">
                        if let Some(number) = number {
                            <span class="chapters__number">{ number.to_owned() }</span>
                        }
                        { text(title, words.lang) }
                        if position < *current {
                            { icon(Icon::Check) }
                            <span class="unseen">{ &words.chapter_done }</span>
                        }
                        if let Some(left) = left.as_ref().filter(|_| position == *current) {
                            <span class="chapters__left">{ left }</span>
                        }
                    </span>
                </li>
            }) }
        </ol>
    }
}
