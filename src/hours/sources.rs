//! The rules that are judged and their sources, folded, with the verdicts that a stricter rule speaks over.

use std::rc::Rc;

use hours::Report;
use yew::prelude::*;

use super::marks::Mark;
use super::row::mark_view;
use crate::components::{Prose, text};
use crate::page::Page;

/// The numbers of the rule sets that are judged.
pub(super) fn judged(report: &Report) -> Vec<usize> {
    let sets = report.sets.iter().enumerate();
    sets.filter(|(_, judged)| judged.applies.is_judged())
        .map(|(number, _)| number)
        .collect()
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct SourcesProps {
    pub(super) page: Rc<Page>,
    /// The numbers of the rule sets that are judged.
    pub(super) sets: Vec<usize>,
    /// The verdicts that stand beside no row.
    pub(super) others: Vec<Mark>,
}

#[component]
pub(super) fn Sources(props: &SourcesProps) -> Html {
    let SourcesProps { page, sets, others } = props;
    let words = &page.words;
    let tag = |is_so: bool, word: &AttrValue| {
        html! {
            if is_so {
                { " " }<small>{ word }</small>
            }
        }
    };
    let rule_set = |number: &usize| {
        let set = page.edition.rule_sets.get(*number)?;
        let requirements = set.requirements.iter().map(|requirement| {
            let id = [&*set.id, "/", &requirement.id].concat();
            let other = others.iter().find(|mark| mark.id == id);
            html! {
                <li>
                    { text(&requirement.says, words.lang) }
                    if let Some(mark) = other {
                        { " " }{ mark_view(mark, words, false) }
                    }
                </li>
            }
        });
        Some(html! {
            <div key={&*set.id} class="rules">
                <h3 class="rules__title">
                    { text(&set.title, words.lang) }
                    { tag(set.rule.is_advice, &words.advice) }
                    { tag(set.is_history, &words.history) }
                </h3>
                <ul>{ for requirements }</ul>
                <Prose class="rules__about" markup={set.about.clone()} />
            </div>
        })
    };
    html! {
        <details class="fold sources">
            <summary>{ words.sources.clone() }</summary>
            <>
                { for sets.iter().filter_map(rule_set) }
            </>
        </details>
    }
}
