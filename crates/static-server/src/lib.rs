//! A small HTTP/1.1 file server for looking at a build and for testing it: it records every request and its answers can be changed while it runs.
//!
//! It speaks to the machine it runs on, one thread per connection, and is not meant to face the internet.

mod change;
mod files;
mod head;
mod response;

use std::{
    collections::BTreeMap,
    io::{self, BufReader, Write},
    net::{IpAddr, Ipv4Addr, Ipv6Addr, Shutdown, SocketAddr, TcpListener, TcpStream},
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

pub use change::Change;

/// How long a connection may stay silent, and how long a reader may keep us waiting.
const PATIENCE: Duration = Duration::from_secs(30);

/// What to serve, and where.
#[derive(Clone, Debug)]
pub struct ServerOptions {
    /// The folder with the files.
    pub root: PathBuf,
    /// The address to listen on; port 0 takes any free port.
    pub addr: String,
    /// Headers to add or replace: path pattern (see [`Server::change`]), name, value.
    pub headers: Vec<(String, String, String)>,
    /// Whether `<file>.br` is sent in place of `<file>` to a reader that accepts it.
    pub compress: bool,
}

impl ServerOptions {
    /// Serves `root` on any free port of this machine, with compressed siblings where they exist.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self {
            root: root.into(),
            addr: "127.0.0.1:0".to_owned(),
            headers: Vec::new(),
            compress: true,
        }
    }

    /// Listens on this address instead, for example `127.0.0.1:8080`.
    #[must_use]
    pub fn addr(mut self, addr: impl Into<String>) -> Self {
        self.addr = addr.into();
        self
    }

    /// Adds or replaces a header of every answer whose path fits the pattern.
    #[must_use]
    pub fn header(
        mut self,
        pattern: impl Into<String>,
        name: impl Into<String>,
        value: impl Into<String>,
    ) -> Self {
        self.headers
            .push((pattern.into(), name.into(), value.into()));
        self
    }
}

/// One request as it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Counts from 1, over all connections, and is not set back by [`Server::clear_requests`].
    pub seq: u64,
    /// The time since the server started.
    pub time: Duration,
    /// `GET`, `HEAD` or whatever else was asked for.
    pub method: String,
    /// The target as it was sent, still percent-encoded: `/en/?theme=dark`.
    pub path_and_query: String,
}

/// A running server; it stops when this handle is dropped.
#[derive(Debug)]
pub struct Server {
    addr: SocketAddr,
    shared: Arc<Shared>,
    acceptor: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts to listen. An address in use comes back as [`io::ErrorKind::AddrInUse`].
    pub fn start(options: ServerOptions) -> io::Result<Self> {
        let root = options.root.canonicalize()?;
        let listener = TcpListener::bind(options.addr.as_str())?;
        let addr = listener.local_addr()?;
        let changes = options
            .headers
            .into_iter()
            .map(|(pattern, name, value)| (pattern, Change::default().header(name, value)))
            .collect();
        let shared = Arc::new(Shared {
            root,
            compress: options.compress,
            started: Instant::now(),
            stopping: AtomicBool::new(false),
            next_seq: AtomicU64::new(1),
            next_connection: AtomicU64::new(1),
            requests: Mutex::default(),
            changes: Mutex::new(changes),
            connections: Mutex::default(),
        });
        let acceptor = thread::Builder::new()
            .name("static-server".to_owned())
            .spawn({
                let shared = Arc::clone(&shared);
                move || accept(&listener, &shared)
            })?;
        Ok(Self {
            addr,
            shared,
            acceptor: Some(acceptor),
        })
    }

    /// The address with the port that was really taken.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// The address to open in a browser, with a slash at its end.
    pub fn url(&self) -> String {
        format!("http://{}/", self.addr)
    }

