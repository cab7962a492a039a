//! The flow of a guide as the other programs read it: nodes, edges and their texts in one language.

use flowchart::{EdgeKind, NodeKind};
use guide::{Guide, Lang};
use serde_json::{Value, json};

/// `{"title":…,"nodes":[…],"edges":[…]}`, in the order of the content.
pub(crate) fn json(guide: &Guide, lang: Lang) -> String {
    let id = |node: usize| guide.nodes.get(node).map(|node| node.id.as_str());
    let nodes = guide.nodes.iter().map(|node| {
        let kind = match node.kind {
            NodeKind::Question => "question",
            NodeKind::Step => "step",
            NodeKind::Trouble => "trouble",
            NodeKind::Outcome => "outcome",
        };
        json!({ "id": node.id, "kind": kind, "title": node.title.get(lang) })
    });
    let exits =
        (guide.nodes.iter()).flat_map(|node| node.exits.iter().map(move |exit| (node, exit)));
    let edges = exits.map(|(node, exit)| {
        let kind = match exit.kind {
            EdgeKind::Answer => "answer",
            EdgeKind::Next => "next",
            EdgeKind::Trouble => "trouble",
        };
        // Our own map shows no other texts beside its lines.
        let label = (exit.kind == EdgeKind::Answer).then(|| exit.text.get(lang));
        json!({ "from": node.id, "to": id(exit.to), "label": label, "kind": kind })
    });
    json!({
        "title": guide.site.title.get(lang),
        "nodes": nodes.collect::<Value>(),
        "edges": edges.collect::<Value>(),
    })
    .to_string()
}
