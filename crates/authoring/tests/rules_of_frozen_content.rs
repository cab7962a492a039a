//! Real rules, in a copy that nobody edits: they ask for what their sources say, and decide what their sources let one decide.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

mod folder;

use std::sync::LazyLock;

use guide::{Guide, RuleSet, Term, Verified};
use hours::Verdict::{Met, Short, Unknown};
use hours::{Blended, Date, Given, Hours, Known, PortalRow, StaffKind, Verdict, Why, YearDay};

static GUIDE: LazyLock<Guide> = LazyLock::new(|| folder::content("tests/frozen").0.unwrap());

fn set(id: &str) -> &'static RuleSet {
    GUIDE.rule_sets.iter().find(|set| set.id == id).unwrap()
}

/// The ids of what a requirement counts, separated by blanks.
fn counted(set: &RuleSet, terms: &[Term]) -> String {
    let ids: Vec<_> = terms
        .iter()
        .map(|term| match term {
            Term::Row(row) => row.id(),
            Term::Input(input) => set.inputs[*input].id.as_str(),
        })
        .collect();
    ids.join(" ")
}

/// The demand of one sentence of a source: the requirement, its terms, its hours, the requirement around it, and the sentence.
type Sentence = (
    &'static str,
    &'static str,
    u32,
    Option<&'static str>,
    &'static str,
);

/// A rule set asks for exactly what these sentences say.
#[track_caller]
fn check_sentences(id: &str, sentences: &[Sentence]) {
    let set = set(id);
    for (found, sentence) in set.requirements.iter().zip(sentences) {
        let (requirement, counts, hours, whole, sentence) = *sentence;
        assert_eq!(found.id, requirement, "{sentence}");
        assert_eq!(counted(set, &found.terms), counts, "{sentence}");
        assert_eq!(found.at_least, Hours::from_whole(hours), "{sentence}");
        let contained = found.part_of.map(|whole| &*set.requirements[whole].id);
        assert_eq!(contained, whole, "{sentence}");
    }
    assert_eq!(set.requirements.len(), sentences.len());
}

#[test]
fn the_manual_asks_for_one_four_and_five_hours() {
    check_sentences(
        "manual-10",
        &[
            ("mandatory", "mandatory", 10, None, "每年必須完成 10 小時"),
            ("policy", "policy", 1, None, "當前政府重大政策(1小時)"),
            ("environment", "environment", 4, None, "環境教育(4小時)"),
            ("governance", "governance", 5, None, "六項主題(5小時)"),
        ],
    );
    // The rule speaks in the words of the portal's rows.
    let rows = &GUIDE.rows;
    for requirement in &set("manual-10").requirements {
        let row = rows.iter().find(|row| row.row.id() == requirement.id);
        assert_eq!(requirement.says, row.unwrap().label);
    }
}

#[test]
fn the_circular_of_106_asks_for_twenty_hours() {
    check_sentences(
        "central-20",
        &[(
            "business-related",
            "business-related",
            20,
            None,
            "與業務相關 20 小時",
        )],
    );
    assert_eq!(set("central-20").validity.from, Date::new(2017, 1, 1).ok());
    assert_eq!(set("central-20").source_date, Date::new(2017, 5, 11).ok());
}

#[test]
fn cyber_security_is_advice_for_everyone() {
    check_sentences(
        "security-3",
        &[("security", "security", 3, None, "資通安全通識 3 小時")],
    );
    let set = set("security-3");
    assert!(set.is_advice && set.is_enabled && set.staff.is_empty());
    assert!(set.inputs[0].hint.zh.contains("522") && set.inputs[0].hint.zh.contains("523"));
}

