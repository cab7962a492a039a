//! The verdicts: errors first, then one sentence, hints, and every requirement of every rule set that applies.
//!
//! Before anything is typed this is the list of requirements, so the page has no second one.

use std::rc::Rc;

use guide::edition::RuleSet;
use hours::{
    Applies, Given, Hours, Judged, JudgedSet, Overall, PortalRow, Report, StaffKind, Term, Verdict,
    hints, plan,
};
use yew::prelude::*;

use super::calculator::HoursAction;
use super::choice::Choice;
use super::entry::Field;
use super::facts::Facts;
use super::fields::{field_id, first};
use super::plan::PlanView;
use super::say;
use crate::browser;
use crate::components::{Prose, text};
use crate::page::Page;
use crate::wording::{Wording, count, fill};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ResultsProps {
    pub(super) facts: Facts,
    pub(super) report: Rc<Report>,
    pub(super) on_action: Callback<HoursAction>,
}

#[component]
pub(super) fn Results(props: &ResultsProps) -> Html {
    let ResultsProps {
        facts,
        report,
        on_action,
    } = props;
    let words = &facts.page.words;
    let given = facts.given();
    let overall = match report.overall() {
        Overall::Met => "met",
        Overall::Short => "short",
        Overall::Unknown | Overall::NothingGiven => "unknown",
    };
    let page = &facts.page;
    // The least hours that are enough.
    let plan = &Rc::new(plan(page.rules(), report));
    let short = (overall == "short").then(|| plan.total.to_string());
    let kinds = StaffKind::ALL.map(|kind| (kind.id().into(), words.staff_kind(kind).clone()));
    let chosen = facts.entry.staff.map_or("", StaffKind::id);
    let sets = page.edition.rule_sets.iter().enumerate().zip(&report.sets);
    html! {
        <div class="results">
            if facts.entry.checked {
                { error_summary(facts, words) }
            }
            <div class="summary" id="summary" tabindex="-1">
                <h3>{ words.results.clone() }</h3>
                { for say::thresholds(facts, &facts.entry.thresholds, report).iter().map(|note| html! {
                    <p class="summary__note">{ text(note, words.lang) }</p>
                }) }
                <div data-part="verdict" data-overall={overall} data-short={short}>
                    <p>{ text(&say::summary(facts, report), words.lang) }</p>
                </div>
                <p class="unseen" role="status">{ say::said(facts) }</p>
            </div>
            <div class="hints">{ hint_list(facts, &given, words) }</div>
            <PlanView {facts} {report} {plan} />
            <Choice
                field={Field::Staff}
                id="staff"
                label={words.staff.clone()}
                none={words.choose.clone()}
                {chosen}
                options={kinds.to_vec()}
                {on_action}
            />
            <>
                { for sets.flat_map(|((number, set), judged)| {
                    let is_shown = judged.applies.is_judged();
                    let is_offered = is_shown && !set.rule.is_enabled || judged.applies == Applies::Offered;
                    [
                        is_offered.then(|| offer(set, number, is_shown, words, on_action)),
                        is_shown.then(|| rule_set(facts, number, judged)),
                    ]
                }).flatten() }
            </>
        </div>
    }
}

/// The fields that cannot be read, each with a link to it; nothing where all can.
fn error_summary(facts: &Facts, words: &Wording) -> Html {
    let page = &facts.page;
    let line = |term, wrong: &AttrValue| {
        let lang = matches!(term, Term::Row(_)).then_some("zh-Hant");
        html! {
            <li>
                <a href={["#", &field_id(page.field(term))].concat()}>
                    <span {lang}>{ page.label(term) }</span>{ "：" }{ wrong }
                </a>
            </li>
        }
    };
    let mut lines: Vec<Html> = facts
        .wrong()
        .map(|(term, problem)| line(term, words.hours_problem(problem)))
        .collect();
    let heading = match lines.len() {
        0 if facts.has_typed() => return Html::default(),
        0 => {
            lines.push(line(first(), &words.start_here));
            fill(&words.nothing_typed, &[])
        }
        number => count(&words.error, &words.errors, number),
    };
    html! {
        <div
            class="errors"
            id="errors"
            tabindex="-1"
            role="group"
            aria-labelledby="errors-title"
            data-part="error-summary"
        >
            <h3 id="errors-title">{ heading }</h3>
            <ul>{ lines }</ul>
        </div>
    }
}

/// Rows that cannot be right together.
fn hint_list(facts: &Facts, given: &Given, words: &Wording) -> Html {
    let hints = hints(&given.totals);
    html! {
        if !hints.is_empty() {
            <h3>{ &words.hints }</h3>
            <ul>
                { for hints.iter().map(|hint| html! {
                    <li data-hint={hint.id().to_string()}>
                        { text(&say::hint(hint, facts), words.lang) }
                    </li>
                }) }
            </ul>
        }
    }
}

