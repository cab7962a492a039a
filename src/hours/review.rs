//! The reading of a pasted text, as a table of its own above the fields: nothing of it is used until the reader says so.

use std::rc::Rc;

use hours::{PortalRow, Report, Term};
use interchange::{Found, Reading, Refusal};
use yew::prelude::*;

use super::calculator::HoursAction;
use super::entry::{Field, Paste, texts};
use super::facts::Facts;
use super::say;
use crate::components::{button, pressed, text};
use crate::page::Page;
use crate::wording::{Wording, fill};

/// Notes on the reading: numbers that look odd, and thresholds that differ from the rules.
pub(super) fn notes(facts: &Facts, report: &Report) -> Vec<String> {
    let Paste::Read(reading) = &facts.entry.paste else {
        return Vec::new();
    };
    let mut notes = say::remarks(reading, facts);
    notes.extend(say::thresholds(facts, &reading.thresholds, report));
    notes
}

/// A field besides the twelve rows that was read of the page's own file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OtherField {
    name: String,
    value: String,
    label: String,
    said: String,
}

/// The fields besides the twelve rows that were read.
pub(super) fn others(facts: &Facts) -> Vec<OtherField> {
    let (page, words) = (&facts.page, &facts.page.words);
    let Paste::Read(reading) = &facts.entry.paste else {
        return Vec::new();
    };
    let is_other = |field: &Field| !matches!(field, Field::Hours(Term::Row(_)));
    let fields = texts(reading, page).into_iter();
    let fields = fields.filter(|(field, _)| is_other(field));
    let other = |(field, value): (Field, AttrValue)| {
        let (label, said) = say::field(field, &value, facts);
        let label = match field {
            Field::Coming(line, _) => fill(&words.sheet_coming, &[&(line + 1), &label]),
            _ => label,
        };
        OtherField {
            name: field.name(page),
            value: value.to_string(),
            label,
            said,
        }
    };
    fields.map(other).collect()
}