/// The rule of 107, with the two numbers that differ between the kinds of staff.
#[track_caller]
fn check_school(id: &str, total: u32, digital: u32) {
    let topics = "gender-equality integrity human-rights neutrality";
    let mandatory = format!("policy environment {topics} security");
    let mandatory: &'static str = mandatory.leak();
    let governance = Some("governance");
    check_sentences(
        id,
        &[
            ("total", "total", total, None, "每年 50／30 小時"),
            (
                "digital",
                "digital",
                digital,
                Some("total"),
                "數位 10／5 小時",
            ),
            (
                "business-related",
                "business-related",
                30,
                Some("total"),
                "業務相關 30 小時",
            ),
            (
                "mandatory",
                mandatory,
                16,
                Some("business-related"),
                "其中必須完成 16 小時",
            ),
            ("policy", "policy", 1, Some("mandatory"), "重大政策 1"),
            (
                "environment",
                "environment",
                4,
                Some("mandatory"),
                "環境教育 4",
            ),
            ("governance", topics, 8, Some("mandatory"), "民主治理 8"),
            (
                "gender-equality",
                "gender-equality",
                2,
                governance,
                "性別主流化 2",
            ),
            ("integrity", "integrity", 2, governance, "廉政與服務倫理 2"),
            ("human-rights", "human-rights", 2, governance, "人權教育 2"),
            ("neutrality", "neutrality", 2, governance, "行政中立 2"),
            ("security", "security", 3, Some("mandatory"), "資訊安全 3"),
        ],
    );
}

#[test]
fn the_school_asked_for_fifty_and_thirty_hours_in_107() {
    check_school("school-107-permanent", 50, 10);
    check_school("school-107-contract", 30, 5);
    for (id, staff, month, day) in [
        ("school-107-permanent", StaffKind::Permanent, 11, 30),
        ("school-107-contract", StaffKind::Contract, 10, 31),
    ] {
        let set = set(id);
        assert!(set.is_history && !set.is_enabled && !set.is_advice);
        assert_eq!(set.staff, [staff]);
        assert_eq!(set.cut_off, Some(YearDay { month, day }));
        assert_eq!(set.blended, Blended::UnknownPart);
        assert_eq!(set.validity.from, Date::new(2018, 1, 1).ok());
        assert_eq!(set.validity.to, Date::new(2018, 12, 31).ok());
    }
}

#[test]
fn nothing_was_confirmed_and_every_rule_names_its_source() {
    let ids: Vec<_> = GUIDE.rule_sets.iter().map(|set| set.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "manual-10",
            "central-20",
            "security-3",
            "school-107-permanent",
            "school-107-contract"
        ]
    );
    let mut addresses = Vec::new();
    for set in &GUIDE.rule_sets {
        assert_eq!(set.verified, Verified::Never, "{}", set.id);
        assert_eq!(set.is_history, !set.is_enabled, "{}", set.id);
        addresses.push(set.source_url.as_deref().unwrap_or_default());
    }
    let school = "https://per.ntut.edu.tw/files/14-1012-67266,r1225-1.php?Lang=zh-tw";
    assert_eq!(
        addresses,
        [
            "",
            "https://cloudschool.chc.edu.tw/open-message/074515/view-news/6268",
            "https://isms.ntut.edu.tw/p/406-1119-124974,r2334.php",
            school,
            school,
        ]
    );
    // Hours counted by the year end with the year.
    let year_end = YearDay { month: 12, day: 31 };
    assert_eq!(set("manual-10").cut_off, Some(year_end));
    assert_eq!(set("central-20").cut_off, Some(year_end));
}

/// All inputs in the order in which they first appear; the same id is the same field.
fn inputs() -> Vec<&'static str> {
    let mut ids: Vec<&str> = Vec::new();
    for input in GUIDE.rule_sets.iter().flat_map(|set| &set.inputs) {
        if !ids.contains(&input.id.as_str()) {
            ids.push(&input.id);
        }
    }
    ids
}

fn judged_set(set: &RuleSet, inputs: &[&str]) -> hours::RuleSet {
    let term = |term: &Term| match term {
        Term::Row(row) => hours::Term::Row(*row),
        Term::Input(number) => {
            let id = set.inputs[*number].id.as_str();
            hours::Term::Input(inputs.iter().position(|input| *input == id).unwrap())
        }
    };
    hours::RuleSet {
        requirements: set
            .requirements
            .iter()
            .map(|r| hours::Requirement {
                terms: r.terms.iter().map(term).collect(),
                part_of: r.part_of,
                at_least: r.at_least,
            })
            .collect(),
        is_enabled: set.is_enabled,
        is_advice: set.is_advice,
        staff: set.staff.clone(),
        from: set.validity.from,
        to: set.validity.to,
        cut_off: set.cut_off,
        blended: set.blended,
    }
}

