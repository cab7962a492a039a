//! The twelve rows of the portal, and the hours that were given for them.

use crate::Hours;

/// One of the twelve rows (時數列) that the learning portal shows, in its order.
///
/// The rows are different cuts of the same hours, not parts to add up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum PortalRow {
    /// All hours (總學習時數).
    Total,
    /// Hours of digital courses (數位課程總學習時數).
    Digital,
    /// Hours of courses in person (實體課程總學習時數).
    InPerson,
    /// Hours of blended courses (混成課程總學習時數).
    Blended,
    /// Hours of study on official leave one applied for (自行申請公假學習總時數).
    OfficialLeave,
    /// Hours related to one's work (與業務相關總學習時數).
    BusinessRelated,
    /// Hours of basic gender courses (性別主流化基礎課程總學習時數).
    GenderBasic,
    /// Hours of advanced gender courses (性別主流化進階課程總學習時數).
    GenderAdvanced,
    /// Hours of the courses that must be completed each year (每年必須完成之課程總學習時數).
    Mandatory,
    /// Hours on major government policies (當前政府重大政策).
    Policy,
    /// Hours of environmental education (環境教育).
    Environment,
    /// Hours on the six pooled topics of democratic governance (性別主流化、廉政與服務倫理、人權教育、行政中立、多元族群文化、公民參與).
    Governance,
}

impl PortalRow {
    /// All rows (全部十二列) in portal order.
    pub const ALL: [Self; 12] = [
        Self::Total,
        Self::Digital,
        Self::InPerson,
        Self::Blended,
        Self::OfficialLeave,
        Self::BusinessRelated,
        Self::GenderBasic,
        Self::GenderAdvanced,
        Self::Mandatory,
        Self::Policy,
        Self::Environment,
        Self::Governance,
    ];

    /// The row's id (代號), which pages, content and tests use; it never changes.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Digital => "digital",
            Self::InPerson => "in-person",
            Self::Blended => "blended",
            Self::OfficialLeave => "official-leave",
            Self::BusinessRelated => "business-related",
            Self::GenderBasic => "gender-basic",
            Self::GenderAdvanced => "gender-advanced",
            Self::Mandatory => "mandatory",
            Self::Policy => "policy",
            Self::Environment => "environment",
            Self::Governance => "governance",
        }
    }

    /// The row with this id (代號), if there is one.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|row| row.id() == id)
    }

    /// The row's place in portal order (列次), from 0.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The row whose hours contain those of this one (上位列), as far as one can expect: a course counts in both.
    ///
    /// That row 6 lies inside row 1 and so on is inferred from what the rules and labels say, so it gives hints and plans and
    /// no verdict. Whether official leave lies inside the total is unknown.
    #[must_use]
    pub const fn within(self) -> Option<Self> {
        match self {
            Self::Total | Self::OfficialLeave => None,
            Self::Digital | Self::InPerson | Self::Blended | Self::BusinessRelated => {
                Some(Self::Total)
            }
            Self::Mandatory => Some(Self::BusinessRelated),
            Self::Policy | Self::Environment | Self::Governance => Some(Self::Mandatory),
            Self::GenderBasic | Self::GenderAdvanced => Some(Self::Governance),
        }
    }

    /// Whether this row is the other one or lies inside it (是否計入該列).
    #[must_use]
    pub fn counts_in(self, other: Self) -> bool {
        self == other || self.within().is_some_and(|row| row.counts_in(other))
    }

    /// The row at this place in portal order (列次), from 0, if there is one.
    #[must_use]
    pub fn from_index(index: usize) -> Option<Self> {
        Self::ALL.get(index).copied()
    }
}

/// The hours that were given (已填時數), row by row; a row without hours was not given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals([Option<Hours>; 12]);

impl Totals {
    /// The hours of a row (該列時數), or `None` if they were not given.
    #[must_use]
    pub fn get(&self, row: PortalRow) -> Option<Hours> {
        self.0.get(row.index()).copied().flatten()
    }

    /// Gives a row hours (填入), or takes them back with `None`.
    pub fn set(&mut self, row: PortalRow, hours: Option<Hours>) {
        if let Some(place) = self.0.get_mut(row.index()) {
            *place = hours;
        }
    }

    /// The same totals with one row given or taken back (改填一列).
    #[must_use]
    pub fn with(mut self, row: PortalRow, hours: Option<Hours>) -> Self {
        self.set(row, hours);
        self
    }

    /// Whether no row at all was given (全部未填).
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stand_in_portal_order_under_their_stable_ids() {
        let ids = "total digital in-person blended official-leave business-related \
                   gender-basic gender-advanced mandatory policy environment governance";
        assert_eq!(PortalRow::ALL.map(PortalRow::id).join(" "), ids);
        for (index, row) in PortalRow::ALL.into_iter().enumerate() {
            assert_eq!(row.index(), index);
            assert_eq!(PortalRow::from_index(index), Some(row));
            assert_eq!(PortalRow::from_id(row.id()), Some(row));
        }
    }

    #[test]
    fn an_unknown_row_is_none() {
        assert_eq!(PortalRow::from_index(12), None);
        assert_eq!(PortalRow::from_index(usize::MAX), None);
        for id in ["", "Total", "total ", "in_person", "總學習時數"] {
            assert_eq!(PortalRow::from_id(id), None);
        }
    }

    #[test]
    fn each_row_keeps_its_own_hours() {
        let mut totals = Totals::default();
        for row in PortalRow::ALL {
            totals.set(row, Some(Hours::from_hundredths(row.index() as u32)));
        }
        for row in PortalRow::ALL {
            assert_eq!(
                totals.get(row),
                Some(Hours::from_hundredths(row.index() as u32))
            );
            assert_eq!(totals.with(row, None).get(row), None);
        }
    }

    #[test]
    fn zero_hours_are_given_and_no_hours_are_not() {
        let blank = Totals::default();
        assert!(blank.is_blank());
        for row in PortalRow::ALL {
            let zero = blank.with(row, Some(Hours::default()));
            assert!(!zero.is_blank());
            assert!(zero.with(row, None).is_blank());
        }
    }
}
