//! The map (流程圖): the whole flow, drawn. Geometry comes with the page; states follow from the walk.

mod chart;
mod line;
mod node;
mod panel;

use std::rc::Rc;

use flowchart::{EdgeIx, NodeIx, Point, Rect, Size};
use yew::prelude::*;

use crate::browser;
use crate::components::{Prose, pressed, text};
use crate::guided::{Attention, WalkAction};
use crate::page::Page;
use crate::place::View;
pub use chart::{Chart, Charted, Move, Spot, Standing, Stop};
use line::MapLine;
use node::MapNode;
use panel::Panel;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct MapProps {
    /// How everything stands.
    pub(crate) charted: Rc<Charted>,
    pub(crate) page: Rc<Page>,
    /// The node whose step is shown beside the map.
    pub(crate) panel: Option<NodeIx>,
    pub(crate) attention: (u32, Attention),
    pub(crate) on_action: Callback<WalkAction>,
}

#[component]
pub(crate) fn MapView(props: &MapProps) -> Html {
    let MapProps {
        charted,
        page,
        panel,
        attention,
        on_action,
    } = props;
    let (words, map) = (&page.words, &page.edition.map);
    let [wide, narrow] = map.sizes;
    let fit = if narrow.height >= wide.height {
        "xMinYMin meet"
    } else {
        "xMinYMin slice"
    };
    let view_box = |size: Size| format!("0 0 {} {}", size.width, size.height);
    let to_guide = WalkAction::PlaceOpened(View::Guided.into());
    html! {
        <section class="view map" id="map" data-view="map" aria-labelledby="map-title" onkeydown={panel.map(|_| closed_by_key(on_action))}>
            <div class="map__top">
                <h2 class="view__title" id="map-title" tabindex="-1">{ words.map.clone() }</h2>
                <p class="map__here" id="here" role="status">{ text(&charted.here, words.lang) }</p>
                <a class="map__guide" href="#guided" onclick={pressed(on_action, to_guide)}>{ words.map_guide.clone() }</a>
                <ul class="map__legend">
                    { for Standing::ALL.map(|it| html! { <li data-state={it.id()}>{ words.standing(it) }</li> }) }
                </ul>
            </div>
            <div class="map__sheet">
                <Prose tag="p" class="map__small" markup={map.too_small.clone()} />
                <div class="map__frame">
                    <svg
                        class="map__drawing"
                        viewBox={view_box(wide)}
                        preserveAspectRatio={fit}
                        data-narrow={view_box(narrow)}
                        onkeyup={|event: KeyboardEvent| browser::reveal_target(&event)}
                    >
                        <g aria-hidden="true">
                            <Lanes {page} />
                            <g class="map__lines">
                                { for charted.lines.iter().filter(|(_, it)| *it != Standing::Path).map(|(edge, standing)| line(page, *edge, *standing)) }
                                { for charted.lines.iter().filter(|(_, it)| *it == Standing::Path).map(|(edge, standing)| line(page, *edge, *standing)) }
                            </g>
                        </g>
                        <g role="list" aria-labelledby="map-title">
                            { for page.flow.nodes().zip(&charted.stops).map(|(at, stop)| html! {
                                <MapNode
                                    {page}
                                    {at}
                                    stop={*stop}
                                    answers={charted.answers(page, at)}
                                    tab={charted.tab_at(page, at)}
                                    has_tab={charted.tab.is_some()}
                                    {on_action}
                                />
                            }) }
                        </g>
                    </svg>
                </div>
                if let Some(at) = *panel {
                    <Panel key={at.0} {page} {at} attention={*attention} {on_action} />
                }
            </div>
            <p class="buttons map__buttons">
                <button type="button" class="button" data-action="save-map">{ &map.save }</button>
            </p>
            <p class="map__keys">{ &map.keys }</p>
        </section>
    }
}

/// Escape closes the step beside the map, wherever the focus is in this view.
fn closed_by_key(on_action: &Callback<WalkAction>) -> Callback<KeyboardEvent> {
    let on_action = on_action.clone();
    Callback::from(move |key: KeyboardEvent| {
        if key.key() == "Escape" {
            on_action.emit(WalkAction::PanelClosed);
        }
    })
}

fn line(page: &Rc<Page>, edge: EdgeIx, standing: Standing) -> Html {
    html! { <MapLine key={edge.0} {page} {edge} {standing} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct LanesProps {
    page: Rc<Page>,
}

#[component]
fn Lanes(props: &LanesProps) -> Html {
    let forms = ["map__wide", "map__narrow"]
        .into_iter()
        .zip(&props.page.edition.map.lanes);
    html! {
        { for forms.map(|(class, lanes)| html! {
            <g {class}>
                { for lanes.iter().map(|lane| {
                    let Rect { x, y, width, height } = lane.rect;
                    let Point { x: left, y: top } = lane.heading;
                    html! {
                        <>
                            <rect class="map__lane" x={num(x)} y={num(y)} width={num(width)} height={num(height)} rx="8" />
                            { for lane.text.iter().zip(0..).map(|(text, line)| html! {
                                <text class="map__lane-name" x={num(left)} y={num(top + line * LINE)}>{ text }</text>
                            }) }
                        </>
                    }
                }) }
            </g>
        }) }
    }
}

/// The distance of lines of text, and the size of letters.
const LINE: i32 = 20;
const FONT: i32 = 14;

fn num(number: i32) -> AttrValue {
    number.to_string().into()
}

/// Lines in the middle; the first one may name the kind.
fn lines(lines: &[AttrValue], padding: i32, names_kind: bool) -> Html {
    html! {
        <text y={num(padding + FONT - LINE)}>
            { for lines.iter().enumerate().map(|(number, line)| html! {
                <tspan x="0" dy="20" class={(number == 0 && names_kind).then_some("map__kind")}>{ line }</tspan>
            }) }
        </text>
    }
}

/// What a link of the map says of itself beside its state: whether it is the one tab stop.
fn tab_index(is_stop: bool, has_tab: bool) -> Option<&'static str> {
    has_tab.then_some(if is_stop { "0" } else { "-1" })
}
