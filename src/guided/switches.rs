//! The switches of the views.

use std::rc::Rc;

use yew::prelude::*;

use super::walk::WalkAction;
use crate::components::pressed;
use crate::page::Page;
use crate::place::View;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SwitchesProps {
    pub(crate) page: Rc<Page>,
    /// The view that is shown, once that is known.
    pub(crate) view: Option<View>,
    pub(crate) on_action: Callback<WalkAction>,
}

#[component]
pub(crate) fn Switches(props: &SwitchesProps) -> Html {
    let words = &props.page.words;
    let switch = |view: View| {
        let name = match view {
            View::Guided => &words.guided,
            View::Map => &words.map,
            View::Hours => &words.hours,
            View::Outline => &words.outline,
        };
        html! {
            <a
                class="views__switch"
                href={["#", view.id()].concat()}
                data-action={["view-", view.id()].concat()}
                aria-current={(props.view == Some(view)).then_some("page")}
                onclick={pressed(&props.on_action, WalkAction::PlaceOpened(view.into()))}
            >
                { name }
            </a>
        }
    };
    html! {
        <nav class="views" aria-label={words.views.clone()}>{ for View::ALL.map(switch) }</nav>
    }
}
