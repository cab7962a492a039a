//! The stage "studio" of the tests: Node runs the core of the studio and holds what it makes against the build, byte for byte.

use std::path::Path;

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

use crate::tools::process;

/// Hands over each line, among them one as libtest would end with.
pub(super) fn test(sh: &Shell, dist: &Path, count: impl FnMut(&str)) -> Result<()> {
    let root = sh.current_dir();
    let script = root.join("xtask/src/test/studio.mjs");
    let work = root.join("target/studio-test");
    process::run_watched(cmd!(sh, "node {script} {dist} {work}"), count)
        .context("The studio does not make what the build makes; see above.")
}
