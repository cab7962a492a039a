//! Reads files that were chosen or dropped: told by what they hold, never by their names alone.

use authoring::{Code, FileKind, Source};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hours::Date;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use studio_protocol::{File, Words};

use crate::archive::{self, Problem};
use crate::{export, place, schema};

/// The content of a file that was opened.
pub(crate) struct Opened {
    pub(crate) files: Vec<File>,
    /// Whether it is all of a content.
    pub(crate) is_whole: bool,
    /// Whether it is a page in one file, which a build made of its content.
    pub(crate) is_page: bool,
    pub(crate) notes: Vec<Words>,
}

/// No page of ours is larger, nor an archive of a site.
const MOST_BYTES: usize = 30 << 20;

/// The content of a school is a hundredth of this.
const MOST_CONTENT: usize = 8 << 20;

/// Reads a file.
///
/// # Errors
/// Why it cannot be taken, and which one to take instead.
pub(crate) fn open(name: &str, bytes: &[u8], today: Date) -> Result<Opened, Words> {
    if bytes.is_empty() {
        return Err(empty(name));
    }
    if bytes.len() > MOST_BYTES {
        return Err(too_large(name));
    }
    if bytes.starts_with(b"PK") {
        return zipped(name, bytes, today);
    }
    if is_picture_or_program(bytes) {
        return Err(foreign(name));
    }
    let Ok(text) = str::from_utf8(bytes) else {
        return Err(not_utf8(name));
    };
    let (inside, _) = place::without_mark(text);
    let begin = inside.trim_start();
    if begin.starts_with('[') && begin.contains("\"text\"") && !begin.starts_with("[[") {
        return whole(name, begin, today);
    }
    let is_html = |word: &str| {
        begin
            .get(..word.len())
            .is_some_and(|it| it.eq_ignore_ascii_case(word))
    };
    if is_html("<!doctype") || is_html("<html") {
        return page(name, inside, today);
    }
    if inside.len() > MOST_CONTENT {
        return Err(too_large(name));
    }
    let file = toml(name, text).ok_or_else(|| foreign(name))?;
    check_format(name, &file, today)?;
    Ok(Opened {
        files: vec![file],
        is_whole: false,
        is_page: false,
        notes: Vec::new(),
    })
}

/// A page that this project made, with its content in an inert block.
fn page(name: &str, html: &str, today: Date) -> Result<Opened, Words> {
    let block = html
        .split_once("<script type=\"text/plain\" id=\"source\">")
        .and_then(|(_, rest)| rest.split_once("</script>"));
    let Some((packed, _)) = block else {
        let is_ours = html.contains("id=\"page-data\"");
        return Err(match (is_ours, html.contains("id=\"packed\"")) {
            (true, false) => page_of_site(name),
            (true, true) => old_page(name),
            _ => page_of_others(name),
        });
    };
    let bytes = STANDARD.decode(packed.trim()).map_err(|_| broken(name))?;
    let bytes =
        decompress_to_vec_zlib_with_limit(&bytes, MOST_CONTENT).map_err(|_| broken(name))?;
    let json = String::from_utf8(bytes).map_err(|_| broken(name))?;
    Ok(Opened {
        is_page: true,
        ..whole(name, &json, today)?
    })
}

/// All content files as a build writes them down.
fn whole(name: &str, json: &str, today: Date) -> Result<Opened, Words> {
    let files: Vec<File> = serde_json::from_str(json).map_err(|_| broken(name))?;
    let is_known = |file: &File| is_name(&file.name);
    if files.is_empty() || !files.iter().all(is_known) || !files.iter().any(|it| it.name == "guide")
    {
        return Err(broken(name));
    }
    for file in &files {
        check_format(name, file, today)?;
    }
    Ok(Opened {
        files,
        is_whole: true,
        is_page: false,
        notes: Vec::new(),
    })
}

