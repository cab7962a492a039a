//! Texts and flows of any shape on the map: nothing overlaps, and nothing sticks out of its box.

use std::rc::Rc;

use authoring::{Content, Source, parse_content};
use flowchart::{Flow, NodeIx, Rect};
use guide::picture::{LINE, measure};
use guide::{Guide, Lang, Text};
use hours::Date;
use learning_hours_guide::guided::Walk;
use learning_hours_guide::page::{Page, PageData};
use learning_hours_guide::wording::Wording;

use super::*;
use crate::edition::edition;

/// The small guide of the snapshots.
const SMALL: &str = include_str!("../../../../tests/prerender/content/guide.toml");

fn guide(guide: &str) -> Guide {
    let source = |name, text| Source { name, text };
    let rules = include_str!("../../../../tests/prerender/content/rules/small.toml");
    let rules = [source("small.toml", rules)];
    let calendar = include_str!("../../../../tests/prerender/content/calendar.toml");
    let content = Content {
        guide: source("guide.toml", guide),
        rules: &rules,
        calendar: source("calendar.toml", calendar),
        categories: None,
    };
    let today = Date::new(2026, 6, 1).unwrap();
    let (guide, findings) = parse_content(content, today);
    guide.unwrap_or_else(|| panic!("{findings:?}"))
}

/// The same guide with this text everywhere on its map.
fn saying(mut guide: Guide, text: &str) -> Guide {
    let text = Text {
        zh: text.to_owned(),
        en: text.to_owned(),
    };
    for node in &mut guide.nodes {
        node.title = text.clone();
        node.short = Text::default();
        node.exits
            .iter_mut()
            .for_each(|exit| exit.text = text.clone());
    }
    for section in &mut guide.sections {
        if !section.lane.zh.is_empty() {
            section.lane = text.clone();
        }
    }
    guide
}

/// The small guide without any lane.
fn without_lanes() -> Guide {
    let lines = SMALL.split_inclusive('\n');
    guide(
        &lines
            .filter(|line| !line.starts_with("lane."))
            .collect::<String>(),
    )
}

/// The small guide with seven answers to its question; each of the last five leads to a step of its own, or all to the same.
fn seven_answers(have_steps: bool) -> Guide {
    let id = |number: usize| match have_steps {
        true => format!("step-{number}"),
        false => "form".to_owned(),
    };
    let answer = |number: usize| {
        let to = id(number);
        format!(
            "  [[node.answer]]\n  id = \"a{number}\"\n  to = \"{to}\"\n  text.zh = \"第{number}種\"\n  text.en = \"Way {number}\"\n"
        )
    };
    let step = |number: usize| {
        let id = id(number);
        format!(
            "[[node]]\nid = \"{id}\"\nsection = \"way\"\nkind = \"step\"\ntitle.zh = \"第{number}種\"\ntitle.en = \"Way {number}\"\nnext = \"end\"\n\n"
        )
    };
    let before = "\n[[node]]\nid = \"form\"\n";
    let answers: String = (3..=7).map(answer).collect();
    let steps: String = (3..=7).filter(|_| have_steps).map(step).collect();
    let text = SMALL.replacen(before, &[&answers, before].concat(), 1);
    guide(&(text + "\n" + &steps))
}

