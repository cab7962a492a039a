//! Folders of the machine that built the program: named in it, they make its bytes differ from machine to machine.

use std::{fs, path::Path};

use anyhow::{Context as _, Result};

/// Pieces of paths below a home folder, the tool chain's or Cargo's.
const FOLDERS: [&str; 6] = [
    "/home/",
    "/root/",
    "/Users/",
    "\\Users\\",
    ".rustup",
    ".cargo",
];

/// The sentence about such a folder in a program, if there is one.
pub(super) fn excess(program: &Path) -> Result<Option<String>> {
    let bytes =
        fs::read(program).with_context(|| format!("{} cannot be read.", program.display()))?;
    Ok(found(&bytes).map(|folder| {
        format!(
            "The program names a folder of this machine (`{folder}`), so its bytes differ from machine to machine; \
             `xtask/src/tools/rust.rs` should have renamed it."
        )
    }))
}

fn found(program: &[u8]) -> Option<&'static str> {
    FOLDERS.into_iter().find(|folder| {
        let folder = folder.as_bytes();
        program.windows(folder.len()).any(|bytes| bytes == folder)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_the_machine_is_found_wherever_it_stands() {
        let check = |program: &str, expect: Option<&str>| {
            assert_eq!(found(program.as_bytes()), expect, "{program}");
        };
        check("\0asm/home/somebody/.rustup/toolchains", Some("/home/"));
        check("C:\\Users\\somebody\\x.rs", Some("\\Users\\"));
        check("/opt/rust/.cargo/registry", Some(".cargo"));
        check("/rustc/5980/library/core/src/option.rs", None);
        check("/crates/yew-0.23.0/src/scheduler.rs", None);
        check("", None);
    }
}
