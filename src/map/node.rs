//! A node of the map with its answers: each a link, which the program follows in place.

use std::rc::Rc;

use flowchart::{EdgeIx, NodeIx, NodeKind, Rect};
use guide::edition::TextBox;
use yew::prelude::*;

use super::{Spot, Standing, Stop, lines, num, tab_index};
use crate::browser;
use crate::components::pressed;
use crate::guided::WalkAction;
use crate::page::Page;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct MapNodeProps {
    pub(super) page: Rc<Page>,
    pub(super) at: NodeIx,
    pub(super) stop: Stop,
    /// The answers, and how they stand.
    pub(super) answers: Vec<(EdgeIx, Standing)>,
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
        answers,
        tab,
        has_tab,
        on_action,
    } = props;
    let Some((node, boxes)) = page.node(*at).zip(page.edition.map.boxes.get(at.0)) else {
        return Html::default();
    };
    let class = match node.kind {
        NodeKind::Question => "map__node map__node--question",
        NodeKind::Step => "map__node map__node--step",
        NodeKind::Trouble => "map__node map__node--trouble",
        NodeKind::Outcome => "map__node map__node--outcome",
    };
    let forms = FORMS.into_iter().zip(&boxes.forms);
    let here = Spot::Node(*at);
    html! {
        <g role="listitem">
            <a
                {class}
                href={["#outline-", &node.id].concat()}
                data-map-node={&node.id}
                data-state={stop.standing.id()}
                aria-label={[&page.number_name(*stop), &*boxes.name].concat()}
                aria-current={(stop.standing == Standing::Current && *has_tab).then_some("step")}
                tabindex={tab_index(*tab == Some(here), *has_tab)}
                onclick={pressed(on_action, WalkAction::SpotChosen(here))}
                onkeydown={moved(on_action, here)}
            >
                { for forms.map(|(class, it)| html! {
                    <g {class} transform={translate(it)}>
                        { shape(node.kind, it) }
                        { lines(&it.text, 6, node.kind != NodeKind::Step) }
                    </g>
                }) }
            </a>
            { for answers.iter().filter_map(|(edge, standing)| {
                let tab = tab_index(*tab == Some(Spot::Answer(*edge)), *has_tab);
                answer(page, *edge, *standing, tab, on_action)
            }) }
        </g>
    }
}

const FORMS: [&str; 2] = ["map__wide", "map__narrow"];

fn answer(
    page: &Page,
    edge: EdgeIx,
    standing: Standing,
    tab: Option<&'static str>,
    on_action: &Callback<WalkAction>,
) -> Option<Html> {
    let exit = page.exit(edge)?;
    let to = page.node(exit.to)?;
    let labels = page.edition.map.lines.get(edge.0)?.label.as_ref()?;
    let here = Spot::Answer(edge);
    Some(html! {
        <a
            class="map__answer"
            href={["#outline-", &to.id].concat()}
            data-map-answer={page.answer_name(edge)}
            data-state={standing.id()}
            aria-label={&exit.text}
            tabindex={tab}
            onclick={pressed(on_action, WalkAction::SpotChosen(here))}
            onkeydown={moved(on_action, here)}
        >
            { for FORMS.into_iter().zip(labels).map(|(class, it)| {
                let Rect { width, height, .. } = it.rect;
                html! {
                    <g {class} transform={translate(it)}>
                        <rect x={num(width / 2 - width)} width={num(width)} height={num(height)} rx="11" />
                        { lines(&it.text, 2, false) }
                    </g>
                }
            }) }
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

fn translate(it: &TextBox) -> String {
    format!("translate({},{})", it.rect.centre().x, it.rect.y)
}

/// How far the corners of a question stand out, and how much of a trouble's are cut off.
const POINT: i32 = 12;
const CUT: i32 = 8;

/// The shape of a kind, around the middle of its upper edge.
fn shape(kind: NodeKind, it: &TextBox) -> Html {
    let Rect { width, height, .. } = it.rect;
    let half = width / 2;
    let left = width - half;
    match kind {
        NodeKind::Question => {
            let (right, middle) = (half - POINT, height / 2);
            let rest = height - middle;
            let d = format!(
                "M-{left} {middle}l{POINT}-{middle}H{right}l{POINT} {middle}-{POINT} {rest}H-{right}z"
            );
            html! { <path {d} /> }
        }
        NodeKind::Trouble => {
            let bottom = height - CUT;
            let d = format!("M-{left} {CUT}l{CUT}-{CUT}H{half}V{bottom}l-{CUT} {CUT}H-{left}z");
            html! { <path {d} /> }
        }
        NodeKind::Step | NodeKind::Outcome => {
            let round = if kind == NodeKind::Outcome {
                (height / 2).min(26)
            } else {
                4
            };
            html! { <rect x={num(-left)} width={num(width)} height={num(height)} rx={num(round)} /> }
        }
    }
}
