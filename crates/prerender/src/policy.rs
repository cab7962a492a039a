//! The content security policy of a page: nothing but what the page itself brings.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The policy for a page with this inline style and these inline scripts.
///
/// `connect-src 'self'` is for the program file and for the page in the other language.
pub(crate) fn policy(style: &str, scripts: &[&str]) -> String {
    let scripts: String = scripts.iter().map(|script| hash(script) + " ").collect();
    [
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' ",
        scripts.trim_end(),
        "; style-src ",
        &hash(style),
        "; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'",
    ]
    .concat()
}

/// The policy for a page with this inline style and no script at all.
pub(crate) fn policy_without_scripts(style: &str) -> String {
    [
        "default-src 'none'; style-src ",
        &hash(style),
        "; img-src data:; base-uri 'none'; form-action 'none'",
    ]
    .concat()
}

/// The policy for a page that shows others of the same site in frames.
pub(crate) fn policy_with_frames(style: &str, scripts: &[&str]) -> String {
    let scripts: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    [
        "default-src 'none'; frame-src 'self'; script-src ",
        &scripts.join(" "),
        "; style-src ",
        &hash(style),
        "; img-src data:; base-uri 'none'; form-action 'none'",
    ]
    .concat()
}

fn hash(text: &str) -> String {
    ["'sha256-", &STANDARD.encode(Sha256::digest(text)), "'"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_blocks_are_allowed_by_hash_and_nothing_else_is() {
        let policy = policy("a{}", &["1", "2"]);
        assert!(policy.starts_with("default-src 'none';"));
        assert!(policy.contains("'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=' "));
        assert!(!policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'"));
    }

    #[test]
    fn a_page_without_scripts_may_have_none() {
        let policy = policy_without_scripts("a{}");
        assert!(policy.starts_with("default-src 'none';"));
        assert!(!policy.contains("script-src") && !policy.contains("unsafe"));
    }
}
