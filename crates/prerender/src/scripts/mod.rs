//! The small scripts of the page, each a third of its size in the program; the policy names them by their digest.

/// All of them as one text, without comments and needless blanks.
#[must_use]
pub fn scripts() -> String {
    [
        include_str!("adopt.js"),
        include_str!("save-map.js"),
        include_str!("read-file.js"),
        include_str!("take-along.js"),
    ]
    .map(shorten)
    .concat()
}

/// Every statement ends with its own mark, so lines can be joined.
pub(crate) fn shorten(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let code = lines.filter(|line| !line.starts_with("//"));
    [";", &code.collect::<String>()].concat()
}
