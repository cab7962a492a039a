//! The single file: a page that holds its program, for a folder that takes one file, for a disk, for a frame without an origin.
//!
//! Data and program are one compressed text in it (decision 0015). It asks for nothing, and its policy lets it ask for nothing.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use guide::{Guide, Lang};
use miniz_oxide::deflate::compress_to_vec_zlib;

use crate::scripts::Inline;
use crate::{Finished, Form, Parts, Pieces, TemplateProblem, closed, frame, markup, policy};

/// A program to be held by a page.
#[derive(Clone, Copy, Debug)]
pub struct Program<'a> {
    /// The glue as an expression, see [`expression`].
    pub glue: &'a str,
    /// The program itself.
    pub wasm: &'a [u8],
    /// The content files that the page is made of, as `studio/source.json` has them, for the studio to open the page again.
    pub source: &'a str,
}

/// As small as it gets: a build takes its time once, every reader loads the file.
const LEVEL: u8 = 10;

/// A server that names another encoding than UTF-8 is wrong, and a mark at the very start tells browsers so: it counts for more.
const MARK: &str = "\u{feff}";

/// The single files in the languages that are named.
///
/// # Errors
/// If the template does not have every place exactly once.
pub fn singles(
    guide: &Guide,
    langs: &[Lang],
    parts: Parts<'_>,
    program: Program<'_>,
) -> Result<Vec<Finished>, TemplateProblem> {
    let mut files = crate::finished(guide, langs, parts, &[Form::Single(program)])?;
    for file in &mut files {
        file.html.insert_str(0, MARK);
    }
    Ok(files)
}

/// The glue, a module, as an expression whose value starts the program: a script in the page can hold it, and its short names
/// meet no others. Nothing where it does not end as wasm-bindgen writes it, or where it would end the script that holds it.
#[must_use]
pub fn expression(glue: &str) -> Option<String> {
    let (code, exports) = glue.rsplit_once("export")?;
    let (names, rest) = exports.trim_start().strip_prefix('{')?.split_once('}')?;
    let is_end = rest.trim().trim_end_matches(';').is_empty();
    let mut names = names.split(',').filter_map(|name| name.split_once(" as "));
    let (start, _) = names.find(|(_, outer)| outer.trim() == "default")?;
    let is_harmless = !["</script", "<script", "<!--"]
        .iter()
        .any(|mark| code.to_ascii_lowercase().contains(mark));
    (is_end && is_harmless).then(|| {
        // On lines of their own, since the code may end in a comment.
        ["(()=>{", code, "\nreturn ", start.trim(), "})()"].concat()
    })
}

/// How such a page differs from one that loads its program.
pub(crate) fn pieces(
    guide: &Guide,
    lang: Lang,
    lines: &str,
    parts: Parts<'_>,
    program: Program<'_>,
) -> Pieces {
    let (styles, scripts) = (parts.styles, parts.scripts);
    let style = [&*styles.site, &styles.closed].concat();
    let boot = frame::boot(scripts, None);
    let start = Inline {
        attributes: " type=\"module\"".to_owned(),
        text: [
            // Marks the page before the program starts.
            &*scripts.closed,
            "const initialize=",
            program.glue,
            ";\n",
            &scripts.unpack,
            &scripts.launch,
            &scripts.shared,
        ]
        .concat(),
    };
    let policy = policy::policy_of_single(&style, &[&parts.scripts.guard, &boot.text, &start.text]);
    Pieces {
        links: String::new(),
        boot,
        top: markup::text(frame::top(guide, lang, None)),
        notes: markup::text(frame::notes(lang, true)),
        data: String::new(),
        last: closed::notice(lang),
        foot: markup::text(frame::foot(guide, lang, None)),
        packed: format!(
            "<script type=\"text/plain\" id=\"source\">{}</script>\
             <script type=\"text/plain\" data-length=\"{}\" id=\"packed\">{}</script>",
            packed(program.source.as_bytes()),
            lines.len(),
            packed(&[lines.as_bytes(), program.wasm].concat())
        ),
        style,
        start,
        policy: policy::element(&policy),
    }
}

/// Bytes as a compressed text.
fn packed(bytes: &[u8]) -> String {
    // The sum at its end lets a browser notice what was damaged.
    STANDARD.encode(compress_to_vec_zlib(bytes, LEVEL))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glue_becomes_an_expression_or_is_refused() {
        let check = |glue: &str, expect: Option<&str>| {
            assert_eq!(expression(glue).as_deref(), expect, "{glue}");
        };
        let expect = "(()=>{let a=1;function $(){};\nreturn $})()";
        check(
            "let a=1;function $(){};export{$ as default,U as initSync};",
            Some(expect),
        );
        check(
            "let a=1;function $(){};export { U as initSync, $ as default };\n",
            Some(expect),
        );
        check(
            "a; // export\nexport{b as default}",
            Some("(()=>{a; // export\n\nreturn b})()"),
        );
        check("export default function $(){}", None);
        check("a;export{b as c};", None);
        check("a;export{b as default};c()", None);
        check("a='</SCRIPT>';export{b as default};", None);
        check("a<!--b;export{b as default};", None);
        check("a", None);
    }

    #[test]
    fn what_is_packed_is_data_and_program() {
        let (lines, wasm) = ("一\n二\n", b"\0asm\x01\0\0\0");
        let both = [lines.as_bytes(), wasm].concat();
        let bytes = STANDARD.decode(packed(&both)).expect("base 64");
        let bytes = miniz_oxide::inflate::decompress_to_vec_zlib(&bytes).expect("a whole stream");
        assert_eq!(bytes, both);
    }
}
