//! The facts behind the verdicts: content, entries and day, and the totals and the report that follow from them.

use std::rc::Rc;

use hours::{
    Applies, Coming, Date, Given, Hours, HoursProblem, Overall, PortalRow, Report, Term, Verdict,
    evaluate, parse_date, parse_hours,
};
use yew::AttrValue;

use super::entry::{ComingDraft, Entry};
use crate::page::{Page, place};

/// How the text of a field for hours reads.
pub type Typed = Result<Option<Hours>, HoursProblem>;

/// Content, entries and day: cheap to copy, and equal as long as nothing was typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// The content.
    pub page: Rc<Page>,
    /// The reader's entries.
    pub entry: Rc<Entry>,
    /// The day on the reader's clock, once known.
    pub today: Option<Date>,
}

impl Facts {
    /// Whether anything stands in a field of the hours.
    #[must_use]
    pub fn has_typed(&self) -> bool {
        self.entry
            .drafts
            .iter()
            .any(|draft| !draft.trim().is_empty())
    }

    /// The terms of the fields for hours, each with its text: the twelve rows in portal order, then the inputs that no row shows.
    pub fn fields(&self) -> impl Iterator<Item = (Term, &AttrValue)> {
        self.page.terms().zip(&self.entry.drafts)
    }

    /// How the text of a field for hours reads.
    ///
    /// # Errors
    /// The problem of a text that is no number of hours.
    pub fn typed(&self, term: Term) -> Typed {
        let draft = self.entry.drafts.get(place(term));
        parse_hours(draft.map_or("", |draft| draft))
    }

    /// The fields that cannot be read.
    pub fn wrong(&self) -> impl Iterator<Item = (Term, HoursProblem)> {
        self.fields()
            .filter_map(|(term, text)| Some((term, parse_hours(text).err()?)))
    }

    /// Everything that is known; a field that cannot be read counts as not given.
    #[must_use]
    pub fn given(&self) -> Given {
        let mut given = Given {
            coming: self
                .entry
                .coming
                .iter()
                .filter_map(|draft| self.coming(draft))
                .collect(),
            staff: self.entry.staff,
            asked: self.entry.asked.clone(),
            year: self.today.map(|today| today.year),
            today: self.today,
            ..Given::default()
        };
        for (term, text) in self.fields() {
            let hours = parse_hours(text).ok().flatten();
            match term {
                Term::Row(row) => given.totals.set(row, hours),
                Term::Input(_) => given.inputs.push(hours),
            }
        }
        given
    }

    /// A line of hours that are still coming, if it is complete.
    #[must_use]
    pub fn coming(&self, draft: &ComingDraft) -> Option<Coming> {
        let mut platforms = self.page.edition.platforms.iter();
        let platform = platforms.find(|platform| *platform.id == *draft.platform);
        Some(Coming {
            term: self.page.term(&draft.term)?,
            hours: parse_hours(&draft.hours).ok()??,
            finished: parse_date(&draft.finished).ok()??.0,
            upload_days: platform.and_then(|platform| platform.upload_days),
        })
    }

    /// The verdicts on what the fields say.
    #[must_use]
    pub fn report(&self) -> Report {
        self.judge(&self.given())
    }

    /// The verdicts on what is known.
    #[must_use]
    pub fn judge(&self, given: &Given) -> Report {
        evaluate(self.page.rules(), given, &self.page.edition.workdays)
    }

    /// Whether a rule that is enabled or chosen is for some kinds of staff, so that the reader is asked for theirs.
    #[must_use]
    pub fn asks_for_staff(&self) -> bool {
        let mut sets = self.page.rules().zip(&self.entry.asked);
        sets.any(|(set, asked)| !set.staff.is_empty() && (set.is_enabled || *asked))
    }

    /// The news for a reader who leaves a field: short, and new only where it matters.
    #[must_use]
    pub fn to_say(&self) -> (Overall, usize) {
        let report = self.report();
        (report.overall(), shorts(&report))
    }

    /// Those of the portal's own thresholds that differ from the rules that are judged, with what these ask for.
    #[must_use]
    pub fn other_thresholds(
        &self,
        thresholds: &[Option<Hours>; 12],
        report: &Report,
    ) -> Vec<(PortalRow, Hours, Hours)> {
        let mut others = Vec::new();
        for (row, threshold) in PortalRow::ALL.into_iter().zip(*thresholds) {
            let judged = self.page.judged(report);
            let needs = judged
                .filter(|(_, judged)| judged.applies == Applies::Binds)
                .flat_map(|(set, _)| &set.rule.requirements)
                .filter(|it| it.terms == [Term::Row(row)])
                .map(|it| it.at_least);
            let mut least = None;
            let mut is_known = false;
            for need in needs {
                is_known |= Some(need) == threshold;
                least = least.or(Some(need));
            }
            if let (Some(threshold), Some(need), false) = (threshold, least, is_known) {
                others.push((row, threshold, need));
            }
        }
        others
    }
}

/// How many requirements that bind are short.
fn shorts(report: &Report) -> usize {
    let sets = report
        .sets
        .iter()
        .filter(|set| set.applies == Applies::Binds);
    sets.flat_map(|set| &set.requirements)
        .filter(|judged| matches!(judged.verdict, Verdict::Short(_)))
        .count()
}

impl yew::html::ImplicitClone for Facts {}
