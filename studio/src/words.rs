//! Sentences in both languages, 繁體中文 first and English beside it.

use studio_protocol::Words;
use yew::prelude::*;

/// A sentence of the studio itself.
pub(crate) fn say(zh: &str, en: &str) -> Html {
    html! {
        <span class="both">
            <span class="zh">{ zh.to_owned() }</span>{ " " }<span class="en" lang="en">{ en.to_owned() }</span>
        </span>
    }
}

/// A sentence of the core.
pub(crate) fn said(words: &Words) -> Html {
    say(&words.zh, &words.en)
}

/// The same as the text of an attribute.
pub(crate) fn plain(words: &Words) -> AttrValue {
    [&words.zh, " ", &words.en].concat().into()
}
