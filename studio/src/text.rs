//! The text of a file with the numbers of its lines.

use std::collections::HashSet;
use std::rc::Rc;

use studio_protocol::{Checked, Severity};
use yew::prelude::*;

use crate::browser;
use crate::state::{Action, Spot};
use crate::words::say;

/// How many lines get their numbers; a file with more is none that people write, and each line is an element.
const MOST_LINES: usize = 20_000;

/// The text of a file, to be edited.
///
/// Behind the text area lie the same lines once more, unseen, each with its number: they break where those of the text area break.
#[component]
pub(crate) fn TextPane(props: &TextPaneProps) -> Html {
    let (area, lines) = (use_node_ref(), use_node_ref());
    {
        let (area, lines) = (area.clone(), lines.clone());
        use_effect_with(props.spot.clone(), move |spot| {
            if let Some(spot) = spot {
                browser::show_line(&area, &lines, spot.line);
            }
        });
    }
    {
        let lines = lines.clone();
        use_effect_with(props.followed, move |line| {
            if let Some(line) = line {
                browser::show_line_beside(&lines, *line);
            }
        });
    }
    let oninput = {
        let name = props.name.clone();
        props.on_action.reform(move |event: InputEvent| {
            Action::TextEdited(name.clone(), browser::typed_text(&event))
        })
    };
    let has_numbers = props.text.matches('\n').count() < MOST_LINES;
    html! {
        <section class="text" aria-labelledby="text-title">
            <h3 class="text__title" id="text-title">{ say("文字檔", "Text") }</h3>
            <div class="text__scroll">
                <div class={classes!("text__sheet", (!has_numbers).then_some("text__sheet--bare"))}>
                    if has_numbers {
                        <Lines text={props.text.clone()} marks={marks(props)} list={lines} />
                    }
                    <textarea
                        ref={area}
                        class="text__area"
                        name="text"
                        aria-labelledby="text-title"
                        spellcheck="false"
                        autocomplete="off"
                        autocapitalize="off"
                        value={props.text.clone()}
                        {oninput}
                    />
                </div>
            </div>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TextPaneProps {
    pub(crate) name: AttrValue,
    pub(crate) text: AttrValue,
    pub(crate) checked: Option<Rc<Checked>>,
    pub(crate) spot: Option<Spot>,
    /// The line of the field in which the editor types.
    pub(crate) followed: Option<u32>,
    pub(crate) on_action: Callback<Action>,
}

/// The lines in which something was found: errors and warnings.
fn marks(props: &TextPaneProps) -> Marks {
    let mut marks = Marks::default();
    let findings = props.checked.iter().flat_map(|checked| &checked.findings);
    for finding in findings.filter(|it| *it.file == *props.name) {
        match finding.severity {
            Severity::Error => marks.errors.insert(finding.line),
            Severity::Warning => marks.warnings.insert(finding.line),
        };
    }
    marks
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Marks {
    errors: HashSet<u32>,
    warnings: HashSet<u32>,
}

/// The numbers of the lines.
#[component]
fn Lines(props: &LinesProps) -> Html {
    let class = |line: u32| {
        if props.marks.errors.contains(&line) {
            "text__line text__line--error"
        } else if props.marks.warnings.contains(&line) {
            "text__line text__line--warning"
        } else {
            "text__line"
        }
    };
    html! {
        <div class="text__lines" ref={props.list.clone()} aria-hidden="true">
            { for (1..).zip(props.text.split('\n')).map(|(line, text)| html! {
                // A blank keeps an empty line as high as the others.
                <div class={class(line)}>{ if text.is_empty() { " ".to_owned() } else { text.to_owned() } }</div>
            }) }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LinesProps {
    text: AttrValue,
    marks: Marks,
    list: NodeRef,
}
