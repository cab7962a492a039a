//! Generic pieces of markup: texts in, markup out.

use yew::prelude::*;

use crate::session::Action;

/// A sentence of the interface into which texts of the content were filled.
pub(crate) fn sentence(html: &str) -> Html {
    inline(&html.to_owned().into())
}

/// A text of the content within a line: plain text where it has no markup, else an element around it.
///
/// A translator may move a bare text; raw HTML that begins with one could not be taken away any more.
pub(crate) fn inline(html: &AttrValue) -> Html {
    if html.contains(['<', '&']) {
        raw(&["<span>", html, "</span>"].concat().into())
    } else {
        html! { { html } }
    }
}

/// The text of a name, for an option, which holds no elements.
pub(crate) fn plain(html: &str) -> AttrValue {
    let mut text = String::new();
    for (number, piece) in html.split('<').enumerate() {
        let (_, rest) = if number == 0 {
            ("", piece)
        } else {
            piece.split_once('>').unwrap_or_default()
        };
        text.push_str(rest);
    }
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ];
    entities
        .iter()
        .fold(text, |text, (entity, sign)| text.replace(entity, sign))
        .into()
}

/// HTML that the prerenderer made from checked content, as it came with the page: elements, never a bare text.
pub(crate) fn raw(html: &AttrValue) -> Html {
    Html::from_html_unchecked(html.clone())
}

/// Says what was meant when something is pressed, in this tab and while the program works.
pub(crate) fn pressed(on_action: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    let on_action = on_action.clone();
    Callback::from(move |event: MouseEvent| {
        if crate::browser::is_ours(&event) {
            event.prevent_default();
            on_action.emit(action.clone());
        }
    })
}

/// Says what now stands in a field: by `input` as it is typed, by `change` when it is left.
pub(crate) fn typed<E: AsRef<web_sys::Event> + 'static>(
    on_action: &Callback<Action>,
    action: fn(String, AttrValue) -> Action,
) -> Callback<E> {
    let on_action = on_action.clone();
    Callback::from(move |event: E| {
        if let Some((name, text)) = crate::browser::field(event.as_ref()) {
            on_action.emit(action(name, text));
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
