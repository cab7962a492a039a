//! Texts of a list in a form: in both languages, each with its buttons, and a button for one more.

use studio_protocol::{Edit, Entries, Field, Form, Item};
use yew::prelude::*;

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
    let add_id = ["add-", path].concat();
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

/// The id of the element that gets the focus after a list was changed: the new text, else the button that was pressed where its
/// text is now or the nearest there is. `None` where the edit was of something else.
pub(crate) fn focus_after(edit: &Edit, form: &Form) -> Option<AttrValue> {
    let (list, number) = match edit {
        Edit::Add { list, .. } => (list.as_str(), None),
        Edit::Move { path, .. } | Edit::Remove { path } => {
            let (list, number) = path.rsplit_once('.')?;
            (list, Some(number.parse::<usize>().ok()?))
        }
        Edit::Set { .. } | Edit::Clear { .. } => return None,
    };
    let fields = form.groups.iter().flat_map(|group| &group.fields);
    let mut lists = fields.filter_map(|field| match &field.entries {
        Entries::List { path, items } if path == list => Some((field, items)),
        _ => None,
    });
    let (field, items) = lists.next()?;
    let last = items.len().checked_sub(1);
    let button = |action: &str, item: &Item| [action, "-", &item.path].concat();
    let id = match (edit, number, last) {
        (Edit::Add { .. }, ..) => items.last()?.zh.name.clone(),
        (Edit::Move { up: true, .. }, Some(number), _) => {
            let now = number.saturating_sub(1);
            let action = if now == 0 { "move-down" } else { "move-up" };
            button(action, items.get(now)?)
        }
        (Edit::Move { .. }, Some(number), Some(last)) => {
            let now = (number + 1).min(last);
            let action = if now == last { "move-up" } else { "move-down" };
            button(action, items.get(now)?)
        }
        (_, Some(number), Some(last)) if can_remove(field, items.len()) => {
            button("remove", items.get(number.min(last))?)
        }
        _ => ["add-", list].concat(),
    };
    Some(id.into())
}
