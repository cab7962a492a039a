//! A driver's process and what it writes; its browsers put their files into a folder that goes with it.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{self, Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::setting;

/// The longest a driver or a display may take to start.
const START: Duration = Duration::from_secs(30);

/// A driver; its browser ends with it.
pub(super) struct Driver {
    pub(super) url: String,
    program: Program,
    /// The display that the driver runs in, which has to go after it.
    display: Option<Display>,
}

/// A display without a screen.
pub(super) struct Display {
    pub(super) number: u32,
    _program: Program,
}

/// So many lines say why a browser broke down.
const LAST_LINES: usize = 12;

/// A process of which every line is kept, also so that it never waits for a reader.
pub(super) struct Program {
    name: String,
    process: Child,
    lines: Arc<Mutex<Vec<String>>>,
}

/// Where driver and browsers put their profiles; their guard removes it.
pub(super) struct Folder(PathBuf);

/// Waits for the end of its input, which comes when the tests end in whatever way, and then ends the program and all that it started.
const GUARD: &str = r#"
    "$0" "$@" &
    program=$!
    trap '' TERM
    read -r end
    kill -TERM 0
    (sleep 3; kill -KILL 0) &
    wait $program
    rm -rf "$TMPDIR"
    kill -KILL 0"#;

/// A program named by a setting, with a guard and a folder for its files.
pub(super) fn guarded(name: &str, folder: &Folder) -> Command {
    let mut command = Command::new("sh");
    command
        .args(["-c", GUARD, &setting(name)])
        .env("TMPDIR", folder.path())
        .process_group(0);
    command
}

impl Driver {
    /// Starts a driver that takes a free port and names it in a line, after these words.
    pub(super) fn on_its_own_port(command: &mut Command, words: &str) -> Self {
        let program = Program::start(command);
        let port = program.waits_for("the driver names its port", |lines| {
            let (_, rest) = lines.iter().find_map(|line| line.split_once(words))?;
            let end = rest.find(|it: char| !it.is_ascii_digit());
            Some(rest[..end.unwrap_or(rest.len())].to_owned())
        });
        Self {
            url: format!("http://127.0.0.1:{port}"),
            program,
            display: None,
        }
    }

    /// Starts a driver on a port that is free now, and waits until it listens there.
    pub(super) fn on_a_free_port(command: &mut Command, display: Display) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr());
        let address = port.expect("a port is free");
        let program = Program::start(command.arg(format!("--port={}", address.port())));
        program.waits_for("the driver listens", |_| TcpStream::connect(address).ok());
        Self {
            url: format!("http://{address}"),
            program,
            display: Some(display),
        }
    }

    /// The last lines that the driver and its browser wrote, the newest first.
    pub(super) fn last_lines(&self) -> Vec<String> {
        self.program.last_lines()
    }

    /// Ends the driver; what it ran in stays.
    pub(super) fn end(self) -> Option<Display> {
        drop(self.program);
        self.display
    }
}

impl Display {
    pub(super) fn start(width: u32) -> Self {
        let mut command = guarded("XVFB", &Folder::new());
        let screen = format!("{width}x1000x24");
        command.args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            &screen,
            "-nolisten",
            "tcp",
            // Else the display begins anew whenever its last browser leaves.
            "-noreset",
        ]);
        let program = Program::start(&mut command);
        let number = program.waits_for("the display names its number", |lines| {
            lines.iter().find_map(|it| it.trim().parse().ok())
        });
        Self {
            number,
            _program: program,
        }
    }
}

impl Program {
    pub(super) fn start(command: &mut Command) -> Self {
        let name = command.get_args().nth(2).unwrap_or_default();
        let name = name.to_string_lossy().into_owned();
        let mut process = command
            .stdin(Stdio::piped())
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

    /// Its last lines, the newest first.
    fn last_lines(&self) -> Vec<String> {
        self.lines()
            .iter()
            .rev()
            .take(LAST_LINES)
            .cloned()
            .collect()
    }

    fn lines(&self) -> std::sync::MutexGuard<'_, Vec<String>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Waiting closes its input first.
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
