//! The core of the studio: content files in; findings, forms, changes and finished pages out.
//!
//! It knows nothing of a browser; `main.rs` is the program that a Worker runs. What it is asked and what it answers is in
//! `studio-protocol`.

mod archive;
mod changes;
mod checked;
mod content;
mod copy;
mod export;
mod forms;
mod items;
mod open;
mod place;
mod schema;
mod splice;
mod tables;
mod value;

use guide::{Guide, Lang};
use hours::Date;
use prerender::Shell;
use studio_protocol::{File, Reply, Request, Words};

use export::Site;

/// All that a build hands to the studio.
pub struct Core {
    shell: Shell,
    shipped: Vec<File>,
    site: Site,
}

/// A reply and the bytes of the file that it speaks of.
type Answer = (Reply, Option<Vec<u8>>);

impl Core {
    /// `shell` and `source` are the texts of `studio/shell.json` and `studio/source.json`.
    ///
    /// # Errors
    /// If they are none of this build's.
    pub fn new(shell: &str, source: &str) -> Result<Self, serde_json::Error> {
        Ok(Self {
            shell: serde_json::from_str(shell)?,
            shipped: serde_json::from_str(source)?,
            site: Site::default(),
        })
    }

    /// The names of glue and program, which have to be put before pages are asked for, in this order.
    #[must_use]
    pub fn program(&self) -> [&str; 2] {
        [&self.shell.glue, &self.shell.wasm]
    }

    /// Takes over a file of the site, by its name below the folder of the build.
    pub fn put(&mut self, name: &str, bytes: Vec<u8>) {
        self.site.put(&self.shell, name, bytes);
    }

    /// Answers a request as on the day `today`; `bytes` are those of a file to open.
    ///
    /// # Errors
    /// If the text is no request.
    pub fn answer(
        &self,
        request: &str,
        bytes: &[u8],
        today: Date,
    ) -> Result<Answer, serde_json::Error> {
        let request = Request::from_json(request)?;
        let answer = self.reply(request, bytes, today);
        Ok(answer.unwrap_or_else(|why| (Reply::Refused { why }, None)))
    }

    fn reply(&self, request: Request, bytes: &[u8], today: Date) -> Result<Answer, Words> {
        let reply = match request {
            Request::Shipped => Reply::Opened {
                files: self.shipped.clone(),
                is_whole: true,
                is_of_other_build: false,
                notes: Vec::new(),
            },
            Request::Check { files } => Reply::Checked(checked::check(&files, today)),
            Request::Preview {
                files,
                language,
                theme,
            } => Reply::Page {
                html: export::preview(&draft(&files, today)?, language, theme, &self.shell)?,
            },
            Request::Page { files, language } => {
                let guide = guide(&files, today)?;
                let langs = [export::lang(language)];
                let pages = export::single_files(&guide, &langs, &files, &self.shell, &self.site)?;
                let page = pages.into_iter().next();
                let name = page.as_ref().map_or("", |page| page.path);
                let html = page.map(|page| page.html.into_bytes());
                return Ok((file(name, "text/html"), html));
            }
            Request::Site { files } => {
                let guide = guide(&files, today)?;
                let zip = export::whole_site(&guide, &files, &self.shell, &self.site)?;
                return Ok((file("site.zip", "application/zip"), Some(zip)));
            }
            Request::Content { files } => {
                let zip = export::content_files(&files);
                return Ok((file("content.zip", "application/zip"), Some(zip)));
            }
            Request::Splice { file, edits } => Reply::Text {
                text: splice::splice(&file.name, &file.text, &edits, today)?,
            },
            Request::Open { name } => self.opened(&name, bytes, today)?,
            Request::Copy { files, school } => Reply::Copied {
                files: copy::start(&files, &school, today)?,
            },
            Request::Changes { before, after } => Reply::Changes {
                sentences: changes::changes(&before, &after),
                left: copy::left(&before, &after),
            },
        };
        Ok((reply, None))
    }

    fn opened(&self, name: &str, bytes: &[u8], today: Date) -> Result<Reply, Words> {
        let opened = open::open(name, bytes, today)?;
        Ok(Reply::Opened {
            is_of_other_build: opened.is_page && !self.makes(&opened.files, bytes, today),
            files: opened.files,
            is_whole: opened.is_whole,
            notes: opened.notes,
        })
    }

    /// Whether this build makes exactly this page of these files.
    fn makes(&self, files: &[File], page: &[u8], today: Date) -> bool {
        guide(files, today)
            .and_then(|guide| {
                export::single_files(&guide, &Lang::ALL, files, &self.shell, &self.site)
            })
            .is_ok_and(|pages| pages.iter().any(|own| own.html.as_bytes() == page))
    }
}

fn file(name: &str, mime: &str) -> Reply {
    Reply::File {
        name: name.to_owned(),
        mime: mime.to_owned(),
    }
}

/// The guide that files make, or that they have errors.
fn guide(files: &[File], today: Date) -> Result<Guide, Words> {
    content::read(files, today).0.ok_or_else(has_errors)
}

/// The same for a look at it, whose steps may lead nowhere.
fn draft(files: &[File], today: Date) -> Result<Guide, Words> {
    content::draft(files, today).0.ok_or_else(has_errors)
}

fn has_errors() -> Words {
    Words {
        zh: "內容還有錯誤，改好後才能產生網頁。".to_owned(),
        en: "The content still has errors; pages can be made once they are mended.".to_owned(),
    }
}
