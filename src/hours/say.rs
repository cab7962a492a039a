//! Numbers, days and reasons as sentences.

use hours::{Date, Known, Requirement, Verdict, Why};

use super::facts::Facts;
use crate::wording::{Wording, fill};

/// A day with its weekday.
pub(super) fn day(day: Date, words: &Wording) -> String {
    let weekday = words
        .weekdays
        .split(' ')
        .nth(day.weekday())
        .unwrap_or_default();
    fill(
        &words.day,
        &[&day.minguo_year(), &day.month, &day.day, &weekday],
    )
}

/// What is known of an amount of hours.
pub(super) fn known(known: Known, words: &Wording) -> String {
    let least = known.least;
    match known.most {
        Some(most) if most == least => least.to_string(),
        Some(most) => fill(&words.range, &[&least, &most]),
        None => fill(&words.at_least, &[&least]),
    }
}

/// A verdict in words.
pub(super) fn verdict(
    verdict: Verdict,
    known: Known,
    requirement: &Requirement,
    facts: &Facts,
    words: &Wording,
) -> String {
    match verdict {
        Verdict::Met => words.met.to_string(),
        Verdict::Short(least) => {
            let most = requirement.at_least.saturating_sub(known.least);
            let missing = Known {
                least,
                most: Some(most),
            };
            fill(&words.short, &[&self::known(missing, words)])
        }
        Verdict::Unknown(why) => fill(&words.unknown, &[&self::why(why, facts, words)]),
    }
}

/// Why something cannot be said.
fn why(why: Why, facts: &Facts, words: &Wording) -> String {
    let of = |sentence: &str, term| fill(sentence, &[&facts.page.short(term)]);
    match why {
        Why::RowNotGiven(row) if facts.typed(row.into()).is_err() => words.unreadable.to_string(),
        Why::RowNotGiven(row) => of(&words.why_row, row.into()),
        Why::NotVisible(number) => of(&words.why_input, hours::Term::Input(number)),
        Why::BlendedPart => words.why_blended.to_string(),
        Why::UploadUnknown => words.why_upload.to_string(),
        Why::CalendarEnds => words.why_calendar.to_string(),
    }
}
