//! A host on an origin of its own: the pages of `tests/e2e/hosts/<case>`, with `{{guide}}` for the address of the guide.

use std::fs;
use std::path::{Path, PathBuf};

use recording_server::{Change, Server, ServerOptions};

use crate::journey::{Journey, journey};
use crate::page::{Page, Result};

/// The server of a host, and the case that is tried.
pub struct Host {
    server: Server,
    case: &'static str,
}

impl Host {
    /// Opens the page of the case.
    pub async fn open(&self, page: &Page) -> Result<()> {
        page.visit(&format!("{}{}/", self.server.url(), self.case))
            .await
    }

    /// Changes the answers of the host's server: path pattern and change.
    pub fn change(&self, pattern: &str, change: Change) {
        self.server.change(pattern, change);
    }
}

/// Runs steps with a host; they open it when its servers answer as they should.
/// The guide is served with the header that frames without an origin need, as `embed/serving` says.
pub async fn host(
    case: &'static str,
    settings: Journey,
    steps: impl AsyncFnOnce(&Page, &Host) -> Result<()>,
) {
    journey(settings, async |page| {
        let root = folder();
        let server = Server::start(ServerOptions::new(&root));
        let server = server.expect("the hosts can be served");
        let host = Host { server, case };
        let files = fs::read_dir(root.join(case)).expect("the case has a folder");
        for file in files {
            let path = file.expect("the folder can be read").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let name = if name == "index.html" { "" } else { &*name };
            let text = fs::read_to_string(&path).expect("a page of the host");
            let text = text.replace("{{guide}}", &page.site());
            host.change(&format!("/{case}/{name}"), Change::default().body(text));
        }
        page.change(
            "*",
            Change::default().header("Access-Control-Allow-Origin", "*"),
        );
        steps(page, &host).await?;
        page.leave().await?;
        // The requests of the host are its own; other journeys say which the guide may make.
        page.forget_requests();
        Ok(())
    })
    .await;
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("hosts")
}
