//! The requests to a server, and the answers that it has to give.

use std::net::SocketAddr;

use anyhow::{Context as _, Result};
use ureq::{Agent, http};

use super::{
    server::{PATIENCE, PREFIX, Running},
    site::{HIDDEN, Site},
    written::Rules,
};

const TYPES: [(&str, &str); 3] = [
    (".html", "text/html; charset=utf-8"),
    (".js", "text/javascript; charset=utf-8"),
    (".wasm", "application/wasm"),
];
/// Coding, and how its files end.
const CODINGS: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// In what servers differ and may.
#[derive(Clone, Copy, Debug)]
pub(super) struct Peculiar {
    pub(super) brotli: bool,
    /// Whether an answer that is not compressed says that another one would be.
    pub(super) always_varies: bool,
    /// Whether the query follows when an address is corrected.
    pub(super) keeps_query: bool,
}

/// The answer of a server, unpacked by nobody.
struct Answer {
    status: u16,
    headers: http::HeaderMap,
    body: Vec<u8>,
}

impl Answer {
    fn get(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

/// A check that fails says what it saw.
type Seen = Result<(), String>;

pub(super) struct Checks<'a> {
    name: &'a str,
    client: Agent,
    addr: SocketAddr,
    site: &'a Site,
    rules: &'a Rules,
    peculiar: Peculiar,
    pub(super) passed: u32,
    pub(super) failed: u32,
}

impl<'a> Checks<'a> {
    pub(super) fn run(
        name: &'a str,
        server: &Running,
        site: &'a Site,
        rules: &'a Rules,
        peculiar: Peculiar,
    ) -> Result<Self> {
        let client = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(PATIENCE))
            .build();
        let mut checks = Self {
            name,
            client: client.into(),
            addr: server.addr,
            site,
            rules,
            peculiar,
            passed: 0,
            failed: 0,
        };
        checks
            .all()
            .with_context(|| format!("{name} broke off while it was asked."))?;
        println!("{name}: {} checks passed.", checks.passed);
        Ok(checks)
    }

    fn all(&mut self) -> Result<()> {
        for file in &self.site.files {
            self.file(file, file)?;
            // A folder is answered with its page.
            if let Some(folder) = file.strip_suffix("index.html") {
                self.file(folder, file)?;
            }
        }
        self.queries()?;
        self.missing()?;
        self.corrected()?;
        self.head()
    }

    /// Everything about a file, asked for by this path below the prefix.
    fn file(&mut self, path: &str, file: &str) -> Result<()> {
        let Some(content) = self.site.read(file) else {
            self.note(path, "can be read", Err("it cannot".to_owned()));
            return Ok(());
        };
        let plain = self.get(path, &[])?;
        self.note(path, "comes as it is", whole(&plain, &content, None));
        self.note(path, "has its type and headers", self.headers(file, &plain));
        self.revalidated(path, &[], &plain)?;
        for (coding, ending) in CODINGS {
            let Some(small) = self.site.read(&format!("{file}{ending}")) else {
                continue;
            };
            if coding == "br" && !self.peculiar.brotli {
                continue;
            }
            let accepted = ("Accept-Encoding", coding);
            let answer = self.get(path, &[accepted])?;
            self.note(
                path,
                &format!("comes in {coding} to those who take it"),
                whole(&answer, &small, Some(coding))
                    .and_then(|()| is(&answer, "Vary", Some("Accept-Encoding")))
                    .and_then(|()| self.headers(file, &answer)),
            );
            self.revalidated(path, &[accepted], &answer)?;
            if self.peculiar.always_varies {
                let varies = is(&plain, "Vary", Some("Accept-Encoding"));
                self.note(path, "says that it also comes compressed", varies);
            }
        }
        Ok(())
    }

    /// As `_headers` has it: what stands there, and nothing of those names where it does not.
    fn headers(&self, file: &str, answer: &Answer) -> Seen {
        for name in self.rules.names() {
            is(
                answer,
                name,
                self.rules.value(&format!("/{file}"), name).as_deref(),
            )?;
        }
        match TYPES.iter().find(|(ending, _)| file.ends_with(ending)) {
            Some((_, kind)) => is(answer, "Content-Type", Some(kind)),
            None => Ok(()),
        }
    }

