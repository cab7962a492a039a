//! The ways out of the current node: answers or the next step first, then what to do when it does not work.

use guide::{PageExitKind, PageNode, PageNodeKind};

use crate::components::{put, put_word};
use crate::session::Page;
use crate::wording::{Word, Words};

/// Links to the outline without the program; with it `browser::listen` takes the exit of their number.
pub(super) fn markup(page: &Page, node: &PageNode, words: &Words) -> String {
    let mut choices = String::new();
    let mut troubles = String::new();
    for (number, exit) in node.exits.iter().enumerate() {
        let Some(to) = page.node(exit.to) else {
            continue;
        };
        let number = number.to_string();
        let link = |class: &str, kind: &[&str]| {
            let link = [
                "a class=",
                class,
                " href=#outline-",
                &to.id,
                " data-exit=",
                &number,
            ];
            link.concat() + &kind.concat()
        };
        match exit.kind {
            PageExitKind::Answer => {
                let answer = link("choice", &[" data-answer=", &node.id, ":", &exit.id]);
                let choice = choice(&exit.text, &exit.hint);
                put(&mut choices, &answer, &choice);
            }
            PageExitKind::Next => {
                let next = link("\"choice choice--next\"", &[" data-action=next"]);
                let choice = choice(&words.get(Word::Next), &to.title);
                put(&mut choices, &next, &choice);
            }
            PageExitKind::Trouble => {
                let trouble = link("troubles__link", &[" data-action=trouble"]);
                let mut item = String::new();
                put(&mut item, &trouble, &exit.text);
                put(&mut troubles, "li", &item);
            }
        }
    }
    if node.kind == PageNodeKind::Outcome {
        let link = "a class=\"choice choice--next\" href=#hours";
        put_word(&mut choices, link, words, Word::CheckHours, &[]);
    }
    let mut html = String::new();
    put(&mut html, "div class=choices", &choices);
    if !troubles.is_empty() {
        let mut list = String::new();
        put_word(
            &mut list,
            "h3 class=troubles__title",
            words,
            Word::Troubles,
            &[],
        );
        put(&mut list, "ul", &troubles);
        put(&mut html, "div class=troubles", &list);
    }
    html
}

/// What is to choose, with a hint below it.
fn choice(name: &str, hint: &str) -> String {
    let mut html = name.to_owned();
    if !hint.is_empty() {
        put(&mut html, "span class=choice__hint", hint);
    }
    html
}
