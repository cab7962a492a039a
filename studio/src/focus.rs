//! The focus after a button of a form has added, moved or removed something: it goes to the new one, or to the same button where
//! the thing is now. After a removal it goes to the nearest one, and to no button there: a second press would remove that, too.

use studio_protocol::{Edit, Entries, Form, Group, Item, Kind};
use yew::prelude::*;

/// The id of the last sentences of the studio.
pub(crate) const NOTICES: &str = "notices";

/// The id of the button for an action on the list, table or text with this path.
pub(crate) fn button_id(action: &str, path: &str) -> String {
    [action, "-", path].concat()
}

/// The id of the part of a form that shows the table with this path.
pub(crate) fn part_id(path: &str) -> String {
    ["part-", path].concat()
}

/// The id of the heading of a part, which can get the focus.
pub(crate) fn heading_id(path: &str) -> String {
    [&part_id(path), "-title"].concat()
}

/// The id of the element that gets the focus after an edit, told by the form before it and the form now.
/// `None` where the edit changed no list.
pub(crate) fn focus_after(edit: &Edit, before: Option<&Form>, now: &Form) -> Option<AttrValue> {
    let list = match edit {
        Edit::Add { list, .. } => list,
        Edit::Move { path, .. } | Edit::Remove { path } => path.rsplit_once('.')?.0,
        Edit::Set { .. } | Edit::Clear { .. } => return None,
    };
    let before = before.map_or_else(Vec::new, |form| listed(form, list));
    let now = listed(now, list);
    let last = now.len().checked_sub(1);
    let number = match edit {
        Edit::Add { id: Some(id), .. } => position(&now, &[list, ".", id].concat()),
        Edit::Move { path, up: true } => position(&before, path).map(|it| it.saturating_sub(1)),
        Edit::Move { path, up: false } => position(&before, path).map(|it| it + 1),
        Edit::Remove { path } => position(&before, path),
        Edit::Add { id: None, .. } | Edit::Set { .. } | Edit::Clear { .. } => last,
    };
    let entry = number
        .zip(last)
        .and_then(|(it, last)| now.get(it.min(last)));
    let up = |it: &Listed<'_>| it.can_move_up.then(|| button_id("move-up", it.path));
    let down = |it: &Listed<'_>| it.can_move_down.then(|| button_id("move-down", it.path));
    let id = entry.and_then(|it| match edit {
        Edit::Move { up: true, .. } => up(it).or_else(|| down(it)),
        Edit::Move { up: false, .. } => down(it).or_else(|| up(it)),
        Edit::Remove { .. } => Some(it.beginning.clone()),
        Edit::Add { .. } | Edit::Set { .. } | Edit::Clear { .. } => it.field.map(str::to_owned),
    });
    Some(id.unwrap_or_else(|| button_id("add", list)).into())
}

/// One entry of a list: a table, or a text in both languages.
struct Listed<'a> {
    path: &'a str,
    /// The name of its first field; none where nothing can be filled in.
    field: Option<&'a str>,
    /// The id of its heading, or of its field where it has none.
    beginning: String,
    can_move_up: bool,
    can_move_down: bool,
}

/// The entries of a list in their order.
fn listed<'a>(form: &'a Form, list: &str) -> Vec<Listed<'a>> {
    let fields = form.groups.iter().flat_map(|group| &group.fields);
    let mut texts = fields.filter_map(|field| match &field.entries {
        Entries::List { path, items } if path == list => Some(items),
        _ => None,
    });
    if let Some(items) = texts.next() {
        let entry = |(number, item): (usize, &'a Item)| Listed {
            path: &item.path,
            field: Some(&item.zh.name),
            beginning: item.zh.name.clone(),
            can_move_up: number > 0,
            can_move_down: number + 1 < items.len(),
        };
        return items.iter().enumerate().map(entry).collect();
    }
    let is_listed = |path: &str| path.rsplit_once('.').is_some_and(|(of, _)| of == list);
    let tables = form.groups.iter().filter(|group| is_listed(&group.path));
    let entry = |group: &'a Group| Listed {
        path: &group.path,
        field: first_field(group),
        beginning: heading_id(&group.path),
        can_move_up: group.can_move_up,
        can_move_down: group.can_move_down,
    };
    tables.map(entry).collect()
}

/// The name of the first field of a table that somebody can fill in.
fn first_field(group: &Group) -> Option<&str> {
    let mut fields = group.fields.iter().filter(|it| it.kind != Kind::Fixed);
    fields.find_map(|field| Some(&*field.entries.all().first()?.name))
}

