//! An edition: the guide in one language, as one page carries it.
//!
//! The prerenderer writes it into the page ([`crate::to_lines`]), and the program reads it back ([`crate::from_lines`]).
//! All texts are plain, but for those of the type [`Markup`].

use flowchart::{EdgeIx, EdgeKind, NodeIx, NodeKind, Point, Rect, Size};
use hours::{Date, Workdays};
use implicit_clone::unsync::IString;
use serde::{Deserialize, Serialize};

use crate::Lang;

/// Safe HTML (標記) that the prerenderer made from checked content: elements, never a bare text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Markup(pub IString);

/// Everything that the program needs to know of the content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// The language of all texts (語言).
    pub lang: Lang,
    /// The address of the same page in the other language, relative to this page; empty where there is none.
    pub other: IString,
    /// Where the page stands on the web (網址), for copies that have no address of their own; empty where the content names none.
    pub address: IString,
    /// One sentence about the whole page (導言), which stands above the first step.
    pub lead: IString,
    /// The titles of the chapters (章) in order, without numbers; may be empty.
    pub chapters: Vec<IString>,
    /// The nodes (節點) in the order of reading; the first is the start.
    pub nodes: Vec<Node>,
    /// The twelve rows (時數列) in portal order.
    pub rows: Vec<Row>,
    /// Hours that no row shows (另填時數), in the order of their fields.
    pub inputs: Vec<Input>,
    /// The rule sets (規定) in order.
    pub rule_sets: Vec<RuleSet>,
    /// The learning platforms (學習平臺) in order.
    pub platforms: Vec<Platform>,
    /// Where to learn (到哪裡修課), the items of a list.
    pub places: Markup,
    /// The points to check before enrolling (選課前請確認); empty where the content has no categories.
    pub before_enrolling: IString,
    /// The course categories that are switched on and confirmed (課程類別).
    pub categories: Vec<Category>,
    /// The official calendar (行事曆).
    pub workdays: Workdays,
    /// The drawing of the flow (流程圖).
    pub map: Map,
}

/// A place of the flow (節點).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// Its id.
    pub id: IString,
    /// Its kind (種類).
    pub kind: NodeKind,
    /// Its title (標題).
    pub title: IString,
    /// A short title (簡稱) for the map and for lists; the title itself where the content has no other.
    pub short: IString,
    /// The chapter (章) that it belongs to, by its position; troubles belong to none.
    pub chapter: Option<usize>,
    /// The things to have at hand before one begins (請先備妥); may be empty.
    pub ready: Vec<IString>,
    /// The official page on which the step is done (開啟).
    pub open: Option<Link>,
    /// The instructions (說明); may be empty.
    pub body: Markup,
    /// Notes and drawing (補充說明、示意圖), which stand below the answers of a question; may be empty.
    pub notes: Markup,
    /// Whom to ask here (聯絡方式); may be empty.
    pub contacts: Markup,
    /// Whether the date converter (日期換算) stands here.
    pub has_date_converter: bool,
    /// The ways out (出口), in order.
    pub exits: Vec<Exit>,
}

/// A link to an official page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// An `https` address.
    pub href: IString,
    /// Its name.
    pub text: IString,
}

/// A way out of a node (出口).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exit {
    /// Its edge (連線): exits are numbered through all nodes.
    pub edge: EdgeIx,
    /// Answer, next or trouble.
    pub kind: EdgeKind,
    /// The answer's id; empty for others.
    pub id: IString,
    /// The node that it leads to.
    pub to: NodeIx,
    /// The answer or the trouble; empty for [`EdgeKind::Next`].
    pub text: IString,
    /// Help below an answer; may be empty.
    pub hint: IString,
}

/// A row of the portal (時數列).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The label as the portal prints it, in Chinese (列名).
    pub label: IString,
    /// The meaning of the label, in an edition that is not in Chinese; else empty.
    pub gloss: IString,
    /// A short name (簡稱).
    pub short: IString,
    /// Other spellings of the Chinese label (其他寫法).
    pub aliases: Vec<IString>,
}

/// Hours that no row shows (另填時數).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// Its id, which names its field.
    pub id: IString,
    /// Its label.
    pub label: IString,
    /// Its label in Chinese (名稱), as lists of courses name it.
    pub label_zh: IString,
    /// Where to find the number; may be empty.
    pub hint: IString,
}