/// An archive of a site, of a content folder, or of some content files.
fn zipped(name: &str, bytes: &[u8], today: Date) -> Result<Opened, Words> {
    let refused = |problem| match problem {
        Problem::Broken => broken(name),
        Problem::TooLarge => too_large(name),
        Problem::Foreign => foreign_zip(name),
    };
    let names = archive::names(bytes).map_err(refused)?;
    // A folder around everything is usual.
    let of_site = names
        .iter()
        .filter(|name| *name == export::SOURCE || name.ends_with(&["/", export::SOURCE].concat()))
        .min_by_key(|name| name.len());
    if let Some(of_site) = of_site {
        let members =
            archive::read(bytes, MOST_CONTENT, |name| name == of_site).map_err(refused)?;
        let json = members.into_iter().next().map(|member| member.bytes);
        let json = json.and_then(|bytes| String::from_utf8(bytes).ok());
        return whole(name, &json.ok_or_else(|| broken(name))?, today);
    }
    // A Mac adds these beside each file.
    let is_ours = |name: &str| name.ends_with(".toml") && !name.contains("__MACOSX/");
    let members = archive::read(bytes, MOST_CONTENT, is_ours).map_err(refused)?;
    let mut files: Vec<File> = Vec::new();
    let mut notes = Vec::new();
    for member in members {
        let file = String::from_utf8(member.bytes)
            .ok()
            .and_then(|text| toml(&member.name, &text));
        match file {
            Some(file) if files.iter().all(|other| other.name != file.name) => {
                check_format(&member.name, &file, today)?;
                files.push(file);
            }
            _ => notes.push(passed_over(&member.name)),
        }
    }
    let others = names.iter().filter(|name| !is_ours(name));
    notes.extend(others.map(|name| passed_over(name)));
    if files.is_empty() {
        return Err(no_content(name));
    }
    notes.truncate(MOST_NOTES);
    let has = |name: &str| files.iter().any(|file| file.name == name);
    Ok(Opened {
        is_whole: has("guide") && has("calendar"),
        is_page: false,
        notes,
        files,
    })
}

/// Nobody reads more.
const MOST_NOTES: usize = 20;

/// A content file by what it holds; nothing where it holds none of what content files do.
fn toml(name: &str, text: &str) -> Option<File> {
    let (inside, _) = place::without_mark(text);
    if inside.contains('\0') {
        return None;
    }
    let keys = || inside.lines().map(|line| line.trim_start());
    let has_format = keys().any(|line| {
        line.strip_prefix("format")
            .is_some_and(|rest| rest.trim_start().starts_with(['=', '＝']))
    });
    let has_table = keys().any(|line| {
        [
            "[[node]]",
            "[[requirement]]",
            "[[platform]]",
            "[[category]]",
            "[site]",
        ]
        .iter()
        .any(|table| line.starts_with(table))
    });
    if !has_format && !has_table {
        return None;
    }
    let kind = Source { name, text: inside }.kind();
    let name = match kind {
        FileKind::Guide => "guide".to_owned(),
        FileKind::Calendar => "calendar".to_owned(),
        FileKind::Categories => "categories".to_owned(),
        FileKind::RuleSet => ["rules/", &rule_name(name, inside)].concat(),
    };
    Some(File {
        name,
        text: text.to_owned(),
    })
}

/// A rule file is named after its id, which the check wants; where that cannot be read, after itself.
fn rule_name(name: &str, text: &str) -> String {
    let id = text.lines().find_map(|line| {
        let value = line.strip_prefix("id")?.trim_start().strip_prefix('=')?;
        let value = value.trim().strip_prefix('"')?.split('"').next()?;
        is_plain(value).then(|| value.to_owned())
    });
    let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = stem.strip_suffix(".toml").unwrap_or(stem);
    let plain = stem
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-');
    id.unwrap_or_else(|| ["rule-", &plain.collect::<String>()].concat())
}

