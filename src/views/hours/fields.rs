//! The twelve fields, what no row shows, and the buttons below them.

use hours::{HoursProblem, PortalRow, Report, Term};
use yew::prelude::*;
use yew::virtual_dom::VTag;

use crate::components::{content, group, keyed, prose, put, put_button, text, with_attributes};
use crate::session::Session;
use crate::wording::{Word, Words};

pub(super) fn view(session: &Session, report: &Report, words: &Words) -> Html {
    let mut fields = Vec::new();
    let mut more = Some(text("p", "fields__more", words.get(Word::Inputs)));
    for (term, draft) in session.fields() {
        if matches!(term, Term::Input(_)) {
            if !counts(term, session, report) {
                continue;
            }
            fields.extend(more.take().map(|title| keyed("more", title)));
        }
        fields.push(hours_field(term, draft, session, words));
    }
    let mut buttons = String::new();
    put_button(&mut buttons, "button--main", "check", words, Word::Check);
    put_button(&mut buttons, "", "clear", words, Word::Clear);
    let parts = [
        text("legend", "fields__title", words.get(Word::Rows)),
        fields.into_iter().collect(),
        prose("div", "buttons", &buttons),
    ];
    group("fieldset", "fields", parts)
}

/// Whether a rule set that is judged counts what no row shows.
fn counts(term: Term, session: &Session, report: &Report) -> bool {
    let judged = session.page.rules.iter().zip(&report.sets);
    judged
        .filter(|(_, judged)| judged.applies.is_judged())
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
    let (gloss, lang) = match term {
        Term::Row(row) => {
            let row = data.rows.get(row.index());
            (row.map_or("", |row| &row.gloss), " lang=zh-Hant")
        }
        Term::Input(number) => {
            let input = data.inputs.get(number);
            (input.map_or("", |input| &input.hint), "")
        }
    };
    let name = session.page.field(term);
    let field = Field {
        id: field_id(name),
        name: name.to_owned(),
        label: session.page.label(term),
        gloss,
        lang,
        unit: &words.get(Word::Unit),
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
    /// The language of the label as an attribute, where it is not that of the page.
    pub(super) lang: &'a str,
    pub(super) unit: &'a str,
    pub(super) text: &'a AttrValue,
    pub(super) wrong: Option<AttrValue>,
}

impl Field<'_> {
    pub(super) fn view(self) -> Html {
        let id = self.id;
        let mut label = String::new();
        put(&mut label, &["span", self.lang].concat(), self.label);
        if !self.gloss.is_empty() {
            put(&mut label, "span class=field__gloss", self.gloss);
        }
        let mut before = String::new();
        put(
            &mut before,
            &["label class=field__label for=", &id].concat(),
            &label,
        );
        let wrong_id = [&id, "-wrong"].concat();
        let mut after = String::new();
        put(
            &mut after,
            "span class=field__unit aria-hidden=true",
            self.unit,
        );
        if let Some(wrong) = &self.wrong {
            put(
                &mut after,
                &["p class=field__wrong id=", &wrong_id].concat(),
                wrong,
            );
        }
        let mut input = VTag::new("input");
        input.set_value(self.text.clone());
        let is_wrong = self.wrong.is_some();
        let values = [
            "field__input",
            &id,
            &self.name,
            "text",
            if self.unit.is_empty() {
                "text"
            } else {
                "decimal"
            },
            "off",
            if is_wrong { "true" } else { "" },
            if is_wrong { &wrong_id } else { "" },
        ];
        let keys = &[
            "class",
            "id",
            "name",
            "type",
            "inputmode",
            "autocomplete",
            "aria-invalid",
            "aria-describedby",
        ];
        let parts = [
            content(&before),
            with_attributes(input, keys, &values),
            content(&after),
        ];
        keyed(&id, group("div", "field", parts))
    }
}

/// Where to begin when nothing was typed.
pub(super) fn first() -> Term {
    Term::Row(PortalRow::Mandatory)
}
