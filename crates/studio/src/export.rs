//! Finished files: pages, the content as an archive, the whole site.

use guide::{Guide, Lang};
use prerender::{Finished, Program, Shell, expression, pages, singles, snippets};
use studio_protocol::{File, Language, Theme, Words};

use crate::{archive, content};

/// The files that the build made beside pages, as far as they were fetched.
#[derive(Default)]
pub(crate) struct Site {
    /// The glue as a single file holds it, and the program.
    program: Option<(String, Vec<u8>)>,
    /// Files that are the same whatever the content says, by their names.
    others: Vec<(String, Vec<u8>)>,
}

impl Site {
    /// Takes over a file of the site.
    pub(crate) fn put(&mut self, shell: &Shell, name: &str, bytes: Vec<u8>) {
        if name == shell.wasm {
            let glue = self.others.iter().find(|(name, _)| *name == shell.glue);
            let glue = glue.and_then(|(_, bytes)| expression(str::from_utf8(bytes).ok()?));
            if let Some(glue) = glue {
                self.program = Some((glue, bytes.clone()));
            }
        }
        self.others.retain(|(other, _)| other != name);
        self.others.push((name.to_owned(), bytes));
    }
}

/// The language of the pages that a message names.
pub(crate) fn lang(language: Language) -> Lang {
    match language {
        Language::Chinese => Lang::ZhHant,
        Language::English => Lang::En,
    }
}

/// The page for a preview.
pub(crate) fn preview(
    guide: &Guide,
    language: Language,
    theme: Theme,
    shell: &Shell,
) -> Result<String, Words> {
    let pages = prerender::preview(guide, lang(language), shell.parts()).map_err(|_| unfit())?;
    let html = pages.into_iter().map(|page| page.html).collect::<String>();
    // The address of a page that is written into another cannot say this.
    let colours = match theme {
        Theme::Auto => return Ok(html),
        Theme::Light => "data-app=\"static\" data-theme=\"light\"",
        Theme::Dark => "data-app=\"static\" data-theme=\"dark\"",
    };
    Ok(html.replacen("data-app=\"static\"", colours, 1))
}

/// The single files in the languages that are named.
pub(crate) fn single_files(
    guide: &Guide,
    langs: &[Lang],
    files: &[File],
    shell: &Shell,
    site: &Site,
) -> Result<Vec<Finished>, Words> {
    let (glue, wasm) = site.program.as_ref().ok_or_else(no_program)?;
    let source = source(files);
    let program = Program {
        glue,
        wasm,
        source: &source,
    };
    singles(guide, langs, shell.parts(), program).map_err(|_| unfit())
}

/// Every page of a build.
pub(crate) fn every_page(
    guide: &Guide,
    files: &[File],
    shell: &Shell,
    site: &Site,
) -> Result<Vec<Finished>, Words> {
    let mut finished = pages(guide, shell.parts()).map_err(|_| unfit())?;
    finished.extend(single_files(guide, &Lang::ALL, files, shell, site)?);
    finished.push(snippets(guide, shell.parts()).map_err(|_| unfit())?);
    Ok(finished)
}

/// The whole site as an archive, with a note on how to upload it.
pub(crate) fn whole_site(
    guide: &Guide,
    files: &[File],
    shell: &Shell,
    site: &Site,
) -> Result<Vec<u8>, Words> {
    let finished = every_page(guide, files, shell, site)?;
    let source = source(files);
    let mut members: Vec<(&str, &[u8])> = finished
        .iter()
        .map(|page| (page.path, page.html.as_bytes()))
        .collect();
    members.push((SOURCE, source.as_bytes()));
    members.push((HOW_TO_UPLOAD, include_bytes!("how-to-upload.txt")));
    let is_new = |name: &str| members.iter().all(|(other, _)| *other != name);
    let others: Vec<(&str, &[u8])> = site
        .others
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .filter(|(name, _)| is_new(name))
        .collect();
    members.extend(others);
    members.sort_by_key(|(name, _)| *name);
    Ok(archive::write(members))
}

/// Where a site keeps the content that it was built of.
pub(crate) const SOURCE: &str = "studio/source.json";

const HOW_TO_UPLOAD: &str = "上傳說明.txt";

/// The content files as an archive of the folder `content/`.
pub(crate) fn content_files(files: &[File]) -> Vec<u8> {
    let mut named: Vec<_> = files
        .iter()
        .map(|file| (content::path(&file.name), file.text.as_bytes()))
        .collect();
    named.sort();
    archive::write(named.iter().map(|(name, bytes)| (name.as_str(), *bytes)))
}

/// The content files as a build writes them into `studio/source.json` and into single files: those of rules last and by name.
pub(crate) fn source(files: &[File]) -> String {
    let mut files: Vec<_> = files.iter().collect();
    let place = |file: &File| match file.name.as_str() {
        "guide" => 0,
        "calendar" => 1,
        "categories" => 2,
        _ => 3,
    };
    // The build sorts files with their ending.
    files.sort_by_key(|file| (place(file), content::path(&file.name)));
    serde_json::to_string(&files).unwrap_or_default()
}

fn unfit() -> Words {
    Words {
        zh: "編輯器與網站不是同一次建置產生的，請重新整理本頁。".to_owned(),
        en: "The studio and the site are of different builds. Reload this page.".to_owned(),
    }
}

fn no_program() -> Words {
    Words {
        zh: "網頁程式沒有載入，請檢查網路後再試一次。".to_owned(),
        en: "The program of the page could not be loaded. Check the network and try again."
            .to_owned(),
    }
}