/// The small guide with so many troubles at every node, each its own.
fn troubles_everywhere(each: usize) -> Guide {
    let trouble = |node: &str, number: usize| {
        format!(
            "  [[node.trouble]]\n  to = \"{node}-{number}\"\n  text.zh = \"不順\"\n  text.en = \"Trouble\"\n"
        )
    };
    let remedy = |node: &str, number: usize| {
        format!(
            "[[node]]\nid = \"{node}-{number}\"\nsection = \"help\"\nkind = \"trouble\"\ntitle.zh = \"不順\"\ntitle.en = \"Trouble\"\nbody.zh = \"再試一次。\"\nbody.en = \"Try again.\"\ncontacts = [\"office\"]\nnext = \"{node}\"\n\n"
        )
    };
    let mut text = SMALL.to_owned();
    // The text that follows each node in the file.
    let after = ["asked", "form", "end", "stuck"].map(|id| format!("\n[[node]]\nid = \"{id}\"\n"));
    for (node, after) in ["start", "asked", "form", "end"].into_iter().zip(&after) {
        let troubles: String = (0..each).map(|number| trouble(node, number)).collect();
        text = text.replacen(after, &[&troubles, &**after].concat(), 1);
    }
    let nodes = ["start", "asked", "form", "end"].into_iter();
    let remedies = nodes.flat_map(|node| (0..each).map(move |number| remedy(node, number)));
    let before = "[[contact]]\n";
    guide(&text.replacen(
        before,
        &[&*remedies.collect::<String>(), before].concat(),
        1,
    ))
}

/// Boxes with the lines of text in them.
type Boxes<'a> = Vec<(Rect, &'a [String])>;

/// Every box lies in the whole, holds its text, and overlaps no other.
#[track_caller]
fn check_boxes(name: &str, boxes: &Boxes<'_>, (width, height): (i32, i32), lang: Lang) {
    for (number, (rect, lines)) in boxes.iter().enumerate() {
        assert!(rect.x >= 0 && rect.right() <= width, "{name}: {lines:?}");
        assert!(rect.y >= 0 && rect.bottom() <= height, "{name}: {lines:?}");
        let tall = lines.len() as i32 * LINE;
        assert!(tall <= rect.height, "{name}: {lines:?} in {rect:?}");
        for line in *lines {
            // Room between letters is given up for a word that is wider than its box.
            let is_word = !line.trim_end().contains(' ');
            let measure = if is_word {
                flowchart::text_width
            } else {
                measure(lang)
            };
            let wide = measure(line.trim_end(), FONT);
            assert!(wide <= rect.width, "{name}: {line} in {rect:?}");
        }
        for (other, text) in boxes.iter().skip(number + 1) {
            let is_apart = rect.right() <= other.x
                || other.right() <= rect.x
                || rect.bottom() <= other.y
                || other.bottom() <= rect.y;
            assert!(is_apart, "{name}: {lines:?} overlaps {text:?}");
        }
    }
}

/// A guide in both languages and in every form of the map.
#[track_caller]
fn check(name: &str, guide: &Guide) {
    let pictures = Pictures::of(guide);
    for lang in Lang::ALL {
        let is_shown = |number: usize| {
            let node = guide.nodes.get(number);
            node.is_some_and(|node| node.kind != NodeKind::Trouble)
        };
        for picture in pictures.get(lang) {
            let size = picture.drawing.size;
            let nodes = picture.drawing.boxes.iter().zip(&picture.boxes).enumerate();
            let nodes = nodes.filter(|(number, _)| is_shown(*number));
            let labels = picture.drawing.lines.iter().zip(&picture.labels);
            let labels = labels.filter_map(|(line, text)| Some((line.as_ref()?.label?, &**text)));
            let boxes = nodes
                .map(|(_, (rect, text))| (*rect, &**text))
                .chain(labels);
            check_boxes(name, &boxes.collect(), (size.width, size.height), lang);
        }
        let page = Rc::new(Page::from(PageData {
            build: AttrValue::default(),
            wording: Wording::of(lang),
            edition: edition(guide, &pictures, lang, ""),
        }));
        let map = &page.edition.map;
        let text = |lines: &[AttrValue]| -> Vec<String> {
            lines.iter().map(ToString::to_string).collect()
        };
        let nodes: Vec<_> = map.boxes.iter().map(|it| text(&it.narrow)).collect();
        let answers: Vec<_> = map.lines.iter().map(|it| text(&it.narrow)).collect();
        for shows_all in [false, true] {
            let stack = Walk::new(page.clone()).stack(shows_all);
            let places = stack.nodes.iter().zip(&nodes).enumerate();
            let places = places
                .filter(|(number, _)| is_shown(*number))
                .map(|(_, it)| it);
            let places = places.chain(stack.answers.iter().zip(&answers));
            let boxes = places.filter_map(|(rect, text)| Some(((*rect)?, &**text)));
            check_boxes(name, &boxes.collect(), (NARROW, stack.height), lang);
        }
    }
}