    fn revalidated(&mut self, path: &str, headers: &[(&str, &str)], known: &Answer) -> Result<()> {
        let etag = known.get("ETag").unwrap_or_default().to_owned();
        let mut headers = headers.to_vec();
        headers.push(("If-None-Match", &etag));
        let answer = self.get(path, &headers)?;
        let seen = status(&answer, 304)
            .and_then(|()| is(&answer, "ETag", Some(&etag)))
            .and_then(|()| is(&answer, "Cache-Control", known.get("Cache-Control")));
        self.note(path, "is not sent to those who have it", seen);
        Ok(())
    }

    fn queries(&mut self) -> Result<()> {
        for (path, file) in [
            ("?theme=dark&view=map", "index.html"),
            ("en/?theme=dark", "en/index.html"),
            ("embed.html?a=%2F..%2F&b", "embed.html"),
        ] {
            let content = self.site.read(file).unwrap_or_default();
            let answer = self.get(path, &[])?;
            self.note(
                path,
                "is the page without its query",
                whole(&answer, &content, None),
            );
        }
        Ok(())
    }

    fn missing(&mut self) -> Result<()> {
        let others = [
            "nothing.html",
            "en/nothing.js",
            "learning-hours-guide-0123456789abcdef.js",
            "index.html/",
            "%2ehidden",
            "en/../../guide/.hidden",
        ];
        for path in HIDDEN.into_iter().chain(others) {
            let answer = self.get(path, &[])?;
            self.note(path, "is not found", status(&answer, 404));
            // For ever would be a long time for a file that comes with the next build.
            let kept = answer.get("Cache-Control").unwrap_or_default();
            let seen = (!kept.contains("immutable")).then_some(());
            self.note(
                path,
                "is not kept as missing",
                seen.ok_or_else(|| kept.to_owned()),
            );
        }
        Ok(())
    }

    /// Relative addresses in a page go wrong where the slash is missing. Only the path is named, since a proxy may know another host.
    fn corrected(&mut self) -> Result<()> {
        for (path, to) in [
            (PREFIX.trim_end_matches('/'), PREFIX.to_owned()),
            ("en", format!("{PREFIX}en/")),
            ("en?theme=dark", format!("{PREFIX}en/?theme=dark")),
        ] {
            if path.contains('?') && !self.peculiar.keeps_query {
                continue;
            }
            let answer = self.get(path, &[])?;
            let seen = match answer.status {
                301 | 302 | 307 | 308 => is(&answer, "Location", Some(&to)),
                _ => status(&answer, 301),
            };
            self.note(path, "leads to the folder", seen);
        }
        Ok(())
    }

    fn head(&mut self) -> Result<()> {
        let length = self.site.read("index.html").unwrap_or_default().len();
        let head = self.ask("HEAD", PREFIX, &[])?;
        let seen = status(&head, 200)
            .and_then(|()| is(&head, "Content-Length", Some(&length.to_string())));
        self.note("", "has a head without its body", seen);
        Ok(())
    }

    /// Asks for a path below the prefix, or for one that is whole.
    fn get(&self, path: &str, headers: &[(&str, &str)]) -> Result<Answer> {
        let target = match path.strip_prefix('/') {
            Some(_) => path.to_owned(),
            None => format!("{PREFIX}{path}"),
        };
        self.ask("GET", &target, headers)
    }

    fn ask(&self, method: &str, target: &str, headers: &[(&str, &str)]) -> Result<Answer> {
        let mut request = http::Request::builder()
            .method(method)
            .uri(format!("http://{}{target}", self.addr));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (head, mut body) = self.client.run(request.body(())?)?.into_parts();
        Ok(Answer {
            status: head.status.as_u16(),
            headers: head.headers,
            body: body.read_to_vec()?,
        })
    }

    fn note(&mut self, path: &str, what: &str, seen: Seen) {
        match seen {
            Ok(()) => self.passed += 1,
            Err(why) => {
                self.failed += 1;
                println!("FAILED  {}: `{path}` {what}: {why}", self.name);
            }
        }
    }
}

fn whole(answer: &Answer, content: &[u8], coding: Option<&str>) -> Seen {
    status(answer, 200)?;
    is(answer, "Content-Encoding", coding)?;
    if answer.body == content {
        Ok(())
    } else {
        Err(format!(
            "{} bytes that are not the {} of the file",
            answer.body.len(),
            content.len()
        ))
    }
}

fn status(answer: &Answer, expect: u16) -> Seen {
    if answer.status == expect {
        Ok(())
    } else {
        Err(format!("status {}, not {expect}", answer.status))
    }
}

fn is(answer: &Answer, name: &str, expect: Option<&str>) -> Seen {
    match answer.get(name) {
        value if value == expect => Ok(()),
        value => Err(format!("{name} is {value:?}, not {expect:?}")),
    }
}
