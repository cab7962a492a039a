//! `bench/budget.toml`: every limit of the project, read here for `cargo xtask size` and `cargo xtask bench`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{
    project,
    stop::{Outcome, Stop},
};

pub(crate) const FILE: &str = "bench/budget.toml";

/// What the bench limits as a share of another figure; the file says of which.
pub(crate) const RATIOS: [&str; 11] = [
    "first-contentful-paint",
    "click-to-react-flow",
    "click-to-mermaid",
    "ready-to-react-flow",
    "ready-to-mermaid",
    "bytes-to-react-flow",
    "bytes-to-mermaid",
    "interaction-to-react-flow",
    "memory-to-react-flow",
    "framed-to-alone",
    "host-with-guide-to-host",
];
/// What the bench limits in milliseconds.
pub(crate) const MILLISECONDS: [&str; 2] = ["total-blocking-time", "interaction"];
/// What the bench limits in a unit of its own.
pub(crate) const OTHER: [&str; 2] = ["layout-shift", "revisit-bytes"];

/// Upper limits.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Budget {
    pub(crate) bytes: Bytes,
    ratios: Limits,
    milliseconds: Limits,
    other: Limits,
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

/// By the name of what the bench measures.
type Limits = BTreeMap<String, f64>;

impl Budget {
    pub(crate) fn read() -> Outcome<Self> {
        Self::parse(&project::read(FILE)?).map_err(Stop::Failed)
    }

    /// What the bench asks for has to be in the text and nothing else, so that no limit gets lost without a word.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let budget: Self = toml::from_str(text).map_err(|error| format!("{FILE}: {error}"))?;
        for (section, limits, keys) in [
            ("ratios", &budget.ratios, RATIOS.as_slice()),
            ("milliseconds", &budget.milliseconds, &MILLISECONDS),
            ("other", &budget.other, &OTHER),
        ] {
            if let Some(key) = keys.iter().find(|key| !limits.contains_key(**key)) {
                return Err(format!("{FILE} has no limit `{key}` in [{section}]."));
            }
            if let Some(key) = limits.keys().find(|key| !keys.contains(&key.as_str())) {
                return Err(format!(
                    "{FILE}: `{key}` in [{section}] is nothing that the bench measures; it measures {}.",
                    keys.join(", ")
                ));
            }
        }
        Ok(budget)
    }

    /// One of [`RATIOS`].
    pub(crate) fn ratio(&self, key: &str) -> Outcome<f64> {
        limit(&self.ratios, key)
    }

    /// One of [`MILLISECONDS`].
    pub(crate) fn milliseconds(&self, key: &str) -> Outcome<f64> {
        limit(&self.milliseconds, key)
    }

    /// One of [`OTHER`].
    pub(crate) fn other(&self, key: &str) -> Outcome<f64> {
        limit(&self.other, key)
    }
}

fn limit(limits: &Limits, key: &str) -> Outcome<f64> {
    limits
        .get(key)
        .copied()
        .ok_or_else(|| Stop::Failed(format!("{FILE} has no limit `{key}`.")))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The project's own budget with one piece of text replaced.
    #[track_caller]
    fn with(piece: &str, other: &str) -> Result<Budget, String> {
        let text = project::read(FILE).expect("the budget");
        assert!(text.contains(piece), "{piece}");
        Budget::parse(&text.replacen(piece, other, 1))
    }

    #[test]
    fn the_budget_holds_every_limit() {
        let budget = with("\nglue = ", "\n# as measured\nglue = ").expect("a good budget");
        assert!(budget.bytes.glue < budget.bytes.total);
        assert!(budget.ratio("bytes-to-mermaid").is_ok());
        assert!(budget.ratio("bytes-to-nothing").is_err());
    }

    #[test]
    fn a_mistake_in_the_budget_is_named() {
        #[track_caller]
        fn check(piece: &str, other: &str, expect: &str) {
            let error = with(piece, other).expect_err("a bad budget");
            assert!(error.contains(expect), "{error}");
        }
        check("\n[bytes]", "\n[bites]", "unknown field `bites`");
        check("\nglue = ", "\ngleu = ", "unknown field `gleu`");
        check("\nglue = ", "\n# glue = ", "missing field `glue`");
        check("\nglue = ", "\nglue = -", "invalid value: integer `-");
        check(
            "\ninteraction = ",
            "\n# interaction = ",
            "bench/budget.toml has no limit `interaction` in [milliseconds].",
        );
        check(
            "\ninteraction = ",
            "\nbytes = 1\ninteraction = ",
            "`bytes` in [milliseconds] is nothing that the bench measures; it measures total-blocking-time, interaction.",
        );
        check(
            "\ninteraction = ",
            "\ninteraction = 1\ninteraction = ",
            "duplicate key",
        );
    }
}