/// Judges hours given as `id hours` pairs, in rows or inputs, for a reader who asked for everything.
fn report(staff: Option<StaffKind>, given: &str) -> hours::Report {
    let ids = inputs();
    let mut known = Given {
        inputs: vec![None; ids.len()],
        staff,
        asked: vec![true; GUIDE.rule_sets.len()],
        ..Given::default()
    };
    let mut words = given.split_whitespace();
    while let (Some(id), Some(typed)) = (words.next(), words.next()) {
        let typed = hours::parse_hours(typed).unwrap();
        match PortalRow::from_id(id) {
            Some(row) => known.totals.set(row, typed),
            None => known.inputs[ids.iter().position(|input| *input == id).unwrap()] = typed,
        }
    }
    let sets: Vec<_> = GUIDE
        .rule_sets
        .iter()
        .map(|set| judged_set(set, &ids))
        .collect();
    hours::evaluate(&sets, &known, &hours::Workdays::default())
}

fn judged(report: &hours::Report, set: &str, requirement: &str) -> hours::Judged {
    let number = GUIDE.rule_sets.iter().position(|s| s.id == set).unwrap();
    let requirements = &GUIDE.rule_sets[number].requirements;
    let place = requirements.iter().position(|r| r.id == requirement);
    report.sets[number].requirements[place.unwrap()]
}

#[test]
fn the_rules_in_force_are_decided_by_five_rows() {
    #[track_caller]
    fn check(given: &str, expect: [Verdict; 5]) {
        let report = report(None, given);
        let found = [
            judged(&report, "manual-10", "mandatory"),
            judged(&report, "manual-10", "policy"),
            judged(&report, "manual-10", "environment"),
            judged(&report, "manual-10", "governance"),
            judged(&report, "central-20", "business-related"),
        ];
        assert_eq!(found.map(|judged| judged.verdict), expect, "{given}");
    }
    let all = "mandatory 10 policy 1 environment 4 governance 5 business-related 20";
    check(all, [Met; 5]);
    let short = |hundredths| Short(Hours::from_hundredths(hundredths));
    for (given, place, verdict) in [
        ("mandatory 9", 0, short(100)),
        ("policy 0", 1, short(100)),
        ("environment 3.5", 2, short(50)),
        ("governance 4.99", 3, short(1)),
        ("business-related 12", 4, short(800)),
    ] {
        let mut expect = [Met; 5];
        expect[place] = verdict;
        // A row that is given again is given anew.
        check(&format!("{all} {given}"), expect);
    }
    let rows = ["mandatory", "policy", "environment", "governance"];
    let unknown = |id| Unknown(Why::RowNotGiven(PortalRow::from_id(id).unwrap()));
    let [a, b, c, d] = rows.map(unknown);
    check(
        "total 80 digital 40",
        [a, b, c, d, unknown("business-related")],
    );
}

#[test]
fn one_field_serves_all_rules_that_ask_for_it() {
    assert_eq!(
        inputs(),
        [
            "security",
            "gender-equality",
            "integrity",
            "human-rights",
            "neutrality"
        ]
    );
    let report = report(Some(StaffKind::Permanent), "security 2");
    let short = Short(Hours::from_whole(1));
    for set in ["security-3", "school-107-permanent"] {
        assert_eq!(judged(&report, set, "security").verdict, short);
    }
}

