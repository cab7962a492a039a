//! What the given hours say about what rules ask for, as a range where only bounds are known.

use crate::rules::Applies;
use crate::{Date, Hours, PortalRow, Requirement, RuleSet, StaffKind, Term, Totals, Workdays};

/// What is known of an amount of hours (已知範圍): at least this, and no more than that.
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
    /// What was given is exact; of what was not given nothing is known.
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
    /// What counts is in none of the twelve rows, and its field was not filled in (十二列看不出來).
    NotVisible(usize),
    /// How much of the blended courses is digital is not shown (混成課程的數位時數不明).
    BlendedPart,
    /// It depends on hours of which nobody knows whether they show in time (是否來得及上傳不明).
    UploadUnknown,
    /// It depends on hours that show after the end of the calendar (行事曆已用完).
    CalendarEnds,
}

/// What the given hours say about a requirement (判斷).
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
    /// What is known of the hours that count (現有時數).
    pub known: Known,
    /// What follows from them (判斷).
    pub verdict: Verdict,
    /// The same with what is coming, where something that counts is coming (加計尚未顯示的時數).
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

/// What the given hours say about all rules (檢核結果).
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

/// Everything that is known of the reader and the year (已知資料).
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The twelve rows (十二列).
    pub totals: Totals,
    /// The hours that no row shows (另填時數), in the order of their fields.
    pub inputs: Vec<Option<Hours>>,
    /// What is finished and not shown yet (尚未顯示).
    pub coming: Vec<Coming>,
    /// The reader's kind (人員類別), if chosen.
    pub staff: Option<StaffKind>,
    /// Whether each rule set was asked for (另外勾選), in their order.
    pub asked: Vec<bool>,
    /// The reader's Western year (年度), once known.
    pub year: Option<u16>,
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
pub fn evaluate(rule_sets: &[RuleSet], given: &Given, workdays: &Workdays) -> Report {
    let judge_set = |(number, set): (usize, &RuleSet)| {
        let is_asked = given.asked.get(number).copied().unwrap_or_default();
        let applies = set.applies(given.staff, is_asked);
        let is_judged = matches!(applies, Applies::Binds | Applies::Advises);
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
        sets: rule_sets.iter().enumerate().map(judge_set).collect(),
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
        let (known, _) = self.known(number, false);
        let (with, changed) = self.known(number, true);
        let judge = |known, with_coming| self.verdict(number, known, with_coming);
        Judged {
            known,
            verdict: judge(known, false),
            coming: changed.then(|| (with, judge(with, true))),
        }
    }

    /// What is known of the hours of a requirement, and whether anything that is coming counts there.
    /// What contains it bounds it from above.
    fn known(&self, number: usize, with_coming: bool) -> (Known, bool) {
        let mut found: Option<Known> = None;
        let mut changed = false;
        for number in self.set.containing(number) {
            let Some(requirement) = self.set.requirements.get(number) else {
                break;
            };
            let (sum, has_coming) = self.sum(requirement, with_coming);
            let is_first = found.is_none();
            let known = found.get_or_insert(sum);
            changed |= is_first && has_coming;
            if let Some(most) = sum.most {
                // The parts can be given and the whole not, or slips make the whole smaller than a part: what was given stays.
                known.most = Some(
                    known
                        .most
                        .map_or(most, |old| old.min(most))
                        .max(known.least),
                );
            }
        }
        (found.unwrap_or_default(), changed)
    }

    /// What is known of the terms of a requirement together.
    fn sum(&self, requirement: &Requirement, with_coming: bool) -> (Known, bool) {
        let mut sum = Known {
            least: Hours::default(),
            most: Some(Hours::default()),
        };
        let mut changed = false;
        for term in &requirement.terms {
            sum.add(self.given(*term).into());
            for coming in self.given.coming.iter().filter(|_| with_coming) {
                if coming.term.counts_in(*term) {
                    let shows = self.shows(coming);
                    changed |= shows != Shows::Late;
                    sum.add(Known {
                        least: if shows == Shows::InTime {
                            coming.hours
                        } else {
                            Hours::default()
                        },
                        most: Some(if shows == Shows::Late {
                            Hours::default()
                        } else {
                            coming.hours
                        }),
                    });
                }
            }
        }
        if self.set.counts_blended(requirement) {
            let blended = self.given.totals.get(PortalRow::Blended);
            sum.add(Known {
                least: Hours::default(),
                most: blended,
            });
        }
        (sum, changed)
    }

    fn given(&self, term: Term) -> Option<Hours> {
        match term {
            Term::Row(row) => self.given.totals.get(row),
            Term::Input(number) => self.given.inputs.get(number).copied().flatten(),
        }
    }

    /// Whether hours show before this rule set stops counting; without a deadline they always do.
    fn shows(&self, coming: &Coming) -> Shows {
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
        // What was not given is not zero, even where nothing is asked for.
        let is_given = known.most.is_some() || known.least > Hours::default();
        match known.most {
            _ if known.least >= need && is_given => Verdict::Met,
            Some(most) if most < need => Verdict::Short(need.saturating_sub(most)),
            _ => Verdict::Unknown(self.why(requirement, with_coming)),
        }
    }

    /// What would have to be known first.
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
        for coming in self.given.coming.iter().filter(|_| with_coming) {
            if let Shows::Unsure(why) = self.shows(coming) {
                return why;
            }
        }
        Why::BlendedPart
    }
}
