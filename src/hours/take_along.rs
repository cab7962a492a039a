//! Taking the hours along: a printed page, a text to copy, a file that can be brought back, the last safe day for a calendar.

use std::rc::Rc;

use hours::Report;
use yew::prelude::*;

use super::entry::Entry;
use super::facts::Facts;
use super::{say, sheet};
use crate::browser;
use crate::components::{button, text};
use crate::wording::fill;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct TakeAlongProps {
    pub(super) facts: Facts,
    pub(super) report: Rc<Report>,
}

/// The outcome of the last press.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Copied,
    NotCopied,
    NotPrinted,
}

#[component]
pub(super) fn TakeAlong(props: &TakeAlongProps) -> Html {
    let TakeAlongProps { facts, report } = props;
    let words = &facts.page.words;
    let outcome = use_state(|| None::<Outcome>);
    // The entries when they were saved last.
    let saved = use_state(|| None::<Rc<Entry>>);
    let entry = &facts.entry;
    let is_saved = saved.as_ref().is_some_and(|it| it.says_the_same(entry));
    browser::use_leaving_asks(entry.has_hours() && !is_saved);
    let print = {
        let outcome = outcome.setter();
        Callback::from(move |_: MouseEvent| {
            let outcome = outcome.clone();
            browser::print(Callback::from(move |is_begun: bool| {
                outcome.set((!is_begun).then_some(Outcome::NotPrinted));
            }));
        })
    };
    let on_copied = {
        let outcome = outcome.setter();
        Callback::from(move |is_copied| {
            outcome.set(Some(if is_copied {
                Outcome::Copied
            } else {
                Outcome::NotCopied
            }));
        })
    };
    let copy = {
        let (facts, report, on_copied) = (facts.clone(), report.clone(), on_copied.clone());
        Callback::from(move |_: MouseEvent| {
            let address = browser::address_of_guide(&facts.page.edition.address);
            browser::copy(sheet::text(&facts, &report, &address), on_copied.clone());
        })
    };
    let save = {
        let (facts, report, saved) = (facts.clone(), report.clone(), saved.setter());
        Callback::from(move |_: MouseEvent| {
            let csv = sheet::file(&facts, &report);
            browser::save("learning-hours.csv", "text/csv", &csv);
            saved.set(Some(facts.entry.clone()));
        })
    };
    let days = sheet::last_days(facts, report);
    let save_day = {
        let (facts, days) = (facts.clone(), days.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(ics) = sheet::calendar(&facts, &days) {
                browser::save("learning-hours.ics", "text/calendar", &ics);
            }
        })
    };
    let said = match *outcome {
        Some(Outcome::Copied) => words.copied.clone(),
        Some(Outcome::NotCopied) => words.not_copied.clone(),
        Some(Outcome::NotPrinted) => words.not_printed.clone(),
        None => AttrValue::default(),
    };
    html! {
        <div class="take-along">
            <p class="buttons">
                { button("print", "button", words.print.clone(), print) }
                { button("copy-text", "button", words.copy.clone(), copy) }
                { button("save-csv", "button", words.csv.clone(), save) }
                if !days.is_empty() {
                    { button("save-ics", "button", words.ics.clone(), save_day) }
                }
                <span role="status">{ said }</span>
            </p>
            // A frame that lets no file out has the day as a text.
            <>
                { for days.iter().map(|(platform, day, _)| {
                    let last = fill(&words.last_day, &[platform, &say::day(*day, words)]);
                    let copy = {
                        let (last, on_copied) = (last.clone(), on_copied.clone());
                        Callback::from(move |_: MouseEvent| {
                            browser::copy(last.clone(), on_copied.clone());
                        })
                    };
                    html! {
                        <p class="take-along__day">
                            { text(&last, words.lang) }{ " " }
                            { button("copy-day", "button button--small", words.copy_day.clone(), copy) }
                        </p>
                    }
                }) }
            </>
            <p class="take-along__note">{ words.keeps_nothing.clone() }</p>
        </div>
    }
}
