//! The table: the kind of staff where a rule asks for it, the twelve rows, and what the portal does not show.

use hours::{StaffKind, Term};
use yew::prelude::*;

use super::calculator::HoursAction;
use super::choice::Choice;
use super::entry::Field;
use super::facts::Facts;
use super::input::check;
use super::marks::{Mark, Marks, RowMark};
use super::row::{HoursRow, mark_view};
use crate::components::{button, text};
use crate::page::place;
use crate::wording::fill;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct HoursTableProps {
    pub(super) facts: Facts,
    pub(super) rows: Vec<RowMark>,
    pub(super) sums: Vec<Mark>,
    pub(super) arrived: bool,
    pub(super) on_action: Callback<HoursAction>,
}

#[component]
pub(super) fn HoursTable(props: &HoursTableProps) -> Html {
    let HoursTableProps {
        facts,
        rows,
        sums,
        arrived,
        on_action,
    } = props;
    let page = &facts.page;
    let words = &page.words;
    let row = |row: &RowMark| {
        let draft = facts.entry.drafts.get(place(row.term)).cloned();
        html! {
            <HoursRow
                key={page.field(row.term)}
                {page}
                term={row.term}
                counts={row.counts}
                mark={row.mark.clone()}
                typed={draft.filter(|_| *arrived)}
                wrong={facts.typed(row.term).err()}
                {on_action}
            />
        }
    };
    let sum = |mark: &Mark| {
        let have = mark.have.map(|have| fill(&words.sum, &[&have]));
        html! {
            <tr key={mark.id.clone()} class="hours-row">
                <th scope="row" class="hours-row__label">
                    { text(&mark.title, words.lang) }
                    if Marks::is_ambiguous(sums, mark) {
                        <span class="hours-row__gloss">{ text(&mark.set, words.lang) }</span>
                    }
                </th>
                <td class="hours-row__field">{ have.unwrap_or_default() }</td>
                <td class="hours-row__verdict">{ mark_view(mark, words, false) }</td>
            </tr>
        }
    };
    let is_input = |row: &&RowMark| matches!(row.term, Term::Input(_));
    let is_more = !sums.is_empty() || rows.iter().any(|row| is_input(&row));
    let check_pressed = {
        let on_action = on_action.clone();
        Callback::from(move |_: MouseEvent| check(&on_action))
    };
    let kinds = StaffKind::ALL.map(|kind| (kind.id().into(), words.staff_kind(kind).clone()));
    let chosen = facts.entry.staff.map_or("", StaffKind::id);
    html! {
        <div class="fields">
            <table class="hours-table" aria-labelledby="hours-title">
                <thead class="unseen">
                    <tr>
                        <th scope="col">{ words.column_item.clone() }</th>
                        <th scope="col">{ words.column_hours.clone() }</th>
                        <th scope="col">{ words.column_result.clone() }</th>
                    </tr>
                </thead>
                <tbody>
                    { for facts.asks_for_staff().then(|| html! {
                        <tr key="staff" class="hours-row hours-row--staff">
                            <th scope="row" class="hours-row__label"><label for="staff">{ words.staff.clone() }</label></th>
                            <td colspan="2">
                                <Choice
                                    field={Field::Staff}
                                    id="staff"
                                    none={words.choose.clone()}
                                    {chosen}
                                    options={kinds.to_vec()}
                                    {on_action}
                                />
                            </td>
                        </tr>
                    }) }
                    { for rows.iter().filter(|row| !is_input(row)).map(row) }
                </tbody>
                if is_more {
                    <tbody>
                        <tr key="more" class="hours-row hours-row--title">
                            <th scope="rowgroup" colspan="3">{ words.inputs.clone() }</th>
                        </tr>
                        { for rows.iter().filter(is_input).map(row) }
                        { for sums.iter().map(sum) }
                    </tbody>
                }
            </table>
            <div class="buttons">
                { button("check", "button button--main", words.check.clone(), check_pressed) }
            </div>
        </div>
    }
}
