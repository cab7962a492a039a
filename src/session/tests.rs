//! What follows from actions, on a small page: start → asked? —yes→ way → end, —no→ end; way has a trouble.

use std::rc::Rc;

use flowchart::{EdgeKind, NodeKind};
use guide::edition::{Exit, Input, Map, Node, Platform, Requirement, Row, RuleSet};
use guide::{Edition, Lang, Markup};
use hours::{
    Applies, Blended, Date, Hours, Overall, PortalRow, StaffKind, Term, Workdays, YearDay,
};
use interchange::{Found, Refusal};

use super::{
    Action, Arrival, Attention, Move, Page, PageData, Paste, Place, Session, Spot, Standing, Stop,
    View, fragment,
};
use crate::wording::Wording;

const START: usize = 0;
const ASKED: usize = 1;
const WAY: usize = 2;
const TROUBLE: usize = 3;
const END: usize = 4;

fn exit(kind: EdgeKind, id: &str, to: usize) -> Exit {
    Exit {
        kind,
        id: id.to_owned().into(),
        to,
        text: id.to_owned().into(),
        hint: "".into(),
    }
}

fn node(id: &str, kind: NodeKind, exits: Vec<Exit>) -> Node {
    Node {
        id: id.to_owned().into(),
        kind,
        title: id.to_owned().into(),
        body: Markup::default(),
        contacts: Markup::default(),
        has_date_converter: false,
        exits,
    }
}

fn page(lang: Lang) -> Rc<Page> {
    Rc::new(Page::from(data(lang)))
}

fn data(lang: Lang) -> PageData {
    use EdgeKind::{Answer, Next, Trouble};
    use NodeKind::{Outcome, Question, Step, Trouble as Help};
    let way_out = vec![exit(Next, "", END), exit(Trouble, "stuck", TROUBLE)];
    let answers = vec![exit(Answer, "yes", WAY), exit(Answer, "no", END)];
    let nodes = vec![
        node("start", Step, vec![exit(Next, "", ASKED)]),
        node("asked", Question, answers),
        node("way", Step, way_out),
        node("trouble", Help, vec![exit(Next, "", ASKED)]),
        node("end", Outcome, Vec::new()),
    ];
    let rows = PortalRow::ALL.map(|row| Row {
        label: ["列-", row.id()].concat().into(),
        gloss: "".into(),
        short: row.id().into(),
        aliases: vec![["又名-", row.id()].concat().into()],
    });
    let old = rule_set("old", Term::Input(0), 300);
    let edition = Edition {
        lang,
        other: "other".into(),
        nodes,
        rows: rows.to_vec(),
        inputs: vec![Input {
            id: "security".into(),
            label: "security".into(),
            hint: "".into(),
        }],
        rule_sets: vec![
            rule_set("rules", Term::Row(PortalRow::Environment), 400),
            RuleSet {
                is_history: true,
                rule: hours::RuleSet {
                    is_enabled: false,
                    staff: vec![StaffKind::Permanent],
                    to: Date::new(2018, 12, 31).ok(),
                    ..old.rule
                },
                ..old
            },
        ],
        platforms: vec![Platform {
            id: "ewant".into(),
            name: "ewant".into(),
            upload_days: Some(4),
        }],
        places: Markup::default(),
        workdays: Workdays {
            holidays: Date::new(2026, 12, 25).into_iter().collect(),
            covers_until: Date::new(2027, 12, 31).ok(),
        },
        map: Map::default(),
    };
    PageData {
        build: "".into(),
        edition,
        wording: Wording::of(lang),
    }
}

/// A rule set of one requirement, whose year ends on 12-31.
fn rule_set(id: &str, term: Term, need: u32) -> RuleSet {
    RuleSet {
        id: id.to_owned().into(),
        rule: hours::RuleSet {
            requirements: vec![hours::Requirement {
                terms: vec![term],
                part_of: None,
                at_least: Hours::from_hundredths(need),
            }],
            is_enabled: true,
            is_advice: false,
            staff: Vec::new(),
            from: None,
            to: None,
            cut_off: Some(YearDay { month: 12, day: 31 }),
            blended: Blended::NotDigital,
        },
        title: id.to_owned().into(),
        about: Markup::default(),
        is_history: false,
        requirements: vec![Requirement {
            id: "environment".into(),
            title: "environment".into(),
            says: "".into(),
            advice: "".into(),
        }],
    }
}

fn typed(name: &str, text: &str) -> Action {
    Action::FieldEdited(name.to_owned(), text.to_owned().into())
}

