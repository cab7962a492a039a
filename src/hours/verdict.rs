//! The verdict: one number, one sentence why, and what to know beside it.

use std::rc::Rc;

use yew::prelude::*;

use super::say::Spoken;
use crate::components::{Icon, icon, text};
use crate::wording::Wording;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct VerdictBoxProps {
    pub(super) words: Rc<Wording>,
    pub(super) spoken: Spoken,
}

/// The box, and behind it for eyes alone the same sentences once more: where the page is narrow the box is a bar that
/// sticks at the top, in which these are for those who listen, and their copy stays where it is.
#[component]
pub(super) fn VerdictBox(props: &VerdictBoxProps) -> Html {
    let VerdictBoxProps { words, spoken } = props;
    let lang = words.lang;
    let sentences = || {
        html! {
            <>
                if !spoken.why.is_empty() {
                    <p>{ text(&spoken.why, lang) }</p>
                }
                { for spoken.cautions.iter().map(|caution| html! {
                    <p class="verdict__caution">{ text(caution, lang) }</p>
                }) }
            </>
        }
    };
    let is_blank = spoken.cautions.is_empty() && spoken.why.is_empty();
    html! {
        <>
            <div
                class="verdict"
                id="summary"
                tabindex="-1"
                role="group"
                aria-label={&words.results}
                data-part="verdict"
                data-overall={spoken.overall}
                data-short={spoken.short.map(|hours| hours.to_string())}
            >
                <p class="verdict__headline">
                    if spoken.overall == "met" { { icon(Icon::Check) } }
                    <span class="verdict__lead">{ text(&spoken.headline, lang) }</span>
                    if let Some(number) = &spoken.number {
                        { " " }
                        <b class="verdict__number">{ text(number, lang) }</b>
                    }
                </p>
                <div class="verdict__sentences">{ sentences() }</div>
            </div>
            if !is_blank {
                <div class="verdict-copy" aria-hidden="true">{ sentences() }</div>
            }
        </>
    }
}
