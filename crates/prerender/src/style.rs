//! The style sheets as one text for the head of a page.

/// A file of `styles/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stylesheet {
    /// Its path below `styles/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Joins the files by path, `layers.css` first: the order of layers is said there,
/// so no other order of files matters. Comments and needless blanks are left out.
#[must_use]
pub fn join(mut sheets: Vec<Stylesheet>) -> String {
    sheets.sort_by_key(|sheet| (sheet.path != "layers.css", sheet.path.clone()));
    sheets.iter().map(|sheet| shorten(&sheet.text)).collect()
}

/// Our own sheets only: no string in them holds a comment mark or two blanks.
pub(crate) fn shorten(css: &str) -> String {
    let mut text = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let mut short = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for mark in ["{", "}", ";", ",", ">"] {
        short = short
            .replace(&[mark, " "].concat(), mark)
            .replace(&[" ", mark].concat(), mark);
    }
    short.replace(": ", ":").replace(";}", "}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(css: &str, expect: &str) {
        assert_eq!(shorten(css), expect);
    }

    #[test]
    fn comments_and_blanks_go_and_meaning_stays() {
        check(
            "a { b: c; }\n/* x */ d > e , f { g: h 1px; }",
            "a{b:c}d>e,f{g:h 1px}",
        );
        check("/* no end", "");
        check(
            "a:hover b { c: calc(1px + 2px); }",
            "a:hover b{c:calc(1px + 2px)}",
        );
        check(
            "@media (width > 40em) and (hover) { a { b: c } }",
            "@media (width>40em) and (hover){a{b:c}}",
        );
    }
}
