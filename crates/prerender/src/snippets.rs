//! The page that helps to embed the guide: choose, look, copy. It holds both languages and shows one.

use guide::{Guide, Lang};

use crate::{Finished, Parts, TemplateProblem, fill, markup, policy};

/// The page to choose settings, to look at the guide with them, and to copy the code for a host.
///
/// # Errors
/// If the template does not have every place exactly once.
pub fn snippets(guide: &Guide, parts: Parts<'_>) -> Result<Finished, TemplateProblem> {
    let style = [&*parts.styles.site, &parts.styles.snippets].concat();
    let script = &parts.scripts.snippets;
    let policy = policy::element(&policy::policy_with_frames(&style, &[script]));
    let title = markup::escape(guide.site.title.get(Lang::ZhHant));
    let head = [
        &policy,
        "<title>嵌入｜",
        &title,
        "</title><link rel=icon href=\"data:,\"><style>",
        &style,
        "</style>",
    ];
    let body = include_str!("snippets.html")
        .replace("{{title}}", &title)
        .replace(
            "{{title.en}}",
            &markup::escape(guide.site.title.get(Lang::En)),
        )
        .replace("{{nodes}}", &nodes(guide));
    let body = [&body, "<script>", script, "</script>"];
    let html = fill(parts.template, Lang::ZhHant, head.concat(), body.concat())?;
    Ok(Finished {
        path: "embed/index.html",
        html,
    })
}

/// The places where a reader may begin.
fn nodes(guide: &Guide) -> String {
    let mut options = String::new();
    for node in &guide.nodes {
        let [zh, en] = [Lang::ZhHant, Lang::En].map(|lang| markup::escape(node.title.get(lang)));
        options.push_str(&format!(
            "<option value=\"{}\" data-en=\"{en}\">{zh}</option>",
            node.id
        ));
    }
    options
}