fn is_plain(id: &str) -> bool {
    !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

/// The names that content files have here; all others could name a file outside of `content/`.
fn is_name(name: &str) -> bool {
    matches!(name, "guide" | "calendar" | "categories")
        || name.strip_prefix("rules/").is_some_and(is_plain)
}

/// Refuses a file whose format this program does not know; of any other mistake the check speaks.
fn check_format(shown: &str, file: &File, today: Date) -> Result<(), Words> {
    let name = crate::content::path(&file.name);
    let source = Source {
        name: &name,
        text: &file.text,
    };
    let findings = match schema::kind(&file.name, "") {
        FileKind::Guide => authoring::parse_guide(source, today).1,
        FileKind::RuleSet => authoring::parse_rule_set(source, today).1,
        FileKind::Calendar => authoring::parse_calendar(source, today).1,
        FileKind::Categories => authoring::parse_categories(source, today).1,
    };
    let unknown = findings.iter().find(|it| it.code == Code::UnknownFormat);
    match unknown {
        Some(finding) => Err(other_format(shown, &finding.subject)),
        None => Ok(()),
    }
}

fn is_picture_or_program(bytes: &[u8]) -> bool {
    let begins: [&[u8]; 10] = [
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF8",
        b"RIFF",
        b"%PDF",
        b"\xd0\xcf\x11\xe0",
        b"Rar!",
        b"7z\xbc\xaf",
        b"\x1f\x8b",
        b"\0asm",
    ];
    begins.iter().any(|begin| bytes.starts_with(begin))
}

const TAKE_ZH: &str = "可以開啟的有：內容檔（.toml，可一次選多個）、內容或網站的壓縮檔（.zip）、單檔網頁 guide.html 或 guide.en.html、網站裡的 studio/source.json。";
const TAKE_EN: &str = "What can be opened: content files (.toml, several at once), a zip of the content or of the site, the single file guide.html or guide.en.html, and studio/source.json of a site.";

fn foreign(name: &str) -> Words {
    Words::new(
        format!("「{name}」不是本網站的檔案。{TAKE_ZH}"),
        format!("“{name}” is none of this project's files. {TAKE_EN}"),
    )
}

fn empty(name: &str) -> Words {
    Words::new(
        format!("「{name}」是空的檔案。{TAKE_ZH}"),
        format!("“{name}” is empty. {TAKE_EN}"),
    )
}

fn too_large(name: &str) -> Words {
    Words::new(
        format!("「{name}」太大，不是本網站的檔案。{TAKE_ZH}"),
        format!("“{name}” is too large to be one of ours. {TAKE_EN}"),
    )
}

fn broken(name: &str) -> Words {
    Words::new(
        format!("「{name}」已損壞，或不是本網站產生的檔案，請改用備份。{TAKE_ZH}"),
        format!("“{name}” is damaged or was not made by this project; take a backup. {TAKE_EN}"),
    )
}

fn not_utf8(name: &str) -> Words {
    Words::new(
        format!(
            "「{name}」不是 UTF-8 文字檔。如果是內容檔，請用記事本開啟，另存新檔時編碼選 UTF-8，再開啟一次。"
        ),
        format!(
            "“{name}” is no text in UTF-8. If it is a content file, save it as UTF-8 in your editor and open it again."
        ),
    )
}

fn page_of_site(name: &str) -> Words {
    Words::new(
        format!(
            "「{name}」是網站的頁面，裡面沒有內容檔。請改開同一個網站的 guide.html、studio/source.json，或整個網站的壓縮檔。"
        ),
        format!(
            "“{name}” is a page of the site and does not hold the content files. Take guide.html or studio/source.json of the same site, or a zip of it."
        ),
    )
}

fn old_page(name: &str) -> Words {
    Words::new(
        format!("「{name}」是較早的版本產生的，裡面沒有內容檔。請改開內容檔（.toml）。"),
        format!(
            "“{name}” was made by an earlier version and does not hold the content files. Take the content files (.toml)."
        ),
    )
}

fn page_of_others(name: &str) -> Words {
    Words::new(
        format!("「{name}」是其他網站的網頁。{TAKE_ZH}"),
        format!("“{name}” is a page of another site. {TAKE_EN}"),
    )
}

fn foreign_zip(name: &str) -> Words {
    Words::new(
        format!("「{name}」有密碼，或用了特殊的壓縮方式。請解開後改開裡面的檔案。"),
        format!(
            "“{name}” has a password or is packed in an unusual way. Unpack it and open the files in it."
        ),
    )
}

fn no_content(name: &str) -> Words {
    Words::new(
        format!("「{name}」裡沒有內容檔。{TAKE_ZH}"),
        format!("“{name}” holds no content files. {TAKE_EN}"),
    )
}

fn other_format(name: &str, format: &str) -> Words {
    Words::new(
        format!(
            "「{name}」的格式是 {format}，這個編輯器不認得。請用產生它的那個版本的編輯器開啟；如果是打錯，請用記事本改回 format = 1 或 2。"
        ),
        format!(
            "“{name}” has the format {format}, which this studio does not know. Open it in the studio of the version that made it; if it is a slip, write format = 1 or 2 again in a text editor."
        ),
    )
}

fn passed_over(name: &str) -> Words {
    Words::new(
        format!("壓縮檔裡的「{name}」不是內容檔，沒有開啟。"),
        format!("“{name}” in the zip is no content file and was passed over."),
    )
}
