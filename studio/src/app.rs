//! The studio as a whole: its state, what it asks the core for, and its parts.

use gloo_timers::callback::Timeout;
use studio_protocol::{Edit, File, Reply, Request, Words};
use yew::prelude::*;

use crate::browser;
use crate::core::{Core, Outcome, use_core};
use crate::deliver::{Changes, Deliver};
use crate::files::{Places, title};
use crate::findings::Findings;
use crate::focus::NOTICES;
use crate::form::FileForm;
use crate::home::Home;
use crate::preview::Preview;
use crate::state::{Action, Notice, Place, Studio};
use crate::text::TextPane;
use crate::words::{said, say};

/// How long the editor must have rested before the content is checked.
const REST_MS: u32 = 150;

/// The studio.
#[component]
pub fn App() -> Html {
    let studio = use_reducer(Studio::default);
    let core = use_core();
    let on_action: Callback<Action> = studio.dispatcher().into();
    use_shipped(&core, &on_action);
    use_check(&core, &studio, &on_action);
    use_splices(&core, &studio, &on_action);
    use_preview(&core, &studio, &on_action);
    // An effect runs after the rendering that brings the element.
    use_effect_with(studio.focus.clone(), |focus| {
        if let Some(focus) = focus {
            browser::focus_on(&focus.id);
        }
    });
    let is_there = studio.checked.is_some() || !studio.notices.is_empty();
    browser::use_ready(is_there);
    learning_hours_guide::browser::use_leaving_asks(studio.is_unsaved());
    let on_file = use_on_file(&core, &on_action);
    browser::use_drops(on_file.clone());
    let file = studio.file().cloned();
    let title = file
        .as_ref()
        .map(|file| title(studio.checked.as_deref(), file));
    html! {
        <>
            <Toolbar
                can_undo={studio.can_undo()}
                can_redo={studio.can_redo()}
                on_action={on_action.clone()}
                {on_file}
            />
            <main id="main" tabindex="-1" class={classes!("studio", studio.look.is_wide.then_some("studio--wide"))}>
                <div class="studio__side">
                    <Places
                        content={studio.content.clone()}
                        checked={studio.checked.clone()}
                        place={studio.place.clone()}
                        on_action={on_action.clone()}
                    />
                    <Deliver
                        core={core.clone()}
                        files={studio.content.now.clone()}
                        errors={studio.counts().0}
                        is_checked={studio.checked_revision == Some(studio.revision)}
                        on_action={on_action.clone()}
                    />
                    <Changes changes={studio.changes.clone()} />
                </div>
                <div class="studio__editor">
                    <Notices notices={studio.notices.clone()} on_action={on_action.clone()} />
                    <Findings
                        checked={studio.checked.clone()}
                        on_action={on_action.clone()}
                    />
                    if let (Some(file), Some(title)) = (file, title) {
                        <h2 class="studio__title">{ said(&title) }</h2>
                        <div class="studio__panes">
                            <FileForm
                                key={["form-", &file.name].concat()}
                                name={AttrValue::from(file.name.clone())}
                                checked={studio.checked.clone()}
                                values={studio.values()}
                                spot={studio.spot.clone()}
                                on_action={on_action.clone()}
                            />
                            <TextPane
                                key={["text-", &file.name].concat()}
                                name={AttrValue::from(file.name.clone())}
                                text={AttrValue::from(crate::shown::shown(&file.text))}
                                checked={studio.checked.clone()}
                                spot={studio.spot.clone()}
                                followed={studio.followed_line}
                                on_action={on_action.clone()}
                            />
                        </div>
                    } else {
                        <Home
                            core={core.clone()}
                            files={studio.content.now.clone()}
                            revision={studio.revision}
                            checked={studio.checked.clone()}
                            left={studio.left.clone()}
                            is_busy={!studio.edits.is_empty()}
                            on_action={on_action.clone()}
                        />
                    }
                </div>
                <Preview
                    html={studio.preview.clone()}
                    look={studio.look}
                    followed={studio.followed.clone()}
                    checked={studio.checked.clone()}
                    {on_action}
                />
            </main>
        </>
    }
}

/// Opens the content that the published site was built of.
#[hook]
fn use_shipped(core: &Core, on_action: &Callback<Action>) {
    let (core, on_action) = (core.clone(), on_action.clone());
    use_effect_with((), move |()| {
        core.ask(&Request::Shipped, opened(on_action, None));
    });
}

