//! `bench/budget.toml`: the bytes that a build may have, for `cargo xtask size`.

use anyhow::{Context as _, Result};
use serde::Deserialize;
use xshell::Shell;

pub(super) const FILE: &str = "bench/budget.toml";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Budget {
    pub(super) bytes: Limits,
}

/// Of brotli for the first four, and of the file itself for `single`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Limits {
    pub(super) page: u64,
    pub(super) glue: u64,
    pub(super) program: u64,
    pub(super) total: u64,
    pub(super) single: u64,
}

impl Budget {
    pub(super) fn read(sh: &Shell) -> Result<Self> {
        toml::from_str(&sh.read_file(FILE)?).with_context(|| format!("{FILE} cannot be used."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_in_the_budget_is_named() {
        let sh = crate::shell().expect("a shell");
        let text = sh.read_file(FILE).expect("the budget");
        let check = |piece: &str, other: &str, expect: &str| {
            assert!(text.contains(piece), "{piece}");
            let error = toml::from_str::<Budget>(&text.replacen(piece, other, 1))
                .expect_err("a bad budget")
                .to_string();
            assert!(error.contains(expect), "{error}");
        };
        check("\n[bytes]", "\n[bites]", "unknown field `bites`");
        check("\nglue = ", "\ngleu = ", "unknown field `gleu`");
        check("\nglue = ", "\n# glue = ", "missing field `glue`");
        check("\nglue = ", "\nglue = -", "invalid value: integer `-");
    }
}
