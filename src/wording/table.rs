//! The sentences themselves. `{}` is filled in, in the same order in both languages.

use guide::{Lang, PageNodeKind};
use hours::StaffKind;

use crate::session::Standing;

impl From<Standing> for Word {
    /// How a node of the map stands.
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Current => Self::MapCurrent,
            Standing::Path => Self::MapPath,
            Standing::Ahead => Self::MapAhead,
            Standing::Other => Self::MapOther,
        }
    }
}

impl From<StaffKind> for Word {
    /// What a kind of staff is called.
    fn from(kind: StaffKind) -> Self {
        match kind {
            StaffKind::Permanent => Self::Permanent,
            StaffKind::Contract => Self::Contract,
            StaffKind::Teacher => Self::Teacher,
        }
    }
}

impl From<PageNodeKind> for Word {
    /// What a kind of node is called.
    fn from(kind: PageNodeKind) -> Self {
        match kind {
            PageNodeKind::Question => Self::Question,
            PageNodeKind::Step => Self::Step,
            PageNodeKind::Trouble => Self::Trouble,
            PageNodeKind::Outcome => Self::Outcome,
        }
    }
}

macro_rules! sentences {
    ($($(#[$about:meta])* $word:ident: $zh:literal, $en:literal;)*) => {
        /// A sentence of the interface.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Word {
            $($(#[$about])* $word,)*
        }

        impl Word {
            /// How many sentences there are.
            pub const COUNT: usize = [$(Self::$word),*].len();
        }

        /// All sentences of a language, in the order of [`Word`].
        #[must_use]
        pub fn sentences(lang: Lang) -> &'static [&'static str] {
            match lang {
                Lang::ZhHant => &[$($zh),*],
                Lang::En => &[$($en),*],
            }
        }
    };
}

sentences! {
    /// Name of the switches of views.
    Views: "檢視方式", "Views";
    /// Switch of the guided view.
    Guided: "逐步引導", "Step by step";
    /// Switch and heading of the map.
    Map: "流程圖", "Flowchart";
    /// Switch and heading of the hours view.
    Hours: "時數檢核", "Check hours";
    /// Switch and heading of the outline.
    Outline: "完整說明", "Full guide";

    /// What a question is called.
    Question: "問題", "Question";
    /// What a step is called.
    Step: "步驟", "Step";
    /// What a trouble is called.
    Trouble: "遇到問題", "Problem";
    /// What an outcome is called.
    Outcome: "完成", "Done";
    /// A node of the map before its title: Chinese how many and which, English which and how many; then how it stands.
    MapNumber: "步驟 {} 之 {}（{}）：", "Step {} of {} ({}): ";
    /// Where the reader is.
    MapCurrent: "目前", "you are here";
    /// Where the reader has been.
    MapPath: "走過", "done";
    /// What lies ahead.
    MapAhead: "接下來", "ahead";
    /// The rest of the map.
    MapOther: "其他", "elsewhere";
    /// Leads from the map to the guide.
    MapGuide: "看這一步的說明", "How to do this step";
    /// Where the reader is on the map.
    MapHere: "您在：{}", "You are here: {}";
    /// One step left.
    StepLeft: "還有 1 步", "1 step left";
    /// So many steps left.
    StepsLeft: "還有 {} 步", "{} steps left";
    /// From so many to so many steps left.
    StepsRange: "還有 {} 到 {} 步", "{} to {} steps left";
    /// Leads to the next node; its title follows.
    Next: "下一步", "Next";
    /// Leads back by one node.
    Back: "上一步", "Back";
    /// Leads back to the start.
    Restart: "重新開始", "Start again";
    /// Leads from the outcome to the hours.
    CheckHours: "填入時數，看看夠不夠", "Enter your hours: are they enough?";
    /// Heading of the side ways.
    Troubles: "不順利嗎？", "Not working?";
    /// Heading of the way so far.
    Trail: "到這一步的路徑", "The way here";
    /// Before the first step.
    TrailEmpty: "從這裡開始。", "You start here.";
    /// Changes an earlier answer.
    Change: "變更", "Change";

    /// Heading of the date converter.
    Dates: "日期換算", "Date converter";
    /// What the converter is and is not.
    DatesAbout: "小工具：只在本頁換算，不儲存、不傳送，也不是登入欄位。",
        "A plain tool: works on this page only, stores and sends nothing, is no sign-in field.";
    /// Label of its field.
    DatesLabel: "輸入西元或民國日期", "Type a Western or Minguo date";
    /// Example below its label.
    DatesHint: "例如 1972-01-01 或 0610101", "For example 1972-01-01 or 0610101";
    /// Name of the seven digits.
    DatesMinguo: "民國 7 位數字", "Minguo, 7 digits";
    /// Name of the Western date.
    DatesWestern: "西元", "Western";
    /// After a Western date, the seven digits.
    DatesBoth: "（民國 7 位數字 {}）", " (Minguo, 7 digits: {})";
    /// Not a date.
    DatesNotADate: "看不懂這個日期，請輸入如 1972-01-01 或 0610101。",
        "We cannot read this date. Type it like 1972-01-01 or 0610101.";
    /// No such day.
    DatesNoSuchDay: "沒有這一天，請檢查月份和日期。", "There is no such day. Check the month and the day.";
    /// Too early or too late.
    DatesOutOfRange: "只能換算民國 1 年至 199 年的日期。",
        "Only dates from Minguo year 1 to 199 can be converted.";

    /// How to fill in the fields.
    HoursLead: "照入口網「學習時數」頁填入數字；入口網空白的列請留空。數字只在本頁，關閉、重新整理或按上一頁就消失。",
        "Copy the numbers from the portal. Leave a row blank if the portal shows no number. They stay on this page and are gone when you close, reload or leave it.";
    /// Heading of the twelve fields.
    Rows: "入口網的十二列時數", "The twelve rows of the portal";
    /// Unit of hours.
    Unit: "小時", "hours";
    /// Not a number.
    NotANumber: "請填數字，例如 10 或 2.5。", "Type a number, for example 10 or 2.5.";
    /// Below zero.
    Negative: "時數不會是負的，請填 0 以上的數字，例如 2.5。",
        "Hours cannot be negative. Type a number from 0, for example 2.5.";
    /// More than two decimals.
    TooPrecise: "最多填到小數第 2 位，例如 1.25。", "Use two decimals at most, for example 1.25.";
    /// More than 9,999.
    TooLarge: "數字太大，請填 9999 以下的時數。", "This number is too large. Type at most 9999 hours.";
    /// Starts the check.
    Check: "檢核時數", "Check hours";
    /// Empties the fields.
    Clear: "全部清除", "Clear all";
    /// Heading of the error summary, one error.
    Error: "有 1 個欄位要修正", "1 field needs a correction";
    /// Heading of the error summary, several errors.
    Errors: "有 {} 個欄位要修正", "{} fields need a correction";
    /// The error where nothing was typed at all.
    NothingTyped: "還沒有填任何時數", "Nothing is filled in yet";
    /// Where to start then.
    StartHere: "請從這一列開始，例如 10。", "Start here, for example 10.";
    /// Heading of the fields for what no row shows.
    Inputs: "入口網沒有列出的時數（選填）", "Hours that the portal does not show (optional)";

    /// Heading of the paste card.
    Paste: "貼上整個表格", "Paste the whole table";
    /// How to paste.
    PasteAbout: "在入口網複製十二列，貼在這裡；或拖入、選擇存檔（.txt、.csv、.html）。只取十二個數字，其餘捨棄。",
        "Copy the twelve rows on the portal and paste them here, or drop or choose a saved file (.txt, .csv, .html). Only the twelve numbers are kept.";
    /// Reads the pasted text.
    PasteRead: "讀取", "Read";
    /// Chooses a file.
    PasteFile: "選擇檔案", "Choose a file";
    /// Heading of the review: how many rows were read.
    Review: "讀到 {} 列，請核對", "Rows read: {}. Please check";
    /// Labels were found, and no number.
    ReviewEmpty: "找到列名，但沒有可用的時數。括號內是門檻，不是時數；請連同右邊的數字一起複製。",
        "The rows are there, but no usable hours. Numbers in brackets are thresholds; copy those to their right too.";
    /// What accepting does.
    ReviewAbout: "採用後只改寫讀到的列。", "Only the rows that were read will change.";
    /// The row is not in the text.
    FoundNot: "沒找到", "not found";
    /// The row is there without a number.
    FoundBlank: "空白", "blank";
    /// The row's number cannot be used.
    FoundUnusable: "不採用：不是可用的時數", "ignored: no usable number";
    /// The row is there twice.
    FoundDiffers: "不採用：出現兩次，{} 與 {} 不同", "ignored: there twice, as {} and {}";
    /// Nothing was pasted.
    PasteEmpty: "沒有讀到文字。請複製入口網的表格再貼上；圖片無法讀取。",
        "There is no text. Copy the table on the portal and paste it; a picture cannot be read.";
    /// It is no text.
    PasteNotText: "這不是文字，或編碼無法辨認。請改用複製、貼上。",
        "This is no text, or its encoding is unknown. Please copy and paste instead.";
    /// It is too long.
    PasteTooLong: "內容太長，沒有讀取。請只複製十二列的表格。", "This is too long and was not read. Copy only the table of twelve rows.";
    /// It is something else.
    PasteNoRow: "沒有找到任何一列。請複製入口網【個人資料夾】的學習時數表格。",
        "No row was found. Copy the table of hours in 【個人資料夾】 (personal folder) of the portal.";
    /// Puts the numbers into the fields.
    Accept: "採用這些數字", "Use these numbers";
    /// Drops them.
    Discard: "不採用", "Discard";
    /// The portal's threshold is another than the rule's.
    Threshold: "入口網「{}」標示 {} 小時，本頁的規定是 {} 小時：規定可能已修改，請洽人事室。",
        "For {} the portal says {} h, the rule here {} h. It may have changed; ask the Personnel Office.";

    /// Heading of the hints.
    Hints: "請再核對", "Please look again";
    /// A row is more than what contains it.
    HintOver: "{} {} 小時，多於「{}」{} 小時，請核對這兩列。",
        "{} ({} h) is more than {} ({} h). Check both rows.";
    /// Parts give another sum.
    HintParts: "{}合計 {} 小時，與「{}」{} 小時不同，請核對。",
        "{} give {} h together, but {} is {} h. Check these rows.";

    /// Choice of the kind of staff.
    Staff: "人員類別", "Kind of staff";
    /// Nothing chosen.
    Choose: "請選擇", "Please choose";
    /// Staff on the establishment.
    Permanent: "編制內職員", "Permanent staff (編制內職員)";
    /// Staff outside the establishment.
    Contract: "編制外人員", "Contract staff (編制外人員)";
    /// Teachers.
    Teacher: "教師", "Teacher (教師)";
    /// Judges a rule set that is history as well.
    Ask: "也試算「{}」：歷史規定，未確認今年適用", "Also check “{}”: history, not confirmed for this year";

    /// Heading of the verdicts.
    Results: "檢核結果", "Result";
    /// Beside the name of a rule set that only advises.
    Advice: "建議", "Advice";
    /// Beside the name of a rule set that is history.
    History: "歷史規定", "History";
    /// A rule set of another year: its name and the reader's year.
    OtherYear: "「{}」不是 {} 年的規定", "{} is no rule for the year {} (民國)";
    /// A list of such.
    SummaryOthers: "{}。", "{}. ";
    /// Hours needed.
    Need: "需要 {}", "need {}";
    /// Hours had, behind those needed.
    Have: "，已有 {}", ", have {}";
    /// From so many to so many.
    Range: "{} 到 {}", "{} to {}";
    /// So many or more.
    AtLeast: "至少 {}", "at least {}";
    /// A row whose text cannot be read.
    Unreadable: "請修正", "correct it";
    /// A row that was not given.
    NotGiven: "未填", "not given";
    /// Enough.
    Met: "已達成", "Met";
    /// So many hours short.
    Short: "還差 {} 小時", "{} h short";
    /// Cannot be decided, and why.
    Unknown: "無法判斷：{}", "Unknown: {}";
    /// A row was not given.
    WhyRow: "未填「{}」", "{} not given";
    /// No row shows it.
    WhyInput: "十二列看不出「{}」", "the twelve rows do not show {}";
    /// How much of the blended courses is digital is not shown.
    WhyBlended: "混成課程的數位時數不明", "the digital part of blended courses is not shown";
    /// It may not show in time.
    WhyUpload: "不知能否及時顯示", "it may not show in time";
    /// The calendar ends.
    WhyCalendar: "行事曆未涵蓋", "the calendar has run out";
    /// What the rule says.
    Says: "規定：{}", "The rule: {}";
    /// How the verdict was reached.
    How: "計入：{}。需要 {} 小時。", "Counted: {}. Needed: {} h.";
    /// A row or a sum with its hours.
    Item: "{} {}", "{} {}";
    /// The digital part of blended courses.
    Blended: "混成 {}（數位部分不明）", "blended {} (digital part unknown)";
    /// The verdict with what is coming.
    WithComing: "加計尚未顯示的時數：{}", "With what is coming: {}";
    /// Until when hours count.
    Deadline: "截止日：{}", "Deadline: {}";
    /// The latest day at a platform.
    Latest: "{} 最遲 {} 完成", "{}: finish by {}";
    /// That day is over.
    Over: "（已過）", " (over)";
    /// A platform that does not say how long it takes.
    LatestUnknown: "{} 上傳天數不明", "{}: upload time unknown";

    /// Before anything was typed.
    SummaryBlank: "填入時數後，這裡會告訴您夠不夠、還差多少。",
        "Fill in your hours, and this line tells you whether they are enough.";
    /// All rules are met; how many rule sets there are.
    SummaryMet: "依下列 {} 套規定，您的時數都夠了。", "By the {} rule sets below, you have enough hours. ";
    /// The one rule set is met.
    SummaryMetOne: "依下列規定，您的時數夠了。", "By the rule set below, you have enough hours. ";
    /// What is short, as a list.
    SummaryShort: "還不夠，請補修：{}。", "Not enough yet. Still to take: {}. ";
    /// After what is short, where several things are: the rules count the same hours more than once.
    SummaryOverlap: "同一門課可同時計入多項，不必相加。",
        "One course may count for several of these; do not add them up. ";
    /// What cannot be said, as a list.
    SummaryUnknown: "還不能判斷：{}。", "We cannot tell yet: {}. ";
    /// Rules that depend on the kind of staff.
    SummaryStaff: "有規定依人員類別而定，請先選擇。", "Some rules depend on your kind of staff; please choose it. ";
    /// Advice that is not met, as a list.
    SummaryAdvice: "另有建議尚未達成：{}。", "Advice not met yet: {}. ";
    /// With what is coming: met.
    ComingMet: "加計尚未顯示的時數，就都夠了。", "With what is coming you have enough. ";
    /// With what is coming: short.
    ComingShort: "加計尚未顯示的時數仍不夠。", "With what is coming it is still not enough. ";
    /// With what is coming: unknown.
    ComingUnknown: "加計尚未顯示的時數仍不能判斷。", "With what is coming we still cannot tell. ";
    /// An item of such a list, with hours.
    SummaryItem: "「{}」{} 小時", "{}: {} h";
    /// An item of such a list, without hours.
    SummaryName: "「{}」", "{}";
    /// Between the items of a list.
    List: "、", "; ";
    /// That some rule was never confirmed by HR.
    Caution: "規定是否適用今年，請以人事室公告為準。",
        "Whether these rules hold this year is for the Personnel Office to say.";
    /// Told when a field is left: so many things are short.
    SaidShort: "{} 項不足", "{} short";
    /// Told when a field is left: everything is met.
    SaidMet: "都夠了", "All met";

    /// Heading of what is still coming.
    Coming: "已修完、入口網尚未顯示", "Finished, but not on the portal yet";
    /// What is done with it.
    ComingAbout: "另行加計，不混入上面的時數。", "Counted apart from the hours above.";
    /// Adds a line.
    ComingAdd: "新增一筆", "Add one";
    /// Takes a line away.
    ComingRemove: "刪除", "Remove";
    /// Where it counts.
    ComingRow: "計入", "Counts as";
    /// How many hours.
    ComingHours: "時數", "Hours";
    /// When it was finished.
    ComingDay: "完成日（如 115/11/20）", "Finished on (2026-11-20)";
    /// Where it was learnt.
    Platform: "平臺", "Platform";
    /// A platform that is not in the list.
    PlatformOther: "其他或不清楚", "Another, or not sure";
    /// A line that is not complete.
    ComingIncomplete: "請填完計入、時數、完成日，才會加計。", "Fill in all three to have it counted.";
    /// When it shows.
    ComingShows: "預計 {} 顯示", "Expected to show on {}";
    /// Nobody knows when it shows.
    ComingUnsure: "這個平臺的上傳天數不明，無法推算何時顯示。",
        "Nobody knows how long this platform takes to report hours.";
    /// The calendar ends before.
    CalendarEnds: "行事曆只到 {}，其後僅扣除週末。", "The calendar ends on {}; after it only weekends are left out.";

    /// Heading of the plan.
    Plan: "接下來怎麼做", "What to do next";
    /// The fewest hours.
    PlanTotal: "最少再修 {} 小時：", "The fewest hours that are enough: {}";
    /// What a course also counts for.
    PlanServes: "同時計入{}。", "Also counts for {}. ";
    /// So many of them digital.
    PlanDigital: "其中 {} 小時選數位課程。", "Of these, {} h in digital courses.";
    /// Where to learn.
    Places: "到哪裡修課", "Where to learn";
    /// What is filled in by hand on paper.
    SheetName: "姓名：", "Name:";
    /// The day of the check.
    Today: "檢核日：{}", "Checked on {}";
    /// A day: year, month, day, weekday.
    Day: "民國 {} 年 {} 月 {} 日（{}）", "Minguo {}/{}/{} ({})";
    /// Days of the week from Sunday.
    Weekdays: "星期日 星期一 星期二 星期三 星期四 星期五 星期六", "Sun Mon Tue Wed Thu Fri Sat";
    /// Prints.
    Print: "列印一頁", "Print one page";
    /// Copies as text.
    Copy: "複製文字", "Copy as text";
    /// Saves as CSV.
    Csv: "存成 CSV", "Save as CSV";
    /// It was copied.
    Copied: "已複製。", "Copied.";
    /// It could not be copied.
    NotCopied: "無法複製，請改存 CSV。", "Copying failed; save as CSV instead.";
    /// The page in the other language could not be had.
    LanguageFailed: "無法載入英文頁。您填的時數還在；若直接開啟英文頁，時數要重填。",
        "The Chinese page could not be loaded. Your hours are still here; opening it directly loses them.";
    /// Opens the other language all the same.
    LanguageAnyway: "仍要開啟英文頁", "Open the Chinese page all the same";
}
