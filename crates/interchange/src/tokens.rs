//! The pieces (記號) that a folded text consists of: labels, numbers, edges of cells, ends of lines, and all else.

use hours::{Hours, HoursProblem, PortalRow, parse_hours};

use crate::Labels;
use crate::labels::is_list_mark;

/// How many signs a bracket or a numbering may hold; a mark that is never closed must not swallow the page.
const MAX_IN_BRACKET: usize = 64;

/// So many numberings, brackets and bullets may stand before a label.
const MAX_BEFORE_LABEL: usize = 8;

/// The units that [`parse_hours`] knows, each before those that it begins with.
const UNITS: [&str; 7] = ["小時", "時", "hours", "hour", "hrs", "hr", "h"];

/// The words that a bracket behind a number may hold and cast no doubt on it.
const REMARKS: [&str; 14] = [
    "完成",
    "已完成",
    "未完成",
    "達成",
    "已達成",
    "未達成",
    "達標",
    "已達標",
    "未達標",
    "符合",
    "不符合",
    "不足",
    "合格",
    "通過",
];

/// The units of other measures: a number before one is no number of hours.
const OTHER_MEASURES: [&str; 15] = [
    "分", "分鐘", "秒", "年", "月", "日", "天", "週", "人", "元", "點", "次", "門", "堂", "學分",
];

/// The units of time that are counted in columns of their own.
const PERIODS: [&str; 6] = ["年", "年度", "學年", "學年度", "月", "季"];

/// The words in a heading, a caption or a bracket for hours that are missing.
const MISSING: [&str; 12] = [
    "尚",
    "還差",
    "還缺",
    "不足",
    "缺",
    "差額",
    "欠",
    "待補",
    "未完成",
    "未達",
    "missing",
    "remaining",
];

/// The words in a heading or a bracket for other numbers that are not the hours one has: those that are asked for or coming, those
/// of others, and other measures.
const NOT_HOURS: [&str; 30] = [
    "規定",
    "應修",
    "應完成",
    "應達",
    "需",
    "須修",
    "法定",
    "最低",
    "門檻",
    "標準",
    "上限",
    "目標",
    "剩餘",
    "預計",
    "預定",
    "待",
    "報名",
    "審核中",
    "去年",
    "前年",
    "上年",
    "平均",
    "排名",
    "名次",
    "百分",
    "分鐘",
    "學分",
    "required",
    "needed",
    "target",
];

/// The words before 時數 in the heading of a column that holds the hours one has; under any other such heading a number is in doubt.
const OWN_HOURS: [&str; 26] = [
    "學習",
    "終身",
    "研習",
    "課程",
    "總",
    "合計",
    "累計",
    "累積",
    "各項",
    "已",
    "完成",
    "取得",
    "修畢",
    "修",
    "認證",
    "核發",
    "登錄",
    "實得",
    "實際",
    "現有",
    "有",
    "目前",
    "今年",
    "本年度",
    "本年",
    "年度",
];

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// A label with its brackets and footnote marks.
    Label(FoundLabel),
    /// A number that may be hours, with its unit.
    Number(Number),
    /// A unit of hours apart from a number.
    Unit,
    /// A colon or an equals sign.
    Colon,
    /// A bracket.
    Bracket(Bracket),
    /// The edge of a cell, by its sign.
    Edge(char),
    /// The end of a line.
    Break,
    /// Words and other signs.
    Other(Other),
}

/// A label in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FoundLabel {
    pub(crate) row: PortalRow,
    /// The hours in the bracket behind the label.
    pub(crate) threshold: Option<Hours>,
    /// Whether a bracket behind the label says that its number is not the hours one has: (尚缺), (分鐘).
    pub(crate) is_not_hours: bool,
    /// Whether a number or letter of an order stands before it: 1. 一、
    pub(crate) is_numbered: bool,
    /// Whether nothing leaves room for doubt that this is the label of that row.
    pub(crate) is_sure: bool,
}

/// A number in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) hours: Result<Hours, HoursProblem>,
    /// Its value where it may as well be the number of a row: digits without point and unit.
    pub(crate) ordinal: Option<u32>,
}

/// A bracket in the text, as far as it matters behind a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bracket {
    /// A unit, or a remark that leaves a number what it is.
    Remark,
    /// Hours: the portal's threshold.
    Threshold,
    /// Anything else.
    Other { has_digit: bool, is_not_hours: bool },
}

