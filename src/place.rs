//! Places in the address: `#node=<id>&view=<view>`, and the anchors that links without a program use.

use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};

/// The views of the page (檢視方式).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum View {
    /// Question by question (逐步引導).
    #[default]
    Guided,
    /// The whole flow, drawn (流程圖).
    Map,
    /// The calculator (時數檢核).
    Hours,
    /// The whole manual (完整說明), markup that the program only marks.
    Outline,
}

impl View {
    /// All views in the order of their switches.
    pub const ALL: [Self; 4] = [Self::Guided, Self::Map, Self::Hours, Self::Outline];

    /// The name in addresses and attributes.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Guided => "guided",
            Self::Map => "map",
            Self::Hours => "hours",
            Self::Outline => "outline",
        }
    }

    /// The view of a name; blanks around it do not matter.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        let id = id.trim();
        Self::ALL.into_iter().find(|view| view.id() == id)
    }
}

/// The view and the node that a fragment asks for; unknown parts ask for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The id of a node, which may not exist.
    pub node: Option<String>,
    /// A view.
    pub view: Option<View>,
}

impl From<View> for Place {
    fn from(view: View) -> Self {
        Self {
            node: None,
            view: Some(view),
        }
    }
}

impl Place {
    /// Reads a fragment, with or without its `#`, as mails and messengers change it: percent-encoded, `&amp;` for `&`,
    /// in capitals, with punctuation or the parameters of others behind a value.
    #[must_use]
    pub fn from_fragment(fragment: &str) -> Self {
        let fragment = percent_decode_str(fragment.trim_start_matches('#')).decode_utf8_lossy();
        let fragment = fragment.to_lowercase().replace("&amp;", "&");
        if let Some(node) = fragment.strip_prefix("outline-") {
            return Self {
                node: Some(id(node).to_owned()),
                view: Some(View::Outline),
            };
        }
        let mut place = Self {
            node: None,
            view: View::from_id(id(&fragment)),
        };
        for part in fragment.split(['&', '?']) {
            match part.split_once('=') {
                Some((name, node)) if name.trim() == "node" => {
                    place.node = place.node.or_else(|| Some(id(node).to_owned()));
                }
                Some((name, view)) if name.trim() == "view" => {
                    place.view = place.view.or(View::from_id(id(view)));
                }
                _ => {}
            }
        }
        place
    }

    /// Whether the fragment asks for anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.node.is_none() && self.view.is_none()
    }
}

/// The id that a value begins with; what follows is not ours.
fn id(value: &str) -> &str {
    let value = value.trim();
    let is_sign = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let end = value.find(|c| !is_sign(c)).unwrap_or(value.len());
    value.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(fragment: &str, node: Option<&str>, view: Option<View>) {
        let place = Place::from_fragment(fragment);
        assert_eq!(
            (place.node.as_deref(), place.view),
            (node, view),
            "{fragment}"
        );
    }

    #[test]
    fn fragments_name_a_node_a_view_or_nothing() {
        check("", None, None);
        check("#", None, None);
        check("#node=start", Some("start"), None);
        check("#view=hours", None, Some(View::Hours));
        check(
            "#node=group-d&view=outline",
            Some("group-d"),
            Some(View::Outline),
        );
        check(
            "#view=guided&node=my-area",
            Some("my-area"),
            Some(View::Guided),
        );
        check("#outline-system-d6", Some("system-d6"), Some(View::Outline));
        check("#hours", None, Some(View::Hours));
        // Of two the first counts, as for the script in the head.
        check("#view=hours&view=map", None, Some(View::Hours));
        // As mails and messengers change them.
        check(
            "#node%3Dgroup-d%26view%3Doutline",
            Some("group-d"),
            Some(View::Outline),
        );
        check(
            "#node=group-d&amp;view=map",
            Some("group-d"),
            Some(View::Map),
        );
        check("#NODE=Group-D", Some("group-d"), None);
        check("#view=Hours", None, Some(View::Hours));
        check("#node=group-d%20", Some("group-d"), None);
        check("#outline-group-d）", Some("group-d"), Some(View::Outline));
        for tail in [
            "。",
            "）",
            ")",
            ",",
            "?openExternalBrowser=1",
            "&utm_source=mail",
        ] {
            let view = ["#view=hours", tail].concat();
            check(&view, None, Some(View::Hours));
            check(&["#node=start", tail].concat(), Some("start"), None);
        }
        check("#view=%20nonsense&x=1&&=", None, None);
        check("#view= hours ", None, Some(View::Hours));
    }
}
