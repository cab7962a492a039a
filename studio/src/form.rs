//! The form of a file, as the core describes it: a part for each table, Chinese and English side by side.

use std::rc::Rc;

use studio_protocol::{
    Checked, Edit, Entries, Entry, Field, Form, Group, Growth, Kind, NodeName, Words,
};
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::browser;
use crate::focus::{button_id, heading_id, part_id};
use crate::lists::list;
use crate::state::{Action, Spot, Values};
use crate::words::{plain, said, say};

/// The form of a file.
#[component]
pub(crate) fn FileForm(props: &FileFormProps) -> Html {
    let FileFormProps {
        name,
        checked,
        values,
        spot,
        on_action,
    } = props;
    // The first part that is shown: all are, unless there are very many.
    let first = use_state(|| 0_usize);
    {
        // A press on a finding leads to its part.
        let (first, checked, name) = (first.clone(), checked.clone(), name.clone());
        use_effect_with(spot.clone(), move |spot| {
            let form = checked.as_ref().and_then(|it| it.form(&name));
            if let Some((spot, form)) = spot.as_ref().zip(form) {
                let before = form.groups.iter().filter(|group| group.line <= spot.line);
                first.set(start_of_stretch(before.count()));
            }
        });
    }
    let go_to = {
        let first = first.clone();
        Callback::from(move |number: usize| first.set(start_of_stretch(number + 1)))
    };
    let nodes = use_memo(checked.clone(), |checked| {
        let nodes = checked.as_ref().map(|checked| checked.nodes.clone());
        nodes.unwrap_or_default()
    });
    // Once for each answer of the core: a key that is typed copies no group.
    let groups = use_memo((checked.clone(), name.clone()), |(checked, name)| {
        let form = checked.as_ref().and_then(|it| it.form(name));
        let groups = form.into_iter().flat_map(|form| &form.groups);
        groups.cloned().map(Rc::new).collect::<Vec<_>>()
    });
    let form = checked.as_ref().and_then(|it| it.form(name));
    let Some(form) = form.filter(|form| !form.groups.is_empty()) else {
        return html! {
            <section class="form" aria-labelledby="form-title">
                <h3 class="text__title" id="form-title">{ say("表單", "Form") }</h3>
                <p class="form__gone">
                    { say(
                        "這個檔案目前無法讀取，所以沒有表單。請依上方的檢查結果修正文字，表單就會回來。",
                        "This file cannot be read at the moment, so it has no form. Mend its text as the findings above say, and the form comes back.",
                    ) }
                </p>
            </section>
        };
    };
    let first = (*first).min(form.groups.len().saturating_sub(1));
    let shown = groups.iter().skip(first).take(MOST_PARTS);
    html! {
        <section class="form" aria-labelledby="form-title">
            <div class="form__head">
                <h3 class="text__title" id="form-title">{ say("表單", "Form") }</h3>
                { contents(form, &go_to) }
            </div>
            <div class="form__scroll">
                { for shown.map(|group| html! {
                    <Part
                        key={group.path.clone()}
                        file={name}
                        group={group.clone()}
                        rows={Rc::new(rows(values, group))}
                        nodes={nodes.clone()}
                        {on_action}
                    />
                }) }
                if form.groups.len() > MOST_PARTS {
                    <p class="part row__help">
                        { say(
                            "這個檔案很長，表單只顯示一段；其他部分請用「跳到」。",
                            "This file is long, and the form shows a stretch of it; “Go to” leads to the rest.",
                        ) }
                    </p>
                }
                <div class="form__growths">
                    { for form.growths.iter().map(|growth| html! {
                        <Grow
                            key={format!("{} {}", growth.list, growth.count)}
                            file={name}
                            growth={growth.clone()}
                            {on_action}
                        />
                    }) }
                </div>
            </div>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FileFormProps {
    pub(crate) name: AttrValue,
    pub(crate) checked: Option<Rc<Checked>>,
    pub(crate) values: Values,
    pub(crate) spot: Option<Spot>,
    pub(crate) on_action: Callback<Action>,
}

/// How many parts are shown at once; the shipped guide has about a hundred.
const MOST_PARTS: usize = 200;

/// Where the stretch of parts begins that shows the part with this number, from 1.
fn start_of_stretch(number: usize) -> usize {
    if number <= MOST_PARTS {
        0
    } else {
        number - MOST_PARTS / 2
    }
}

/// The parts of a long form, to jump to.
fn contents(form: &Form, go_to: &Callback<usize>) -> Html {
    let outer = form.groups.iter().filter(|group| group.depth == 0);
    let outer: Vec<_> = outer.collect();
    if outer.len() < 4 {
        return Html::default();
    }
    let ids: Vec<_> = form
        .groups
        .iter()
        .map(|group| part_id(&group.path))
        .collect();
    let go_to = go_to.clone();
    let onchange = Callback::from(move |event: Event| {
        let id = browser::typed_text(&event);
        if let Some(number) = ids.iter().position(|it| *it == *id) {
            go_to.emit(number);
        }
        // A part that was not shown comes with the next rendering.
        browser::later(move || browser::show_part(&id));
    });
    html! {
        <label class="form__jump">
            <span>{ say("跳到", "Go to") }</span>
            <select class="field__input" name="part" autocomplete="off" {onchange}>
                // Yew puts the last one in first, and the browser chooses what comes first.
                { for outer.into_iter().enumerate().map(|(number, group)| html! {
                    <option value={part_id(&group.path)} selected={number == 0}>{ plain(&group.title) }</option>
                }) }
            </select>
        </label>
    }
}

/// A field of a part as it is shown, or a list of texts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Row {
    Field(Line),
    List(Texts),
}

/// A list of texts as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Texts {
    pub(crate) field: Field,
    pub(crate) path: String,
    /// Each with its path.
    pub(crate) lines: Vec<(String, Line)>,
}

