//! The date converter beside the verification step: Western ↔ 7-digit 民國, local and not kept.

use hours::{Calendar, DateProblem, minguo_digits, parse_date, western};
use yew::prelude::*;
use yew::virtual_dom::VTag;

use crate::components::{content, put, put_word, tagged, with_attributes};
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
    let mut input = VTag::new("input");
    input.set_value(session.date.clone());
    let keys = &[
        "class",
        "id",
        "name",
        "type",
        "autocomplete",
        "aria-describedby",
    ];
    let values = [
        "field__input",
        "dates",
        "date-to-convert",
        "text",
        "off",
        "dates-hint dates-answer",
    ];
    let parts = vec![
        content(&before),
        with_attributes(input, keys, &values),
        tagged(
            "p",
            &["class", "id", "role"],
            &["tool__answer", "dates-answer", "status"],
            vec![content(&answer)],
        ),
    ];
    tagged(
        "div",
        &["class", "role", "aria-labelledby", "data-part"],
        &["tool", "group", "dates-title", "date-converter"],
        parts,
    )
}
