//! Actions of the hours and the states that follow, on the page of [`crate::samples`].

use std::rc::Rc;

use guide::Lang;
use hours::{Applies, Date, Hours, Overall, PortalRow, StaffKind, Term};
use interchange::{Found, Refusal};

use super::{Attention, Calculator, Field, HoursAction, Paste, Undoable, say};
use crate::samples::{data, page};

/// The text of a field, by its name in the page.
fn typed(name: &str, text: &str) -> HoursAction {
    let field = Field::named(name, &page(Lang::ZhHant)).expect("a field of the sample");
    HoursAction::Edited(field, text.to_owned().into())
}

fn draft(calculator: &Calculator, row: PortalRow) -> &str {
    &calculator.facts.entry.drafts[row.index()]
}

/// An arrival on the day of the tests.
fn arrival() -> HoursAction {
    HoursAction::Arrived(Vec::new(), Date::new(2026, 11, 23).ok())
}

fn after(actions: impl IntoIterator<Item = HoursAction>) -> Calculator {
    let mut calculator = Calculator::new(page(Lang::ZhHant));
    for action in actions {
        calculator.follow(action);
    }
    calculator
}

#[test]
fn a_text_that_cannot_be_read_is_kept_and_counts_as_not_given() {
    let edited = |text: &str| after([typed("environment", text)]);
    let verdict = |text: &str| edited(text).facts.report().overall();
    assert_eq!(verdict("4"), Overall::Met);
    assert_eq!(verdict("3.99"), Overall::Short);
    assert_eq!(verdict("four"), Overall::NothingGiven);
    assert_eq!(verdict(""), Overall::NothingGiven);
    assert_eq!(draft(&edited("four"), PortalRow::Environment), "four");
    let have = edited("３").facts.report().sets[0].requirements[0]
        .known
        .exact();
    assert_eq!(have, Some(Hours::from_whole(3)));
}

#[test]
fn a_check_holds_until_the_last_error_is_mended() {
    let edit = |text| typed("total", text);
    assert!(
        after([edit("x"), HoursAction::CheckPressed])
            .facts
            .entry
            .checked
    );
    assert!(
        after([edit("x"), HoursAction::CheckPressed, edit("xy")])
            .facts
            .entry
            .checked
    );
    assert!(
        !after([edit("x"), HoursAction::CheckPressed, edit("1")])
            .facts
            .entry
            .checked
    );
    assert!(
        !after([edit("x"), HoursAction::CheckPressed, edit("1"), edit("x")])
            .facts
            .entry
            .checked
    );
    // Leaving a field says its text once more.
    assert!(
        after([edit("1"), HoursAction::CheckPressed, edit("1")])
            .facts
            .entry
            .checked
    );
    assert!(
        !after([edit("x"), HoursAction::CheckPressed, HoursAction::Cleared])
            .facts
            .has_typed()
    );
}

#[test]
fn a_pasted_text_is_reviewed_before_it_is_used_and_nothing_else_of_it_is_kept() {
    let text = "王小明 A000000000\n列-total\t12\n列-policy(1小時)\n又名-environment(5小時)\t4.5";
    let before = [typed("total", "7"), typed("policy", "1")];
    let mut calculator = after(
        before
            .into_iter()
            .chain([HoursAction::TextPasted(text.to_owned())]),
    );
    assert_eq!(calculator.attention.1, Attention::Review);
    let Paste::Read(reading) = calculator.facts.entry.paste.clone() else {
        panic!("{:?}", calculator.facts.entry.paste)
    };
    assert_eq!(
        reading.rows[PortalRow::Total.index()],
        Found::Hours(Hours::from_whole(12))
    );
    assert_eq!(reading.rows[PortalRow::Policy.index()], Found::Blank);
    assert_eq!(draft(&calculator, PortalRow::Total), "7");
    assert!(!format!("{:?}", calculator.facts.entry).contains("王小明"));
    // The portal asks for another number than the rule.
    let hours = Hours::from_whole;
    assert_eq!(
        calculator
            .facts
            .other_thresholds(&reading.thresholds, &calculator.facts.report()),
        [(PortalRow::Environment, hours(5), hours(4))]
    );
    calculator.follow(HoursAction::ReadingAccepted);
    assert_eq!(calculator.facts.entry.paste, Paste::Nothing);
    // The difference is told until the fields are cleared.
    assert_eq!(calculator.facts.entry.thresholds, reading.thresholds);
    let drafts = [PortalRow::Total, PortalRow::Policy, PortalRow::Environment];
    assert_eq!(
        drafts.map(|row| draft(&calculator, row)),
        ["12", "1", "4.5"]
    );
}

