//! What kinds of signs (字元) a pasted text consists of, and where a label may begin.

use hours::typed::{half_width, is_blank};

/// How many signs a bracket may hold; a mark that is never closed must not swallow the page.
const MAX_IN_BRACKET: usize = 64;

/// What stands before a place in the text (前文), as far as a label's beginning depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Before {
    /// Nothing, a line break or tab, a digit, punctuation, or a row that was read: any label may begin.
    Clear,
    /// A letter or Chinese character: no label begins.
    Word,
    /// A word and spaces: what begins here may still belong to the word.
    Spaced,
    /// A word and a mark that goes on with a list (甲、乙): no label begins, not even behind spaces.
    Joined,
}

impl Before {
    /// What stands before the place behind this sign.
    pub(crate) fn and(self, c: char) -> Self {
        // Most signs of a page are these, and need no closer look.
        if matches!(c, '\u{3400}'..='\u{9FFF}') {
            return Self::Word;
        }
        if is_blank(c) {
            return match self {
                _ if c == '\t' || is_break(c) => Self::Clear,
                // Marks that nobody sees part no words.
                Self::Word if c.is_whitespace() => Self::Spaced,
                _ => self,
            };
        }
        match half_width(c) {
            // A comma parts cells, too.
            ',' => Self::Clear,
            '-' | '/' | '&' | '+' => self.joined(),
            mark if is_list_mark(mark) => self.joined(),
            sign if is_word(sign) => Self::Word,
            _ => Self::Clear,
        }
    }

    /// What stands before the place behind a mark of a list; where no word stands before it, it marks an item.
    fn joined(self) -> Self {
        match self {
            Self::Word => Self::Joined,
            _ => self,
        }
    }
}

/// The sign as labels and units are compared: half-width and small.
pub(crate) fn folded(c: char) -> char {
    half_width(c).to_ascii_lowercase()
}

/// Whether a sign inside a label does not count: blanks, because labels wrap, and the marks of lists.
pub(crate) fn is_passed_over(c: char) -> bool {
    is_blank(c) || is_list_mark(half_width(c))
}

/// Whether a half-width sign parts the items of a list.
fn is_list_mark(sign: char) -> bool {
    matches!(sign, '、' | ',' | '・' | '·' | '‧' | '･')
}

/// Whether a sign ends a line.
pub(crate) fn is_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Whether a sign is a blank inside a cell.
pub(crate) fn is_plain(c: char) -> bool {
    is_blank(c) && c != '\t' && !is_break(c)
}

/// Whether a sign takes no room at all.
pub(crate) fn is_unseen(c: char) -> bool {
    is_blank(c) && !c.is_whitespace()
}

/// Whether a sign parts or quotes cells.
pub(crate) fn is_cell_mark(c: char) -> bool {
    matches!(half_width(c), '"' | '\'' | ',' | ';' | '|')
}

/// Whether a half-width sign is a letter or Chinese character; roughly, because exact tables cost more than they tell.
fn is_word(sign: char) -> bool {
    match sign {
        '\0'..='\u{BF}' => sign.is_ascii_alphabetic(),
        // Punctuation, symbols and drawings, and the marks of Chinese text.
        '\u{2000}'..='\u{206F}' | '\u{2190}'..='\u{2BFF}' | '\u{3000}'..='\u{303F}' => false,
        '\u{FE10}'..='\u{FE6F}' | '\u{FF5F}'..='\u{FF65}' => false,
        _ => true,
    }
}

/// The text without the signs of a kind that it begins with.
pub(crate) fn skip(text: &str, kind: fn(char) -> bool) -> &str {
    text.trim_start_matches(kind)
}

/// The text as far as its own end part begins.
pub(crate) fn until<'t>(text: &'t str, end: &str) -> &'t str {
    text.get(..text.len().saturating_sub(end.len()))
        .unwrap_or_default()
}

/// What the bracket holds that the text begins with, and the text behind it.
pub(crate) fn bracket(text: &str) -> Option<(&str, &str)> {
    let mut rest = text.chars();
    if half_width(rest.next()?) != '(' {
        return None;
    }
    let inside = rest.as_str();
    let mut signs = 0;
    while signs <= MAX_IN_BRACKET {
        let here = rest.as_str();
        let c = rest.next()?;
        match half_width(c) {
            ')' => return Some((until(inside, here), rest.as_str())),
            // The inner one is the bracket; each sign is looked at once.
            '(' => return None,
            _ => signs += usize::from(!is_blank(c)),
        }
    }
    None
}
