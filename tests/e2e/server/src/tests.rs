//! Tests the server as `cargo xtask serve` and the journeys rely on it: files, headers, the record of requests, and changes.

use std::{env, fs, io::ErrorKind, net::TcpStream, process};

use axum::body::{Body, to_bytes};
use tower::ServiceExt;

use super::*;

const HASHED: &str = "/app-0123456789abcdef_bg.js";

#[tokio::test]
async fn a_target_has_its_status() {
    let site = Site::new("status");
    for (target, status) in [
        ("/", 200),
        ("/?theme=dark", 200),
        ("/index.html", 200),
        ("/en/", 200),
        ("/en/index%2Ehtml", 200),
        ("/en", 307),
        ("/missing.js", 404),
        ("/empty/", 404),
        ("/../outside.txt", 404),
        ("/%2e%2e/outside.txt", 404),
        ("/en/..%2f..%2foutside.txt", 404),
        ("/%ff", 404),
    ] {
        assert_eq!(
            site.ask("GET", target, &[]).await.status,
            status,
            "{target}"
        );
    }
}

#[tokio::test]
async fn an_answer_has_its_headers() {
    let site = Site::new("headers");
    for (target, name, value) in [
        ("/", "content-type", "text/html; charset=utf-8"),
        ("/", "cache-control", "no-cache"),
        ("/", "x-content-type-options", "nosniff"),
        (HASHED, "content-type", "text/javascript; charset=utf-8"),
        (
            HASHED,
            "cache-control",
            "public, max-age=31536000, immutable",
        ),
        (HASHED, "vary", "Accept-Encoding"),
        ("/app.wasm", "content-type", "application/wasm"),
        ("/missing-0123456789abcdef.js", "cache-control", "no-cache"),
        ("/en?theme=dark", "location", "/en/?theme=dark"),
    ] {
        let answer = site.ask("GET", target, &[]).await;
        assert_eq!(answer.header(name), value, "{target} {name}");
    }
}

#[tokio::test]
async fn a_request_may_ask_for_less() {
    let site = Site::new("less");
    for (method, target, asked, status, body) in [
        (
            "GET",
            HASHED,
            ("accept-encoding", "gzip, br"),
            200,
            "brotli",
        ),
        ("GET", HASHED, ("accept-encoding", "gzip"), 200, "gzip"),
        (
            "GET",
            HASHED,
            ("accept-encoding", "br;q=0"),
            200,
            "let large;",
        ),
        ("GET", "/", ("accept-encoding", "br"), 200, "<p>zh</p>"),
        ("GET", "/", ("range", "bytes=3-4"), 206, "zh"),
        ("HEAD", "/", ("accept", "*/*"), 200, ""),
        ("POST", "/", ("accept", "*/*"), 405, ""),
    ] {
        let answer = site.ask(method, target, &[asked]).await;
        assert_eq!(
            (answer.status, &*answer.body),
            (status, body),
            "{method} {target} {asked:?}"
        );
    }
    let head = site.ask("HEAD", "/", &[]).await;
    assert_eq!(head.header("content-length"), "9");
    let changed = site.ask("GET", "/", &[]).await;
    let since = ("if-modified-since", changed.header("last-modified"));
    assert_eq!(site.ask("GET", "/", &[since]).await.status, 304);
}

#[tokio::test]
async fn requests_are_recorded_in_order() {
    let site = Site::new("requests");
    site.ask("GET", "/", &[]).await;
    site.ask("GET", "/missing.js?v=1", &[]).await;
    assert_eq!(site.server.requests(), ["/", "/missing.js?v=1"]);
    site.server.clear_requests();
    assert!(site.server.requests().is_empty());
}

#[tokio::test]
async fn answers_change_while_the_server_runs() {
    let site = Site::new("changes");
    let change = |pattern: &str, change| site.server.change(pattern, change);
    change(
        "*.js",
        Change::default().header("Content-Type", "text/plain"),
    );
    change("*.js", Change::default().header("X-Other", "1"));
    change("/en/*", Change::default().status(404));
    change("/made-up/", Change::default().body("<p>").status(503));
    change("/made-up/", Change::default().status(200));
    let script = site.ask("GET", HASHED, &[]).await;
    assert_eq!(script.header("content-type"), "text/plain");
    assert_eq!(script.header("x-other"), "1");
    assert_eq!(script.body, "let large;");
    let missing = site.ask("GET", "/en/", &[]).await;
    assert_eq!((missing.status, &*missing.body), (404, ""));
    let made_up = site.ask("GET", "/made-up/", &[]).await;
    assert_eq!((made_up.status, &*made_up.body), (200, "<p>"));
    assert_eq!(made_up.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(made_up.header("cache-control"), "no-store");
}

#[tokio::test]
async fn a_held_answer_waits_until_it_is_released_and_holds_up_nobody_else() {
    let site = Site::new("held");
    site.server.change("/en/", Change::default().held());
    let mut held = std::pin::pin!(site.ask("GET", "/en/", &[]));
    tokio::select! {
        biased;
        _ = &mut held => panic!("the answer was not held"),
        quick = site.ask("GET", "/", &[]) => assert_eq!(quick.status, 200),
    }
    site.server.release();
    assert_eq!(held.await.status, 200);
    assert_eq!(site.ask("GET", "/en/", &[]).await.status, 200);
}

#[tokio::test]
async fn it_listens_while_it_lives() {
    let site = Site::new("life");
    let addr = site.server.addr();
    assert!(TcpStream::connect(addr).is_ok());
    let error = |options| Server::start(options).err().map(|error| error.kind());
    let second = ServerOptions::new(&site.root).addr(addr.to_string());
    assert_eq!(error(second), Some(ErrorKind::AddrInUse));
    let missing = ServerOptions::new("no such folder");
    assert_eq!(error(missing), Some(ErrorKind::NotFound));
}

/// A small site in a folder of its own, and its server.
struct Site {
    root: PathBuf,
    server: Server,
}

impl Site {
    fn new(name: &str) -> Self {
        let folder = env::temp_dir().join(format!("recording-server-{}-{name}", process::id()));
        let root = folder.join("root");
        for name in ["en", "empty"] {
            fs::create_dir_all(root.join(name)).expect("a temporary folder");
        }
        for (name, content) in [
            ("/../outside.txt", "outside"),
            ("/index.html", "<p>zh</p>"),
            ("/en/index.html", "<p>en</p>"),
            ("/app.wasm", "\0asm"),
            (HASHED, "let large;"),
            (&format!("{HASHED}.br"), "brotli"),
            (&format!("{HASHED}.gz"), "gzip"),
        ] {
            fs::write(format!("{}{name}", root.display()), content).expect("a temporary file");
        }
        let server = Server::start(ServerOptions::new(&root)).expect("a free port");
        Self { root, server }
    }

    /// Asks without a socket, so that a target comes as it is written.
    async fn ask(&self, method: &str, target: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder().method(method).uri(target);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::empty()).expect("a request");
        let app = router(&self.root, &self.server.shared);
        let response = app.oneshot(request).await.expect("an answer");
        let (head, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("a body");
        Answer {
            status: head.status.as_u16(),
            headers: head.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(self.root.join(".."));
    }
}

struct Answer {
    status: u16,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |value| value.to_str().expect("a text"))
    }
}