/// A rule set (規定) with its texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleSet {
    /// Its id.
    pub id: IString,
    /// The rule to judge by; its inputs are those of the edition.
    pub rule: hours::RuleSet,
    /// Its name (名稱).
    pub title: IString,
    /// Authority, source with its date, validity and when it was last verified (依據).
    pub about: Markup,
    /// The day on which the Personnel Office confirmed it last (人事室確認日), if it ever did.
    pub verified: Option<Date>,
    /// Whether it is history (歷史規定).
    pub is_history: bool,
    /// The texts of its requirements, in their order.
    pub requirements: Vec<Requirement>,
}

/// The texts of a requirement (要求).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requirement {
    /// Its id within the rule set.
    pub id: IString,
    /// Its short name (名稱).
    pub title: IString,
    /// The words of the rule (規定內容).
    pub says: IString,
    /// The advice for a reader whose hours are missing (建議).
    pub advice: IString,
    /// Which course categories count and which do not (列計的課程類別); empty where none is known.
    pub courses: IString,
}

/// A category of courses whose hours may be added up into an input (課程類別).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// Its codes (類別代碼), each a range of one or more.
    pub codes: Vec<(u32, u32)>,
    /// Its Chinese name and other spellings of it.
    pub names: Vec<IString>,
    /// The input that it counts in, by its position; `None` where it counts in none that can be filled.
    pub input: Option<usize>,
}

/// A learning platform (學習平臺).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Platform {
    /// Its id.
    pub id: IString,
    /// Its name (名稱).
    pub name: IString,
    /// How many working days it takes until hours show (上傳天數), where that is known.
    pub upload_days: Option<u8>,
    /// When somebody last saw that this is right (資料日期), where that is known.
    pub seen: Option<Date>,
}

/// The drawing of the flow (流程圖) in two forms, the wider one first: each node is drawn once, at a place for each form.
/// In a narrow window the program draws a third one, for which only the texts are here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Map {
    /// How large each form is, in pixels.
    pub sizes: [Size; 2],
    /// The lanes (泳道) of each form.
    pub lanes: [Vec<Lane>; 2],
    /// The frames around the parallel steps of a question (並列方式), in each form.
    pub groups: [Vec<Rect>; 2],
    /// The badges that open lists of troubles, in each form.
    pub lists: [Vec<List>; 2],
    /// The boxes of the nodes, in their order.
    pub boxes: Vec<NodeBox>,
    /// The lines of the exits, in the order of nodes and exits.
    pub lines: Vec<Line>,
    /// The message where the window is too small for the map.
    pub too_small: Markup,
    /// On the button that saves the map.
    pub save: IString,
    /// On the button that draws the ways of all troubles.
    pub show_troubles: IString,
    /// On the button that draws all ways in a narrow window.
    pub show_all: IString,
    /// On the badge that opens a list of troubles.
    pub more_troubles: IString,
    /// About the keys.
    pub keys: IString,
}

/// A badge that opens a list of troubles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// Its place.
    pub badge: Rect,
    /// The troubles in the list.
    pub nodes: Vec<NodeIx>,
}

/// A lane of the map (泳道).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lane {
    /// Its place.
    pub rect: Rect,
    /// Where the first line of its heading begins.
    pub heading: Point,
    /// The lines of its heading.
    pub text: Vec<IString>,
}

/// The box of a node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NodeBox {
    /// The name that screen readers say after the number of the box.
    pub name: IString,
    /// The box in each form.
    pub forms: [TextBox; 2],
    /// The lines of its text in a narrow window; a trouble has none.
    pub narrow: Vec<IString>,
}

/// A box with text in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextBox {
    /// Its place.
    pub rect: Rect,
    /// The lines of its text.
    pub text: Vec<IString>,
}

/// A line of the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Whether it leads to help.
    pub is_side: bool,
    /// Its path in each form.
    pub paths: [IString; 2],
    /// Its label in each form, where it is an answer and does not lead into a group, whose boxes speak for themselves.
    pub label: Option<[TextBox; 2]>,
    /// The lines of the label in a narrow window.
    pub narrow: Vec<IString>,
}
