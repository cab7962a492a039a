//! Generic pieces of markup: texts in, markup out.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

/// An element that holds nothing but a text.
///
/// One function for all of them, because each element spelled out costs the program 200 bytes (decision 0002).
pub(crate) fn text(tag: &'static str, class: &'static str, content: impl Into<AttrValue>) -> Html {
    element(tag, class, Html::from(content.into()))
}

/// An element of this class around some content.
pub(crate) fn element(tag: &'static str, class: &'static str, children: Html) -> Html {
    let mut tag = VTag::new(tag);
    tag.add_child(children);
    with_attributes(
        tag,
        &["class"],
        [(!class.is_empty()).then_some(class.into())],
    )
}

/// A tag with these attributes, whose class may vary: `html!` makes a list of classes of such a one, which weighs 1 kB (decision 0002).
pub(crate) fn with_attributes<const N: usize>(
    mut tag: VTag,
    keys: &'static [&'static str; N],
    values: [Option<AttrValue>; N],
) -> Html {
    tag.attributes = Attributes::Dynamic {
        keys,
        values: Box::new(values.map(|value| value.map(AttributeOrProperty::Attribute))),
    };
    tag.into()
}

/// The same tag, which `html!` made for its listeners and children.
pub(crate) fn tag(html: Html) -> VTag {
    match html {
        Html::VTag(tag) => std::rc::Rc::unwrap_or_clone(tag),
        _ => VTag::new("span"),
    }
}

/// A button that says what it does by its name and by `data-action`.
pub(crate) fn button(
    class: &'static str,
    action: &'static str,
    name: AttrValue,
    onclick: Callback<MouseEvent>,
) -> Html {
    let tag = tag(html! { <button {onclick}>{ name }</button> });
    let values = [
        Some("button".into()),
        Some(class.into()),
        Some(action.into()),
    ];
    with_attributes(tag, &["type", "class", "data-action"], values)
}

/// HTML that the prerenderer made from checked content.
pub(crate) fn content(html: &str) -> Html {
    Html::from_html_unchecked(html.to_owned().into())
}

/// Such HTML in an element of its own.
pub(crate) fn prose(tag: &'static str, class: &'static str, html: &str) -> Html {
    element(tag, class, content(html))
}
