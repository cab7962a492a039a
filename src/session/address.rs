//! Places in the address: `#node=<id>&view=<view>`, and the anchors that links without a program use.

use super::{Session, View};

/// What a fragment asks for; unknown parts ask for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The id of a node, which may not exist.
    pub node: Option<String>,
    /// A view.
    pub view: Option<View>,
}

impl Place {
    /// Reads a fragment, with or without its `#`.
    #[must_use]
    pub fn from_fragment(fragment: &str) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        if let Some(node) = fragment.strip_prefix("outline-") {
            return Self {
                node: Some(node.to_owned()),
                view: Some(View::Outline),
            };
        }
        let mut place = Self {
            node: None,
            view: View::from_id(fragment),
        };
        for part in fragment.split('&') {
            match part.split_once('=') {
                Some(("node", id)) => place.node = Some(id.trim().to_owned()),
                Some(("view", id)) => place.view = View::from_id(id).or(place.view),
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

/// The fragment of the place where a session is.
#[must_use]
pub fn fragment(session: &Session) -> String {
    let node = session.current().map_or("", |node| node.id.as_str());
    match session.view {
        View::Guided => ["#node=", node].concat(),
        view => ["#node=", node, "&view=", view.id()].concat(),
    }
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
        check("#view=%20nonsense&x=1&&=", None, None);
        check("#view= hours ", None, Some(View::Hours));
    }
}
