//! The words of findings, for editors who are no programmers: what is wrong, where to look, what to do.

use guide::Lang;

use crate::finding::{Code, Expected, Finding, Severity};

/// A finding as an editor reads it: place, severity, code and sentence, then the same in English below.
#[must_use]
pub fn report_line(finding: &Finding) -> String {
    format!(
        "{}:{}:{}: {} [{}] {}\n    {}: {}\n",
        finding.file,
        finding.line,
        finding.column,
        severity_word(finding.severity, Lang::ZhHant),
        finding.code.name(),
        sentence(finding, Lang::ZhHant),
        severity_word(finding.severity, Lang::En),
        sentence(finding, Lang::En),
    )
}

/// The mistake and its remedy, in one language.
#[must_use]
pub fn sentence(finding: &Finding, lang: Lang) -> String {
    let words = words(finding.code);
    let template = match lang {
        Lang::ZhHant => words.zh,
        Lang::En => words.en,
    };
    let mut sentence = template.replace("{}", &finding.subject);
    if let Some(nearest) = &finding.nearest {
        sentence.push_str(&match lang {
            Lang::ZhHant => format!("是不是要寫「{nearest}」？"),
            Lang::En => format!(" Did you mean “{nearest}”?"),
        });
    }
    sentence
}

/// How urgent it is, in one word.
#[must_use]
pub fn severity_word(severity: Severity, lang: Lang) -> &'static str {
    match (severity, lang) {
        (Severity::Error, Lang::ZhHant) => "錯誤",
        (Severity::Error, Lang::En) => "error",
        (Severity::Warning, Lang::ZhHant) => "提醒",
        (Severity::Warning, Lang::En) => "warning",
    }
}

/// The same sentence twice; `{}` stands for the subject.
struct Words {
    zh: &'static str,
    en: &'static str,
}

