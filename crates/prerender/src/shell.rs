//! Everything of a build but its content: with it the studio makes the same pages in a browser.

use serde::{Deserialize, Serialize};

use crate::{Parts, Scripts, Styles};

/// The parts that a page is made of beside its guide. A build writes them as `studio/shell.json`.
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
    /// Borrows the parts, to fill pages with them.
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
