//! A choice with a label of its own.

use yew::prelude::*;

use crate::components::typed;
use crate::session::Action;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ChoiceProps {
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    /// What stands first and is none of them.
    pub(super) none: AttrValue,
    pub(super) chosen: AttrValue,
    /// Each option's value and its name.
    pub(super) options: Vec<(AttrValue, AttrValue)>,
    pub(super) on_action: Callback<Action>,
}

#[component]
pub(super) fn Choice(props: &ChoiceProps) -> Html {
    let ChoiceProps {
        id,
        label,
        none,
        chosen,
        options,
        on_action,
    } = props;
    html! {
        <label class="choice-field">
            <span class="field__label">{ label }</span>
            <select
                {id}
                name={id}
                class="field__input"
                autocomplete="off"
                onchange={typed(on_action, Action::FieldEdited)}
            >
                <option value="">{ none }</option>
                { for options.iter().map(|(value, name)| html! {
                    <option {value} selected={value == chosen}>{ name }</option>
                }) }
            </select>
        </label>
    }
}
