//! Drawings of the three official screens, in markup: enough to recognise where to click, and readable by ear.
//!
//! Nothing in them can be typed into or pressed, so none can be taken for the real page.

use guide::{FormScreen, Guide, Lang, MenuScreen, PortalScreen, RowLabel, Screen, Text};
use yew::prelude::*;

use crate::markup;
use crate::words::words;

pub(crate) fn screen(guide: &Guide, screen: Screen, lang: Lang) -> Html {
    let screens = &guide.screens;
    match screen {
        Screen::VerificationForm => form(&screens.verification_form, lang),
        Screen::Menu => menu(&screens.menu, lang),
        Screen::Portal => portal(&screens.portal, &guide.rows, lang),
    }
}

/// Words on a Chinese screen, with their meaning where the reader's language is another.
fn on_screen(text: &Text, lang: Lang) -> Html {
    match lang {
        Lang::ZhHant => html! { <>{ text.zh.clone() }</> },
        Lang::En if text.en.is_empty() || text.en == text.zh => {
            html! { <span lang="zh-Hant">{ text.zh.clone() }</span> }
        }
        Lang::En => html! {
            <><span lang="zh-Hant">{ text.zh.clone() }</span>{ " " }<span class="gloss">{ text.en.clone() }</span></>
        },
    }
}

fn figure(caption: &Text, lang: Lang, content: Html) -> Html {
    html! {
        <figure class="screen">
            <figcaption class="screen__caption">{ markup::raw(markup::inline(caption, lang)) }</figcaption>
            <div class="screen__window">{ content }</div>
        </figure>
    }
}

/// Marks the place to click by word, not by colour alone.
fn pointer(lang: Lang) -> Html {
    html! { <em class="screen__pointer">{ words(lang).choose_this }</em> }
}

fn form(form: &FormScreen, lang: Lang) -> Html {
    let fields = form.fields.iter().map(|field| {
        html! {
            <li>
                <b>{ on_screen(&field.label, lang) }</b>
                <span class="screen__field" aria-hidden="true"></span>
                if !field.hint.zh.is_empty() {
                    <small>{ on_screen(&field.hint, lang) }</small>
                }
            </li>
        }
    });
    let content = html! {
        <>
            <p class="screen__title">{ on_screen(&form.title, lang) }</p>
            <p>{ on_screen(&form.intro, lang) }</p>
            <ol class="screen__form">{ for fields }</ol>
            <p><b class="screen__button">{ on_screen(&form.button, lang) }</b>{ pointer(lang) }</p>
        </>
    };
    figure(&form.caption, lang, content)
}

fn menu(menu: &MenuScreen, lang: Lang) -> Html {
    let groups = menu.groups.iter().map(|group| {
        let entries = group.entries.iter().map(|entry| {
            let class = entry.chosen.then_some("screen__chosen");
            html! {
                <li {class}>
                    if !entry.code.is_empty() {
                        <b>{ entry.code.clone() }</b>{ " " }
                    }
                    { on_screen(&entry.name, lang) }
                    { for entry.chosen.then(|| pointer(lang)) }
                    <small>{ on_screen(&entry.keywords, lang) }</small>
                </li>
            }
        });
        let open = !group.entries.is_empty();
        html! {
            <li class={open.then_some("screen__open")}>
                { on_screen(&group.label, lang) }
                if open {
                    <ul>{ for entries }</ul>
                }
            </li>
        }
    });
    let content = html! {
        <>
            <p class="screen__field">{ on_screen(&menu.search, lang) }</p>
            <ul class="screen__menu">{ for groups }</ul>
        </>
    };
    figure(&menu.caption, lang, content)
}

fn portal(portal: &PortalScreen, rows: &[RowLabel], lang: Lang) -> Html {
    let items = |texts: &[Text], chosen: Option<usize>, point: bool| -> Html {
        texts
            .iter()
            .enumerate()
            .map(|(number, text)| {
                let chosen = chosen == Some(number);
                html! {
                    <li class={chosen.then_some("screen__chosen")}>
                        { on_screen(text, lang) }
                        { for (chosen && point).then(|| pointer(lang)) }
                    </li>
                }
            })
            .collect()
    };
    let rows = rows.iter().map(|row| {
        html! {
            <tr>
                <th scope="row">{ on_screen(&row.label, lang) }</th>
                <td>{ words(lang).value_here }</td>
            </tr>
        }
    });
    let content = html! {
        <div class="screen__portal">
            <div>
                <ul class="screen__bar">{ items(&portal.top, None, false) }</ul>
                <ul class="screen__menu">{ items(&portal.menu, Some(portal.menu_chosen), true) }</ul>
            </div>
            <div>
                <p>{ on_screen(&portal.breadcrumb, lang) }</p>
                <ul class="screen__bar screen__tabs">{ items(&portal.tabs, Some(portal.tab_chosen), false) }</ul>
                <p>{ on_screen(&portal.person, lang) }</p>
                <p class="screen__title">{ on_screen(&portal.heading, lang) }</p>
                <p>{ on_screen(&portal.intro, lang) }</p>
                <table class="screen__rows"><tbody>{ for rows }</tbody></table>
            </div>
        </div>
    };
    figure(&portal.caption, lang, content)
}
