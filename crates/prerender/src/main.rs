//! Reads content, styles, glue and program, and writes the finished pages beside them.
//!
//! `cargo xtask build` runs it, and Trunk as its hook after a build; both tell it by Trunk's variables where things are.
//! Content with errors writes nothing and fails, so the build before stays.

use std::error::Error;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::SystemTime;
use std::{env, fs};

use authoring::{Content, Source, parse_content};
use guide::{Guide, Lang};
use prerender::{
    Program, STUDIO_STYLE, Scripts, Shell, Styles, Stylesheet, TemplateProblem, expression, pages,
    singles, snippets, studio, template,
};
use sha2::{Digest, Sha256};
use studio_protocol::File;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("prerender: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let staging: PathBuf = env::var_os("TRUNK_STAGING_DIR")
        .ok_or("TRUNK_STAGING_DIR is not set; `cargo xtask build` and Trunk say there where the program lies")?
        .into();
    let root = env::var_os("TRUNK_SOURCE_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from);
    let folder = env::var_os("CONTENT_DIR").map_or_else(|| root.join("content"), PathBuf::from);
    let (guide, files) = content(&root, &folder)?;
    let sheets = stylesheets(&root.join("styles"), Path::new(""))?;
    let styles = Styles::shortened(sheets, |style| {
        shorten(style, &["--loader=css", "--charset=utf8"])
    })?;
    let scripts = Scripts::shortened(|script| shorten(script, &["--charset=utf8"]))?;
    let index = staging.join("index.html");
    let template = template(&fs::read_to_string(&index)?);
    let (long_glue, long_wasm) = program(&staging)?;
    let short_glue = shorten(
        &fs::read_to_string(staging.join(&long_glue))?,
        &["--format=esm"],
    )?;
    let program = fs::read(staging.join(&long_wasm))?;
    // Trunk named them by what they were before; a name is kept for a year, so it must tell what they are now.
    let name = hashed_name(&short_glue, &program);
    let (glue, wasm) = ([&name, ".js"].concat(), [&name, "_bg.wasm"].concat());
    fs::remove_file(staging.join(&long_glue))?;
    fs::write(staging.join(&glue), &short_glue)?;
    fs::rename(staging.join(&long_wasm), staging.join(&wasm))?;
    let source = serde_json::to_string(&files)?;
    let held = Program {
        glue: &expression(&short_glue).ok_or("the glue cannot be held by a page")?,
        wasm: &program,
        source: &source,
    };
    let shell = Shell {
        template,
        styles,
        scripts,
        glue,
        wasm,
    };
    let parts = shell.parts();
    let unfit =
        |p: TemplateProblem| format!("index.html has {} {} times, not once", p.place, p.found);
    let mut finished = pages(&guide, parts).map_err(unfit)?;
    finished.extend(singles(&guide, &Lang::ALL, parts, held).map_err(unfit)?);
    finished.push(snippets(&guide, parts).map_err(unfit)?);
    let style = shorten(STUDIO_STYLE, &["--loader=css", "--charset=utf8"])?;
    finished.push(studio(parts, &style).map_err(unfit)?);
    for page in finished {
        let path = staging.join(page.path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, page.html)?;
    }
    let studio = staging.join("studio");
    fs::create_dir_all(&studio)?;
    fs::write(studio.join("shell.json"), serde_json::to_string(&shell)?)?;
    fs::write(studio.join("source.json"), source)?;
    loader(&root.join("embed"), &staging)
}

/// The loader for host pages, and its types.
fn loader(from: &Path, staging: &Path) -> Result<(), Box<dyn Error>> {
    let script = fs::read_to_string(from.join("embed.js"))?;
    fs::write(staging.join("embed.js"), shorten(&script, &[])?)?;
    fs::copy(from.join("embed.d.ts"), staging.join("embed.d.ts"))?;
    Ok(())
}

/// The guide of a folder of content and its files as the studio names them, if that has no errors; else its findings, one a line.
fn content(root: &Path, folder: &Path) -> Result<(Guide, Vec<File>), Box<dyn Error>> {
    let read = |path: PathBuf| -> Result<(String, String), std::io::Error> {
        let name = path.strip_prefix(root).unwrap_or(&path).display();
        Ok((name.to_string(), fs::read_to_string(&path)?))
    };
    let guide_file = read(folder.join("guide.toml"))?;
    let calendar = read(folder.join("calendar.toml"))?;
    let categories = folder.join("categories.toml");
    let categories = categories.is_file().then(|| read(categories)).transpose()?;
    let rule_files = sorted(&folder.join("rules"))?
        .into_iter()
        .filter(|path| path.extension().is_some_and(|it| it == "toml"))
        .map(read)
        .collect::<Result<Vec<_>, _>>()?;
    fn source((name, text): &(String, String)) -> Source<'_> {
        Source { name, text }
    }
    let rules: Vec<Source> = rule_files.iter().map(source).collect();
    let content = Content {
        guide: source(&guide_file),
        rules: &rules,
        calendar: source(&calendar),
        categories: categories.as_ref().map(source),
    };
    // The day decides whether the content is refused, never what stands in a page.
    let today = authoring::day_in_taiwan(SystemTime::now()).ok_or("the clock is far off")?;
    let (guide, findings) = parse_content(content, today);
    let guide = guide.ok_or_else(|| {
        let lines: String = findings.iter().map(authoring::report_line).collect();
        format!("the content has errors\n{lines}")
    })?;
    let file = |(name, text): &(String, String), below: &str| {
        let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
        File {
            name: [below, name.trim_end_matches(".toml")].concat(),
            text: text.clone(),
        }
    };
    let mut files = vec![file(&guide_file, ""), file(&calendar, "")];
    files.extend(categories.iter().map(|read| file(read, "")));
    files.extend(rule_files.iter().map(|read| file(read, "rules/")));
    Ok((guide, files))
}

