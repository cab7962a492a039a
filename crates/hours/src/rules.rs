//! Rules: the hours they ask for, the people they bind, and the facts known of the hours that they count.

use crate::{Blended::UnknownPart, Date, Hours, PortalRow, YearDay};

/// A kind of staff (人員類別), as rules tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum StaffKind {
    /// Staff on the establishment (編制內職員).
    Permanent,
    /// Staff outside the establishment (編制外人員).
    Contract,
    /// Teachers (教師).
    Teacher,
}

impl StaffKind {
    /// All kinds (全部人員類別).
    pub const ALL: [Self; 3] = [Self::Permanent, Self::Contract, Self::Teacher];

    /// The kind's id (代號), which pages and content use.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Permanent => "permanent",
            Self::Contract => "contract",
            Self::Teacher => "teacher",
        }
    }

    /// The kind with this id (代號), if there is one.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// Whether blended courses count as digital ones (混成課程是否計入數位).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Blended {
    /// They do not (不計).
    #[default]
    NotDigital,
    /// A part of them does, which the portal does not show (部分計入，入口網未列).
    UnknownPart,
}

/// Something that a requirement counts (計入項目).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Term {
    /// A row of the portal (入口網的列).
    Row(PortalRow),
    /// Hours that no row shows, by the number of their field (另填時數).
    Input(usize),
}

impl From<PortalRow> for Term {
    fn from(row: PortalRow) -> Self {
        Self::Row(row)
    }
}

impl Term {
    /// Whether a course that counts in this also counts in the other.
    #[must_use]
    pub fn counts_in(self, other: Self) -> bool {
        match (self, other) {
            (Self::Row(row), Self::Row(other)) => row.counts_in(other),
            _ => self == other,
        }
    }
}

/// One thing a rule asks for (要求): at least so many hours in all its terms together.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Requirement {
    /// The rows and inputs that it counts, summed (計入項目).
    pub terms: Vec<Term>,
    /// The requirement of the same set whose hours contain these (其中), by its number.
    pub part_of: Option<usize>,
    /// How many hours at least (至少時數).
    pub at_least: Hours,
}

/// Everything one rule asks for, and of whom (規定).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RuleSet {
    /// The requirements, in the order of the rule (各項要求).
    pub requirements: Vec<Requirement>,
    /// Whether it is judged without being asked for (啟用).
    pub is_enabled: bool,
    /// Whether it only advises (建議).
    pub is_advice: bool,
    /// Whom it is for (適用人員); empty for everyone, or where its source does not say.
    pub staff: Vec<StaffKind>,
    /// Its first day (生效日), if its source says one.
    pub from: Option<Date>,
    /// Its last day (失效日), if its source says one.
    pub to: Option<Date>,
    /// The last day of a year on which hours count (統計截止日), if its source says one.
    pub cut_off: Option<YearDay>,
    /// Whether blended courses count as digital ones (混成課程).
    pub blended: Blended,
}

/// Whether a rule set is judged for a reader (是否適用).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applies {
    /// It binds: the summary depends on it.
    Binds,
    /// It advises: it is judged, and the summary does not depend on it.
    Advises,
    /// It is switched off and was asked for (一併試算): it is judged, and the summary does not depend on it.
    Tried,
    /// It is switched off, and may be asked for.
    Offered,
    /// It is for some kinds of staff, and the reader's kind is not known.
    DependsOnStaff,
    /// It is for others, or advice for some kinds of staff while the reader's kind is not known.
    ForOthers,
}

impl Applies {
    /// Whether verdicts are given on it (是否檢核).
    #[must_use]
    pub fn is_judged(self) -> bool {
        matches!(self, Self::Binds | Self::Advises | Self::Tried)
    }
}

impl RuleSet {
    /// Whether it is judged for a reader of this kind, who asked for it or did not.
    #[must_use]
    pub fn applies(&self, staff: Option<StaffKind>, is_asked: bool) -> Applies {
        let is_for = |kind| self.staff.is_empty() || self.staff.contains(&kind);
        match staff {
            Some(kind) if !is_for(kind) => Applies::ForOthers,
            _ if !self.is_enabled && is_asked => Applies::Tried,
            _ if !self.is_enabled => Applies::Offered,
            None if !self.staff.is_empty() && self.is_advice => Applies::ForOthers,
            None if !self.staff.is_empty() => Applies::DependsOnStaff,
            _ if self.is_advice => Applies::Advises,
            _ => Applies::Binds,
        }
    }

    /// Whether it holds on every day of a Western year (適用年度), as far as its source says.
    #[must_use]
    pub fn holds_in(&self, year: u16) -> bool {
        let begins = self.from.is_none_or(|from| {
            from.year < year || (from.year == year && from.month == 1 && from.day == 1)
        });
        begins
            && self.to.is_none_or(|to| {
                to.year > year || (to.year == year && to.month == 12 && to.day == 31)
            })
    }