#[test]
fn texts_of_any_kind_stay_within_their_boxes() {
    let check = |text: &str| check(text, &saying(guide(SMALL), text));
    check("有嗎？");
    check(&"長".repeat(60));
    check(&"Donaudampfschiff and more words "[..].repeat(2)[..60]);
    check(&"長".repeat(200));
    check(&"Donaudampfschifffahrtsgesellschaft ".repeat(6));
    check(&"m".repeat(200));
    check("👩‍🎓🎉 好了嗎 👍🏽");
    check("هل لديك بطاقة؟ שלום");
    check("a");
}

#[test]
fn flows_of_any_shape_are_drawn_with_texts_of_any_length() {
    let check = |name: &str, guide: Guide| {
        check(name, &guide);
        check(
            name,
            &saying(guide.clone(), &"請先選擇登入方式".repeat(8)[..180]),
        );
        check(
            name,
            &saying(
                guide,
                &"Choose how to sign in, then go on. ".repeat(2)[..60],
            ),
        );
    };
    check("no lanes", without_lanes());
    check("seven answers, each with its step", seven_answers(true));
    check("seven answers to few steps", seven_answers(false));
    check("a trouble at every node", troubles_everywhere(1));
    check("five troubles at every node", troubles_everywhere(5));
}

/// On the whole map and on that of a phone, folded and not.
#[test]
fn the_badges_of_troubles_at_every_node_lie_within_the_map() {
    for guide in [troubles_everywhere(1), troubles_everywhere(5)] {
        let is_trouble = |number: usize| guide.nodes[number].kind == NodeKind::Trouble;
        let pictures = Pictures::of(&guide);
        for lang in Lang::ALL {
            for picture in pictures.get(lang) {
                let size = picture.drawing.size;
                let boxes = picture.drawing.boxes.iter().enumerate();
                let badges = boxes.filter(|(number, _)| is_trouble(*number));
                let lists = picture.drawing.lists.iter().map(|list| &list.badge);
                for rect in badges.map(|(_, rect)| rect).chain(lists) {
                    let is_within = rect.x >= 0
                        && rect.y >= 0
                        && rect.right() <= size.width
                        && rect.bottom() <= size.height;
                    assert!(is_within, "{rect:?} in {size:?}");
                }
            }
            let page = Rc::new(Page::from(PageData {
                build: AttrValue::default(),
                wording: Wording::of(lang),
                edition: edition(&guide, &pictures, lang, ""),
            }));
            for shows_all in [false, true] {
                let stack = Walk::new(page.clone()).stack(shows_all);
                let badges = stack.nodes.iter().enumerate();
                let badges = badges.filter(|(number, _)| is_trouble(*number));
                for rect in badges.filter_map(|(_, rect)| *rect) {
                    let is_within = rect.x >= 0
                        && rect.y >= 0
                        && rect.right() <= NARROW
                        && rect.bottom() <= stack.height;
                    assert!(is_within, "{rect:?} of {}", stack.height);
                }
            }
        }
    }
}

#[test]
fn only_a_draft_has_steps_to_mark() {
    assert_eq!(marks(&guide(SMALL)), "");
    let mut draft = guide(SMALL);
    let kinds = draft.flow.kinds().to_vec();
    draft.flow = Flow::new(kinds, Vec::new(), draft.flow.start());
    let marks = marks(&draft);
    for (number, node) in draft.nodes.iter().enumerate() {
        let is_marked = marks.contains(&format!("[data-map-node={}]", node.id));
        // Without any edge only the start is reached.
        assert_eq!(is_marked, NodeIx(number) != draft.flow.start(), "{marks}");
    }
}
