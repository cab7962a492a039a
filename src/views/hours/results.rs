//! The verdicts: errors first, then one sentence, hints, and every requirement of every rule set that applies.
//!
//! Before anything is typed this is the list of requirements, so the page has no second one.

use guide::{PageRequirement, PageRuleSet};
use hours::{
    Applies, Date, Hours, Judged, JudgedSet, Overall, PortalRow, Report, Requirement, RuleSet,
    StaffKind, Term, Verdict, hints,
};
use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::fields::{field_id, first, label, wrong};
use super::plan;
use super::say::{self, is_judged};
use crate::components::{choice, content, group, prose, put, with_attributes};
use crate::session::Session;
use crate::wording::{Word, Words};

pub(super) fn view(session: &Session, report: &Report, words: &Words) -> Html {
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
    put(&mut sentence, "h3", &words.get(Word::Results));
    put(&mut sentence, "p", &summary(session, report, words));
    parts.push(html! {
        <div class="summary" id="summary" tabindex="-1" data-overall={overall}>
            { content(&sentence) }
            <p class="unseen" role="status">{ said(session, words) }</p>
        </div>
    });
    parts.push(prose("div", "hints", &hint_list(session, words)));
    let kinds =
        StaffKind::ALL.map(|kind| (kind.id().to_owned(), words.get(kind.into()).to_string()));
    parts.push(choice(
        "staff",
        &words.get(Word::Staff),
        &words.get(Word::Choose),
        kinds.into_iter(),
    ));
    let sets = session.page.data.rule_sets.iter().zip(&session.page.rules);
    for ((set, rules), judged) in sets.zip(&report.sets) {
        let is_shown = is_judged(judged.applies);
        if is_shown && !set.enabled || judged.applies == Applies::Offered {
            parts.push(offer(set, is_shown, words));
        }
        if is_shown {
            parts.push(rule_set(set, rules, judged, session, words));
        }
    }
    parts.push(prose("div", "plan", &plan::markup(session, report, words)));
    group("div", "results", parts)
}

/// One sentence that is never greener than its parts and says what to do next.
fn summary(session: &Session, report: &Report, words: &Words) -> String {
    let [mut short, mut unknown, mut advice, mut others] = [const { String::new() }; 4];
    let mut shorts = 0;
    let mut bound = 0;
    let mut staff = AttrValue::default();
    for (set, judged) in session.page.data.rule_sets.iter().zip(&report.sets) {
        let binds = judged.applies == Applies::Binds;
        bound += usize::from(binds);
        if judged.applies == Applies::DependsOnStaff {
            staff = words.get(Word::SummaryStaff);
        }
        if let (true, false, Some(today)) = (binds, judged.is_of_year, session.today) {
            others += &words.fill(Word::OtherYear, &[&set.title, &year(today)]);
        }
        for (requirement, one) in set.requirements.iter().zip(&judged.requirements) {
            let name = words.fill(Word::SummaryName, &[&requirement.title]);
            match one.verdict {
                Verdict::Met => {}
                _ if !binds => words.list(&mut advice, &name),
                Verdict::Short(by) => {
                    shorts += 1;
                    let item = [requirement.title.as_str(), &by.to_string()];
                    words.list(&mut short, &words.fill(Word::SummaryItem, &item));
                }
                Verdict::Unknown(_) => words.list(&mut unknown, &name),
            }
        }
    }
    let overall = report.overall();
    let mut all = match overall {
        Overall::NothingGiven => words.get(Word::SummaryBlank).to_string(),
        Overall::Met => words.count(Word::SummaryMetOne, Word::SummaryMet, bound),
        Overall::Short | Overall::Unknown => String::new(),
    };
    let is_open = !matches!(overall, Overall::NothingGiven | Overall::Met);
    let mut say = |word, list: &str| {
        if !list.is_empty() {
            all += &words.fill(word, &[list]);
        }
    };
    if is_open {
        say(Word::SummaryShort, &short);
        if shorts > 1 {
            say(Word::SummaryOverlap, " ");
        }
        say(Word::SummaryUnknown, &unknown);
    }
    match report.overall_with_coming() {
        None => {}
        Some(Overall::Met) => say(Word::ComingMet, " "),
        Some(Overall::Short) => say(Word::ComingShort, " "),
        Some(_) => say(Word::ComingUnknown, " "),
    }
    if overall != Overall::NothingGiven {
        say(Word::SummaryAdvice, &advice);
    }
    if overall == Overall::Met {
        say(Word::Caution, " ");
    }
    [&all, &*staff, &others].concat()
}

/// The reader's year, as the language counts it.
fn year(today: Date) -> String {
    today.minguo_year().to_string()
}

/// What a reader who listens is told once a field is left, and only when it has become another.
fn said(session: &Session, words: &Words) -> String {
    match session.form.said {
        (Overall::Short, number) => words.fill(Word::SaidShort, &[&number.to_string()]),
        (Overall::Met, _) => words.get(Word::SaidMet).to_string(),
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
        let lang = if matches!(term, Term::Row(_)) {
            "span lang=zh-Hant"
        } else {
            "span"
        };
        let (mut inner, mut item) = (String::new(), String::new());
        put(&mut inner, lang, label(term, session));
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
            words.get(Word::NothingTyped).to_string()
        }
        count => words.count(Word::Error, Word::Errors, count),
    };
    html! {
        <div class="errors" id="errors" tabindex="-1" role="group" aria-labelledby="errors-title" data-part="error-summary">
            <h3 id="errors-title">{ heading }</h3>
            { prose("ul", "", &lines) }
        </div>
    }
}