    /// The last day on which hours count in a Western year (該年截止日), if its source says one.
    #[must_use]
    pub fn deadline(&self, year: u16) -> Option<Date> {
        self.cut_off?.in_year(year)
    }

    /// Whether a requirement lies inside another of this set (其中), or is it.
    #[must_use]
    pub fn is_part(&self, requirement: usize, of: usize) -> bool {
        self.containing(requirement).any(|number| number == of)
    }

    /// A requirement and those that contain it, the narrowest first; no more than there are, even where they go round in a circle.
    pub(crate) fn containing(&self, requirement: usize) -> impl Iterator<Item = usize> + '_ {
        let mut next = Some(requirement);
        (0..self.requirements.len()).map_while(move |_| {
            let number = next?;
            next = self.requirements.get(number)?.part_of;
            Some(number)
        })
    }

    /// Whether the digital part of blended courses belongs to what a requirement counts.
    #[must_use]
    pub fn counts_blended(&self, requirement: &Requirement) -> bool {
        self.blended == UnknownPart && requirement.terms.contains(&Term::Row(PortalRow::Digital))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_set_applies_by_kind_of_staff_switch_and_wish() {
        use Applies::*;
        use StaffKind::*;
        #[track_caller]
        fn check(
            set: (bool, bool, &[StaffKind]),
            reader: (Option<StaffKind>, bool),
            expect: Applies,
        ) {
            let (is_enabled, is_advice, staff) = set;
            let set = RuleSet {
                is_enabled,
                is_advice,
                staff: staff.to_vec(),
                ..RuleSet::default()
            };
            assert_eq!(set.applies(reader.0, reader.1), expect);
        }
        check((true, false, &[]), (None, false), Binds);
        check((true, false, &[]), (Some(Teacher), false), Binds);
        check((true, true, &[]), (None, false), Advises);
        check((true, false, &[Permanent]), (None, false), DependsOnStaff);
        check((true, false, &[Permanent]), (Some(Permanent), false), Binds);
        check(
            (true, false, &[Permanent]),
            (Some(Contract), true),
            ForOthers,
        );
        check((false, false, &[Permanent]), (None, false), Offered);
        check((false, false, &[Permanent]), (None, true), Tried);
        check((true, true, &[Permanent]), (None, false), ForOthers);
        check(
            (false, false, &[Permanent]),
            (Some(Permanent), false),
            Offered,
        );
        check((false, false, &[Permanent]), (Some(Permanent), true), Tried);
        check(
            (false, false, &[Permanent]),
            (Some(Teacher), true),
            ForOthers,
        );
        check((false, true, &[]), (None, true), Tried);
        for kind in StaffKind::ALL {
            assert_eq!(StaffKind::from_id(kind.id()), Some(kind));
        }
        assert_eq!(StaffKind::from_id(""), None);
    }

    #[test]
    fn a_rule_set_holds_in_whole_years() {
        #[track_caller]
        fn check(
            from: Option<(u32, u32, u32)>,
            to: Option<(u32, u32, u32)>,
            year: u16,
            expect: bool,
        ) {
            let day =
                |day: Option<(u32, u32, u32)>| day.and_then(|(y, m, d)| Date::new(y, m, d).ok());
            let set = RuleSet {
                from: day(from),
                to: day(to),
                ..RuleSet::default()
            };
            assert_eq!(set.holds_in(year), expect, "{from:?} {to:?} {year}");
        }
        check(None, None, 2026, true);
        check(Some((2017, 1, 1)), None, 2017, true);
        check(Some((2017, 1, 1)), None, 2026, true);
        check(Some((2017, 1, 1)), None, 2016, false);
        check(Some((2018, 1, 1)), Some((2018, 12, 31)), 2018, true);
        check(Some((2018, 1, 1)), Some((2018, 12, 31)), 2026, false);
        // Half a year is not a year: what holds then is for a reader to see and not to be guessed.
        check(Some((2026, 7, 1)), None, 2026, false);
        check(None, Some((2026, 6, 30)), 2026, false);
    }

    #[test]
    fn parts_are_found_however_deep_and_circles_end() {
        let part = |part_of| Requirement {
            terms: Vec::new(),
            part_of,
            at_least: Hours::default(),
        };
        let tree = RuleSet {
            requirements: vec![part(None), part(Some(0)), part(Some(1)), part(Some(0))],
            ..RuleSet::default()
        };
        assert!(tree.is_part(2, 0) && tree.is_part(2, 1) && tree.is_part(2, 2));
        assert!(!tree.is_part(0, 1) && !tree.is_part(3, 1) && !tree.is_part(9, 0));
        let circle = RuleSet {
            requirements: vec![part(Some(1)), part(Some(0))],
            ..RuleSet::default()
        };
        assert_eq!(circle.containing(0).count(), 2);
    }
}
