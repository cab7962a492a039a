//! `bench/budget.toml`: the bytes that a build may have, for `cargo xtask size`.

use serde::Deserialize;

use crate::{
    project,
    stop::{Outcome, Stop},
};

pub(crate) const FILE: &str = "bench/budget.toml";

/// Upper limits.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Budget {
    pub(crate) bytes: Bytes,
}

/// Of brotli for the first four, and of the file itself for `single`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bytes {
    pub(crate) page: u64,
    pub(crate) glue: u64,
    pub(crate) program: u64,
    pub(crate) total: u64,
    pub(crate) single: u64,
}

impl Budget {
    pub(crate) fn read() -> Outcome<Self> {
        toml::from_str(&project::read(FILE)?)
            .map_err(|error| Stop::Failed(format!("{FILE}: {error}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_holds_every_limit() {
        let bytes = Budget::read().expect("a good budget").bytes;
        assert!(bytes.glue < bytes.total);
    }

    #[test]
    fn a_mistake_in_the_budget_is_named() {
        #[track_caller]
        fn check(piece: &str, other: &str, expect: &str) {
            let text = project::read(FILE).expect("the budget");
            assert!(text.contains(piece), "{piece}");
            let error = toml::from_str::<Budget>(&text.replacen(piece, other, 1))
                .expect_err("a bad budget")
                .to_string();
            assert!(error.contains(expect), "{error}");
        }
        check("\n[bytes]", "\n[bites]", "unknown field `bites`");
        check("\nglue = ", "\ngleu = ", "unknown field `gleu`");
        check("\nglue = ", "\n# glue = ", "missing field `glue`");
        check("\nglue = ", "\nglue = -", "invalid value: integer `-");
    }
}
