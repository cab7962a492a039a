//! The plain page: the outline alone, without script, data, map or program.
//!
//! Nobody publishes it: it is how little a page with the same texts can weigh, for `cargo xtask bench` to compare with.

use guide::{Guide, Lang};

use crate::markup::text;
use crate::{Styles, TemplateProblem, fill, frame, outline, policy};

/// The outline in one language, with the head, header and footer of the finished page.
/// Its style has only what the outline needs, written by hand, as one would for such a page.
///
/// # Errors
/// If the template does not have every place exactly once.
pub fn plain(
    guide: &Guide,
    lang: Lang,
    template: &str,
    styles: &Styles,
) -> Result<String, TemplateProblem> {
    let style = &styles.plain;
    let policy = policy::element(&policy::policy_without_scripts(style));
    let head = [
        &frame::head(guide, lang, None, &policy),
        "<style>",
        style,
        "</style>",
    ];
    let body = [
        &text(frame::top(guide, lang, None)),
        "<main id=main tabindex=-1>",
        &text(frame::main_anchor(lang)),
        &text(outline::outline(guide, lang)),
        "</main>",
        &text(frame::foot(lang, None)),
    ];
    fill(template, lang, head.concat(), body.concat())
}
