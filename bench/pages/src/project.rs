//! What the pages are made of: content, styles and template of this checkout, and the program of a finished build.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use authoring::{Source, parse_content};
use guide::Guide;
use prerender::{Finished, Parts, Scripts, Styles, Stylesheet, TemplateProblem, pages, template};

/// The sources of this checkout.
pub(crate) struct Project {
    pub(crate) content: Content,
    /// The page with `{{…}}` where the parts belong.
    pub(crate) template: String,
    /// As they are written: what generated pages weigh is not compared.
    pub(crate) styles: Styles,
}

impl Project {
    pub(crate) fn read() -> Result<Self, Box<dyn Error>> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        Ok(Self {
            content: Content::read(&root.join("content"))?,
            template: template(&read(&root.join("index.html"))?),
            styles: Styles::as_written(stylesheets(&root.join("styles"), Path::new(""))?),
        })
    }

    /// The finished pages in both languages.
    pub(crate) fn pages(
        &self,
        guide: &Guide,
        program: &Program,
    ) -> Result<Vec<Finished>, Box<dyn Error>> {
        let parts = Parts {
            template: &self.template,
            styles: &self.styles,
            scripts: &Scripts::as_written(),
            glue: &program.glue,
            wasm: &program.wasm,
        };
        pages(guide, parts).map_err(misplaced)
    }
}

/// The sentence for a template that lacks or repeats one of its places.
pub(crate) fn misplaced(problem: TemplateProblem) -> Box<dyn Error> {
    let TemplateProblem { place, found } = problem;
    format!("index.html has {place} {found} times, not once").into()
}

/// The content files as texts.
#[derive(Clone)]
pub(crate) struct Content {
    pub(crate) guide: String,
    rules: Vec<(String, String)>,
    calendar: String,
}

impl Content {
    fn read(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let mut rules = Vec::new();
        for path in sorted(&folder.join("rules"))? {
            rules.push((name(&path), read(&path)?));
        }
        Ok(Self {
            guide: read(&folder.join("guide.toml"))?,
            rules,
            calendar: read(&folder.join("calendar.toml"))?,
        })
    }

    /// The same rules and the same calendar with another guide.
    pub(crate) fn with_guide(&self, guide: String) -> Self {
        Self {
            guide,
            ..self.clone()
        }
    }

    /// The guide, checked; else its findings, one a line.
    pub(crate) fn guide(&self) -> Result<Guide, Box<dyn Error>> {
        let source = |name, text| Source { name, text };
        let rules: Vec<Source> = (self.rules.iter())
            .map(|(name, text)| source(name, text))
            .collect();
        let (guide, findings) = parse_content(
            source("guide.toml", &self.guide),
            &rules,
            source("calendar.toml", &self.calendar),
        );
        guide.ok_or_else(|| {
            let lines: String = findings.iter().map(authoring::report_line).collect();
            format!("the content has errors\n{lines}").into()
        })
    }
}

/// The program of a finished build.
pub(crate) struct Program {
    folder: PathBuf,
    pub(crate) glue: String,
    pub(crate) wasm: String,
}

impl Program {
    /// The names of glue and program, which Trunk hashes.
    pub(crate) fn in_build(dist: &Path) -> Result<Self, Box<dyn Error>> {
        let names: Vec<String> = sorted(dist)?.iter().map(|path| name(path)).collect();
        let one = |end: &str| {
            let mut fitting = (names.iter())
                .filter(|name| name.starts_with("learning-hours-guide-") && name.ends_with(end));
            let first = fitting.next().filter(|_| fitting.next().is_none());
            first.cloned().ok_or_else(|| {
                let dist = dist.display();
                format!(
                    "{dist} is no finished build: it should hold one learning-hours-guide-…{end}"
                )
            })
        };
        Ok(Self {
            glue: one(".js")?,
            wasm: one("_bg.wasm")?,
            folder: dist.to_owned(),
        })
    }

    /// A program that is nowhere, for pages that nobody starts.
    #[cfg(test)]
    pub(crate) fn named(glue: &str, wasm: &str) -> Self {
        Self {
            folder: PathBuf::new(),
            glue: glue.to_owned(),
            wasm: wasm.to_owned(),
        }
    }

    pub(crate) fn copy_to(&self, folder: &Path) -> Result<(), Box<dyn Error>> {
        for name in [&self.glue, &self.wasm] {
            fs::copy(self.folder.join(name), folder.join(name))?;
        }
        Ok(())
    }
}

/// Copies a folder with everything in it.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(to)?;
    for path in sorted(from)? {
        let to = to.join(name(&path));
        if path.is_dir() {
            copy(&path, &to)?;
        } else {
            fs::copy(&path, to)?;
        }
    }
    Ok(())
}

fn stylesheets(folder: &Path, below: &Path) -> Result<Vec<Stylesheet>, Box<dyn Error>> {
    let mut sheets = Vec::new();
    for path in sorted(folder)? {
        let below = below.join(name(&path));
        if path.is_dir() {
            sheets.extend(stylesheets(&path, &below)?);
        } else {
            sheets.push(Stylesheet {
                path: below.display().to_string(),
                text: read(&path)?,
            });
        }
    }
    Ok(sheets)
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn read(path: &Path) -> Result<String, Box<dyn Error>> {
    fs::read_to_string(path).map_err(|problem| format!("{}: {problem}", path.display()).into())
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