/// One field as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    pub(crate) label: Words,
    help: Words,
    kind: Kind,
    is_required: bool,
    /// The only value, or the Chinese one of two.
    first: Shown,
    english: Option<Shown>,
    /// Which language was changed where the other one was not.
    half: Option<Half>,
    is_changed: bool,
}

/// A value with what stands in its field now.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    entry: Entry,
    text: AttrValue,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Half {
    Chinese,
    English,
}

fn rows(values: &Values, group: &Group) -> Vec<Row> {
    let row = |field: &Field| match &field.entries {
        Entries::One(one) => Row::Field(line(values, field, one, None)),
        Entries::Both { zh, en } => Row::Field(line(values, field, zh, Some(en))),
        Entries::List { path, items } => {
            let lines = (1..).zip(items).map(|(number, item)| {
                let own = line(values, field, &item.zh, Some(&item.en));
                let label = Words::new(
                    format!("{} {number}", field.label.zh),
                    format!("{} {number}", field.label.en),
                );
                let own = Line {
                    label,
                    help: Words::default(),
                    is_required: true,
                    ..own
                };
                (item.path.clone(), own)
            });
            Row::List(Texts {
                field: field.clone(),
                path: path.clone(),
                lines: lines.collect(),
            })
        }
    };
    group.fields.iter().map(row).collect()
}

fn line(values: &Values, field: &Field, first: &Entry, english: Option<&Entry>) -> Line {
    let shown = |entry: &Entry| Shown {
        entry: entry.clone(),
        text: values.text_of(entry).to_owned().into(),
    };
    let is_changed = (
        values.is_changed(first),
        english.is_some_and(|entry| values.is_changed(entry)),
    );
    Line {
        label: field.label.clone(),
        help: field.help.clone(),
        kind: field.kind.clone(),
        is_required: field.is_required,
        first: shown(first),
        english: english.map(shown),
        half: match is_changed {
            (true, false) if english.is_some() => Some(Half::Chinese),
            (false, true) => Some(Half::English),
            _ => None,
        },
        is_changed: is_changed.0 || is_changed.1,
    }
}

