//! Hours that are finished and not on the portal yet, line by line.

use hours::{parse_date, parse_hours};
use yew::prelude::*;

use super::fields::{Field, wrong};
use super::say;
use crate::components::{choice, content, group, keyed, put, put_button, put_word};
use crate::session::{ComingDraft, Session};
use crate::wording::{Word, Words};

pub(super) fn view(session: &Session, words: &Words) -> Html {
    let mut head = String::new();
    put_word(
        &mut head,
        "h3 class=fields__title",
        words,
        Word::Coming,
        &[],
    );
    put_word(&mut head, "p", words, Word::ComingAbout, &[]);
    let mut foot = String::new();
    put_button(
        &mut foot,
        "",
        "add-coming id=coming-add",
        words,
        Word::ComingAdd,
    );
    let lines = session.form.coming.iter();
    let lines = lines.map(|draft| line(draft, session, words)).collect();
    group("div", "coming", [content(&head), lines, content(&foot)])
}

fn line(draft: &ComingDraft, session: &Session, words: &Words) -> Html {
    let page = &session.page;
    let number = draft.line.to_string();
    let name = |part: &str| ["coming-", part, "-", &number].concat();
    // The most particular rows first: they are what a course is about.
    let mut terms = Vec::new();
    for term in page.terms().rev() {
        terms.push((page.field(term), page.short(term)));
    }
    let mut platforms = Vec::new();
    for platform in &page.data.platforms {
        platforms.push((&*platform.id, &*platform.name));
    }
    let field = |part, label, text: &AttrValue, wrong: Option<Word>| {
        Field {
            name: name(part),
            id: name(part),
            label: &words.get(label),
            gloss: "",
            lang: "",
            unit: "",
            text,
            wrong: wrong.map(|wrong| words.get(wrong)),
        }
        .view()
    };
    let hours_wrong = parse_hours(&draft.hours).err().map(wrong);
    let day_wrong = parse_date(&draft.finished)
        .err()
        .map(|_| Word::DatesNotADate);
    let mut foot = String::new();
    put(
        &mut foot,
        "p class=coming__about",
        &about(draft, session, words),
    );
    let remove = ["remove-coming value=", &number].concat();
    put_button(&mut foot, "", &remove, words, Word::ComingRemove);
    let choose = |part, label, none, chosen, options| {
        choice(&name(part), words, label, none, chosen, options)
    };
    let parts = [
        choose("row", Word::ComingRow, Word::Choose, &draft.term, &terms),
        field("hours", Word::ComingHours, &draft.hours, hours_wrong),
        field("day", Word::ComingDay, &draft.finished, day_wrong),
        choose(
            "platform",
            Word::Platform,
            Word::PlatformOther,
            &draft.platform,
            &platforms,
        ),
        content(&foot),
    ];
    keyed(&number, group("div", "coming__line", parts))
}

/// When the hours of a line show, or what is missing in it.
fn about(draft: &ComingDraft, session: &Session, words: &Words) -> String {
    let workdays = &session.page.workdays;
    let Some(coming) = session.coming(draft) else {
        return words.fill(Word::ComingIncomplete, &[]);
    };
    let counted = coming
        .upload_days
        .and_then(|days| workdays.after(coming.finished, days));
    let Some(counted) = counted else {
        return words.fill(Word::ComingUnsure, &[]);
    };
    let mut about = words.fill(Word::ComingShows, &[&say::day(counted.day, words)]);
    if let (Some(end), false) = (workdays.covers_until, counted.is_covered) {
        words.list(&mut about, Word::CalendarEnds, &[&say::day(end, words)]);
    }
    about
}
