//! The hours view (時數檢核): what was pasted or typed on one side, what follows from it on the other.
//!
//! What is only shown is written as markup, and what is pressed or typed is heard by `browser::listen` (decision 0011).

mod coming;
mod fields;
mod paste;
mod plan;
mod results;
mod say;

use guide::PageNodeKind;
use yew::prelude::*;

use crate::components::{content, group, prose, put, put_button, put_word, tagged, text};
use crate::session::Session;
use crate::wording::{Word, Words};

pub(crate) fn hours(session: &Session, words: &Words) -> Html {
    let given = session.given();
    let report = session.judge(&given);
    let entry = [
        fields::view(session, &report, words),
        coming::view(session, words),
    ];
    let results = results::view(session, &given, &report, words);
    let mut title = String::new();
    let heading = "h2 class=view__title id=hours-title tabindex=-1";
    put_word(&mut title, heading, words, Word::Hours, &[]);
    let parts = vec![
        content(&title),
        sheet_head(session, words),
        text("p", "hours__lead", words.get(Word::HoursLead)),
        prose("div", "paste", &paste::card(words)),
        paste::outcome(session, &report, words),
        group("div", "hours__columns", [group("div", "", entry), results]),
        take_along(words),
        prose("div", "sheet-foot", contacts(session)),
    ];
    tagged(
        "section",
        &["class", "id", "data-view", "aria-labelledby"],
        &["view hours", "hours", "hours", "hours-title"],
        parts,
    )
}

/// What only paper shows: a line for the name, and the day.
fn sheet_head(session: &Session, words: &Words) -> Html {
    let mut html = String::new();
    put_word(&mut html, "span", words, Word::SheetName, &[]);
    if let Some(today) = session.today {
        put_word(
            &mut html,
            "span",
            words,
            Word::Today,
            &[&say::day(today, words)],
        );
    }
    prose("p", "sheet-head", &html)
}

/// Whom to ask, for paper: the contacts of the place where hours are shown.
fn contacts(session: &Session) -> &str {
    let mut nodes = session.page.data.nodes.iter();
    let outcome = nodes.find(|node| node.kind == PageNodeKind::Outcome);
    outcome.map_or("", |node| &node.contacts)
}

/// What scripts of the page do (`crates/prerender/src/scripts`): print, copy, save; and what they say then.
fn take_along(words: &Words) -> Html {
    let mut html = String::new();
    put_button(&mut html, "", "print", words, Word::Print);
    put_button(&mut html, "", "copy-text", words, Word::Copy);
    put_button(&mut html, "", "save-csv", words, Word::Csv);
    put_word(&mut html, "span hidden", words, Word::Copied, &[]);
    put_word(&mut html, "span hidden", words, Word::NotCopied, &[]);
    put(&mut html, "span role=status", "");
    prose("p", "buttons take-along", &html)
}
