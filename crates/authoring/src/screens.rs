//! The drawings of the three official screens.

use guide::{
    FormField, FormScreen, MenuEntry, MenuGroup, MenuScreen, PortalScreen, Screen, Screens,
};

use crate::finding::Code;
use crate::prose::Style;
use crate::reader::{Fields, Word};

/// All screens by the name that content files call them.
const SCREENS: [(&str, Screen); 3] = [
    ("verification-form", Screen::VerificationForm),
    ("menu", Screen::Menu),
    ("portal", Screen::Portal),
];

/// The screen that a word names; notes it if there is none.
pub(crate) fn find(table: &Fields<'_>, word: Word<'_>) -> Option<Screen> {
    let found = SCREENS.iter().find(|(name, _)| *name == word.text);
    if found.is_none() {
        let known = SCREENS.iter().map(|(name, _)| *name);
        table
            .log()
            .add_unknown(word.at, Code::UnknownScreen, word.text, known);
    }
    found.map(|(_, screen)| *screen)
}

/// Reads the three screens; `shown` says which nodes show which, in their order.
pub(crate) fn read(guide: &mut Fields<'_>, shown: &[(Screen, usize)]) -> Screens {
    let mut screens = Screens::default();
    if guide.held("screen").is_none() {
        for (name, _) in SCREENS {
            let subject = format!("screen · {name}");
            guide.log().add(guide.at(), Code::ScreenMissing, subject);
        }
    }
    let Some(mut tables) = guide.table("screen") else {
        return screens;
    };
    for (name, screen) in SCREENS {
        if tables.required(name, Code::ScreenMissing).is_none() {
            continue;
        }
        let Some(mut table) = tables.table(name) else {
            continue;
        };
        check_shown(&table, name, screen, shown);
        match screen {
            Screen::VerificationForm => screens.verification_form = read_form(&mut table),
            Screen::Menu => screens.menu = read_menu(&mut table),
            Screen::Portal => screens.portal = read_portal(&mut table),
        }
        table.finish();
    }
    tables.finish();
    screens
}

fn check_shown(table: &Fields<'_>, name: &str, screen: Screen, shown: &[(Screen, usize)]) {
    let log = table.log();
    let mut places = shown.iter().filter(|(s, _)| *s == screen);
    if places.next().is_none() {
        log.add(table.at(), Code::ScreenNotShown, name);
    }
    for (_, at) in places {
        log.add(*at, Code::ScreenShownTwice, name);
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
        top: texts(portal, "top"),
        breadcrumb: portal.text("breadcrumb", Style::OnScreen),
        person: portal.text("person", Style::OnScreen),
        heading: portal.text("heading", Style::OnScreen),
        intro: portal.text("intro", Style::OnScreen),
    }
}

fn texts(portal: &mut Fields<'_>, key: &'static str) -> Vec<guide::Text> {
    portal.texts(key, Style::OnScreen)
}

/// Which of the entries is the one to choose; exactly one must carry that name.
fn read_chosen(portal: &mut Fields<'_>, key: &'static str, entries: &[guide::Text]) -> usize {
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
