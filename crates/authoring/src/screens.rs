//! The drawings of the three official screens.

use guide::{
    Drawing, FormField, FormScreen, Lang, MenuEntry, MenuGroup, MenuScreen, PortalScreen, Screen,
    Screens, Text,
};

use crate::finding::Code;
use crate::guide_file;
use crate::log::Log;
use crate::prose::Style;
use crate::reader::{Fields, Word};

/// All screens by the name that content files call them.
const SCREENS: [(&str, Screen); 3] = [
    ("verification-form", Screen::VerificationForm),
    ("menu", Screen::Menu),
    ("portal", Screen::Portal),
];

/// The screen that a node names, with what is to be pressed there: its `target`, or what the screen itself says.
pub(crate) fn drawing(node: &mut Fields<'_>, name: Word<'_>, screens: &Screens) -> Option<Drawing> {
    let target = node.optional_word("target");
    let screen = find(node, name)?;
    let (usual, others) = targets(screen, screens);
    let target = match target {
        Some(word) => find_target(node, word, &others),
        None => usual.cloned(),
    };
    Some(Drawing {
        screen,
        target: target.unwrap_or_default(),
    })
}

/// The part of a screen that is usually pressed, and all that may be: the name in a content file, and the words on screen.
fn targets(screen: Screen, screens: &Screens) -> (Option<&Text>, Vec<(&str, &Text)>) {
    let by_words = |text| (Text::get(text, Lang::ZhHant), text);
    match screen {
        Screen::VerificationForm => {
            let button = &screens.verification_form.button;
            (Some(button), vec![by_words(button)])
        }
        Screen::Menu => {
            let menu = &screens.menu;
            let mut all = vec![by_words(&menu.opener)];
            all.extend(menu.groups.iter().map(|group| by_words(&group.label)));
            let entries = || menu.groups.iter().flat_map(|group| &group.entries);
            all.extend(entries().map(|entry| by_words(&entry.name)));
            all.extend(entries().map(|entry| (entry.code.as_str(), &entry.name)));
            all.retain(|(name, _)| !name.is_empty());
            let chosen = entries().find(|entry| entry.chosen);
            (chosen.map(|entry| &entry.name), all)
        }
        Screen::Portal => {
            let portal = &screens.portal;
            let all = portal.menu.iter().chain(&portal.tabs).chain(&portal.top);
            (
                portal.menu.get(portal.menu_chosen),
                all.map(by_words).collect(),
            )
        }
    }
}

/// The text that a word names; exactly one must have that name.
fn find_target(node: &Fields<'_>, word: Word<'_>, targets: &[(&str, &Text)]) -> Option<Text> {
    // Of a screen that could not be read that has been said.
    if targets.is_empty() {
        return None;
    }
    let mut found = targets.iter().filter(|(name, _)| *name == word.text);
    let Some((_, target)) = found.next() else {
        let known = targets.iter().map(|(name, _)| *name);
        node.log()
            .add_unknown(word.at, Code::TargetUnknown, word.text, known);
        return None;
    };
    if found.next().is_some() {
        node.log()
            .add(word.at, Code::ChosenCount, node.path("target"));
    }
    Some((*target).clone())
}

/// The screen that a word names; notes it if there is none.
fn find(table: &Fields<'_>, word: Word<'_>) -> Option<Screen> {
    let found = SCREENS.iter().find(|(name, _)| *name == word.text);
    if found.is_none() {
        let known = SCREENS.iter().map(|(name, _)| *name);
        table
            .log()
            .add_unknown(word.at, Code::UnknownScreen, word.text, known);
    }
    found.map(|(_, screen)| *screen)
}

/// Reads the three screens, and where the file has them.
pub(crate) fn read(guide: &mut Fields<'_>, format: i64) -> (Screens, Vec<(Screen, usize)>) {
    let mut screens = Screens::default();
    let mut places = Vec::new();
    if guide.held("screen").is_none() {
        for (name, _) in SCREENS {
            let subject = format!("screen · {name}");
            guide.log().add(guide.at(), Code::ScreenMissing, subject);
        }
    }
    let Some(mut tables) = guide.table("screen") else {
        return (screens, places);
    };
    for (name, screen) in SCREENS {
        if tables.required(name, Code::ScreenMissing).is_none() {
            continue;
        }
        let Some(mut table) = tables.table(name) else {
            continue;
        };
        if format < guide_file::FORMAT {
            table.refuse_newer(&["site", "opener"]);
        }
        places.push((screen, table.at()));
        match screen {
            Screen::VerificationForm => screens.verification_form = read_form(&mut table),
            Screen::Menu => screens.menu = read_menu(&mut table),
            Screen::Portal => screens.portal = read_portal(&mut table),
        }
        table.finish();
    }
    tables.finish();
    (screens, places)
}

