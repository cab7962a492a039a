//! The verdicts: errors first, then one sentence, hints, and every requirement of every rule set that applies.
//!
//! Before anything is typed this is the list of requirements, so the page has no second one.

use std::fmt::Display;

use guide::{PageRequirement, PageRuleSet};
use hours::{
    Applies, Given, Hours, Judged, JudgedSet, Known, Overall, PortalRow, Report, Requirement,
    RuleSet, StaffKind, Term, Verdict, hints,
};
use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::fields::{field_id, first, wrong};
use super::plan;
use super::say;
use crate::components::{
    choice, content, group, groups, keyed, prose, put, put_word, tagged, with_attributes,
};
use crate::session::Session;
use crate::wording::{Word, Words};

pub(super) fn view(session: &Session, given: &Given, report: &Report, words: &Words) -> Html {
    let mut parts = Vec::new();
    if session.form.checked {
        parts.push(error_summary(session, words));
    }
    let overall = match report.overall() {
        Overall::Met => "met",
        Overall::Short => "short",
        Overall::Unknown | Overall::NothingGiven => "unknown",
    };
    let mut sentence = String::new();
    put_word(&mut sentence, "h3", words, Word::Results, &[]);
    put(&mut sentence, "p", &summary(session, report, words));
    let said = vec![said(session, words).into()];
    let summary = vec![
        content(&sentence),
        tagged("p", &["class", "role"], &["unseen", "status"], said),
    ];
    parts.push(tagged(
        "div",
        &["class", "id", "tabindex", "data-overall"],
        &["summary", "summary", "-1", overall],
        summary,
    ));
    parts.push(prose("div", "hints", &hint_list(session, given, words)));
    parts.push(plan::view(session, report, words));
    let names = StaffKind::ALL.map(|kind| words.get(kind.into()));
    let mut kinds = Vec::new();
    for (kind, name) in StaffKind::ALL.iter().zip(&names) {
        kinds.push((kind.id(), &**name));
    }
    let chosen = session.form.staff.map_or("", StaffKind::id);
    parts.push(choice(
        "staff",
        words,
        Word::Staff,
        Word::Choose,
        chosen,
        &kinds,
    ));
    // A list of its own, whose pieces have keys: what is open stays open when another set comes or goes.
    let mut all = Vec::new();
    let sets = session.page.data.rule_sets.iter().zip(&session.page.rules);
    for ((set, rules), judged) in sets.zip(&report.sets) {
        let is_shown = judged.applies.is_judged();
        if is_shown && !set.enabled || judged.applies == Applies::Offered {
            all.push(offer(set, is_shown, words));
        }
        if is_shown {
            let html = rule_set(set, rules, judged, session, words);
            all.push(keyed(&set.id, html));
        }
    }
    parts.push(all.into_iter().collect());
    groups("div", "results", parts)
}

/// One sentence that is never greener than its parts and says what to do next.
fn summary(session: &Session, report: &Report, words: &Words) -> String {
    let [mut short, mut unknown, mut advice, mut others] = [const { String::new() }; 4];
    let mut shorts = 0;
    let mut bound = 0;
    let mut depends_on_staff = false;
    for (set, judged) in session.page.data.rule_sets.iter().zip(&report.sets) {
        let binds = judged.applies == Applies::Binds;
        bound += usize::from(binds);
        depends_on_staff |= judged.applies == Applies::DependsOnStaff;
        if let (true, false, Some(today)) = (binds, judged.is_of_year, session.today) {
            let values: [&dyn Display; 2] = [&set.title, &today.minguo_year()];
            words.list(&mut others, Word::OtherYear, &values);
        }
        for (requirement, one) in set.requirements.iter().zip(&judged.requirements) {
            let name = &requirement.title;
            match one.verdict {
                Verdict::Met => {}
                _ if !binds => words.list(&mut advice, Word::SummaryName, &[name]),
                Verdict::Short(by) => {
                    shorts += 1;
                    words.list(&mut short, Word::SummaryItem, &[name, &by]);
                }
                Verdict::Unknown(_) => words.list(&mut unknown, Word::SummaryName, &[name]),
            }
        }
    }
    let overall = report.overall();
    let mut all = match overall {
        Overall::NothingGiven => words.fill(Word::SummaryBlank, &[]),
        Overall::Met => words.count(Word::SummaryMetOne, Word::SummaryMet, bound),
        Overall::Short | Overall::Unknown => String::new(),
    };
    let mut add = |is_so: bool, word, list: &str| {
        if is_so {
            all += &words.fill(word, &[&list]);
        }
    };
    let is_open = matches!(overall, Overall::Short | Overall::Unknown);
    add(is_open && !short.is_empty(), Word::SummaryShort, &short);
    add(is_open && shorts > 1, Word::SummaryOverlap, "");
    add(
        is_open && !unknown.is_empty(),
        Word::SummaryUnknown,
        &unknown,
    );
    if let Some(overall) = report.overall_with_coming() {
        let word = match overall {
            Overall::Met => Word::ComingMet,
            Overall::Short => Word::ComingShort,
            Overall::Unknown | Overall::NothingGiven => Word::ComingUnknown,
        };
        add(true, word, "");
    }
    add(depends_on_staff, Word::SummaryStaff, "");
    add(!others.is_empty(), Word::SummaryOthers, &others);
    let has_advice = overall != Overall::NothingGiven && !advice.is_empty();
    add(has_advice, Word::SummaryAdvice, &advice);
    add(overall == Overall::Met, Word::Caution, "");
    all
}

