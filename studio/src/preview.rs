//! The preview: the very page, made of the content as it is, in a frame as wide as a phone or a desk.

use std::rc::Rc;

use studio_protocol::{Checked, Finding, Language, Severity, Theme};
use yew::prelude::*;

use crate::browser;
use crate::state::{Action, Look};
use crate::words::{plain, say};

/// The preview with its switches.
#[component]
pub(crate) fn Preview(props: &PreviewProps) -> Html {
    let frame = use_node_ref();
    let (onload, lead) = use_page(&frame, props.html.as_ref());
    let show = {
        let lead = lead.clone();
        Callback::from(move |event: Event| {
            let node = browser::typed_text(&event);
            lead.emit(["node=", &node, "&view=guided"].concat().into());
        })
    };
    use_effect_with(props.followed.clone(), move |place| {
        if let Some(place) = place {
            lead.emit(place.clone());
        }
    });
    let look = props.look;
    let checked = props.checked.as_deref();
    let is_wrong = checked.is_some_and(|it| it.findings.iter().any(is_error));
    let switch = |name: &'static str, is_on: bool, look: Look, zh: &str, en: &str| {
        let onclick = props
            .on_action
            .reform(move |_: MouseEvent| Action::LookChosen(look));
        html! {
            <button type="button" class="switch" data-action={name} aria-pressed={is_on.to_string()} {onclick}>
                { say(zh, en) }
            </button>
        }
    };
    let is_english = look.language == Language::English;
    let is_dark = look.theme == Theme::Dark;
    let language = |language| Look { language, ..look };
    let theme = |theme| Look { theme, ..look };
    let wide = |is_wide| Look { is_wide, ..look };
    html! {
        <section class="preview" aria-labelledby="preview-title">
            <div class="preview__head">
                <h2 class="preview__title" id="preview-title">{ say("預覽", "Preview") }</h2>
                <div class="switches" role="group" aria-label="語言 Language">
                    { switch("preview-zh-Hant", !is_english, language(Language::Chinese), "中文", "Chinese") }
                    { switch("preview-en", is_english, language(Language::English), "英文", "English") }
                </div>
                <div class="switches" role="group" aria-label="寬度 Width">
                    { switch("preview-phone", !look.is_wide, wide(false), "手機", "Phone") }
                    { switch("preview-desk", look.is_wide, wide(true), "桌面", "Desk") }
                </div>
                <div class="switches" role="group" aria-label="顏色 Colours">
                    { switch("preview-light", !is_dark, theme(Theme::Light), "淺色", "Light") }
                    { switch("preview-dark", is_dark, theme(Theme::Dark), "深色", "Dark") }
                </div>
                if let Some(checked) = props.checked.as_ref().filter(|checked| !checked.nodes.is_empty()) {
                    <label class="preview__node">
                        <span>{ say("看這一步", "Show this step") }</span>
                        <select class="field__input" name="preview-node" autocomplete="off" onchange={show}>
                            { for checked.nodes.iter().enumerate().map(|(number, node)| html! {
                                <option value={node.id.clone()} selected={number == 0}>{ plain(&node.title) }</option>
                            }) }
                        </select>
                    </label>
                }
            </div>
            <p class="preview__state" role="status">
                if props.html.is_none() {
                    { say("內容沒有錯誤時，這裡會出現網頁。", "The page appears here once the content has no errors.") }
                } else if !checked.is_some_and(|it| it.can_be_shown) {
                    { say("這是改好之前的樣子；內容沒有錯誤後會更新。", "This is the last good state; it follows once there are no errors.") }
                } else if is_wrong {
                    { say("流程圖上粗虛線框的步驟走不到，或走不出去；檢查結果說明怎麼改。", "Steps in bold dashed frames on the map cannot be reached or never lead out; the findings say how to mend that.") }
                } else {
                    { say("就是網頁的樣子，可以按、可以填。", "The very page: press and type in it.") }
                }
            </p>
            <div class="preview__stage">
                <iframe
                    ref={frame}
                    class={classes!("preview__frame", is_dark.then_some("preview__frame--dark"))}
                    data-part="preview"
                    title="預覽 Preview"
                    src="preview.html"
                    {onload}
                />
            </div>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PreviewProps {
    pub(crate) html: Option<AttrValue>,
    pub(crate) look: Look,
    /// The fragment of the place to show.
    pub(crate) followed: Option<AttrValue>,
    /// The core's last answer: while it looks at the next text, the sentence stays.
    pub(crate) checked: Option<Rc<Checked>>,
    pub(crate) on_action: Callback<Action>,
}

fn is_error(finding: &Finding) -> bool {
    finding.severity == Severity::Error
}

/// Writes each page into the frame; answers what to do when something was loaded there, and what leads the reader to a place.
#[hook]
fn use_page(frame: &NodeRef, html: Option<&AttrValue>) -> (Callback<Event>, Callback<AttrValue>) {
    // Where the reader is to be once a page stands in the frame.
    let place = use_mut_ref(AttrValue::default);
    // Whether one does; else the frame is on its way to the empty page.
    let is_written = use_mut_ref(|| false);
    let write = {
        let (frame, html) = (frame.clone(), html.cloned());
        let (place, is_written) = (place.clone(), is_written.clone());
        move || {
            if let Some(html) = &html {
                browser::write_preview(&frame, html, &place.borrow());
                is_written.replace(true);
            }
        }
    };
    let onload = {
        let (frame, write) = (frame.clone(), write.clone());
        Callback::from(move |_: Event| {
            // A page that was written there has come as well.
            if browser::is_empty_page(&frame) {
                write();
            }
        })
    };
    {
        let (frame, place, is_written) = (frame.clone(), place.clone(), is_written.clone());
        use_effect_with(html.cloned(), move |_| {
            if browser::is_empty_page(&frame) {
                write();
            } else if is_written.replace(false)
                && let Some(left) = browser::renew_preview(&frame)
            {
                place.replace(left.into());
            }
        });
    }
    let lead = {
        let frame = frame.clone();
        Callback::from(move |to: AttrValue| {
            place.replace(to.clone());
            if *is_written.borrow() {
                browser::lead_preview(&frame, &to);
            }
        })
    };
    (onload, lead)
}
