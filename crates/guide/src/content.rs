//! The whole guide in both languages, as the content files say it and after they were checked.

use flowchart::{EdgeIx, EdgeKind, Flow, NodeIx, NodeKind};
use hours::{Blended, Date, Hours, PortalRow, StaffKind, YearDay};

use crate::Lang;

/// A text in both languages. `zh` and `en` are Markdown where the field says so, else plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// 繁體中文.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Text {
    /// The text in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::ZhHant => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// Everything the pages are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guide {
    /// Title, lead and owner of the page.
    pub site: Site,
    /// The chapters of the way (章), in order; may be empty.
    pub chapters: Vec<Chapter>,
    /// The sections of the outline (節), in order.
    pub sections: Vec<Section>,
    /// The nodes, in the order of reading.
    pub nodes: Vec<Node>,
    /// The same nodes and their exits as a graph.
    pub flow: Flow,
    /// Whom to ask (聯絡窗口).
    pub contacts: Vec<Contact>,
    /// The labels of the twelve rows, in portal order.
    pub rows: Vec<RowLabel>,
    /// The drawings of the three official screens.
    pub screens: Screens,
    /// The rule sets that are switched on and those that are history, in their order.
    pub rule_sets: Vec<RuleSet>,
    /// When people work, and how long platforms take.
    pub calendar: Calendar,
    /// Which courses count where.
    pub categories: Categories,
}

impl Guide {
    /// One node.
    #[must_use]
    pub fn node(&self, node: NodeIx) -> Option<&Node> {
        self.nodes.get(node.0)
    }
}

/// Words of the page as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// The heading of the page, plain.
    pub title: Text,
    /// One sentence below the heading, plain.
    pub lead: Text,
    /// Who publishes the page, plain.
    pub owner: Text,
    /// Where the page stands on the web (網址), for copies that have no address of their own; `None` where nobody said so.
    pub address: Option<String>,
}

/// A chapter of the way (章), as the manual divides it; the page numbers them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Its id, unique among chapters.
    pub id: String,
    /// Its short title without a number, plain.
    pub title: Text,
}

/// A section of the outline (節).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its id, unique among sections.
    pub id: String,
    /// Its heading, plain.
    pub title: Text,
    /// Introduction, Markdown; may be empty.
    pub body: Text,
    /// The heading of its lane (泳道) in the map, plain; empty where its nodes stand in none.
    pub lane: Text,
    /// Index of the chapter that its nodes belong to; troubles belong to none.
    pub chapter: Option<usize>,
    /// The official page on which its steps are done.
    pub link: Option<Link>,
}

/// One place of the flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its id, unique among nodes.
    pub id: String,
    /// Index of its section.
    pub section: usize,
    /// Its kind, by the task that it sets the reader.
    pub kind: NodeKind,
    /// The task or the question, plain and short.
    pub title: Text,
    /// A shorter title for the map and for lists (簡稱), plain; empty where the title serves.
    pub short: Text,
    /// How to do it, Markdown; may be empty.
    pub body: Text,
    /// The things to have at hand before one begins (請先備妥), plain, in order; may be empty.
    pub ready: Vec<Text>,
    /// Notes and warnings, in order.
    pub notes: Vec<Note>,
    /// Official pages to open, in order.
    pub links: Vec<Link>,
    /// The drawing of the screen that the reader now looks at.
    pub drawing: Option<Drawing>,
    /// A tool that helps here.
    pub tool: Option<Tool>,
    /// Indices of the contacts that help here.
    pub contacts: Vec<usize>,
    /// Where one goes from here, in order.
    pub exits: Vec<Exit>,
}

impl Node {
    /// The title in its box on the map and in lists: the short title (簡稱), where it has one.
    #[must_use]
    pub fn short_title(&self, lang: Lang) -> &str {
        match self.short.get(lang) {
            "" => self.title.get(lang),
            short => short,
        }
    }
}

/// A way out of a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exit {
    /// Its edge in the flow.
    pub edge: EdgeIx,
    /// Answer, next or trouble.
    pub kind: EdgeKind,
    /// The answer's id, unique within its node; empty for `Next` and `Trouble`.
    pub id: String,
    /// The node it leads to.
    pub to: NodeIx,
    /// The answer or the trouble in the reader's words, plain; empty for `Next`.
    pub text: Text,
    /// A short help below an answer, plain; may be empty.
    pub hint: Text,
}

/// How urgent a note is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// Good to know (說明).
    Note,
    /// Goes wrong otherwise (請注意).
    Warning,
}

