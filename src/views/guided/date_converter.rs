//! The date converter beside the verification step: Western ↔ 7-digit 民國, local and not kept.

use hours::{Calendar, DateProblem, minguo_digits, parse_date, western};
use yew::prelude::*;

use crate::components::{content, put, put_word};
use crate::session::Session;
use crate::wording::{Word, Words};

pub(super) fn view(session: &Session, words: &Words) -> Html {
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
    let mut before = String::new();
    put_word(
        &mut before,
        "h3 class=tool__title id=dates-title",
        words,
        Word::Dates,
        &[],
    );
    put_word(
        &mut before,
        "p class=tool__about",
        words,
        Word::DatesAbout,
        &[],
    );
    put_word(
        &mut before,
        "label class=field__label for=dates",
        words,
        Word::DatesLabel,
        &[],
    );
    put_word(
        &mut before,
        "p class=field__hint id=dates-hint",
        words,
        Word::DatesHint,
        &[],
    );
    html! {
        <div class="tool" role="group" aria-labelledby="dates-title" data-part="date-converter">
            { content(&before) }
            <input
                class="field__input"
                id="dates"
                name="date-to-convert"
                type="text"
                autocomplete="off"
                aria-describedby="dates-hint dates-answer"
                value={session.date.clone()}
            />
            <p class="tool__answer" id="dates-answer" role="status">{ content(&answer) }</p>
        </div>
    }
}
