//! The changes in sentences, and the files to take away: content files, finished pages, the whole site.

use std::rc::Rc;

use studio_protocol::{File, Language, Reply, Request, Words};
use yew::prelude::*;

use crate::app::broken_down;
use crate::browser;
use crate::core::{Core, Outcome};
use crate::state::{Action, Files, Notice};
use crate::words::{said, say};

/// The files to take away.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Delivery {
    /// The content files, with or without errors.
    Content,
    /// The page of a language, in one file.
    Page(Language),
    /// The whole site.
    Site,
}

impl Delivery {
    /// The name of its button.
    fn action(self) -> &'static str {
        match self {
            Self::Content => "save-content",
            Self::Page(Language::Chinese) => "save-page-zh-Hant",
            Self::Page(Language::English) => "save-page-en",
            Self::Site => "save-site",
        }
    }

    fn request(self, files: Vec<File>) -> Request {
        match self {
            Self::Content => Request::Content { files },
            Self::Page(language) => Request::Page { files, language },
            Self::Site => Request::Site { files },
        }
    }
}

/// The differences from the content as it was opened.
#[component]
pub(crate) fn Changes(props: &ChangesProps) -> Html {
    let count = props.changes.len();
    html! {
        <section class="changes" aria-labelledby="changes-title">
            <h2 class="side__title" id="changes-title">
                { say(&format!("修改 {count} 處"), &format!("Changes: {count}")) }
            </h2>
            <ul class="changes__list" data-part="changes">
                { for props.changes.iter().map(|sentence| html! { <li>{ said(sentence) }</li> }) }
            </ul>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ChangesProps {
    pub(crate) changes: Rc<Vec<Words>>,
}

/// The buttons that save something.
#[component]
pub(crate) fn Deliver(props: &DeliverProps) -> Html {
    let working = use_state(|| None::<Delivery>);
    let reason = if props.errors > 0 {
        Some(say(
            &format!(
                "還有 {} 個錯誤，改好才能下載網頁；內容檔可以先存成草稿。",
                props.errors
            ),
            "Mend the errors before pages can be made; the content files can be saved as a draft.",
        ))
    } else if props.files.is_empty() {
        Some(say("還沒有內容。", "There is no content yet."))
    } else {
        None
    };
    let button = |delivery: Delivery, class: &'static str, words: Html| {
        let is_page = delivery != Delivery::Content;
        let is_refused = props.files.is_empty() || (is_page && reason.is_some());
        let is_working = working.is_some();
        let onclick = {
            let (props, working) = (props.clone(), working.clone());
            Callback::from(move |_: MouseEvent| deliver(&props, &working, delivery))
        };
        let described = is_refused.then_some("deliver-reason");
        html! {
            <button
                type="button"
                {class}
                data-action={delivery.action()}
                disabled={is_refused || is_working || (is_page && !props.is_checked)}
                aria-describedby={described}
                aria-busy={(*working == Some(delivery)).then_some("true")}
                {onclick}
            >
                { words }
            </button>
        }
    };
    html! {
        <section class="deliver" aria-labelledby="deliver-title">
            <h2 class="side__title" id="deliver-title">{ say("下載", "Download") }</h2>
            <div class="deliver__buttons">
                { button(Delivery::Content, "button", say("內容檔（草稿）", "Content files (draft)")) }
                { button(Delivery::Page(Language::Chinese), "button", say("中文網頁（單一檔）", "Chinese page, one file")) }
                { button(Delivery::Page(Language::English), "button", say("英文網頁（單一檔）", "English page, one file")) }
                { button(Delivery::Site, "button button--main", say("整個網站（zip）", "The whole site (zip)")) }
            </div>
            <p class="deliver__reason" id="deliver-reason">{ for reason }</p>
            <details class="fold">
                <summary>{ say("怎麼上傳", "How to upload") }</summary>
                <ol class="deliver__how">
                    <li>{ say(
                        "整個網站：先把伺服器上原有的檔案全部刪除（或換到另一個資料夾備份）；舊的 .br、.gz 檔留著，讀者看到的仍是舊網頁。",
                        "The whole site: first delete all files that are on the server (or move them to another folder as a backup); if old .br and .gz files stay there, readers get the old pages.",
                    ) }</li>
                    <li>{ say(
                        "再把 zip 解壓縮，連同資料夾一起上傳到同一個位置。",
                        "Then unpack the zip and upload everything in it, with its folders, to the same place.",
                    ) }</li>
                    <li>{ say(
                        "只能上傳一個檔案的網站：上傳 guide.html（中文）或 guide.en.html（英文），檔名不變。",
                        "Where only one file can be uploaded: guide.html (Chinese) or guide.en.html (English), under the same name.",
                    ) }</li>
                    <li>{ say(
                        "上傳後開啟網頁，重新整理一次，看看頁尾的確認日期。",
                        "Then open the page, reload it once, and look at the date of confirmation in its footer.",
                    ) }</li>
                </ol>
            </details>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DeliverProps {
    pub(crate) core: Core,
    pub(crate) files: Files,
    pub(crate) errors: usize,
    /// Whether the core has looked at these files.
    pub(crate) is_checked: bool,
    pub(crate) on_action: Callback<Action>,
}

/// Has a file made and saves it.
fn deliver(props: &DeliverProps, working: &UseStateHandle<Option<Delivery>>, delivery: Delivery) {
    working.set(Some(delivery));
    let request = delivery.request(props.files.to_vec());
    let (files, on_action, working) = (
        props.files.clone(),
        props.on_action.clone(),
        working.clone(),
    );
    let refuse = move |on_action: &Callback<Action>, words| {
        on_action.emit(Action::Told(Notice {
            words,
            is_refusal: true,
        }));
    };
    props.core.ask(
        &request,
        Callback::from(move |outcome| {
            working.set(None);
            match outcome {
                Outcome::Replied(Reply::File { name, mime }, Some(bytes)) => {
                    browser::save(&name, &mime, &bytes);
                    on_action.emit(Action::Saved(files.clone(), Words::new(name.clone(), name)));
                }
                Outcome::Replied(Reply::Refused { why }, _) => refuse(&on_action, why),
                Outcome::Replied(..) | Outcome::Failed => refuse(&on_action, broken_down()),
                Outcome::Replaced => {}
            }
        }),
    );
}
