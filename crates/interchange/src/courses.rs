//! Lists of courses (課程清單): which of them count in an input that no row shows, and why the others do not.
//!
//! A list is told by a line that names its columns: the course, its category, its hours.
//! Its hours are never those of a row of the portal, and of its text only codes and hours are kept.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use hours::typed::trim;
use hours::{Date, Hours, parse_date, parse_hours};

use crate::fold::folded;
use crate::own::split;
use crate::{Found, Reading};

/// The categories of courses, prepared for lists (課程類別).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Topics {
    /// Names without codes, and the input that each counts in.
    names: HashMap<String, Option<String>>,
    /// Codes, and the input that each counts in.
    codes: Vec<(u32, u32, Option<String>)>,
    /// The day of the reader, whose year counts.
    pub(crate) today: Option<Date>,
}

impl Topics {
    /// Adds an input: courses whose category is called like it count in it.
    pub(crate) fn add_input(&mut self, id: &str, name: &str) {
        self.names
            .insert(name_of(&folded(name)), Some(id.to_owned()));
    }

    /// Adds a category; without an input it is one that counts in none.
    pub(crate) fn add_category<'a>(
        &mut self,
        codes: &[(u32, u32)],
        names: impl IntoIterator<Item = &'a str>,
        input: Option<&str>,
    ) {
        let input = input.map(str::to_owned);
        for (first, last) in codes {
            self.codes.push((*first, *last, input.clone()));
        }
        for name in names {
            self.names.insert(name_of(&folded(name)), input.clone());
        }
    }

    /// The input that a category with this code or this name counts in.
    fn input(&self, category: &Category) -> Result<&str, LeftOut> {
        let known = match category.code {
            // A code that is not known counts nowhere, whatever its name.
            Some(code) => (self.codes.iter())
                .find(|(first, last, _)| (*first..=*last).contains(&code))
                .map(|(_, _, input)| input),
            None => self.names.get(&category.name),
        };
        let input = known.ok_or(LeftOut::UnknownCategory)?;
        input.as_deref().ok_or(LeftOut::NotCounted)
    }
}

/// One course of a list (單一課程), by its place among the courses of the text, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// Its place in the list (第幾門).
    pub place: usize,
    /// The code of its category (類別代碼), where it has one.
    pub code: Option<u32>,
    /// The id of the input that its hours count in (列計項目) and how many, or why it was left out.
    pub counted: Result<(String, Hours), LeftOut>,
}

/// Why a course was left out (未列計原因).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LeftOut {
    /// Its category counts in no input (類別不列計).
    NotCounted,
    /// Its category is not among those that are confirmed (類別未確認).
    UnknownCategory,
    /// It has no category, or several (沒有類別，或不只一個).
    NoCategory,
    /// Its hours cannot be read (時數讀不懂).
    NotHours,
    /// It is of another year, or still to come (非本年度).
    OtherYear,
    /// Its day cannot be read (日期讀不懂).
    NotADay,
    /// It stands there a second time (重複).
    Double,
    /// It is not finished or not certified (未通過).
    NotFinished,
    /// Its line has too few cells (欄位不齊).
    Broken,
}

impl LeftOut {
    /// All reasons (全部原因), in the order in which they are told.
    pub const ALL: [Self; 9] = [
        Self::NotCounted,
        Self::UnknownCategory,
        Self::NoCategory,
        Self::NotHours,
        Self::OtherYear,
        Self::NotADay,
        Self::NotFinished,
        Self::Double,
        Self::Broken,
    ];
}

/// A category as a cell gives it.
#[derive(Debug, PartialEq, Eq)]
struct Category {
    code: Option<u32>,
    name: String,
}