fn draft(session: &Session, row: PortalRow) -> &str {
    &session.form.drafts[row.index()]
}

/// An arrival on the day of the tests.
fn arrival() -> Action {
    Action::Arrived(Arrival {
        today: Date::new(2026, 11, 23).ok(),
        ..Arrival::default()
    })
}

fn after(actions: impl IntoIterator<Item = Action>) -> Session {
    let mut session = Session::new(page(Lang::ZhHant));
    for action in actions {
        session.reduce(action);
    }
    session
}

fn trail(session: &Session) -> Vec<usize> {
    session.visits.iter().map(|visit| visit.node).collect()
}

/// Where the actions lead: the nodes of the trail, then the current node.
#[track_caller]
fn check(actions: impl IntoIterator<Item = Action>, expect: &[usize]) {
    let session = after(actions);
    let mut way = trail(&session);
    way.push(session.node);
    assert_eq!(way, expect);
}

fn opened(fragment: &str) -> Action {
    Action::PlaceOpened(Place::from_fragment(fragment))
}

#[test]
fn exits_lead_on_and_leave_a_trail() {
    use Action::ExitTaken;
    check([], &[START]);
    check([ExitTaken(0)], &[START, ASKED]);
    check([ExitTaken(0), ExitTaken(0)], &[START, ASKED, WAY]);
    check([ExitTaken(0), ExitTaken(1)], &[START, ASKED, END]);
    check([ExitTaken(7)], &[START]);
}

