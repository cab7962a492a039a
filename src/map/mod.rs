//! The map (流程圖): the whole flow, drawn. Geometry comes with the page; states follow from the walk.

mod chart;
mod line;
mod node;
mod panel;
mod stack;

use std::rc::Rc;

use flowchart::{EdgeIx, NodeIx, NodeKind, Point, Rect};
use guide::picture::LINE;
use yew::prelude::*;

use crate::browser;
use crate::components::{Prose, pressed, text};
use crate::guided::{Attention, WalkAction};
use crate::hours::day;
use crate::page::Page;
use crate::wording::fill;
pub use chart::{Chart, Charted, Move, Spot, Standing, Stop};
use line::MapLine;
use node::MapNode;
use panel::Panel;
pub use stack::{NARROW, NARROW_TEXT, Stack};

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
    let shows_troubles = use_state(|| false);
    let shows_all = use_state(|| false);
    let open_list = use_state(|| None::<usize>);
    // Address and day, for paper: known once the program is there.
    let sheet = use_state(|| None);
    {
        let sheet = sheet.clone();
        use_effect_with((charted.tab.is_some(), page.clone()), move |(_, page)| {
            let address = browser::address_of_guide(&page.edition.address);
            sheet.set(browser::today().map(|today| (address, today)));
        });
    }
    let (words, map) = (&page.words, &page.edition.map);
    let [own, all] = &charted.stacks;
    // A key that leads beyond the reader's own way shows all ways.
    let leads_beyond = !charted.is_in(own);
    // A spot that was not drawn when its key was pressed gets the focus once it is, and what was pressed stays above the bar.
    let spot = match attention {
        (turn, Attention::Spot(spot)) => Some((*turn, page.spot_name(*spot))),
        _ => None,
    };
    use_effect_with(spot, |spot| {
        if let Some((_, name)) = spot {
            browser::focus_spot(name);
        }
    });
    let stack = if *shows_all || leads_beyond { all } else { own };
    let troubles = || {
        let nodes = page.flow.nodes().zip(&page.edition.nodes);
        nodes.filter(|(_, node)| node.kind == NodeKind::Trouble)
    };
    let count = troubles().count();
    let toggle = |state: &UseStateHandle<bool>| {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| state.set(!*state))
    };
    let line = |&(edge, standing): &(EdgeIx, Standing)| {
        let is_hidden = !*shows_troubles && !charted.is_open(page, edge);
        html! {
            <MapLine
                key={edge.0}
                {page}
                {edge}
                {standing}
                {is_hidden}
                narrow={stack.lines.get(edge.0).cloned().unwrap_or_default()}
                chip={stack.chips.get(edge.0).copied().flatten()}
            />
        }
    };
    let node = |at: NodeIx, stop: &Stop| {
        let is_here = stop.standing == Standing::Current && page.flow.is_trouble(at);
        let [lists, _] = &map.lists;
        let list = lists.iter().position(|list| list.nodes.contains(&at));
        html! {
            <MapNode
                {page}
                {at}
                stop={*stop}
                narrow={stack.nodes.get(at.0).copied().flatten()}
                answers={charted.answers(page, at, stack)}
                closes_to={charted.before.filter(|_| is_here)}
                listed={list.map(|list| *open_list == Some(list) || is_here)}
                tab={charted.tab_at(page, at)}
                has_tab={charted.tab.is_some()}
                {on_action}
            />
        }
    };
    let is_trouble = |at: &NodeIx| page.flow.is_trouble(*at);
    let stops = || page.flow.nodes().zip(&charted.stops);
    html! {
        <section
            class={classes!("view", "map", charted.is_fresh.then_some("map--fresh"))}
            id="map"
            data-view="map"
            aria-labelledby="map-title"
            onkeydown={panel.map(|_| closed_by_key(on_action))}
        >
            <div class="map__top">
                <h2 class="view__title map__title" id="map-title" tabindex="-1">{ words.map.clone() }</h2>
                <p class="map__here" id="here" role="status">
                    { text(&charted.here, words.lang) }
                    if let Some(left) = &charted.left {
                        { " · " }<span class="map__left">{ left.clone() }</span>
                    }
                </p>
                <p class="map__tools">
                    <button type="button" class="map__tool map__all" data-action="show-all-ways" aria-pressed={(stack == all).to_string()} onclick={toggle(&shows_all)}>{ &map.show_all }</button>
                    if count > 0 {
                        <button type="button" class="map__tool" data-action="show-troubles" aria-pressed={shows_troubles.to_string()} onclick={toggle(&shows_troubles)}>
                            { fill(&map.show_troubles, &[&count]) }
                        </button>
                    }
                    <button type="button" class="map__tool" data-action="save-map">{ &map.save }</button>
                </p>
                <p class="map__keys">{ &map.keys }</p>
            </div>
            if let Some((address, today)) = &*sheet {
                <p class="map__paper">
                    <span>{ words.map.clone() }</span>
                    <span>{ address }</span>
                    <time>{ day(*today, words) }</time>
                </p>
            }
            if *shows_troubles {
                <ul class="map__problems">
                    { for troubles().map(|(at, node)| html! {
                        <li>
                            <a
                                href={["#outline-", &node.id].concat()}
                                onclick={pressed(on_action, WalkAction::SpotChosen(Spot::Node(at)))}
                            >
                                { text(&node.title, words.lang) }
                            </a>
                        </li>
                    }) }
                </ul>
            }
            <div class="map__sheet">
                <Prose tag="p" class="map__small" markup={map.too_small.clone()} />
                <div class="map__frame">
                    <svg
                        class="map__drawing"
                        height={num(stack.height)}
                        onkeyup={|event: KeyboardEvent| browser::reveal_target(&event)}
                    >
                        <g aria-hidden="true">
                            <Lanes {page} />
                            { for stack.lanes.iter().map(|(lane, Point { x, y })| {
                                let [lanes, _] = &map.lanes;
                                let name = lanes.get(*lane).map_or_else(String::new, |lane| lane.text.concat());
                                html! { <text class="map__narrow map__lane-name" x={num(*x)} y={num(*y)}>{ name }</text> }
                            }) }
                            <g class="map__lines">
                                // Where lines share a track, the one that concerns the reader lies above the others.
                                { for [Standing::Other, Standing::Ahead, Standing::Path].into_iter().flat_map(|standing| {
                                    charted.lines.iter().filter(move |(_, it)| *it == standing).map(line)
                                }) }
                            </g>
                        </g>
                        <g role="list" aria-labelledby="map-title">
                            { for stops().filter(|(at, _)| !is_trouble(at)).map(|(at, stop)| node(at, stop)) }
                            { for FORMS.into_iter().zip(&map.lists).flat_map(|(class, lists)| {
                                lists.iter().enumerate().map(move |(number, list)| (class, number, list))
                            }).map(|(class, number, list)| more(class, list.badge, &map.more_troubles, *open_list == Some(number), {
                                let open_list = open_list.clone();
                                Callback::from(move |()| open_list.set((*open_list != Some(number)).then_some(number)))
                            })) }
                            { for stops().filter(|(at, _)| is_trouble(at)).map(|(at, stop)| node(at, stop)) }
                        </g>
                    </svg>
                </div>
                if let Some(at) = *panel {
                    <Panel key={at.0} {page} {at} attention={*attention} {on_action} />
                }
            </div>
            <ul class="map__troubles" aria-hidden="true">
                { for troubles().map(|(_, node)| html! { <li>{ node.title.clone() }</li> }) }
            </ul>
        </section>
    }
}

