//! `cargo xtask ci`: what a pull request has to pass, which is exactly what `test` runs.

use crate::{Command, test};

pub(crate) const COMMAND: Command = Command {
    name: "ci",
    arguments: "",
    about: "the same as test, under the name a build server looks for",
    run: test::run,
};
