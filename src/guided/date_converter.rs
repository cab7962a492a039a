//! The date converter below the verification step, folded: Western ↔ 7-digit 民國, local and gone with its step.

use std::rc::Rc;

use hours::{Calendar, minguo_digits, parse_date, western};
use yew::prelude::*;

use crate::browser;
use crate::page::Page;
use crate::wording::fill;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct DateConverterProps {
    pub(super) page: Rc<Page>,
}

#[component]
pub(super) fn DateConverter(props: &DateConverterProps) -> Html {
    let words = &props.page.words;
    let date = use_state(|| AttrValue::Static(""));
    let oninput = {
        let date = date.setter();
        Callback::from(move |event: InputEvent| date.set(browser::typed_text(&event)))
    };
    let say = |word: &AttrValue, date: String, more: String| {
        html! {
            <>{ word }{ " " }<b class="tool__date">{ date }</b>{ more }</>
        }
    };
    let answer = match parse_date(&date) {
        Ok(None) => Html::default(),
        Ok(Some((date, Calendar::Western))) => {
            say(&words.dates_minguo, minguo_digits(date), String::new())
        }
        Ok(Some((date, Calendar::Minguo))) => {
            let digits = fill(&words.dates_both, &[&minguo_digits(date)]);
            say(&words.dates_western, western(date), digits)
        }
        Err(problem) => words.date_problem(problem).into(),
    };
    html! {
        <details class="tool" data-part="date-converter">
            <summary class="tool__title">{ &words.dates }</summary>
            <p class="tool__about">{ words.dates_about.clone() }</p>
            <label class="field__label" for="dates">{ words.dates_label.clone() }</label>
            <p class="field__hint" id="dates-hint">{ words.dates_hint.clone() }</p>
            <input
                class="field__input"
                id="dates"
                name="date-to-convert"
                type="text"
                autocomplete="off"
                aria-describedby="dates-hint dates-answer"
                value={(*date).clone()}
                {oninput}
            />
            <p class="tool__answer" id="dates-answer" role="status">{ answer }</p>
        </details>
    }
}
