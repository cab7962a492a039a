//! The style sheets of the pages. The policy names them by their digest.

use std::convert::Infallible;

use serde::{Deserialize, Serialize};

/// A file of `styles/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stylesheet {
    /// Its path below `styles/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Each style as the pages hold it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Styles {
    /// The style that all pages with the program share: the files of `styles/`.
    pub(crate) site: String,
    pub(crate) closed: String,
    pub(crate) framed: String,
    pub(crate) snippets: String,
}

impl Styles {
    /// The styles, each shortened by a function that keeps the order of rules that matter.
    ///
    /// # Errors
    /// The errors of the function.
    pub fn shortened<E>(
        sheets: Vec<Stylesheet>,
        shorten: impl Fn(&str) -> Result<String, E>,
    ) -> Result<Self, E> {
        Ok(Self {
            site: shorten(&join(sheets))?,
            closed: shorten(include_str!("closed.css"))?,
            framed: shorten(include_str!("framed.css"))?,
            snippets: shorten(include_str!("snippets.css"))?,
        })
    }

    /// The styles as their authors wrote them.
    #[must_use]
    pub fn as_written(sheets: Vec<Stylesheet>) -> Self {
        let Ok(styles) = Self::shortened(sheets, |style| Ok::<_, Infallible>(style.to_owned()));
        styles
    }

    /// The same with more for all pages with the program.
    pub(crate) fn with(&self, more: &str) -> Self {
        Self {
            site: [&self.site, more].concat(),
            ..self.clone()
        }
    }
}

/// Joins the files by path, `layers.css` first: the order of layers is said there, so no other order of files matters.
fn join(mut sheets: Vec<Stylesheet>) -> String {
    sheets.sort_by_key(|sheet| (sheet.path != "layers.css", sheet.path.clone()));
    sheets.into_iter().map(|sheet| sheet.text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layers_come_first_and_the_rest_by_path() {
        let sheet = |path: &str| Stylesheet {
            path: path.to_owned(),
            text: path.to_owned() + " ",
        };
        let sheets = ["tokens.css", "layers.css", "components/card.css"].map(sheet);
        assert_eq!(
            join(sheets.into()),
            "layers.css components/card.css tokens.css "
        );
    }
}
