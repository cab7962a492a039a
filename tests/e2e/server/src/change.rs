//! Changes that a test may make in an answer: status, headers, body, and whether it waits.

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

/// A change to the answers of some paths; what it does not name stays as it is.
#[derive(Clone, Debug, Default)]
pub struct Change {
    pub(crate) status: Option<StatusCode>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Option<Vec<u8>>,
    pub(crate) is_held: bool,
}

#[expect(
    clippy::expect_used,
    reason = "only tests change answers, and one that cannot has failed"
)]
impl Change {
    /// Answers with this status, and without a body unless there is one of its own.
    #[must_use]
    pub fn status(mut self, status: u16) -> Self {
        self.status = Some(StatusCode::from_u16(status).expect("a status"));
        self
    }

    /// Adds a header or replaces the one of the same name.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let name = HeaderName::from_bytes(name.as_bytes()).expect("a name of a header");
        let value = HeaderValue::from_str(value).expect("a value of a header");
        self.headers.insert(name, value);
        self
    }

    /// Answers with this body, also where there is no such file; the type follows from the path.
    #[must_use]
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// Waits with the answer until [`Server::release`](crate::Server::release): a slow network.
    #[must_use]
    pub fn held(mut self) -> Self {
        self.is_held = true;
        self
    }
}

impl Change {
    /// All changes of a path together; where two disagree the later one wins.
    pub(crate) fn of(path: &str, changes: &[(String, Self)]) -> Self {
        let fitting = changes.iter().filter(|(pattern, _)| fits(pattern, path));
        fitting.fold(Self::default(), |mut sum, (_, change)| {
            sum.headers.extend(change.headers.clone());
            Self {
                status: change.status.or(sum.status),
                headers: sum.headers,
                body: change.body.clone().or(sum.body),
                is_held: change.is_held || sum.is_held,
            }
        })
    }
}

/// Whether a pattern, at most one `*` in it, names this path.
fn fits(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((start, end)) => path
            .strip_prefix(start)
            .is_some_and(|rest| rest.ends_with(end)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_names_one_path_or_holds_one_star() {
        #[track_caller]
        fn check(pattern: &str, path: &str, expect: bool) {
            assert_eq!(fits(pattern, path), expect, "{pattern} {path}");
        }
        check("/en/", "/en/", true);
        check("/en/", "/en/index.html", false);
        check("/en/*", "/en/index.html", true);
        check("*.wasm", "/app-0123456789abcdef_bg.wasm", true);
        check("*.wasm", "/app.wasm.br", false);
        check("/app*.js", "/app.js", true);
        // The two halves must not share a letter.
        check("/aa*aa", "/aaa", false);
        check("*", "/", true);
    }
}