/// Words and other signs, as far as they matter beside a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Other {
    pub(crate) has_digit: bool,
    /// Whether at the beginning of a line it may belong to the number at the end of the line before: a measure, a sign of
    /// calculation, a point.
    pub(crate) goes_on: bool,
    /// Whether it is a year, a month or a season, as columns are headed.
    pub(crate) is_period: bool,
    /// The numbers below it, where it heads a column.
    pub(crate) heads: Heads,
}

/// The numbers below a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heads {
    /// Hours that are missing: 尚缺時數.
    Missing,
    /// Other numbers that are not the hours one has: 規定時數, 排名.
    NotHours,
    /// Hours of a kind that is not known: 必修時數.
    UnknownHours,
    /// The heading casts no doubt on them.
    Any,
}

/// The text before a place on its line, as far as a label's beginning depends on it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing in this cell, numbering, a bracket, or a row that was read: a label may begin.
    Clear,
    /// A word and blanks or marks: a label that begins here is in doubt.
    Spaced,
    /// A word: no label begins.
    Word,
    /// A word and a mark that goes on with a list (甲、乙): no label begins, not even behind blanks.
    Joined,
    /// The mark of a path (甲 > 乙) on a line that has begun: no label begins, not even in the next cell.
    Path,
}

/// The reader of tokens.
struct Lexer<'t> {
    rest: &'t str,
    labels: &'t Labels,
    tokens: Vec<Token>,
    before: Before,
    /// Whether the cell has just begun.
    at_edge: bool,
    /// Whether a blank, a quote or an edge stands directly before.
    is_apart: bool,
    /// Whether a comma that parts cells stands directly before.
    in_csv: bool,
    /// Whether the line has just begun.
    at_line: bool,
}

/// The pieces of a folded text.
pub(crate) fn tokens(text: &str, labels: &Labels) -> Vec<Token> {
    let mut lexer = Lexer {
        rest: text,
        labels,
        tokens: Vec::new(),
        before: Before::Clear,
        at_edge: true,
        is_apart: true,
        in_csv: false,
        at_line: true,
    };
    while lexer.step().is_some() {}
    lexer.tokens
}

impl<'t> Lexer<'t> {
    /// Reads one piece; `None` at the end of the text.
    fn step(&mut self) -> Option<()> {
        if std::mem::take(&mut self.at_line) {
            self.rest = behind_rule(self.rest);
        }
        let mut signs = self.rest.chars();
        let c = signs.next()?;
        match c {
            '\n' | '\t' | '|' | ';' | ',' => {
                self.rest = signs.as_str();
                if c == '\n' || self.before != Before::Path {
                    self.before = Before::Clear;
                }
                (self.at_edge, self.is_apart, self.in_csv) = (true, true, c == ',');
                self.at_line = c == '\n';
                let token = if c == '\n' {
                    Token::Break
                } else {
                    Token::Edge(c)
                };
                self.tokens.push(token);
            }
            ' ' | '"' | '\'' | '`' => {
                self.rest = signs.as_str();
                if self.before == Before::Word {
                    self.before = Before::Spaced;
                }
                (self.is_apart, self.in_csv) = (true, self.in_csv && c == ' ');
            }
            _ => {
                let at_edge = self.at_edge && self.before == Before::Clear;
                let token = (at_edge.then(|| self.numbered_label()).flatten())
                    .or_else(|| self.label(self.rest))
                    .or_else(|| self.number())
                    .or_else(|| self.bracket());
                match token {
                    Some((token, rest)) => {
                        if matches!(token, Token::Label(_)) {
                            self.before = Before::Clear;
                        }
                        self.rest = rest;
                        self.tokens.push(token);
                    }
                    None => self.other(c),
                }
                (self.at_edge, self.is_apart, self.in_csv) = (false, false, false);
            }
        }
        Some(())
    }

    /// A label behind numbering (一、), brackets and bullets at the beginning of a cell.
    fn numbered_label(&self) -> Option<(Token, &'t str)> {
        let mut rest = self.rest;
        let mut is_numbered = false;
        if let Some(label) = self.bracketed_label(rest) {
            return Some(label);
        }
        for _ in 0..MAX_BEFORE_LABEL {
            let behind_ordinal = ordinal(rest);
            is_numbered |= behind_ordinal.is_some();
            let behind = behind_ordinal
                .or_else(|| bracket(rest).map(|(_, behind)| behind))
                .or_else(|| bullet(rest))?;
            rest = behind.trim_start_matches([' ', '\t', '|', '"', '\'']);
            if let Some((Token::Label(label), rest)) = self.label(rest) {
                let label = FoundLabel {
                    is_numbered,
                    ..label
                };
                return Some((Token::Label(label), rest));
            }
        }
        None
    }