#[test]
fn a_refused_or_discarded_text_leaves_what_was_typed() {
    #[track_caller]
    fn check(text: &str, expect: Refusal) {
        let calculator = after([
            typed("total", "7"),
            HoursAction::TextPasted(text.to_owned()),
        ]);
        assert_eq!(calculator.facts.entry.paste, Paste::Refused(expect));
        assert_eq!(draft(&calculator, PortalRow::Total), "7");
    }
    check("", Refusal::Empty);
    check("本日公告", Refusal::NoRow);
    check("\0\0", Refusal::NotText);
    let pasted = HoursAction::TextPasted("列-total 9".to_owned());
    let calculator = after([typed("total", "7"), pasted, HoursAction::ReadingDiscarded]);
    assert_eq!(
        (
            draft(&calculator, PortalRow::Total),
            &calculator.facts.entry.paste
        ),
        ("7", &Paste::Nothing)
    );
    assert_eq!(calculator.attention.1, Attention::Paste);
}

#[test]
fn a_line_of_what_is_coming_counts_once_it_is_complete() {
    let line = [
        ("coming-row-0", "environment"),
        ("coming-hours-0", "2"),
        ("coming-day-0", "115/11/23"),
        ("coming-platform-0", "ewant"),
    ];
    let mut calculator = after([
        arrival(),
        typed("environment", "2"),
        HoursAction::ComingAdded,
    ]);
    assert_eq!(calculator.attention.1, Attention::Coming(0));
    for (name, text) in line {
        assert_ne!(
            calculator.facts.report().overall_with_coming(),
            Some(Overall::Met),
            "{name}"
        );
        calculator.follow(typed(name, text));
    }
    assert_eq!(calculator.facts.report().overall(), Overall::Short);
    assert_eq!(
        calculator.facts.report().overall_with_coming(),
        Some(Overall::Met)
    );
    // Too late for the deadline it counts no more.
    calculator.follow(typed("coming-day-0", "115/12/31"));
    assert_eq!(calculator.facts.report().overall_with_coming(), None);
    calculator.follow(HoursAction::ComingAdded);
    calculator.follow(HoursAction::ComingRemoved(0));
    assert_eq!(
        calculator
            .facts
            .entry
            .coming
            .iter()
            .map(|it| it.line)
            .collect::<Vec<_>>(),
        [1]
    );
    assert_eq!(calculator.attention.1, Attention::ComingAdd);
}

#[test]
fn a_rule_of_history_is_offered_to_its_staff_and_tried_when_asked_for() {
    let applies = |actions: &[HoursAction]| after(actions.to_vec()).facts.report().sets[1].applies;
    let kind = |kind| typed("staff", kind);
    assert_eq!(applies(&[]), Applies::Offered);
    assert_eq!(applies(&[kind("teacher")]), Applies::ForOthers);
    assert_eq!(applies(&[kind("permanent")]), Applies::Offered);
    assert_eq!(applies(&[typed("ask-old", "on")]), Applies::Tried);
    assert_eq!(
        applies(&[kind("permanent"), typed("ask-old", "on")]),
        Applies::Tried
    );
    assert_eq!(
        applies(&[typed("ask-old", "on"), typed("ask-old", "")]),
        Applies::Offered
    );
    // It is of another year, and changes no verdict.
    let asked = [typed("ask-old", "on"), typed("security", "3")];
    let calculator = after([vec![arrival(), typed("environment", "4")], asked.to_vec()].concat());
    let report = calculator.facts.report();
    assert!(!report.sets[1].is_of_year);
    assert_eq!(report.overall(), Overall::Met);
    assert_eq!(
        calculator.facts.typed(Term::Input(0)),
        Ok(Some(Hours::from_whole(3)))
    );
}

#[test]
fn the_kind_of_staff_is_asked_for_where_a_rule_that_is_enabled_or_chosen_names_some() {
    let asks = |actions: &[HoursAction]| after(actions.to_vec()).facts.asks_for_staff();
    assert!(!asks(&[]));
    assert!(asks(&[typed("ask-old", "on")]));
    assert!(!asks(&[typed("ask-old", "on"), typed("ask-old", "")]));
    let mut data = data(Lang::ZhHant);
    data.edition.rule_sets[0].rule.staff = vec![StaffKind::Contract];
    assert!(Calculator::new(Rc::new(data.into())).facts.asks_for_staff());
}

