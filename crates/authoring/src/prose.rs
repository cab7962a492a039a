//! Texts as readers will see them: which Markdown, which links, which punctuation.

use guide::{Lang, Text};
use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::finding::{Code, shortened};

/// How a text is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// As it is.
    Plain,
    /// As paragraphs, lists, strong words, links and code.
    Markdown,
    /// As the words on an official screen, whose punctuation is not ours to mend.
    OnScreen,
}

/// Something wrong inside a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Slip {
    /// Byte offset in the text.
    pub(crate) at: usize,
    pub(crate) code: Code,
    pub(crate) subject: String,
}

/// Everything wrong with a text in one language.
pub(crate) fn check(text: &str, lang: Lang, style: Style) -> Vec<Slip> {
    let mut slips = match style {
        Style::Markdown => check_markdown(text),
        Style::Plain | Style::OnScreen => Vec::from_iter(markdown_in_plain(text)),
    };
    if lang == Lang::ZhHant && style != Style::OnScreen {
        slips.extend(half_width_mark(text));
    }
    slips
}

/// Whether the English repeats a Chinese text.
pub(crate) fn is_untranslated(text: &Text) -> bool {
    text.en.trim() == text.zh.trim() && text.en.chars().any(is_chinese)
}

/// Whether a text fits into a box of the map: at most 14 Chinese or 40 Latin characters, or as much of both.
pub(crate) fn is_short(text: &str) -> bool {
    const CHINESE: usize = 40;
    const LATIN: usize = 14;
    let width: usize = text
        .chars()
        .map(|c| if c.is_ascii() { LATIN } else { CHINESE })
        .sum();
    width <= CHINESE * LATIN
}

/// Whether an address begins with `https://` and goes on with a host.
pub(crate) fn is_https(address: &str) -> bool {
    let Some(rest) = address.strip_prefix("https://") else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host_ok = host.contains('.')
        && !host.starts_with('.')
        && host
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':'));
    let strange = |c: char| c.is_whitespace() || c.is_control() || "\"'<>\\`{}|^".contains(c);
    host_ok && !rest.contains(strange)
}

fn check_markdown(text: &str) -> Vec<Slip> {
    // Extensions are switched on to be found, since an editor may know them from elsewhere.
    let extensions = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES;
    let mut slips = Vec::new();
    let mut stars_noted = false;
    for (event, range) in Parser::new_ext(text, extensions).into_offset_iter() {
        let snippet = text.get(range.clone()).unwrap_or_default();
        let slip = |code, subject: &str| Slip {
            at: range.start,
            code,
            subject: shortened(subject),
        };
        match event {
            Event::Start(Tag::Paragraph | Tag::List(_) | Tag::Item | Tag::Strong) => {}
            // The table as a whole was noted.
            Event::Start(Tag::TableHead | Tag::TableRow | Tag::TableCell) => {}
            Event::Start(Tag::Link { dest_url, .. }) => {
                if !is_https(&dest_url) {
                    slips.push(slip(Code::LinkNotHttps, &dest_url));
                }
            }
            Event::Start(_)
            | Event::InlineHtml(_)
            | Event::Rule
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => slips.push(slip(Code::MarkdownNotAllowed, snippet)),
            Event::Text(_) => {
                if !stars_noted && has_stray_stars(text, range.start, snippet) {
                    stars_noted = true;
                    slips.push(slip(Code::StrayStars, line_from(text, range.start)));
                }
            }
            Event::End(_)
            | Event::Code(_)
            | Event::Html(_)
            | Event::SoftBreak
            | Event::HardBreak => {}
        }
    }
    slips
}

/// Whether a text begins with two stars that did not become strong.
///
/// Between a Chinese character and a bracket such as 【 the rules of Markdown take `**` for plain stars.
fn has_stray_stars(text: &str, start: usize, snippet: &str) -> bool {
    let escaped = text
        .get(..start)
        .is_some_and(|before| before.ends_with('\\'));
    let rest = text.get(start..).unwrap_or_default();
    !escaped && (snippet.contains("**") || (snippet == "*" && rest.starts_with("**")))
}

fn line_from(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    rest.lines().next().unwrap_or_default()
}

fn markdown_in_plain(text: &str) -> Option<Slip> {
    let at = text.find("**").or_else(|| text.find("]("))?;
    Some(Slip {
        at,
        code: Code::MarkdownInPlainText,
        subject: shortened(line_from(text, at)),
    })
}

/// The first half-width mark that stands where Chinese text wants the full-width one.
fn half_width_mark(text: &str) -> Option<Slip> {
    let mut before = None;
    let mut chars = text.char_indices().filter(|(_, c)| *c != '*').peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|(_, c)| *c);
        let ends_chinese = before.is_some_and(is_chinese)
            && after.is_none_or(|c| c.is_whitespace() || is_chinese(c));
        if ends_chinese && matches!(c, ',' | '.' | ';' | ':' | '!' | '?') {
            return Some(Slip {
                at,
                code: Code::HalfWidthPunctuation,
                subject: c.to_string(),
            });
        }
        before = Some(c);
    }
    None
}

