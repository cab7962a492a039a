//! A field for hours or for a date, without its label.

use yew::prelude::*;

use super::calculator::HoursAction;
use super::entry::Field;
use crate::browser;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct HoursInputProps {
    pub(super) field: Field,
    pub(super) id: AttrValue,
    pub(super) name: AttrValue,
    /// Whether it holds a date and no hours.
    #[prop_or_default]
    pub(super) is_date: bool,
    /// Nothing until the program has taken over: what was typed before stays in its field.
    pub(super) typed: Option<AttrValue>,
    /// The id of what says what is wrong with its text, if anything is.
    pub(super) wrong_id: Option<AttrValue>,
    pub(super) on_action: Callback<HoursAction>,
}

#[component]
pub(super) fn HoursInput(props: &HoursInputProps) -> Html {
    let HoursInputProps {
        field,
        id,
        name,
        is_date,
        typed,
        wrong_id,
        on_action,
    } = props;
    let field = *field;
    let oninput = on_action
        .reform(move |event: InputEvent| HoursAction::Edited(field, browser::typed_text(&event)));
    let onchange =
        on_action.reform(move |event: Event| HoursAction::Left(field, browser::typed_text(&event)));
    let onkeydown = {
        let on_action = on_action.clone();
        Callback::from(move |event: KeyboardEvent| {
            if browser::is_enter(&event) {
                check(&on_action);
            }
        })
    };
    html! {
        <input
            class="field__input"
            {id}
            {name}
            type="text"
            inputmode={if *is_date { "text" } else { "decimal" }}
            autocomplete="off"
            aria-invalid={wrong_id.as_ref().map(|_| "true")}
            aria-describedby={wrong_id}
            value={typed}
            {oninput}
            {onchange}
            {onkeydown}
        />
    }
}

/// The id of what says what is wrong with a field.
pub(super) fn wrong_id(id: &str) -> AttrValue {
    [id, "-wrong"].concat().into()
}

/// Checks the hours by the day of this moment: a tab may be open for days.
pub(super) fn check(on_action: &Callback<HoursAction>) {
    on_action.emit(HoursAction::DayRead(browser::today()));
    on_action.emit(HoursAction::CheckPressed);
}
