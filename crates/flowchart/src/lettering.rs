//! How wide a text is and where it breaks (字寬與換行), without a browser: so boxes can be drawn before anyone looks at them.
//!
//! A Chinese character is one em wide, as is any that is not known here; Latin letters are as wide as in the widest of the usual fonts.

/// Widths of the characters from the blank to `~`, in fiftieths of an em: the wider of DejaVu Sans and Noto Sans CJK, as measured.
const LATIN: [u8; 95] = [
    16, 21, 24, 42, 32, 48, 39, 14, 20, 20, 25, 42, 16, 19, 16, 20, 32, 32, 32, 32, 32, 32, 32, 32,
    32, 32, 17, 17, 42, 42, 42, 27, 50, 35, 35, 35, 39, 32, 29, 39, 38, 15, 27, 33, 28, 44, 38, 40,
    32, 40, 35, 32, 31, 37, 35, 50, 35, 31, 35, 20, 20, 20, 42, 28, 31, 31, 32, 28, 32, 31, 18, 32,
    32, 14, 14, 29, 15, 49, 32, 31, 32, 32, 21, 27, 20, 32, 30, 41, 30, 30, 27, 32, 17, 32, 42,
];
const EM: i32 = 50;

/// The width of a text in one line, in the unit of the font size; rounded up.
#[must_use]
pub fn text_width(text: &str, font_size: i32) -> i32 {
    let fiftieths: i32 = text.chars().map(char_width).fold(0, i32::saturating_add);
    fiftieths.saturating_mul(font_size).saturating_add(EM - 1) / EM
}

/// The width of a Latin text with the room between letters and words that its readers may ask for (WCAG 1.4.12): 0.12 and 0.16 em.
#[must_use]
pub fn spaced_width(text: &str, font_size: i32) -> i32 {
    let room: i32 = text.chars().map(|c| if c == ' ' { 28 } else { 12 }).sum();
    text_width(text, font_size).saturating_add(room.saturating_mul(font_size) / 100 + 1)
}

fn char_width(c: char) -> i32 {
    let latin = u32::from(c).checked_sub(32).map(|index| index as usize);
    match latin.and_then(|index| LATIN.get(index)) {
        Some(width) => i32::from(*width),
        // Marks that join or direct what stands around them take no room.
        None if matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}') => {
            0
        }
        None if is_joined(c) => 0,
        // Emoji are wider than what is written.
        None if u32::from(c) >= 0x1F000 => EM * 13 / 10,
        None => EM,
    }
}

/// Marks and variants that belong to the character before them.
fn is_joined(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{200D}' | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}')
}

/// Breaks a text into as few lines as fit the width, and those as even as they can be; `measure` says how wide a line is.
///
/// Breaks stand at blanks and, where that saves a line, between Chinese characters, never before closing or after opening punctuation.
/// A word that is wider than a line is broken where the line ends, but not for the room between its letters.
/// A blank at a break stays at the end of its line, so that the lines together are the text.
#[must_use]
pub fn break_lines(
    text: &str,
    width: i32,
    font_size: i32,
    measure: fn(&str, i32) -> i32,
) -> Vec<String> {
    let wide = |line: &str| measure(line.trim_end(), font_size);
    let mut pieces = pieces(text, width, font_size);
    let mut fewest = fill(&pieces, width, &wide).len();
    // A name stays whole where that takes no further line.
    let words: Vec<String> = text.split_inclusive(' ').map(str::to_owned).collect();
    let lines = fill(&words, width, &wide);
    if lines.len() <= fewest && lines.iter().all(|line| wide(line) <= width) {
        (pieces, fewest) = (words, lines.len());
    }
    // The narrowest width with the same number of lines makes them even.
    let (mut too_narrow, mut enough) = (0, width);
    while enough - too_narrow > 1 {
        let middle = too_narrow + (enough - too_narrow) / 2;
        let lines = fill(&pieces, middle, &wide);
        if lines.len() <= fewest && lines.iter().all(|line| wide(line) <= middle) {
            enough = middle;
        } else {
            too_narrow = middle;
        }
    }
    fill(&pieces, enough, &wide)
}

/// The texts between which a line may break; a blank belongs to the text before it.
fn pieces(text: &str, width: i32, font_size: i32) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut last = None;
    for c in text.chars() {
        match (pieces.last_mut(), last) {
            (Some(piece), Some(last))
                if !may_break(last, c)
                    && text_width(piece.trim_end(), font_size)
                        + text_width(c.encode_utf8(&mut [0; 4]), font_size)
                        <= width =>
            {
                piece.push(c);
            }
            _ => pieces.push(c.to_string()),
        }
        last = Some(c);
    }
    pieces
}

fn may_break(before: char, after: char) -> bool {
    let is_closing = "，。、；：？！）】」』〕》…,.;:?!)]}”’ ".contains(after);
    let is_opening = "（【「『〔《([{“‘".contains(before);
    let is_wide = |c: char| u32::from(c) >= 0x2E80;
    let is_one = is_joined(after) || before == '\u{200D}' || is_flag(before) && is_flag(after);
    !is_closing && !is_opening && !is_one && (before == ' ' || is_wide(before) || is_wide(after))
}

/// Half of a flag; two halves are not parted.
fn is_flag(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}')
}

fn fill(pieces: &[String], width: i32, wide: &dyn Fn(&str) -> i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if wide(&[line, piece.as_str()].concat()) <= width => {
                line.push_str(piece);
            }
            _ => lines.push(piece.clone()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, width: i32, expect: &[&str]) {
        assert_eq!(
            break_lines(text, width, 10, text_width),
            expect,
            "{text} in {width}"
        );
    }

    #[test]
    fn chinese_is_one_em_wide_and_latin_is_narrower() {
        assert_eq!(text_width("學習時數", 14), 56);
        assert_eq!(text_width("", 14), 0);
        assert!(text_width("illicit", 14) < text_width("MAMMOTH", 14));
        assert!(text_width("Sign in", 14) < 7 * 14);
        assert_eq!(
            spaced_width("a b", 100),
            text_width("a b", 100) + 12 + 28 + 12 + 1
        );
        assert_eq!(text_width("👩\u{200D}🎓", 10), 26);
    }

    #[test]
    fn lines_are_even_and_keep_punctuation_where_it_belongs() {
        check("學習時數", 100, &["學習時數"]);
        check("以自然人憑證登入", 60, &["以自然人", "憑證登入"]);
        check("點選【個人資料夾】", 60, &["點選【個人", "資料夾】"]);
        check("有，沒有。", 30, &["有，沒", "有。"]);
        check("Sign in to eCPA", 50, &["Sign in ", "to eCPA"]);
        check("D6 終身學習入口網", 80, &["D6 ", "終身學習入口網"]);
        check("D6 終身學習入口網", 60, &["D6 終身學", "習入口網"]);
        check(
            "終身學習入口網 (portal)",
            90,
            &["終身學習入口網 ", "(portal)"],
        );
        check("", 50, &[]);
        check("好👩\u{200D}🎓好", 30, &["好", "👩\u{200D}🎓", "好"]);
        check("好👍🏽好", 20, &["好", "👍🏽", "好"]);
        check("Donaudampfschiff", 40, &["Donaud", "ampfsc", "hiff"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_sticks_out(text in "\\PC{0,200}", width in 20..300_i32) {
            let lines = break_lines(&text, width, 14, text_width);
            prop_assert_eq!(lines.concat(), text);
            for line in &lines {
                // A closing mark may hang over where nothing else can be done.
                prop_assert!(text_width(line.trim_end(), 14) <= width + 14, "{}", line);
            }
        }
    }
}