const NAMES: [&str; 4] = ["課程名稱", "課程", "課名", "名稱"];
const CATEGORIES: [&str; 6] = [
    "課程類別",
    "類別",
    "學習類別",
    "課程類別名稱",
    "類別名稱",
    "主題",
];
const CODES: [&str; 6] = [
    "課程類別代碼",
    "類別代碼",
    "課程類別代號",
    "類別代號",
    "代碼",
    "代號",
];
const HOURS: [&str; 7] = [
    "認證時數",
    "時數",
    "學習時數",
    "課程時數",
    "核發時數",
    "研習時數",
    "取得時數",
];
/// Days on which a course was finished; where a list has such a column, others do not matter.
const FINISHED: [&str; 13] = [
    "完成日期",
    "完成日",
    "結束日期",
    "結束日",
    "迄日",
    "認證日期",
    "通過日期",
    "結業日期",
    "完成時間",
    "結束時間",
    "認證時間",
    "通過時間",
    "結業時間",
];
/// The words in the headings of any other days or years.
const DAYS: [&str; 6] = ["日", "期間", "起訖", "起迄", "時間", "年"];
const STATES: [&str; 9] = [
    "狀態",
    "認證狀態",
    "是否通過",
    "是否完成",
    "通過",
    "結果",
    "完成狀態",
    "學習狀態",
    "通過狀態",
];
/// States of a course that counts; any other does not, and an empty one says nothing.
const FINISHED_STATES: [&str; 16] = [
    "通過",
    "已通過",
    "完成",
    "已完成",
    "認證",
    "已認證",
    "合格",
    "及格",
    "核可",
    "已核發",
    "結業",
    "是",
    "y",
    "yes",
    "v",
    "✓",
];

/// Words in any other column that leave a course out: at the beginning of its cell, or anywhere in it.
const NO: [&str; 6] = ["未", "不", "否", "尚", "無效", "失敗"];
const REFUSED: [&str; 6] = ["退件", "退回", "取消", "未通過", "不通過", "審核中"];

/// The words that a bracket in the heading of hours may hold and leave them what they are.
const SAME: [&str; 9] = [
    "",
    "小時",
    "時",
    "h",
    "hr",
    "hrs",
    "hour",
    "hours",
    "單位小時",
];

/// The words that stand in place of a course below a list.
const SUMS: [&str; 4] = ["合計", "總計", "小計", "總和"];

/// The columns of a list.
struct Columns {
    mark: char,
    cells: usize,
    name: usize,
    category: Option<usize>,
    code: Option<usize>,
    hours: usize,
    /// Whether a bracket in the heading of the hours leaves them what they are.
    are_hours: bool,
    days: Vec<usize>,
    states: Vec<usize>,
    /// All other columns.
    others: Vec<usize>,
}

impl Columns {
    /// The columns that a line names; nothing where it is no head of a list, or names its hours twice.
    fn of(line: &str) -> Option<Self> {
        let mark = mark(line)?;
        let written = split(line, mark);
        let heads: Vec<String> = written.iter().map(|it| plain(it)).collect();
        let only = |known: &[&str]| {
            let mut found = (heads.iter().enumerate())
                .filter(|(_, head)| known.contains(&head.as_str()))
                .map(|(place, _)| place);
            found.next().filter(|_| found.next().is_none())
        };
        let all = |is_meant: &dyn Fn(&str) -> bool| -> Vec<usize> {
            let found = heads.iter().enumerate().filter(|(_, head)| is_meant(head));
            found.map(|(place, _)| place).collect()
        };
        let finished = all(&|head| FINISHED.contains(&head));
        let (category, code) = (only(&CATEGORIES), only(&CODES));
        category.or(code)?;
        let (name, hours) = (only(&NAMES)?, only(&HOURS)?);
        let some_days = all(&|head| DAYS.iter().any(|day| head.contains(day)));
        let states = all(&|head| STATES.contains(&head));
        let is_other = |place: &usize| {
            let known = [Some(name), Some(hours), category, code];
            !known.contains(&Some(*place)) && !states.contains(place) && !some_days.contains(place)
        };
        Some(Self {
            mark,
            cells: filled(&heads),
            name,
            category,
            code,
            hours,
            are_hours: written.get(hours).is_some_and(|head| is_same(head)),
            others: (0..heads.len()).filter(is_other).collect(),
            days: if finished.is_empty() {
                some_days
            } else {
                finished
            },
            states,
        })
    }
}

