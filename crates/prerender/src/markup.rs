//! From Yew's trees and plain texts to safe HTML text.

use guide::{Lang, Text, is_chinese};
use learning_hours_guide::browser::fingerprint;
use yew::prelude::*;
use yew::{BaseComponent, LocalServerRenderer};

/// Renders a component that no program takes over, so without Yew's marks of hydration.
pub(crate) fn render<C: BaseComponent>(props: C::Properties) -> String {
    rendered::<C>(props, false)
}

/// Renders a component for the program to hydrate, within the element that the program looks for.
///
/// `data-nodes` is the fingerprint of its elements and comments. Where the program finds another one, something has changed the
/// page before, and it renders afresh, since Yew ends in a panic where page and tree differ.
pub(crate) fn root<C: BaseComponent>(id: &str, props: C::Properties) -> String {
    let html = rendered::<C>(props, true);
    let nodes = fingerprint(names(&html));
    format!("<div id={id} data-root data-nodes={nodes}>{html}</div>")
}

/// The names of the elements and comments that a browser makes of our markup.
fn names(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').skip(1).filter_map(|piece| {
        if piece.starts_with('!') {
            return Some("#comment");
        }
        let end = piece.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        let name = piece.get(..end?)?;
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            .then_some(name)
    })
}

fn rendered<C: BaseComponent>(props: C::Properties, is_hydratable: bool) -> String {
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(is_hydratable);
    lean(&futures_executor::block_on(renderer.render()))
}

/// Renders markup that no program takes over.
pub(crate) fn text(markup: Html) -> String {
    render::<Markup>(MarkupProps { markup })
}

#[derive(Clone, PartialEq, Properties)]
struct MarkupProps {
    markup: Html,
}

#[component]
fn Markup(props: &MarkupProps) -> Html {
    props.markup.clone()
}

/// A plain text for HTML.
pub(crate) fn escape(text: &str) -> String {
    html_escape::encode_double_quoted_attribute(text).into_owned()
}

/// A plain text of the content as HTML, its Chinese marked where the page is in English.
pub(crate) fn inline(text: &Text, lang: Lang) -> String {
    mark(&escape(text.get(lang)), lang)
}

/// HTML with its names and its Chinese marked.
pub(crate) fn mark(html: &str, lang: Lang) -> String {
    mark_chinese(&mark_names(html), lang)
}

/// Marks the names on screens, 【…】 with their brackets, which do not break over two lines.
fn mark_names(html: &str) -> String {
    let mut marked = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, from)) = rest.find('【').map(|start| rest.split_at(start)) {
        let Some(end) = from.find('】') else { break };
        let (name, after) = from.split_at(end + '】'.len_utf8());
        marked.push_str(before);
        // An element that opens within the name has to close within it.
        if is_balanced(name) {
            marked.push_str(&["<span class=\"unbroken\">", name, "</span>"].concat());
        } else {
            marked.push_str(name);
        }
        rest = after;
    }
    marked.push_str(rest);
    marked
}

/// Marks Chinese in the texts of English HTML, so that it is spoken as Chinese (WCAG 3.1.2).
fn mark_chinese(html: &str, lang: Lang) -> String {
    if lang == Lang::ZhHant {
        return html.to_owned();
    }
    let mut marked = String::with_capacity(html.len());
    let (mut in_tag, mut in_chinese) = (false, false);
    for c in html.chars() {
        let chinese = !in_tag && is_chinese(c);
        if chinese != in_chinese {
            marked.push_str(if chinese { "<i lang=zh-Hant>" } else { "</i>" });
            in_chinese = chinese;
        }
        in_tag = (in_tag || c == '<') && c != '>';
        marked.push(c);
    }
    if in_chinese {
        marked.push_str("</i>");
    }
    marked
}

/// Whether every element that begins in a piece of HTML ends in it, and the other way round.
fn is_balanced(html: &str) -> bool {
    let mut depth = 0_usize;
    html.split('<').skip(1).all(|tag| {
        let next = if tag.starts_with('/') {
            depth.checked_sub(1)
        } else {
            depth.checked_add(1)
        };
        depth = next.unwrap_or_default();
        next.is_some()
    }) && depth == 0
}

/// The same markup without the quotes of attributes that need none, as its twin in the outline has none.
pub(crate) fn lean(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, tag, after)) = next_tag(rest) {
        text.push_str(before);
        lean_tag(tag, &mut text);
        rest = after;
    }
    text.push_str(rest);
    text
}

/// The text before the next tag, the tag, and what follows. Our markup has no bare `<` in texts.
fn next_tag(html: &str) -> Option<(&str, &str, &str)> {
    let start = html.find('<')?;
    let (before, from) = html.split_at(start);
    let mut quoted = false;
    let end = from.find(|c| {
        quoted ^= c == '"';
        c == '>' && !quoted
    })?;
    let (tag, after) = from.split_at(end);
    Some((before, tag, after))
}

fn lean_tag(tag: &str, text: &mut String) {
    // Between quotes stand the values: every second piece.
    for (number, piece) in tag.split('"').enumerate() {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_:.#".contains(c);
        match number % 2 {
            0 => text.push_str(piece),
            _ if !piece.is_empty() && piece.chars().all(plain) => text.push_str(piece),
            _ => text.push_str(&["\"", piece, "\""].concat()),
        }
    }
}

/// HTML that was made by us from checked content.
#[allow(clippy::disallowed_methods)]
pub(crate) fn raw(html: String) -> Html {
    Html::from_html_unchecked(html.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_quotes_that_are_not_needed_go() {
        let check = |html: &str, expect: &str| assert_eq!(lean(html), expect);
        check(
            "<a class=\"b\" href=\"#c\">\"d\"</a>",
            "<a class=b href=#c>\"d\"</a>",
        );
        check(
            "<a class=\"b c\" title=\"\">x=\"y\"</a>",
            "<a class=\"b c\" title=\"\">x=\"y\"</a>",
        );
        check(
            "<a title=\"1 > 0\" lang=\"en\">",
            "<a title=\"1 > 0\" lang=en>",
        );
        check("<!--<[x]>--><p>", "<!--<[x]>--><p>");
    }

    #[test]
    fn names_on_screens_are_marked_where_tags_allow_it() {
        let check = |html: &str, expect: &str| assert_eq!(mark(html, Lang::ZhHant), expect);
        check(
            "點選【<strong>送出</strong>】，",
            "點選<span class=\"unbroken\">【<strong>送出</strong>】</span>，",
        );
        check(
            "<p>【甲】【乙】</p>",
            "<p><span class=\"unbroken\">【甲】</span><span class=\"unbroken\">【乙】</span></p>",
        );
        check("【<b>甲】</b>", "【<b>甲】</b>");
        check("【甲</p><p>乙】", "【甲</p><p>乙】");
        check("【甲", "【甲");
    }

    #[test]
    fn chinese_in_english_is_marked_and_tags_are_left_alone() {
        let check = |html: &str, expect: &str| assert_eq!(mark_chinese(html, Lang::En), expect);
        check(
            "Choose 【送出】 now",
            "Choose <i lang=zh-Hant>【送出】</i> now",
        );
        check(
            "<b title=\"中\">中</b>",
            "<b title=\"中\"><i lang=zh-Hant>中</i></b>",
        );
        check("no", "no");
        assert_eq!(mark_chinese("中", Lang::ZhHant), "中");
    }
}
