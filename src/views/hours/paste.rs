//! The card to paste into, and what was read for review, as markup.

use hours::{PortalRow, Term};
use interchange::{Found, Reading, Refusal};
use yew::prelude::*;

use crate::components::{content, put, put_button};
use crate::session::{Paste, Session};
use crate::wording::{Word, Words};

/// The card; a script of the page (`crates/prerender/src/scripts`) puts files into its field.
pub(super) fn card(words: &Words) -> String {
    let mut html = String::new();
    put(
        &mut html,
        "label class=paste__title for=paste",
        &words.get(Word::Paste),
    );
    put(&mut html, "p", &words.get(Word::PasteAbout));
    let field = "textarea class=field__input id=paste name=paste rows=2 maxlength=400000 autocomplete=off spellcheck=false";
    put(&mut html, field, "");
    let mut buttons = String::new();
    put_button(
        &mut buttons,
        "button--main",
        "read-paste",
        &words.get(Word::PasteRead),
    );
    let file = words.get(Word::PasteFile);
    let file = [&file, "<input type=file accept=.txt,.csv,.htm,.html>"].concat();
    put(&mut buttons, "label class=button", &file);
    put(&mut html, "div class=buttons", &buttons);
    html
}

/// What came of it.
pub(super) fn outcome(session: &Session, words: &Words) -> Html {
    let (title, rest) = match &session.form.paste {
        Paste::Nothing => return Html::default(),
        Paste::Refused(refusal) => {
            let sentence = match refusal {
                Refusal::Empty => Word::PasteEmpty,
                Refusal::NotText => Word::PasteNotText,
                Refusal::TooLong => Word::PasteTooLong,
                Refusal::NoRow => Word::PasteNoRow,
            };
            (words.get(sentence).to_string(), String::new())
        }
        Paste::Read(reading) => review(reading, session, words),
    };
    html! {
        <div class="review" id="review" tabindex="-1" role="group" aria-labelledby="review-title">
            <h3 class="review__title" id="review-title">{ title }</h3>
            { content(&rest) }
        </div>
    }
}

fn review(reading: &Reading, session: &Session, words: &Words) -> (String, String) {
    let mut count = 0_u32;
    let mut rows = String::new();
    for (row, found) in PortalRow::ALL.into_iter().zip(&reading.rows) {
        let mut tag = ["li data-reading=", row.id()].concat();
        let sentence = match found {
            Found::Hours(hours) => {
                count += 1;
                let hours = hours.to_string();
                tag += " data-value=";
                tag += &hours;
                hours
            }
            Found::No => words.get(Word::FoundNot).to_string(),
            Found::Blank => words.get(Word::FoundBlank).to_string(),
            Found::Unusable(_) => words.get(Word::FoundUnusable).to_string(),
            Found::Differs(one, other) => {
                words.fill(Word::FoundDiffers, &[&one.to_string(), &other.to_string()])
            }
        };
        let name = session.page.short(Term::Row(row));
        put(&mut rows, &tag, &[name, " <b>", &sentence, "</b>"].concat());
    }
    let mut html = String::new();
    put(&mut html, "ul", &rows);
    for (row, pasted, need) in session.other_thresholds() {
        let name = session.page.short(Term::Row(row));
        let values = [name, &pasted.to_string(), &need.to_string()];
        put(
            &mut html,
            "p class=review__note",
            &words.fill(Word::Threshold, &values),
        );
    }
    let mut buttons = String::new();
    let mut title = words.get(Word::ReviewEmpty).to_string();
    if count > 0 {
        title = words.fill(Word::Review, &[&count.to_string()]);
        put(&mut html, "p", &words.get(Word::ReviewAbout));
        put_button(
            &mut buttons,
            "button--main",
            "accept-reading",
            &words.get(Word::Accept),
        );
    }
    put_button(
        &mut buttons,
        "",
        "discard-reading",
        &words.get(Word::Discard),
    );
    put(&mut html, "div class=buttons", &buttons);
    (title, html)
}
