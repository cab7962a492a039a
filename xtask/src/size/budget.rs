//! `bench/budget.toml`: the bytes that a build may have, for `cargo xtask size`.

use anyhow::{Context as _, Result};
use toml_spanner::Toml;
use xshell::Shell;

pub(super) const FILE: &str = "bench/budget.toml";

#[derive(Debug, Toml)]
#[toml(deny_unknown_fields)]
pub(super) struct Budget {
    pub(super) bytes: Limits,
}

/// Of brotli for the first four, and of the file itself for `single`.
#[derive(Clone, Copy, Debug, Toml)]
#[toml(deny_unknown_fields)]
pub(super) struct Limits {
    pub(super) page: u64,
    pub(super) glue: u64,
    pub(super) program: u64,
    pub(super) total: u64,
    pub(super) single: u64,
}

impl Budget {
    pub(super) fn read(sh: &Shell) -> Result<Self> {
        toml_spanner::from_str(&sh.read_file(FILE)?)
            .with_context(|| format!("{FILE} cannot be used."))
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
            let error = toml_spanner::from_str::<Budget>(&text.replacen(piece, other, 1))
                .expect_err("a bad budget")
                .to_string();
            assert!(error.contains(expect), "{error}");
        };
        check("\n[bytes]", "\n[bites]", "unexpected key at `bites`");
        check("\nglue = ", "\ngleu = ", "unexpected key at `bytes.gleu`");
        check("\nglue = ", "\n# glue = ", "missing required key 'glue'");
        check("\nglue = ", "\nglue = -", "value out of range");
    }
}
