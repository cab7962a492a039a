//! The page of the content studio before its program comes, which no content decides.

use guide::Lang;

use crate::scripts::Inline;
use crate::{Finished, Parts, TemplateProblem, fill, policy};

/// The studio's program, from the page.
const GLUE: &str = "./studio/studio-page.js";
const PROGRAM: &str = "./studio/studio-page_bg.wasm";

/// The style of the studio beside that of the site.
pub const STUDIO_STYLE: &str = include_str!("../../../studio/studio.css");

const DISK: &str = include_str!("../../../studio/disk.js");

/// The page of the studio, whose program lies in the folder `studio` beside it; `style` is [`STUDIO_STYLE`] shortened.
///
/// # Errors
/// If the template does not have every place exactly once.
pub fn studio(parts: Parts<'_>, style: &str) -> Result<Finished, TemplateProblem> {
    let scripts = parts.scripts;
    let style = [&*parts.styles.site, style].concat();
    let start = Inline {
        attributes: format!(" type=\"module\" data-glue=\"{GLUE}\" data-program=\"{PROGRAM}\""),
        text: [&*scripts.start, &scripts.launch].concat(),
    };
    let policy = policy::policy_of_studio(&style, &[&scripts.guard, DISK, &start.text]);
    let head = [
        &policy::element(&policy),
        "<title>內容編輯 Content studio</title><link rel=icon href=\"data:,\"><style>",
        &style,
        "</style><script>",
        &scripts.guard,
        "</script><script>",
        DISK,
        "</script>",
    ];
    let body = [include_str!("../../../studio/body.html"), &start.element()];
    let html = fill(parts.template, Lang::ZhHant, head.concat(), body.concat())?;
    Ok(Finished {
        path: "studio.html",
        html,
    })
}
