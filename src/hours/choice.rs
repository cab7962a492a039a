//! A choice of one of several things, without its label.

use yew::prelude::*;

use super::calculator::HoursAction;
use super::entry::Field;
use crate::browser;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ChoiceProps {
    pub(super) field: Field,
    /// The id of the element, and its name.
    pub(super) id: AttrValue,
    /// The text that stands first and is none of the choices.
    pub(super) none: AttrValue,
    pub(super) chosen: AttrValue,
    /// Each option's value and its name.
    pub(super) options: Vec<(AttrValue, AttrValue)>,
    pub(super) on_action: Callback<HoursAction>,
}

#[component]
pub(super) fn Choice(props: &ChoiceProps) -> Html {
    let ChoiceProps {
        field,
        id,
        none,
        chosen,
        options,
        on_action,
    } = props;
    let field = *field;
    let onchange = on_action
        .reform(move |event: Event| HoursAction::Edited(field, browser::typed_text(&event)));
    html! {
        <select {id} name={id} class="field__input" autocomplete="off" {onchange}>
            // Options are put in from the last on: without this the first to come would choose itself.
            <option value="" selected={chosen.is_empty()}>{ none }</option>
            { for options.iter().map(|(value, name)| html! {
                <option {value} selected={value == chosen}>{ name }</option>
            }) }
        </select>
    }
}
