//! A node of the map with its answers: each a link, which the program follows in place.

use std::rc::Rc;

use flowchart::{EdgeIx, NodeIx, NodeKind, Rect};
use guide::edition::TextBox;
use yew::prelude::*;

use super::{FORMS, Spot, Standing, Stop, badge, lines, num, tab_index, translate};
use crate::browser;
use crate::components::pressed;
use crate::guided::WalkAction;
use crate::page::Page;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct MapNodeProps {
    pub(super) page: Rc<Page>,
    pub(super) at: NodeIx,
    pub(super) stop: Stop,
    /// Its place in a narrow window, where it is shown there.
    pub(super) narrow: Option<Rect>,
    /// The answers, how they stand, and their places in a narrow window.
    pub(super) answers: Vec<(EdgeIx, Standing, Option<Rect>)>,
    /// Where a press leads if it is a trouble that is open: back to what it helps with.
    pub(super) closes_to: Option<NodeIx>,
    /// Whether it is a trouble in a list, and whether that list is open.
    pub(super) listed: Option<bool>,
    /// The tab stop of the map, where it is here.
    pub(super) tab: Option<Spot>,
    /// Whether the map has one tab stop, as it has once the program is there.
    pub(super) has_tab: bool,
    pub(super) on_action: Callback<WalkAction>,
}

#[component]
pub(super) fn MapNode(props: &MapNodeProps) -> Html {
    let MapNodeProps {
        page,
        at,
        stop,
        narrow,
        answers,
        closes_to,
        listed,
        tab,
        has_tab,
        on_action,
    } = props;
    let Some((node, boxes)) = page.node(*at).zip(page.edition.map.boxes.get(at.0)) else {
        return Html::default();
    };
    let kind = match node.kind {
        NodeKind::Question => "map__node--question",
        NodeKind::Step => "map__node--step",
        NodeKind::Trouble => "map__node--trouble",
        NodeKind::Outcome => "map__node--outcome",
    };
    let here = Spot::Node(*at);
    let press = WalkAction::SpotChosen(closes_to.map_or(here, Spot::Node));
    let onkeydown = {
        let on_key = moved(on_action, here);
        let close = closes_to.map(|to| pressed_key(on_action, WalkAction::TroubleClosed(to)));
        Callback::from(move |key: KeyboardEvent| match &close {
            Some(close) if browser::is_escape(&key) => close.emit(key),
            _ => on_key.emit(key),
        })
    };
    html! {
        <g role="listitem">
            <a
                class={classes!(
                    "map__node",
                    kind,
                    narrow.is_none().then_some("map__away"),
                    (*listed == Some(false)).then_some("map__node--folded"),
                )}
                href={["#outline-", &node.id].concat()}
                data-map-node={&node.id}
                data-state={stop.standing.id()}
                aria-label={[&page.number_name(node.kind, *stop), &*boxes.name].concat()}
                aria-current={(stop.standing == Standing::Current && *has_tab).then_some("step")}
                tabindex={tab_index(*tab == Some(here), *has_tab)}
                onclick={pressed(on_action, press)}
                {onkeydown}
            >
                { for FORMS.into_iter().zip(&boxes.forms).map(|(class, it)| form(class, node.kind, it.rect, &it.text)) }
                { for narrow.iter().map(|rect| form("map__narrow", node.kind, *rect, &boxes.narrow)) }
            </a>
            { for answers.iter().filter_map(|(edge, standing, narrow)| {
                let tab = tab_index(*tab == Some(Spot::Answer(*edge)), *has_tab);
                answer(page, *edge, *standing, *narrow, tab, on_action)
            }) }
        </g>
    }
}

/// A node in one form: its shape and its text, or its badge.
fn form(class: &'static str, kind: NodeKind, rect: Rect, text: &[AttrValue]) -> Html {
    let Rect { width, height, .. } = rect;
    html! {
        <g {class} transform={translate(rect)}>
            if kind == NodeKind::Trouble && text.is_empty() {
                { badge("?", rect) }
            } else {
                <rect x={num(width / 2 - width)} width={num(width)} height={num(height)} rx={num(match kind {
                    NodeKind::Question | NodeKind::Outcome => height.min(44) / 2,
                    NodeKind::Step | NodeKind::Trouble => 8,
                })} />
                { lines(text, height) }
            }
        </g>
    }
}

fn answer(
    page: &Page,
    edge: EdgeIx,
    standing: Standing,
    narrow: Option<Rect>,
    tab: Option<&'static str>,
    on_action: &Callback<WalkAction>,
) -> Option<Html> {
    let exit = page.exit(edge)?;
    let to = page.node(exit.to)?;
    let line = page.edition.map.lines.get(edge.0)?;
    let labels = line.label.as_ref()?;
    let here = Spot::Answer(edge);
    let pill = |class: &'static str, rect: Rect, text: &[AttrValue]| {
        let Rect { width, height, .. } = rect;
        html! {
            <g {class} transform={translate(rect)}>
                <rect x={num(width / 2 - width)} width={num(width)} height={num(height)} rx={num(height.min(28) / 2)} />
                { lines(text, height) }
            </g>
        }
    };
    Some(html! {
        <a
            class={classes!("map__answer", narrow.is_none().then_some("map__away"))}
            href={["#outline-", &to.id].concat()}
            data-map-answer={page.answer_name(edge)}
            data-state={standing.id()}
            aria-label={&exit.text}
            tabindex={tab}
            onclick={pressed(on_action, WalkAction::SpotChosen(here))}
            onkeydown={moved(on_action, here)}
        >
            { for FORMS.into_iter().zip(labels).map(|(class, TextBox { rect, text })| pill(class, *rect, text)) }
            { for narrow.iter().map(|rect| pill("map__narrow", *rect, &line.narrow)) }
        </a>
    })
}

/// Emits where a key leads from a spot.
fn moved(on_action: &Callback<WalkAction>, here: Spot) -> Callback<KeyboardEvent> {
    let on_action = on_action.clone();
    Callback::from(move |key: KeyboardEvent| {
        if let Some(by) = browser::map_move(&key) {
            key.prevent_default();
            on_action.emit(WalkAction::SpotMoved(here, by));
        }
    })
}

/// Emits an action on a key.
fn pressed_key(on_action: &Callback<WalkAction>, action: WalkAction) -> Callback<KeyboardEvent> {
    on_action.reform(move |key: KeyboardEvent| {
        key.prevent_default();
        action.clone()
    })
}
