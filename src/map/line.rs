//! A line of the map.

use std::rc::Rc;

use flowchart::EdgeIx;
use yew::prelude::*;

use super::Standing;
use crate::page::Page;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct MapLineProps {
    pub(super) page: Rc<Page>,
    pub(super) edge: EdgeIx,
    pub(super) standing: Standing,
}

#[component]
pub(super) fn MapLine(props: &MapLineProps) -> Html {
    let MapLineProps {
        page,
        edge,
        standing,
    } = props;
    let Some(line) = page.edition.map.lines.get(edge.0) else {
        return Html::default();
    };
    let [wide, narrow] = &line.paths;
    html! {
        <g
            class={if line.is_side { "map__line map__line--side" } else { "map__line" }}
            data-map-edge={page.edge_name(*edge)}
            data-state={standing.id()}
        >
            <path class="map__wide" d={wide} />
            <path class="map__narrow" d={narrow} />
        </g>
    }
}
