//! Actions of a walk and the states that follow, on the page of [`crate::samples`].

use flowchart::{EdgeIx, NodeIx, NodeKind};
use guide::Lang;

use super::{Attention, Walk, WalkAction, Way};
use crate::map::{Move, Spot, Standing, Stop};
use crate::place::{Place, View};
use crate::samples::{ASKED, BACK, BEGIN, END, NO, ON, START, STUCK, TROUBLE, WAY, YES, page};

fn after(actions: impl IntoIterator<Item = WalkAction>) -> Walk {
    let mut walk = Walk::new(page(Lang::ZhHant));
    for action in actions {
        walk.follow(action);
    }
    walk
}

fn spot(name: &str) -> Spot {
    after([]).spot(name).expect("a spot of the sample")
}

/// Where the actions lead: the nodes of the trail, then the current node.
#[track_caller]
fn check(actions: impl IntoIterator<Item = WalkAction>, expect: &[NodeIx]) {
    let walk = after(actions);
    let mut way: Vec<NodeIx> = walk.trail().collect();
    way.push(walk.node);
    assert_eq!(way, expect);
}

fn opened(fragment: &str) -> WalkAction {
    WalkAction::PlaceOpened(Place::from_fragment(fragment))
}

#[test]
fn exits_lead_on_and_leave_a_trail() {
    use WalkAction::ExitTaken;
    check([], &[START]);
    check([ExitTaken(BEGIN)], &[START, ASKED]);
    check([ExitTaken(BEGIN), ExitTaken(YES)], &[START, ASKED, WAY]);
    check([ExitTaken(BEGIN), ExitTaken(NO)], &[START, ASKED, END]);
    // Two presses in one task are one: the second acts on a node that was left.
    check([ExitTaken(BEGIN), ExitTaken(BEGIN)], &[START, ASKED]);
    check([ExitTaken(YES)], &[START]);
    check([ExitTaken(EdgeIx(7))], &[START]);
}

#[test]
fn back_earlier_and_restart_return_along_the_trail() {
    use WalkAction::{BackPressed, EarlierChosen, ExitTaken, Restarted};
    let to_end = || [ExitTaken(BEGIN), ExitTaken(YES), ExitTaken(ON)];
    check(
        to_end().into_iter().chain([BackPressed]),
        &[START, ASKED, WAY],
    );
    check(
        to_end().into_iter().chain([EarlierChosen(1)]),
        &[START, ASKED],
    );
    check(
        to_end().into_iter().chain([EarlierChosen(9)]),
        &[START, ASKED, WAY, END],
    );
    check(to_end().into_iter().chain([Restarted]), &[START]);
    check([BackPressed], &[START]);
}

#[test]
fn a_trouble_that_leads_back_shortens_the_trail() {
    use WalkAction::ExitTaken;
    check(
        [ExitTaken(BEGIN), ExitTaken(YES), ExitTaken(STUCK)],
        &[START, ASKED, WAY, TROUBLE],
    );
    check(
        [
            ExitTaken(BEGIN),
            ExitTaken(YES),
            ExitTaken(STUCK),
            ExitTaken(BACK),
        ],
        &[START, ASKED],
    );
}

#[test]
fn a_place_that_is_opened_has_a_way_back() {
    check([opened("#node=way")], &[START, ASKED, WAY]);
    check([opened("#outline-end")], &[START, ASKED, END]);
    check([opened("#node=trouble")], &[START, ASKED, WAY, TROUBLE]);
    check([opened("#node=nowhere")], &[START]);
    check(
        [opened("#node=way"), opened("#view=hours")],
        &[START, ASKED, WAY],
    );
}

#[test]
fn on_paper_a_trouble_stands_where_the_reader_came_by_it() {
    use WalkAction::ExitTaken;
    let check = |actions: Vec<WalkAction>, expect: &[NodeIx]| {
        assert_eq!(after(actions).way_on_paper(), expect);
    };
    // An open question has all its ways.
    check(vec![ExitTaken(BEGIN)], &[START, ASKED, WAY, END]);
    check(
        vec![ExitTaken(BEGIN), ExitTaken(YES), ExitTaken(STUCK)],
        &[START, ASKED, WAY, TROUBLE, END],
    );
    check(vec![ExitTaken(BEGIN), ExitTaken(NO)], &[START, ASKED, END]);
}

