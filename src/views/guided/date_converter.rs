//! The date converter beside the verification step: Western ↔ 7-digit 民國, local and not kept.

use hours::{Calendar, DateProblem, minguo_digits, parse_date, western};
use yew::prelude::*;

use crate::browser;
use crate::components::{content, put, text};
use crate::session::{Action, Session};
use crate::wording::{Word, Words};

pub(super) fn view(session: &Session, words: &Words, on_action: &Callback<Action>) -> Html {
    let oninput =
        on_action.reform(|event: InputEvent| Action::DateEdited(browser::typed(&event).1));
    let mut answer = String::new();
    let mut say = |name, date: &str, more: &str| {
        answer += &words.get(name);
        answer.push(' ');
        put(&mut answer, "b class=tool__date", date);
        answer += more;
    };
    match parse_date(&session.date) {
        Ok(None) => {}
        Ok(Some((date, Calendar::Western))) => say(Word::DatesMinguo, &minguo_digits(date), ""),
        Ok(Some((date, Calendar::Minguo))) => {
            let digits = words.fill(Word::DatesBoth, &[&minguo_digits(date)]);
            say(Word::DatesWestern, &western(date), &digits);
        }
        Err(problem) => {
            answer += &words.get(match problem {
                DateProblem::NotADate => Word::DatesNotADate,
                DateProblem::NoSuchDay => Word::DatesNoSuchDay,
                DateProblem::OutOfRange => Word::DatesOutOfRange,
            });
        }
    }
    html! {
        <div class="tool" role="group" aria-labelledby="dates-title" data-part="date-converter">
            <h3 class="tool__title" id="dates-title">{ words.get(Word::Dates) }</h3>
            { text("p", "tool__about", words.get(Word::DatesAbout)) }
            <label class="field__label" for="dates">{ words.get(Word::DatesLabel) }</label>
            <p class="field__hint" id="dates-hint">{ words.get(Word::DatesHint) }</p>
            <input
                class="field__input"
                id="dates"
                name="date-to-convert"
                type="text"
                autocomplete="off"
                aria-describedby="dates-hint dates-answer"
                value={session.date.clone()}
                {oninput}
            />
            <p class="tool__answer" id="dates-answer" role="status">
                { content(&answer) }
            </p>
        </div>
    }
}
