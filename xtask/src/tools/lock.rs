//! Lets one run wait for another that does the same work; the system releases a lock when its holder ends, however it ends.

use std::{
    fs::{self, File, TryLockError},
    path::Path,
};

use anyhow::{Context as _, Result};

/// Takes the lock of this file and holds it as long as the answer lives; says `waiting` where another run has it.
pub(crate) fn take(path: &Path, waiting: &str) -> Result<File> {
    let create = || {
        fs::create_dir_all(path.parent().unwrap_or(path))?;
        File::create(path)
    };
    let file = create().with_context(|| format!("{} cannot be written to.", path.display()))?;
    // Some network file systems know no locks; then two runs at once are the user's care.
    if let Err(TryLockError::WouldBlock) = file.try_lock() {
        println!("{waiting}");
        file.lock()?;
    }
    Ok(file)
}
