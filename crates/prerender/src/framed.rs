//! The page for a frame: no header of a site around it, a host to talk to, a height that is its own.

use guide::{Guide, Lang};
use yew::prelude::*;

use crate::words::words;
use crate::{Parts, Pieces, closed, frame, markup, policy};

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
    let (styles, scripts) = (parts.styles, parts.scripts);
    let style = [&*styles.site, &styles.closed, &styles.framed].concat();
    let boot = frame::boot(scripts, Some(VIEW));
    // The last says to the host and hears from it what embed/protocol.md names.
    let start = frame::start(up, parts, &[&scripts.closed, &scripts.framed]);
    let policy = policy::policy(&style, &[&parts.scripts.guard, &boot.text, &start.text]);
    Pieces {
        links: frame::preloads(up, parts.glue, parts.wasm),
        policy: policy::element_in_frames(&policy, &scripts.frame_policy),
        style,
        boot,
        top: markup::text(top(guide, lang, other)),
        notes: markup::text(frame::notes(lang, false)),
        data: lines,
        last: closed::notice(lang),
        foot: markup::text(foot(guide, lang)),
        packed: String::new(),
        start,
    }
}

/// The title for those who listen, since the host's page has said it to all others, then the switches and the language.
fn top(guide: &Guide, lang: Lang, other: &str) -> Html {
    html! {
        <header class="frame-header" data-static="header">
            <h1 class="unseen">{ guide.site.title.get(lang).to_owned() }</h1>
            { frame::switches(lang) }
            { frame::language_link(lang, other) }
        </header>
    }
}

fn foot(guide: &Guide, lang: Lang) -> Html {
    let words = words(lang);
    html! {
        <footer class="site-footer" data-static="footer">
            <p>{ words.unofficial }</p>
            <p>{ words.privacy }</p>
            <p>{ frame::confirmed(guide, lang) }</p>
            // Beside this page, in either language.
            <p><a href="index.html" target="_blank" rel="noopener">{ words.whole_page }</a></p>
            <p>{ frame::copy_link(guide, lang) }</p>
        </footer>
    }
}
