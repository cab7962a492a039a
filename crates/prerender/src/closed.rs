//! A frame that lets nothing out, such as one with `sandbox="allow-scripts"`: printing and saving would do nothing there,
//! without a word, so the page does not offer them and names its address instead.

use guide::Lang;
use yew::prelude::*;

use crate::markup;
use crate::words::words;

/// The notice below all views; the script puts the address into it.
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
