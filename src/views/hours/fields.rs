//! The twelve fields, what no row shows, and the buttons below them.

use hours::{HoursProblem, PortalRow, Report, Term};
use yew::prelude::*;

use super::say::is_judged;
use crate::components::{group, prose, put_button, text};
use crate::session::Session;
use crate::wording::{Word, Words};

pub(super) fn view(session: &Session, report: &Report, words: &Words) -> Html {
    let mut parts = vec![text("legend", "fields__title", words.get(Word::Rows))];
    let mut more = Some(text("p", "fields__more", words.get(Word::Inputs)));
    for (term, draft) in session.fields() {
        if matches!(term, Term::Input(_)) {
            if !counts(term, session, report) {
                continue;
            }
            parts.extend(more.take());
        }
        parts.push(hours_field(term, draft, session, words));
    }
    let mut buttons = String::new();
    put_button(
        &mut buttons,
        "button--main",
        "check",
        &words.get(Word::Check),
    );
    put_button(&mut buttons, "", "clear", &words.get(Word::Clear));
    parts.push(prose("div", "buttons", &buttons));
    group("fieldset", "fields", parts)
}

/// Whether a rule set that is judged counts what no row shows.
fn counts(term: Term, session: &Session, report: &Report) -> bool {
    let judged = session.page.rules.iter().zip(&report.sets);
    judged
        .filter(|(_, judged)| is_judged(judged.applies))
        .flat_map(|(set, _)| &set.requirements)
        .any(|requirement| requirement.terms.contains(&term))
}

/// The id of a field in the page.
pub(super) fn field_id(name: &str) -> String {
    ["row-", name].concat()
}

/// What is wrong with the text of a field.
pub(super) fn wrong(problem: HoursProblem) -> Word {
    match problem {
        HoursProblem::NotANumber => Word::NotANumber,
        HoursProblem::Negative => Word::Negative,
        HoursProblem::TooPrecise => Word::TooPrecise,
        HoursProblem::TooLarge => Word::TooLarge,
    }
}

fn hours_field(term: Term, draft: &AttrValue, session: &Session, words: &Words) -> Html {
    let data = &session.page.data;
    let (label, gloss, lang) = match term {
        Term::Row(row) => match data.rows.get(row.index()) {
            Some(row) => (&row.label, &row.gloss, Some("zh-Hant")),
            None => return Html::default(),
        },
        Term::Input(number) => match data.inputs.get(number) {
            Some(input) => (&input.label, &input.hint, None),
            None => return Html::default(),
        },
    };
    let name = session.page.field(term);
    let field = Field {
        id: field_id(name),
        name: name.to_owned(),
        label,
        gloss,
        lang,
        unit: Some(words.get(Word::Unit)),
        text: draft,
        wrong: session
            .entry(term)
            .err()
            .map(|problem| words.get(wrong(problem))),
    };
    field.view()
}

/// A field with a label, a help below it, and what is wrong with its text.
pub(super) struct Field<'a> {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) label: &'a str,
    pub(super) gloss: &'a str,
    /// The language of the label, where it is not that of the page.
    pub(super) lang: Option<&'static str>,
    pub(super) unit: Option<AttrValue>,
    pub(super) text: &'a AttrValue,
    pub(super) wrong: Option<AttrValue>,
}

impl Field<'_> {
    pub(super) fn view(self) -> Html {
        let id = self.id;
        let wrong_id = [&id, "-wrong"].concat();
        let mode = if self.unit.is_some() {
            "decimal"
        } else {
            "text"
        };
        html! {
            <div key={id.clone()} class="field">
                <label class="field__label" for={id.clone()}>
                    <span lang={self.lang}>{ self.label }</span>
                    if !self.gloss.is_empty() {
                        { text("span", "field__gloss", self.gloss.to_owned()) }
                    }
                </label>
                <span class="field__box">
                    <input
                        class="field__input"
                        {id}
                        name={self.name}
                        type="text"
                        inputmode={mode}
                        autocomplete="off"
                        aria-invalid={self.wrong.as_ref().map(|_| "true")}
                        aria-describedby={self.wrong.as_ref().map(|_| wrong_id.clone())}
                        value={self.text.clone()}
                    />
                    if let Some(unit) = self.unit {
                        <span class="field__unit" aria-hidden="true">{ unit }</span>
                    }
                </span>
                if let Some(wrong) = self.wrong {
                    <p class="field__wrong" id={wrong_id}>{ wrong }</p>
                }
            </div>
        }
    }
}

/// The label of a field, in Chinese for a row.
pub(super) fn label(term: Term, session: &Session) -> &str {
    match term {
        Term::Row(row) => session
            .page
            .data
            .rows
            .get(row.index())
            .map_or("", |row| &row.label),
        Term::Input(_) => session.page.short(term),
    }
}

/// Where to begin when nothing was typed.
pub(super) fn first() -> Term {
    Term::Row(PortalRow::Mandatory)
}
