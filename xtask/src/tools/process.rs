//! Runs, becomes and asks other programs, and finds them.

use std::{
    env,
    io::{self, BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

use anyhow::{Context as _, Result, ensure};
use xshell::Cmd;

/// Runs a program and hands every line of its standard output to `look` once it is printed.
pub(crate) fn run_watched(command: Cmd<'_>, mut look: impl FnMut(&str)) -> Result<()> {
    let said = command.to_string();
    eprintln!("$ {said}");
    let mut child = Command::from(command)
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{said}` could not be started."))?;
    if let Some(output) = child.stdout.take() {
        let mut output = BufReader::new(output);
        let mut line = Vec::new();
        while output.read_until(b'\n', &mut line)? > 0 {
            // A reader that is gone (`| head`) must not end the tests half-way.
            let mut terminal = io::stdout().lock();
            let _ = terminal.write_all(&line);
            let _ = terminal.flush();
            look(&String::from_utf8_lossy(&line));
            line.clear();
        }
    }
    ensure!(child.wait()?.success(), "`{said}` failed.");
    Ok(())
}

/// Puts a program in the place of this one, so that what ends this ends it too.
#[cfg(unix)]
pub(crate) fn replace(command: Cmd<'_>) -> Result<()> {
    use std::os::unix::process::CommandExt;

    let said = command.to_string();
    Err(Command::from(command).exec()).with_context(|| format!("`{said}` could not be started."))
}

#[cfg(not(unix))]
pub(crate) fn replace(command: Cmd<'_>) -> Result<()> {
    Ok(command.run()?)
}

/// The output of a program, or nothing where it is missing or fails.
pub(crate) fn ask(command: Cmd<'_>) -> Option<String> {
    command.quiet().ignore_stderr().read().ok()
}

/// Where a program is on the user's PATH.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(format!("{program}{}", env::consts::EXE_SUFFIX)))
        .find(|file| is_program(file))
}

#[cfg(unix)]
pub(crate) fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;

    file.metadata()
        .is_ok_and(|facts| facts.is_file() && facts.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
pub(crate) fn is_program(file: &Path) -> bool {
    file.is_file()
}

/// `4.2 s` or `6 min 44 s`.
pub(crate) fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_spoken_in_seconds_and_minutes() {
        #[track_caller]
        fn check(millis: u64, expect: &str) {
            assert_eq!(spoken(Duration::from_millis(millis)), expect);
        }
        check(0, "0.0 s");
        check(4_230, "4.2 s");
        check(60_000, "1 min 0 s");
        check(404_086, "6 min 44 s");
    }
}