/// Rows that cannot be right together.
fn hint_list(session: &Session, words: &Words) -> String {
    let mut items = String::new();
    for hint in hints(&session.given().totals) {
        let mut names = String::new();
        for row in hint.parts {
            words.list(&mut names, session.page.short(Term::Row(*row)));
        }
        let word = match hint.parts {
            [_] => Word::HintOver,
            _ => Word::HintParts,
        };
        let numbers = [hint.parts_hours.to_string(), hint.whole_hours.to_string()];
        let whole = session.page.short(Term::Row(hint.whole));
        let sentence = words.fill(word, &[&names, &numbers[0], whole, &numbers[1]]);
        put(
            &mut items,
            &["li data-hint=", &hint.id()].concat(),
            &sentence,
        );
    }
    let mut html = String::new();
    if !items.is_empty() {
        put(&mut html, "h3", &words.get(Word::Hints));
        put(&mut html, "ul", &items);
    }
    html
}

/// A box to tick: judge a rule set that is history as well.
fn offer(set: &PageRuleSet, is_asked: bool, words: &Words) -> Html {
    html! {
        <label key={["ask-", &set.id].concat()} class="offer">
            <input type="checkbox" name={["ask-", &set.id].concat()} checked={is_asked} />
            { words.fill(Word::Ask, &[&set.title]) }
        </label>
    }
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
            put(&mut title, "small", &words.get(word));
        }
    }
    let mut parts = vec![prose("h4", "rules__title", &title)];
    let rows = set.requirements.iter().zip(&rules.requirements);
    for ((requirement, rule), judged) in rows.zip(&judged.requirements) {
        parts.push(row(set, requirement, (rules, rule), judged, session, words));
    }
    let mut about = latest(rules, session, words);
    about.push_str(&set.about);
    parts.push(prose("div", "rules__about", &about));
    group("div", "rules", parts)
}

/// Until when hours count this year, and by which day to finish.
fn latest(rules: &RuleSet, session: &Session, words: &Words) -> String {
    let mut html = String::new();
    let Some(today) = session.today else {
        return html;
    };
    let Some(deadline) = rules.deadline(today.year) else {
        return html;
    };
    let mut all = words.fill(Word::Deadline, &[&say::day(deadline, words)]);
    for platform in &session.page.data.platforms {
        let days = platform.days.and_then(|days| u8::try_from(days).ok());
        let counted = days.and_then(|days| session.page.workdays.latest(deadline, days));
        words.list(
            &mut all,
            &match counted {
                None => words.fill(Word::LatestUnknown, &[&platform.name]),
                Some(counted) => words.fill(
                    Word::Latest,
                    &[&platform.name, &say::day(counted.day, words)],
                ),
            },
        );
        if counted.is_some_and(|counted| counted.day < today) {
            all.push_str(&words.get(Word::Over));
        }
    }
    put(&mut html, "p", &all);
    html
}

fn row(
    set: &PageRuleSet,
    requirement: &PageRequirement,
    (rules, rule): (&RuleSet, &Requirement),
    judged: &Judged,
    session: &Session,
    words: &Words,
) -> Html {
    let say = |known, verdict| say::verdict(verdict, known, rule, session, words);
    let need = rule.at_least.to_string();
    let have = judged.known.exact().map(|have| have.to_string());
    let (verdict, short) = match judged.verdict {
        Verdict::Met => ("met", None),
        Verdict::Short(by) => ("short", have.as_ref().map(|_| by.to_string())),
        Verdict::Unknown(_) => ("unknown", None),
    };
    let mut summary = String::new();
    put(&mut summary, "span class=rule__name", &requirement.title);
    let numbers = words.fill(Word::Numbers, &[&need, &say::known(judged.known, words)]);
    put(&mut summary, "span class=rule__numbers", &numbers);
    put(&mut summary, "b", &say(judged.known, judged.verdict));
    bar(&mut summary, judged.known.least, rule.at_least);
    if let Some((known, verdict)) = judged.coming {
        let coming = words.fill(Word::WithComing, &[&say(known, verdict)]);
        put(&mut summary, "span class=rule__coming", &coming);
    }
    let mut how = String::new();
    for term in &rule.terms {
        let item = [session.page.short(*term), &have_of(*term, session, words)];
        words.list(&mut how, &words.fill(Word::Item, &item));
    }
    if rules.counts_blended(rule) {
        let hours = have_of(Term::Row(PortalRow::Blended), session, words);
        words.list(&mut how, &words.fill(Word::Blended, &[&hours]));
    }
    let mut rest = String::new();
    put(
        &mut rest,
        "p",
        &words.fill(Word::Says, &[&requirement.says]),
    );
    put(&mut rest, "p", &words.fill(Word::How, &[&how, &need]));
    let mut details = VTag::new("details");
    details.add_child(prose("summary", "", &summary));
    details.add_child(content(&rest));
    let class = if rule.part_of.is_some() {
        "rule rule--part"
    } else {
        "rule"
    };
    let values = vec![
        Some(class.into()),
        Some([&set.id, "/", &requirement.id].concat().into()),
        Some(verdict.into()),
        Some(need.into()),
        have.map(AttrValue::from),
        short.map(AttrValue::from),
    ];
    let keys = &[
        "class",
        "data-requirement",
        "data-verdict",
        "data-need",
        "data-have",
        "data-short",
    ];
    with_attributes(details, keys, values)
}

fn have_of(term: Term, session: &Session, words: &Words) -> String {
    match session.entry(term) {
        Ok(Some(hours)) => hours.to_string(),
        Ok(None) => words.get(Word::NotGiven).to_string(),
        Err(_) => words.get(Word::Unreadable).to_string(),
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
