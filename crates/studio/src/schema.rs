//! The schema of the content files, as forms show them: tables and fields with their names, explanations and kinds.
//!
//! The content check (`crates/authoring`) judges; this says only how something is called and edited. A key that is missing here has
//! no field and is changed in the text.

use authoring::{FileKind, Source};

use crate::place;

/// A kind of table.
pub(crate) struct Table {
    /// Its key; empty for the file itself.
    pub(crate) key: &'static str,
    pub(crate) zh: &'static str,
    pub(crate) en: &'static str,
    pub(crate) list: Repeat,
    pub(crate) fields: &'static [Field],
    pub(crate) tables: &'static [Table],
}

/// How often a table may stand in the one around it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repeat {
    /// At most once, under one header.
    Once,
    /// As a list whose length is given: each may be edited, none added, moved or taken away.
    Given,
    /// As a list that may grow, of tables without an id.
    Grows,
    /// As a list that may grow, of tables with an id.
    GrowsById,
}

/// A key of a table.
pub(crate) struct Field {
    pub(crate) key: &'static str,
    pub(crate) zh: &'static str,
    pub(crate) en: &'static str,
    pub(crate) help: (&'static str, &'static str),
    pub(crate) kind: Kind,
    /// Whether it holds `zh` and `en`.
    pub(crate) is_pair: bool,
    /// Whether it holds a list of such pairs, which may grow.
    pub(crate) is_list: bool,
    pub(crate) is_required: bool,
}

/// How a field is edited; the messages' `Kind`, without owned texts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Markdown,
    Link,
    Date,
    DateOr(&'static str),
    YearDay,
    Hours,
    Number,
    NumberOr(&'static str),
    Bool(bool),
    Words,
    Dates,
    Choice(&'static [(&'static str, &'static str, &'static str)]),
    Node,
    Fixed,
}

const fn one(key: &'static str, kind: Kind, zh: &'static str, en: &'static str) -> Field {
    Field {
        key,
        zh,
        en,
        help: ("", ""),
        kind,
        is_pair: false,
        is_list: false,
        is_required: false,
    }
}

const fn pair(key: &'static str, kind: Kind, zh: &'static str, en: &'static str) -> Field {
    Field {
        is_pair: true,
        ..one(key, kind, zh, en)
    }
}

/// A list of texts, each in both languages.
const fn pairs(key: &'static str, zh: &'static str, en: &'static str) -> Field {
    Field {
        is_list: true,
        ..pair(key, Text, zh, en)
    }
}

impl Field {
    const fn required(self) -> Self {
        Self {
            is_required: true,
            ..self
        }
    }

    const fn help(self, zh: &'static str, en: &'static str) -> Self {
        Self {
            help: (zh, en),
            ..self
        }
    }
}

const fn table(
    list: Repeat,
    key: &'static str,
    zh: &'static str,
    en: &'static str,
    fields: &'static [Field],
) -> Table {
    Table {
        key,
        zh,
        en,
        list,
        fields,
        tables: &[],
    }
}

impl Table {
    const fn with(self, tables: &'static [Table]) -> Self {
        Self { tables, ..self }
    }

    pub(crate) fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    pub(crate) fn table(&self, key: &str) -> Option<&'static Table> {
        self.tables.iter().find(|table| table.key == key)
    }

    /// Where a key stands among those of its table; the last place for one that is unknown.
    pub(crate) fn order(&self, key: &str) -> usize {
        let found = self.fields.iter().position(|field| field.key == key);
        found.unwrap_or(self.fields.len())
    }
}

/// The tables and fields that a file of this name may hold.
pub(crate) fn of(file: &str) -> &'static Table {
    match kind(file, "") {
        FileKind::Guide => &GUIDE,
        FileKind::RuleSet => &RULES,
        FileKind::Calendar => &CALENDAR,
        FileKind::Categories => &CATEGORIES,
    }
}

/// The kind of a file, told by its tables and its name.
pub(crate) fn kind(file: &str, text: &str) -> FileKind {
    let name = [file, ".toml"].concat();
    Source { name: &name, text }.kind()
}