#[test]
fn what_was_cleared_or_discarded_can_be_taken_back_until_something_else_is_done() {
    let pasted = || HoursAction::TextPasted("列-total\t12".to_owned());
    let filled = || after([typed("total", "7"), typed("security", "3"), pasted()]);
    for (action, what, attention) in [
        (HoursAction::Cleared, Undoable::Cleared, Attention::Verdict),
        (
            HoursAction::ReadingDiscarded,
            Undoable::Discarded,
            Attention::Review,
        ),
    ] {
        let mut calculator = filled();
        let before = calculator.facts.entry.clone();
        calculator.follow(action);
        assert_ne!(calculator.facts.entry, before);
        assert_eq!(calculator.undo.as_ref().map(|(what, _)| *what), Some(what));
        for something in [
            typed("policy", "1"),
            HoursAction::ComingAdded,
            HoursAction::ComingRemoved(0),
            pasted(),
        ] {
            let mut later = calculator.clone();
            later.follow(something);
            assert_eq!(later.undo, None);
        }
        calculator.follow(HoursAction::Undone);
        assert_eq!(
            (&calculator.facts.entry, &calculator.undo),
            (&before, &None)
        );
        assert_eq!(calculator.attention.1, attention);
        // Nothing is left to take back.
        calculator.follow(HoursAction::Undone);
        assert_eq!(calculator.facts.entry, before);
    }
}

#[test]
fn the_box_to_paste_into_opens_and_stays_open_until_something_was_read() {
    let pasting = |actions: &[HoursAction]| after(actions.to_vec()).is_pasting;
    let (open, paste) = (HoursAction::PasteOpened, |text: &str| {
        HoursAction::TextPasted(text.to_owned())
    });
    assert!(!pasting(&[]));
    assert!(pasting(std::slice::from_ref(&open)));
    assert!(pasting(&[open.clone(), paste("本日公告")]));
    assert!(!pasting(&[open.clone(), paste("列-total\t12")]));
    assert!(pasting(&[
        open.clone(),
        paste("列-total\t12"),
        HoursAction::ReadingDiscarded
    ]));
    assert!(!pasting(&[open.clone(), HoursAction::Cleared]));
    assert_eq!(after([open]).attention.1, Attention::Paste);
}

#[test]
fn a_pasted_text_stays_in_its_field_until_its_reading_was_accepted_discarded_or_cleared() {
    let pasted = |text: &str| vec![HoursAction::TextPasted(text.to_owned())];
    let check = |mut actions: Vec<HoursAction>, action: HoursAction, times: usize| {
        assert_eq!(after(actions.clone()).emptied, 0);
        actions.push(action);
        assert_eq!(after(actions).emptied, times);
    };
    let half = || HoursAction::ReadingChosen(PortalRow::Policy, Hours::from_hundredths(50));
    check(Vec::new(), HoursAction::PasteOpened, 0);
    check(Vec::new(), typed("policy", "1"), 0);
    check(Vec::new(), HoursAction::CheckPressed, 0);
    check(pasted("本日公告"), HoursAction::PasteOpened, 0);
    check(pasted("本日公告"), HoursAction::Cleared, 1);
    check(pasted("列-policy\t1\t0.5"), half(), 0);
    check(pasted("列-policy\t1"), HoursAction::ReadingAccepted, 1);
    check(pasted("列-policy\t1"), HoursAction::ReadingDiscarded, 1);
    check(pasted("列-policy\t1"), HoursAction::TextsLost, 0);
}

#[test]
fn of_a_doubtful_row_the_reader_takes_one_number_or_none() {
    let doubtful = || after([HoursAction::TextPasted("列-policy\t1\t0.5".to_owned())]);
    let found = |calculator: &Calculator| match &calculator.facts.entry.paste {
        Paste::Read(reading) => reading.rows[PortalRow::Policy.index()].clone(),
        other => panic!("{other:?}"),
    };
    assert!(matches!(found(&doubtful()), Found::Doubt(_)));
    let mut calculator = doubtful();
    let half = Hours::from_hundredths(50);
    calculator.follow(HoursAction::ReadingChosen(PortalRow::Policy, half));
    assert_eq!(found(&calculator), Found::Hours(half));
    let mut calculator = doubtful();
    calculator.follow(HoursAction::ReadingDeclined(PortalRow::Policy));
    assert_eq!(found(&calculator), Found::Blank);
    assert_eq!(
        calculator.attention.1,
        Attention::Reading(PortalRow::Policy)
    );
    calculator.follow(HoursAction::ReadingAccepted);
    assert_eq!(draft(&calculator, PortalRow::Policy), "");
}

#[test]
fn clearing_forgets_every_number_and_keeps_the_kind_of_staff() {
    let calculator = after([
        typed("staff", "contract"),
        typed("security", "3"),
        HoursAction::ComingAdded,
        HoursAction::TextPasted("x".to_owned()),
        HoursAction::Cleared,
    ]);
    assert_eq!(calculator.facts.entry.staff, Some(StaffKind::Contract));
    assert!(!calculator.facts.has_typed() && calculator.facts.entry.coming.is_empty());
    assert_eq!(calculator.facts.entry.paste, Paste::Nothing);
}

