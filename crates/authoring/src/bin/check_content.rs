//! Checks content files and prints what is wrong: `check-content [--root DIR] [FILE…]`.
//!
//! The program's exit code is 0 without errors, 1 with errors and 2 where a file cannot be read.
//! All file access of the crate is here.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;
use std::{env, fs, io};

use authoring::{Content, FileKind, Finding, Severity, Source};
use guide::Lang;
use hours::Date;

fn main() -> ExitCode {
    match arguments(env::args_os().skip(1)).and_then(run) {
        Ok(checked) => {
            print(&checked.report());
            if checked.count(Severity::Error) == 0 {
                ExitCode::SUCCESS
            } else {
                ExitCode::from(1)
            }
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

/// The folder and the files that the command line names.
struct Request {
    root: Option<PathBuf>,
    files: Vec<PathBuf>,
}

/// A sentence in both languages for whoever started the program.
type Sentence = String;

fn arguments(args: impl Iterator<Item = std::ffi::OsString>) -> Result<Request, Sentence> {
    let mut request = Request {
        root: None,
        files: Vec::new(),
    };
    let mut args = args;
    while let Some(arg) = args.next() {
        match arg.to_str() {
            Some("--root") => {
                let root = args.next().ok_or_else(usage)?;
                request.root = Some(PathBuf::from(root));
            }
            Some("--") => request.files.extend(args.by_ref().map(PathBuf::from)),
            Some(option) if option.starts_with('-') => return Err(usage()),
            _ => request.files.push(PathBuf::from(arg)),
        }
    }
    Ok(request)
}

fn usage() -> Sentence {
    "用法 / usage: check-content [--root 資料夾/DIR] [檔案/FILE…]\n\
     不指定檔案時，檢查 content/guide.toml、content/rules/*.toml、content/calendar.toml 和 content/categories.toml。\n\
     Without files it checks content/guide.toml, content/rules/*.toml, content/calendar.toml and content/categories.toml."
        .to_owned()
}

fn run(request: Request) -> Result<Checked, Sentence> {
    let today = authoring::day_in_taiwan(SystemTime::now()).ok_or(
        "這台電腦的日期不對，請先校正。\n\
         The clock of this computer is far off. Please set it first.",
    )?;
    if request.files.is_empty() {
        let root = match request.root {
            Some(root) => root,
            None => find_root()?,
        };
        check_all(&root, today)
    } else {
        // A relative file is meant from where the command was typed, or from the root that was given.
        let root = request.root.unwrap_or_default();
        check_files(&root, &request.files, today)
    }
}

/// The parts that were checked, counted by kind, and the findings in them.
#[derive(Default)]
struct Checked {
    guides: usize,
    nodes: usize,
    rule_files: usize,
    calendars: usize,
    categories: usize,
    findings: Vec<Finding>,
}

impl Checked {
    fn count(&self, severity: Severity) -> usize {
        let same = self.findings.iter().filter(|f| f.severity == severity);
        same.count()
    }

    fn report(&self) -> String {
        let mut report = String::new();
        for finding in &self.findings {
            report.push_str(&authoring::report_line(finding));
        }
        let errors = self.count(Severity::Error);
        let warnings = self.count(Severity::Warning);
        let (what_zh, what_en) = (self.what(Lang::ZhHant), self.what(Lang::En));
        let _ = if errors == 0 {
            writeln!(
                report,
                "檢查通過：{what_zh}；提醒 {warnings} 則。\nChecked: {what_en}; {warnings} warning(s), no error."
            )
        } else {
            writeln!(
                report,
                "檢查未通過：錯誤 {errors} 則，提醒 {warnings} 則。請先修正錯誤。\n\
                 Not passed: {errors} error(s), {warnings} warning(s). Please mend the errors first."
            )
        };
        report
    }

    fn what(&self, lang: Lang) -> String {
        let (nodes, rules) = (self.nodes, self.rule_files);
        let (calendars, categories) = (self.calendars, self.categories);
        let checked = [self.guides, rules, calendars, categories];
        let (words, between) = match lang {
            Lang::ZhHant => (
                [
                    format!("節點 {nodes} 個"),
                    format!("規定 {rules} 份"),
                    format!("行事曆 {calendars} 份"),
                    format!("課程類別 {categories} 份"),
                ],
                "、",
            ),
            Lang::En => (
                [
                    format!("{nodes} node(s)"),
                    format!("{rules} rule set(s)"),
                    format!("{calendars} calendar(s)"),
                    format!("{categories} file(s) of categories"),
                ],
                ", ",
            ),
        };
        let there = words.into_iter().zip(checked).filter(|(_, n)| *n > 0);
        let there: Vec<_> = there.map(|(words, _)| words).collect();
        there.join(between)
    }
}

/// Checks the guide together with all rule files and the calendar below a root.
fn check_all(root: &Path, today: Date) -> Result<Checked, Sentence> {
    let content = root.join("content");
    let guide = read(root, &content.join("guide.toml"))?;
    let calendar = read(root, &content.join("calendar.toml"))?;
    let categories = content.join("categories.toml");
    let categories = categories
        .is_file()
        .then(|| read(root, &categories))
        .transpose()?;
    let folder = content.join("rules");
    let rules = files_in(&folder)?
        .iter()
        .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        .map(|path| read(root, path))
        .collect::<Result<Vec<_>, _>>()?;
    let rule_sources: Vec<_> = rules.iter().map(File::source).collect();
    let files = Content {
        guide: guide.source(),
        rules: &rule_sources,
        calendar: calendar.source(),
        categories: categories.as_ref().map(File::source),
    };
    let (parsed, mut findings) = authoring::parse_content(files, today);
    let names = names_below(&content, "")?;
    findings.extend(authoring::check_names(names.iter().map(String::as_str)));
    Ok(Checked {
        guides: 1,
        nodes: parsed.map_or(0, |g| g.nodes.len()),
        rule_files: rules.len(),
        calendars: 1,
        categories: usize::from(categories.is_some()),
        findings,
    })
}

/// The files and folders in a folder, in order.
fn files_in(folder: &Path) -> Result<Vec<PathBuf>, Sentence> {
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let paths = entries.map(|entry| entry.map(|it| it.path()));
    let mut paths = paths
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| unreadable(folder, &error))?;
    paths.sort();
    Ok(paths)
}

/// The names of all files below a folder, with `/` between the folders.
fn names_below(folder: &Path, prefix: &str) -> Result<Vec<String>, Sentence> {
    let mut names = Vec::new();
    for path in files_in(folder)? {
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            names.extend(names_below(&path, &format!("{prefix}{file}/"))?);
        } else {
            names.push(format!("{prefix}{file}"));
        }
    }
    Ok(names)
}

/// Checks single files, each for itself.
fn check_files(root: &Path, paths: &[PathBuf], today: Date) -> Result<Checked, Sentence> {
    let mut checked = Checked::default();
    for path in paths {
        let file = read(Path::new(""), &root.join(path))?;
        let source = file.source();
        match source.kind() {
            FileKind::Guide => {
                let (guide, findings) = authoring::parse_guide(source, today);
                checked.guides += 1;
                checked.nodes += guide.map_or(0, |g| g.nodes.len());
                checked.findings.extend(findings);
            }
            FileKind::RuleSet => {
                let (_, findings) = authoring::parse_rule_set(source, today);
                checked.rule_files += 1;
                checked.findings.extend(findings);
            }
            FileKind::Categories => {
                let (_, findings) = authoring::parse_categories(source, today);
                checked.categories += 1;
                checked.findings.extend(findings);
            }
            FileKind::Calendar => {
                let (_, findings) = authoring::parse_calendar(source, today);
                checked.calendars += 1;
                checked.findings.extend(findings);
            }
        }
    }
    Ok(checked)
}

/// The nearest folder above the current one that has content.
fn find_root() -> Result<PathBuf, Sentence> {
    let current = env::current_dir().map_err(|error| unreadable(Path::new("."), &error))?;
    let found = current
        .ancestors()
        .find(|folder| folder.join("content").join("guide.toml").is_file());
    found.map(Path::to_path_buf).ok_or_else(|| {
        "這個資料夾和上層資料夾都沒有 content/guide.toml。請切換到專案資料夾，或用 --root 指定。\n\
         Neither this folder nor any above it has content/guide.toml. Change to the project's folder, or name it with --root."
            .to_owned()
    })
}

/// A file as it was read.
struct File {
    name: String,
    text: String,
}

impl File {
    fn source(&self) -> Source<'_> {
        Source {
            name: &self.name,
            text: &self.text,
        }
    }
}

