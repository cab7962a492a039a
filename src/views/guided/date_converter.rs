//! The date converter beside the verification step: Western ↔ 7-digit 民國, local and not kept.

use std::rc::Rc;

use hours::{Calendar, DateProblem, minguo_digits, parse_date, western};
use yew::prelude::*;

use crate::components::typed;
use crate::session::{Action, Page};
use crate::wording::Word;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct DateConverterProps {
    pub(super) page: Rc<Page>,
    pub(super) date: AttrValue,
    pub(super) on_action: Callback<Action>,
}

#[component]
pub(super) fn DateConverter(props: &DateConverterProps) -> Html {
    let DateConverterProps {
        page,
        date,
        on_action,
    } = props;
    let words = &page.words;
    let say = |word, date: String, more: String| {
        html! {
            <>{ words.get(word) }{ " " }<b class="tool__date">{ date }</b>{ more }</>
        }
    };
    let answer = match parse_date(date) {
        Ok(None) => Html::default(),
        Ok(Some((date, Calendar::Western))) => {
            say(Word::DatesMinguo, minguo_digits(date), String::new())
        }
        Ok(Some((date, Calendar::Minguo))) => {
            let digits = words.fill(Word::DatesBoth, &[&minguo_digits(date)]);
            say(Word::DatesWestern, western(date), digits)
        }
        Err(problem) => words
            .get(match problem {
                DateProblem::NotADate => Word::DatesNotADate,
                DateProblem::NoSuchDay => Word::DatesNoSuchDay,
                DateProblem::OutOfRange => Word::DatesOutOfRange,
            })
            .into(),
    };
    html! {
        <div class="tool" role="group" aria-labelledby="dates-title" data-part="date-converter">
            <h3 class="tool__title" id="dates-title">{ words.get(Word::Dates) }</h3>
            <p class="tool__about">{ words.get(Word::DatesAbout) }</p>
            <label class="field__label" for="dates">{ words.get(Word::DatesLabel) }</label>
            <p class="field__hint" id="dates-hint">{ words.get(Word::DatesHint) }</p>
            <input
                class="field__input"
                id="dates"
                name="date-to-convert"
                type="text"
                autocomplete="off"
                aria-describedby="dates-hint dates-answer"
                value={date}
                oninput={typed(on_action, Action::FieldEdited)}
            />
            <p class="tool__answer" id="dates-answer" role="status">{ answer }</p>
        </div>
    }
}
