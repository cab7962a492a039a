//! 繁體中文.

use flowchart::StepsLeft;
use hours::HoursProblem;

use super::Wording;

pub(super) const WORDING: Wording = Wording {
    views: "檢視方式",
    guided: "逐步引導",
    hours: "時數檢核",
    outline: "完整說明",

    kinds: ["問題", "步驟", "遇到問題", "完成"],
    steps_left,
    next: "下一步",
    back: "上一步",
    restart: "重新開始",
    check_hours: "填入時數，看看夠不夠",
    troubles: "不順利嗎？",
    trail: "您走過的步驟",
    trail_empty: "從這裡開始。",
    change: "變更",

    dates: "日期換算小工具",
    dates_about: "只在這個網頁內換算，不會儲存或傳送，也不是登入欄位。",
    dates_label: "輸入西元或民國日期",
    dates_hint: "例如 1972-01-01 或 0610101",
    dates_minguo: "民國 7 碼",
    dates_western: "西元",
    dates_wrong: [
        "看不懂這個日期，請輸入如 1972-01-01 或 0610101。",
        "沒有這一天，請檢查月份和日期。",
        "只能換算民國 1 年至 199 年的日期。",
    ],

    hours_lead: "照著入口網「學習時數」頁，填入您看到的數字；沒有的列留白即可。資料只留在這個網頁，關閉就消失。",
    rows: "入口網顯示的十二列時數",
    unit: "小時",
    wrong,
    check: "檢核時數",
    clear: "全部清除",
    errors,
    nothing_typed: "還沒有填任何時數，請從這一列開始填，例如 10。",
    results: "檢核結果",
    columns: ["項目", "需要", "已有", "結果"],
    not_given: "未填",
    met: "已達成",
    short: |hours| ["還差 ", hours, " 小時"].concat(),
    unknown: "無法判斷",
    summary_blank: "填入時數後，這裡會告訴您夠不夠、還差多少。",
    summary_met: |sets| ["依下列 ", &sets.to_string(), " 套規定，您的時數都夠了。"].concat(),
    summary_short: |list| ["還不夠，請補修：", list, "。"].concat(),
    summary_unknown: |list| ["還不能判斷，請再填：", list, "。"].concat(),
    summary_item: |name, hours| ["「", name, "」", hours, " 小時"].concat(),
    list: "、",
    caution: "規定是否適用今年，請以人事室的公告為準。",
    language_failed: "無法載入英文頁。您填的時數還在；若直接開啟英文頁，時數要重新填寫。",
    language_anyway: "仍要開啟英文頁",
};

fn steps_left(left: StepsLeft) -> String {
    let (fewest, most) = (left.fewest.to_string(), left.most.to_string());
    if left.most == 0 {
        "已經完成".to_owned()
    } else if left.fewest == left.most {
        ["還有 ", &most, " 步"].concat()
    } else {
        ["還有 ", &fewest, " 到 ", &most, " 步"].concat()
    }
}

fn wrong(problem: HoursProblem) -> &'static str {
    match problem {
        HoursProblem::NotANumber => "請填數字，例如 10 或 2.5。",
        HoursProblem::Negative => "時數不會是負的，請填 0 以上的數字，例如 2.5。",
        HoursProblem::TooPrecise => "最多填到小數第 2 位，例如 1.25。",
        HoursProblem::TooLarge => "數字太大了，請填 9999 以下的時數。",
    }
}

fn errors(count: usize) -> String {
    ["有 ", &count.to_string(), " 個欄位要修正"].concat()
}
