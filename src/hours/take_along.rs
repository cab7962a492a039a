//! Taking the hours along: a printed page, a text to copy, a file for a spreadsheet that can be brought back.

use std::rc::Rc;

use hours::Report;
use yew::prelude::*;

use super::facts::Facts;
use super::sheet;
use crate::browser;
use crate::components::button;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct TakeAlongProps {
    pub(super) facts: Facts,
    pub(super) report: Rc<Report>,
}

#[component]
pub(super) fn TakeAlong(props: &TakeAlongProps) -> Html {
    let TakeAlongProps { facts, report } = props;
    let words = &facts.page.words;
    // Whether copying was allowed, once it was tried.
    let copied = use_state(|| None::<bool>);
    let print = Callback::from(|_: MouseEvent| browser::print());
    let copy = {
        let (facts, report, copied) = (facts.clone(), report.clone(), copied.setter());
        Callback::from(move |_: MouseEvent| {
            let copied = copied.clone();
            let address = browser::address_of_guide(&facts.page.edition.address);
            let text = sheet::text(&facts, &report, &address);
            browser::copy(text, Callback::from(move |is| copied.set(Some(is))));
        })
    };
    let save = {
        let (facts, report) = (facts.clone(), report.clone());
        Callback::from(move |_: MouseEvent| {
            let csv = sheet::file(&facts, &report);
            browser::save("learning-hours.csv", "text/csv", &csv);
        })
    };
    let said = match *copied {
        Some(true) => words.copied.clone(),
        Some(false) => words.not_copied.clone(),
        None => AttrValue::default(),
    };
    html! {
        <div class="take-along">
            <p class="buttons">
                { button("print", "button", words.print.clone(), print) }
                { button("copy-text", "button", words.copy.clone(), copy) }
                { button("save-csv", "button", words.csv.clone(), save) }
                <span role="status">{ said }</span>
            </p>
            <p class="take-along__note">{ words.keeps_nothing.clone() }</p>
        </div>
    }
}