/// One table of a file.
#[component]
fn Part(props: &PartProps) -> Html {
    let PartProps {
        file,
        group,
        rows,
        nodes,
        on_action,
    } = props;
    let press = |edit: Edit| {
        let file = file.clone();
        on_action.reform(move |_: MouseEvent| Action::FormPressed(file.clone(), edit.clone()))
    };
    let path = || group.path.clone();
    let tool = |action, sign, name, edit| {
        tool(action, sign, name, (&group.path, &group.title), press(edit))
    };
    let id = part_id(&group.path);
    let title_id = heading_id(&group.path);
    html! {
        <div {id} class="part" role="group" data-depth={group.depth.to_string()} aria-labelledby={title_id.clone()}>
            <div class="part__head">
                <h4 class="part__title" id={title_id} tabindex="-1">{ said(&group.title) }</h4>
                <div class="buttons">
                    if group.can_move_up {
                        { tool("move-up", "↑", "上移 Move up", Edit::Move { path: path(), up: true }) }
                    }
                    if group.can_move_down {
                        { tool("move-down", "↓", "下移 Move down", Edit::Move { path: path(), up: false }) }
                    }
                    if group.can_remove {
                        { tool("remove", "×", "移除 Remove", Edit::Remove { path: path() }) }
                    }
                </div>
            </div>
            { for rows.iter().map(|row| match row {
                Row::Field(line) => field(line, (nodes, on_action)),
                Row::List(texts) => list(texts, &press, |line| field(line, (nodes, on_action))),
            }) }
            if !group.growths.is_empty() {
                <div class="form__growths">
                    { for group.growths.iter().map(|growth| html! {
                        <Grow
                            key={format!("{} {}", growth.list, growth.count)}
                            {file}
                            growth={growth.clone()}
                            {on_action}
                        />
                    }) }
                </div>
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PartProps {
    file: AttrValue,
    group: Rc<Group>,
    rows: Rc<Vec<Row>>,
    nodes: Rc<Vec<NodeName>>,
    on_action: Callback<Action>,
}

/// A small button at a part or a text of a list, with its name for those who listen.
pub(crate) fn tool(
    action: &str,
    sign: &str,
    name: &str,
    (path, title): (&str, &Words),
    onclick: Callback<MouseEvent>,
) -> Html {
    let id = button_id(action, path);
    html! {
        <button
            type="button"
            id={id.clone()}
            class="button button--text button--small"
            data-action={id}
            title={name.to_owned()}
            aria-label={format!("{name}：{}", title.zh)}
            {onclick}
        >
            { sign.to_owned() }
        </button>
    }
}

fn field(line: &Line, context: (&[NodeName], &Callback<Action>)) -> Html {
    let Line {
        label,
        help,
        first,
        english,
        ..
    } = line;
    let class = classes!("row", line.is_changed.then_some("row--changed"));
    let help_id = [&first.entry.name, "-help"].concat();
    let has_help = !help.zh.is_empty();
    let described = has_help.then(|| help_id.clone());
    let inputs = match english {
        None => html! {
            <div class="row__inputs">
                { labelled(first, said(label), None, input(line, first, None, described, context)) }
            </div>
        },
        Some(english) => html! {
            <div class="row__inputs row__inputs--both">
                { labelled(first, html! { <><span class="zh">{ &label.zh }</span>{ "（中文）" }</> }, None,
                    input(line, first, Some("zh-Hant"), described.clone(), context)) }
                { labelled(english, html! { <><span>{ &label.en }</span>{ " (English)" }</> }, Some("en"),
                    input(line, english, Some("en"), described, context)) }
            </div>
        },
    };
    html! {
        <div {class}>
            { inputs }
            if has_help {
                <p class="row__help" id={help_id}>{ said(help) }</p>
            }
            if let Some(half) = line.half {
                <p class="row__half" data-part="half-changed">{ match half {
                    Half::Chinese => say("只改了中文，英文還沒改", "Only the Chinese was changed, not the English"),
                    Half::English => say("只改了英文，中文還沒改", "Only the English was changed, not the Chinese"),
                } }</p>
            }
        </div>
    }
}

fn labelled(shown: &Shown, label: Html, lang: Option<&'static str>, input: Html) -> Html {
    html! {
        <div class="row__input">
            <label class="field__label" for={shown.entry.name.clone()} {lang}>{ label }</label>
            { input }
        </div>
    }
}

/// The element in which a value is edited, by its kind.
fn input(
    line: &Line,
    Shown { entry, text }: &Shown,
    lang: Option<&'static str>,
    described: Option<String>,
    (nodes, on_action): (&[NodeName], &Callback<Action>),
) -> Html {
    let name = AttrValue::from(entry.name.clone());
    let id = name.clone();
    let is_optional = !line.is_required;
    let edit = {
        let name = name.clone();
        on_action.reform(move |text: AttrValue| Action::FieldEdited {
            name: name.clone(),
            text,
            is_optional,
        })
    };
    // A text of one line stays one, whatever is typed or pasted.
    let had_lines = entry.value.as_deref().is_some_and(|it| it.contains('\n'));
    let is_line = line.kind == Kind::Text && !had_lines;
    let oninput = edit.reform(move |event: InputEvent| {
        let text = browser::typed_text(&event);
        if is_line && text.contains('\n') {
            text.replace('\n', " ").into()
        } else {
            text
        }
    });
    let onchange = edit.reform(|event: Event| browser::typed_text(&event));
    let onfocus = {
        let (name, line) = (name.clone(), entry.line);
        on_action.reform(move |_: FocusEvent| Action::FieldFocused(name.clone(), line))
    };
    let onblur = on_action.reform(|_: FocusEvent| Action::FieldLeft);
    let area = |rows: usize| {
        let oninput = oninput.clone();
        let (id, name, described) = (id.clone(), name.clone(), described.clone());
        let (onfocus, onblur) = (onfocus.clone(), onblur.clone());
        html! {
            <textarea
                {id}
                {name}
                {lang}
                class="field__input"
                rows={rows.to_string()}
                autocomplete="off"
                aria-describedby={described}
                value={text.clone()}
                {oninput}
                {onfocus}
                {onblur}
            />
        }
    };
    let select = |choices: &[(String, Words)]| {
        let is_known = choices.iter().any(|(value, _)| **value == **text);
        let (id, name, described) = (id.clone(), name.clone(), described.clone());
        let (onchange, onfocus, onblur) = (onchange.clone(), onfocus.clone(), onblur.clone());
        html! {
            // The attribute of an option says what is chosen at first, the property what is chosen from then on.
            <select
                {id}
                {name}
                class="field__input"
                autocomplete="off"
                aria-describedby={described}
                ~value={JsValue::from_str(text)}
                {onchange}
                {onfocus}
                {onblur}
            >
                if is_optional {
                    <option value="" selected={text.is_empty()}>{ "—" }</option>
                }
                if !is_known && !text.is_empty() {
                    <option value={text.clone()} selected=true>{ text.clone() }</option>
                }
                { for choices.iter().map(|(value, words)| html! {
                    <option value={value.clone()} selected={**value == **text}>{ choice(value, words) }</option>
                }) }
            </select>
        }
    };
    match &line.kind {
        Kind::Markdown | Kind::Text => area(height(text, lang)),
        Kind::Words | Kind::Dates => area(text.lines().count().clamp(1, 12)),
        Kind::Bool(default) => {
            let checked = if text.is_empty() {
                *default
            } else {
                **text == *"true"
            };
            html! {
                <input {id} {name} type="checkbox" class="row__box" autocomplete="off" aria-describedby={described} {checked} {onchange} />
            }
        }
        Kind::Choice(choices) => select(choices),
        Kind::Node => {
            let nodes = nodes
                .iter()
                .map(|node| (node.id.clone(), node.title.clone()));
            select(&nodes.collect::<Vec<_>>())
        }
        Kind::Fixed => html! {
            <input {id} {name} class="field__input row__fixed" readonly=true autocomplete="off" aria-describedby={described} value={text.clone()} />
        },
        Kind::Link
        | Kind::Date
        | Kind::DateOr(_)
        | Kind::YearDay
        | Kind::Hours
        | Kind::Number
        | Kind::NumberOr(_) => {
            let class = classes!("field__input", is_short(&line.kind).then_some("row__short"));
            html! {
                <input
                    {id}
                    {name}
                    {lang}
                    {class}
                    autocomplete="off"
                    placeholder={placeholder(&line.kind)}
                    aria-describedby={described}
                    value={text.clone()}
                    {oninput}
                    {onfocus}
                    {onblur}
                />
            }
        }
    }
}

fn choice(value: &str, words: &Words) -> AttrValue {
    if words.zh.is_empty() {
        value.to_owned().into()
    } else {
        plain(words)
    }
}

fn is_short(kind: &Kind) -> bool {
    !matches!(kind, Kind::Link)
}

fn placeholder(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::Date | Kind::DateOr(_) => Some("2026-12-31"),
        Kind::YearDay => Some("12-31"),
        Kind::Link => Some("https://"),
        _ => None,
    }
}

/// How many rows a text takes: about as many letters fit into a row as the column is wide.
fn height(text: &str, lang: Option<&str>) -> usize {
    let per_row = if lang == Some("en") { 34 } else { 17 };
    let rows = text
        .split('\n')
        .map(|line| 1 + line.chars().count() / per_row);
    rows.sum::<usize>().clamp(1, 14)
}

/// Adds a table to a list, with a new id where it needs one; it begins anew, with an empty id, once the list has grown.
#[component]
fn Grow(props: &GrowProps) -> Html {
    let GrowProps {
        file,
        growth,
        on_action,
    } = props;
    let new_id = use_state(AttrValue::default);
    let oninput = {
        let new_id = new_id.clone();
        Callback::from(move |event: InputEvent| new_id.set(browser::typed_text(&event)))
    };
    let add = {
        let (file, list, new_id) = (file.clone(), growth.list.clone(), new_id.clone());
        let wants_id = growth.wants_id;
        let on_action = on_action.clone();
        Callback::from(move |_: MouseEvent| {
            let id = new_id.trim().to_owned();
            on_action.emit(Action::FormPressed(
                file.clone(),
                Edit::Add {
                    list: list.clone(),
                    id: wants_id.then_some(id),
                    after: None,
                },
            ));
        })
    };
    // The focus comes here by this id when the last of the list was removed; the button waits for an id.
    let id = button_id("add", &growth.list);
    let is_ready = !growth.wants_id || !new_id.trim().is_empty();
    html! {
        <div class="grow">
            if growth.wants_id {
                <label class="field__label" for={id.clone()}>{ say("新的代號（小寫英文、數字、連字號）", "New id (lower-case letters, digits, hyphens)") }</label>
                <input id={id.clone()} class="field__input row__short" name={["new-", &growth.list].concat()} autocomplete="off" value={(*new_id).clone()} {oninput} />
            }
            <button
                type="button"
                id={(!growth.wants_id).then(|| id.clone())}
                class="button button--small"
                data-action={id}
                disabled={!is_ready}
                onclick={add}
            >
                { say(&format!("新增{}", growth.title.zh), &format!("Add: {}", growth.title.en)) }
            </button>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct GrowProps {
    file: AttrValue,
    growth: Growth,
    on_action: Callback<Action>,
}
