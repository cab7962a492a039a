//! The gallery: every state that the components show.
//!
//! A test compares their markup with the files in `tests/gallery`; a journey hydrates each in a browser by `src/bin/gallery.rs`.
//! `UPDATE_EXPECT=1 cargo test -p learning-hours-guide gallery` writes the files anew; look at what changed before you commit it.

use std::rc::Rc;

use guide::Lang;
use hours::{Date, PortalRow, Term};
use yew::{BaseComponent, LocalServerRenderer, Reducible};

use crate::app::{GuidedRoot, HoursRoot, MapRoot, RootProps, Start};
use crate::guided::{Walk, WalkAction};
use crate::hours::{Calculator, ComingPart, Field, HoursAction};
use crate::map::Spot;
use crate::place::{Place, View};
use crate::samples::{ASKED, BEGIN, NO, STUCK, WAY, YES, data, page};
use crate::store::Store;

/// A state of one of the roots.
#[derive(Clone, Debug)]
pub struct Exhibit {
    /// Its file in the folder of its language.
    pub name: &'static str,
    /// In which language it is shown.
    pub lang: Lang,
    /// The state.
    pub state: State,
}

/// The state of a root, by the root that shows it.
#[derive(Clone, Debug)]
pub enum State {
    /// The guide.
    Guided(Walk),
    /// The map.
    Map(Walk),
    /// The hours.
    Hours(Box<Calculator>),
}

impl Exhibit {
    /// Its markup, with or without the marks of hydration.
    pub async fn markup(&self, is_hydratable: bool) -> String {
        match &self.state {
            State::Guided(walk) => markup::<GuidedRoot, _>(walk.clone(), is_hydratable).await,
            State::Map(walk) => markup::<MapRoot, _>(walk.clone(), is_hydratable).await,
            State::Hours(it) => markup::<HoursRoot, _>((**it).clone(), is_hydratable).await,
        }
    }
}

async fn markup<Root, S>(state: S, is_hydratable: bool) -> String
where
    Root: BaseComponent<Properties = RootProps<S>>,
    S: Reducible + 'static,
{
    let props = RootProps::new(&Store::new(state), Start::Hydrated);
    let renderer = LocalServerRenderer::<Root>::with_props(props);
    renderer.hydratable(is_hydratable).render().await
}

fn walk(lang: Lang, actions: &[WalkAction]) -> Walk {
    let mut walk = Walk::new(page(lang));
    walk.follow(WalkAction::Arrived(Place::default(), None));
    for action in actions {
        walk.follow(action.clone());
    }
    walk
}

/// All states.
#[must_use]
pub fn exhibits() -> Vec<Exhibit> {
    [guided(), map(), hours()].concat()
}

fn guided() -> Vec<Exhibit> {
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
    let exhibit = |(name, lang, actions)| Exhibit {
        name,
        lang,
        state: State::Guided(walk(lang, actions)),
    };
    states.into_iter().map(exhibit).collect()
}

fn map() -> Vec<Exhibit> {
    use WalkAction::ExitTaken;
    let chosen = |node| WalkAction::SpotChosen(Spot::Node(node));
    let states: [(&str, &[WalkAction]); 5] = [
        ("map-start", &[]),
        ("map-midway", &[ExitTaken(BEGIN), ExitTaken(YES)]),
        (
            "map-trouble",
            &[ExitTaken(BEGIN), ExitTaken(YES), ExitTaken(STUCK)],
        ),
        ("map-panel-question", &[chosen(ASKED)]),
        ("map-panel-step", &[chosen(WAY)]),
    ];
    let exhibit = |(name, actions)| Exhibit {
        name,
        lang: Lang::En,
        state: State::Map(walk(Lang::En, actions)),
    };
    states.into_iter().map(exhibit).collect()
}

fn hours() -> Vec<Exhibit> {
    let row =
        |row, text: &str| HoursAction::Edited(Field::Hours(Term::Row(row)), text.to_owned().into());
    let environment = |text| row(PortalRow::Environment, text);
    let staff = |kind: &'static str| HoursAction::Edited(Field::Staff, kind.into());
    let coming =
        |part, text: &'static str| HoursAction::Edited(Field::Coming(0, part), text.into());
    let pasted = |text: &str| HoursAction::TextPasted(text.to_owned());
    let doubt = || pasted("列-total\t12\n列-policy(1小時)\t1\t0.5\n又名-environment(5小時)\t4.5");
    let states: [(&str, Lang, Vec<HoursAction>); 15] = [
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
        (
            "hours-courses",
            Lang::ZhHant,
            vec![pasted(
                "課程名稱\t課程類別\t認證時數\n甲\t522\t2\n乙\t523\t3\n丙\t資通安全通識\t1\n丁\t999\t1",
            )],
        ),
        ("hours-review-doubt", Lang::En, vec![doubt()]),
        (
            "hours-threshold",
            Lang::ZhHant,
            vec![doubt(), HoursAction::ReadingAccepted],
        ),
        (
            "hours-undo",
            Lang::ZhHant,
            vec![environment("4"), HoursAction::Cleared],
        ),
        ("hours-paste", Lang::ZhHant, vec![HoursAction::PasteOpened]),
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
    let exhibit = |(name, lang, actions)| {
        let mut calculator = Calculator::new(page(lang));
        let today = Date::new(2026, 11, 23).ok();
        calculator.follow(HoursAction::Arrived(Vec::new(), today));
        for action in actions {
            calculator.follow(action);
        }
        Exhibit {
            name,
            lang,
            state: State::Hours(Box::new(calculator)),
        }
    };
    let confirmed = Exhibit {
        name: "hours-confirmed",
        lang: Lang::ZhHant,
        state: State::Hours(Box::new(confirmed())),
    };
    states.into_iter().map(exhibit).chain([confirmed]).collect()
}

/// The hours where the Personnel Office has confirmed the rule, so that its last safe day may go into a calendar.
fn confirmed() -> Calculator {
    let mut data = data(Lang::ZhHant);
    if let Some(set) = data.edition.rule_sets.first_mut() {
        set.verified = Date::new(2026, 3, 1).ok();
    }
    let mut calculator = Calculator::new(Rc::new(data.into()));
    let today = Date::new(2026, 11, 23).ok();
    calculator.follow(HoursAction::Arrived(Vec::new(), today));
    calculator
}

#[cfg(test)]
mod tests {
    use expect_test::expect_file;
    use futures_executor::block_on;

    use super::*;

    #[test]
    fn every_state_looks_as_it_did() {
        for exhibit in exhibits() {
            let Exhibit { name, lang, .. } = exhibit;
            let folder = format!(
                "{}/tests/gallery/{}",
                env!("CARGO_MANIFEST_DIR"),
                lang.tag()
            );
            // A line for each tag.
            let markup = block_on(exhibit.markup(false)).replace("><", ">\n<") + "\n";
            expect_file![format!("{folder}/{name}.html")].assert_eq(&markup);
        }
    }
}