/// A note beside a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// How urgent.
    pub kind: NoteKind,
    /// The note, Markdown.
    pub text: Text,
}

/// A link to another site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// An `https` address.
    pub href: String,
    /// Its name, plain.
    pub text: Text,
}

/// A screen beside a node, with what is to be pressed there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Which screen.
    pub screen: Screen,
    /// The one thing to press (目標), by its words on screen.
    pub target: Text,
}

/// The screens of the official sites that the guide draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The form 設定Email of ECPA.
    VerificationForm,
    /// The menu 應用系統 of ECPA.
    Menu,
    /// The page 個人資料夾 of the learning portal.
    Portal,
}

/// Tools beside a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Western date ↔ 7-digit 民國 date.
    DateConverter,
}

/// Someone to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Its id, unique among contacts.
    pub id: String,
    /// Who, plain.
    pub name: Text,
    /// Their tasks and how to reach them, Markdown.
    pub body: Text,
    /// When somebody last saw that this is right (資料日期), where that is known; readers are told its month.
    pub seen: Option<Date>,
}

/// The label of a portal row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowLabel {
    /// Which row.
    pub row: PortalRow,
    /// As the portal prints it (Chinese), and what it means in English; plain.
    pub label: Text,
    /// A short name for lists, plain.
    pub short: Text,
    /// Other spellings of the Chinese label, such as the manual's slips.
    pub aliases: Vec<String>,
}

/// The three drawings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Screens {
    /// The form 設定Email.
    pub verification_form: FormScreen,
    /// The menu 應用系統.
    pub menu: MenuScreen,
    /// The portal's page.
    pub portal: PortalScreen,
}

/// The form 設定Email. On-screen words are Chinese with an English gloss.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormScreen {
    /// The caption of the drawing, which names its subject, plain.
    pub caption: Text,
    /// Whose site it is, for the title bar; may be empty.
    pub site: Text,
    /// The form's title on screen.
    pub title: Text,
    /// The form's instruction on screen.
    pub intro: Text,
    /// Its fields in order.
    pub fields: Vec<FormField>,
    /// The button on screen.
    pub button: Text,
}

/// A field of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormField {
    /// The label on screen.
    pub label: Text,
    /// The hint on screen; may be empty.
    pub hint: Text,
}

/// The menu 應用系統.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MenuScreen {
    /// The caption of the drawing, which names its subject, plain.
    pub caption: Text,
    /// Whose site it is, for the title bar; may be empty.
    pub site: Text,
    /// The words on the button that opens the menu; may be empty.
    pub opener: Text,
    /// The words in the search box above the menu.
    pub search: Text,
    /// The groups in order; one of them is open and has entries.
    pub groups: Vec<MenuGroup>,
}

/// A group of the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuGroup {
    /// Its name on screen.
    pub label: Text,
    /// Its systems; empty where the group is closed.
    pub entries: Vec<MenuEntry>,
}

/// A system in the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuEntry {
    /// Its code, such as `D6`; may be empty.
    pub code: String,
    /// Its name on screen.
    pub name: Text,
    /// Its key words on screen.
    pub keywords: Text,
    /// Whether it is the one to choose.
    pub chosen: bool,
}

/// The page 個人資料夾 of the learning portal; its twelve rows are [`Guide::rows`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PortalScreen {
    /// The caption of the drawing, which names its subject, plain.
    pub caption: Text,
    /// Whose site it is, for the title bar; may be empty.
    pub site: Text,
    /// The buttons above: 登出, 進入管理介面.
    pub top: Vec<Text>,
    /// The left menu, in order.
    pub menu: Vec<Text>,
    /// Which entry of the left menu to choose.
    pub menu_chosen: usize,
    /// Where one is: 首頁 / 個人資料夾.
    pub breadcrumb: Text,
    /// The tabs, in order.
    pub tabs: Vec<Text>,
    /// Which tab shows the hours.
    pub tab_chosen: usize,
    /// The line 姓名 / 目前服務機關.
    pub person: Text,
    /// The heading 學習時數.
    pub heading: Text,
    /// The sentence 您的學習時數資料如下：.
    pub intro: Text,
}

/// When HR last confirmed a rule set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verified {
    /// Nobody has.
    Never,
    /// On that day.
    On(Date),
}

/// From when to when a rule set holds; `None` where its source does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Validity {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

