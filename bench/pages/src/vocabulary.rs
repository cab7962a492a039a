//! Texts for generated nodes, as long as those of the manual, the same in every run.

use guide::Text;
use layout_bench::Numbers;

/// Things that one meets on the way, 4 to 6 characters.
const THINGS: [(&str, &str); 24] = [
    ("個人資料夾", "personal folder"),
    ("電子信箱設定", "mailbox settings"),
    ("身分驗證資料", "identity details"),
    ("學習紀錄清單", "list of learning records"),
    ("課程報名表", "enrolment form"),
    ("帳號啟用信", "activation mail"),
    ("自然人憑證", "citizen certificate"),
    ("應用系統選單", "menu of systems"),
    ("時數統計表", "table of hours"),
    ("單位代碼", "unit code"),
    ("到職日期欄", "field for the starting date"),
    ("數位課程專區", "area for digital courses"),
    ("公假申請單", "request for official leave"),
    ("測驗成績", "test result"),
    ("滿意度問卷", "questionnaire"),
    ("認證時數", "certified hours"),
    ("登入方式", "way to sign in"),
    ("機關通訊錄", "directory of the institution"),
    ("年度規定", "rules of the year"),
    ("讀卡機元件", "card reader component"),
    ("行動身分識別", "mobile identity"),
    ("查詢條件", "search terms"),
    ("實體課程簽到", "signature for the course"),
    ("系統訊息", "message of the system"),
];

/// What one does with them, 2 characters.
const DEEDS: [(&str, &str); 12] = [
    ("點選", "choose"),
    ("開啟", "open"),
    ("核對", "check"),
    ("填寫", "fill in"),
    ("更新", "update"),
    ("確認", "confirm"),
    ("下載", "download"),
    ("列印", "print"),
    ("查詢", "look up"),
    ("送出", "submit"),
    ("儲存", "save"),
    ("補正", "correct"),
];

/// Where it stands, 2 to 4 characters.
const PLACES: [(&str, &str); 8] = [
    ("頁面左側", "on the left of the page"),
    ("首頁上方", "at the top of the first page"),
    ("選單內", "in the menu"),
    ("信件中", "in the mail"),
    ("視窗右下角", "in the lower right of the window"),
    ("第二頁", "on the second page"),
    ("搜尋框", "in the search box"),
    ("說明旁", "beside the help"),
];

/// What follows the first sentence of a body, about 20 characters.
const REMARKS: [(&str, &str); 10] = [
    (
        "完成後頁面會顯示成功訊息，再進行下一步。",
        "When this is done, the page says so; then go on to the next step.",
    ),
    (
        "若未出現，請重新整理頁面後再試一次。",
        "If it does not appear, load the page again and try once more.",
    ),
    (
        "資料須與到職時填寫的相同，否則無法送出。",
        "The details must be those you gave when you took up your post.",
    ),
    (
        "請勿關閉視窗，約需一分鐘。",
        "Do not close the window; it takes about a minute.",
    ),
    (
        "所需天數依各平台公告，請耐心等候。",
        "How many days it takes, each platform says in its notices.",
    ),
    (
        "使用公用電腦者，用畢請務必登出。",
        "On a shared computer, be sure to sign out when you have finished.",
    ),
    (
        "日期請填民國年七位數字，例如 0610101。",
        "Enter dates with seven digits, such as 0610101.",
    ),
    (
        "如有疑問，請洽單位人事協助查詢。",
        "If in doubt, ask your unit's HR to look it up.",
    ),
    (
        "同一課程重複修讀，不會另外給予時數。",
        "Taking the same course again gives no further hours.",
    ),
    (
        "信箱請盡量使用機關或學校的信箱。",
        "Use the mailbox of your institution where you can.",
    ),
];

/// Chooses texts, one after another.
#[derive(Default)]
pub(crate) struct Writer(Numbers);

impl Writer {
    /// 8 to 14 characters.
    pub(crate) fn step(&mut self) -> Text {
        let [(place, there), (deed, act), (thing, it)] = self.words();
        text(
            [place, deed, "【", thing, "】"].concat(),
            [&capital(act), " 【", thing, "】 (", it, ") ", there].concat(),
        )
    }

    pub(crate) fn question(&mut self) -> Text {
        let [(place, there), (deed, act), (thing, it)] = self.words();
        text(
            ["您要在", place, deed, thing, "嗎？"].concat(),
            ["Would you like to ", act, " the ", it, " ", there, "?"].concat(),
        )
    }

    pub(crate) fn trouble(&mut self) -> Text {
        let [(place, there), (deed, act), (thing, it)] = self.words();
        text(
            [place, "無法", deed, thing].concat(),
            ["You cannot ", act, " the ", it, " ", there].concat(),
        )
    }

    pub(crate) fn outcome(&mut self) -> Text {
        let [(place, there), _, (thing, it)] = self.words();
        text(
            [place, "已顯示", thing].concat(),
            ["The ", it, " is shown ", there].concat(),
        )
    }

    /// 4 to 8 characters.
    pub(crate) fn answer(&mut self) -> Text {
        let [_, (deed, act), (thing, it)] = self.words();
        text(
            [deed, thing].concat(),
            [&capital(act), " the ", it].concat(),
        )
    }

    /// 30 to 80 characters, as Markdown.
    pub(crate) fn body(&mut self) -> Text {
        let [(place, there), (deed, act), (thing, it)] = self.words();
        let mut zh = [
            "請在",
            place,
            deed,
            "【**",
            thing,
            "**】，並依頁面訊息完成。",
        ]
        .concat();
        let mut en = [
            "Please ",
            act,
            " 【**",
            thing,
            "**】 (",
            it,
            ") ",
            there,
            " and follow the messages on the page.",
        ]
        .concat();
        for _ in 0..=self.0.below(2) {
            let (remark, meaning) = self.one_of(&REMARKS);
            zh.push_str(remark);
            en.push(' ');
            en.push_str(meaning);
        }
        text(zh, en)
    }

    fn words(&mut self) -> [(&'static str, &'static str); 3] {
        [
            self.one_of(&PLACES),
            self.one_of(&DEEDS),
            self.one_of(&THINGS),
        ]
    }

    fn one_of<T: Copy + Default>(&mut self, list: &[T]) -> T {
        let limit = u16::try_from(list.len()).unwrap_or(u16::MAX);
        let number = usize::try_from(self.0.below(limit)).unwrap_or_default();
        list.get(number).copied().unwrap_or_default()
    }
}

fn text(zh: String, en: String) -> Text {
    Text { zh, en }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_as_long_as_those_of_the_manual() {
        let mut writer = Writer::default();
        let length = |text: &Text| text.zh.chars().count();
        for _ in 0..1_000 {
            let body = writer.body();
            let shown = length(&body) - 4;
            assert!((25..=80).contains(&shown), "{shown}: {}", body.zh);
            for title in [writer.step(), writer.trouble(), writer.outcome()] {
                assert!((8..=16).contains(&length(&title)), "{}", title.zh);
            }
            assert!((6..=8).contains(&length(&writer.answer())));
        }
    }
}
