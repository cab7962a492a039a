//! The card to paste into, and what was read for review, as markup.

use std::rc::Rc;

use hours::{PortalRow, Report, Term};
use interchange::{Found, Reading, Refusal};
use yew::prelude::*;

use super::calculator::HoursAction;
use super::entry::{Field, Paste, texts};
use super::facts::Facts;
use super::say;
use crate::browser;
use crate::components::{button, pressed, text};
use crate::wording::{Wording, fill};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct PasteCardProps {
    pub(super) words: Rc<Wording>,
    pub(super) on_action: Callback<HoursAction>,
}

/// The card to paste a text into, or to drop a file on.
#[component]
pub(super) fn PasteCard(props: &PasteCardProps) -> Html {
    let PasteCardProps { words, on_action } = props;
    let (field, file) = (use_node_ref(), use_node_ref());
    let read = {
        let (field, on_action) = (field.clone(), on_action.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(text) = browser::take_text(&field) {
                on_action.emit(HoursAction::TextPasted(text));
            }
        })
    };
    let choose = {
        let file = file.clone();
        Callback::from(move |_: MouseEvent| browser::press(&file))
    };
    let on_text = on_action.reform(HoursAction::TextPasted);
    let onchange = {
        let on_text = on_text.clone();
        Callback::from(move |event: Event| browser::read_chosen(&event, &on_text))
    };
    let ondrop = Callback::from(move |event: DragEvent| browser::read_dropped(&event, &on_text));
    html! {
        <div class="paste" {ondrop}>
            <label class="paste__title" for="paste">{ &words.paste }</label>
            <p>{ &words.paste_about }</p>
            <textarea
                ref={field}
                class="field__input"
                id="paste"
                name="paste"
                rows="2"
                maxlength="400000"
                autocomplete="off"
                spellcheck="false"
            />
            <div class="buttons">
                { button("read-paste", "button button--main", words.paste_read.clone(), read) }
                { button("choose-file", "button", words.paste_file.clone(), choose) }
            </div>
            <input
                ref={file}
                type="file"
                accept=".txt,.csv,.htm,.html,.mhtml,.xls"
                autocomplete="off"
                hidden=true
                {onchange}
            />
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ReviewProps {
    pub(super) facts: Facts,
    pub(super) report: Rc<Report>,
    pub(super) on_action: Callback<HoursAction>,
}

/// What came of it.
#[component]
pub(super) fn Review(props: &ReviewProps) -> Html {
    let ReviewProps {
        facts,
        report,
        on_action,
    } = props;
    let words = &facts.page.words;
    let (title, rest) = match &facts.entry.paste {
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
        Paste::Read(reading) => review(reading, facts, report, on_action),
    };
    html! {
        <div class="review" id="review" tabindex="-1" role="group" aria-labelledby="review-title">
            <h3 class="review__title" id="review-title">{ title }</h3>
            { rest }
        </div>
    }
}

fn review(
    reading: &Reading,
    facts: &Facts,
    report: &Report,
    on_action: &Callback<HoursAction>,
) -> (String, Html) {
    let words = &facts.page.words;
    let found = |found: &Found| match found {
        Found::Hours(hours) => hours.to_string(),
        Found::No => words.found_not.to_string(),
        Found::Blank => words.found_blank.to_string(),
        Found::Unusable(_) => words.found_unusable.to_string(),
        Found::Differs(one, other) => fill(&words.found_differs, &[one, other]),
        Found::Doubt(doubt) => words.doubt(doubt.kind).to_string(),
    };
    // One of the numbers that were seen can be chosen.
    let choices = |row, found: &Found| {
        match found {
            Found::Doubt(doubt) => doubt.numbers.clone(),
            Found::Differs(one, other) => vec![*one, *other],
            _ => Vec::new(),
        }
        .into_iter()
        .map(move |hours| {
            let chosen = HoursAction::ReadingChosen(row, hours);
            let text = fill(&words.reading_choose, &[&hours]).into();
            button(
                "choose-reading",
                "button button--small",
                text,
                pressed(on_action, chosen),
            )
        })
        .collect::<Html>()
    };
    let value = |found: &Found| match found {
        Found::Hours(hours) => Some(hours.to_string()),
        _ => None,
    };
    let others = others(reading, facts);
    let rows = reading.rows.iter();
    let count = rows.filter(|found| value(found).is_some()).count() + others.len();
    let thresholds = say::thresholds(facts, &reading.thresholds, report);
    let has_courses = !reading.courses.is_empty();
    // A list of courses has no rows, so they are not said to be missing.
    let has_rows = reading.rows.iter().any(|found| *found != Found::No) || !has_courses;
    let title = match count {
        0 if has_courses && !has_rows => fill(&words.courses_none, &[]),
        // Where there is something to choose from, hours are not missing.
        0 if !reading.rows.iter().any(is_doubtful) => fill(&words.review_empty, &[]),
        _ => fill(&words.review, &[&count]),
    };
    let rest = html! {
        <>
            <ul>
                { for PortalRow::ALL.into_iter().zip(&reading.rows).filter(|_| has_rows).map(|(row, it)| html! {
                    <li
                        data-reading={row.id()}
                        data-value={value(it)}
                        data-doubt={is_doubtful(it).then_some("")}
                    >
                        { text(&facts.page.short(Term::Row(row)), words.lang) }{ " " }<b>{ found(it) }</b>
                        if is_doubtful(it) {
                            <div class="buttons">{ choices(row, it) }</div>
                        }
                    </li>
                }) }
                { for others.into_iter().map(|[name, value, label, said]| html! {
                    <li data-reading={name} data-value={value}>
                        { text(&label, words.lang) }{ " " }<b>{ text(&said, words.lang) }</b>
                    </li>
                }) }
            </ul>
            if has_courses {
                <ul class="review__courses" data-part="courses">
                    { for say::courses(reading, facts).iter().map(|said| html! {
                        <li>{ text(said, words.lang) }</li>
                    }) }
                </ul>
                <p class="review__note">{ words.courses_about.clone() }</p>
            }
            { for say::remarks(reading, facts).iter().map(|remark| html! {
                <p class="review__note">{ text(remark, words.lang) }</p>
            }) }
            { for thresholds.iter().map(|note| html! {
                <p class="review__note">{ text(note, words.lang) }</p>
            }) }
            if count > 0 {
                <p>{ words.review_about.clone() }</p>
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

/// The fields besides the twelve rows that were read of the page's own file: name and text, and both in words.
fn others(reading: &Reading, facts: &Facts) -> Vec<[String; 4]> {
    let (page, words) = (&facts.page, &facts.page.words);
    let texts = texts(reading, page).into_iter();
    let is_other = |field: &Field| !matches!(field, Field::Hours(Term::Row(_)));
    texts
        .filter(|(field, _)| is_other(field))
        .map(|(field, text)| {
            let (label, said) = say::field(field, &text, facts);
            let label = match field {
                Field::Coming(line, _) => fill(&words.sheet_coming, &[&(line + 1), &label]),
                _ => label,
            };
            [field.name(page), text.to_string(), label, said]
        })
        .collect()
}

/// Whether a row has no hours until the reader chooses some.
fn is_doubtful(found: &Found) -> bool {
    matches!(found, Found::Doubt(_) | Found::Differs(..))
}
