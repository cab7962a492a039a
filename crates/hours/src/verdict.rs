//! Judges the given hours by the requirements of rules, as a range where only bounds are known.

use crate::rules::Applies;
use crate::{Date, Hours, PortalRow, Requirement, RuleSet, StaffKind, Term, Totals, Workdays};

/// The bounds of an amount of hours (已知範圍): at least this, and no more than that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Certainly so many (至少).
    pub least: Hours,
    /// Certainly no more (至多); `None` where nothing says so.
    pub most: Option<Hours>,
}

impl Known {
    /// The amount, where the bounds leave but one (確數).
    #[must_use]
    pub fn exact(self) -> Option<Hours> {
        self.most.filter(|most| *most == self.least)
    }

    fn add(&mut self, more: Self) {
        self.least = self.least.saturating_add(more.least);
        self.most = match (self.most, more.most) {
            (Some(most), Some(more)) => Some(most.saturating_add(more)),
            _ => None,
        };
    }
}

impl From<Option<Hours>> for Known {
    /// Given hours are exact; hours that were not given have no upper bound.
    fn from(given: Option<Hours>) -> Self {
        Self {
            least: given.unwrap_or_default(),
            most: given,
        }
    }
}

/// Why a requirement could not be judged (無法判斷的原因).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A row that counts was not given (未填).
    RowNotGiven(PortalRow),
    /// The counted hours are in none of the twelve rows, and their field was not filled in (十二列看不出來).
    NotVisible(usize),
    /// How much of the blended courses is digital is not shown (混成課程的數位時數不明).
    BlendedPart,
    /// It depends on hours of which nobody knows whether they show in time (是否來得及上傳不明).
    UploadUnknown,
    /// It depends on hours that show after the end of the calendar (行事曆已用完).
    CalendarEnds,
}

/// The verdict on a requirement by the given hours (判斷).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// There are enough hours (已達成).
    Met,
    /// At least so many hours are missing (尚缺時數), never zero.
    Short(Hours),
    /// It cannot be said (無法判斷).
    Unknown(Why),
}

/// A requirement with its verdict (判斷結果).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The bounds of the hours that count (現有時數).
    pub known: Known,
    /// The verdict that follows from them (判斷).
    pub verdict: Verdict,
    /// The same with the coming hours, where some of them count (加計尚未顯示的時數).
    pub coming: Option<(Known, Verdict)>,
}

/// A rule set with its verdicts (一套規定的判斷結果).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JudgedSet {
    /// Whether it counts for the reader (是否適用).
    pub applies: Applies,
    /// Whether it holds in the reader's year (是否為本年度規定).
    pub is_of_year: bool,
    /// Its requirements in order (各項要求); none unless it binds or advises.
    pub requirements: Vec<Judged>,
}

/// The verdicts on all rules by the given hours (檢核結果).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Every rule set, in its order (各套規定).
    pub sets: Vec<JudgedSet>,
    is_blank: bool,
}

/// The one answer above all others (總結).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overall {
    /// Nothing was given yet (尚未填寫).
    NothingGiven,
    /// Everything is met (全部達成).
    Met,
    /// At least one requirement is short (尚有不足).
    Short,
    /// Nothing is known to be short, but something cannot be said (尚無法判斷).
    Unknown,
}

/// Hours that are finished and not shown yet (尚未顯示的時數).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coming {
    /// Where they will count (計入哪一列).
    pub term: Term,
    /// How many (時數).
    pub hours: Hours,
    /// The day on which the course was finished (完成日).
    pub finished: Date,
    /// How many working days the platform takes (上傳工作天數); `None` where unknown.
    pub upload_days: Option<u8>,
}

/// Whether hours are of the reader's year (是否計入今年).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfYear {
    /// They are (計入).
    Yes,
    /// The course was finished in an earlier year (往年).
    Earlier,
    /// It was finished at the end of last year and shows in this one: nobody says to which year it counts (跨年不明).
    Turn,
    /// It is not finished yet (尚未完成).
    NotYet,
}

impl Coming {
    /// Whether these hours are of the year of a day.
    #[must_use]
    pub fn of_year(&self, today: Date, workdays: &Workdays) -> OfYear {
        if self.finished > today {
            return OfYear::NotYet;
        }
        if self.finished.year == today.year {
            return OfYear::Yes;
        }
        let shows = self
            .upload_days
            .and_then(|days| workdays.after(self.finished, days));
        let is_last_year = self.finished.year + 1 == today.year;
        let may_show_this_year = match shows {
            Some(counted) => counted.day.year == today.year,
            // Where nobody knows how long a platform takes, two weeks are not too much.
            None => self.finished.month == 12 && self.finished.day > 16,
        };
        if is_last_year && may_show_this_year {
            OfYear::Turn
        } else {
            OfYear::Earlier
        }
    }
}

