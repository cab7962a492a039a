//! Where things lie in this checkout.

use std::{env, fs, path::PathBuf};

use crate::stop::{Outcome, Stop};

/// The top folder, as Cargo names it at run time, so that a checkout may be moved.
pub(crate) fn root() -> Outcome<PathBuf> {
    let own = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    own.as_deref()
        .and_then(std::path::Path::parent)
        .map(PathBuf::from)
        .ok_or_else(|| Stop::Failed("Please call this as `cargo xtask`.".to_owned()))
}

/// The finished build.
pub(crate) fn dist() -> Outcome<PathBuf> {
    Ok(root()?.join("dist"))
}

/// The text of a file of the project.
pub(crate) fn read(name: &str) -> Outcome<String> {
    let file = root()?.join(name);
    fs::read_to_string(&file)
        .map_err(|error| Stop::Failed(format!("{} could not be read: {error}.", file.display())))
}