    /// Every request since the start or the last [`Server::clear_requests`], oldest first.
    pub fn requests(&self) -> Vec<Request> {
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

    /// Takes back every change, also the headers given at the start.
    pub fn clear_changes(&self) {
        lock(&self.shared.changes).clear();
    }

    /// Blocks until the server ends, which it does not do by itself.
    pub fn wait(mut self) {
        if let Some(acceptor) = self.acceptor.take() {
            // The thread has nothing to return; its panic would have been printed.
            let _ = acceptor.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopping.store(true, Ordering::SeqCst);
        for connection in lock(&self.shared.connections).values() {
            // An error means that the other side was faster.
            let _ = connection.shutdown(Shutdown::Both);
        }
        // A last connection of our own wakes the thread that waits for one.
        let woken = TcpStream::connect_timeout(&reachable(self.addr), Duration::from_secs(1));
        if let (Ok(_), Some(acceptor)) = (woken, self.acceptor.take()) {
            let _ = acceptor.join();
        }
    }
}

#[derive(Debug)]
struct Shared {
    root: PathBuf,
    compress: bool,
    started: Instant,
    stopping: AtomicBool,
    next_seq: AtomicU64,
    next_connection: AtomicU64,
    requests: Mutex<Vec<Request>>,
    changes: Mutex<Vec<(String, Change)>>,
    connections: Mutex<BTreeMap<u64, TcpStream>>,
}

impl Shared {
    fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::SeqCst)
    }

    fn record(&self, head: &head::Head) {
        // Counted under the lock, so that the list is in the order of its numbers.
        let mut requests = lock(&self.requests);
        requests.push(Request {
            seq: self.next_seq.fetch_add(1, Ordering::SeqCst),
            time: self.started.elapsed(),
            method: head.method.clone(),
            path_and_query: head.target.clone(),
        });
    }

    fn changes_for(&self, path: &str) -> Change {
        lock(&self.changes)
            .iter()
            .filter(|(pattern, _)| change::fits(pattern, path))
            .fold(Change::default(), |sum, (_, change)| sum.and(change))
    }
}

/// A thread that panicked while holding the lock cannot have left these lists half written.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// "Every address of this machine" is no address one can connect to.
fn reachable(addr: SocketAddr) -> SocketAddr {
    let ip = match addr.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        ip => ip,
    };
    SocketAddr::new(ip, addr.port())
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    loop {
        let accepted = listener.accept();
        if shared.is_stopping() {
            return;
        }
        let Ok((stream, _)) = accepted else {
            // For example too many open files: the next moment may be better.
            thread::sleep(Duration::from_millis(50));
            continue;
        };
        let id = shared.next_connection.fetch_add(1, Ordering::SeqCst);
        if let Ok(copy) = stream.try_clone() {
            lock(&shared.connections).insert(id, copy);
        }
        let serving = Arc::clone(shared);
        let spawned = thread::Builder::new()
            .name("static-server connection".to_owned())
            .spawn(move || {
                // A connection that breaks concerns nobody but the reader who broke it.
                let _ = serve_connection(&stream, &serving);
                lock(&serving.connections).remove(&id);
            });
        if spawned.is_err() {
            lock(&shared.connections).remove(&id);
        }
    }
}

fn serve_connection(stream: &TcpStream, shared: &Shared) -> io::Result<()> {
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(stream);
    loop {
        let head = match head::read(&mut reader)? {
            head::Reading::Head(head) => head,
            head::Reading::End => return Ok(()),
            head::Reading::Garbage(status) => {
                response::plain(status).write(&mut &*stream, true, false)?;
                return stream.shutdown(Shutdown::Write);
            }
        };
        shared.record(&head);
        let keep_alive = head.keep_alive && !shared.is_stopping();
        let response = answer(&head, shared);
        response.write(&mut &*stream, head.method != "HEAD", keep_alive)?;
        (&*stream).flush()?;
        if !keep_alive {
            return stream.shutdown(Shutdown::Write);
        }
    }
}

fn answer(head: &head::Head, shared: &Shared) -> response::Response {
    if head.method != "GET" && head.method != "HEAD" {
        return response::plain(405).header("Allow", "GET, HEAD");
    }
    let Some(path) = files::decode_path(&head.target) else {
        return response::plain(400);
    };
    let change = shared.changes_for(&path);
    thread::sleep(change.delay);
    let unchanged = files::answer(&shared.root, &path, head, shared.compress);
    change.apply(unchanged, &path)
}