/// Handles the answer about a file that was opened, told with its name where it has one.
fn opened(on_action: Callback<Action>, name: Option<String>) -> Callback<Outcome> {
    Callback::from(move |outcome| {
        let named = |why: Words| match &name {
            Some(name) => Words::new(
                format!("「{name}」：{}", why.zh),
                format!("“{name}”: {}", why.en),
            ),
            None => why,
        };
        match outcome {
            Outcome::Replied(
                Reply::Opened {
                    files,
                    is_whole,
                    is_of_other_build,
                    mut notes,
                },
                _,
            ) => {
                if is_of_other_build {
                    notes.push(Words::new(
                        "這個檔案由另一個版本的程式產生；內容可以修改，下載的網頁會是本站的版本。",
                        "Another version of the program made this file. Its content can be edited; pages made now are of this site's version.",
                    ));
                }
                let notes = notes.into_iter().map(named).collect();
                on_action.emit(Action::Opened {
                    files,
                    is_whole,
                    notes,
                });
            }
            Outcome::Replied(Reply::Refused { why }, _) => refuse(&on_action, named(why)),
            Outcome::Replied(..) | Outcome::Replaced => {}
            Outcome::Failed => refuse(&on_action, named(broken_down())),
        }
    })
}

fn refuse(on_action: &Callback<Action>, words: Words) {
    on_action.emit(Action::Told(Notice {
        words,
        is_refusal: true,
    }));
}

pub(crate) fn broken_down() -> Words {
    Words::new(
        "這項工作沒有完成，您的內容都還在。請再試一次，程式會重新啟動；若又發生，請下載內容檔並告知工程人員。",
        "This did not work; your content is all here. Try again, and the program starts anew; if it happens again, download the content files and tell an engineer.",
    )
}

/// Reads files that were chosen or dropped, by the core.
#[hook]
fn use_on_file(core: &Core, on_action: &Callback<Action>) -> Callback<browser::Given> {
    use browser::Given;
    let deps = (core.clone(), on_action.clone());
    use_callback(deps, |given, (core, on_action)| match given {
        Given::Began => on_action.emit(Action::OpeningBegan),
        Given::File(name, Some(bytes)) => {
            let request = Request::Open { name: name.clone() };
            core.ask_with(&request, Some(bytes), opened(on_action.clone(), Some(name)));
        }
        Given::File(name, None) => refuse(
            on_action,
            Words::new(
                format!("「{name}」太大或無法讀取，沒有開啟。"),
                format!("“{name}” is too large or cannot be read and was not opened."),
            ),
        ),
    })
}

/// Has the content checked when the editor has rested, and compared with what was opened.
#[hook]
fn use_check(core: &Core, studio: &UseReducerHandle<Studio>, on_action: &Callback<Action>) {
    let (core, content, on_action) = (core.clone(), studio.content.clone(), on_action.clone());
    use_effect_with(studio.revision, move |revision| {
        let revision = *revision;
        // Content that was opened just now need not rest.
        let rest = if content.now == content.opened {
            0
        } else {
            REST_MS
        };
        let timeout = (revision > 0)
            .then(|| Timeout::new(rest, move || check(&core, revision, &content, &on_action)));
        move || drop(timeout)
    });
}

fn check(
    core: &Core,
    revision: u32,
    content: &crate::state::Content,
    on_action: &Callback<Action>,
) {
    let files = content.now.to_vec();
    let on_checked = on_action.clone();
    core.ask(
        &Request::Check { files },
        Callback::from(move |outcome| match outcome {
            Outcome::Replied(Reply::Checked(checked), _) => {
                on_checked.emit(Action::Checked(revision, Box::new(checked)));
            }
            Outcome::Failed => refuse(&on_checked, broken_down()),
            Outcome::Replied(..) | Outcome::Replaced => {}
        }),
    );
    let request = Request::Changes {
        before: content.opened.to_vec(),
        after: content.now.to_vec(),
    };
    let on_changes = on_action.clone();
    core.ask(
        &request,
        Callback::from(move |outcome| {
            if let Outcome::Replied(Reply::Changes { sentences, left }, _) = outcome {
                on_changes.emit(Action::Changed(sentences, left));
            }
        }),
    );
}

/// Has the edits of the forms made by the core, one after the other, each in the text as it is then.
#[hook]
fn use_splices(core: &Core, studio: &UseReducerHandle<Studio>, on_action: &Callback<Action>) {
    let next = studio.edits.front().cloned();
    let file = next
        .as_ref()
        .and_then(|next| studio.content.file(&next.file));
    let (core, file, on_action) = (core.clone(), file.cloned(), on_action.clone());
    let edit = next.as_ref().map(|next| next.edit.clone());
    let ticket = next.map(|next| next.ticket);
    use_effect_with((ticket, studio.revision), move |(ticket, revision)| {
        if let (Some(ticket), Some(edit)) = (*ticket, edit) {
            splice(&core, file, edit, (ticket, *revision), on_action);
        }
    });
}