/// What a reader who listens is told once a field is left, and only when it has become another.
fn said(session: &Session, words: &Words) -> String {
    match session.form.said {
        (Overall::Short, number) => words.fill(Word::SaidShort, &[&number]),
        (Overall::Met, _) => words.fill(Word::SaidMet, &[]),
        _ => String::new(),
    }
}

/// The fields that cannot be read, each with a link to it; nothing where all can.
fn error_summary(session: &Session, words: &Words) -> Html {
    let mut count = 0;
    let mut lines = String::new();
    let mut line = |term, wrong| {
        let name = session.page.field(term);
        let link = ["a href=#", &field_id(name)].concat();
        let lang = match term {
            Term::Row(_) => "span lang=zh-Hant",
            Term::Input(_) => "span",
        };
        let (mut inner, mut item) = (String::new(), String::new());
        put(&mut inner, lang, session.page.label(term));
        inner.push('：');
        inner.push_str(&words.get(wrong));
        put(&mut item, &link, &inner);
        put(&mut lines, "li", &item);
    };
    for (term, problem) in session.wrong() {
        count += 1;
        line(term, wrong(problem));
    }
    let heading = match count {
        0 if session.has_typed() => return Html::default(),
        0 => {
            line(first(), Word::StartHere);
            words.fill(Word::NothingTyped, &[])
        }
        count => words.count(Word::Error, Word::Errors, count),
    };
    let mut html = String::new();
    put(&mut html, "h3 id=errors-title", &heading);
    put(&mut html, "ul", &lines);
    tagged(
        "div",
        &[
            "class",
            "id",
            "tabindex",
            "role",
            "aria-labelledby",
            "data-part",
        ],
        &[
            "errors",
            "errors",
            "-1",
            "group",
            "errors-title",
            "error-summary",
        ],
        vec![content(&html)],
    )
}

/// Rows that cannot be right together.
fn hint_list(session: &Session, given: &Given, words: &Words) -> String {
    let mut items = String::new();
    for hint in hints(&given.totals) {
        let mut names = String::new();
        for row in hint.parts {
            let name = session.page.short(Term::Row(*row));
            words.list(&mut names, Word::SummaryName, &[&name]);
        }
        let word = match hint.parts {
            [_] => Word::HintOver,
            _ => Word::HintParts,
        };
        let whole = session.page.short(Term::Row(hint.whole));
        let values: [&dyn Display; 4] = [&names, &hint.parts_hours, &whole, &hint.whole_hours];
        let tag = ["li data-hint=", &hint.id()].concat();
        put_word(&mut items, &tag, words, word, &values);
    }
    let mut html = String::new();
    if !items.is_empty() {
        put_word(&mut html, "h3", words, Word::Hints, &[]);
        put(&mut html, "ul", &items);
    }
    html
}

/// A box to tick: judge a rule set that is history as well.
fn offer(set: &PageRuleSet, is_asked: bool, words: &Words) -> Html {
    let name = ["ask-", &set.id].concat();
    let mut input = VTag::new("input");
    input.set_checked(is_asked);
    let parts = [
        with_attributes(input, &["type", "name"], &["checkbox", &name]),
        words.fill(Word::Ask, &[&set.title]).into(),
    ];
    keyed(&name, group("label", "offer", parts))
}

