//! Rows that cannot be right together: hints to look again, never errors, since what contains what is inferred.

use crate::{Hours, PortalRow, Totals};

/// Two numbers that do not go together (可疑之處).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The rows on one side (部分); several are summed.
    pub parts: &'static [PortalRow],
    /// Their hours together (部分合計).
    pub parts_hours: Hours,
    /// The row on the other side (整體).
    pub whole: PortalRow,
    /// Its hours (整體時數).
    pub whole_hours: Hours,
}

impl Hint {
    /// The hint's id (代號): `policy-over-mandatory` where one row is more than what contains it, `total-parts` where the
    /// parts of a row give another sum.
    #[must_use]
    pub fn id(&self) -> String {
        match self.parts {
            [part] => [part.id(), "-over-", self.whole.id()].concat(),
            _ => [self.whole.id(), "-parts"].concat(),
        }
    }
}

const COURSES: &[PortalRow] = &[PortalRow::Digital, PortalRow::InPerson, PortalRow::Blended];
const REQUIRED: &[PortalRow] = &[
    PortalRow::Policy,
    PortalRow::Environment,
    PortalRow::Governance,
];

/// The rows to look at again (提示), in portal order.
///
/// Expected are: row 1 = 2 + 3 + 4; row 9 = 10 + 11 + 12, or less once it has reached 10, in case the portal stops counting there;
/// and no row more than one that contains it.
#[must_use]
pub fn hints(totals: &Totals) -> Vec<Hint> {
    let mut hints = Vec::new();
    for (whole, parts) in [
        (PortalRow::Total, COURSES),
        (PortalRow::Mandatory, REQUIRED),
    ] {
        let sum = parts.iter().try_fold(Hours::default(), |sum, row| {
            Some(sum.saturating_add(totals.get(*row)?))
        });
        if let (Some(sum), Some(hours)) = (sum, totals.get(whole)) {
            let may_stop =
                whole == PortalRow::Mandatory && hours >= Hours::from_whole(10) && hours < sum;
            if sum != hours && !may_stop {
                hints.push(hint(parts, sum, whole, hours));
            }
        }
    }
    for part in PortalRow::ALL.chunks(1) {
        if let &[row] = part
            && let Some(hours) = totals.get(row)
            && let Some((whole, most)) = given_above(row, totals)
            && hours > most
        {
            hints.push(hint(part_of(row), hours, whole, most));
        }
    }
    hints
}

fn hint(
    parts: &'static [PortalRow],
    parts_hours: Hours,
    whole: PortalRow,
    whole_hours: Hours,
) -> Hint {
    Hint {
        parts,
        parts_hours,
        whole,
        whole_hours,
    }
}

/// The nearest row that contains this one and was given.
fn given_above(row: PortalRow, totals: &Totals) -> Option<(PortalRow, Hours)> {
    let above = row.within()?;
    match totals.get(above) {
        Some(hours) => Some((above, hours)),
        None => given_above(above, totals),
    }
}

/// The row alone, as a list that outlives the call.
fn part_of(row: PortalRow) -> &'static [PortalRow] {
    const ALL: &[PortalRow] = &PortalRow::ALL;
    ALL.get(row.index()..=row.index()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::PortalRow::*;
    use super::*;

    #[track_caller]
    fn check(given: &[(PortalRow, u32)], expect: &[&str]) {
        let totals = given
            .iter()
            .fold(Totals::default(), |totals, (row, hundredths)| {
                totals.with(*row, Some(Hours::from_hundredths(*hundredths)))
            });
        let found: Vec<String> = hints(&totals).iter().map(Hint::id).collect();
        assert_eq!(found, expect, "{given:?}");
    }

    #[test]
    fn nothing_given_and_numbers_that_fit_give_no_hint() {
        check(&[], &[]);
        check(&[(Total, 0), (Digital, 0)], &[]);
        check(
            &[
                (Total, 3_000),
                (Digital, 2_000),
                (InPerson, 700),
                (Blended, 300),
                (OfficialLeave, 9_900),
                (BusinessRelated, 2_500),
                (GenderBasic, 200),
                (GenderAdvanced, 300),
                (Mandatory, 1_000),
                (Policy, 100),
                (Environment, 400),
                (Governance, 500),
            ],
            &[],
        );
    }

    #[test]
    fn no_row_is_more_than_what_contains_it() {
        for (row, whole, id) in [
            (Digital, Total, "digital-over-total"),
            (InPerson, Total, "in-person-over-total"),
            (Blended, Total, "blended-over-total"),
            (BusinessRelated, Total, "business-related-over-total"),
            (GenderBasic, Governance, "gender-basic-over-governance"),
            (
                GenderAdvanced,
                Governance,
                "gender-advanced-over-governance",
            ),
            (
                Mandatory,
                BusinessRelated,
                "mandatory-over-business-related",
            ),
            (Policy, Mandatory, "policy-over-mandatory"),
            (Environment, Mandatory, "environment-over-mandatory"),
            (Governance, Mandatory, "governance-over-mandatory"),
            // Where the row between was not given, the next one above bounds it.
            (Governance, Total, "governance-over-total"),
            (
                GenderBasic,
                BusinessRelated,
                "gender-basic-over-business-related",
            ),
        ] {
            check(&[(row, 401), (whole, 400)], &[id]);
            check(&[(row, 400), (whole, 400)], &[]);
            check(&[(row, 401)], &[]);
        }
        check(&[(OfficialLeave, 500), (Total, 400)], &[]);
    }

    #[test]
    fn parts_give_the_whole() {
        let courses = [(Digital, 200), (InPerson, 300), (Blended, 0)];
        let with = |total| [&courses[..], &[(Total, total)]].concat();
        check(&with(500), &[]);
        check(&with(501), &["total-parts"]);
        check(&with(450), &["total-parts"]);
        check(&courses, &[]);
        check(&[(Total, 900), (Digital, 200), (InPerson, 300)], &[]);
    }

    #[test]
    fn required_hours_may_stop_being_counted_at_ten() {
        let parts = [(Policy, 300), (Environment, 400), (Governance, 500)];
        let with = |total| [&parts[..], &[(Mandatory, total)]].concat();
        check(&with(1_200), &[]);
        check(&with(1_000), &[]);
        check(&with(1_100), &[]);
        check(&with(999), &["mandatory-parts"]);
        check(&with(1_300), &["mandatory-parts"]);
    }

    #[test]
    fn a_hint_says_both_numbers() {
        let totals = Totals::default()
            .with(Mandatory, Some(Hours::from_whole(12)))
            .with(BusinessRelated, Some(Hours::from_whole(8)));
        let [hint] = hints(&totals)[..] else {
            panic!("one hint")
        };
        assert_eq!(
            (hint.parts, hint.whole),
            (&[Mandatory][..], BusinessRelated)
        );
        assert_eq!(
            (hint.parts_hours, hint.whole_hours),
            (Hours::from_whole(12), Hours::from_whole(8))
        );
    }
}
