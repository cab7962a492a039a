//! Drawings of the three official screens, in markup: windows in which one thing is marked as the one to press.
//!
//! Beside a step a drawing shows what is around that thing, and is one image with one sentence for who listens.
//! In the outline it is folded, and shows all words of the screen as text.
//! Nothing in a drawing can be typed into or pressed, so none can be taken for the real page.

use std::ops::Range;

use guide::{
    Drawing, FormScreen, Guide, Lang, MenuEntry, MenuScreen, PortalScreen, RowLabel, Screen, Text,
};
use yew::prelude::*;

use crate::markup;
use crate::words::words;

/// The drawing beside a step.
pub(crate) fn beside_step(guide: &Guide, drawing: &Drawing, lang: Lang) -> Html {
    let pen = Pen::new(drawing, lang, false);
    let (caption, window) = pen.draw(guide, drawing.screen);
    let point = words(lang).point_at;
    let name = match lang {
        Lang::ZhHant => [caption.get(lang), &point(&drawing.target.zh)].concat(),
        Lang::En => [caption.get(lang), " ", &point(&glossed(&drawing.target))].concat(),
    };
    html! {
        <div class="screen" role="img" aria-label={name}>
            <div class="screen__window" aria-hidden="true">{ window }</div>
        </div>
    }
}

/// The same drawing in the outline, with all words of the screen.
pub(crate) fn in_outline(guide: &Guide, drawing: &Drawing, lang: Lang) -> Html {
    let pen = Pen::new(drawing, lang, true);
    let (caption, window) = pen.draw(guide, drawing.screen);
    html! {
        <details class="fold">
            <summary>{ markup::raw(markup::inline(caption, lang)) }</summary>
            <div class="screen screen--whole">
                <div class="screen__window">{ window }</div>
            </div>
        </details>
    }
}

/// Words on screen with their meaning behind them, as plain text.
fn glossed(text: &Text) -> String {
    match has_gloss(text) {
        true => [&text.zh, " (", &text.en, ")"].concat(),
        false => text.zh.clone(),
    }
}

fn has_gloss(text: &Text) -> bool {
    !text.en.is_empty() && text.en != text.zh
}

/// A number as the manual writes it: ① to ⑳.
fn circled(number: usize) -> String {
    u32::try_from(number)
        .ok()
        .filter(|number| (1..=20).contains(number))
        .and_then(|number| char::from_u32(0x245f_u32.saturating_add(number)))
        .map_or_else(|| [&number.to_string(), "."].concat(), String::from)
}

/// The first sentence of a hint; the rest stands in the outline.
fn first_sentence(hint: &str) -> String {
    let end = ["。", ". "].map(|stop| {
        hint.find(stop)
            .map(|at| at.saturating_add(stop.trim_end().len()))
    });
    let first = end
        .into_iter()
        .flatten()
        .min()
        .and_then(|end| hint.get(..end));
    first.unwrap_or(hint).to_owned()
}

/// At most five entries of a list, with the one that counts in their middle where there is room on both sides.
fn around(len: usize, at: usize) -> Range<usize> {
    const MOST: usize = 5;
    let start = at.saturating_sub(MOST / 2).min(len.saturating_sub(MOST));
    start..len.min(start.saturating_add(MOST))
}

/// The facts that are the same for all of a drawing.
struct Pen<'a> {
    target: &'a Text,
    lang: Lang,
    /// Whether all words of the screen are shown.
    is_whole: bool,
}

impl<'a> Pen<'a> {
    fn new(drawing: &'a Drawing, lang: Lang, is_whole: bool) -> Self {
        Self {
            target: &drawing.target,
            lang,
            is_whole,
        }
    }