/// Chinese characters and the brackets that belong to them.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}'
        | '「' | '」' | '『' | '』' | '【' | '】' | '《' | '》' | '〈' | '〉' | '（' | '）')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_https_and_has_a_host() {
        #[track_caller]
        fn check(address: &str, expect: bool) {
            assert_eq!(is_https(address), expect, "{address:?}");
        }
        check("https://ecpa.dgpa.gov.tw/", true);
        check(
            "https://per.ntut.edu.tw/files/14-1012-67266,r1225-1.php?Lang=zh-tw",
            true,
        );
        check(
            "https://www.ntepb.gov.tw/Sub/faq/Details.aspx?Parser=27%2C16",
            true,
        );
        check("http://ecpa.dgpa.gov.tw/", false);
        check("HTTPS://ecpa.dgpa.gov.tw/", false);
        check("https://", false);
        check("https://localhost/", false);
        check("https://a.b/ c", false);
        check("https://user@a.b/", false);
        check("//ecpa.dgpa.gov.tw", false);
        check("javascript:alert(1)", false);
        check("mailto:a@b.tw", false);
        check("", false);
    }

    #[track_caller]
    fn check_zh(text: &str, style: Style, expect: &[(Code, usize)]) {
        let slips: Vec<_> = check(text, Lang::ZhHant, style)
            .iter()
            .map(|s| (s.code, s.at))
            .collect();
        assert_eq!(slips, expect, "{text:?}");
    }

    #[test]
    fn the_small_markdown_of_the_pages_passes() {
        for text in [
            "",
            "一段\n\n另一段",
            "1. 甲\n   1. 乙\n2. 丙\n\n- 丁",
            "點選 **【送出】** 後，看 [說明](https://a.b/c) 與 `D6`",
            "**【送出】**",
            "\\*\\*不是粗體\\*\\*",
            "<https://a.b/>",
            "2 < 3 且 `<b>`",
        ] {
            check_zh(text, Style::Markdown, &[]);
        }
    }

    #[test]
    fn every_other_markdown_is_named_where_it_stands() {
        use Code::MarkdownNotAllowed as No;
        for (text, at) in [
            ("# 標題", 0),
            ("甲\n\n<div>乙</div>", 5),
            ("甲 <b>", 4),
            ("甲 ![圖](https://a.b/c.png)", 4),
            ("> 引言", 0),
            ("甲 *斜體* 乙", 4),
            ("    程式", 4),
            ("```\n程式\n```", 0),
            ("甲\n\n---", 5),
            ("甲\n===", 0),
            ("| 甲 | 乙 |\n| - | - |\n| 丙 | 丁 |", 0),
            ("~~甲~~", 0),
        ] {
            check_zh(text, Style::Markdown, &[(No, at)]);
        }
        check_zh("- [ ] 甲", Style::Markdown, &[(No, 2)]);
        check_zh("甲 <b>乙</b>", Style::Markdown, &[(No, 4), (No, 10)]);
        check_zh(
            "[甲](http://a.b)",
            Style::Markdown,
            &[(Code::LinkNotHttps, 0)],
        );
        check_zh("[甲](#start)", Style::Markdown, &[(Code::LinkNotHttps, 0)]);
        check_zh(
            "[甲]: javascript:x\n\n看 [甲]",
            Style::Markdown,
            &[(Code::LinkNotHttps, 25)],
        );
    }

    #[test]
    fn stars_that_stay_stars_are_named_once() {
        use Code::StrayStars as Stars;
        check_zh("點選**【送出】**後", Style::Markdown, &[(Stars, 6)]);
        check_zh("點選 **送出", Style::Markdown, &[(Stars, 7)]);
        check_zh("點選**送出**後", Style::Markdown, &[]);
        check_zh(
            "點選**送出**後",
            Style::Plain,
            &[(Code::MarkdownInPlainText, 6)],
        );
    }

    #[test]
    fn half_width_marks_are_named_only_after_chinese() {
        use Code::HalfWidthPunctuation as Half;
        check_zh("甲,乙", Style::Plain, &[(Half, 3)]);
        check_zh("是否?", Style::Plain, &[(Half, 6)]);
        check_zh("點選【送出】,再等", Style::Markdown, &[(Half, 18)]);
        check_zh("D6: 終身, A.", Style::Plain, &[(Half, 10)]);
        check_zh("環境教育(4小時)", Style::Plain, &[]);
        check_zh("例如：0610101,0610102 或 1.5 小時", Style::Plain, &[]);
        check_zh("甲:乙", Style::OnScreen, &[]);
        assert_eq!(check("選 甲, or", Lang::En, Style::Plain), []);
    }
}
