//! The ways out of the current node: answers or the next step first, then what to do when it does not work.

use guide::{PageExit, PageExitKind, PageNode, PageNodeKind};
use yew::prelude::*;

use crate::components::{content, element, prose, tag, text, with_attributes};
use crate::session::{Action, Page};
use crate::views::follow;
use crate::wording::{Word, Words};

pub(super) fn view(
    page: &Page,
    node: &PageNode,
    words: &Words,
    on_action: &Callback<Action>,
) -> Html {
    let mut choices = Vec::new();
    let mut troubles = Vec::new();
    for (number, exit) in node.exits.iter().enumerate() {
        let Some(to) = page.node(exit.to) else {
            continue;
        };
        let link = |class, children| link(node, number, exit, to, class, children, on_action);
        match exit.kind {
            PageExitKind::Answer => choices.push(link("choice", choice(&exit.text, &exit.hint))),
            PageExitKind::Next => {
                let next = choice(&words.get(Word::Next), &to.title);
                choices.push(link("choice choice--next", next));
            }
            PageExitKind::Trouble => {
                let link = link("troubles__link", content(&exit.text));
                troubles.push(element("li", "", link));
            }
        }
    }
    if node.kind == PageNodeKind::Outcome {
        choices.push(to_hours(words));
    }
    html! {
        <>
            <div class="choices">{ for choices }</div>
            if !troubles.is_empty() {
                <div class="troubles">
                    { text("h3", "troubles__title", words.get(Word::Troubles)) }
                    <ul>{ for troubles }</ul>
                </div>
            }
        </>
    }
}

/// A link to the outline without the program, and an exit taken with it.
fn link(
    node: &PageNode,
    number: usize,
    exit: &PageExit,
    to: &PageNode,
    class: &'static str,
    children: Html,
    on_action: &Callback<Action>,
) -> Html {
    let (answer, action) = match exit.kind {
        PageExitKind::Answer => (Some([&node.id, ":", &exit.id].concat()), None),
        PageExitKind::Next => (None, Some("next")),
        PageExitKind::Trouble => (None, Some("trouble")),
    };
    let href = ["#outline-", &to.id].concat();
    let onclick = follow(on_action, Action::ExitTaken(number));
    let tag = tag(html! { <a {onclick}>{ children }</a> });
    let values = vec![
        Some(class.into()),
        Some(href.into()),
        answer.map(AttrValue::from),
        action.map(AttrValue::from),
    ];
    with_attributes(
        tag,
        &["class", "href", "data-answer", "data-action"],
        values,
    )
}

/// What is to choose, with a hint below it.
fn choice(name: &str, hint: &str) -> Html {
    html! {
        <>
            { content(name) }
            if !hint.is_empty() {
                { prose("span", "choice__hint", hint) }
            }
        </>
    }
}

/// A link whose address says it all: `browser::listen` follows it.
fn to_hours(words: &Words) -> Html {
    html! { <a class="choice choice--next" href="#hours">{ words.get(Word::CheckHours) }</a> }
}