/// Whether a heading has no bracket, or one that changes nothing.
fn is_same(head: &str) -> bool {
    let inside = head.split_once('(').map_or("", |(_, inside)| inside);
    let inside: String = inside
        .chars()
        .filter(|c| !c.is_whitespace() && !"():\"".contains(*c))
        .collect();
    SAME.contains(&inside.as_str())
}

/// Whether a cell of a column that is not known says that a course is not finished, not approved, or half done.
fn says_no(cell: &str) -> bool {
    let cell = plain(cell);
    let is_part = cell.strip_suffix('%').is_some_and(|share| share != "100");
    is_part
        || matches!(cell.as_str(), "n" | "no" | "x")
        || NO.iter().any(|no| cell.starts_with(no))
        || REFUSED.iter().any(|no| cell.contains(no))
}

/// How many cells there are without the empty ones at the end.
fn filled(cells: &[String]) -> usize {
    let last = cells.iter().rposition(|cell| !cell.is_empty());
    last.map_or(0, |last| last + 1)
}

/// The sign between the cells of a line.
fn mark(line: &str) -> Option<char> {
    ['\t', '|', ';', ',']
        .into_iter()
        .find(|mark| line.contains(*mark))
}

/// A cell as it is compared: without blanks, quotes, and what stands in round brackets.
fn plain(cell: &str) -> String {
    let mut depth = 0_usize;
    let mut plain = String::new();
    for c in cell.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '"' | '*' | '、' | ':' => {}
            _ if depth > 0 || c.is_whitespace() => {}
            _ => plain.push(c),
        }
    }
    plain
}

/// The name of a category as it is compared: without blanks and marks, and without a bracket that holds hours.
/// Other brackets are part of it: 資通安全(通識) is not 資通安全(專業).
fn name_of(cell: &str) -> String {
    let name = match cell.rsplit_once('(') {
        Some((name, behind)) if behind.trim_end().ends_with("時)") => name,
        _ => cell,
    };
    let is_part = |c: &char| !c.is_whitespace() && !"()\"*、:".contains(*c);
    name.chars().filter(is_part).collect()
}

/// Takes the lists of courses out of a folded text: the reading gets what counts, and the text that is left is answered.
/// Without a list the text is left as it is.
pub(crate) fn take(text: &str, topics: &Topics, reading: &mut Reading) -> Option<String> {
    let mut rest = String::new();
    let mut columns: Option<Columns> = None;
    let mut seen = HashSet::new();
    let mut is_list = false;
    // Whether a line that is no course stood behind the last one: only a whole course goes on with the list then.
    let mut is_interrupted = false;
    for line in lines(text) {
        let line = &*line;
        if let Some(head) = Columns::of(line) {
            is_list = true;
            columns = Some(head);
            is_interrupted = false;
            continue;
        }
        let Some(list) = &columns else {
            rest.push_str(line);
            rest.push('\n');
            continue;
        };
        let cells = split(line, list.mark);
        let is_rule = line.chars().all(|c| "|-+=: \t".contains(c));
        is_interrupted |= line.trim().is_empty();
        if is_rule
            || SUMS
                .iter()
                .any(|sum| cells.iter().any(|cell| plain(cell) == *sum))
        {
            continue;
        }
        let is_whole = [cells.len(), filled(&cells)].contains(&list.cells);
        is_interrupted = !is_whole && (is_interrupted || !line.contains(list.mark));
        if is_interrupted {
            rest.push_str(line);
            rest.push('\n');
            continue;
        }
        let place = reading.courses.len() + 1;
        let cell = |column: Option<usize>| column.and_then(|it| cells.get(it)).cloned();
        let is_new = seen.insert([
            cell(Some(list.name)),
            cell(list.category),
            cell(list.code),
            cell(Some(list.hours)),
            cell(list.days.first().copied()),
        ]);
        reading
            .courses
            .push(course(place, &cells, list, topics, is_new));
    }
    if !is_list {
        return None;
    }
    for (id, hours) in sums(&reading.courses) {
        reading.add_input(&id, Found::Hours(hours));
    }
    Some(rest)
}

