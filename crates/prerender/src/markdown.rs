//! The Markdown of the content as HTML. The content check has already refused what is not allowed in it.

use guide::Lang;
use pulldown_cmark::{CowStr, Event, Parser, Tag, TagEnd, html};

use crate::markup::{escape, mark};
use crate::words::words;

/// Markdown as HTML; links open in a new tab and say so.
pub(crate) fn html(markdown: &str, lang: Lang) -> String {
    let events = Parser::new(markdown).map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => raw(link_start(&dest_url, "")),
        Event::End(TagEnd::Link) => raw(link_end(lang)),
        // A line that ends in the file ends no word in English, and leaves no gap in Chinese.
        Event::SoftBreak => Event::Text(CowStr::Borrowed(match lang {
            Lang::ZhHant => "",
            Lang::En => " ",
        })),
        other => other,
    });
    let mut text = String::new();
    html::push_html(&mut text, events);
    mark(&text.replace('\n', ""), lang)
}

/// A link to another site: a new tab, announced as such.
pub(crate) fn link(href: &str, text: &str, lang: Lang) -> String {
    // On paper a link is followed by its address, unless it is its address.
    let class = if text.contains(href) {
        " class=\"address\""
    } else {
        ""
    };
    link_start(href, class) + &mark(&escape(text), lang) + &link_end(lang)
}

fn link_start(href: &str, class: &str) -> String {
    let href = escape(href);
    [
        "<a href=\"",
        &href,
        "\"",
        class,
        " target=\"_blank\" rel=\"noopener noreferrer\">",
    ]
    .concat()
}

fn link_end(lang: Lang) -> String {
    [
        "<span class=\"new-tab\">",
        words(lang).new_tab,
        "</span></a>",
    ]
    .concat()
}

fn raw(html: String) -> Event<'static> {
    Event::InlineHtml(html.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_as_each_language_joins_them() {
        assert_eq!(html("填寫\n表單", Lang::ZhHant), "<p>填寫表單</p>");
        assert_eq!(
            html("Fill in\nthe form", Lang::En),
            "<p>Fill in the form</p>"
        );
        assert_eq!(
            html("1. a\n2. b", Lang::En),
            "<ol><li>a</li><li>b</li></ol>"
        );
    }

    #[test]
    fn links_open_apart_and_say_so() {
        let link = html("[x](https://example.org/?a=1&b=2)", Lang::En);
        assert!(
            link.contains("href=\"https://example.org/?a=1&amp;b=2\""),
            "{link}"
        );
        assert!(link.contains("(opens in a new tab)"), "{link}");
    }
}
