//! The step of the current node beside the map: over the side that is away from the node, or a bar below where there is no room for that.

use std::rc::Rc;

use flowchart::{NodeIx, NodeKind};
use yew::prelude::*;

use crate::browser;
use crate::components::{Prose, pressed, text};
use crate::guided::{Actions, Answers, Attention, WalkAction};
use crate::page::Page;
use crate::place::View;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct PanelProps {
    pub(super) page: Rc<Page>,
    pub(super) at: NodeIx,
    pub(super) attention: (u32, Attention),
    pub(super) on_action: Callback<WalkAction>,
}

#[component]
pub(super) fn Panel(props: &PanelProps) -> Html {
    let PanelProps {
        page,
        at,
        attention,
        on_action,
    } = props;
    browser::use_panel_focus(*attention);
    let Some(node) = page.node(*at) else {
        return Html::default();
    };
    let words = &page.words;
    let to_guide = WalkAction::PlaceOpened(View::Guided.into());
    html! {
        <aside
            class="panel"
            data-part="panel"
            data-side={if is_left(page, *at) { "right" } else { "left" }}
            aria-labelledby="panel-title"
        >
            <div class="panel__step">
                <h3 class="panel__title" id="panel-title" tabindex="-1">{ text(&node.title, words.lang) }</h3>
                <button
                    type="button"
                    class="panel__close"
                    data-action="close-panel"
                    aria-label={&words.panel_close}
                    onclick={pressed(on_action, WalkAction::PanelClosed)}
                >
                    { "×" }
                </button>
                <Prose class="prose panel__body" markup={node.body.clone()} />
                if node.kind == NodeKind::Question {
                    <Answers {page} node={*at} {on_action} />
                }
                <Prose class="prose panel__body" markup={node.notes.clone()} />
                <Actions {page} node={*at} has_way={false} {on_action} />
                <a class="panel__guide" href="#guided" onclick={pressed(on_action, to_guide)}>{ &words.map_guide }</a>
            </div>
        </aside>
    }
}

/// Whether a node stands in the left half of the wide form.
fn is_left(page: &Page, at: NodeIx) -> bool {
    let map = &page.edition.map;
    let [wide, _] = map.sizes;
    map.boxes.get(at.0).is_some_and(|boxes| {
        let [form, _] = &boxes.forms;
        form.rect.centre().x <= wide.width / 2
    })
}