/// The hours of each input, in the order in which they first appear.
fn sums(courses: &[Course]) -> Vec<(String, Hours)> {
    let mut sums: Vec<(String, Hours)> = Vec::new();
    for (id, hours) in courses.iter().filter_map(|it| it.counted.as_ref().ok()) {
        match sums.iter_mut().find(|(other, _)| other == id) {
            Some((_, sum)) => *sum = sum.saturating_add(*hours),
            None => sums.push((id.clone(), *hours)),
        }
    }
    sums
}

fn course(place: usize, cells: &[String], list: &Columns, topics: &Topics, is_new: bool) -> Course {
    let cell = |column: Option<usize>| {
        column
            .and_then(|it| cells.get(it))
            .map_or("", |it| trim(it))
    };
    let category = category(cell(list.code), cell(list.category));
    let code = category.as_ref().ok().and_then(|it| it.code);
    let counted = || {
        // Cells that are missing or too many may be those of another column.
        let is_whole = [cells.len(), filled(cells)].contains(&list.cells);
        if !is_whole || cell(Some(list.name)).is_empty() {
            return Err(LeftOut::Broken);
        }
        let input = topics.input(&category?)?;
        let is_finished =
            |state: &usize| FINISHED_STATES.contains(&plain(cell(Some(*state))).as_str());
        let mut others = list.others.iter().map(|it| cell(Some(*it)));
        if !list.states.iter().all(is_finished) || others.clone().any(says_no) {
            return Err(LeftOut::NotFinished);
        }
        for day in &list.days {
            check_day(cell(Some(*day)), topics.today)?;
        }
        // Where no column is one of days, a day in any other is looked at.
        let is_of_other_year =
            |cell: &str| check_day(cell, topics.today) == Err(LeftOut::OtherYear);
        if list.days.is_empty() && others.any(|it| year(it).is_none() && is_of_other_year(it)) {
            return Err(LeftOut::OtherYear);
        }
        let hours = parse_hours(cell(Some(list.hours))).ok().flatten();
        let hours = hours.filter(|_| list.are_hours).ok_or(LeftOut::NotHours)?;
        if !is_new {
            return Err(LeftOut::Double);
        }
        Ok((input.to_owned(), hours))
    };
    Course {
        place,
        code,
        counted: counted(),
    }
}

/// Whether a course is of this year and finished; the last day of a range is that on which it was.
fn check_day(text: &str, today: Option<Date>) -> Result<(), LeftOut> {
    let last = text.rsplit(['~', '至']).next().unwrap_or(text);
    let last = last.trim_end_matches(['止', '迄', ' ']);
    if let Some(year) = year(last) {
        let is_this = today.is_some_and(|today| today.year == year);
        return is_this.then_some(()).ok_or(LeftOut::OtherYear);
    }
    // A portal may give the time of day behind the day.
    let day = [last, last.split_whitespace().next().unwrap_or_default()]
        .into_iter()
        .find_map(|text| parse_date(text).ok().flatten())
        .map(|(day, _)| day)
        .ok_or(LeftOut::NotADay)?;
    let today = today.ok_or(LeftOut::NotADay)?;
    if day.year == today.year && day <= today {
        Ok(())
    } else {
        Err(LeftOut::OtherYear)
    }
}

