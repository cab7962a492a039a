//! The page for a frame: no header of a site around it, a host to talk to, a height that is its own.

use guide::{Guide, Lang};
use yew::prelude::*;

use crate::scripts::shorten;
use crate::words::words;
use crate::{Parts, Pieces, closed, frame, markup, policy, style};

/// The view that a frame shows unless another is asked for: one alone, so that the height stays when the program arrives.
const VIEW: &str = "guided";

/// How such a page differs from one that stands alone.
pub(crate) fn pieces(
    guide: &Guide,
    lang: Lang,
    up: &str,
    other: &str,
    lines: String,
    parts: Parts<'_>,
) -> Pieces {
    let style = [
        parts.style,
        &closed::style(),
        &style::shorten(include_str!("framed.css")),
    ]
    .concat();
    let boot = frame::boot_script(VIEW);
    let start = [
        &frame::start_script(up, parts.glue, parts.wasm),
        parts.scripts,
        &closed::script(),
        // What is said to the host and heard from it (embed/protocol.md).
        &shorten(include_str!("scripts/framed.js")),
    ]
    .concat();
    Pieces {
        links: frame::preloads(up, parts.glue, parts.wasm),
        policy: policy::element_in_frames(&policy::policy(&style, &[&boot, &start])),
        style,
        boot,
        top: markup::text(top(guide, lang)),
        notes: markup::text(frame::notes(lang, false)),
        data: lines,
        last: closed::notice(lang),
        foot: markup::text(foot(lang, other)),
        packed: String::new(),
        start,
    }
}

/// The title, for those who listen: the host's page has said it to all others.
fn top(guide: &Guide, lang: Lang) -> Html {
    html! {
        <header data-static="header">
            <h1 class="unseen">{ guide.site.title.get(lang).to_owned() }</h1>
        </header>
    }
}

fn foot(lang: Lang, other: &str) -> Html {
    let words = words(lang);
    html! {
        <footer class="site-footer" data-static="footer">
            <p>{ words.unofficial }</p>
            <p>{ words.privacy }</p>
            <p class="frame-links">
                // Beside this page, in either language.
                <a href="index.html" target="_blank" rel="noopener">{ words.whole_page }</a>
                { frame::language_link(lang, other, None) }
            </p>
        </footer>
    }
}