/// A box to tick: judge a rule set that is history as well.
fn offer(
    set: &RuleSet,
    number: usize,
    is_asked: bool,
    words: &Wording,
    on_action: &Callback<HoursAction>,
) -> Html {
    let name = ["ask-", &set.id].concat();
    let onchange = on_action.reform(move |event: Event| {
        HoursAction::Edited(Field::Asked(number), browser::typed_text(&event))
    });
    html! {
        <label key={&*name} class="offer">
            <input
                type="checkbox"
                name={name.clone()}
                checked={is_asked}
                {onchange}
            />
            { fill(&words.ask, &[&set.title]) }
        </label>
    }
}

fn rule_set(facts: &Facts, number: usize, judged: &JudgedSet) -> Html {
    let page = &facts.page;
    let words = &page.words;
    let Some(set) = page.edition.rule_sets.get(number) else {
        return Html::default();
    };
    let small = |is_so: bool, word: &AttrValue| {
        html! {
            if is_so {
                { " " }<small>{ word }</small>
            }
        }
    };
    let rows = set.rule.requirements.iter().zip(&judged.requirements);
    html! {
        <div key={&*set.id} class="rules">
            <h3 class="rules__title">
                { text(&set.title, words.lang) }
                { small(set.rule.is_advice, &words.advice) }
                { small(set.is_history, &words.history) }
            </h3>
            { for rows.enumerate().map(|(requirement, (rule, judged))| {
                let mut how = String::new();
                for term in &rule.terms {
                    let hours = have_of(*term, facts, words);
                    words.append(&mut how, &words.item, &[&page.short(*term), &hours]);
                }
                if set.rule.counts_blended(rule) {
                    let hours = have_of(Term::Row(PortalRow::Blended), facts, words);
                    words.append(&mut how, &words.blended, &[&hours]);
                }
                let spoken = |known, verdict| AttrValue::from(say::verdict(verdict, known, rule, facts, words));
                html! {
                    <Rule
                        {page}
                        place={(number, requirement)}
                        judged={*judged}
                        spoken={spoken(judged.known, judged.verdict)}
                        coming={judged.coming.map(|(known, verdict)| spoken(known, verdict))}
                        {how}
                    />
                }
            }) }
            <Prose class="rules__about" markup={set.about.clone()} />
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RuleProps {
    page: Rc<Page>,
    /// The rule set and the requirement in it.
    place: (usize, usize),
    judged: Judged,
    spoken: AttrValue,
    coming: Option<AttrValue>,
    how: AttrValue,
}

/// A requirement; it opens to show how it was judged.
#[component]
fn Rule(props: &RuleProps) -> Html {
    let RuleProps {
        page,
        place: (set, requirement),
        judged,
        spoken,
        coming,
        how,
    } = props;
    let words = &page.words;
    let found = page.edition.rule_sets.get(*set).and_then(|set| {
        Some((
            set,
            set.requirements.get(*requirement)?,
            set.rule.requirements.get(*requirement)?,
        ))
    });
    let Some((set, requirement, rule)) = found else {
        return Html::default();
    };
    let need = rule.at_least;
    let have = judged.known.exact();
    let (verdict, short) = match judged.verdict {
        Verdict::Met => ("met", None),
        Verdict::Short(by) => ("short", have.map(|_| by)),
        Verdict::Unknown(_) => ("unknown", None),
    };
    let numbers = say::numbers(need, judged.known, words);
    html! {
        <details
            class={classes!("rule", rule.part_of.map(|_| "rule--part"))}
            data-requirement={[&*set.id, "/", &requirement.id].concat()}
            data-verdict={verdict}
            data-need={need.to_string()}
            data-have={have.map(|hours| hours.to_string())}
            data-short={short.map(|hours| hours.to_string())}
        >
            <summary>
                <span class="rule__name">{ text(&requirement.title, words.lang) }</span>
                <span class="rule__numbers">{ numbers }</span>
                <b>{ text(spoken, words.lang) }</b>
                { bar(judged.known.least, need) }
                if let Some(coming) = coming {
                    <span class="rule__coming">{ text(&fill(&words.with_coming, &[&coming]), words.lang) }</span>
                }
            </summary>
            <div>
                <p>{ text(&fill(&words.says, &[&requirement.says]), words.lang) }</p>
                <p>{ text(&fill(&words.how, &[how, &need]), words.lang) }</p>
            </div>
        </details>
    }
}

fn have_of(term: Term, facts: &Facts, words: &Wording) -> String {
    match facts.typed(term) {
        Ok(Some(hours)) => hours.to_string(),
        Ok(None) => fill(&words.not_given, &[]),
        Err(_) => fill(&words.unreadable, &[]),
    }
}

/// A drawing beside numbers that say the same, so it is hidden from those who listen.
fn bar(have: Hours, need: Hours) -> Html {
    let have = have.min(need).hundredths();
    let width = (have * 100).checked_div(need.hundredths()).unwrap_or(100);
    html! {
        <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <path d="M0 .5h100" />
            <path class="bar__value" d={["M0 .5h", &width.to_string()].concat()} />
        </svg>
    }
}