/// The year alone that a cell of a column of years holds: 115, 115年, 115年度, 2026.
fn year(text: &str) -> Option<u16> {
    let text = text.trim();
    let digits = text.trim_end_matches(|c: char| "年度".contains(c));
    let year: u16 = digits.trim_end().parse().ok()?;
    match digits.trim_end().len() {
        3 => year.checked_add(1911),
        4 => Some(year),
        _ => None,
    }
}

/// The lines of a text; a cell in quotes that goes on in the next lines is one, as spreadsheets write it.
fn lines(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let mut rest = text.lines();
    std::iter::from_fn(move || {
        let first = rest.next()?;
        let mut whole = Cow::Borrowed(first);
        let mut ahead = rest.clone();
        for _ in 0..MAX_LINES_IN_CELL {
            if !is_in_quotes(&whole) {
                if matches!(whole, Cow::Owned(_)) {
                    rest = ahead;
                }
                return Some(whole);
            }
            let Some(next) = ahead.next() else { break };
            whole = Cow::Owned([&whole, " ", next].concat());
        }
        // A quote that is never closed is no quote.
        Some(Cow::Borrowed(first))
    })
}

/// More lines are in no cell.
const MAX_LINES_IN_CELL: usize = 8;

/// Whether a cell that begins with a quote is still open at the end of the line.
fn is_in_quotes(line: &str) -> bool {
    let mut is_open = false;
    let mut at_edge = true;
    let mut signs = line.chars().peekable();
    while let Some(c) = signs.next() {
        match c {
            // A quote inside is written twice.
            '"' if is_open && signs.peek() == Some(&'"') => {
                signs.next();
            }
            '"' if is_open || at_edge => is_open = !is_open,
            _ => {}
        }
        at_edge = matches!(c, '\t' | '|' | ';' | ',') || (at_edge && c == ' ');
    }
    is_open
}

/// The category that two cells give, one for codes and one for names, or one for both.
fn category(code: &str, name: &str) -> Result<Category, LeftOut> {
    let mut codes: Vec<u32> = [code, name].into_iter().flat_map(codes).collect();
    codes.dedup();
    let code = match codes[..] {
        [] => None,
        [code] => Some(code),
        _ => return Err(LeftOut::NoCategory),
    };
    // Of a path the last step is the category.
    let last = name.rsplit(['>', '›', '/', '→']).next().unwrap_or(name);
    let name = name_of(last);
    if code.is_none() && name.is_empty() {
        return Err(LeftOut::NoCategory);
    }
    Ok(Category { code, name })
}

/// The codes in a cell: three digits with no other beside them.
fn codes(cell: &str) -> impl Iterator<Item = u32> {
    let runs = cell.split(|c: char| !c.is_ascii_digit());
    runs.filter(|run| run.len() == 3)
        .filter_map(|run| run.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_category_is_a_code_or_the_last_step_of_a_path() {
        #[track_caller]
        fn check(code: &str, name: &str, expect: Result<(Option<u32>, &str), LeftOut>) {
            let found = category(code, name);
            let expect = expect.map(|(code, name)| Category {
                code,
                name: name.to_owned(),
            });
            assert_eq!(found, expect, "{code:?} {name:?}");
        }
        check("522", "", Ok((Some(522), "")));
        check("", "522 資通安全", Ok((Some(522), "522資通安全")));
        check("522", "522", Ok((Some(522), "522")));
        check("", "[522]資通安全", Ok((Some(522), "[522]資通安全")));
        check("", "行政中立", Ok((None, "行政中立")));
        check(
            "",
            "政策能力訓練 > 民主治理 > 行政中立",
            Ok((None, "行政中立")),
        );
        check("", "行政中立(2小時)", Ok((None, "行政中立")));
        check("", "1150522", Ok((None, "1150522")));
        check("522", "523", Err(LeftOut::NoCategory));
        check("", "522、523", Err(LeftOut::NoCategory));
        check("", " ", Err(LeftOut::NoCategory));
    }
}
