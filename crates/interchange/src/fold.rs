//! Folding (統一字形): one spelling for signs that mean the same, so that the reader of tables sees few of them.

use hours::typed::{half_width, is_blank};

/// The letters that U+2F00 and the following stand for, which PDF files use as letters (康熙部首).
///
/// The tables of a Unicode library took 37 kB of the program; a test compares these two with such a library.
const RADICALS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// The letters that U+F900 and the following stand for (相容漢字).
const COMPATIBLE: &str = "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀";

/// The text as it is read: signs without width are gone, letters are small and half-width, each line ends with `\n`, and
/// blanks inside a line are spaces and tabs.
///
/// Of numerals only the full-width digits become digits: a raised 1, a ½ or a ① beside a digit would make another number.
pub(crate) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(c) = signs.next() {
        match c {
            '\r' if signs.peek() == Some(&'\n') => {}
            '\t' => out.push('\t'),
            '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            _ if c.is_whitespace() => out.push(' '),
            _ if is_blank(c) => {}
            _ => out.push(sign(c)),
        }
    }
    out
}

/// A visible sign as it is compared.
fn sign(c: char) -> char {
    match c {
        '\u{4E00}'..='\u{9FFF}' => c,
        '\u{2F00}'..='\u{2FD5}' => nth(RADICALS, c, '\u{2F00}'),
        '\u{F900}'..='\u{FA0D}' => nth(COMPATIBLE, c, '\u{F900}'),
        '\u{2212}' | '\u{FE63}' => '-',
        '\u{FE10}' | '\u{FE50}' => ',',
        '\u{FE51}' => '、',
        '\u{FE52}' => '.',
        '\u{FE13}' | '\u{FE55}' => ':',
        '\u{FE54}' => ';',
        '\u{FE35}' | '\u{FE59}' => '(',
        '\u{FE36}' | '\u{FE5A}' => ')',
        '\u{FE37}' | '\u{FE5B}' => '{',
        '\u{FE38}' | '\u{FE5C}' => '}',
        '\u{FE39}' | '\u{FE5D}' => '〔',
        '\u{FE3A}' | '\u{FE5E}' => '〕',
        '\u{FE3B}' => '【',
        '\u{FE3C}' => '】',
        '\u{FE47}' => '[',
        '\u{FE48}' => ']',
        '\u{FE61}' => '*',
        '\u{FE65}' => '>',
        // Drawn tables: │ ┃ ║ ¦.
        '\u{2502}' | '\u{2503}' | '\u{2551}' | '\u{A6}' => '|',
        _ => half_width(c).to_ascii_lowercase(),
    }
}

/// The letter of a table that stands at the place of a sign.
fn nth(table: &str, c: char, first: char) -> char {
    let place = u32::from(c) - u32::from(first);
    // Each letter of the tables takes three bytes.
    table
        .get(place as usize * 3..)
        .and_then(|rest| rest.chars().next())
        .unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization as _;

    use super::*;

    #[test]
    fn letters_and_marks_are_folded_as_unicode_says() {
        for c in ('\u{2F00}'..='\u{2FD5}')
            .chain('\u{F900}'..='\u{FA0D}')
            .chain('\u{FE10}'..='\u{FE6B}')
            .chain('\u{FF01}'..='\u{FF5E}')
        {
            let folded = sign(c);
            let normal: String = c.nfkc().collect::<String>().to_lowercase();
            if folded != c {
                assert_eq!(folded.to_string(), normal, "{c:?}");
            } else if !('\u{FE10}'..='\u{FE6B}').contains(&c) {
                assert_eq!(normal, c.to_string(), "{c:?}");
            }
        }
    }

    #[test]
    fn digits_come_of_digits_alone() {
        for c in '\0'..=char::MAX {
            if sign(c).is_ascii_digit() {
                assert!(c.is_ascii_digit() || ('０'..='９').contains(&c), "{c:?}");
            }
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(folded(text), expected, "{text:?}");
    }

    #[test]
    fn blanks_become_spaces_tabs_and_line_ends() {
        check("甲\r\n乙\r丙\u{2028}丁\u{B}戊", "甲\n乙\n丙\n丁\n戊");
        check("甲\u{3000}乙\u{A0}丙\t丁", "甲 乙 丙\t丁");
        check("1\u{200B}2\u{AD}.\u{FEFF}5\u{200F}", "12.5");
        check("Ｈｏｕｒ（４）", "hour(4)");
    }
}