/// Notes a screen that no node shows, and a drawing that two nodes show; both lists say where the file has them.
pub(crate) fn check_shown(log: &Log<'_>, read: &[(Screen, usize)], shown: &[(Drawing, usize)]) {
    for (name, screen) in SCREENS {
        let here: Vec<_> = shown.iter().filter(|(it, _)| it.screen == screen).collect();
        for (_, at) in read.iter().filter(|(it, _)| *it == screen) {
            if here.is_empty() {
                log.add(*at, Code::ScreenNotShown, name);
            }
        }
        for (number, (drawing, at)) in here.iter().enumerate() {
            if here.iter().take(number).any(|(other, _)| other == drawing) {
                log.add(*at, Code::ScreenShownTwice, name);
            }
        }
    }
}

fn read_form(form: &mut Fields<'_>) -> FormScreen {
    let fields = form.some_tables("field").into_iter().map(|mut field| {
        let read = FormField {
            label: field.text("label", Style::OnScreen),
            hint: field.optional_text("hint", Style::OnScreen),
        };
        field.finish();
        read
    });
    FormScreen {
        fields: fields.collect(),
        caption: form.text("caption", Style::Plain),
        site: form.optional_text("site", Style::Plain),
        title: form.text("title", Style::OnScreen),
        intro: form.text("intro", Style::OnScreen),
        button: form.text("button", Style::OnScreen),
    }
}

fn read_menu(menu: &mut Fields<'_>) -> MenuScreen {
    let mut chosen_at = Vec::new();
    let groups = menu.some_tables("group").into_iter().map(|mut group| {
        let read = MenuGroup {
            label: group.text("label", Style::OnScreen),
            entries: read_entries(&mut group, &mut chosen_at),
        };
        group.finish();
        read
    });
    let groups = groups.collect();
    if chosen_at.is_empty() {
        menu.log()
            .add(menu.at(), Code::ChosenCount, menu.path("chosen"));
    }
    for at in chosen_at.iter().skip(1) {
        menu.log().add(*at, Code::ChosenCount, menu.path("chosen"));
    }
    MenuScreen {
        groups,
        caption: menu.text("caption", Style::Plain),
        site: menu.optional_text("site", Style::Plain),
        opener: menu.optional_text("opener", Style::OnScreen),
        search: menu.text("search", Style::OnScreen),
    }
}

fn read_entries(group: &mut Fields<'_>, chosen_at: &mut Vec<usize>) -> Vec<MenuEntry> {
    let entries = group.tables("entry").into_iter().map(|mut entry| {
        let code = entry.word("code").map_or("", |w| w.text);
        let chosen = entry.switch("chosen").unwrap_or(false);
        if chosen {
            chosen_at.extend(entry.held("chosen").map(|h| h.at));
        }
        let read = MenuEntry {
            code: code.to_owned(),
            name: entry.text("name", Style::OnScreen),
            keywords: entry.text("keywords", Style::OnScreen),
            chosen,
        };
        entry.finish();
        read
    });
    entries.collect()
}

fn read_portal(portal: &mut Fields<'_>) -> PortalScreen {
    let menu = texts(portal, "menu");
    let tabs = texts(portal, "tabs");
    PortalScreen {
        menu_chosen: read_chosen(portal, "menu-chosen", &menu),
        tab_chosen: read_chosen(portal, "tab-chosen", &tabs),
        menu,
        tabs,
        caption: portal.text("caption", Style::Plain),
        site: portal.optional_text("site", Style::Plain),
        top: texts(portal, "top"),
        breadcrumb: portal.text("breadcrumb", Style::OnScreen),
        person: portal.text("person", Style::OnScreen),
        heading: portal.text("heading", Style::OnScreen),
        intro: portal.text("intro", Style::OnScreen),
    }
}

fn texts(portal: &mut Fields<'_>, key: &'static str) -> Vec<Text> {
    portal.texts(key, Style::OnScreen)
}

/// Which of the entries is the one to choose; exactly one must carry that name.
fn read_chosen(portal: &mut Fields<'_>, key: &'static str, entries: &[Text]) -> usize {
    let Some(word) = portal.word(key) else {
        return 0;
    };
    let mut found = entries
        .iter()
        .enumerate()
        .filter(|(_, e)| e.zh == word.text);
    let Some((chosen, _)) = found.next() else {
        let known = entries.iter().map(|e| e.zh.as_str());
        portal
            .log()
            .add_unknown(word.at, Code::ChosenUnknown, word.text, known);
        return 0;
    };
    if found.next().is_some() {
        portal
            .log()
            .add(word.at, Code::ChosenCount, portal.path(key));
    }
    chosen
}
