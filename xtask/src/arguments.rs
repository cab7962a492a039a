//! Reads what stands behind the name of a command.

use std::{
    env,
    net::{Ipv4Addr, TcpListener},
    path::PathBuf,
};

use anyhow::{Context as _, Result, bail, ensure};

/// For commands that take nothing.
pub(crate) fn none(name: &str, arguments: &[String]) -> Result<()> {
    if let Some(argument) = arguments.first() {
        bail!("`cargo xtask {name}` takes no arguments, but was given `{argument}`.");
    }
    Ok(())
}

/// For commands that may take their content from another folder, named as seen from where the caller stands.
pub(crate) fn content(name: &str, arguments: &[String]) -> Result<Option<PathBuf>> {
    let words: Vec<_> = arguments.iter().flat_map(|it| it.split('=')).collect();
    match words[..] {
        [] => Ok(None),
        ["--content", folder] => {
            let folder = env::current_dir()?.join(folder);
            ensure!(
                folder.join("guide.toml").is_file(),
                "There is no guide.toml in {}.",
                folder.display()
            );
            Ok(Some(folder))
        }
        _ => bail!("`cargo xtask {name}` takes `--content FOLDER` and nothing else."),
    }
}

/// For commands that serve. Whether the port is free is asked before the long part, so that nobody waits minutes for this answer.
pub(crate) fn free_port(name: &str, arguments: &[String]) -> Result<u16> {
    let port = port(name, arguments)?;
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| {
        format!(
            "The page cannot be served on port {port}. End what uses it, or name another port: `cargo xtask {name} --port 8081`."
        )
    })?;
    Ok(port)
}

fn port(name: &str, arguments: &[String]) -> Result<u16> {
    let words: Vec<_> = arguments.iter().flat_map(|word| word.split('=')).collect();
    let port = match words[..] {
        [] => Some(8080),
        ["--port", number] => number.parse().ok(),
        _ => None,
    };
    port.with_context(|| {
        format!(
            "`cargo xtask {name}` takes `--port NUMBER`, a number up to 65535, and nothing else."
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_is_read_in_both_spellings() {
        #[track_caller]
        fn check(arguments: &[&str], expect: Option<u16>) {
            let arguments: Vec<_> = arguments.iter().map(ToString::to_string).collect();
            assert_eq!(port("serve", &arguments).ok(), expect, "{arguments:?}");
        }
        check(&[], Some(8080));
        check(&["--port", "9000"], Some(9000));
        check(&["--port=9000"], Some(9000));
        check(&["--port", "0"], Some(0));
        check(&["--port"], None);
        check(&["--port", "many"], None);
        check(&["--port", "65536"], None);
        check(&["--ports=1"], None);
        check(&["9000"], None);
    }
}