fn words(code: Code) -> Words {
    let (zh, en) = match code {
        Code::Syntax => (
            "這一行的寫法讀不懂（{}）。請檢查引號、等號、括號是否成對，並使用半形符號。",
            "This line cannot be read ({}). Check that quotation marks, equals signs and brackets come in pairs and are half-width.",
        ),
        Code::NoEquals => (
            "「{}」這一行少了半形等號。請寫成 鍵 = 值，例如 id = \"start\"。",
            "The line “{}” has no equals sign. Write key = value, such as id = \"start\".",
        ),
        Code::UnclosedText => (
            "「{}」少了結尾的半形引號。一行的文字用 \"…\"，多行的文字用 \"\"\"…\"\"\"。",
            "The closing quotation mark is missing in “{}”. Use \"…\" for text on one line and \"\"\"…\"\"\" for text on several lines.",
        ),
        Code::UnquotedText => (
            "「{}」要用半形雙引號括起來，例如 \"文字\"。",
            "Put “{}” into half-width quotation marks, such as \"text\".",
        ),
        Code::MissingValue => (
            "「{}」的等號後面沒有內容。請填寫，或刪掉這一行。",
            "There is nothing after the equals sign of “{}”. Fill it in or delete the line.",
        ),
        Code::FullWidthMark => (
            "這裡用了全形符號「{}」。請改用半形符號，例如 \" = [ ] , # 。",
            "There are full-width marks here: {} — use half-width ones, such as \" = [ ] , #.",
        ),
        Code::StrangeBlank => (
            "這裡有一個特殊空格（{}；U+3000 是全形空格，U+00A0 是不換行空格，其他的多半看不見）。請刪掉，改用半形空格。",
            "There is a special blank here ({}; U+3000 is the full-width one, U+00A0 the one that does not break, others are mostly invisible). Delete it and use the usual one.",
        ),
        Code::ControlSign => (
            "這段文字裡有看不見的控制字元（{}）。請把它刪掉。",
            "There is an invisible control character in this text ({}). Delete it.",
        ),
        Code::NotAValue(expected) => not_a_value(expected),
        Code::DoubleKey => (
            "「{}」在同一個表格裡出現兩次。請刪掉其中一個。",
            "“{}” stands twice in the same table. Delete one of the two.",
        ),
        Code::ImpossibleDate => (
            "「{}」不是可用的日期。請寫西元年-月-日，不加引號，例如 2017-05-11。",
            "“{}” is not a usable date. Write the Western year, month and day without quotation marks, such as 2017-05-11.",
        ),
        Code::UnknownKey => (
            "這裡不能寫「{}」。請檢查拼字，或刪掉這一行。",
            "“{}” does not belong here. Check the spelling or delete the line.",
        ),
        Code::MissingKey => ("缺少「{}」。請補上。", "“{}” is missing. Please add it."),
        Code::WrongType(expected) => wrong_type(expected),
        Code::UnknownFormat => (
            "不認得格式「{}」。guide.toml 可用 format = 1 或 2，其他檔案用 format = 1，不加引號。",
            "Format “{}” is unknown. Write format = 1 or 2 in guide.toml and format = 1 in other files, without quotation marks.",
        ),
        Code::BadId => (
            "代號「{}」只能用小寫英文字母、數字和連字號，並以字母開頭，例如 first-time。",
            "The id “{}” may only have lower-case letters, digits and hyphens and must begin with a letter, such as first-time.",
        ),
        Code::DoubleId => (
            "代號「{}」已經用過了。請換一個，或刪掉重複的部分。",
            "The id “{}” was used before. Choose another one or delete the repetition.",
        ),
        Code::UnknownSection => (
            "沒有代號為「{}」的章節。請改成某個 [[section]] 的 id。",
            "There is no section with the id “{}”. Use the id of one of the [[section]] tables.",
        ),
        Code::UnknownChapter => (
            "沒有代號為「{}」的章。請改成某個 [[chapter]] 的 id。",
            "There is no chapter with the id “{}”. Use the id of one of the [[chapter]] tables.",
        ),
        Code::UnusedChapter => (
            "沒有任何章節屬於「{}」這一章。請在某個 [[section]] 寫上 chapter = \"{}\"，或刪掉這個 [[chapter]]。",
            "No section belongs to the chapter “{}”. Write chapter = \"{}\" in a [[section]], or delete the [[chapter]].",
        ),
        Code::NotShort => (
            "「{}」太長，網頁上放不下。請縮短為 14 個中文字或 40 個英文字母以內。",
            "“{}” is too long for the place where it is shown. Keep it to 14 Chinese or 40 Latin characters.",
        ),
        Code::MapTooLarge => (
            "流程圖（{}）在 1280 × 800 的視窗裡放不下，讀者須捲動才看得到全圖。請縮短各步驟的短標題（short）與回答的文字，或減少步驟。",
            "The flowchart ({}) does not fit a window of 1280 × 800, so readers have to scroll to see the whole. Shorten the short titles and the answers, or have fewer steps.",
        ),
        Code::ListTooLong => (
            "「{}」超過 5 項，讀者記不住。請刪到 5 項以內。",
            "“{}” has more than 5 items, too many to keep in mind. Keep it to 5.",
        ),
        Code::NewerKey => (
            "「{}」是新格式的寫法。請把檔案開頭的 format = 1 改成 format = 2，或刪掉這一項。",
            "“{}” belongs to a newer format. Change format = 1 at the beginning of the file to format = 2, or delete it.",
        ),
        Code::UnknownContact => (
            "沒有代號為「{}」的聯絡窗口。請改成某個 [[contact]] 的 id。",
            "There is no contact with the id “{}”. Use the id of one of the [[contact]] tables.",
        ),
        Code::UnknownScreen => (
            "沒有名為「{}」的畫面。可用的有 verification-form、menu、portal。",
            "There is no screen called “{}”. There are verification-form, menu and portal.",
        ),
        Code::UnknownTool => (
            "沒有名為「{}」的工具。可用的有 date-converter。",
            "There is no tool called “{}”. There is date-converter.",
        ),
        Code::UnknownRow => (
            "沒有代號為「{}」的時數列。請用入口網十二列之一的代號，例如 total、mandatory。",
            "There is no row with the id “{}”. Use the id of one of the portal's twelve rows, such as total or mandatory.",
        ),
        Code::UnknownKind => (
            "沒有「{}」這種節點。kind 可以是 question（提問）、step（步驟）、trouble（疑難排解）、outcome（結果）。",
            "There is no node of the kind “{}”. The kind is question, step, trouble or outcome.",
        ),
        Code::UnknownNoteKind => (
            "沒有「{}」這種附註。kind 可以是 note（說明）或 warning（請注意）。",
            "There is no note of the kind “{}”. The kind is note or warning.",
        ),
        Code::EdgeToNowhere => (
            "這裡指向「{}」，但沒有這個節點。請改成某個 [[node]] 的 id。",
            "This leads to “{}”, but there is no such node. Use the id of one of the [[node]] tables.",
        ),
        Code::Unreachable => (
            "從開頭走不到節點「{}」。請讓某一步的「下一步」（next）或某個答案的「通往」（to）指向它，或刪掉它。",
            "Nothing leads from the start to the node “{}”. Let some to or next lead there, or delete it.",
        ),
        Code::DeadEnd => (
            "節點「{}」沒有下一步，也不是結果。請補上「下一步」（next），或把種類（kind）改成結果（outcome）。",
            "The node “{}” leads nowhere and is no outcome. Add next, or make its kind outcome.",
        ),
        Code::NoWayOut => (
            "從節點「{}」只會一直繞圈，走不到任何結果。請讓其中一步通往結果。",
            "From the node “{}” one walks in circles and never comes to an outcome. Let one of the steps lead out.",
        ),
        Code::QuestionWithOneAnswer => (
            "提問「{}」的答案少於兩個。請補上 [[node.answer]]，或把 kind 改成 step。",
            "The question “{}” has fewer than two answers. Add a [[node.answer]], or make its kind step.",
        ),
        Code::OutcomeWithExit => (
            "「{}」：結果之後不能再有下一步或答案。請刪掉，或把 kind 改成 step。",
            "“{}”: an outcome has neither a next step nor answers. Delete them, or make its kind step.",
        ),
        Code::AnswersOutsideQuestion => (
            "「{}」：只有提問可以有答案。請刪掉，或把 kind 改成 question。",
            "“{}”: only a question has answers. Delete them, or make its kind question.",
        ),
        Code::NextInQuestion => (
            "「{}」：提問由答案決定去向，不能寫 next。請刪掉這一行。",
            "“{}”: the answers say where a question leads, so it has no next. Delete the line.",
        ),
        Code::TroubleInTrouble => (
            "「{}」：疑難排解裡不能再有疑難排解。請刪掉，或移到步驟裡。",
            "“{}”: a trouble has no troubles of its own. Delete it, or move it to a step.",
        ),
        Code::MissingChinese => (
            "缺少中文「{}」。請補上。",
            "The Chinese text “{}” is missing. Please add it.",
        ),
        Code::MissingEnglish => (
            "缺少英文「{}」。請補上。",
            "The English text “{}” is missing. Please add it.",
        ),
        Code::EmptyText => (
            "「{}」是空的。請填寫；如果不需要，請整個刪掉。",
            "“{}” is empty. Fill it in, or delete it as a whole if it is not needed.",
        ),
        Code::Untranslated => (
            "「{}」的英文和中文一樣。請確認是否忘了翻譯。",
            "The English of “{}” is the same as the Chinese. See whether it still needs translating.",
        ),
        Code::LinkNotHttps => (
            "連結「{}」必須是 https:// 開頭的完整網址。",
            "The link “{}” must be a whole address that begins with https://.",
        ),
        Code::MarkdownNotAllowed => (
            "這裡不能用這種格式：「{}」。可以用的有段落、清單、**粗體**、[連結](https://…) 和 `程式碼`。",
            "This formatting cannot be used here: “{}”. There are paragraphs, lists, **strong** words, [links](https://…) and `code`.",
        ),
        Code::StrayStars => (
            "這裡的 ** 不會變成粗體：「{}」。括號請寫成【**送出**】，或在 ** 外側各加一個半形空格，並確認 ** 成對。",
            "The ** here will not become strong: “{}”. Write brackets as 【**送出**】, or put a space outside the ** on both sides, and check that they come in pairs.",
        ),
        Code::MarkdownInPlainText => (
            "這段文字會照原樣顯示，不支援粗體和連結：「{}」。請改成一般文字。",
            "This text is shown as it is, without strong words and links: “{}”. Write it without marks.",
        ),
        Code::HalfWidthPunctuation => (
            "中文後面用了半形的「{}」。請改成全形標點。",
            "There is a half-width “{}” after Chinese text. Use the full-width mark.",
        ),
        Code::RuleWithoutSource => (
            "這項規定沒有寫出處：缺少「{}」。請補上 source.zh 和 source.en。",
            "This rule set does not say where it is written: “{}” is missing. Add source.zh and source.en.",
        ),
        Code::RuleWithoutDate => (
            "這項規定沒有寫出處的日期：缺少「{}」。請補上日期；查不到時請寫 \"unknown\"。",
            "This rule set does not say of what date its source is: “{}” is missing. Add the date, or \"unknown\" if nobody knows it.",
        ),
        Code::ConfirmedLater => (
            "確認日期「{}」還沒到。請寫實際確認的日期；尚未確認時請寫 \"never\"。",
            "The day of confirmation, {}, is still to come. Write the day on which it was confirmed, or \"never\".",
        ),
        Code::ConfirmedLongAgo => (
            "確認日期「{}」在今年之前。請確認今年是否仍適用，再更新 verified。",
            "It was confirmed on {}, before this year began. See whether it still holds this year, then renew verified.",
        ),
        Code::SeenLater => (
            "資料日期「{}」還沒到。請寫實際核對的日期；不知道時請把「資料日期」（seen）清空。",
            "The day on which it was seen, {}, is still to come. Write the day on which it was checked, or leave seen out.",
        ),
        Code::SeenLongAgo => (
            "資料日期「{}」在今年之前。請核對是否仍正確，再更新「資料日期」（seen）。",
            "It was seen on {}, before this year began. See whether it is still right, then renew seen.",
        ),
        Code::FilePassedOver => (
            "沒有讀取「{}」這個檔案。規定請放在 rules 資料夾，檔名以小寫的 .toml 結尾（例如 rules/new.toml）；其他檔案請移到別處。",
            "The file “{}” was not read. Put rule files into the folder rules with a name that ends in .toml in small letters (such as rules/new.toml), and other files elsewhere.",
        ),
        Code::NotACode => (
            "「{}」不是可用的類別代碼。請寫三位數字，或由小到大的範圍，例如 \"522\"、\"336-345\"。",
            "“{}” is not a usable category code. Write three digits or an ascending range, such as \"522\" or \"336-345\".",
        ),
        Code::DoubleCode => (
            "代碼「{}」已經屬於另一個類別。請刪掉其中一個。",
            "The code “{}” belongs to another category already. Delete one of the two.",
        ),
        Code::CategoryTarget => (
            "「{}」：row 和 input 只能寫一個；啟用的類別必須寫一個。",
            "“{}”: write one of row and input, not both; a category that is switched on needs one.",
        ),
        Code::CategoryInput => (
            "沒有任何規定用到另填時數「{}」。請改成規定檔裡某個 [[input]] 的 id。",
            "No rule file has the input “{}”. Use the id of one of their [[input]] tables.",
        ),
        Code::ValidToBeforeFrom => (
            "「{}」早於 valid-from。請檢查這兩個日期。",
            "“{}” is before valid-from. Check the two dates.",
        ),
        Code::NotHours => (
            "「{}」不是可用的時數。請寫大於 0、不超過 9999 的數字，例如 10 或 \"2.5\"，小數最多兩位。",
            "“{}” is not a usable number of hours. Write a number above 0 and up to 9999, such as 10 or \"2.5\", with at most two decimals.",
        ),
        Code::StemDiffers => (
            "代號「{}」和檔名不同。請讓 id 等於檔名去掉 .toml 的部分。",
            "The id “{}” differs from the name of the file. Make it the file's name without .toml.",
        ),
        Code::RowMissing => (
            "十二列之中缺少「{}」。請補上這個 [[row]]。",
            "Of the twelve rows “{}” is missing. Add this [[row]].",
        ),
        Code::RowOrder => (
            "「{}」這一列的順序和入口網不同。請按照入口網由上到下的順序排列。",
            "The row “{}” stands in another place than on the portal. Put the rows into the portal's order.",
        ),
        Code::RowDouble => (
            "「{}」這一列出現兩次。請刪掉其中一個。",
            "The row “{}” stands twice. Delete one of the two.",
        ),
        Code::DoubleLabel => (
            "「{}」已經是另一列的名稱或別名。貼上時會無法分辨，請改掉其中一個。",
            "“{}” is already a label or alias of another row. Pasted text could not be told apart; change one of the two.",
        ),
        Code::ScreenMissing => (
            "缺少畫面「{}」。請補上這個表格。",
            "The screen “{}” is missing. Add this table.",
        ),
        Code::ChosenUnknown => (
            "要點選的「{}」不在選單裡。請寫選單中某一項的中文。",
            "The entry to choose, “{}”, is not in the list. Write the Chinese of one of the entries.",
        ),
        Code::TargetUnknown => (
            "畫面上沒有可點選的「{}」。target 請寫該畫面上某一項的中文，選單的系統也可以寫代碼，例如 D6。",
            "There is nothing to press on the screen that is called “{}”. As target, write the Chinese of an entry of that screen; a system of the menu may also be named by its code, such as D6.",
        ),
        Code::ChosenCount => (
            "「{}」：要點選的項目必須剛好一個。",
            "“{}”: there must be exactly one entry to choose.",
        ),
        Code::ScreenNotShown => (
            "沒有任何節點用到畫面「{}」。請在某個節點寫上 screen = \"{}\"。",
            "No node shows the screen “{}”. Write screen = \"{}\" in a node.",
        ),
        Code::ScreenShownTwice => (
            "畫面「{}」已經在前面的節點以相同的點選處出現過。請用 target 指定這一步要點選的項目，或刪掉這一行。",
            "An earlier node already shows the screen “{}” with the same thing to press. Say by target what is to be pressed in this step, or delete the line.",
        ),
        Code::EndWithoutContact => (
            "這個結果或疑難排解沒有寫可以問誰：「{}」。請補上，例如 contacts = [\"hr\"]。",
            "This outcome or trouble does not say whom to ask: “{}”. Add it, such as contacts = [\"hr\"].",
        ),
        Code::UnknownInput => (
            "沒有代號為「{}」的另填時數。請改成本檔某個 [[input]] 的 id。",
            "There is no input with the id “{}”. Use the id of one of the [[input]] tables of this file.",
        ),
        Code::UnknownTerm => (
            "「{}」不是入口網十二列的代號，也不是本檔 [[input]] 的 id。請改成其中之一。",
            "“{}” is neither one of the portal's twelve rows nor an [[input]] of this file. Use the id of one of them.",
        ),
        Code::UnknownRequirement => (
            "沒有代號為「{}」的要求。請改成本檔某個 [[requirement]] 的 id。",
            "There is no requirement with the id “{}”. Use the id of one of the [[requirement]] tables of this file.",
        ),
        Code::UnknownStaff => (
            "沒有「{}」這種人員。可用的有 permanent（編制內）、contract（編制外）、teacher（教師）。",
            "There is no kind of staff called “{}”. There are permanent, contract and teacher.",
        ),
        Code::UnknownBlended => (
            "blended 不能寫「{}」。可用的有 not-digital（混成不計入數位）、unknown-part（部分計入，時數不明）。",
            "There is no way to count blended courses called “{}”. There are not-digital and unknown-part.",
        ),
        Code::TermCount => (
            "「{}」：row、input、sum 必須剛好寫一個。",
            "“{}”: there must be exactly one of row, input and sum.",
        ),
        Code::DoubleTerm => (
            "「{}」在 sum 裡出現兩次，會重複計算。請刪掉其中一個。",
            "“{}” stands twice in the sum and would count twice. Delete one of the two.",
        ),
        Code::PartOfCircle => (
            "「{}」：part-of 繞了一圈，互相包含。請刪掉其中一個 part-of。",
            "“{}”: the part-of lines lead round in a circle. Delete one of them.",
        ),
        Code::PartAboveWhole => (
            "「{}」比 part-of 所指的要求還多。請檢查這兩個時數。",
            "“{}” is more than what contains it asks for. Check the two numbers of hours.",
        ),
        Code::InputIsRow => (
            "「{}」是入口網某一列的代號，不能用在 [[input]]。請換一個代號，或改用 row。",
            "“{}” is the id of a portal row and cannot be that of an [[input]]. Choose another one, or use row.",
        ),
        Code::InputLabelDiffers => (
            "另一份規定把同一個欄位稱為「{}」。請讓兩處的 label 完全相同，或換一個代號。",
            "Another rule file calls the same field “{}”. Make the two labels the same, or choose another id.",
        ),
        Code::UnusedInput => (
            "沒有任何要求用到「{}」。請在某個 [[requirement]] 寫上它，或刪掉這個 [[input]]。",
            "No requirement counts “{}”. Name it in a [[requirement]], or delete the [[input]].",
        ),
        Code::EnabledHistory => (
            "「{}」：歷史規定同時啟用了。仍適用時請刪掉 history；已不適用時請寫 enabled = false。",
            "“{}”: this is marked as history and switched on. Delete history if it still holds; else write enabled = false.",
        ),
        Code::NotYearDay => (
            "「{}」不是可用的月日。請寫兩位數的月-日並加引號，例如 \"12-31\"。",
            "“{}” is not a usable day of the year. Write month and day with two digits each in quotation marks, such as \"12-31\".",
        ),
        Code::HolidayDouble => (
            "「{}」出現兩次。請刪掉其中一個。",
            "“{}” stands twice. Delete one of the two.",
        ),
        Code::HolidayOrder => (
            "「{}」沒有按照日期先後排列。請移到正確的位置。",
            "“{}” is not in the order of the dates. Move it to its place.",
        ),
        Code::HolidayAfterEnd => (
            "「{}」晚於 covers-until。請檢查日期，或更新 covers-until。",
            "“{}” is after covers-until. Check the date, or renew covers-until.",
        ),
        Code::HolidayOnWeekend => (
            "「{}」是星期六或星期日，不必列入。請檢查日期。",
            "“{}” is a Saturday or Sunday and need not be listed. Check the date.",
        ),
        Code::YearWithoutHolidays => (
            "covers-until 涵蓋 {} 年，但 holidays 沒有這一年的放假日。請補上，或改 covers-until。",
            "covers-until includes {}, but holidays has no day of that year. Add them, or change covers-until.",
        ),
        Code::NotUploadDays => (
            "「{}」應該是 0 到 60 的整數（工作天），不加引號；查不到時請寫 \"unknown\"。",
            "“{}” should be a whole number of working days from 0 to 60 without quotation marks, or \"unknown\".",
        ),
    };
    Words { zh, en }
}