/// A dated set of rules (規定) from one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSet {
    /// Its id, unique among rule sets.
    pub id: String,
    /// Whether it is judged without being asked for (啟用).
    pub is_enabled: bool,
    /// Whether it is history (歷史規定): offered to whom it was for, judged only when asked for.
    pub is_history: bool,
    /// Whether it is advice (建議) and not a requirement (要求).
    pub is_advice: bool,
    /// Its name, plain.
    pub title: Text,
    /// Who says so, plain.
    pub authority: Text,
    /// Where it is written, plain.
    pub source: Text,
    /// The address of the source, if it has one.
    pub source_url: Option<String>,
    /// The date of the source; `None` where it is said to be unknown.
    pub source_date: Option<Date>,
    /// When it holds.
    pub validity: Validity,
    /// When HR last confirmed it.
    pub verified: Verified,
    /// Whom it is for (適用人員); empty where the source does not say or means everyone.
    pub staff: Vec<StaffKind>,
    /// The last day of each year on which hours count (統計截止日), if the source says one.
    pub cut_off: Option<YearDay>,
    /// Whether blended courses count as digital ones (混成課程).
    pub blended: Blended,
    /// A note with further facts for the reader, plain; may be empty.
    pub note: Text,
    /// Hours it needs that the twelve rows do not show (另填時數).
    pub inputs: Vec<Input>,
    /// The requirements, all of which must be met.
    pub requirements: Vec<Requirement>,
}

/// Hours that the portal's twelve rows do not show, asked of the reader (另填時數).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Its id; rule sets that name the same id ask for the same hours.
    pub id: String,
    /// Its label, plain.
    pub label: Text,
    /// Where to find the number, plain; may be empty.
    pub hint: Text,
}

/// A row or an input whose hours a requirement counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// The hours of a row.
    Row(PortalRow),
    /// The hours of an input of the same rule set, by its index there.
    Input(usize),
}

/// One thing a rule set asks for: at least so many hours in all its terms together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// Its id, unique within its rule set.
    pub id: String,
    /// The rows and inputs that it counts, summed; at least one.
    pub terms: Vec<Term>,
    /// The requirement (by its index) whose hours contain these, so that they are never more (其中).
    pub part_of: Option<usize>,
    /// How many hours at least.
    pub at_least: Hours,
    /// Short name, plain.
    pub title: Text,
    /// The wording of the rule, quoted where its own words are known (規定內容), plain.
    pub says: Text,
    /// The advice for a reader whose hours are missing, plain.
    pub advice: Text,
}

/// When people work, and how long platforms take to report hours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The last day that the list of holidays covers (涵蓋至).
    pub covers_until: Option<Date>,
    /// Weekdays off (平日放假日), in order.
    pub holidays: Vec<Date>,
    /// Learning platforms (學習平臺), in order.
    pub platforms: Vec<Platform>,
}

/// Which courses count where (課程類別), and what to look at before enrolling.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Categories {
    /// The points to check before enrolling (選課前請確認), plain; empty where there are no categories.
    pub before_enrolling: Text,
    /// The categories, in order; those that are switched off too.
    pub list: Vec<Category>,
}

/// A category of courses (課程類別).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Its id, unique among categories.
    pub id: String,
    /// Its codes (類別代碼), each a range of one or more; no code has two categories.
    pub codes: Vec<(u32, u32)>,
    /// Its name, plain.
    pub name: Text,
    /// Other spellings of its Chinese name.
    pub aliases: Vec<String>,
    /// The row or input that its courses are said to count in; always there where it is switched on.
    pub counted_in: Option<CountedIn>,
    /// Whether they do count there; else it is named because it is mistaken for one that does.
    pub is_counted: bool,
    /// Whether HR confirmed it, or its source is the authority's own page.
    pub is_confirmed: bool,
    /// Whether readers see it (啟用).
    pub is_enabled: bool,
}

/// The row or input that the courses of a category count in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountedIn {
    /// A row of the portal.
    Row(PortalRow),
    /// The input with this id.
    Input(String),
}

/// A learning platform (學習平臺).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Platform {
    /// Its id, unique among platforms.
    pub id: String,
    /// Its name, plain.
    pub name: Text,
    /// Its address.
    pub href: String,
    /// Working days from applying or finishing until the portal shows the hours (上傳工作天數); `None` where unknown.
    pub upload_days: Option<u8>,
    /// A note on the pitfalls of the platform, plain; may be empty.
    pub note: Text,
    /// When somebody last saw that this is right (資料日期), where that is known; readers are told its month.
    pub seen: Option<Date>,
}
