//! The verdicts: errors first, then one sentence, then every requirement of every rule set.
//!
//! Before anything is typed this is the table of requirements, so the page has no second one.

use guide::{PageRequirement, PageRuleSet};
use hours::{Hours, Judged, Overall, PortalRow, Report, Verdict};
use yew::prelude::*;

use super::fields::{field_id, wrong};
use crate::components::{prose, text};
use crate::session::Session;
use crate::wording::{Word, Words};

pub(super) fn view(session: &Session, words: &Words) -> Html {
    let report = session.report();
    let sentence = summary(session, &report, words);
    let sets = session.page.data.rule_sets.iter().zip(&report.sets);
    let overall = match report.overall() {
        Overall::Met => "met",
        Overall::Short => "short",
        Overall::Unknown | Overall::NothingGiven => "unknown",
    };
    html! {
        <div class="results">
            if session.checked {
                { error_summary(session, words).unwrap_or_default() }
            }
            <div class="summary" id="summary" tabindex="-1" data-overall={overall}>
                { text("h3", "summary__title", words.get(Word::Results)) }
                <p class="summary__sentence" role="status">{ sentence }</p>
            </div>
            { for sets.map(|(set, judged)| rule_set(set, judged, session, words)) }
        </div>
    }
}

/// One sentence that is never greener than its parts and says what to do next.
fn summary(session: &Session, report: &Report, words: &Words) -> String {
    let mut short = Vec::new();
    let mut unknown = Vec::new();
    for (set, judged) in session.page.data.rule_sets.iter().zip(&report.sets) {
        for (requirement, judged) in set.requirements.iter().zip(judged) {
            let name = &requirement.title;
            match judged.verdict {
                Verdict::Met => {}
                Verdict::Short(by) => {
                    short.push(words.fill(Word::SummaryItem, &[name, &by.to_string()]));
                }
                Verdict::Unknown(_) => unknown.push(words.fill(Word::SummaryName, &[name])),
            }
        }
    }
    let overlap = match short.len() {
        0 | 1 => AttrValue::default(),
        _ => words.get(Word::SummaryOverlap),
    };
    let sentence = |word, names: Vec<String>| match names.is_empty() {
        true => String::new(),
        false => words.fill(word, &[&names.join(&words.get(Word::List))]),
    };
    match report.overall() {
        Overall::NothingGiven => words.get(Word::SummaryBlank).to_string(),
        Overall::Met => {
            words.count(Word::SummaryMetOne, Word::SummaryMet, report.sets.len())
                + &words.get(Word::Caution)
        }
        Overall::Short | Overall::Unknown => {
            sentence(Word::SummaryShort, short)
                + &overlap
                + &sentence(Word::SummaryUnknown, unknown)
        }
    }
}

fn error_summary(session: &Session, words: &Words) -> Option<Html> {
    let mut errors: Vec<(PortalRow, AttrValue)> = PortalRow::ALL
        .into_iter()
        .zip(session.readings())
        .filter_map(|(row, reading)| Some((row, words.get(wrong(reading.err()?)))))
        .collect();
    if errors.is_empty() && !session.has_typed() {
        let set = session.page.rules.first()?;
        errors.push((set.requirements.first()?.row, words.get(Word::StartHere)));
    }
    if errors.is_empty() {
        return None;
    }
    let heading = match session.has_typed() {
        true => words.count(Word::Error, Word::Errors, errors.len()),
        false => words.get(Word::NothingTyped).to_string(),
    };
    let line = |(row, wrong): &(PortalRow, AttrValue)| {
        let id = field_id(*row);
        let label = session.page.data.rows.get(row.index())?.label.clone();
        Some(html! {
            <li key={row.id()}>
                <a href={["#", &id].concat()}>
                    <span lang="zh-Hant">{ label }</span>{ "：" }{ wrong.clone() }
                </a>
            </li>
        })
    };
    Some(html! {
        <div class="errors" id="errors" tabindex="-1" role="group" aria-labelledby="errors-title" data-part="error-summary">
            <h3 class="errors__title" id="errors-title">{ heading }</h3>
            <ul>{ for errors.iter().filter_map(line) }</ul>
        </div>
    })
}

fn rule_set(set: &PageRuleSet, judged: &[Judged], session: &Session, words: &Words) -> Html {
    let rows = set.requirements.iter().zip(judged);
    html! {
        <div key={set.id.clone()} class="rules">
            <table class="rules__table">
                { text("caption", "rules__title", set.title.clone()) }
                <thead>
                    <tr>{ for [Word::Item, Word::Need, Word::Have, Word::Verdict].map(|name| text("th", "", words.get(name))) }</tr>
                </thead>
                <tbody>
                    { for rows.map(|(requirement, judged)| row(set, requirement, judged, session, words)) }
                </tbody>
            </table>
            { prose("div", "rules__about", &set.about) }
        </div>
    }
}

fn row(
    set: &PageRuleSet,
    requirement: &PageRequirement,
    judged: &Judged,
    session: &Session,
    words: &Words,
) -> Html {
    let lacking = match session.is_wrong(judged.requirement.row) {
        true => Word::Unreadable,
        false => Word::NotGiven,
    };
    let (verdict, short, sentence) = match judged.verdict {
        Verdict::Met => ("met", None, words.get(Word::Met)),
        Verdict::Short(by) => {
            let by = by.to_string();
            let sentence = words.fill(Word::Short, &[&by]);
            ("short", Some(by), sentence.into())
        }
        Verdict::Unknown(_) => ("unknown", None, words.get(Word::Unknown)),
    };
    let need = judged.requirement.at_least;
    let have = judged.have.map(|have| have.to_string());
    html! {
        <tr
            key={requirement.id.clone()}
            data-requirement={[&set.id, "/", &requirement.id].concat()}
            data-verdict={verdict}
            data-need={need.to_string()}
            data-have={have.clone()}
            data-short={short.clone()}
        >
            <th scope="row">
                { requirement.title.clone() }
                { bar(judged.have, need) }
                if short.is_some() {
                    { prose("span", "rules__advice", &requirement.advice) }
                }
            </th>
            { text("td", "", need.to_string()) }
            { text("td", "", have.map_or_else(|| words.get(lacking), AttrValue::from)) }
            { text("td", "rules__verdict", sentence) }
        </tr>
    }
}

/// A drawing beside numbers that say the same, so it is hidden from those who listen.
fn bar(have: Option<Hours>, need: Hours) -> Html {
    let have = have.unwrap_or_default().min(need).hundredths();
    let width = (have * 100).checked_div(need.hundredths()).unwrap_or(100);
    html! {
        <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bar__track" width="100" height="1" />
            <rect class="bar__value" width={width.to_string()} height="1" />
        </svg>
    }
}
