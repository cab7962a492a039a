//! Texts of a list in a form: in both languages, each with its buttons, and a button for one more.

use studio_protocol::{Edit, Field};
use yew::prelude::*;

use crate::focus::button_id;
use crate::form::{Line, Texts, tool};
use crate::words::{plain, said, say};

/// A list of texts.
pub(crate) fn list(
    texts: &Texts,
    press: &impl Fn(Edit) -> Callback<MouseEvent>,
    field: impl Fn(&Line) -> Html,
) -> Html {
    let Texts {
        field: own,
        path,
        lines,
    } = texts;
    let add = Edit::Add {
        list: path.clone(),
        id: None,
        after: None,
    };
    let add_id = button_id("add", path);
    html! {
        <div class="list" role="group" aria-label={plain(&own.label)}>
            { for lines.iter().enumerate().map(|(number, (path, line))| {
                let tool = |action, sign, name, edit| tool(action, sign, name, (path, &line.label), press(edit));
                let path = || path.clone();
                html! {
                    <div class="list__item">
                        { field(line) }
                        <div class="buttons">
                            if number > 0 {
                                { tool("move-up", "↑", "上移 Move up", Edit::Move { path: path(), up: true }) }
                            }
                            if number + 1 < lines.len() {
                                { tool("move-down", "↓", "下移 Move down", Edit::Move { path: path(), up: false }) }
                            }
                            if can_remove(own, lines.len()) {
                                { tool("remove", "×", "移除 Remove", Edit::Remove { path: path() }) }
                            }
                        </div>
                    </div>
                }
            }) }
            if !lines.is_empty() && !own.help.zh.is_empty() {
                <p class="row__help">{ said(&own.help) }</p>
            }
            <button type="button" id={add_id.clone()} class="button button--small" data-action={add_id} onclick={press(add)}>
                { say(&format!("新增一項：{}", own.label.zh), &format!("Add an item: {}", own.label.en)) }
            </button>
        </div>
    }
}

/// Whether a text of a list may be removed: the last one stays where the table cannot do without the list.
fn can_remove(list: &Field, count: usize) -> bool {
    !list.is_required || count > 1
}