fn position(list: &[Listed<'_>], path: &str) -> Option<usize> {
    list.iter().position(|it| it.path == path)
}

#[cfg(test)]
mod tests {
    use studio_protocol::{Entry, Field, Words};

    use super::*;

    fn entry(path: &str) -> Entry {
        Entry {
            name: ["guide:", path].concat(),
            value: None,
            line: 1,
            column: 1,
        }
    }

    fn field(kind: Kind, entries: Entries) -> Field {
        Field {
            label: Words::default(),
            help: Words::default(),
            kind,
            is_required: false,
            entries,
        }
    }

    /// A form with so many texts in the list `node.a.ready`.
    fn texts(count: usize) -> Form {
        let item = |number: usize| {
            let path = format!("node.a.ready.{number}");
            Item {
                zh: entry(&[&path, ".zh"].concat()),
                en: entry(&[&path, ".en"].concat()),
                path,
            }
        };
        let entries = Entries::List {
            path: "node.a.ready".to_owned(),
            items: (0..count).map(item).collect(),
        };
        let group = Group {
            fields: vec![field(Kind::Text, entries)],
            ..Group::default()
        };
        Form {
            groups: vec![group],
            ..Form::default()
        }
    }

    /// A form with a table for each of these names in the list `node`; the first one stays where it is.
    fn tables(names: &[&str]) -> Form {
        let table = |(number, name): (usize, &&str)| {
            let path = ["node.", name].concat();
            let one = |key: &str| Entries::One(entry(&[&path, ".", key].concat()));
            Group {
                fields: vec![
                    field(Kind::Fixed, one("id")),
                    field(Kind::Text, one("title")),
                ],
                can_move_up: number > 1,
                can_move_down: number > 0 && number + 1 < names.len(),
                path,
                ..Group::default()
            }
        };
        Form {
            groups: names.iter().enumerate().map(table).collect(),
            ..Form::default()
        }
    }

    #[track_caller]
    fn check(edit: &Edit, before: &Form, now: &Form, expect: &str) {
        let found = focus_after(edit, Some(before), now);
        assert_eq!(found.as_deref(), Some(expect));
    }

    fn add(list: &str, id: Option<&str>) -> Edit {
        Edit::Add {
            list: list.to_owned(),
            id: id.map(str::to_owned),
            after: None,
        }
    }

    fn remove(path: &str) -> Edit {
        let path = path.to_owned();
        Edit::Remove { path }
    }

    fn shift(path: &str, up: bool) -> Edit {
        let path = path.to_owned();
        Edit::Move { path, up }
    }

    #[test]
    fn the_focus_follows_a_text_of_a_list() {
        let check = |edit: Edit, before: usize, now: usize, expect: &str| {
            check(&edit, &texts(before), &texts(now), expect);
        };
        let path = |number: u32| format!("node.a.ready.{number}");
        let remove = |number| remove(&path(number));
        let shift = |number, up| shift(&path(number), up);
        let add = add("node.a.ready", None);
        check(add.clone(), 1, 2, "guide:node.a.ready.1.zh");
        check(add, 0, 1, "guide:node.a.ready.0.zh");
        check(remove(0), 3, 2, "guide:node.a.ready.0.zh");
        check(remove(2), 3, 2, "guide:node.a.ready.1.zh");
        check(remove(0), 1, 0, "add-node.a.ready");
        check(shift(1, false), 4, 4, "move-down-node.a.ready.2");
        // At an end there is no way on, but one back.
        check(shift(1, true), 3, 3, "move-down-node.a.ready.0");
        check(shift(1, false), 3, 3, "move-up-node.a.ready.2");
    }

    #[test]
    fn the_focus_follows_a_table() {
        let check = |edit: Edit, before: &[&str], now: &[&str], expect: &str| {
            check(&edit, &tables(before), &tables(now), expect);
        };
        // The id stays as it was given, so that the next field is filled in first.
        let new = add("node", Some("c"));
        check(new, &["a", "b"], &["a", "c", "b"], "guide:node.c.title");
        // Tables without ids are told by their numbers.
        let new = add("node", None);
        check(new, &["0"], &["0", "1"], "guide:node.1.title");
        let (three, two) = (["a", "b", "c"], ["a", "c", "b"]);
        check(shift("node.b", false), &three, &two, "move-up-node.b");
        check(shift("node.c", true), &three, &two, "move-down-node.c");
        let numbers = ["0", "1", "2", "3"];
        let moved = "move-down-node.2";
        check(shift("node.1", false), &numbers, &numbers, moved);
        // The next one takes its place, or the one before it where none follows.
        check(remove("node.b"), &three, &["a", "c"], "part-node.c-title");
        check(remove("node.c"), &three, &["a", "b"], "part-node.b-title");
        check(remove("node.b"), &["b"], &[], "add-node");
    }

    #[test]
    fn the_focus_stays_where_a_field_was_edited() {
        let path = "node.a.title".to_owned();
        let edit = Edit::Clear { path };
        assert_eq!(focus_after(&edit, None, &tables(&["a"])), None);
    }
}
