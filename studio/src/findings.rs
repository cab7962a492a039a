//! The findings of the core in the content: how many, and each with its place; a press leads there.

use std::rc::Rc;

use learning_hours_guide::components::{Icon, icon};
use studio_protocol::{Checked, Finding, Severity};
use yew::prelude::*;

use crate::browser;
use crate::files::{errors_in_english, warnings_in_english};
use crate::state::Action;
use crate::words::{said, say};

/// The findings, the first one first.
#[component]
pub(crate) fn Findings(props: &FindingsProps) -> Html {
    let Some(checked) = &props.checked else {
        return html! {
            <section class="findings" aria-labelledby="findings-title">
                <h2 class="findings__title" id="findings-title">{ say("讀取中…", "Loading…") }</h2>
            </section>
        };
    };
    let findings = &checked.findings;
    let is_error = |finding: &&Finding| finding.severity == Severity::Error;
    let errors = findings.iter().filter(is_error).count();
    let title = match (errors, findings.len() - errors) {
        (0, 0) => html! {
            <>{ icon(Icon::Check) }{ " " }{ say("檢查通過，沒有問題", "Checked, nothing wrong") }</>
        },
        (0, warnings) => say(
            &format!("沒有錯誤，{warnings} 則提醒"),
            &format!("No errors, {}", warnings_in_english(warnings)),
        ),
        (errors, warnings) => say(
            &format!("有 {errors} 個錯誤須先修正，{warnings} 則提醒"),
            &format!(
                "{} to mend first, {}",
                errors_in_english(errors),
                warnings_in_english(warnings)
            ),
        ),
    };
    let class = classes!("findings", (errors > 0).then_some("findings--wrong"));
    html! {
        <section {class} data-part="findings" data-errors={errors.to_string()} aria-labelledby="findings-title">
            <h2 class="findings__title" id="findings-title"><span role="status">{ title }</span></h2>
            if !findings.is_empty() {
                <ol class="findings__list" tabindex="0" aria-labelledby="findings-title">
                    { for findings.iter().map(|finding| entry(finding, &props.on_action)) }
                </ol>
            }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FindingsProps {
    pub(crate) checked: Option<Rc<Checked>>,
    pub(crate) on_action: Callback<Action>,
}

fn entry(finding: &Finding, on_action: &Callback<Action>) -> Html {
    let (file, line, field) = (
        AttrValue::from(finding.file.clone()),
        finding.line,
        finding.field.clone(),
    );
    let onclick = {
        let (on_action, file) = (on_action.clone(), file.clone());
        Callback::from(move |_: MouseEvent| {
            on_action.emit(Action::FindingPressed(file.clone(), line));
            // The form of another file comes with the next rendering, and is scrolled to then.
            let field = field.clone();
            browser::later(move || {
                if let Some(field) = field {
                    browser::show_field(&field);
                }
            });
        })
    };
    let (severity, kind, mark) = match finding.severity {
        Severity::Error => ("error", say("錯誤", "Error"), Some("mark--error")),
        Severity::Warning => ("warning", say("提醒", "Warning"), None),
    };
    html! {
        <li>
            <button
                type="button"
                class="findings__entry"
                data-finding={finding.code.clone()}
                data-severity={severity}
                data-file={file}
                data-line={line.to_string()}
                {onclick}
            >
                <span class={classes!("mark", mark)}>{ kind }</span>
                <span class="findings__place">
                    { place(finding) }
                </span>
                <span class="findings__message">{ said(&finding.message) }</span>
            </button>
        </li>
    }
}

/// The place by its human name, file and line.
fn place(finding: &Finding) -> Html {
    let Finding {
        file, line, place, ..
    } = finding;
    html! {
        <>
            if !place.zh.is_empty() {
                { said(place) }{ " · " }
            }
            { say(&format!("{file} 第 {line} 行"), &format!("line {line}")) }
        </>
    }
}