#[test]
fn a_place_on_the_way_here_keeps_the_readers_own_answers() {
    let no = || [WalkAction::ExitTaken(BEGIN), WalkAction::ExitTaken(NO)];
    check(
        no().into_iter().chain([opened("#node=asked")]),
        &[START, ASKED],
    );
    check(
        no().into_iter().chain([opened("#node=end")]),
        &[START, ASKED, END],
    );
}

#[test]
fn a_place_that_does_not_exist_moves_nothing() {
    assert_eq!(
        after([opened("#node=nowhere")]).attention,
        (0, Attention::Stay)
    );
    assert_eq!(after([opened("#nonsense")]).attention, (0, Attention::Stay));
}

#[test]
fn the_address_names_the_place_and_the_view_unless_it_is_the_guide() {
    let check =
        |actions: Vec<WalkAction>, expect: &str| assert_eq!(after(actions).fragment(), expect);
    check(vec![], "#node=start");
    check(vec![WalkAction::ExitTaken(BEGIN)], "#node=asked");
    check(vec![opened("#hours")], "#node=start&view=hours");
    check(vec![opened("#outline-way")], "#node=way&view=outline");
}

#[test]
fn every_address_that_is_written_is_read_back_as_the_same_place() {
    for view in View::ALL {
        for node in ["start", "asked", "way", "trouble", "end"] {
            let walk = after([
                opened(&["#node=", node].concat()),
                opened(&["#", view.id()].concat()),
            ]);
            let again = after([opened(&walk.fragment())]);
            assert_eq!((again.node, again.view), (walk.node, view));
        }
    }
}

#[test]
fn the_map_shows_where_one_is_the_way_here_and_what_lies_ahead() {
    use Standing::{Ahead, Current, Other, Path};
    #[track_caller]
    fn check(actions: Vec<WalkAction>, nodes: [Standing; 5], lines: [Standing; 6]) {
        let walk = after(actions);
        let chart = walk.chart();
        let standing = |node| walk.stop(&chart, node).standing;
        let found: Vec<_> = walk.page.flow.nodes().map(standing).collect();
        assert_eq!(found, nodes);
        let found = walk.lines(&chart).into_iter().map(|(_, standing)| standing);
        assert_eq!(found.collect::<Vec<_>>(), lines);
    }
    let taken = |exits: &[EdgeIx]| {
        exits
            .iter()
            .map(|exit| WalkAction::ExitTaken(*exit))
            .collect()
    };
    // Nodes: start, asked, way, trouble, end. Lines: next, yes, no, next, stuck, back.
    check(
        vec![],
        [Current, Ahead, Ahead, Other, Ahead],
        [Ahead, Ahead, Ahead, Ahead, Other, Other],
    );
    check(
        taken(&[BEGIN, YES]),
        [Path, Path, Current, Other, Ahead],
        [Path, Path, Other, Ahead, Other, Other],
    );
    check(
        taken(&[BEGIN, NO]),
        [Path, Path, Other, Other, Current],
        [Path, Other, Path, Other, Other, Other],
    );
    // From a trouble the way leads back and on from there, also over what was passed already.
    check(
        taken(&[BEGIN, YES, STUCK]),
        [Path, Path, Path, Current, Ahead],
        [Path, Path, Ahead, Ahead, Path, Ahead],
    );
}

#[test]
fn stops_are_counted_along_the_readers_own_way() {
    let stops = |actions: Vec<WalkAction>| -> Vec<usize> {
        let walk = after(actions);
        let chart = walk.chart();
        let stops = walk.page.flow.nodes().map(|node| walk.stop(&chart, node));
        stops.map(|stop| stop.number).collect()
    };
    assert_eq!(stops(vec![]), [1, 2, 3, 4, 3]);
    let on = stops(vec![
        WalkAction::ExitTaken(BEGIN),
        WalkAction::ExitTaken(YES),
    ]);
    assert_eq!(on, [1, 2, 3, 4, 4]);
}

#[test]
fn stops_have_names_in_both_languages() {
    let stop = Stop {
        standing: Standing::Ahead,
        number: 3,
    };
    let name = |lang| page(lang).number_name(NodeKind::Step, stop);
    assert_eq!(name(Lang::ZhHant), "第 3 步（後續步驟）：");
    assert_eq!(name(Lang::En), "Step 3 (next): ");
}

