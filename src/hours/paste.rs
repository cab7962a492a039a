//! The card to paste into, and what was read for review, as markup.

use std::rc::Rc;

use hours::{PortalRow, Term};
use interchange::{Found, Reading, Refusal};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::calculator::HoursAction;
use super::entry::Paste;
use super::facts::Facts;
use super::say;
use crate::components::{button, pressed, text};
use crate::wording::{Wording, fill};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct PasteCardProps {
    pub(super) words: Rc<Wording>,
    pub(super) on_action: Callback<HoursAction>,
}

/// The card; a script of the page (`crates/prerender/src/scripts`) puts files into its field.
#[component]
pub(super) fn PasteCard(props: &PasteCardProps) -> Html {
    let PasteCardProps { words, on_action } = props;
    let field = use_node_ref();
    let onclick = {
        let (field, on_action) = (field.clone(), on_action.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                let text = field.value();
                // Nothing of it stays in the page.
                field.set_value("");
                on_action.emit(HoursAction::TextPasted(text));
            }
        })
    };
    html! {
        <div class="paste">
            <label class="paste__title" for="paste">{ words.paste.clone() }</label>
            <p>{ words.paste_about.clone() }</p>
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
                { button("read-paste", "button button--main", words.paste_read.clone(), onclick) }
                <button type="button" class="button" data-action="choose-file">{ words.paste_file.clone() }</button>
            </div>
            <input type="file" accept=".txt,.csv,.htm,.html" autocomplete="off" hidden=true />
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ReviewProps {
    pub(super) facts: Facts,
    pub(super) on_action: Callback<HoursAction>,
}

/// What came of it.
#[component]
pub(super) fn Review(props: &ReviewProps) -> Html {
    let ReviewProps { facts, on_action } = props;
    let words = &facts.page.words;
    let (title, rest) = match &facts.entry.paste {
        Paste::Nothing => return Html::default(),
        Paste::Refused(refusal) => {
            let sentence = match refusal {
                Refusal::Empty => &words.paste_empty,
                Refusal::NotText => &words.paste_not_text,
                Refusal::TooLong => &words.paste_too_long,
                Refusal::NoRow => &words.paste_no_row,
            };
            (sentence.to_string(), Html::default())
        }
        Paste::Read(reading) => review(reading, facts, words, on_action),
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
    words: &Wording,
    on_action: &Callback<HoursAction>,
) -> (String, Html) {
    let found = |found: &Found| match found {
        Found::Hours(hours) => hours.to_string(),
        Found::No => fill(&words.found_not, &[]),
        Found::Blank => fill(&words.found_blank, &[]),
        Found::Unusable(_) => fill(&words.found_unusable, &[]),
        Found::Differs(one, other) => fill(&words.found_differs, &[one, other]),
    };
    let value = |found: &Found| match found {
        Found::Hours(hours) => Some(hours.to_string()),
        _ => None,
    };
    let count = reading
        .rows
        .iter()
        .filter(|found| value(found).is_some())
        .count();
    let others = say::thresholds(facts, &reading.thresholds, &facts.report());
    let title = match count {
        0 => fill(&words.review_empty, &[]),
        _ => fill(&words.review, &[&count]),
    };
    let rest = html! {
        <>
            <ul>
                { for PortalRow::ALL.into_iter().zip(&reading.rows).map(|(row, it)| html! {
                    <li data-reading={row.id()} data-value={value(it)}>
                        { text(&facts.page.short(Term::Row(row)), words.lang) }{ " " }<b>{ found(it) }</b>
                    </li>
                }) }
            </ul>
            { for others.iter().map(|note| html! {
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