#[test]
fn of_the_rule_of_107_the_totals_decide_only_a_part() {
    #[track_caller]
    fn check(given: &str, requirement: &str, expect: Verdict) {
        let report = report(Some(StaffKind::Permanent), given);
        let judged = judged(&report, "school-107-permanent", requirement);
        assert_eq!(judged.verdict, expect, "{given}: {requirement}");
    }
    let ids = inputs();
    let not_visible = |id: &str| {
        let number = ids.iter().position(|input| *input == id);
        Unknown(Why::NotVisible(number.unwrap()))
    };
    let short = |hours| Short(Hours::from_whole(hours));

    // The twelve rows alone: the totals are decided, the topics and information security are not.
    let rows = "total 60 digital 12 blended 3 business-related 40 mandatory 16 policy 1 environment 4 governance 9";
    for requirement in [
        "total",
        "digital",
        "business-related",
        "policy",
        "environment",
    ] {
        check(rows, requirement, Met);
    }
    for topic in ["gender-equality", "integrity", "human-rights", "neutrality"] {
        check(rows, topic, not_visible(topic));
    }
    check(rows, "governance", not_visible("gender-equality"));
    check(rows, "mandatory", not_visible("gender-equality"));
    check(rows, "security", not_visible("security"));

    // The pooled row says nothing about a topic, however small it is.
    check("governance 0", "governance", not_visible("gender-equality"));

    // With the inputs everything is decided.
    let inputs =
        format!("{rows} gender-equality 2 integrity 2 human-rights 2 neutrality 2 security 3");
    for requirement in &set("school-107-permanent").requirements {
        check(&inputs, &requirement.id, Met);
    }
    check(&format!("{inputs} neutrality 1"), "neutrality", short(1));
    check(&format!("{inputs} neutrality 1"), "governance", short(1));
    check(&format!("{inputs} neutrality 1"), "mandatory", short(1));

    // A part is never more than what contains it, so a small whole decides.
    check("total 12", "business-related", short(18));
    check("total 12", "mandatory", short(4));
    check("total 7", "governance", short(1));
    check("business-related 1", "gender-equality", short(1));
    check("business-related 2", "security", short(1));
    check(
        "business-related 16",
        "mandatory",
        Unknown(Why::RowNotGiven(PortalRow::Policy)),
    );
}

#[test]
fn the_digital_hours_of_107_are_a_range_where_courses_are_blended() {
    #[track_caller]
    fn check(staff: StaffKind, given: &str, expect: Verdict, least_and_most: (u32, Option<u32>)) {
        let set = ["school-107-", staff.id()].concat();
        let judged = judged(&report(Some(staff), given), &set, "digital");
        let (least, most) = least_and_most;
        let known = Known {
            least: Hours::from_whole(least),
            most: most.map(Hours::from_whole),
        };
        assert_eq!((judged.verdict, judged.known), (expect, known), "{given}");
    }
    use StaffKind::{Contract, Permanent};
    let part = Unknown(Why::BlendedPart);
    let short = |hours| Short(Hours::from_whole(hours));
    check(
        Permanent,
        "digital 10 blended 0 total 50",
        Met,
        (10, Some(10)),
    );
    check(
        Permanent,
        "digital 8 blended 3 total 50",
        part,
        (8, Some(11)),
    );
    check(
        Permanent,
        "digital 6 blended 3 total 50",
        short(1),
        (6, Some(9)),
    );
    check(
        Permanent,
        "digital 6 blended 30 total 9",
        short(1),
        (6, Some(9)),
    );
    check(
        Permanent,
        "digital 6",
        Unknown(Why::RowNotGiven(PortalRow::Blended)),
        (6, None),
    );
    check(Contract, "digital 4 blended 1", part, (4, Some(5)));
    check(Contract, "digital 5", Met, (5, None));
    check(Contract, "digital 2 blended 2", short(1), (2, Some(4)));
}

#[test]
fn the_calendar_covers_two_years_and_two_platforms() {
    let calendar = &GUIDE.calendar;
    let of_year = |year| calendar.holidays.iter().filter(move |d| d.year == year);
    assert_eq!(of_year(2026).count(), 16);
    assert_eq!(of_year(2027).count(), 17);
    assert_eq!(calendar.covers_until, Date::new(2027, 12, 31).ok());
    let platforms: Vec<_> = calendar
        .platforms
        .iter()
        .map(|p| (p.id.as_str(), p.upload_days))
        .collect();
    assert_eq!(platforms, [("ewant", Some(4)), ("elearn", None)]);
}