#[test]
fn keys_lead_along_the_lines_of_the_map() {
    use Move::{After, Before, Down, First, Last, Up};
    #[track_caller]
    fn check(from: &str, by: Move, expect: &str) {
        let walk = after([]);
        let spot = walk.spot(from).expect("a spot");
        assert_eq!(
            walk.spot_name(walk.moved(spot, by)),
            expect,
            "{from} {by:?}"
        );
    }
    check("start", Down, "asked");
    check("asked", Down, "asked:yes");
    check("asked:yes", Down, "way");
    check("asked:yes", After, "asked:no");
    check("asked:no", After, "asked:no");
    check("asked:no", Before, "asked:yes");
    check("asked:no", Up, "asked");
    check("asked:no", Down, "end");
    check("way", Up, "asked:yes");
    check("way", Down, "end");
    check("way", After, "trouble");
    check("way", Before, "way");
    check("asked", After, "asked");
    check("trouble", Up, "way");
    check("trouble", Before, "way");
    check("trouble", After, "trouble");
    check("end", Up, "asked:no");
    check("end", Down, "end");
    check("start", Up, "start");
    check("trouble", First, "start");
    check("start", Last, "end");
}

#[test]
fn a_place_ahead_is_gone_to_along_the_readers_own_way() {
    let yes = || [WalkAction::ExitTaken(BEGIN), WalkAction::ExitTaken(YES)];
    check(
        yes().into_iter().chain([opened("#node=end")]),
        &[START, ASKED, WAY, END],
    );
    // Help is reached from the node it helps with, also when one is further on.
    check(
        yes()
            .into_iter()
            .chain([opened("#node=end"), opened("#node=trouble")]),
        &[START, ASKED, WAY, TROUBLE],
    );
    // A node that only another answer leads to changes that answer.
    let no = [WalkAction::ExitTaken(BEGIN), WalkAction::ExitTaken(NO)];
    check(
        no.into_iter().chain([opened("#node=way")]),
        &[START, ASKED, WAY],
    );
}

#[test]
fn up_follows_the_readers_own_way() {
    let walk = after([
        WalkAction::ExitTaken(BEGIN),
        WalkAction::ExitTaken(YES),
        WalkAction::ExitTaken(ON),
    ]);
    let up = walk.moved(walk.spot("end").expect("a spot"), Move::Up);
    assert_eq!(walk.spot_name(up), "way");
}

#[test]
fn a_spot_that_is_chosen_is_gone_to_in_the_view_that_is_shown() {
    let chosen = |name: &str| WalkAction::SpotChosen(spot(name));
    let map = opened("#view=map");
    check([map.clone(), chosen("way")], &[START, ASKED, WAY]);
    check([map.clone(), chosen("asked:no")], &[START, ASKED, END]);
    check(
        [map.clone(), chosen("asked:no"), chosen("asked:yes")],
        &[START, ASKED, WAY],
    );
    let walk = after([map, chosen("asked:yes")]);
    let here = Spot::Node(WAY);
    assert_eq!(
        (walk.view, walk.attention.1),
        (View::Map, Attention::Spot(here))
    );
    let moved = after([WalkAction::SpotMoved(spot("asked"), Move::Down)]);
    assert_eq!(moved.node, START);
    assert_eq!(moved.attention.1, Attention::Spot(Spot::Answer(YES)));
}

#[test]
fn a_press_on_the_map_shows_the_step_beside_it_until_it_is_closed() {
    let map = opened("#view=map");
    let asked = || WalkAction::SpotChosen(Spot::Node(ASKED));
    let shown = |actions: Vec<WalkAction>| {
        let walk = after([map.clone()].into_iter().chain(actions));
        (walk.view, walk.has_panel, walk.attention.1)
    };
    let spot = |node| Attention::Spot(Spot::Node(node));
    let check = |actions, expect| assert_eq!(shown(actions), expect);
    check(vec![], (View::Map, false, Attention::Place));
    check(vec![asked()], (View::Map, true, spot(ASKED)));
    // Its own way on stays beside the map.
    let on = WalkAction::ExitTaken(YES);
    check(vec![asked(), on], (View::Map, true, Attention::Panel));
    let closed = WalkAction::PanelClosed;
    check(vec![asked(), closed], (View::Map, false, spot(ASKED)));
    let trouble_closed = || WalkAction::TroubleClosed(ASKED);
    check(vec![trouble_closed()], (View::Map, false, spot(ASKED)));
    check(
        vec![asked(), trouble_closed()],
        (View::Map, false, spot(ASKED)),
    );
    let away = [opened("#view=guided"), map.clone()];
    let away = [asked()].into_iter().chain(away).collect();
    check(away, (View::Map, false, Attention::Place));
}