    /// The caption of the drawing, and the inside of its window.
    fn draw<'g>(&self, guide: &'g Guide, screen: Screen) -> (&'g Text, Html) {
        let screens = &guide.screens;
        match screen {
            Screen::VerificationForm => {
                let form = &screens.verification_form;
                (&form.caption, self.form(form))
            }
            Screen::Menu => (&screens.menu.caption, self.menu(&screens.menu)),
            Screen::Portal => {
                let portal = &screens.portal;
                (&portal.caption, self.portal(portal, &guide.rows))
            }
        }
    }

    fn is_target(&self, text: &Text) -> bool {
        !text.zh.is_empty() && text == self.target
    }

    /// Words on a Chinese screen, with their meaning below where the reader's language is another.
    fn words(&self, text: &Text) -> Html {
        html! {
            <>
                { self.plain(text) }
                if self.lang == Lang::En && has_gloss(text) {
                    { " " }<span class="gloss">{ text.en.clone() }</span>
                }
            </>
        }
    }

    /// The same words without their meaning.
    fn plain(&self, text: &Text) -> Html {
        match self.lang {
            Lang::ZhHant => html! { <>{ text.zh.clone() }</> },
            Lang::En => html! { <span lang="zh-Hant">{ text.zh.clone() }</span> },
        }
    }

    /// Whose site it is, and that this is a drawing.
    fn title_bar(&self, site: &Text) -> Html {
        let title = (words(self.lang).drawing)(site.get(self.lang));
        let title = markup::mark(&markup::escape(&title), self.lang);
        html! { <p class="screen__title-bar">{ markup::raw(title) }</p> }
    }

    /// Marks the place to press by word, not by colour alone.
    fn pointer(&self, text: &Text) -> Html {
        html! {
            if self.is_target(text) {
                { " " }<em class="screen__pointer">{ words(self.lang).press_here }</em>
            }
        }
    }

    /// An entry of a list; its meaning is shown near what counts.
    fn entry(&self, text: &Text, class: &'static str, is_near: bool) -> Html {
        self.entry_with(text, class, is_near, Html::default(), Html::default())
    }

    /// The same between other words.
    fn entry_with(
        &self,
        text: &Text,
        class: &'static str,
        is_near: bool,
        code: Html,
        more: Html,
    ) -> Html {
        let target = self.is_target(text).then_some("screen__target");
        html! {
            <li class={classes!(class, target)}>
                <span>
                    { code }
                    if is_near || self.is_whole || self.is_target(text) { { self.words(text) } } else { { self.plain(text) } }
                    { more }
                </span>
                { self.pointer(text) }
            </li>
        }
    }

    /// The entries of a list around the target, or around another one where the target is not among them.
    fn list<T>(
        &self,
        items: &[T],
        text: fn(&T) -> &Text,
        other: usize,
        draw: impl Fn(&T, bool) -> Html,
    ) -> Html {
        let at = items.iter().position(|item| self.is_target(text(item)));
        let at = at.unwrap_or(other);
        let shown = match self.is_whole {
            true => 0..items.len(),
            false => around(items.len(), at),
        };
        let more = || html! { <li class="screen__more">{ "⋮" }</li> };
        html! {
            <>
                if shown.start > 0 { { more() } }
                { for items.iter().enumerate().filter(|(number, _)| shown.contains(number)).map(|(number, item)| {
                    draw(item, number.abs_diff(at) <= 1)
                }) }
                if shown.end < items.len() { { more() } }
            </>
        }
    }

    fn form(&self, form: &FormScreen) -> Html {
        let fields = form.fields.iter().enumerate().map(|(number, field)| {
            let hint = &field.hint;
            html! {
                <li class="screen__row">
                    <span class="screen__number">{ circled(number.saturating_add(1)) }</span>
                    <span class="screen__label">{ self.words(&field.label) }</span>
                    <span class="screen__field" aria-hidden="true"></span>
                    if !hint.zh.is_empty() {
                        <span class="screen__hint">
                            if self.is_whole { { self.words(hint) } } else { { first_sentence(hint.get(self.lang)) } }
                        </span>
                    }
                </li>
            }
        });
        html! {
            <>
                { self.title_bar(&form.site) }
                <div class="screen__page">
                    <p class="screen__heading">{ self.words(&form.title) }</p>
                    if self.is_whole {
                        <p>{ self.words(&form.intro) }</p>
                    }
                    <ol class="screen__form">{ for fields }</ol>
                    <ul class="screen__buttons">
                        { self.entry(&form.button, "screen__button", true) }
                    </ul>
                </div>
            </>
        }
    }

    fn menu(&self, menu: &MenuScreen) -> Html {
        let open = (menu.groups.iter()).position(|group| !group.entries.is_empty());
        let open = open.unwrap_or(0);
        let group = menu.groups.get(open);
        let entries = group.map_or(&[][..], |group| &group.entries);
        let chosen = entries.iter().position(|entry| entry.chosen).unwrap_or(0);
        let is_open = |label: &Text| group.is_some_and(|group| group.label == *label);
        html! {
            <>
                { self.title_bar(&menu.site) }
                if !menu.opener.zh.is_empty() {
                    <ul class="screen__bar">
                        { self.entry(&menu.opener, "screen__chosen", true) }
                    </ul>
                }
                <div class="screen__panes">
                    <div class="screen__side">
                        <p class="screen__search">{ self.plain(&menu.search) }</p>
                        <ul class="screen__list">
                            { self.list(&menu.groups, |group| &group.label, open, |group, is_near| {
                                let class = if is_open(&group.label) { "screen__chosen" } else { "" };
                                self.entry(&group.label, class, is_near)
                            }) }
                        </ul>
                    </div>
                    <ul class="screen__page screen__list">
                        { self.list(entries, |entry| &entry.name, chosen, |entry, is_near| self.system(entry, is_near)) }
                    </ul>
                </div>
            </>
        }
    }

    /// A system of the menu; all of them have their key words where there is room.
    fn system(&self, entry: &MenuEntry, is_near: bool) -> Html {
        let code = html! {
            if !entry.code.is_empty() {
                <b>{ entry.code.clone() }</b>{ " " }
            }
        };
        let keywords = html! {
            if self.is_whole {
                <span class="screen__keywords">{ self.words(&entry.keywords) }</span>
            }
        };
        self.entry_with(&entry.name, "", is_near, code, keywords)
    }

    fn portal(&self, portal: &PortalScreen, rows: &[RowLabel]) -> Html {
        let all = |texts: &[Text], chosen: Option<usize>| -> Html {
            (texts.iter().enumerate())
                .map(|(number, text)| {
                    let is_chosen = chosen == Some(number);
                    let class = if is_chosen { "screen__chosen" } else { "" };
                    self.entry(text, class, false)
                })
                .collect()
        };
        let rows = rows.iter().map(|row| {
            html! {
                <li>
                    <span>
                        if self.is_whole { { self.words(&row.label) } } else { { self.plain(&row.short) } }
                    </span>
                    <span class="screen__value" aria-hidden="true"></span>
                </li>
            }
        });
        html! {
            <>
                { self.title_bar(&portal.site) }
                <ul class="screen__bar screen__bar--end">{ all(&portal.top, None) }</ul>
                <div class="screen__panes">
                    <ul class="screen__side screen__list">
                        { self.list(&portal.menu, |text| text, portal.menu_chosen, |text, is_near| {
                            self.entry(text, "", is_near)
                        }) }
                    </ul>
                    <div class="screen__page">
                        <p>if self.is_whole { { self.words(&portal.breadcrumb) } } else { { self.plain(&portal.breadcrumb) } }</p>
                        <ul class="screen__tabs">{ all(&portal.tabs, Some(portal.tab_chosen)) }</ul>
                        if self.is_whole {
                            <p>{ self.words(&portal.person) }</p>
                            <p class="screen__heading">{ self.words(&portal.heading) }</p>
                        }
                        <p>{ self.words(&portal.intro) }</p>
                        <ul class="screen__rows">{ for rows }</ul>
                    </div>
                </div>
            </>
        }
    }
}
