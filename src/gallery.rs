//! The gallery: every state that the components show, as markup that is compared with the files in `tests/gallery`.
//!
//! `UPDATE_EXPECT=1 cargo test -p learning-hours-guide gallery` writes the files anew; look at what changed before you commit it.

use std::rc::Rc;

use expect_test::expect_file;
use futures_executor::block_on;
use guide::Lang;
use hours::{Date, PortalRow, Term};
use yew::{BaseComponent, LocalServerRenderer, Reducible};

use crate::app::{GuidedRoot, HoursRoot, MapRoot, RootProps, Start};
use crate::guided::{Walk, WalkAction};
use crate::hours::{Calculator, ComingPart, Field, HoursAction};
use crate::page::Page;
use crate::place::{Place, View};
use crate::samples::{BEGIN, NO, STUCK, YES, data};
use crate::store::Store;

/// The markup of a root, a line for each tag.
fn markup<Root, State>(state: State) -> String
where
    Root: BaseComponent<Properties = RootProps<State>>,
    State: Reducible + 'static,
{
    let props = RootProps::new(&Store::new(state), Start::Hydrated);
    let renderer = LocalServerRenderer::<Root>::with_props(props).hydratable(false);
    block_on(renderer.render()).replace("><", ">\n<") + "\n"
}

#[track_caller]
fn check(name: &str, markup: &str) {
    let file = format!("{}/tests/gallery/{name}.html", env!("CARGO_MANIFEST_DIR"));
    expect_file![file].assert_eq(markup);
}

fn page(lang: Lang) -> Rc<Page> {
    let mut data = data(lang);
    let converter = data.edition.nodes.iter_mut().find(|node| node.id == "way");
    converter.expect("a step of the sample").has_date_converter = true;
    Rc::new(Page::from(data))
}

fn walk(lang: Lang, actions: &[WalkAction]) -> Walk {
    let mut walk = Walk::new(page(lang));
    walk.follow(WalkAction::Arrived(Place::default()));
    for action in actions {
        walk.follow(action.clone());
    }
    walk
}

#[test]
fn the_guide_looks_as_it_did() {
    use WalkAction::ExitTaken;
    let view = WalkAction::PlaceOpened(View::Hours.into());
    let states: [(&str, Lang, &[WalkAction]); 7] = [
        ("guided-step", Lang::ZhHant, &[]),
        ("guided-question", Lang::En, &[ExitTaken(BEGIN)]),
        (
            "guided-date-converter",
            Lang::ZhHant,
            &[ExitTaken(BEGIN), ExitTaken(YES)],
        ),
        (
            "guided-trouble",
            Lang::En,
            &[ExitTaken(BEGIN), ExitTaken(YES), ExitTaken(STUCK)],
        ),
        (
            "guided-outcome",
            Lang::ZhHant,
            &[ExitTaken(BEGIN), ExitTaken(NO)],
        ),
        ("guided-elsewhere", Lang::En, &[view]),
        (
            "guided-language-failed",
            Lang::En,
            &[ExitTaken(BEGIN), WalkAction::LanguageFailed],
        ),
    ];
    for (name, lang, actions) in states {
        check(name, &markup::<GuidedRoot, _>(walk(lang, actions)));
    }
}

#[test]
fn the_map_looks_as_it_did() {
    use WalkAction::ExitTaken;
    let states: [(&str, &[WalkAction]); 3] = [
        ("map-start", &[]),
        ("map-midway", &[ExitTaken(BEGIN), ExitTaken(YES)]),
        (
            "map-trouble",
            &[ExitTaken(BEGIN), ExitTaken(YES), ExitTaken(STUCK)],
        ),
    ];
    for (name, actions) in states {
        check(name, &markup::<MapRoot, _>(walk(Lang::En, actions)));
    }
}

#[test]
fn the_hours_look_as_they_did() {
    let row =
        |row, text: &str| HoursAction::Edited(Field::Hours(Term::Row(row)), text.to_owned().into());
    let environment = |text| row(PortalRow::Environment, text);
    let staff = |kind: &'static str| HoursAction::Edited(Field::Staff, kind.into());
    let coming =
        |part, text: &'static str| HoursAction::Edited(Field::Coming(0, part), text.into());
    let pasted = |text: &str| HoursAction::TextPasted(text.to_owned());
    let states: [(&str, Lang, Vec<HoursAction>); 10] = [
        ("hours-empty", Lang::ZhHant, vec![]),
        (
            "hours-nothing-typed",
            Lang::En,
            vec![HoursAction::CheckPressed],
        ),
        (
            "hours-errors",
            Lang::En,
            vec![environment("four"), HoursAction::CheckPressed],
        ),
        ("hours-short", Lang::ZhHant, vec![environment("1.5")]),
        ("hours-met", Lang::En, vec![environment("4")]),
        ("hours-unknown", Lang::En, vec![row(PortalRow::Total, "9")]),
        (
            "hours-coming",
            Lang::En,
            vec![
                environment("2"),
                HoursAction::ComingAdded,
                coming(ComingPart::Term, "environment"),
                coming(ComingPart::Hours, "2"),
                coming(ComingPart::Finished, "115/11/23"),
                coming(ComingPart::Platform, "ewant"),
            ],
        ),
        (
            "hours-review",
            Lang::ZhHant,
            vec![pasted(
                "列-total\t12\n列-policy(1小時)\n又名-environment(5小時)\t4.5",
            )],
        ),
        ("hours-refused", Lang::En, vec![pasted("nothing of ours")]),
        (
            "hours-history",
            Lang::En,
            vec![
                staff("permanent"),
                HoursAction::Edited(Field::Asked(1), "on".into()),
            ],
        ),
    ];
    for (name, lang, actions) in states {
        let mut calculator = Calculator::new(page(lang));
        let today = Date::new(2026, 11, 23).ok();
        calculator.follow(HoursAction::Arrived(Vec::new(), today));
        for action in actions {
            calculator.follow(action);
        }
        check(name, &markup::<HoursRoot, _>(calculator));
    }
}
