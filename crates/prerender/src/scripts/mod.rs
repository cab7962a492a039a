//! The scripts of the pages, which run without the program or before it. The policy names them by their digest.

use std::convert::Infallible;

use serde::{Deserialize, Serialize};

/// Each script as the pages hold it.
///
/// Attributes of the elements that hold them tell the differences between pages, so the scripts are the same in all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scripts {
    pub(crate) boot: String,
    pub(crate) closed: String,
    pub(crate) frame_policy: String,
    pub(crate) framed: String,
    pub(crate) guard: String,
    pub(crate) launch: String,
    pub(crate) snippets: String,
    pub(crate) start: String,
    pub(crate) unpack: String,
    /// Those of every page with the program.
    pub(crate) shared: String,
}

impl Scripts {
    /// The scripts, each shortened by a function that leaves its top-level names and ends its last statement.
    ///
    /// # Errors
    /// The errors of the function.
    pub fn shortened<E>(shorten: impl Fn(&str) -> Result<String, E>) -> Result<Self, E> {
        let shared = [include_str!("watch.js"), include_str!("save-map.js")];
        Ok(Self {
            boot: shorten(include_str!("boot.js"))?,
            closed: shorten(include_str!("closed.js"))?,
            frame_policy: shorten(include_str!("frame-policy.js"))?,
            framed: shorten(include_str!("framed.js"))?,
            guard: shorten(include_str!("guard.js"))?,
            launch: shorten(include_str!("launch.js"))?,
            snippets: shorten(include_str!("snippets.js"))?,
            start: shorten(include_str!("start.js"))?,
            unpack: shorten(include_str!("unpack.js"))?,
            shared: shorten(&shared.concat())?,
        })
    }

    /// The scripts as their authors wrote them.
    #[must_use]
    pub fn as_written() -> Self {
        let Ok(scripts) = Self::shortened(|script| Ok::<_, Infallible>(script.to_owned()));
        scripts
    }
}

/// A script within a page.
pub(crate) struct Inline {
    /// The differences that it is told: attributes of its element, each after a blank.
    pub(crate) attributes: String,
    pub(crate) text: String,
}

impl Inline {
    pub(crate) fn element(&self) -> String {
        ["<script", &self.attributes, ">", &self.text, "</script>"].concat()
    }
}
