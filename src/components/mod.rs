//! Generic pieces of markup: texts in, markup out.

mod icon;

use guide::{Lang, Markup, is_chinese};
use yew::prelude::*;

use crate::browser;
pub use icon::{Icon, icon};

/// The one door for raw HTML: markup of the page that the prerenderer made, within an element of this class.
#[component]
pub(crate) fn Prose(props: &ProseProps) -> Html {
    let ProseProps { tag, class, markup } = props;
    // The markup is the prerenderer's own, made from checked content.
    #[allow(clippy::disallowed_methods)]
    let markup = Html::from_html_unchecked(markup.0.clone());
    html! { <@{tag.to_string()} {class}>{ markup }</@> }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ProseProps {
    #[prop_or(AttrValue::Static("div"))]
    pub(crate) tag: AttrValue,
    #[prop_or_default]
    pub(crate) class: Option<AttrValue>,
    pub(crate) markup: Markup,
}

/// A text of the content or a sentence that holds one; in English its Chinese is marked, so that it is spoken as Chinese (WCAG 3.1.2).
///
/// An element of its own, made anew when the text changes: a translator takes bare texts out of the page, and a text that Yew
/// would write into one of those is never seen.
pub(crate) fn text(text: &str, lang: Lang) -> Html {
    html! { <span key={text}>{ for names(text).into_iter().map(|(piece, is_name)| {
        let runs = marked(piece, lang);
        if is_name { html! { <span class="unbroken">{ runs }</span> } } else { runs }
    }) }</span> }
}

/// A text, in English with its Chinese marked.
fn marked(text: &str, lang: Lang) -> Html {
    if lang == Lang::ZhHant {
        return text.to_owned().into();
    }
    let runs = runs(text).into_iter().map(|(run, is_chinese)| {
        if is_chinese {
            html! { <i lang="zh-Hant">{ run }</i> }
        } else {
            run.into()
        }
    });
    html! { { for runs } }
}

/// A text in pieces, each either a name on a screen, 【…】 with its brackets, or without any.
fn names(text: &str) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('【') {
        let (before, from) = rest.split_at(start);
        let Some(end) = from.find('】') else { break };
        let (name, after) = from.split_at(end + '】'.len_utf8());
        pieces.extend([(before, false), (name, true)]);
        rest = after;
    }
    pieces.push((rest, false));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

/// A text in pieces, each either all Chinese or without any.
fn runs(text: &str) -> Vec<(String, bool)> {
    let mut runs: Vec<(String, bool)> = Vec::new();
    for c in text.chars() {
        let is_chinese = is_chinese(c);
        match runs.last_mut() {
            Some((run, was)) if *was == is_chinese => run.push(c),
            _ => runs.push((c.into(), is_chinese)),
        }
    }
    runs
}

/// Emits an action when a link or a button is pressed, in this tab and while the program works.
pub(crate) fn pressed<Action: Clone + 'static>(
    on_action: &Callback<Action>,
    action: Action,
) -> Callback<MouseEvent> {
    let on_action = on_action.clone();
    Callback::from(move |event: MouseEvent| {
        if browser::is_plain_click(&event) {
            event.prevent_default();
            on_action.emit(action.clone());
        }
    })
}

/// A button; the action is its name for hosts, tests and style sheets.
pub(crate) fn button(
    action: &'static str,
    class: &'static str,
    text: AttrValue,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button type="button" {class} data-action={action} {onclick}>{ text }</button>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_on_screens_are_told_apart() {
        let check = |text: &str, expect: &[(&str, bool)]| assert_eq!(names(text), expect, "{text}");
        check("點選【送出】", &[("點選", false), ("【送出】", true)]);
        check(
            "【D】 and 【D6】!",
            &[
                ("【D】", true),
                (" and ", false),
                ("【D6】", true),
                ("!", false),
            ],
        );
        check("【送出", &[("【送出", false)]);
        check("", &[]);
    }

    #[test]
    fn chinese_is_told_apart_from_the_rest() {
        let check = |text: &str, expect: &[(&str, bool)]| {
            let runs = runs(text);
            let runs: Vec<_> = runs.iter().map(|(run, is)| (run.as_str(), *is)).collect();
            assert_eq!(runs, expect, "{text}");
        };
        check(
            "Choose 【送出】 now",
            &[("Choose ", false), ("【送出】", true), (" now", false)],
        );
        check("時數", &[("時數", true)]);
        check("no", &[("no", false)]);
        check("", &[]);
    }
}
