//! The box to paste into, or to drop a file on.

use std::rc::Rc;

use yew::prelude::*;

use super::calculator::HoursAction;
use crate::browser;
use crate::components::button;
use crate::wording::Wording;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct PasteBoxProps {
    pub(super) words: Rc<Wording>,
    pub(super) is_open: bool,
    /// How often the field was emptied: each time it is made anew.
    pub(super) emptied: usize,
    pub(super) on_action: Callback<HoursAction>,
}

#[component]
pub(super) fn PasteBox(props: &PasteBoxProps) -> Html {
    let PasteBoxProps {
        words,
        is_open,
        emptied,
        on_action,
    } = props;
    let (field, file) = (use_node_ref(), use_node_ref());
    let read = {
        let (field, on_action) = (field.clone(), on_action.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(text) = browser::pasted_text(&field) {
                on_action.emit(HoursAction::TextPasted(text));
            }
        })
    };
    let choose = {
        let file = file.clone();
        Callback::from(move |_: MouseEvent| browser::press(&file))
    };
    let on_text = on_action.reform(HoursAction::TextPasted);
    let onchange = {
        let on_text = on_text.clone();
        Callback::from(move |event: Event| browser::read_chosen(&event, &on_text))
    };
    let ondrop = Callback::from(move |event: DragEvent| browser::read_dropped(&event, &on_text));
    html! {
        <div class="paste" hidden={!is_open} {ondrop}>
            <label class="paste__title" for="paste">{ &words.paste }</label>
            <p>{ &words.paste_about }</p>
            <textarea
                key={*emptied}
                ref={field}
                class="field__input"
                id="paste"
                name="paste"
                rows="3"
                maxlength="400000"
                autocomplete="off"
                spellcheck="false"
            />
            <div class="buttons">
                { button("read-paste", "button button--main", words.paste_read.clone(), read) }
                { button("choose-file", "button", words.paste_file.clone(), choose) }
            </div>
            <input
                ref={file}
                type="file"
                accept=".txt,.csv,.htm,.html,.mhtml,.xls"
                autocomplete="off"
                hidden=true
                {onchange}
            />
        </div>
    }
}