fn stylesheets(folder: &Path, below: &Path) -> Result<Vec<Stylesheet>, Box<dyn Error>> {
    let mut sheets = Vec::new();
    for path in sorted(folder)? {
        let Some(name) = path.file_name() else {
            continue;
        };
        let below = below.join(name);
        if path.is_dir() {
            sheets.extend(stylesheets(&path, &below)?);
        } else {
            let text = fs::read_to_string(&path)?;
            sheets.push(Stylesheet {
                path: below.display().to_string(),
                text,
            });
        }
    }
    Ok(sheets)
}

/// Shortens a script or a style where esbuild is at hand, as it is for `cargo xtask`; Trunk's own minifier refuses the glue.
/// Top-level names of a script stay, unless it is a module.
fn shorten(text: &str, options: &[&str]) -> Result<String, Box<dyn Error>> {
    let mut esbuild = Command::new("esbuild");
    esbuild
        .args(["--minify", "--log-level=warning"])
        .args(options)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut esbuild = match esbuild.spawn() {
        Err(problem) if problem.kind() == ErrorKind::NotFound => return Ok(text.to_owned()),
        esbuild => esbuild?,
    };
    // It reads all before it writes, so neither waits for the other. Dropping its input ends it.
    if let Some(mut input) = esbuild.stdin.take() {
        input.write_all(text.as_bytes())?;
    }
    let output = esbuild.wait_with_output()?;
    if !output.status.success() {
        return Err(format!("esbuild ended with {}", output.status).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// The name of the program without its endings: `-` and sixteen digits of its digest, which servers know it by.
fn hashed_name(glue: &str, wasm: &[u8]) -> String {
    let digest = Sha256::new()
        .chain_update(glue)
        .chain_update(wasm)
        .finalize();
    let digits = digest.iter().take(8).map(|byte| format!("{byte:02x}"));
    ["learning-hours-guide-", &digits.collect::<String>()].concat()
}

/// The names of glue and program in Trunk's output.
fn program(staging: &Path) -> Result<(String, String), Box<dyn Error>> {
    let mut glue = None;
    let mut wasm = None;
    for path in sorted(staging)? {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("js") => glue = name,
            Some("wasm") => wasm = name,
            _ => {}
        }
    }
    glue.zip(wasm)
        .ok_or_else(|| "there is no program in the folder that TRUNK_STAGING_DIR names".into())
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let entries =
        fs::read_dir(folder).map_err(|problem| format!("{}: {problem}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    paths.sort();
    Ok(paths)
}
