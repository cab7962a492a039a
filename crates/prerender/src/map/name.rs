//! The full names of the map's links: what a node is and where it leads, for those who hear it.

use flowchart::EdgeKind;
use guide::{Guide, Lang, Node};

use crate::words::words;

/// Title and ways out of a node; its kind and number come before.
pub(super) fn name(guide: &Guide, node: &Node, lang: Lang) -> String {
    let words = words(lang);
    let mut name = node.title.get(lang).to_owned();
    for (kind, intro) in [
        (EdgeKind::Answer, words.map_answers),
        (EdgeKind::Next, words.map_next),
        (EdgeKind::Trouble, words.map_troubles),
    ] {
        let texts: Vec<&str> = (node.exits.iter())
            .filter(|exit| exit.kind == kind)
            .map(|exit| match kind {
                EdgeKind::Next => guide.nodes.get(exit.to).map_or("", |to| to.title.get(lang)),
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