/// Escape closes the step beside the map, wherever the focus is in this view.
fn closed_by_key(on_action: &Callback<WalkAction>) -> Callback<KeyboardEvent> {
    let on_action = on_action.clone();
    Callback::from(move |key: KeyboardEvent| {
        if browser::is_escape(&key) {
            on_action.emit(WalkAction::PanelClosed);
        }
    })
}

const FORMS: [&str; 2] = ["map__wide", "map__compact"];

/// The badge that opens a list of troubles.
fn more(
    class: &'static str,
    rect: Rect,
    name: &AttrValue,
    is_open: bool,
    on_press: Callback<()>,
) -> Html {
    let onclick = on_press.reform(|_: MouseEvent| ());
    let onkeydown = Callback::from(move |key: KeyboardEvent| {
        if browser::is_press(&key) {
            key.prevent_default();
            on_press.emit(());
        }
    });
    html! {
        <g
            class={classes!(class, "map__more")}
            role="button"
            tabindex="0"
            aria-label={name}
            aria-expanded={is_open.to_string()}
            transform={translate(rect)}
            {onclick}
            {onkeydown}
        >
            { badge("⋯", rect) }
        </g>
    }
}

/// A badge with its character, in the middle of what can be pressed.
fn badge(character: &'static str, rect: Rect) -> Html {
    let Rect { width, height, .. } = rect;
    html! {
        <>
            <rect class="map__press" x={num(width / 2 - width)} width={num(width)} height={num(height)} />
            <rect class="map__badge" x="-11" y={num(height / 2 - 11)} width="22" height="22" rx="11" />
            { lines(&[character.into()], height) }
        </>
    }
}

/// Everything in a box is drawn around the middle of its upper edge.
fn translate(rect: Rect) -> String {
    format!(
        "translate({},{})",
        rect.x + rect.width - rect.width / 2,
        rect.y
    )
}

#[derive(Clone, PartialEq, Properties)]
struct LanesProps {
    page: Rc<Page>,
}

/// The bands of the lanes and the frames of the groups.
#[component]
fn Lanes(props: &LanesProps) -> Html {
    let map = &props.page.edition.map;
    let forms = FORMS.into_iter().zip(&map.lanes).zip(&map.groups);
    html! {
        { for forms.map(|((class, lanes), groups)| html! {
            <g {class}>
                { for lanes.iter().map(|lane| {
                    let Point { x: left, y: top } = lane.heading;
                    html! {
                        <>
                            { rect("map__lane", lane.rect) }
                            <text class="map__lane-name" y={num(top - LINE)}>
                                { for lane.text.iter().map(|line| html! { <tspan x={num(left)} dy="17">{ line }</tspan> }) }
                            </text>
                        </>
                    }
                }) }
                { for groups.iter().map(|group| rect("map__group", *group)) }
            </g>
        }) }
    }
}

fn rect(class: &'static str, rect: Rect) -> Html {
    let Rect {
        x,
        y,
        width,
        height,
    } = rect;
    html! { <rect {class} x={num(x)} y={num(y)} width={num(width)} height={num(height)} rx="12" /> }
}

/// How far the first line stands below its upper edge.
const BASE: i32 = 13;

fn num(number: i32) -> AttrValue {
    number.to_string().into()
}

/// Lines in the middle of a box of this height.
fn lines(lines: &[AttrValue], height: i32) -> Html {
    let top = (height - lines.len() as i32 * LINE) / 2;
    html! {
        <text y={num(top + BASE - LINE)}>
            { for lines.iter().map(|line| html! { <tspan x="0" dy="17">{ line }</tspan> }) }
        </text>
    }
}

/// The `tabindex` of a link of the map, which is one tab stop for the keyboard.
fn tab_index(is_stop: bool, has_tab: bool) -> Option<&'static str> {
    has_tab.then_some(if is_stop { "0" } else { "-1" })
}
