//! Rules that are history: each may be tried as well, and changes no verdict.

use std::rc::Rc;

use hours::{Applies, Report};
use yew::prelude::*;

use super::calculator::HoursAction;
use super::entry::Field;
use super::facts::Facts;
use crate::browser;
use crate::page::Page;
use crate::wording::fill;

/// The rule sets that may be tried, by number, and whether each is.
pub(super) fn offers(facts: &Facts, report: &Report) -> Vec<(usize, bool)> {
    let sets = report.sets.iter().enumerate();
    sets.filter_map(|(number, judged)| match judged.applies {
        Applies::Tried => Some((number, true)),
        Applies::Offered => Some((number, false)),
        _ => None,
    })
    .filter(|(number, _)| facts.page.edition.rule_sets.get(*number).is_some())
    .collect()
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct HistoryProps {
    pub(super) page: Rc<Page>,
    pub(super) offers: Vec<(usize, bool)>,
    pub(super) arrived: bool,
    pub(super) on_action: Callback<HoursAction>,
}

#[component]
pub(super) fn History(props: &HistoryProps) -> Html {
    let HistoryProps {
        page,
        offers,
        arrived,
        on_action,
    } = props;
    let words = &page.words;
    if offers.is_empty() {
        return Html::default();
    }
    // Until the program has taken over, a box that was ticked before stays ticked.
    // Validators do not know `autocomplete` for boxes; without it Firefox ticks them again when the page is loaded again.
    let offer = |(number, is_tried): &(usize, bool)| {
        let field = Field::Asked(*number);
        let title = page.edition.rule_sets.get(*number).map(|set| &set.title);
        let onchange = on_action
            .reform(move |event: Event| HoursAction::Edited(field, browser::typed_text(&event)));
        html! {
            <label key={*number} class="offer">
                if *arrived {
                    <input type="checkbox" name={field.name(page)} autocomplete="off" checked={*is_tried} {onchange} />
                } else {
                    <input type="checkbox" name={field.name(page)} autocomplete="off" {onchange} />
                }
                <span>{ fill(&words.ask, &[title.unwrap_or(&AttrValue::default())]) }</span>
            </label>
        }
    };
    html! {
        <details class="fold history">
            <summary>{ words.history_title.clone() }</summary>
            <p>{ words.history_about.clone() }</p>
            <>
                { for offers.iter().map(offer) }
            </>
        </details>
    }
}
