//! Everything of a build but its content: with it the studio makes the same pages in a browser.

use serde::{Deserialize, Serialize};

use crate::{Parts, Scripts, Styles};

/// What a page is made of beside its guide. A build writes it as `studio/shell.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shell {
    /// The page with `{{…}}` where the parts belong, see [`template`](crate::template).
    pub template: String,
    /// The style sheets.
    pub styles: Styles,
    /// The small scripts.
    pub scripts: Scripts,
    /// The name of the glue beside `index.html`.
    pub glue: String,
    /// The name of the program beside `index.html`.
    pub wasm: String,
}

impl Shell {
    /// The same as what a page is filled into and what it loads.
    #[must_use]
    pub fn parts(&self) -> Parts<'_> {
        Parts {
            template: &self.template,
            styles: &self.styles,
            scripts: &self.scripts,
            glue: &self.glue,
            wasm: &self.wasm,
        }
    }
}