fn rule_set(
    set: &PageRuleSet,
    rules: &RuleSet,
    judged: &JudgedSet,
    session: &Session,
    words: &Words,
) -> Html {
    let mut title = set.title.clone();
    for (is_so, word) in [(set.advice, Word::Advice), (set.history, Word::History)] {
        if is_so {
            title.push(' ');
            put_word(&mut title, "small", words, word, &[]);
        }
    }
    let mut parts = vec![prose("h3", "rules__title", &title)];
    let rows = set.requirements.iter().zip(&rules.requirements);
    for ((requirement, rule), judged) in rows.zip(&judged.requirements) {
        parts.push(row(set, requirement, (rules, rule), judged, session, words));
    }
    parts.push(prose("div", "rules__about", &set.about));
    groups("div", "rules", parts)
}

fn row(
    set: &PageRuleSet,
    requirement: &PageRequirement,
    (rules, rule): (&RuleSet, &Requirement),
    judged: &Judged,
    session: &Session,
    words: &Words,
) -> Html {
    let spoken = |known, verdict| say::verdict(verdict, known, rule, session, words);
    let need = rule.at_least;
    let have = judged.known.exact();
    let (verdict, short) = match judged.verdict {
        Verdict::Met => ("met", None),
        Verdict::Short(by) => ("short", have.map(|_| by)),
        Verdict::Unknown(_) => ("unknown", None),
    };
    let mut summary = String::new();
    put(&mut summary, "span class=rule__name", &requirement.title);
    let mut numbers = words.fill(Word::Need, &[&need]);
    if judged.known != Known::default() {
        let known = say::known(judged.known, words);
        numbers += &words.fill(Word::Have, &[&known]);
    }
    put(&mut summary, "span class=rule__numbers", &numbers);
    put(&mut summary, "b", &spoken(judged.known, judged.verdict));
    bar(&mut summary, judged.known.least, need);
    if let Some((known, verdict)) = judged.coming {
        let coming = spoken(known, verdict);
        put_word(
            &mut summary,
            "span class=rule__coming",
            words,
            Word::WithComing,
            &[&coming],
        );
    }
    let mut how = String::new();
    for term in &rule.terms {
        let hours = have_of(*term, session, words);
        words.list(&mut how, Word::Item, &[&session.page.short(*term), &hours]);
    }
    if rules.counts_blended(rule) {
        let hours = have_of(Term::Row(PortalRow::Blended), session, words);
        words.list(&mut how, Word::Blended, &[&hours]);
    }
    let mut rest = String::new();
    put_word(&mut rest, "p", words, Word::Says, &[&requirement.says]);
    put_word(&mut rest, "p", words, Word::How, &[&how, &need]);
    let class = match rule.part_of {
        Some(_) => "rule rule--part",
        None => "rule",
    };
    let text = |hours: Option<Hours>| hours.map(|hours| hours.to_string()).unwrap_or_default();
    tagged(
        "details",
        &[
            "class",
            "data-requirement",
            "data-verdict",
            "data-need",
            "data-have",
            "data-short",
        ],
        &[
            class,
            &[&*set.id, "/", &requirement.id].concat(),
            verdict,
            &need.to_string(),
            &text(have),
            &text(short),
        ],
        vec![prose("summary", "", &summary), prose("div", "", &rest)],
    )
}

fn have_of(term: Term, session: &Session, words: &Words) -> String {
    match session.entry(term) {
        Ok(Some(hours)) => hours.to_string(),
        Ok(None) => words.fill(Word::NotGiven, &[]),
        Err(_) => words.fill(Word::Unreadable, &[]),
    }
}

/// A drawing beside numbers that say the same, so it is hidden from those who listen.
fn bar(html: &mut String, have: Hours, need: Hours) {
    let have = have.min(need).hundredths();
    let width = (have * 100).checked_div(need.hundredths()).unwrap_or(100);
    html.push_str("<svg class=bar viewBox=\"0 0 100 1\" preserveAspectRatio=none aria-hidden=true><path d=\"M0 .5h100\"/><path class=bar__value d=\"M0 .5h");
    html.push_str(&width.to_string());
    html.push_str("\"/></svg>");
}