/// Reads a file; its name in findings is the path below the root.
fn read(root: &Path, path: &Path) -> Result<File, Sentence> {
    let bytes = fs::read(path).map_err(|error| unreadable(path, &error))?;
    let name = path.strip_prefix(root).unwrap_or(path);
    let name = name.to_string_lossy().into_owned();
    match String::from_utf8(bytes) {
        Ok(text) => Ok(File { name, text }),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let line = 1 + error
                .as_bytes()
                .iter()
                .take(good)
                .filter(|b| **b == b'\n')
                .count();
            Err(format!(
                "{name}:{line}: 這個檔案不是 UTF-8 編碼（從第 {line} 行起）。請用 UTF-8 另存新檔。\n    \
                 The file is not encoded as UTF-8 (from line {line}). Save it again as UTF-8."
            ))
        }
    }
}

fn unreadable(path: &Path, error: &io::Error) -> Sentence {
    let path = path.display();
    match error.kind() {
        io::ErrorKind::NotFound => {
            format!("{path}: 找不到這個檔案或資料夾。\n    There is no such file or folder.")
        }
        io::ErrorKind::PermissionDenied => {
            format!("{path}: 沒有讀取權限。\n    You may not read it.")
        }
        _ => format!("{path}: 無法讀取（{error}）。\n    It cannot be read ({error})."),
    }
}

/// Prints to standard output; a reader who has left, such as `head`, is no failure.
fn print(report: &str) {
    use io::Write as _;
    let _ = io::stdout().lock().write_all(report.as_bytes());
}
