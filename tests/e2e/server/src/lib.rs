//! Serves a folder on this machine, for `cargo xtask serve` and for the journeys: it records every request, and its answers can be changed while it runs.

mod change;
#[cfg(test)]
mod tests;

use std::{
    io,
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
};

use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    serve::ListenerExt,
};
use tokio::{net, runtime, sync::watch};
use tower_http::services::ServeDir;

pub use change::Change;

/// The folder to serve, and the address to listen on.
#[derive(Clone, Debug)]
pub struct ServerOptions {
    root: PathBuf,
    addr: String,
}

impl ServerOptions {
    /// Serves `root` on any free port of this machine.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self {
            root: root.into(),
            addr: "127.0.0.1:0".to_owned(),
        }
    }

    /// Listens on this address instead, for example `127.0.0.1:8080`.
    #[must_use]
    pub fn addr(mut self, addr: impl Into<String>) -> Self {
        self.addr = addr.into();
        self
    }
}

/// A running server; it stops when this is dropped.
#[derive(Debug)]
pub struct Server {
    addr: SocketAddr,
    shared: Arc<Shared>,
    /// `None` only while it is dropped.
    runtime: Option<runtime::Runtime>,
}

#[derive(Debug, Default)]
struct Shared {
    requests: Mutex<Vec<String>>,
    changes: Mutex<Vec<(String, Change)>>,
    is_released: watch::Sender<bool>,
}

impl Server {
    /// Starts to listen. An address in use comes back as [`io::ErrorKind::AddrInUse`].
    pub fn start(options: ServerOptions) -> io::Result<Self> {
        let shared = Arc::new(Shared::default());
        let app = router(&options.root.canonicalize()?, &shared);
        let listener = TcpListener::bind(&options.addr)?;
        listener.set_nonblocking(true)?;
        let addr = listener.local_addr()?;
        // A journey drives its browser on one thread; the server must answer meanwhile.
        let runtime = runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()?;
        let _entered = runtime.enter();
        let listener = net::TcpListener::from_std(listener)?.tap_io(|connection| {
            // Only the speed of small answers depends on it.
            let _ = connection.set_nodelay(true);
        });
        runtime.spawn(axum::serve(listener, app).into_future());
        Ok(Self {
            addr,
            shared,
            runtime: Some(runtime),
        })
    }

    /// The address with the port that was really taken.
    #[must_use]
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// The address to open in a browser, with a slash at its end.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/", self.addr)
    }

    /// Path and query of every request since the start or the last [`Server::clear_requests`], oldest first.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        lock(&self.shared.requests).clone()
    }

    /// Forgets the requests so far.
    pub fn clear_requests(&self) {
        lock(&self.shared.requests).clear();
    }

    /// From now on changes the answers whose path fits `pattern`: an exact path such as `/en/`, or one with
    /// a single `*` for any text, such as `*.wasm`. Several changes add up, and the latest wins.
    pub fn change(&self, pattern: impl Into<String>, change: Change) {
        lock(&self.shared.changes).push((pattern.into(), change));
    }

    /// Sends the answers that were held ([`Change::held`]); from now on none is.
    pub fn release(&self) {
        self.shared.is_released.send_replace(true);
    }

    /// Serves until the process is ended.
    pub fn wait(self) -> ! {
        loop {
            thread::park();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // Without waiting, since this is dropped within the runtime of a test.
            runtime.shutdown_background();
        }
    }
}

/// A thread that panicked while holding the lock cannot have left these lists half written.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn router(root: &Path, shared: &Arc<Shared>) -> Router {
    let files = ServeDir::new(root).precompressed_br().precompressed_gzip();
    Router::new()
        .fallback_service(files)
        .layer(middleware::from_fn_with_state(Arc::clone(shared), answer))
}

/// Records the request, then lets the folder answer it, with the headers and the changes of its path.
async fn answer(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let target = request.uri().path_and_query();
    let target = target.map_or_else(|| path.clone(), ToString::to_string);
    lock(&shared.requests).push(target);
    let change = Change::of(&path, &lock(&shared.changes));
    if change.is_held {
        // The sender lives as long as this handler.
        let _ = shared.is_released.subscribe().wait_for(|it| *it).await;
    }
    let mut response = match &change.body {
        Some(body) => {
            // A folder is answered with its page.
            let is_folder = path.ends_with('/');
            let kind = mime_guess::from_path(if is_folder { "index.html" } else { &path });
            let kind = kind.first_or_octet_stream().to_string();
            ([(header::CONTENT_TYPE, kind)], body.clone()).into_response()
        }
        None if change.status.is_some() => ().into_response(),
        None => next.run(request).await,
    };
    if let Some(status) = change.status {
        *response.status_mut() = status;
    }
    let kept = match response.status() {
        StatusCode::OK if change.body.is_some() => "no-store",
        StatusCode::OK | StatusCode::NOT_MODIFIED if is_hashed(&path) => {
            "public, max-age=31536000, immutable"
        }
        _ => "no-cache",
    };
    add_usual_headers(response.headers_mut(), kept);
    response.headers_mut().extend(change.headers);
    response
}

/// Adds the headers that a host sends with every answer (`embed/serving`), as far as they matter on one machine.
fn add_usual_headers(headers: &mut HeaderMap, kept: &'static str) {
    for (name, value) in [
        (header::CACHE_CONTROL, kept),
        (header::VARY, "Accept-Encoding"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let kind = headers.get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    let kind = match kind {
        Some(b"text/html") => "text/html; charset=utf-8",
        Some(b"text/css") => "text/css; charset=utf-8",
        Some(b"text/javascript") => "text/javascript; charset=utf-8",
        Some(b"text/plain") => "text/plain; charset=utf-8",
        _ => return,
    };
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
}

/// Whether a name carries the hash of its content: up to 16 hexadecimal digits, without zeros before them.
/// A word of so many letters from a to f there is not.
fn is_hashed(path: &str) -> bool {
    path.split(['-', '_', '.'])
        .any(|part| part.len() >= 12 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
