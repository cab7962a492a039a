//! Where the badges of troubles hang: along the upper edge of what they help with, from its right corner.

use super::structure::{Home, Structure};
use super::{Drawing, List, Parts, Rect};
use crate::NodeIx;

/// A badge as far as it can be pressed; it is drawn a little smaller.
pub(super) const BADGE: i32 = 28;
/// As far as it is drawn.
pub(super) const DISC: i32 = 22;
/// So many hang side by side; the others stand in a list.
const MOST: usize = 3;
/// Free beside the middle of the edge, where lines arrive.
const MIDDLE: i32 = 20;

/// Places all badges, once boxes and groups have their places. A trouble that nothing leads to stands in the corner.
pub(super) fn hang(structure: &Structure, parts: &Parts, drawing: &mut Drawing) {
    let mut homes: Vec<(Home, Vec<usize>)> = Vec::new();
    for (node, home) in structure.homes.iter().enumerate() {
        let Some(home) = home else {
            continue;
        };
        match homes.iter_mut().find(|(other, _)| other == home) {
            Some((_, nodes)) => nodes.push(node),
            None => homes.push((*home, vec![node])),
        }
    }
    let bottom = drawing.boxes.iter().map(Rect::bottom).max().unwrap_or(0);
    for (home, nodes) in homes {
        let rect = match home {
            Home::Node(node) => drawing.boxes[node],
            Home::Group(group) => drawing.groups[group],
            Home::Nowhere => Rect {
                y: -2 * BADGE,
                width: 6 * BADGE,
                ..Rect::default()
            },
        };
        let shown = nodes.len().min(MOST);
        for (slot, node) in nodes.iter().take(shown).enumerate() {
            drawing.boxes[*node] = badge(rect, slot);
        }
        if nodes.len() > shown {
            let badge = badge(rect, shown);
            let hidden = &nodes[shown..];
            let height: i32 = hidden.iter().map(|node| parts.size(*node).height).sum();
            // At the lower edge the list opens upwards.
            let mut y = badge.bottom().min((bottom - height).max(0));
            for node in hidden {
                let size = parts.size(*node);
                drawing.boxes[*node] = Rect {
                    x: badge.right() - size.width,
                    y,
                    width: size.width,
                    height: size.height,
                };
                y += size.height;
            }
            drawing.lists.push(List {
                badge,
                nodes: hidden.iter().copied().map(NodeIx).collect(),
            });
        }
    }
}

fn badge(rect: Rect, slot: usize) -> Rect {
    let slot = slot as i32;
    let middle = rect.x + rect.width / 2;
    let first = rect.right() - 2;
    // Right of the middle as far as there is room, then left of it.
    let room = ((first - middle - MIDDLE).div_euclid(BADGE) + 1).max(0);
    let centre = match slot < room {
        true => first - slot * BADGE,
        false => middle - MIDDLE - (slot - room) * BADGE,
    };
    Rect {
        x: centre - BADGE / 2,
        y: rect.y - BADGE / 2,
        width: BADGE,
        height: BADGE,
    }
}

/// The disc that is drawn of a badge.
pub(super) fn disc(badge: Rect) -> Rect {
    let edge = (BADGE - DISC) / 2;
    Rect {
        x: badge.x + edge,
        y: badge.y + edge,
        width: DISC,
        height: DISC,
    }
}
