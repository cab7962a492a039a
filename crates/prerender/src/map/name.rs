//! The full names of the map's links: what a node is and where it leads, for those who hear it.

use flowchart::{EdgeKind, NodeKind};
use guide::{Guide, Lang, Node};
use learning_hours_guide::wording::Wording;

use crate::words::words;

/// Kind, title and ways out of a node; its number comes before. The visible text of the box stands in it as it is (WCAG 2.5.3).
pub(super) fn name(guide: &Guide, node: &Node, lang: Lang) -> String {
    let words = words(lang);
    let mut name = kind(node, lang).map_or_else(String::new, |kind| [&kind, words.colon].concat());
    name.push_str(node.short_title(lang));
    for (kind, intro) in [
        (EdgeKind::Answer, words.map_answers),
        (EdgeKind::Next, words.map_next),
        (EdgeKind::Trouble, words.map_troubles),
    ] {
        let texts: Vec<&str> = (node.exits.iter())
            .filter(|exit| exit.kind == kind)
            .map(|exit| match kind {
                EdgeKind::Next => guide.node(exit.to).map_or("", |to| to.short_title(lang)),
                _ => exit.text.get(lang),
            })
            .collect();
        if !texts.is_empty() {
            // A title that ends a sentence needs no full stop.
            if !name.ends_with(['？', '?', '。', '.']) {
                name.push_str(words.map_stop);
            }
            name.push_str(intro);
            name.push_str(&texts.join(words.map_or));
        }
    }
    name
}

/// The word for what a node is; steps need none.
fn kind(node: &Node, lang: Lang) -> Option<String> {
    let is_named = node.kind != NodeKind::Step;
    is_named.then(|| Wording::of(lang).node_kind(node.kind).to_string())
}
