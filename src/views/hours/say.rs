//! Numbers, days and reasons as sentences.

use hours::{Date, Known, Requirement, Verdict, Why};

use crate::session::Facts;
use crate::wording::{Word, Words};

/// A day with its weekday.
pub(super) fn day(day: Date, words: &Words) -> String {
    let weekdays = words.get(Word::Weekdays);
    let weekday = weekdays.split(' ').nth(day.weekday()).unwrap_or_default();
    words.fill(
        Word::Day,
        &[&day.minguo_year(), &day.month, &day.day, &weekday],
    )
}

/// What is known of an amount of hours.
pub(super) fn known(known: Known, words: &Words) -> String {
    let least = known.least;
    match known.most {
        Some(most) if most == least => least.to_string(),
        Some(most) => words.fill(Word::Range, &[&least, &most]),
        None => words.fill(Word::AtLeast, &[&least]),
    }
}

/// A verdict in words.
pub(super) fn verdict(
    verdict: Verdict,
    known: Known,
    requirement: &Requirement,
    facts: &Facts,
    words: &Words,
) -> String {
    match verdict {
        Verdict::Met => words.get(Word::Met).to_string(),
        Verdict::Short(least) => {
            let most = requirement.at_least.saturating_sub(known.least);
            let missing = Known {
                least,
                most: Some(most),
            };
            words.fill(Word::Short, &[&self::known(missing, words)])
        }
        Verdict::Unknown(why) => words.fill(Word::Unknown, &[&self::why(why, facts, words)]),
    }
}

/// Why something cannot be said.
fn why(why: Why, facts: &Facts, words: &Words) -> String {
    let of = |word, term| words.fill(word, &[&facts.page.short(term)]);
    match why {
        Why::RowNotGiven(row) if facts.entry(row.into()).is_err() => {
            words.get(Word::Unreadable).to_string()
        }
        Why::RowNotGiven(row) => of(Word::WhyRow, row.into()),
        Why::NotVisible(number) => of(Word::WhyInput, hours::Term::Input(number)),
        Why::BlendedPart => words.get(Word::WhyBlended).to_string(),
        Why::UploadUnknown => words.get(Word::WhyUpload).to_string(),
        Why::CalendarEnds => words.get(Word::WhyCalendar).to_string(),
    }
}