#[test]
fn a_reader_who_listens_is_told_when_a_field_is_left_and_not_before() {
    let left = |text: &str| {
        HoursAction::Left(
            Field::Hours(Term::Row(PortalRow::Environment)),
            text.to_owned().into(),
        )
    };
    assert_eq!(
        after([typed("environment", "3")]).facts.entry.said,
        (Overall::NothingGiven, 0)
    );
    assert_eq!(after([left("3")]).facts.entry.said, (Overall::Short, 1));
    assert_eq!(
        after([left("3"), left("4")]).facts.entry.said,
        (Overall::Met, 0)
    );
}

#[test]
fn an_arrival_takes_over_early_texts_without_moving_the_focus() {
    let typed = [("environment", "2.5"), ("nonsense", "7"), ("total", "x")];
    let texts = typed.map(|(name, text)| (name.to_owned(), text.into()));
    let calculator = after([HoursAction::Arrived(texts.to_vec(), None)]);
    assert_eq!(draft(&calculator, PortalRow::Environment), "2.5");
    assert_eq!(draft(&calculator, PortalRow::Total), "x");
    assert_eq!(calculator.attention, (0, Attention::Stay));
}

#[test]
fn every_field_is_found_again_by_its_name() {
    let page = page(Lang::En);
    let mut fields: Vec<Field> = page.terms().map(Field::Hours).collect();
    fields.extend([Field::Staff, Field::Asked(1)]);
    for name in [
        "coming-row-3",
        "coming-hours-3",
        "coming-day-3",
        "coming-platform-3",
    ] {
        let field = Field::named(name, &page).expect(name);
        assert_eq!(field.name(&page), name);
    }
    for field in fields {
        assert_eq!(Field::named(&field.name(&page), &page), Some(field));
    }
    for name in ["", "coming-row-", "coming-other-1", "ask-nothing", "paste"] {
        assert_eq!(Field::named(name, &page), None, "{name}");
    }
}

#[test]
fn the_same_wish_for_attention_twice_is_two_wishes() {
    let check = HoursAction::CheckPressed;
    let once = after([check.clone()]).attention;
    let twice = after([check.clone(), check]).attention;
    assert_eq!((once.1, twice.1), (Attention::Verdict, Attention::Verdict));
    assert_ne!(once.0, twice.0);
}

#[test]
fn another_language_keeps_texts_and_attention() {
    let mut calculator = after([typed("environment", "4"), HoursAction::CheckPressed]);
    let attention = calculator.attention;
    calculator.follow(HoursAction::LanguageArrived(page(Lang::En)));
    assert_eq!(calculator.facts.page.edition.lang, Lang::En);
    assert_eq!(draft(&calculator, PortalRow::Environment), "4");
    assert_eq!(calculator.attention, attention);
}

#[test]
fn a_label_is_looked_for_as_the_portal_prints_it() {
    let mut data = data(Lang::ZhHant);
    data.edition.rows[PortalRow::Policy.index()].label = "政策 & 法規".into();
    let mut calculator = Calculator::new(Rc::new(data.into()));
    let text = "政策 & 法規\t2".to_owned();
    calculator.follow(HoursAction::TextPasted(text));
    calculator.follow(HoursAction::ReadingAccepted);
    assert_eq!(draft(&calculator, PortalRow::Policy), "2");
}

#[test]
fn a_list_of_courses_fills_what_no_row_shows_and_nothing_before_it_is_accepted() {
    let mut calculator = after([arrival()]);
    let text = "課程名稱\t課程類別\t認證時數\t完成日期\n環境教育\t522\t2\t115/3/2\n乙\t523\t3\t115/3/2\n丙\t522\t1\t114/3/2";
    calculator.follow(HoursAction::TextPasted(text.to_owned()));
    let drafts = |calculator: &Calculator| {
        let drafts = calculator.facts.entry.drafts.iter().enumerate();
        let filled = drafts.filter(|(_, text)| !text.is_empty());
        filled
            .map(|(place, text)| (place, text.to_string()))
            .collect::<Vec<_>>()
    };
    assert_eq!(drafts(&calculator), []);
    let Paste::Read(reading) = &calculator.facts.entry.paste else {
        panic!("the list is read");
    };
    let said = say::courses(reading, &calculator.facts);
    assert_eq!(
        said,
        [
            "「security」計入 2 小時：第 1 門（522）。",
            "未計入（這個課程類別不列計這些項目）：第 2 門（523）。",
            "未計入（不是今年已完成的課程）：第 3 門（522）。",
        ]
    );
    calculator.follow(HoursAction::ReadingAccepted);
    assert_eq!(drafts(&calculator), [(12, "2".to_owned())]);
}
