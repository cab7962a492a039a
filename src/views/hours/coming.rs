//! Hours that are finished and not on the portal yet, line by line.

use hours::{parse_date, parse_hours};
use yew::prelude::*;

use super::choice::Choice;
use super::fields::{Field, wrong};
use super::say;
use crate::components::{button, plain, pressed};
use crate::session::{Action, ComingDraft, Facts};
use crate::wording::{Word, Words};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ComingProps {
    pub(super) facts: Facts,
    pub(super) on_action: Callback<Action>,
}

#[component]
pub(super) fn ComingView(props: &ComingProps) -> Html {
    let ComingProps { facts, on_action } = props;
    let words = &facts.page.words;
    html! {
        <div class="coming">
            <h3 class="fields__title">{ words.get(Word::Coming) }</h3>
            <p>{ words.get(Word::ComingAbout) }</p>
            <>
                { for facts.form.coming.iter().map(|draft| line(draft, facts, words, on_action)) }
            </>
            <button type="button" class="button" id="coming-add" data-action="add-coming" onclick={pressed(on_action, Action::ComingAdded)}>
                { words.get(Word::ComingAdd) }
            </button>
        </div>
    }
}

fn line(draft: &ComingDraft, facts: &Facts, words: &Words, on_action: &Callback<Action>) -> Html {
    let page = &facts.page;
    let name =
        |part: &str| AttrValue::from(["coming-", part, "-", &draft.line.to_string()].concat());
    // The most particular rows first: they are what a course is about.
    let terms = page
        .terms()
        .rev()
        .map(|term| (page.field(term).to_owned().into(), plain(&page.short(term))));
    let platforms = page.data.platforms.iter();
    let platforms = platforms.map(|it| (it.id.clone(), plain(&it.name)));
    let hours_wrong = parse_hours(&draft.hours).err().map(wrong);
    let day_wrong = parse_date(&draft.finished)
        .err()
        .map(|_| Word::DatesNotADate);
    html! {
        <div key={draft.line} class="coming__line">
            <Choice
                id={name("row")}
                label={words.get(Word::ComingRow)}
                none={words.get(Word::Choose)}
                chosen={&draft.term}
                options={terms.collect::<Vec<_>>()}
                {on_action}
            />
            <Field
                id={name("hours")}
                name={name("hours")}
                label={words.get(Word::ComingHours)}
                text={Some(draft.hours.clone())}
                wrong={hours_wrong.map(|word| words.get(word))}
                {on_action}
            />
            <Field
                id={name("day")}
                name={name("day")}
                label={words.get(Word::ComingDay)}
                text={Some(draft.finished.clone())}
                wrong={day_wrong.map(|word| words.get(word))}
                {on_action}
            />
            <Choice
                id={name("platform")}
                label={words.get(Word::Platform)}
                none={words.get(Word::PlatformOther)}
                chosen={&draft.platform}
                options={platforms.collect::<Vec<_>>()}
                {on_action}
            />
            <p class="coming__about">{ about(draft, facts, words) }</p>
            { button("remove-coming", "button", words.get(Word::ComingRemove), pressed(on_action, Action::ComingRemoved(draft.line))) }
        </div>
    }
}

/// When the hours of a line show, or what is missing in it.
fn about(draft: &ComingDraft, facts: &Facts, words: &Words) -> String {
    let workdays = &facts.page.workdays;
    let Some(coming) = facts.coming(draft) else {
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