/// Everything that is known of the reader and the year (已知資料).
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The twelve rows (十二列).
    pub totals: Totals,
    /// The hours that no row shows (另填時數), in the order of their fields.
    pub inputs: Vec<Option<Hours>>,
    /// The hours that are finished and not shown yet (尚未顯示).
    pub coming: Vec<Coming>,
    /// The reader's kind (人員類別), if chosen.
    pub staff: Option<StaffKind>,
    /// Whether each rule set was asked for (另外勾選), in their order.
    pub asked: Vec<bool>,
    /// The reader's Western year (年度), once known.
    pub year: Option<u16>,
    /// The reader's day (今天), once known.
    pub today: Option<Date>,
}

impl Report {
    /// The one answer above all others (總結); it is never better than any part that binds.
    ///
    /// It is at best unknown where nothing binds, where a rule set asks for nothing, where one depends on the reader's kind, and
    /// where one is of another year: then nobody said what holds now.
    #[must_use]
    pub fn overall(&self) -> Overall {
        match self.worst(|judged| judged.verdict) {
            Overall::Unknown if self.is_blank => Overall::NothingGiven,
            overall => overall,
        }
    }

    /// The same with what is coming (加計後總結), where something that counts is coming.
    #[must_use]
    pub fn overall_with_coming(&self) -> Option<Overall> {
        let mut requirements = self.sets.iter().flat_map(|set| &set.requirements);
        requirements
            .any(|judged| judged.coming.is_some())
            .then(|| self.worst(Judged::latest))
    }

    fn worst(&self, verdict: fn(&Judged) -> Verdict) -> Overall {
        let mut known = false;
        let mut unknown = false;
        for set in &self.sets {
            unknown |= set.applies == Applies::DependsOnStaff;
            if set.applies != Applies::Binds {
                continue;
            }
            known = true;
            unknown |= set.requirements.is_empty() || !set.is_of_year;
            for judged in &set.requirements {
                match verdict(judged) {
                    Verdict::Met => {}
                    Verdict::Short(_) => return Overall::Short,
                    Verdict::Unknown(_) => unknown = true,
                }
            }
        }
        match known && !unknown {
            true => Overall::Met,
            false => Overall::Unknown,
        }
    }
}

impl Judged {
    /// The verdict with what is coming, else that on what is shown (最新判斷).
    #[must_use]
    pub fn latest(&self) -> Verdict {
        self.coming.map_or(self.verdict, |(_, verdict)| verdict)
    }
}

/// Judges all rule sets side by side (檢核).
#[must_use]
pub fn evaluate<'a>(
    rule_sets: impl IntoIterator<Item = &'a RuleSet>,
    given: &Given,
    workdays: &Workdays,
) -> Report {
    let judge_set = |(number, set): (usize, &'a RuleSet)| {
        let is_asked = given.asked.get(number).copied().unwrap_or_default();
        let applies = set.applies(given.staff, is_asked);
        let is_judged = applies.is_judged();
        let count = if is_judged { set.requirements.len() } else { 0 };
        let judge = Judge {
            set,
            given,
            workdays,
        };
        JudgedSet {
            applies,
            is_of_year: given.year.is_none_or(|year| set.holds_in(year)),
            requirements: (0..count).map(|number| judge.requirement(number)).collect(),
        }
    };
    Report {
        sets: (rule_sets.into_iter().enumerate()).map(judge_set).collect(),
        is_blank: given.totals.is_blank()
            && given.coming.is_empty()
            && given.inputs.iter().all(Option::is_none),
    }
}

/// When hours show that are still coming, as one rule set sees it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shows {
    InTime,
    Late,
    Unsure(Why),
}

/// Judges one rule set.
struct Judge<'a> {
    set: &'a RuleSet,
    given: &'a Given,
    workdays: &'a Workdays,
}

