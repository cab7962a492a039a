//! A line of the map.

use std::rc::Rc;

use flowchart::{EdgeIx, Point};
use yew::prelude::*;

use super::{Standing, num};
use crate::page::Page;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct MapLineProps {
    pub(super) page: Rc<Page>,
    pub(super) edge: EdgeIx,
    pub(super) standing: Standing,
    /// Whether it is the way of a trouble that is not drawn now.
    pub(super) is_hidden: bool,
    /// Its path in a narrow window.
    pub(super) narrow: AttrValue,
    /// Where a narrow window says in place of it where it leads.
    pub(super) chip: Option<Point>,
}

#[component]
pub(super) fn MapLine(props: &MapLineProps) -> Html {
    let MapLineProps {
        page,
        edge,
        standing,
        is_hidden,
        narrow,
        chip,
    } = props;
    let Some(line) = page.edition.map.lines.get(edge.0) else {
        return Html::default();
    };
    let [wide, compact] = &line.paths;
    let to = page.flow.edge(*edge).and_then(|edge| page.node(edge.to));
    html! {
        <g
            class={classes!(
                "map__line",
                line.is_side.then_some("map__line--side"),
                is_hidden.then_some("map__line--hidden"),
            )}
            data-map-edge={page.edge_name(*edge)}
            data-state={standing.id()}
        >
            <path class="map__wide" d={wide} />
            <path class="map__compact" d={compact} />
            <path class="map__narrow" d={narrow} />
            if let Some((Point { x, y }, to)) = chip.zip(to) {
                <text class="map__narrow map__chip" x={num(x)} y={num(y)}>{ ["→ ", &to.short].concat() }</text>
            }
        </g>
    }
}
