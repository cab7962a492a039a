//! The list of places: what needs a look this year, then each file, with what was changed in it and what was found.

use std::rc::Rc;

use studio_protocol::{Checked, File, Severity, Words};
use yew::prelude::*;

use crate::app::action_of;
use crate::state::{Action, Content, Place};
use crate::words::{said, say};

/// The list of places.
#[component]
pub(crate) fn Places(props: &PlacesProps) -> Html {
    let PlacesProps {
        content, checked, ..
    } = props;
    let checked = checked.as_deref();
    html! {
        <nav class="places" aria-label="內容 Content">
            <ul class="places__list">
                { entry(props, Place::Home, say("今年要看的事", "This year"), Html::default()) }
                { for ordered(&content.now).into_iter().map(|file| {
                    let place = Place::File(file.name.clone().into());
                    entry(props, place, said(&title(checked, file)), marks(content, checked, file))
                }) }
            </ul>
        </nav>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PlacesProps {
    pub(crate) content: Content,
    pub(crate) checked: Option<Rc<Checked>>,
    /// The place at which the editor is.
    pub(crate) place: Place,
    pub(crate) on_action: Callback<Action>,
}

/// The files in the order in which they are most often looked for: the texts, the rules, then the rest.
fn ordered(files: &[File]) -> Vec<&File> {
    let mut ordered: Vec<_> = files.iter().collect();
    ordered.sort_by_key(|file| (file.name != "guide", !file.name.starts_with("rules/")));
    ordered
}

fn entry(props: &PlacesProps, place: Place, name: Html, marks: Html) -> Html {
    let is_current = props.place == place;
    let action = action_of(&place);
    let onclick = props
        .on_action
        .reform(move |_: MouseEvent| Action::PlaceChosen(place.clone()));
    html! {
        <li key={action.to_string()}>
            <button
                type="button"
                class="places__entry"
                data-action={action}
                aria-current={is_current.then_some("true")}
                {onclick}
            >
                <span>{ name }</span>
                { marks }
            </button>
        </li>
    }
}

/// The title of a file: the core's, or its name where the core could not read it.
pub(crate) fn title(checked: Option<&Checked>, file: &File) -> Words {
    let form = checked.and_then(|checked| checked.form(&file.name));
    let title = form.map(|form| form.title.clone());
    title.unwrap_or_else(|| Words::new(file.name.clone(), ""))
}

fn marks(content: &Content, checked: Option<&Checked>, file: &File) -> Html {
    let findings = checked.iter().flat_map(|checked| &checked.findings);
    let findings: Vec<_> = findings.filter(|it| it.file == file.name).collect();
    let errors = findings.iter().filter(|it| it.severity == Severity::Error);
    let errors = errors.count();
    let warnings = findings.len() - errors;
    html! {
        <span class="places__marks">
            if content.is_changed(file) {
                <span class="mark mark--changed">{ say("已修改", "changed") }</span>
            }
            if errors > 0 {
                <span class="mark mark--error">{ say(&format!("{errors} 個錯誤"), &errors_in_english(errors)) }</span>
            }
            if warnings > 0 {
                <span class="mark">{ say(&format!("{warnings} 則提醒"), &warnings_in_english(warnings)) }</span>
            }
        </span>
    }
}

pub(crate) fn errors_in_english(count: usize) -> String {
    counted(count, "error", "errors")
}

pub(crate) fn warnings_in_english(count: usize) -> String {
    counted(count, "warning", "warnings")
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
