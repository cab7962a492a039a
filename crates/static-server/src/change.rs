//! What a test may change in an answer: status, headers, body, and how long it takes.

use std::time::Duration;

use crate::{files, response::Response};

/// A change to the answers of some paths; what it does not name stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    pub(crate) status: Option<u16>,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Option<Vec<u8>>,
    pub(crate) delay: Duration,
}

impl Change {
    /// Answers with this status; an error status without a body of its own gets a short sentence.
    #[must_use]
    pub fn status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// Adds a header or replaces the one of the same name.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Answers with this body, also where there is no such file; the type follows from the path.
    #[must_use]
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// Waits before answering: a slow network.
    #[must_use]
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Both changes; where they disagree the other one wins.
    pub(crate) fn and(mut self, other: &Self) -> Self {
        self.status = other.status.or(self.status);
        self.headers.extend(other.headers.iter().cloned());
        self.body = other.body.clone().or(self.body);
        self.delay = self.delay.max(other.delay);
        self
    }

    pub(crate) fn apply(self, mut response: Response, path: &str) -> Response {
        if let Some(body) = self.body {
            response = Response::new(self.status.unwrap_or(200), body)
                .header("Content-Type", files::content_type(path))
                .header("Cache-Control", "no-store");
        } else if let Some(status) = self.status.filter(|&status| status != response.status) {
            if status < 300 {
                response.status = status;
            } else {
                response = crate::response::plain(status);
            }
        }
        self.headers
            .into_iter()
            .fold(response, |response, (name, value)| {
                response.header(name, value)
            })
    }
}

/// Whether a pattern, at most one `*` in it, names this path.
pub(crate) fn fits(pattern: &str, path: &str) -> bool {
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

    #[test]
    fn the_later_change_wins_and_the_rest_adds_up() {
        let sum = Change::default()
            .status(404)
            .header("a", "1")
            .body("x")
            .and(&Change::default().status(200).header("a", "2"));
        let response = sum.apply(crate::response::plain(404), "/x.js");
        assert_eq!(response.status, 200);
        assert_eq!(response.get("A"), Some("2"));
        assert_eq!(response.body, b"x");
        assert_eq!(
            response.get("content-type"),
            Some("text/javascript; charset=utf-8")
        );
    }
}
