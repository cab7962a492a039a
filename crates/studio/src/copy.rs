//! Starts from a copy: makes the content that of another school, and finds what still speaks of the school before.
//!
//! The shared sign-in stays. Rules stay too, but nobody has confirmed them for the other school.

use authoring::FileKind;
use hours::Date;
use studio_protocol::{Edit, File, Left, School, Words};
use toml_spanner::{Arena, Item};

use crate::place::{self, Found};
use crate::{checked, forms, schema, splice};

/// How a rule or a category says that nobody has confirmed it.
const NEVER: &str = "never";

/// How many lines are listed; content of a school has some thirty, and nobody reads more than this.
const MOST_LEFT: usize = 300;

/// The content for another school, made on the day `today`.
///
/// # Errors
/// The name that is missing, or the file that cannot be read.
pub(crate) fn start(files: &[File], school: &School, today: Date) -> Result<Vec<File>, Words> {
    let former = owner(files).ok_or_else(no_guide)?;
    if school.name.zh.trim().is_empty() || school.name.en.trim().is_empty() {
        return Err(no_name());
    }
    if school.name == former {
        return Err(same_name(&former));
    }
    if !school.address.is_empty() && !school.address.starts_with("https://") {
        return Err(no_address());
    }
    let copies = files.iter().map(|file| {
        let edits = match schema::kind(&file.name, "") {
            FileKind::Guide => of_school(school, files),
            FileKind::RuleSet => vec![set("verified", NEVER)],
            FileKind::Categories => unconfirmed(file),
            // The holidays are the country's, the platforms everybody's.
            FileKind::Calendar => Vec::new(),
        };
        let text = splice::splice(&file.name, &file.text, &edits, today).map_err(|why| Words {
            zh: [&file.name, "：", &why.zh].concat(),
            en: [&file.name, ": ", &why.en].concat(),
        })?;
        Ok(File {
            name: file.name.clone(),
            text,
        })
    });
    copies.collect()
}

fn set(path: &str, value: &str) -> Edit {
    Edit::Set {
        path: path.to_owned(),
        value: value.to_owned(),
    }
}

fn of_school(school: &School, files: &[File]) -> Vec<Edit> {
    let both = |path: &str, words: &Words| {
        [
            set(&[path, ".zh"].concat(), words.zh.trim()),
            set(&[path, ".en"].concat(), words.en.trim()),
        ]
    };
    let mut edits = Vec::from(both("site.owner", &school.name));
    edits.push(match school.address.trim() {
        // The address of the school before must not stay in links that readers copy.
        "" => Edit::Clear {
            path: "site.address".to_owned(),
        },
        address => set("site.address", address),
    });
    for contact in &school.contacts {
        let is_as_it_was = [("name", &contact.name), ("body", &contact.body)]
            .into_iter()
            .all(|(key, words)| {
                pair(files, &forms::join(&contact.path, key)).as_ref() == Some(words)
            });
        if !is_as_it_was {
            // Nobody has looked at the new one on the day of the old one.
            edits.push(Edit::Clear {
                path: forms::join(&contact.path, "seen"),
            });
        }
        edits.extend(both(&[&contact.path, ".name"].concat(), &contact.name));
        edits.extend(both(&[&contact.path, ".body"].concat(), &contact.body));
    }
    edits
}

/// Takes the days on which the school before confirmed its categories; what an authority's own page says stays.
fn unconfirmed(file: &File) -> Vec<Edit> {
    let (text, _) = place::without_mark(&file.text);
    let arena = Arena::new();
    let Some(root) = place::tables(text, &arena) else {
        // The edit is refused with a sentence about the file.
        return vec![set("format", "")];
    };
    let list = root.get("category").and_then(Item::as_array);
    let list = list.map(|list| list.as_slice()).unwrap_or_default();
    let dated = list.iter().zip(place::steps_of(list)).filter(|(item, _)| {
        let verified = item.as_table().and_then(|table| table.get("verified"));
        verified.is_some_and(|verified| verified.as_datetime().is_some())
    });
    dated
        .map(|(_, step)| set(&["category.", &step, ".verified"].concat(), NEVER))
        .collect()
}

