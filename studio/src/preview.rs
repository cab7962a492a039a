//! The preview: the very page, made of the content as it is, in a frame as wide as a phone or a desk.

use std::rc::Rc;

use studio_protocol::{Checked, Language, Theme};
use yew::prelude::*;

use crate::browser;
use crate::state::{Action, Look};
use crate::words::{plain, say};

/// The preview with its switches.
#[component]
pub(crate) fn Preview(props: &PreviewProps) -> Html {
    let frame = use_node_ref();
    // Where the reader of the page before was, while the frame is on its way to the empty page.
    let place = use_mut_ref(String::new);
    {
        let (frame, place) = (frame.clone(), place.clone());
        use_effect_with(props.html.clone(), move |html| {
            let Some(html) = html else { return };
            if browser::is_empty_page(&frame) {
                browser::write_preview(&frame, html, &place.borrow());
            } else if let Some(left) = browser::renew_preview(&frame) {
                *place.borrow_mut() = left;
            }
        });
    }
    let onload = {
        let (frame, html, place) = (frame.clone(), props.html.clone(), place.clone());
        Callback::from(move |_: Event| {
            // A page that was written there has come as well.
            if let Some(html) = html.as_ref().filter(|_| browser::is_empty_page(&frame)) {
                browser::write_preview(&frame, html, &place.borrow());
            }
        })
    };
    let show = {
        let frame = frame.clone();
        Callback::from(move |event: Event| {
            let node = browser::typed_text(&event);
            browser::lead_preview(&frame, &["node=", &node, "&view=guided"].concat());
        })
    };
    {
        let (frame, place) = (frame.clone(), place.clone());
        use_effect_with(props.followed.clone(), move |followed| {
            if let Some(followed) = followed {
                // A frame on its way to the empty page forgets where it is led.
                *place.borrow_mut() = followed.to_string();
                browser::lead_preview(&frame, followed);
            }
        });
    }
    let look = props.look;
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
                } else if !props.is_current {
                    { say("這是改好之前的樣子；內容沒有錯誤後會更新。", "This is the last good state; it follows once there are no errors.") }
                } else if !props.is_good {
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
    pub(crate) checked: Option<Rc<Checked>>,
    /// Whether the page is that of the content as it is now.
    pub(crate) is_current: bool,
    /// Whether that content has no errors.
    pub(crate) is_good: bool,
    pub(crate) on_action: Callback<Action>,
}
