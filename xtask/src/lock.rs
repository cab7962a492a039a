//! Lets one run wait for another that does the same work; the system releases a lock when its holder ends, however it ends.

use std::{
    fs::{self, File, TryLockError},
    io,
    path::Path,
};

/// Takes the lock of this file and holds it as long as the answer lives; says `waiting` where another run has it.
pub(crate) fn take(path: &Path, waiting: &str) -> io::Result<File> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let file = File::create(path)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            println!("{waiting}");
            file.lock()?;
        }
        // Some network file systems know no locks; then two runs at once are the user's care.
        Err(TryLockError::Error(_)) => {}
    }
    Ok(file)
}
