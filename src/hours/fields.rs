//! The twelve fields, what no row shows, and the buttons below them.

use std::rc::Rc;

use guide::Lang;
use hours::{PortalRow, Report, Term};
use yew::prelude::*;

use super::calculator::HoursAction;
use super::entry::Field;
use super::facts::Facts;
use crate::browser;
use crate::components::{button, pressed, text};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FieldsProps {
    pub(super) facts: Facts,
    pub(super) report: Rc<Report>,
    pub(super) arrived: bool,
    pub(super) on_action: Callback<HoursAction>,
}

#[component]
pub(super) fn Fields(props: &FieldsProps) -> Html {
    let FieldsProps {
        facts,
        report,
        arrived,
        on_action,
    } = props;
    let words = &facts.page.words;
    let is_asked = |term| !matches!(term, Term::Input(_)) || counts(term, facts, report);
    let is_more = facts
        .page
        .terms()
        .any(|term| matches!(term, Term::Input(_)) && is_asked(term));
    let hours_field = |term: Term, draft: &AttrValue| {
        let data = &facts.page.edition;
        let (gloss, lang) = match term {
            Term::Row(row) => (
                data.rows.get(row.index()).map(|row| &row.gloss),
                Some("zh-Hant"),
            ),
            Term::Input(number) => (data.inputs.get(number).map(|input| &input.hint), None),
        };
        let name = facts.page.field(term);
        let problem = facts.typed(term).err();
        html! {
            <HoursField
                key={name}
                field={Field::Hours(term)}
                id={field_id(name)}
                name={name.to_owned()}
                label={facts.page.label(term)}
                gloss={gloss.cloned().unwrap_or_default()}
                {lang}
                unit={words.unit.clone()}
                page_lang={words.lang}
                typed={arrived.then(|| draft.clone())}
                wrong={problem.map(|problem| words.hours_problem(problem).clone())}
                {on_action}
            />
        }
    };
    let check_pressed = {
        let on_action = on_action.clone();
        Callback::from(move |_: MouseEvent| check(&on_action))
    };
    let is_input = |term: &Term| matches!(term, Term::Input(_));
    html! {
        <fieldset class="fields">
            <legend class="fields__title">{ words.rows.clone() }</legend>
            <>
                { for facts.fields().filter(|(term, _)| !is_input(term)).map(|(term, draft)| hours_field(term, draft)) }
                { for is_more.then(|| html! { <p key="more" class="fields__more">{ words.inputs.clone() }</p> }) }
                { for facts.fields().filter(|(term, _)| is_input(term) && is_asked(*term)).map(|(term, draft)| hours_field(term, draft)) }
            </>
            <div class="buttons">
                { button("check", "button button--main", words.check.clone(), check_pressed) }
                { button("clear", "button", words.clear.clone(), pressed(on_action, HoursAction::Cleared)) }
            </div>
        </fieldset>
    }
}

/// Whether a rule set that is judged counts what no row shows.
fn counts(term: Term, facts: &Facts, report: &Report) -> bool {
    let judged = facts.page.rules().zip(&report.sets);
    judged
        .filter(|(_, judged)| judged.applies.is_judged())
        .flat_map(|(set, _)| &set.requirements)
        .any(|requirement| requirement.terms.contains(&term))
}

/// Checks the hours by the day of this moment: a tab may be open for days.
fn check(on_action: &Callback<HoursAction>) {
    on_action.emit(HoursAction::DayRead(browser::today()));
    on_action.emit(HoursAction::CheckPressed);
}

/// The id of a field in the page.
pub(super) fn field_id(name: &str) -> String {
    ["row-", name].concat()
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct HoursFieldProps {
    pub(super) field: Field,
    pub(super) id: AttrValue,
    pub(super) name: AttrValue,
    pub(super) label: AttrValue,
    #[prop_or_default]
    pub(super) gloss: AttrValue,
    /// The language of the label, where it is not that of the page.
    #[prop_or_default]
    pub(super) lang: Option<AttrValue>,
    #[prop_or_default]
    pub(super) unit: AttrValue,
    /// The language of the page.
    pub(super) page_lang: Lang,
    /// Whether it holds a date and no hours.
    #[prop_or_default]
    pub(super) is_date: bool,
    /// Nothing until the program has taken over: what was typed before stays in its field.
    pub(super) typed: Option<AttrValue>,
    pub(super) wrong: Option<AttrValue>,
    pub(super) on_action: Callback<HoursAction>,
}

/// A field with a label, a help below it, and what is wrong with its text.
#[component]
pub(super) fn HoursField(props: &HoursFieldProps) -> Html {
    let HoursFieldProps {
        field,
        id,
        name,
        label,
        gloss,
        lang,
        unit,
        page_lang,
        is_date,
        typed: typed_text,
        wrong,
        on_action,
    } = props;
    let label_text = match lang {
        Some(_) => label.into(),
        None => text(label, *page_lang),
    };
    let wrong_id = wrong.as_ref().map(|_| [id, "-wrong"].concat());
    let field = *field;
    let oninput = on_action
        .reform(move |event: InputEvent| HoursAction::Edited(field, browser::typed_text(&event)));
    let onchange =
        on_action.reform(move |event: Event| HoursAction::Left(field, browser::typed_text(&event)));
    let onkeydown = {
        let on_action = on_action.clone();
        Callback::from(move |event: KeyboardEvent| {
            if browser::is_enter(&event) {
                check(&on_action);
            }
        })
    };
    html! {
        <div class="field">
            <label class="field__label" for={id}>
                <span {lang}>{ label_text }</span>
                if !gloss.is_empty() {
                    <span class="field__gloss">{ text(gloss, *page_lang) }</span>
                }
            </label>
            <input
                class="field__input"
                {id}
                {name}
                type="text"
                inputmode={if *is_date { "text" } else { "decimal" }}
                autocomplete="off"
                aria-invalid={wrong.as_ref().map(|_| "true")}
                aria-describedby={wrong_id.clone()}
                value={typed_text}
                {oninput}
                {onchange}
                {onkeydown}
            />
            if !unit.is_empty() {
                <span class="field__unit" aria-hidden="true">{ unit }</span>
            }
            if let Some(wrong) = wrong {
                <p class="field__wrong" id={wrong_id}>{ wrong }</p>
            }
        </div>
    }
}

/// Where to begin when nothing was typed.
pub(super) fn first() -> Term {
    Term::Row(PortalRow::Mandatory)
}
