//! The sentences themselves. `{}` is filled in, in the same order in both languages.

use guide::{Lang, PageNodeKind};

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
    /// Heading of the verdicts.
    Results: "檢核結果", "Result";
    /// Column: the requirement.
    Item: "項目", "Requirement";
    /// Column: hours needed.
    Need: "需要", "Need";
    /// Column: hours had.
    Have: "已有", "Have";
    /// Column: the verdict.
    Verdict: "結果", "Result";
    /// A row whose text cannot be read.
    Unreadable: "請修正", "correct it";
    /// A row that was not given.
    NotGiven: "未填", "not given";
    /// Enough.
    Met: "已達成", "Met";
    /// So many hours short.
    Short: "還差 {} 小時", "{} h short";
    /// Cannot be decided.
    Unknown: "無法判斷", "Unknown";
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
    /// What was not given, as a list.
    SummaryUnknown: "還不能判斷，請再填：{}。", "We cannot tell yet; please also fill in: {}.";
    /// An item of such a list, with hours.
    SummaryItem: "「{}」{} 小時", "{}: {} h";
    /// An item of such a list, without hours.
    SummaryName: "「{}」", "{}";
    /// Between the items of a list.
    List: "、", "; ";
    /// That some rule was never confirmed by HR.
    Caution: "規定是否適用今年，請以人事室公告為準。",
        "Whether these rules hold this year is for the Personnel Office to say.";
    /// The page in the other language could not be had.
    LanguageFailed: "無法載入英文頁。您填的時數還在；若直接開啟英文頁，時數要重填。",
        "The Chinese page could not be loaded. Your hours are still here; opening it directly loses them.";
    /// Opens the other language all the same.
    LanguageAnyway: "仍要開啟英文頁", "Open the Chinese page all the same";
}
