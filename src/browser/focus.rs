//! Focus and scrolling: where guide and hours want the reader to be.

use std::cell::Cell;
use std::rc::Rc;

use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::document::{by_id, document, is_framed};
use super::map;
use crate::guided::{Attention, Walk};
use crate::hours;
use crate::place::View;
use crate::store::Store;

/// Moves the focus to where the walk wants it, once the view that is shown is known.
#[hook]
pub(crate) fn use_focus(walk: &Rc<Walk>) {
    let attention = walk.arrived.then_some(walk.attention);
    let walk = walk.clone();
    use_effect_with(attention, move |attention| match attention {
        Some((_, Attention::Place)) => focus_place(&walk),
        // The hours have opened its box by now, but it could not have the focus before the view was shown.
        Some((_, Attention::Paste)) => focus("paste"),
        // A spot of the map has the focus already, see `follow_spots`; the step beside the map is made by another root.
        Some((_, Attention::Stay | Attention::Spot(_) | Attention::Panel)) | None => {}
    });
}

/// Moves the focus to the step beside the map, after a press in the one before it.
#[hook]
pub(crate) fn use_panel_focus(attention: (u32, Attention)) {
    use_effect_with(attention, |(_, attention)| {
        if *attention == Attention::Panel {
            focus("panel-title");
        }
    });
}

/// Moves the focus to the current place of the view that is shown.
fn focus_place(walk: &Walk) {
    match (walk.view, walk.current()) {
        (View::Outline, Some(node)) if walk.node != walk.page.flow.start() => {
            focus(&["outline-", &node.id].concat());
        }
        (view, _) => focus(&[view.id(), "-title"].concat()),
    }
}

/// Moves the focus along the map at once and not after a rendering: the next key has to be heard by the spot that it is pressed on.
pub(super) fn follow_spots(walk: &Rc<Store<Walk>>) {
    let followed = Cell::new(0);
    walk.subscribe(Callback::from(move |walk: Rc<Walk>| {
        let (turn, attention) = walk.attention;
        if let (true, Attention::Spot(spot)) = (followed.replace(turn) != turn, attention) {
            map::focus(&walk, spot);
        }
    }));
}

/// Moves the focus to where the hours want it.
#[hook]
pub(crate) fn use_hours_focus(attention: (u32, hours::Attention)) {
    use_effect_with(attention, |(_, attention)| match attention {
        hours::Attention::Stay => {}
        hours::Attention::Heading => focus("hours-title"),
        hours::Attention::Verdict if by_id("errors").is_some() => focus("errors"),
        hours::Attention::Verdict => {
            // Where the verdict is a bar that sticks, its own place may be far above.
            if let Some(place) = by_id("verdict-place") {
                reveal(&place);
            }
            focus("summary");
        }
        hours::Attention::Review => focus("review"),
        hours::Attention::Reading(row) => focus(&["reading-", row.id()].concat()),
        hours::Attention::Paste => focus("paste"),
        hours::Attention::Coming(line) => focus(&format!("coming-row-{line}")),
        hours::Attention::ComingAdd => focus("coming-add"),
    });
}

/// Moves the focus to an element, if it is there.
pub(super) fn focus(id: &str) {
    if let Some(element) = by_id(id) {
        focus_on(&element);
    }
}

/// Moves the focus to an element, a link of the map included: it can be focused as HTML elements can, although its type is another.
pub(super) fn focus_on(element: &HtmlElement) {
    if may_move() {
        // An element that cannot have the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Scrolls to an element, as far as needed.
pub(super) fn reveal(element: &Element) {
    if !may_move() {
        return;
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Whether focus and scrolling may be moved: in a frame that does not have the focus they would be taken from its host.
pub(super) fn may_move() -> bool {
    !is_framed() || document().is_some_and(|document| document.has_focus().unwrap_or_default())
}
