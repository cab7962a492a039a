//! The card to paste into, and what was read for review, as markup.

use std::fmt::Display;

use hours::{PortalRow, Report, Term};
use interchange::{Found, Reading, Refusal};
use yew::prelude::*;

use crate::components::{content, put, put_button, put_word, tagged};
use crate::session::{Paste, Session};
use crate::wording::{Word, Words};

/// The card; a script of the page (`crates/prerender/src/scripts`) puts files into its field.
pub(super) fn card(words: &Words) -> String {
    let mut html = String::new();
    put_word(
        &mut html,
        "label class=paste__title for=paste",
        words,
        Word::Paste,
        &[],
    );
    put_word(&mut html, "p", words, Word::PasteAbout, &[]);
    html.push_str("<textarea class=field__input id=paste name=paste rows=2 maxlength=400000 autocomplete=off spellcheck=false></textarea><div class=buttons>");
    put_button(
        &mut html,
        "button--main",
        "read-paste",
        words,
        Word::PasteRead,
    );
    put_button(&mut html, "", "choose-file", words, Word::PasteFile);
    html.push_str("</div><input type=file accept=.txt,.csv,.htm,.html autocomplete=off hidden>");
    html
}

/// What came of it.
pub(super) fn outcome(session: &Session, report: &Report, words: &Words) -> Html {
    let (title, rest) = match &session.form.paste {
        Paste::Nothing => return Html::default(),
        Paste::Refused(refusal) => {
            let sentence = match refusal {
                Refusal::Empty => Word::PasteEmpty,
                Refusal::NotText | Refusal::Archive => Word::PasteNotText,
                Refusal::TooLong => Word::PasteTooLong,
                Refusal::NoRow => Word::PasteNoRow,
            };
            (words.fill(sentence, &[]), String::new())
        }
        Paste::Read(reading) => review(reading, session, report, words),
    };
    let mut html = String::new();
    put(&mut html, "h3 class=review__title id=review-title", &title);
    html += &rest;
    tagged(
        "div",
        &["class", "id", "tabindex", "role", "aria-labelledby"],
        &["review", "review", "-1", "group", "review-title"],
        vec![content(&html)],
    )
}

fn review(
    reading: &Reading,
    session: &Session,
    report: &Report,
    words: &Words,
) -> (String, String) {
    let mut count = 0_u32;
    let mut rows = String::new();
    for (row, found) in PortalRow::ALL.into_iter().zip(&reading.rows) {
        let mut value = String::new();
        let sentence = match found {
            Found::Hours(hours) => {
                count += 1;
                value = [" data-value=", &hours.to_string()].concat();
                hours.to_string()
            }
            Found::No => words.fill(Word::FoundNot, &[]),
            Found::Blank => words.fill(Word::FoundBlank, &[]),
            Found::Unusable(_) | Found::Doubt(_) => words.fill(Word::FoundUnusable, &[]),
            Found::Differs(one, other) => words.fill(Word::FoundDiffers, &[one, other]),
        };
        let tag = ["li data-reading=", row.id(), &value].concat();
        let name = session.page.short(Term::Row(row));
        put(&mut rows, &tag, &[name, " <b>", &sentence, "</b>"].concat());
    }
    let mut html = String::new();
    put(&mut html, "ul", &rows);
    for (row, pasted, need) in session.other_thresholds(report) {
        let values: [&dyn Display; 3] = [&session.page.short(Term::Row(row)), &pasted, &need];
        put_word(
            &mut html,
            "p class=review__note",
            words,
            Word::Threshold,
            &values,
        );
    }
    let mut buttons = String::new();
    let title = if count > 0 {
        put_word(&mut html, "p", words, Word::ReviewAbout, &[]);
        put_button(
            &mut buttons,
            "button--main",
            "accept-reading",
            words,
            Word::Accept,
        );
        words.fill(Word::Review, &[&count])
    } else {
        words.fill(Word::ReviewEmpty, &[])
    };
    put_button(&mut buttons, "", "discard-reading", words, Word::Discard);
    put(&mut html, "div class=buttons", &buttons);
    (title, html)
}