    /// The label that stands alone in a bracket here, as mails write it: 【環境教育】4. A round one holds what is no label.
    fn bracketed_label(&self, text: &'t str) -> Option<(Token, &'t str)> {
        let (inside, behind) = bracket(text).filter(|_| !text.starts_with('('))?;
        let (Token::Label(label), "") = self.label(inside.trim_matches(' '))? else {
            return None;
        };
        let Behind {
            threshold,
            is_not_hours,
            rest,
        } = behind_name(behind);
        let label = FoundLabel {
            threshold: label.threshold.or(threshold),
            is_not_hours: label.is_not_hours || is_not_hours,
            ..label
        };
        self.label_ends(rest).then_some((Token::Label(label), rest))
    }

    /// The label that begins here, with all that belongs to it, and the text behind it.
    fn label<'r>(&self, text: &'r str) -> Option<(Token, &'r str)> {
        let is_sure = match self.before {
            Before::Clear => true,
            Before::Spaced => false,
            Before::Word | Before::Joined | Before::Path => return None,
        };
        let found = self.labels.longest(text)?;
        let Behind {
            threshold,
            is_not_hours,
            rest,
        } = behind_name(found.behind);
        if !self.label_ends(rest) {
            return None;
        }
        let label = FoundLabel {
            row: found.row,
            threshold,
            is_not_hours,
            is_numbered: false,
            is_sure: is_sure && !found.is_torn,
        };
        Some((Token::Label(label), rest))
    }

    /// Whether a label may end before this text.
    fn label_ends(&self, text: &str) -> bool {
        let Some(c) = text.chars().next() else {
            return true;
        };
        let next = text.trim_start_matches(' ').chars().next();
        // A bracket that is never closed is the end of a selection.
        let ends = c.is_ascii_digit()
            || matches!(c, ':' | '=' | '-' | '+' | '.' | '\n')
            || closing(c).is_some()
            || self.number_ends(text);
        ends && !next.is_some_and(is_path_mark)
    }

    /// Whether a number, or the unit behind it, may end before this text.
    fn number_ends(&self, text: &str) -> bool {
        text.chars().next().is_none_or(|c| {
            is_edge(c) || closing(c).is_some() || self.labels.longest(text).is_some()
        })
    }

    /// The number that begins here, with its unit, and the text behind it.
    fn number(&self) -> Option<(Token, &'t str)> {
        let text = self.rest;
        // In Markdown what matters stands between two pairs of stars.
        let (text, is_strong) = match text.strip_prefix("**") {
            Some(inside) => (inside, true),
            None => (text, false),
        };
        let sign = text.chars().next().filter(|c| matches!(c, '-' | '+'));
        let unsigned = match text.strip_prefix(['-', '+']) {
            Some(unsigned) => unsigned.trim_start_matches(' '),
            None => text,
        };
        let (whole, rest) = split_digits(unsigned);
        let (fraction, rest) = match rest.strip_prefix('.') {
            // Directly behind a word or label it may end that: 環境教育.5.
            Some(fraction) if self.is_apart || !whole.is_empty() => split_digits(fraction),
            _ => ("", rest),
        };
        if (whole.is_empty() && fraction.is_empty()) || is_code(whole) {
            return None;
        }
        if let Some(rest) = self.grouped(rest) {
            let hours = Err(HoursProblem::NotANumber);
            return Some((
                Token::Number(Number {
                    hours,
                    ordinal: None,
                }),
                rest,
            ));
        }
        let number = text.get(..text.len() - rest.len()).unwrap_or_default();
        let is_plain = sign.is_none() && fraction.is_empty();
        let (rest, has_unit) = match self.behind_unit(rest) {
            Some(rest) => (rest, true),
            None => (rest, false),
        };
        let rest = if is_strong {
            rest.strip_prefix("**")?
        } else {
            rest
        };
        let rest = self.behind_full_stop(rest).unwrap_or(rest);
        if !self.number_ends(rest) {
            return None;
        }
        let hours = match parse_hours(number) {
            _ if sign == Some('+') => Err(HoursProblem::NotANumber),
            Ok(hours) => hours.ok_or(HoursProblem::NotANumber),
            Err(problem) => Err(problem),
        };
        let ordinal = (is_plain && !has_unit)
            .then(|| whole.parse().ok())
            .flatten();
        Some((Token::Number(Number { hours, ordinal }), rest))
    }

    /// The text behind all the groups of digits that follow the first, where a mark parts thousands or decimals.
    fn grouped<'r>(&self, text: &'r str) -> Option<&'r str> {
        let mark = text.chars().next()?;
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '\'' | '’');
        let behind = text.strip_prefix([',', '\'', '’'])?;
        let goes_on = behind.starts_with(|c: char| c.is_ascii_digit());
        (goes_on && !(self.in_csv && mark == ',')).then(|| text.trim_start_matches(is_part))
    }

    /// The text behind a unit of hours.
    fn behind_unit<'r>(&self, text: &'r str) -> Option<&'r str> {
        let text = text.trim_start_matches(' ');
        UNITS.iter().find_map(|unit| {
            let behind = text.strip_prefix(unit)?;
            let ends = behind.starts_with("**")
                || self.number_ends(behind)
                || self.behind_full_stop(behind).is_some();
            ends.then_some(behind)
        })
    }

    /// The text behind the full stop (。) of a sentence, where the line or cell ends or another label begins.
    fn behind_full_stop<'r>(&self, text: &'r str) -> Option<&'r str> {
        let behind = text.strip_prefix('。')?.trim_start_matches(' ');
        let c = behind.chars().next();
        let ends = c.is_none_or(|c| matches!(c, '\n' | '\t' | '|' | '"'));
        (ends || self.labels.longest(behind).is_some()).then_some(behind)
    }

    /// The bracket that begins here, and the text behind it.
    fn bracket(&self) -> Option<(Token, &'t str)> {
        let (inside, behind) = bracket(self.rest)?;
        let inside: String = inside.chars().filter(|c| !c.is_whitespace()).collect();
        let kind = if UNITS.contains(&inside.as_str()) || REMARKS.contains(&inside.as_str()) {
            Bracket::Remark
        } else if self.is_apart && is_hours(&inside) {
            Bracket::Threshold
        } else {
            Bracket::Other {
                has_digit: inside.contains(char::is_numeric),
                is_not_hours: is_not_hours(&inside),
            }
        };
        Some((Token::Bracket(kind), behind))
    }

    /// Takes a word, or digits that are no hours with all that is attached to them, or a mark.
    fn other(&mut self, c: char) {
        let text = self.rest;
        let is_number = text
            .trim_start_matches('.')
            .starts_with(|c: char| c.is_ascii_digit());
        let rest = if is_number {
            text.trim_start_matches(|c| !is_edge(c) && closing(c).is_none())
        } else if is_word(c) {
            text.trim_start_matches(|c: char| c.is_ascii_digit() || is_word(c))
        } else if closing(c).is_some() {
            // The content of a bracket is no value, even where it is never closed; an inner one may be.
            let is_inside = |c| !matches!(c, '\n' | '\t' | '|' | ';' | ',') && closing(c).is_none();
            let inside = text.get(c.len_utf8()..).unwrap_or_default();
            inside.trim_start_matches(is_inside)
        } else {
            text.trim_start_matches(c)
        };
        let piece = text.get(..text.len() - rest.len()).unwrap_or_default();
        self.rest = rest;
        if matches!(piece, ":" | "=") && self.before == Before::Clear {
            self.tokens.push(Token::Colon);
            return;
        }
        if UNITS.contains(&piece) {
            self.tokens.push(Token::Unit);
        } else {
            let measure = piece.trim_start_matches(|c: char| c.is_ascii_digit());
            self.tokens.push(Token::Other(Other {
                has_digit: closing(c).is_none() && piece.contains(char::is_numeric),
                goes_on: OTHER_MEASURES.contains(&measure) || piece.starts_with(goes_on),
                is_period: PERIODS.contains(&measure),
                heads: Heads::of(piece),
            }));
        }
        self.before = match self.before {
            _ if is_number || is_word(c) => Before::Word,
            _ if is_path_mark(c) && self.has_begun() => Before::Path,
            Before::Word | Before::Spaced if is_list_mark(c) || matches!(c, '-' | '&' | '+') => {
                Before::Joined
            }
            Before::Word => Before::Spaced,
            before => before,
        };
    }

    /// Whether something else than the piece that was just taken stands on this line.
    fn has_begun(&self) -> bool {
        let mut before = self.tokens.iter().rev().skip(1);
        before
            .find(|token| !matches!(token, Token::Edge(_)))
            .is_some_and(|token| *token != Token::Break)
    }
}

