//! Start from a copy: another school's name, address and contacts, and the lines that still speak of the school before.

use std::collections::HashMap;
use std::rc::Rc;

use studio_protocol::{Checked, Contact, Left, Reply, Request, School, Words};
use yew::prelude::*;

use crate::app::broken_down;
use crate::browser;
use crate::core::{Core, Outcome};
use crate::state::{Action, Files, Notice};
use crate::words::{said, say};

/// The name of the school in the guide, without its language.
const NAME: &str = "site.owner";
/// The address of its page in the guide.
const ADDRESS: &str = "site.address";

/// The texts that were typed, each by its path in the guide.
#[derive(Clone, Default, PartialEq)]
struct Typed(HashMap<String, AttrValue>);

impl Reducible for Typed {
    type Action = (String, AttrValue);

    fn reduce(self: Rc<Self>, (path, text): Self::Action) -> Rc<Self> {
        let mut next = (*self).clone();
        next.0.insert(path, text);
        next.into()
    }
}

/// A form that makes the content that of another school.
#[component]
pub(crate) fn StartCopy(props: &StartCopyProps) -> Html {
    let typed = use_reducer(Typed::default);
    let contacts = contacts(&props.checked);
    // The school before has a name and an address of its own; its contacts are what the other one's begin with.
    let text = |path: &str| match typed.0.get(path) {
        Some(text) => text.clone(),
        None if path.starts_with("contact.") => value(&props.checked, path),
        None => AttrValue::default(),
    };
    let pair = |path: &str| {
        Words::new(
            text(&[path, ".zh"].concat()).to_string(),
            text(&[path, ".en"].concat()).to_string(),
        )
    };
    let field = |path: &str, zh: &str, en: &str, lang: Option<&'static str>| {
        let id = ["copy:", path].concat();
        let oninput = {
            let (typed, path) = (typed.dispatcher(), path.to_owned());
            Callback::from(move |event: InputEvent| {
                typed.dispatch((path.clone(), browser::typed_text(&event)));
            })
        };
        html! {
            <div class="row__input">
                <label class="field__label" for={id.clone()}>{ say(zh, en) }</label>
                <textarea
                    id={id.clone()}
                    name={id}
                    class="field__input"
                    rows="1"
                    autocomplete="off"
                    {lang}
                    value={text(path)}
                    {oninput}
                />
            </div>
        }
    };
    let both = |path: &str, zh: &str, en: &str| {
        html! {
            <div class="row row__inputs--both">
                { field(&[path, ".zh"].concat(), &[zh, "（中文）"].concat(), &[en, " (Chinese)"].concat(), Some("zh-Hant")) }
                { field(&[path, ".en"].concat(), &[zh, "（英文）"].concat(), &[en, " (English)"].concat(), Some("en")) }
            </div>
        }
    };
    let school = School {
        name: pair(NAME),
        address: text(ADDRESS).trim().to_owned(),
        contacts: contacts
            .iter()
            .map(|path| Contact {
                path: path.clone(),
                name: pair(&[path, ".name"].concat()),
                body: pair(&[path, ".body"].concat()),
            })
            .collect(),
    };
    let accept = {
        let props = props.clone();
        Callback::from(move |_: MouseEvent| start(&props, &school))
    };
    html! {
        <details class="fold copy">
            <summary data-action="start-copy">
                { say("為另一所學校製作：從這份內容的副本開始", "For another school: start from a copy of this content") }
            </summary>
            <div role="group" aria-labelledby="copy-title">
                <p id="copy-title">
                    { say(
                        "各校的登入步驟相同，照原樣保留。規定是這所學校的：會一併帶過去，但全部改為「尚未確認」，每一份都要由貴校核對後再確認。",
                        "All schools sign in the same way, so those steps stay. The rules are this school's: they come along but count as not confirmed, and your school has to check each of them before it confirms it.",
                    ) }
                </p>
                { both(NAME, "學校名稱", "Name of the school") }
                <div class="row">
                    { field(ADDRESS, "網頁公開後的網址（https:// 開頭，還沒有就留空）", "Where the page will be published (https://…; empty while unknown)", None) }
                </div>
                if !contacts.is_empty() {
                    <p class="row__help">
                        { say(
                            "聯絡窗口請改成貴校的；登入系統的客服各校共用，通常不必改。",
                            "Change the contacts to your school's; the help desk of the sign-in serves all schools and usually stays.",
                        ) }
                    </p>
                }
                { for contacts.iter().map(|path| html! {
                    <div key={path.clone()}>
                        { both(&[path, ".name"].concat(), "聯絡窗口", "Contact") }
                        { both(&[path, ".body"].concat(), "電話、事項", "Phone, matters") }
                    </div>
                }) }
                <div class="buttons">
                    <button
                        type="button"
                        class="button button--main"
                        data-action="accept-copy"
                        disabled={props.is_busy}
                        onclick={accept}
                    >
                        { say("改成這所學校的副本", "Make it this school's copy") }
                    </button>
                </div>
            </div>
        </details>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct StartCopyProps {
    pub(crate) core: Core,
    pub(crate) files: Files,
    pub(crate) revision: u32,
    pub(crate) checked: Rc<Checked>,
    pub(crate) is_busy: bool,
    pub(crate) on_action: Callback<Action>,
}

/// Has the copy made by the core.
fn start(props: &StartCopyProps, school: &School) {
    let (on_action, revision, name) =
        (props.on_action.clone(), props.revision, school.name.clone());
    // A refusal of before is over.
    on_action.emit(Action::NoticesClosed);
    let request = Request::Copy {
        files: props.files.to_vec(),
        school: school.clone(),
    };
    let refuse = |on_action: &Callback<Action>, words| {
        on_action.emit(Action::Told(Notice {
            words,
            is_refusal: true,
        }));
    };
    props.core.ask(
        &request,
        Callback::from(move |outcome| match outcome {
            Outcome::Replied(Reply::Copied { files }, _) => on_action.emit(Action::Copied {
                revision,
                files,
                school: name.clone(),
            }),
            Outcome::Replied(Reply::Refused { why }, _) => refuse(&on_action, why),
            Outcome::Replied(..) | Outcome::Failed => refuse(&on_action, broken_down()),
            Outcome::Replaced => {}
        }),
    );
}

/// The paths of the contacts in the guide.
fn contacts(checked: &Checked) -> Vec<String> {
    let guide = checked.form("guide").into_iter();
    let paths = guide.flat_map(|form| &form.groups).map(|group| &group.path);
    let contacts = paths.filter(|path| path.starts_with("contact."));
    contacts.cloned().collect()
}

/// The text of the guide at a path; nothing where it has none there.
fn value(checked: &Checked, path: &str) -> AttrValue {
    let name = ["guide:", path].concat();
    let guide = checked.form("guide").into_iter();
    let groups = guide.flat_map(|form| &form.groups);
    let fields = groups.flat_map(|group| &group.fields);
    let mut entries = fields.flat_map(|field| field.entries.all());
    let found = entries.find(|entry| entry.name == name);
    let text = found.and_then(|entry| entry.value.clone());
    text.unwrap_or_default().into()
}

/// The lines that still speak of the school whose content was copied, each a way to it.
#[component]
pub(crate) fn LeftOver(props: &LeftOverProps) -> Html {
    let count = props.left.len();
    if count == 0 {
        return Html::default();
    }
    html! {
        <>
            <h3>{ say(&format!("仍為原校資料之處（{count} 處）"), &format!("Still about the school before: {count}")) }</h3>
            <p>
                { say(
                    "按一則就到那一行；修正後會從這裡消失。系統無法辨識簡稱，請再自行檢視一遍。",
                    "A press leads to the line; what is mended leaves this list. Nicknames cannot be found: read through it once more.",
                ) }
            </p>
            <ul class="home__left" data-part="left">
                { for props.left.iter().map(|left| entry(left, &props.on_action)) }
            </ul>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LeftOverProps {
    pub(crate) left: Rc<Vec<Left>>,
    pub(crate) on_action: Callback<Action>,
}

fn entry(left: &Left, on_action: &Callback<Action>) -> Html {
    let Left {
        file,
        line,
        place,
        text,
    } = left;
    let onclick = {
        let (file, line) = (AttrValue::from(file.clone()), *line);
        on_action.reform(move |_: MouseEvent| Action::FindingPressed(file.clone(), line))
    };
    html! {
        <li>
            <button type="button" class="link" data-file={file.clone()} data-line={line.to_string()} {onclick}>
                if place.zh.is_empty() {
                    { say("註解（讀者看不到）", "Comment, which readers do not see") }
                } else {
                    { said(place) }
                }
                { " · " }{ say(&format!("{file} 第 {line} 行"), &format!("line {line}")) }
            </button>
            <p class="home__text">{ text.clone() }</p>
        </li>
    }
}