#[test]
fn back_earlier_and_restart_return_along_the_trail() {
    use Action::{BackPressed, EarlierChosen, ExitTaken, Restarted};
    let to_end = || [ExitTaken(0), ExitTaken(0), ExitTaken(0)];
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
    use Action::ExitTaken;
    check(
        [ExitTaken(0), ExitTaken(0), ExitTaken(1)],
        &[START, ASKED, WAY, TROUBLE],
    );
    check(
        [ExitTaken(0), ExitTaken(0), ExitTaken(1), ExitTaken(0)],
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
fn a_place_on_the_way_here_keeps_the_readers_own_answers() {
    let no = || [Action::ExitTaken(0), Action::ExitTaken(1)];
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

/// The hours are written anew by every action but these.
#[test]
fn a_walk_leaves_all_that_the_hours_are_written_from() {
    let before = after([
        arrival(),
        typed("environment", "1.5"),
        Action::CheckPressed,
        Action::ExitTaken(0),
    ]);
    for action in [
        Action::ExitTaken(0),
        Action::BackPressed,
        Action::EarlierChosen(0),
        opened("#node=end&view=hours"),
        Action::SpotChosen("way".to_owned()),
        Action::SpotMoved("way".to_owned(), Move::Down),
        Action::Restarted,
    ] {
        assert!(action.is_walk(), "{action:?}");
        let mut session = before.clone();
        session.reduce(action.clone());
        assert_ne!(session, before, "{action:?} is heard");
        assert_eq!(session.form, before.form, "{action:?}");
        assert_eq!(session.today, before.today, "{action:?}");
        assert!(Rc::ptr_eq(&session.page, &before.page), "{action:?}");
    }
}

#[test]
fn a_date_does_not_outlive_its_step() {
    let date = || typed("date-to-convert", "0610101");
    assert_eq!(after([date(), opened("#hours")]).date, "0610101");
    assert_eq!(after([date(), Action::ExitTaken(0)]).date, "");
}

#[test]
fn the_address_names_the_place_and_the_view_unless_it_is_the_guide() {
    let check = |actions: Vec<Action>, expect: &str| assert_eq!(fragment(&after(actions)), expect);
    check(vec![], "#node=start");
    check(vec![Action::ExitTaken(0)], "#node=asked");
    check(vec![opened("#hours")], "#node=start&view=hours");
    check(vec![opened("#outline-way")], "#node=way&view=outline");
}

#[test]
fn every_address_that_is_written_is_read_back_as_the_same_place() {
    for view in View::ALL {
        for node in ["start", "asked", "way", "trouble", "end"] {
            let session = after([
                opened(&["#node=", node].concat()),
                opened(&["#", view.id()].concat()),
            ]);
            let again = after([opened(&fragment(&session))]);
            assert_eq!((again.node, again.view), (session.node, view));
        }
    }
}

#[test]
fn an_arrival_takes_over_place_and_early_texts_without_moving_the_focus() {
    let typed = [("environment", "2.5"), ("nonsense", "7"), ("total", "x")];
    let session = after([Action::Arrived(Arrival {
        place: Place::from_fragment("#node=way&view=hours"),
        typed: typed
            .map(|(name, text)| (name.to_owned(), text.into()))
            .to_vec(),
        today: None,
    })]);
    assert_eq!((session.node, session.view), (WAY, View::Hours));
    assert_eq!(draft(&session, PortalRow::Environment), "2.5");
    assert_eq!(draft(&session, PortalRow::Total), "x");
    assert_eq!(session.attention, (0, Attention::Stay));
}

#[test]
fn a_text_that_cannot_be_read_is_kept_and_counts_as_not_given() {
    let edited = |text: &str| after([typed("environment", text)]);
    let verdict = |text: &str| edited(text).facts().report().overall();
    assert_eq!(verdict("4"), Overall::Met);
    assert_eq!(verdict("3.99"), Overall::Short);
    assert_eq!(verdict("four"), Overall::NothingGiven);
    assert_eq!(verdict(""), Overall::NothingGiven);
    assert_eq!(draft(&edited("four"), PortalRow::Environment), "four");
    let have = edited("３").facts().report().sets[0].requirements[0]
        .known
        .exact();
    assert_eq!(have, Some(Hours::from_whole(3)));
}

#[test]
fn a_check_holds_until_the_last_error_is_mended() {
    let edit = |text| typed("total", text);
    assert!(after([edit("x"), Action::CheckPressed]).form.checked);
    assert!(
        after([edit("x"), Action::CheckPressed, edit("xy")])
            .form
            .checked
    );
    assert!(
        !after([edit("x"), Action::CheckPressed, edit("1")])
            .form
            .checked
    );
    assert!(
        !after([edit("x"), Action::CheckPressed, edit("1"), edit("x")])
            .form
            .checked
    );
    // Leaving a field says its text once more.
    assert!(
        after([edit("1"), Action::CheckPressed, edit("1")])
            .form
            .checked
    );
    assert!(
        !after([edit("x"), Action::CheckPressed, Action::Cleared])
            .facts()
            .has_typed()
    );
}

#[test]
fn the_same_wish_for_attention_twice_is_two_wishes() {
    let once = after([Action::CheckPressed]).attention;
    let twice = after([Action::CheckPressed, Action::CheckPressed]).attention;
    assert_eq!((once.1, twice.1), (Attention::Verdict, Attention::Verdict));
    assert_ne!(once.0, twice.0);
}

#[test]
fn another_language_keeps_place_texts_and_attention() {
    let before = [opened("#node=way"), typed("environment", "4")];
    let mut session = after(before);
    let attention = session.attention;
    session.reduce(Action::LanguageArrived(page(Lang::En)));
    assert_eq!(session.page.edition.lang, Lang::En);
    assert_eq!(
        (session.node, draft(&session, PortalRow::Environment)),
        (WAY, "4")
    );
    assert_eq!(session.attention, attention);
}

#[test]
fn a_language_that_cannot_be_had_is_told_until_the_next_action() {
    assert!(after([Action::LanguageFailed]).notice.is_some());
    assert!(
        after([Action::LanguageFailed, Action::CheckPressed])
            .notice
            .is_none()
    );
}

#[test]
fn the_map_shows_where_one_is_the_way_here_and_what_lies_ahead() {
    use Standing::{Ahead, Current, Other, Path};
    #[track_caller]
    fn check(actions: Vec<Action>, nodes: [Standing; 5], lines: [Standing; 6]) {
        let session = after(actions);
        let chart = session.chart();
        let standing = |node| session.stop(&chart, node).standing;
        assert_eq!((0..5).map(standing).collect::<Vec<_>>(), nodes);
        assert_eq!(session.lines(&chart), lines);
    }
    let taken = |exits: &[usize]| exits.iter().map(|exit| Action::ExitTaken(*exit)).collect();
    // Nodes: start, asked, way, trouble, end. Lines: next, yes, no, next, stuck, back.
    check(
        vec![],
        [Current, Ahead, Ahead, Other, Ahead],
        [Ahead, Ahead, Ahead, Ahead, Other, Other],
    );
    check(
        taken(&[0, 0]),
        [Path, Path, Current, Other, Ahead],
        [Path, Path, Other, Ahead, Other, Other],
    );
    check(
        taken(&[0, 1]),
        [Path, Path, Other, Other, Current],
        [Path, Other, Path, Other, Other, Other],
    );
    // From a trouble the way leads back and on from there, also over what was passed already.
    check(
        taken(&[0, 0, 1]),
        [Path, Path, Path, Current, Ahead],
        [Path, Path, Ahead, Ahead, Path, Ahead],
    );
}

#[test]
fn stops_are_counted_along_the_readers_own_way() {
    let stops = |actions: Vec<Action>| -> Vec<(usize, usize)> {
        let session = after(actions);
        let chart = session.chart();
        let stops = (0..5).map(|node| session.stop(&chart, node));
        stops.map(|stop| (stop.number, stop.of)).collect()
    };
    assert_eq!(stops(vec![]), [(1, 3), (2, 3), (3, 4), (4, 6), (3, 3)]);
    let on = stops(vec![Action::ExitTaken(0), Action::ExitTaken(0)]);
    assert_eq!(on, [(1, 4), (2, 4), (3, 4), (4, 6), (4, 4)]);
}

#[test]
fn stops_have_names_in_both_languages() {
    let stop = Stop {
        standing: Standing::Ahead,
        number: 3,
        of: 7,
    };
    let name = |lang| page(lang).number_name(stop);
    assert_eq!(name(Lang::ZhHant), "步驟 7 之 3（接下來）：");
    assert_eq!(name(Lang::En), "Step 3 of 7 (ahead): ");
}

#[test]
fn keys_lead_along_the_lines_of_the_map() {
    use Move::{After, Before, Down, First, Last, Up};
    #[track_caller]
    fn check(from: &str, by: Move, expect: &str) {
        let session = after([]);
        let spot = session.spot(from).expect("a spot");
        assert_eq!(
            session.spot_name(session.moved(spot, by)),
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
    let yes = || [Action::ExitTaken(0), Action::ExitTaken(0)];
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
    // What only another answer leads to changes that answer.
    let no = [Action::ExitTaken(0), Action::ExitTaken(1)];
    check(
        no.into_iter().chain([opened("#node=way")]),
        &[START, ASKED, WAY],
    );
}

#[test]
fn up_follows_the_readers_own_way() {
    let session = after([
        Action::ExitTaken(0),
        Action::ExitTaken(0),
        Action::ExitTaken(0),
    ]);
    let up = session.moved(session.spot("end").expect("a spot"), Move::Up);
    assert_eq!(session.spot_name(up), "way");
}

#[test]
fn a_spot_that_is_chosen_is_gone_to_in_the_view_that_is_shown() {
    let chosen = |name: &str| Action::SpotChosen(name.to_owned());
    let map = opened("#view=map");
    check([map.clone(), chosen("way")], &[START, ASKED, WAY]);
    check([map.clone(), chosen("asked:no")], &[START, ASKED, END]);
    check(
        [map.clone(), chosen("asked:no"), chosen("asked:yes")],
        &[START, ASKED, WAY],
    );
    check([map.clone(), chosen("nowhere")], &[START]);
    let session = after([map, chosen("asked:yes")]);
    let here = Spot {
        node: WAY,
        exit: None,
    };
    assert_eq!(
        (session.view, session.attention.1),
        (View::Map, Attention::Spot(here))
    );
    let moved = after([Action::SpotMoved("asked".to_owned(), Move::Down)]);
    assert_eq!(moved.node, START);
    let focus = Spot {
        node: ASKED,
        exit: Some(0),
    };
    assert_eq!(moved.attention.1, Attention::Spot(focus));
}

#[test]
fn a_pasted_text_is_reviewed_before_it_is_used_and_nothing_else_of_it_is_kept() {
    let text = "王小明 A000000000\n列-total\t12\n列-policy(1小時)\n又名-environment(5小時)\t4.5";
    let before = [typed("total", "7"), typed("policy", "1")];
    let mut session = after(
        before
            .into_iter()
            .chain([Action::TextPasted(text.to_owned())]),
    );
    assert_eq!(session.attention.1, Attention::Review);
    let Paste::Read(reading) = session.form.paste.clone() else {
        panic!("{:?}", session.form.paste)
    };
    assert_eq!(
        reading.rows[PortalRow::Total.index()],
        Found::Hours(Hours::from_whole(12))
    );
    assert_eq!(reading.rows[PortalRow::Policy.index()], Found::Blank);
    assert_eq!(draft(&session, PortalRow::Total), "7");
    assert!(!format!("{:?}", session.form).contains("王小明"));
    // The portal asks for another number than the rule.
    let hours = Hours::from_whole;
    assert_eq!(
        session.facts().other_thresholds(&session.facts().report()),
        [(PortalRow::Environment, hours(5), hours(4))]
    );
    session.reduce(Action::ReadingAccepted);
    assert_eq!(session.form.paste, Paste::Nothing);
    let drafts = [PortalRow::Total, PortalRow::Policy, PortalRow::Environment];
    assert_eq!(drafts.map(|row| draft(&session, row)), ["12", "1", "4.5"]);
}

#[test]
fn a_refused_or_discarded_text_leaves_what_was_typed() {
    #[track_caller]
    fn check(text: &str, expect: Refusal) {
        let session = after([typed("total", "7"), Action::TextPasted(text.to_owned())]);
        assert_eq!(session.form.paste, Paste::Refused(expect));
        assert_eq!(draft(&session, PortalRow::Total), "7");
    }
    check("", Refusal::Empty);
    check("本日公告", Refusal::NoRow);
    check("\0\0", Refusal::NotText);
    let pasted = Action::TextPasted("列-total 9".to_owned());
    let session = after([typed("total", "7"), pasted, Action::ReadingDiscarded]);
    assert_eq!(
        (draft(&session, PortalRow::Total), &session.form.paste),
        ("7", &Paste::Nothing)
    );
    assert_eq!(session.attention.1, Attention::Paste);
}

#[test]
fn a_line_of_what_is_coming_counts_once_it_is_complete() {
    let line = [
        ("coming-row-0", "environment"),
        ("coming-hours-0", "2"),
        ("coming-day-0", "115/11/23"),
        ("coming-platform-0", "ewant"),
    ];
    let mut session = after([arrival(), typed("environment", "2"), Action::ComingAdded]);
    assert_eq!(session.attention.1, Attention::Coming(0));
    for (name, text) in line {
        assert_ne!(
            session.facts().report().overall_with_coming(),
            Some(Overall::Met),
            "{name}"
        );
        session.reduce(typed(name, text));
    }
    assert_eq!(session.facts().report().overall(), Overall::Short);
    assert_eq!(
        session.facts().report().overall_with_coming(),
        Some(Overall::Met)
    );
    // Too late for the deadline it counts no more.
    session.reduce(typed("coming-day-0", "115/12/31"));
    assert_eq!(session.facts().report().overall_with_coming(), None);
    session.reduce(Action::ComingAdded);
    session.reduce(Action::ComingRemoved(0));
    assert_eq!(
        session
            .form
            .coming
            .iter()
            .map(|it| it.line)
            .collect::<Vec<_>>(),
        [1]
    );
    assert_eq!(session.attention.1, Attention::ComingAdd);
}

#[test]
fn a_rule_of_history_is_offered_to_its_staff_and_judged_when_asked_for() {
    let applies = |actions: &[Action]| after(actions.to_vec()).facts().report().sets[1].applies;
    let kind = |kind| typed("staff", kind);
    assert_eq!(applies(&[]), Applies::ForOthers);
    assert_eq!(applies(&[kind("teacher")]), Applies::ForOthers);
    assert_eq!(applies(&[kind("permanent")]), Applies::Offered);
    assert_eq!(
        applies(&[kind("permanent"), typed("ask-old", "on")]),
        Applies::Binds
    );
    let untick = typed("ask-old", "");
    assert_eq!(
        applies(&[kind("permanent"), typed("ask-old", "on"), untick]),
        Applies::Offered
    );
    // It is of another year, so nothing is met by it for certain.
    let asked = [
        kind("permanent"),
        typed("ask-old", "on"),
        typed("security", "3"),
    ];
    let session = after([vec![arrival(), typed("environment", "4")], asked.to_vec()].concat());
    let report = session.facts().report();
    assert!(!report.sets[1].is_of_year);
    assert_eq!(report.overall(), Overall::Unknown);
    assert_eq!(
        session.facts().entry(Term::Input(0)),
        Ok(Some(Hours::from_whole(3)))
    );
}

#[test]
fn clearing_forgets_every_number_and_keeps_the_kind_of_staff() {
    let session = after([
        typed("staff", "contract"),
        typed("security", "3"),
        Action::ComingAdded,
        Action::TextPasted("x".to_owned()),
        Action::Cleared,
    ]);
    assert_eq!(session.form.staff, Some(StaffKind::Contract));
    assert!(!session.facts().has_typed() && session.form.coming.is_empty());
    assert_eq!(session.form.paste, Paste::Nothing);
}

#[test]
fn a_reader_who_listens_is_told_when_a_field_is_left_and_not_before() {
    let left = |text: &str| Action::FieldLeft("environment".to_owned(), text.to_owned().into());
    assert_eq!(
        after([typed("environment", "3")]).form.said,
        (Overall::NothingGiven, 0)
    );
    assert_eq!(after([left("3")]).form.said, (Overall::Short, 1));
    assert_eq!(after([left("3"), left("4")]).form.said, (Overall::Met, 0));
}
