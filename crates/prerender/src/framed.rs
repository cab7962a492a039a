//! The page for a frame: no header of a site around it, a host to talk to, a height that is its own.

use guide::{Guide, Lang};
use yew::prelude::*;

use crate::scripts::shorten;
use crate::words::words;

/// The view that a frame shows unless another is asked for: one alone, so that the height stays when the program arrives.
pub(crate) const VIEW: &str = "guided";

/// What looks different in a frame.
pub(crate) const STYLE: &str = include_str!("framed.css");

/// What is said to the host and heard from it (`embed/protocol.md`).
pub(crate) fn script() -> String {
    shorten(include_str!("scripts/framed.js"))
}

/// The title, for those who listen: the host's page has said it to all others.
pub(crate) fn top(guide: &Guide, lang: Lang) -> Html {
    html! {
        <h1 class="unseen" data-static="header">{ guide.site.title.get(lang).to_owned() }</h1>
    }
}

pub(crate) fn foot(lang: Lang, other: &str) -> Html {
    let words = words(lang);
    // Beside this page, in either language.
    let whole = "index.html";
    html! {
        <footer class="site-footer" data-static="footer">
            <p>{ words.unofficial }</p>
            <p>{ words.privacy }</p>
            <p class="frame-links">
                <a href={whole} target="_blank" rel="noopener">{ words.whole_page }</a>
                <a
                    id="language"
                    data-action="switch-language"
                    href={other.to_owned()}
                    lang={lang.other().tag()}
                    hreflang={lang.other().tag()}
                >
                    { words.other_language }
                </a>
            </p>
            <p class="closed" role="status">
                <span>{ words.closed }</span>
                // A frame that forbids printing may forbid new tabs as well, so the address can be copied.
                <a href={whole} target="_blank" rel="noopener" data-address="">{ words.whole_page }</a>
            </p>
        </footer>
    }
}
