//! The content as the studio shows it: findings with their places, the matters that need a look this year, and the forms.

use authoring::{Code, FileKind, sentence};
use guide::Lang;
use hours::{Age, Date, western};
use studio_protocol::{
    Calendar, Checked, Dated, Entries, Entry, Facts, File, Finding, Form, Rule, Severity, State,
    Words,
};
use toml_spanner::{Arena, Item, Table, parse_recoverable};

use crate::forms::{self, Filled};
use crate::{content, place, schema};

/// Checks the content as on the day `today`.
pub(crate) fn check(files: &[File], today: Date) -> Checked {
    let (draft, found) = content::draft(files, today);
    let filled: Vec<Filled> = files.iter().map(forms::fill).collect();
    let mut findings: Vec<_> = found
        .iter()
        .map(|finding| shown(finding, files, &filled))
        .collect();
    // As they were found within a file: guide first, then the rules, by line.
    findings.sort_by_key(|finding| finding.severity == Severity::Warning);
    let nodes = filled.iter().find(|it| it.form.file == "guide");
    Checked {
        findings,
        can_be_shown: draft.is_some(),
        facts: facts(files, today),
        nodes: nodes.map(|it| it.nodes.clone()).unwrap_or_default(),
        forms: filled
            .into_iter()
            .map(|it| {
                if it.is_whole {
                    it.form
                } else {
                    Form {
                        groups: Vec::new(),
                        growths: Vec::new(),
                        ..it.form
                    }
                }
            })
            .collect(),
    }
}

