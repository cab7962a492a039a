//! Generic pieces of markup: texts in, markup out.

use yew::prelude::*;

/// An element that holds nothing but a text.
///
/// One function for all of them, because each element spelled out costs the program 200 bytes (decision 0002).
pub(crate) fn text(tag: &'static str, class: &'static str, content: impl Into<AttrValue>) -> Html {
    element(tag, class, Html::from(content.into()))
}

/// An element of this class around some content.
pub(crate) fn element(tag: &'static str, class: &'static str, children: Html) -> Html {
    let class = (!class.is_empty()).then_some(class);
    html! { <@{tag} {class}>{ children }</@> }
}

/// A button that says what it does by its name and by `data-action`.
pub(crate) fn button(
    class: &'static str,
    action: &'static str,
    name: AttrValue,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! { <button type="button" {class} data-action={action} {onclick}>{ name }</button> }
}

/// HTML that the prerenderer made from checked content.
pub(crate) fn content(html: &str) -> Html {
    Html::from_html_unchecked(html.to_owned().into())
}

/// Such HTML in an element of its own.
pub(crate) fn prose(tag: &'static str, class: &'static str, html: &str) -> Html {
    element(tag, class, content(html))
}