/// The brackets and marks of footnotes that stand behind the name of a label and belong to it.
struct Behind<'t> {
    /// The hours in the first bracket that holds some.
    threshold: Option<Hours>,
    /// Whether a bracket says that the number is not the hours one has.
    is_not_hours: bool,
    /// The text behind them.
    rest: &'t str,
}

fn behind_name(text: &str) -> Behind<'_> {
    let mut threshold = None;
    let mut is_other = false;
    let mut rest = text;
    loop {
        let near = rest.trim_start_matches(' ');
        let far = rest.trim_start_matches([' ', '\t', '\n', '|']);
        // In another cell or line a bracket may as well be the number of the next row: (3), (一).
        let bracket = bracket(near).or_else(|| bracket(far).filter(|(inside, _)| is_hours(inside)));
        if let Some((inside, behind)) = bracket {
            // A mere number is one in round brackets only; in others it is a footnote: [1].
            if near.starts_with('(') || is_hours(inside) {
                threshold = threshold.or(parse_hours(inside).ok().flatten());
            }
            is_other |= is_not_hours(inside.trim());
            rest = behind;
        } else if let Some(behind) = behind_footnote(near) {
            rest = behind;
        } else {
            return Behind {
                threshold,
                is_not_hours: is_other,
                rest,
            };
        }
    }
}

