//! Hours that are finished and not on the portal yet, line by line.

use hours::{PortalRow, Term, parse_date, parse_hours};
use yew::prelude::*;

use super::fields::{Field, wrong};
use super::say;
use crate::components::{choice, content, group, put, put_button};
use crate::session::{ComingDraft, Session};
use crate::wording::{Word, Words};

pub(super) fn view(session: &Session, words: &Words) -> Html {
    let mut head = String::new();
    put(
        &mut head,
        "h3 class=fields__title",
        &words.get(Word::Coming),
    );
    put(&mut head, "p", &words.get(Word::ComingAbout));
    let mut foot = String::new();
    put_button(
        &mut foot,
        "",
        "add-coming id=coming-add",
        &words.get(Word::ComingAdd),
    );
    let mut parts = vec![content(&head)];
    for draft in &session.form.coming {
        parts.push(line(draft, session, words));
    }
    parts.push(content(&foot));
    group("div", "coming", parts)
}

fn line(draft: &ComingDraft, session: &Session, words: &Words) -> Html {
    let page = &session.page;
    let number = draft.line.to_string();
    let name = |part: &str| ["coming-", part, "-", &number].concat();
    // The most particular rows first: they are what a course is about.
    let inputs = page.fields() - PortalRow::ALL.len();
    let terms = (0..inputs)
        .map(Term::Input)
        .chain(PortalRow::ALL.into_iter().rev().map(Term::Row))
        .map(|term| (page.field(term).to_owned(), page.short(term).to_owned()));
    let platforms = page.data.platforms.iter().enumerate();
    let platforms = platforms.map(|(number, it)| (number.to_string(), it.name.clone()));
    let choose = |part, label, none, options: &mut dyn Iterator<Item = (String, String)>| {
        choice(&name(part), &words.get(label), &words.get(none), options)
    };
    let field = |part, label, text: &AttrValue, wrong| {
        let label = words.get(label);
        let field = Field {
            id: name(part),
            name: name(part),
            label: &label,
            gloss: "",
            lang: None,
            unit: None,
            text,
            wrong,
        };
        field.view()
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
    put_button(&mut foot, "", &remove, &words.get(Word::ComingRemove));
    let parts = [
        choose("row", Word::ComingRow, Word::Choose, &mut { terms }),
        field(
            "hours",
            Word::ComingHours,
            &draft.hours,
            hours_wrong.map(|word| words.get(word)),
        ),
        field(
            "day",
            Word::ComingDay,
            &draft.finished,
            day_wrong.map(|word| words.get(word)),
        ),
        choose("platform", Word::Platform, Word::PlatformOther, &mut {
            platforms
        }),
        content(&foot),
    ];
    html! { <div class="coming__line" key={draft.line}>{ for parts }</div> }
}

/// When the hours of a line show, or what is missing in it.
fn about(draft: &ComingDraft, session: &Session, words: &Words) -> String {
    let workdays = &session.page.workdays;
    let Some(coming) = session.coming(draft) else {
        return words.get(Word::ComingIncomplete).to_string();
    };
    let counted = coming
        .upload_days
        .and_then(|days| workdays.after(coming.finished, days));
    let Some(counted) = counted else {
        return words.get(Word::ComingUnsure).to_string();
    };
    let mut about = words.fill(Word::ComingShows, &[&say::day(counted.day, words)]);
    if let (Some(end), false) = (workdays.covers_until, counted.is_covered) {
        words.list(
            &mut about,
            &words.fill(Word::CalendarEnds, &[&say::day(end, words)]),
        );
    }
    about
}
