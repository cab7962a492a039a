//! English.

use flowchart::StepsLeft;
use hours::HoursProblem;

use super::Wording;

pub(super) const WORDING: Wording = Wording {
    views: "Views",
    guided: "Step by step",
    hours: "Check hours",
    outline: "Full guide",

    kinds: ["Question", "Step", "Problem", "Done"],
    steps_left,
    next: "Next",
    back: "Back",
    restart: "Start again",
    check_hours: "Enter the hours and see whether they are enough",
    troubles: "Not working?",
    trail: "Your way so far",
    trail_empty: "You start here.",
    change: "Change",

    dates: "Date converter",
    dates_about: "A plain tool: it works on this page only, stores and sends nothing, and is not a sign-in field.",
    dates_label: "Type a Western or Minguo date",
    dates_hint: "For example 1972-01-01 or 0610101",
    dates_minguo: "Minguo, 7 digits",
    dates_western: "Western",
    dates_wrong: [
        "This is not a date we can read. Type it like 1972-01-01 or 0610101.",
        "There is no such day. Check the month and the day.",
        "Only dates from Minguo year 1 to 199 can be converted.",
    ],

    hours_lead: "Copy the numbers from the portal’s page 學習時數 (learning hours). Leave a row blank if you do not see it. Everything stays on this page and is gone when you close it.",
    rows: "The twelve rows of the portal",
    unit: "hours",
    wrong,
    check: "Check hours",
    clear: "Clear all",
    errors,
    nothing_typed: "Nothing is filled in yet. Start with this row, for example 10.",
    results: "Result",
    columns: ["Requirement", "Need", "Have", "Result"],
    not_given: "not given",
    met: "Met",
    short: |hours| [hours, " hours short"].concat(),
    unknown: "Unknown",
    summary_blank: "Fill in your hours, and this line tells you whether they are enough.",
    summary_met: |sets| match sets {
        1 => "By the rule set below, you have enough hours.".to_owned(),
        _ => [
            "By the ",
            &sets.to_string(),
            " rule sets below, you have enough hours.",
        ]
        .concat(),
    },
    summary_short: |list| ["Not enough yet. Still to take: ", list, "."].concat(),
    summary_unknown: |list| ["Cannot be decided yet. Please also fill in: ", list, "."].concat(),
    summary_item: |name, hours| [name, " (", hours, " h)"].concat(),
    list: ", ",
    caution: "Whether these rules hold this year is for the Personnel Office to say; follow its announcements.",
    language_failed: "The Chinese page could not be loaded. Your hours are still here; if you open the Chinese page directly, you will have to type them again.",
    language_anyway: "Open the Chinese page all the same",
};

fn steps_left(left: StepsLeft) -> String {
    let (fewest, most) = (left.fewest.to_string(), left.most.to_string());
    if left.most == 0 {
        "All done".to_owned()
    } else if left.fewest != left.most {
        [&fewest, " to ", &most, " steps left"].concat()
    } else if left.most == 1 {
        "1 step left".to_owned()
    } else {
        [&most, " steps left"].concat()
    }
}

fn wrong(problem: HoursProblem) -> &'static str {
    match problem {
        HoursProblem::NotANumber => "Type a number, for example 10 or 2.5.",
        HoursProblem::Negative => {
            "Hours cannot be negative. Type a number from 0, for example 2.5."
        }
        HoursProblem::TooPrecise => "Use two decimals at most, for example 1.25.",
        HoursProblem::TooLarge => "This number is too large. Type at most 9999 hours.",
    }
}

fn errors(count: usize) -> String {
    match count {
        1 => "1 field needs a correction".to_owned(),
        _ => [&count.to_string(), " fields need a correction"].concat(),
    }
}