/// The text behind the marks of a footnote: * ¹ ※.
fn behind_footnote(text: &str) -> Option<&str> {
    let is_mark =
        |c: char| matches!(c, '*' | '†' | '‡' | '§' | '※' | '#' | '★' | '☆') || is_numeral_mark(c);
    let behind = text.trim_start_matches(is_mark);
    (behind.len() < text.len() && !behind.starts_with(|c: char| c.is_ascii_digit()))
        .then_some(behind)
}

/// Whether a sign is a raised numeral or one in a circle or bracket: ¹ ① ㈠.
fn is_numeral_mark(c: char) -> bool {
    matches!(c,
        '\u{B9}' | '\u{B2}' | '\u{B3}' | '\u{2070}'..='\u{2079}' | '\u{2460}'..='\u{24FF}'
        | '\u{2776}'..='\u{2793}' | '\u{3220}'..='\u{3229}' | '\u{3280}'..='\u{3289}')
}

impl Heads {
    /// The numbers below these words; of 規定4小時 the number is the threshold.
    fn of(text: &str) -> Self {
        let has = |words: &[&str]| words.iter().any(|it| text.contains(it));
        let is_count = text.ends_with('數') && !text.ends_with("時數");
        let is_share = text.ends_with(['%', '率']);
        if text.contains(|c: char| c.is_ascii_digit()) {
            Self::Any
        } else if has(&MISSING) {
            Self::Missing
        } else if has(&NOT_HOURS) || is_count || is_share || text.contains("人次") {
            Self::NotHours
        } else if text.strip_suffix("時數").is_some_and(|kind| !is_own(kind)) {
            Self::UnknownHours
        } else {
            Self::Any
        }
    }
}

/// Whether the words before 時數 name the hours one has.
fn is_own(mut kind: &str) -> bool {
    while let Some(rest) = OWN_HOURS.iter().find_map(|word| kind.strip_suffix(word)) {
        kind = rest;
    }
    kind.is_empty()
}

/// Whether a bracket says that a number is not the hours one has.
fn is_not_hours(text: &str) -> bool {
    matches!(Heads::of(text), Heads::Missing | Heads::NotHours)
}

/// Whether a bracket holds a number and a unit of hours, be the number good or not.
fn is_hours(inside: &str) -> bool {
    let inside = inside.trim_matches([' ', '\t', '\n']);
    inside.starts_with(|c: char| c.is_ascii_digit())
        && !inside.ends_with(|c: char| c.is_ascii_digit() || c == '.')
        && !matches!(
            parse_hours(inside),
            Err(HoursProblem::NotANumber | HoursProblem::Negative)
        )
}

