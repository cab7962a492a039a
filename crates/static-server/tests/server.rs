//! The running server, spoken to over a socket as a browser would, and as a browser would not.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "these helpers run only in tests"
)]

use std::{
    env, fs,
    io::{ErrorKind, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

use static_server::{Change, Server, ServerOptions};

const HASHED: &str = "app-0123456789abcdef.js";

#[test]
fn files_folders_and_refusals_have_their_status() {
    let site = Site::new();
    let server = site.serve();
    #[track_caller]
    fn check(server: &Server, target: &str, status: u16) {
        assert_eq!(get(server, target).status, status, "{target}");
    }
    check(&server, "/", 200);
    check(&server, "/?theme=dark", 200);
    check(&server, "/index.html", 200);
    check(&server, "/en/", 200);
    check(&server, "/en/index%2Ehtml", 200);
    check(&server, "/en", 307);
    check(&server, "/index.html/", 404);
    check(&server, "/missing.js", 404);
    check(&server, "/empty/", 404);
    check(&server, "/../outside.txt", 404);
    check(&server, "/%2e%2e/outside.txt", 404);
    check(&server, "/en/..%2f..%2foutside.txt", 404);
    check(&server, "/.hidden", 404);
    check(&server, "/%", 400);
    check(&server, "http://elsewhere/en/", 200);
    #[cfg(unix)]
    check(&server, "/link-out.txt", 404);
}

#[test]
fn a_folder_without_its_slash_is_redirected_on_this_host() {
    let site = Site::new();
    let server = site.serve();
    #[track_caller]
    fn check(server: &Server, target: &str, location: Option<&str>) {
        assert_eq!(get(server, target).header("location"), location, "{target}");
    }
    check(&server, "/en", Some("/en/"));
    check(&server, "/en?theme=dark", Some("/en/?theme=dark"));
    check(&server, "/a%20b", Some("/a%20b/"));
    check(&server, "//en", None);
    check(&server, "//elsewhere/..", None);
}

#[test]
fn answers_carry_type_and_caching() {
    let site = Site::new();
    let server = site.serve();
    let page = get(&server, "/");
    assert_eq!(
        page.header("content-type"),
        Some("text/html; charset=utf-8")
    );
    assert_eq!(page.header("cache-control"), Some("no-cache"));
    assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(page.body, b"<p>zh</p>");
    let script = get(&server, &format!("/{HASHED}"));
    assert_eq!(
        script.header("cache-control"),
        Some("public, max-age=31536000, immutable")
    );
}

#[test]
fn an_unchanged_file_is_not_sent_again() {
    let site = Site::new();
    let server = site.serve();
    let etag = get(&server, "/")
        .header("etag")
        .expect("files have an etag")
        .to_owned();
    let again = ask(
        &server,
        &format!("GET / HTTP/1.1\r\nIf-None-Match: \"x\", {etag}\r\nConnection: close\r\n\r\n"),
    );
    assert_eq!(again.status, 304);
    assert_eq!(again.body, b"");
    fs::write(site.root().join("index.html"), "<p>new words</p>").expect("the page is ours");
    let changed = ask(
        &server,
        &format!("GET / HTTP/1.1\r\nIf-None-Match: {etag}\r\nConnection: close\r\n\r\n"),
    );
    assert_eq!(changed.status, 200);
    assert_eq!(changed.body, b"<p>new words</p>");
}

#[test]
fn the_compressed_sibling_goes_to_those_who_accept_it() {
    let site = Site::new();
    let accepting =
        format!("GET /{HASHED} HTTP/1.1\r\nAccept-Encoding: gzip, br\r\nConnection: close\r\n\r\n");

    let server = site.serve();
    let small = ask(&server, &accepting);
    assert_eq!(small.header("content-encoding"), Some("br"));
    assert_eq!(small.header("vary"), Some("Accept-Encoding"));
    assert_eq!(
        small.header("content-type"),
        Some("text/javascript; charset=utf-8")
    );
    assert_eq!(small.body, b"small");

    let plain = get(&server, &format!("/{HASHED}"));
    assert_eq!(plain.header("content-encoding"), None);
    assert_eq!(plain.body, b"let large;");

    let mut options = ServerOptions::new(site.root());
    options.compress = false;
    let server = Server::start(options).expect("a free port");
    assert_eq!(ask(&server, &accepting).body, b"let large;");
}

#[test]
fn head_answers_without_a_body_and_others_are_refused() {
    let site = Site::new();
    let server = site.serve();
    let head = ask(&server, "HEAD / HTTP/1.1\r\nConnection: close\r\n\r\n");
    assert_eq!(head.status, 200);
    assert_eq!(head.header("content-length"), Some("9"));
    assert_eq!(head.body, b"");
    let post = ask(&server, "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi");
    assert_eq!(post.status, 405);
    assert_eq!(post.header("allow"), Some("GET, HEAD"));
}

#[test]
fn a_connection_serves_one_request_after_another() {
    let site = Site::new();
    let server = site.serve();
    let both = ask_raw(
        &server,
        b"GET / HTTP/1.1\r\n\r\nGET /en/ HTTP/1.1\r\nConnection: close\r\n\r\n",
    );
    let both = String::from_utf8_lossy(&both);
    assert_eq!(both.matches("HTTP/1.1 200 OK").count(), 2, "{both}");
    assert!(both.contains("<p>zh</p>HTTP/1.1"), "{both}");
    assert!(both.ends_with("<p>en</p>"), "{both}");
}

#[test]
fn every_request_is_recorded_in_order() {
    let site = Site::new();
    let server = site.serve();
    get(&server, "/");
    get(&server, "/missing.js?v=1");
    let seen: Vec<_> = server
        .requests()
        .into_iter()
        .map(|request| (request.seq, request.method, request.path_and_query))
        .collect();
    assert_eq!(
        seen,
        [
            (1, "GET".to_owned(), "/".to_owned()),
            (2, "GET".to_owned(), "/missing.js?v=1".to_owned()),
        ]
    );
    server.clear_requests();
    assert_eq!(server.requests(), []);
    get(&server, "/en/");
    assert_eq!(
        server.requests().first().map(|request| request.seq),
        Some(3)
    );
}

#[test]
fn answers_change_while_the_server_runs() {
    let site = Site::new();
    let server = Server::start(ServerOptions::new(site.root()).header(
        "*",
        "Referrer-Policy",
        "no-referrer",
    ))
    .expect("a free port");
    assert_eq!(
        get(&server, "/").header("referrer-policy"),
        Some("no-referrer")
    );

    server.change(
        "/",
        Change::default().header("Content-Security-Policy", "script-src 'self'"),
    );
    assert_eq!(
        get(&server, "/").header("content-security-policy"),
        Some("script-src 'self'")
    );
    assert_eq!(get(&server, "/en/").header("content-security-policy"), None);

    server.change(
        "*.js",
        Change::default().header("content-type", "text/plain"),
    );
    let script = get(&server, &format!("/{HASHED}"));
    assert_eq!(script.header("content-type"), Some("text/plain"));
    assert_eq!(script.body, b"let large;");

    server.change("/en/*", Change::default().status(404));
    assert_eq!(get(&server, "/en/").status, 404);
    assert_eq!(get(&server, "/en/").body, b"404 Not Found\n");

    server.change("/made-up.json", Change::default().body("{}"));
    let made_up = get(&server, "/made-up.json");
    assert_eq!(made_up.status, 200);
    assert_eq!(made_up.header("content-type"), Some("application/json"));
    assert_eq!(made_up.body, b"{}");

    server.clear_changes();
    assert_eq!(get(&server, "/en/").status, 200);
    assert_eq!(get(&server, "/").header("referrer-policy"), None);
}

#[test]
fn a_slow_answer_holds_up_nobody_else() {
    let site = Site::new();
    let server = site.serve();
    server.change("/en/", Change::default().delay(Duration::from_millis(800)));
    let start = Instant::now();
    let mut slow = connect(&server);
    slow.write_all(b"GET /en/ HTTP/1.1\r\nConnection: close\r\n\r\n")
        .expect("the server listens");
    assert_eq!(get(&server, "/").status, 200);
    assert!(start.elapsed() < Duration::from_millis(800));
    assert_eq!(Answer::read(slow).status, 200);
    assert!(start.elapsed() >= Duration::from_millis(800));
}

#[test]
fn garbage_gets_an_answer_and_the_server_goes_on() {
    let site = Site::new();
    let server = site.serve();
    for garbage in [
        b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03\n\n".as_slice(),
        b"GET\r\n\r\n",
        b"GET / HTTP/1.1\r\n: x\r\n\r\n",
        b"GET /%ff%fe HTTP/1.1\r\nConnection: close\r\n\r\n",
        b"\r\n\r\n\r\n",
        &[b'x'; 200_000],
    ] {
        let mut stream = connect(&server);
        // The server may well have hung up before everything is sent.
        let _ = stream.write_all(garbage);
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer);
        assert!(
            answer.is_empty() || answer.starts_with("HTTP/1.1 4"),
            "{answer}"
        );
        assert_eq!(get(&server, "/").status, 200);
    }
}

#[test]
fn a_dropped_server_stops_and_frees_its_port() {
    let site = Site::new();
    let server = site.serve();
    let addr = server.addr();
    let mut idle = connect(&server);
    idle.write_all(b"GET / HTTP/1.1\r\n\r\n")
        .expect("the server listens");
    let start = Instant::now();
    drop(server);
    assert!(start.elapsed() < Duration::from_secs(5));
    let mut rest = Vec::new();
    let _ = idle.read_to_end(&mut rest);
    assert!(TcpStream::connect(addr).is_err());
}

#[test]
fn a_port_in_use_is_an_error_not_a_panic() {
    let site = Site::new();
    let server = site.serve();
    let second = Server::start(ServerOptions::new(site.root()).addr(server.addr().to_string()));
    assert_eq!(
        second.err().map(|error| error.kind()),
        Some(ErrorKind::AddrInUse)
    );
}

#[test]
fn a_missing_folder_is_an_error_not_a_panic() {
    let missing = Server::start(ServerOptions::new("no such folder"));
    assert_eq!(
        missing.err().map(|error| error.kind()),
        Some(ErrorKind::NotFound)
    );
}

/// A small site in a folder of its own, removed at the end.
struct Site(PathBuf);

impl Site {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::SeqCst);
        let folder = env::temp_dir().join(format!("static-server-{}-{number}", process::id()));
        let root = folder.join("root");
        for name in ["en", "empty", "a b"] {
            fs::create_dir_all(root.join(name)).expect("a temporary folder");
        }
        for (name, content) in [
            ("../outside.txt", "outside"),
            ("index.html", "<p>zh</p>"),
            ("en/index.html", "<p>en</p>"),
            (".hidden", "hidden"),
            (HASHED, "let large;"),
            (&format!("{HASHED}.br"), "small"),
        ] {
            fs::write(root.join(name), content).expect("a temporary file");
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink("../outside.txt", root.join("link-out.txt"))
            .expect("a temporary link");
        Self(folder)
    }

    fn root(&self) -> PathBuf {
        Path::new(&self.0).join("root")
    }

    fn serve(&self) -> Server {
        Server::start(ServerOptions::new(self.root())).expect("a free port")
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    #[track_caller]
    fn read(mut stream: TcpStream) -> Self {
        let mut bytes = Vec::new();
        stream
            .read_to_end(&mut bytes)
            .expect("the server answers and closes");
        let end = bytes
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .expect("a head");
        let head = String::from_utf8(bytes[..end].to_vec()).expect("a readable head");
        let mut lines = head.lines();
        let status_line = lines.next().expect("a status line");
        Self {
            status: status_line[9..12].parse().expect("a status"),
            headers: lines
                .filter_map(|line| line.split_once(": "))
                .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
                .collect(),
            body: bytes[end + 4..].to_vec(),
        }
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

#[track_caller]
fn get(server: &Server, target: &str) -> Answer {
    ask(
        server,
        &format!("GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
    )
}

#[track_caller]
fn ask(server: &Server, request: &str) -> Answer {
    let mut stream = connect(server);
    stream
        .write_all(request.as_bytes())
        .expect("the server listens");
    Answer::read(stream)
}

#[track_caller]
fn ask_raw(server: &Server, request: &[u8]) -> Vec<u8> {
    let mut stream = connect(server);
    stream.write_all(request).expect("the server listens");
    let mut answer = Vec::new();
    stream
        .read_to_end(&mut answer)
        .expect("the server answers and closes");
    answer
}

#[track_caller]
fn connect(server: &Server) -> TcpStream {
    let stream = TcpStream::connect(server.addr()).expect("the server listens");
    stream
        .set_read_timeout(Some(Duration::from_secs(10)))
        .expect("a timeout can be set");
    stream
}