#[test]
fn the_last_step_leads_to_the_box_of_the_hours_and_stays_the_current_one() {
    let walk = after([opened("#node=end&view=map"), WalkAction::FillingChosen]);
    assert_eq!((walk.view, walk.node), (View::Hours, END));
    assert_eq!(walk.attention.1, Attention::Paste);
}

#[test]
fn an_arrival_takes_over_the_place_without_moving_the_focus() {
    let place = Place::from_fragment("#node=way&view=hours");
    let walk = after([WalkAction::Arrived(place, None)]);
    assert_eq!((walk.node, walk.view), (WAY, View::Hours));
    assert_eq!(walk.attention, (0, Attention::Stay));
}

#[test]
fn a_way_that_was_kept_is_gone_again() {
    use WalkAction::{Arrived, ExitTaken, Restarted, WayReturned};
    let walk = after([ExitTaken(BEGIN), ExitTaken(YES), opened("#view=map")]);
    let again = after([WayReturned(walk.way())]);
    assert_eq!((again.view, again.node), (View::Map, WAY));
    assert_eq!(again.taken, walk.taken);
    assert_eq!(again.attention.1, Attention::Place);
    let back = WayReturned(walk.way());
    check([ExitTaken(BEGIN), Restarted, back], &[START, ASKED, WAY]);
    // After a reload: the way of the entry, and the view that the reader looks at.
    let hours = Place::from(View::Hours);
    let arrived = after([Arrived(hours, Some(walk.way()))]);
    assert_eq!((arrived.view, arrived.node), (View::Hours, WAY));
    assert_eq!(arrived.attention, (0, Attention::Stay));
    // Of one that does not exist, what exists.
    let way = Way {
        view: View::Guided,
        taken: vec![BEGIN, EdgeIx(70), YES],
    };
    check([WayReturned(way)], &[START, ASKED]);
}

#[test]
fn a_step_follows_the_one_before_only_in_the_guide() {
    use WalkAction::{EarlierChosen, ExitTaken};
    #[track_caller]
    fn check(before: &[WalkAction], step: WalkAction, expect: bool) {
        let mut walk = after(before.iter().cloned());
        let way = walk.way();
        walk.follow(step);
        assert_eq!(walk.way().is_step_after(&way), expect);
    }
    check(&[], ExitTaken(BEGIN), true);
    check(&[ExitTaken(BEGIN)], ExitTaken(NO), true);
    check(&[ExitTaken(BEGIN)], EarlierChosen(0), false);
    check(&[ExitTaken(BEGIN)], opened("#view=hours"), false);
    check(&[opened("#view=map")], ExitTaken(BEGIN), false);
    check(&[], opened("#node=end"), false);
}

#[test]
fn a_find_shows_its_view_and_leaves_the_focus_alone() {
    let walk = after([opened("#node=way"), WalkAction::ViewFound(View::Outline)]);
    assert_eq!((walk.node, walk.view), (WAY, View::Outline));
    assert_eq!(walk.attention.1, Attention::Stay);
}

#[test]
fn another_language_keeps_place_and_attention() {
    let mut walk = after([opened("#node=way")]);
    let attention = walk.attention;
    walk.follow(WalkAction::LanguageArrived(page(Lang::En)));
    assert_eq!((walk.page.edition.lang, walk.node), (Lang::En, WAY));
    assert_eq!(walk.attention, attention);
}

#[test]
fn a_language_that_cannot_be_had_is_told_until_the_next_step() {
    assert!(after([WalkAction::LanguageFailed]).has_language_failed);
    let on = [WalkAction::LanguageFailed, WalkAction::ExitTaken(BEGIN)];
    assert!(!after(on).has_language_failed);
}

#[test]
fn a_step_taken_while_the_program_comes_counts_for_more_than_the_address() {
    let place = Place::from_fragment("#outline-end");
    let walk = after([
        WalkAction::ExitTaken(BEGIN),
        WalkAction::Arrived(place, None),
    ]);
    assert_eq!((walk.node, walk.view), (ASKED, View::Guided));
}
