//! Where each verdict stands (各項判斷的位置): beside its row, in a row of its own, or among the sources.

use hours::{Applies, Hours, Judged, Known, Overall, Place, Report, Requirement, Term, Verdict};
use yew::AttrValue;

use super::facts::Facts;
use super::say;
use crate::wording::fill;

/// The verdict on a requirement, as it is shown (一項判斷).
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    /// Rule set and requirement, as hosts and tests name them.
    pub(super) id: String,
    /// The name of its rule set.
    pub(super) set: AttrValue,
    /// The name of the requirement.
    pub(super) title: AttrValue,
    /// The verdict on the requirement.
    pub(super) verdict: Verdict,
    /// How many hours it asks for.
    pub(super) need: Hours,
    /// How many there are, where that is known.
    pub(super) have: Option<Hours>,
    /// The verdict in words; empty until something was typed.
    pub(super) said: AttrValue,
    /// The verdict with what is coming, in words, where something that counts is coming.
    pub(super) coming: Option<AttrValue>,
    /// Whether its rule set binds, advises or is tried.
    pub(super) applies: Applies,
}

/// A row of the table (表格的一列).
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RowMark {
    /// The term of the row.
    pub(super) term: Term,
    /// The verdict that speaks in it; nothing where no rule judges the row.
    pub(super) mark: Option<Mark>,
    /// Whether a rule that binds counts it.
    pub(super) counts: bool,
}

/// All verdicts by their places.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Marks {
    /// The twelve rows, then the inputs that some judged rule counts.
    pub(super) rows: Vec<RowMark>,
    /// Requirements on sums, which have no field of their own.
    pub(super) sums: Vec<Mark>,
    /// Requirements on rows in which a stricter one speaks.
    pub(super) others: Vec<Mark>,
}

impl Marks {
    /// Finds the place of every requirement that is judged: in a row the strictest that binds speaks, else the strictest that
    /// advises, else the strictest that is tried.
    #[must_use]
    pub(super) fn new(facts: &Facts, report: &Report) -> Self {
        let mut marks = Self::default();
        let mut by_term: Vec<(Term, Mark)> = Vec::new();
        let mut counted: Vec<Term> = Vec::new();
        let mut shown: Vec<Term> = Vec::new();
        for (set, (rules, judged)) in facts.page.rules().zip(&report.sets).enumerate() {
            let rows = rules.requirements.iter().zip(&judged.requirements);
            for (number, (rule, one)) in rows.enumerate() {
                shown.extend(&rule.terms);
                if judged.applies == Applies::Binds {
                    counted.extend(&rule.terms);
                }
                let Some(mark) = mark(facts, report, (set, number), rule, *one) else {
                    continue;
                };
                match *rule.terms {
                    [term] => by_term.push((term, mark)),
                    _ => marks.sums.push(mark),
                }
            }
        }
        // The order of sorting is stable, so of equals the first rule set speaks.
        by_term.sort_by_key(|(_, mark)| (rank(mark.applies), std::cmp::Reverse(mark.need)));
        for term in facts.page.terms() {
            if matches!(term, Term::Row(_)) || shown.contains(&term) {
                let here = by_term.iter().filter(|(other, _)| *other == term);
                let mut here = here.map(|(_, mark)| mark.clone());
                marks.rows.push(RowMark {
                    term,
                    mark: here.next(),
                    counts: counted.contains(&term),
                });
                marks.others.extend(here);
            }
        }
        marks
    }

    /// Whether requirements of several rule sets, on sums, are called like this one: then its rule set has to be named.
    #[must_use]
    pub(super) fn is_ambiguous(sums: &[Mark], mark: &Mark) -> bool {
        sums.iter()
            .any(|other| other.title == mark.title && other.id != mark.id)
    }

    /// How many rows and inputs count for the verdict: those that are bold.
    #[must_use]
    pub(super) fn bold(&self) -> usize {
        self.rows.iter().filter(|row| row.counts).count()
    }
}

fn rank(applies: Applies) -> u8 {
    match applies {
        Applies::Binds => 0,
        Applies::Advises => 1,
        _ => 2,
    }
}

fn mark(
    facts: &Facts,
    report: &Report,
    place: Place,
    rule: &Requirement,
    judged: Judged,
) -> Option<Mark> {
    let set = facts.page.edition.rule_sets.get(place.0)?;
    let texts = set.requirements.get(place.1)?;
    let applies = report.sets.get(place.0)?.applies;
    let is_blank = report.overall() == Overall::NothingGiven;
    let said = |known, verdict| match is_blank {
        true => AttrValue::default(),
        false => said_in_row(verdict, known, rule, applies, facts),
    };
    Some(Mark {
        id: [&*set.id, "/", &texts.id].concat(),
        set: set.title.clone(),
        title: texts.title.clone(),
        verdict: judged.verdict,
        need: rule.at_least,
        have: judged.known.exact(),
        said: said(judged.known, judged.verdict),
        coming: judged.coming.map(|(known, verdict)| said(known, verdict)),
        applies,
    })
}

/// The verdict as it stands beside a row: one of a rule that is only tried says so.
fn said_in_row(
    verdict: Verdict,
    known: Known,
    rule: &Requirement,
    applies: Applies,
    facts: &Facts,
) -> AttrValue {
    let said = say::row_verdict(verdict, known, rule, facts);
    match applies {
        Applies::Tried => fill(&facts.page.words.row_tried, &[&said]).into(),
        _ => said.into(),
    }
}
