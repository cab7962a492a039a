//! The content security policy of a page: nothing but what the page itself brings.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The policy for a page with this inline style and these inline scripts.
///
/// Its own server gives it the program file and the page in the other language.
pub(crate) fn policy(style: &str, scripts: &[&str]) -> String {
    policy_of(style, scripts, "'self' ", "'self'")
}

/// The policy for a page that holds its program: it may ask nobody for anything, not even its own server.
pub(crate) fn policy_of_single(style: &str, scripts: &[&str]) -> String {
    policy_of(style, scripts, "", "'none'")
}

fn policy_of(style: &str, scripts: &[&str], code_from: &str, connect_to: &str) -> String {
    [
        "default-src 'none'; script-src ",
        code_from,
        "'wasm-unsafe-eval' ",
        &hashes(scripts),
        "; style-src ",
        &hash(style),
        "; img-src data:; connect-src ",
        connect_to,
        "; base-uri 'none'; form-action 'none'",
    ]
    .concat()
}

/// The policy for a page that shows others of the same site in frames.
pub(crate) fn policy_with_frames(style: &str, scripts: &[&str]) -> String {
    [
        "default-src 'none'; frame-src 'self'; script-src ",
        &hashes(scripts),
        "; style-src ",
        &hash(style),
        "; img-src data:; base-uri 'none'; form-action 'none'",
    ]
    .concat()
}

/// The policy for the studio: its program and its Worker come from its own server, and so does the empty page of its preview.
pub(crate) fn policy_of_studio(style: &str, scripts: &[&str]) -> String {
    let policy = policy(style, scripts);
    [&policy, "; worker-src 'self'; frame-src 'self'"].concat()
}

/// A policy as the element of a page that stands for itself.
pub(crate) fn element(policy: &str) -> String {
    format!("<meta http-equiv=\"content-security-policy\" content=\"{policy}\">")
}

/// A policy as the elements of a page for frames.
///
/// The script puts the policy into force (`scripts/frame-policy.js` says why); where no script runs, the policy holds as it stands.
pub(crate) fn element_in_frames(policy: &str, script: &str) -> String {
    let element = element(policy);
    format!("<noscript>{element}</noscript><script>{script}</script>")
}

fn hashes(texts: &[&str]) -> String {
    let hashes: Vec<String> = texts.iter().map(|text| hash(text)).collect();
    hashes.join(" ")
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
    fn a_single_file_may_ask_nobody() {
        let policy = policy_of_single("a{}", &["1", "2"]);
        assert!(policy.starts_with("default-src 'none'; script-src 'wasm-unsafe-eval' 'sha256-"));
        assert!(policy.contains("; connect-src 'none';"));
        assert!(!policy.contains("'self'") && !policy.contains("'unsafe-"));
    }
}
