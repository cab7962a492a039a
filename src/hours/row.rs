//! A row of the table: label, field, verdict. It is rendered only when one of these has changed.

use std::rc::Rc;

use hours::{HoursProblem, Term, Verdict};
use yew::prelude::*;

use super::calculator::HoursAction;
use super::entry::Field;
use super::input::{HoursInput, wrong_id};
use super::marks::Mark;
use crate::components::{Icon, icon, text};
use crate::page::Page;
use crate::wording::{Wording, fill};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct HoursRowProps {
    pub(super) page: Rc<Page>,
    pub(super) term: Term,
    /// Whether a rule that binds counts it.
    pub(super) counts: bool,
    pub(super) mark: Option<Mark>,
    /// Nothing until the program has taken over: what was typed before stays in its field.
    pub(super) typed: Option<AttrValue>,
    pub(super) wrong: Option<HoursProblem>,
    pub(super) on_action: Callback<HoursAction>,
}

#[component]
pub(super) fn HoursRow(props: &HoursRowProps) -> Html {
    let HoursRowProps {
        page,
        term,
        counts,
        mark,
        typed,
        wrong,
        on_action,
    } = props;
    let words = &page.words;
    let name = page.field(*term);
    let id = AttrValue::from(field_id(name));
    let wrong_id = wrong.map(|_| wrong_id(&id));
    let label = page.label(*term);
    // The portal's own label is Chinese in either language, and what it means stands below it.
    let (label, gloss) = match term {
        Term::Row(row) => {
            let row = page.edition.rows.get(row.index());
            let gloss = row.map(|row| row.gloss.clone()).unwrap_or_default();
            (html! { <span lang="zh-Hant">{ label }</span> }, gloss)
        }
        Term::Input(number) => {
            let input = page.edition.inputs.get(*number);
            let hint = input.map(|input| input.hint.clone()).unwrap_or_default();
            (text(&label, words.lang), hint)
        }
    };
    html! {
        <tr class={classes!("hours-row", counts.then_some("hours-row--counts"))}>
            <th scope="row" class="hours-row__label">
                <label for={id.clone()}>
                    { label }
                    if !gloss.is_empty() {
                        <span class="hours-row__gloss">{ text(&gloss, words.lang) }</span>
                    }
                </label>
            </th>
            <td class="hours-row__field">
                <HoursInput
                    field={Field::Hours(*term)}
                    {id}
                    name={name.to_owned()}
                    {typed}
                    wrong_id={wrong_id.clone()}
                    {on_action}
                />
            </td>
            <td class="hours-row__verdict">
                if let Some(wrong) = wrong {
                    <p class="field__wrong" id={wrong_id}>{ words.hours_problem(*wrong).clone() }</p>
                }
                if let Some(mark) = mark {
                    { mark_view(mark, words, wrong.is_some()) }
                } else if wrong.is_none() {
                    <span class="hours-row__none">{ words.not_counted.clone() }</span>
                }
            </td>
        </tr>
    }
}

/// A verdict as hosts and tests read it, with its words; a field that says what is wrong with it needs none.
pub(super) fn mark_view(mark: &Mark, words: &Wording, is_wrong: bool) -> Html {
    let verdict = match mark.verdict {
        Verdict::Met => "met",
        Verdict::Short(_) => "short",
        Verdict::Unknown(_) => "unknown",
    };
    let short = match (mark.verdict, mark.have) {
        (Verdict::Short(by), Some(_)) => Some(by.to_string()),
        _ => None,
    };
    html! {
        <span
            class="mark"
            data-requirement={mark.id.clone()}
            data-verdict={verdict}
            data-need={mark.need.to_string()}
            data-have={mark.have.map(|hours| hours.to_string())}
            data-short={short}
        >
            if !is_wrong && !mark.said.is_empty() {
                if mark.verdict == Verdict::Met { { icon(Icon::Check) } }
                { text(&mark.said, words.lang) }
            }
            if let Some(coming) = &mark.coming {
                <small class="mark__coming">{ text(&fill(&words.with_coming, &[coming]), words.lang) }</small>
            }
        </span>
    }
}

/// The id of a field in the page.
pub(super) fn field_id(name: &str) -> String {
    ["row-", name].concat()
}