fn not_a_value(expected: Expected) -> (&'static str, &'static str) {
    match expected {
        Expected::Switch => (
            "「{}」讀不懂。這裡只能寫 true（是）或 false（否），用半形小寫字母，不加引號。",
            "“{}” cannot be read. Write true or false here, in half-width small letters, without quotation marks.",
        ),
        Expected::Hours => (
            "「{}」讀不懂。這裡要寫時數，用半形數字，不寫單位，例如 10 或 \"2.5\"。",
            "“{}” cannot be read. Write hours here, in half-width digits without a unit, such as 10 or \"2.5\".",
        ),
        Expected::Days => (
            "「{}」讀不懂。這裡要寫工作天，用半形數字，不加引號，例如 4；查不到時請寫 \"unknown\"。",
            "“{}” cannot be read. Write working days here, in half-width digits without quotation marks, such as 4, or \"unknown\".",
        ),
        Expected::Date => (
            "「{}」讀不懂。這裡要寫日期，用半形的西元年-月-日，不加引號，例如 2017-05-11。",
            "“{}” cannot be read. Write a date here: Western year, month and day in half-width digits without quotation marks, such as 2017-05-11.",
        ),
        Expected::DateOrUnknown => (
            "「{}」讀不懂。這裡要寫日期，用半形的西元年-月-日，不加引號，例如 2017-05-11；查不到時請寫 \"unknown\"。",
            "“{}” cannot be read. Write a date here: Western year, month and day in half-width digits without quotation marks, such as 2017-05-11, or \"unknown\".",
        ),
        Expected::DateOrNever => (
            "「{}」讀不懂。這裡要寫日期，用半形的西元年-月-日，不加引號，例如 2017-05-11；尚未確認時請寫 \"never\"。",
            "“{}” cannot be read. Write a date here: Western year, month and day in half-width digits without quotation marks, such as 2017-05-11, or \"never\".",
        ),
        _ => (
            "「{}」讀不懂。這裡要寫半形的整數，不加引號，例如 1。",
            "“{}” cannot be read. Write a whole number here, in half-width digits without quotation marks, such as 1.",
        ),
    }
}