/// The table or field that a path of a file names, as far as forms know it.
pub(crate) enum Named {
    Table(&'static Table),
    Field(&'static Field),
}

/// Follows a path through the schema, where every second step below a list names one of its tables.
pub(crate) fn find(file: &str, path: &str) -> Option<Named> {
    let mut table = of(file);
    let mut steps = place::steps(path);
    while let Some(step) = steps.next() {
        if let Some(field) = table.field(step) {
            return Some(Named::Field(field));
        }
        table = table.table(step)?;
        if table.list != Repeat::Once {
            steps.next();
        }
    }
    Some(Named::Table(table))
}

/// How a path is edited: by the schema, where it knows it.
pub(crate) fn kind_of(file: &str, path: &str) -> Option<Kind> {
    match find(file, path)? {
        Named::Field(field) => Some(field.kind),
        Named::Table(_) => None,
    }
}

use Kind::{
    Bool, Choice, Date, DateOr, Dates, Fixed, Hours, Link, Markdown, Node, Number, NumberOr, Text,
    Words, YearDay,
};
use Repeat::{Given, Grows, GrowsById, Once};

const ID: Field = one("id", Fixed, "代號", "Id").required().help(
    "網站與信件的連結靠它，請勿更改。",
    "Links from sites and mails rest on it; leave it as it is.",
);

const TITLE: Field = pair("title", Text, "標題", "Title").required();

const SEEN: Field = one("seen", Date, "資料日期", "Seen on").help(
    "最近核對的日期；只知道月份時填該月 1 日，網頁只顯示年月。",
    "When somebody last checked it; the first of the month where only that is known. Readers see the month.",
);
const HREF: Field = one("href", Link, "網址", "Address").required().help(
    "以 https:// 開頭的完整網址。",
    "The whole address, beginning with https://.",
);

const NAME_OF_LINK: Field = pair("text", Text, "顯示文字", "Text of the link").required();

const LINK_FIELDS: &[Field] = &[HREF, NAME_OF_LINK];

const VERIFIED: Field = one(
    "verified",
    DateOr("never"),
    "人事室確認日期",
    "Confirmed by HR on",
)
.required()
.help(
    "確認本年度適用的那一天，例如 2026-03-01；尚未確認寫 never。",
    "The day on which it was confirmed for this year, such as 2026-03-01; never where nobody has.",
);

const MARKDOWN_ZH: &str = "空一行分段、「1. 」編號、**粗體**、[文字](https://網址)。";
const MARKDOWN_EN: &str =
    "An empty line begins a paragraph, “1. ” numbers, **bold**, [text](https://address).";

static GUIDE: Table = table(
    Once,
    "",
    "導引",
    "Guide",
    &[one("format", Fixed, "格式", "Format").required()],
)
.with(&[
    table(
        Once,
        "site",
        "網站",
        "Site",
        &[
            TITLE,
            pair("lead", Text, "一句說明", "One sentence about it").required(),
            pair("owner", Text, "學校名稱", "Name of the school").required(),
            one("address", Link, "網頁公開後的網址", "Where the page is published").help(
                "讀者複製連結時使用；還沒有網址就留空。",
                "For links that readers copy; empty while there is none.",
            ),
        ],
    ),
    table(GrowsById, "chapter", "章", "Chapter", &[ID, TITLE]),
    table(
        GrowsById,
        "section",
        "節",
        "Section",
        &[
            ID,
            TITLE,
            pair("lane", Text, "流程圖欄名", "Name of its lane in the map").help(
                "有欄名的節在流程圖上自成一欄。",
                "A section with one has a lane of its own in the map.",
            ),
            pair("body", Markdown, "說明", "Body").help(MARKDOWN_ZH, MARKDOWN_EN),
            one("chapter", Text, "屬於哪一章（代號）", "Chapter (its id)"),
        ],
    )
    .with(&[table(
        Once,
        "link",
        "這一節要開啟的網頁",
        "The page to open in it",
        LINK_FIELDS,
    )]),
    table(
        GrowsById,
        "node",
        "步驟",
        "Step",
        &[
            ID,
            one("section", Text, "屬於哪一節（代號）", "Section (its id)").required(),
            one(
                "kind",
                Choice(&[
                    ("step", "步驟", "Step"),
                    ("question", "提問", "Question"),
                    ("trouble", "疑難排解", "Trouble"),
                    ("outcome", "結果", "Outcome"),
                ]),
                "種類",
                "Kind",
            )
            .required(),
            TITLE,
            pair("short", Text, "短標題", "Short title").help(
                "流程圖和清單用；中文最多 14 個字，英文最多 40 個字母；不填就用標題。",
                "For the map and for lists: at most 14 Chinese or 40 Latin characters; without one the title is used.",
            ),
            pair("body", Markdown, "說明", "Body").help(MARKDOWN_ZH, MARKDOWN_EN),
            pairs("ready", "請讀者備妥", "To have ready").help(
                "最多 5 項；每項中文最多 14 個字，英文最多 40 個字母。",
                "At most 5, each of at most 14 Chinese or 40 Latin characters.",
            ),
            one("contacts", Words, "聯絡窗口（代號）", "Contacts (their ids)").help(
                "一行一個代號。",
                "One id a line.",
            ),
            one("next", Node, "下一步", "Next step"),
            one("screen", Fixed, "畫面示意", "Drawing"),
            one("target", Text, "畫面上要點選的項目", "What to press in the drawing"),
            one("tool", Fixed, "小工具", "Tool"),
        ],
    )
    .with(&[
        table(
            Grows,
            "note",
            "附註",
            "Note",
            &[
                one(
                    "kind",
                    Choice(&[("note", "說明", "Note"), ("warning", "請注意", "Warning")]),
                    "種類",
                    "Kind",
                )
                .required(),
                pair("text", Markdown, "內容", "Text")
                    .required()
                    .help(MARKDOWN_ZH, MARKDOWN_EN),
            ],
        ),
        table(Grows, "link", "連結", "Link", LINK_FIELDS),
        table(
            GrowsById,
            "answer",
            "答案",
            "Answer",
            &[
                ID,
                one("to", Node, "通往", "Leads to").required(),
                pair("text", Text, "答案", "Answer").required(),
                pair("hint", Text, "補充", "Hint"),
            ],
        ),
        table(
            Grows,
            "trouble",
            "遇到的問題",
            "Trouble",
            &[
                one("to", Node, "通往", "Leads to").required(),
                pair("text", Text, "問題", "What goes wrong").required(),
            ],
        ),
    ]),
    table(
        GrowsById,
        "contact",
        "聯絡窗口",
        "Contact",
        &[
            ID,
            pair("name", Text, "名稱", "Name").required(),
            pair("body", Markdown, "說明（電話、事項）", "Body (phone, matters)")
                .required()
                .help(MARKDOWN_ZH, MARKDOWN_EN),
            SEEN,
        ],
    ),
    table(
        Given,
        "row",
        "入口網的一列時數",
        "Row of the portal",
        &[
            ID,
            pair("label", Text, "入口網所印名稱", "Label on the portal").required(),
            pair("short", Text, "短名稱", "Short name").required(),
            one("aliases", Words, "其他寫法", "Other spellings").help(
                "讀者貼上時數時用來辨認；一行一個。",
                "For reading pasted hours; one a line.",
            ),
        ],
    ),
    table(Once, "screen", "畫面示意", "Drawings", &[]).with(&[
        table(
            Once,
            "verification-form",
            "畫面：設定Email",
            "Drawing: the form 設定Email",
            &[
                pair("caption", Text, "圖說", "Caption").required(),
                pair("site", Text, "網站名稱", "Name of the site"),
                pair("title", Text, "畫面標題", "Title on screen").required(),
                pair("intro", Text, "畫面說明", "Instruction on screen").required(),
                pair("button", Text, "按鈕", "Button").required(),
            ],
        )
        .with(&[table(
            Grows,
            "field",
            "欄位",
            "Field",
            &[
                pair("label", Text, "欄名", "Label").required(),
                pair("hint", Text, "提示", "Hint"),
            ],
        )]),
        table(
            Once,
            "menu",
            "畫面：應用系統選單",
            "Drawing: the menu 應用系統",
            &[
                pair("caption", Text, "圖說", "Caption").required(),
                pair("site", Text, "網站名稱", "Name of the site"),
                pair("opener", Text, "開啟選單的按鈕", "What opens the menu"),
                pair("search", Text, "搜尋欄的提示", "Words in the search box").required(),
            ],
        )
        .with(&[table(
            Grows,
            "group",
            "選單群組",
            "Group of the menu",
            &[pair("label", Text, "名稱", "Label").required()],
        )
        .with(&[table(
            Grows,
            "entry",
            "選單項目",
            "Entry of the menu",
            &[
                one("code", Text, "代碼", "Code").required(),
                pair("name", Text, "名稱", "Name").required(),
                pair("keywords", Text, "關鍵字", "Key words").required(),
                one("chosen", Bool(false), "要點選的項目", "The one to choose"),
            ],
        )])]),
        table(
            Once,
            "portal",
            "畫面：終身學習入口網",
            "Drawing: the learning portal",
            &[
                pair("caption", Text, "圖說", "Caption").required(),
                pair("site", Text, "網站名稱", "Name of the site"),
                pairs("top", "上方的連結", "Link at the top").required(),
                pairs("menu", "左側選單的項目", "Entry of the menu").required(),
                one("menu-chosen", Text, "左側選單要點選的項目", "Entry to choose in the menu")
                    .required(),
                pair("breadcrumb", Text, "所在位置", "Breadcrumb").required(),
                pairs("tabs", "頁籤", "Tab").required(),
                one("tab-chosen", Text, "要點選的頁籤", "Tab to choose").required(),
                pair("person", Text, "姓名列", "Line with the name").required(),
                pair("heading", Text, "時數標題", "Heading of the hours").required(),
                pair("intro", Text, "時數說明", "Sentence above the hours").required(),
            ],
        ),
    ]),
]);

static RULES: Table = table(
    Once,
    "",
    "規定",
    "Rule set",
    &[
        one("format", Fixed, "格式", "Format").required(),
        ID,
        one("enabled", Bool(true), "啟用", "In use")
            .help("停用後讀者看不到。", "Readers do not see one that is off."),
        one("history", Bool(false), "歷史規定", "History").help(
            "讀者自己勾選才檢核，不影響預設的結果。",
            "Checked only for readers who ask for it.",
        ),
        one("advice", Bool(false), "僅供參考", "Advice only"),
        one("order", Number, "順序", "Order").help("數字小的在前。", "The smallest comes first."),
        TITLE,
        pair("authority", Text, "訂定單位", "Authority").required(),
        pair("source", Text, "出處", "Source").required(),
        one("source-url", Link, "出處網址", "Address of the source"),
        one(
            "source-date",
            DateOr("unknown"),
            "出處日期",
            "Date of the source",
        )
        .required()
        .help(
            "西元年-月-日；查不到寫 unknown。",
            "Year-month-day; unknown where nobody knows.",
        ),
        one("valid-from", Date, "適用起日", "Valid from"),
        one("valid-to", Date, "適用迄日", "Valid to"),
        VERIFIED,
        one("staff", Words, "適用人員", "For which staff").help(
            "permanent 編制內，contract 編制外，teacher 教師；一行一個，不填就是全部。",
            "permanent, contract, teacher; one a line, none for all.",
        ),
        one("cut-off", YearDay, "統計截止日", "Cut-off")
            .help("月-日，例如 12-31。", "Month-day, such as 12-31."),
        one(
            "blended",
            Choice(&[
                ("not-digital", "不計入數位", "Not digital"),
                (
                    "unknown-part",
                    "一部分，多少未知",
                    "A part, unknown how much",
                ),
            ]),
            "混成課程的數位時數",
            "Digital hours of blended courses",
        ),
        pair("note", Text, "附註", "Note"),
    ],
)
.with(&[
    table(
        GrowsById,
        "input",
        "另填時數",
        "Input",
        &[
            ID,
            pair("label", Text, "欄名", "Label").required(),
            pair("hint", Text, "提示", "Hint"),
        ],
    ),
    table(
        GrowsById,
        "requirement",
        "要求",
        "Requirement",
        &[
            ID,
            one("row", Fixed, "入口網的哪一列", "Row of the portal"),
            one("input", Fixed, "哪一項另填時數", "Input"),
            one("sum", Words, "合計哪些項目", "Sum of").help("一行一個代號。", "One id a line."),
            one("part-of", Text, "屬於哪一項要求（代號）", "Part of (id)"),
            one("at-least", Hours, "最低時數", "At least")
                .required()
                .help("小時，可寫 2.5。", "Hours, such as 2.5."),
            TITLE,
            pair("says", Text, "規定內容", "What the rule says").required(),
            pair("advice", Text, "不足時怎麼做", "What to do when short").required(),
        ],
    ),
]);

static CALENDAR: Table = table(
    Once,
    "",
    "行事曆",
    "Calendar",
    &[
        one("format", Fixed, "格式", "Format").required(),
        one(
            "covers-until",
            Date,
            "放假日列到哪一天",
            "Holidays are listed until",
        )
        .required()
        .help("通常是該年 12-31。", "Usually the end of a year."),
        one("holidays", Dates, "平日的放假日", "Holidays on weekdays")
            .required()
            .help(
                "一行一天，依日期先後；星期六、日不必列入。",
                "One a line, in order; Saturdays and Sundays are left out.",
            ),
    ],
)
.with(&[table(
    GrowsById,
    "platform",
    "學習平臺",
    "Learning platform",
    &[
        ID,
        pair("name", Text, "名稱", "Name").required(),
        HREF,
        one(
            "upload-days",
            NumberOr("unknown"),
            "上傳時數所需工作天",
            "Working days until hours show",
        )
        .required()
        .help("查不到寫 unknown。", "unknown where nobody knows."),
        pair("note", Text, "附註", "Note"),
        SEEN,
    ],
)]);

static CATEGORIES: Table = table(
    Once,
    "",
    "課程類別",
    "Course categories",
    &[
        one("format", Fixed, "格式", "Format").required(),
        pair("before", Text, "選課前的提醒", "Before enrolling").required(),
    ],
)
.with(&[table(
    GrowsById,
    "category",
    "類別",
    "Category",
    &[
        ID,
        one("codes", Words, "類別代碼", "Codes").required().help(
            "三位數字或範圍（336-345），一行一個。",
            "Three digits or a range such as 336-345, one a line.",
        ),
        pair("name", Text, "名稱", "Name").required(),
        one("aliases", Words, "其他寫法", "Other spellings").help("一行一個。", "One a line."),
        one(
            "row",
            Text,
            "列計的入口網項目（代號）",
            "Row that it counts in (id)",
        ),
        one(
            "input",
            Text,
            "列計的另填時數（代號）",
            "Input that it counts in (id)",
        ),
        one("counts", Bool(true), "列計", "Counts").help(
            "不列計的類別也寫出來，以免選錯。",
            "One that does not count is named too.",
        ),
        pair("source", Text, "出處", "Source").required(),
        one("source-url", Link, "出處網址", "Address of the source"),
        one("seen-on", Date, "查看出處的日期", "Source looked at on").required(),
        one(
            "verified",
            DateOr("never"),
            "人事室確認日期",
            "Confirmed by HR on",
        )
        .required()
        .help(
            "確認的日期；主管單位網頁本身寫明者寫 source；未經確認寫 never。",
            "The day; source where the authority's own page says it; never where nobody has.",
        ),
        one("enabled", Bool(false), "啟用", "In use"),
    ],
)]);