impl Judge<'_> {
    fn requirement(&self, number: usize) -> Judged {
        let known = self.known(number, false);
        let with = match self.given.coming.is_empty() {
            true => known,
            false => self.known(number, true),
        };
        Judged {
            known,
            verdict: self.verdict(number, known, false),
            coming: (with != known).then(|| (with, self.verdict(number, with, true))),
        }
    }

    /// The bounds of a requirement's hours. The requirements around it bound it from above: hours of the whole may be of the part.
    fn known(&self, number: usize, with_coming: bool) -> Known {
        let mut found: Option<Known> = None;
        for number in self.set.containing(number) {
            let Some(requirement) = self.set.requirements.get(number) else {
                break;
            };
            let sum = self.sum(requirement, with_coming);
            let known = found.get_or_insert(sum);
            if let Some(most) = sum.most {
                // Slips can make the whole smaller than a part: what was given stays.
                let most = known.most.map_or(most, |old| old.min(most));
                known.most = Some(most.max(known.least));
            }
        }
        found.unwrap_or_default()
    }

    /// The bounds of the terms of a requirement together.
    fn sum(&self, requirement: &Requirement, with_coming: bool) -> Known {
        let mut sum = Known::from(Some(Hours::default()));
        for term in &requirement.terms {
            sum.add(self.term(*term, with_coming));
        }
        if self.set.counts_blended(requirement) {
            sum.add(Known {
                least: Hours::default(),
                ..self.term(Term::Row(PortalRow::Blended), with_coming)
            });
        }
        sum
    }

    fn term(&self, term: Term, with_coming: bool) -> Known {
        let mut known = Known::from(self.given(term));
        for coming in self.given.coming.iter().filter(|_| with_coming) {
            if coming.term.counts_in(term) {
                let hours = Known::from(Some(coming.hours));
                match self.shows(coming) {
                    Shows::InTime => known.add(hours),
                    Shows::Unsure(_) => known.add(Known {
                        least: Hours::default(),
                        ..hours
                    }),
                    Shows::Late => {}
                }
            }
        }
        known
    }

    fn given(&self, term: Term) -> Option<Hours> {
        match term {
            Term::Row(row) => self.given.totals.get(row),
            Term::Input(number) => self.given.inputs.get(number).copied().flatten(),
        }
    }

    /// Whether hours show before this rule set stops counting; without a deadline they always do.
    fn shows(&self, coming: &Coming) -> Shows {
        let of_year = self
            .given
            .today
            .map(|today| coming.of_year(today, self.workdays));
        match of_year {
            Some(OfYear::Earlier | OfYear::NotYet) => return Shows::Late,
            Some(OfYear::Turn) => return Shows::Unsure(Why::UploadUnknown),
            Some(OfYear::Yes) | None => {}
        }
        let Some(deadline) = self.given.year.and_then(|year| self.set.deadline(year)) else {
            return Shows::InTime;
        };
        let counted = coming
            .upload_days
            .and_then(|days| self.workdays.after(coming.finished, days));
        match counted {
            _ if coming.finished > deadline => Shows::Late,
            None => Shows::Unsure(Why::UploadUnknown),
            Some(counted) if counted.day > deadline => Shows::Late,
            Some(counted) if !counted.is_covered => Shows::Unsure(Why::CalendarEnds),
            Some(_) => Shows::InTime,
        }
    }

    fn verdict(&self, number: usize, known: Known, with_coming: bool) -> Verdict {
        let Some(requirement) = self.set.requirements.get(number) else {
            return Verdict::Unknown(Why::BlendedPart);
        };
        let need = requirement.at_least;
        // Hours that were not given are not zero, even where nothing is asked for.
        let is_given = known.most.is_some() || known.least > Hours::default();
        match known.most {
            _ if known.least >= need && is_given => Verdict::Met,
            Some(most) if most < need => Verdict::Short(need.saturating_sub(most)),
            _ => Verdict::Unknown(self.why(requirement, with_coming)),
        }
    }

    /// The reason why a requirement cannot be judged: the first fact that is missing.
    fn why(&self, requirement: &Requirement, with_coming: bool) -> Why {
        for term in &requirement.terms {
            if self.given(*term).is_none() {
                return match *term {
                    Term::Row(row) => Why::RowNotGiven(row),
                    Term::Input(number) => Why::NotVisible(number),
                };
            }
        }
        let is_blended = self.set.counts_blended(requirement);
        if is_blended && self.given.totals.get(PortalRow::Blended).is_none() {
            return Why::RowNotGiven(PortalRow::Blended);
        }
        let counts = |coming: &&Coming| {
            let mut terms = requirement.terms.iter();
            with_coming && terms.any(|term| coming.term.counts_in(*term))
        };
        for coming in self.given.coming.iter().filter(counts) {
            if let Shows::Unsure(why) = self.shows(coming) {
                return why;
            }
        }
        Why::BlendedPart
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Blended, YearDay, parse_date};
    use PortalRow::{
        Blended as BlendedRow, Digital, Environment, Governance, Mandatory, Policy, Total,
    };
    use Term::{Input, Row};

    const NO_ROW: fn(PortalRow) -> Verdict = |row| Verdict::Unknown(Why::RowNotGiven(row));

    fn short(hundredths: u32) -> Verdict {
        Verdict::Short(Hours::from_hundredths(hundredths))
    }

    fn hours(hundredths: u32) -> Hours {
        Hours::from_hundredths(hundredths)
    }

    fn need(terms: &[Term], hundredths: u32, part_of: Option<usize>) -> Requirement {
        Requirement {
            terms: terms.to_vec(),
            part_of,
            at_least: hours(hundredths),
        }
    }

    fn set(requirements: Vec<Requirement>) -> RuleSet {
        RuleSet {
            requirements,
            is_enabled: true,
            cut_off: Some(YearDay { month: 12, day: 31 }),
            ..RuleSet::default()
        }
    }

    fn given(rows: &[(PortalRow, u32)], inputs: &[Option<u32>]) -> Given {
        let mut given = Given {
            inputs: inputs.iter().map(|it| it.map(hours)).collect(),
            year: Some(2026),
            ..Given::default()
        };
        for (row, hundredths) in rows {
            given.totals.set(*row, Some(hours(*hundredths)));
        }
        given
    }

    fn workdays() -> Workdays {
        Workdays {
            holidays: Vec::new(),
            covers_until: parse_date("2026-12-29").expect("a date").map(|it| it.0),
        }
    }

    fn verdicts(set: &RuleSet, given: &Given) -> Vec<Verdict> {
        let report = evaluate(std::slice::from_ref(set), given, &workdays());
        report.sets[0]
            .requirements
            .iter()
            .map(|it| it.verdict)
            .collect()
    }

    #[test]
    fn a_requirement_is_judged_to_the_hundredth_and_nothing_given_is_not_zero() {
        #[track_caller]
        fn check(need_hundredths: u32, have: Option<u32>, expect: Verdict) {
            let set = set(vec![need(&[Row(Environment)], need_hundredths, None)]);
            let rows: Vec<_> = have.map(|have| (Environment, have)).into_iter().collect();
            assert_eq!(verdicts(&set, &given(&rows, &[])), [expect]);
        }
        check(400, None, NO_ROW(Environment));
        check(400, Some(0), short(400));
        check(400, Some(150), short(250));
        check(400, Some(399), short(1));
        check(400, Some(400), Verdict::Met);
        check(400, Some(u32::MAX), Verdict::Met);
        check(0, None, NO_ROW(Environment));
        check(0, Some(0), Verdict::Met);
    }

    #[test]
    fn only_the_row_itself_counts() {
        let set = set(vec![need(&[Row(Policy)], 100, None)]);
        let others = given(&[(Total, 99_900), (Mandatory, 99_900)], &[]);
        assert_eq!(verdicts(&set, &others), [NO_ROW(Policy)]);
    }

    #[test]
    fn sums_are_met_by_what_is_given_and_short_only_when_all_is_given() {
        #[track_caller]
        fn check(rows: &[(PortalRow, u32)], input: Option<u32>, expect: Verdict) {
            let set = set(vec![need(
                &[Row(Policy), Row(Environment), Input(0)],
                1_000,
                None,
            )]);
            assert_eq!(verdicts(&set, &given(rows, &[input])), [expect]);
        }
        let rows = [(Policy, 300), (Environment, 400)];
        check(&rows, Some(300), Verdict::Met);
        check(&rows, Some(299), short(1));
        check(&rows, None, Verdict::Unknown(Why::NotVisible(0)));
        check(&rows[..1], Some(700), Verdict::Met);
        check(&rows[..1], Some(600), NO_ROW(Environment));
    }

    #[test]
    fn what_contains_a_part_bounds_it_from_above() {
        // A topic inside the pooled row: the row alone may be too small for it.
        let set = set(vec![
            need(&[Row(Governance)], 500, None),
            need(&[Input(0)], 200, Some(0)),
        ]);
        let check = |row: Option<u32>, topic: Option<u32>, expect: [Verdict; 2]| {
            let rows: Vec<_> = row.map(|row| (Governance, row)).into_iter().collect();
            assert_eq!(
                verdicts(&set, &given(&rows, &[topic])),
                expect,
                "{row:?} {topic:?}"
            );
        };
        check(Some(500), Some(200), [Verdict::Met, Verdict::Met]);
        check(
            Some(500),
            None,
            [Verdict::Met, Verdict::Unknown(Why::NotVisible(0))],
        );
        check(Some(100), None, [short(400), short(100)]);
        check(None, Some(100), [NO_ROW(Governance), short(100)]);
        // A slip makes the part more than the whole: what was given stays.
        check(Some(100), Some(250), [short(400), Verdict::Met]);
    }

    #[test]
    fn the_digital_part_of_blended_courses_is_a_range() {
        let mut set = set(vec![need(&[Row(Digital)], 1_000, None)]);
        set.blended = Blended::UnknownPart;
        let check = |digital: Option<u32>, blended: Option<u32>, expect| {
            let rows = [(Digital, digital), (BlendedRow, blended)];
            let rows: Vec<_> = rows
                .into_iter()
                .filter_map(|(row, it)| Some((row, it?)))
                .collect();
            assert_eq!(
                verdicts(&set, &given(&rows, &[])),
                [expect],
                "{digital:?} {blended:?}"
            );
        };
        check(Some(1_000), None, Verdict::Met);
        check(Some(600), Some(500), Verdict::Unknown(Why::BlendedPart));
        check(Some(600), Some(399), short(1));
        check(Some(600), None, NO_ROW(BlendedRow));
        check(None, Some(500), NO_ROW(Digital));
        let report = evaluate(
            &[set.clone()],
            &given(&[(Digital, 200), (BlendedRow, 300)], &[]),
            &workdays(),
        );
        let known = report.sets[0].requirements[0].known;
        assert_eq!(
            (known.least, known.most, known.exact()),
            (hours(200), Some(hours(500)), None)
        );
    }

    #[test]
    fn the_summary_is_never_better_than_what_binds() {
        let enough = need(&[Row(Policy)], 100, None);
        let base = set(vec![enough.clone()]);
        let overall =
            |sets: &[RuleSet], given: &Given| evaluate(sets, given, &workdays()).overall();
        let met = given(&[(Policy, 100)], &[]);
        assert_eq!(overall(std::slice::from_ref(&base), &met), Overall::Met);
        assert_eq!(
            overall(std::slice::from_ref(&base), &given(&[(Policy, 99)], &[])),
            Overall::Short
        );
        assert_eq!(
            overall(std::slice::from_ref(&base), &given(&[], &[])),
            Overall::NothingGiven
        );
        assert_eq!(
            overall(std::slice::from_ref(&base), &given(&[(Total, 0)], &[])),
            Overall::Unknown
        );
        // Nothing that was judged was met by nothing.
        assert_eq!(overall(&[], &met), Overall::Unknown);
        assert_eq!(
            overall(&[base.clone(), set(Vec::new())], &met),
            Overall::Unknown
        );
        // Advice does not bind; a rule that depends on the reader's kind or is of another year leaves it open.
        let advice = RuleSet {
            is_advice: true,
            ..set(vec![need(&[Row(Total)], 100, None)])
        };
        assert_eq!(overall(&[base.clone(), advice.clone()], &met), Overall::Met);
        assert_eq!(overall(&[advice], &met), Overall::Unknown);
        let staff = RuleSet {
            staff: vec![StaffKind::Contract],
            ..base.clone()
        };
        assert_eq!(
            overall(&[base.clone(), staff.clone()], &met),
            Overall::Unknown
        );
        let teacher = Given {
            staff: Some(StaffKind::Teacher),
            ..met.clone()
        };
        assert_eq!(overall(&[base.clone(), staff], &teacher), Overall::Met);
        let old = RuleSet {
            to: Date::new(2018, 12, 31).ok(),
            ..base.clone()
        };
        assert_eq!(overall(&[old], &met), Overall::Unknown);
        let off = RuleSet {
            is_enabled: false,
            ..set(vec![need(&[Row(Total)], 9_999, None)])
        };
        let report = evaluate(&[base, off], &met, &workdays());
        assert_eq!(
            (report.overall(), report.sets[1].requirements.len()),
            (Overall::Met, 0)
        );
    }

    #[test]
    fn what_is_coming_counts_where_it_shows_in_time() {
        let set = set(vec![
            need(&[Row(Environment)], 400, None),
            need(&[Row(Mandatory)], 1_000, None),
            need(&[Input(0)], 300, None),
        ]);
        let rows = [(Environment, 200), (Mandatory, 800)];
        #[derive(Debug)]
        struct Case(Term, &'static str, Option<u8>);
        let check = |case: Case, expect: [Option<Verdict>; 3]| {
            let coming = Coming {
                term: case.0,
                hours: hours(200),
                finished: parse_date(case.1).expect("a date").expect("a date").0,
                upload_days: case.2,
            };
            let given = Given {
                coming: vec![coming],
                ..given(&rows, &[Some(100)])
            };
            let report = evaluate(std::slice::from_ref(&set), &given, &workdays());
            let found = report.sets[0].requirements.iter();
            let found: Vec<_> = found
                .map(|it| it.coming.map(|(_, verdict)| verdict))
                .collect();
            assert_eq!(found, expect, "{case:?}");
            assert_eq!(report.sets[0].requirements[0].verdict, short(200));
        };
        let (met, unknown) = (Some(Verdict::Met), |why| Some(Verdict::Unknown(why)));
        // A course counts in its row and in those that contain it.
        check(
            Case(Row(Environment), "2026-12-01", Some(4)),
            [met, met, None],
        );
        check(
            Case(Row(Mandatory), "2026-12-01", Some(4)),
            [None, met, None],
        );
        check(Case(Input(0), "2026-12-01", Some(4)), [None, None, met]);
        // Too late for the deadline.
        check(
            Case(Row(Environment), "2026-12-30", Some(4)),
            [None, None, None],
        );
        check(
            Case(Row(Environment), "2027-01-02", None),
            [None, None, None],
        );
        let open = unknown(Why::UploadUnknown);
        check(
            Case(Row(Environment), "2026-12-01", None),
            [open, open, None],
        );
        let ends = unknown(Why::CalendarEnds);
        check(
            Case(Row(Environment), "2026-12-29", Some(1)),
            [ends, ends, None],
        );
    }

    #[test]
    fn what_is_coming_is_of_the_year_in_which_it_was_finished() {
        let check = |finished: &str, upload_days, expect: OfYear| {
            let coming = Coming {
                term: Row(Environment),
                hours: hours(200),
                finished: parse_date(finished).expect("a date").expect("a date").0,
                upload_days,
            };
            let today = Date::new(2026, 11, 23).expect("a day");
            assert_eq!(coming.of_year(today, &workdays()), expect, "{finished}");
            let set = set(vec![need(&[Row(Environment)], 400, None)]);
            let given = Given {
                coming: vec![coming],
                today: Some(today),
                ..given(&[(Environment, 200)], &[])
            };
            let report = evaluate(std::slice::from_ref(&set), &given, &workdays());
            let found = report.sets[0].requirements[0]
                .coming
                .map(|(_, verdict)| verdict);
            let counts = match expect {
                OfYear::Yes => Some(Verdict::Met),
                OfYear::Turn => Some(Verdict::Unknown(Why::UploadUnknown)),
                OfYear::Earlier | OfYear::NotYet => None,
            };
            assert_eq!(found, counts, "{finished}");
        };
        check("115/11/20", Some(4), OfYear::Yes);
        check("115/1/1", Some(4), OfYear::Yes);
        check("115/11/23", Some(4), OfYear::Yes);
        check("115/11/24", Some(4), OfYear::NotYet);
        check("116/1/2", None, OfYear::NotYet);
        check("114/11/20", Some(4), OfYear::Earlier);
        check("113/2/29", None, OfYear::Earlier);
        check("1/1/1", Some(4), OfYear::Earlier);
        check("114/12/20", None, OfYear::Turn);
        check("114/12/10", None, OfYear::Earlier);
        check("114/12/31", Some(4), OfYear::Turn);
        check("113/12/31", Some(4), OfYear::Earlier);
    }

    /// The verdicts with what is coming, as far as it counts.
    #[track_caller]
    fn check_coming(
        set: &RuleSet,
        given: Given,
        coming: &[(Term, u32, Option<u8>)],
        expect: &[Option<Verdict>],
    ) {
        let coming = coming.iter().map(|(term, hundredths, upload_days)| Coming {
            term: *term,
            hours: hours(*hundredths),
            finished: Date::new(2026, 12, 1).expect("a day"),
            upload_days: *upload_days,
        });
        let given = Given {
            coming: coming.collect(),
            ..given
        };
        let report = evaluate(std::slice::from_ref(set), &given, &workdays());
        let found = report.sets[0].requirements.iter();
        let found: Vec<_> = found
            .map(|it| it.coming.map(|(_, verdict)| verdict))
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn what_is_coming_to_the_whole_may_be_of_the_part() {
        // The row bounds the topic, and the row is about to grow: then nobody knows that the topic is short.
        let set = set(vec![
            need(&[Row(Governance)], 500, None),
            need(&[Input(0)], 200, Some(0)),
        ]);
        let row = || given(&[(Governance, 100)], &[None]);
        assert_eq!(verdicts(&set, &row()), [short(400), short(100)]);
        let coming = |hundredths| [(Row(Governance), hundredths, Some(4))];
        let open = Some(Verdict::Unknown(Why::NotVisible(0)));
        check_coming(&set, row(), &coming(400), &[Some(Verdict::Met), open]);
        check_coming(
            &set,
            row(),
            &coming(50),
            &[Some(short(350)), Some(short(50))],
        );
        // Where the topic was given, the row says nothing new.
        let both = given(&[(Governance, 100)], &[Some(100)]);
        check_coming(&set, both, &coming(400), &[Some(Verdict::Met), None]);
    }

    #[test]
    fn blended_courses_that_are_coming_may_be_digital() {
        let mut set = set(vec![need(&[Row(Digital)], 1_000, None)]);
        let rows = || given(&[(Digital, 800), (BlendedRow, 0)], &[]);
        let coming = |hundredths| [(Row(BlendedRow), hundredths, Some(4))];
        check_coming(&set, rows(), &coming(300), &[None]);
        set.blended = Blended::UnknownPart;
        let open = Some(Verdict::Unknown(Why::BlendedPart));
        check_coming(&set, rows(), &coming(300), &[open]);
        check_coming(&set, rows(), &coming(150), &[Some(short(50))]);
    }

    #[test]
    fn only_what_counts_in_a_requirement_is_a_reason_for_its_verdict() {
        let mut set = set(vec![need(&[Row(Digital)], 1_000, None)]);
        set.blended = Blended::UnknownPart;
        let rows = || given(&[(Digital, 800), (BlendedRow, 300)], &[]);
        let digital = (Row(Digital), 50, Some(4));
        let elsewhere = (Row(Environment), 100, None);
        let open = |why| [Some(Verdict::Unknown(why))];
        check_coming(&set, rows(), &[elsewhere, digital], &open(Why::BlendedPart));
        let unsure = (Row(Digital), 50, None);
        check_coming(&set, rows(), &[digital, unsure], &open(Why::UploadUnknown));
    }

    fn any_term() -> impl Strategy<Value = Term> {
        prop_oneof![
            proptest::sample::select(PortalRow::ALL.to_vec()).prop_map(Row),
            (0..3_usize).prop_map(Input),
        ]
    }

    fn any_sets() -> impl Strategy<Value = Vec<RuleSet>> {
        let requirement = (
            proptest::collection::vec(any_term(), 1..4),
            0..2_500_u32,
            proptest::option::of(0..6_usize),
        )
            .prop_map(|(terms, hundredths, part_of)| need(&terms, hundredths, part_of));
        let parts = (
            proptest::collection::vec(requirement, 0..6),
            any::<bool>(),
            any::<bool>(),
        );
        let sets = parts.prop_map(|(requirements, is_advice, is_blended)| RuleSet {
            is_advice,
            blended: if is_blended {
                Blended::UnknownPart
            } else {
                Blended::NotDigital
            },
            ..set(requirements)
        });
        proptest::collection::vec(sets, 0..4)
    }

    fn any_given() -> impl Strategy<Value = Given> {
        let some = || proptest::option::of(0..2_500_u32);
        (
            proptest::collection::vec(some(), 12),
            proptest::collection::vec(some(), 3),
        )
            .prop_map(|(rows, inputs)| {
                let rows: Vec<_> = PortalRow::ALL
                    .into_iter()
                    .zip(rows)
                    .filter_map(|(row, it)| Some((row, it?)))
                    .collect();
                given(&rows, &inputs)
            })
    }

    /// Better is met, then what is not known, then what is short, by less first.
    fn badness(verdict: Verdict) -> u32 {
        match verdict {
            Verdict::Met => 0,
            Verdict::Unknown(_) => 1,
            Verdict::Short(hours) => 1 + hours.hundredths(),
        }
    }

    proptest! {
        #[test]
        fn more_hours_never_make_a_verdict_worse(
            sets in any_sets(), less in any_given(), term in any_term(), added in 0..2_500_u32,
        ) {
            let mut more = less.clone();
            let place = match term {
                Row(row) => {
                    more.totals.set(row, less.totals.get(row).map(|it| it.saturating_add(hours(added))));
                    None
                }
                Input(number) => more.inputs[number].as_mut(),
            };
            if let Some(input) = place {
                *input = input.saturating_add(hours(added));
            }
            let (before, after) = (evaluate(&sets, &less, &workdays()), evaluate(&sets, &more, &workdays()));
            let judged = |report: &Report| -> Vec<Judged> {
                report.sets.iter().flat_map(|set| set.requirements.clone()).collect()
            };
            for (before, after) in judged(&before).iter().zip(&judged(&after)) {
                prop_assert!(badness(after.verdict) <= badness(before.verdict), "{before:?} {after:?}");
                prop_assert!(after.known.least >= before.known.least);
            }
            if before.overall() == Overall::Met {
                prop_assert_eq!(after.overall(), Overall::Met);
            }
        }

        #[test]
        fn what_is_coming_never_makes_a_verdict_worse(
            sets in any_sets(), given in any_given(), term in any_term(), hundredths in 0..2_500_u32,
            day in 1..=31_u32, upload_days in proptest::option::of(0..20_u8),
        ) {
            let finished = Date::new(2026, 12, day).expect("a day");
            let coming = vec![Coming { term, hours: hours(hundredths), finished, upload_days }];
            let report = evaluate(&sets, &Given { coming, ..given }, &workdays());
            for judged in report.sets.iter().flat_map(|set| &set.requirements) {
                prop_assert!(badness(judged.latest()) <= badness(judged.verdict), "{judged:?}");
            }
            if report.overall() == Overall::Met {
                prop_assert!(report.overall_with_coming().is_none_or(|it| it == Overall::Met));
            }
            if report.overall() != Overall::Short {
                prop_assert!(report.overall_with_coming() != Some(Overall::Short));
            }
        }

        #[test]
        fn what_comes_in_time_is_judged_as_if_it_showed(
            sets in any_sets(), given in any_given(), all in proptest::collection::vec((any_term(), 0..2_500_u32), 1..4),
        ) {
            let mut given = given;
            for row in PortalRow::ALL {
                let hours = given.totals.get(row).unwrap_or_default();
                given.totals.set(row, Some(hours));
            }
            given.inputs.iter_mut().for_each(|it| *it = Some(it.unwrap_or_default()));
            let mut shown = given.clone();
            for (term, hundredths) in &all {
                let coming = Coming {
                    term: *term,
                    hours: hours(*hundredths),
                    finished: Date::new(2026, 12, 1).expect("a day"),
                    upload_days: Some(4),
                };
                given.coming.push(coming);
                for row in PortalRow::ALL.into_iter().filter(|row| term.counts_in(Row(*row))) {
                    let more = shown.totals.get(row).map(|it| it.saturating_add(coming.hours));
                    shown.totals.set(row, more);
                }
                if let Input(number) = term {
                    shown.inputs[*number] = shown.inputs[*number].map(|it| it.saturating_add(coming.hours));
                }
            }
            let (coming, shown) = (evaluate(&sets, &given, &workdays()), evaluate(&sets, &shown, &workdays()));
            for (coming, shown) in coming.sets.iter().zip(&shown.sets) {
                for (coming, shown) in coming.requirements.iter().zip(&shown.requirements) {
                    prop_assert_eq!(coming.latest(), shown.verdict);
                    prop_assert_eq!(coming.coming.map_or(coming.known, |it| it.0), shown.known);
                }
            }
            prop_assert!(coming.overall_with_coming().is_none_or(|it| it == shown.overall()));
        }

        #[test]
        fn what_is_filled_in_later_contradicts_nothing_said_before(
            sets in any_sets(), given in any_given(), term in any_term(), hundredths in 0..2_500_u32,
        ) {
            // Without parts: a number may be more than what contains it, by a slip.
            let mut sets = sets;
            sets.iter_mut().flat_map(|set| &mut set.requirements).for_each(|it| it.part_of = None);
            let mut later = given.clone();
            match term {
                Row(row) if given.totals.get(row).is_none() => later.totals.set(row, Some(hours(hundredths))),
                Input(number) if given.inputs[number].is_none() => later.inputs[number] = Some(hours(hundredths)),
                _ => {}
            }
            let (before, after) = (evaluate(&sets, &given, &workdays()), evaluate(&sets, &later, &workdays()));
            for (before, after) in before.sets.iter().zip(&after.sets) {
                for (before, after) in before.requirements.iter().zip(&after.requirements) {
                    if !matches!(before.verdict, Verdict::Unknown(_)) {
                        prop_assert_eq!(before.verdict, after.verdict);
                    }
                }
            }
        }

        #[test]
        fn anything_is_answered(
            parts in proptest::collection::vec((any::<usize>(), any::<u32>(), proptest::option::of(0..9_usize)), 0..9),
            rows in proptest::collection::vec(proptest::option::of(any::<u32>()), 12),
            coming in proptest::collection::vec((0..20_usize, any::<u32>(), 1_912..=2_110_u32, any::<Option<u8>>()), 0..4),
            year in any::<Option<u16>>(), asked in any::<Vec<bool>>(), staff in 0..4_usize,
        ) {
            // Rows and inputs that there are, inputs that there are not, requirements of nothing, circles of parts.
            let term = |number: usize| match PortalRow::from_index(number % 16) {
                Some(row) => Row(row),
                None => Input(number),
            };
            let parts = parts.iter().map(|(number, need_, part_of)| {
                let terms = [term(*number), term(number.wrapping_mul(7))];
                need(&terms[..number % 3], *need_, *part_of)
            });
            let sets = [RuleSet {
                staff: vec![StaffKind::Teacher],
                blended: Blended::UnknownPart,
                ..set(parts.collect())
            }];
            let rows: Vec<_> = PortalRow::ALL.into_iter().zip(rows).filter_map(|(row, it)| Some((row, it?))).collect();
            let coming = coming.into_iter().map(|(number, hundredths, year, upload_days)| Coming {
                term: term(number),
                hours: hours(hundredths),
                finished: Date::new(year, 12, 31).expect("a day"),
                upload_days,
            });
            let given = Given {
                coming: coming.collect(),
                staff: StaffKind::ALL.get(staff).copied(),
                asked,
                year,
                ..given(&rows, &[None, Some(u32::MAX)])
            };
            let report = evaluate(&sets, &given, &workdays());
            prop_assert!(report.overall() != Overall::Met || report.sets[0].applies == Applies::Binds);
            for known in report.sets[0].requirements.iter().map(|it| it.known) {
                prop_assert!(known.most.is_none_or(|most| most >= known.least));
            }
            let plan = crate::plan(&sets, &report);
            prop_assert!(plan.steps.iter().all(|it| it.hours > Hours::default()));
        }

        #[test]
        fn a_met_summary_has_only_met_parts_that_bind(sets in any_sets(), given in any_given()) {
            let report = evaluate(&sets, &given, &workdays());
            let binding = report.sets.iter().filter(|set| set.applies == Applies::Binds);
            let binding: Vec<_> = binding.flat_map(|set| &set.requirements).collect();
            if report.overall() == Overall::Met {
                prop_assert!(binding.iter().all(|it| it.verdict == Verdict::Met));
            }
            let any_short = binding.iter().any(|it| matches!(it.verdict, Verdict::Short(_)));
            prop_assert_eq!(report.overall() == Overall::Short, any_short);
            prop_assert!(binding.iter().all(|it| it.verdict != short(0)));
        }
    }
}