/// The text behind the numbering that the text begins with: 1. 一、 a) ①.
fn ordinal(text: &str) -> Option<&str> {
    if text.starts_with(is_numeral_mark) {
        return Some(text.trim_start_matches(is_numeral_mark));
    }
    const CHINESE: &str = "一二三四五六七八九十壹貳參肆伍陸柒捌玖拾甲乙丙丁";
    let kinds: [&dyn Fn(char) -> bool; 3] =
        [&|c| c.is_ascii_digit(), &|c| c.is_ascii_lowercase(), &|c| {
            CHINESE.contains(c)
        }];
    kinds.iter().find_map(|kind| {
        let behind = text.trim_start_matches(kind);
        let length = text.len() - behind.len();
        let rest = behind.strip_prefix(['.', '、', ')'])?;
        // 2.5 is no numbering.
        let is_decimal = rest.starts_with(|c: char| c.is_ascii_digit());
        (0 < length && length <= 9 && !is_decimal).then_some(rest)
    })
}

/// The text behind the bullet or other mark that the text begins with.
fn bullet(text: &str) -> Option<&str> {
    text.strip_prefix(|c: char| {
        !is_word(c) && !c.is_ascii_digit() && !is_path_mark(c) && !is_edge(c)
    })
}

/// The inside of the bracket that the text begins with, and the text behind it.
fn bracket(text: &str) -> Option<(&str, &str)> {
    let mut rest = text.chars();
    let opening = rest.next()?;
    let closing = closing(opening)?;
    let inside = rest.as_str();
    let mut signs = 0;
    while signs <= MAX_IN_BRACKET {
        let here = rest.as_str();
        let c = rest.next()?;
        if c == closing {
            let inside = inside.get(..inside.len() - here.len())?;
            return Some((inside, rest.as_str()));
        }
        // The inner one is the bracket; each sign is looked at once.
        if c == opening {
            return None;
        }
        signs += usize::from(!c.is_whitespace());
    }
    None
}

/// The sign that closes a bracket which this one opens.
fn closing(opening: char) -> Option<char> {
    Some(match opening {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '〔' => '〕',
        '【' => '】',
        '〖' => '〗',
        '《' => '》',
        '〈' => '〉',
        '「' => '」',
        '『' => '』',
        _ => return None,
    })
}

/// The text behind a line that is drawn under a heading or around a table: |---|---|, +----+, ├──┤.
fn behind_rule(text: &str) -> &str {
    let is_drawn = |c: char| matches!(c, '\u{2500}'..='\u{257F}');
    let behind = text.trim_start_matches(|c| "-=+:|_ \t".contains(c) || is_drawn(c));
    let rule = text.get(..text.len() - behind.len()).unwrap_or_default();
    // A few dashes may stand in place of hours.
    let is_table = rule.contains(['|', '+']) && rule.contains("--");
    let is_rule =
        is_table || rule.contains("----") || rule.contains("====") || rule.contains(is_drawn);
    let ends = behind.is_empty() || behind.starts_with('\n');
    if is_rule && ends { behind } else { text }
}

/// Whether a sign parts cells, lines or words.
fn is_edge(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '|' | ';' | ',' | '"' | '\'' | '`')
}

/// Whether a sign parts the steps of a path.
fn is_path_mark(c: char) -> bool {
    matches!(
        c,
        '>' | '<' | '/' | '\\' | '›' | '»' | '→' | '▸' | '►' | '⟩'
    )
}

/// Whether a piece at the beginning of a line that begins with this sign may belong to the number before it.
fn goes_on(c: char) -> bool {
    matches!(
        c,
        '.' | '。' | '+' | '×' | '~' | '/' | '%' | ':' | '至' | '到' | '或'
    )
}

/// Whether a sign is a letter or Chinese character; roughly, because exact tables cost more than they tell.
fn is_word(sign: char) -> bool {
    match sign {
        '\0'..='\u{BF}' => sign.is_ascii_alphabetic() || sign == '_',
        // Punctuation, symbols and drawings, the marks of Chinese text, and numerals in circles.
        '\u{2000}'..='\u{2BFF}' | '\u{3000}'..='\u{303F}' | '\u{3200}'..='\u{33FF}' => false,
        '\u{D7}' | '\u{F7}' | '\u{FE10}'..='\u{FE6F}' | '\u{FF5F}'..='\u{FF65}' | '\u{30FB}' => {
            false
        }
        _ => true,
    }
}

/// The ASCII digits that a text begins with, and what follows them.
fn split_digits(text: &str) -> (&str, &str) {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.get(..text.len() - rest.len()).unwrap_or_default();
    (digits, rest)
}

/// Whether digits are a phone number, a date or a code: hours do not begin with 0 and another digit.
fn is_code(whole: &str) -> bool {
    whole.len() > 1 && whole.starts_with('0')
}
