//! The sentences themselves. `{}` is filled in, in the same order in both languages.

use flowchart::NodeKind;
use guide::Lang;
use hours::{DateProblem, HoursProblem, StaffKind};
use interchange::{DoubtKind, LeftOut};
use serde::{Deserialize, Serialize};
use yew::AttrValue;

use crate::map::Standing;

macro_rules! wording {
    ($($(#[$about:meta])* $name:ident: $zh:literal, $en:literal;)*) => {
        /// Every sentence of the interface (介面用語) in one language.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub struct Wording {
            /// The language (語言).
            pub lang: Lang,
            $($(#[$about])* pub $name: AttrValue,)*
        }

        impl Wording {
            /// The sentences of a language.
            #[must_use]
            pub fn of(lang: Lang) -> Self {
                match lang {
                    Lang::ZhHant => Self { lang, $($name: AttrValue::Static($zh),)* },
                    Lang::En => Self { lang, $($name: AttrValue::Static($en),)* },
                }
            }

            #[cfg(test)]
            pub(super) fn sentences(&self) -> Vec<&AttrValue> {
                vec![$(&self.$name),*]
            }
        }
    };
}

impl Wording {
    /// The name of a kind of node.
    #[must_use]
    pub fn node_kind(&self, kind: NodeKind) -> &AttrValue {
        match kind {
            NodeKind::Question => &self.question,
            NodeKind::Step => &self.step,
            NodeKind::Trouble => &self.trouble,
            NodeKind::Outcome => &self.outcome,
        }
    }

    /// How a node of the map stands.
    #[must_use]
    pub fn standing(&self, standing: Standing) -> &AttrValue {
        match standing {
            Standing::Current => &self.map_current,
            Standing::Path => &self.map_path,
            Standing::Ahead => &self.map_ahead,
            Standing::Other => &self.map_other,
        }
    }

    /// The name of a kind of staff.
    #[must_use]
    pub fn staff_kind(&self, kind: StaffKind) -> &AttrValue {
        match kind {
            StaffKind::Permanent => &self.permanent,
            StaffKind::Contract => &self.contract,
            StaffKind::Teacher => &self.teacher,
        }
    }

    /// Why a row of a pasted text is in doubt.
    #[must_use]
    pub fn doubt(&self, kind: DoubtKind) -> &AttrValue {
        match kind {
            DoubtKind::SeveralNumbers => &self.doubt_several,
            DoubtKind::Columns => &self.doubt_columns,
            DoubtKind::OtherWords => &self.doubt_words,
            DoubtKind::Order => &self.doubt_order,
            DoubtKind::Label => &self.doubt_label,
        }
    }

    /// Why a course of a list was left out.
    #[must_use]
    pub fn left_out(&self, why: LeftOut) -> &AttrValue {
        match why {
            LeftOut::NotCounted => &self.course_not_counted,
            LeftOut::UnknownCategory => &self.course_unknown,
            LeftOut::NoCategory => &self.course_no_category,
            LeftOut::NotHours => &self.course_not_hours,
            LeftOut::OtherYear => &self.course_other_year,
            LeftOut::NotADay => &self.course_not_a_day,
            LeftOut::NotFinished => &self.course_not_finished,
            LeftOut::Double => &self.course_double,
            LeftOut::Broken => &self.course_broken,
        }
    }

    /// The sentence about a field whose hours cannot be read.
    #[must_use]
    pub fn hours_problem(&self, problem: HoursProblem) -> &AttrValue {
        match problem {
            HoursProblem::NotANumber => &self.not_a_number,
            HoursProblem::Negative => &self.negative,
            HoursProblem::TooPrecise => &self.too_precise,
            HoursProblem::TooLarge => &self.too_large,
        }
    }

    /// The sentence about a date that cannot be read.
    #[must_use]
    pub fn date_problem(&self, problem: DateProblem) -> &AttrValue {
        match problem {
            DateProblem::NotADate => &self.dates_not_a_date,
            DateProblem::NoSuchDay => &self.dates_no_such_day,
            DateProblem::OutOfRange => &self.dates_out_of_range,
        }
    }
}

wording! {
    /// Switch and heading of the map.
    map: "流程圖", "Flowchart";
    /// Switch and heading of the hours view.
    hours: "時數檢核", "Check hours";
    /// Switch and heading of the outline.
    outline: "完整說明", "Full guide";

    /// Name of a question.
    question: "問題", "Question";
    /// Name of a step.
    step: "步驟", "Step";
    /// Name of a trouble.
    trouble: "遇到問題", "Problem";
    /// Name of an outcome.
    outcome: "完成", "Done";
    /// A node of the map before its title: which step it is, then how it stands.
    map_number: "第 {} 步（{}）：", "Step {} ({}): ";
    /// A trouble of the map before its title: how it stands.
    map_standing: "（{}）", "({}) ";
    /// Where the reader is.
    map_current: "目前", "you are here";
    /// Where the reader has been.
    map_path: "已完成", "done";
    /// The steps ahead.
    map_ahead: "後續步驟", "next";
    /// The rest of the map.
    map_other: "其他路線", "other routes";
    /// Leads from the map to the guide.
    map_guide: "看這一步的說明", "How to do this step";
    /// Closes the step beside the map.
    panel_close: "關閉這一步的說明", "Close this step";
    /// Where the reader is on the map.
    map_here: "您在：{}", "You are here: {}";
    /// One step left.
    step_left: "還有 1 步", "1 step left";
    /// So many steps left.
    steps_left: "還有 {} 步", "{} steps left";
    /// Name of the bar of chapters.
    chapters: "章節進度", "Chapters";
    /// The numbers of chapters.
    chapter_numbers: "一 二 三 四 五 六 七 八 九 十", "1 2 3 4 5 6 7 8 9 10";
    /// A chapter that is done, to who listens.
    chapter_done: "（已完成）", " (done)";
    /// Heading of the list of things to have at hand.
    ready: "請先備妥", "Have these ready";
    /// Leads to the next node.
    next: "我已完成，下一步", "Done, next step";
    /// Leads on from the first step, which is to open the official page.
    opened: "已開啟，下一步", "Opened, next step";
    /// After a link to another site, to who listens.
    new_tab: "（另開新分頁）", " (opens in a new tab)";
    /// Leads back by one node.
    back: "上一步", "Back";
    /// Leads back to the start.
    restart: "從頭開始", "Start over";
    /// Leads from the outcome to the hours.
    check_hours: "填入時數，檢核是否足夠", "Enter your hours: are they enough?";
    /// Heading of the side ways.
    troubles: "遇到問題嗎？", "Not working?";
    /// Heading of the contacts of a step.
    contacts: "聯絡窗口", "Whom to ask";
    /// Heading of the way so far.
    trail: "已完成的步驟", "Your steps so far";
    /// Changes an earlier answer.
    change: "變更", "Change";

    /// Heading of the date converter.
    dates: "日期換算", "Date converter";
    /// The converter is no field of the sign-in, and keeps nothing.
    dates_about: "只在本頁換算，不儲存、不傳送，也不是登入欄位。",
        "Works only on this page. Nothing is stored or sent.";
    /// Label of its field.
    dates_label: "輸入西元或民國日期", "Enter a Western or Minguo date";
    /// Example below its label.
    dates_hint: "例如 1972-01-01 或 0610101", "For example 1972-01-01 or 0610101";
    /// Name of the seven digits.
    dates_minguo: "民國 7 位數字", "Minguo, 7 digits";
    /// Name of the Western date.
    dates_western: "西元", "Western";
    /// After a Western date, the seven digits.
    dates_both: "（民國 7 位數字 {}）", " (Minguo, 7 digits: {})";
    /// Not a date.
    dates_not_a_date: "看不懂這個日期，請輸入如 1972-01-01 或 0610101。",
        "We cannot read this date. Enter it as 1972-01-01 or 0610101.";
    /// No such day.
    dates_no_such_day: "沒有這一天，請檢查月份和日期。", "There is no such day. Check the month and the day.";
    /// Too early or too late.
    dates_out_of_range: "只能換算民國 1 年至 199 年的日期。",
        "Only dates from Minguo year 1 to 199 can be converted.";

    /// How to fill in the fields.
    hours_lead: "照入口網顯示的數字填寫；入口網空白的項目請留空。", "Copy the numbers from the portal; leave blank what it leaves blank.";
    /// Heading of the view and of its table.
    rows: "填入 12 項時數", "Enter your 12 totals";
    /// Heading of the column with the labels.
    column_item: "項目", "Item";
    /// Heading of the column with the fields.
    column_hours: "時數", "Hours";
    /// Heading of the column with the verdicts.
    column_result: "檢核", "Check";
    /// A row that no rule judges.
    not_counted: "不列入檢核", "not checked";
    /// A row with enough hours, and how many it needs.
    row_met: "已達 {}", "Met (needs {})";
    /// A row that is short: by how many hours, and how many it needs.
    row_short: "差 {}（需 {}）", "{} short (needs {})";
    /// A row that was not filled in, and how many hours it needs.
    row_blank: "尚未填寫（需 {}）", "not entered yet (needs {})";
    /// The verdict of a rule that is only tried.
    row_tried: "試算：{}", "Tried: {}";
    /// Not a number.
    not_a_number: "請填數字，例如 10 或 2.5。", "Enter a number, for example 10 or 2.5.";
    /// Below zero.
    negative: "時數不會是負數，請填 0 以上的數字，例如 2.5。", "Hours cannot be negative. Enter a number from 0, for example 2.5.";
    /// More than two decimals.
    too_precise: "最多填到小數第 2 位，例如 1.25。", "Use two decimals at most, for example 1.25.";
    /// More than 9,999.
    too_large: "數字太大，請填 9999 以下的時數。", "This number is too large. Enter at most 9999 hours.";
    /// Starts the check.
    check: "檢核時數", "Check hours";
    /// Empties the fields.
    clear: "全部清除", "Clear all";
    /// After all fields were emptied.
    cleared: "已清除全部時數。", "All hours were cleared.";
    /// After what was read was not wanted.
    discarded: "已取消，未填入任何數字。", "Cancelled; no number was filled in.";
    /// Takes back what was just done.
    undo: "復原", "Undo";
    /// Heading of the error summary, one error.
    error: "有 1 個欄位要修正", "1 field needs a correction";
    /// Heading of the error summary, several errors.
    errors: "有 {} 個欄位要修正", "{} fields need a correction";
    /// The error where nothing was typed at all.
    nothing_typed: "尚未填寫任何時數", "Nothing is filled in yet";
    /// Where to start then: the name of a row.
    start_here: "請至少填寫一項，例如「{}」。", "Fill in at least one, for example “{}”.";
    /// Heading of the rows that the portal does not show.
    inputs: "入口網未顯示的項目", "Not shown on the portal";
    /// The hours of a sum as far as they are known.
    sum: "合計 {}", "{} together";

    /// Opens the box to paste into; its heading.
    paste: "貼上入口網表格", "Paste the portal’s table";
    /// How to paste.
    paste_about: "在入口網複製 12 項時數，貼在這裡；也可貼課程清單（連同「課程名稱、課程類別、時數」的標題列），或拖入、選擇存檔（.txt、.csv、.html）。只取數字和類別代碼，其餘捨棄。",
        "Copy the twelve totals on the portal and paste them here; a list of courses works too, with its headings (課程名稱, 課程類別, 時數). Or drop or choose a saved file (.txt, .csv, .html). Only numbers and category codes are kept.";
    /// Reads the pasted text.
    paste_read: "讀取", "Read";
    /// Chooses a file.
    paste_file: "選擇檔案", "Choose a file";
    /// Heading of the review of a list of courses of which none counts.
    courses_none: "讀到課程清單，但沒有可計入的課程", "A course list was read, but none of its courses counts";
    /// The courses of a list that count: in which item, how many hours, and which courses.
    courses_counted: "「{}」計入 {} 小時：{}。", "{}: {} h counted, from {}.";
    /// The courses of a list that were left out: why, and which.
    courses_left_out: "未計入（{}）：{}。", "Left out ({}): {}.";
    /// A course by its place in the list.
    course_at: "第 {} 門", "course {}";
    /// The same with the code of its category.
    course_of_code: "第 {} 門（{}）", "course {} ({})";
    /// Below what was read of a list of courses.
    courses_about: "課程清單只加總入口網未顯示的項目，不會改動 12 項時數；請逐一核對。", "A course list only fills items that the portal does not show; the twelve totals stay as they are. Please check each.";
    /// Why a course was left out.
    course_not_counted: "這個課程類別不列計這些項目", "its category does not count here";
    /// Why a course was left out.
    course_unknown: "課程類別尚未確認是否列計", "it is not confirmed whether its category counts";
    /// Why a course was left out.
    course_no_category: "沒有課程類別，或不只一個", "it has no category, or several";
    /// Why a course was left out.
    course_not_hours: "時數讀不懂", "its hours cannot be read";
    /// Why a course was left out.
    course_other_year: "不是今年已完成的課程", "it was not finished this year";
    /// Why a course was left out.
    course_not_a_day: "日期讀不懂", "its date cannot be read";
    /// Why a course was left out.
    course_not_finished: "未通過、未認證，或看不出是否通過", "it is not passed or certified, or that cannot be told";
    /// Why a course was left out.
    course_double: "與前面的課程重複", "it is there twice";
    /// Why a course was left out.
    course_broken: "欄位與標題列不符", "its cells do not fit the heading";
    /// Heading of the review: how many rows were read.
    review: "讀到 {} 項，請核對", "{} totals were read. Please check.";
    /// The same where rows are in doubt: how many were read, and in how many the reader has to choose.
    review_doubts: "讀到 {} 項，另有 {} 項請選擇時數", "{} totals were read; please choose in {} more.";
    /// Labels were found, and no number.
    review_empty: "找到項目名稱，但沒有可用的時數。括號內是應修時數，不是您的時數；請連同右邊的數字一起複製。",
        "The labels are there, but no usable hours. Numbers in brackets are requirements; copy those to their right too.";
    /// Heading of the column with what was read.
    column_read: "讀到的時數", "Hours read";
    /// Accepting a reading fills in no more than was read.
    review_about: "只會填入讀到的項目，其他欄位不變。", "Only what was read is filled in; other fields stay as they are.";
    /// The row is not in the text.
    found_not: "未找到", "not found";
    /// The row is there without a number.
    found_blank: "空白", "blank";
    /// The row's number cannot be used.
    found_unusable: "不是可用的時數，不會填入", "no usable number; left out";
    /// Takes a number that was seen in a doubtful row.
    reading_choose: "{} 小時", "{} h";
    /// None of the numbers that were seen in a doubtful row is right.
    reading_none: "以上皆非", "None of these";
    /// The row has several numbers.
    doubt_several: "這一項有多個數字，請選您已有的時數", "several numbers; choose the hours you have";
    /// The number may stand in another column.
    doubt_columns: "不確定是哪一欄的數字", "the number may belong to another column";
    /// More stands beside the number than a unit.
    doubt_words: "數字旁還有其他文字", "there is more beside the number";
    /// Numbers may stand before or behind their labels.
    doubt_order: "分不清數字屬於上一項或下一項", "the number may belong to the row before or after";
    /// The label may be part of something else.
    doubt_label: "名稱前有其他文字，不確定是不是這一項", "other words before the label: this may be another row";
    /// All numbers equal the thresholds.
    remark_like_thresholds: "讀到的數字都與應修時數相同：請確認這是您已有的時數，不是規定時數。",
        "All numbers equal the requirements: are these the hours you have?";
    /// The text names other years than the reader's.
    remark_other_year: "內容提到的年度不是今年：請確認這是您今年的時數。", "The text names another year: are these your hours of this year?";
    /// More hours than a year has room for.
    remark_many_hours: "「{}」超過 400 小時，請核對。", "“{}” is more than 400 hours. Please check.";
    /// The row is there twice.
    found_differs: "出現兩次，{} 與 {} 不同，請選一個", "there twice, as {} and {}; choose one";
    /// Nothing was pasted.
    paste_empty: "沒有讀到文字。請複製入口網的表格再貼上；圖片無法讀取。",
        "There is no text. Copy the table on the portal and paste it; a picture cannot be read.";
    /// It is no text.
    paste_not_text: "這不是文字，或編碼無法辨認。請改用複製、貼上。",
        "This is no text, or its encoding is unknown. Please copy and paste instead.";
    /// It is a web archive that cannot be opened.
    paste_archive: "這種網頁封存檔無法讀取。請改存成「網頁，僅 HTML」，或用複製、貼上。",
        "This web archive cannot be read. Save the page as HTML only, or copy and paste.";
    /// It is too long.
    paste_too_long: "內容太長，沒有讀取。請只複製 12 項時數的表格。",
        "This is too long and was not read. Copy only the table of twelve totals.";
    /// It is the page's own file, of a newer page.
    paste_newer: "這個試算表由較新版的本頁產生，這裡無法讀取。請重新整理本頁後再試一次。",
        "A newer version of this page made this spreadsheet, so it cannot be read here. Reload the page and try again.";
    /// It is what the page copied for people.
    paste_own_text: "這是本頁複製的結果，不含全部時數。要接著算，請用「下載試算表」存下的檔案。",
        "This is the result that was copied from this page; it does not hold all hours. To go on, use the spreadsheet that you downloaded.";
    /// The page's own file is of another year; which year.
    review_other_year: "這個試算表是 {} 年的，不是今年的。往年的時數不計入今年，請核對。",
        "This spreadsheet is of {}, not of this year. Hours of other years do not count this year; please check.";
    /// It is something else.
    paste_no_row: "沒有找到任何一項。請複製入口網【個人資料夾】的學習時數表格。",
        "None of the twelve totals was found. Copy the table of hours in 【個人資料夾】 (personal folder) of the portal.";
    /// Puts the numbers into the fields.
    accept: "填入這些時數", "Fill in these hours";
    /// Drops them.
    discard: "取消", "Cancel";
    /// The portal's threshold is another than the rule's.
    threshold: "入口網顯示「{}」應修 {} 小時，與本頁所列 {} 小時不同；規定可能已變更，請洽人事室。",
        "For “{}” the portal shows {} hours, this page {}: the rule may have changed. Ask the Personnel Office.";

    /// Heading of the hints.
    hints: "請再核對", "Please look again";
    /// A row is more than what contains it.
    hint_over: "{} {} 小時，多於「{}」{} 小時，請核對這兩項。", "{} ({} h) is more than “{}” ({} h). Check both rows.";
    /// Parts give another sum.
    hint_parts: "{}合計 {} 小時，與「{}」{} 小時不同，請核對。", "{} give {} h together, but “{}” is {} h. Check these rows.";

    /// Choice of the kind of staff.
    staff: "人員類別", "Your position";
    /// Nothing chosen.
    choose: "請選擇", "Please choose";
    /// Permanent staff.
    permanent: "編制內職員", "Permanent staff (編制內)";
    /// Contract staff.
    contract: "編制外人員", "Contract staff (編制外)";
    /// Teachers.
    teacher: "教師", "Teacher (教師)";
    /// Judges a rule set that is history as well.
    ask: "一併試算「{}」（舊規定，僅供參考）", "Also try “{}” (a former rule, for reference only)";
    /// Heading of the rules that can be tried.
    history_title: "一併試算舊規定", "Also try former rules";
    /// Trying a former rule changes no verdict.
    history_about: "舊規定不影響檢核結果；結果列在各項旁，並標示「試算」。",
        "Former rules do not change your result; their verdicts stand beside the rows, marked “Tried”.";

    /// Heading of the verdicts.
    results: "檢核結果", "Result";
    /// Beside the name of a rule set that only advises.
    advice: "建議", "Advice";
    /// Beside the name of a rule set that is history.
    history: "舊規定", "Former rule";
    /// A rule set of another year: its name and the reader's year.
    other_year: "「{}」不是{}的規定", "“{}” is no rule for {}";
    /// From so many to so many.
    range: "{} 到 {}", "{} to {}";
    /// So many or more.
    at_least: "至少 {}", "at least {}";
    /// A row whose text cannot be read.
    unreadable: "請修正", "correct it";
    /// A row that was not given.
    not_given: "尚未填寫", "not entered yet";
    /// Enough.
    met: "已達成", "Met";
    /// So many hours short.
    short: "還差 {} 小時", "{} h short";
    /// Cannot be decided, and why.
    unknown: "無法判斷：{}", "Cannot be decided: {}";
    /// A row was not given.
    why_row: "尚未填寫「{}」", "“{}” not entered yet";
    /// No row shows it.
    why_input: "入口網未顯示「{}」，請自行填入", "the portal does not show “{}”; enter it yourself";
    /// How much of the blended courses is digital is not shown.
    why_blended: "混成課程的數位時數不明", "the digital part of blended courses is not shown";
    /// It may not show in time.
    why_upload: "不知能否及時登錄", "it may not show in time";
    /// The calendar ends.
    why_calendar: "行事曆未涵蓋", "the calendar has run out";
    /// The verdict with what is coming.
    with_coming: "加計尚未登錄者：{}", "With what is coming: {}";
    /// Until when hours count.
    deadline: "採計至 {}", "Counted until {}";
    /// The latest day at a platform.
    latest: "{} 課程請於 {}前完成（成績公布與申請所需時間另計）", "{}: finish courses by {} (grading and applying take their own time)";
    /// That day is over.
    over: "（已逾期）", " (over)";
    /// A platform that does not say how long it takes.
    latest_unknown: "{} 上傳所需天數請見平臺公告", "{}: see its notices for how long hours take to show";
    /// Before anything was typed: how many rows count.
    blank: "貼上或填入 {} 項粗體時數，立刻知道結果。", "Paste or enter the {} bold rows to see your result.";
    /// The same where one row counts.
    blank_one: "貼上或填入粗體的時數，立刻知道結果。", "Paste or enter the bold row to see your result.";
    /// The same where no rule binds.
    blank_none: "目前沒有列入檢核的規定。", "No rule is checked here at present.";
    /// Small numbers within a sentence, from zero.
    counts: "0 1 2 3 4 5 6 7 8 9 10 11 12", "no one two three four five six seven eight nine ten eleven twelve";
    /// Before the one number.
    short_lead: "至少還須修習", "You need at least";
    /// The one number: the least hours that are enough.
    short_number: "{} 小時", "{} more hours";
    /// The same for one hour.
    short_number_one: "1 小時", "1 more hour";
    /// Short, and what is coming is enough.
    short_coming: "修畢的課程登錄後，即達成規定", "You meet the rules once your finished courses are on the portal";
    /// Short, and nobody knows whether what is coming is in time.
    short_coming_unknown: "修畢的課程能否及時登錄，無法判斷", "Whether your finished courses show in time cannot be told";
    /// One thing to take: its name and its hours.
    why_one: "修滿「{}」{} 小時即達成。", "Take “{}”: {} h, and you meet the rules.";
    /// One thing to take, and what is met by it as well.
    why_serves: "修滿「{}」{} 小時，{}也一併達成。", "Once you take “{}”, {} h, {} are met too.";
    /// The same for one thing that is met as well.
    why_serves_one: "修滿「{}」{} 小時，{}也一併達成。", "Once you take “{}”, {} h, {} is met too.";
    /// Several things to take, as a list.
    why_several: "修滿{}，各項規定即一併達成。", "Once you take {}, you meet every rule.";
    /// The requirements known to be short while rows are blank, as a list.
    why_so_far: "已知不足：{}。", "Known to be short: {}.";
    /// Short, and rows that are not filled in, as a list.
    why_more: "{}尚未填寫，還須修習的時數可能更多。", "{} not entered yet: it may be more.";
    /// Short, after what is coming.
    why_coming: "已扣除修畢而尚未登錄的課程。", "Finished courses that are still coming are taken off.";
    /// Everything is met.
    met_headline: "已達成目前列入檢核的規定", "You meet every rule checked here";
    /// Rows that are not filled in, as a list.
    unknown_rows: "尚未填寫{}，無法判斷", "{} not entered yet";
    /// A field cannot be read.
    unknown_wrong: "請先修正標示的欄位，才能判斷", "Correct the marked fields first";
    /// A rule depends on the kind of staff.
    unknown_staff: "請先選擇人員類別，才能判斷", "Choose your position first";
    /// A rule of another year, as a sentence.
    unknown_year: "{}，無法判斷", "{}: it cannot be decided";
    /// Unknown, and met with what is coming.
    unknown_coming: "加計修畢而尚未登錄的課程，即達成規定。", "With the finished courses that are coming you meet the rules.";
    /// As long as a rule is not confirmed: the year.
    caution: "本校人事室尚未確認此規定適用於{}，請以人事室公告為準。",
        "The Personnel Office has not yet confirmed this rule for {}; its announcement decides.";
    /// Teachers, as long as no rule names them.
    caution_teacher: "此規定是否適用於教師，請洽人事室。", "Ask the Personnel Office whether this rule applies to teachers.";
    /// A year.
    year: " {} 年度", "{}";
    /// The year where the day is not known.
    this_year: "本年度", "this year";
    /// A fact was confirmed before this year began.
    age_earlier: "確認日期為往年，請向人事室確認。", "Last confirmed before this year; check with the Personnel Office.";
    /// A fact was confirmed more than a year ago.
    age_over: "確認日期已逾一年，請向人事室確認。", "Last confirmed more than a year ago; check with the Personnel Office.";
    /// A law has changed since a fact was confirmed.
    age_law: "確認之後法規已修正，請向人事室確認。", "The law has changed since this was confirmed; check with the Personnel Office.";

    /// An item of such a list, with hours.
    summary_item: "「{}」{} 小時", "“{}” {} h";
    /// An item of such a list, without hours.
    summary_name: "「{}」", "“{}”";
    /// Between the items of a list.
    list: "、", "; ";
    /// Before the last item of a list in a sentence.
    and: "與", " and ";
    /// Told when a field is left: so many things are short.
    said_short: "{} 項不足", "{} short";
    /// Told when a field is left: everything is met.
    said_met: "均已達成", "All met";

    /// Heading of what is still coming.
    coming: "已修畢、入口網尚未登錄的課程", "Finished, but not on the portal yet";
    /// Coming hours are counted apart from the fields.
    coming_about: "另外計算，不會改動所填時數。", "Counted apart; the hours you entered stay as they are.";
    /// Adds a line.
    coming_add: "新增一筆", "Add one";
    /// Takes a line away.
    coming_remove: "刪除", "Remove";
    /// Where it counts.
    coming_row: "採計於", "Counts as";
    /// How many hours.
    coming_hours: "時數", "Hours";
    /// When it was finished, with an example.
    coming_day: "完成日（例如 {}）", "Finished on (for example {})";
    /// Where it was learnt.
    platform: "平臺", "Platform";
    /// A platform that is not in the list.
    platform_other: "其他或不清楚", "Another, or not sure";
    /// A line that is not complete.
    coming_incomplete: "請填寫採計項目、時數、完成日，才會加計。", "Fill in what it counts as, its hours and its day to have it counted.";
    /// When it shows.
    coming_shows: "預計 {} 登錄", "Expected to show on {}";
    /// Nobody knows when it shows.
    coming_unsure: "平臺未公布上傳天數，無法推算何時登錄。", "The platform does not say how long it takes to report hours.";
    /// A course that is not finished yet.
    coming_not_yet: "完成日尚未到，暫不計入。", "This day has not come yet, so these hours do not count.";
    /// A course of an earlier year.
    coming_earlier: "往年完成的課程，不計入今年。", "Finished in an earlier year, so these hours do not count this year.";
    /// A course of the end of last year that shows in this one.
    coming_turn: "去年底完成，不確定計入去年或今年，無法判斷。",
        "Finished at the end of last year: nobody says to which year these hours count.";
    /// The calendar ends before.
    calendar_ends: "行事曆只到 {}，其後僅扣除週末。", "The calendar ends on {}; after it only weekends are left out.";

    /// Heading of the plan.
    plan: "接下來怎麼做", "What to do next";
    /// The other requirements that a course counts for.
    plan_serves: "同時採計於{}。", "Also counts for {}.";
    /// So many of them digital.
    plan_digital: "其中 {} 小時選數位課程。", "Of these, {} h in digital courses.";
    /// Where to learn.
    places: "修課平臺", "Where to learn";
    /// Advice: its name and its hours.
    remind: "另提醒：{}（{} 小時）", "Reminder: {} ({} h)";
    /// Leads to the field of an advice.
    remind_fill: "填入時數", "Enter hours";
    /// Heading of the rules and their sources.
    sources: "規定與出處", "Rules and sources";
    /// A line to fill in by hand on paper.
    sheet_name: "姓名：", "Name:";
    /// The day of the check.
    today: "檢核日：{}", "Checked on {}";
    /// A day: year, month, day, weekday.
    day: "{} 年 {} 月 {} 日（{}）", "{} {} {} ({})";
    /// Months from January.
    months: "1 2 3 4 5 6 7 8 9 10 11 12",
        "January February March April May June July August September October November December";
    /// Days of the week from Sunday.
    weekdays: "日 一 二 三 四 五 六", "Sun Mon Tue Wed Thu Fri Sat";
    /// Prints.
    print: "列印結果", "Print the result";
    /// Copies the result in a few lines.
    copy: "複製結果", "Copy the result";
    /// Saves the file for a spreadsheet.
    csv: "下載試算表（CSV）", "Download the spreadsheet (CSV)";
    /// Saves the last safe day for a calendar.
    ics: "加入行事曆（.ics）", "Add the last safe day to a calendar (.ics)";
    /// The last safe day of a platform, to be copied: the platform, the day.
    last_day: "{} 最遲完成日：{}", "Last safe day for {}: {}";
    /// Copies that day.
    copy_day: "複製日期", "Copy the date";
    /// The title of the last safe day in a calendar: the platform.
    calendar_title: "{} 課程最遲完成日（學習時數）", "Last safe day to finish {} courses (learning hours)";
    /// More about it: the day on which the year ends.
    calendar_about: "時數統計至 {}；成績公布與申請所需時間另計。",
        "Hours are counted until {}; grades and applications take their time on top.";
    /// Nothing was printed.
    not_printed: "這個瀏覽器無法列印。請改用其他瀏覽器開啟，或下載試算表。",
        "This browser cannot print. Open the page in another one, or download the spreadsheet.";
    /// That nothing is kept, and how to go on later.
    keeps_nothing: "本頁不會儲存您填的數字。要改天再算，請先下載試算表，之後拖回本頁即可。",
        "This page keeps nothing. To go on another day, download the spreadsheet and drop it here later.";
    /// The first line of the copied text: the verdict.
    copy_head: "時數檢核：{}", "Hours check: {}";
    /// The first line of the copied text: the day and the verdict.
    copy_head_on: "時數檢核（{}）：{}", "Hours check on {}: {}";
    /// The verdict before anything was entered.
    copy_nothing: "尚未填寫時數", "no hours entered yet";
    /// The courses to take, as a list.
    copy_missing: "請補修：{}", "Still to take: {}";
    /// The platforms, as a list.
    copy_places: "到哪裡修課：{}", "Where to learn: {}";
    /// The columns of the spreadsheet, parted by blanks.
    sheet_columns: "規定 項目 需要 已有 還差 結果", "Rule Item Needed Have Short Result";
    /// Stands in place of a rule's name in the lines of the fields.
    sheet_portal: "入口網", "Portal";
    /// A field of a line of hours that are still coming: the number of the line, and the field.
    sheet_coming: "尚未登錄 {}：{}", "Not on the portal yet, {}: {}";
    /// The day on which a course was finished.
    coming_finished: "完成日", "Finished on";
    /// A box that is ticked.
    sheet_yes: "是", "Yes";
    /// It was copied.
    copied: "已複製。", "Copied.";
    /// It could not be copied.
    not_copied: "無法複製，請改為下載試算表。", "Copying failed; download the spreadsheet instead.";
    /// The page in the other language could not be had.
    language_failed: "無法載入英文頁。您填的時數還在；若直接開啟英文頁，時數要重填。",
        "The Chinese page could not be loaded. Your hours are still here; opening it directly loses them.";
    /// Opens the other language all the same.
    language_anyway: "仍要開啟英文頁", "Open the Chinese page all the same";
}
