//! The twelve fields and the two buttons below them.

use hours::{HoursProblem, PortalRow};
use yew::prelude::*;

use crate::browser;
use crate::components::{button, text};
use crate::session::{Action, Reading, Session};
use crate::views::press;
use crate::wording::{Word, Words};

pub(super) fn view(session: &Session, words: &Words, on_action: &Callback<Action>) -> Html {
    let check = press(on_action, Action::CheckPressed);
    let clear = press(on_action, Action::Cleared);
    let by_enter = on_action.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if browser::enters(&event) {
            by_enter.emit(Action::CheckPressed);
        }
    });
    // One listener for twelve fields. A browser says a text as it is typed, and once more when the field is left.
    let by_text = on_action.clone();
    let edited = Callback::from(move |event: Event| {
        let (name, text) = browser::typed(&event);
        if let Some(row) = PortalRow::from_id(&name) {
            by_text.emit(Action::RowEdited(row, text));
        }
    });
    let oninput = edited.reform(Event::from);
    let rows = PortalRow::ALL.into_iter().zip(session.readings());
    html! {
        <fieldset class="fields" {oninput} onchange={edited} {onkeydown}>
            { text("legend", "fields__title", words.get(Word::Rows)) }
            { for rows.map(|(row, reading)| field(row, reading, session, words)) }
            <div class="buttons">
                { button("button button--main", "check", words.get(Word::Check), check) }
                { button("button", "clear", words.get(Word::Clear), clear) }
            </div>
        </fieldset>
    }
}

/// The id of a row's field in the page.
pub(super) fn field_id(row: PortalRow) -> String {
    ["row-", row.id()].concat()
}

/// What is wrong with the text of a field.
pub(super) fn wrong(problem: HoursProblem) -> Word {
    match problem {
        HoursProblem::NotANumber => Word::NotANumber,
        HoursProblem::Negative => Word::Negative,
        HoursProblem::TooPrecise => Word::TooPrecise,
        HoursProblem::TooLarge => Word::TooLarge,
    }
}

fn field(row: PortalRow, reading: Reading, session: &Session, words: &Words) -> Html {
    let Some(label) = session.page.data.rows.get(row.index()) else {
        return Html::default();
    };
    let id = field_id(row);
    let wrong_id = [&id, "-wrong"].concat();
    let wrong = reading.err().map(|problem| words.get(wrong(problem)));
    html! {
        <div key={row.id()} class="field">
            <label class="field__label" for={id.clone()}>
                <span lang="zh-Hant">{ label.label.clone() }</span>
                if !label.gloss.is_empty() {
                    { text("span", "field__gloss", label.gloss.clone()) }
                }
            </label>
            <span class="field__box">
                <input
                    class="field__input"
                    {id}
                    name={row.id()}
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    aria-invalid={wrong.as_ref().map(|_| "true")}
                    aria-describedby={wrong.as_ref().map(|_| wrong_id.clone())}
                    value={session.drafts.get(row.index()).cloned().unwrap_or_default()}
                />
                <span class="field__unit" aria-hidden="true">{ words.get(Word::Unit) }</span>
            </span>
            if let Some(wrong) = wrong {
                <p class="field__wrong" id={wrong_id}>{ wrong }</p>
            }
        </div>
    }
}