/// The lines that still speak of the school before, where the content has another one now.
///
/// Nobody can know its nicknames: a line is found by the name in either language, by an address below `edu.tw` that is not
/// the new school's, and by words such as 「本校」, which mean another school now.
pub(crate) fn left(before: &[File], after: &[File]) -> Vec<Left> {
    let (Some(former), Some(now)) = (owner(before), owner(after)) else {
        return Vec::new();
    };
    let names: Vec<_> = [&former.zh, &former.en].map(|name| core(name)).into();
    let new_names = [&now.zh, &now.en].map(|name| folded(name));
    // A name that lives on in the new one is of the same school.
    let is_same = |name: &String| new_names.iter().any(|new| new.contains(name.as_str()));
    if names.iter().any(|name| name.is_empty() || is_same(name)) {
        return Vec::new();
    }
    let own_domain = guide_text(after, "site.address").and_then(|address| school_domain(&address));
    let mut left = Vec::new();
    for file in after {
        let (text, _) = place::without_mark(&file.text);
        let lines = (1_u32..).zip(text.lines()).filter(|(_, line)| {
            let line = folded(line);
            names.iter().any(|name| line.contains(name.as_str()))
                || OURS.iter().any(|word| line.contains(word))
                || school_domain(&line).is_some_and(|domain| Some(domain) != own_domain)
        });
        let mut lines = lines.peekable();
        if lines.peek().is_none() {
            continue;
        }
        let form = forms::fill(file).form;
        left.extend(lines.map(|(line, text)| Left {
            file: file.name.clone(),
            line,
            place: if text.trim_start().starts_with('#') {
                Words::default()
            } else {
                checked::human_place(&form, line, 1).0
            },
            text: text.trim().to_owned(),
        }));
    }
    left.truncate(MOST_LEFT);
    left
}

/// Words by which a text means the school that publishes it.
const OURS: [&str; 2] = ["本校", "the university's"];

/// A name without what many schools have in front.
fn core(name: &str) -> String {
    let name = folded(name.trim());
    let names = ["國立", "私立"].iter();
    let mut without = names.filter_map(|kind| name.strip_prefix(kind));
    without.next().unwrap_or(&name).to_owned()
}

/// A text in which letter case and the two ways to write 臺 make no difference.
fn folded(text: &str) -> String {
    text.to_lowercase().replace('台', "臺")
}

/// The domain of a school in a text, such as `example.edu.tw`; the first one.
fn school_domain(text: &str) -> Option<String> {
    const END: &str = ".edu.tw";
    let at = text.find(END)?;
    let before = text.get(..at)?;
    let own = before
        .rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .next()?;
    Some([own, END].concat())
}

/// The name of the school that the content is of.
fn owner(files: &[File]) -> Option<Words> {
    pair(files, "site.owner")
}

/// A text of the guide in both languages.
fn pair(files: &[File], path: &str) -> Option<Words> {
    Some(Words {
        zh: guide_text(files, &forms::join(path, "zh"))?,
        en: guide_text(files, &forms::join(path, "en"))?,
    })
}

/// A text of the guide.
fn guide_text(files: &[File], path: &str) -> Option<String> {
    let guide = files.iter().find(|file| file.name == "guide")?;
    let (text, _) = place::without_mark(&guide.text);
    let arena = Arena::new();
    let root = place::tables(text, &arena)?;
    let found = place::find(&root, path);
    let text = found.and_then(Found::item)?.as_str()?;
    Some(text.to_owned())
}

fn no_guide() -> Words {
    Words::new(
        "導引裡找不到學校名稱（[site] 的 owner），無法開始。請先依檢查結果改好。",
        "The guide has no name of a school (owner of [site]) to start from. Mend it first, as the findings say.",
    )
}

fn no_name() -> Words {
    Words::new(
        "請填寫學校的中文名稱和英文名稱。",
        "Fill in the name of the school in Chinese and in English.",
    )
}

fn same_name(name: &Words) -> Words {
    Words::new(
        format!("內容已經是「{}」的，請填另一所學校的名稱。", name.zh),
        format!(
            "The content is already that of “{}”; fill in the name of another school.",
            name.en
        ),
    )
}

fn no_address() -> Words {
    Words::new(
        "網址請寫完整，以 https:// 開頭；還沒有網址就留空。",
        "Write the whole address, beginning with https://, or leave it empty while there is none.",
    )
}