fn wrong_type(expected: Expected) -> (&'static str, &'static str) {
    match expected {
        Expected::Text => (
            "「{}」應該是用半形雙引號括起來的文字，例如 \"start\"。",
            "“{}” should be text in quotation marks, such as \"start\".",
        ),
        Expected::BothLanguages => (
            "「{}」應該分成中英文兩行：.zh = \"…\" 和 .en = \"…\"。",
            "“{}” should be two lines, one per language: .zh = \"…\" and .en = \"…\".",
        ),
        Expected::Texts => (
            "「{}」應該是方括號裡的文字，例如 [\"hr\"]。",
            "“{}” should be a list of texts in square brackets, such as [\"hr\"].",
        ),
        Expected::TextsInBothLanguages => (
            "「{}」應該是方括號裡的中英文清單，例如 [ { zh = \"登出\", en = \"Log out\" } ]。",
            "“{}” should be a list in both languages, such as [ { zh = \"登出\", en = \"Log out\" } ].",
        ),
        Expected::Table => (
            "「{}」應該是單層方括號開頭的表格，例如 [site]。",
            "“{}” should be a table under a header in single brackets, such as [site].",
        ),
        Expected::Tables => (
            "「{}」應該用雙層方括號開頭，每一項各寫一個，例如 [[node]]。",
            "“{}” should stand under headers in double brackets, one for each item, such as [[node]].",
        ),
        Expected::Number => (
            "「{}」應該是整數，不加引號，例如 1。",
            "“{}” should be a whole number without quotation marks, such as 1.",
        ),
        Expected::Switch => (
            "「{}」只能是 true（是）或 false（否），不加引號。",
            "“{}” is either true or false, without quotation marks.",
        ),
        Expected::Hours => (
            "「{}」應該是時數，例如 10 或 \"2.5\"。",
            "“{}” should be hours, such as 10 or \"2.5\".",
        ),
        Expected::Days => (
            "「{}」應該是 0 到 60 的整數（工作天），不加引號，或 \"unknown\"（查不到）。",
            "“{}” should be a whole number of working days from 0 to 60 without quotation marks, or \"unknown\".",
        ),
        Expected::Date => (
            "「{}」應該是日期，不加引號，例如 2017-05-11。",
            "“{}” should be a date without quotation marks, such as 2017-05-11.",
        ),
        Expected::Dates => (
            "「{}」應該是方括號裡的日期，不加引號，例如 [2026-01-01, 2026-02-16]。",
            "“{}” should be a list of dates in square brackets without quotation marks, such as [2026-01-01, 2026-02-16].",
        ),
        Expected::DateOrUnknown => (
            "「{}」應該是日期（不加引號，例如 2017-05-11）或 \"unknown\"（查不到）。",
            "“{}” should be a date (without quotation marks, such as 2017-05-11) or \"unknown\".",
        ),
        Expected::DateOrNever => (
            "「{}」應該是日期（不加引號，例如 2017-05-11）或 \"never\"（尚未確認）。",
            "“{}” should be a date (without quotation marks, such as 2017-05-11) or \"never\".",
        ),
    }
}