fn splice(
    core: &Core,
    file: Option<File>,
    edit: Edit,
    (ticket, revision): (u32, u32),
    on_action: Callback<Action>,
) {
    let on_text = Callback::from(move |text| {
        on_action.emit(Action::Spliced {
            ticket,
            revision,
            text,
        });
    });
    let Some(file) = file else {
        on_text.emit(Err(broken_down()));
        return;
    };
    let request = Request::Splice {
        file,
        edits: vec![edit],
    };
    core.ask(
        &request,
        Callback::from(move |outcome| match outcome {
            Outcome::Replied(Reply::Text { text }, _) => on_text.emit(Ok(text)),
            Outcome::Replied(Reply::Refused { why }, _) => on_text.emit(Err(why)),
            Outcome::Replied(..) | Outcome::Failed => on_text.emit(Err(broken_down())),
            Outcome::Replaced => {}
        }),
    );
}

/// Has a page made for the preview after each good check; the last good one stays meanwhile.
#[hook]
fn use_preview(core: &Core, studio: &UseReducerHandle<Studio>, on_action: &Callback<Action>) {
    let revision = studio.can_be_shown().then_some(studio.revision);
    let look = studio.look;
    let (core, files, on_action) = (core.clone(), studio.content.now.clone(), on_action.clone());
    let deps = (revision, look.language, look.theme);
    use_effect_with(deps, move |(revision, language, theme)| {
        if revision.is_none() {
            return;
        }
        let request = Request::Preview {
            files: files.to_vec(),
            language: *language,
            theme: *theme,
        };
        core.ask(
            &request,
            Callback::from(move |outcome| match outcome {
                Outcome::Replied(Reply::Page { html }, _) => {
                    on_action.emit(Action::PreviewCame(html.into()));
                }
                Outcome::Replied(Reply::Refused { why }, _) => refuse(&on_action, why),
                Outcome::Failed => refuse(&on_action, broken_down()),
                Outcome::Replied(..) | Outcome::Replaced => {}
            }),
        );
    });
}

/// Title, opening, undoing.
#[component]
fn Toolbar(props: &ToolbarProps) -> Html {
    let field = use_node_ref();
    let onchange = {
        let on_file = props.on_file.clone();
        Callback::from(move |event: Event| browser::read_chosen(&event, &on_file))
    };
    let open = {
        let field = field.clone();
        Callback::from(move |_: MouseEvent| browser::press(&field))
    };
    let act = |action: Action| props.on_action.reform(move |_: MouseEvent| action.clone());
    html! {
        <header class="site-header studio-header">
            <div class="site-header__line">
                <h1 class="site-header__title">{ say("內容編輯", "Content studio") }</h1>
                <p class="site-header__owner">
                    <a href="./index.html">{ say("回到網頁", "Back to the page") }</a>
                </p>
                <div class="studio-header__tools">
                    <button type="button" class="button button--line button--small" data-action="open" onclick={open}>
                        { say("開啟檔案", "Open files") }
                    </button>
                    <input
                        ref={field}
                        class="unseen"
                        type="file"
                        multiple=true
                        tabindex="-1"
                        aria-label="開啟檔案 Open files"
                        accept=".toml,.zip,.html,.htm,.json"
                        {onchange}
                    />
                    <button
                        type="button"
                        class="button button--small"
                        data-action="undo"
                        disabled={!props.can_undo}
                        onclick={act(Action::Undone)}
                    >
                        { say("復原", "Undo") }
                    </button>
                    <button
                        type="button"
                        class="button button--small"
                        data-action="redo"
                        disabled={!props.can_redo}
                        onclick={act(Action::Redone)}
                    >
                        { say("重做", "Redo") }
                    </button>
                </div>
            </div>
        </header>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ToolbarProps {
    can_undo: bool,
    can_redo: bool,
    on_action: Callback<Action>,
    on_file: Callback<browser::Given>,
}

/// The last sentences of the studio.
#[component]
fn Notices(props: &NoticesProps) -> Html {
    let close = props
        .on_action
        .reform(|_: MouseEvent| Action::NoticesClosed);
    html! {
        <div role="status" class="studio__notices">
            if !props.notices.is_empty() {
                <div class="notices" id={NOTICES} tabindex="-1" data-part="notices">
                    <ul>
                        { for props.notices.iter().map(|notice| html! {
                            <li class={notice.is_refusal.then_some("notices__refusal")}>{ said(&notice.words) }</li>
                        }) }
                    </ul>
                    <button type="button" class="button button--text button--small" data-action="close-notices" onclick={close}>
                        { say("關閉", "Close") }
                    </button>
                </div>
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct NoticesProps {
    notices: std::rc::Rc<Vec<Notice>>,
    on_action: Callback<Action>,
}

/// The name of a place in the list of places.
pub(crate) fn action_of(place: &Place) -> AttrValue {
    match place {
        Place::Home => AttrValue::Static("home"),
        Place::File(name) => ["file-", name].concat().into(),
    }
}
