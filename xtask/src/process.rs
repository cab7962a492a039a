//! Starts other programs.

use std::{
    env,
    ffi::OsString,
    io::{self, BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

use crate::{
    project,
    stop::{Outcome, Stop},
};

/// Cargo, the same one that runs this, at the top of the checkout.
pub(crate) fn cargo() -> Outcome<Command> {
    let program = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(program);
    command.current_dir(project::root()?);
    Ok(command)
}

/// Runs a program with its output going to the terminal. `failure` is the sentence for when it fails.
pub(crate) fn run(command: &mut Command, failure: &str) -> Outcome {
    let status = command
        .status()
        .map_err(|error| not_started(command, &error))?;
    finish(status.success(), failure)
}

/// As [`run`], and hands every line of standard output to `look` once it is printed.
pub(crate) fn run_watched(
    command: &mut Command,
    failure: &str,
    mut look: impl FnMut(&str),
) -> Outcome {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    if let Some(output) = child.stdout.take() {
        let mut output = BufReader::new(output);
        let mut line = Vec::new();
        // A reader that is gone (`| head`) must not end the tests half-way.
        while output
            .read_until(b'\n', &mut line)
            .is_ok_and(|length| length > 0)
        {
            let mut terminal = io::stdout().lock();
            let _ = terminal.write_all(&line);
            let _ = terminal.flush();
            look(&String::from_utf8_lossy(&line));
            line.clear();
        }
    }
    let status = child.wait().map_err(|error| not_started(command, &error))?;
    finish(status.success(), failure)
}

/// What a program prints, or nothing where it is missing or fails.
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
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

fn finish(success: bool, failure: &str) -> Outcome {
    if success {
        Ok(())
    } else {
        Err(Stop::Failed(failure.to_owned()))
    }
}

fn not_started(command: &Command, error: &io::Error) -> Stop {
    let program = command.get_program().to_string_lossy();
    Stop::Failed(match error.kind() {
        io::ErrorKind::NotFound => {
            format!("The program `{program}` is missing. Please install it, then try again.")
        }
        _ => format!("The program `{program}` could not be run: {error}."),
    })
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

    #[test]
    fn a_missing_program_is_a_sentence() {
        let stop = run(&mut Command::new("no-such-program-here"), "");
        assert_eq!(
            stop,
            Err(Stop::Failed(
                "The program `no-such-program-here` is missing. Please install it, then try again."
                    .to_owned()
            ))
        );
    }
}