fn shown(finding: &authoring::Finding, files: &[File], filled: &[Filled]) -> Finding {
    let name = content::name(&finding.file);
    let number = files.iter().position(|file| file.name == name);
    let form = number.and_then(|number| filled.get(number));
    let text = number.and_then(|number| files.get(number));
    let text = text.map(|file| place::without_mark(&file.text).0);
    let line = small(finding.line);
    let column = small(finding.column);
    let (place, field) =
        form.map_or_else(Default::default, |it| human_place(&it.form, line, column));
    Finding {
        code: code(finding.code),
        severity: match finding.severity {
            authoring::Severity::Error => Severity::Error,
            authoring::Severity::Warning => Severity::Warning,
        },
        file: name.to_owned(),
        line,
        column,
        offset: text.map_or(0, |text| offset(text, finding.line, finding.column)),
        place,
        field,
        message: Words {
            zh: sentence(finding, Lang::ZhHant),
            en: sentence(finding, Lang::En),
        },
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The name of a code as the page's attributes have it, such as `missing-english`.
fn code(code: Code) -> String {
    let name = format!("{code:?}");
    let name = name.split('(').next().unwrap_or_default();
    let mut kebab = String::with_capacity(name.len() + 4);
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !kebab.is_empty() {
            kebab.push('-');
        }
        kebab.push(letter.to_ascii_lowercase());
    }
    kebab
}

/// A place in UTF-16 code units, as a text area counts: its lines end in LF.
fn offset(text: &str, line: usize, column: usize) -> u32 {
    let mut units = 0;
    for (number, text) in text.split('\n').enumerate() {
        let own = text.strip_suffix('\r').unwrap_or(text);
        if number + 1 == line {
            let before = own.chars().take(column.saturating_sub(1));
            units += before.map(char::len_utf16).sum::<usize>();
            break;
        }
        units += own.encode_utf16().count() + 1;
    }
    small(units)
}

/// The table and the field at a place, or the nearest above it.
pub(crate) fn human_place(form: &Form, line: u32, column: u32) -> (Words, Option<String>) {
    let group = form
        .groups
        .iter()
        .filter(|group| group.line <= line)
        .max_by_key(|group| group.line);
    let Some(group) = group else {
        return (form.title.clone(), None);
    };
    let mut nearest: Option<(&Entry, Words)> = None;
    for field in &group.fields {
        for (entry, [zh, en]) in named(&field.entries) {
            // Of several on one line it is the last one that begins before the place.
            let is_before = entry.line == line && entry.column <= column;
            let is_nearer = nearest.as_ref().is_none_or(|(other, _)| {
                other.line < entry.line || other.line == entry.line && is_before
            });
            if entry.value.is_some() && entry.line <= line && is_nearer {
                let label = Words {
                    zh: [" › ", &field.label.zh, &*zh].concat(),
                    en: [" › ", &field.label.en, &*en].concat(),
                };
                nearest = Some((entry, label));
            }
        }
    }
    // At the header itself the table as a whole is meant.
    let at_header = group.line == line && !group.path.is_empty();
    let (field, label) = match nearest {
        Some((entry, label)) if !at_header => (Some(entry.name.clone()), label),
        _ => (None, Words::default()),
    };
    let place = Words {
        zh: [&group.title.zh, &*label.zh].concat(),
        en: [&group.title.en, &*label.en].concat(),
    };
    (place, field)
}

/// The values of a field, each with what follows the field's label to name it in both languages.
fn named(entries: &Entries) -> Vec<(&Entry, [String; 2])> {
    let both = |zh, en, number: &str| {
        [
            (zh, ["（中文）", " (Chinese)"]),
            (en, ["（英文）", " (English)"]),
        ]
        .map(|(entry, words)| (entry, words.map(|word| [number, word].concat())))
    };
    match entries {
        Entries::One(entry) => vec![(entry, Default::default())],
        Entries::Both { zh, en } => both(zh, en, "").to_vec(),
        Entries::List { items, .. } => {
            let items = (1..).zip(items);
            let items = items.flat_map(|(number, it)| both(&it.zh, &it.en, &format!(" {number}")));
            items.collect()
        }
    }
}

fn facts(files: &[File], today: Date) -> Facts {
    let mut facts = Facts {
        today: western(today),
        ..Facts::default()
    };
    let mut rules = Vec::new();
    for file in files {
        let (text, _) = place::without_mark(&file.text);
        let arena = Arena::new();
        let root = parse_recoverable(text, &arena).into_table();
        match schema::kind(&file.name, "") {
            FileKind::RuleSet => {
                let order = root.get("order").and_then(Item::as_i64).unwrap_or(0);
                rules.push((order, rule(&file.name, &root, today)));
            }
            FileKind::Categories => {
                let kind = ("category", "seen-on");
                let called = ["課程類別：", "Course category: "];
                let of = |table: &Table<'_>| state(table, false);
                let categories = dated(&file.name, &root, kind, called, of, today);
                facts.dated.extend(categories);
            }
            FileKind::Calendar => {
                facts.calendar = calendar(&root, today);
                let kind = ("platform", "seen");
                let called = ["學習平臺：", "Learning platform: "];
                let platforms = dated(&file.name, &root, kind, called, is_seen, today);
                facts.dated.extend(platforms);
            }
            FileKind::Guide => {
                let kind = ("contact", "seen");
                let called = ["聯絡窗口：", "Contact: "];
                let contacts = dated(&file.name, &root, kind, called, is_seen, today);
                facts.dated.extend(contacts);
            }
        }
    }
    rules.sort_by_key(|(order, _)| *order);
    facts.rules = rules.into_iter().map(|(_, rule)| rule).collect();
    facts
}

fn rule(file: &str, root: &Table<'_>, today: Date) -> Rule {
    let confirmed = date(root, "verified");
    Rule {
        file: file.to_owned(),
        title: forms::name(root),
        state: state(root, true),
        is_of_earlier_year: confirmed.is_some_and(|day| day.year < today.year),
        confirmed_on: confirmed.map(western),
        source_date: date(root, "source-date").map(western),
        valid_from: date(root, "valid-from").map(western),
        valid_to: date(root, "valid-to").map(western),
    }
}

/// How a rule set or a category stands; `usual` is whether one that does not say so is in use.
fn state(table: &Table<'_>, usual: bool) -> State {
    let switch = |key: &str| table.get(key).and_then(Item::as_bool);
    let is_of_source = table.get("verified").and_then(Item::as_str) == Some("source");
    if switch("history").unwrap_or(false) {
        State::History
    } else if !switch("enabled").unwrap_or(usual) {
        State::Off
    } else if is_of_source || date(table, "verified").is_some() {
        State::Confirmed
    } else {
        State::Unconfirmed
    }
}

/// Contacts and platforms are not confirmed beside being seen.
fn is_seen(_: &Table<'_>) -> State {
    State::Confirmed
}

/// The tables of a kind that say under `key` when they were seen; `called` stands before their names.
fn dated(
    file: &str,
    root: &Table<'_>,
    (kind, key): (&str, &str),
    called: [&str; 2],
    state: fn(&Table<'_>) -> State,
    today: Date,
) -> Vec<Dated> {
    let [zh, en] = called;
    let list = root.get(kind).and_then(Item::as_array);
    let list = list.map(|list| list.as_slice()).unwrap_or_default();
    let steps = place::steps_of(list);
    let dated = list.iter().zip(steps).filter_map(|(item, step)| {
        let table = item.as_table()?;
        let day = date(table, key)?;
        let name = forms::name(table);
        Some(Dated {
            field: format!("{file}:{kind}.{step}.{key}"),
            title: Words {
                zh: [zh, &name.zh].concat(),
                en: [en, &name.en].concat(),
            },
            date: western(day),
            is_old: Age::of(day, None, today) == Age::OverAYear,
            state: state(table),
        })
    });
    dated.collect()
}

fn calendar(root: &Table<'_>, today: Date) -> Option<Calendar> {
    let end = date(root, "covers-until")?;
    Some(Calendar {
        covers_until: western(end),
        days_left: i32::try_from(days(end) - days(today)).unwrap_or(i32::MAX),
    })
}

fn date(table: &Table<'_>, key: &str) -> Option<Date> {
    let day = table.get(key)?.as_datetime()?.date()?;
    Date::new(day.year.into(), day.month.into(), day.day.into()).ok()
}

/// Days since some day long ago, by counting March as the first month.
fn days(date: Date) -> i64 {
    let (year, month) = (i64::from(date.year), i64::from(date.month));
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + i64::from(date.day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_leap_years() {
        let day = |y, m, d| days(Date::new(y, m, d).expect("a day"));
        assert_eq!(day(2027, 1, 1) - day(2026, 12, 31), 1);
        assert_eq!(day(2028, 3, 1) - day(2028, 2, 28), 2);
        assert_eq!(day(2100, 3, 1) - day(2100, 2, 28), 1);
        assert_eq!(day(2027, 12, 31) - day(2026, 11, 29), 397);
    }

    #[test]
    fn a_place_is_counted_as_a_text_area_does() {
        assert_eq!(offset("甲\r\n𠮷x", 2, 2), 4);
        assert_eq!(offset("ab", 1, 1), 0);
        assert_eq!(offset("a\n", 2, 1), 2);
    }

    #[test]
    fn codes_are_named_as_attributes_are() {
        assert_eq!(code(Code::MissingEnglish), "missing-english");
        assert_eq!(
            code(Code::NotAValue(authoring::Expected::Hours)),
            "not-a-value"
        );
    }
}
