//! A frame that lets nothing out, such as one with `sandbox="allow-scripts"`: printing and saving would do nothing there,
//! without a word, so the page does not offer them and names its address instead.

use guide::Lang;
use yew::prelude::*;

use crate::words::words;
use crate::{markup, scripts, style};

/// Marks the page in such a frame; before whatever starts the program.
pub(crate) fn script() -> String {
    scripts::shorten(include_str!("scripts/closed.js"))
}

pub(crate) fn style() -> String {
    style::shorten(include_str!("closed.css"))
}

/// What stands below all views; the script puts the address into it.
pub(crate) fn notice(lang: Lang) -> String {
    let words = words(lang);
    markup::text(html! {
        <p class="notice notice--closed" data-static="closed">
            { words.closed }
            <span>
                { words.open_alone }
                <a><bdi></bdi><span class="new-tab">{ words.new_tab }</span></a>
            </span>
        </p>
    })
}
