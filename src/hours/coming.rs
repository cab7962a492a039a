//! Hours that are finished and not on the portal yet, line by line.

use hours::{OfYear, parse_date, parse_hours};
use yew::prelude::*;

use super::calculator::HoursAction;
use super::choice::Choice;
use super::entry::{ComingDraft, ComingPart, Field};
use super::facts::Facts;
use super::input::{HoursInput, wrong_id};
use super::say;
use crate::components::{button, pressed};
use crate::wording::{Wording, fill};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ComingProps {
    pub(super) facts: Facts,
    pub(super) on_action: Callback<HoursAction>,
}

#[component]
pub(super) fn ComingView(props: &ComingProps) -> Html {
    let ComingProps { facts, on_action } = props;
    let words = &facts.page.words;
    html! {
        <details class="fold coming" open={!facts.entry.coming.is_empty()}>
            <summary>{ words.coming.clone() }</summary>
            <p>{ words.coming_about.clone() }</p>
            <>
                { for facts.entry.coming.iter().map(|draft| line(draft, facts, words, on_action)) }
            </>
            <button type="button" class="button" id="coming-add" data-action="add-coming" onclick={pressed(on_action, HoursAction::ComingAdded)}>
                { words.coming_add.clone() }
            </button>
        </details>
    }
}

fn line(
    draft: &ComingDraft,
    facts: &Facts,
    words: &Wording,
    on_action: &Callback<HoursAction>,
) -> Html {
    let page = &facts.page;
    let field = |part| Field::Coming(draft.line, part);
    let name = |part| AttrValue::from(field(part).name(page));
    // The most particular rows first: they are what a course is about.
    let terms = page
        .terms()
        .rev()
        .map(|term| (page.field(term).to_owned().into(), page.short(term)));
    let platforms = page.edition.platforms.iter();
    let platforms = platforms.map(|it| (it.id.clone(), it.name.clone()));
    let hours_wrong = parse_hours(&draft.hours).err();
    let hours_wrong = hours_wrong.map(|problem| words.hours_problem(problem).clone());
    let day_wrong = parse_date(&draft.finished).err();
    let day_wrong = day_wrong.map(|problem| words.date_problem(problem).clone());
    let day_label = AttrValue::from(fill(&words.coming_day, &[&say::example_day(facts)]));
    let typed = |part, label: &AttrValue, typed: &AttrValue, wrong: Option<AttrValue>| {
        let id = name(part);
        let wrong_id = wrong.as_ref().map(|_| wrong_id(&id));
        let input = html! {
            <>
                <HoursInput
                    field={field(part)}
                    is_date={part == ComingPart::Finished}
                    id={id.clone()}
                    name={id.clone()}
                    typed={Some(typed.clone())}
                    wrong_id={wrong_id.clone()}
                    {on_action}
                />
                if let Some(wrong) = wrong {
                    <p class="field__wrong" id={wrong_id}>{ wrong }</p>
                }
            </>
        };
        labelled(id, label, input)
    };
    html! {
        <div key={draft.line} class="coming__line">
            { labelled(name(ComingPart::Term), &words.coming_row, html! {
                <Choice
                    field={field(ComingPart::Term)}
                    id={name(ComingPart::Term)}
                    none={words.choose.clone()}
                    chosen={&draft.term}
                    options={terms.collect::<Vec<_>>()}
                    {on_action}
                />
            }) }
            { typed(ComingPart::Hours, &words.coming_hours, &draft.hours, hours_wrong) }
            { typed(ComingPart::Finished, &day_label, &draft.finished, day_wrong) }
            { labelled(name(ComingPart::Platform), &words.platform, html! {
                <Choice
                    field={field(ComingPart::Platform)}
                    id={name(ComingPart::Platform)}
                    none={words.platform_other.clone()}
                    chosen={&draft.platform}
                    options={platforms.collect::<Vec<_>>()}
                    {on_action}
                />
            }) }
            <p class="coming__about">{ about(draft, facts, words) }</p>
            { button("remove-coming", "button", words.coming_remove.clone(), pressed(on_action, HoursAction::ComingRemoved(draft.line))) }
        </div>
    }
}

/// A field with its label above it.
fn labelled(id: AttrValue, label: &AttrValue, field: Html) -> Html {
    html! {
        <div class="coming__field">
            <label for={id}>{ label }</label>
            { field }
        </div>
    }
}

/// When the hours of a line show, or what is missing in it.
fn about(draft: &ComingDraft, facts: &Facts, words: &Wording) -> String {
    let workdays = &facts.page.edition.workdays;
    let Some(coming) = facts.coming(draft) else {
        return fill(&words.coming_incomplete, &[]);
    };
    let of_year = facts.today.map(|today| coming.of_year(today, workdays));
    match of_year {
        Some(OfYear::NotYet) => return words.coming_not_yet.to_string(),
        Some(OfYear::Earlier) => return words.coming_earlier.to_string(),
        Some(OfYear::Turn) => return words.coming_turn.to_string(),
        Some(OfYear::Yes) | None => {}
    }
    let counted = coming
        .upload_days
        .and_then(|days| workdays.after(coming.finished, days));
    let Some(counted) = counted else {
        return fill(&words.coming_unsure, &[]);
    };
    let mut about = fill(&words.coming_shows, &[&say::day(counted.day, words)]);
    if let (Some(end), false) = (workdays.covers_until, counted.is_covered) {
        words.append(&mut about, &words.calendar_ends, &[&say::day(end, words)]);
    }
    about
}
