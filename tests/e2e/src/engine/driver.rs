//! A driver's process and what it writes; its browsers put their files into a folder that goes with it.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{self, Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// The longest a driver or a display may take to start.
const START: Duration = Duration::from_secs(30);

/// A driver; it ends with the last journey that uses it.
pub(super) struct Driver {
    pub(super) url: String,
    _program: Program,
    /// What the driver runs in, and what has to go after it.
    _display: Option<Program>,
    _folder: Folder,
}

/// A process of which every line is kept, also so that it never waits for a reader.
pub(super) struct Program {
    name: String,
    process: Child,
    lines: Arc<Mutex<Vec<String>>>,
}

/// Where driver and browsers put their profiles; some of them stay when a browser has gone.
pub(super) struct Folder(PathBuf);

impl Driver {
    /// Starts a driver that takes a free port and names it in a line, after these words.
    pub(super) fn on_its_own_port(command: &mut Command, folder: Folder, words: &str) -> Self {
        let program = Program::start(command.env("TMPDIR", folder.path()));
        let port = program.waits_for("the driver names its port", |lines| {
            let (_, rest) = lines.iter().find_map(|line| line.split_once(words))?;
            let end = rest.find(|it: char| !it.is_ascii_digit());
            Some(rest[..end.unwrap_or(rest.len())].to_owned())
        });
        Self {
            url: format!("http://127.0.0.1:{port}"),
            _program: program,
            _display: None,
            _folder: folder,
        }
    }

    /// Starts a driver on a port that is free now, and waits until it listens there.
    pub(super) fn on_a_free_port(command: &mut Command, folder: Folder, display: Program) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr());
        let address = port.expect("a port is free");
        command
            .arg(format!("--port={}", address.port()))
            .env("TMPDIR", folder.path());
        let program = Program::start(command);
        program.waits_for("the driver listens", |_| TcpStream::connect(address).ok());
        Self {
            url: format!("http://{address}"),
            _program: program,
            _display: Some(display),
            _folder: folder,
        }
    }
}

impl Program {
    pub(super) fn start(command: &mut Command) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        let mut process = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{name} does not start: {error}"));
        let lines = Arc::default();
        keep(process.stdout.take(), &lines);
        keep(process.stderr.take(), &lines);
        Self {
            name,
            process,
            lines,
        }
    }

    /// Waits until something is so, and says what was written where it does not come.
    pub(super) fn waits_for<T>(
        &self,
        what: &str,
        mut look: impl FnMut(&[String]) -> Option<T>,
    ) -> T {
        let start = Instant::now();
        loop {
            if let Some(found) = look(&self.lines()) {
                return found;
            }
            assert!(
                start.elapsed() < START,
                "{}: {what} within {START:?}? It says {:#?}",
                self.name,
                self.lines()
            );
            thread::sleep(Duration::from_millis(10));
        }
    }

    fn lines(&self) -> std::sync::MutexGuard<'_, Vec<String>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Asked to end, a driver takes its browsers along; killed at once, it would leave them.
        let pid = self.process.id();
        let asked = Command::new("sh")
            .arg("-c")
            .arg(format!("kill -TERM {pid}"))
            .status();
        let start = Instant::now();
        while asked.as_ref().is_ok_and(process::ExitStatus::success)
            && start.elapsed() < Duration::from_secs(3)
            && matches!(self.process.try_wait(), Ok(None))
        {
            thread::sleep(Duration::from_millis(10));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Folder {
    pub(super) fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("e2e-{}-{number}", process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).expect("a folder for temporary files can be made");
        Self(folder)
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A browser on its way out may still hold a file; then the system's own cleaning has to do.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Keeps the lines of an output in a thread of its own.
fn keep(output: Option<impl Read + Send + 'static>, lines: &Arc<Mutex<Vec<String>>>) {
    let output = BufReader::new(output.expect("the output was asked for"));
    let lines = Arc::clone(lines);
    thread::spawn(move || {
        for line in output.split(b'\n') {
            let Ok(line) = line else { return };
            let line = String::from_utf8_lossy(&line).into_owned();
            let mut lines = lines.lock().unwrap_or_else(PoisonError::into_inner);
            lines.push(line);
        }
    });
}