/// The fate of each course of a pasted list, in words.
pub(super) fn courses(facts: &Facts) -> Vec<String> {
    match &facts.entry.paste {
        Paste::Read(reading) => say::courses(reading, facts),
        _ => Vec::new(),
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ReviewProps {
    pub(super) page: Rc<Page>,
    pub(super) paste: Paste,
    pub(super) others: Vec<OtherField>,
    /// The fate of each course of a pasted list, in words.
    pub(super) courses: Vec<String>,
    pub(super) notes: Vec<String>,
    pub(super) on_action: Callback<HoursAction>,
}

/// The reading, or the reason why the text was refused.
#[component]
pub(super) fn Review(props: &ReviewProps) -> Html {
    let words = &props.page.words;
    let (title, rest) = match &props.paste {
        Paste::Nothing => return Html::default(),
        Paste::Refused(refusal) => {
            let sentence = match refusal {
                Refusal::Empty => &words.paste_empty,
                Refusal::NotText => &words.paste_not_text,
                Refusal::Archive => &words.paste_archive,
                Refusal::TooLong => &words.paste_too_long,
                Refusal::Newer => &words.paste_newer,
                Refusal::OwnText => &words.paste_own_text,
                Refusal::NoRow => &words.paste_no_row,
            };
            (sentence.to_string(), Html::default())
        }
        Paste::Read(reading) => review(reading, props),
    };
    html! {
        <div class="review" id="review" tabindex="-1" role="group" aria-labelledby="review-title">
            <h3 class="hours__title" id="review-title">{ title }</h3>
            { rest }
        </div>
    }
}

fn review(reading: &Reading, props: &ReviewProps) -> (String, Html) {
    let ReviewProps {
        page,
        others,
        courses,
        notes,
        on_action,
        ..
    } = props;
    let words = &page.words;
    let rows = || PortalRow::ALL.into_iter().zip(&reading.rows);
    let hours = rows().filter(|(_, it)| matches!(it, Found::Hours(_)));
    let count = hours.count() + others.len();
    let doubts = rows().filter(|(_, it)| is_doubtful(it)).count();
    let has_courses = !courses.is_empty();
    // A list of courses has no rows, so they are not said to be missing.
    let has_rows = !has_courses || rows().any(|(_, found)| *found != Found::No);
    let title = match (count, doubts) {
        (0, 0) if !has_rows => words.courses_none.to_string(),
        (0, 0) => words.review_empty.to_string(),
        (_, 0) => fill(&words.review, &[&count]),
        // Where there is something to choose from, hours are not missing.
        _ => fill(&words.review_doubts, &[&count, &doubts]),
    };
    let row = |(row, found): (PortalRow, &Found)| {
        let value = match found {
            Found::Hours(hours) => Some(hours.to_string()),
            _ => None,
        };
        html! {
            <tr
                key={row.id()}
                data-reading={row.id()}
                data-value={value}
                data-doubt={is_doubtful(found).then_some("")}
            >
                <th scope="row">{ text(&page.short(Term::Row(row)), words.lang) }</th>
                <td id={["reading-", row.id()].concat()} tabindex="-1">
                    { text(&said(found, words), words.lang) }
                    if is_doubtful(found) {
                        <div class="buttons">{ choices(row, found, words, on_action) }</div>
                    }
                </td>
            </tr>
        }
    };
    let rest = html! {
        <>
            <table class="reading" aria-labelledby="review-title">
                <thead class="unseen">
                    <tr>
                        <th scope="col">{ words.column_item.clone() }</th>
                        <th scope="col">{ words.column_read.clone() }</th>
                    </tr>
                </thead>
                <tbody>
                    { for rows().filter(|_| has_rows).map(row) }
                    { for others.iter().map(|it| html! {
                        <tr key={it.name.clone()} data-reading={it.name.clone()} data-value={it.value.clone()}>
                            <th scope="row">{ text(&it.label, words.lang) }</th>
                            <td>{ text(&it.said, words.lang) }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
            if has_courses {
                <ul class="review__courses" data-part="courses">
                    { for courses.iter().map(|said| html! { <li>{ text(said, words.lang) }</li> }) }
                </ul>
                <p class="review__note">{ words.courses_about.clone() }</p>
            }
            { for notes.iter().map(|note| html! {
                <p class="review__note">{ text(note, words.lang) }</p>
            }) }
            if count > 0 {
                <p class="review__about">{ words.review_about.clone() }</p>
            }
            <div class="buttons">
                if count > 0 {
                    { button("accept-reading", "button button--main", words.accept.clone(), pressed(on_action, HoursAction::ReadingAccepted)) }
                }
                { button("discard-reading", "button", words.discard.clone(), pressed(on_action, HoursAction::ReadingDiscarded)) }
            </div>
        </>
    };
    (title, rest)
}

fn said(found: &Found, words: &Wording) -> String {
    match found {
        Found::Hours(hours) => hours.to_string(),
        Found::No => words.found_not.to_string(),
        Found::Blank => words.found_blank.to_string(),
        Found::Unusable(_) => words.found_unusable.to_string(),
        Found::Differs(one, other) => fill(&words.found_differs, &[one, other]),
        Found::Doubt(doubt) => words.doubt(doubt.kind).to_string(),
    }
}

/// The numbers that were seen in a doubtful row, and none of them.
fn choices(
    row: PortalRow,
    found: &Found,
    words: &Wording,
    on_action: &Callback<HoursAction>,
) -> Html {
    let numbers = match found {
        Found::Doubt(doubt) => doubt.numbers.clone(),
        Found::Differs(one, other) => vec![*one, *other],
        _ => Vec::new(),
    };
    let chosen = |action| pressed(on_action, action);
    html! {
        <>
            { for numbers.iter().map(|hours| {
                let text = fill(&words.reading_choose, &[hours]).into();
                button("choose-reading", "button button--small", text, chosen(HoursAction::ReadingChosen(row, *hours)))
            }) }
            { button("decline-reading", "button button--small", words.reading_none.clone(), chosen(HoursAction::ReadingDeclined(row))) }
        </>
    }
}

/// Whether a row has no hours until the reader chooses some.
fn is_doubtful(found: &Found) -> bool {
    matches!(found, Found::Doubt(_) | Found::Differs(..))
}
