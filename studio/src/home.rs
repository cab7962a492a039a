//! The first screen: what needs a look this year.

use std::rc::Rc;

use studio_protocol::{Calendar, Checked, Dated, Edit, Left, Rule, State};
use yew::prelude::*;

use crate::browser;
use crate::copy::{LeftOver, StartCopy};
use crate::core::Core;
use crate::state::{Action, Files, Place};
use crate::words::{said, say};

/// How many days before its end the calendar needs a look.
const CALENDAR_SOON: i32 = 180;

/// The matters that need a look this year.
#[component]
pub(crate) fn Home(props: &HomeProps) -> Html {
    let Some(checked) = &props.checked else {
        return Html::default();
    };
    let facts = &checked.facts;
    let year = year_of(&facts.today);
    let old: Vec<_> = facts.dated.iter().filter(|dated| dated.is_old).collect();
    html! {
        <section class="home" aria-labelledby="home-title">
            <h2 class="studio__title" id="home-title">
                { say(
                    &format!("{} 年度要看的事", year.saturating_sub(1911)),
                    &format!("What needs a look in {year}"),
                ) }
            </h2>
            <LeftOver left={props.left.clone()} on_action={props.on_action.clone()} />
            <h3>{ say("規定是否適用於今年", "Do the rules hold this year?") }</h3>
            <ul class="home__rules">
                { for facts.rules.iter().map(|rule| html! {
                    <RuleCard
                        key={rule.file.clone()}
                        rule={rule.clone()}
                        today={AttrValue::from(facts.today.clone())}
                        is_busy={props.is_busy}
                        on_action={props.on_action.clone()}
                    />
                }) }
            </ul>
            <h3>{ say("一年以上沒有更新的資料", "Facts older than a year") }</h3>
            if old.is_empty() {
                <p class="home__fine">{ say("沒有。", "None.") }</p>
            } else {
                <ul class="home__facts">
                    { for old.into_iter().map(|dated| fact(dated, &props.on_action)) }
                </ul>
            }
            <h3>{ say("行事曆", "Calendar") }</h3>
            { for facts.calendar.iter().map(|calendar| calendar_line(calendar, &props.on_action)) }
            <h3>{ say("怎麼做", "How it works") }</h3>
            <ol class="home__how">
                <li>{ say(
                    "從左邊選一個檔案，在表單或文字裡修改；中文和英文請一起改。",
                    "Choose a file at the left and change it in the form or in the text; change both languages.",
                ) }</li>
                <li>{ say(
                    "檢查結果和預覽會立刻更新；按一則結果就會到那一行。",
                    "Findings and preview follow at once; a press on a finding leads to its line.",
                ) }</li>
                <li>{ say(
                    "沒有錯誤時，下載網頁並上傳。所有內容只在您的瀏覽器裡，不會送出或儲存；離開前請先下載。",
                    "Without errors, download the pages and upload them. Everything stays in your browser; nothing is sent or kept, so download before you leave.",
                ) }</li>
            </ol>
            <StartCopy
                core={props.core.clone()}
                files={props.files.clone()}
                revision={props.revision}
                checked={checked.clone()}
                is_busy={props.is_busy}
                on_action={props.on_action.clone()}
            />
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct HomeProps {
    pub(crate) core: Core,
    pub(crate) files: Files,
    pub(crate) revision: u32,
    pub(crate) checked: Option<Rc<Checked>>,
    /// The lines that still speak of the school whose content was copied.
    pub(crate) left: Rc<Vec<Left>>,
    pub(crate) is_busy: bool,
    pub(crate) on_action: Callback<Action>,
}

/// The Western year of a day such as `2026-11-29`.
fn year_of(day: &str) -> u32 {
    let year = day.split('-').next();
    year.and_then(|year| year.parse().ok()).unwrap_or_default()
}

/// A rule set: how it stands, and the two presses that confirm it.
#[component]
fn RuleCard(props: &RuleCardProps) -> Html {
    let rule = &props.rule;
    let day = use_state(|| None::<AttrValue>);
    let id = ["confirm-", &rule.file.replace('/', "-")].concat();
    let ask_id = ["ask-", &id].concat();
    // A rule that was confirmed just now, or undone, asks no more.
    {
        let (day, confirmed) = (day.clone(), rule.confirmed_on.clone());
        use_effect_with(confirmed, move |_| day.set(None));
    }
    // The focus goes to the day that is asked for, and back to the button that asks.
    {
        let was_asking = use_mut_ref(|| false);
        let (id, ask_id) = (id.clone(), ask_id.clone());
        use_effect_with(day.is_some(), move |is_asking| {
            if was_asking.replace(*is_asking) != *is_asking {
                browser::focus_on(if *is_asking { &id } else { &ask_id });
            }
        });
    }
    let ask = {
        let (day, today) = (day.clone(), props.today.clone());
        Callback::from(move |_: MouseEvent| day.set(Some(today.clone())))
    };
    let cancel = {
        let day = day.clone();
        Callback::from(move |_: MouseEvent| day.set(None))
    };
    let typed = {
        let day = day.clone();
        Callback::from(move |event: InputEvent| day.set(Some(browser::typed_text(&event))))
    };
    let accept = {
        let (day, file) = (day.clone(), AttrValue::from(rule.file.clone()));
        let confirmed = rule.confirmed_on.clone();
        props.on_action.reform(move |_: MouseEvent| {
            let value = (*day).clone().unwrap_or_default().trim().to_owned();
            // The day that stands there already changes nothing, so nothing else would end the question.
            if confirmed.as_ref() == Some(&value) {
                day.set(None);
            }
            let path = "verified".to_owned();
            Action::FormPressed(file.clone(), Edit::Set { path, value })
        })
    };
    let open = {
        let place = Place::File(rule.file.clone().into());
        let on_action = props.on_action.clone();
        Callback::from(move |_: MouseEvent| on_action.emit(Action::PlaceChosen(place.clone())))
    };
    let is_in_use = matches!(rule.state, State::Confirmed | State::Unconfirmed);
    let needs_a_look = rule.state == State::Unconfirmed || rule.is_of_earlier_year;
    let minguo = year_of(&props.today).saturating_sub(1911);
    html! {
        <li class={classes!("rule", (is_in_use && needs_a_look).then_some("rule--open"))} data-rule={rule.file.clone()} data-state={state_name(rule.state)}>
            <div class="rule__text">
                <p class="rule__title">{ said(&rule.title) }</p>
                <p class="rule__state">{ state(rule) }</p>
                <p class="rule__facts">{ validity(rule) }</p>
            </div>
            <div class="buttons rule__buttons">
                if is_in_use {
                    if let Some(day) = &*day {
                        <label class="field__label" for={id.clone()}>{ say("確認日期", "Confirmed on") }</label>
                        <input
                            {id}
                            class="field__input rule__day"
                            name="confirm-date"
                            autocomplete="off"
                            value={day.clone()}
                            oninput={typed}
                        />
                        <button
                            type="button"
                            class="button button--main button--small"
                            data-action="accept-confirm"
                            disabled={props.is_busy}
                            onclick={accept}
                        >
                            { say("確認", "Confirm") }
                        </button>
                        <button type="button" class="button button--text button--small" data-action="cancel-confirm" onclick={cancel}>
                            { say("取消", "Cancel") }
                        </button>
                    } else {
                        <button
                            type="button"
                            id={ask_id}
                            class={classes!("button", "button--small", needs_a_look.then_some("button--line"))}
                            data-action={["confirm-", &rule.file].concat()}
                            onclick={ask}
                        >
                            if needs_a_look {
                                { say(&format!("確認適用於 {minguo} 年度"), "Confirm for this year") }
                            } else {
                                { say("重新確認", "Confirm again") }
                            }
                        </button>
                    }
                }
                <button
                    type="button"
                    class="button button--text button--small"
                    data-action={["open-", &rule.file].concat()}
                    onclick={open}
                >
                    { say("看內容", "Look at it") }
                </button>
            </div>
        </li>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RuleCardProps {
    rule: Rule,
    today: AttrValue,
    is_busy: bool,
    on_action: Callback<Action>,
}

fn state_name(state: State) -> &'static str {
    match state {
        State::Confirmed => "confirmed",
        State::Unconfirmed => "unconfirmed",
        State::History => "history",
        State::Off => "off",
    }
}

fn state(rule: &Rule) -> Html {
    let day = rule.confirmed_on.as_deref().unwrap_or_default();
    match rule.state {
        State::Confirmed if rule.is_of_earlier_year => say(
            &format!("{day} 確認，今年尚未確認"),
            &format!("Confirmed on {day}, not yet for this year"),
        ),
        State::Confirmed => say(&format!("✓ {day} 確認適用"), &format!("Confirmed on {day}")),
        State::Unconfirmed => say("採用中，尚未確認", "In use, not confirmed"),
        State::History => say("舊規定，僅供讀者試算", "History, to try only"),
        State::Off => say("停用", "Switched off"),
    }
}

/// From when until when it is valid, and of what day its source is.
fn validity(rule: &Rule) -> Html {
    let valid = match (rule.valid_from.as_deref(), rule.valid_to.as_deref()) {
        (Some(from), Some(to)) => Some(say(
            &format!("適用期間 {from} 至 {to}"),
            &format!("valid from {from} to {to}"),
        )),
        (Some(from), None) => Some(say(
            &format!("{from} 起適用"),
            &format!("valid from {from} on"),
        )),
        (None, Some(to)) => Some(say(&format!("適用至 {to}"), &format!("valid until {to}"))),
        (None, None) => None,
    };
    let source = rule.source_date.as_deref();
    html! {
        <>
            if let Some(valid) = valid {
                { valid }{ "； " }
            }
            if let Some(day) = source {
                { say(&format!("出處日期 {day}"), &format!("source of {day}")) }
            } else {
                { say("出處日期未查得", "date of the source unknown") }
            }
        </>
    }
}

fn fact(dated: &Dated, on_action: &Callback<Action>) -> Html {
    let Dated {
        field, title, date, ..
    } = dated;
    html! {
        <li>
            { to_field(field, said(title), on_action) }
            <span class="home__day">{ date.clone() }</span>
        </li>
    }
}

fn calendar_line(calendar: &Calendar, on_action: &Callback<Action>) -> Html {
    let Calendar {
        covers_until: day,
        days_left,
    } = calendar;
    let words = if *days_left < 0 {
        say(
            &format!("已於 {day} 用完，請補上新的放假日。"),
            &format!("It ended on {day}; add the new holidays."),
        )
    } else if *days_left < CALENDAR_SOON {
        say(
            &format!("到 {day} 為止，還有 {days_left} 天，請補上下一年的放假日。"),
            &format!("It ends on {day}, in {days_left} days; add next year's holidays."),
        )
    } else {
        say(
            &format!("到 {day} 為止。"),
            &format!("It covers the days until {day}."),
        )
    };
    html! {
        <p class={(*days_left < CALENDAR_SOON).then_some("home__due")}>
            { words }{ " " }
            { to_field("calendar:covers-until", say("看行事曆", "Look at the calendar"), on_action) }
        </p>
    }
}

/// A link to a field of a form.
fn to_field(field: &str, words: Html, on_action: &Callback<Action>) -> Html {
    let field = AttrValue::from(field.to_owned());
    let onclick = on_action.reform(move |_: MouseEvent| Action::FieldAskedFor(field.clone()));
    html! {
        <button type="button" class="link" {onclick}>{ words }</button>
    }
}
